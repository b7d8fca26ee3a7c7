import Testing

@testable import PathwaySim

@Suite("Time at each level")
struct KernelLevelTimesTests {
    @Test(
        "adds up to the whole, and agrees with the time average, beyond the levels that are followed too",
        arguments: [5, 20])
    func wholeAndAverage(bound: Int) throws {
        var levels = LevelTimes(steps: 2, bound: bound)
        var average = TimeWeighted()
        var clock: Int64 = 0
        for value in StatisticsHistogramTests.values(500, seed: 3) {
            clock += value % 97
            levels.change(1, by: Int(value % 13) - levels.level(of: 1), at: clock)
            average.set(Int(value % 13), at: SimTime(ticks: clock))
        }
        let end = clock + 10
        #expect(Double(levels.area(of: 1, until: end)) == average.area(until: SimTime(ticks: end)))
        #expect(levels.area(of: 0, until: end) == 0)
        #expect(levels.share(of: 0, at: 0, until: end) == 1)
        let shares = try (0..<bound).map { try #require(levels.share(of: $0, at: 1, until: end)) }
        if bound > 13 { #expect(abs(shares.reduce(0, +) - 1) < 1e-12) } else { #expect(shares.reduce(0, +) < 1) }
    }

    @Test("gives the share of time with exactly n present")
    func shares() {
        var levels = LevelTimes(steps: 1, bound: 4)
        levels.change(0, by: 2, at: 25)
        levels.change(0, by: -1, at: 75)
        #expect((0..<5).map { levels.share(of: $0, at: 0, until: 100) } == [0.25, 0.25, 0.5, 0, nil])
        #expect(levels.share(of: 0, at: 0, until: 0) == nil)
    }

    @Test("is forgotten at the end of the warm-up, the present level not")
    func forgets() {
        var levels = LevelTimes(steps: 1, bound: 4)
        levels.change(0, by: 9, at: 10)
        levels.reset(at: 20)
        levels.change(0, by: -6, at: 25)
        #expect((0..<4).map { levels.share(of: $0, at: 0, until: 30) } == [0, 0, 0, 0.5])
        #expect(levels.area(of: 0, until: 30) == 9 * 5 + 3 * 5)
    }
}
