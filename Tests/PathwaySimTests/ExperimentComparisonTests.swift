import Synchronization
import Testing

@testable import PathwaySim

@Suite("Results with the same luck are compared pair by pair")
struct ExperimentComparisonTests {
    /// Two offers next to each other; each has its own staff.
    private func twoOffers(left: Int = 1, right: Int = 1, rate: Double = 1.6) throws -> Model {
        func offer(_ name: String) throws -> Step {
            let duration = DurationDraw(.distribution(try .validated(.exponential(mean: 1))))
            return Step(
                name: name,
                action: .service(
                    Service(needs: [Need(resource: "\(name)Staff")], duration: duration, next: .to("done"))))
        }
        let entry = Route([Route.Target(step: "left", weight: 1), Route.Target(step: "right", weight: 1)])
        return Model(
            start: CivilDate(year: 2026, month: 1, day: 5)!, horizon: SimTime(days: 60), calendar: .always,
            sources: [ArrivalSource(name: "arrivals", process: .poisson(RateProfile(perDay: rate)), entry: entry)],
            resources: [
                Resource(name: "leftStaff", kind: .servers(Servers(capacity: left))),
                Resource(name: "rightStaff", kind: .servers(Servers(capacity: right))),
            ],
            steps: [
                try offer("left"), try offer("right"), Step(name: "done", action: .close(Close(outcome: "done"))),
            ])
    }

    private func run(_ model: Model, seed: UInt64 = 1, replications: Int? = 20) throws -> RunResult {
        try Experiment(CompiledModel(model), seed: seed, replications: replications).run()
    }

    @Test("staff added to one offer changes nothing at the other, and pairing makes the gain clear")
    func addedResource() throws {
        let base = try run(twoOffers())
        let comparison = try Comparison(
            base: base, variants: [run(twoOffers(left: 2))], headline: ["wait.left.mean", "wait.right.mean"])
        let variant = try #require(comparison.variants.first)
        for difference in variant.differences where difference.name.contains("right") {
            #expect(difference.difference == (difference.base == nil ? nil : 0), "\(difference.name)")
            #expect(difference.halfWidth ?? 0 == 0, "\(difference.name)")
            #expect(!difference.isDistinguishable, "\(difference.name)")
        }
        let left = try #require(variant.difference("wait.left.mean"))
        #expect(try #require(left.difference) < -0.5)
        #expect(left.isDistinguishable)
        let throughput = try #require(variant.difference("throughput.left"))
        #expect(try #require(throughput.varianceGain) > 2)
        let arrivals = try #require(variant.difference("arrivals.count"))
        #expect(arrivals.difference == 0)
        #expect(arrivals.varianceGain == .infinity)
    }

    @Test("a small change shows with pairing and drowns without it")
    func gainFromPairing() throws {
        let base = try run(twoOffers(rate: 1), replications: 100)
        let paired = try Comparison(base: base, variants: [run(twoOffers(rate: 1.1), replications: 100)])
        let difference = try #require(paired.variants[0].difference("wait.left.mean"))
        #expect(difference.isDistinguishable)
        #expect(try #require(difference.varianceGain) > 5)

        var elsewhere = try run(twoOffers(rate: 1.1), seed: 2, replications: 100)
        elsewhere.seed = base.seed
        let unpaired = try Comparison(base: base, variants: [elsewhere])
        let without = try #require(unpaired.variants[0].difference("wait.left.mean"))
        let gain = try #require(without.varianceGain)
        #expect(gain < 3)
        #expect(try #require(without.halfWidth) > 2 * (try #require(difference.halfWidth)))
    }

    @Test("a higher rate only adds citizens, in every replication")
    func higherRate() throws {
        let base = try run(twoOffers(rate: 1))
        let comparison = try Comparison(base: base, variants: [run(twoOffers(rate: 1.2))])
        let before = try #require(base.measure("arrivals.count")).perReplication.compactMap { $0 }
        let after = try #require(comparison.variants[0].result.measure("arrivals.count")).perReplication.compactMap {
            $0
        }
        #expect(zip(before, after).allSatisfy { $0 <= $1 })
        // Only the additional citizens vary: 0.2 a day against 1 + 1.2 without pairing.
        let gain = try #require(comparison.variants[0].difference("arrivals.count")?.varianceGain)
        #expect((4.0...30).contains(gain))
    }

    @Test("the paired interval of a mean is that of the differences, worked out by hand")
    func byHand() throws {
        let base = result(means: [1, 2, 3, 4])
        let comparison = try Comparison(base: base, variants: [result(means: [2, 2, 5, 5])], level: 0.9)
        let difference = comparison.variants[0].differences[0]
        // Differences 1, 0, 2, 1: mean 1, standard deviation 0.8165, t₃(0.95) = 2.3534.
        #expect(difference.difference == 1)
        #expect(abs(try #require(difference.halfWidth) - 2.35336 * 0.816497 / 2) < 1e-5)
        // Variances 5/3 and 3 against 2/3.
        #expect(abs(try #require(difference.varianceGain) - 7) < 1e-12)
        #expect(difference.low == nil, "from four pairs")
        #expect(difference.isDistinguishable)
    }

    @Test(
        "a difference under 1 % of the base, or 0.1 percentage points, is slight",
        arguments: [
            (100, 100.9, .count, true), (100, 101.1, .count, false), (-2, -2.01, .count, true),
            (0.5, 0.5009, .share, true), (0.001, 0.0015, .share, true), (0.5, 0.498, .share, false),
            (0, 0.1, .count, false),
        ]
            as [(Double, Double, Measure.Unit, Bool)])
    func slight(before: Double, after: Double, unit: Measure.Unit, isSlight: Bool) {
        func measure(_ mean: Double) -> Measure {
            Measure(
                name: "m", unit: unit, mean: mean, halfWidth: 0, n: 3, basis: .replications,
                perReplication: [mean, mean, mean], influence: [0, 0, 0])
        }
        let difference = Difference(base: measure(before), variant: measure(after), level: 0.95)
        #expect(difference.isDistinguishable && difference.isSlight == isSlight)
    }

    @Test("several headline measures and variants are judged together by Holm's rule, others one by one")
    func jointly() throws {
        #expect(
            Holm.adjusted([0.01, 0.04, 0.03, 0.005]).map { ($0 * 1000).rounded() / 1000 } == [0.03, 0.06, 0.06, 0.02])
        #expect(Holm.adjusted([]).isEmpty)
        #expect(Holm.adjusted([0.9, 0.8]) == [1, 1])

        let base = result(means: [1, 2, 3, 4])
        let variant = result(means: [1.9, 2.3, 3.4, 5.2])
        let alone = try Comparison(base: base, variants: [variant])
        let joint = try Comparison(
            base: base, variants: [variant, base, base, base], headline: ["number.queue.mean"])
        let single = alone.variants[0].differences[0]
        let adjusted = joint.variants[0].differences[0]
        #expect(single.isDistinguishable && single.adjustedP == nil)
        #expect(!adjusted.isDistinguishable)
        #expect(try #require(adjusted.adjustedP) == 4 * (try #require(single.p)))
        #expect(single.halfWidth == adjusted.halfWidth)
    }

    @Test("what only one of the two has is shown without a difference")
    func oneSided() throws {
        var other = result(means: [1, 2])
        other.measures[0].name = "number.other.mean"
        let comparison = try Comparison(base: result(means: [1, 2]), variants: [other])
        let differences = comparison.variants[0].differences
        #expect(differences.map(\.name) == ["number.queue.mean", "number.other.mean"])
        #expect(differences.map(\.base) == [1.5, nil])
        #expect(differences.map(\.variant) == [nil, 1.5])
        #expect(differences.map(\.difference) == [nil, nil])
        #expect(differences.map(\.isDistinguishable) == [false, false])
    }

    @Test("results without the same luck are refused")
    func refusals() throws {
        let base = result(means: [1, 2, 3])
        var other = base
        other.seed = 9
        #expect(throws: ComparisonError.differentSeeds(base: 1, variant: 9, index: 1)) {
            try Comparison(base: base, variants: [base, other])
        }
        #expect(throws: ComparisonError.differentReplications(base: 3, variant: 2, index: 0)) {
            try Comparison(base: base, variants: [result(means: [1, 2])])
        }
        #expect(throws: ComparisonError.nothingToCompare) { try Comparison(base: base, variants: []) }
    }

    @Test("experiments run together take the replications that the hardest of them needs")
    func together() throws {
        let precision = Experiment.Precision(headline: ["wait.left.mean"], relative: 0.2, cap: 100)
        let quiet = try Experiment(CompiledModel(twoOffers(rate: 0.8)), precision: precision)
        let busy = try Experiment(CompiledModel(twoOffers(rate: 1.6)), precision: precision)
        let results = try Experiment.run(together: [quiet, busy])
        let alone = [try quiet.run(), try busy.run()]
        let most = try #require(alone.map(\.replications).max())
        #expect(alone.map(\.replications) != [most, most])
        #expect(results.map(\.replications) == [most, most])
        #expect(results.map { $0.stopping?.isReached } == [true, true])
        _ = try Comparison(base: results[0], variants: [results[1]])

        let fixed = try Experiment(CompiledModel(twoOffers()), replications: 30, jobs: 2)
        #expect(try Experiment.run(together: [fixed])[0].measures == fixed.run().measures)
    }

    @Test("experiments stopped on the way keep the batches that all of them finished")
    func interrupted() throws {
        let flag = Flag()
        var first = try Experiment(CompiledModel(twoOffers()), replications: 100)
        first.isCancelled = { flag.isSet }
        var second = first
        second.isCancelled = first.isCancelled
        first.progress = { done, planned in if done == 70 { flag.set() } }
        let results = try Experiment.run(together: [first, second])
        #expect(results.map(\.replications) == [20, 20])
        #expect(results.map(\.isInterrupted) == [true, true])

        #expect(throws: SimulationError.cancelled) { try Experiment.run(together: [first, second]).count }
    }

    /// Nine of ten begin after 30 or 34 days, two dates on which groups start: `early` of a thousand by the first.
    private func groupStart(early: Int, shares: [Double]) -> (Measure, LogLinearHistogram) {
        var times = LogLinearHistogram()
        times.add(SimTime(days: 30).ticks, count: early)
        times.add(SimTime(days: 34).ticks, count: 1_000 - early)
        let slope = -200.0
        let measure = Measure(
            name: "wait.group.p90", unit: .days, mean: early >= 900 ? 30 : 34, halfWidth: 2, n: 1_000,
            basis: .observations, perReplication: shares.map { _ in 30 }, influence: shares.map { $0 * slope },
            slope: slope)
        return (measure, times)
    }

    @Test(
        "where waits end on fixed dates, a quantile that steps to another date is no certain difference by itself",
        arguments: [(898, 902, false), (880, 920, true)])
    func steps(before: Int, after: Int, isCertain: Bool) throws {
        let shares = (0..<20).map { $0 % 2 == 0 ? 0.006 : -0.006 }
        let (base, baseTimes) = groupStart(early: before, shares: shares)
        let (variant, variantTimes) = groupStart(early: after, shares: shares.map { -$0 })
        let difference = Difference(
            base: base, variant: variant, level: 0.95, times: (base: baseTimes, variant: variantTimes))
        #expect(difference.difference == -4)
        #expect(difference.isDistinguishable == isCertain)
        // By the shares the quantile moves 200 days × (after − before)/1000, and the interval reaches that far.
        let byShares = -200 * Double(after - before) / 1_000
        let linear = try #require(Difference(base: base, variant: variant, level: 0.95).halfWidth)
        #expect(abs(try #require(difference.halfWidth) - (linear + max(0, 4 + byShares))) < 1e-9)
        #expect(Difference(base: base, variant: variant, level: 0.95).isDistinguishable, "without the distributions")
    }

    @Test("quantiles of groups and of everyone who entered are judged by their own distributions too")
    func curves() throws {
        var model = try TestModels.queue(rate: 0.8, servers: 1, horizonDays: 300)
        model.attributes = [Attribute(name: "half", kind: .boolean, initial: .chance(.constant(0.5)))]
        model.groupBy = [Grouping(attribute: "half")]
        let result = try Experiment(CompiledModel(model), replications: 5).run()
        let curves = result.shareCurves
        for measure in result.measures where measure.slope != nil {
            let curve = try #require(curves[.init(of: measure.name, by: measure.by)], "\(measure.name)")
            let at = try #require(measure.mean) * Double(SimTime.day.ticks)
            let p = measure.name.hasSuffix("p50") ? 0.5 : measure.name.hasSuffix("p95") ? 0.95 : 0.9
            #expect(curve.share(upTo: at * 1.01) >= p - 1e-9 && curve.share(upTo: at * 0.97) <= p, "\(measure.name)")
        }
        #expect(curves.keys.contains { $0.name == "wait.service.entered" })
        #expect(curves.keys.contains { $0.by != nil })
    }

    /// A result with one measure, the mean of these values.
    private func result(means: [Double]) -> RunResult {
        let estimate = ReplicationEstimate.mean(means)
        let measure = Measure(
            name: "number.queue.mean", unit: .number, mean: estimate.value, halfWidth: estimate.halfWidth(level: 0.95),
            n: means.count, basis: .replications, perReplication: means, influence: estimate.influence)
        return RunResult(
            seed: 1, replications: means.count, level: 0.95, measures: [measure], series: [], violations: Violations(),
            isInterrupted: false)
    }
}

/// A switch that several threads may look at.
private final class Flag: Sendable {
    private let state = Mutex(false)
    var isSet: Bool { state.withLock { $0 } }
    func set() { state.withLock { $0 = true } }
}
