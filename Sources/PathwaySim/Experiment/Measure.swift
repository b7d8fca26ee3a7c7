/// One number of a result: its estimate, how well it is known, and how much one run differs from another.
public struct Measure: Hashable, Sendable {
    public enum Unit: String, Hashable, Sendable {
        /// Days of 24 hours.
        case days
        case hours
        case share
        /// How many of something happened in the counted part of the run.
        case count
        /// A time average of a number of citizens or units.
        case number
    }

    public var name: String
    public var unit: Unit
    /// Nil when undefined (nobody was served, a quantile is not reached …).
    public var mean: Double?
    /// Half of the confidence interval's width; nil with fewer than two replications that have a value.
    public var halfWidth: Double?
    /// 10th and 90th percentile over replications: how much one run differs from another.
    public var low: Double?
    public var high: Double?
    /// Observations behind the estimate; replications for time averages.
    public var n: Int
    /// The group of citizens it is about; nil for all.
    public var by: Group?
    /// The value in each replication, for paired comparison; nil where undefined.
    public var perReplication: [Double?]
    /// Each replication's contribution to the estimate's error: Σ of their squares over R(R − 1) is its variance.
    public var influence: [Double]

    public struct Group: Hashable, Sendable {
        public var attribute: String
        public var value: String
    }
}

/// A number sampled over time: its mean over replications at each instant.
public struct Series: Hashable, Sendable {
    public var name: String
    public var unit: Measure.Unit
    public var at: [SimTime]
    public var mean: [Double]
    public var halfWidth: [Double?]
    /// 10th and 90th percentile over replications.
    public var low: [Double]
    public var high: [Double]
}
