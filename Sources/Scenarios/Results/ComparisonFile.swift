public import PathwaySim

/// A comparison as it is printed for programs: JSON of the contract `pathwaysim.comparison/1`.
public struct ComparisonFile: Sendable {
    public static let schema = "pathwaysim.comparison/1"

    /// Which result stands on a side.
    public struct Side: Sendable {
        public var engineVersion: String
        public var scenarioID: String
        /// English.
        public var scenarioTitle: String
        public var scenarioHash: String
        /// What it was given beside the scenario, as path and value.
        public var settings: [(path: String, value: JSONNode?)]
        public var warnings: [ResultFile.Warning]

        public init(
            engineVersion: String, scenarioID: String, scenarioTitle: String, scenarioHash: String,
            settings: [(path: String, value: JSONNode?)], warnings: [ResultFile.Warning]
        ) {
            self.engineVersion = engineVersion
            self.scenarioID = scenarioID
            self.scenarioTitle = scenarioTitle
            self.scenarioHash = scenarioHash
            self.settings = settings
            self.warnings = warnings
        }
    }

    public var engineVersion: String
    public var horizonDays: Double
    public var warmupDays: Double
    public var base: Side
    /// One for each variant of the comparison.
    public var variants: [Side]
    public var comparison: Comparison

    public init(
        engineVersion: String, horizonDays: Double, warmupDays: Double, base: Side, variants: [Side],
        comparison: Comparison
    ) {
        self.engineVersion = engineVersion
        self.horizonDays = horizonDays
        self.warmupDays = warmupDays
        self.base = base
        self.variants = variants
        self.comparison = comparison
    }

    /// The comparison as text; the same comparison always gives the same bytes. What is undefined is `null`.
    public func json() -> String {
        let sides = zip(variants, comparison.variants).map { side, variant in
            let measures = variant.differences.map { ComparisonFile.node($0, level: comparison.level) }
            return JSONNode.members(ComparisonFile.members(side, variant.result) + [("measures", .list(measures))])
        }
        let node = JSONNode.members([
            ("schema", .text(ComparisonFile.schema)), ("engineVersion", .text(engineVersion)),
            ("paired", JSONNode(.bool(comparison.isPaired))), ("level", .number(comparison.level)),
            ("horizonDays", .number(horizonDays)), ("warmupDays", .number(warmupDays)),
            ("headline", .list(comparison.headline.map { .text($0) })),
            ("base", .members(ComparisonFile.members(base, comparison.base))), ("variants", .list(sides)),
        ])
        return JSONWriter.pretty(node, width: 200)
    }

    private static func members(_ side: Side, _ result: RunResult) -> [(String, JSONNode)] {
        [
            (
                "scenario",
                .members([
                    ("id", .text(side.scenarioID)), ("title", .text(side.scenarioTitle)),
                    ("hash", .text(side.scenarioHash)),
                ])
            ),
            (
                "settings",
                .members(side.settings.map { ($0.path, $0.value ?? JSONNode(.null)) })
            ),
            ("engineVersion", .text(side.engineVersion)), ("seed", .seed(result.seed)),
            ("replications", .number(Double(result.replications))),
            ("warnings", .list(side.warnings.map { .members([("code", .text($0.code)), ("text", .text($0.text))]) })),
        ]
    }

    private static func node(_ difference: Difference, level: Double) -> JSONNode {
        var members: [(String, JSONNode)] = [
            ("name", .text(difference.name)), ("unit", .text(difference.unit.rawValue)),
            ("base", .number(difference.base)), ("variant", .number(difference.variant)),
            ("difference", .number(difference.difference)), ("halfWidth", .number(difference.halfWidth)),
            ("low", .number(difference.low)), ("high", .number(difference.high)), ("level", .number(level)),
            ("distinguishable", JSONNode(.bool(difference.isDistinguishable))), ("p", .number(difference.p)),
            ("adjustedP", .number(difference.adjustedP)), ("varianceGain", .number(difference.varianceGain)),
            ("n", .number(Double(difference.n))),
        ]
        if let group = difference.by { members.append(("by", .members([(group.attribute, .text(group.value))]))) }
        return .members(members)
    }
}
