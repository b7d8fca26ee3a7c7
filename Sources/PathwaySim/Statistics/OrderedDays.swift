/// When something happened in each of several independent replications, or that it had not by their end.
///
/// What did not happen counts as later than anything that did, so that no average can hide it.
public struct OrderedDays: Hashable, Sendable {
    /// Ascending; nil, at the end, for a replication in which it did not happen.
    public let days: [Int?]

    public init(_ days: [Int?]) {
        self.days = days.compactMap { $0 }.sorted() + Array(repeating: nil, count: days.count { $0 == nil })
    }

    /// Replications in which it did not happen.
    public var missing: Int { days.count { $0 == nil } }

    /// The day by which it had happened in at least the share `p` of the replications (0 < p ≤ 1); nil when it had not by
    /// their end, or without replications.
    public func quantile(_ p: Double) -> Int? {
        guard !days.isEmpty else { return nil }
        let rank = Int((p * Double(days.count) - 1e-9).rounded(.up))
        return days[min(max(rank, 1), days.count) - 1]
    }

    /// Replications in which it had happened by a day.
    public func count(by day: Int) -> Int { days.count { $0.map { $0 <= day } ?? false } }

    /// The days between which the quantile lies with at least this confidence, whatever the distribution: order statistics
    /// whose ranks hold the binomial's middle (W. J. Conover, *Practical Nonparametric Statistics*, 3rd ed. 1999, §3.2).
    ///
    /// Each end is nil where it lies beyond the replications' end, or where so few replications say nothing about it.
    public func interval(_ p: Double, level: Double) -> (low: Int?, high: Int?, isBounded: Bool) {
        let n = days.count
        let tail = (1 - level) / 2
        // The largest l with P(B < l) ≤ tail, and the smallest u with P(B ≥ u) ≤ tail, for B binomial (n, p).
        var low = 0
        while low < n, OrderedDays.below(low + 1, n, p) <= tail { low += 1 }
        var high = n + 1
        while high > 1, 1 - OrderedDays.below(high - 1, n, p) <= tail { high -= 1 }
        return (low >= 1 ? days[low - 1] : nil, high <= n ? days[high - 1] : nil, low >= 1 && high <= n)
    }

    /// P(B < k) for B binomial (n, p): an incomplete beta function.
    private static func below(_ k: Int, _ n: Int, _ p: Double) -> Double {
        if k <= 0 { return 0 }
        if k > n { return 1 }
        return SpecialFunctions.incompleteBeta(Double(n - k + 1), Double(k), x: 1 - p, y: p).lower
    }

    /// A share of the replications with its interval (E. B. Wilson, *Probable inference*, JASA 22, 1927).
    ///
    /// - Precondition: 0 ≤ count ≤ total; without replications the interval is all of 0…1.
    public static func share(_ count: Int, of total: Int, level: Double) -> (value: Double, low: Double, high: Double) {
        guard total > 0 else { return (0, 0, 1) }
        let (n, p) = (Double(total), Double(count) / Double(total))
        let z = NormalLaw.quantile(0.5 + level / 2)
        let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
        let reach = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
        return (p, count == 0 ? 0 : max(0, middle - reach), count == total ? 1 : min(1, middle + reach))
    }
}
