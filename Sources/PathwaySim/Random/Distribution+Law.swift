import Foundation

extension Distribution {
    /// P(X ≤ x); not-a-number for not-a-number.
    ///
    /// Accurate to about 10⁻¹³, and relative to its size in the lower tail. Complexity: constant, except that lists are
    /// gone through and gamma, beta and count laws take time in proportion to the root of their parameter.
    public func cdf(_ x: Double) -> Double {
        if x.isNaN { return .nan }
        if case .affine(let base, let scale, let shift) = kind { return base.cdf((x - shift) / scale) }
        let support = support
        if x < support.lowerBound { return 0 }
        if x >= support.upperBound { return 1 }
        return interiorCDF(x)
    }

    /// For x within the support, below its upper end.
    private func interiorCDF(_ x: Double) -> Double {
        switch kind {
        case .constant, .affine: return 1
        case .uniform(let low, let high): return (x - low) / (high - low)
        case .triangular(let low, let mode, let high):
            let width = high - low
            return x < mode
                ? (x - low) / width * ((x - low) / (mode - low))
                : 1 - (high - x) / width * ((high - x) / (high - mode))
        case .pert(let low, let mode, let high, let shape):
            return Self.pertBeta(low: low, mode: mode, high: high, shape: shape).cdf(x)
        case .exponential(let mean): return -expm1(-x / mean)
        case .erlang(let shape, let mean):
            return SpecialFunctions.incompleteGamma(shape: Double(shape), x / mean * Double(shape)).lower
        case .gamma(let shape, let scale): return SpecialFunctions.incompleteGamma(shape: shape, x / scale).lower
        case .weibull(let shape, let scale): return -expm1(-pow(x / scale, shape))
        case .lognormal(let mu, let sigma): return NormalLaw.cdf((log(x) - mu) / sigma)
        case .normal(let mean, let sd, nil, nil): return NormalLaw.cdf((x - mean) / sd)
        case .normal(let mean, let sd, let lower, let upper): return Self.truncated(mean, sd, lower, upper).cdf(x)
        case .beta(let alpha, let beta, let low, let high):
            let width = high - low
            return SpecialFunctions.incompleteBeta(alpha, beta, x: (x - low) / width, y: (high - x) / width).lower
        case .poisson(let mean): return SpecialFunctions.incompleteGamma(shape: x.rounded(.down) + 1, mean).upper
        case .binomial(let n, let p):
            let k = x.rounded(.down)
            return SpecialFunctions.incompleteBeta(Double(n) - k, k + 1, x: 1 - p, y: p).lower
        case .geometric(let p): return -expm1((x.rounded(.down) + 1) * log1p(-p))
        case .hyperexponential(let branches):
            return Self.share(of: branches) { $0 == 0 ? 1 : -expm1(-x / $0) }
        case .discrete(let items): return Self.share(of: items) { $0 <= x ? 1 : 0 }
        case .empirical(let values): return Double(values.count { $0 <= x }) / Double(values.count)
        }
    }

    /// The smallest x with P(X ≤ x) ≥ p; the ends of the support at 0 and 1, not-a-number outside 0…1.
    ///
    /// Closed where a formula exists, otherwise by halving on `cdf` (for gamma, beta and hyperexponential to full
    /// precision of x, for counts exactly).
    public func quantile(_ p: Double) -> Double {
        guard p >= 0, p <= 1 else { return .nan }
        if case .affine(let base, let scale, let shift) = kind { return base.quantile(p) * scale + shift }
        if p == 0 { return support.lowerBound }
        if p == 1 { return support.upperBound }
        switch kind {
        case .constant(let value): return value
        case .uniform(let low, let high): return low + (high - low) * p
        case .triangular(let low, let mode, let high):
            let place = (mode - low) / (high - low)
            return p < place
                ? low + (high - low) * (p * place).squareRoot()
                : high - (high - low) * ((1 - p) * (1 - place)).squareRoot()
        case .exponential(let mean): return -mean * log1p(-p)
        case .weibull(let shape, let scale): return scale * pow(-log1p(-p), 1 / shape)
        case .lognormal(let mu, let sigma): return exp(mu + sigma * NormalLaw.quantile(p))
        case .normal(let mean, let sd, nil, nil): return mean + sd * NormalLaw.quantile(p)
        case .normal(let mean, let sd, let lower, let upper):
            return Self.truncated(mean, sd, lower, upper).quantile(p)
        case .geometric, .poisson, .binomial: return countQuantile(p)
        case .discrete(let items): return Self.quantile(of: items, p)
        case .empirical(let values): return Self.quantile(of: values.map { WeightedValue($0, weight: 1) }, p)
        case .pert, .erlang, .gamma, .beta, .hyperexponential, .affine: return continuousQuantile(p)
        }
    }

    private func continuousQuantile(_ p: Double) -> Double {
        let support = support
        if cdf(support.lowerBound) >= p { return support.lowerBound }
        return Bisection.leastPoint(from: support.lowerBound, to: upperBracket(p)) { cdf($0) >= p }
    }

    private func countQuantile(_ p: Double) -> Double {
        var (low, high) = (-1.0, upperBracket(p).rounded(.up))
        while high - low > 1 {
            let middle = ((low + high) / 2).rounded(.down)
            if cdf(middle) >= p { high = middle } else { low = middle }
        }
        return high
    }

    /// A point at which the law has reached p; only for laws on 0… or a bounded interval.
    private func upperBracket(_ p: Double) -> Double {
        if support.upperBound.isFinite { return support.upperBound }
        var high = mean + standardDeviation
        while cdf(high) < p { high *= 2 }
        return high
    }

    private static func share(of items: [WeightedValue], _ probability: (Double) -> Double) -> Double {
        let (values, cumulative) = cumulative(items)
        var (sum, before) = (0.0, 0.0)
        for (value, upTo) in zip(values, cumulative) {
            sum += (upTo - before) * probability(value)
            before = upTo
        }
        return min(sum, 1)
    }

    private static func quantile(of items: [WeightedValue], _ p: Double) -> Double {
        let (values, cumulative) = cumulative(items)
        return values[cumulative.firstIndex { $0 >= p } ?? values.count - 1]
    }
}
