internal import PathwaySim

/// Numbers, dates and rules.
extension ModelBuilder {
    /// What rules may use where the builder is.
    var environment: ExpressionEnvironment {
        ExpressionEnvironment(
            attributes: visible, parameters: parameters, steps: declarations.ids[.step] ?? [],
            courses: declarations.ids[.course] ?? [], resources: declarations.ids[.resource] ?? [],
            events: declarations.events)
    }

    /// A rule; nil, with findings, when it cannot be understood or has another type.
    mutating func rule(
        _ node: JSONNode, _ path: String, _ expected: ExpressionType?, parametersOnly: Bool = false
    ) -> CheckedExpression? {
        let environment = parametersOnly ? ExpressionEnvironment(parameters: parameters) : environment
        let before = diagnostics.count
        let checked = ExpressionChecker.check(
            node, expecting: expected, path: path, in: environment, files: files, into: &diagnostics)
        // A name that exists and has no value here deserves a better answer than "unknown".
        for index in diagnostics.indices[before...] {
            guard case .unknownName(let name, _, _) = diagnostics[index].facts as? ExpressionProblem, kinds[name] != nil
            else { continue }
            diagnostics[index].facts = parametersOnly ? FormatProblem.usesRules : FormatProblem.attributeNotYet(name)
        }
        parametersUsed.formUnion(checked?.parametersUsed ?? [])
        parametersReckoned.formUnion(checked?.parametersReckoned ?? [])
        return checked
    }

    /// A fixed number: written, or a rule over parameters only.
    mutating func number(_ node: JSONNode, _ path: String, _ limits: ValueForm.Limits = .any) -> Double? {
        let node = node.quantity
        if let number = node.number { return limits.allows(number) ? number : nil }
        guard node.string != nil else { return nil }
        guard let value = constant(node, path) else { return nil }
        guard limits.allows(value) else {
            report(FormatProblem.outOfRange(value, limits), node.span, path)
            return nil
        }
        return value
    }

    mutating func constant(_ node: JSONNode, _ path: String) -> Double? {
        guard let rule = rule(node, path, .number, parametersOnly: true) else { return nil }
        guard let value = rule.formula.constantValue else {
            report(FormatProblem.usesRules, node.span, path)
            return nil
        }
        guard value.isFinite else {
            report(FormatProblem.undefinedNumber, node.span, path)
            return nil
        }
        return value
    }

    /// A fixed whole number within ±10⁹.
    mutating func integer(_ node: JSONNode, _ path: String, _ limits: ValueForm.Limits = .any) -> Int? {
        guard let number = number(node, path, limits) else { return nil }
        guard number == number.rounded(), abs(number) <= 1e9 else {
            // A written one has been reported by the form; the value of a rule is only known here.
            if node.quantity.string != nil { report(FormatProblem.notWhole(number), node.span, path) }
            return nil
        }
        return Int(number)
    }

    /// A fixed length of time in days of 24 hours: a duration, a number of days, or a rule over parameters.
    mutating func days(_ node: JSONNode, _ path: String, _ limits: ValueForm.Limits = .any) -> Double? {
        let node = node.quantity
        guard let text = node.string, text.startsWithNumber else { return number(node, path, limits) }
        do throws(DurationProblem) {
            let duration = try DurationText(parsing: text, allowingNegative: true)
            guard let days = duration.days else { throw .notFixed(text, unit: duration.unit) }
            guard limits.allows(days) else {
                report(FormatProblem.outOfRange(days, limits), node.span, path)
                return nil
            }
            return days
        } catch {
            report(error, node.span, path)
            return nil
        }
    }

    mutating func time(_ node: JSONNode, _ path: String, _ limits: ValueForm.Limits = .nonNegative) -> SimTime? {
        days(node, path, limits).map { SimTime(days: $0) }
    }

    /// A length of the run or a part of it: months are counted from the start date, years have 365 days.
    mutating func span(_ node: JSONNode, _ path: String) -> SimTime? {
        let node = node.quantity
        guard let text = node.string else { return nil }
        do throws(DurationProblem) {
            let duration = try DurationText(parsing: text)
            if duration.unit == .months {
                return clock.instant(start.adding(months: Int(duration.amount)))
            }
            guard let time = duration.simTime else { throw .notFixed(text, unit: duration.unit) }
            return time
        } catch {
            report(error, node.span, path)
            return nil
        }
    }

    // MARK: Rules

    mutating func condition(_ node: JSONNode, _ path: String) -> Formula? {
        let node = node.quantity
        if let bool = node.bool { return bool ? .yes : .no }
        guard node.string != nil, let rule = rule(node, path, .boolean) else { return nil }
        // A parameter is there to be set, so a rule that it decides is meant.
        if rule.parametersUsed.isEmpty,
            let warning = RuleAnalysis.warning(for: rule, span: node.span, path: path, in: environment)
        {
            diagnostics.append(warning)
        }
        return rule.formula
    }

    mutating func formula(_ node: JSONNode, _ path: String) -> Formula? {
        let node = node.quantity
        if let number = node.number { return .constant(number) }
        return node.string == nil ? nil : rule(node, path, .number)?.formula
    }

    /// A probability, checked where it does not depend on the citizen.
    mutating func probability(_ node: JSONNode, _ path: String) -> Formula? {
        weight(node, path, .share)
    }

    mutating func weight(_ node: JSONNode, _ path: String, _ limits: ValueForm.Limits = .nonNegative) -> Formula? {
        let inner = node.quantity
        guard let formula = formula(node, path) else { return nil }
        if inner.string != nil, let value = formula.constantValue, !limits.allows(value) {
            report(FormatProblem.outOfRange(value, limits), inner.span, path)
        }
        return formula
    }

    // MARK: Dates

    mutating func date(_ node: JSONNode, _ path: String) -> CivilDate? {
        guard let text = node.string else { return nil }
        if let date = CivilDate(iso: text), (1900...2200).contains(date.year) { return date }
        report(FormatProblem.badDate(text, allowed: ValueForm.date.allowed), node.span, path)
        return nil
    }

    /// An instant: a date, a date and a time of day, or a duration after the start.
    mutating func instant(_ node: JSONNode, _ path: String, orBefore: Bool = false) -> SimTime? {
        let node = node.quantity
        guard let text = node.string else { return nil }
        guard let instant = Self.instant(text, start: start) else {
            report(FormatProblem.badDate(text, allowed: ValueForm.instant.allowed), node.span, path)
            return nil
        }
        if instant < .zero, !orBefore {
            report(FormatProblem.beforeStart(text), node.span, path)
            return nil
        }
        return instant
    }

    /// Reads the three ways to write an instant; nil for anything else.
    static func instant(_ text: String, start: CivilDate) -> SimTime? {
        let clock = CivilClock(start: start)
        let parts = text.split(
            separator: text.contains("T") ? "T" : " ", maxSplits: 1, omittingEmptySubsequences: false)
        if let first = parts.first, let date = CivilDate(iso: String(first)), (1900...2200).contains(date.year) {
            if parts.count == 1 { return clock.instant(date) }
            return timeOfDay(String(parts[1])).map { clock.instant(date, $0) }
        }
        guard let duration = try? DurationText(parsing: text) else { return nil }
        if duration.unit == .months { return clock.instant(start.adding(months: Int(duration.amount))) }
        return duration.simTime
    }

    /// `16:30` or `16:30:15`; nil for anything else. 24:00 is the end of the day.
    static func timeOfDay(_ text: String) -> SimTime? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard (2...3).contains(parts.count), parts.allSatisfy({ $0.utf8.count == 2 }),
            parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
        else { return nil }
        let numbers = parts.compactMap { Int64($0) }
        guard numbers.count == parts.count, numbers[0] <= 24, numbers.dropFirst().allSatisfy({ $0 < 60 }) else {
            return nil
        }
        let seconds = numbers[0] * 3600 + numbers[1] * 60 + (numbers.count > 2 ? numbers[2] : 0)
        return seconds <= 86_400 ? SimTime(ticks: seconds * 1000) : nil
    }

    mutating func timeOfDay(_ node: JSONNode, _ path: String) -> SimTime? {
        guard let text = node.string else { return nil }
        if let time = Self.timeOfDay(text) { return time }
        report(FormatProblem.badDate(text, allowed: ValueForm.timeOfDay.allowed), node.span, path)
        return nil
    }

    mutating func hours(_ node: JSONNode, _ path: String) -> (from: SimTime, to: SimTime)? {
        guard let text = node.string else { return nil }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let from = Self.timeOfDay(String(parts[0])), let to = Self.timeOfDay(String(parts[1]))
        else {
            report(FormatProblem.badDate(text, allowed: ValueForm.hours.allowed), node.span, path)
            return nil
        }
        guard from < to else {
            report(FormatProblem.reversedRange(text), node.span, path)
            return nil
        }
        return (from, to)
    }

    mutating func dateRange(_ node: JSONNode, _ path: String) -> DateRange? {
        guard let text = node.string else { return nil }
        let parts = text.split(separator: "..", omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first.flatMap({ CivilDate(iso: $0) }), parts.count <= 2,
            let last = parts.count == 2 ? CivilDate(iso: parts[1]) : first
        else {
            report(FormatProblem.badDate(text, allowed: ValueForm.dateRange.allowed), node.span, path)
            return nil
        }
        guard first <= last else {
            report(FormatProblem.reversedRange(text), node.span, path)
            return nil
        }
        return DateRange(first: first, last: last)
    }

    func weekdays(_ node: JSONNode) -> Set<Int> {
        Set((node.array ?? []).compactMap { $0.string.flatMap(Self.weekday) })
    }

    /// 1 Monday … 7 Sunday.
    static func weekday(_ word: String) -> Int? {
        ScenarioFormat.weekdayWords.firstIndex { $0.name == word }.map { $0 + 1 }
    }

    // MARK: Ways on and needs

    mutating func route(_ node: JSONNode?, _ path: String) -> Route? {
        guard let node else { return nil }
        if let step = node.string { return .to(step) }
        let members = Self.named(node)
        guard node.object != nil else { return nil }
        let targets = members.compactMap { member in
            number(member.value, "\(path).\(member.key)", .nonNegative).map {
                Route.Target(step: member.key, weight: $0)
            }
        }
        let sum = targets.reduce(0) { $0 + $1.weight }
        if targets.count == members.count, abs(sum - 1) > 1e-6 {
            report(FormatProblem.probabilitySum(sum), node.opening, path)
        }
        return targets.isEmpty ? nil : Route(targets)
    }

    mutating func needs(_ node: JSONNode?, _ path: String) -> [Need] {
        guard let node else { return [] }
        if let name = node.string { return [Need(resource: name)] }
        if let elements = node.array {
            return elements.enumerated().compactMap { index, element in
                if let name = element.string { return Need(resource: name) }
                let inner = "\(path).\(index)"
                guard let name = element["resource"]?.string else {
                    if element.object != nil {
                        report(FormatProblem.missing("resource", object: Text(same: "need")), element.opening, inner)
                    }
                    return nil
                }
                return need(name, element, inner)
            }
        }
        return Self.named(node).compactMap { need($0.key, $0.value, "\(path).\($0.key)") }
    }

    private mutating func need(_ name: String, _ node: JSONNode, _ path: String) -> Need? {
        if node.object == nil || node["value"] != nil {
            return integer(node, path, .init(1, 1e6)).map { Need(resource: name, units: $0) }
        }
        let units = node["units"].flatMap { integer($0, "\(path).units", .init(1, 1e6)) } ?? 1
        return Need(resource: name, units: units, condition: node["if"].flatMap { condition($0, "\(path).if") })
    }
}

extension String {
    /// Whether it is meant as a number with a unit rather than as a rule.
    var startsWithNumber: Bool {
        guard let first = utf8.first(where: { $0 != UInt8(ascii: "-") }) else { return false }
        guard (48...57).contains(first) || first == UInt8(ascii: ".") else { return false }
        // `2 + age` and `3*x` are rules; `3d`, `3 d` and `3days` are meant as durations.
        return !contains { "+*/%()?<>=&|!".contains($0) }
    }
}

extension Formula {
    /// The value, when it depends on nothing.
    var constantValue: Double? {
        if case .constant(let value) = self { value } else { nil }
    }
}
