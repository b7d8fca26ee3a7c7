import Foundation
import PathwaySim
import Scenarios

/// Observations as bars, the fitted law beside them.
struct FitChart {
    let report: FitReport
    let fit: DistributionFit
    let language: Language

    private var sample: FittingSample { fit.sample }
    private static let mostBins = 14.0

    func chart() -> Chart {
        let name = Texts.family(fit.family)
        let unit = Texts.columnUnit(report.column.unit)[language]
        let bins = bins()
        return Chart(
            title: Texts.fitChartTitle(name)[language], description: bins.map(\.words).joined(separator: "; "),
            content: .histogram(bins, marks: []), series: [Texts.fitCurveLegend(name)[language]],
            x: .numbers(unit, covering: bins.flatMap { [$0.from, $0.to] }, most: 10, language: language),
            y: .numbers("%", covering: bins.map { $0.share * 100 }, language: language), language: language)
    }

    /// What values are whole multiples of: counts of 1, rounded values of their step.
    private var step: Double? { sample.kind == .counts ? 1 : sample.grid }

    private func bins() -> [Chart.Bin] {
        let reach = min(sample.greatest, 2 * sample.quantile(0.95) - sample.least)
        let start = sample.least >= 0 && sample.least < reach / 2 ? 0 : sample.least
        let span = max(reach - start, step ?? 0, 1e-9)
        var width =
            report.column.unit == .days
            ? RunCharts.binWidth(span) : ChartAxis.roundStep(atLeast: span / Self.mostBins)
        if let step { width = max(step, (width / step).rounded(.up) * step) }
        let first = (start / width).rounded(.down) * width
        var bins: [Chart.Bin] = []
        var from = first
        while from <= reach {
            bins.append(bin(from, from + width))
            from += width
        }
        if sample.greatest >= from - (step ?? 0) / 2 { bins.append(bin(from, nil)) }
        return bins
    }

    /// The values from a number on, up to but without another; nil for all above.
    private func bin(_ from: Double, _ to: Double?) -> Chart.Bin {
        let offset = sample.kind == .counts ? 0.5 : (sample.grid ?? 0) / 2
        let found = sample.values.reduce(0) { sum, value in
            value.value >= from - offset && (to.map { value.value < $0 - offset } ?? true) ? sum + value.count : sum
        }
        let share = Double(found) / Double(max(1, sample.count))
        let law = fit.distribution
        let below = from - offset <= law.support.lowerBound ? 0 : law.cdf(from - offset)
        let expected = (to.map { law.cdf($0 - offset) } ?? 1) - below
        let label: String
        if let to {
            let last = step.map { to - $0 } ?? to
            label = last == from ? exact(from) : "\(exact(from))–\(exact(last))"
        } else {
            label = Texts.fitBeyond(Text(same: exact(step.map { from - $0 } ?? from)))[language]
        }
        let value = percent(share) + " / " + percent(expected)
        return Chart.Bin(
            from: from, to: to ?? from, share: share, expected: expected, label: label, value: value,
            words: "\(label): \(value)")
    }

    private func exact(_ value: Double) -> String {
        NumberFormat.exact((value * 1e6).rounded() / 1e6, language: language)
    }

    private func percent(_ share: Double) -> String { NumberFormat.decimal(share * 100, digits: 0, language: language) }
}
