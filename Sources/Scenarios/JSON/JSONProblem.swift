/// What can be wrong with the text of a JSON file. Its words are in `Texts+JSON.swift`.
public enum JSONProblem: DiagnosticFacts {
    case fileTooLarge(bytes: Int, limit: Int)
    /// Bytes that no text contains, such as NUL.
    case binary(byte: UInt8)
    case utf16
    /// A byte that is not UTF-8; `further` more such places follow.
    case invalidUTF8(offset: Int, byte: UInt8, further: Int)
    case empty
    case unexpected(found: String, expected: Expected)
    /// A word without quotes where a value belongs.
    case unknownWord(String, suggestion: String?)
    case unquotedKey(String)
    case singleQuotes
    case hashComment
    case missing(Punctuation)
    case wrongClose(found: String, expected: String, opened: SourceSpan)
    case unclosed(Construct, opened: SourceSpan)
    case unclosedString
    case badNumber(String, NumberFault)
    case badEscape(String)
    case loneSurrogate(String)
    case controlCharacter(UInt8)
    case tooDeep(limit: Int)
    case duplicateKey(String, first: SourceSpan)
    case trailingContent
    case tooManyErrors(limit: Int)

    /// What would have been right at a place.
    public enum Expected: Hashable, Sendable, CaseIterable {
        case value, key, colon, end
    }

    public enum Punctuation: Hashable, Sendable, CaseIterable {
        case comma, colon
    }

    public enum Construct: Hashable, Sendable, CaseIterable {
        case object, array, comment
    }

    public enum NumberFault: Hashable, Sendable {
        case decimalComma(suggestion: String)
        case leadingPoint(suggestion: String)
        case trailingPoint(suggestion: String)
        case leadingPlus(suggestion: String)
        case leadingZero(suggestion: String)
        case notFinite
        case tooLarge
        case tooLong(limit: Int)
        case malformed
    }

    public var code: DiagnosticCode {
        switch self {
        case .fileTooLarge: .fileTooLarge
        case .binary, .utf16: .notText
        case .invalidUTF8: .invalidUTF8
        case .empty: .emptyFile
        case .unexpected, .unknownWord, .unquotedKey, .hashComment: .unexpectedCharacter
        case .missing, .wrongClose: .missingPunctuation
        case .unclosed, .unclosedString: .unterminated
        case .badNumber: .badNumber
        case .singleQuotes, .badEscape, .loneSurrogate, .controlCharacter: .badString
        case .tooDeep: .tooDeep
        case .duplicateKey: .duplicateKey
        case .trailingContent: .trailingContent
        case .tooManyErrors: .tooManyErrors
        }
    }

    public var text: Text { Texts.json(self) }

    public var related: [RelatedPlace] {
        switch self {
        case .duplicateKey(_, let first): [RelatedPlace(span: first, text: Texts.firstHere)]
        case .wrongClose(_, _, let opened), .unclosed(_, let opened):
            [RelatedPlace(span: opened, text: Texts.openedHere)]
        default: []
        }
    }
}
