import Foundation
import PathwaySim
import Scenarios

/// How waits spread over citizens, and measures over replications.
extension RunCharts {
    private var result: RunResult { report.result }

    /// The pooled times that a measure is a mean or quantile of; nil for a measure that is none of times.
    func times(of measure: String) -> TimeDistribution? {
        let parts = measure.split(separator: ".")
        guard let last = parts.last, ["mean", "p50", "p90", "p95", "max"].contains(last) else { return nil }
        let name = parts.dropLast().joined(separator: ".")
        return result.distributions.first { $0.name == name && !$0.times.isEmpty }
    }

    private func isWait(_ distribution: TimeDistribution) -> Bool { distribution.name.hasPrefix("wait.") }

    private func subject(_ distribution: TimeDistribution) -> Text {
        report.scenario.measureSubject(distribution.name + ".mean")
            ?? report.scenario.measureLabel(distribution.name + ".mean")
    }

    private func days(_ value: Double?) -> String {
        guard let value else { return NumberFormat.undefined }
        return NumberFormat.exact(value, language: language)
    }

    /// The quantile as the tables round it, without its ±.
    private func quantile(_ distribution: TimeDistribution, _ name: String, _ p: Double) -> String {
        if let measure = result.measure("\(distribution.name).\(name)") {
            return String(ReportSection.Cell(measure, scale: 1, language: language).value.prefix { $0 != " " })
        }
        let days = (distribution.times.quantile(p) ?? 0) / Double(SimTime.day.ticks)
        return NumberFormat.rounded(days, halfWidth: nil, language: language)
    }

    private func count(_ distribution: TimeDistribution) -> Text {
        NumberFormat.text(Double(distribution.times.count), digits: 0)
    }

    private func inWords(_ distribution: TimeDistribution) -> String {
        Texts.chartDistributionInWords(
            half: Text(same: quantile(distribution, "p50", 0.5)), nine: Text(same: quantile(distribution, "p90", 0.9)),
            count: count(distribution))[language]
    }

    private func notes(_ distribution: TimeDistribution) -> [String] {
        guard isWait(distribution), let waiting = result.measure(distribution.name + ".census.count") else { return [] }
        let words = ReportSection.Cell(waiting, scale: 1, language: language).value
        return [Texts.chartStillWaiting(Text(same: String(words.prefix { $0 != " " })))[language]]
    }

    // MARK: Over citizens

    /// Bars of whole weeks or another round number of days, up to what 99 of 100 stay below.
    func histogram(_ distribution: TimeDistribution) -> Chart {
        let day = Double(SimTime.day.ticks)
        let reach = max((distribution.times.quantile(0.995) ?? 0) / day, 1e-9)
        let step = Self.binWidth(reach)
        let bins = max(1, Int((reach / step - 1e-9).rounded(.up)))
        let total = Double(distribution.times.count)
        var content: [Chart.Bin] = []
        for index in 0..<bins {
            let (from, to) = (Double(index) * step, Double(index + 1) * step)
            let share = Double(distribution.count(from: SimTime(days: from), to: SimTime(days: to))) / max(total, 1)
            let percent = Text(
                same: NumberFormat.percent(share, digits: share < 0.01 && share > 0 ? 1 : 0, language: language))
            let words =
                index == 0
                ? Texts.chartFirstBin(to: Text(same: days(to)), share: percent)
                : Texts.chartBin(from: Text(same: days(from)), to: Text(same: days(to)), share: percent)
            content.append(
                Chart.Bin(
                    from: from, to: to, share: share, label: "\(days(from))–\(days(to))", value: percent[language],
                    words: words[language]))
        }
        let rest = 1 - content.reduce(0) { $0 + $1.share }
        var notes = notes(distribution)
        if rest > 1e-9 {
            notes.append(
                Texts.chartBeyond(
                    Text(same: NumberFormat.percent(rest, digits: 1, language: language)),
                    Text(same: days(Double(bins) * step)))[language])
        }
        let title =
            isWait(distribution)
            ? Texts.chartDistributionTitle(subject(distribution)) : Texts.chartTimesTitle(subject(distribution))
        return Chart(
            title: title[language], description: inWords(distribution),
            content: .histogram(content, marks: marks(distribution, upTo: Double(bins) * step)),
            x: .numbers(Texts.chartDays[language], covering: [0, Double(bins) * step], most: 10, language: language),
            y: .numbers(
                Texts.chartShareOfCitizens[language], covering: content.map { $0.share * 100 }, language: language),
            notes: notes, language: language)
    }

    private func marks(_ distribution: TimeDistribution, upTo end: Double) -> [Chart.Mark] {
        let day = Double(SimTime.day.ticks)
        return [("p50", 0.5), ("p90", 0.9)].compactMap { name, p in
            guard let at = distribution.times.quantile(p).map({ $0 / day }), at <= end else { return nil }
            let value = Text(same: quantile(distribution, name, p))
            return Chart.Mark(
                at: at, words: (p == 0.5 ? Texts.chartHalfAtMost(value) : Texts.chartNineOfTenAtMost(value))[language])
        }
    }

    /// A round number of days that gives at most some fifteen bars; whole weeks where that is near.
    static func binWidth(_ reach: Double) -> Double {
        let widths = [0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 3.5, 7, 14, 28, 56, 91, 182, 364, 728, 1_820, 3_640]
        return widths.first { reach / $0 <= 15 } ?? ChartAxis.roundStep(atLeast: reach / 15)
    }

    /// The share that had started within each number of days.
    func cumulative(_ distribution: TimeDistribution) -> Chart {
        let day = Double(SimTime.day.ticks)
        let reach = max((distribution.times.quantile(0.995) ?? 0) / day, 1e-9)
        let total = max(Double(distribution.times.count), 1)
        let steps = 60
        let title =
            isWait(distribution)
            ? Texts.chartCumulativeTitle(subject(distribution)) : Texts.chartCumulativeTimesTitle(subject(distribution))
        let points = (0...steps).map { index -> Chart.Point in
            let at = reach * Double(index) / Double(steps)
            let share = Double(distribution.count(from: .zero, to: SimTime(days: at))) / total
            let words = Texts.chartFirstBin(
                to: Text(same: NumberFormat.decimal(at, digits: reach < 15 ? 1 : 0, language: language)),
                share: Text(same: NumberFormat.percent(share, digits: 0, language: language)))
            return Chart.Point(x: at, y: share * 100, words: words[language])
        }
        return Chart(
            title: title[language], description: inWords(distribution),
            content: .lines([Chart.Line(name: title[language], points: points)]),
            x: .numbers(Texts.chartDays[language], covering: [0, reach], most: 10, language: language),
            y: .numbers(Texts.chartShareOfCitizens[language], covering: [0, 100], language: language),
            notes: notes(distribution), language: language)
    }

    // MARK: Over replications

    /// How much one replication differs from another in a measure.
    func years(_ measure: Measure) -> Chart {
        let scale = measure.unit.scale
        let values = measure.perReplication.compactMap { $0.map { $0 * scale } }.filter(\.isFinite)
        let label = report.scenario.measureLabel(measure.name)
        let axis = ChartAxis.numbers(
            label[language], covering: values, fromZero: false, most: 12, language: language)
        let step = axis.ticks.count > 1 ? axis.ticks[1].value - axis.ticks[0].value : 1
        let bins = zip(axis.ticks, axis.ticks.dropFirst()).enumerated().map { index, ends -> Chart.Bin in
            let (from, to) = ends
            // The last bar has its upper end too.
            let isLast = index == axis.ticks.count - 2
            let count = values.count { $0 >= from.value && ($0 < to.value || (isLast && $0 <= to.value + step * 1e-9)) }
            let share = values.isEmpty ? 0 : Double(count) / Double(values.count)
            let range = "\(from.label)–\(to.label)"
            return Chart.Bin(
                from: from.value, to: to.value, share: share, label: range,
                value: Texts.chartReplications(count)[language],
                words: "\(range): \(Texts.chartReplications(count)[language])")
        }
        let words = ReportSection.Cell(measure, scale: scale, language: language)
        let mean = Texts.chartMean(Text(same: words.value))[language]
        let marks = measure.mean.map { [Chart.Mark(at: $0 * scale, words: mean)] } ?? []
        return Chart(
            title: Texts.chartYearsTitle(label)[language],
            description: mean + (words.spread.isEmpty ? "" : "; \(spread): \(words.spread)"),
            content: .histogram(bins, marks: marks), x: axis,
            y: .numbers(
                Texts.chartShareOfYears[language], covering: bins.map { $0.share * 100 }, language: language),
            language: language)
    }

    private var spread: String { ReportText(report: report, language: language).spreadTitle }
}
