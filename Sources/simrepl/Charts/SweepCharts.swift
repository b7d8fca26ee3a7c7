import PathwaySim
import Scenarios

/// Charts of a sweep: a curve over one lever, a heat map over two, one for each measure.
struct SweepCharts {
    let report: SweepReport
    let language: Language

    func charts() -> [Chart] { report.measures.indices.map(chart) }

    private func chart(_ measure: Int) -> Chart {
        report.levers.count == 1 ? curve(measure) : heat(measure)
    }

    private func label(_ lever: Lever) -> String { Escaping.terminalSafe(lever.setting.label[language]) }

    private func words(_ cell: SweepReport.Cell, _ measure: Int) -> String {
        report.text(cell, measure, language).value + (cell.isOverloaded ? " !" : "")
    }

    private var notes: [String] {
        report.cells.contains(where: \.isOverloaded) ? [Texts.overloadedCells[language]] : []
    }

    private func curve(_ measure: Int) -> Chart {
        let lever = report.levers[0]
        let name = report.measures[measure].label(in: report.scenario)[language]
        var numbers: [Double] = []
        let points = report.cells.map { cell -> Chart.Point in
            let value = cell.measures[measure]
            let scale = value?.unit.scale ?? 1
            let hasYears = report.replications >= Measure.leastForSpread
            let ends = [value?.low, value?.high].map { end in hasYears ? end.map { $0 * scale } : nil }
            numbers += [value?.mean.map { $0 * scale }, ends[0], ends[1]].compactMap { $0 }
            let at = lever.values[cell.point[0]]
            return Chart.Point(
                x: at.amount, y: value?.mean.map { $0 * scale }, low: ends[0], high: ends[1],
                words: "\(label(lever)) \(at.label(language)): \(words(cell, measure))")
        }
        return Chart(
            title: name, description: points.map(\.words).joined(separator: "; "),
            content: .lines([Chart.Line(name: name, points: points, showsPoints: true)]),
            interval: report.replications >= Measure.leastForSpread
                ? Texts.chartBand(Texts.resultReplications)[language] : nil,
            x: .values(
                label(lever),
                report.cells.map { cell in
                    let at = lever.values[cell.point[0]]
                    return (at.amount, at.label(language))
                }),
            y: .numbers("", covering: numbers, language: language), notes: notes, language: language)
    }

    private func heat(_ measure: Int) -> Chart {
        let (rows, columns) = (report.levers[0], report.levers[1])
        let name = report.measures[measure].label(in: report.scenario)[language]
        var cells = [[Chart.Heat.Cell?]](
            repeating: Array(repeating: nil, count: columns.values.count), count: rows.values.count)
        var extremes: [(value: Double, words: String)] = []
        for cell in report.cells {
            let value = cell.measures[measure].flatMap { found in found.mean.map { $0 * found.unit.scale } }
            let text = words(cell, measure)
            let short = String(text.prefix { $0 != " " }) + (cell.isOverloaded ? " !" : "")
            cells[cell.point[0]][cell.point[1]] = .init(value: value, words: short)
            guard let value else { continue }
            let place = zip(report.levers, cell.point).map { "\(label($0)) \($0.values[$1].label(language))" }
            extremes.append((value, "\(text) (\(place.joined(separator: ", ")))"))
        }
        let values = extremes.map(\.value)
        let range = (values.max() ?? 0) - (values.min() ?? 0)
        let uncertainty = report.cells.compactMap { cell in
            cell.measures[measure].flatMap { found in found.halfWidth.map { $0 * found.unit.scale } }
        }.max()
        // Not known at all is not known well.
        let isFlat = uncertainty.map { range <= $0 } ?? true
        let least = extremes.min { $0.value < $1.value }?.words ?? NumberFormat.undefined
        let most = extremes.max { $0.value < $1.value }?.words ?? NumberFormat.undefined
        return Chart(
            title: name,
            description: Texts.chartHeatInWords(least: Text(same: least), most: Text(same: most))[language],
            content: .heat(
                .init(
                    rowTitle: label(rows), columnTitle: label(columns), rows: rows.values.map { $0.label(language) },
                    columns: columns.values.map { $0.label(language) }, cells: cells, isFlat: isFlat)),
            x: ChartAxis(title: "", from: 0, to: 1, ticks: []),
            notes: notes + (isFlat ? [Texts.chartFlat[language]] : []), language: language)
    }
}
