internal import PathwaySim

extension ResultFile {
    /// The result as text; the same result always gives the same bytes, and every number reads back as itself.
    ///
    /// - Parameter withReplications: includes what comparing in pairs needs.
    public func json(withReplications: Bool) -> String {
        JSONWriter.pretty(node(withReplications: withReplications), width: 200)
    }

    /// The result as a JSON value. What is undefined is `null`.
    public func node(withReplications: Bool) -> JSONNode {
        var members: [(String, JSONNode)] = [
            ("schema", .text(ResultFile.schema)), ("engineVersion", .text(engineVersion)),
            (
                "scenario",
                .members([("id", .text(scenarioID)), ("title", .text(scenarioTitle)), ("hash", .text(scenarioHash))])
            ),
            ("seed", .seed(result.seed)), ("replications", .number(Double(result.replications))),
            ("level", .number(result.level)),
            ("start", .text(start.iso)), ("horizonDays", .number(horizon.days)), ("warmupDays", .number(warmup.days)),
            ("measures", .list(result.measures.map { ResultFile.node($0, withReplications) })),
            ("series", .list(result.series.map { ResultFile.node($0, withReplications) })),
            ("warnings", .list(warnings.map { ResultFile.node($0, withReplications) })),
            (
                "assumptions",
                .list(
                    assumptions.map {
                        .members([("path", .text($0.path)), ("value", .text($0.value)), ("text", .text($0.text))])
                    })
            ),
        ]
        if withReplications, !result.distributions.isEmpty {
            members.append(("distributions", .list(result.distributions.map(ResultFile.node))))
        }
        if withReplications, !result.ways.isEmpty {
            members.append(("ways", .list(result.ways.map(ResultFile.node))))
        }
        if withReplications, !groupedBy.isEmpty {
            members.append(("groupedBy", .list(groupedBy.map { .text($0) })))
        }
        if withReplications, let label { members.append(("label", .text(label))) }
        if withReplications, let origin { members.append(("origin", origin)) }
        return .members(members)
    }

    /// Counted buckets of milliseconds, from and to; the same where all in it are alike.
    private static func node(_ distribution: TimeDistribution) -> JSONNode {
        // The middle of a bucket is never whole.
        let buckets = distribution.times.buckets.map { bucket in
            bucket.value == bucket.value.rounded()
                ? (bucket.value, bucket.value, bucket.count)
                : (Double(bucket.lower), Double(bucket.upper), bucket.count)
        }
        return .members([
            ("name", .text(distribution.name)), ("from", .list(buckets.map { .number($0.0) })),
            ("to", .list(buckets.map { .number($0.1) })), ("count", .list(buckets.map { .number(Double($0.2)) })),
        ])
    }

    private static func node(_ way: WayCount) -> JSONNode {
        .members([
            ("place", .text(way.place)), ("to", .text(way.to)), ("mean", .number(way.mean)),
            ("halfWidth", .number(way.halfWidth)), ("low", .number(way.low)), ("high", .number(way.high)),
        ])
    }

    private static func node(_ warning: Warning, _ withReplications: Bool) -> JSONNode {
        var members: [(String, JSONNode)] = [("code", .text(warning.code)), ("text", .text(warning.text))]
        if withReplications, let danish = warning.danish { members.append(("da", .text(danish))) }
        return .members(members)
    }

    private static func node(_ measure: Measure, _ withReplications: Bool) -> JSONNode {
        var members: [(String, JSONNode)] = [
            ("name", .text(measure.name)), ("unit", .text(measure.unit.rawValue)), ("mean", .number(measure.mean)),
            ("halfWidth", .number(measure.halfWidth)), ("low", .number(measure.low)), ("high", .number(measure.high)),
            ("n", .number(Double(measure.n))),
        ]
        if let group = measure.by { members.append(("by", .members([(group.attribute, .text(group.value))]))) }
        if measure.isHidden { members.append(("hidden", JSONNode(.bool(true)))) }
        if withReplications {
            members.append(("basis", .text(measure.basis.rawValue)))
            members.append(("perReplication", .list(measure.perReplication.map { .number($0) })))
            members.append(("influence", .list(measure.influence.map { .number($0) })))
            if let slope = measure.slope { members.append(("slope", .number(slope))) }
        }
        return .members(members)
    }

    private static func node(_ series: Series, _ withReplications: Bool) -> JSONNode {
        var members: [(String, JSONNode)] = [
            ("name", .text(series.name)), ("unit", .text(series.unit.rawValue)),
            ("at", .list(series.at.map { .number($0.days) })), ("mean", .list(series.mean.map { .number($0) })),
            ("halfWidth", .list(series.halfWidth.map { .number($0) })),
        ]
        if withReplications {
            members.append(("low", .list(series.low.map { .number($0) })))
            members.append(("high", .list(series.high.map { .number($0) })))
        }
        return .members(members)
    }
}

extension JSONNode {
    /// A string.
    public static func text(_ text: String) -> JSONNode { JSONNode(.string(text)) }

    /// `null` for what is undefined.
    public static func number(_ number: Double?) -> JSONNode {
        guard let number, number.isFinite else { return JSONNode(.null) }
        return JSONNode(.number(number))
    }

    /// A number where every program can hold it exactly, else its digits.
    public static func seed(_ seed: UInt64) -> JSONNode {
        seed <= 1 << 53 ? .number(Double(seed)) : .text(String(seed))
    }

    /// An array.
    public static func list(_ elements: [JSONNode]) -> JSONNode { JSONNode(.array(elements)) }

    /// An object with its members in this order.
    public static func members(_ members: [(String, JSONNode)]) -> JSONNode {
        JSONNode(.object(JSONObject(members.map { JSONObject.Member(key: $0.0, value: $0.1) })))
    }
}
