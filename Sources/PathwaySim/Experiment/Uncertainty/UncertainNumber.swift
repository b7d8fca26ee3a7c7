/// A number that nobody knows exactly: its best guess, the range it lies in, and how likely the values in it are.
public struct UncertainNumber: Hashable, Sendable {
    public enum Law: String, Hashable, Sendable, CaseIterable {
        /// From the least value over the best guess, the likeliest, to the greatest.
        case triangular
        /// Every value from the least to the greatest alike.
        case uniform
        /// The range is the 95 % interval of an estimate: half a normal law on either side of the best guess, which is the
        /// median, so that 2.5 % lie below the range and 2.5 % above it.
        ///
        /// What does not go below 0 in the range never does, nor above 1 when the range is within 0…1.
        case normal
    }

    /// Within the range.
    public let best: Double
    public let low: Double
    public let high: Double
    public let law: Law
    /// Whether only whole numbers are meant.
    public let isWhole: Bool

    /// Nil unless the range is finite and `low` < `high`; a best guess outside the range becomes its nearer end.
    public init?(best: Double, low: Double, high: Double, law: Law = .triangular, isWhole: Bool = false) {
        guard low.isFinite, high.isFinite, best.isFinite, low < high else { return nil }
        self.low = isWhole ? low.rounded(.up) : low
        self.high = isWhole ? high.rounded(.down) : high
        guard self.low < self.high else { return nil }
        self.best = min(max(best, self.low), self.high)
        self.law = law
        self.isWhole = isWhole
    }

    /// The value that the share u of the law lies below, 0 < u < 1.
    public func quantile(_ u: Double) -> Double {
        switch law {
        case .uniform:
            guard isWhole else { return low + u * (high - low) }
            return min(high, low + (u * (high - low + 1)).rounded(.down))
        case .triangular:
            // A whole number stands for the half on either side of it.
            guard isWhole else { return Self.triangle(u, low, best, high) }
            return min(high, max(low, Self.triangle(u, low - 0.5, best, high + 0.5).rounded()))
        case .normal:
            let value = normal(u)
            return isWhole ? value.rounded() : value
        }
    }

    private static func triangle(_ u: Double, _ low: Double, _ mode: Double, _ high: Double) -> Double {
        let (width, left) = (high - low, mode - low)
        if u * width < left { return low + (u * width * left).squareRoot() }
        return high - ((1 - u) * width * (high - mode)).squareRoot()
    }

    private func normal(_ u: Double) -> Double {
        let reach = NormalLaw.quantile(0.975)
        let (below, above) = ((best - low) / reach, (high - best) / reach)
        let least = low >= 0 && below > 0 ? NormalLaw.cdf(-best / below) : 0
        let most = low >= 0 && high <= 1 && above > 0 ? NormalLaw.cdf((1 - best) / above) : 1
        let z = NormalLaw.quantile(least + u * (most - least))
        return best + z * (z < 0 ? below : above)
    }
}

/// Draws of several uncertain numbers that cover the law of each evenly.
///
/// Of N draws exactly one lies in each N-th of a number's law, in an order that is that number's own luck, so that numbers
/// do not go together. The mean of the draws varies less than of N independent ones (M. D. McKay, R. J. Beckman and
/// W. J. Conover, *A comparison of three methods for selecting values of input variables*, Technometrics 21, 1979). The
/// luck is keyed by the number's name: another number beside it changes nothing.
public enum LatinHypercube {
    /// The share of a number's law that each of the draws lies at, between 0 and 1. O(count).
    public static func shares(_ count: Int, name: String, seed: UInt64) -> [Double] {
        let key = DrawKey(
            stream: DrawStream.stream(seed: seed, replication: 0, name: name), block: 0, ordinal: 0)
        var stream = DrawStream(key, purpose: NameHash.hash32("latin hypercube"))
        var strata = Array(0..<max(0, count))
        for last in strata.indices.reversed() where last > 0 {
            strata.swapAt(last, min(last, Int(stream.uniform() * Double(last + 1))))
        }
        return strata.map { (Double($0) + stream.uniform()) / Double(count) }
    }
}
