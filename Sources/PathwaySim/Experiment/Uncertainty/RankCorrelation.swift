/// How far one number goes up (or down) when another does, whatever the shape: Spearman's rank correlation.
public struct RankCorrelation: Hashable, Sendable {
    /// −1…1.
    public let value: Double
    /// The chance of one at least as far from 0 when the two have nothing to do with each other (two-sided, by Student's t).
    public let p: Double

    /// Of pairs in which both have a value; nil with fewer than ten or when either never changes. O(n log n).
    public init?(_ pairs: [(Double, Double?)]) {
        let known = pairs.compactMap { pair in pair.1.map { (pair.0, $0) } }
        guard known.count >= UncertaintySplit.leastDraws else { return nil }
        let (a, b) = (Self.ranks(known.map(\.0)), Self.ranks(known.map(\.1)))
        let middle = Double(known.count + 1) / 2
        var (both, first, second) = (0.0, 0.0, 0.0)
        for (x, y) in zip(a, b) {
            both += (x - middle) * (y - middle)
            first += (x - middle) * (x - middle)
            second += (y - middle) * (y - middle)
        }
        guard first > 0, second > 0 else { return nil }
        value = min(1, max(-1, both / (first * second).squareRoot()))
        let freedom = Double(known.count - 2)
        let rest = 1 - value * value
        p =
            rest <= 0
            ? 0 : min(1, 2 * StudentT.cdf(-abs(value) * (freedom / rest).squareRoot(), degreesOfFreedom: freedom))
    }

    /// From 1; equal values share the mean of their ranks.
    private static func ranks(_ values: [Double]) -> [Double] {
        let order = values.indices.sorted { values[$0] != values[$1] ? values[$0] < values[$1] : $0 < $1 }
        var ranks = Array(repeating: 0.0, count: values.count)
        var start = 0
        while start < order.count {
            var end = start
            while end + 1 < order.count, values[order[end + 1]] == values[order[start]] { end += 1 }
            for place in start...end { ranks[order[place]] = Double(start + end) / 2 + 1 }
            start = end + 1
        }
        return ranks
    }

    /// Which of several are told from none, all judged together (Holm).
    public static func told(_ correlations: [RankCorrelation?], level: Double) -> [Bool] {
        Holm.adjusted(correlations.map { $0?.p ?? 1 }).map { $0 < 1 - level }
    }
}
