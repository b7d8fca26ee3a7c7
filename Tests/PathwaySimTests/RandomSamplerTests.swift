import Foundation
import Testing

@testable import PathwaySim

/// A distribution with the kurtosis E((X − μ)/σ)⁴ that its sample variance's interval needs.
struct SampledLaw: Sendable, CustomTestStringConvertible {
    var name: String
    var distribution: Distribution
    /// From the literature; integrated from the quantile function when nil.
    var kurtosis: Double?

    var testDescription: String { name }

    init(_ name: String, _ kind: Distribution.Kind, kurtosis: Double? = nil) throws {
        self.name = name
        distribution = try .validated(kind)
        self.kurtosis = kurtosis
    }

    static func all() throws -> [SampledLaw] {
        let unevenBranches = [WeightedValue(10, weight: 1), WeightedValue(1, weight: 3)]
        let die = [WeightedValue(6, weight: 1), WeightedValue(1, weight: 2), WeightedValue(3, weight: 3)]
        let observations = [2.5, 9, 4, 4, 7.25, 1, 30]
        return [
            try SampledLaw("uniform", .uniform(low: -1, high: 3), kurtosis: 1.8),
            try SampledLaw("triangular", .triangular(low: 1, mode: 2, high: 5), kurtosis: 2.4),
            try SampledLaw("pert", .pert(low: 1, mode: 2, high: 5)),
            try SampledLaw("exponential", .exponential(mean: 3), kurtosis: 9),
            try SampledLaw("erlang by phases", .erlang(shape: 3, mean: 2), kurtosis: 3 + 6 / 3),
            try SampledLaw("erlang as gamma", .erlang(shape: 20, mean: 2), kurtosis: 3 + 6 / 20),
            try SampledLaw("gamma", .gamma(shape: 2.5, scale: 2), kurtosis: 3 + 6 / 2.5),
            try SampledLaw("gamma with shape below 1", .gamma(shape: 0.5, scale: 2), kurtosis: 3 + 6 / 0.5),
            try SampledLaw("weibull", .weibull(shape: 1.7, scale: 2)),
            try SampledLaw("lognormal", .lognormal(mu: 0.3, sigma: 0.5)),
            try SampledLaw("normal", .normal(mean: 3, sd: 2), kurtosis: 3),
            try SampledLaw("normal, lower bound", .normal(mean: 3, sd: 2, lower: 0)),
            try SampledLaw("normal, both bounds", .normal(mean: 3, sd: 2, lower: 2, upper: 6)),
            try SampledLaw("normal, far tail", .normal(mean: 0, sd: 1, lower: 3)),
            try SampledLaw("beta", .beta(alpha: 0.4, beta: 2, low: 1, high: 5)),
            try SampledLaw("hyperexponential", .hyperexponential(unevenBranches)),
            try SampledLaw("poisson, small", .poisson(mean: 0.7), kurtosis: 3 + 1 / 0.7),
            try SampledLaw("poisson, large", .poisson(mean: 1e5), kurtosis: 3 + 1e-5),
            try SampledLaw("binomial, small", .binomial(n: 7, p: 0.4), kurtosis: binomialKurtosis(7, 0.4)),
            try SampledLaw("binomial, large", .binomial(n: 1_000_000, p: 0.3), kurtosis: binomialKurtosis(1e6, 0.3)),
            try SampledLaw("geometric", .geometric(p: 0.1), kurtosis: 9 + 0.01 / 0.9),
            try SampledLaw("discrete", .discrete(die), kurtosis: kurtosis(die)),
            try SampledLaw(
                "empirical", .empirical(observations),
                kurtosis: kurtosis(observations.map { WeightedValue($0, weight: 1) })),
            try SampledLaw(
                "affine", .affine(.normal(mean: 3, sd: 2, lower: 0), scale: 2, shift: -1)),
        ]
    }

    private static func binomialKurtosis(_ n: Double, _ p: Double) -> Double {
        3 + (1 - 6 * p * (1 - p)) / (n * p * (1 - p))
    }

    private static func kurtosis(_ items: [WeightedValue]) -> Double {
        let total = items.reduce(0) { $0 + $1.weight }
        let mean = items.reduce(0) { $0 + $1.value * $1.weight } / total
        let second = items.reduce(0) { $0 + pow($1.value - mean, 2) * $1.weight } / total
        let fourth = items.reduce(0) { $0 + pow($1.value - mean, 4) * $1.weight } / total
        return fourth / (second * second)
    }
}

/// ∫₀¹ f(Q(p)) dp for the quantile function Q, by the double-exponential rule, which tolerates Q's infinite ends.
func expectation(_ law: Distribution, of f: (Double) -> Double) -> Double {
    let step = 0.05
    var sum = 0.0
    for i in -62...62 {
        let t = Double(i) * step
        let p = 1 / (1 + exp(-Double.pi * sinh(t)))
        let weight = Double.pi * cosh(t) * p * (1 / (1 + exp(Double.pi * sinh(t)))) * step
        if p > 0, p < 1 { sum += weight * f(law.quantile(p)) }
    }
    return sum
}

@Suite("Samplers")
struct RandomSamplerTests {
    static let draws = 1_000_000

    /// 99.99 % two-sided.
    static let z = 3.8906

    static func stream(_ ordinal: Int, name: String = "sampler test") -> DrawStream {
        let key = DrawKey(
            stream: DrawStream.stream(seed: 1, replication: 1, name: name), block: 0, ordinal: UInt32(ordinal))
        return DrawStream(key, purpose: 7)
    }

    @Test("draws have the law's mean, variance and quantiles", arguments: try SampledLaw.all())
    func lawOfDraws(_ law: SampledLaw) {
        let distribution = law.distribution
        var tables = SamplerTables()
        let sampler = tables.add(distribution)
        let values = tables.values
        let base = Self.stream(0, name: law.name)
        let n = Self.draws
        let (mean, variance) = (distribution.mean, distribution.variance)
        let quantiles = [0.1, 0.5, 0.9, 0.99].map(distribution.quantile)
        var (sum, squares, below) = (0.0, 0.0, [0, 0, 0, 0])
        var (least, most) = (Double.infinity, -Double.infinity)
        for i in 0..<n {
            let key = DrawKey(stream: base.key, block: 0, ordinal: UInt32(i))
            var stream = DrawStream(key, purpose: 7)
            let x = sampler.sample(&stream, tables: values)
            sum += x - mean
            squares += (x - mean) * (x - mean)
            if x <= quantiles[0] { below[0] += 1 }
            if x <= quantiles[1] { below[1] += 1 }
            if x <= quantiles[2] { below[2] += 1 }
            if x <= quantiles[3] { below[3] += 1 }
            least = min(least, x)
            most = max(most, x)
        }
        let count = Double(n)
        #expect(abs(sum / count) <= Self.z * (variance / count).squareRoot(), "mean off by \(sum / count)")
        let fourth = law.kurtosis ?? expectation(distribution) { pow($0 - mean, 4) } / (variance * variance)
        let varianceError = variance * ((fourth - 1) / count).squareRoot()
        #expect(
            abs(squares / count - variance) <= Self.z * varianceError, "variance \(squares / count), not \(variance)")
        for (quantile, seen) in zip(quantiles, below) {
            let p = distribution.cdf(quantile)
            let error = (p * (1 - p) / count).squareRoot()
            #expect(abs(Double(seen) / count - p) <= Self.z * error, "P(X ≤ \(quantile)) is \(p)")
        }
        #expect(least >= distribution.support.lowerBound && most <= distribution.support.upperBound)
    }

    /// First draws of one fixed stream; the last digits may differ where the C library rounds `exp` or `log` otherwise.
    static let golden: [String: Double] = [
        "affine": 8.39944993963415,
        "beta": 2.5023918624249566,
        "binomial, large": 300367.0,
        "binomial, small": 4.0,
        "discrete": 3.0,
        "empirical": 9.0,
        "erlang as gamma": 2.257202102650417,
        "erlang by phases": 1.1261324427906063,
        "exponential": 1.3219584090618328,
        "gamma": 6.447100763140773,
        "gamma with shape below 1": 2.8881169836343847,
        "geometric": 2.0,
        "hyperexponential": 10.863519639857177,
        "lognormal": 1.8453062693495974,
        "normal": 4.250581053454207,
        "normal, both bounds": 4.689372537838104,
        "normal, far tail": 3.4445725977999535,
        "normal, lower bound": 4.699724969817075,
        "pert": 2.848700981658962,
        "poisson, large": 100253.0,
        "poisson, small": 1.0,
        "triangular": 3.405556564717859,
        "uniform": 2.1525833772285616,
        "weibull": 1.2350229199700677,
    ]

    @Test("a draw never changes between versions", arguments: try SampledLaw.all())
    func goldenDraws(_ law: SampledLaw) throws {
        var tables = SamplerTables()
        let sampler = tables.add(law.distribution)
        var stream = Self.stream(12)
        let expected = try #require(Self.golden[law.name])
        #expect(abs(sampler.sample(&stream, tables: tables.values) - expected) <= 1e-13 * abs(expected))
    }

    /// The draws of one law from the first streams.
    static func draws(_ distribution: Distribution, count: Int = 20_000) -> [Double] {
        var tables = SamplerTables()
        let sampler = tables.add(distribution)
        return (0..<count).map { i in
            var stream = stream(i)
            return sampler.sample(&stream, tables: tables.values)
        }
    }

    @Test(
        "the same luck scales with the mean",
        arguments: [
            (try .exponential(mean: 2), try .exponential(mean: 6.5)),
            (try .lognormal(mean: 2, cv: 0.8), try .lognormal(mean: 6.5, cv: 0.8)),
            (try .weibull(shape: 1.4, scale: 2), try .weibull(shape: 1.4, scale: 6.5)),
            (try .erlang(shape: 3, mean: 2), try .erlang(shape: 3, mean: 6.5)),
            (try .erlang(shape: 30, mean: 2), try .erlang(shape: 30, mean: 6.5)),
            (try .gamma(shape: 0.4, scale: 2), try .gamma(shape: 0.4, scale: 6.5)),
            (try .normal(mean: 0, sd: 2), try .normal(mean: 0, sd: 6.5)),
            (
                try .hyperexponential([WeightedValue(2, weight: 1), WeightedValue(4, weight: 2)]),
                try .hyperexponential([WeightedValue(6.5, weight: 1), WeightedValue(13, weight: 2)])
            ),
        ] as [(Distribution, Distribution)])
    func proportional(small: Distribution, large: Distribution) {
        for (x, y) in zip(Self.draws(small), Self.draws(large)) {
            #expect(abs(y - 3.25 * x) <= 4e-15 * abs(y))
        }
    }

    @Test(
        "the same luck is never worse under a larger law",
        arguments: [
            (try .uniform(low: 0, high: 1), try .uniform(low: 0.5, high: 1.2)),
            (try .triangular(low: 0, mode: 1, high: 5), try .triangular(low: 0, mode: 4, high: 5)),
            (try .normal(mean: 3, sd: 2), try .normal(mean: 3.5, sd: 2)),
            (try .normal(mean: 3, sd: 2, lower: 0), try .normal(mean: 3.5, sd: 2, lower: 0)),
            (try .normal(mean: -1, sd: 1, lower: 0), try .normal(mean: 0.1, sd: 1, lower: 0)),
            (try .poisson(mean: 3), try .poisson(mean: 3.1)), (try .poisson(mean: 900), try .poisson(mean: 1_000)),
            (try .binomial(n: 10, p: 0.3), try .binomial(n: 10, p: 0.4)),
            (try .geometric(p: 0.4), try .geometric(p: 0.3)), (try .empirical([3, 1, 2]), try .empirical([4, 2, 2])),
            (
                try .discrete([WeightedValue(2, weight: 1), WeightedValue(1, weight: 1)]),
                try .discrete([WeightedValue(1, weight: 1), WeightedValue(2, weight: 2)])
            ),
        ] as [(Distribution, Distribution)])
    func monotone(smaller: Distribution, larger: Distribution) {
        let pairs = zip(Self.draws(smaller), Self.draws(larger))
        #expect(pairs.allSatisfy { $0 <= $1 })
        #expect(pairs.contains { $0 < $1 })
    }

    @Test(
        "draws are finite at the edges of what is allowed",
        arguments: [
            .weibull(shape: 0.05, scale: 1e100), .lognormal(mu: 230, sigma: 10), .gamma(shape: 0.001, scale: 1e100),
            .gamma(shape: 1e9, scale: 1e100), .beta(alpha: 0.001, beta: 0.001, low: -1e100, high: 1e100),
            .geometric(p: 1e-9), .exponential(mean: 1e100), .erlang(shape: 1_000_000, mean: 1e100),
            .normal(mean: -1e100, sd: 1e100), .uniform(low: -1e100, high: 1e100), .poisson(mean: 1e7),
            .binomial(n: 1_000_000_000, p: 0.5), .binomial(n: 1_000_000_000, p: 1e-9),
            .binomial(n: 1_000_000_000, p: 1 - 1e-12), .pert(low: 0, mode: 1, high: 1, shape: 1e4),
            .hyperexponential([WeightedValue(0, weight: 1e100), WeightedValue(1e100, weight: 1e100)]),
            .discrete([WeightedValue(1, weight: .leastNonzeroMagnitude), WeightedValue(2, weight: 1e100)]),
        ] as [Distribution.Kind])
    func edges(_ kind: Distribution.Kind) throws {
        let distribution = try Distribution.validated(kind)
        let draws = Self.draws(distribution, count: 2_000)
        #expect(draws.allSatisfy { $0.isFinite && distribution.support.contains($0) })
    }

    @Test("the uppermost layer of each ziggurat has the area of all others")
    func zigguratCloses() {
        let tables = Ziggurat.tables()
        #expect(tables.count == Ziggurat.tableCount)
        for (edges, heights) in [
            (Ziggurat.exponentialEdges, Ziggurat.exponentialHeights), (Ziggurat.normalEdges, Ziggurat.normalHeights),
        ] {
            let area = tables[edges] * tables[heights + 1]
            for layer in 1..<Ziggurat.layers {
                let covered = tables[edges + layer] * (tables[heights + layer + 1] - tables[heights + layer])
                #expect(abs(covered / area - 1) < 1e-10, "layer \(layer)")
            }
        }
    }

    @Test("the normal tail beyond the ziggurat is that of the normal law")
    func normalTail() throws {
        let law = try Distribution.normal(mean: 0, sd: 1, lower: Ziggurat.normalTail)
        let n = 100_000
        var stream = Self.stream(0, name: "tail")
        let draws = (0..<n).map { _ in Ziggurat.normalTailDraw(&stream) }
        for p in [0.1, 0.5, 0.9, 0.99] {
            let quantile = law.quantile(p)
            let share = Double(draws.count { $0 <= quantile }) / Double(n)
            #expect(abs(share - p) <= Self.z * (p * (1 - p) / Double(n)).squareRoot())
        }
    }

    @Test("adding a distribution twice adds nothing")
    func known() throws {
        var tables = SamplerTables()
        let first = tables.add(try .poisson(mean: 20))
        let size = tables.values.count
        #expect(tables.add(try .poisson(mean: 20)) == first)
        #expect(tables.values.count == size)
    }
}
