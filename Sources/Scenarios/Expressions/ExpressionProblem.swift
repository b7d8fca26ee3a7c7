/// What can be wrong with an expression. Its words are in `Texts+Expressions.swift`.
public enum ExpressionProblem: DiagnosticFacts {
    case empty
    case unexpectedCharacter(String)
    case unexpected(expected: Expected, atEnd: Bool)
    /// Another notation for one of our operators.
    case misspelledOperator(String, suggestion: String)
    case unclosedText
    case badNumber(String, suggestion: String?)
    case numberTooLarge(String)
    case decimalComma
    case duration(DurationProblem)
    /// `18 <= age < 65`.
    case chainedComparison
    case tooLong(limit: Int)
    case tooDeep(limit: Int)

    case unknownName(String, suggestions: [String], allowed: [String])
    /// An event name where a value belongs.
    case eventAsValue(String)
    case unknownFunction(String, suggestions: [String])
    /// A name used with parentheses that is no function.
    case notAFunction(String)
    /// A function without its parentheses.
    case functionWithoutArguments(usage: String)
    case wrongArgumentCount(usage: String, found: Int)
    /// An argument that must be the name of something.
    case argumentNotAName(usage: String, Reference)
    case unknownReference(String, Reference, suggestions: [String], allowed: [String])

    /// An operator or function that needs another type.
    case wrongOperand(operand: String, found: ExpressionType, operation: String, needs: ExpressionType)
    /// `==`, `!=` or the two ends of a choice with values of different types.
    case mixedTypes(String, ExpressionType, String, ExpressionType, operation: String)
    /// `<` and the like on categories.
    case unorderedCategory(String, operation: String)
    case unknownCategory(String, of: String, suggestions: [String], allowed: [String])
    /// A quoted text where nothing says which category it belongs to.
    case strayText(String)
    /// The whole expression yields something else than the place needs.
    case wrongResult(found: ExpressionType, needs: ExpressionType)
    /// The JSON value is no expression at all.
    case notAnExpression(found: JSONValue.Kind)

    /// A constant part without a finite value, such as a division by zero.
    case undefined(String)
    /// A rule that holds for nobody; `because` is what contradicts itself, nil when it is simply false.
    case neverTrue(because: String?)
    case alwaysTrue

    /// What would have been right.
    public enum Expected: Hashable, Sendable, CaseIterable {
        case operand, operatorOrEnd, colon, close, closeOrComma
    }

    /// What a name in an argument must be the name of.
    public enum Reference: Hashable, Sendable, CaseIterable {
        case step, resource, stepOrResource, course, event
    }

    public var code: DiagnosticCode {
        switch self {
        case .empty, .unexpectedCharacter, .unexpected, .misspelledOperator, .unclosedText, .badNumber,
            .numberTooLarge, .decimalComma, .chainedComparison:
            .expressionSyntax
        case .duration: .badDuration
        case .tooLong, .tooDeep: .expressionTooComplex
        case .unknownName, .eventAsValue, .unknownFunction, .notAFunction: .unknownName
        case .functionWithoutArguments, .wrongArgumentCount, .argumentNotAName: .wrongArguments
        case .unknownReference: .unknownReference
        case .wrongOperand, .mixedTypes, .unorderedCategory, .strayText, .wrongResult, .notAnExpression: .typeMismatch
        case .unknownCategory: .unknownCategory
        case .undefined: .undefinedValue
        case .neverTrue: .neverTrue
        case .alwaysTrue: .alwaysTrue
        }
    }

    public var severity: Severity {
        switch self {
        case .neverTrue, .alwaysTrue: .warning
        default: .error
        }
    }

    public var text: Text { Texts.expression(self) }
}
