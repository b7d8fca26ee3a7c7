/// What a single replication needs to know besides the model.
public struct RunOptions: Sendable {
    public var seed: UInt64
    /// 1, 2, 3 …; each has its own luck.
    public var replication: UInt32
    /// Names of cases whose way is logged.
    public var traced: Set<String>
    /// Names of sources with a list of citizens (waiting lists, cases) each of whose way is logged.
    public var tracedSources: Set<String>
    /// Every citizen's way is logged (an event log); memory grows with the number of events, unless they are taken as
    /// they come.
    public var logsEverybody: Bool
    /// Given each entry of the log as it happens, in order; then none is kept.
    public var takesEntry: (@Sendable (LogEntry, LoggedCitizen) -> Void)?
    /// Stop when this case comes to a choice for which it has no decision.
    public var pausesAtChoiceOf: String?
    /// Stop when this case has left for good: nothing of it is under way any more. What happened until then is the same.
    public var endsWithCase: String?
    /// Check invariants at every change and count violations (slower, same results).
    public var verifies: Bool
    /// Citizens in the system at the same time before the run is stopped as growing without bound.
    public var populationLimit: Int
    /// Figures that are counted in periods of their own.
    var figures: [ObservedFigure] = []
    /// Asked now and then; the run stops with `SimulationError.cancelled` when it says true.
    public var isCancelled: @Sendable () -> Bool

    public init(
        seed: UInt64 = 1, replication: UInt32 = 1, traced: Set<String> = [], tracedSources: Set<String> = [],
        logsEverybody: Bool = false, takesEntry: (@Sendable (LogEntry, LoggedCitizen) -> Void)? = nil,
        pausesAtChoiceOf: String? = nil, endsWithCase: String? = nil, verifies: Bool = false,
        populationLimit: Int = 5_000_000,
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) {
        self.seed = seed
        self.replication = replication
        self.traced = traced
        self.tracedSources = tracedSources
        self.logsEverybody = logsEverybody
        self.takesEntry = takesEntry
        self.pausesAtChoiceOf = pausesAtChoiceOf
        self.endsWithCase = endsWithCase
        self.verifies = verifies
        self.populationLimit = populationLimit
        self.isCancelled = isCancelled
    }
}
