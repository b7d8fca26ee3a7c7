import Foundation
import Testing

@testable import PathwaySim

/// Numbers of successes that a correct method gives in 998 of 1,000 series of trials.
private func plausible(_ trials: Int, _ p: Double) -> ClosedRange<Int> {
    let law = try? Distribution.binomial(n: trials, p: p)
    return Int(law?.quantile(0.001) ?? 0)...Int(law?.quantile(0.999) ?? 0)
}

/// Draws of a law, rounded to a step where one is given.
private func draws(_ law: Distribution, _ count: Int, seed: UInt32, rounded step: Double? = nil) -> [Double] {
    var tables = SamplerTables()
    let sampler = tables.add(law)
    var stream = DrawStream(DrawKey(stream: 20_260, block: 0, ordinal: seed), purpose: 1)
    return (0..<count).map { _ in
        let draw = sampler.sample(&stream, tables: tables.values)
        return step.map { (draw / $0).rounded() * $0 } ?? draw
    }
}

@Suite("Laws fitted to numbers")
struct DistributionFitTests {
    typealias Family = DistributionFit.Family

    private static func fit(_ family: Family, _ values: [Double], _ kind: FittingSample.Kind) throws -> DistributionFit
    {
        let fits = DistributionFit.candidates(for: FittingSample(values, kind: kind))
        return try #require(fits.first { $0.family == family }, "no \(family) among \(fits.map(\.family))")
    }

    struct Truth: CustomTestStringConvertible, Sendable {
        var family: Family
        var kind: Distribution.Kind
        var sample: FittingSample.Kind = .times
        /// What the draws are rounded to.
        var step: Double?

        var testDescription: String { family.rawValue + (step.map { ", rounded to \($0)" } ?? "") }
    }

    private static let truths: [Truth] = [
        Truth(family: .exponential, kind: .exponential(mean: 12)),
        Truth(family: .exponential, kind: .exponential(mean: 12), step: 1),
        Truth(family: .gamma, kind: .gamma(shape: 2.3, scale: 9)),
        Truth(family: .gamma, kind: .gamma(shape: 0.6, scale: 30), step: 1),
        Truth(family: .weibull, kind: .weibull(shape: 1.6, scale: 25)),
        Truth(family: .weibull, kind: .weibull(shape: 0.8, scale: 25), step: 1),
        Truth(family: .lognormal, kind: .lognormal(mu: 3, sigma: 0.7)),
        Truth(family: .lognormal, kind: .lognormal(mu: 1, sigma: 0.7), step: 1),
        Truth(family: .lognormal, kind: .lognormal(mu: 3, sigma: 0.7), step: 7),
        Truth(family: .normal, kind: .normal(mean: 60, sd: 9)),
        Truth(family: .normal, kind: .normal(mean: 1, sd: 9), sample: .numbers),
        Truth(family: .poisson, kind: .poisson(mean: 6.5), sample: .counts),
        Truth(family: .geometric, kind: .geometric(p: 0.15), sample: .counts),
    ]

    @Test("the truth lies in the stated intervals at the promised rate", arguments: truths)
    func coverage(truth: Truth) throws {
        let law = try Distribution.validated(truth.kind)
        let samples = 300
        var held = (mean: 0, nine: 0)
        for seed in 0..<samples {
            let values = draws(law, 400, seed: UInt32(seed), rounded: truth.step)
            let fit = try Self.fit(truth.family, values, truth.sample)
            let mean = fit.estimate(.mean, level: 0.95)
            if (mean.low ?? .infinity) <= law.mean, law.mean <= (mean.high ?? 0) { held.mean += 1 }
            let (nine, exact) = (fit.estimate(.quantile(0.9), level: 0.95), law.quantile(0.9))
            if (nine.low ?? -.infinity) <= exact, exact <= (nine.high ?? .infinity) { held.nine += 1 }
        }
        #expect(plausible(samples, 0.95).contains(held.mean), "the mean in \(held.mean) of \(samples)")
        // Quantiles of counts have no interval.
        if truth.sample != .counts {
            #expect(plausible(samples, 0.95).contains(held.nine), "nine in ten in \(held.nine) of \(samples)")
        }
    }

    @Test("with enough numbers the law that gave them is found", arguments: truths.filter { $0.family != .exponential })
    func chosen(truth: Truth) throws {
        let law = try Distribution.validated(truth.kind)
        let values = draws(law, 5_000, seed: 77, rounded: truth.step)
        let best = try #require(DistributionFit.candidates(for: FittingSample(values, kind: truth.sample)).first)
        #expect(best.family == truth.family)
        #expect(best.gap.size < 0.03)
    }

    @Test("of few numbers it is said that they cannot tell the laws apart")
    func indistinct() throws {
        let law = try Distribution.gamma(shape: 2, scale: 10)
        var apart = 0
        for seed in 0..<100 {
            let fits = DistributionFit.candidates(
                for: FittingSample(draws(law, 20, seed: UInt32(seed)), kind: .times))
            if fits.count < 2 || fits[1].criterion - fits[0].criterion >= DistributionFit.indistinct { apart += 1 }
        }
        #expect(apart < 20, "told apart in \(apart) of 100")
    }

    @Test("a true law is called unfitting as often as the level says, a false one mostly")
    func goodness() throws {
        let (truth, other) = (
            try Distribution.gamma(shape: 2, scale: 10), try Distribution.lognormal(mu: 3, sigma: 1.2)
        )
        let samples = 120
        var rejected = (truth: 0, other: 0)
        for seed in 0..<samples {
            for (index, law) in [truth, other].enumerated() {
                // Few enough that bins of whole days keep the test short.
                let values = draws(law, 150, seed: UInt32(1_000 + seed), rounded: 5)
                let fit = try Self.fit(.gamma, values, .times)
                let share = try #require(fit.shareFartherAway(samples: 59, seed: UInt64(seed)))
                if share <= 0.05 { if index == 0 { rejected.truth += 1 } else { rejected.other += 1 } }
            }
        }
        #expect(plausible(samples, 0.05).contains(rejected.truth), "the truth in \(rejected.truth) of \(samples)")
        #expect(rejected.other > samples * 3 / 4, "another in \(rejected.other) of \(samples)")
    }

    @Test("laws with a formula for their parameters have them, and the criterion is the one reckoned by hand")
    func closedForms() throws {
        // Written so finely that they count as exact.
        let values = [
            1.2137, 3.4071, 0.7253, 9.1319, 4.4447, 2.2081, 5.9163, 1.1049, 7.3291, 3.3317, 2.8023, 6.1199,
        ]
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        let exponential = try Self.fit(.exponential, values, .times)
        #expect(abs(exponential.distribution.mean - mean) < 1e-6)
        let likelihood = -n * (log(mean) + 1)
        #expect(abs(exponential.criterion - (-2 * likelihood + 2 + 4 / (n - 2))) < 1e-6)
        // The mean of n exponential times has the relative error 1/√n.
        let interval = exponential.estimate(.mean, level: 0.95)
        #expect(abs(log(interval.high ?? 0) - log(mean) - 1.959_964 / n.squareRoot()) < 1e-4)
        guard case .lognormal(let mu, let sigma) = try Self.fit(.lognormal, values, .times).distribution.kind else {
            Issue.record("no lognormal")
            return
        }
        let logarithms = values.map { log($0) }
        let middle = logarithms.reduce(0, +) / n
        #expect(abs(mu - middle) < 1e-6)
        #expect(abs(sigma * sigma - logarithms.reduce(0) { $0 + ($1 - middle) * ($1 - middle) } / n) < 1e-6)
        guard case .gamma(let shape, let scale) = try Self.fit(.gamma, values, .times).distribution.kind else {
            Issue.record("no gamma")
            return
        }
        // ln a − ψ(a) = ln x̄ − mean of ln x, the digamma function from log Γ.
        let digamma =
            (SpecialFunctions.logGamma(shape + 1e-5) - SpecialFunctions.logGamma(shape - 1e-5)) / 2e-5
        #expect(abs(log(shape) - digamma - (log(mean) - middle)) < 1e-5)
        #expect(abs(shape * scale - mean) < 1e-5)
        guard case .weibull(let k, _) = try Self.fit(.weibull, values, .times).distribution.kind else {
            Issue.record("no Weibull")
            return
        }
        let powers = values.map { pow($0, k) }
        let weighted = zip(powers, logarithms).reduce(0) { $0 + $1.0 * $1.1 } / powers.reduce(0, +)
        #expect(abs(weighted - 1 / k - middle) < 1e-5)
    }

    @Test("counts: the Poisson law for evenly spread ones, a binomial where they spread less")
    func counts() throws {
        let groups = draws(try .binomial(n: 12, p: 0.8), 400, seed: 5)
        let fits = DistributionFit.candidates(for: FittingSample(groups, kind: .counts))
        let best = try #require(fits.first)
        guard case .binomial(let n, let p) = best.distribution.kind else {
            Issue.record("\(best.family)")
            return
        }
        #expect((10...15).contains(n))
        #expect(abs(Double(n) * p - groups.reduce(0, +) / 400) < 1e-6)
    }

    @Test("what cannot be fitted has no laws")
    func none() {
        #expect(DistributionFit.candidates(for: FittingSample([1, 2, 3], kind: .times)).isEmpty)
        #expect(DistributionFit.candidates(for: FittingSample(Array(repeating: 7, count: 50), kind: .times)).isEmpty)
        #expect(DistributionFit.candidates(for: FittingSample(Array(repeating: 0, count: 50), kind: .counts)).isEmpty)
    }

    @Test("one far number makes a law bad, not impossible")
    func outlier() {
        let values = Array(stride(from: 1.0, through: 30, by: 1)) + [100_000]
        let fits = DistributionFit.candidates(for: FittingSample(values, kind: .times))
        #expect(fits.count >= 3)
        #expect(fits.allSatisfy { $0.criterion.isFinite })
    }

    @Test("a time that would often be negative is no normal law's")
    func normalTimes() throws {
        let waits = draws(try .exponential(mean: 10), 200, seed: 3)
        #expect(!DistributionFit.candidates(for: FittingSample(waits, kind: .times)).contains { $0.family == .normal })
    }
}

@Suite("Samples and their rounding")
struct FittingSampleTests {
    private static let days = (0..<60).map { Double(($0 * 7) % 41) }

    @Test("whole days are rounded, whole weeks to weeks, exact times not")
    func grids() {
        #expect(FittingSample(Self.days, kind: .times).grid == 1)
        #expect(FittingSample(Self.days.map { $0 * 7 }, kind: .times).grid == 7)
        #expect(FittingSample(Self.days.map { $0 / 4 }, kind: .times).grid == 0.25)
        #expect(FittingSample(Self.days.map { ($0 + 1) * 1.234_567 }, kind: .times).grid == nil)
        #expect(FittingSample(Self.days, kind: .counts).grid == nil)
    }

    @Test("a few numbers that share a divisor by chance are rounded to ones")
    func chance() {
        #expect(FittingSample([2, 4, 6, 8, 10, 12, 14, 16, 20, 24], kind: .times).grid == 1)
    }

    @Test("fine rounding does not matter, but zeros do")
    func fine() {
        let minutes = (1...200).map { Double($0 * 37 % 1_009) }
        #expect(FittingSample(minutes, kind: .times).grid == nil)
        #expect(FittingSample(minutes + [0], kind: .times).grid == 1)
    }

    @Test("zeros beside exact times stand apart, and the curves describe the others")
    func zerosApart() throws {
        let law = try Distribution.gamma(shape: 3, scale: 5)
        let sample = FittingSample(
            draws(law, 200, seed: 9) + Array(repeating: 0, count: 40), kind: .times)
        #expect(sample.hasSeparateZeros)
        let best = try #require(DistributionFit.candidates(for: sample).first)
        #expect(best.sample.count == 200)
        #expect(abs(best.distribution.mean - 15) < 3)
    }

    @Test("more zeros than a law expects are seen")
    func excess() throws {
        let waits = draws(try .gamma(shape: 3, scale: 5), 200, seed: 9, rounded: 1) + Array(repeating: 0, count: 60)
        let sample = FittingSample(waits, kind: .times)
        let best = try #require(DistributionFit.candidates(for: sample).first)
        #expect(sample.zeros >= 60)
        #expect(best.expectedZeros < 40)
    }

    @Test("its figures are those of the list")
    func figures() {
        let sample = FittingSample([3, 1, 3, 0, 8], kind: .times)
        #expect(sample.count == 5 && sample.mean == 3 && sample.zeros == 1)
        #expect(abs(sample.standardDeviation - 9.5.squareRoot()) < 1e-12)
        #expect(sample.quantile(0.5) == 3 && sample.quantile(0.9) == 8 && sample.quantile(0.2) == 0)
        #expect(sample.multiples(of: 3) == 3)
    }
}

@Suite("Small linear systems and searches")
struct SmallNumericsTests {
    @Test("a system is solved and a matrix inverted")
    func solve() throws {
        let factor = try #require(CholeskyFactor([[4, 2, 0.6], [2, 5, 1], [0.6, 1, 3]]))
        let x = factor.solve([1, 2, 3])
        let back = [[4, 2, 0.6], [2, 5, 1], [0.6, 1, 3]].map { row in zip(row, x).reduce(0) { $0 + $1.0 * $1.1 } }
        for (found, wanted) in zip(back, [1.0, 2, 3]) { #expect(abs(found - wanted) < 1e-12) }
        #expect(abs(factor.inverse[0][0] - 14 / 44.6) < 1e-12)
    }

    @Test(
        "what is not positive definite has no factor",
        arguments: [[[1.0, 2], [2, 1]], [[0.0]], [[1.0, 1], [1, 1]]])
    func indefinite(matrix: [[Double]]) { #expect(CholeskyFactor(matrix) == nil) }

    @Test("the lowest point of a curved valley is found")
    func valley() {
        // Rosenbrock's function, its lowest point at (1, 1).
        let search = NewtonSearch(from: [-1.2, 1]) { x in
            let (a, b) = (1 - x[0], x[1] - x[0] * x[0])
            return a * a + 100 * b * b
        }
        #expect(search.hasSettled)
        #expect(abs(search.place[0] - 1) < 1e-4 && abs(search.place[1] - 1) < 1e-4)
    }

    @Test("a function that falls for ever does not settle")
    func endless() { #expect(!NewtonSearch(from: [0]) { -$0[0] }.hasSettled) }
}
