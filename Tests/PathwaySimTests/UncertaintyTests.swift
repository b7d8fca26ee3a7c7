import Testing

@testable import PathwaySim

@Suite("Uncertain numbers, and what a result's uncertainty comes from")
struct UncertaintyTests {
    // MARK: Laws

    private func number(
        _ law: UncertainNumber.Law, best: Double = 3, low: Double = 2, high: Double = 6, whole: Bool = false
    ) throws -> UncertainNumber {
        try #require(UncertainNumber(best: best, low: low, high: high, law: law, isWhole: whole))
    }

    /// The mean over the law, by its quantiles.
    private func mean(_ number: UncertainNumber) -> Double {
        (0..<4_000).reduce(0) { $0 + number.quantile((Double($1) + 0.5) / 4_000) } / 4_000
    }

    @Test("each law has the mean and the ends it should")
    func laws() throws {
        #expect(abs(mean(try number(.uniform)) - 4) < 1e-3)
        // (2 + 3 + 6) / 3.
        #expect(abs(mean(try number(.triangular)) - 11.0 / 3) < 1e-3)
        for law in [UncertainNumber.Law.uniform, .triangular] {
            let number = try number(law)
            #expect(number.quantile(1e-12) >= 2 && number.quantile(1 - 1e-12) <= 6)
        }
        let estimate = try number(.normal, best: 10, low: 8, high: 14)
        #expect(abs(estimate.quantile(0.5) - 10) < 1e-4)
        #expect(abs(estimate.quantile(0.025) - 8) < 1e-3)
        #expect(abs(estimate.quantile(0.975) - 14) < 1e-3)
    }

    @Test("an estimate of a share stays between 0 and 1, one at 0 does not go below, and whole numbers stay whole")
    func bounds() throws {
        let share = try number(.normal, best: 0.9, low: 0.6, high: 0.99)
        #expect(share.quantile(1 - 1e-9) <= 1)
        let small = try number(.normal, best: 1, low: 0.01, high: 5)
        #expect(small.quantile(1e-9) >= 0)
        for law in UncertainNumber.Law.allCases {
            let whole = try number(law, whole: true)
            let values = (1..<200).map { whole.quantile(Double($0) / 200) }
            #expect(values.allSatisfy { $0 == $0.rounded() })
            #expect(values == values.sorted())
        }
        // All five values of 2…6 alike.
        let alike = try number(.uniform, whole: true)
        #expect((0..<5).map { alike.quantile((Double($0) + 0.5) / 5) } == [2, 3, 4, 5, 6])
    }

    @Test("a range without a width is none, and a best guess outside counts as the nearer end")
    func refused() throws {
        #expect(UncertainNumber(best: 3, low: 3, high: 3) == nil)
        #expect(UncertainNumber(best: 3, low: 4, high: 2) == nil)
        #expect(UncertainNumber(best: 3, low: 0, high: .infinity) == nil)
        #expect(UncertainNumber(best: 3, low: 2.2, high: 2.8, isWhole: true) == nil)
        #expect(try number(.triangular, best: 9).best == 6)
    }

    @Test("of N draws one lies in each N-th of the law, in an order that other numbers do not change")
    func hypercube() {
        let shares = LatinHypercube.shares(50, name: "parameters.a", seed: 7)
        #expect(shares.map { Int($0 * 50) }.sorted() == Array(0..<50))
        #expect(shares == LatinHypercube.shares(50, name: "parameters.a", seed: 7))
        let other = LatinHypercube.shares(50, name: "parameters.b", seed: 7)
        let together = RankCorrelation(Array(zip(shares, other.map(Optional.init))))
        #expect(abs(together?.value ?? 1) < 0.45)
        #expect(other != shares && LatinHypercube.shares(50, name: "parameters.a", seed: 8) != shares)
    }

    // MARK: The split, where it is known

    private static let fromYears = 9.0
    private static let fromRest = 1.0

    /// Normal effects of the numbers, the year and the rest: known variances.
    private func sampled(inputs: Double, seed: Int, draws: Int = 40, years: Int = 5, blocks: Int = 12)
        -> UncertaintySplit?
    {
        func normal(_ block: Int, _ ordinal: Int) -> Double {
            var stream = DrawStream(
                DrawKey(stream: UInt64(seed + 1), block: UInt32(block), ordinal: UInt32(ordinal)), purpose: 11)
            return NormalLaw.quantile(stream.uniform())
        }
        func year(_ year: Int) -> Double { Self.fromYears.squareRoot() * normal(1_000_000, year) }
        func measure(_ draw: Int, _ years: [Int]) -> Measure {
            let effect = draw == 0 ? 0 : inputs.squareRoot() * normal(draw, 1_000_000)
            let values = years.map { 20 + effect + year($0) + Self.fromRest.squareRoot() * normal(draw, $0) }
            let estimate = ReplicationEstimate.mean(values)
            return Measure(
                name: "m", unit: .number, mean: estimate.value, halfWidth: estimate.halfWidth(level: 0.95),
                n: values.count, basis: .replications, perReplication: values, influence: estimate.influence)
        }
        func block(_ index: Int) -> [Int] { (0..<years).map { index * years + $0 } }
        return UncertaintySplit(
            base: measure(0, Array(0..<(years * blocks))),
            draws: (1...draws).map { draw in
                .init(
                    measure: measure(draw, block(draw % blocks)), base: measure(0, block(draw % blocks)),
                    block: draw % blocks)
            }, level: 0.95)
    }

    @Test(
        "the variances come out without bias, and the interval of the share holds the truth as often as it says",
        arguments: [(4.0, 12), (4.0, 1), (40.0, 12)])
    func known(inputs: Double, blocks: Int) throws {
        let truth = inputs / (inputs + Self.fromYears + Self.fromRest)
        var (held, fromInputs, fromChance) = (0, 0.0, 0.0)
        let times = 200
        for seed in 0..<times {
            let split = try #require(sampled(inputs: inputs, seed: seed, blocks: blocks))
            fromInputs += split.fromInputs / Double(times)
            fromChance += split.fromChance / Double(times)
            let range = try #require(split.inputShareRange)
            if range.low <= truth, truth <= range.high { held += 1 }
        }
        // A variance from 40 draws has a standard error of about a quarter of itself, the mean of 200 under 2 %.
        #expect(abs(fromInputs / inputs - 1) < 0.08, "\(fromInputs)")
        #expect(abs(fromChance / (Self.fromYears + Self.fromRest) - 1) < (blocks == 1 ? 0.2 : 0.06), "\(fromChance)")
        // With one block the chance part rests on five years, of which leaving out draws says nothing: not what doubt uses.
        if blocks > 1 { #expect(held >= 176, "at 95 % fewer than 176 of 200 come once in 100,000: \(held)") }
    }

    @Test("numbers that mean nothing are told from chance no more often than the level allows, and are never negative")
    func nothing() throws {
        var told = 0
        for seed in 0..<200 {
            let split = try #require(sampled(inputs: 0, seed: seed))
            #expect(split.fromInputs >= 0 && (0...1).contains(split.inputShare ?? -1))
            if split.isInputTold { told += 1 }
        }
        // 2.5 % are expected on that side: 5 of 200; more than 15 come less than once in 1,000.
        #expect(told <= 15, "\(told)")
    }

    @Test("too few draws say nothing, and few say that they are few")
    func few() throws {
        #expect(sampled(inputs: 4, seed: 1, draws: 9) == nil)
        #expect(try #require(sampled(inputs: 4, seed: 1, draws: 10, years: 2)).isVague)
        #expect(!(try #require(sampled(inputs: 400, seed: 1))).isVague)
    }

    // MARK: What follows what

    @Test(
        "a rank correlation does not mind the shape, shares ranks between ties, and knows nothing of what never changes"
    )
    func ranks() throws {
        let values = (0..<20).map(Double.init)
        let curved = try #require(RankCorrelation(values.map { ($0, $0 * $0 * $0) }))
        #expect(curved.value == 1 && curved.p == 0)
        let falling = try #require(RankCorrelation(values.map { ($0, -$0) }))
        #expect(falling.value == -1)
        // By hand: x = 1…10, y = 1 1 2 2 3 3 4 4 5 5 gives ρ = 80 / √(82.5 · 80).
        let tied = try #require(RankCorrelation((0..<10).map { (Double($0), Double($0 / 2)) }))
        #expect(abs(tied.value - 80 / (82.5 * 80).squareRoot()) < 1e-12)
        #expect(RankCorrelation(values.map { ($0, 1) }) == nil)
        #expect(RankCorrelation(values.map { ($0, $0 < 9 ? $0 : nil) }) == nil)
        #expect(RankCorrelation.told([curved, nil, tied], level: 0.95) == [true, false, true])
    }

    // MARK: Goals of groups

    @Test("a goal about a group that is not there is not kept unseen")
    func absentGroup() throws {
        let model = try TestModels.queue(rate: 2.4, servers: 5, horizonDays: 60, warmupDays: 5)
        func probe(_ goals: [ServiceGoal]) throws -> GoalProbe {
            try GoalDecision(goals: goals, level: 0.95, probes: 1, looks: [20]).probe(
                Experiment(try CompiledModel(model)), at: [0])
        }
        var whole = ServiceGoal(measure: "wait.service.mean", isAtMost: true, limit: 5, zone: 0.1)
        #expect(try probe([whole]).verdict == .met)
        whole.by = .init(attribute: "nothing", value: "here")
        #expect(try probe([whole]).verdict == .undecided)
    }
}
