/// A histogram that a run is filling; its buckets lie in the run's `HistogramStore`.
///
/// The layout of buckets is `LogLinearHistogram`'s. Kept apart from it because a plain value can lie in a `Table`: adding
/// to an array asks each time whether somebody else shares it.
struct RunHistogram: BitwiseCopyable {
    fileprivate var count = 0
    fileprivate var zeros = 0
    /// Where the places of its blocks are listed in the store; 0 for one that has none yet.
    fileprivate var list = 0
}

/// The buckets of all histograms of a run.
///
/// A block of 128 buckets, which is one doubling of the value, is made when the first value falls into it, and is never
/// moved. Each histogram has a list of where its blocks are.
struct HistogramStore {
    private static var blockSize: Int { LogLinearHistogram.blockSize }
    /// As many blocks as the greatest value needs.
    private static var listLength: Int { LogLinearHistogram.index(of: .max) >> LogLinearHistogram.bits + 1 }
    private static var missing: Int32 { -1 }

    private var cells = Table<LogLinearHistogram.Cell>()
    /// Numbers of blocks, list after list. The first list is that of every histogram without blocks.
    private var blocks: Table<Int32>

    init() { blocks = Table(repeating: HistogramStore.missing, count: HistogramStore.listLength) }

    /// Counts a value; a negative one counts as zero.
    @inline(__always)
    mutating func add(_ value: Int64, to histogram: inout RunHistogram) {
        histogram.count &+= 1
        guard value > 0 else {
            histogram.zeros &+= 1
            return
        }
        let index = LogLinearHistogram.index(of: value)
        let number = index >> LogLinearHistogram.bits
        let offset = index & (HistogramStore.blockSize &- 1)
        let block = blocks[histogram.list &+ number]
        if block >= 0 {
            cells[Int(block) &* HistogramStore.blockSize &+ offset].add(value)
        } else {
            let place = makeBlock(number, of: &histogram)
            cells[place &+ offset].add(value)
        }
    }

    /// Adds all that another histogram of the run has counted.
    mutating func merge(_ other: RunHistogram, into histogram: inout RunHistogram) {
        histogram.count += other.count
        histogram.zeros += other.zeros
        for number in 0..<HistogramStore.listLength {
            guard let from = place(of: number, in: other) else { continue }
            let to = place(of: number, in: histogram) ?? makeBlock(number, of: &histogram)
            for offset in 0..<HistogramStore.blockSize { cells[to + offset].merge(cells[from + offset]) }
        }
    }

    /// The histogram as a value of its own, to be merged with those of other runs.
    func finished(_ histogram: RunHistogram) -> LogLinearHistogram {
        let used = (0..<HistogramStore.listLength).filter { place(of: $0, in: histogram) != nil }
        var finished: [LogLinearHistogram.Cell] = []
        if let first = used.first, let last = used.last {
            finished.reserveCapacity((last - first + 1) * HistogramStore.blockSize)
            for number in first...last {
                let place = place(of: number, in: histogram)
                for offset in 0..<HistogramStore.blockSize {
                    finished.append(place.map { cells[$0 + offset] } ?? LogLinearHistogram.Cell())
                }
            }
        }
        return LogLinearHistogram(
            count: UInt64(histogram.count), zeros: UInt64(histogram.zeros),
            base: (used.first ?? 0) * HistogramStore.blockSize, cells: finished)
    }

    /// Where the cells of a block begin; nil when nothing has fallen into it.
    private func place(of number: Int, in histogram: RunHistogram) -> Int? {
        let block = blocks[histogram.list + number]
        return block >= 0 ? Int(block) * HistogramStore.blockSize : nil
    }

    /// Makes a block that is missing; returns where its cells begin.
    @inline(never)
    private mutating func makeBlock(_ number: Int, of histogram: inout RunHistogram) -> Int {
        if histogram.list == 0 {
            histogram.list = blocks.count
            blocks.append(repeating: HistogramStore.missing, count: HistogramStore.listLength)
        }
        let place = cells.count
        blocks[histogram.list + number] = Int32(place / HistogramStore.blockSize)
        cells.append(repeating: LogLinearHistogram.Cell(), count: HistogramStore.blockSize)
        return place
    }
}
