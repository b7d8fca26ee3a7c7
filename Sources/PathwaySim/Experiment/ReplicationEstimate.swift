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
        return linearised(pairs, around: top / bottom, weight: bottom)
    }

    /// Sectioning: the estimate from all observations together, its error from the replications' own estimates around
    /// it (S. Asmussen and P. W. Glynn, *Stochastic Simulation*, 2007, §III.5).
    ///
    /// A replication counts by its number of observations: the quantile q of the pooled sample is, to first order, the
    /// mean of the sections' quantiles weighted by size, q̂ − q ≈ Σ nᵣ (q̂ᵣ − q) / Σ nᵣ (R. R. Bahadur, *A note on
    /// quantiles in large samples*, 1966), so its error is linearised as that of a ratio is.
    ///
    /// - Parameter pairs: for each replication its own estimate times its observations, and its observations.
    static func sectioned(_ pairs: [(Double, Double)], around whole: Double?) -> ReplicationEstimate {
        let weight = pairs.reduce(0) { $0 + $1.1 }
        guard let whole, weight > 0 else { return ReplicationEstimate(undefined: pairs.count) }
        return linearised(pairs, around: whole, weight: weight)
    }

    private static func linearised(
        _ pairs: [(Double, Double)], around value: Double, weight: Double
    ) -> ReplicationEstimate {
        let known = pairs.count { $0.1 > 0 }
        let scale = correction(pairs.count, known: known) * Double(pairs.count) / weight
        return ReplicationEstimate(
            value: value, influence: pairs.map { ($0.0 - value * $0.1) * scale }, count: known)
    }

    /// Turns Σ d² / R² · k / (k − 1), the variance with k − 1 degrees of freedom, into Σ d² / (R (R − 1)).
    private static func correction(_ replications: Int, known: Int) -> Double {
        guard known >= 2 else { return 0 }
        if known == replications { return 1 }
        let (r, k) = (Double(replications), Double(known))
        return ((r - 1) / r * k / (k - 1)).squareRoot()
    }

    private init(value: Double?, influence: [Double], count: Int) {
        self.value = value
        self.influence = influence
        self.count = count
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
struct Spread {
    var low: Double?
    var high: Double?

    init(_ values: [Double]) {
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
