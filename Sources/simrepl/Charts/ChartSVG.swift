import Scenarios

/// Draws a chart: title, legend, axes, shapes; every value says itself where the pointer rests.
struct ChartSVG {
    let chart: Chart
    /// Whether the title stands on the drawing too, not only in its text alternative.
    var showsTitle = true

    /// Lengths in units of the drawing.
    enum Measure {
        static let width = 640.0
        static let size = 13.0
        static let small = 12.0
        static let plotHeight = 240.0
        static let row = 26.0
        static let margin = 14.0
    }

    /// Where the numbers are drawn.
    struct Plot {
        var left: Double
        var top: Double
        var right: Double
        var bottom: Double

        func x(_ axis: ChartAxis, _ value: Double) -> Double {
            left + (right - left) * min(max(axis.position(value), 0), 1)
        }

        func y(_ axis: ChartAxis, _ value: Double) -> Double {
            bottom - (bottom - top) * min(max(axis.position(value), 0), 1)
        }
    }

    /// The whole file.
    func svg() -> String { canvas().svg() }

    /// - Parameter id: tells the names inside it from those of other drawings on the same HTML page.
    func canvas(id: String = "chart") -> SVGCanvas {
        var top = Measure.margin
        let title = showsTitle ? TextWidth.wrapped(chart.title, to: Measure.width - 28, size: 15, bold: true) : []
        top += 19 * Double(title.count) + (title.isEmpty ? 0 : 6)
        let legend = ChartLegend(chart)
        let legendTop = top
        top += legend.height
        let (plot, bottom) = frame(top: top)
        let notes = chart.notes.flatMap { TextWidth.wrapped($0, to: Measure.width - 28, size: Measure.small) }
        let height = bottom + (notes.isEmpty ? 6 : 16 * Double(notes.count) + 14)
        var canvas = SVGCanvas(
            width: Measure.width, height: height, title: chart.title, description: chart.description,
            language: chart.language.rawValue, id: id)
        canvas.rect(x: 0, y: 0, width: Measure.width, height: height, .filled(.paper))
        for (index, line) in title.enumerated() {
            canvas.text(
                line, at: SVGPoint(Measure.margin, Measure.margin + 12 + 19 * Double(index)),
                SVGLettering(size: 15, bold: true))
        }
        legend.draw(at: SVGPoint(Measure.margin, legendTop), on: &canvas)
        draw(in: plot, on: &canvas)
        for (index, line) in notes.enumerated() {
            canvas.text(
                line, at: SVGPoint(Measure.margin, bottom + 14 + 16 * Double(index)),
                SVGLettering(size: Measure.small, colour: .faintInk))
        }
        return canvas
    }

    /// The plot's place, and where everything around it ends.
    private func frame(top: Double) -> (Plot, bottom: Double) {
        switch chart.content {
        case .lines, .histogram:
            let labels = chart.y?.ticks.map { TextWidth.of($0.label, size: Measure.small) }.max() ?? 0
            let plot = Plot(
                left: Measure.margin + labels + (chart.y?.title.isEmpty ?? true ? 8 : 30), top: top + 8,
                right: Measure.width - 24, bottom: top + 8 + Measure.plotHeight)
            return (plot, plot.bottom + 22 + (chart.x.title.isEmpty ? 0 : 18))
        case .bars(let rows), .dots(let rows):
            let layout = ChartRows(rows, chart: chart)
            let plot = Plot(
                left: layout.left, top: top + 4, right: Measure.width - layout.right,
                bottom: top + 4 + layout.height)
            return (plot, plot.bottom + 22 + (chart.x.title.isEmpty ? 0 : 18))
        case .heat(let heat):
            let layout = ChartHeatMap(heat)
            let plot = Plot(
                left: layout.left, top: top + layout.head, right: Measure.width - 24,
                bottom: top + layout.head + layout.height)
            return (plot, plot.bottom + 6)
        }
    }

    private func draw(in plot: Plot, on canvas: inout SVGCanvas) {
        switch chart.content {
        case .lines(let lines):
            drawAxes(plot, on: &canvas)
            ChartLines(lines, chart: chart).draw(in: plot, on: &canvas)
        case .histogram(let bins, let marks):
            drawAxes(plot, on: &canvas)
            draw(bins, marks, in: plot, on: &canvas)
        case .bars(let rows):
            drawColumns(plot, on: &canvas)
            ChartRows(rows, chart: chart).draw(asBars: true, in: plot, on: &canvas)
        case .dots(let rows):
            drawColumns(plot, on: &canvas)
            ChartRows(rows, chart: chart).draw(asBars: false, in: plot, on: &canvas)
        case .heat(let heat): ChartHeatMap(heat).draw(in: plot, on: &canvas)
        }
    }

    // MARK: Axes

    private func drawAxes(_ plot: Plot, on canvas: inout SVGCanvas) {
        if let axis = chart.y {
            for tick in axis.ticks {
                let y = plot.y(axis, tick.value)
                canvas.line(from: SVGPoint(plot.left, y), to: SVGPoint(plot.right, y), .line(.rule, width: 0.7))
                canvas.text(
                    tick.label, at: SVGPoint(plot.left - 6, y + 4), SVGLettering(size: Measure.small, anchor: .end))
            }
            if !axis.title.isEmpty {
                canvas.text(
                    axis.title, at: SVGPoint(Measure.margin + 10, (plot.top + plot.bottom) / 2),
                    SVGLettering(size: Measure.small, anchor: .middle, colour: .faintInk, upwards: true))
            }
        }
        drawBase(plot, gridUp: false, on: &canvas)
    }

    /// Grid lines upright, for rows.
    private func drawColumns(_ plot: Plot, on canvas: inout SVGCanvas) { drawBase(plot, gridUp: true, on: &canvas) }

    private func drawBase(_ plot: Plot, gridUp: Bool, on canvas: inout SVGCanvas) {
        var free = -Double.infinity
        for tick in chart.x.ticks {
            let x = plot.x(chart.x, tick.value)
            let top = gridUp ? plot.top : plot.bottom
            canvas.line(from: SVGPoint(x, top), to: SVGPoint(x, plot.bottom + 4), .line(.rule, width: 0.7))
            // A label that would touch the one before it is left out; its tick stays.
            let half = TextWidth.of(tick.label, size: Measure.small) / 2
            guard x - half > free else { continue }
            canvas.text(
                tick.label, at: SVGPoint(x, plot.bottom + 17), SVGLettering(size: Measure.small, anchor: .middle))
            free = x + half + 6
        }
        canvas.line(
            from: SVGPoint(plot.left, plot.bottom), to: SVGPoint(plot.right, plot.bottom), .line(.faintInk, width: 1))
        if !chart.x.title.isEmpty {
            canvas.text(
                chart.x.title, at: SVGPoint((plot.left + plot.right) / 2, plot.bottom + 35),
                SVGLettering(size: Measure.small, anchor: .middle, colour: .faintInk))
        }
    }

    // MARK: Histograms

    private func draw(_ bins: [Chart.Bin], _ marks: [Chart.Mark], in plot: Plot, on canvas: inout SVGCanvas) {
        guard let axis = chart.y else { return }
        for bin in bins where bin.share > 0 {
            let (left, right) = (plot.x(chart.x, bin.from), plot.x(chart.x, bin.to))
            let y = plot.y(axis, bin.share * 100)
            canvas.rect(
                x: left + 0.5, y: y, width: max(1, right - left - 1), height: plot.bottom - y,
                .filled(SVGColour.blue.lighter(0.35), outline: .blue, width: 0.7), tip: bin.words)
        }
        for (index, mark) in marks.enumerated() {
            let x = plot.x(chart.x, mark.at)
            let y = plot.top + 12 + 17 * Double(index)
            canvas.line(
                from: SVGPoint(x, plot.top), to: SVGPoint(x, plot.bottom),
                .line(.vermilion, width: 1.6, dash: index == 0 ? [] : [5, 3]))
            let isLeft = x + 8 + TextWidth.of(mark.words, size: Measure.small) > plot.right
            canvas.text(
                mark.words, at: SVGPoint(x + (isLeft ? -6 : 6), y),
                SVGLettering(size: Measure.small, anchor: isLeft ? .end : .start, halo: .paper))
        }
    }
}
