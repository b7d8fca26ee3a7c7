/// The probability of having been served by a time, when some leave unserved and some still wait.
///
/// The Aalen–Johansen estimator for competing risks (O. O. Aalen and S. Johansen, *Scandinavian Journal of Statistics*
/// 5, 1978; J. D. Kalbfleisch and R. L. Prentice, *The Statistical Analysis of Failure Time Data*, 1980, chapter 7):
/// at each time with `d` served among the `n` still at risk, the incidence grows by S(t−)·d/n, where S, the share neither
/// served nor gone, is the Kaplan–Meier estimate (E. L. Kaplan and P. Meier, *JASA* 53, 1958) over both ways out. Those
/// who still wait at the end are censored: at risk until the time they have waited, that time included. Without
/// censoring it is the served share of the empirical distribution; without leaving, 1 − Kaplan–Meier.
///
/// Times are what stands for the values of the histograms' buckets, in ticks: at most 0.4 % off. What shares a bucket counts as
/// simultaneous, and then events come before censoring.
public struct CumulativeIncidence: Sendable, Equatable {
    /// A time at which the estimate jumps, and its value from then on.
    public struct Point: Hashable, Sendable {
        public var ticks: Double
        public var value: Double
    }

    /// The jumps, ascending in both.
    public let points: [Point]

    /// - Parameters:
    ///   - served: times from entry to service.
    ///   - left: times from entry to leaving unserved.
    ///   - censored: times waited so far by those still waiting.
    /// - Complexity: O(buckets).
    public init(served: LogLinearHistogram, left: LogLinearHistogram, censored: LogLinearHistogram) {
        var atRisk = Double(served.count) + Double(left.count) + Double(censored.count)
        var waiting = 1.0
        var incidence = 0.0
        var points: [Point] = []
        var (servedBuckets, leftBuckets, censoredBuckets) = (Cursor(served), Cursor(left), Cursor(censored))

        while true {
            let lower = min(servedBuckets.lower, leftBuckets.lower, censoredBuckets.lower)
            guard lower < Int64.max else { break }
            let out = servedBuckets.take(at: lower)
            let gone = leftBuckets.take(at: lower)
            let stillWaiting = censoredBuckets.take(at: lower)
            if out.count > 0 {
                incidence += waiting * out.count / atRisk
                points.append(Point(ticks: out.value, value: min(incidence, 1)))
            }
            waiting *= (atRisk - out.count - gone.count) / atRisk
            atRisk -= out.count + gone.count + stillWaiting.count
        }
        self.points = points
    }

    /// The smallest time (ticks) by which at least the share `p` of everyone who entered has been served; nil when
    /// that share is never reached, or `p` is not a number. `p` ≤ 0 gives 0: nobody has to be served for that.
    public func quantile(_ p: Double) -> Double? {
        guard !p.isNaN else { return nil }
        if p <= 0 { return 0 }
        // A share that is reached but for rounding (9 of 10 served, p = 0.9) counts as reached.
        let target = p - 1e-12
        var low = 0
        var high = points.count
        while low < high {
            let middle = (low + high) / 2
            if points[middle].value >= target { high = middle } else { low = middle + 1 }
        }
        return low < points.count ? points[low].ticks : nil
    }

    /// The estimated probability of having been served within `ticks`.
    public func value(at ticks: Double) -> Double {
        var low = 0
        var high = points.count
        while low < high {
            let middle = (low + high) / 2
            if points[middle].ticks <= ticks { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? points[low - 1].value : 0
    }

    /// The share ever served, as far as has been observed; 0 when nobody was.
    public var limit: Double { points.last?.value ?? 0 }

    /// The buckets of a histogram that are still to come, ascending.
    private struct Cursor {
        private let buckets: [LogLinearHistogram.Bucket]
        private var next = 0

        init(_ histogram: LogLinearHistogram) { buckets = histogram.buckets }

        /// Where the next bucket begins; `Int64.max` when there is none.
        var lower: Int64 { next < buckets.count ? buckets[next].lower : Int64.max }

        /// The count and the value of the next bucket if it begins at `lower`, which is then done; else 0 and 0.
        mutating func take(at lower: Int64) -> (count: Double, value: Double) {
            guard self.lower == lower else { return (0, 0) }
            defer { next += 1 }
            return (Double(buckets[next].count), buckets[next].value)
        }
    }
}
