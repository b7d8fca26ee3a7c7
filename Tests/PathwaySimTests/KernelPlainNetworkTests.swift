import Testing

@testable import PathwaySim

@Suite("Networks of plain queues")
struct KernelPlainNetworkTests {
    /// A random network: two sources, delays and services of one or more units, routes that come back, durations in
    /// whole days (many things at one instant) or drawn ones.
    private struct Network {
        private var state: UInt64

        init(seed: UInt64) { state = NameHash.mix64(seed &+ 1) }

        private mutating func pick(_ count: Int) -> Int {
            state = NameHash.mix64(state)
            return Int(state >> 33) % count
        }

        private mutating func span() throws -> NumberDraw {
            switch pick(6) {
            case 0: .constant(0)
            case 1: .constant(1)
            case 2: .constant(2.5)
            case 3: .distribution(try .gamma(shape: 2, scale: 0.4))
            case 4: .distribution(try .lognormal(mu: -0.3, sigma: 0.8))
            default: .distribution(try .exponential(mean: 1))
            }
        }

        private mutating func way(after block: Int, of blocks: Int) -> Route {
            let onward = block + 1 < blocks ? "b\(block + 1)" : "done"
            return pick(3) == 0
                ? Route([.init(step: "b\(pick(blocks))", weight: 0.3), .init(step: onward, weight: 0.7)])
                : .to(onward)
        }

        mutating func make() throws -> Model {
            let blocks = 1 + pick(4)
            var steps = [Kernel.close("done")]
            for block in 0..<blocks {
                let (name, next) = ("b\(block)", way(after: block, of: blocks))
                if pick(4) == 0 {
                    let unit: DurationDraw.Unit = pick(2) == 0 ? .calendarDays : .workingDays
                    steps.append(
                        Step(
                            name: name,
                            action: .delay(Delay(duration: DurationDraw(try span(), unit: unit), next: next))))
                } else {
                    let need = Need(resource: "r\(pick(2))", units: 1 + pick(2))
                    let service = Service(needs: [need], duration: DurationDraw(try span()), next: next)
                    steps.append(Step(name: name, action: .service(service)))
                }
            }
            var model = Kernel.model(
                [], resources: [Kernel.servers("r0", 2 + pick(2)), Kernel.servers("r1", 3)], horizon: 400,
                warmup: Double(pick(2) * 60), calendar: .danish, reportedLevels: pick(2) * 4, steps)
            model.sources = (0..<2).map { index in
                ArrivalSource(
                    name: "s\(index)", process: .poisson(RateProfile(perDay: 0.3 + 0.4 * Double(index))),
                    entry: .to("b\(pick(blocks))"))
            }
            return model
        }
    }

    private func measures(_ model: CompiledModel, verifies: Bool, _ seed: UInt64) throws -> ([Measure], [UInt8]) {
        let result = try Experiment(model, seed: seed, replications: 2, verifies: verifies).run()
        var simulation = Simulation(model, RunOptions(seed: seed, verifies: verifies))
        try simulation.run()
        #expect(simulation.observations.violations.total == 0)
        return (result.measures, Array("\(simulation.census())".utf8))
    }

    @Test(
        "the short ways and the general ways give the same numbers, to the last digit",
        arguments: 1...60 as ClosedRange<UInt64>)
    func sameNumbers(seed: UInt64) throws {
        var network = Network(seed: seed)
        let model = try CompiledModel(try network.make())
        #expect(model.isPlainNetwork)
        // A run that checks itself takes the general ways.
        let short = try measures(model, verifies: false, seed)
        let general = try measures(model, verifies: true, seed)
        #expect(short.0 == general.0)
        #expect(short.1 == general.1)
        #expect((short.0.first { $0.name == "arrivals.count" }?.mean ?? 0) > 100)
    }
}
