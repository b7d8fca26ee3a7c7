/// An estimate from independent replications, with each replication's share in its error.
struct ReplicationEstimate {
    /// Nil when undefined.
    var value: Double?
    /// Deviations whose mean is (about) 0; the variance of the estimate is Σ influence² / (R (R − 1)).
    ///
    /// All zero when fewer than two replications have something to say, because then nothing is known about the error.
    var influence: [Double]
    /// Replications that had a value.
    private(set) var count: Int
    /// Of a quantile: what it changes when the share below it grows by 1, at the width of its interval (negative); nil for
    /// others, and when nothing is known of the error.
    private(set) var slope: Double?

    /// Mean over replications of counts and time averages: x̄, deviations xᵣ − x̄.
    ///
    /// Replications without a value are left out: with k values the variance is Σ(xᵣ − x̄)² / (k (k − 1)).
    static func mean(_ values: [Double?]) -> ReplicationEstimate {
        let known = values.compactMap { $0 }
        guard !known.isEmpty else { return ReplicationEstimate(undefined: values.count) }
        let mean = known.reduce(0, +) / Double(known.count)
        let scale = correction(values.count, known: known.count) * Double(values.count) / Double(known.count)
        return ReplicationEstimate(
            value: mean, influence: values.map { $0.map { ($0 - mean) * scale } ?? 0 }, count: known.count)
    }

    /// Pooled mean Σx/Σn with the linearised error of a ratio: deviations (xᵣ − m·nᵣ)/n̄ (W. G. Cochran, *Sampling
    /// Techniques*, 3rd ed. 1977, §6.3; A. M. Law, *Simulation Modeling and Analysis*, §9.5, for regenerative ratios).
    ///
    /// Only the k replications with observations (n > 0) count towards the degrees of freedom.
    static func ratio(_ pairs: [(Double, Double)]) -> ReplicationEstimate {
        var (top, bottom) = (0.0, 0.0)
        for (x, n) in pairs {
            top += x
            bottom += n
        }
        guard bottom > 0 else { return ReplicationEstimate(undefined: pairs.count) }
        let known = pairs.count { $0.1 > 0 }
        let mean = top / bottom
        let scale = correction(pairs.count, known: known) * Double(pairs.count) / bottom
        return ReplicationEstimate(
            value: mean, influence: pairs.map { ($0.0 - mean * $0.1) * scale }, count: known)
    }

    /// A quantile of all observations together, with the error of the share that lies below it.
    ///
    /// The share below the pooled quantile q is a ratio over replications, so its standard error s is that of a ratio; the
    /// quantile's interval is where the pooled distribution takes the values p ± t·s (R. S. Woodruff, *Confidence
    /// intervals for medians and other position measures*, JASA 47, 1952), and its half-width the longer of the two sides, at
    /// least what the histogram cannot tell apart. Where many waited alike and the interval ends in that one value, it reaches
    /// towards the neighbouring value by as much as the share at the edge is nearer than twice t·s: else half a per cent more
    /// or less of luck would turn `0.9 ± 1.0` into `0.885 ± 0.004`.
    /// The influence of a replication is what it has below q too little or too much, in proportion (the linear term of
    /// R. R. Bahadur, *A note on quantiles in large samples*, 1966, with the density of that interval).
    ///
    /// - Parameters:
    ///   - sections: each replication's own distribution.
    ///   - quantile: the pooled quantile function.
    ///   - level: the confidence level at which the density is taken; the influence hardly depends on it.
    static func quantile(
        _ p: Double, of sections: [DistributionDigest], level: Double, _ quantile: (Double) -> Double?
    ) -> ReplicationEstimate {
        guard let whole = quantile(p) else { return ReplicationEstimate(undefined: sections.count) }
        let shares = ratio(sections.map { ($0.share(at: whole) * $0.weight, $0.weight) })
        let error = standardError(shares.influence)
        guard shares.count >= 2, error > 0 else {
            return ReplicationEstimate(value: whole, influence: sections.map { _ in 0 }, count: shares.count)
        }
        let reach = StudentT.quantile(0.5 + level / 2, degreesOfFreedom: Double(shares.count - 1)) * error
        let low = end(p, -reach, whole, quantile)
        let high = end(p, reach, whole, quantile)
        // However many replications: a histogram knows a time to 1 in 256 and no better.
        let resolution = whole / 256
        let scale = -max(resolution, high - whole, whole - low) / reach
        return ReplicationEstimate(
            value: whole, influence: shares.influence.map { $0 * scale }, count: shares.count, slope: scale)
    }

    /// One end of a quantile's interval: where the distribution takes the value p + `reach`, or, when that is still `whole`,
    /// the way from it towards the next value that the nearness of the edge asks for.
    private static func end(
        _ p: Double, _ reach: Double, _ whole: Double, _ quantile: (Double) -> Double?
    ) -> Double {
        func at(_ share: Double) -> Double { quantile(min(1, max(0, share))) ?? whole }
        let end = at(p + reach)
        guard end == whole, at(p + 2 * reach) != whole else { return end }
        // The edge lies between one and two reaches away.
        var (inside, outside) = (1.0, 2.0)
        for _ in 0..<30 {
            let middle = (inside + outside) / 2
            if at(p + middle * reach) == whole { inside = middle } else { outside = middle }
        }
        return whole + (at(p + outside * reach) - whole) * (2 - outside)
    }

    /// Turned from ticks into days.
    var inDays: ReplicationEstimate {
        let day = Double(SimTime.day.ticks)
        return ReplicationEstimate(
            value: value.map { $0 / day }, influence: influence.map { $0 / day }, count: count,
            slope: slope.map { $0 / day })
    }

    /// Turns Σ d² / R² · k / (k − 1), the variance with k − 1 degrees of freedom, into Σ d² / (R (R − 1)).
    private static func correction(_ replications: Int, known: Int) -> Double {
        guard known >= 2 else { return 0 }
        if known == replications { return 1 }
        let (r, k) = (Double(replications), Double(known))
        return ((r - 1) / r * k / (k - 1)).squareRoot()
    }

    private init(value: Double?, influence: [Double], count: Int, slope: Double? = nil) {
        self.value = value
        self.influence = influence
        self.count = count
        self.slope = slope
    }

    private init(undefined replications: Int) {
        self.init(value: nil, influence: Array(repeating: 0, count: replications), count: 0)
    }

    /// Student's t times the standard error, with one degree of freedom less than there are replications with a value;
    /// nil for fewer than two.
    func halfWidth(level: Double) -> Double? {
        guard value != nil else { return nil }
        return ReplicationEstimate.halfWidth(influence, count: count, level: level)
    }

    static func halfWidth(_ influence: [Double], count: Int, level: Double) -> Double? {
        guard count >= 2 else { return nil }
        return StudentT.quantile(0.5 + level / 2, degreesOfFreedom: Double(count - 1)) * standardError(influence)
    }

    /// The square root of Σ influence² / (R (R − 1)); 0 for fewer than two replications.
    static func standardError(_ influence: [Double]) -> Double {
        guard influence.count >= 2 else { return 0 }
        let squares = influence.reduce(0) { $0 + $1 * $1 }
        return (squares / (Double(influence.count) * Double(influence.count - 1))).squareRoot()
    }
}

/// How much one replication differs from another: the 10th and 90th percentile, linear between order statistics
/// (definition 7 of R. J. Hyndman and Y. Fan, *Sample Quantiles in Statistical Packages*, 1996).
///
/// Nil with fewer than `least` values.
struct Spread {
    var low: Double?
    var high: Double?

    init(_ values: [Double], least: Int = Measure.leastForSpread) {
        guard values.count >= least else { return }
        let sorted = values.sorted()
        low = Spread.percentile(sorted, 0.1)
        high = Spread.percentile(sorted, 0.9)
    }

    private static func percentile(_ sorted: [Double], _ p: Double) -> Double? {
        guard let last = sorted.last else { return nil }
        let position = p * Double(sorted.count - 1)
        let index = Int(position)
        guard index + 1 < sorted.count else { return last }
        return sorted[index] + (position - Double(index)) * (sorted[index + 1] - sorted[index])
    }
}
