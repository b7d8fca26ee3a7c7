import Scenarios

/// A table for people: aligned columns fitted to the window, or stacked where the window is too narrow.
struct TextTable {
    enum Alignment {
        case left, right
        /// On the decimal mark: whole digits end and decimals begin in the same place.
        case decimal
    }

    struct Column {
        var title: String
        var alignment: Alignment = .left
        /// Whether the cells may be cut when the window is narrow. Numbers never are.
        var mayShrink = false
        /// Columns it takes even when its cells are shorter.
        var minimum = 0
    }

    enum Row {
        case cells([String])
        /// A remark on the row above, one cell a column: not aligned on the decimal mark, and stacked with that row.
        case aside([String])
        /// A line of its own between rows: a group's name.
        case heading(String)
    }

    var columns: [Column]
    var rows: [Row] = []
    /// The decimal mark of the language the cells are written in.
    var decimalMark: Character
    static let gap = 2
    /// A column that may shrink keeps at least this many columns; below it the table is stacked.
    static let narrowest = 14

    mutating func add(_ cells: String...) { rows.append(.cells(cells)) }

    /// The table's lines, none wider than `width` where words allow, without trailing spaces.
    func lines(width: Int) -> [String] {
        let cells = alignedCells()
        var widths = columns.indices.map { column in
            max(
                columns[column].minimum, DisplayWidth.of(columns[column].title),
                cells.compactMap { $0 }.map { DisplayWidth.of($0[column]) }.max() ?? 0)
        }
        let excess = widths.reduce(0, +) + Self.gap * (columns.count - 1) - max(width, 1)
        if excess > 0 {
            guard let shrinking = columns.firstIndex(where: \.mayShrink),
                widths[shrinking] - excess >= Self.narrowest
            else { return stackedLines(width: width) }
            widths[shrinking] -= excess
        }
        var lines: [String] = []
        if columns.contains(where: { !$0.title.isEmpty }) {
            lines.append(line(columns.map(\.title), widths: widths))
        }
        for (row, cells) in zip(rows, cells) {
            switch row {
            case .heading(let text): lines.append(DisplayWidth.truncated(text, to: width))
            case .cells, .aside: lines.append(line(cells ?? [], widths: widths))
            }
        }
        return lines
    }

    private func line(_ cells: [String], widths: [Int]) -> String {
        var line = ""
        for (index, column) in columns.enumerated() {
            let cell = DisplayWidth.truncated(cells[index], to: widths[index])
            let padding = String(repeating: " ", count: widths[index] - DisplayWidth.of(cell))
            line += column.alignment == .left ? cell + padding : padding + cell
            if index < columns.count - 1 { line += String(repeating: " ", count: Self.gap) }
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// The cells with decimal columns filled up behind the mark; nil for headings.
    private func alignedCells() -> [[String]?] {
        var tails = [Int](repeating: 0, count: columns.count)
        for case .cells(let cells) in rows {
            for (index, column) in columns.enumerated() where column.alignment == .decimal {
                tails[index] = max(tails[index], tail(cells[index]))
            }
        }
        return rows.map { row in
            switch row {
            case .heading: nil
            case .aside(let cells): cells
            case .cells(let cells):
                columns.indices.map { index in
                    let cell = cells[index]
                    guard columns[index].alignment == .decimal, !cell.isEmpty else { return cell }
                    return cell + String(repeating: " ", count: tails[index] - tail(cell))
                }
            }
        }
    }

    /// Columns from the decimal mark on, or from the first space where there is none before it.
    private func tail(_ cell: String) -> Int {
        guard let mark = cell.firstIndex(where: { $0 == decimalMark || $0 == " " }) else { return 0 }
        return DisplayWidth.of(String(cell[mark...]))
    }

    /// Each row as a small block of `title: cell` lines, a remark in brackets behind its cell.
    private func stackedLines(width: Int) -> [String] {
        var lines: [String] = []
        for (index, row) in rows.enumerated() {
            switch row {
            case .heading(let text): lines += DisplayWidth.wrapped(text, to: width)
            case .aside: break
            case .cells(let cells):
                var asides = [String](repeating: "", count: cells.count)
                if index + 1 < rows.count, case .aside(let next) = rows[index + 1] { asides = next }
                lines += DisplayWidth.wrapped(cells[0], to: width)
                for column in columns.indices.dropFirst() where !cells[column].isEmpty {
                    let title = columns[column].title
                    let remark = asides[column].isEmpty ? "" : " (\(asides[column]))"
                    let text = (title.isEmpty ? "" : title + ": ") + cells[column] + remark
                    lines += DisplayWidth.wrapped("    " + text, to: width, indent: "      ")
                }
            }
        }
        return lines
    }
}
