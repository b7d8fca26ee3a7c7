import Foundation

extension Distribution {
    /// The expected value.
    public var mean: Double {
        switch kind {
        case .constant(let value): value
        case .uniform(let low, let high): low + (high - low) / 2
        case .triangular(let low, let mode, let high): low + ((mode - low) + (high - low)) / 3
        case .pert(let low, let mode, let high, let shape):
            Self.pertBeta(low: low, mode: mode, high: high, shape: shape).mean
        case .exponential(let mean), .erlang(_, let mean), .poisson(let mean): mean
        case .gamma(let shape, let scale): shape * scale
        case .weibull(let shape, let scale): scale * exp(SpecialFunctions.logGamma(1 + 1 / shape))
        case .lognormal(let mu, let sigma): exp(mu + sigma * sigma / 2)
        case .normal(let mean, let sd, let lower, let upper):
            lower == nil && upper == nil ? mean : Self.truncated(mean, sd, lower, upper).truncatedMean
        case .beta(let alpha, let beta, let low, let high): low + (high - low) * (alpha / (alpha + beta))
        case .hyperexponential(let items), .discrete(let items): Self.weightedMean(items) { $0 }
        case .binomial(let n, let p): Double(n) * p
        case .geometric(let p): (1 - p) / p
        case .empirical(let values): Self.weightedMean(values.map { WeightedValue($0, weight: 1) }) { $0 }
        case .affine(let base, let scale, let shift): base.mean * scale + shift
        }
    }

    /// The variance; `.infinity` where it exceeds the largest floating-point number.
    public var variance: Double {
        switch kind {
        case .constant: 0
        case .uniform(let low, let high): (high - low) * (high - low) / 12
        case .triangular(let low, let mode, let high):
            Self.triangularVariance(left: mode - low, right: high - mode)
        case .pert(let low, let mode, let high, let shape):
            Self.pertBeta(low: low, mode: mode, high: high, shape: shape).variance
        case .exponential(let mean): mean * mean
        case .erlang(let shape, let mean): mean * mean / Double(shape)
        case .gamma(let shape, let scale): shape * scale * scale
        case .weibull(let shape, let scale): Self.weibullVariance(shape: shape, scale: scale)
        case .lognormal(let mu, let sigma): exp(2 * mu + sigma * sigma) * expm1(sigma * sigma)
        case .normal(let mean, let sd, let lower, let upper):
            lower == nil && upper == nil ? sd * sd : Self.truncated(mean, sd, lower, upper).truncatedVariance
        case .beta(let alpha, let beta, let low, let high):
            (high - low) * (high - low) * (alpha / (alpha + beta)) * (beta / (alpha + beta)) / (alpha + beta + 1)
        case .hyperexponential(let items): Self.hyperexponentialVariance(items)
        case .poisson(let mean): mean
        case .binomial(let n, let p): Double(n) * p * (1 - p)
        case .geometric(let p): (1 - p) / (p * p)
        case .discrete(let items): Self.weightedVariance(items)
        case .empirical(let values): Self.weightedVariance(values.map { WeightedValue($0, weight: 1) })
        case .affine(let base, let scale, _): base.variance * scale * scale
        }
    }

    /// The square root of the variance.
    public var standardDeviation: Double { variance.squareRoot() }

    /// Whether the law sits on countably many values (a constant does).
    public var isDiscrete: Bool {
        switch kind {
        case .constant, .poisson, .binomial, .geometric, .discrete, .empirical: true
        case .affine(let base, _, _): base.isDiscrete
        default: false
        }
    }

    /// The smallest interval that holds every draw; its ends may be infinite.
    public var support: ClosedRange<Double> {
        switch kind {
        case .constant(let value): value...value
        case .uniform(let low, let high), .triangular(let low, _, let high), .pert(let low, _, let high, _),
            .beta(_, _, let low, let high):
            low...high
        case .exponential, .erlang, .gamma, .weibull, .lognormal, .hyperexponential, .poisson, .geometric:
            0...Double.infinity
        case .normal(_, _, let lower, let upper): (lower ?? -.infinity)...(upper ?? .infinity)
        case .binomial(let n, _): 0...Double(n)
        case .discrete(let items): Self.hull(items.filter { $0.weight > 0 }.map(\.value))
        case .empirical(let values): Self.hull(values)
        case .affine(let base, let scale, let shift):
            (base.support.lowerBound * scale + shift)...(base.support.upperBound * scale + shift)
        }
    }
}

extension Distribution {
    static func truncated(_ mean: Double, _ sd: Double, _ lower: Double?, _ upper: Double?) -> TruncatedNormal {
        TruncatedNormal(mean: mean, sd: sd, lower: lower ?? -.infinity, upper: upper ?? .infinity)
    }

    /// The PERT law as the beta law it is.
    static func pertBeta(low: Double, mode: Double, high: Double, shape: Double) -> Distribution {
        let (alpha, beta) = pertShapes(low: low, mode: mode, high: high, shape: shape)
        return Distribution(checked: .beta(alpha: alpha, beta: beta, low: low, high: high))
    }

    private static func triangularVariance(left: Double, right: Double) -> Double {
        (left * left + left * right + right * right) / 18
    }

    /// scale²·(Γ(1 + 2/k) − Γ(1 + 1/k)²), as a relative difference so that large shapes keep their accuracy.
    private static func weibullVariance(shape: Double, scale: Double) -> Double {
        let first = SpecialFunctions.logGamma(1 + 1 / shape)
        let second = SpecialFunctions.logGamma(1 + 2 / shape)
        return scale * scale * exp(2 * first) * expm1(second - 2 * first)
    }

    private static func weightedMean(_ items: [WeightedValue], _ transform: (Double) -> Double) -> Double {
        let largest = items.reduce(0) { max($0, $1.weight) }
        let total = items.reduce(0) { $0 + $1.weight / largest }
        return items.reduce(0) { $0 + transform($1.value) * ($1.weight / largest / total) }
    }

    private static func weightedVariance(_ items: [WeightedValue]) -> Double {
        let mean = weightedMean(items) { $0 }
        return weightedMean(items) { ($0 - mean) * ($0 - mean) }
    }

    /// The variance within branches (mean²) plus that between them.
    private static func hyperexponentialVariance(_ branches: [WeightedValue]) -> Double {
        weightedMean(branches) { $0 * $0 } + weightedVariance(branches)
    }

    /// Of a list that validation has found not to be empty.
    private static func hull(_ values: [Double]) -> ClosedRange<Double> {
        (values.min() ?? 0)...(values.max() ?? 0)
    }
}
