import Testing

@testable import PathwaySim

@Suite("What holds in every model")
struct KernelConservationTests {
    @Test("nobody and nothing is lost or taken twice in random pathways of all kinds of steps", arguments: 1...80)
    func conservation(seed: UInt64) throws {
        var maker = RandomModel(seed: seed)
        var made = try maker.make()
        // Some levels with a time of their own, and some beyond.
        made.reportedLevels = 3
        var simulation = Simulation(try CompiledModel(made), RunOptions(seed: seed, verifies: true))
        try simulation.run()
        let violations = simulation.observations.violations
        #expect(violations.total == 0, "\(violations)")
        #expect(simulation.observations.allArrivals > 50)
        expectCountsMatchTokens(simulation)
    }

    /// What is counted as it goes along must be what the tokens say in the end.
    private func expectCountsMatchTokens(_ simulation: Simulation) {
        let steps = simulation.compiled.model.steps.count
        var waiting = Array(repeating: 0, count: steps)
        var present = Array(repeating: 0, count: steps)
        var busy = Array(repeating: 0, count: simulation.resources.count)
        for t in simulation.tokens.indices {
            let token = simulation.tokens[t]
            switch token.status {
            case .queueing, .booked, .rebooking, .gathering, .formed, .waiting:
                waiting[Int(token.step)] += 1
                present[Int(token.step)] += 1
            case .delaying, .messaging, .serving, .attending, .inGroup, .finishing: present[Int(token.step)] += 1
            default: break
            }
            guard token.status != .free else { continue }
            var row = token.firstHolding
            while row >= 0 {
                let holding = simulation.holdings[Int(row)]
                // What is booked with a slot is promised, not in use.
                if token.status != .booked || holding.isSeized { busy[Int(holding.resource)] += Int(holding.units) }
                row = holding.next
            }
            if token.status == .serving, token.firstHolding < 0 {
                let service = simulation.compiled.model.services[
                    Int(simulation.compiled.model.steps[Int(token.step)].row)]
                let need = simulation.compiled.model.needs[Int(service.needsStart)]
                if !need.isConditional { busy[Int(need.resource)] += Int(need.units) }
            }
        }
        #expect(waiting == simulation.observations.waiting.all.map(Int.init))
        #expect(present == (0..<steps).map { simulation.observations.levels.level(of: $0) })
        expectAreasMatchLevels(simulation)
        // Beds being cleaned are in use without a citizen.
        for (index, resource) in simulation.compiled.model.resources.enumerated() where resource.name != "bed" {
            #expect(busy[index] == Int(simulation.resources[index].busy), "\(resource.name)")
        }
    }

    /// The times spent at a step, added up at departure, are the area under the number present (Little's law).
    private func expectAreasMatchLevels(_ simulation: Simulation) {
        for s in simulation.compiled.model.steps.indices {
            let area = simulation.observations.levels.area(of: s, until: simulation.horizon)
            #expect(area == simulation.observations.presence[s], "\(simulation.stepName(Int32(s)))")
        }
    }

    @Test("counting citizens by group changes nothing that is counted of everyone", arguments: 1...20)
    func groups(seed: UInt64) throws {
        var maker = RandomModel(seed: seed)
        var model = try maker.make()
        func measures() throws -> [Measure] {
            try Experiment(try CompiledModel(model), seed: seed, replications: 2).run().measures
        }
        model.groupBy = []
        let alone = try measures()
        model.groupBy = [Grouping(attribute: "p", bands: [0.5]), Grouping(attribute: "k", bands: [0.5, 1.5])]
        let grouped = try measures()
        #expect(grouped.filter { $0.by == nil } == alone)
        #expect(grouped.count > alone.count)
    }

    @Test(
        "logging and verifying change no result, nor does the number of threads",
        arguments: [1, 17, 33, 49] as [UInt64])
    func sameBytes(seed: UInt64) throws {
        var maker = RandomModel(seed: seed)
        let model = try CompiledModel(try maker.make())
        func record(_ options: RunOptions) throws -> [Measure] {
            var simulation = Simulation(model, options)
            try simulation.run()
            var accumulator = ResultAccumulator(model)
            accumulator.add(simulation.record())
            return accumulator.measures(level: 0.95)
        }
        let plain = try record(RunOptions(seed: 5, replication: 2))
        let logged = try record(RunOptions(seed: 5, replication: 2, logsEverybody: true, verifies: true))
        #expect(plain == logged)
        let one = try Experiment(model, seed: seed, replications: 4, jobs: 1).run()
        let two = try Experiment(model, seed: seed, replications: 4, jobs: 2, verifies: true).run()
        #expect(one.measures == two.measures)
        #expect(one.series == two.series)
    }
}
