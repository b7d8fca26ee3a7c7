extension CoverageReport {
    /// The page `docs/coverage.md`.
    var page: String {
        sections.map { "## \($0.coverage.title)\n\n\($0.coverage.note)\n\n\(table($0.rows))\n" }.joined(separator: "\n")
    }
}
