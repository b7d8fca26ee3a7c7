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

    /// Numbers of the scenario that are estimates rather than taken from a source.
    var assumptions: [ProvenanceEntry] { scenario.provenance.filter { $0.kind == .assumption } }

    var warnings: [Warning] {
        result.warnings.map {
            Warning(code: $0.code, text: Texts.warning($0, scenario: scenario, requested: requested))
        }
    }
}

extension Text {
    /// Without anything that could disturb a terminal.
    var safe: Text { Text(da: Escaping.terminalSafe(da), en: Escaping.terminalSafe(en)) }
}
