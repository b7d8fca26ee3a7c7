internal import PathwaySim

extension ResultFile {
    /// Reads a saved result.
    ///
    /// - Throws: every finding about the file: text that is not JSON, another kind of document, members that are missing,
    ///   of another type, or do not fit together. Unknown members are passed over, so that newer files can be read.
    public static func read(
        name: String, bytes: [UInt8], into files: inout SourceFiles
    ) throws(Diagnostics) -> ResultFile {
        let reading = JSONReader.read(name: name, bytes: bytes, into: &files)
        guard let root = reading.root, !reading.diagnostics.hasErrors else { throw Diagnostics(reading.diagnostics) }
        guard root["schema"]?.string == schema else {
            throw Diagnostics([
                Diagnostic(
                    ResultProblem.notAResult(found: root["schema"]?.string), span: root["schema"]?.span ?? root.span)
            ])
        }
        var decoder = ResultDecoder()
        let file = decoder.file(root)
        guard let file, decoder.findings.isEmpty else { throw Diagnostics(decoder.findings) }
        return file
    }
}

/// Takes a result apart, noting everything that is wrong with it.
private struct ResultDecoder {
    var findings: [Diagnostic] = []
    private var replications = 0
    private static let limit = 20

    mutating func file(_ root: JSONNode) -> ResultFile? {
        let scenario = member(root, "scenario", .object)
        replications = whole(root, "replications", 1...10_000_000) ?? 0
        let seed = self.seed(root)
        let level = number(root, "level", 0...1)
        let start = self.start(root)
        let horizon = number(root, "horizonDays", 0...1e8)
        let warmup = number(root, "warmupDays", 0...1e8)
        let measures = list(root, "measures").compactMap { self.measure($0) }
        let series = list(root, "series").compactMap { self.series($0) }
        let warnings = list(root, "warnings").map { node in
            ResultFile.Warning(
                code: text(node, "code") ?? "", text: text(node, "text") ?? "", danish: node["da"]?.string)
        }
        let assumptions = list(root, "assumptions").map { node in
            ResultFile.Assumption(
                path: text(node, "path") ?? "", value: text(node, "value") ?? "", text: text(node, "text") ?? "")
        }
        guard let version = text(root, "engineVersion"), let scenario, let id = text(scenario, "id"),
            let title = text(scenario, "title"), let hash = text(scenario, "hash"), let seed, let level, let start,
            let horizon, let warmup
        else { return nil }
        var result = RunResult(
            seed: seed, replications: replications, level: level, measures: measures, series: series)
        // Results saved by earlier versions lack these two.
        if root["distributions"] != nil {
            result.distributions = list(root, "distributions").compactMap { self.distribution($0) }
        }
        if root["ways"] != nil { result.ways = list(root, "ways").compactMap { self.way($0) } }
        var file = ResultFile(
            engineVersion: version, scenarioID: id, scenarioTitle: title, scenarioHash: hash, start: start,
            horizon: SimTime(days: horizon), warmup: SimTime(days: warmup), result: result, warnings: warnings,
            assumptions: assumptions, origin: root["origin"].flatMap { $0.kind == .object ? $0 : nil },
            label: root["label"]?.string)
        file.groupedBy = root["groupedBy"]?.array?.compactMap(\.string) ?? []
        return file
    }

    private mutating func measure(_ node: JSONNode) -> Measure? {
        guard findings.count < ResultDecoder.limit, let name = text(node, "name"), let unit = text(node, "unit") else {
            return nil
        }
        guard let unit = Measure.Unit(rawValue: unit) else { return bad(.badValue(unit), node["unit"]) }
        guard node["influence"] != nil || node["perReplication"] != nil else { return bad(.notForPairs, node) }
        guard let n = whole(node, "n", 0...1_000_000_000_000_000), let basisName = text(node, "basis"),
            let values = numbers(node, "perReplication", count: replications),
            let influence = numbers(node, "influence", count: replications)
        else { return nil }
        guard let basis = Measure.Basis(rawValue: basisName) else { return bad(.badValue(basisName), node["basis"]) }
        guard !influence.contains(nil) else { return bad(.badValue("null"), node["influence"]) }
        var group: Measure.Group?
        if let by = node["by"] {
            guard let member = by.object?.members.first, let value = member.value.string else {
                return bad(.wrongType(found: by.kind, expected: .object), by)
            }
            group = Measure.Group(attribute: member.key, value: value)
        }
        return Measure(
            name: name, unit: unit, mean: optional(node, "mean"), halfWidth: optional(node, "halfWidth"),
            low: optional(node, "low"), high: optional(node, "high"), n: n, basis: basis, by: group,
            perReplication: values, influence: influence.compactMap { $0 }, slope: node["slope"]?.number,
            isHidden: node["hidden"]?.bool ?? false)
    }

    private mutating func distribution(_ node: JSONNode) -> TimeDistribution? {
        guard findings.count < ResultDecoder.limit, let name = text(node, "name") else { return nil }
        let size = list(node, "from").count
        guard let from = numbers(node, "from", count: size), let to = numbers(node, "to", count: size),
            let counts = numbers(node, "count", count: size)
        else { return nil }
        // A hundred million days at most, as for every time of a result.
        let limits = 0...Int64(8_640_000_000_000_000)
        var histogram = LogLinearHistogram()
        for index in 0..<size {
            guard let low = from[index].flatMap({ Int64(exactly: $0) }), limits.contains(low) else {
                return bad(.badValue("from"), node["from"])
            }
            guard let high = to[index].flatMap({ Int64(exactly: $0) }), limits.contains(high), high >= low else {
                return bad(.badValue("to"), node["to"])
            }
            guard let count = counts[index].flatMap({ Int(exactly: $0) }), (0...1_000_000_000_000_000).contains(count)
            else { return bad(.badValue("count"), node["count"]) }
            // Two different values make a bucket that is not of one.
            histogram.add(low, count: high > low ? count - 1 : count)
            if high > low { histogram.add(high, count: min(count, 1)) }
        }
        return TimeDistribution(name: name, times: histogram)
    }

    private mutating func way(_ node: JSONNode) -> WayCount? {
        guard findings.count < ResultDecoder.limit, let place = text(node, "place"), let to = text(node, "to"),
            let mean = number(node, "mean", 0...1e15), let low = number(node, "low", 0...1e15),
            let high = number(node, "high", 0...1e15)
        else { return nil }
        return WayCount(place: place, to: to, mean: mean, halfWidth: optional(node, "halfWidth"), low: low, high: high)
    }

    private mutating func series(_ node: JSONNode) -> Series? {
        guard findings.count < ResultDecoder.limit, let name = text(node, "name"), let unit = text(node, "unit") else {
            return nil
        }
        guard let unit = Measure.Unit(rawValue: unit) else { return bad(.badValue(unit), node["unit"]) }
        let count = list(node, "at").count
        guard let at = numbers(node, "at", count: count), let mean = numbers(node, "mean", count: count),
            let widths = numbers(node, "halfWidth", count: count), let low = numbers(node, "low", count: count),
            let high = numbers(node, "high", count: count)
        else { return nil }
        guard at.allSatisfy({ (0...1e8).contains($0 ?? -1) }) else { return bad(.badValue("at"), node["at"]) }
        return Series(
            name: name, unit: unit, at: at.map { SimTime(days: $0 ?? 0) }, mean: mean.map { $0 ?? 0 },
            halfWidth: widths, low: low.map { $0 ?? 0 }, high: high.map { $0 ?? 0 })
    }

    private mutating func seed(_ root: JSONNode) -> UInt64? {
        guard let node = root["seed"] else { return bad(.missing("seed"), root) }
        if let seed = node.number.flatMap({ UInt64(exactly: $0) }) ?? node.string.flatMap({ UInt64($0) }) {
            return seed
        }
        return bad(.wrongType(found: node.kind, expected: .number), node)
    }

    private mutating func start(_ root: JSONNode) -> CivilDate? {
        guard let iso = text(root, "start") else { return nil }
        guard let date = CivilDate(iso: iso) else { return bad(.badValue(iso), root["start"]) }
        return date
    }

    // MARK: Members

    private mutating func bad<T>(_ problem: ResultProblem, _ node: JSONNode?) -> T? {
        if findings.count < ResultDecoder.limit { findings.append(Diagnostic(problem, span: node?.span)) }
        return nil
    }

    private mutating func member(_ node: JSONNode, _ key: String, _ kind: JSONValue.Kind) -> JSONNode? {
        guard let member = node[key] else { return bad(.missing(key), node) }
        guard member.kind == kind else { return bad(.wrongType(found: member.kind, expected: kind), member) }
        return member
    }

    private mutating func text(_ node: JSONNode, _ key: String) -> String? { member(node, key, .string)?.string }

    private mutating func list(_ node: JSONNode, _ key: String) -> [JSONNode] { member(node, key, .array)?.array ?? [] }

    private mutating func number(_ node: JSONNode, _ key: String, _ range: ClosedRange<Double>) -> Double? {
        guard let member = member(node, key, .number), let number = member.number else { return nil }
        guard range.contains(number) else { return bad(.badValue(NumberFormat.shortest(number)), member) }
        return number
    }

    private mutating func whole(_ node: JSONNode, _ key: String, _ range: ClosedRange<Int>) -> Int? {
        guard let number = number(node, key, Double(range.lowerBound)...Double(range.upperBound)) else { return nil }
        guard let whole = Int(exactly: number) else { return bad(.badValue(NumberFormat.shortest(number)), node[key]) }
        return whole
    }

    /// A number or `null`.
    private mutating func optional(_ node: JSONNode, _ key: String) -> Double? {
        guard let member = node[key] else { return bad(.missing(key), node) }
        guard !member.isNull else { return nil }
        guard let number = member.number else { return bad(.wrongType(found: member.kind, expected: .number), member) }
        return number
    }

    /// As many numbers or `null` as there must be.
    private mutating func numbers(_ node: JSONNode, _ key: String, count: Int) -> [Double?]? {
        guard let member = member(node, key, .array), let elements = member.array else { return nil }
        guard elements.count == count else {
            return bad(.wrongLength(found: elements.count, expected: count), member)
        }
        for element in elements where !element.isNull && element.number == nil {
            return bad(.wrongType(found: element.kind, expected: .number), element)
        }
        return elements.map(\.number)
    }
}
