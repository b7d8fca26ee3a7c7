import Testing

@testable import PathwaySim

@Suite("Where a run has settled (MSER-5)")
struct ExperimentWarmupTests {
    @Test("a start away from the level is left out, and nothing more")
    func step() throws {
        // 20 values far above, then a level that only alternates.
        let values = (0..<100).map { $0 < 20 ? 10.0 : $0.isMultiple(of: 2) ? 1 : -1 }
        let found = try #require(MSER.truncation(of: values))
        #expect((19...21).contains(found.count))
        #expect(!found.isTooShort)
        #expect(found.statistics.count == 96)
    }

    @Test("the statistic is the squared standard error of what is left")
    func statistic() throws {
        let values = [5.0, 3, 4, 2, 1, 2, 1, 2, 1, 2, 1, 1]
        let found = try #require(MSER.truncation(of: values))
        for count in 0..<8 {
            let rest = values.dropFirst(count)
            let mean = rest.reduce(0, +) / Double(rest.count)
            let squares = rest.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            #expect(abs(found.statistics[count] - squares / Double(rest.count * rest.count)) < 1e-12)
        }
    }

    @Test("a level from the start needs no warm-up; steady growth never settles")
    func extremes() throws {
        #expect(try #require(MSER.truncation(of: Array(repeating: 3, count: 40))).count == 0)
        let growth = try #require(MSER.truncation(of: (0..<60).map(Double.init)))
        #expect(growth.isTooShort)
        #expect(MSER.truncation(of: [1, 2, 3]) == nil)
        #expect(MSER.batchMeans([1, 2, 3, 4, 5, 6, 7], size: 5) == [3])
        #expect(MSER.batchMeans([1, 2], size: 5).isEmpty)
    }

    @Test("a queue that starts empty needs a while, one that starts at its level hardly any")
    func queue() throws {
        let model = try TestModels.queue(rate: 0.7, servers: 1, horizonDays: 500, warmupDays: 7)
        let warmup = try #require(try Warmup.estimate(model, replications: 20, jobs: 2))
        #expect(!warmup.isTooShort)
        #expect(warmup.truncation < SimTime(days: 250))
        #expect(warmup.curve.count > 90 && warmup.curve[0].at == .day)
        #expect(warmup.curve[0].mean < 2)
        #expect(try Warmup.estimate(model, replications: 1, series: "no such series") == nil)
    }

    @Test("a run in which the queue only grows is too short to settle")
    func growing() throws {
        let model = try TestModels.queue(rate: 1.5, servers: 1, horizonDays: 300)
        let warmup = try #require(try Warmup.estimate(model, replications: 5, series: "waiting.service"))
        #expect(warmup.isTooShort)
        #expect(warmup.overloads.map(\.resource) == ["server"])
    }
}
