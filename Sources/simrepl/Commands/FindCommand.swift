import PathwaySim
import Scenarios

extension Command {
    static let find = Command(
        "find", "find", .results,
        parameters: [
            Parameter(
                "words", Texts.placeholderGoal, .lever, isRequired: true, repeats: true, mayFollowScenario: true)
        ],
        options: [
            Option("zone", Texts.placeholderShare, .share(0.001...0.5), help: Texts.optionZone),
            Option("by", Texts.placeholderGroup, .grouping, help: Texts.optionFindBy), .seed,
            Option("cap", Texts.placeholderNumber, .integer(20...100_000), help: Texts.optionFindCap),
            .level, .jobs, .set, .format,
        ],
        summary: Texts.findSummary, details: Texts.findDetails,
        examples: [
            "find resources.clarifier.slotsPerWeek 12..24 6 such that utilisation.clarifier at most 95% --cap 20",
            "find resources.clarifier.slotsPerWeek 12..24 12 resources.closer.slotsPerWeek 9..12 3 such that "
                + "utilisation.clarifier at most 95% minimise hours --cap 20",
            "find resources.clarifier.slotsPerWeek 12..24 12 such that wait.clarifying.mean by reason at most 60d --cap 20",
        ]
    ) { invocation, session throws(CommandFailure) in
        let report = try session.find(invocation)
        session.lastFinding = .search(report)
        session.print(
            format: invocation["format"], json: FindMachine.json(report), csv: FindMachine.csv(report),
            FindText(report: report, language: session.language).document())
        if report.search.isInterrupted { throw .said(.interrupted) }
        if report.search.answer == nil { throw .said(.failed) }
    }
}

/// What a search found, with what a reader needs to judge it.
struct FindReport {
    var scenario: Scenario
    var levers: [Lever]
    var goals: [ServiceGoal]
    var search: GoalSearch
    var seed: UInt64
    /// Confidence over the whole search, and of a single interval.
    var level: Double
    var singleLevel: Double
    /// Planned hours a week at the answer and in the scenario as it is; only with two levers.
    var hours: (answer: Double, now: Double)?
}

extension Session {
    private static let mostCells = 400

    fileprivate func find(_ invocation: Invocation) throws(CommandFailure) -> FindReport {
        let line = invocation.line
        let (base, rest) = try scenarioFirst(invocation.all("words"))
        let words = try GoalWords(rest, line: line)
        let scenario = try applying(invocation.all("set"), to: base, in: line)
        let groupings = try words.groupings(invocation["by"], in: scenario)
        let goals = try words.serviceGoals(
            in: scenario, compile(scenario, groupings: groupings), by: invocation["by"],
            zone: invocation.share("zone") ?? 0.05)
        // The smallest of all whole numbers, along one lever: halving needs few of them.
        let isAlone = words.levers.count { $0.text.contains("..") } == 1
        let levers = try Lever.read(
            words.levers, in: scenario, line: line, finest: isAlone ? Double(Self.mostCells) : 20
        ) { setting, path throws(CommandFailure) in
            try Self.chosenRange(setting, path, line)
        }
        let sizes = levers.map(\.values.count)
        if levers.count == 2, sizes[0] * sizes[1] > Self.mostCells {
            throw .failed(
                .tooManyCells(sizes[0] * sizes[1], most: Self.mostCells, replications: 0, seconds: nil), nil)
        }
        var settings = RunSettings(invocation)
        let level = settings.level ?? RunSettings.standardLevel
        settings.replications = 1
        let most =
            levers.count == 1
            ? GoalSearch.mostProbes(values: sizes[0]) : GoalSearch.mostProbes(values: sizes[0], and: sizes[1])
        let decision = GoalDecision(
            goals: goals, level: level, probes: most, looks: GoalDecision.looks(upTo: settings.cap))
        let search = try search(scenario, levers, decision, settings, groupings, line)
        var report = FindReport(
            scenario: scenario, levers: levers, goals: goals, search: search,
            seed: settings.seed ?? RunSettings.standardSeed, level: level, singleLevel: 1 - 2 * decision.risk)
        if levers.count == 2, let answer = search.answer {
            let then = try self.scenario(scenario, levers, at: answer, in: line)
            report.hours = (try plannedHours(then), try plannedHours(scenario))
        }
        return report
    }

    /// From 1 to three times what it is, where it is a number of something.
    private static func chosenRange(
        _ setting: Setting, _ path: Token, _ line: CommandLine
    ) throws(CommandFailure) -> [LeverValue] {
        guard let now = setting.value.number, now >= 1, now <= 10_000 else {
            throw .notUnderstood(.rangeNeeded(path.text), line.place(of: path))
        }
        return (1...Int((3 * now).rounded(.up))).map { LeverValue(Double($0), nil) }
    }

    private func search(
        _ scenario: Scenario, _ levers: [Lever], _ decision: GoalDecision, _ settings: RunSettings,
        _ groupings: [Grouping], _ line: CommandLine
    ) throws(CommandFailure) -> GoalSearch {
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        let sizes = levers.map(\.values.count)
        let most = decision.looks.last ?? 1
        var done: [GoalProbe] = []
        let probe = { (point: [Int]) throws -> GoalProbe in
            let changed = try self.scenario(scenario, levers, at: point, in: line)
            let model = try self.compile(changed, groupings: groupings)
            let experiment = settings.experiment(model, headline: []) { done, _ in
                progress.show(done: done, planned: most)
            }
            let found = try decision.probe(experiment, at: point)
            done.append(found)
            return found
        }
        do {
            guard levers.count == 2 else { return try GoalSearch.alongOne(values: sizes[0], probe: probe) }
            return try GoalSearch.alongTwo(
                values: sizes[0], and: sizes[1],
                cost: { try self.plannedHours(self.scenario(scenario, levers, at: $0, in: line)) }, probe: probe)
        } catch let failure as CommandFailure {
            throw failure
        } catch SimulationError.cancelled {
            if done.isEmpty { throw .interrupted }
            return .interrupted(after: done)
        } catch let error as SimulationError {
            throw .engine(.simulation(error, start: scenario.model.start))
        } catch {
            throw .interrupted
        }
    }

    private func plannedHours(_ scenario: Scenario) throws(CommandFailure) -> Double {
        do {
            return try PlannedHours.perWeek(scenario.model)
        } catch let error as ModelError {
            throw .findings([scenario.finding(error)], scenario.files)
        } catch let error as SimulationError {
            throw .engine(.simulation(error, start: scenario.model.start))
        } catch {
            throw .interrupted
        }
    }
}
