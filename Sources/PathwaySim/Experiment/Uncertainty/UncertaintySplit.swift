/// What a measure's uncertainty comes from: numbers nobody knows exactly, or chance from one year to the next.
///
/// Two-level sampling: the uncertain numbers are drawn N times, and each draw is simulated for a few years. With m the
/// expected value of the measure given the numbers, the variance of one coming year is Var(m), what comes from not knowing
/// the numbers, plus the mean of the variance between years, chance.
///
/// The variance of the draws' estimates holds Var(m) and what the few years leave of chance. Draw i runs the years of one
/// block, the same as the model as it is, whose estimate of that block is taken off again where that makes the noise
/// smaller (common random numbers as a control variate). With each year's influence d on a draw's estimate, n years in a
/// block, the noise of the draws' variance is exactly
///
///     mean over draws of Σⱼ dᵢⱼ² / n(n − 1), minus the mean over pairs of draws of one block of Σⱼ dᵢⱼ dₖⱼ / n(n − 1),
///
/// which is subtracted; the rest estimates Var(m) without bias for measures that are means, and to first order for ratios
/// and quantiles (variance components: S. R. Searle, G. Casella and C. E. McCulloch, *Variance Components*, 1992, ch. 3;
/// two levels: Y. Sun, D. W. Apley and J. Staum, *Efficient nested simulation for estimating the variance of a conditional
/// expectation*, Operations Research 59, 2011). A negative estimate counts as 0. Intervals are by leaving out one draw at a time.
public struct UncertaintySplit: Sendable {
    /// One draw of the numbers: the measure over the years of its block, and the same of the model as it is.
    public struct Draw: Sendable {
        public var measure: Measure
        public var base: Measure
        /// Draws of one block ran the same years.
        public var block: Int

        public init(measure: Measure, base: Measure, block: Int) {
            self.measure = measure
            self.base = base
            self.block = block
        }
    }

    /// The fewest draws of which anything is said.
    public static let leastDraws = 10

    /// Draws in which the measure has a value.
    public let draws: Int
    /// The mean over the draws, with the model as it is known from all its years.
    public let mean: Double
    public let halfWidth: Double
    /// Variance from not knowing the numbers, ≥ 0.
    public let fromInputs: Double
    /// Variance between years with the numbers known, ≥ 0.
    public let fromChance: Double
    /// Of the two together, what comes from not knowing the numbers, 0…1; nil when there is neither.
    public let inputShare: Double?
    /// Interval of `inputShare` at the level.
    public let inputShareRange: (low: Double, high: Double)?
    /// Whether the numbers' part is beyond what chance could make it look like.
    public let isInputTold: Bool
    /// Between which values 8 of 10 of the expected values lie, as the numbers vary; shrunk to the variance from the inputs.
    public let inputSpread: (low: Double, high: Double)?
    /// Between which values 8 of 10 coming years lie, numbers and chance together; nil when fewer than ten years have a value.
    public let yearSpread: (low: Double, high: Double)?
    /// Each draw's estimate, in the order given, what the luck of its block explains taken off; nil without a value.
    public let estimates: [Double?]

    /// - Parameters:
    ///   - base: the measure of the model as it is, of all its years.
    ///   - draws: at least ten with a value, each of at least two years; nil otherwise.
    ///   - level: confidence of the intervals.
    public init?(base: Measure, draws: [Draw], level: Double) {
        guard let now = base.mean else { return nil }
        let points = draws.map { Point($0, around: now) }
        let known = points.compactMap { $0 }
        guard known.count >= Self.leastDraws else { return nil }
        // One choice for all, by the noise that is left.
        let isPaired =
            known.reduce(0) { $0 + Self.squares($1.paired) } < known.reduce(0) { $0 + Self.squares($1.alone) }
        func value(_ point: Point) -> Double { isPaired ? point.pairedEstimate : point.estimate }
        let items = known.map {
            Item(value: value($0), influence: isPaired ? $0.paired : $0.alone, block: $0.block, chance: $0.chance)
        }
        let parts = Parts(items)
        self.draws = known.count
        estimates = points.map { $0.map(value) }
        mean = parts.mean
        fromInputs = max(0, parts.inputs)
        fromChance = parts.chance
        let t = StudentT.quantile(0.5 + level / 2, degreesOfFreedom: Double(known.count - 1))
        let years = isPaired ? (base.halfWidth ?? 0) : 0
        halfWidth = (parts.variance / Double(known.count) * t * t + years * years).squareRoot()
        let left = Self.leavingOneOut(items)
        let inputError = Self.jackknife(left.map(\.inputs))
        isInputTold = parts.inputs - t * inputError > 0
        let total = fromInputs + fromChance
        if total > 0 {
            let share = fromInputs / total
            let error = t * Self.jackknife(left.map(\.share))
            inputShare = share
            inputShareRange = (max(0, min(share, parts.share - error)), min(1, max(share, parts.share + error)))
        } else {
            inputShare = nil
            inputShareRange = nil
        }
        let shrink = parts.variance > 0 ? (fromInputs / parts.variance).squareRoot() : 0
        inputSpread = Self.ends(items.map { parts.mean + shrink * ($0.value - parts.mean) })
        yearSpread = Self.ends(draws.flatMap { $0.measure.perReplication.compactMap { $0 } })
    }

    /// Whether so few draws leave the share within a quarter of the whole or wider.
    public var isVague: Bool { inputShareRange.map { $0.high - $0.low > 0.5 } ?? false }

    // MARK: The parts

    /// A draw with a value.
    private struct Point {
        var estimate: Double
        var pairedEstimate: Double
        /// Influence of each year, of the draw alone and of its difference from the model as it is.
        var alone: [Double]
        var paired: [Double]
        var block: Int
        /// Variance between its years; nil with fewer than two.
        var chance: Double?

        init?(_ draw: Draw, around now: Double) {
            guard let mean = draw.measure.mean, let base = draw.base.mean, draw.measure.influence.count >= 2,
                draw.base.influence.count == draw.measure.influence.count
            else { return nil }
            estimate = mean
            pairedEstimate = mean - base + now
            alone = draw.measure.influence
            paired = zip(draw.measure.influence, draw.base.influence).map { $0 - $1 }
            block = draw.block
            let values = draw.measure.perReplication.compactMap { $0 }
            chance = values.count >= 2 ? UncertaintySplit.variance(values) : nil
        }
    }

    private struct Item {
        var value: Double
        var influence: [Double]
        var block: Int
        var chance: Double?
    }

    private struct Parts {
        var mean: Double
        /// Of the draws' estimates.
        var variance: Double
        /// May be negative.
        var inputs: Double
        var chance: Double
        var share: Double { inputs + chance > 0 ? inputs / (inputs + chance) : 0 }

        init(_ items: [Item]) {
            let count = Double(items.count)
            mean = items.reduce(0) { $0 + $1.value } / count
            variance = UncertaintySplit.variance(items.map(\.value))
            let own = items.reduce(0) { $0 + UncertaintySplit.noise($1.influence) }
            // Over pairs of one block: (Σd)² − Σd², summed over its years.
            var sums: [Int: [Double]] = [:]
            var shared = 0.0
            for item in items {
                sums[item.block] = sums[item.block].map { zip($0, item.influence).map { $0 + $1 } } ?? item.influence
            }
            for block in sums.keys.sorted() { shared += UncertaintySplit.noise(sums[block] ?? []) }
            shared -= own
            inputs = variance - own / count + shared / (count * (count - 1))
            let chances = items.compactMap(\.chance)
            chance = chances.isEmpty ? 0 : chances.reduce(0, +) / Double(chances.count)
        }
    }

    private static func leavingOneOut(_ items: [Item]) -> [Parts] {
        items.indices.map { index in
            var rest = items
            rest.remove(at: index)
            return Parts(rest)
        }
    }

    /// The standard error by leaving one out at a time.
    private static func jackknife(_ values: [Double]) -> Double {
        let count = Double(values.count)
        return (variance(values) * (count - 1) * (count - 1) / count).squareRoot()
    }

    private static func squares(_ values: [Double]) -> Double { values.reduce(0) { $0 + $1 * $1 } }

    /// The variance of an estimate from the influence of each of its years.
    private static func noise(_ influence: [Double]) -> Double {
        guard influence.count >= 2 else { return 0 }
        return squares(influence) / (Double(influence.count) * Double(influence.count - 1))
    }

    fileprivate static func variance(_ values: [Double]) -> Double {
        guard values.count >= 2 else { return 0 }
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }

    private static func ends(_ values: [Double]) -> (low: Double, high: Double)? {
        let spread = Spread(values)
        return spread.low.flatMap { low in spread.high.map { (low, $0) } }
    }
}
