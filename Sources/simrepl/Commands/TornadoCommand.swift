import PathwaySim
import Scenarios

extension Command {
    static let tornado = Command(
        "tornado", "følsomhed", .results,
        parameters: [Parameter("path", Texts.placeholderPath, .path, repeats: true, mayFollowScenario: true)],
        options: [
            Option("range", Texts.placeholderShare, .share(0.001...0.9), help: Texts.optionRange),
            Option("measure", Texts.placeholderMeasure, .measure, help: Texts.optionTornadoMeasure),
            Option("by", Texts.placeholderGroup, .grouping, help: Texts.optionTornadoBy), .seed,
            Option(
                "replications", Texts.placeholderNumber, .integer(2...100_000), help: Texts.optionTornadoReplications),
            .level, .jobs, .set, .format, Option("all", help: Texts.optionTornadoAll),
        ],
        summary: Texts.tornadoSummary, details: Texts.tornadoDetails,
        examples: [
            "tornado parameters.selfShare resources.clarifier.slotsPerWeek --replications 2",
            "tornado parameters.selfShare --range 50% --measure wait.clarifying.mean --replications 2 --format csv",
            "tornado parameters.selfShare --measure wait.clarifying.mean --by reason --replications 2",
        ]
    ) { invocation, session throws(CommandFailure) in
        let report = try session.tornado(invocation)
        session.print(
            format: invocation["format"], json: TornadoMachine.json(report), csv: TornadoMachine.csv(report),
            TornadoText(report: report, showsAll: invocation.has("all"), language: session.language).document())
        if report.isInterrupted { throw .said(.interrupted) }
    }
}

/// What one measure hangs on: how it changes when each uncertain number is low and high, with the same luck.
struct TornadoReport {
    /// One uncertain number and the two values it was given.
    struct Input {
        var setting: Setting
        /// Whether the two values are the scenario's own range, not a share up and down.
        var isStated: Bool
        /// What it was set to; nil where the scenario refuses the value, or where it is the value it has.
        var low: SettingChange?
        var high: SettingChange?
        /// Replications its bars come from.
        var replications = 0
        /// Whether a few replications, which nothing in it changed, were all it got.
        var isUntouched = false
    }

    /// The measure for all citizens, or for a group of them, with a bar for each input.
    struct Finding {
        var measure: SweepMeasure
        var base: Measure
        /// Of the report's ranked inputs, in their order.
        var sensitivity: Sensitivity
        /// Of its other inputs, from few replications.
        var others: [Sensitivity.Bar]
    }

    var scenario: Scenario
    /// At least one; several when groups are asked for.
    var findings: [Finding]
    var range: Double
    /// In the order of the scenario.
    var inputs: [Input]
    /// Places of the inputs that got all replications and are put in order, and of the others.
    var ranked: [Int]
    var others: [Int]
    /// Paths of numbers that can be set to neither value.
    var leftOut: [String]
    var seed: UInt64
    /// Of the ranked numbers.
    var replications: Int
    /// Replications by which the ranked numbers were chosen; nil when all are ranked.
    var firstLook: Int?
    var level: Double
    var isInterrupted = false
}

extension Session {
    fileprivate func tornado(_ invocation: Invocation) throws(CommandFailure) -> TornadoReport {
        let line = invocation.line
        let (base, paths) = try scenarioFirst(invocation.all("path"))
        let scenario = try applying(invocation.all("set"), to: base, in: line)
        var group: GroupWord?
        if let word = invocation["by"] { group = try GroupWord(word, in: scenario, line: line) }
        let groupings = group.map { [$0.grouping] } ?? []
        let model = try compile(scenario, groupings: groupings)
        var measure = ComparisonReport.headline(of: scenario).first ?? "number.system.mean"
        if let word = invocation["measure"] {
            measure = try MeasureWord(token: word, line: line).name(in: scenario, model)
        }
        var wanted = [SweepMeasure(name: measure)]
        if let group {
            let groups = try group.groups(of: measure, in: model).map { SweepMeasure(name: measure, group: $0) }
            wanted = group.value == nil ? wanted + groups : groups
        }
        let settings = RunSettings(invocation)
        let range = invocation.share("range") ?? 0.2
        let numbers = try uncertainNumbers(paths, in: scenario, line)
        let plan = TornadoPlan(
            scenario: scenario, measures: wanted, groupings: groupings,
            settings: settings, replications: settings.replications ?? 20, range: range, numbers: numbers)
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        return try plan.run { done, planned in progress.show(done: done, planned: planned) }
    }

    /// The numbers named, or all that are assumptions or have a range.
    private func uncertainNumbers(
        _ words: [Token], in scenario: Scenario, _ line: CommandLine
    ) throws(CommandFailure) -> [Setting] {
        guard words.isEmpty else {
            var named: [Setting] = []
            for word in words {
                var editor = ScenarioEditor(scenario)
                // Says what is wrong with the path, or that there is no number.
                let change = try TypedSetting(path: word, value: Token(text: "+0", span: word.span), line: line)
                    .apply(to: &editor)
                guard !["horizon", "warmup"].contains(change.path) else {
                    throw .notUnderstood(.frameOfRun(change.path), line.place(of: word))
                }
                guard let setting = scenario.setting(named: change.path),
                    !named.contains(where: { $0.path == setting.path })
                else { continue }
                named.append(setting)
            }
            return named
        }
        let without = Set(scenario.assumptionsWithoutRange.map(\.path))
        return scenario.settings.filter { setting in
            guard !setting.isStandard, setting.varies else { return false }
            return without.contains(setting.path) || scenario.uncertain(setting) != nil
        }
    }
}

/// The two values an uncertain number is given, as `set` takes them.
struct UncertainRange {
    let isStated: Bool
    let low: String?
    let high: String?

    /// The scenario's own range where it gives one, else a share down and up; whole numbers at least 1 apart, and none that
    /// is 1 or more goes below 1; a yes or no is both.
    init(_ setting: Setting, in scenario: Scenario, share: Double) {
        if let stated = scenario.uncertain(setting) {
            isStated = true
            func written(_ amount: Double) -> String {
                let node = stated.node(amount)
                return "=" + (node.string ?? NumberFormat.shortest(amount))
            }
            (low, high) = (written(stated.number.low), written(stated.number.high))
            return
        }
        isStated = false
        if scenario.isSwitch(setting) {
            (low, high) = ("=0", "=1")
            return
        }
        if let number = setting.value.number, scenario.isCounted(setting) {
            var (down, up) = ((number * (1 - share)).rounded(.down), (number * (1 + share)).rounded(.up))
            if number >= 1 { down = max(1, down) }
            if number < 0 { (down, up) = ((number * (1 + share)).rounded(.down), (number * (1 - share)).rounded(.up)) }
            (low, high) = ("=" + NumberFormat.shortest(down), "=" + NumberFormat.shortest(up))
            return
        }
        let percent = NumberFormat.shortest((share * 100 * 1e9).rounded() / 1e9)
        (low, high) = ("-\(percent)%", "+\(percent)%")
    }
}
