import Foundation

/// Observations to which a distribution is to be fitted, equal ones counted together.
///
/// Times are mostly written in whole days, so a wait of 3 stands for anything from 2.5 to 3.5. Where such rounding is coarse
/// (`grid`), the chance of the interval is what counts, not the density at its middle: then zeros are no trouble, and laws are
/// compared as fairly as with exact times. Source: Heitjan (1989), *Inference from grouped continuous data*, Statistical
/// Science 4(2).
public struct FittingSample: Sendable {
    /// What the observations are, which decides the laws that can have produced them.
    public enum Kind: Hashable, Sendable {
        /// Lengths of time, ≥ 0.
        case times
        /// Any numbers.
        case numbers
        /// Whole numbers ≥ 0 of something counted.
        case counts
    }

    /// A value and how often it was observed.
    public struct Value: Hashable, Sendable {
        public let value: Double
        public let count: Int
    }

    public let kind: Kind
    /// Ascending.
    public let values: [Value]
    /// Observations in all.
    public let count: Int
    /// The step to which the values were rounded, where that is coarse enough to matter; nil when they are taken as exact.
    public let grid: Double?
    /// The mean, and the standard deviation with n − 1.
    public let mean: Double
    public let standardDeviation: Double

    /// - Parameter observations: finite, at least one; for times and counts not negative (they are taken as given).
    public init(_ observations: [Double], kind: Kind) {
        self.init(sorted: observations.sorted(), kind: kind, grid: nil, findsGrid: true)
    }

    /// Observations known to be rounded to a step, or to none.
    init(_ observations: [Double], kind: Kind, grid: Double?) {
        self.init(sorted: observations.sorted(), kind: kind, grid: grid, findsGrid: false)
    }

    private init(sorted: [Double], kind: Kind, grid: Double?, findsGrid: Bool) {
        var values: [Value] = []
        var (sum, last, run) = (0.0, sorted.first ?? 0, 0)
        for value in sorted {
            if value != last {
                values.append(Value(value: last, count: run))
                (last, run) = (value, 0)
            }
            run += 1
            sum += value
        }
        if run > 0 { values.append(Value(value: last, count: run)) }
        let count = sorted.count
        let mean = count > 0 ? sum / Double(count) : .nan
        let squares = values.reduce(0.0) { $0 + Double($1.count) * ($1.value - mean) * ($1.value - mean) }
        (self.kind, self.values, self.count, self.mean) = (kind, values, count, mean)
        standardDeviation = count > 1 ? (squares / Double(count - 1)).squareRoot() : 0
        self.grid =
            findsGrid && kind != .counts
            ? Self.coarseGrid(values, count: count, deviation: standardDeviation) : grid
    }

    /// Observations of exactly 0.
    public var zeros: Int { values.first { $0.value == 0 }?.count ?? 0 }
    public var least: Double { values.first?.value ?? .nan }
    public var greatest: Double { values.last?.value ?? .nan }

    /// The smallest observation that at least the share `p` (0 < p ≤ 1) do not exceed.
    public func quantile(_ p: Double) -> Double {
        let rank = max(1, Int((p * Double(count) - 1e-9).rounded(.up)))
        var seen = 0
        for value in values {
            seen += value.count
            if seen >= rank { return value.value }
        }
        return greatest
    }

    /// Observations that are a whole multiple of a step.
    public func multiples(of step: Double) -> Int {
        values.reduce(0) { sum, value in
            let steps = value.value / step
            return abs(steps - steps.rounded()) < 1e-9 * max(1, abs(steps)) ? sum + value.count : sum
        }
    }

    /// The sample without its zeros, taken as exact: what a law without zeros can describe.
    func withoutZeros() -> FittingSample {
        let kept = values.filter { $0.value != 0 }.flatMap { Array(repeating: $0.value, count: $0.count) }
        return FittingSample(sorted: kept, kind: kind, grid: grid, findsGrid: false)
    }

    /// Whether exact zeros stand beside exact times: no density can have produced them.
    public var hasSeparateZeros: Bool { kind == .times && grid == nil && zeros > 0 }

    // MARK: Rounding

    /// The finest decimal step of which every value is a multiple, or a multiple of it that all share; nil where it is so
    /// fine (a fiftieth of the standard deviation, which changes the variance by 3 in 100,000) that it does not matter, unless
    /// there are zeros.
    private static func coarseGrid(_ values: [Value], count: Int, deviation: Double) -> Double? {
        guard deviation > 0 else { return nil }
        for places in 0...4 {
            let scale = pow(10, Double(places))
            var shared: Int64 = 0
            let areMultiples = values.allSatisfy { value in
                let scaled = value.value * scale
                guard abs(scaled) < 1e15, abs(scaled - scaled.rounded()) < 1e-6 else { return false }
                shared = Self.greatestDivisor(shared, Int64(abs(scaled.rounded())))
                return true
            }
            guard areMultiples else { continue }
            // Few numbers share a divisor by chance.
            let step = (count >= 30 ? Double(max(shared, 1)) : 1) / scale
            let hasZeros = values.contains { $0.value == 0 }
            return step > deviation / 50 || hasZeros ? step : nil
        }
        return nil
    }

    private static func greatestDivisor(_ a: Int64, _ b: Int64) -> Int64 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }
}
