import Testing

@testable import PathwaySim

@Suite("One line in front of alike servers")
struct KernelOneLineTests {
    /// A random model of one line: 1 to 5 servers of one or more units each, too few of them now and then.
    private struct Line {
        private var state: UInt64

        init(seed: UInt64) { state = NameHash.mix64(seed &+ 4_711) }

        mutating func pick(_ count: Int) -> Int {
            state = NameHash.mix64(state)
            return Int(state >> 33) % count
        }

        /// A drawn or fixed span of about one day.
        private mutating func span() throws -> NumberDraw {
            switch pick(8) {
            case 0: .constant(0)
            case 1: .constant(1)
            case 2: .distribution(try .discrete([.init(0, weight: 1), .init(1, weight: 1), .init(2, weight: 1)]))
            case 3: .distribution(try .gamma(shape: 2, scale: 0.5))
            case 4: .distribution(try .lognormal(mu: -0.3, sigma: 0.8))
            case 5: .distribution(try .normal(mean: 1, sd: 1))
            default: .distribution(try .exponential(mean: 1))
            }
        }

        mutating func make() throws -> Model {
            let (servers, units) = (1 + pick(5), 1 + pick(2))
            let crowding = [0.5, 0.9, 1, 1.3][pick(4)]
            var model = Kernel.model(
                [], resources: [Kernel.servers("r", servers * units + pick(units)), Kernel.servers("unused")],
                horizon: Double(200 + pick(200)), warmup: Double(pick(2) * (50 + pick(20))),
                calendar: .danish, reportedLevels: pick(3) * 3,
                [Kernel.service("wait", units: units, try span()), Kernel.close("done")])
            var rate = RateProfile(perDay: crowding * Double(servers))
            if pick(3) == 0 { rate.weekdayFactors = [1.4, 1.4, 1.4, 1.4, 1.4, 0, 0] }
            model.sources = [ArrivalSource(name: "s", process: .poisson(rate), entry: .to("wait"))]
            model.sampleEvery = SimTime(ticks: 1 + Int64(pick(9)) * SimTime.day.ticks)
            if model.sampleEvery.ticks == 1 { model.sampleEvery = SimTime(days: 1_000) }
            return model
        }
    }

    /// Everything a replication reports and what stands in its tables, as text: numbers in full.
    private func everything(_ model: CompiledModel, _ options: RunOptions) -> [String] {
        var simulation = Simulation(model, options)
        do {
            try simulation.run()
        } catch {
            return ["\(error)"]
        }
        let observed = simulation.observations
        let steps = model.steps.indices.map { step in
            "\(observed.presence[step]) \(observed.passed[step]) \(observed.levels.area(of: step, until: model.horizon))"
        }
        return steps + [
            "\(simulation.record())", "\(simulation.census())", "\(simulation.inSystem)", "\(observed.timeInSystem)",
            "\(observed.arrivals) of \(observed.allArrivals), \(observed.allClosed)",
        ]
    }

    /// Compares the way of its own with the general ways, which a run takes that checks itself.
    private func compare(_ model: CompiledModel, _ options: RunOptions) -> [String] {
        var general = options
        general.verifies = true
        #expect(Simulation(model, options).isOneLine)
        #expect(!Simulation(model, general).isOneLine)
        let short = everything(model, options)
        #expect(short == everything(model, general))
        return short
    }

    @Test(
        "gives the same numbers as the general ways, to the last digit", arguments: 1...80 as ClosedRange<UInt64>)
    func sameNumbers(seed: UInt64) throws {
        var line = Line(seed: seed)
        let model = try CompiledModel(try line.make())
        for replication in 1...2 as ClosedRange<UInt32> {
            let numbers = compare(model, RunOptions(seed: seed, replication: replication))
            #expect(numbers.count > 1)
        }
        let alone = try Experiment(model, seed: seed, replications: 4, jobs: 1).run()
        let together = try Experiment(model, seed: seed, replications: 4, jobs: 2).run()
        let checked = try Experiment(model, seed: seed, replications: 4, verifies: true).run()
        #expect(alone.measures == together.measures)
        #expect(alone.measures == checked.measures)
        #expect(alone.series == checked.series)
        #expect(alone.ways == checked.ways)
        #expect((alone.measures.first { $0.name == "arrivals.count" }?.mean ?? 0) > 50)
    }

    /// Two arrivals a second: many come, leave, are sampled and end the warm-up at the same thousandth of a second.
    @Test("gives the same numbers when much happens at one instant", arguments: [1, 2, 5])
    func sameInstants(servers: Int) throws {
        let second = 1.0 / 86_400
        var model = Kernel.model(
            [], resources: [Kernel.servers("r", servers)], horizon: 3_000 * second, warmup: 100 * second,
            reportedLevels: 5,
            [Kernel.service("wait", .constant(0.48 * Double(servers) * second)), Kernel.close("done")])
        model.sources = [
            ArrivalSource(name: "s", process: .poisson(RateProfile(perDay: 2 * 86_400)), entry: .to("wait"))
        ]
        model.sampleEvery = SimTime(ticks: 20)
        let compiled = try CompiledModel(model)
        _ = compare(compiled, RunOptions(seed: 3))
        var simulation = Simulation(compiled, RunOptions(seed: 3, logsEverybody: true))
        try simulation.run()
        let arrivals = simulation.entries.filter { $0.happening == .arrived }.map(\.instant)
        #expect(arrivals.count > Set(arrivals).count, "somebody came at the same instant as somebody else")
    }

    @Test("gives the same numbers beside a run that logs every citizen")
    func logged() throws {
        for seed in 81...90 as ClosedRange<UInt64> {
            var line = Line(seed: seed)
            let model = try CompiledModel(try line.make())
            let silent = everything(model, RunOptions(seed: seed))
            #expect(silent == everything(model, RunOptions(seed: seed, logsEverybody: true)))
        }
    }

    private func queue(
        _ span: NumberDraw, perDay: Double = 2, capacity: Int = 1, next: Route = .to("done")
    ) throws -> CompiledModel {
        let wait = Step(
            name: "wait",
            action: .service(
                Service(needs: [Need(resource: "r", units: 1)], duration: DurationDraw(span), next: next)))
        var model = Kernel.model(
            [], resources: [Kernel.servers("r", capacity)], horizon: 5_000, [wait, Kernel.close("done")])
        model.sources = [
            ArrivalSource(name: "s", process: .poisson(RateProfile(perDay: perDay)), entry: .to("wait"))
        ]
        return try CompiledModel(model)
    }

    @Test("stops where the general ways stop, with the same error")
    func growth() throws {
        let crowded = compare(try queue(.constant(1)), RunOptions(populationLimit: 500))
        #expect(crowded.count == 1)
        #expect(crowded[0].contains("unboundedGrowth"))
    }

    @Test("stops when it is called off")
    func cancelled() throws {
        let model = try queue(.constant(0.1))
        #expect(everything(model, RunOptions(isCancelled: { true })) == ["cancelled"])
    }

    @Test("is not taken where somebody comes back or the servers are many")
    func otherModels() throws {
        #expect(try queue(.constant(1)).isOneLine)
        #expect(try !queue(.constant(1), capacity: 200).isOneLine)
        let back = Route([.init(step: "wait", weight: 0.3), .init(step: "done", weight: 0.7)])
        #expect(try !queue(.constant(1), next: back).isOneLine)
    }
}
