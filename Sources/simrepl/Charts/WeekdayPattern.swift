import PathwaySim
import Scenarios
import Synchronization

/// How a week is shaped: how many come, and how many begin or meet, on each day of the week.
///
/// A result does not keep days apart, so its first replications are simulated once more, with the log read as it happens.
struct WeekdayPattern {
    /// Replications that are simulated again at most: days of a week are many in each.
    private static let most = 10

    /// For each day, 1 Monday … 7 Sunday, at index 0 … 6, one number a replication: mean per such day.
    private(set) var arrivals: [[Double]] = Array(repeating: [], count: 7)
    private(set) var meetings: [[Double]] = Array(repeating: [], count: 7)

    /// - Throws: when a replication fails or is cancelled.
    init(
        _ model: CompiledModel, seed: UInt64, replications: Int, isCancelled: @escaping @Sendable () -> Bool
    ) throws(SimulationError) {
        let clock = CivilClock(start: model.model.start)
        let days = WeekdayPattern.days(from: model.model.warmup, to: model.model.horizon, clock)
        for replication in 1...max(1, min(replications, Self.most)) {
            let counts = Mutex((came: Array(repeating: 0.0, count: 7), met: Array(repeating: 0.0, count: 7)))
            let options = RunOptions(
                seed: seed, replication: UInt32(replication), logsEverybody: true,
                takesEntry: { entry, citizen in
                    guard !citizen.isCase, entry.instant >= model.model.warmup else { return }
                    let day = clock.date(of: entry.instant).weekday - 1
                    switch entry.happening {
                    // Those on the list one begins with came some other day.
                    case .arrived where citizen.arrivedAt >= .zero: counts.withLock { $0.came[day] += 1 }
                    case .started, .session(_, attended: true): counts.withLock { $0.met[day] += 1 }
                    default: break
                    }
                }, isCancelled: isCancelled)
            _ = try CaseTrace.run(model, options)
            let (came, met) = counts.withLock { $0 }
            for day in 0..<7 where days[day] > 0 {
                arrivals[day].append(came[day] / days[day])
                meetings[day].append(met[day] / days[day])
            }
        }
    }

    /// How many Mondays … Sundays the counted period has.
    private static func days(from warmup: SimTime, to horizon: SimTime, _ clock: CivilClock) -> [Double] {
        var days = Array(repeating: 0.0, count: 7)
        var date = clock.date(of: warmup)
        let end = clock.date(of: horizon)
        while date < end {
            days[date.weekday - 1] += 1
            date = date.adding(days: 1)
        }
        return days
    }

    func chart(_ scenario: Scenario, _ language: Language) -> Chart {
        var numbers: [Double] = []
        let rows = (0..<7).map { day in
            let values = [arrivals[day], meetings[day]].enumerated().map { series, perDay -> Chart.Value in
                let measure = Measure.ratio(
                    perDay.map { ($0, 1) }, name: "weekday", unit: .number, level: RunSettings.standardLevel)
                numbers += [measure.mean ?? 0]
                return Chart.Value(
                    series: series, value: measure.mean,
                    words: ReportSection.Cell(measure, scale: 1, language: language).value)
            }
            return Chart.Row(label: DateFormat.weekday(day + 1)[language], values: values)
        }
        let series = [Texts.weekdayArrivals[language], Texts.weekdayMeetings[language]]
        return Chart(
            title: Texts.weekdayTitle(scenario.safeTitle)[language],
            description: RunCharts.inWords(rows, series: series), content: .bars(rows), series: series,
            x: .numbers(Texts.weekdayAxis[language], covering: numbers + [0], language: language),
            notes: [Texts.weekdayNote(arrivals[0].count)[language]], language: language)
    }
}
