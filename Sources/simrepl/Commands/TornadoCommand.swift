import PathwaySim
import Scenarios

extension Command {
    static let tornado = Command(
        "tornado", "følsomhed", .results, parameters: [Parameter("path", Texts.placeholderPath, .path, repeats: true)],
        options: [
            Option("range", Texts.placeholderShare, .share(0.001...0.9), help: Texts.optionRange),
            Option("measure", Texts.placeholderMeasure, .measure, help: Texts.optionTornadoMeasure), .seed,
            Option(
                "replications", Texts.placeholderNumber, .integer(2...100_000), help: Texts.optionTornadoReplications),
            .level, .jobs, .set, .format, Option("all", help: Texts.optionTornadoAll),
        ],
        summary: Texts.tornadoSummary, details: Texts.tornadoDetails,
        examples: [
            "tornado parameters.selfShare resources.clarifier.slotsPerWeek --replications 2",
            "tornado parameters.selfShare --range 50% --measure wait.clarifying.mean --replications 2 --format csv",
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
    }

    var scenario: Scenario
    var measure: String
    var base: Measure
    var range: Double
    /// In the order of the scenario, with the bars of `sensitivity`.
    var inputs: [Input]
    var sensitivity: Sensitivity
    /// Paths of numbers that can be set to neither value.
    var leftOut: [String]
    var seed: UInt64
    var replications: Int
    var level: Double
    var isInterrupted = false
}

extension Session {
    fileprivate func tornado(_ invocation: Invocation) throws(CommandFailure) -> TornadoReport {
        let line = invocation.line
        let scenario = try applying(invocation.all("set"), to: self.scenario(), in: line)
        let model = try compile(scenario)
        var measure = ComparisonReport.headline(of: scenario).first ?? "number.system.mean"
        if let word = invocation["measure"] {
            measure = try MeasureWord(token: word, line: line).name(in: scenario, model)
        }
        var settings = RunSettings(invocation)
        let replications = settings.replications ?? 20
        settings.replications = replications
        let range = invocation.share("range") ?? 0.2
        let numbers = try uncertainNumbers(invocation.all("path"), in: scenario, line)
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        let planned = (2 * numbers.count + 1) * replications
        var done = 0
        func measured(_ scenario: Scenario) throws(CommandFailure) -> Measure?? {
            let before = done
            done += replications
            return try self.measured(scenario, measure, settings) { progress.show(done: before + $0, planned: planned) }
        }
        guard let first = try measured(scenario), let base = first else { throw .interrupted }
        var isInterrupted = false
        var inputs: [TornadoReport.Input] = []
        var ends: [(low: Measure?, high: Measure?)] = []
        var leftOut: [String] = []
        search: for number in numbers {
            let values = UncertainRange(number, in: scenario, share: range)
            var input = TornadoReport.Input(setting: number, isStated: values.isStated)
            var found: [Measure?] = []
            for (isHigh, value) in [(false, values.low), (true, values.high)] {
                guard let value, let (changed, change) = varied(scenario, number, to: value) else {
                    done += replications
                    found.append(nil)
                    continue
                }
                guard let result = try measured(changed) else {
                    isInterrupted = true
                    break search
                }
                found.append(result)
                if isHigh { input.high = change } else { input.low = change }
            }
            guard input.low != nil || input.high != nil else {
                leftOut.append(number.path)
                continue
            }
            inputs.append(input)
            ends.append((found[0], found[1]))
        }
        let level = settings.level ?? RunSettings.standardLevel
        return TornadoReport(
            scenario: scenario, measure: measure, base: base, range: range, inputs: inputs,
            sensitivity: Sensitivity(base: base, ends: ends, level: level), leftOut: leftOut,
            seed: settings.seed ?? RunSettings.standardSeed, replications: replications, level: level,
            isInterrupted: isInterrupted)
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
                guard let setting = scenario.setting(named: change.path),
                    !named.contains(where: { $0.path == setting.path })
                else { continue }
                named.append(setting)
            }
            return named
        }
        let assumed = Set(scenario.provenance.filter { $0.kind == .assumption }.map(\.path))
        return scenario.settings.filter { setting in
            guard !setting.isStandard, setting.varies else { return false }
            return assumed.contains(setting.path) || assumed.contains(setting.path + ".value")
                || UncertainRange.stated(setting, in: scenario) != nil
        }
    }

    /// The scenario with a number set; nil where that changes nothing or is refused.
    private func varied(_ scenario: Scenario, _ number: Setting, to value: String) -> (Scenario, SettingChange)? {
        var editor = ScenarioEditor(scenario)
        guard let change = try? editor.set(number.path, value), change.old != change.new,
            (try? CompiledModel(editor.scenario.model)) != nil
        else { return nil }
        return (editor.scenario, change)
    }

    /// The measure of a run: nil inside when there is none of that name, nil outside when it was interrupted.
    private func measured(
        _ scenario: Scenario, _ measure: String, _ settings: RunSettings, progress: @escaping @Sendable (Int) -> Void
    ) throws(CommandFailure) -> Measure?? {
        let experiment = settings.experiment(try compile(scenario), headline: []) { done, _ in progress(done) }
        do throws(SimulationError) {
            let result = try experiment.run()
            return result.isInterrupted ? nil : .some(result.measure(measure))
        } catch .cancelled {
            return nil
        } catch {
            throw .engine(.simulation(error, start: scenario.model.start))
        }
    }
}

/// The two values an uncertain number is given, as `set` takes them.
struct UncertainRange {
    let isStated: Bool
    let low: String?
    let high: String?

    /// The scenario's own range where it gives one, else a share down and up; whole numbers at least 1 apart, and none that
    /// is 1 or more goes below 1.
    init(_ setting: Setting, in scenario: Scenario, share: Double) {
        if let range = Self.stated(setting, in: scenario) {
            isStated = true
            (low, high) = ("=" + NumberFormat.shortest(range.low), "=" + NumberFormat.shortest(range.high))
            return
        }
        isStated = false
        if let number = setting.value.number, case .integer = setting.form {
            var (down, up) = ((number * (1 - share)).rounded(.down), (number * (1 + share)).rounded(.up))
            if number >= 1 { down = max(1, down) }
            if number < 0 { (down, up) = ((number * (1 + share)).rounded(.down), (number * (1 - share)).rounded(.up)) }
            (low, high) = ("=" + NumberFormat.shortest(down), "=" + NumberFormat.shortest(up))
            return
        }
        let percent = NumberFormat.shortest((share * 100 * 1e9).rounded() / 1e9)
        (low, high) = ("-\(percent)%", "+\(percent)%")
    }

    /// The least and greatest plausible value as the scenario gives them.
    static func stated(_ setting: Setting, in scenario: Scenario) -> (low: Double, high: Double)? {
        guard let path = try? JSONPath(parsing: setting.path), let node = try? scenario.document.node(at: path),
            let ends = node["range"]?.array?.compactMap(\.number), ends.count == 2, ends[0] <= ends[1]
        else { return nil }
        return (ends[0], ends[1])
    }
}

extension Setting {
    /// Whether it is a number or a length of time other than 0.
    fileprivate var varies: Bool {
        if let number = value.number { return number != 0 }
        guard let text = value.string, let duration = try? DurationText(parsing: text) else { return false }
        return duration.amount != 0
    }
}
