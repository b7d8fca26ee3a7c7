/// Why a result must be trusted less than its numbers look.
public enum RunWarning: Hashable, Sendable {
    /// The run was stopped; the result is for the replications that were done.
    case interrupted(done: Int)
    /// From one replication nothing is known about the uncertainty.
    case singleReplication
    /// So few replications (2 to 9) that a half-width is itself uncertain, and 8 of 10 years cannot be told.
    case fewReplications(Int)
    /// The cap on replications was reached first; `ratio` is the half-width over what is allowed.
    case precisionNotReached(measure: String, ratio: Double)
    /// More come than can be served: the queue grows as long as the run lasts.
    case overload(Overload)
    /// Groups of these course steps found no time within two years at which their staff can be booked for every meeting;
    /// their citizens wait for ever.
    case unstaffed(courses: [String])
    /// There is no steady state, so these measures have no value.
    case noSteadyState(measures: [String])
    /// Headline measures from fewer than 20 observations.
    case fewObservations(measures: [String])
    /// Groups of fewer than five citizens a run, which are not shown.
    case smallGroups([Measure.Group])
    /// Invariants of the simulation that did not hold: a mistake in the program.
    case violations(Int)

    /// What is to be said of so few replications; nil when they are enough.
    public static func few(_ replications: Int) -> RunWarning? {
        switch replications {
        case ..<2: .singleReplication
        case ..<Measure.leastForSpread: .fewReplications(replications)
        default: nil
        }
    }

    /// A stable name for programs.
    public var code: String {
        switch self {
        case .interrupted: "interrupted"
        case .singleReplication: "singleReplication"
        case .fewReplications: "fewReplications"
        case .precisionNotReached: "precisionNotReached"
        case .overload: "overload"
        case .unstaffed: "unstaffed"
        case .noSteadyState: "noSteadyState"
        case .fewObservations: "fewObservations"
        case .smallGroups: "smallGroups"
        case .violations: "violations"
        }
    }
}
