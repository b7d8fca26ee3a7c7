import PathwaySim
import Scenarios

/// Half a year of a scenario beside the half year before it, both simulated with the same luck.
struct KeyFigures {
    let scenario: Scenario
    /// The last half year of the scenario's period.
    let now: RunResult
    let before: RunResult
    /// Of the half year with the one before, replication by replication.
    let comparison: Comparison
    let starts: (before: CivilDate, now: CivilDate, end: CivilDate)

    /// Whether the half year before began with empty offers, so that the difference shows how they fill.
    var followsStart: Bool {
        CivilClock(start: scenario.model.start).instant(starts.before) < KeyFigures.filling
    }

    /// Time after which offers that began empty count as filled.
    private static let filling = SimTime(days: 180)

    /// How the two differ in a measure; nil when either has none.
    func difference(_ name: String) -> Difference? { comparison.variants.first?.difference(name) }
}

extension Session {
    /// Simulates the last two half years of the scenario's period.
    ///
    /// - Throws: when the period, after its warm-up, is shorter than a year.
    func keyFigures(
        of scenario: Scenario, _ settings: RunSettings, at place: CommandLine.Place
    ) throws(CommandFailure) -> KeyFigures {
        let clock = CivilClock(start: scenario.model.start)
        let end = clock.date(of: scenario.model.horizon)
        let (middle, first) = (end.adding(months: -6), end.adding(months: -12))
        guard clock.instant(first) >= scenario.model.warmup else { throw .failed(.tooShortForHalfYears, place) }
        var scenarios: [Scenario] = []
        for (from, to) in [(first, middle), (middle, end)] {
            scenarios.append(try part(of: scenario, from: clock.instant(from), to: clock.instant(to), at: place))
        }
        let results = try runTogether(
            scenarios, settings, headline: ComparisonReport.deciding(of: scenario), until: .measures)
        guard results.count == 2 else { throw .failed(.nothingToReport, place) }
        let comparison: Comparison
        do throws(ComparisonError) {
            comparison = try Comparison(
                base: results[0], variants: [results[1]], headline: ComparisonReport.headline(of: scenario),
                level: settings.level, isPaired: true)
        } catch {
            throw .failed(.nothingToReport, place)
        }
        return KeyFigures(
            scenario: scenario, now: results[1], before: results[0], comparison: comparison,
            starts: (first, middle, end))
    }

    /// The scenario with only a part of its period counted.
    private func part(
        of scenario: Scenario, from: SimTime, to: SimTime, at place: CommandLine.Place
    ) throws(CommandFailure) -> Scenario {
        var editor = ScenarioEditor(scenario)
        for (path, days) in [("warmup", "0d"), ("horizon", "\(Int(to.days))d"), ("warmup", "\(Int(from.days))d")] {
            _ = try TypedSetting(
                path: Token(text: path, span: place.span), value: Token(text: days, span: place.span), line: place.line
            ).apply(to: &editor)
        }
        return editor.scenario
    }
}

/// Half-yearly key figures for a cluster meeting: activity, waits, deadlines, outcomes, each beside the half year before
/// and with an empty column for the municipality's own count.
struct KeyFiguresPaper {
    let figures: KeyFigures
    let language: Language

    private var scenario: Scenario { figures.scenario }

    func paper() -> Paper {
        let (from, end) = (DateFormat.long(figures.starts.now), DateFormat.long(figures.starts.end.adding(days: -1)))
        var paper = Paper(
            title: say(Texts.keyFiguresTitle(scenario.safeTitle, from: from, to: end)), language: language.rawValue)
        paper.blocks += ReportParts.notices(of: scenario, isStale: false, language)
        for warning in figures.now.warnings where warning.code != "smallGroups" {
            paper.blocks.append(.notice(say(Texts.warning(warning, scenario: scenario))))
        }
        if figures.followsStart {
            paper.blocks.append(.notice(say(Texts.keyFiguresStart(DateFormat.long(scenario.model.start)))))
        }
        paper.blocks.append(.paragraph(say(Texts.keyFiguresMeaning)))
        paper.part(say(Texts.keyFiguresActivity), [table(activity)])
        paper.part(say(Texts.reportWaits), [table(waits)])
        paper.part(say(Texts.reportDeadlines), [table(deadlines)])
        paper.part(say(Texts.reportOutcomes), [table(outcomes)])
        paper.part(say(Texts.reportUse), [table(use)])
        paper.part(say(Texts.keyFiguresToDiscuss), [.list(changes()), .writingLines(3)])
        let assumed = scenario.provenance.count { $0.kind == .assumption }
        paper.blocks.append(.paragraph(say(Texts.keyFiguresEstimates(assumed, of: scenario.provenance.count))))
        paper.part(
            say(Texts.reportAgain),
            ReportParts.reproducibility(
                scenario,
                command:
                    "load \(ReportParts.reference(scenario)); report keyfigures FILE.html --seed \(figures.now.seed)"
                    + " --replications \(figures.now.replications)",
                seed: figures.now.seed, replications: figures.now.replications, level: figures.now.level,
                days: Double(figures.starts.end.daysSinceEpoch - figures.starts.now.daysSinceEpoch),
                warmup: CivilClock(start: scenario.model.start).instant(figures.starts.now), version: Version.current,
                language))
        return paper
    }

    private func say(_ text: Text) -> String { text[language] }

    // MARK: Which measures

    private var activity: [String] {
        let steps = waitingSteps
        return ["arrivals.count"] + steps.map { "throughput.\($0)" } + steps.map { "groups.\($0).count" }
            + ["census.count"]
    }

    private var waits: [String] {
        waitingSteps.flatMap { ["wait.\($0).mean", "wait.\($0).p90", "wait.\($0).census.count"] }
    }

    private var deadlines: [String] { scenario.deadlines.map { "deadline.\($0.id).share" } }

    private var outcomes: [String] {
        let shares = figures.now.measures.filter { $0.by == nil && $0.name.hasPrefix("outcome.") }.map(\.name)
        return ["closed.count"] + shares.filter { $0.hasSuffix(".share") }
    }

    private var use: [String] {
        scenario.model.resources.flatMap { ["utilisation.\($0.name)", "hours.\($0.name)", "slots.\($0.name).lost"] }
    }

    private var waitingSteps: [String] {
        scenario.model.steps.map(\.name).filter { figures.now.measure("wait.\($0).mean")?.mean != nil }
    }

    // MARK: Rows

    private func table(_ names: [String]) -> Paper.Block {
        let rows = names.compactMap { name -> [String]? in
            guard let now = figures.now.measure(name), now.mean != nil else { return nil }
            let earlier = figures.before.measure(name)
            let digits = ColumnDigits([now, earlier])
            let cell = ReportSection.Cell(now, scale: now.unit.scale, column: digits, language: language)
            let before = earlier.map {
                ReportSection.Cell($0, scale: $0.unit.scale, column: digits, language: language).value
            }
            let change = figures.difference(name).map { DifferenceCell($0, language: language).value }
            return [label(name), cell.value, cell.spread, before ?? "", change ?? "", ""]
        }
        let head = [
            "", say(Texts.keyFiguresNow), say(Texts.keyFiguresSpread), say(Texts.keyFiguresBefore),
            say(Texts.columnDifference), say(Texts.keyFiguresOwn),
        ]
        return .table(head: head, rows: rows)
    }

    private func label(_ name: String) -> String {
        if name.hasPrefix("deadline."),
            let deadline = scenario.deadlines.first(where: { name == "deadline.\($0.id).share" })
        {
            return "\(deadline.label.safe[language]) (\(say(Texts.deadlineKind(deadline.kind)))), %"
        }
        return say(scenario.measureLabel(name))
    }

    /// The largest changes that are certain, of what matters most; that there are none when there are none.
    private func changes() -> [String] {
        if figures.followsStart { return [say(Texts.keyFiguresNotCompared)] }
        let names = ComparisonReport.headline(of: scenario) + deadlines
        let certain = names.compactMap(figures.difference).filter { $0.isDistinguishable && !$0.isSparse }
        if certain.isEmpty { return [say(Texts.keyFiguresNoChange)] }
        return certain.map { difference in
            say(
                Texts.reportMeasure(
                    Text(same: label(difference.name)), Text(same: DifferenceCell(difference, language: language).value)
                ))
        }
    }
}
