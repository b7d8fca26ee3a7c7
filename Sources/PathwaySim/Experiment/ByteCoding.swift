/// Numbers as bytes: counts in as few as they need (LEB128), everything else to the last bit.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    /// A count ≥ 0.
    mutating func add(_ count: Int) { add(UInt64(max(0, count))) }

    mutating func add(_ count: UInt64) {
        var rest = count
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func add(_ number: Double) {
        let pattern = number.bitPattern
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            bytes.append(UInt8(truncatingIfNeeded: pattern >> shift))
        }
    }

    /// Its size, its place, and the buckets that hold something with the gaps between them.
    mutating func add(_ histogram: LogLinearHistogram) {
        let filled = histogram.filled
        add(histogram.zeroCount)
        add(histogram.base)
        add(histogram.cells.count)
        add(filled.count)
        var last = 0
        for (place, cell) in filled {
            add(place - last)
            add(cell.count)
            // 0 where the values differ; one that is alike is above 0.
            add(Int(max(0, cell.only)))
            last = place
        }
    }

    /// FNV-1a, 64 bits (G. Fowler, L. C. Noll, P. Vo): finds what was cut off or mistyped, no more.
    static func checksum(_ bytes: [UInt8]) -> [UInt8] {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
        return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (8 * $0)) }
    }
}

/// Reads what `ByteWriter` wrote; nil for anything it cannot have written, so that no file can bring the program down.
struct ByteReader {
    private let bytes: [UInt8]
    private var place = 0
    /// Beyond this no count of a run can be, and sums of counts stay exact.
    private static let largest: UInt64 = 1 << 50

    init(_ bytes: some Sequence<UInt8>) { self.bytes = Array(bytes) }

    var isAtEnd: Bool { place == bytes.count }

    mutating func count() -> Int? { unsigned().map(Int.init) }

    private mutating func unsigned(upTo most: UInt64 = largest) -> UInt64? {
        var value: UInt64 = 0
        for shift in stride(from: UInt64(0), to: 63, by: 7) {
            guard place < bytes.count else { return nil }
            let byte = bytes[place]
            place += 1
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value <= most ? value : nil }
        }
        return nil
    }

    /// A number within what sums of times can be.
    mutating func double() -> Double? {
        guard place + 8 <= bytes.count else { return nil }
        var pattern: UInt64 = 0
        for offset in 0..<8 { pattern |= UInt64(bytes[place + offset]) << (8 * UInt64(offset)) }
        place += 8
        let number = Double(bitPattern: pattern)
        return number.isFinite && abs(number) <= 1e30 ? number : nil
    }

    mutating func histogram() -> LogLinearHistogram? {
        let block = LogLinearHistogram.blockSize
        guard let zeros = unsigned(), let base = count(), let size = count(), let filled = count(),
            base % block == 0, size % block == 0, base <= 64 * block, size <= 64 * block, base + size <= 64 * block,
            filled <= size
        else { return nil }
        var cells = Array(repeating: LogLinearHistogram.Cell(), count: size)
        var (total, index) = (zeros, 0)
        for _ in 0..<filled {
            guard let gap = count(), let times = unsigned(), let only = unsigned(upTo: UInt64(Int64.max)), gap <= size
            else { return nil }
            index += gap
            guard index < size, cells[index].count == 0, times > 0,
                only == 0 || LogLinearHistogram.index(of: Int64(only)) == base + index
            else { return nil }
            cells[index].count = times
            cells[index].only = only == 0 ? LogLinearHistogram.Cell.mixed : Int64(only)
            total += times
        }
        return LogLinearHistogram(count: total, zeros: zeros, base: base, cells: cells)
    }

    /// Samples at the model's own instants.
    mutating func samples(of model: CompiledModel) -> [SampleRow]? {
        let (every, horizon) = (model.model.sampleEvery.ticks, model.horizon)
        let expected = every > 0 && horizon > 0 ? Int((horizon - 1) / every) : 0
        guard let found = count(), found == expected || found == 0 else { return nil }
        var rows: [SampleRow] = []
        for number in 0..<found {
            guard let time = count(), Int64(time) == Int64(number + 1) * every else { return nil }
            var levels: [Int32] = []
            for _ in 0...model.waitSteps.count {
                guard let level = count(), level <= Int(Int32.max) else { return nil }
                levels.append(Int32(level))
            }
            rows.append(SampleRow(time: Int64(time), levels: levels))
        }
        return rows
    }
}

extension LogLinearHistogram {
    /// The buckets that hold something: their places from `base` on, and how much.
    fileprivate var filled: [(place: Int, cell: Cell)] {
        cells.indices.filter { cells[$0].count > 0 }.map { ($0, cells[$0]) }
    }

    fileprivate var zeroCount: UInt64 { count - cells.reduce(0) { $0 + $1.count } }
}
