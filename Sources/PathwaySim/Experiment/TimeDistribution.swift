/// How long something took for each citizen, pooled over the replications.
public struct TimeDistribution: Equatable, Sendable {
    /// What its quantiles' measures begin with: `wait.clarifying`, `time.arrival.close`.
    public var name: String
    /// In ticks.
    public var times: LogLinearHistogram

    public init(name: String, times: LogLinearHistogram) {
        self.name = name
        self.times = times
    }

    /// How many took more than `from` and at most `to`, counting a bucket where its value lies; the first stretch, from
    /// zero, has those who took no time too. O(buckets).
    public func count(from: SimTime, to: SimTime) -> UInt64 {
        times.buckets.reduce(UInt64(0)) { sum, bucket in
            let isIn =
                bucket.value <= Double(to.ticks)
                && (bucket.value > Double(from.ticks) || from <= .zero)
            return isIn ? sum + bucket.count : sum
        }
    }
}

/// How many citizens went one way of the model, from a step or into the system to a step, in a replication.
public struct WayCount: Hashable, Sendable {
    /// The place in the model that leads there: `STEP.next`, `STEP.next 2` (rule 2 of a branch, from 0), `STEP.next
    /// OPTION`, `STEP.otherwise`, `STEP.arm 0`, `STEP.join` (past all arms), `STEP.balked`, `.reneged`, `.lost`,
    /// `.dropped`, `.notAccepted`, `STEP.to` (back after the end), `source SOURCE.entry`.
    public var place: String
    /// The step it leads to.
    public var to: String
    /// Mean over the replications.
    public var mean: Double
    /// Of the mean's confidence interval; nil for fewer than two replications.
    public var halfWidth: Double?
    /// 10th and 90th percentile over replications.
    public var low: Double
    public var high: Double

    public init(place: String, to: String, mean: Double, halfWidth: Double?, low: Double, high: Double) {
        self.place = place
        self.to = to
        self.mean = mean
        self.halfWidth = halfWidth
        self.low = low
        self.high = high
    }
}
