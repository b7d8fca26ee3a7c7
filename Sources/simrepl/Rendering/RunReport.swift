import PathwaySim
import Scenarios

/// The results of a run with what a reader needs to judge them: one source for every format.
struct RunReport: Sendable {
    /// Something that makes a result less trustworthy than its numbers look.
    struct Warning: Equatable, Sendable {
        /// Stable, for programs.
        var code: String
        var text: Text
    }

    var scenario: Scenario
    var result: RunResult
    /// Replications that were asked for; nil when the number was found on the way.
    var requested: Int?
    /// Attributes whose groups are shown too.
    var groupedBy: [String] = []
    /// Whether the table shows also what few ask for.
    var isFull = false
    /// The file it was loaded from; nil for a run of this session.
    var saved: ResultFile?
    /// How the warm-up was found; nil when it was given.
    var foundWarmup: Warmup?
    /// The loaded scenario has been changed since.
    var isStale = false

    var engineVersion: String { saved?.engineVersion ?? Version.current }
    /// Warm-up left out of the counts, and the end of the run.
    var warmup: SimTime { saved?.warmup ?? scenario.model.warmup }
    var horizon: SimTime { saved?.horizon ?? scenario.model.horizon }

    init(scenario: Scenario, result: RunResult, requested: Int?, groupedBy: [String]) {
        self.scenario = scenario
        self.result = result
        self.requested = requested
        self.groupedBy = groupedBy
    }

    /// A result that was saved, of the scenario it was made from.
    init(_ saved: ResultFile, of scenario: Scenario) {
        self.scenario = scenario
        self.saved = saved
        result = saved.result
        groupedBy = saved.groupedBy
    }

    /// Numbers of the scenario that are estimates rather than taken from a source.
    var assumptions: [ProvenanceEntry] { scenario.provenance.filter { $0.kind == .assumption } }

    var warnings: [Warning] {
        if let saved { return saved.warnings.map { Warning(code: $0.code, text: $0.shown) } }
        return result.warnings.map {
            Warning(code: $0.code, text: Texts.warning($0, scenario: scenario, requested: requested))
        }
    }
}

extension ResultFile.Warning {
    /// In both languages as far as the file has them.
    var shown: Text { Text(da: danish ?? text, en: text).safe }
}

extension Text {
    /// Without anything that could disturb a terminal.
    var safe: Text { Text(da: Escaping.terminalSafe(da), en: Escaping.terminalSafe(en)) }
}
