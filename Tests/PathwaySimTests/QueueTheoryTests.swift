import Testing

@testable import PathwaySim

@Suite("Queues give what theory says")
struct QueueTheoryTests {
    @Test("an M/M/1 queue at load 0.7 waits 7/3 days and is busy 70 % of the time")
    func singleServer() throws {
        let model = try CompiledModel(TestModels.queue(rate: 0.7, servers: 1, horizonDays: 3000, warmupDays: 200))
        let result = try Experiment(model, replications: 40, level: 0.9999, verifies: true).run()
        let wait = try #require(result.measure("wait.service.mean"))
        let utilisation = try #require(result.measure("utilisation.server"))
        #expect(try wait.interval().contains(7.0 / 3))
        #expect(try utilisation.interval().contains(0.7))
        #expect(try wait.interval().width < 0.7)
        #expect(result.violations.total == 0)
    }

    @Test("the result is the same on one thread and on three")
    func threads() throws {
        let model = try CompiledModel(TestModels.queue(rate: 0.7, servers: 1, horizonDays: 300))
        let one = try Experiment(model, replications: 7, jobs: 1).run()
        let three = try Experiment(model, replications: 7, jobs: 3).run()
        #expect(one.measures == three.measures)
        #expect(one.series == three.series)
    }
}
