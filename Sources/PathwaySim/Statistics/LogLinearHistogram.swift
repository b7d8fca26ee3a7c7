/// Counts of non-negative whole numbers (ticks) in buckets whose width grows with the value, for quantiles of a stream.
///
/// Each doubling of the value is divided into 128 equal buckets, and values below 256 have a bucket each. A value is
/// reported as the middle of its bucket, so its relative error is at most 1/256 < 0.4 %, at any size. The layout is
/// that of HdrHistogram (G. Tene): the position of the leading bit, then the seven bits after it.
///
/// Two histograms of the same values are equal, in whatever order they were added or merged. Negative values count as
/// zero.
///
/// Memory: nothing until a value other than zero comes, then 1 kB for each doubling between the least and the greatest
/// such value (from one hour to one hundred days: 12 kB), at most 56 kB.
public struct LogLinearHistogram: Sendable, Equatable {
    /// The values `lower … upper`, both included, and how many of them were counted.
    public struct Bucket: Hashable, Sendable {
        public var lower: Int64
        public var upper: Int64
        public var count: UInt64

        public var midpoint: Double { (Double(lower) + Double(upper)) / 2 }
    }

    /// All observations, zeros included.
    public private(set) var count: UInt64 = 0
    /// Zeros are so common (nobody waited) that they must not stretch the table down to 0.
    private var zeros: UInt64 = 0
    /// Counts of the buckets from `base` on; whole blocks of 128, from the least value's to the greatest's.
    @usableFromInline private(set) var counts: [UInt64] = []
    @usableFromInline private(set) var base = 0

    public init() {}

    /// From counted buckets: `counts` are those of the buckets from `base` on, in whole blocks.
    init(count: UInt64, zeros: UInt64, base: Int, counts: [UInt64]) {
        (self.count, self.zeros, self.base, self.counts) = (count, zeros, base, counts)
    }

    @inlinable public var isEmpty: Bool { count == 0 }

    @inlinable
    public mutating func add(_ value: Int64) { add(value, count: 1) }

    /// Counts a value several times; a count of zero or less changes nothing.
    public mutating func add(_ value: Int64, count times: Int) {
        guard times > 0 else { return }
        count &+= UInt64(times)
        guard value > 0 else {
            zeros &+= UInt64(times)
            return
        }
        let index = LogLinearHistogram.index(of: value)
        if index < base || index >= base + counts.count { cover(index, index) }
        counts[index - base] &+= UInt64(times)
    }

    /// Adds all that the other has counted.
    public mutating func merge(_ other: LogLinearHistogram) {
        count &+= other.count
        zeros &+= other.zeros
        guard !other.counts.isEmpty else { return }
        cover(other.base, other.base + other.counts.count - 1)
        let shift = other.base - base
        for (index, times) in other.counts.enumerated() where times > 0 { counts[index + shift] &+= times }
    }

    /// The p-quantile: the bucket midpoint of the ⌈p·n⌉-th smallest value (the smallest when p is 0); nil when empty
    /// or when `p` is not a number.
    ///
    /// This is the inverse of the empirical distribution function (type 1 of R. J. Hyndman and Y. Fan, *Sample
    /// Quantiles in Statistical Packages*, 1996). `p` outside 0 … 1 counts as the nearer end. A p·n that misses a whole
    /// number by rounding alone counts as that number.
    ///
    /// - Complexity: O(buckets).
    public func quantile(_ p: Double) -> Double? {
        guard count > 0, !p.isNaN else { return nil }
        let position = min(max(p, 0), 1) * Double(count)
        let rank = max(1, UInt64((position * (1 - 1e-12)).rounded(.up)))
        guard rank > zeros else { return 0 }
        var seen = zeros
        for (index, times) in counts.enumerated() {
            seen &+= times
            if seen >= rank { return LogLinearHistogram.bucket(base + index, count: times).midpoint }
        }
        return nil
    }

    /// The lower bound of the least value's bucket; nil when empty.
    public var minimum: Int64? {
        if zeros > 0 { return 0 }
        return counts.firstIndex { $0 > 0 }.map { LogLinearHistogram.bucket(base + $0, count: 0).lower }
    }

    /// The upper bound of the greatest value's bucket; nil when empty.
    public var maximum: Int64? {
        if let index = counts.lastIndex(where: { $0 > 0 }) {
            return LogLinearHistogram.bucket(base + index, count: 0).upper
        }
        return zeros > 0 ? 0 : nil
    }

    /// The buckets that hold something, ascending.
    public var buckets: [Bucket] {
        var result = zeros > 0 ? [Bucket(lower: 0, upper: 0, count: zeros)] : []
        for (index, times) in counts.enumerated() where times > 0 {
            result.append(LogLinearHistogram.bucket(base + index, count: times))
        }
        return result
    }

    // MARK: Layout

    private static let bits = 7
    static let blockSize = 1 << bits

    /// The bucket of a value > 0.
    @inline(__always)
    static func index(of value: Int64) -> Int {
        let shift = max(0, 63 - bits - value.leadingZeroBitCount)
        return (shift << bits) + Int(value >> Int64(shift))
    }

    private static func bucket(_ index: Int, count: UInt64) -> Bucket {
        let shift = max(0, (index >> bits) - 1)
        let lower = Int64(index - (shift << bits)) << Int64(shift)
        return Bucket(lower: lower, upper: lower + ((1 << Int64(shift)) - 1), count: count)
    }

    /// Makes room for the buckets `low … high`, by whole blocks.
    private mutating func cover(_ low: Int, _ high: Int) {
        let first = low / LogLinearHistogram.blockSize * LogLinearHistogram.blockSize
        let end = (high / LogLinearHistogram.blockSize + 1) * LogLinearHistogram.blockSize
        if counts.isEmpty {
            base = first
            counts = Array(repeating: 0, count: end - first)
            return
        }
        if first < base {
            counts.insert(contentsOf: repeatElement(0, count: base - first), at: 0)
            base = first
        }
        if end > base + counts.count {
            counts.append(contentsOf: repeatElement(0, count: end - base - counts.count))
        }
    }
}
