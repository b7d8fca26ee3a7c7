/// An estimate from independent replications, with each replication's share in its error.
struct ReplicationEstimate {
    /// Nil when undefined.
    var value: Double?
    /// Deviations whose mean is (about) 0; the variance of the estimate is Σ influence² / (R (R − 1)).
    var influence: [Double]
    /// Replications that had a value.
    private var count: Int

    /// Mean over replications of counts and time averages: x̄, deviations xᵣ − x̄.
    ///
    /// Replications without a value are left out.
    static func mean(_ values: [Double?]) -> ReplicationEstimate {
        let known = values.compactMap { $0 }
        guard !known.isEmpty else {
            return ReplicationEstimate(value: nil, influence: values.map { _ in 0 }, count: 0)
        }
        let mean = known.reduce(0, +) / Double(known.count)
        return ReplicationEstimate(value: mean, influence: values.map { $0.map { $0 - mean } ?? 0 }, count: known.count)
    }

    /// Pooled mean Σx/Σn with the linearised error of a ratio: deviations (xᵣ − m·nᵣ)/n̄ (W. G. Cochran, *Sampling
    /// Techniques*, 3rd ed. 1977, §6.3; A. M. Law, *Simulation Modeling and Analysis*, §9.5, for regenerative ratios).
    static func ratio(_ pairs: [(Double, Double)]) -> ReplicationEstimate {
        var (top, bottom) = (0.0, 0.0)
        for (x, n) in pairs {
            top += x
            bottom += n
        }
        guard bottom > 0 else { return ReplicationEstimate(value: nil, influence: pairs.map { _ in 0 }, count: 0) }
        let mean = top / bottom
        let average = bottom / Double(pairs.count)
        return ReplicationEstimate(
            value: mean, influence: pairs.map { ($0.0 - mean * $0.1) / average }, count: pairs.count)
    }

    /// Sectioning: the estimate from all observations together, its error from the spread of the replications' own
    /// estimates around it (S. Asmussen and P. W. Glynn, *Stochastic Simulation*, 2007, §III.5).
    static func sectioned(_ values: [Double?], around whole: Double?) -> ReplicationEstimate {
        guard let whole else { return ReplicationEstimate(value: nil, influence: values.map { _ in 0 }, count: 0) }
        return ReplicationEstimate(
            value: whole, influence: values.map { $0.map { $0 - whole } ?? 0 }, count: values.count { $0 != nil })
    }

    private init(value: Double?, influence: [Double], count: Int) {
        self.value = value
        self.influence = influence
        self.count = count
    }

    /// Student's t with R − 1 degrees of freedom times the standard error; nil for fewer than two replications.
    func halfWidth(level: Double) -> Double? {
        guard value != nil, count >= 2 else { return nil }
        return StudentT.quantile(0.5 + level / 2, degreesOfFreedom: Double(count - 1)) * standardError
    }

    var standardError: Double {
        guard count >= 2 else { return 0 }
        let squares = influence.reduce(0) { $0 + $1 * $1 }
        return (squares / (Double(count) * Double(count - 1))).squareRoot()
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
