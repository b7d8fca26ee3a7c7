import PathwaySim
import Scenarios

extension Command {
    static let check = Command(
        "check", "tjek", .results, parameters: [Parameter("scenario", Texts.placeholderScenario, .scenario)],
        options: [.seed, .pilotReplications, .level, .jobs, .set, .format],
        summary: Texts.checkSummary, details: Texts.checkDetails,
        examples: ["check --replications 2", "check uge-40 --replications 2 --format json"]
    ) { invocation, session throws(CommandFailure) in
        let named =
            if let name = invocation["scenario"] { try session.read(name.text) } else { try session.scenario() }
        let scenario = try session.applying(invocation.all("set"), to: named, in: invocation.line)
        let report = try session.check(scenario, RunSettings(invocation))
        session.print(
            format: invocation["format"], json: CheckMachine.json(report), csv: CheckMachine.csv(report),
            CheckText(report: report, language: session.language).document())
    }
}

extension Session {
    /// What a scenario asks for against what it has.
    func check(_ scenario: Scenario, _ settings: RunSettings) throws(CommandFailure) -> CheckReport {
        // Refused with a place in the file when the engine refuses it.
        _ = try compile(scenario)
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        let longer = scenario.model(horizon: scenario.model.horizon + SimTime(days: 365))
        do {
            let check = try LoadCheck.run(
                scenario.model, longer: longer, seed: settings.seed ?? RunSettings.standardSeed,
                replications: settings.replications ?? 40, jobs: settings.jobs,
                level: settings.level ?? RunSettings.standardLevel, isCancelled: { Interrupt.isRequested },
                progress: { progress.show(done: $0, planned: $1) })
            return CheckReport(scenario: scenario, check: check)
        } catch SimulationError.cancelled {
            throw .interrupted
        } catch let error as SimulationError {
            throw .engine(.simulation(error, start: scenario.model.start))
        } catch let error as ModelError {
            throw .findings([scenario.finding(error)], scenario.files)
        } catch {
            throw .interrupted
        }
    }
}

/// A load check with the scenario that names its things.
struct CheckReport: Sendable {
    var scenario: Scenario
    var check: LoadCheck

    /// What a line is about: the resource, or the course whose seats it counts.
    func label(_ line: LoadCheck.Line) -> Text {
        if let resource = line.resource { return scenario.labels.text(.resources, resource).safe }
        return step(line.steps.first ?? "")
    }

    func step(_ name: String) -> Text { scenario.labels.text(.steps, name).safe }
}
