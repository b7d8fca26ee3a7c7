import Foundation
import Scenarios

/// Draws a chart in characters, no line wider than the window where words allow.
struct ChartText {
    let chart: Chart
    let width: Int
    /// Blocks and lines where the terminal can show them, else plain ASCII.
    let usesUnicode: Bool
    let heading: (String) -> String

    func lines() -> [String] {
        var lines = DisplayWidth.wrapped(chart.title, to: width).map(heading)
        if chart.isEmpty { return lines + DisplayWidth.wrapped("  " + Texts.chartEmpty[chart.language], to: width) }
        switch chart.content {
        case .lines(let content): lines += legend() + grid(content)
        case .bars(let rows): lines += legend() + self.rows(rows, asBars: true)
        case .dots(let rows): lines += legend() + self.rows(rows, asBars: false)
        case .histogram(let bins, let marks): lines += legend() + histogram(bins, marks)
        case .heat(let heat): lines += table(heat)
        }
        return lines + chart.notes.flatMap { DisplayWidth.wrapped("  " + $0, to: width, indent: "  ") }
    }

    // MARK: Characters

    private func mark(_ series: Int) -> Character {
        let marks: [Character] = usesUnicode ? ["●", "■", "▲", "◆"] : ["o", "x", "+", "#"]
        return marks[series % marks.count]
    }

    private var band: Character { usesUnicode ? "░" : ":" }
    private var curve: Character { usesUnicode ? "┃" : "|" }

    private func legend() -> [String] {
        var items = chart.series.count > 1 ? chart.series.enumerated().map { "\(mark($0.offset)) \($0.element)" } : []
        if case .histogram = chart.content, let law = chart.series.first { items = ["\(curve) \(law)"] }
        if let interval = chart.interval {
            switch chart.content {
            case .lines: items.append("\(band) \(interval)")
            case .dots: items.append((usesUnicode ? "├──┤ " : "|--| ") + interval)
            case .bars, .histogram, .heat: break
            }
        }
        let line = "  " + items.joined(separator: "   ")
        if items.isEmpty { return [] }
        return DisplayWidth.of(line) <= width
            ? [line] : items.flatMap { DisplayWidth.wrapped("  " + $0, to: width, indent: "    ") }
    }

    /// A bar of so many columns and eighths of one.
    private func bar(_ share: Double, columns: Int) -> String {
        let eighths = Int((min(max(share, 0), 1) * Double(columns) * 8).rounded())
        guard usesUnicode else { return String(repeating: "#", count: (eighths + 4) / 8) }
        let parts = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"]
        return String(repeating: "█", count: eighths / 8) + parts[eighths % 8]
    }

    // MARK: Lines

    private static let height = 12

    private func grid(_ lines: [Chart.Line]) -> [String] {
        guard let axis = chart.y else { return [] }
        let margin = (axis.ticks.map { DisplayWidth.of($0.label) }.max() ?? 0) + 3
        let columns = max(10, width - margin - 1)
        var cells = [[Character]](repeating: [Character](repeating: " ", count: columns), count: Self.height + 1)
        func row(_ y: Double) -> Int {
            Self.height - Int((min(max(axis.position(y), 0), 1) * Double(Self.height)).rounded())
        }
        for (series, line) in lines.enumerated() {
            for column in 0..<columns {
                let x = chart.x.from + (chart.x.to - chart.x.from) * Double(column) / Double(max(1, columns - 1))
                guard let point = Self.interpolated(line.points, at: x) else { continue }
                if let low = point.low, let high = point.high {
                    for y in row(high)...max(row(high), row(low)) where cells[y][column] == " " {
                        cells[y][column] = band
                    }
                }
                let isMarked = lines.count == 1 || column.isMultiple(of: 3)
                if isMarked {
                    cells[row(point.y)][column] = lines.count == 1 ? (usesUnicode ? "•" : "*") : mark(series)
                }
            }
        }
        let labels = Dictionary(axis.ticks.map { (row($0.value), $0.label) }, uniquingKeysWith: { first, _ in first })
        let edge = usesUnicode ? "┤" : "+"
        let side = usesUnicode ? "│" : "|"
        var result = axis.title.isEmpty ? [] : DisplayWidth.wrapped("  " + axis.title, to: width, indent: "  ")
        for (index, line) in cells.enumerated() {
            let label = labels[index] ?? ""
            let start = String(repeating: " ", count: margin - 1 - DisplayWidth.of(label)) + label
            result.append(trimmed(start + (label.isEmpty ? side : edge) + String(line)))
        }
        return result + axisLines(margin: margin, columns: columns)
    }

    /// The axis below, its labels where there is room, and its title.
    private func axisLines(margin: Int, columns: Int) -> [String] {
        let dash = usesUnicode ? "─" : "-"
        let corner = usesUnicode ? "└" : "+"
        var rule = Array(repeating: Character(dash), count: columns)
        var words = [Character](repeating: " ", count: columns + 24)
        var free = 0
        for tick in chart.x.ticks {
            let share = chart.x.position(tick.value)
            guard share >= 0, share <= 1 else { continue }
            let column = Int((share * Double(columns - 1)).rounded())
            rule[column] = usesUnicode ? "┴" : "+"
            let label = Array(tick.label)
            let start = min(max(0, column - label.count / 2), max(0, columns - label.count))
            guard start >= free, start + label.count <= words.count else { continue }
            words.replaceSubrange(start..<start + label.count, with: label)
            free = start + label.count + 1
        }
        let indent = String(repeating: " ", count: margin)
        var lines = [
            String(repeating: " ", count: margin - 1) + corner + String(rule), trimmed(indent + String(words)),
        ]
        if !chart.x.title.isEmpty {
            let free = max(0, columns - DisplayWidth.of(chart.x.title)) / 2
            lines += DisplayWidth.wrapped(indent + String(repeating: " ", count: free) + chart.x.title, to: width)
        }
        return lines
    }

    /// Between the points on either side; nil in a gap and beyond the ends.
    private static func interpolated(
        _ points: [Chart.Point], at x: Double
    ) -> (y: Double, low: Double?, high: Double?)? {
        guard let next = points.firstIndex(where: { $0.x >= x - 1e-9 }) else { return nil }
        let after = points[next]
        guard next > 0, after.x > x + 1e-9 else { return after.y.map { ($0, after.low, after.high) } }
        let before = points[next - 1]
        guard let a = before.y, let b = after.y, after.x > before.x else { return nil }
        let share = (x - before.x) / (after.x - before.x)
        func mixed(_ a: Double?, _ b: Double?) -> Double? {
            guard let a, let b else { return nil }
            return a + (b - a) * share
        }
        return (a + (b - a) * share, mixed(before.low, after.low), mixed(before.high, after.high))
    }

    // MARK: Rows

    private func rows(_ rows: [Chart.Row], asBars: Bool) -> [String] {
        let hasSeries = chart.series.count > 1
        let names = rows.map { DisplayWidth.of($0.label) }.max() ?? 0
        let words = rows.flatMap(\.values).map { DisplayWidth.of($0.words) }.max() ?? 0
        let label = hasSeries ? 4 : min(names, max(12, width * 2 / 5)) + 2
        let columns = max(8, width - label - words - 3)
        var result: [String] = []
        for row in rows {
            let wrapped = DisplayWidth.wrapped("  " + row.label, to: hasSeries ? width : label, indent: "    ")
            if hasSeries {
                result += wrapped
            } else {
                result += wrapped.dropLast()
            }
            for value in row.values {
                let start = hasSeries ? "  " + String(mark(value.series)) : wrapped.last ?? ""
                let drawing = asBars ? barLine(value, columns) : dotLine(value, columns)
                result.append(
                    trimmed(
                        DisplayWidth.padded(start, to: label) + " " + DisplayWidth.padded(drawing, to: columns) + " "
                            + value.words))
            }
        }
        return result + axisLines(margin: label + 1, columns: columns)
    }

    private func barLine(_ value: Chart.Value, _ columns: Int) -> String {
        guard let number = value.value else { return "" }
        return bar(chart.x.position(number), columns: columns)
    }

    private func dotLine(_ value: Chart.Value, _ columns: Int) -> String {
        guard let number = value.value else { return "" }
        var cells = [Character](repeating: " ", count: columns)
        func column(_ x: Double) -> Int {
            Int((min(max(chart.x.position(x), 0), 1) * Double(columns - 1)).rounded())
        }
        if let low = value.low, let high = value.high, column(high) > column(low) {
            for index in column(low)...column(high) { cells[index] = usesUnicode ? "─" : "-" }
            cells[column(low)] = usesUnicode ? "├" : "|"
            cells[column(high)] = usesUnicode ? "┤" : "|"
        }
        cells[column(number)] = mark(value.series)
        return String(cells)
    }

    // MARK: Histograms and heat maps

    private func histogram(_ bins: [Chart.Bin], _ marks: [Chart.Mark]) -> [String] {
        let label = (bins.map { DisplayWidth.of($0.label) }.max() ?? 0) + 2
        let words = bins.map { DisplayWidth.of($0.value) }.max() ?? 0
        let columns = max(8, min(width - label - words - 3, 60))
        let most = bins.flatMap { [$0.share, $0.expected ?? 0] }.max() ?? 1
        var lines = chart.x.title.isEmpty ? [] : DisplayWidth.wrapped("  " + chart.x.title, to: width, indent: "  ")
        for bin in bins {
            let start = String(repeating: " ", count: label - DisplayWidth.of(bin.label)) + bin.label + " "
            var drawing = DisplayWidth.padded(bar(bin.share / max(most, 1e-12), columns: columns), to: columns)
            if let expected = bin.expected {
                var cells = Array(drawing)
                let column = Int((expected / max(most, 1e-12) * Double(columns - 1)).rounded())
                cells[min(max(column, 0), columns - 1)] = curve
                drawing = String(cells)
            }
            lines.append(trimmed(start + drawing + " " + bin.value))
        }
        return lines + marks.flatMap { DisplayWidth.wrapped("  " + $0.words, to: width, indent: "  ") }
    }

    private func table(_ heat: Chart.Heat) -> [String] {
        let values = heat.cells.flatMap { $0 }.compactMap { $0?.value }
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        let shades: [Character] = usesUnicode ? [" ", "░", "▒", "▓", "█"] : [" ", ".", ":", "+", "#"]
        var table = TextTable(
            columns: [.init(title: "", mayShrink: true, wraps: true)]
                + heat.columns.map { .init(title: $0, alignment: .right) },
            decimalMark: chart.language == .da ? "," : ".", wrapsTitles: true)
        for (label, cells) in zip(heat.rows, heat.cells) {
            let words = cells.map { cell -> String in
                guard let cell else { return "" }
                let share = cell.value.map { high > low && !heat.isFlat ? ($0 - low) / (high - low) : 0 } ?? 0
                return "\(cell.words) \(shades[min(4, Int(share * 5))])"
            }
            table.rows.append(.cells(["  " + label] + words))
        }
        let arrows = usesUnicode ? ["↓ ", "→ "] : ["v ", "> "]
        return DisplayWidth.wrapped("  " + arrows[0] + heat.rowTitle, to: width, indent: "    ")
            + DisplayWidth.wrapped("  " + arrows[1] + heat.columnTitle, to: width, indent: "    ")
            + table.lines(width: width, heading: heading)
    }

    private func trimmed(_ line: String) -> String {
        var line = line
        while line.last == " " { line.removeLast() }
        return line
    }
}
