import Foundation
import PathwaySim
import Scenarios

/// Charts of a run, each from the numbers that the tables show too.
struct RunCharts {
    let report: RunReport
    let language: Language

    private var scenario: Scenario { report.scenario }
    private var result: RunResult { report.result }

    /// What an interval is: `8 of 10 years`; nil with fewer than two replications.
    private var interval: String? {
        result.replications >= Measure.leastForSpread ? ReportText(report: report, language: language).spreadTitle : nil
    }

    private func say(_ text: Text) -> String { text[language] }

    private func step(_ id: String) -> String { scenario.labels.text(.steps, id).safe[language] }

    private func words(_ measure: Measure) -> String {
        ReportSection.Cell(measure, scale: measure.unit.scale, language: language).value
    }

    // MARK: Over time

    /// The series' names that can be drawn.
    var seriesNames: [String] { result.series.map(\.name) }

    /// What a series is called: the step people wait for, or that they are on their way.
    func seriesLabel(_ name: String) -> String {
        name.hasPrefix("waiting.") ? step(String(name.dropFirst("waiting.".count))) : say(Texts.chartInSystem)
    }

    /// Series over time, with the band of one when it stands alone.
    func series(_ names: [String], title: String? = nil) -> Chart {
        let shown = names.compactMap { name in result.series.first { $0.name == name } }
        let clock = CivilClock(start: scenario.model.start)
        let lines = shown.map { series in
            Chart.Line(name: seriesLabel(series.name), points: points(series, clock: clock, hasBand: shown.count == 1))
        }
        let numbers = shown.flatMap { series in series.mean + (shown.count == 1 ? series.high : []) }
        let isWaiting = names.allSatisfy { $0.hasPrefix("waiting.") }
        let alone = shown.count == 1 && isWaiting ? ": \(seriesLabel(shown[0].name))" : ""
        return Chart(
            title: title ?? (isWaiting ? say(Texts.chartWaitingTitle) + alone : say(Texts.chartInSystem)),
            description: shown.map { inWords($0, clock: clock) }.joined(separator: " "), content: .lines(lines),
            series: lines.map(\.name),
            interval: shown.count == 1 ? interval.map { say(Texts.chartBand(Text(same: $0))) } : nil,
            x: .dates(
                start: scenario.model.start, from: 0, to: report.horizon.days, language: language),
            y: .numbers(
                say(isWaiting ? Texts.chartCitizensWaiting : Texts.chartCitizens), covering: numbers, language: language
            ),
            language: language)
    }

    private func points(_ series: Series, clock: CivilClock, hasBand: Bool) -> [Chart.Point] {
        let name = Text(same: seriesLabel(series.name))
        return series.at.indices.map { index in
            let (mean, low, high) = (series.mean[index], series.low[index], series.high[index])
            let words = Texts.chartPoint(
                name, date: DateFormat.long(clock.date(of: series.at[index])), value: rounded(series, index),
                low: Text(same: NumberFormat.decimal(low, digits: 0, language: language)),
                high: Text(same: NumberFormat.decimal(high, digits: 0, language: language)))
            return Chart.Point(
                x: series.at[index].days, y: mean,
                low: hasBand && result.replications >= Measure.leastForSpread ? low : nil,
                high: hasBand && result.replications >= Measure.leastForSpread ? high : nil, words: say(words))
        }
    }

    private func rounded(_ series: Series, _ index: Int) -> Text {
        Text(same: NumberFormat.rounded(series.mean[index], halfWidth: series.halfWidth[index], language: language))
    }

    private func inWords(_ series: Series, clock: CivilClock) -> String {
        guard let most = series.mean.indices.max(by: { series.mean[$0] < series.mean[$1] }) else { return "" }
        return say(
            Texts.chartSeriesInWords(
                Text(same: seriesLabel(series.name)), first: rounded(series, 0), most: rounded(series, most),
                on: DateFormat.long(clock.date(of: series.at[most])), last: rounded(series, series.mean.count - 1)))
    }

    /// The steps where most wait on average, at most four so that they can be told apart.
    func busiestSeries() -> [String] {
        let waiting = result.series.filter { $0.name.hasPrefix("waiting.") && $0.mean.contains { $0 > 0 } }
        let area = { (series: Series) in series.mean.reduce(0, +) }
        let most = Set(waiting.sorted { area($0) > area($1) }.prefix(4).map(\.name))
        return waiting.map(\.name).filter(most.contains)
    }

    // MARK: Rows

    /// How long half and nine of ten wait, for each step where anybody did.
    func waits() -> Chart {
        let steps = ReportArranger(report, language: language).waitingSteps
        let rows = steps.compactMap { id -> Chart.Row? in
            let values = ["p50", "p90"].enumerated().compactMap { series, quantile in
                result.measure("wait.\(id).\(quantile)").map { value($0, series: series) }
            }
            return values.contains { $0.value != nil } ? Chart.Row(label: step(id), values: values) : nil
        }
        return rowChart(
            say(Texts.chartWaitsTitle), rows, series: [say(Texts.chartHalf), say(Texts.chartNineOfTen)],
            axis: say(Texts.chartDays), asBars: false)
    }

    func utilisation() -> Chart {
        bars(say(Texts.chartUtilisationTitle), scenario.model.resources.map { ($0.name, "utilisation.\($0.name)") }) {
            scenario.labels.text(.resources, $0).safe[language]
        }
    }

    func outcomes() -> Chart {
        let names = ReportArranger(report, language: language).names(after: "outcome.", before: ".share")
        return bars(say(Texts.chartOutcomesTitle), names.map { ($0, "outcome.\($0).share") }) {
            scenario.labels.text(.outcomes, $0).safe[language]
        }
    }

    func deadlines() -> Chart {
        let arranger = ReportArranger(report, language: language)
        let labels = Dictionary(
            scenario.deadlines.map { ($0.id, arranger.label($0)) }, uniquingKeysWith: { first, _ in first })
        return bars(
            say(Texts.chartDeadlinesTitle), scenario.deadlines.map { ($0.id, "deadline.\($0.id).share") }
        ) { labels[$0] ?? $0 }
    }

    private func bars(_ title: String, _ names: [(id: String, measure: String)], label: (String) -> String) -> Chart {
        let rows = names.compactMap { name -> Chart.Row? in
            guard let measure = result.measure(name.measure), measure.mean != nil else { return nil }
            return Chart.Row(label: label(name.id), values: [value(measure, series: 0)])
        }
        return rowChart(title, rows, series: [], axis: "%", asBars: true, covering: [100])
    }

    /// One measure for each group of an attribute; nil when the run was not divided by it.
    func groups(_ name: String, by attribute: String) -> Chart? {
        let groups = result.measures.filter { $0.name == name && $0.by?.attribute == attribute }
        guard !groups.isEmpty else { return nil }
        let rows = groups.filter { $0.mean != nil }.map {
            Chart.Row(label: $0.by.map { say(scenario.labels.group($0)) } ?? "", values: [value($0, series: 0)])
        }
        let title = Texts.chartByTitle(
            scenario.measureLabel(name), scenario.labels.text(.attributes, attribute).safe)
        return rowChart(say(title), rows, series: [], axis: "", asBars: false)
    }

    private func value(_ measure: Measure, series: Int) -> Chart.Value {
        let scale = measure.unit.scale
        let hasYears = result.replications >= Measure.leastForSpread
        return Chart.Value(
            series: series, value: measure.mean.map { $0 * scale },
            low: hasYears ? measure.low.map { $0 * scale } : nil,
            high: hasYears ? measure.high.map { $0 * scale } : nil, words: words(measure))
    }

    private func rowChart(
        _ title: String, _ rows: [Chart.Row], series: [String], axis: String, asBars: Bool, covering: [Double] = []
    ) -> Chart {
        let values = rows.flatMap(\.values)
        let numbers = values.flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } } + covering
        let hasInterval = values.contains { $0.low ?? 0 < $0.high ?? 0 }
        var notes: [String] = []
        if values.contains(where: { $0.words.hasSuffix(ReportText.sparseMark) }) {
            notes.append(ReportText.sparseMark + " " + say(Texts.fewObservations(Measure.sparseLimit)))
        }
        return Chart(
            title: title, description: Self.inWords(rows, series: series), content: asBars ? .bars(rows) : .dots(rows),
            series: series, interval: hasInterval ? interval : nil,
            x: .numbers(axis, covering: numbers, language: language), notes: notes, language: language)
    }

    /// Every number of the rows in words.
    static func inWords(_ rows: [Chart.Row], series: [String]) -> String {
        rows.map { row in
            let values = row.values.map { value in
                (series.count > 1 && value.series < series.count ? series[value.series] + " " : "") + value.words
            }
            return "\(row.label): \(values.joined(separator: ", "))"
        }.joined(separator: "; ")
    }
}
