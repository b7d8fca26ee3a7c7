import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let run = Command(
        "run", "kør", .results, parameters: [Parameter("scenario", Texts.placeholderScenario, .scenario)],
        options: [
            .seed,
            Option(
                "replications", Texts.placeholderNumber, .integer(1...100_000), help: Texts.optionReplications),
            Option("set", Texts.placeholderSetting, .setting, repeats: true, help: Texts.optionSet),
            Option("jobs", Texts.placeholderNumber, .integer(1...1_024), help: Texts.optionJobs),
            Option(
                "format", Text(same: "table|json|csv|markdown"), .word(["table", "json", "csv", "markdown"]),
                help: Texts.optionFormat),
        ],
        summary: Texts.runSummary, details: Texts.runDetails,
        examples: [
            "run --replications 2", "run kommune --replications 2 --seed 7", "run --replications 2 --format csv",
        ]
    ) { invocation, session throws(CommandFailure) in
        let settings = invocation.all("set")
        let isLoaded = !invocation.has("scenario") && settings.isEmpty
        var scenario =
            if let name = invocation["scenario"] { try session.read(name.text) } else { try session.scenario() }
        if !settings.isEmpty {
            var editor = ScenarioEditor(scenario)
            for word in settings {
                _ = try TypedSetting(assignment: word, line: invocation.line).apply(to: &editor)
            }
            scenario = editor.scenario
        }
        let report = try session.simulate(
            scenario, seed: invocation.seed, replications: invocation.integer("replications"),
            jobs: invocation.integer("jobs"))
        if isLoaded { session.lastRun = report }
        session.print(report, format: invocation["format"]?.text ?? "table")
        if report.result.isInterrupted { throw .said(.interrupted) }
    }
}

extension Option {
    /// Whole numbers that every program reading the results can hold exactly.
    static let seed = Option(
        "seed", Texts.placeholderSeed, .integer(0...9_007_199_254_740_991), help: Texts.optionSeed)
}

extension Invocation {
    var seed: UInt64 { UInt64(integer("seed") ?? 1) }
}

extension Session {
    /// Runs a scenario; what Ctrl-C leaves undone is said in the report.
    func simulate(
        _ scenario: Scenario, seed: UInt64, replications: Int?, jobs: Int?
    ) throws(CommandFailure) -> RunReport {
        let model = try compile(scenario)
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        let experiment = Experiment(
            model, seed: seed, replications: replications, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            precision: .init(headline: scenario.headline), isCancelled: { Interrupt.isRequested },
            progress: { done, planned in progress.show(done: done, planned: planned) })
        do throws(SimulationError) {
            let result = try experiment.run()
            return RunReport(scenario: scenario, result: result, requested: replications)
        } catch .cancelled {
            throw .interrupted
        } catch {
            throw .engine(.simulation(error, start: scenario.model.start))
        }
    }

    func compile(_ scenario: Scenario) throws(CommandFailure) -> CompiledModel {
        do throws(ModelError) {
            return try CompiledModel(scenario.model)
        } catch {
            throw .engine(.model(error))
        }
    }

    func print(_ report: RunReport, format: String) {
        switch format {
        case "json": console.write(ReportJSON.text(report))
        case "csv": console.write(ReportCSV.text(report))
        case "markdown": console.write(ReportText(report: report, language: language).markdown())
        default:
            console.print(
                ReportText(report: report, language: language).table(width: console.width, heading: console.heading))
        }
    }
}
