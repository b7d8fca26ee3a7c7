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

    /// What `n` counts.
    public enum Basis: String, Hashable, Sendable {
        /// Single citizens, slots, groups: what a mean, share or quantile is made from.
        case observations
        /// Everything counted, over all replications.
        case events
        /// Replications: time averages and maxima have one value in each.
        case replications
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
    /// Observations behind the estimate, over all replications; replications for time averages and maxima.
    public var n: Int
    public var basis: Basis
    /// The group of citizens it is about; nil for all.
    public var by: Group?
    /// The value in each replication; nil where undefined.
    public var perReplication: [Double?]
    /// Each replication's contribution to the estimate's error: Σ of their squares over R(R − 1) is its variance. All
    /// zero when fewer than two replications have a value.
    public var influence: [Double]
    /// Of a quantile: by how much it changes when the share below it grows by 1, in its own unit, at the width of its
    /// interval; nil for others.
    public var slope: Double?
    /// The group is too small to be shown; the numbers are left out (nil, n = 0).
    public var isHidden = false

    /// Made from fewer than 20 observations: to be marked, whatever its half-width says.
    ///
    /// A quantile or a share of so few says little, and Student's t leans on the central limit theorem.
    public var isSparse: Bool { basis == .observations && mean != nil && n < Measure.sparseLimit }

    /// Replications differed, beyond what adding in another order does to the last digits.
    var isUncertain: Bool { (halfWidth ?? 0) > abs(mean ?? 0) * 1e-9 }

    /// Observations below which a measure is marked.
    public static let sparseLimit = 20
    /// Replications below which nothing is said of how much one differs from another: what happens in 8 of 10 years cannot
    /// be read from 5.
    public static let leastForSpread = 10
    /// Citizens in a run below which a group is hidden.
    public static let smallestGroup = 5

    public struct Group: Hashable, Sendable {
        public var attribute: String
        public var value: String

        public init(attribute: String, value: String) {
            self.attribute = attribute
            self.value = value
        }
    }

    public init(
        name: String, unit: Unit, mean: Double?, halfWidth: Double?, low: Double? = nil, high: Double? = nil, n: Int,
        basis: Basis, by: Group? = nil, perReplication: [Double?], influence: [Double], slope: Double? = nil,
        isHidden: Bool = false
    ) {
        self.name = name
        self.unit = unit
        self.mean = mean
        self.halfWidth = halfWidth
        self.low = low
        self.high = high
        self.n = n
        self.basis = basis
        self.by = by
        self.perReplication = perReplication
        self.influence = influence
        self.slope = slope
        self.isHidden = isHidden
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

    public init(
        name: String, unit: Measure.Unit, at: [SimTime], mean: [Double], halfWidth: [Double?], low: [Double],
        high: [Double]
    ) {
        self.name = name
        self.unit = unit
        self.at = at
        self.mean = mean
        self.halfWidth = halfWidth
        self.low = low
        self.high = high
    }
}
