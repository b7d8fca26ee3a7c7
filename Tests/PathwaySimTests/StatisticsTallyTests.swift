import PathwaySim
import Testing

@Suite("Tally")
struct StatisticsTallyTests {
    static func tally(_ values: some Sequence<Int64>) -> Tally {
        var tally = Tally()
        for value in values { tally.add(value) }
        return tally
    }

    @Test("an empty tally has no mean, variance or extremes")
    func empty() {
        let tally = Tally()
        #expect(tally.count == 0)
        #expect(tally.sum == 0)
        #expect(tally.mean == nil)
        #expect(tally.variance == nil)
        #expect(tally.minimum == nil)
        #expect(tally.maximum == nil)
    }

    @Test("one value has a mean and no variance")
    func single() {
        let tally = Self.tally([7])
        #expect(tally.mean == 7)
        #expect(tally.variance == nil)
        #expect(tally.minimum == 7)
        #expect(tally.maximum == 7)
    }

    @Test("mean and variance of a known sample")
    func known() {
        // Deviations from the mean 5: squares sum to 32, n − 1 = 7.
        let tally = Self.tally([2, 4, 4, 4, 5, 5, 7, 9])
        #expect(tally.mean == 5)
        #expect(tally.variance == 32.0 / 7)
        #expect(tally.standardDeviation == (32.0 / 7).squareRoot())
    }

    @Test("the variance of 0 … n−1 is n(n+1)/12, also far from zero", arguments: [Int64(0), 1 << 40, -(1 << 40)])
    func uniform(offset: Int64) throws {
        let n: Int64 = 10_000
        let tally = Self.tally((0..<n).map { $0 + offset })
        #expect(try #require(tally.variance) == Double(n * (n + 1)) / 12)
        #expect(tally.mean == Double(offset) + Double(n - 1) / 2)
    }

    @Test("equal values have variance zero, however large")
    func constant() {
        #expect(Self.tally(repeatElement(987_654_321_987, count: 1_000)).variance == 0)
    }

    @Test("merging equals adding everything to one, in any order")
    func merge() {
        let values = StatisticsHistogramTests.values(1_000, seed: 11).map { $0 - (1 << 60) }
        let all = Self.tally(values)
        var forwards = Self.tally(values[..<300])
        forwards.merge(Self.tally(values[300...]))
        var backwards = Self.tally(values[300...])
        backwards.merge(Tally())
        backwards.merge(Self.tally(values[..<300]))
        #expect(forwards == all)
        #expect(backwards == all)
    }

    @Test("values beyond the bound count as the bound")
    func bound() {
        let tally = Self.tally([.max, .min])
        #expect(tally.maximum == 1 << 46)
        #expect(tally.minimum == -(1 << 46))
        #expect(tally.mean == 0)
    }
}

@Suite("Time-weighted level")
struct StatisticsTimeWeightedTests {
    private func t(_ ticks: Int64) -> SimTime { SimTime(ticks: ticks) }

    @Test("the mean weights each level by how long it lasted")
    func mean() {
        var queue = TimeWeighted()
        queue.set(2, at: t(10))
        queue.add(3, at: t(20))
        queue.add(-5, at: t(30))
        #expect(queue.area(until: t(100)) == 70)
        #expect(queue.mean(until: t(100)) == 0.7)
        #expect(queue.maximum(until: t(100)) == 5)
        #expect(queue.level == 0)
    }

    @Test("a level that lasts no time is not the maximum")
    func instantaneous() {
        var queue = TimeWeighted()
        queue.set(9, at: t(5))
        queue.set(1, at: t(5))
        #expect(queue.maximum(until: t(6)) == 1)
    }

    @Test("the level still held counts until the end")
    func openEnd() {
        var queue = TimeWeighted(level: 1, at: t(0))
        queue.set(4, at: t(10))
        #expect(queue.maximum(until: t(10)) == 1)
        #expect(queue.maximum(until: t(11)) == 4)
        #expect(queue.mean(until: t(20)) == 2.5)
    }

    @Test("a reset forgets the past and keeps the level")
    func reset() {
        var queue = TimeWeighted()
        queue.set(100, at: t(0))
        queue.set(3, at: t(50))
        queue.reset(at: t(60))
        #expect(queue.mean(until: t(60)) == nil)
        #expect(queue.maximum(until: t(60)) == nil)
        queue.set(1, at: t(70))
        #expect(queue.mean(until: t(80)) == 2)
        #expect(queue.maximum(until: t(80)) == 3)
    }

    @Test("an instant before the last counts as the last")
    func backwards() {
        var queue = TimeWeighted()
        queue.set(1, at: t(10))
        queue.set(2, at: t(5))
        #expect(queue.mean(until: t(20)) == 1)
        #expect(queue.mean(until: t(2)) == 0)
    }
}
