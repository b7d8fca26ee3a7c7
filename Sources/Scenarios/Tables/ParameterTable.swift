public import Foundation

/// The numbers of a scenario as a table that a spreadsheet opens, and what was changed in it.
///
/// Written as a Danish Excel reads and saves it: UTF-8 with a byte order mark, semicolons, decimal commas, CR LF. A text
/// that a spreadsheet would take for a formula gets an apostrophe in front, which is taken off again when reading. Read
/// with any separator and either decimal mark, in UTF-8 or ISO 8859-1.
public enum ParameterTable {
    /// A value that the table gives and the scenario does not have.
    public struct Change: Hashable, Sendable {
        /// Of the file, the header being row 1.
        public var row: Int
        /// A dotted path or a label.
        public var path: String
        /// As written in the cell.
        public var value: String

        /// `+20%` and the like change a value on the line; in a table they would be read as a value.
        var isRelative: Bool {
            value.hasPrefix("+") || (value.hasSuffix("%") && (value.hasPrefix("-") || value.hasPrefix("−")))
        }
    }

    /// The largest table that is read, in bytes.
    static let sizeLimit = 16 << 20

    // MARK: Writing

    /// One row for each number of the scenario: path, label, value, unit, where it comes from.
    ///
    /// - Returns: the file's text, and how many numbers it holds.
    public static func csv(of scenario: Scenario, language: Language) -> (text: String, count: Int) {
        let origins = Dictionary(scenario.provenance.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var rows = [Column.allCases.map { $0.heading[language] }]
        for setting in scenario.settings where setting.needsProvenance && !setting.isStandard {
            let origin = origins[setting.path] ?? origins[setting.path + ".value"]
            rows.append([
                setting.path, setting.label[language], text(of: setting.value), setting.unit?[language] ?? "",
                origin.map { "\(Texts.provenanceKind($0.kind)[language]): \($0.text[language])" } ?? "",
            ])
        }
        return ("\u{FEFF}" + rows.map { $0.map(cell).joined(separator: ";") + "\r\n" }.joined(), rows.count - 1)
    }

    /// A value as it stands in a cell: a number with a decimal comma, anything else as it would be typed.
    private static func text(of value: JSONNode) -> String {
        if let number = value.number { return JSONWriter.number(number).replacing(".", with: ",") }
        return value.string ?? value.preview
    }

    private static func cell(_ text: String) -> String {
        let guarded = FormulaGuard.guarded(text)
        guard guarded.contains(where: { $0 == ";" || $0 == "," || $0 == "\"" || $0 == "\t" || $0.isNewline }),
            CSV.number(text) == nil
        else { return guarded }
        return "\"" + guarded.replacing("\"", with: "\"\"") + "\""
    }

    // MARK: Reading

    /// What a table says that the scenario does not.
    ///
    /// - Throws: the file's problem, or all problems of its rows. A cell that looks like a personal number refuses the
    ///   whole table, and is not repeated.
    public static func changes(in url: URL, named name: String, from scenario: Scenario) throws(Diagnostics) -> [Change]
    {
        let table: CSV
        do throws(FileProblem) {
            table = try CSV.read(url, named: name, limit: sizeLimit)
        } catch {
            throw Diagnostics([Diagnostic(error)])
        }
        let paths = try column(.path, of: table)
        let values = try column(.value, of: table)
        var findings: [Diagnostic] = []
        var seen: [String: Int] = [:]
        var changes: [Change] = []
        for (index, cells) in table.rows.enumerated() {
            let change = Change(
                row: index + 2, path: FormulaGuard.unguarded(cells[paths].trimmed),
                value: FormulaGuard.unguarded(cells[values].trimmed))
            guard !change.path.isEmpty else {
                findings.append(Diagnostic(ParameterTableProblem.noPath(row: change.row)))
                continue
            }
            if change.isRelative {
                findings.append(
                    Diagnostic(ParameterTableProblem.relative(change.path, change.value, row: change.row)))
                continue
            }
            let setting = scenario.setting(named: change.path)
            if let first = seen.updateValue(change.row, forKey: setting?.path ?? change.path) {
                findings.append(Diagnostic(ParameterTableProblem.repeated(change.path, row: change.row, first: first)))
            } else if !isSame(change.value, setting?.value) {
                changes.append(change)
            }
        }
        guard findings.isEmpty else { throw Diagnostics(findings) }
        return changes
    }

    /// Sets what the table changes, all of it or nothing.
    ///
    /// - Throws: everything wrong with the rows, each with its row; the editor is then as it was.
    public static func apply(_ changes: [Change], to editor: inout ScenarioEditor) throws(Diagnostics)
        -> [SettingChange]
    {
        var edited = editor
        var made: [SettingChange] = []
        var findings: [Diagnostic] = []
        for change in changes {
            do throws(LoadFailure) {
                made.append(try edited.set(change.path, change.value, isAbsolute: true))
            } catch {
                let reason = error.diagnostics.first?.text ?? Text(same: "")
                findings.append(Diagnostic(ParameterTableProblem.refused(row: change.row, change.path, reason)))
            }
        }
        guard findings.isEmpty else { throw Diagnostics(findings) }
        editor = edited
        return made
    }

    private static func column(_ column: Column, of table: CSV) throws(Diagnostics) -> Int {
        let names = [column.heading.da, column.heading.en]
        let index = table.header.firstIndex { header in names.contains { $0 == header.lowercased() } }
        guard let index else {
            throw Diagnostics([Diagnostic(ParameterTableProblem.noColumn(column.heading, found: table.header))])
        }
        return index
    }

    /// Whether a cell still holds the scenario's value, perhaps written by a spreadsheet in its own way (`12,50`).
    private static func isSame(_ cell: String, _ value: JSONNode?) -> Bool {
        guard let value else { return false }
        if cell == text(of: value) { return true }
        guard let number = value.number else { return false }
        return CSV.number(cell) == number && !cell.contains(".")
    }

    private enum Column: CaseIterable {
        case path, label, value, unit, origin

        var heading: Text { Texts.parameterColumn(self.index) }

        private var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
    }
}

/// What can be wrong with a table of parameters. Rows count from 1, the header included.
enum ParameterTableProblem: DiagnosticFacts {
    case noColumn(Text, found: [String])
    case noPath(row: Int)
    case repeated(String, row: Int, first: Int)
    case refused(row: Int, String, Text)
    case relative(String, String, row: Int)

    var code: DiagnosticCode {
        switch self {
        case .noColumn, .noPath, .repeated: .csvProblem
        case .refused, .relative: .badSetting
        }
    }

    var text: Text { Texts.parameterTable(self) }
}
