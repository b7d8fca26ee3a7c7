/// Count, mean, variance and extremes of a stream of whole numbers (ticks, persons).
///
/// Sums are exact, in 128-bit integers: nothing is lost to rounding, and a tally is the same in whatever order values
/// were added or tallies merged. Values beyond ±2⁴⁶ (in ticks, 2,230 years) count as that bound, which keeps the sums
/// exact for 10¹⁰ observations.
public struct Tally: Sendable, Equatable, BitwiseCopyable {
    @usableFromInline var total: Int128 = 0
    @usableFromInline var squares: Int128 = 0
    @usableFromInline var least = Int64.max
    @usableFromInline var greatest = Int64.min
    @usableFromInline var number = 0

    public init() {}

    @inlinable
    @inline(__always)
    public mutating func add(_ value: Int64) {
        let value = min(max(value, -Tally.bound), Tally.bound)
        number &+= 1
        total &+= Int128(value)
        // Below 2⁹², and one multiplication: both factors fit 64 bits.
        squares &+= Int128(value) &* Int128(value)
        if value < least { least = value }
        if value > greatest { greatest = value }
    }

    /// Adds all that the other has seen; exactly what adding its values one by one would give.
    public mutating func merge(_ other: Tally) {
        number &+= other.number
        total &+= other.total
        squares &+= other.squares
        least = min(least, other.least)
        greatest = max(greatest, other.greatest)
    }

    @inlinable public var count: Int { number }

    /// The sum of all values, correctly rounded; 0 when there are none.
    public var sum: Double { Double(total) }

    /// Nil when there are no values.
    public var mean: Double? { number > 0 ? Double(total) / Double(number) : nil }

    /// The sample variance, with n − 1 in the denominator; nil for fewer than two values.
    public var variance: Double? {
        guard number > 1 else { return nil }
        // Around the whole number next to the mean the deviations' squares sum up exactly, so that a small variance
        // far from zero is not lost; what is left of the mean corrects the sum (Σ(x−q)² − r²/n).
        let n = Int128(number)
        let (quotient, remainder) = total.quotientAndRemainder(dividingBy: n)
        let around = squares &- 2 &* quotient &* total &+ n &* quotient &* quotient
        let rest = Double(remainder)
        return max(0, Double(around) - rest * rest / Double(number)) / Double(number - 1)
    }

    public var standardDeviation: Double? { variance.map { $0.squareRoot() } }

    public var minimum: Int64? { number > 0 ? least : nil }
    public var maximum: Int64? { number > 0 ? greatest : nil }

    @usableFromInline static let bound: Int64 = 1 << 46
}
