public import Foundation

/// One column of numbers from somebody's own CSV file, with what they measure.
public struct NumberColumn: Sendable, Equatable {
    /// What the numbers are.
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case minutes, hours, days, weeks
        /// Of something counted: 0, 1, 2 …
        case counts
        /// Anything else.
        case numbers

        /// Length in days; nil for what is no time.
        public var days: Double? {
            switch self {
            case .minutes: 1 / 1440
            case .hours: 1 / 24
            case .days: 1
            case .weeks: 7
            case .counts, .numbers: nil
            }
        }

        /// The unit of that name in either language.
        public static func named(_ word: String) -> Unit? {
            let key = Suggestions.folded(word)
            return allCases.first { unit in
                let name = Texts.columnUnit(unit)
                return [unit.rawValue, name.da, name.en].contains { Suggestions.folded($0) == key }
            }
        }
    }

    /// As the file writes it.
    public let name: String
    /// In the order of the rows.
    public let values: [Double]
    public let unit: Unit
    /// Whether neither the header nor the user said what the numbers measure.
    public let isUnitGuessed: Bool
    /// Rows with something in them, but not in this column.
    public let blanks: Int
    /// Rows that hold a sum of the others, which were left out; the header is row 1.
    public let totals: [Int]

    /// The largest file that is read, in bytes.
    static let sizeLimit = 64 << 20
    /// Problems shown of one file.
    private static let mostProblems = 20

    /// Reads a column.
    ///
    /// - Parameters:
    ///   - column: its name, or nil when the file has only one.
    ///   - unit: nil to take it from the column's name (`ventetid (dage)`, `waitDays`); without, whole numbers are counts.
    /// - Throws: everything wrong with the column's cells, with their rows; a cell is never repeated.
    public static func read(
        _ url: URL, named file: String, column: String?, unit: Unit?
    ) throws(Diagnostics) -> NumberColumn {
        let table: CSV
        do throws(FileProblem) {
            table = try CSV.read(url, named: file, limit: sizeLimit)
        } catch {
            throw Diagnostics([Diagnostic(error)])
        }
        return try NumberColumn(table, column: column, unit: unit)
    }

    private init(_ table: CSV, column: String?, unit: Unit?) throws(Diagnostics) {
        try table.refusePersonalData(NameFinder())
        if column == nil, table.header.count > 1 {
            throw Diagnostics([Diagnostic(NumberColumnProblem.whichColumn(table.header))])
        }
        let index: Int
        do throws(CSVProblem) { index = try table.column(column) } catch {
            throw Diagnostics([Diagnostic(FileProblem.csv(error))])
        }
        name = table.header[index]
        var cells: [(row: Int, text: String)] = []
        var (blanks, totals) = (0, [Int]())
        for (offset, row) in table.rows.enumerated() {
            let text = row[index].trimmed
            if row.contains(where: Self.isTotal) {
                totals.append(offset + 2)
            } else if !text.isEmpty {
                cells.append((offset + 2, text))
            } else if row.contains(where: { !$0.trimmed.isEmpty }) {
                blanks += 1
            }
        }
        (self.blanks, self.totals) = (blanks, totals)
        let named = unit ?? Self.unit(inHeader: name)
        isUnitGuessed = named == nil
        let reading = try Self.numbers(cells, column: name, unit: named)
        values = reading
        self.unit = named ?? (reading.allSatisfy { $0 >= 0 && $0 == $0.rounded() } ? .counts : .numbers)
    }

    /// The cells as numbers, or everything wrong with them.
    private static func numbers(
        _ cells: [(row: Int, text: String)], column: String, unit: Unit?
    ) throws(Diagnostics) -> [Double] {
        // `1.234` is a thousand and more in Danish and little more than one in English: the other cells must tell.
        let hasDecimalPoint = cells.contains { isDecimalPoint($0.text) }
        var problems: [NumberColumnProblem] = []
        var values: [Double] = []
        for (row, text) in cells {
            guard let value = CSV.number(text) else {
                problems.append(.notANumber(column: column, row: row))
                continue
            }
            if !hasDecimalPoint, isGroupedOrDecimal(text) {
                problems.append(.thousandOrOne(column: column, row: row))
            } else if unit?.days != nil || unit == .counts, value < 0 {
                problems.append(.negative(column: column, row: row))
            } else if unit == .counts, value != value.rounded() {
                problems.append(.notWhole(column: column, row: row))
            } else if abs(value) > 1e12 {
                problems.append(.tooLarge(column: column, row: row))
            }
            values.append(value)
        }
        if problems.isEmpty, values.isEmpty { problems.append(.noNumbers(column: column)) }
        guard problems.isEmpty else {
            var findings = problems.prefix(mostProblems).map { Diagnostic($0) }
            if problems.count > mostProblems {
                findings.append(Diagnostic(NumberColumnProblem.more(problems.count - mostProblems)))
            }
            throw Diagnostics(findings)
        }
        return values
    }

    /// `12.5`, which can only be a decimal point.
    private static func isDecimalPoint(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].count != 3 && !text.contains(",")
    }

    private static func isGroupedOrDecimal(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 2 && parts[1].count == 3 && (1...3).contains(parts[0].drop { $0 == "-" }.count)
            && !text.contains(",")
    }

    /// Whether a cell says that its row is the sum of the others.
    private static func isTotal(_ cell: String) -> Bool {
        guard cell.utf8.count <= 12 else { return false }
        let word = String(cell.lowercased().filter(\.isLetter))
        return ["ialt", "sum", "total", "totalt", "subtotal", "gennemsnit", "average"].contains(word)
    }

    /// What a column's name says that it measures: `ventetid (dage)`, `Ventedage`, `wait, hours`, `waitDays`.
    static func unit(inHeader name: String) -> Unit? {
        let words = name.split { !$0.isLetter }.map { String(Suggestions.folded(String($0))) }
        let endings: [(Unit, [String])] = [
            (.days, ["dage", "days", "doegn"]), (.hours, ["timer", "hours"]), (.minutes, ["minutter", "minutes"]),
            (.weeks, ["uger", "weeks"]),
        ]
        let whole: [(Unit, [String])] = [
            (.minutes, ["min"]), (.days, ["dag", "day", "d"]), (.hours, ["time", "hour", "h", "t"]),
            (.counts, ["antal", "count", "counts", "number"]),
        ]
        for word in words.reversed() {
            if let (unit, _) = endings.first(where: { $0.1.contains(where: word.hasSuffix) }) { return unit }
            if let (unit, _) = whole.first(where: { $0.1.contains(word) }) { return unit }
        }
        return nil
    }
}

extension ScenarioLibrary {
    /// The table of that name: a file as named from the working directory, else one that is shipped with the scenarios.
    public func table(_ name: String) -> URL {
        let own = URL(fileURLWithPath: name)
        guard !FileManager.default.fileExists(atPath: name), !name.hasPrefix("/"), !name.contains(".."), let directory
        else { return own }
        let shipped = directory.appendingPathComponent(name)
        return FileManager.default.fileExists(atPath: shipped.path) ? shipped : own
    }
}

/// What can be wrong with a column of numbers. Rows count from 1, the header included; no cell is repeated.
enum NumberColumnProblem: DiagnosticFacts {
    case whichColumn([String])
    case notANumber(column: String, row: Int)
    /// `1.234`, which Danish and English read differently.
    case thousandOrOne(column: String, row: Int)
    case negative(column: String, row: Int)
    case notWhole(column: String, row: Int)
    case tooLarge(column: String, row: Int)
    case noNumbers(column: String)
    case more(Int)

    var code: DiagnosticCode { .csvProblem }

    var text: Text { Texts.numberColumn(self) }
}
