import PathwaySim
import Scenarios

/// A measure as typed: its name, or what people call it.
struct MeasureWord {
    let token: Token
    let line: CommandLine

    /// - Throws: when a run of the scenario reports no such measure.
    func name(in scenario: Scenario, _ model: CompiledModel) throws(CommandFailure) -> String {
        let names = model.measureNames
        if names.contains(token.text) { return token.text }
        let key = Suggestions.folded(token.text)
        let called = names.filter { name in
            let label = scenario.measureLabel(name)
            return Suggestions.folded(label.da) == key || Suggestions.folded(label.en) == key
        }
        guard called.count == 1 else {
            throw .failed(
                .unknownMeasure(token.text, similar: Suggestions.closest(to: token.text, among: names)),
                line.place(of: token))
        }
        return called[0]
    }
}
