internal import PathwaySim

/// The cells of a row, read as what belongs in their columns.
extension OwnDataSheet {
    /// A cell read, with what was unusual about it noted; nil when empty or after a report.
    mutating func read<Value>(
        _ row: OwnDataRow, _ column: OwnDataFile.Column, isNeeded: Bool = false,
        _ parse: (String) throws(CellText.Problem) -> CellText.Reading<Value>
    ) -> Value? {
        guard let text = row.texts[column] else {
            if isNeeded { fail(row, .missing(place(row.number, column))) }
            return nil
        }
        do throws(CellText.Problem) {
            let reading = try parse(text)
            for quirk in reading.quirks { quirks[column, default: [:]][quirk, default: .init()].add(row.number) }
            return reading.value
        } catch {
            fail(row, .cell(place(row.number, column), error))
            return nil
        }
    }

    mutating func fail(_ row: OwnDataRow, _ problem: OwnDataProblem) {
        failedRow = row.number
        report(problem)
    }

    /// What a word of a column means; nothing after a report.
    mutating func look(
        _ row: OwnDataRow, _ column: OwnDataFile.Column, allowed: [Text], _ find: (String) -> [String]
    ) -> [String] {
        guard let text = row.texts[column] else {
            fail(row, .missing(place(row.number, column)))
            return []
        }
        let found = known[text] ?? find(text)
        // Words that are known are few; those that are not may be as many as the rows.
        if !found.isEmpty || known.count < 10_000 { known[text] = found }
        guard found.isEmpty else { return found }
        failedRow = row.number
        if problems.count >= OwnDataReader.mostProblems {
            uncounted += 1
            return []
        }
        let nearest = Suggestions.closest(to: text, among: allowed.flatMap { [$0.da, $0.en] }).first
        let suggestion = allowed.first { $0.da == nearest || $0.en == nearest }
        report(.unknownWord(place(row.number, column), allowed: allowed, suggestion: suggestion))
        return []
    }

    /// Whether this was said in an earlier row, which is then reported.
    mutating func isRepeated(_ row: OwnDataRow, _ key: String) -> Bool {
        if let first = seen[key] {
            fail(row, .repeated(.init(file: name, row: row.number), first: first))
            return true
        }
        seen[key] = row.number
        return false
    }

    mutating func date(_ row: OwnDataRow, _ column: OwnDataFile.Column, isNeeded: Bool = false) -> CivilDate? {
        let order = slashOrder
        return date(row, column, isNeeded: isNeeded) { text throws(CellText.Problem) in try CellText.date(text, order) }
    }

    /// A date, read once where the same text stands in many rows.
    private mutating func date(
        _ row: OwnDataRow, _ column: OwnDataFile.Column, isNeeded: Bool,
        _ parse: (String) throws(CellText.Problem) -> CellText.Reading<CivilDate>
    ) -> CivilDate? {
        if let text = row.texts[column], let kept = dates[text], kept.quirks.isEmpty { return kept.value }
        let reading: CellText.Reading<CivilDate>? = read(row, column, isNeeded: isNeeded) {
            text throws(CellText.Problem) in
            let reading = try parse(text)
            return .init(value: reading, quirks: reading.quirks)
        }
        if let reading, let text = row.texts[column], dates.count < Self.mostKept { dates[text] = reading }
        return reading?.value
    }

    mutating func count(
        _ row: OwnDataRow, _ column: OwnDataFile.Column, from low: Int, to high: Int, isNeeded: Bool = false
    ) -> Int? {
        let value = read(row, column, isNeeded: isNeeded) { text throws(CellText.Problem) in
            try CellText.count(text, upTo: high)
        }
        if let value, value < low {
            let found = CellText.echo(row.texts[column] ?? "")
            fail(row, .cell(place(row.number, column), .outside(found, low: Double(low), high: Double(high))))
            return nil
        }
        return value
    }

    mutating func number(
        _ row: OwnDataRow, _ column: OwnDataFile.Column, _ low: Double, _ high: Double, isNeeded: Bool = false
    ) -> Double? {
        read(row, column, isNeeded: isNeeded) { text throws(CellText.Problem) in try CellText.number(text, low, high) }
    }
}
