/// Offers taken side by side, and messages that come back.
public enum ParallelOffers {
    /// Mean time until the last of several independent exponential times with these means, by inclusion and exclusion.
    ///
    /// Complexity: O(2ⁿ); not-a-number for more than 20 or a mean that is not positive.
    public static func meanLast(_ means: [Double]) -> Double {
        guard means.count <= 20, means.allSatisfy({ $0 > 0 }) else { return .nan }
        return (1..<max(1, 1 << means.count)).reduce(0) { sum, subset in
            let rate = means.indices.reduce(0) { subset >> $1 & 1 == 1 ? $0 + 1 / means[$1] : $0 }
            return subset.nonzeroBitCount % 2 == 1 ? sum + 1 / rate : sum - 1 / rate
        }
    }

    /// Mean time until the first of several independent exponential times.
    public static func meanFirst(_ means: [Double]) -> Double { 1 / means.reduce(0) { $0 + 1 / $1 } }

    /// Mean number of times a message comes back when each try fails with probability `p` and it comes back at most
    /// `maximum` times: p + p² + … + p^maximum.
    public static func meanReturns(_ p: Double, maximum: Int) -> Double {
        guard p < 1 else { return Double(maximum) }
        var (sum, power) = (0.0, 1.0)
        for _ in 0..<max(0, maximum) {
            power *= p
            sum += power
        }
        return sum
    }
}
