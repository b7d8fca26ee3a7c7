import Testing

@testable import PathwaySim

@Suite("Measures against values computed by hand")
struct KernelMeasureTests {
    private static func measures(_ model: Model, replications: Int = 1) throws -> [String: Measure] {
        let result = try Experiment(try CompiledModel(model), replications: replications, verifies: true).run()
        #expect(result.violations.total == 0)
        return Dictionary(uniqueKeysWithValues: result.measures.filter { $0.by == nil }.map { ($0.name, $0) })
    }

    /// Three citizens at day 0, 1 and 2 and one server that takes two days each, in ten days.
    private static func queue(warmup: Double = 0, horizon: Double = 10) -> Model {
        Kernel.model(
            [0, 1, 2], resources: [Kernel.servers("r")], horizon: horizon, warmup: warmup, reportedLevels: 3,
            [Kernel.service("s", .constant(2)), Kernel.close("done")])
    }

    @Test("waits, utilisation, queue and numbers of a small queue")
    func smallQueue() throws {
        let m = try Self.measures(Self.queue())
        // Waits 0, 1, 2; served 0–2, 2–4, 4–6.
        #expect(m["wait.s.mean"]?.mean == 1)
        #expect(m["wait.s.max"]?.mean == 2)
        #expect(m["wait.s.mean"]?.n == 3)
        #expect(m["utilisation.r"]?.mean == 0.6)
        #expect(m["hours.r"]?.mean == 144)
        // One waits from day 1 to 2, one from 2 to 4.
        #expect(m["queue.r.mean"]?.mean == 0.3)
        #expect(m["queue.r.max"]?.mean == 1)
        // Present: one 0–1, two 1–4, one 4–6, nobody 6–10.
        #expect(m["number.s.mean"]?.mean == 0.9)
        #expect(m["number.s.p0"]?.mean == 0.4)
        #expect(m["number.s.p1"]?.mean == 0.3)
        #expect(m["number.s.p2"]?.mean == 0.3)
        #expect(m["throughput.s"]?.mean == 3)
        #expect(m["outcome.done.count"]?.mean == 3)
        #expect(m["outcome.done.share"]?.mean == 1)
        #expect(m["time.arrival.close.mean"]?.mean == 3)
        #expect(m["wait.s.census.count"]?.mean == 0)
        #expect(m["wait.s.census.mean"]?.mean == nil)
    }

    @Test("what ends before the warm-up is over is not counted, what began before and ends after is")
    func warmup() throws {
        let m = try Self.measures(Self.queue(warmup: 2))
        // The first was served at day 0; the second and third start at day 2 and 4.
        #expect(m["wait.s.mean"]?.mean == 1.5)
        #expect(m["outcome.done.count"]?.mean == 3)
        #expect(m["utilisation.r"]?.mean == 0.5)
        #expect(m["queue.r.mean"]?.mean == 0.25)
        #expect(m["arrivals.count"]?.mean == 1)
        #expect(m["number.s.p0"]?.mean == 0.5)
    }

    @Test("those who still wait at the end are in the census with their wait so far")
    func census() throws {
        let m = try Self.measures(Self.queue(horizon: 3.5))
        #expect(m["wait.s.mean"]?.mean == 0.5)
        #expect(m["wait.s.census.count"]?.mean == 1)
        #expect(m["wait.s.census.mean"]?.mean == 1.5)
        #expect(m["wait.s.census.max"]?.mean == 1.5)
        #expect(m["census.count"]?.mean == 2)
    }

    @Test("a ratio is pooled over replications, with the linearised error")
    func ratioEstimator() {
        // x/n: 4/2, 9/3, 2/1: 15/6 = 2.5; deviations (x − 2.5 n)/2 are −0.5, 0.75, −0.25.
        let estimate = ReplicationEstimate.ratio([(4, 2), (9, 3), (2, 1)])
        #expect(estimate.value == 2.5)
        #expect(estimate.influence == [-0.5, 0.75, -0.25])
        let error = ((0.25 + 0.5625 + 0.0625) / 6).squareRoot()
        #expect(abs(ReplicationEstimate.standardError(estimate.influence) - error) < 1e-15)
        // Student's t with 2 degrees of freedom: 4.302652729… at 95 %.
        #expect(abs((estimate.halfWidth(level: 0.95) ?? 0) - 4.302_652_729_911_275 * error) < 1e-9)
        #expect(ReplicationEstimate.ratio([(0, 0), (0, 0)]).value == nil)
        #expect(ReplicationEstimate.ratio([(1, 1)]).halfWidth(level: 0.95) == nil)
    }

    @Test("a mean over replications leaves out those without a value")
    func meanEstimator() {
        let estimate = ReplicationEstimate.mean([1, nil, 3])
        #expect(estimate.value == 2)
        #expect(abs(ReplicationEstimate.standardError(estimate.influence) - 1) < 1e-12)
        // Student's t with 1 degree of freedom is 12.7062….
        #expect(abs((estimate.halfWidth(level: 0.95) ?? 0) - 12.706_204_736_174_7) < 1e-6)
    }

    @Test("low and high are the 10th and 90th percentile, linear between replications, of at least ten")
    func spread() {
        let spread = Spread([5, 1, 9, 3, 2, 8, 10, 7, 6, 4])
        #expect(abs((spread.low ?? 0) - 1.9) < 1e-12)
        #expect(abs((spread.high ?? 0) - 9.1) < 1e-12)
        #expect(Spread([5, 1, 9, 3, 2, 8, 10, 7, 6]).low == nil)
        #expect(Spread([7], least: 1).low == 7)
        #expect(Spread([], least: 1).low == nil)
    }
}
