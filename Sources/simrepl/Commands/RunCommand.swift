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
            Option("by", Texts.placeholderGrouping, .grouping, repeats: true, help: Texts.optionBy),
            Option("all", help: Texts.optionAll),
            Option("verify", help: Texts.optionVerify),
        ],
        summary: Texts.runSummary, details: Texts.runDetails,
        examples: [
            "run --replications 2", "run kommune --replications 2 --seed 7", "run --replications 2 --format csv",
            "run --replications 2 --by age:50,70 --verify",
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
        var groupings: [Grouping] = []
        for word in invocation.all("by") {
            groupings.append(try GroupingWord(word, line: invocation.line).grouping(in: scenario))
        }
        var report = try session.simulate(
            scenario, seed: invocation.seed, replications: invocation.integer("replications"),
            jobs: invocation.integer("jobs"), groupings: groupings, verifies: invocation.has("verify"))
        report.isFull = invocation.has("all")
        if isLoaded { session.lastRun = report }
        let format = invocation["format"]?.text ?? "table"
        session.print(report, format: format)
        if invocation.has("verify") { session.print(Verification(report), toErrors: format != "table") }
        if report.result.isInterrupted { throw .said(.interrupted) }
        if invocation.has("verify"), report.result.violations.total > 0 { throw .said(.failed) }
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
        _ scenario: Scenario, seed: UInt64, replications: Int?, jobs: Int?, groupings: [Grouping] = [],
        verifies: Bool = false
    ) throws(CommandFailure) -> RunReport {
        let model = try compile(scenario, groupings: groupings)
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        let experiment = Experiment(
            model, seed: seed, replications: replications, jobs: jobs ?? ProcessInfo.processInfo.activeProcessorCount,
            precision: .init(headline: scenario.headline), verifies: verifies, isCancelled: { Interrupt.isRequested },
            progress: { done, planned in progress.show(done: done, planned: planned) })
        do throws(SimulationError) {
            let result = try experiment.run()
            return RunReport(
                scenario: scenario, result: result, requested: replications,
                groupedBy: groupings.map(\.attribute))
        } catch .cancelled {
            throw .interrupted
        } catch {
            throw .engine(.simulation(error, start: scenario.model.start))
        }
    }

    /// - Parameter groupings: attributes by which observations are kept apart besides the scenario's own.
    func compile(
        _ scenario: Scenario, groupings: [Grouping] = []
    ) throws(CommandFailure) -> CompiledModel {
        var model = scenario.model
        for grouping in groupings {
            model.groupBy.removeAll { $0.attribute == grouping.attribute }
            model.groupBy.append(grouping)
        }
        do throws(ModelError) {
            return try CompiledModel(model)
        } catch {
            throw .findings([scenario.finding(error)], scenario.files)
        }
    }

    /// Says whether the books balance; beside results for programs on standard error.
    func print(_ verification: Verification, toErrors: Bool) {
        for line in verification.lines(language) {
            if toErrors { console.printError(line) } else { console.printWrapped(line, indent: "    ") }
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
