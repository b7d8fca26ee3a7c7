/// What the colours and shapes of a chart stand for; nothing where there is only one.
struct ChartLegend {
    private let items: [(series: Int?, words: String)]
    private let chart: Chart
    private typealias Measure = ChartSVG.Measure

    init(_ chart: Chart) {
        self.chart = chart
        var items: [(Int?, String)] = []
        if chart.series.count > 1 { items = chart.series.enumerated().map { ($0.offset, $0.element) } }
        if let interval = chart.interval { items.append((nil, interval)) }
        self.items = items
    }

    private struct Placed {
        let x: Double
        let row: Int
        let series: Int?
        let words: String
    }

    private var placed: [Placed] {
        var (x, row) = (0.0, 0)
        return items.map { item in
            let words = TextWidth.wrapped(item.words, to: Measure.width - 80, size: Measure.small, lines: 1)[0]
            let width = 34 + TextWidth.of(words, size: Measure.small) + 18
            if x > 0, x + width > Measure.width - 28 { (x, row) = (0, row + 1) }
            defer { x += width }
            return Placed(x: x, row: row, series: item.series, words: words)
        }
    }

    var height: Double { placed.last.map { 20 * Double($0.row + 1) + 4 } ?? 0 }

    func draw(at place: SVGPoint, on canvas: inout SVGCanvas) {
        for item in placed {
            let (x, y) = (place.x + item.x, place.y + 20 * Double(item.row) + 10)
            if let series = item.series {
                key(series, from: SVGPoint(x, y), on: &canvas)
            } else {
                interval(from: SVGPoint(x, y), on: &canvas)
            }
            canvas.text(item.words, at: SVGPoint(x + 34, y + 4), SVGLettering(size: Measure.small))
        }
    }

    private func key(_ series: Int, from place: SVGPoint, on canvas: inout SVGCanvas) {
        let middle = SVGPoint(place.x + 13, place.y)
        switch chart.content {
        case .lines:
            canvas.line(
                from: place, to: SVGPoint(place.x + 26, place.y),
                .line(SVGColour.series(series), width: 2, dash: ChartShape.dash(series)))
            if chart.series.count > 1 { ChartShape.draw(series, at: middle, on: &canvas) }
        case .bars:
            canvas.rect(
                x: place.x + 4, y: place.y - 6, width: 18, height: 12,
                .filled(SVGColour.series(series), outline: .faintInk, width: 0.7))
        default: ChartShape.draw(series, at: middle, on: &canvas)
        }
    }

    private func interval(from place: SVGPoint, on canvas: inout SVGCanvas) {
        if case .lines = chart.content {
            canvas.rect(
                x: place.x, y: place.y - 6, width: 26, height: 12,
                .filled(SVGColour.series(0).lighter(0.75)))
        } else {
            ChartShape.interval(from: place, to: SVGPoint(place.x + 26, place.y), .ink, on: &canvas)
        }
    }
}

/// Marks that are told apart without colour.
enum ChartShape {
    static func draw(_ series: Int, at place: SVGPoint, on canvas: inout SVGCanvas, tip: String? = nil) {
        let style = SVGStyle.filled(SVGColour.series(series), outline: .ink, width: 0.8)
        let (x, y, r) = (place.x, place.y, 4.6)
        switch series % 4 {
        case 0: canvas.circle(at: place, radius: r, style, tip: tip)
        case 1: canvas.rect(x: x - r, y: y - r, width: 2 * r, height: 2 * r, style, tip: tip)
        case 2:
            let points = [SVGPoint(x, y - r - 1), SVGPoint(x + r + 1, y + r), SVGPoint(x - r - 1, y + r)]
            canvas.path(SVGPath(through: points, closed: true), style, tip: tip)
        default:
            let points = [
                SVGPoint(x, y - r - 1), SVGPoint(x + r + 1, y), SVGPoint(x, y + r + 1), SVGPoint(x - r - 1, y),
            ]
            canvas.path(SVGPath(through: points, closed: true), style, tip: tip)
        }
    }

    static func dash(_ series: Int) -> [Double] { [[], [7, 3], [2, 3], [9, 3, 2, 3]][series % 4] }

    /// A stretch with ends.
    static func interval(from: SVGPoint, to: SVGPoint, _ colour: SVGColour, on canvas: inout SVGCanvas) {
        canvas.line(from: from, to: to, .line(colour, width: 1.4))
        for end in [from, to] {
            canvas.line(from: SVGPoint(end.x, end.y - 4), to: SVGPoint(end.x, end.y + 4), .line(colour, width: 1.4))
        }
    }
}
