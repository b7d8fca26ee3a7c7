/// Counts of non-negative whole numbers (ticks) in buckets whose width grows with the value, for quantiles of a stream.
///
/// Each doubling of the value is divided into 128 equal buckets, and values below 256 have a bucket each. A value is
/// reported as the middle of its bucket, so its relative error is at most 1/256 < 0.4 %, at any size; where all values
/// in the bucket are alike (waits of whole days), it is reported exactly. The layout is that of HdrHistogram (G. Tene):
/// the position of the leading bit, then the seven bits after it.
///
/// Two histograms of the same values are equal, in whatever order they were added or merged. Negative values count as
/// zero.
///
/// Memory: nothing until a value other than zero comes, then 2 kB for each doubling between the least and the greatest
/// such value (from one hour to one hundred days: 24 kB), at most 112 kB.
public struct LogLinearHistogram: Sendable, Equatable {
    /// The values `lower … upper`, both included, and how many of them were counted.
    public struct Bucket: Hashable, Sendable {
        public var lower: Int64
        public var upper: Int64
        public var count: UInt64
        /// The value that stands for all in the bucket: their own when they are alike, else the middle.
        public var value: Double
    }

    /// What a bucket keeps: how many values, and which one if they are all alike.
    struct Cell: BitwiseCopyable, Sendable, Equatable {
        var count: UInt64 = 0
        /// The one value (> 0) of all that were counted; `mixed` once there are two.
        var only: Int64 = 0

        static let mixed: Int64 = -1

        /// Counts a value > 0.
        @inline(__always)
        mutating func add(_ value: Int64, _ times: UInt64 = 1) {
            only = count == 0 || only == value ? value : Cell.mixed
            count &+= times
        }

        mutating func merge(_ other: Cell) {
            if other.count > 0 { add(other.only, other.count) }
        }
    }

    /// All observations, zeros included.
    public private(set) var count: UInt64 = 0
    /// Zeros are so common (nobody waited) that they must not stretch the table down to 0.
    private var zeros: UInt64 = 0
    /// Counts of the buckets from `base` on; whole blocks of 128, from the least value's to the greatest's.
    private(set) var cells: [Cell] = []
    private(set) var base = 0

    public init() {}

    /// From counted buckets: `cells` are those of the buckets from `base` on, in whole blocks.
    init(count: UInt64, zeros: UInt64, base: Int, cells: [Cell]) {
        (self.count, self.zeros, self.base, self.cells) = (count, zeros, base, cells)
    }

    public var isEmpty: Bool { count == 0 }

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
        if index < base || index >= base + cells.count { cover(index, index) }
        cells[index - base].add(value, UInt64(times))
    }

    /// Adds all that the other has counted.
    public mutating func merge(_ other: LogLinearHistogram) {
        count &+= other.count
        zeros &+= other.zeros
        guard !other.cells.isEmpty else { return }
        cover(other.base, other.base + other.cells.count - 1)
        let shift = other.base - base
        for (index, cell) in other.cells.enumerated() where cell.count > 0 { cells[index + shift].merge(cell) }
    }

    /// The p-quantile: what stands for the ⌈p·n⌉-th smallest value (the smallest when p is 0) in its bucket; nil when
    /// empty or when `p` is not a number.
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
        for (index, cell) in cells.enumerated() {
            seen &+= cell.count
            if seen >= rank { return LogLinearHistogram.bucket(base + index, cell).value }
        }
        return nil
    }

    /// The share of all observations that are at most `ticks`, a bucket counting where its value lies; 0 when empty.
    ///
    /// A value that is missed by rounding alone counts. O(buckets).
    public func share(upTo ticks: Double) -> Double {
        guard count > 0 else { return 0 }
        let limit = ticks * (1 + 1e-12)
        let below = buckets.reduce(UInt64(0)) { $1.value <= limit ? $0 + $1.count : $0 }
        return Double(below) / Double(count)
    }

    /// The lower bound of the least value's bucket; nil when empty.
    public var minimum: Int64? {
        if zeros > 0 { return 0 }
        return cells.firstIndex { $0.count > 0 }.map { LogLinearHistogram.bucket(base + $0, cells[$0]).lower }
    }

    /// The upper bound of the greatest value's bucket; nil when empty.
    public var maximum: Int64? {
        if let index = cells.lastIndex(where: { $0.count > 0 }) {
            return LogLinearHistogram.bucket(base + index, cells[index]).upper
        }
        return zeros > 0 ? 0 : nil
    }

    /// The buckets that hold something, ascending.
    public var buckets: [Bucket] {
        var result = zeros > 0 ? [Bucket(lower: 0, upper: 0, count: zeros, value: 0)] : []
        for (index, cell) in cells.enumerated() where cell.count > 0 {
            result.append(LogLinearHistogram.bucket(base + index, cell))
        }
        return result
    }

    // MARK: Layout

    static let bits = 7
    static let blockSize = 1 << bits

    /// The bucket of a value > 0.
    @inline(__always)
    static func index(of value: Int64) -> Int {
        let shift = max(0, 63 &- bits &- value.leadingZeroBitCount)
        return (shift &<< bits) &+ Int(truncatingIfNeeded: value &>> Int64(truncatingIfNeeded: shift))
    }

    private static func bucket(_ index: Int, _ cell: Cell) -> Bucket {
        let shift = max(0, (index >> bits) - 1)
        let lower = Int64(index - (shift << bits)) << Int64(shift)
        let upper = lower + ((1 << Int64(shift)) - 1)
        let value = cell.only > 0 ? Double(cell.only) : (Double(lower) + Double(upper)) / 2
        return Bucket(lower: lower, upper: upper, count: cell.count, value: value)
    }

    /// Makes room for the buckets `low … high`, by whole blocks.
    private mutating func cover(_ low: Int, _ high: Int) {
        let first = low / LogLinearHistogram.blockSize * LogLinearHistogram.blockSize
        let end = (high / LogLinearHistogram.blockSize + 1) * LogLinearHistogram.blockSize
        if cells.isEmpty {
            base = first
            cells = Array(repeating: Cell(), count: end - first)
            return
        }
        if first < base {
            cells.insert(contentsOf: repeatElement(Cell(), count: base - first), at: 0)
            base = first
        }
        if end > base + cells.count {
            cells.append(contentsOf: repeatElement(Cell(), count: end - base - cells.count))
        }
    }
}
