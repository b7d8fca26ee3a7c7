internal import PathwaySim

/// Numbers, durations and attributes that are drawn.
extension ModelBuilder {
    /// A number drawn for a citizen.
    mutating func numberDraw(_ node: JSONNode, _ path: String) -> NumberDraw? {
        if let formula = formula(node, path) { return .formula(formula) }
        let inner = node.quantity
        return inner.object == nil ? nil : drawObject(inner, path, timed: false)?.amount
    }

    /// A length of time drawn for a citizen; `unit` is used where the value does not say what it counts.
    mutating func durationDraw(
        _ node: JSONNode, _ path: String, unit: DurationDraw.Unit = .calendarDays
    ) -> DurationDraw? {
        let node = node.quantity
        if let text = node.string, text.startsWithNumber { return durationText(node, text, path) }
        if let formula = formula(node, path) { return DurationDraw(.formula(formula), unit: unit) }
        guard node.object != nil else { return nil }
        return drawObject(node, path, timed: true, unit: unit)
    }

    private mutating func durationText(_ node: JSONNode, _ text: String, _ path: String) -> DurationDraw? {
        do throws(DurationProblem) {
            let duration = try DurationText(parsing: text)
            switch duration.unit {
            case .workingDays: return DurationDraw(.constant(duration.amount), unit: .workingDays)
            case .months: return DurationDraw(.constant(duration.amount), unit: .months)
            default: return .days(duration.days ?? 0)
            }
        } catch {
            report(error, node.span, path)
            return nil
        }
    }

    static func unit(_ node: JSONNode?) -> DurationDraw.Unit? {
        switch node?.string {
        case "calendar": .calendarDays
        case "working": .workingDays
        case "open": .openDays
        default: nil
        }
    }

    private mutating func drawObject(
        _ node: JSONNode, _ path: String, timed: Bool, unit: DurationDraw.Unit = .calendarDays
    ) -> DurationDraw? {
        let unit = Self.unit(node["time"]) ?? unit
        if let expression = node["expression"] {
            return formula(expression, "\(path).expression").map { DurationDraw(.formula($0), unit: unit) }
        }
        if let choose = node["choose"] { return chosen(choose, "\(path).choose", timed: timed, unit: unit) }
        for name in ScenarioFormat.distributionNames {
            guard let parameters = node[name] else { continue }
            return distribution(name, parameters, "\(path).\(name)", timed: timed)
                .map { DurationDraw(.distribution($0), unit: unit) }
        }
        return nil
    }

    /// Branches of a duration may count different things; each says what.
    private mutating func chosen(
        _ node: JSONNode, _ path: String, timed: Bool, unit: DurationDraw.Unit
    ) -> DurationDraw? {
        let elements = node.array ?? []
        var branches: [NumberDraw.Branch] = []
        var otherwise: DurationDraw?
        for (index, element) in elements.enumerated() {
            let inner = "\(path).\(index)"
            guard let drawNode = element["draw"] else { continue }
            let drawn =
                timed
                ? durationDraw(drawNode, "\(inner).draw", unit: unit)
                : numberDraw(drawNode, "\(inner).draw").map { DurationDraw($0) }
            guard let drawn else { continue }
            let isLast = index == elements.count - 1
            guard checkBranch(element, isLast: isLast, inner) else { continue }
            if isLast {
                otherwise = drawn
            } else if let test = element["if"].flatMap({ condition($0, "\(inner).if") }) {
                branches.append(NumberDraw.Branch(condition: test, draw: drawn.amount, unit: timed ? drawn.unit : nil))
            }
        }
        if elements.isEmpty { report(FormatProblem.empty, node.span, path) }
        guard let otherwise else { return nil }
        return DurationDraw(.choose(branches, otherwise: otherwise.amount), unit: otherwise.unit)
    }

    /// Whether a branch has its condition, or as the last one none.
    private mutating func checkBranch(_ node: JSONNode, isLast: Bool, _ path: String) -> Bool {
        if isLast, let condition = node["if"] {
            report(FormatProblem.otherwiseMissing, condition.span, path)
            return false
        }
        if !isLast, node["if"] == nil {
            report(FormatProblem.conditionMissing, node.opening, path)
            return false
        }
        return true
    }

    // MARK: Attributes

    mutating func readAttributes() {
        for member in members("attributes") {
            let (node, path) = (member.value, "attributes.\(member.key)")
            guard let kind = kind(of: node, path) else { continue }
            kinds[member.key] = kind
            attributes.append(Attribute(name: member.key, kind: kind, initial: .number(.constant(0))))
        }
        for index in attributes.indices {
            let attribute = attributes[index]
            guard let node = document["attributes"]?[attribute.name] else { continue }
            if let draw = attributeObject(node, attribute.name, attribute.kind, "attributes.\(attribute.name)") {
                attributes[index].initial = draw
            }
            visible[attribute.name] = attribute.kind
        }
    }

    private mutating func kind(of node: JSONNode, _ path: String) -> Attribute.Kind? {
        switch node["type"]?.string {
        case "number": return .number
        case "boolean": return .boolean
        case "category":
            guard let values = node["values"] else {
                report(FormatProblem.noValues, node.opening, path)
                return nil
            }
            let names = values.array?.compactMap(\.string) ?? Self.named(values).map(\.key)
            if names.isEmpty { report(FormatProblem.empty, values.span, "\(path).values") }
            return .category(names)
        default: return nil
        }
    }

    /// Attributes with the values they get.
    mutating func assignments(_ node: JSONNode?, _ path: String) -> [Assignment] {
        (node.map(Self.named) ?? []).compactMap { member in
            guard let kind = kinds[member.key] else { return nil }
            return attributeDraw(member.value, member.key, kind, "\(path).\(member.key)")
                .map { Assignment(attribute: member.key, value: $0) }
        }
    }

    /// The value an attribute gets: a plain value, a rule, or an object that says how it is drawn.
    mutating func attributeDraw(
        _ node: JSONNode, _ name: String, _ kind: Attribute.Kind, _ path: String
    ) -> AttributeDraw? {
        if node.object != nil {
            if kind == .number, node["value"] == nil,
                ScenarioFormat.distributionNames.contains(where: { node[$0] != nil })
            {
                return numberDraw(node, path).map { .number($0) }
            }
            return attributeObject(node, name, kind, path)
        }
        if case .category(let values) = kind, let text = node.string, let index = values.firstIndex(of: text) {
            return .number(.constant(Double(index)))
        }
        if node.string != nil { return attributeRule(node, kind, path) }
        return fixedValue(node, name, kind, path).map { .number(.constant($0)) }
    }

    private mutating func attributeRule(_ node: JSONNode, _ kind: Attribute.Kind, _ path: String) -> AttributeDraw? {
        let expected: ExpressionType =
            switch kind {
            case .number: .number
            case .boolean: .boolean
            case .category(let values): .category(values)
            }
        if let bool = node.bool { return .number(.constant(bool ? 1 : 0)) }
        if let number = node.number { return .number(.constant(number)) }
        return rule(node, path, expected).map { .number(.formula($0.formula)) }
    }

    private mutating func attributeObject(
        _ node: JSONNode, _ name: String, _ kind: Attribute.Kind, _ path: String
    ) -> AttributeDraw? {
        if let value = node["value"] {
            return fixedValue(value, name, kind, "\(path).value").map { .number(.constant($0)) }
        }
        if let draw = node["draw"] {
            guard kind == .number else { return unfit("draw", draw, kind, path) }
            return numberDraw(draw, "\(path).draw").map { .number($0) }
        }
        if let chance = node["probability"] {
            guard kind == .boolean else { return unfit("probability", chance, kind, path) }
            return probability(chance, "\(path).probability").map { .chance($0) }
        }
        if let rule = node["rule"] { return attributeRule(rule.quantity, kind, "\(path).rule") }
        if let choose = node["choose"] { return attributeChoice(choose, name, kind, "\(path).choose") }
        guard let values = node["values"] else { return nil }
        guard case .category(let names) = kind else { return unfit("values", values, kind, path) }
        return weights(values, names, name, "\(path).values")
    }

    private mutating func weights(
        _ node: JSONNode, _ names: [String], _ attribute: String, _ path: String
    ) -> AttributeDraw? {
        // A plain list only names the values; the attribute then starts as the first of them.
        guard node.object != nil else { return nil }
        var formulas = [Formula](repeating: .no, count: names.count)
        for member in Self.named(node) {
            guard let index = names.firstIndex(of: member.key) else {
                let hint = Suggestions.closest(to: member.key, among: names).first
                report(
                    FormatProblem.unknownValue(member.key, attribute: attribute, allowed: names, suggestion: hint),
                    member.keySpan, path)
                continue
            }
            formulas[index] = weight(member.value, "\(path).\(member.key)") ?? .no
        }
        if formulas.allSatisfy({ $0.constantValue == 0 }) { report(FormatProblem.noWeight, node.opening, path) }
        return .weights(formulas)
    }

    private mutating func attributeChoice(
        _ node: JSONNode, _ name: String, _ kind: Attribute.Kind, _ path: String
    ) -> AttributeDraw? {
        let elements = node.array ?? []
        var branches: [AttributeDraw.Branch] = []
        var otherwise: AttributeDraw?
        for (index, element) in elements.enumerated() {
            let inner = "\(path).\(index)"
            let isLast = index == elements.count - 1
            guard checkBranch(element, isLast: isLast, inner), let draw = attributeObject(element, name, kind, inner)
            else { continue }
            if isLast {
                otherwise = draw
            } else if let test = element["if"].flatMap({ condition($0, "\(inner).if") }) {
                branches.append(AttributeDraw.Branch(condition: test, draw: draw))
            }
        }
        if elements.isEmpty { report(FormatProblem.empty, node.span, path) }
        return otherwise.map { .choose(branches, otherwise: $0) }
    }

    private mutating func unfit(
        _ field: String, _ node: JSONNode, _ kind: Attribute.Kind, _ path: String
    ) -> AttributeDraw? {
        report(FormatProblem.drawForOtherType(field, type: kind.word), node.span, "\(path).\(field)")
        return nil
    }

    /// A fixed value as the number the engine keeps.
    mutating func fixedValue(_ node: JSONNode, _ name: String, _ kind: Attribute.Kind, _ path: String) -> Double? {
        let node = node.quantity
        switch kind {
        case .number:
            if let number = node.number { return number }
            if node.string != nil { return constant(node, path) }
        case .boolean:
            if let bool = node.bool { return bool ? 1 : 0 }
        case .category(let values):
            if let text = node.string {
                if let index = values.firstIndex(of: text) { return Double(index) }
                let hint = Suggestions.closest(to: text, among: values).first
                report(
                    FormatProblem.unknownValue(text, attribute: name, allowed: values, suggestion: hint), node.span,
                    path)
                return nil
            }
        }
        report(FormatProblem.wrongAttributeValue(node.preview, type: kind.text), node.span, path)
        return nil
    }
}

extension DurationDraw {
    /// Whether it is a number of days of 24 hours, whatever branch is taken.
    var countsCalendarDays: Bool { unit == .calendarDays && amount.countsCalendarDays }
}

extension NumberDraw {
    fileprivate var countsCalendarDays: Bool {
        guard case .choose(let branches, let otherwise) = self else { return true }
        return otherwise.countsCalendarDays
            && branches.allSatisfy { $0.unit ?? .calendarDays == .calendarDays && $0.draw.countsCalendarDays }
    }
}

extension Attribute.Kind {
    /// The word for it in a scenario file.
    var word: String {
        switch self {
        case .number: "number"
        case .boolean: "boolean"
        case .category: "category"
        }
    }

    var text: Text {
        switch self {
        case .number: both("a number", "et tal")
        case .boolean: both("true or false", "true eller false")
        case .category(let values):
            both("one of ", "en af ") + Text(same: values.map { "\"\($0)\"" }.joined(separator: ", "))
        }
    }
}
