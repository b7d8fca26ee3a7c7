/// One replication's distribution of a time, small enough to keep for each replication: its distribution function at 32
/// points to each doubling.
///
/// The error of a quantile is made from it: how much of each replication lies below the pooled quantile, which is known
/// only when all replications are done. A time stands for the end of its cell (at most 3 % above), in all replications
/// alike, so what is compared between them is the share below one common point.
///
/// Memory: 6 bytes for each cell in which something was observed.
struct DistributionDigest: Sendable {
    /// Observations behind it.
    let weight: Double
    /// Ascending.
    private var cells: [UInt16] = []
    /// The distribution function at the end of each cell.
    private var values: [Float] = []

    /// The empirical distribution of the histogram's observations.
    init(_ histogram: LogLinearHistogram) {
        weight = Double(histogram.count)
        var seen: UInt64 = 0
        for bucket in histogram.buckets {
            seen += bucket.count
            append(DistributionDigest.cell(bucket.value), Double(seen) / weight)
        }
    }

    /// The share served by each time, of all who entered.
    init(_ curve: CumulativeIncidence, weight: Double) {
        self.weight = weight
        for point in curve.points { append(DistributionDigest.cell(point.ticks), point.value) }
    }

    private mutating func append(_ cell: UInt16, _ value: Double) {
        if cells.last == cell {
            values[values.count - 1] = Float(value)
        } else {
            cells.append(cell)
            values.append(Float(value))
        }
    }

    /// The share at or below the end of the cell in which a time (ticks, ≥ 0) lies.
    func share(at ticks: Double) -> Double {
        let cell = DistributionDigest.cell(ticks)
        var low = 0
        var high = cells.count
        while low < high {
            let middle = (low + high) / 2
            if cells[middle] <= cell { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? Double(values[low - 1]) : 0
    }

    /// The exponent and the first five binary digits after the leading one: ascending with the time.
    private static func cell(_ ticks: Double) -> UInt16 { UInt16(Float(max(0, ticks)).bitPattern >> 18) }
}
