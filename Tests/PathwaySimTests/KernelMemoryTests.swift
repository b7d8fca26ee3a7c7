import Testing

@testable import PathwaySim

@Suite("Memory grows with the citizens in the system, not with those that passed")
struct KernelMemoryTests {
    @Test("ten times as many citizens through a queue take no more rows", arguments: [1, 2] as [UInt64])
    func passing(seed: UInt64) throws {
        func rows(days: Double) throws -> (tokens: Int, events: Int, pending: Int, passed: Int) {
            let model = try CompiledModel(TestModels.queue(rate: 40, servers: 60, horizonDays: days))
            var simulation = Simulation(model, RunOptions(seed: seed))
            try simulation.run()
            return (
                simulation.tokens.count, simulation.events.capacity, simulation.pendingArrivals.count,
                simulation.observations.allClosed
            )
        }
        let few = try rows(days: 250)
        let many = try rows(days: 2_500)
        #expect(many.passed > 9 * few.passed)
        // The most that were there at once is a little more in a longer time; nothing else may grow.
        #expect(many.tokens < 2 * few.tokens, "\(few.tokens) tokens, then \(many.tokens)")
        #expect(many.events <= 2 * few.events, "\(few.events) places for events, then \(many.events)")
        #expect(many.pending <= 2 * few.pending, "\(few.pending) places for arrivals, then \(many.pending)")
    }

    @Test("those who were served leave no timer behind, however patient they were")
    func patience() throws {
        let model = try TestModels.queue(
            rate: 9, servers: 10, horizonDays: 1_000,
            queueing: Queueing(patience: .days(10_000), reneged: .to("gone")))
        var simulation = Simulation(try CompiledModel(model), RunOptions(seed: 1))
        try simulation.run()
        let served = simulation.observations.waits[0].served.count
        #expect(served > 8_000)
        #expect(simulation.events.capacity < 1_000, "\(simulation.events.capacity) places for events")
    }
}
