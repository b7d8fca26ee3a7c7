/// A histogram that a run is filling; its buckets lie in the run's `HistogramStore`.
///
/// The layout of buckets is `LogLinearHistogram`'s. Kept apart from it because a plain value can lie in a `Table`: adding
/// to an array asks each time whether somebody else shares it.
struct RunHistogram: BitwiseCopyable {
    fileprivate var count = 0
    fileprivate var zeros = 0
    /// First bucket that is kept, how many are, and where in the store.
    fileprivate var base = 0
    fileprivate var length = 0
    fileprivate var start = 0
}

/// The buckets of all histograms of a run.
struct HistogramStore {
    private var cells = Table<LogLinearHistogram.Cell>()

    /// Counts a value; a negative one counts as zero.
    @inline(__always)
    mutating func add(_ value: Int64, to histogram: inout RunHistogram) {
        histogram.count &+= 1
        guard value > 0 else {
            histogram.zeros &+= 1
            return
        }
        let place = LogLinearHistogram.index(of: value) &- histogram.base
        if place >= 0, place < histogram.length {
            cells[histogram.start &+ place].add(value)
        } else {
            addOutside(value, to: &histogram)
        }
    }

    /// The first value, or one below or above all before: makes room by whole blocks, at the end of the store.
    @inline(never)
    private mutating func addOutside(_ value: Int64, to histogram: inout RunHistogram) {
        let index = LogLinearHistogram.index(of: value)
        let block = LogLinearHistogram.blockSize
        var first = index / block * block
        var end = first + block
        if histogram.length > 0 {
            first = min(first, histogram.base)
            end = max(end, histogram.base + histogram.length)
        }
        let start = cells.count
        cells.append(repeating: LogLinearHistogram.Cell(), count: end - first)
        for place in 0..<histogram.length {
            cells[start + histogram.base - first + place] = cells[histogram.start + place]
        }
        (histogram.base, histogram.length, histogram.start) = (first, end - first, start)
        cells[start + index - first].add(value)
    }

    /// The histogram as a value of its own, to be merged with those of other runs.
    func finished(_ histogram: RunHistogram) -> LogLinearHistogram {
        LogLinearHistogram(
            count: UInt64(histogram.count), zeros: UInt64(histogram.zeros), base: histogram.base,
            cells: (0..<histogram.length).map { cells[histogram.start + $0] })
    }
}
