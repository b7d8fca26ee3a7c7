/// Differences between results that had the same luck: the same seed and the same replications.
///
/// Replication k of a variant is compared with replication k of the base (common random numbers), so what both have in
/// common cancels. The estimate of a difference is the difference of the estimates; its variance is
/// Σ(uᵥ − u_b)² / (R (R − 1)) over the replications' influences u, and its interval Student's t with one degree of
/// freedom less than there are replications with a value on both sides (A. M. Law, *Simulation Modeling and Analysis*,
/// 5th ed. 2015, §10.2.1, carried from means to ratios and quantiles through their linear terms).
///
/// Intervals hold one at a time, each at the level. Whether a headline measure is *distinguishable* is decided over all
/// variants and headline measures together, by Holm's step-down rule (S. Holm, *A simple sequentially rejective multiple
/// test procedure*, Scandinavian Journal of Statistics 6, 1979): the chance that any of them is called different without
/// being so is at most 1 − level. All other measures are judged by their own interval, unadjusted; among many of them
/// some will look different by luck.
public struct Comparison: Sendable {
    public var base: RunResult
    public var variants: [Variant]
    /// Confidence level of the intervals and of the decisions.
    public var level: Double
    /// Names of the measures that are judged together.
    public var headline: [String]
    /// Whether replication k of one is held against replication k of the other.
    public var isPaired: Bool

    /// One result against the base.
    public struct Variant: Sendable {
        public var result: RunResult
        /// In the order of the base's measures; after them those that only the variant has.
        public var differences: [Difference]

        /// The difference of this measure for all citizens; nil when there is none.
        public func difference(_ name: String) -> Difference? {
            differences.first { $0.name == name && $0.by == nil }
        }
    }

    /// - Parameter isPaired: false for results that do not have the same luck: they are then taken as independent, which
    ///   gives wider intervals.
    /// - Throws: when the results are to be paired and do not have the same luck.
    public init(
        base: RunResult, variants: [RunResult], headline: [String] = [], level: Double? = nil, isPaired: Bool = true
    ) throws(ComparisonError) {
        guard !variants.isEmpty else { throw .nothingToCompare }
        for (index, variant) in variants.enumerated() where isPaired {
            guard variant.seed == base.seed else {
                throw .differentSeeds(base: base.seed, variant: variant.seed, index: index)
            }
            guard variant.replications == base.replications else {
                throw .differentReplications(base: base.replications, variant: variant.replications, index: index)
            }
        }
        let level = level ?? base.level
        self.base = base
        self.level = level
        self.headline = headline
        self.isPaired = isPaired
        self.variants = variants.map { result in
            Variant(
                result: result,
                differences: Comparison.differences(base, result, level: level, isPaired: isPaired))
        }
        adjust()
    }

    /// One result with nothing to compare it with, for what shows results side by side and has only one.
    public init(alone base: RunResult, headline: [String] = []) {
        self.base = base
        self.headline = headline
        level = base.level
        isPaired = true
        variants = []
    }

    private struct Key: Hashable {
        var name: String
        var by: Measure.Group?
    }

    private static func differences(
        _ base: RunResult, _ variant: RunResult, level: Double, isPaired: Bool
    ) -> [Difference] {
        let curves = (base.shareCurves, variant.shareCurves)
        /// What a quantile was read from, where both results have it.
        func laws(_ measure: Measure) -> (base: any ShareOfTimes, variant: any ShareOfTimes)? {
            guard measure.slope != nil else { return nil }
            let key = ShareCurve.Key(of: measure.name, by: measure.by)
            return curves.0[key].flatMap { before in curves.1[key].map { (before, $0) } }
        }
        var byKey: [Key: Measure] = [:]
        for measure in variant.measures { byKey[Key(name: measure.name, by: measure.by)] = measure }
        var differences: [Difference] = []
        for measure in base.measures {
            let other = byKey.removeValue(forKey: Key(name: measure.name, by: measure.by))
            differences.append(
                Difference(base: measure, variant: other, level: level, isPaired: isPaired, times: laws(measure)))
        }
        for measure in variant.measures where byKey[Key(name: measure.name, by: measure.by)] != nil {
            differences.append(Difference(base: nil, variant: measure, level: level))
        }
        return differences
    }

    /// Replaces the single decisions on headline measures by joint ones.
    private mutating func adjust() {
        let names = Set(headline)
        var places: [(variant: Int, difference: Int)] = []
        var values: [Double] = []
        for (v, variant) in variants.enumerated() {
            for (d, difference) in variant.differences.enumerated() {
                guard difference.by == nil, names.contains(difference.name), let p = difference.p else { continue }
                places.append((v, d))
                values.append(p)
            }
        }
        for (place, adjusted) in zip(places, Holm.adjusted(values)) {
            variants[place.variant].differences[place.difference].adjustedP = adjusted
            variants[place.variant].differences[place.difference].isDistinguishable = adjusted < 1 - level
        }
    }
}

/// Holm's step-down adjustment of several p-values.
enum Holm {
    /// For each p-value the smallest joint error probability at which it is still rejected.
    ///
    /// In ascending order the i-th of m counts m − i + 1 times, and none less than the one before it.
    static func adjusted(_ values: [Double]) -> [Double] {
        var result = values
        var highest = 0.0
        for (rank, index) in values.indices.sorted(by: { values[$0] < values[$1] }).enumerated() {
            highest = max(highest, min(1, Double(values.count - rank) * values[index]))
            result[index] = highest
        }
        return result
    }
}
