/// What can be wrong with a scenario whose JSON is sound. Its words are in `Texts+Format.swift`.
public enum FormatProblem: DiagnosticFacts {
    case unknownKey(String, object: Text, suggestion: String?, allowed: [String])
    /// A value of another JSON type than allowed; `found` is how it looks.
    case wrongType(found: String, allowed: Text)
    case unknownKind(found: String?, allowed: [String], suggestion: String?)
    case unknownWord(String, allowed: [String], suggestion: String?)
    case outOfRange(Double, ValueForm.Limits)
    case notWhole(Double)
    case missing(String, object: Text)
    /// A way on that is needed because of another field.
    case missingRoute(String, because: String)
    case exactlyOne([String], given: [String])
    case atLeastOne([String])
    case unknownReference(String, ValueForm.Reference, suggestion: String?, wrongKind: Bool)
    case unknownEvent(String, suggestion: String?)
    case badID(String)
    case badScenarioID(String)
    /// A name that means something else in rules.
    case takenName(String)
    case badDate(String, allowed: Text)
    case reversedRange(String)
    case outsideCalendar
    case probabilitySum(Double)
    case noWeight
    case noProvenance(String)
    case emptyProvenance
    case distribution(DistributionProblem)
    case notAscending
    case wrongLength(found: Int, allowed: Int)
    /// A range whose greatest value comes first.
    case reversedEnds(Double, Double)
    /// A quantity that lies outside the range given for it.
    case outsideItsRange(Double, Double, Double)
    case tooMany(found: Double, limit: Int)
    case openUnitOfDuration
    case wrongAttributeValue(String, type: Text)
    case unknownValue(String, attribute: String, allowed: [String], suggestion: String?)
    case drawForOtherType(String, type: String)
    case noValues
    case attributeNotYet(String)
    case unknownOption(String, step: String, allowed: [String], suggestion: String?)
    case otherwiseMissing
    case conditionMissing
    case usesRules
    case minimumAboveMaximum(Int, Int)
    case undefinedNumber
    case beforeStart(String)
    case afterStart(String)
    case empty
    case rootProvenance
    case needless(String, because: Text)

    /// Facts of a distribution whose parameters do not fit.
    public struct DistributionProblem: Hashable, Sendable {
        public var name: String
        public var text: Text
    }

    public var code: DiagnosticCode {
        switch self {
        case .unknownKey: .unknownKey
        case .wrongType: .wrongType
        case .unknownKind, .unknownWord, .unknownValue, .unknownOption: .unknownChoice
        case .outOfRange, .notWhole, .tooMany, .outsideItsRange: .outOfRange
        case .missing, .missingRoute, .otherwiseMissing, .conditionMissing, .noValues: .missingField
        case .exactlyOne, .atLeastOne, .minimumAboveMaximum, .needless: .fieldsTogether
        case .unknownReference: .unknownID
        case .attributeNotYet: .undeclared
        case .unknownEvent: .unknownEvent
        case .badID, .badScenarioID, .takenName: .badID
        case .badDate, .reversedRange, .beforeStart, .afterStart, .outsideCalendar: .badDate
        case .probabilitySum, .noWeight: .probabilitySum
        case .noProvenance, .emptyProvenance, .rootProvenance: .noProvenance
        case .distribution: .badDistribution
        case .notAscending, .reversedEnds: .notAscending
        case .wrongLength, .empty: .wrongLength
        case .openUnitOfDuration, .wrongAttributeValue, .drawForOtherType,
            .usesRules,
            .undefinedNumber:
            .badValue
        }
    }

    public var severity: Severity {
        switch self {
        case .rootProvenance, .outsideItsRange: .warning
        default: .error
        }
    }

    public var text: Text { Texts.format(self) }
}
