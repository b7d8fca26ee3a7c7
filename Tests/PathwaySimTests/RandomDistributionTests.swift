import Foundation
import Testing

@testable import PathwaySim

@Suite("Distributions")
struct RandomDistributionTests {
    typealias Kind = Distribution.Kind
    typealias Refusal = DistributionError

    static let number = Refusal.Allowed.within(-1e100, 1e100)
    static let size = Refusal.Allowed.within(0, 1e100)

    static let refused: [(Kind, Refusal)] = [
        (.constant(.infinity), .parameter("value", value: .infinity, allowed: number)),
        (.constant(2e100), .parameter("value", value: 2e100, allowed: number)),
        (.uniform(low: 3, high: 2), .order("low", 3, mustNotExceed: "high", 2)),
        (.uniform(low: -.infinity, high: 2), .parameter("low", value: -.infinity, allowed: number)),
        (.triangular(low: 1, mode: 0.5, high: 2), .order("low", 1, mustNotExceed: "mode", 0.5)),
        (.triangular(low: 1, mode: 3, high: 2), .order("mode", 3, mustNotExceed: "high", 2)),
        (.pert(low: 1, mode: 3, high: 2), .order("mode", 3, mustNotExceed: "high", 2)),
        (
            .pert(low: 1, mode: 1, high: 2, shape: 0),
            .parameter("shape", value: 0, allowed: .above(0, atMost: 1e4))
        ),
        (.exponential(mean: -1), .parameter("mean", value: -1, allowed: size)),
        (.erlang(shape: 0, mean: 1), .parameter("shape", value: 0, allowed: .within(1, 1e6))),
        (.erlang(shape: .max, mean: 1), .parameter("shape", value: 0x1p63, allowed: .within(1, 1e6))),
        (.gamma(shape: 0, scale: 1), .parameter("shape", value: 0, allowed: .within(0.001, 1e9))),
        (.gamma(shape: 1, scale: -2), .parameter("scale", value: -2, allowed: size)),
        (.weibull(shape: 0.01, scale: 1), .parameter("shape", value: 0.01, allowed: .within(0.05, 1e6))),
        (.lognormal(mu: 0, sigma: -1), .parameter("sigma", value: -1, allowed: .within(0, 10))),
        (.lognormal(mu: 1000, sigma: 1), .parameter("mu", value: 1000, allowed: .within(-230, 230))),
        (.normal(mean: 0, sd: -1), .parameter("sd", value: -1, allowed: size)),
        (.normal(mean: 0, sd: 1, lower: 2, upper: 1), .order("lower", 2, mustNotExceed: "upper", 1)),
        (.normal(mean: 0, sd: 0, lower: 2), .boundsExclude(lower: 2, upper: .infinity, probability: 0)),
        (.beta(alpha: 0, beta: 1), .parameter("alpha", value: 0, allowed: .within(0.001, 1e9))),
        (.poisson(mean: 1e8), .parameter("mean", value: 1e8, allowed: .within(0, 1e7))),
        (.binomial(n: -1, p: 0.5), .parameter("n", value: -1, allowed: .within(0, 1e9))),
        (.binomial(n: 3, p: 1.5), .parameter("p", value: 1.5, allowed: .within(0, 1))),
        (.geometric(p: 0), .parameter("p", value: 0, allowed: .within(1e-9, 1))),
        (.hyperexponential([]), .empty("mean")),
        (.discrete([]), .empty("value")),
        (.discrete([WeightedValue(1, weight: 0)]), .noWeight),
        (
            .discrete([WeightedValue(1, weight: 1), WeightedValue(2, weight: -1)]),
            .parameter("weight", index: 1, value: -1, allowed: size)
        ),
        (.hyperexponential([WeightedValue(-1, weight: 1)]), .parameter("mean", index: 0, value: -1, allowed: size)),
        (.empirical([]), .empty("value")),
        (.empirical([1, .infinity]), .parameter("value", index: 1, value: .infinity, allowed: number)),
    ]

    @Test("a parameter outside its range is refused with its name, value and limits", arguments: refused)
    func refusal(kind: Kind, expected: Refusal) {
        #expect(throws: expected) { try Distribution.validated(kind) }
    }

    @Test("not-a-number is refused wherever a number goes")
    func notANumber() {
        let kinds: [Kind] = [
            .constant(.nan), .uniform(low: 0, high: .nan), .exponential(mean: .nan), .gamma(shape: .nan, scale: 1),
            .normal(mean: .nan, sd: 1), .normal(mean: 0, sd: 1, lower: .nan), .poisson(mean: .nan),
            .geometric(p: .nan), .empirical([.nan]), .discrete([WeightedValue(1, weight: .nan)]),
            .triangular(low: 0, mode: .nan, high: 1),
        ]
        for kind in kinds {
            #expect(throws: DistributionError.self) { try Distribution.validated(kind) }
        }
        #expect(throws: DistributionError.self) { try Distribution.lognormal(mean: .nan, cv: 1) }
        #expect(throws: DistributionError.self) { try Distribution.lognormal(mean: 1, sd: .nan) }
    }

    @Test("bounds that leave almost nothing of a normal law are refused with what they leave")
    func boundsExclude() throws {
        let error = #expect(throws: DistributionError.self) { try Distribution.normal(mean: 0, sd: 1, lower: 7) }
        guard case .boundsExclude(let lower, let upper, let probability)? = error else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(lower == 7 && upper == .infinity)
        #expect(abs(probability / 1.2798125438858350e-12 - 1) < 1e-12)
    }

    @Test(
        "degenerate parameters are a constant",
        arguments: [
            (.uniform(low: 2, high: 2), 2), (.triangular(low: 2, mode: 2, high: 2), 2),
            (.pert(low: 2, mode: 2, high: 2), 2), (.exponential(mean: 0), 0), (.erlang(shape: 2, mean: 0), 0),
            (.gamma(shape: 2, scale: 0), 0), (.weibull(shape: 2, scale: 0), 0), (.lognormal(mu: 0, sigma: 0), 1),
            (.normal(mean: 3, sd: 0), 3), (.normal(mean: 3, sd: 1, lower: 5, upper: 5), 5), (.poisson(mean: 0), 0),
            (.binomial(n: 0, p: 0.5), 0), (.binomial(n: 9, p: 1), 9), (.binomial(n: 9, p: 0), 0),
            (.geometric(p: 1), 0), (.beta(alpha: 1, beta: 1, low: 4, high: 4), 4),
        ] as [(Kind, Double)])
    func degenerate(kind: Kind, value: Double) throws {
        let distribution = try Distribution.validated(kind)
        #expect(distribution.kind == .constant(value))
        #expect(distribution.mean == value && distribution.variance == 0)
        #expect(distribution.cdf(value) == 1 && distribution.cdf(value.nextDown) == 0)
        #expect(distribution.quantile(0.3) == value)
    }

    struct Reference: Sendable {
        var kind: Kind
        var mean: Double
        var variance: Double
        var x: Double
        var cdf: Double
        var p: Double
        var quantile: Double

        init(
            _ kind: Kind, _ mean: Double, _ variance: Double, at x: Double, _ cdf: Double, p: Double, _ quantile: Double
        ) {
            (self.kind, self.mean, self.variance) = (kind, mean, variance)
            (self.x, self.cdf, self.p, self.quantile) = (x, cdf, p, quantile)
        }
    }

    /// Computed with an independent statistics library.
    static let references: [Reference] = [
        Reference(
            .gamma(shape: 2.5, scale: 2), 5, 10, at: 3, 0.3000141641213724, p: 0.9, 9.236356899781123),
        Reference(
            .gamma(shape: 0.5, scale: 2), 1, 2, at: 0.2, 0.34527915398142317, p: 0.1, 0.01579077409343122),
        Reference(
            .erlang(shape: 20, mean: 2), 2, 0.2, at: 2.2, 0.6939729794378251, p: 0.99, 3.1845369875782232),
        Reference(
            .weibull(shape: 1.7, scale: 2), 1.7844890049986482, 1.167419308983415, at: 1, 0.26492746924321325,
            p: 0.25, 0.961044298748317),
        Reference(
            .lognormal(mu: 0.3, sigma: 0.5), 1.5295904196633787, 0.664519172020442, at: 2, 0.7841524723713562,
            p: 0.95, 3.0723010651923146),
        Reference(
            .normal(mean: 3, sd: 2, lower: 0), 3.2775795009177013, 3.090211117917175, at: 2, 0.2590357938743295,
            p: 0.9, 5.641177297653892),
        Reference(
            .normal(mean: 3, sd: 2, lower: 2, upper: 6), 3.7125457683541194, 1.1209926006049002, at: 4,
            0.6130180069961567, p: 0.3, 2.9796163311741375),
        Reference(
            .normal(mean: 0, sd: 1, lower: 3), 3.28309865493044, 0.07055918678525586, at: 3.5, 0.8276691471617235,
            p: 0.5, 3.2051549205989334),
        Reference(
            .beta(alpha: 0.4, beta: 2, low: 1, high: 5), 1.6666666666666667, 0.6535947712418301, at: 1.5,
            0.5876216302248836, p: 0.9, 2.9141302822270063),
        Reference(
            .pert(low: 1, mode: 2, high: 5), 2.333333333333333, 0.5079365079365079, at: 2, 0.3671875, p: 0.5,
            2.25524068182279),
        Reference(
            .triangular(low: 1, mode: 2, high: 5), 2.666666666666667, 0.7222222222222222, at: 3, 0.6666666666666666,
            p: 0.6, 2.8091097699793353),
        Reference(.poisson(mean: 0.7), 0.7, 0.7, at: 1, 0.8441950164453962, p: 0.9, 2),
        Reference(.poisson(mean: 1e5), 1e5, 1e5, at: 100_200, 0.7370743855300903, p: 0.99, 100_736),
        Reference(.binomial(n: 7, p: 0.4), 2.8, 1.68, at: 3, 0.710208, p: 0.5, 3),
        Reference(
            .binomial(n: 1_000_000, p: 0.3), 300_000, 210_000, at: 299_500, 0.13785089222411243, p: 0.05, 299_246),
        Reference(.geometric(p: 0.1), 9, 90, at: 3, 1 - pow(0.9, 4), p: 0.5, 6),
        Reference(.uniform(low: -1, high: 3), 1, 16.0 / 12, at: 0, 0.25, p: 0.1, -0.6),
        Reference(.exponential(mean: 3), 3, 9, at: 3, 1 - exp(-1), p: 0.5, 3 * log(2)),
        Reference(
            .hyperexponential([WeightedValue(10, weight: 1), WeightedValue(1, weight: 3)]), 3.25, 40.9375, at: 0, 0,
            p: 0.25 * (1 - exp(-0.2)) + 0.75 * (1 - exp(-2)), 2),
        Reference(
            .discrete([WeightedValue(6, weight: 1), WeightedValue(1, weight: 2), WeightedValue(3, weight: 1)]), 2.75,
            4.1875, at: 3, 0.75, p: 0.6, 3),
        Reference(.empirical([4, 2, 4, 10]), 5, 9, at: 4, 0.75, p: 0.25, 2),
        Reference(
            .affine(Distribution(checked: .exponential(mean: 3)), scale: 2, shift: 1), 7, 36, at: 7, 1 - exp(-1),
            p: 0.5,
            1 + 6 * log(2)),
    ]

    @Test("mean, variance, distribution function and quantile agree with known values", arguments: references)
    func law(_ reference: Reference) throws {
        let distribution = try Distribution.validated(reference.kind)
        let tolerance = 1e-10
        #expect(abs(distribution.mean - reference.mean) <= tolerance * abs(reference.mean))
        #expect(abs(distribution.variance - reference.variance) <= tolerance * reference.variance)
        #expect(abs(distribution.cdf(reference.x) - reference.cdf) <= tolerance * reference.cdf)
        #expect(abs(distribution.quantile(reference.p) - reference.quantile) <= tolerance * abs(reference.quantile))
    }

    @Test(
        "a quantile is the smallest value at which the distribution function reaches p", arguments: try SampledLaw.all()
    )
    func inverse(_ law: SampledLaw) {
        let distribution = law.distribution
        for p in [1e-6, 0.01, 0.3, 0.5, 0.85, 0.999, 1 - 1e-6] {
            let x = distribution.quantile(p)
            #expect(distribution.cdf(x) >= p - 1e-12)
            let before = x - 1e-9 * max(1, abs(x))
            #expect(distribution.cdf(before) <= p + 1e-12, "at \(p)")
        }
        #expect(distribution.quantile(0) == distribution.support.lowerBound)
        #expect(distribution.quantile(1) == distribution.support.upperBound)
        #expect(distribution.quantile(1.01).isNaN && distribution.quantile(.nan).isNaN && distribution.cdf(.nan).isNaN)
        #expect(distribution.cdf(-.infinity) == 0 && distribution.cdf(.infinity) == 1)
    }

    @Test("the lognormal is found from its mean and standard deviation or variation")
    func lognormalByMoments() throws {
        let bySD = try Distribution.lognormal(mean: 7.4, sd: 8.61)
        let byCV = try Distribution.lognormal(mean: 7.4, cv: 8.61 / 7.4)
        for distribution in [bySD, byCV] {
            #expect(abs(distribution.mean / 7.4 - 1) < 1e-13)
            #expect(abs(distribution.standardDeviation / 8.61 - 1) < 1e-13)
        }
        #expect(try Distribution.lognormal(mean: 3, sd: 0).kind == .constant(3))
    }

    @Test("scaling and shifting many times over is one step, and of a constant a constant")
    func affine() throws {
        var distribution = try Distribution.exponential(mean: 2)
        for _ in 0..<10_000 { distribution = try distribution.shifted(by: 0.5) }
        #expect(distribution.kind == .affine(try .exponential(mean: 2), scale: 1, shift: 5_000))
        #expect(try distribution.scaled(by: 0).kind == .constant(0))
        #expect(try Distribution.constant(4).scaled(by: 2).shifted(by: 1).kind == .constant(9))
        #expect(try Distribution.exponential(mean: 2).shifted(by: 0).kind == .exponential(mean: 2))
        #expect(throws: DistributionError.parameter("scale", value: -1, allowed: Self.size)) {
            try distribution.scaled(by: -1)
        }
        #expect(throws: DistributionError.self) { try distribution.scaled(by: 1e60).scaled(by: 1e60) }
    }

    @Test("which laws sit on single values")
    func discreteness() throws {
        let names = try SampledLaw.all().filter(\.distribution.isDiscrete).map(\.name)
        #expect(
            names == [
                "poisson, small", "poisson, large", "binomial, small", "binomial, large", "geometric", "discrete",
                "empirical",
            ])
    }
}
