import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let run = Command(
        "run", "kør", .results, parameters: [Parameter("scenario", Texts.placeholderScenario, .scenario)],
        options: [Option].simulation + [
            .set, Option("warmup", Texts.placeholderWarmup, .duration, help: Texts.optionWarmup), .by, .format,
            Option("all", help: Texts.optionAll), Option("verify", help: Texts.optionVerify),
        ],
        summary: Texts.runSummary, details: Texts.runDetails,
        examples: [
            "run --replications 2", "run kommune --replications 2 --seed 7", "run --replications 2 --format csv",
            "run --replications 2 --by age:50,70 --verify",
            "run --warmup auto --replications 2 --set horizon=2y",
        ]
    ) { invocation, session throws(CommandFailure) in
        let settings = invocation.all("set")
        let isLoaded = !invocation.has("scenario") && settings.isEmpty && !invocation.has("warmup")
        let named =
            if let name = invocation["scenario"] { try session.read(name.text) } else { try session.scenario() }
        var scenario = try session.applying(settings, to: named, in: invocation.line)
        var warmup: Warmup?
        if let word = invocation["warmup"] {
            (scenario, warmup) = try WarmupWord(token: word, line: invocation.line)
                .applied(to: scenario, RunSettings(invocation), in: session)
        }
        var groupings: [Grouping] = []
        for word in invocation.all("by") {
            groupings.append(try GroupingWord(word, line: invocation.line).grouping(in: scenario))
        }
        var report = try session.simulate(
            scenario, RunSettings(invocation), groupings: groupings)
        report.isFull = invocation.has("all")
        report.foundWarmup = warmup
        if let warmup { report.result.judge(growing: warmup.overloads) }
        if isLoaded { session.lastRun = report }
        session.lastReport = report
        session.lastFinding = .run(report)
        let format = invocation["format"]?.text ?? "table"
        session.print(report, format: format)
        if invocation.has("verify") { session.print(Verification(report), toErrors: format != "table") }
        if report.result.isInterrupted { throw .said(.interrupted) }
        if invocation.has("verify"), report.result.violations.total > 0 { throw .said(.failed) }
    }
}

extension Session {
    /// Runs a scenario; what Ctrl-C leaves undone is said in the report.
    func simulate(
        _ scenario: Scenario, _ settings: RunSettings, groupings: [Grouping] = []
    ) throws(CommandFailure) -> RunReport {
        let model = try compile(scenario, groupings: groupings)
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        let experiment = settings.experiment(model, headline: scenario.headline) { done, planned in
            progress.show(done: done, planned: planned)
        }
        do throws(SimulationError) {
            let result = try experiment.run()
            return RunReport(
                scenario: scenario, result: result, requested: settings.replications,
                groupedBy: groupings.map(\.attribute))
        } catch .cancelled {
            throw .interrupted
        } catch {
            throw .engine(.simulation(error, start: scenario.model.start))
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
