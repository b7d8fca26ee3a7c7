import Testing

@testable import PathwaySim

@Suite("A result says when it must not be trusted")
struct ExperimentHonestyTests {
    private func run(
        _ model: Model, replications: Int = 20, precision: Experiment.Precision = Experiment.Precision()
    ) throws -> RunResult {
        try Experiment(CompiledModel(model), replications: replications, precision: precision).run()
    }

    private func overloads(_ result: RunResult) -> [Overload] {
        result.warnings.compactMap { if case .overload(let overload) = $0 { overload } else { nil } }
    }

    @Test("a server with more work than time is announced with its growth per week")
    func overload() throws {
        // 1.3 come and 1 is served a day: 2.1 more each week.
        let result = try run(TestModels.queue(rate: 1.3, servers: 1, horizonDays: 210))
        let overload = try #require(overloads(result).first)
        #expect(overload.resource == "server" && overload.steps == ["service"])
        let halfWidth = try #require(overload.halfWidth)
        #expect(abs(overload.growthPerWeek - 2.1) < 2 * halfWidth && halfWidth < 1)
        #expect(abs(try #require(overload.demand) - 1.3) < 0.1)
        // Where the run starts from today's list the mean is of this period, and stays.
        #expect(result.measure("wait.service.mean")?.mean != nil)
        #expect(!result.warnings.map(\.code).contains("noSteadyState"))
    }

    @Test("a fixed overload grows by exactly what it lacks, in one replication too", arguments: [1, 2])
    func exactOverload(replications: Int) throws {
        var model = try TestModels.queue(rate: 0, servers: 1, service: .constant(1.25), horizonDays: 210)
        model.sources[0].process = .renewal(NumberDraw.constant(1))
        let overload = try #require(overloads(run(model, replications: replications)).first)
        // One comes and 0.8 is served a day.
        #expect(abs(overload.growthPerWeek - 1.4) < 0.02)
        #expect(overload.halfWidth == (replications == 1 ? nil : 0))
    }

    @Test("a queue that a campaign made and that shrinks again is not said to grow")
    func campaign() throws {
        // Ten weeks in the second half with half as many again, then as before.
        var model = try TestModels.queue(rate: 0.8, servers: 1, horizonDays: 700)
        let list = (0..<40).map { RecordedArrival(at: SimTime(days: 380 + Double($0))) }
        model.sources.append(
            ArrivalSource(name: "campaign", process: .recorded(list), entry: model.sources[0].entry))
        let result = try run(model)
        let levels = try #require(result.series.first { $0.name == "waiting.service" }).mean
        #expect((levels[50...60].max() ?? 0) > 2 * (levels.last ?? 0))
        #expect(overloads(result).isEmpty)
    }

    @Test("in steady-state mode an overloaded wait has no mean, but a census")
    func noSteadyState() throws {
        let result = try run(TestModels.queue(rate: 1.3, servers: 1, horizonDays: 210, warmupDays: 30))
        for name in ["wait.service.mean", "wait.service.p90", "wait.service.max", "queue.server.mean"] {
            let measure = try #require(result.measure(name))
            #expect(measure.mean == nil && measure.halfWidth == nil && measure.low == nil, "\(name)")
        }
        #expect(try #require(result.measure("wait.service.census.mean")?.mean) > 5)
        #expect(result.measure("utilisation.server")?.mean != nil)
        let withheld = result.warnings.compactMap { if case .noSteadyState(let names) = $0 { names } else { nil } }
        #expect(withheld.first?.contains("wait.service.mean") == true)
    }

    @Test("a busy queue that keeps up is not called overloaded", arguments: [0.3, 0.7, 0.85])
    func keepsUp(rate: Double) throws {
        let result = try run(TestModels.queue(rate: rate, servers: 1, horizonDays: 400, warmupDays: 200))
        #expect(overloads(result).isEmpty)
        #expect(result.measure("wait.service.mean")?.mean != nil)
    }

    @Test("an overloaded queue whose citizens give up does not grow")
    func impatience() throws {
        let queueing = Queueing(patience: .days(3), reneged: .to("gone"))
        let result = try run(TestModels.queue(rate: 1.3, servers: 1, horizonDays: 300, queueing: queueing))
        #expect(overloads(result).isEmpty)
    }

    @Test("a measure from fewer than 20 observations is marked, a headline one with a warning")
    func sparse() throws {
        let precision = Experiment.Precision(headline: ["wait.service.mean"])
        let few = try run(
            TestModels.queue(rate: 0.05, servers: 1, horizonDays: 60), replications: 2, precision: precision)
        let wait = try #require(few.measure("wait.service.mean"))
        #expect(wait.n < 20 && wait.isSparse)
        #expect(few.warnings.contains(.fewObservations(measures: ["wait.service.mean"])))
        // A time average has no observations to count.
        #expect(few.measure("utilisation.server")?.isSparse == false)

        let many = try run(TestModels.queue(rate: 0.5, servers: 1, horizonDays: 60), precision: precision)
        #expect(many.measure("wait.service.mean")?.isSparse == false)
        #expect(many.warnings.isEmpty)
    }

    @Test("one replication says nothing about uncertainty")
    func single() throws {
        let result = try run(TestModels.queue(rate: 0.5, servers: 1, horizonDays: 60), replications: 1)
        #expect(result.warnings.contains(.singleReplication))
        #expect(result.measures.allSatisfy { $0.halfWidth == nil } as Bool)
    }

    @Test("two to nine replications are said to be few, and do not tell how much years differ")
    func few() throws {
        let model = try TestModels.queue(rate: 0.5, servers: 1, horizonDays: 60)
        for (replications, isFew) in [(2, true), (9, true), (10, false)] {
            let result = try run(model, replications: replications)
            #expect(result.warnings.contains(.fewReplications(replications)) == isFew)
            #expect(try #require(result.measure("wait.service.mean")).low == nil ? isFew : !isFew)
        }
    }

    @Test("the cap on replications is told with the measure that was hardest")
    func precision() throws {
        let precision = Experiment.Precision(
            headline: ["utilisation.server", "wait.service.mean"], relative: 0.001, cap: 30)
        let result = try Experiment(
            CompiledModel(TestModels.queue(rate: 0.7, servers: 1, horizonDays: 60)), precision: precision
        ).run()
        #expect(result.replications == 30)
        let stopping = try #require(result.stopping)
        #expect(stopping.hardest == "wait.service.mean" && !stopping.isReached)
        let wait = try #require(result.measure("wait.service.mean"))
        #expect(stopping.ratio == (wait.halfWidth ?? 0) / (0.001 * (wait.mean ?? 0)))
        #expect(result.warnings.contains(.precisionNotReached(measure: "wait.service.mean", ratio: stopping.ratio)))

        // A floor in the measure's own unit is always enough.
        let floor = Experiment.Precision(
            headline: ["wait.service.mean"], relative: 0.001, floors: ["wait.service.mean": 9])
        let reached = try Experiment(
            CompiledModel(TestModels.queue(rate: 0.7, servers: 1, horizonDays: 60)), precision: floor
        ).run()
        #expect(reached.replications == 20 && reached.stopping?.isReached == true)
    }

    @Test("groups of fewer than five citizens a run are hidden, larger ones shown")
    func smallGroups() throws {
        var model = try TestModels.queue(rate: 1, servers: 2, horizonDays: 60)
        model.attributes = [
            Attribute(
                name: "practice", kind: .category(["a", "b", "c"]),
                initial: .weights([.constant(0.7), .constant(0.27), .constant(0.03)]))
        ]
        model.groupBy = [Grouping(attribute: "practice")]
        let result = try run(model, replications: 10)
        let (shown, next, small) = (
            Measure.Group(attribute: "practice", value: "a"), Measure.Group(attribute: "practice", value: "b"),
            Measure.Group(attribute: "practice", value: "c")
        )
        // The large group and the total would give away the small one, were the middle one shown.
        for measure in result.measures where measure.by == small || measure.by == next {
            #expect(measure.isHidden && measure.mean == nil && measure.n == 0, "\(measure.name)")
            #expect(measure.perReplication.allSatisfy { $0 == nil } && measure.influence.allSatisfy { $0 == 0 })
        }
        let wait = try #require(result.measures.first { $0.name == "wait.service.mean" && $0.by == shown })
        #expect(!wait.isHidden && wait.mean != nil)
        #expect(result.warnings.contains(.smallGroups([next, small])))
    }

    @Test(
        "a hidden group cannot be worked out from the others and the total",
        arguments: [
            ([3, 6, 40], [true, true, false]), ([1, 1, 40, 50], [true, true, true, false]),
            ([2, 3, 40, 50], [true, true, false, false]), ([0, 10, 20], [true, false, false]),
            ([0, 2, 20, 30], [true, true, true, false]), ([10, 20], [false, false]), ([2, 30], [true, true]),
        ] as [([Double], [Bool])])
    func complement(sizes: [Double], expected: [Bool]) {
        let groups = sizes.enumerated().map { (Measure.Group(attribute: "x", value: "\($0.offset)"), $0.element) }
        let other = (Measure.Group(attribute: "y", value: "all"), 100.0)
        let hidden = SmallGroups.hiddenGroups(groups + [other])
        #expect(groups.map { hidden.contains($0.0) } == expected)
        #expect(!hidden.contains(other.0))
    }

    @Test("outcome shares sum to 1, for all and in each group")
    func outcomeShares() throws {
        var model = try TestModels.queue(
            rate: 1.2, servers: 1, horizonDays: 100,
            queueing: Queueing(patience: .days(2), reneged: .to("gone")))
        model.attributes = [
            Attribute(name: "adult", kind: .boolean, initial: .chance(.constant(0.4)))
        ]
        model.groupBy = [Grouping(attribute: "adult")]
        let result = try run(model, replications: 5)
        let shares = result.measures.filter { $0.name.hasPrefix("outcome.") && $0.name.hasSuffix(".share") }
        let groups = Set(shares.map(\.by))
        #expect(groups.count == 3)
        for group in groups {
            let sum = shares.filter { $0.by == group }.reduce(0) { $0 + ($1.mean ?? 0) }
            #expect(abs(sum - 1) < 1e-12)
        }
    }
}
