import PathwaySim
import Scenarios

extension Command {
    static let doubt = Command(
        "doubt", "tvivl", .results,
        parameters: [Parameter("words", Texts.placeholderDoubt, .lever, repeats: true, mayFollowScenario: true)],
        options: [
            Option("draws", Texts.placeholderNumber, .integer(10...10_000), help: Texts.optionDraws),
            Option("replications", Texts.placeholderNumber, .integer(2...1_000), help: Texts.optionDoubtReplications),
            Option("range", Texts.placeholderShare, .share(0.001...0.9), help: Texts.optionDoubtRange),
            .measure, .by, .seed, .level, .jobs, .set, .format,
        ],
        summary: Texts.doubtSummary, details: Texts.doubtDetails,
        examples: [
            "doubt parameters.selfShare --draws 10 --replications 2 --measure wait.clarifying.mean",
            "doubt parameters.referredShare 0.02..0.03 uniform --draws 10 --replications 2 "
                + "--measure wait.clarifying.mean --format csv",
        ]
    ) { invocation, session throws(CommandFailure) in
        let report = try session.doubt(invocation)
        session.print(
            format: invocation["format"], json: DoubtMachine.json(report), csv: DoubtMachine.csv(report),
            DoubtText(report: report, language: session.language).document())
        if report.isInterrupted { throw .said(.interrupted) }
    }
}

/// How much of a result's uncertainty comes from numbers nobody knows exactly, and how much from chance.
struct DoubtReport {
    struct Finding {
        var measure: SweepMeasure
        /// As the scenario is.
        var base: Measure
        /// Nil with too few draws, or when the measure has no value in them.
        var split: UncertaintySplit?
        /// One for each input: how far the measure follows it, and whether that is beyond chance.
        var follows: [(rank: RankCorrelation?, isTold: Bool)]

        /// Inputs that the measure follows beyond chance, the closest first.
        var told: [Int] {
            follows.indices.filter { follows[$0].isTold }.sorted {
                let (a, b) = (abs(follows[$0].rank?.value ?? 0), abs(follows[$1].rank?.value ?? 0))
                return a != b ? a > b : $0 < $1
            }
        }
    }

    var scenario: Scenario
    var inputs: [UncertainSetting]
    /// The values drawn for each input, of the draws that were done.
    var values: [[Double]]
    var findings: [Finding]
    /// Draws asked for, and done.
    var planned: Int
    var done: Int
    /// Years simulated for each draw, and for the scenario as it is.
    var years: Int
    var baseYears: Int
    /// Assumptions that count as known because they have no range.
    var known: Int
    /// Paths of assumptions that the scenario does not let vary so much.
    var leftOut: [String]
    var seed: UInt64
    var level: Double

    var isInterrupted: Bool { done < planned }
}

extension Session {
    private static let standardDraws = 60
    private static let standardYears = 5

    fileprivate func doubt(_ invocation: Invocation) throws(CommandFailure) -> DoubtReport {
        let line = invocation.line
        let (base, words) = try scenarioFirst(invocation.all("words"))
        let scenario = try applying(invocation.all("set"), to: base, in: line)
        var groupings: [Grouping] = []
        for word in invocation.all("by") { groupings.append(try GroupingWord(word, line: line).grouping(in: scenario)) }
        let model = try compile(scenario, groupings: groupings)
        var measures: [String] = []
        for word in invocation.all("measure") {
            measures.append(try MeasureWord(token: word, line: line).name(in: scenario, model))
        }
        if measures.isEmpty { measures = ComparisonReport.headline(of: scenario) }
        let share = invocation.share("range")
        let named = try DoubtWords(words: words, share: share, line: line).inputs(in: scenario)
        guard !named.isEmpty else { throw .failed(.nothingUncertain, line.end) }
        let settings = RunSettings(invocation)
        let (inputs, leftOut) = try checked(named, in: scenario, settings)
        guard !inputs.isEmpty else { throw .failed(.nothingUncertain, line.end) }
        let plan = DoubtPlan(
            scenario: scenario, inputs: inputs, measures: wanted(measures, groupings, model), groupings: groupings,
            settings: settings, draws: invocation.integer("draws") ?? Self.standardDraws,
            years: invocation.integer("replications") ?? Self.standardYears)
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        var report = try plan.run { done, planned in progress.show(done: done, planned: planned) }
        report.known = words.isEmpty && share == nil ? scenario.assumptionsWithoutRange.count : 0
        report.leftOut = leftOut
        return report
    }

    /// Each measure of all citizens, followed by those of the groups.
    private func wanted(_ names: [String], _ groupings: [Grouping], _ model: CompiledModel) -> [SweepMeasure] {
        names.flatMap { name -> [SweepMeasure] in
            let groups =
                model.hasGroups(ofMeasure: name)
                ? groupings.flatMap { grouping in
                    model.groups(of: grouping.attribute).map {
                        SweepMeasure(name: name, group: .init(attribute: grouping.attribute, value: $0))
                    }
                } : []
            return [SweepMeasure(name: name)] + groups
        }
    }

    /// The inputs that the scenario lets take both ends of their range, and the paths of those it does not.
    ///
    /// - Throws: when it refuses an end that was given, with what is wrong with it.
    private func checked(
        _ inputs: [UncertainSetting], in scenario: Scenario, _ settings: RunSettings
    ) throws(CommandFailure) -> (kept: [UncertainSetting], leftOut: [String]) {
        let verdicts = try VariantRuns.each(inputs.count, jobs: settings.jobs) {
            index throws(CommandFailure) -> Bool? in
            let input = inputs[index]
            for end in [input.number.low, input.number.high] {
                let node = input.node(end)
                let reason: Text
                do throws(LoadFailure) {
                    var editor = ScenarioEditor(scenario)
                    try editor.set(together: [(input.setting, node)])
                    if (try? CompiledModel(editor.scenario.model)) != nil { continue }
                    reason = Texts.refusedByModel
                } catch {
                    reason = error.diagnostics.first { $0.severity == .error }?.text ?? Texts.refusedByModel
                }
                if !input.isStated { return false }
                let written = node.string ?? node.number.map(NumberFormat.shortest) ?? ""
                throw .failed(.rangeRefused(input.setting.path, value: written, reason), nil)
            }
            return true
        }
        if verdicts.contains(where: { $0 == nil }) { throw .interrupted }
        var (kept, leftOut): ([UncertainSetting], [String]) = ([], [])
        for (input, isKept) in zip(inputs, verdicts) {
            if isKept ?? false { kept.append(input) } else { leftOut.append(input.setting.path) }
        }
        return (kept, leftOut)
    }
}
