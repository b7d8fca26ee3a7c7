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
        var warnings: [Warning] = []
        if result.isInterrupted {
            let text =
                requested.map { Texts.interruptedAfter(result.replications, of: $0) }
                ?? Texts.interruptedAfter(result.replications)
            warnings.append(Warning(code: "interrupted", text: text))
        }
        if result.replications == 1 {
            warnings.append(Warning(code: "singleReplication", text: Texts.singleReplication))
        }
        if let stopping = result.stopping, !stopping.isReached {
            warnings.append(Warning(code: "precisionNotReached", text: Texts.precisionNotReached(stopping.hardest)))
        }
        for resource in overloaded {
            warnings.append(
                Warning(code: "overload", text: Texts.overload(scenario.labels.text(.resources, resource).safe)))
        }
        return warnings
    }

    /// Resources with hardly any free time: their queue says more about the length of the run than about the system.
    private var overloaded: [String] {
        scenario.model.resources.map(\.name).filter { name in
            (result.measure("utilisation.\(name)")?.mean ?? 0) > 0.98
                && (result.measure("queue.\(name).mean")?.mean ?? 0) > 1
        }
    }
}

extension Text {
    /// Without anything that could disturb a terminal.
    var safe: Text { Text(da: Escaping.terminalSafe(da), en: Escaping.terminalSafe(en)) }
}
