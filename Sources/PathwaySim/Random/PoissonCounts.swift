/// How many arrivals a Poisson process brings in a stretch of time, as a function of one uniform number.
///
/// By inversion: `count(u)` is the smallest k with P(N ≤ k) ≥ u. For the same u a higher mean never gives a smaller
/// count, which makes a variant with more demand *add* citizens and change nobody else's luck. (Both tails are kept
/// with relative accuracy; the rounding of the probabilities, about 10⁻¹³, can only matter between means that differ by
/// no more than that.)
///
/// Means from 0 to 10⁷ are exact, with a table of about 18·√mean numbers. Above, the Cornish–Fisher expansion to second
/// order is rounded (error below one count); a mean that is negative or not a number counts as 0.
public struct PoissonCounts: Sendable {
    /// The expected count; 0 when the one given was negative or not a number.
    public let mean: Double
    private let lowest: Int
    /// P(N ≤ lowest + i) for i < upperStart, and from there on P(N > lowest + i).
    private let tails: [Double]
    private let upperStart: Int

    /// Builds the table. Complexity: O(√mean).
    public init(mean: Double) {
        self.mean = mean > 0 ? mean : 0
        guard mean > 0, mean <= Self.largestTable else {
            (lowest, tails, upperStart) = (0, [], 0)
            return
        }
        let law = CountLaw.poisson(mean: mean)
        var tails = law.probabilities
        var below = 0.0
        var upperStart = 0
        for (i, probability) in law.probabilities.enumerated() {
            below += probability
            if below >= 0.5 { break }
            tails[i] = below
            upperStart = i + 1
        }
        var above = 0.0
        for i in law.probabilities.indices.reversed() where i >= upperStart {
            tails[i] = above
            above += law.probabilities[i]
        }
        (lowest, self.tails, self.upperStart) = (law.lowest, tails, upperStart)
    }

    private static let largestTable = 1e7

    /// The count for a uniform number in (0, 1). Monotone in `u`. Complexity: O(log mean).
    public func count(_ u: Double) -> Int {
        if tails.isEmpty { return mean == 0 ? 0 : expandedCount(u) }
        // First index in each half that satisfies its condition; the two conditions say the same.
        var (low, high) = (0, tails.count - 1)
        if upperStart > 0, tails[upperStart - 1] >= u {
            high = upperStart - 1
            while low < high {
                let middle = (low + high) / 2
                if tails[middle] >= u { high = middle } else { low = middle + 1 }
            }
        } else {
            low = upperStart
            let rest = 1 - u
            while low < high {
                let middle = (low + high) / 2
                if tails[middle] <= rest { high = middle } else { low = middle + 1 }
            }
        }
        return lowest + low
    }

    private func expandedCount(_ u: Double) -> Int {
        let z = NormalLaw.quantile(min(max(u, 0x1p-60), 1 - 0x1p-53))
        // The cap keeps the conversion defined; nobody can simulate that many.
        let mean = min(mean, 1e17)
        return Int((mean + z * mean.squareRoot() + (z * z - 1) / 6).rounded())
    }
}

/// Keeps the table of every mean it has been asked for.
public struct PoissonCountTables: Sendable {
    private var byMean: [Double: PoissonCounts] = [:]

    /// No tables yet.
    public init() {}

    /// The counts for a mean, built on first use.
    public mutating func counts(mean: Double) -> PoissonCounts {
        if let known = byMean[mean] { return known }
        let counts = PoissonCounts(mean: mean)
        byMean[mean] = counts
        return counts
    }
}
