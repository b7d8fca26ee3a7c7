import PathwaySim
import Scenarios

/// What `--warmup` says: `auto`, or a duration.
struct WarmupWord {
    let token: Token
    let line: CommandLine

    var isAutomatic: Bool { token.text == "auto" }

    /// The scenario with the warm-up, and how it was found.
    ///
    /// - Throws: when the duration is none, or is not within the run; when the run cannot be done.
    func applied(
        to scenario: Scenario, _ settings: RunSettings, in session: Session
    ) throws(CommandFailure) -> (Scenario, Warmup?) {
        var editor = ScenarioEditor(scenario)
        var value = token
        var found: Warmup?
        if isAutomatic {
            guard let warmup = try session.findWarmup(scenario, settings) else {
                throw .failed(.noWarmup, line.place(of: token))
            }
            found = warmup
            value.text = Self.duration(warmup.truncation, of: scenario.model.horizon)
        }
        var path = token
        path.text = "warmup"
        _ = try TypedSetting(path: path, value: value, line: line).apply(to: &editor)
        return (editor.scenario, found)
    }

    /// In whole days, or hours where the run is short. Never more than half the run, which is too short if more is wanted;
    /// and never nothing: only a run with a warm-up is one that is to show the long run.
    private static func duration(_ truncation: SimTime, of horizon: SimTime) -> String {
        let (length, unit) = horizon.days >= 10 ? (1.0, "d") : (1.0 / 24, "h")
        let wanted = max(1, (truncation.days / length).rounded(.up))
        return NumberFormat.shortest(max(1, min(wanted, (horizon.days / 2 / length).rounded(.down)))) + unit
    }
}

extension Session {
    /// Where the scenario has settled; nil when its run is too short to see anything.
    fileprivate func findWarmup(_ scenario: Scenario, _ settings: RunSettings) throws(CommandFailure) -> Warmup? {
        // Says what is wrong with the scenario, with its place.
        _ = try compile(scenario)
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        do {
            return try Warmup.estimate(
                scenario.model, seed: settings.seed ?? RunSettings.standardSeed,
                replications: settings.replications ?? 20, jobs: settings.jobs,
                isCancelled: { Interrupt.isRequested },
                progress: { done, planned in progress.show(done: done, planned: planned) })
        } catch let error as SimulationError {
            if case .cancelled = error { throw .interrupted }
            throw .engine(.simulation(error, start: scenario.model.start))
        } catch let error as ModelError {
            throw .findings([scenario.finding(error)], scenario.files)
        } catch {
            return nil
        }
    }
}
