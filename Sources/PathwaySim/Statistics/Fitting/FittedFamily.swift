import Foundation

/// A family of laws whose parameters can be estimated, in numbers that may take any value.
///
/// The numbers are measured from a first guess (by moments) in steps of their natural size, so that one search fits them
/// all: a mean or a location first, a shape or a spread second.
struct FittedFamily {
    typealias Name = DistributionFit.Family

    let name: Name
    private let centre: [Double]
    private let steps: [Double]
    /// Trials of a binomial.
    private let trials: Int

    /// Numbers that are searched for.
    var dimension: Int { centre.count }
    /// Numbers that the data were asked for.
    var parameters: Int { name == .binomial ? 2 : centre.count }
    var start: [Double] { centre.map { _ in 0 } }

    /// The first guess; nil where the family cannot have produced the sample.
    init?(_ name: Name, for sample: FittingSample, trials: Int = 0) {
        let (mean, deviation) = (sample.mean, sample.standardDeviation)
        guard mean.isFinite, deviation.isFinite, deviation > 0 else { return nil }
        let isPositive = mean > 0 && sample.least >= 0
        let variation = deviation / mean
        switch name {
        case .exponential, .poisson:
            guard isPositive else { return nil }
            (centre, steps) = ([log(mean)], [1])
        case .gamma:
            guard isPositive else { return nil }
            (centre, steps) = ([log(mean), -2 * log(variation)], [min(1, variation), 1])
        case .weibull:
            guard isPositive else { return nil }
            // The coefficient of variation of a Weibull is near shape^−0.93 (Justus et al. 1978, J. Applied Meteorology 17).
            let shape = min(max(pow(variation, -1.086), 0.1), 1e4)
            (centre, steps) = (
                [log(mean) - SpecialFunctions.logGamma(1 + 1 / shape), log(shape)], [min(1, 1 / shape), 1]
            )
        case .lognormal:
            guard isPositive else { return nil }
            let variance = log1p(variation * variation)
            (centre, steps) = ([log(mean) - variance / 2, log(variance) / 2], [variance.squareRoot(), 1])
        case .normal: (centre, steps) = ([mean, log(deviation)], [deviation, 1])
        case .geometric:
            guard isPositive else { return nil }
            (centre, steps) = ([-log(mean)], [1])
        case .binomial:
            guard isPositive, Double(trials) > mean else { return nil }
            (centre, steps) = ([log(mean / (Double(trials) - mean))], [1])
        }
        self.name = name
        self.trials = trials
    }

    private func parameter(_ index: Int, _ place: [Double]) -> Double { centre[index] + steps[index] * place[index] }

    /// The law at a place; nil where its parameters leave what a scenario may hold.
    func distribution(_ place: [Double]) -> Distribution? {
        let first = parameter(0, place)
        let second = place.count > 1 ? parameter(1, place) : 0
        let kind: Distribution.Kind =
            switch name {
            case .exponential: .exponential(mean: exp(first))
            case .gamma: .gamma(shape: exp(second), scale: exp(first - second))
            case .weibull: .weibull(shape: exp(second), scale: exp(first))
            case .lognormal: .lognormal(mu: first, sigma: exp(second))
            case .normal: .normal(mean: first, sd: exp(second))
            case .poisson: .poisson(mean: exp(first))
            case .geometric: .geometric(p: 1 / (1 + exp(-first)))
            case .binomial: .binomial(n: trials, p: 1 / (1 + exp(-first)))
            }
        guard let law = try? Distribution.validated(kind) else { return nil }
        // What has lost its spread is no law to compare with.
        if case .constant = law.kind { return nil }
        return law
    }

    /// Minus the mean log-likelihood of the sample; infinite where the law cannot have produced it.
    func cost(_ place: [Double], _ sample: FittingSample) -> Double {
        guard let law = distribution(place) else { return .infinity }
        var sum = 0.0
        for value in sample.values {
            let logarithm: Double
            if let grid = sample.grid {
                logarithm = law.logProbability(from: value.value - grid / 2, to: value.value + grid / 2)
            } else {
                logarithm = law.logDensity(value.value)
            }
            sum += Double(value.count) * logarithm
        }
        return sum.isNaN ? .infinity : -sum / Double(sample.count)
    }
}

extension Distribution {
    /// The logarithm of the density, or of the probability for counts, of the families that are fitted.
    func logDensity(_ x: Double) -> Double {
        switch kind {
        case .exponential(let mean): return x < 0 ? -.infinity : -x / mean - log(mean)
        case .gamma(let shape, let scale):
            return x <= 0
                ? -.infinity
                : (shape - 1) * log(x / scale) - x / scale - SpecialFunctions.logGamma(shape) - log(scale)
        case .weibull(let shape, let scale):
            return x <= 0 ? -.infinity : log(shape / scale) + (shape - 1) * log(x / scale) - pow(x / scale, shape)
        case .lognormal(let mu, let sigma):
            let z = (log(x) - mu) / sigma
            return x <= 0 ? -.infinity : -z * z / 2 - log(x * sigma) - Self.halfLogTwoPi
        case .normal(let mean, let sd, _, _):
            let z = (x - mean) / sd
            return -z * z / 2 - log(sd) - Self.halfLogTwoPi
        case .poisson(let mean): return x * log(mean) - mean - SpecialFunctions.logGamma(x + 1)
        case .geometric(let p): return log(p) + x * log1p(-p)
        case .binomial(let n, let p):
            let n = Double(n)
            guard x <= n else { return -.infinity }
            return SpecialFunctions.logGamma(n + 1) - SpecialFunctions.logGamma(x + 1)
                - SpecialFunctions.logGamma(n - x + 1) + x * log(p) + (n - x) * log1p(-p)
        default: return .nan
        }
    }

    /// ln P(low < X ≤ high), from whichever tail does not cancel; never below the logarithm of the least number, so that one
    /// far observation makes a law bad and not impossible.
    func logProbability(from low: Double, to high: Double) -> Double {
        let below = (low: cdf(low), high: cdf(high))
        let probability = below.high < 0.5 ? below.high - below.low : upperTail(low) - upperTail(high)
        return log(max(probability, .leastNormalMagnitude))
    }

    /// P(X > x) with relative accuracy, of the continuous families that are fitted.
    func upperTail(_ x: Double) -> Double {
        switch kind {
        case .exponential(let mean): x <= 0 ? 1 : exp(-x / mean)
        case .gamma(let shape, let scale):
            x <= 0 ? 1 : SpecialFunctions.incompleteGamma(shape: shape, x / scale).upper
        case .weibull(let shape, let scale): x <= 0 ? 1 : exp(-pow(x / scale, shape))
        case .lognormal(let mu, let sigma): x <= 0 ? 1 : NormalLaw.cdf((mu - log(x)) / sigma)
        case .normal(let mean, let sd, nil, nil): NormalLaw.cdf((mean - x) / sd)
        default: 1 - cdf(x)
        }
    }

    private static let halfLogTwoPi = 0.918_938_533_204_672_741_78
}
