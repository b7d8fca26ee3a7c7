import Testing

@testable import PathwaySim

@Suite("A search gives the smallest setting that surely keeps the goal")
struct GoalSearchTests {
    private func experiment(servers: Int, rate: Double = 2.4, seed: UInt64) throws -> Experiment {
        let model = try TestModels.queue(rate: rate, servers: servers, horizonDays: 600, warmupDays: 60)
        return Experiment(try CompiledModel(model), seed: seed)
    }

    private func search(limit: Double, seed: UInt64, most: Int = 8, cap: Int = 160) throws -> GoalSearch {
        let goal = ServiceGoal(measure: "wait.service.mean", isAtMost: true, limit: limit, zone: 0.05 * limit)
        let decision = GoalDecision(
            goals: [goal], level: 0.95, probes: GoalSearch.mostProbes(values: most),
            looks: GoalDecision.looks(upTo: cap))
        return try GoalSearch.alongOne(values: most) { point in
            try decision.probe(experiment(servers: 3 + point[0], seed: seed), at: point)
        }
    }

    @Test(
        "the smallest number of servers is that of Erlang C",
        arguments: [(0.6, UInt64(1)), (0.25, 2), (0.05, 3), (0.01, 4)])
    func erlang(limit: Double, seed: UInt64) throws {
        let exact = try #require(
            (3...10).first { Erlang.meanWait(arrivalRate: 2.4, meanService: 1, servers: $0) <= limit })
        // The truth is not within the zone, so the answer is determined.
        let wait = Erlang.meanWait(arrivalRate: 2.4, meanService: 1, servers: exact)
        #expect(wait < 0.95 * limit)
        let search = try search(limit: limit, seed: seed)
        #expect(search.answer == [exact - 3])
        #expect(search.kind == .smallest)
        #expect(search.isMonotone)
        #expect(search.probes.count <= GoalSearch.mostProbes(values: 8))
    }

    @Test("where no setting keeps the goal there is no answer, and the closest is named")
    func impossible() throws {
        let search = try search(limit: 0.0001, seed: 1, most: 3)
        #expect(search.answer == nil)
        #expect(search.kind == .none)
        #expect(search.best?.point == [2])
    }

    // MARK: The way of the search, with probes that need no run

    private func along(_ response: [Double], limit: Double) throws -> GoalSearch {
        try GoalSearch.alongOne(values: response.count) { made($0, value: response[$0[0]], limit: limit) }
    }

    private func made(_ point: [Int], value: Double, limit: Double) -> GoalProbe {
        GoalProbe(
            point: point, verdict: value <= limit ? .met : .missed, replications: 20, measures: [], warnings: [],
            distance: max(0, value - limit), margin: value - limit)
    }

    @Test("every boundary of every falling response is found, with no more probes than announced", arguments: 1...40)
    func everyBoundary(count: Int) throws {
        for boundary in 0..<count {
            let response = (0..<count).map { Double(count - $0) }
            let search = try along(response, limit: response[boundary])
            #expect(search.answer == [boundary])
            #expect(search.isMonotone)
            #expect(search.probes.count <= GoalSearch.mostProbes(values: count), "\(count) \(boundary)")
        }
    }

    @Test("a rising response gives the largest setting that keeps the goal")
    func rising() throws {
        let search = try along([1, 2, 3, 4, 5, 6], limit: 4)
        #expect(search.kind == .largest)
        #expect(search.answer == [3])
    }

    @Test("a dip in between is found and told")
    func dip() throws {
        let search = try along([9, 9, 1, 1, 1, 9, 9], limit: 3)
        #expect(!search.isMonotone)
        #expect(search.answer == [2])
    }

    @Test(
        "two levers: the cheapest of all that keep the goal, on every small grid, whichever way each helps",
        arguments: [true, false], [true, false])
    func staircase(firstHelps: Bool, secondHelps: Bool) throws {
        for limit in stride(from: 2.0, through: 12, by: 1) {
            func value(_ point: [Int]) -> Double {
                12 - Double(2 * (firstHelps ? point[0] : 3 - point[0]) + (secondHelps ? point[1] : 4 - point[1]))
            }
            func cost(_ point: [Int]) -> Double { Double(3 * point[0] + 2 * point[1]) }
            let search = try GoalSearch.alongTwo(values: 4, and: 5, cost: cost) {
                made($0, value: value($0), limit: limit)
            }
            var best: Double?
            for i in 0..<4 {
                for j in 0..<5 where value([i, j]) <= limit { best = min(best ?? .infinity, cost([i, j])) }
            }
            #expect(search.answer.map(cost) == best, "\(limit)")
            #expect(search.probes.count <= GoalSearch.mostProbes(values: 4, and: 5))
        }
    }

    @Test("a decision is made only when the interval leaves no doubt")
    func verdicts() {
        let goal = ServiceGoal(measure: "wait", isAtMost: true, limit: 10, zone: 0.5)
        #expect(goal.verdict(9, halfWidth: 0.9) == true)
        #expect(goal.verdict(9, halfWidth: 1.1) == nil)
        #expect(goal.verdict(9.8, halfWidth: 0.25) == false)
        #expect(goal.verdict(11, halfWidth: 1.2) == false)
        let floor = ServiceGoal(measure: "share", isAtMost: false, limit: 0.9, zone: 0.045)
        #expect(floor.verdict(0.95, halfWidth: 0.04) == true)
        #expect(floor.verdict(0.85, halfWidth: 0.04) == false)
    }
}
