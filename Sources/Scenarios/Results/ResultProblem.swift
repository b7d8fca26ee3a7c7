/// What can be wrong with a file that should be a saved result. Its words are in `Texts+Results.swift`.
public enum ResultProblem: DiagnosticFacts {
    /// `schema` says something else.
    case notAResult(found: String?)
    case missing(String)
    case wrongType(found: JSONValue.Kind, expected: JSONValue.Kind)
    case badValue(String)
    case wrongLength(found: Int, expected: Int)
    /// The output of `run --format json`, which leaves out what comparing needs.
    case notForPairs

    public var code: DiagnosticCode {
        switch self {
        case .notAResult, .notForPairs: .notAResult
        default: .brokenResult
        }
    }

    public var text: Text { Texts.result(self) }
}
