internal import PathwaySim

/// Where citizens come from.
extension ModelBuilder {
    mutating func source(_ member: JSONObject.Member) -> ArrivalSource? {
        let (node, path) = (member.value, "sources.\(member.key)")
        let process: ArrivalSource.Process
        switch node["kind"]?.string {
        case "poisson": process = .poisson(profile(node, path))
        case "renewal":
            guard let interval = node["interval"], let draw = durationDraw(interval, "\(path).interval") else {
                return nil
            }
            if !draw.countsCalendarDays {
                report(FormatProblem.openUnitOfDuration, interval.span, "\(path).interval")
            }
            process = .renewal(draw.amount)
        case "recorded": process = .recorded(recorded(node, path))
        case "waitingList": process = .waitingList(waitingList(node, path))
        default: return nil
        }
        let assignments = assignments(node["assign"], "\(path).assign")
        let batch = node["batch"].flatMap { numberDraw($0, "\(path).batch") }
        if case .formula(.constant(let size)) = batch, size != size.rounded(), let given = node["batch"] {
            report(FormatProblem.notWhole(size), given.span, "\(path).batch")
        }
        let entry = node["step"]?.string.map { Route.to($0) } ?? way(node, "next", path)
        guard let entry else { return nil }
        return ArrivalSource(name: member.key, process: process, assignments: assignments, entry: entry, batch: batch)
    }

    // MARK: Poisson

    private mutating func profile(_ node: JSONNode, _ path: String) -> RateProfile {
        var profile = RateProfile(perDay: node["rate"].flatMap { perDay($0, "\(path).rate") } ?? 0)
        profile.pieces = pieces(node["pieces"], "\(path).pieces")
        profile.period = node["period"].flatMap { time($0, "\(path).period", .positive) }
        profile.weekdayFactors = factors(node["weekdays"], ScenarioFormat.weekdayWords, "\(path).weekdays")
        profile.monthFactors = factors(node["months"], ScenarioFormat.monthWords, "\(path).months")
        if let hours = node["hours"] {
            profile.hourFactors = list(hours, count: 24, "\(path).hours")
        }
        let surges: [(String, JSONNode)] =
            node["surges"]?.array?.enumerated().map { (String($0), $1) }
            ?? (node["surges"].map(Self.named) ?? []).map { ($0.key, $0.value) }
        profile.surges = surges.compactMap { key, element in surge(element, "\(path).surges.\(key)") }
        if let wave = node["sinusoid"],
            let amplitude = wave["amplitude"].flatMap({ number($0, "\(path).sinusoid.amplitude", .share) }),
            let period = wave["period"].flatMap({ time($0, "\(path).sinusoid.period", .positive) })
        {
            let phase = wave["phase"].flatMap { time($0, "\(path).sinusoid.phase", .any) } ?? .zero
            profile.sinusoid = .init(amplitude: amplitude, period: period, phase: phase)
        }
        profile.workingDaysOnly = node["workingDaysOnly"]?.quantity.bool ?? false
        return profile
    }

    /// Arrivals a day, from whichever span of time the scenario uses.
    private mutating func perDay(_ node: JSONNode, _ path: String) -> Double? {
        for (field, days) in [("perDay", 1.0), ("perWeek", 7), ("perMonth", 365.0 / 12), ("perYear", 365)] {
            guard let member = node[field] else { continue }
            return number(member, "\(path).\(field)", .nonNegative).map { $0 / days }
        }
        guard let population = node["population"].flatMap({ number($0, "\(path).population", .nonNegative) }) else {
            return nil
        }
        let share = node["share"].flatMap { number($0, "\(path).share", .share) } ?? 1
        let referred = node["referred"].flatMap { number($0, "\(path).referred", .nonNegative) } ?? 1
        return population * share * referred / 365
    }

    private mutating func pieces(_ node: JSONNode?, _ path: String) -> [RateProfile.Piece] {
        var pieces: [RateProfile.Piece] = []
        for (index, element) in (node?.array ?? []).enumerated() {
            let inner = "\(path).\(index)"
            guard let from = element["from"].flatMap({ instant($0, "\(inner).from", orBefore: true) }),
                let rate = perDay(element, inner)
            else { continue }
            if let last = pieces.last, last.from >= from {
                report(FormatProblem.notAscending, element["from"]?.span ?? element.span, "\(inner).from")
                continue
            }
            pieces.append(.init(from: from, perDay: rate))
        }
        return pieces
    }

    private mutating func surge(_ node: JSONNode, _ path: String) -> RateProfile.Surge? {
        guard let from = node["from"].flatMap({ instant($0, "\(path).from", orBefore: true) }),
            let to = node["to"].flatMap({ instant($0, "\(path).to", orBefore: true) }),
            let factor = node["factor"].flatMap({ number($0, "\(path).factor", .nonNegative) })
        else { return nil }
        if from >= to { report(FormatProblem.notAscending, node["to"]?.span ?? node.span, "\(path).to") }
        return .init(from: from, to: to, factor: factor)
    }

    private mutating func factors(_ node: JSONNode?, _ words: [ValueForm.Word], _ path: String) -> [Double] {
        guard let node else { return [] }
        if node.array != nil { return list(node, count: words.count, path) }
        return words.map { word in
            node[word.name].flatMap { number($0, "\(path).\(word.name)", .nonNegative) } ?? 1
        }
    }

    private mutating func list(_ node: JSONNode, count: Int, _ path: String) -> [Double] {
        let elements = node.array ?? []
        guard elements.count == count else {
            report(FormatProblem.wrongLength(found: elements.count, allowed: count), node.opening, path)
            return []
        }
        return elements.enumerated().map { number($1, "\(path).\($0)", .nonNegative) ?? 1 }
    }

    // MARK: Given arrivals

    private mutating func recorded(_ node: JSONNode, _ path: String) -> [RecordedArrival] {
        if let file = node["file"] { return recordedFile(file, node["columns"], path).sorted { $0.at < $1.at } }
        return (node["at"]?.array ?? []).enumerated()
            .compactMap { instant($1, "\(path).at.\($0)") }.sorted().map { RecordedArrival(at: $0) }
    }

    /// Those who wait at time zero, the longest-waiting first.
    private mutating func waitingList(_ node: JSONNode, _ path: String) -> [InitialWaiter] {
        let count = node["count"].flatMap { integer($0, "\(path).count", .init(0, 1_000_000)) }
        if let file = node["file"] {
            let waiters = waitingFile(file, node["columns"], path)
            checkCount(count, waiters.count, node, "\(path).file")
            return waiters.sorted { $0.alreadyWaited > $1.alreadyWaited }
        }
        if let list = node["waited"]?.array {
            let waiters = list.enumerated().compactMap { waiter($1, "\(path).waited.\($0)") }
            checkCount(count, list.count, node, "\(path).waited")
            return waiters.sorted { $0.alreadyWaited > $1.alreadyWaited }
        }
        guard let count else {
            if node["count"] == nil {
                report(FormatProblem.missing("count", object: Text(same: "waitingList")), node.opening, path)
            }
            return []
        }
        guard let waited = node["waited"], let draw = durationDraw(waited, "\(path).waited") else {
            return Array(repeating: InitialWaiter(alreadyWaited: .zero), count: count)
        }
        let quantile: (Double) -> Double
        switch draw.amount {
        case .formula(.constant(let days)): quantile = { _ in days }
        case .distribution(let distribution): quantile = { distribution.quantile($0) }
        default:
            report(FormatProblem.usesRules, waited.span, "\(path).waited")
            return []
        }
        if !draw.countsCalendarDays { report(FormatProblem.openUnitOfDuration, waited.span, "\(path).waited") }
        return (0..<count).reversed().map { index in
            InitialWaiter(alreadyWaited: SimTime(days: max(0, quantile((Double(index) + 0.5) / Double(count)))))
        }
    }

    /// A count beside a list must be the list's.
    private mutating func checkCount(_ count: Int?, _ found: Int, _ node: JSONNode, _ path: String) {
        if let count, count != found, let given = node["count"] {
            report(FormatProblem.wrongLength(found: found, allowed: count), given.span, path)
        }
    }

    /// One who waits: how long, or since when, perhaps with attributes.
    private mutating func waiter(_ node: JSONNode, _ path: String) -> InitialWaiter? {
        guard node.object != nil, node["value"] == nil else {
            return days(node, path, .nonNegative).map { InitialWaiter(alreadyWaited: SimTime(days: $0)) }
        }
        var waited = node["waited"].flatMap { days($0, "\(path).waited", .nonNegative) }.map { SimTime(days: $0) }
        if let since = node["since"], let instant = instant(since, "\(path).since", orBefore: true) {
            if instant > .zero {
                report(FormatProblem.afterStart(since.string ?? ""), since.span, "\(path).since")
            }
            waited = SimTime(ticks: max(0, -instant.ticks))
        }
        return waited.map { InitialWaiter(alreadyWaited: $0, values: fixedValues(node["attributes"], path)) }
    }

    /// Fixed values of attributes.
    private mutating func fixedValues(_ node: JSONNode?, _ path: String) -> [AttributeValue] {
        (node.map(Self.named) ?? []).compactMap { attribute in
            guard let kind = kinds[attribute.key] else { return nil }
            return fixedValue(attribute.value, attribute.key, kind, "\(path).attributes.\(attribute.key)")
                .map { AttributeValue(attribute: attribute.key, value: $0) }
        }
    }

    // MARK: Cases

    mutating func caseSource(_ member: JSONObject.Member) -> ArrivalSource? {
        let (node, path) = (member.value, "cases.\(member.key)")
        guard let arrives = node["arrives"].flatMap({ instant($0, "\(path).arrives") }),
            let entry = node["entry"]?.string
        else { return nil }
        let values = fixedValues(node["attributes"], path)
        let decisions = (node["decisions"].map(Self.named) ?? []).flatMap { decision in
            self.decisions(decision, "\(path).decisions")
        }
        let named = NamedCase(name: member.key, at: arrives, values: values, decisions: decisions)
        // One source per case, so that adding a case changes nobody else's luck.
        return ArrivalSource(name: "cases.\(member.key)", process: .cases([named]), entry: .to(entry))
    }

    private mutating func decisions(_ member: JSONObject.Member, _ path: String) -> [Decision] {
        let options = document["steps"]?[member.key]?["options"].map(Self.named)?.map(\.key) ?? []
        let answers = member.value.string == nil ? member.value.array ?? [] : [member.value]
        return answers.enumerated().compactMap { visit, answer in
            guard let option = answer.string else { return nil }
            guard options.contains(option) else {
                let hint = Suggestions.closest(to: option, among: options).first
                report(
                    FormatProblem.unknownOption(option, step: member.key, allowed: options, suggestion: hint),
                    answer.span, "\(path).\(member.key)")
                return nil
            }
            return Decision(step: member.key, option: option, visit: visit)
        }
    }
}
