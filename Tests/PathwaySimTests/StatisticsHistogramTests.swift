import PathwaySim
import Testing

@Suite("Log-linear histogram")
struct StatisticsHistogramTests {
    /// Deterministic values of every magnitude, from a linear congruential sequence.
    static func values(_ count: Int, seed: UInt64) -> [Int64] {
        var state = seed
        return (0..<count).map { _ in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let magnitude = Int64(state >> 58)  // 0 … 63 bits to drop
            return Int64(bitPattern: state >> 1) >> magnitude
        }
    }

    static func histogram(_ values: some Sequence<Int64>) -> LogLinearHistogram {
        var histogram = LogLinearHistogram()
        for value in values { histogram.add(value) }
        return histogram
    }

    @Test("an empty histogram has no quantile, no bounds and no buckets")
    func empty() {
        let histogram = LogLinearHistogram()
        #expect(histogram.quantile(0.5) == nil)
        #expect(histogram.minimum == nil)
        #expect(histogram.maximum == nil)
        #expect(histogram.buckets.isEmpty)
        #expect(histogram.isEmpty)
    }

    @Test("small values are kept exactly")
    func exactBelow256() {
        for value in Int64(0)..<256 {
            let histogram = Self.histogram([value])
            #expect(histogram.quantile(0.5) == Double(value))
            #expect(histogram.minimum == value)
            #expect(histogram.maximum == value)
        }
    }

    @Test("a value is reported within half a percent over the whole range of ticks")
    func relativeError() throws {
        var probes = Self.values(20_000, seed: 1)
        for bit in 0..<63 { probes += [(1 << bit) - 1, 1 << bit, (1 << bit) + 1] }
        probes += [.max, .max - 1]
        var worst = 0.0
        for value in probes where value > 0 {
            let bucket = try #require(Self.histogram([value]).buckets.first)
            #expect(bucket.lower <= value && value <= bucket.upper)
            let another = value == bucket.lower ? bucket.upper : bucket.lower
            let reported = try #require(Self.histogram([value, another]).quantile(0.5))
            worst = max(worst, abs(reported - Double(value)) / Double(value))
        }
        #expect(worst <= 1.0 / 256)
        #expect(worst > 0.0035, "the bound is reached, so the probes did look at the wide buckets")
    }

    @Test("values that are all alike are reported exactly, also after merging", arguments: [345_600_000, 7, Int64.max])
    func alike(value: Int64) throws {
        var histogram = Self.histogram(Array(repeating: value, count: 40))
        #expect(histogram.quantile(0.5) == Double(value))
        #expect(histogram.quantile(0.95) == Double(value))
        histogram.merge(Self.histogram([value, 0]))
        #expect(histogram.quantile(0.5) == Double(value))
        let bucket = try #require(histogram.buckets.last)
        let another = value == bucket.lower ? bucket.upper : bucket.lower
        histogram.merge(Self.histogram([another]))
        #expect(histogram.buckets.last?.value == (Double(bucket.lower) + Double(bucket.upper)) / 2)
    }

    @Test("buckets tile the line: each begins where the last one ended")
    func bucketsTile() throws {
        var lower: Int64 = 1
        while lower < 1 << 40 {
            let bucket = try #require(Self.histogram([lower]).buckets.first)
            #expect(bucket.lower == lower)
            #expect(Self.histogram([bucket.upper]).buckets.first?.lower == lower)
            lower = bucket.upper + 1
        }
    }

    @Test("a quantile is the order statistic at ⌈p·n⌉", arguments: [0, 0.01, 0.07, 0.1, 0.25, 0.5, 0.9, 0.95, 0.99, 1])
    func orderStatistic(p: Double) throws {
        let histogram = Self.histogram(1...100)
        #expect(try #require(histogram.quantile(p)) == max(1, (p * 100).rounded()))
    }

    @Test("p·n that exceeds a whole number by rounding alone is that whole number")
    func roundingOfRank() {
        #expect(0.07 * 100 > 7, "the product is rounded up, or this test shows nothing")
        #expect(Self.histogram(1...100).quantile(0.07) == 7)
    }

    @Test("a quantile of many values is within half a percent of the sorted list's")
    func quantilesOfMany() throws {
        let values = Self.values(5_001, seed: 7)
        let sorted = values.sorted()
        let histogram = Self.histogram(values)
        for p in [0.001, 0.1, 0.333, 0.5, 0.75, 0.9, 0.95, 0.999] {
            let exact = Double(sorted[Int((p * 5_001).rounded(.up)) - 1])
            #expect(abs(try #require(histogram.quantile(p)) - exact) <= exact / 256)
        }
    }

    @Test("merging equals adding everything to one, in any order", arguments: [UInt64(1), 2, 3, 4])
    func merge(seed: UInt64) {
        let values = Self.values(600, seed: seed)
        var parts = [
            Self.histogram(values[..<200]), Self.histogram(values[200..<210]), Self.histogram(values[210...]),
        ]
        let all = Self.histogram(values.reversed())
        for _ in 0..<3 {
            var merged = LogLinearHistogram()
            for part in parts { merged.merge(part) }
            #expect(merged == all)
            parts.append(parts.removeFirst())
        }
        #expect(all.count == 600)
        #expect(all.buckets.reduce(0) { $0 + $1.count } == 600)
    }

    @Test("merging an empty histogram changes nothing, either way")
    func mergeEmpty() {
        let some = Self.histogram([0, 5, 1_000_000])
        var a = some
        a.merge(LogLinearHistogram())
        var b = LogLinearHistogram()
        b.merge(some)
        #expect(a == some)
        #expect(b == some)
    }

    @Test("a count adds as many; nothing is added for a count of zero or less")
    func counts() {
        var histogram = LogLinearHistogram()
        histogram.add(1_000, count: 3)
        histogram.add(50, count: 0)
        histogram.add(50, count: -2)
        #expect(histogram == Self.histogram([1_000, 1_000, 1_000]))
    }

    @Test("negative values count as zero")
    func negative() {
        #expect(Self.histogram([-1, .min]) == Self.histogram([0, 0]))
        #expect(Self.histogram([-1]).quantile(1) == 0)
    }

    @Test("probabilities outside 0 … 1 are the ends; not-a-number has no quantile")
    func oddProbabilities() {
        let histogram = Self.histogram([1, 2, 3])
        #expect(histogram.quantile(-4) == 1)
        #expect(histogram.quantile(.infinity) == 3)
        #expect(histogram.quantile(.nan) == nil)
    }
}
