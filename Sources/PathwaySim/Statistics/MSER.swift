/// Where a sequence that starts away from its long-run level has settled: the marginal standard error rule.
///
/// The first d values are left out for which the standard error of the mean of the rest is least: d minimises
/// Σ (xᵢ − x̄)² / (n − d)² over i > d. Leaving out more makes the rest more alike and fewer; where the two balance, the
/// start has done its harm (K. P. White, *An effective truncation heuristic for bias reduction in simulation output*,
/// Simulation 69, 1997). MSER-5 looks at means of five values at a time (K. P. White, M. J. Cobb and S. C. Spratt, *A
/// comparison of five steady-state truncation heuristics for simulation*, Winter Simulation Conference 2000).
public enum MSER {
    /// What the rule found.
    public struct Truncation: Hashable, Sendable {
        /// Values to leave out.
        public var count: Int
        /// The rule wants to leave out more than half: the sequence is too short to tell, and `count` is not to be used.
        public var isTooShort: Bool
        /// The squared standard error after leaving out 0, 1, 2 … values; its least place is `count`.
        public var statistics: [Double]
    }

    /// Applies the rule to a sequence (of batch means); nil for fewer than ten values.
    ///
    /// The last five values are always kept, because a few values can be alike by chance.
    /// - Complexity: O(n).
    public static func truncation(of values: [Double]) -> Truncation? {
        guard values.count >= 10 else { return nil }
        var statistics: [Double] = []
        // From the end, by Welford's updating, so that nothing is lost to cancellation.
        var (count, mean, squares) = (0.0, 0.0, 0.0)
        for value in values.reversed() {
            count += 1
            let deviation = value - mean
            mean += deviation / count
            squares += deviation * (value - mean)
            statistics.append(squares / (count * count))
        }
        statistics.reverse()
        statistics.removeLast(4)
        var best = 0
        for index in statistics.indices where statistics[index] < statistics[best] { best = index }
        return Truncation(count: best, isTooShort: 2 * best > values.count, statistics: statistics)
    }

    /// Means of `size` values at a time; what is left over at the end is dropped.
    public static func batchMeans(_ values: [Double], size: Int = 5) -> [Double] {
        guard size > 0 else { return [] }
        return stride(from: 0, to: values.count - size + 1, by: size).map { start in
            values[start..<start + size].reduce(0, +) / Double(size)
        }
    }
}
