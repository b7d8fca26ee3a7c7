import Testing

@testable import PathwaySim

@Suite("Ways and distributions of a result")
struct ExperimentWayTests {
    @Test("whoever enters a step came by a counted way, in random pathways of all kinds of steps", arguments: 1...30)
    func waysAreEntries(seed: UInt64) throws {
        var maker = RandomModel(seed: seed)
        var made = try maker.make()
        made.warmup = .zero
        let model = try CompiledModel(made)
        var simulation = Simulation(model, RunOptions(seed: seed, logsEverybody: true))
        try simulation.run()
        var entered: [String: Int] = [:]
        // The named case, whose name has no number behind it, is in no count.
        for entry in simulation.entries where entry.happening == .entered && entry.citizen.contains(" ") {
            entered[entry.step, default: 0] += 1
        }
        var arrived: [String: Int] = [:]
        for (way, count) in zip(model.ways, simulation.observations.ways.all) {
            // Past all arms a citizen goes through the join without entering it.
            guard !way.place.hasSuffix(".join"), count > 0 else { continue }
            arrived[made.steps[Int(way.step)].name, default: 0] += count
        }
        #expect(arrived == entered)
    }

    @Test("each way is counted by its place in the model, after the warm-up only, and without named cases")
    func places() throws {
        let rules = [
            Branch.Rule(formula: .binary(.equal, .attribute("k"), .constant(1)), next: .to("a")),
            Branch.Rule(formula: .binary(.equal, .attribute("k"), .constant(2)), next: .to("a")),
        ]
        let values = [0.0, 1, 2, 2, 2].map { ["k": $0] }
        let model = Kernel.model(
            [1, 20, 21, 22, 23], values: values, attributes: [Kernel.number("k")], warmup: 10,
            [
                Step(name: "sort", action: .branch(Branch(.rules(rules, otherwise: .to("done"))))),
                Kernel.delay("a", 1, to: "done"), Kernel.close("done"),
            ])
        let result = try Experiment(CompiledModel(model), replications: 2).run()
        let counts = result.ways.filter { $0.mean > 0 }.map { "\($0.place)→\($0.to) \($0.mean)" }
        #expect(
            counts.sorted() == ["a.next→done 4.0", "sort.next 0→a 1.0", "sort.next 1→a 3.0", "source c.entry→sort 4.0"])
        #expect(result.ways.allSatisfy { $0.halfWidth == 0 && $0.low == $0.mean && $0.high == $0.mean })
    }

    @Test("a distribution has every time behind its quantiles, once")
    func distributions() throws {
        let arrivals = (0..<200).map { Double($0) * 0.3 }
        let model = Kernel.model(
            arrivals, resources: [Kernel.servers("r")],
            [Kernel.service("talk", .distribution(try .exponential(mean: 0.28))), Kernel.close("done")])
        let result = try Experiment(CompiledModel(model), replications: 5).run()
        let waits = try #require(result.distributions.first { $0.name == "wait.talk" })
        let mean = try #require(result.measure("wait.talk.mean"))
        #expect(Int(waits.times.count) == mean.n)
        for (name, p) in [("p50", 0.5), ("p90", 0.9), ("p95", 0.95)] {
            let days = (waits.times.quantile(p) ?? -1) / Double(SimTime.day.ticks)
            #expect(days == result.measure("wait.talk.\(name)")?.mean)
        }
        #expect(result.distributions.map(\.name) == ["wait.talk", "time.arrival.close"])
        let whole = waits.count(from: .zero, to: SimTime(days: 1_000))
        let parts = (0..<1_000).reduce(0) {
            $0 + waits.count(from: SimTime(days: Double($1)), to: SimTime(days: Double($1 + 1)))
        }
        #expect(whole == waits.times.count && parts == waits.times.count)
    }
}
