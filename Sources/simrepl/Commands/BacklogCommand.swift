import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let backlog = Command(
        "backlog", "venteliste", .results,
        parameters: [
            Parameter("scenario", Texts.placeholderScenario, .scenarioOrStep),
            Parameter("step", Texts.placeholderStep, .step),
        ],
        options: [
            Option("extra", Texts.placeholderAmounts, .text, repeats: true, help: Texts.optionExtra),
            Option("for", Texts.placeholderSpan, .duration, help: Texts.optionExtraFor),
            Option("to", Texts.placeholderNumber, .integer(0...1_000_000), help: Texts.optionDownTo),
            Option("date", Texts.placeholderDate, .text, help: Texts.optionClearedBy),
            Option("monthly", help: Texts.optionMonthly), .seed,
            Option(
                "replications", Texts.placeholderNumber, .integer(1...100_000), help: Texts.optionBacklogReplications),
            .level, .jobs, .set, .format,
        ],
        summary: Texts.backlogSummary, details: Texts.backlogDetails,
        examples: [
            "backlog --replications 4",
            "backlog clarifying --extra 0..4 --for 8w --to 25 --date 2026-03-01 --replications 4",
            "backlog kommune clarifying --replications 4", "backlog --extra 2 --replications 4 --format json",
            "backlog --monthly --to 25 --replications 4",
        ]
    ) { invocation, session throws(CommandFailure) in
        let report = try session.backlog(invocation)
        session.print(
            format: invocation["format"], json: BacklogMachine.json(report), csv: BacklogMachine.csv(report),
            BacklogText(report: report, language: session.language).document())
        if report.isInterrupted { throw .said(.interrupted) }
    }
}

/// When today's waiting list is cleared, for several amounts of extra capacity with the same luck.
struct BacklogReport {
    struct Row {
        /// Slots a week or units more than now.
        var extra: Double
        var backlog: Backlog
    }

    var scenario: Scenario
    var step: String
    /// What the list waits for; nil where there is nothing to add to.
    var resource: String?
    /// Slots a week or units now.
    var now: Double?
    var isSlots = false
    /// How long the extra lasts, as typed; nil when it stays.
    var lasting: DurationText?
    /// How many may wait in all; nil when only today's list counts.
    var target: Int?
    /// When the list should be cleared.
    var date: CivilDate?
    /// The months at whose ends it is counted how many wait; none unless asked for.
    var months: [(day: Int, date: CivilDate)] = []
    /// Other steps at which citizens wait when the run begins.
    var others: [(step: String, count: Int)]
    var rows: [Row] = []
    var seed: UInt64
    var replications: Int
    var level: Double
    var isInterrupted = false

    /// The last day of the run.
    var end: CivilDate {
        scenario.model.start.adding(days: Int(scenario.model.horizon.days.rounded(.up)) - 1)
    }

    func date(_ day: Int?) -> CivilDate? { day.map { scenario.model.start.adding(days: $0) } }

    /// When the list counts as cleared, on a line.
    func cleared(_ row: Row) -> OrderedDays { target == nil ? row.backlog.all : row.backlog.target }

    /// The share of years in which no more than so many wait at the end of a month.
    func share(atMost target: Int?, at place: Int, _ row: Row) -> (value: Double, low: Double, high: Double)? {
        guard let target else { return nil }
        let count = row.backlog.outcomes.count { $0.waiting.indices.contains(place) && $0.waiting[place] <= target }
        return OrderedDays.share(count, of: row.backlog.outcomes.count, level: level)
    }

    /// The share of years in which it is cleared by the date asked for.
    func inTime(_ row: Row) -> (value: Double, low: Double, high: Double)? {
        guard let date else { return nil }
        let day = date.daysSinceEpoch - scenario.model.start.daysSinceEpoch
        return OrderedDays.share(cleared(row).count(by: day), of: row.backlog.outcomes.count, level: level)
    }
}

extension Session {
    /// Most lines of a table that is to be read.
    private static let mostRows = 50

    fileprivate func backlog(_ invocation: Invocation) throws(CommandFailure) -> BacklogReport {
        let line = invocation.line
        let (named, word) = try backlogWords(invocation)
        let base = if let named { named } else { try self.scenario() }
        let scenario = try applying(invocation.all("set"), to: base, in: line)
        _ = try compile(scenario)
        var lists = Backlog.lists(in: scenario.model)
        let step = try listStep(word, lists, scenario, line)
        lists.removeAll { $0.step == step }
        let settings = RunSettings(invocation)
        var report = BacklogReport(
            scenario: scenario, step: step, target: invocation.integer("to"), others: lists,
            seed: settings.seed ?? RunSettings.standardSeed, replications: settings.replications ?? 100,
            level: settings.level ?? RunSettings.standardLevel)
        if let resource = scenario.model.steps.first(where: { $0.name == step }).flatMap(ExtraCapacity.resource) {
            report.resource = resource
            report.now = ExtraCapacity.present(resource, in: scenario.model)
            report.isSlots = scenario.model.resources.contains { found in
                guard found.name == resource, case .slots = found.kind else { return false }
                return true
            }
        }
        report.date = try clearingDate(invocation["date"], report, line)
        if invocation.has("monthly") { report.months = Backlog.monthEnds(of: scenario.model) }
        let until = try extraEnd(invocation["for"], &report, line)
        let extras = try extras(invocation.all("extra"), report, line)
        return try run(
            report, extras: extras, until: until, settings, place: invocation["for"].map { line.place(of: $0) })
    }

    /// The scenario that was named, if any, and the word for the step: a single word is a scenario when it is a file or
    /// the id of a shipped one.
    private func backlogWords(
        _ invocation: Invocation
    ) throws(CommandFailure) -> (scenario: Scenario?, step: Token?) {
        guard let first = invocation["scenario"] else { return (nil, nil) }
        let step = invocation["step"]
        guard step != nil || ScenarioLibrary.isFile(first.text) || library.ids.contains(first.text) else {
            return (nil, first)
        }
        return (try read(first.text), step)
    }

    /// The step of that name or label, or the one with the longest list.
    private func listStep(
        _ word: Token?, _ lists: [(step: String, count: Int)], _ scenario: Scenario, _ line: CommandLine
    ) throws(CommandFailure) -> String {
        guard let first = lists.first else { throw .failed(.noWaitingList, line.end) }
        guard let word else { return first.step }
        let key = Suggestions.folded(word.text)
        let named = lists.first { list in
            let label = scenario.labels.text(.steps, list.step)
            return list.step == word.text || Suggestions.folded(label.da) == key || Suggestions.folded(label.en) == key
        }
        guard let named else {
            throw .failed(.noListAt(word.text, known: lists.map(\.step)), line.place(of: word))
        }
        return named.step
    }

    private func clearingDate(
        _ word: Token?, _ report: BacklogReport, _ line: CommandLine
    ) throws(CommandFailure) -> CivilDate? {
        guard let word else { return nil }
        let start = report.scenario.model.start
        guard let date = CivilDate(iso: word.text), date >= start, date <= report.end else {
            throw .notUnderstood(
                .badClearingDate(word.text, from: start.iso, to: report.end.iso), line.place(of: word))
        }
        return date
    }

    private func extraEnd(
        _ word: Token?, _ report: inout BacklogReport, _ line: CommandLine
    ) throws(CommandFailure) -> SimTime? {
        guard let word else { return nil }
        guard let duration = try? DurationText(parsing: word.text), duration.amount > 0 else {
            throw .notUnderstood(.badExtraTime(word.text), line.place(of: word))
        }
        report.lasting = duration
        let start = report.scenario.model.start
        if duration.unit == .months, duration.amount < 1_200 {
            let end = start.adding(months: Int(duration.amount))
            return SimTime(days: Double(end.daysSinceEpoch - start.daysSinceEpoch))
        }
        guard let days = duration.unit.days, duration.amount * days < 40_000 else {
            throw .notUnderstood(.badExtraTime(word.text), line.place(of: word))
        }
        return SimTime(days: duration.amount * days)
    }

    /// None, and what was asked for; or none and up to half as much again.
    private func extras(
        _ words: [Token], _ report: BacklogReport, _ line: CommandLine
    ) throws(CommandFailure) -> [Double] {
        guard let now = report.now else {
            if let word = words.first {
                throw .failed(
                    .noExtraHere(report.scenario.labels.text(.steps, report.step).safe), line.place(of: word))
            }
            return [0]
        }
        guard !words.isEmpty else {
            // Month by month first as it is; the extras that are asked for come beside.
            if !report.months.isEmpty { return [0] }
            let proposals = [0.1, 0.2, 0.3, 0.5].map { (now * $0).rounded(.up) }
            return [0] + Set(proposals).filter { $0 > 0 }.sorted()
        }
        var extras: Set<Double> = [0]
        for word in words {
            let parts = word.text.components(separatedBy: "..")
            let ends = parts.compactMap { LeverValue($0) }.filter {
                $0.unit == nil && $0.amount >= 0 && $0.amount <= 10_000
            }
            guard ends.count == parts.count, (1...2).contains(parts.count), let low = ends.first?.amount,
                let high = ends.last?.amount, low <= high,
                report.isSlots || (low == low.rounded() && high == high.rounded())
            else { throw .notUnderstood(.badExtra(word.text), line.place(of: word)) }
            if low == high { extras.insert(low) }
            let step = max(1, ((high - low) / 12).rounded(.up))
            if low < high { extras.formUnion(stride(from: low, through: high, by: step)) }
        }
        guard extras.count <= Self.mostRows else {
            throw .notUnderstood(.badExtra(words.map(\.text).joined(separator: " ")), line.place(of: words[0]))
        }
        return extras.sorted()
    }

    private func run(
        _ start: BacklogReport, extras: [Double], until: SimTime?, _ settings: RunSettings, place: CommandLine.Place?
    ) throws(CommandFailure) -> BacklogReport {
        var report = start
        let progress = ProgressLine(console: console, language: language)
        defer { progress.clear() }
        for (index, extra) in extras.enumerated() {
            var model = report.scenario.model
            if extra > 0, let resource = report.resource {
                guard let more = ExtraCapacity(resource: resource, amount: extra, until: until).applied(to: model)
                else {
                    throw .failed(
                        .extraCannotEnd(report.scenario.labels.text(.resources, resource).safe), place)
                }
                model = more
            }
            let replications = report.replications
            do {
                let backlog = try Backlog(
                    model, step: report.step, target: report.target, days: report.months.map(\.day), seed: report.seed,
                    replications: replications,
                    jobs: settings.jobs, isCancelled: { Interrupt.isRequested },
                    progress: { progress.show(done: index * replications + $0, planned: extras.count * replications) })
                report.rows.append(.init(extra: extra, backlog: backlog))
            } catch SimulationError.cancelled {
                report.isInterrupted = true
            } catch let error as SimulationError {
                throw .engine(.simulation(error, start: model.start))
            } catch let error as ModelError {
                throw .findings([report.scenario.finding(error)], report.scenario.files)
            } catch {
                throw .interrupted
            }
            if report.isInterrupted { break }
        }
        if report.rows.isEmpty { throw .interrupted }
        return report
    }

    /// Steps at which citizens wait when a run begins.
    var listCandidates: [Completion.Candidate] {
        guard let scenario = try? scenario() else { return [] }
        return Backlog.lists(in: scenario.model).map { Completion.Candidate(text: $0.step) }
    }
}
