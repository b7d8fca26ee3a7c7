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
    }

    enum Row {
        case cells([String])
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
                DisplayWidth.of(columns[column].title),
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
            case .cells: lines.append(line(cells ?? [], widths: widths))
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
            guard case .cells(let cells) = row else { return nil }
            return columns.indices.map { index in
                let cell = cells[index]
                guard columns[index].alignment == .decimal, !cell.isEmpty else { return cell }
                return cell + String(repeating: " ", count: tails[index] - tail(cell))
            }
        }
    }

    /// Columns from the decimal mark on.
    private func tail(_ cell: String) -> Int {
        guard let mark = cell.firstIndex(of: decimalMark) else { return 0 }
        return DisplayWidth.of(String(cell[mark...]))
    }

    /// Each row as a small block of `title: cell` lines.
    private func stackedLines(width: Int) -> [String] {
        var lines: [String] = []
        for row in rows {
            switch row {
            case .heading(let text): lines += DisplayWidth.wrapped(text, to: width)
            case .cells(let cells):
                lines += DisplayWidth.wrapped(cells[0], to: width)
                for (column, cell) in zip(columns, cells).dropFirst() where !cell.isEmpty {
                    let text = column.title.isEmpty ? cell : "\(column.title): \(cell)"
                    lines += DisplayWidth.wrapped("  " + text, to: width, indent: "    ")
                }
            }
        }
        return lines
    }
}
