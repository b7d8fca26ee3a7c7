public import Foundation
public import PathwaySim

/// A result as it is written to a file or printed for programs: JSON of the contract `pathwaysim.result/1`.
///
/// A saved result also holds each replication's values, so that it can be compared with a later run pair by pair: each
/// measure has the members `basis` (what `n` counts), `perReplication` (the value in each replication) and `influence`
/// (its contribution to the error: Σ of their squares over R(R − 1) is the estimate's variance), a quantile its `slope`, and each series `low`
/// and `high`; `distributions` are the times behind the quantiles (milliseconds `from`, `to` and `count`), `ways` how many
/// citizens went each way of the model; `origin` is the scenario as a file that builds on another,
/// `label` what the user called it, `groupedBy` the attributes whose groups were asked for, and the warnings are in Danish too (`da`). What is printed by `run --format json` leaves these out.
public struct ResultFile: Sendable {
    public static let schema = "pathwaysim.result/1"

    /// Why the result must be trusted less than its numbers look, in English.
    public struct Warning: Hashable, Sendable {
        public var code: String
        /// English.
        public var text: String
        /// Danish; nil when the file does not say.
        public var danish: String?

        public init(code: String, text: String, danish: String? = nil) {
            self.code = code
            self.text = text
            self.danish = danish
        }
    }

    /// A number of the scenario that is an estimate.
    public struct Assumption: Hashable, Sendable {
        public var path: String
        public var value: String
        public var text: String

        public init(path: String, value: String, text: String) {
            self.path = path
            self.value = value
            self.text = text
        }
    }

    public var engineVersion: String
    public var scenarioID: String
    /// English.
    public var scenarioTitle: String
    /// 32 hexadecimal digits.
    public var scenarioHash: String
    public var start: CivilDate
    public var horizon: SimTime
    public var warmup: SimTime
    public var result: RunResult
    public var warnings: [Warning]
    public var assumptions: [Assumption]
    /// The scenario as a file that builds on a shipped one or on a file, so that it can be read again; nil when it is not
    /// known.
    public var origin: JSONNode?
    /// What the user called it.
    public var label: String?
    /// Attributes whose groups were asked for.
    public var groupedBy: [String] = []

    /// The same with what its origin builds on as it is found from a folder, where that is a file near by; so a folder with
    /// both can be moved.
    public func written(in folder: URL) -> ResultFile {
        guard let base = origin?["extends"]?.string, var object = origin?.object else { return self }
        var file = self
        object.set("extends", to: .text(ScenarioLibrary.reference(base, from: folder)))
        file.origin = JSONNode(.object(object))
        return file
    }

    /// The same with what its origin builds on found from anywhere; `folder` is where the file lies.
    func found(in folder: URL) -> ResultFile {
        guard let base = origin?["extends"]?.string, ScenarioLibrary.isFile(base), !base.hasPrefix("/"),
            var object = origin?.object
        else { return self }
        var file = self
        object.set("extends", to: .text(folder.appendingPathComponent(base).standardizedFileURL.path))
        file.origin = JSONNode(.object(object))
        return file
    }

    /// A result of a scenario, ready to be written.
    ///
    /// - Parameter requested: replications that were asked for; nil when their number was to be found.
    public init(_ result: RunResult, of scenario: Scenario, engineVersion: String, requested: Int? = nil) {
        self.engineVersion = engineVersion
        scenarioID = scenario.id
        scenarioTitle = scenario.title.en
        scenarioHash = scenario.hash.hex
        start = scenario.model.start
        horizon = scenario.model.horizon
        warmup = scenario.model.warmup
        self.result = result
        warnings = result.warnings.map {
            let text = Texts.warning($0, scenario: scenario, requested: requested)
            return Warning(code: $0.code, text: text.en, danish: text.da)
        }
        assumptions = scenario.provenance.filter { $0.kind == .assumption }.map {
            Assumption(path: $0.path, value: $0.value, text: $0.text.en)
        }
        origin = JSONReader.value(
            of: scenario.variantJSON(id: scenario.id, title: scenario.title, extends: scenario.baseReference))
    }

    init(
        engineVersion: String, scenarioID: String, scenarioTitle: String, scenarioHash: String, start: CivilDate,
        horizon: SimTime, warmup: SimTime, result: RunResult, warnings: [Warning], assumptions: [Assumption],
        origin: JSONNode?, label: String?
    ) {
        self.engineVersion = engineVersion
        self.scenarioID = scenarioID
        self.scenarioTitle = scenarioTitle
        self.scenarioHash = scenarioHash
        self.start = start
        self.horizon = horizon
        self.warmup = warmup
        self.result = result
        self.warnings = warnings
        self.assumptions = assumptions
        self.origin = origin
        self.label = label
    }
}
