/// How one measure differs between a variant and the base.
public struct Difference: Hashable, Sendable {
    public var name: String
    public var unit: Measure.Unit
    public var by: Measure.Group?
    /// The base's estimate; nil when undefined or when the base has no such measure.
    public var base: Double?
    /// The variant's estimate; nil when undefined or when the variant has no such measure.
    public var variant: Double?
    /// Variant minus base; nil unless both are defined.
    public var difference: Double?
    /// Half of the confidence interval's width; nil with fewer than two replications that have both values.
    public var halfWidth: Double?
    /// 10th and 90th percentile over replications of variant minus base: how much the effect differs from run to run; nil
    /// without pairs.
    public var low: Double?
    public var high: Double?
    /// The fewer of the observations behind the two estimates.
    public var n: Int
    public var basis: Measure.Basis
    /// The chance of a difference at least as large when there is none, for this measure alone (two-sided t test).
    public var p: Double?
    /// Holm's adjusted p over all variants and headline measures; nil for measures that are judged alone.
    public var adjustedP: Double?
    /// Whether there is a difference beyond chance: jointly for headline measures, else for this measure alone.
    ///
    /// A headline measure can lack it although its own interval leaves out 0: that is the price of looking at several.
    public var isDistinguishable: Bool
    /// How many times larger the variance would be had the two runs had different luck; infinite when pairing leaves none,
    /// nil when neither run varies and without pairs.
    public var varianceGain: Double?

    /// Too small to matter to anyone, however certain: under 1 % of the base, or for shares under 0.1 percentage points.
    public var isSlight: Bool {
        guard let difference, let base else { return false }
        return abs(difference) < (unit == .share ? 0.001 : abs(base) / 100)
    }

    /// Made from fewer than 20 observations on one side.
    public var isSparse: Bool { basis == .observations && difference != nil && n < Measure.sparseLimit }

    /// - Parameter times: of a quantile, the distributions it was read from.
    init(
        base: Measure?, variant: Measure?, level: Double, isPaired: Bool = true,
        times: (base: any ShareOfTimes, variant: any ShareOfTimes)? = nil
    ) {
        name = base?.name ?? variant?.name ?? ""
        unit = base?.unit ?? variant?.unit ?? .number
        by = base?.by ?? variant?.by
        basis = base?.basis ?? variant?.basis ?? .replications
        n = min(base?.n ?? 0, variant?.n ?? 0)
        self.base = base?.mean
        self.variant = variant?.mean
        isDistinguishable = false
        guard let base, let variant, let from = base.mean, let to = variant.mean else { return }
        let difference = to - from
        self.difference = difference
        let isKnown = isPaired ? judgePairs(base, variant, level: level) : judgeApart(base, variant, level: level)
        if isKnown, let times { allowForSteps(base, variant, times, level: level) }
        if isKnown { isDistinguishable = (p ?? 1) < 1 - level }
    }

    /// Replication against replication; false when nothing is known about the error.
    private mutating func judgePairs(_ base: Measure, _ variant: Measure, level: Double) -> Bool {
        let pairs = zip(base.perReplication, variant.perReplication)
        let spread = Spread(pairs.compactMap { before, after in before.flatMap { b in after.map { $0 - b } } })
        (low, high) = (spread.low, spread.high)

        let count = min(base.valueCount, variant.valueCount)
        let influence = zip(base.influence, variant.influence).map { $1 - $0 }
        guard let width = ReplicationEstimate.halfWidth(influence, count: count, level: level) else { return false }
        halfWidth = width
        let error = ReplicationEstimate.standardError(influence)
        p = Difference.p(difference ?? 0, error: error, freedom: Double(count - 1))
        let unpaired = Difference.squares(base.influence) + Difference.squares(variant.influence)
        if unpaired > 0 { varianceGain = unpaired / Difference.squares(influence) }
        return true
    }

    /// Two independent results: the variances add up, with the degrees of freedom of B. L. Welch, *The generalization of
    /// "Student's" problem when several different population variances are involved*, Biometrika 34, 1947.
    private mutating func judgeApart(_ base: Measure, _ variant: Measure, level: Double) -> Bool {
        guard base.valueCount >= 2, variant.valueCount >= 2 else { return false }
        let errors = [base, variant].map { ReplicationEstimate.standardError($0.influence) }
        let variances = errors.map { $0 * $0 }
        let variance = variances[0] + variances[1]
        let freedoms = [Double(base.valueCount - 1), Double(variant.valueCount - 1)]
        let parts = variances[0] * variances[0] / freedoms[0] + variances[1] * variances[1] / freedoms[1]
        let freedom = parts > 0 ? variance * variance / parts : freedoms[0] + freedoms[1]
        halfWidth = StudentT.quantile(0.5 + level / 2, degreesOfFreedom: freedom) * variance.squareRoot()
        p = Difference.p(difference ?? 0, error: variance.squareRoot(), freedom: freedom)
        return true
    }

    /// Widens the interval of a difference between quantiles by what it is off the one that the shares tell.
    ///
    /// Where waits end on fixed dates a quantile goes in steps: when hardly one citizen in a thousand more begins before a
    /// date, nine of ten may have begun a group earlier. The shares below are compared without such steps: by them the
    /// quantiles differ by share × slope, with the error that the influences give. What the difference of the quantiles
    /// is beyond that is a matter of where the steps happened to lie, so the interval reaches as far, and a difference is
    /// certain when that of the shares is.
    private mutating func allowForSteps(
        _ base: Measure, _ variant: Measure, _ times: (base: any ShareOfTimes, variant: any ShareOfTimes),
        level: Double
    ) {
        guard let difference, let width = halfWidth, width > 0, let from = base.mean, let to = variant.mean,
            let slopes = base.slope.flatMap({ b in variant.slope.map { (b + $0) / 2 } })
        else { return }
        // At the smaller of the two, where one side has reached the share and the other has not.
        let at = min(from, to) * Double(SimTime.day.ticks)
        let byShares = slopes * (times.variant.share(upTo: at) - times.base.share(upTo: at))
        let sure = byShares * difference > 0 ? min(abs(byShares), abs(difference)) : 0
        halfWidth = width + abs(difference) - sure
        // The same decision as the interval's.
        let freedom = Double(min(base.valueCount, variant.valueCount) - 1)
        let error = width / StudentT.quantile(0.5 + level / 2, degreesOfFreedom: freedom)
        p = Difference.p(sure, error: error, freedom: freedom)
    }

    private static func p(_ difference: Double, error: Double, freedom: Double) -> Double {
        if difference == 0 { return 1 }
        if error == 0 { return 0 }
        return min(1, 2 * StudentT.cdf(-abs(difference) / error, degreesOfFreedom: freedom))
    }

    private static func squares(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }
}

extension Measure {
    /// Replications that have a value.
    fileprivate var valueCount: Int { perReplication.count { $0 != nil } }
}
