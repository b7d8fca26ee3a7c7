import Scenarios

extension Chart {
    /// The chart's numbers as a table: for those who cannot see it, or want the number itself.
    func table() -> (head: [String], rows: [[String]]) {
        switch content {
        case .lines(let lines):
            // Every point says itself in words; a long series is thinned to about fifty rows.
            let every = max(1, (lines.map(\.points.count).max() ?? 0) / 50)
            return (
                ["", Texts.reportValue[language]],
                lines.flatMap { line in
                    line.points.enumerated().filter { $0.offset.isMultiple(of: every) }.map {
                        [line.name, $0.element.words]
                    }
                }
            )
        case .bars(let rows), .dots(let rows):
            let head = series.count > 1 ? series : [Texts.reportValue[language]]
            return (
                [""] + head,
                rows.map { row in
                    [row.label] + head.indices.map { index in row.values.first { $0.series == index }?.words ?? "" }
                }
            )
        case .histogram(let bins, let marks):
            return (
                [x.title, y?.title ?? ""], bins.map { [$0.label, $0.value] } + marks.map { [$0.words, ""] }
            )
        case .heat(let heat):
            return (
                [heat.rowTitle + " ↓ · " + heat.columnTitle + " →"] + heat.columns,
                zip(heat.rows, heat.cells).map { label, cells in [label] + cells.map { $0?.words ?? "" } }
            )
        }
    }
}
