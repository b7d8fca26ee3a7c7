/// What a run of several replications found.
public struct RunResult: Sendable {
    public var seed: UInt64
    public var replications: Int
    /// Confidence level of the half-widths.
    public var level: Double
    public var measures: [Measure]
    public var series: [Series]
    /// Invariants that did not hold; checked only when asked for.
    public var violations: Violations
    /// The run was stopped before all replications asked for were done.
    public var isInterrupted: Bool
    /// How the number of replications came about; nil when it was given.
    public var stopping: Stopping?

    /// The times behind the quantiles, of all citizens of all replications; empty for a result that was saved without.
    public var distributions: [TimeDistribution] = []
    /// The same for every quantile, those of groups and of everyone who entered included; empty for a saved result.
    var curves: [ShareCurve] = []
    /// How many citizens went each way of the model in the counted part of a run; empty for a result saved without.
    public var ways: [WayCount] = []
    /// What makes the result less trustworthy than its numbers look.
    public var warnings: [RunWarning] = []

    public struct Stopping: Hashable, Sendable {
        /// The headline measure that needed most replications (largest half-width relative to what is allowed).
        public var hardest: String
        /// Its half-width over what is allowed: at most 1 when the precision was reached.
        public var ratio: Double
        public var isReached: Bool
    }

    /// A result put together from its parts, without warnings.
    public init(
        seed: UInt64, replications: Int, level: Double, measures: [Measure], series: [Series],
        violations: Violations = Violations(), isInterrupted: Bool = false, stopping: Stopping? = nil
    ) {
        self.seed = seed
        self.replications = replications
        self.level = level
        self.measures = measures
        self.series = series
        self.violations = violations
        self.isInterrupted = isInterrupted
        self.stopping = stopping
    }

    /// The first measure of this name for all citizens; nil when there is none.
    public func measure(_ name: String) -> Measure? {
        measures.first { $0.name == name && $0.by == nil }
    }
}
