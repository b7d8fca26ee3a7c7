import PathwaySim
import Scenarios

extension Session {
    /// A scenario with settings made for this time only.
    func applying(_ settings: [Token], to scenario: Scenario, in line: CommandLine) throws(CommandFailure) -> Scenario {
        guard !settings.isEmpty else { return scenario }
        var editor = ScenarioEditor(scenario)
        for word in settings {
            let change = try TypedSetting(assignment: word, line: line).apply(to: &editor)
            // Beside the answer, which may be meant for a program.
            if let range = change.outside { console.printError(say(Texts.outside(range, path: change.path))) }
        }
        return editor.scenario
    }

    /// The scenario that a command's words are about, and the words after it: the first may be a file or the id of a
    /// shipped scenario; without it the open one is meant.
    func scenarioFirst(_ words: [Token]) throws(CommandFailure) -> (scenario: Scenario, rest: [Token]) {
        guard let first = words.first, ScenarioLibrary.isFile(first.text) || library.ids.contains(first.text) else {
            return (try scenario(), words)
        }
        return (try read(first.text), Array(words.dropFirst()))
    }

    /// - Parameter groupings: attributes by which observations are kept apart besides the scenario's own.
    func compile(
        _ scenario: Scenario, groupings: [Grouping] = []
    ) throws(CommandFailure) -> CompiledModel {
        try Self.compiled(scenario, groupings: groupings)
    }

    /// The same, from any thread.
    static func compiled(_ scenario: Scenario, groupings: [Grouping]) throws(CommandFailure) -> CompiledModel {
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

    /// Runs scenarios with the same luck and the same number of replications, so that they can be compared in pairs.
    ///
    /// Shows progress; what Ctrl-C leaves undone is marked in the results, which then have equally many replications.
    ///
    /// - Parameters:
    ///   - groupings: words of `--by`, looked up in each scenario.
    ///   - headline: measures whose differences from the first scenario's decide how many replications there are, where
    ///     the settings give no number.
    /// - Returns: a result for each scenario, in their order.
    func runTogether(
        _ scenarios: [Scenario], _ settings: RunSettings, headline: [String], groupings: [GroupingWord] = [],
        until goal: Experiment.Goal = .differences
    ) throws(CommandFailure) -> [RunResult] {
        guard let first = scenarios.first else { return [] }
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        var experiments: [Experiment] = []
        for scenario in scenarios {
            var groups: [Grouping] = []
            for word in groupings { groups.append(try word.grouping(in: scenario)) }
            experiments.append(
                settings.experiment(try compile(scenario, groupings: groups), headline: headline) { done, planned in
                    progress.show(done: done, planned: planned)
                })
        }
        do throws(SimulationError) {
            return try Experiment.run(together: experiments, until: goal)
        } catch .cancelled {
            throw .interrupted
        } catch {
            throw .engine(.simulation(error, start: first.model.start))
        }
    }
}
