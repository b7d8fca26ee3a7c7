import Scenarios

/// Short labels side by side in columns, filled downwards as `ls` does.
enum ColumnLayout {
    /// Lines no wider than `width`; a label that is wider goes on on the next line.
    static func lines(_ labels: [String], width: Int, gap: Int = 2) -> [String] {
        guard !labels.isEmpty else { return [] }
        let widest = labels.map(DisplayWidth.of).max() ?? 0
        let columns = max(1, (max(width, 1) + gap) / max(1, widest + gap))
        guard columns > 1 else { return labels.flatMap { DisplayWidth.wrapped($0, to: width, indent: "  ") } }
        let rows = (labels.count + columns - 1) / columns
        return (0..<rows).map { row in
            stride(from: row, to: labels.count, by: rows).map { index in
                index + rows < labels.count ? DisplayWidth.padded(labels[index], to: widest + gap) : labels[index]
            }.joined()
        }
    }
}
