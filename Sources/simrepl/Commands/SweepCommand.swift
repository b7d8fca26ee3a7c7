import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let sweep = Command(
        "sweep", "varier", .results,
        parameters: [
            Parameter(
                "words", Texts.placeholderLever, .lever, isRequired: true, repeats: true, mayFollowScenario: true)
        ],
        options: [
            .measure, .by, .seed,
            Option("replications", Texts.placeholderNumber, .integer(1...100_000), help: Texts.optionSweepReplications),
            .level, .jobs, .set, .format, Option("yes", help: Texts.optionYes),
            Option("keep", Texts.placeholderFile, .text, help: Texts.optionKeep),
        ],
        summary: Texts.sweepSummary, details: Texts.sweepDetails,
        examples: [
            "sweep resources.clarifier.slotsPerWeek 10..14 2 --replications 2",
            "sweep resources.clarifier.slotsPerWeek 10..14 4 resources.closer.slotsPerWeek 8..10 2 "
                + "--measure wait.clarifying.mean --replications 2 --format csv",
        ]
    ) { invocation, session throws(CommandFailure) in
        let line = invocation.line
        let (base, words) = try session.scenarioFirst(invocation.all("words"))
        let scenario = try session.applying(invocation.all("set"), to: base, in: line)
        let levers = try Lever.read(words, in: scenario, line: line)
        let report = try session.sweep(scenario, levers, invocation)
        session.lastFinding = .sweep(report)
        session.lastSweep = report
        session.print(
            format: invocation["format"], json: SweepMachine.json(report), csv: SweepMachine.csv(report),
            SweepText(report: report, language: session.language).document())
        if report.isInterrupted { throw .said(.interrupted) }
    }
}

/// A measure that a sweep shows: of all citizens, or of a group of them.
struct SweepMeasure: Hashable {
    var name: String
    var group: Measure.Group?

    func label(in scenario: Scenario) -> Text {
        let label = scenario.measureLabel(name)
        guard let group else { return label }
        let attribute = scenario.labels.text(.attributes, group.attribute).safe
        let value = scenario.labels.group(group)
        return Text(
            da: "\(label.da) (\(attribute.da): \(value.da))", en: "\(label.en) (\(attribute.en): \(value.en))")
    }
}

/// What every setting of one or two levers gives, with the same luck.
struct SweepReport {
    struct Cell {
        /// Index of the value of each lever.
        var point: [Int]
        /// One for each of the report's measures; nil where a setting has no such measure.
        var measures: [Measure?]
        /// Their codes.
        var warnings: [String]

        var isOverloaded: Bool { warnings.contains("overload") }
    }

    var scenario: Scenario
    var levers: [Lever]
    var measures: [SweepMeasure]
    var cells: [Cell]
    var seed: UInt64
    var replications: Int
    var level: Double
    var isInterrupted = false

    /// Whether there are several settings and every measure is the same in all of them, replication for replication.
    var isWithoutEffect: Bool {
        guard cells.count > 1, let first = cells.first, first.measures.contains(where: { $0?.mean != nil }) else {
            return false
        }
        return cells.allSatisfy { cell in
            zip(cell.measures, first.measures).allSatisfy { $0?.perReplication == $1?.perReplication }
        }
    }

    /// Each measure of all citizens is followed by those of the groups that the first setting has.
    mutating func takeGroups(from found: [Measure], _ groupings: [Grouping]) {
        let attributes = groupings.map(\.attribute)
        measures = measures.flatMap { measure in
            [measure]
                + found.filter { $0.name == measure.name && $0.by.map { attributes.contains($0.attribute) } ?? false }
                .map { SweepMeasure(name: $0.name, group: $0.by) }
        }
    }

    /// A measure of a cell for reading, with as many digits as its measure has in the other cells.
    func text(_ cell: Cell, _ index: Int, _ language: Language) -> ReportSection.Cell {
        guard index < cell.measures.count, let measure = cell.measures[index], !measure.isHidden else {
            return .init(value: NumberFormat.undefined, spread: "")
        }
        return ReportSection.Cell(
            measure, scale: measure.unit.scale, column: ColumnDigits(cells.map { $0.measures[index] }),
            language: language)
    }
}

extension Session {
    /// Cells from which on it must be said that one means it.
    private static let mostCells = 400

    fileprivate func sweep(
        _ scenario: Scenario, _ levers: [Lever], _ invocation: Invocation
    ) throws(CommandFailure) -> SweepReport {
        var groupings: [Grouping] = []
        for word in invocation.all("by") {
            groupings.append(try GroupingWord(word, line: invocation.line).grouping(in: scenario))
        }
        let model = try compile(scenario, groupings: groupings)
        var measures: [String] = []
        for word in invocation.all("measure") {
            measures.append(try MeasureWord(token: word, line: invocation.line).name(in: scenario, model))
        }
        if measures.isEmpty { measures = ComparisonReport.headline(of: scenario) }
        var settings = RunSettings(invocation)
        settings.replications = settings.replications ?? 40
        let replications = settings.replications ?? 40
        let sizes = levers.map(\.values.count)
        let count = sizes.reduce(1) { $0.multipliedReportingOverflow(by: $1).partialValue }
        var report = SweepReport(
            scenario: scenario, levers: levers, measures: measures.map { SweepMeasure(name: $0) }, cells: [],
            seed: settings.seed ?? RunSettings.standardSeed, replications: replications,
            level: settings.level ?? RunSettings.standardLevel)
        // A value that cannot be is said before anything is run.
        for end in [sizes.map { _ in 0 }, sizes.map { $0 - 1 }] {
            _ = try self.scenario(scenario, levers, at: end, in: invocation.line)
        }
        if count > Self.mostCells, !invocation.has("yes") {
            let seconds = try secondsPerReplication(
                self.scenario(scenario, levers, at: sizes.map { $0 / 2 }, in: invocation.line), settings)
            throw .failed(
                .tooManyCells(
                    count, most: Self.mostCells, replications: replications,
                    seconds: seconds * Double(count) * Double(replications) / Double(settings.jobs)), nil)
        }
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        let file = try keptCells(invocation)
        for index in 0..<count {
            let point = levers.count == 1 ? [index] : [index / sizes[1], index % sizes[1]]
            let changed = try self.scenario(scenario, levers, at: point, in: invocation.line)
            let key = KeptCells.key(
                changed, settings, replications: replications, measures: measures, groupings: groupings)
            if let kept = file?[key], kept.measures.count >= measures.count {
                if report.cells.isEmpty { report.takeGroups(from: kept.measures.compactMap { $0 }, groupings) }
                report.cells.append(.init(point: point, measures: kept.measures, warnings: kept.warnings))
                continue
            }
            let experiment = settings.experiment(try compile(changed, groupings: groupings), headline: []) { done, _ in
                progress.show(done: index * replications + done, planned: count * replications)
            }
            var unwritten: Int32?
            do throws(SimulationError) {
                let result = try experiment.run()
                guard !result.isInterrupted else {
                    report.isInterrupted = true
                    break
                }
                if report.cells.isEmpty { report.takeGroups(from: result.measures, groupings) }
                let cell = KeptCells.Cell(
                    measures: report.measures.map { wanted in
                        result.measures.first { $0.name == wanted.name && $0.by == wanted.group }
                    }, warnings: result.warnings.map(\.code))
                report.cells.append(.init(point: point, measures: cell.measures, warnings: cell.warnings))
                unwritten = file?.keep(cell, as: key)
            } catch .cancelled {
                report.isInterrupted = true
            } catch {
                throw .engine(.simulation(error, start: changed.model.start))
            }
            if let code = unwritten, let word = invocation["keep"] {
                throw .failed(
                    .unwritableOutput(name: word.text, reason: Texts.systemError(code)), invocation.line.place(of: word)
                )
            }
            if report.isInterrupted { break }
        }
        if report.cells.isEmpty { throw .interrupted }
        return report
    }

    /// What an earlier sweep kept in the file that is named; nil when none is.
    private func keptCells(_ invocation: Invocation) throws(CommandFailure) -> KeptCells? {
        guard let word = invocation["keep"] else { return nil }
        guard !KeptCells.isForeign(word.text) else {
            throw .failed(.notKept(word.text), invocation.line.place(of: word))
        }
        guard let kept = KeptCells(word.text) else {
            throw .failed(
                .unreadableInput(name: word.text, reason: Texts.systemError(EACCES)), invocation.line.place(of: word))
        }
        return kept
    }

    /// How long one replication takes here, measured on one.
    private func secondsPerReplication(_ scenario: Scenario, _ settings: RunSettings) throws(CommandFailure) -> Double {
        var settings = settings
        settings.replications = 1
        settings.jobs = 1
        let experiment = settings.experiment(try compile(scenario), headline: [])
        let start = Date()
        do throws(SimulationError) {
            _ = try experiment.run()
        } catch .cancelled {
            throw .interrupted
        } catch {
            throw .engine(.simulation(error, start: scenario.model.start))
        }
        return Date().timeIntervalSince(start)
    }
}
