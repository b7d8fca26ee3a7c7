import PathwaySim
import Scenarios

extension Command {
    static let trace = Command(
        "trace", "følg", .results,
        parameters: [Parameter("citizen", Texts.placeholderCitizen, .citizen, isRequired: true)],
        options: [.seed],
        summary: Texts.traceSummary, details: Texts.traceDetails, examples: ["trace albert", "trace mzuri --seed 2"]
    ) { invocation, session throws(CommandFailure) in
        guard let word = invocation["citizen"] else { return }
        let scenario = try session.scenario()
        guard let citizen = scenario.cases.first(where: { $0.id == word.text }) else {
            throw .failed(
                .unknownCitizen(word.text, known: scenario.cases.map(\.id)), invocation.line.place(of: word))
        }
        let model = try session.compile(scenario)
        let options = RunOptions(
            seed: invocation.integer("seed").map { UInt64($0) } ?? RunSettings.standardSeed, replication: 1,
            traced: [citizen.id], isCancelled: { Interrupt.isRequested })
        let trace: CaseTrace
        do throws(SimulationError) {
            trace = try CaseTrace.run(model, options)
        } catch .cancelled {
            throw .interrupted
        } catch {
            throw .engine(.simulation(error, start: scenario.model.start))
        }
        let text = TraceText(
            scenario: scenario, citizen: citizen, entries: trace.entries, language: session.language)
        session.console.print(text.lines(width: session.console.width, heading: session.console.heading))
    }
}
