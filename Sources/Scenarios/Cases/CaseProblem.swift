/// What can be wrong with a case file whose JSON and fields are sound, or with walking it. Its words are in
/// `Texts+Cases.swift`.
public enum CaseProblem: DiagnosticFacts {
    /// Two stops, or a stop named by `onlyIf` or a need named by `finds` that is not there.
    case repeatedStop(String)
    case unknownStop(String, known: [String])
    case unknownNeed(String, known: [String])
    case answerOutOfRange(stop: String, answer: Int, choices: Int)
    case tooFewChoices(stop: String, found: Int)
    case recommendation(stop: String, found: Int, several: Bool)
    case severalWithDecisions(stop: String)
    case completeWithoutSeveral(stop: String)
    case unknownCase(String, known: [String], similar: [String])
    /// A choice changed what had happened before the stop.
    case changesThePast(stop: String, choice: Int)
    /// The pathway asks for a decision that the case neither gives nor stops at.
    case undecided(step: String)
    /// No stop was ever reached.
    case noStopReached
    /// These stops were reached by no combination of choices that was tried.
    case neverReached([String])

    public var code: DiagnosticCode {
        switch self {
        case .unknownCase: .noSuchCase
        case .changesThePast: .changesThePast
        case .undecided, .noStopReached, .neverReached: .undecidedCase
        default: .badCase
        }
    }

    public var severity: Severity {
        if case .neverReached = self { return .warning }
        return .error
    }

    public var text: Text { Texts.caseProblem(self) }
}
