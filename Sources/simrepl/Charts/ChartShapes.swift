import Scenarios

/// Lines with their bands.
struct ChartLines {
    private let lines: [Chart.Line]
    private let chart: Chart

    init(_ lines: [Chart.Line], chart: Chart) {
        self.lines = lines
        self.chart = chart
    }

    func draw(in plot: ChartSVG.Plot, on canvas: inout SVGCanvas) {
        guard let axis = chart.y else { return }
        // Bands first, so that no line lies under one.
        for (index, line) in lines.enumerated() {
            for stretch in stretches(line) {
                let edge = stretch.compactMap { point in point.high.map { (point.x, $0) } }
                let back = stretch.reversed().compactMap { point in point.low.map { (point.x, $0) } }
                guard edge.count > 1, back.count == edge.count else { continue }
                let points = (edge + back).map { SVGPoint(plot.x(chart.x, $0.0), plot.y(axis, $0.1)) }
                var style = SVGStyle.filled(SVGColour.series(index).lighter(0.75))
                style.opacity = lines.count > 1 ? 0.55 : 1
                canvas.path(SVGPath(through: points, closed: true), style)
            }
        }
        for (index, line) in lines.enumerated() {
            let colour = SVGColour.series(index)
            for stretch in stretches(line) {
                let points = stretch.map { SVGPoint(plot.x(chart.x, $0.x), plot.y(axis, $0.y ?? 0)) }
                canvas.path(
                    SVGPath(through: points), .line(colour, width: 2.2, dash: ChartShape.dash(index)), tip: line.name)
                for (point, place) in zip(stretch, points) {
                    if line.showsPoints || stretch.count == 1 {
                        // The band of a single point.
                        if stretch.count == 1, let low = point.low, let high = point.high {
                            canvas.line(
                                from: SVGPoint(place.x, plot.y(axis, low)), to: SVGPoint(place.x, plot.y(axis, high)),
                                .line(colour, width: 2))
                        }
                        ChartShape.draw(index, at: place, on: &canvas, tip: point.words)
                    } else {
                        // Nothing to see, something to point at.
                        canvas.circle(
                            at: place, radius: 5, SVGStyle(fill: colour, opacity: 0), tip: point.words)
                    }
                }
            }
            // Which line is which, also without the legend.
            if lines.count > 1, !line.showsPoints, let last = line.points.last(where: { $0.y != nil }) {
                ChartShape.draw(
                    index, at: SVGPoint(plot.x(chart.x, last.x), plot.y(axis, last.y ?? 0)), on: &canvas,
                    tip: line.name)
            }
        }
    }

    /// The points between gaps.
    private func stretches(_ line: Chart.Line) -> [[Chart.Point]] {
        line.points.split { $0.y == nil }.map(Array.init)
    }
}

/// Rows of bars, or of marks with intervals.
struct ChartRows {
    private let rows: [Chart.Row]
    private let chart: Chart
    private let labels: [[String]]
    private typealias Measure = ChartSVG.Measure
    private static let labelWidth = 210.0

    init(_ rows: [Chart.Row], chart: Chart) {
        self.rows = rows
        self.chart = chart
        labels = rows.map { TextWidth.wrapped($0.label, to: Self.labelWidth, size: Measure.small, lines: 3) }
    }

    /// Where the plot begins: after the longest label.
    var left: Double {
        let widest = labels.flatMap { $0 }.map { TextWidth.of($0, size: Measure.small) }.max() ?? 0
        return Measure.margin + widest + 12
    }

    /// Room on the right: for the values in words.
    var right: Double {
        let widest = rows.flatMap(\.values).map { TextWidth.of($0.words, size: Measure.small) }.max() ?? 0
        return Measure.margin + min(widest, 150) + 12
    }

    private var heights: [Double] {
        zip(rows, labels).map { row, label in
            max(Measure.row, 15 * Double(label.count) + 8, 18 * Double(row.values.count) + 8)
        }
    }

    var height: Double { heights.reduce(0, +) }

    func draw(asBars isBars: Bool, in plot: ChartSVG.Plot, on canvas: inout SVGCanvas) {
        var top = plot.top
        for (index, row) in rows.enumerated() {
            let middle = top + heights[index] / 2
            canvas.block(
                labels[index], middle: SVGPoint(plot.left - 8, middle),
                SVGLettering(size: Measure.small, anchor: .end))
            let step = 18.0
            var y = middle - step * Double(row.values.count - 1) / 2
            for value in row.values {
                draw(value, of: row, at: y, asBar: isBars, in: plot, on: &canvas)
                y += step
            }
            top += heights[index]
        }
    }

    private func draw(
        _ value: Chart.Value, of row: Chart.Row, at y: Double, asBar: Bool, in plot: ChartSVG.Plot,
        on canvas: inout SVGCanvas
    ) {
        let name = chart.series.count > 1 && value.series < chart.series.count ? chart.series[value.series] + ": " : ""
        let tip = "\(row.label): \(name)\(value.words)"
        canvas.text(
            value.words, at: SVGPoint(plot.right + 10, y + 4), SVGLettering(size: Measure.small))
        guard let number = value.value else { return }
        let x = plot.x(chart.x, number)
        if asBar {
            let zero = plot.x(chart.x, max(0, chart.x.from))
            canvas.rect(
                x: min(zero, x), y: y - 7, width: abs(x - zero), height: 14,
                .filled(SVGColour.series(value.series).lighter(0.35), outline: SVGColour.series(value.series)), tip: tip
            )
        }
        if let low = value.low, let high = value.high, high > low {
            ChartShape.interval(
                from: SVGPoint(plot.x(chart.x, low), y), to: SVGPoint(plot.x(chart.x, high), y),
                asBar ? .ink : SVGColour.series(value.series), on: &canvas)
        }
        if !asBar { ChartShape.draw(value.series, at: SVGPoint(x, y), on: &canvas, tip: tip) }
    }
}

/// A table of numbers whose shade says how large they are; the number itself stands in each cell, so the darkest shade
/// is one that ink can be read on.
struct ChartHeatMap {
    private let heat: Chart.Heat
    private typealias Measure = ChartSVG.Measure

    init(_ heat: Chart.Heat) { self.heat = heat }

    var left: Double {
        let widest = heat.rows.map { TextWidth.of($0, size: Measure.small) }.max() ?? 0
        return Measure.margin + min(widest, 200) + 12
    }

    /// - Parameter share: 0 least, 1 most.
    static func shade(_ share: Double) -> SVGColour { SVGColour.blue.lighter(0.95 - 0.65 * share) }

    /// Room above for the columns' names.
    var head: Double { 64 }
    private var cellHeight: Double { 30 }
    var height: Double { cellHeight * Double(max(1, heat.rows.count)) }

    func draw(in plot: ChartSVG.Plot, on canvas: inout SVGCanvas) {
        let width = (plot.right - plot.left) / Double(max(1, heat.columns.count))
        let values = heat.cells.flatMap { $0 }.compactMap { $0?.value }
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        for (index, title) in ["↓ " + heat.rowTitle, "→ " + heat.columnTitle].enumerated() {
            let words = TextWidth.wrapped(title, to: Measure.width - 28, size: Measure.small, lines: 1)[0]
            canvas.text(
                words, at: SVGPoint(Measure.margin, plot.top - 46 + 17 * Double(index)),
                SVGLettering(size: Measure.small, colour: .faintInk))
        }
        let every =
            heat.columns.indices.contains { TextWidth.of(heat.columns[$0], size: Measure.small) > width - 4 }
            ? 2 : 1
        for (column, label) in heat.columns.enumerated() where column.isMultiple(of: every) {
            canvas.text(
                label, at: SVGPoint(plot.left + width * (Double(column) + 0.5), plot.top - 7),
                SVGLettering(size: Measure.small, anchor: .middle))
        }
        for (row, label) in heat.rows.enumerated() {
            let y = plot.top + cellHeight * Double(row)
            canvas.text(
                label, at: SVGPoint(plot.left - 8, y + cellHeight / 2 + 4),
                SVGLettering(size: Measure.small, anchor: .end))
            for (column, cell) in heat.cells[row].enumerated() {
                guard let cell else { continue }
                let share = cell.value.map { high > low && !heat.isFlat ? ($0 - low) / (high - low) : 0.2 }
                let colour = share.map(Self.shade) ?? .paper
                let words = heat.columns.indices.contains(column) ? heat.columns[column] : ""
                canvas.rect(
                    x: plot.left + width * Double(column), y: y, width: width, height: cellHeight,
                    .filled(colour, outline: .paper, width: 1), tip: "\(label) × \(words): \(cell.words)")
                let size = TextWidth.of(cell.words, size: Measure.small) > width - 4 ? 9.0 : Measure.small
                guard TextWidth.of(cell.words, size: size) <= width else { continue }
                canvas.text(
                    cell.words, at: SVGPoint(plot.left + width * (Double(column) + 0.5), y + cellHeight / 2 + 4),
                    SVGLettering(size: size, anchor: .middle))
            }
        }
    }
}
