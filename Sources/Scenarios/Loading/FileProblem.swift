/// What can be wrong with a file or a name that stands for one. Its words are in `Texts+Files.swift`.
public enum FileProblem: DiagnosticFacts {
    case notFound(String)
    case directory(String)
    case notRegular(String)
    case unreadable(String)
    case tooLarge(String, bytes: Int, limit: Int)
    case unknownScenario(String, suggestion: String?, allowed: [String])
    case cycle([String])
    case tooDeep(limit: Int)
    case csv(CSVProblem)

    public var code: DiagnosticCode {
        switch self {
        case .notFound, .directory, .notRegular, .unreadable: .unreadableFile
        case .tooLarge: .fileTooLarge
        case .unknownScenario: .noSuchScenario
        case .cycle: .extendsCycle
        case .tooDeep: .extendsDepth
        case .csv(.personalNumber): .personalNumber
        case .csv: .csvProblem
        }
    }

    public var text: Text { Texts.file(self) }
}

/// What can be wrong with a CSV file. Rows count from 1, the header included.
public enum CSVProblem: Error, Hashable, Sendable {
    case empty
    case unclosedQuote(row: Int)
    case fieldCount(row: Int, found: Int, expected: Int)
    case noSuchColumn(String, allowed: [String], suggestion: String?)
    case noSuchIndex
    case badNumber(column: String, row: Int)
    case badInstant(column: String, row: Int)
    case badValue(column: String, row: Int, allowed: String)
    case beforeStart(column: String, row: Int)
    case afterStart(column: String, row: Int)
    case noRows
    case tooManyRows(limit: Int)
    /// Something that looks like a CPR number; the value is not repeated.
    case personalNumber(column: String, row: Int)
    case binary
}
