import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let calibrate = Command(
        "calibrate", "kalibrer", .results,
        parameters: [Parameter("words", Texts.placeholderCalibrated, .lever, repeats: true, mayFollowScenario: true)],
        options: [
            Option("observed", Texts.placeholderObserved, .table, help: Texts.optionObserved),
            Option("accept", help: Texts.optionAccept),
            Option("save", Texts.placeholderFile, .file, help: Texts.optionSaveCalibrated),
            Option("onto", Texts.placeholderScenario, .scenario, help: Texts.optionOnto),
            Option("all", help: Texts.optionAllFigures), .seed,
            Option(
                "replications", Texts.placeholderNumber, .integer(20...10_000), help: Texts.optionCalibrateReplications),
            .level, .jobs, .set, .format, Option("force", help: Texts.optionForce),
        ],
        summary: Texts.calibrateSummary, details: Texts.calibrateDetails,
        examples: ["calibrate eksempelkommunen-sidste-aar parameters.noShowShare --replications 20"]
    ) { invocation, session throws(CommandFailure) in
        try CalibrateWords.check(invocation)
        let report = try session.calibrate(invocation)
        session.print(
            format: invocation["format"], json: CalibrateMachine.json(report), csv: CalibrateMachine.csv(report),
            CalibrateText(report: report, showsAll: invocation.has("all"), language: session.language).document())
        if invocation.has("accept") { try session.accept(report, invocation) }
        if let word = invocation["save"] { try session.save(report, as: word, invocation) }
    }
}

/// Observed figures beside simulated years, and what they say about the unknowns.
struct CalibrationReport {
    struct Unknown {
        var setting: Setting
        var low: LeverValue
        var high: LeverValue
        /// In the unit of the bounds.
        var present: Double

        var name: Text { setting.label == Text(same: setting.path) ? Text(same: setting.path) : setting.label }
    }

    /// An unknown's proposed value as it is shown, set and kept.
    struct Proposal {
        var unknown: Unknown
        var value: LeverValue
        var low: LeverValue
        var high: LeverValue
        /// At one of the bounds.
        var isAtBound: Bool
    }

    /// A figure with what was observed; or several periods of one count that follow each other, put together.
    struct Entry {
        var name: Text
        var figure: ObservedFigure
        var observed: Double
        /// Places of the figures that it puts together; empty for one of the file.
        var members: [Int] = []
    }

    var scenario: Scenario
    /// Whether it is the session's own.
    var isOpen: Bool
    var table: ObservedTable
    /// Those of the file in its order, then the sums: many small differences to the same side show only in them.
    var entries: [Entry]
    var years: [[Double?]]
    var comparison: FigureComparison
    var unknowns: [Unknown] = []
    var calibration: Calibration?
    /// Arrivals held as they were counted while the unknowns are sought.
    var held: HeldArrivals?
    var proposals: [Proposal] = []
    /// Unknowns whose best value is one of their bounds; then nothing is proposed, since the others were fitted to it.
    var atBound: [Unknown] = []
    /// With the proposals set; nil when there are none.
    var proposedYears: [[Double?]]?
    var proposedComparison: FigureComparison?
    var seed: UInt64
    var level: Double

    /// The days that the figures are about.
    var from: CivilDate { scenario.model.start.adding(days: entries.map(\.figure.from).min() ?? 0) }
    var to: CivilDate { scenario.model.start.adding(days: entries.map(\.figure.to).max() ?? 0) }

    static func entries(_ table: ObservedTable) -> [Entry] {
        let rows = table.rows.map { Entry(name: $0.name, figure: $0.figure, observed: $0.value) }
        var runs: [[Int]] = []
        for index in rows.indices {
            let figure = rows[index].figure
            if let last = runs.last?.last, rows[last].figure.kind == figure.kind,
                rows[last].figure.to + 1 == figure.from,
                figure.kind.isSum
            {
                runs[runs.count - 1].append(index)
            } else {
                runs.append([index])
            }
        }
        let known = Set(rows.map(\.figure))
        return rows
            + runs.filter { $0.count > 1 }.compactMap { run -> Entry? in
                let figures = run.map { rows[$0].figure }
                let whole = ObservedFigure(
                    figures[0].kind, from: figures[0].from, to: figures[figures.count - 1].to)
                guard !known.contains(whole) else { return nil }
                return Entry(
                    name: rows[run[0]].name, figure: whole, observed: run.reduce(0) { $0 + rows[$1].observed },
                    members: run)
            }
    }
}

extension ObservedFigure.Kind {
    /// Whether the figure of two periods is the sum of theirs.
    fileprivate var isSum: Bool {
        if case .waiting = self { return false }
        return isCount
    }
}

/// The words of `calibrate`, taken apart.
private enum CalibrateWords {
    static func check(_ invocation: Invocation) throws(CommandFailure) {
        if let word = invocation["onto"], !invocation.has("save") {
            throw .notUnderstood(.ontoWithoutSave, invocation.line.place(of: word))
        }
    }

    /// Paths with their bounds, or with the scenario's own.
    static func unknowns(
        _ words: ArraySlice<Token>, in scenario: Scenario, line: CommandLine
    ) throws(CommandFailure) -> [CalibrationReport.Unknown] {
        var unknowns: [CalibrationReport.Unknown] = []
        var rest = words
        while let path = rest.popFirst() {
            let setting = try Lever.setting(path, scenario, line)
            guard !unknowns.contains(where: { $0.setting.path == setting.path }) else {
                throw .notUnderstood(.sameLever(setting.path), line.place(of: path))
            }
            var bounds: (low: LeverValue, high: LeverValue)?
            if let range = rest.first, range.text.contains("..") {
                rest.removeFirst()
                let read = try LeverRange(range, step: nil, of: setting, line: line)
                guard read.low.amount < read.high.amount else {
                    throw .notUnderstood(.emptyRange(range.text), line.place(of: range))
                }
                bounds = (read.low, read.high)
            } else if let own = scenario.uncertain(setting) {
                bounds = (LeverValue(own.number.low, own.unit), LeverValue(own.number.high, own.unit))
            }
            guard let bounds else { throw .notUnderstood(.boundsNeeded(path.text), line.place(of: path)) }
            guard let present = Self.present(setting, unit: bounds.low.unit) else {
                throw .notUnderstood(.wholeUnknown(setting.path), line.place(of: path))
            }
            unknowns.append(.init(setting: setting, low: bounds.low, high: bounds.high, present: present))
        }
        if unknowns.count > Calibration.mostUnknowns {
            throw .notUnderstood(.tooManyUnknowns(Calibration.mostUnknowns), words.first.map { line.place(of: $0) })
        }
        return unknowns
    }

    /// The value now in the unit of the bounds; nil for whole numbers, words and lengths that have no fixed number of days.
    private static func present(_ setting: Setting, unit: DurationText.Unit?) -> Double? {
        if case .integer = setting.form { return nil }
        guard let unit else { return setting.value.number }
        guard unit.allowsDecimals, let text = setting.value.string, let now = try? DurationText(parsing: text) else {
            return nil
        }
        if now.unit == unit { return now.amount }
        guard let days = now.days, let length = unit.days else { return nil }
        return days / length
    }
}

extension Session {
    private static let comparedYears = 100
    private static let calibratedYears = 60

    fileprivate func calibrate(_ invocation: Invocation) throws(CommandFailure) -> CalibrationReport {
        let line = invocation.line
        let (base, words) = try scenarioFirst(invocation.all("words"))
        let scenario = try applying(invocation.all("set"), to: base, in: line)
        _ = try compile(scenario)
        let unknowns = try CalibrateWords.unknowns(words[...], in: scenario, line: line)
        let table = try observed(invocation["observed"], beside: base, for: scenario, line)
        let seed = invocation.integer("seed").map { UInt64($0) } ?? RunSettings.standardSeed
        let level = invocation.share("level") ?? RunSettings.standardLevel
        let settings = RunSettings(invocation)
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        let entries = CalibrationReport.entries(table)
        let runner = FigureRunner(
            session: self, scenario: scenario, figures: entries.map(\.figure), seed: seed, jobs: settings.jobs,
            progress: progress)
        let compared = settings.replications ?? Self.comparedYears
        let tried = settings.replications ?? Self.calibratedYears
        // Three rounds or four are the rule.
        runner.planned = compared + (unknowns.isEmpty ? 0 : compared + 4 * tried * (1 << unknowns.count) * 2)
        let observed = entries.map(\.observed)
        let years = try runner.years(of: scenario, compared)
        var report = CalibrationReport(
            scenario: scenario, isOpen: words.count == invocation.all("words").count && invocation.all("set").isEmpty,
            table: table,
            entries: entries, years: years,
            comparison: FigureComparison(entries.map(\.figure), observed: observed, years: years, level: level),
            unknowns: unknowns, seed: seed, level: level)
        guard !unknowns.isEmpty else { return report }
        report.calibration = try runner.calibrate(
            unknowns, table.rows.map(\.target), replications: tried, level: level, line)
        report.held = runner.held
        let found = proposals(report)
        report.atBound = found.filter(\.isAtBound).map(\.unknown)
        report.proposals = report.atBound.isEmpty ? found : []
        if !report.proposals.isEmpty {
            var editor = ScenarioEditor(scenario)
            for proposal in report.proposals { _ = try set(proposal, in: &editor, report, line) }
            let proposed = try runner.years(of: editor.scenario, compared)
            report.proposedYears = proposed
            report.proposedComparison = FigureComparison(
                entries.map(\.figure), observed: observed, years: proposed, level: level)
        }
        return report
    }

    /// The file that was named, or the one that import wrote beside the scenario.
    private func observed(
        _ word: Token?, beside base: Scenario, for scenario: Scenario, _ line: CommandLine
    ) throws(CommandFailure) -> ObservedTable {
        let url = word.map { URL(fileURLWithPath: $0.text) } ?? library.observedFigures(of: base.reference)
        guard let url else { throw .notUnderstood(.noObservedFile, line.end) }
        do throws(Diagnostics) {
            return try ObservedTable.read(url, named: word?.text ?? url.lastPathComponent, for: scenario)
        } catch {
            throw .findings(error.all, SourceFiles())
        }
    }

    // MARK: Proposals

    /// Rounded to half the uncertainty's first digit: what is beyond says nothing.
    private func proposals(_ report: CalibrationReport) -> [CalibrationReport.Proposal] {
        guard let calibration = report.calibration else { return [] }
        return zip(report.unknowns, calibration.verdicts).compactMap { unknown, verdict in
            guard case .told(let value, let low, let high) = verdict else { return nil }
            let unit = unknown.low.unit
            let places = NumberFormat.decimals(forHalfWidth: max((high - low) / 4, 1e-9))
            func rounded(_ value: Double) -> LeverValue {
                if places > 0 {
                    return LeverValue(Double(String(format: "%.\(min(places, 9))f", value)) ?? value, unit)
                }
                let step = pow(10, Double(-places))
                return LeverValue((value / step).rounded() * step, unit)
            }
            func within(_ value: Double) -> LeverValue {
                let rounded = rounded(value)
                return LeverValue(min(max(rounded.amount, unknown.low.amount), unknown.high.amount), unit)
            }
            let span = unknown.high.amount - unknown.low.amount
            return CalibrationReport.Proposal(
                unknown: unknown, value: within(value), low: within(low), high: within(high),
                isAtBound: value - unknown.low.amount < span * 0.005 || unknown.high.amount - value < span * 0.005)
        }
    }

    private func set(
        _ proposal: CalibrationReport.Proposal, in editor: inout ScenarioEditor, _ report: CalibrationReport,
        _ line: CommandLine
    ) throws(CommandFailure) -> SettingChange {
        func words(_ value: LeverValue) -> Text { Text(da: value.label(.da), en: value.label(.en)) }
        // A range that is kept is that of 95 %, whatever level was asked for.
        let reach = NormalLaw.quantile(0.975) / NormalLaw.quantile(0.5 + report.level / 2)
        func end(_ shown: LeverValue) -> Double {
            guard report.level != RunSettings.standardLevel else { return shown.amount }
            let end = LeverValue(proposal.value.amount + reach * (shown.amount - proposal.value.amount), nil).amount
            return min(max(end, proposal.unknown.low.amount), proposal.unknown.high.amount)
        }
        let ends = (end(proposal.low), end(proposal.high))
        let origin = SettingOrigin(
            source: Texts.calibratedOrigin(
                from: report.from, to: report.to, value: words(proposal.value), low: words(proposal.low),
                high: words(proposal.high), level: report.level),
            range: proposal.value.unit == nil && ends.0 <= ends.1 ? ends.0...ends.1 : nil)
        do throws(LoadFailure) {
            return try editor.set(
                proposal.unknown.setting.path, "=" + proposal.value.text, origin: origin)
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
    }

    fileprivate func accept(_ report: CalibrationReport, _ invocation: Invocation) throws(CommandFailure) {
        guard report.isOpen else { throw .failed(.notTheOpenScenario, invocation.line.end) }
        guard !report.proposals.isEmpty else { throw .failed(.nothingProposed, invocation.line.end) }
        var editor = ScenarioEditor(report.scenario)
        var changes: [SettingChange] = []
        for proposal in report.proposals { changes.append(try set(proposal, in: &editor, report, invocation.line)) }
        console.print()
        apply(.init(before: report.scenario, after: editor.scenario, changes: changes))
    }

    fileprivate func save(
        _ report: CalibrationReport, as word: Token, _ invocation: Invocation
    ) throws(CommandFailure) {
        let place = invocation.line.place(of: word)
        guard !report.proposals.isEmpty else { throw .failed(.nothingProposed, place) }
        let path = word.text.hasSuffix(".json") ? word.text : word.text + ".json"
        let base = if let onto = invocation["onto"] { try read(onto.text) } else { report.scenario }
        var editor = ScenarioEditor(base)
        for proposal in report.proposals { _ = try set(proposal, in: &editor, report, invocation.line) }
        let reference = ScenarioLibrary.reference(base.baseReference, from: VariantName.folder(ofFile: path))
        let text = editor.scenario.variantJSON(
            id: VariantName.id(ofFile: path), title: Texts.calibratedTitle(base.title), extends: reference)
        try write(variant: text, extending: reference, to: path, at: place, replacing: invocation.has("force"))
        console.printWrapped(say(Texts.savedCalibrated(path, values: report.proposals.count)))
    }
}

/// Simulates the figures of a scenario at values of its unknowns, and says how far it has come.
private final class FigureRunner {
    private let session: Session
    private let scenario: Scenario
    private let figures: [ObservedFigure]
    private let seed: UInt64
    private let jobs: Int
    private let progress: ProgressLine
    /// Arrivals that calibrating holds as they were counted.
    private(set) var held: HeldArrivals?
    var planned = 0
    private var done = 0

    init(
        session: Session, scenario: Scenario, figures: [ObservedFigure], seed: UInt64, jobs: Int, progress: ProgressLine
    ) {
        (self.session, self.scenario, self.figures) = (session, scenario, figures)
        (self.seed, self.jobs, self.progress) = (seed, jobs, progress)
    }

    func years(
        of scenario: Scenario, _ replications: Int, holding: HeldArrivals? = nil
    ) throws(CommandFailure) -> [[Double?]] {
        let (before, planned, progress) = (done, max(planned, done + replications), progress)
        done += replications
        do {
            return try FigureRuns.values(
                of: figures, in: scenario.model, seed: seed, replications: replications, jobs: jobs,
                holding: holding, isCancelled: { Interrupt.isRequested },
                progress: { progress.show(done: before + $0, planned: planned) })
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

    private func scenario(
        at values: [Double], _ unknowns: [CalibrationReport.Unknown]
    ) throws(CommandFailure) -> Scenario {
        var editor = ScenarioEditor(scenario)
        for (unknown, value) in zip(unknowns, values) where value != unknown.present {
            do throws(LoadFailure) {
                _ = try editor.set(unknown.setting.path, "=" + LeverValue(value, unknown.low.unit).text)
            } catch {
                throw .findings(error.diagnostics, error.files)
            }
        }
        return editor.scenario
    }

    func calibrate(
        _ unknowns: [CalibrationReport.Unknown], _ targets: [Calibration.Target], replications: Int, level: Double,
        _ line: CommandLine
    ) throws(CommandFailure) -> Calibration {
        let present = unknowns.map(\.present)
        var ends: [Model] = []
        for (index, unknown) in unknowns.enumerated() {
            for end in [unknown.low.amount, unknown.high.amount] {
                var values = present
                values[index] = end
                ends.append(try self.scenario(at: values, unknowns).model)
            }
        }
        let held = HeldArrivals(targets, in: scenario.model, alternatives: ends)
        self.held = held
        do {
            return try Calibration(
                unknowns.map { .init(low: $0.low.amount, high: $0.high.amount, present: $0.present) },
                targets, replications: replications, level: level
            ) { values, replications in
                try years(of: try self.scenario(at: values, unknowns), replications, holding: held)
            }
        } catch let failure as CommandFailure {
            throw failure
        } catch {
            throw .interrupted
        }
    }
}
