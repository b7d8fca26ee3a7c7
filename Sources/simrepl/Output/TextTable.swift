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
        /// Whether the cells may be made narrower when the window is narrow. Numbers never are.
        var mayShrink = false
        /// Whether cells that are made narrower go on on the next line instead of being cut, so that none loses what
        /// tells it from another.
        var wraps = false
        /// Columns it keeps at least when it is made narrower; below it the table is stacked.
        var narrowest = TextTable.narrowest
        /// Whether it belongs to the column before it and stands closer to it.
        var isClose = false
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
    /// Whether titles are broken at spaces rather than making their columns wider than the cells.
    var wrapsTitles = false
    static let gap = 2
    static let narrowest = 14

    mutating func add(_ cells: String...) { rows.append(.cells(cells)) }

    /// Whether it can be shown in a window without stacking.
    func fits(_ width: Int) -> Bool { widths(alignedCells(), in: width) != nil }

    /// The table's lines, none wider than `width` where words allow, without trailing spaces.
    ///
    /// - Parameter heading: makes the line of titles stand out.
    func lines(width: Int, heading: (String) -> String = { $0 }) -> [String] {
        let cells = alignedCells()
        guard let widths = widths(cells, in: width) else { return stackedLines(width: width, heading: heading) }
        var lines: [String] = []
        if columns.contains(where: { !$0.title.isEmpty }) {
            let titles = zip(columns, widths).map { column, width in
                wrapsTitles || column.wraps
                    ? DisplayWidth.wrapped(column.title, to: width) : [column.title]
            }
            let height = titles.map(\.count).max() ?? 1
            for row in 0..<height {
                let parts = titles.map { row < height - $0.count ? "" : $0[row - height + $0.count] }
                lines.append(heading(line(parts, widths: widths)))
            }
        }
        for (row, cells) in zip(rows, cells) {
            switch row {
            case .heading(let text): lines += DisplayWidth.wrapped(text, to: width)
            case .cells, .aside: lines += self.lines(of: cells ?? [], widths: widths)
            }
        }
        return lines
    }

    /// The columns' widths; nil when they do not fit in the window.
    private func widths(_ cells: [[String]?], in width: Int) -> [Int]? {
        var widths = columns.indices.map { column in
            let title = columns[column].title
            return max(
                columns[column].minimum, wrapsTitles ? Self.narrowestFor(title) : DisplayWidth.of(title),
                cells.compactMap { $0 }.map { DisplayWidth.of($0[column]) }.max() ?? 0)
        }
        let excess = widths.reduce(0, +) + columns.indices.dropFirst().map(gap).reduce(0, +) - max(width, 1)
        if excess > 0 {
            guard let shrinking = columns.firstIndex(where: \.mayShrink),
                widths[shrinking] - excess >= columns[shrinking].narrowest
            else { return nil }
            widths[shrinking] -= excess
        }
        return widths
    }

    private func gap(before column: Int) -> Int { columns[column].isClose ? 1 : Self.gap }

    /// As wide as its longest word, and not so narrow that every short word gets a line of its own.
    private static func narrowestFor(_ title: String) -> Int {
        let words = title.split(separator: " ").map { DisplayWidth.of(String($0)) }
        return DisplayWidth.wrapped(title, to: max(words.max() ?? 0, 8)).map(DisplayWidth.of).max() ?? 0
    }

    /// A row, with more lines below it where a name has to go on.
    private func lines(of cells: [String], widths: [Int]) -> [String] {
        var cells = cells
        var below: [String] = []
        for index in columns.indices where columns[index].wraps && DisplayWidth.of(cells[index]) > widths[index] {
            let margin = cells[index].prefix { $0 == " " } + "  "
            let parts = DisplayWidth.wrapped(cells[index], to: widths[index], indent: String(margin))
            cells[index] = parts[0]
            below += parts.dropFirst()
        }
        return [line(cells, widths: widths)] + below
    }

    private func line(_ cells: [String], widths: [Int]) -> String {
        var line = ""
        for (index, column) in columns.enumerated() {
            let cell = DisplayWidth.truncated(cells[index], to: widths[index])
            let padding = String(repeating: " ", count: widths[index] - DisplayWidth.of(cell))
            line += column.alignment == .left ? cell + padding : padding + cell
            if index < columns.count - 1 { line += String(repeating: " ", count: gap(before: index + 1)) }
        }
        while line.last == " " { line.removeLast() }
        return line
    }

    /// The cells with decimal columns filled up behind the mark; nil for headings.
    private func alignedCells() -> [[String]?] {
        var tails = [Int](repeating: 0, count: columns.count)
        for case .cells(let cells) in rows {
            for (index, column) in columns.enumerated()
            where column.alignment == .decimal && Self.isNumber(cells[index]) {
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
                    guard columns[index].alignment == .decimal, !cell.isEmpty, Self.isNumber(cell) else { return cell }
                    return cell + String(repeating: " ", count: tails[index] - tail(cell))
                }
            }
        }
    }

    /// A word among numbers has no decimal mark to stand on.
    private static func isNumber(_ cell: String) -> Bool { !cell.contains(where: \.isLetter) }

    /// Columns from the decimal mark on, or from the first space where there is none before it.
    private func tail(_ cell: String) -> Int {
        guard let mark = cell.firstIndex(where: { $0 == decimalMark || $0 == " " }) else { return 0 }
        return DisplayWidth.of(String(cell[mark...]))
    }

    /// Each row as a small block of `title: cell` lines, a remark in brackets behind its cell.
    private func stackedLines(width: Int, heading: (String) -> String) -> [String] {
        let title = columns.first?.title ?? ""
        var lines = title.isEmpty ? [] : DisplayWidth.wrapped(title, to: width).map(heading)
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
