import PathwaySim
import Scenarios

/// Charts of a comparison: each headline measure before and after, those in one unit together.
struct ComparisonCharts {
    let report: ComparisonReport
    let language: Language

    func charts() -> [Chart] {
        let names = report.comparison.headline.filter { report.comparison.base.measure($0)?.mean != nil }
        var units: [Measure.Unit] = []
        for name in names {
            guard let unit = report.comparison.base.measure(name)?.unit, !units.contains(unit) else { continue }
            units.append(unit)
        }
        return units.map { unit in
            chart(names.filter { report.comparison.base.measure($0)?.unit == unit }, unit: unit)
        }
    }

    /// What the sides are called, the base first.
    var sides: [String] {
        let text = ComparisonText(report: report, language: language)
        return [report.base.title[language]] + report.variants.map(text.lead)
    }

    private func chart(_ names: [String], unit: Measure.Unit) -> Chart {
        let results = [report.comparison.base] + report.comparison.variants.map(\.result)
        let rows = names.map { name in
            Chart.Row(
                label: report.label(name)[language],
                values: results.enumerated().map { series, result in value(result.measure(name), series: series) })
        }
        let numbers = rows.flatMap(\.values).flatMap { [$0.value, $0.low, $0.high].compactMap { $0 } }
        return Chart(
            title: Texts.comparedWith(report.base.title)[language],
            description: RunCharts.inWords(rows, series: sides), content: .dots(rows), series: sides,
            interval: results.allSatisfy { $0.replications >= Measure.leastForSpread }
                ? Texts.resultReplications[language] : nil,
            x: .numbers(
                unit == .share ? "%" : unit == .days ? Texts.chartDays[language] : "", covering: numbers,
                language: language),
            notes: [Texts.chartPairs[language]], language: language)
    }

    private func value(_ measure: Measure?, series: Int) -> Chart.Value {
        guard let measure else { return Chart.Value(series: series, value: nil, words: NumberFormat.undefined) }
        let scale = measure.unit.scale
        return Chart.Value(
            series: series, value: measure.mean.map { $0 * scale }, low: measure.low.map { $0 * scale },
            high: measure.high.map { $0 * scale },
            words: ReportSection.Cell(measure, scale: scale, language: language).value)
    }
}
