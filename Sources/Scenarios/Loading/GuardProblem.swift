/// What can make a readable scenario unworkable. Its words are in `Texts+Guards.swift`.
enum GuardProblem: DiagnosticFacts {
    case unreachableStep(String)
    case unusedOutcome(String)
    case unusedResource(String)
    /// No rule asks for the parameter; `similar` are others that one asks for.
    case unusedParameter(String, similar: [String])
    case neverEnough(String, units: Int, most: Int)
    case noStart(String)
    case needsSessions(String, because: String)
    /// Staff are never on duty at as many meetings in a row as the course has.
    case neverStaffed(String)
    case slotTooLong(String)
    /// More slots than fit in a week's windows, though each member of staff has one at a time.
    case crowdedSlots(String, slots: Double, places: Int, staff: Int)
    case armWithoutJoin(String, join: String)
    /// A world event without an instant within the run.
    case neverHappens(String)
    /// A pattern of dates none of which lies within the run.
    case noSuchDate
    /// A headline measure that no run reports.
    case unknownHeadline(String, similar: [String])
    case instantLoop([String])
    case engine(Text)

    var code: DiagnosticCode {
        switch self {
        case .unreachableStep: .unreachableStep
        case .unusedOutcome: .unusedOutcome
        case .unusedResource: .unusedResource
        case .unusedParameter: .unusedParameter
        case .neverEnough: .neverEnough
        case .noStart, .needsSessions, .neverStaffed: .cannotStart
        case .slotTooLong, .crowdedSlots: .crowdedSlots
        case .armWithoutJoin: .armWithoutJoin
        case .neverHappens, .noSuchDate: .neverHappens
        case .unknownHeadline: .unknownHeadline
        case .instantLoop: .instantLoop
        case .engine: .notRunnable
        }
    }

    var severity: Severity {
        switch self {
        case .unreachableStep, .unusedOutcome, .unusedResource, .unusedParameter, .noStart, .crowdedSlots,
            .armWithoutJoin, .neverHappens,
            .noSuchDate, .unknownHeadline:
            .warning
        case .neverEnough, .needsSessions, .neverStaffed, .slotTooLong, .instantLoop, .engine: .error
        }
    }

    var text: Text { Texts.guarding(self) }
}
