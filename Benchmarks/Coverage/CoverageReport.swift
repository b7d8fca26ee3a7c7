import Foundation

/// What the coverage run found, as a Markdown page.
struct CoverageReport {
    var run: CoverageRun
    var sections: [(coverage: CoverageCase, rows: [CoverageRun.Row])]
    var seconds: Double

    /// Theory promises 95 %; what lies outside is pointed out.
    static let expected = 0.94...0.96

    func table(_ rows: [CoverageRun.Row]) -> String {
        var lines = [
            "| measure | kind | truth | held the truth | half-width | observations |",
            "| --- | --- | ---: | ---: | ---: | ---: |",
        ]
        for row in rows {
            let truth = row.target.truth.map { CoverageReport.number($0, error: row.target.truthError) } ?? "–"
            let source = row.target.truthError > 0 ? " (simulated)" : ""
            var share = row.defined > 0 ? String(format: "%.1f %%", 100 * row.coverage) : "–"
            if !CoverageReport.expected.contains(row.coverage) { share = "**\(share)**" }
            if row.marked * 2 > row.experiments { share += " marked" }
            let width = row.target.truth.map { 100 * row.meanHalfWidth / max(abs($0), .leastNormalMagnitude) } ?? .nan
            lines.append(
                "| `\(row.target.measure)` | \(row.target.kind.rawValue) | \(truth)\(source) | \(share) | "
                    + String(format: "±%.0f %%", width) + " | "
                    + String(format: "%.0f", row.observations / Double(max(1, row.experiments))) + " |")
        }
        return lines.joined(separator: "\n")
    }

    private static func number(_ value: Double, error: Double) -> String {
        let digits = error > 0 ? min(max(0, -Int(log10(error).rounded(.down))), 6) : 4
        return String(format: "%.\(digits)f", value)
    }

    /// All rows whose coverage is not what the intervals promise.
    var outside: [(title: String, row: CoverageRun.Row)] {
        sections.flatMap { section in
            section.rows.filter { !CoverageReport.expected.contains($0.coverage) }.map { (section.coverage.title, $0) }
        }
    }

    /// For each kind of number and each case the lowest and highest coverage.
    var summary: String {
        let titles = sections.map(\.coverage.title)
        var lines = [
            "| | " + titles.joined(separator: " | ") + " |",
            "| --- |" + titles.map { _ in " ---: |" }.joined(),
        ]
        for kind in CoverageTarget.Kind.allCases {
            let cells = sections.map { section in
                let shares = section.rows.filter { $0.target.kind == kind }.map(\.coverage).filter(\.isFinite)
                guard let low = shares.min(), let high = shares.max() else { return "" }
                let text = CoverageReport.range(low, high)
                return CoverageReport.expected.contains(low) && CoverageReport.expected.contains(high)
                    ? text : "**\(text)**"
            }
            lines.append("| \(kind.rawValue) | " + cells.joined(separator: " | ") + " |")
        }
        return lines.joined(separator: "\n")
    }

    private static func range(_ low: Double, _ high: Double) -> String {
        let ends = [low, high].map { String(format: "%.1f", 100 * $0) }
        return (ends[0] == ends[1] ? ends[0] : ends.joined(separator: "–")) + " %"
    }

    /// How many rows are as promised, and which are furthest below, worst first.
    var counted: String {
        let all = sections.reduce(0) { $0 + $1.rows.count }
        let (narrow, wide) = (outside.filter { $0.row.coverage < 0.94 }, outside.filter { $0.row.coverage > 0.96 })
        let worst = narrow.sorted { $0.row.coverage < $1.row.coverage }.map { title, row in
            "`\(row.target.measure)`\(row.target.kind == .difference ? " (difference)" : "") in *\(title)* "
                + String(format: "%.1f %%", 100 * row.coverage)
        }
        let below = worst.isEmpty ? "" : ": " + worst.joined(separator: ", ")
        return """
            - \(all - outside.count) of \(all) intervals hold the truth in 94 to 96 of 100 experiments, \(wide.count) in more.
            - \(narrow.count) hold it in fewer\(below).
            """
    }
}
