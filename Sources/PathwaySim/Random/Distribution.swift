/// A probability distribution with checked parameters.
///
/// A value of this type is always usable: it can only be made by `validated(_:)` and the factories, which check every
/// parameter. Degenerate parameters that make sense (a standard deviation of 0, bounds that coincide, a mean waiting
/// time of 0) are accepted and become `.constant`. Every draw is a finite number.
///
/// It carries the exact law (`mean`, `variance`, `cdf`, `quantile`); drawing is done by its compiled form, `Sampler`.
public struct Distribution: Hashable, Sendable {
    /// The families and their parameters. Scales and locations are at most 10¹⁰⁰ in size.
    public indirect enum Kind: Hashable, Sendable {
        case constant(Double)
        case uniform(low: Double, high: Double)
        case triangular(low: Double, mode: Double, high: Double)
        /// Beta on [low, high] with α = 1 + shape·(mode − low)/(high − low), β = 1 + shape·(high − mode)/(high − low);
        /// shape 4 is the classic. 0 < shape ≤ 10⁴.
        case pert(low: Double, mode: Double, high: Double, shape: Double = 4)
        case exponential(mean: Double)
        /// The sum of `shape` exponential phases with this mean in all. 1 ≤ shape ≤ 10⁶.
        case erlang(shape: Int, mean: Double)
        /// Mean shape·scale. 0.001 ≤ shape ≤ 10⁹.
        case gamma(shape: Double, scale: Double)
        /// P(X > x) = exp(−(x/scale)^shape). 0.05 ≤ shape ≤ 10⁶.
        case weibull(shape: Double, scale: Double)
        /// exp(mu + sigma·Z) with Z standard normal. sigma ≤ 10, |mu| ≤ 230.
        case lognormal(mu: Double, sigma: Double)
        /// Normal with this mean and standard deviation *before* truncation to [lower, upper]; `mean` and `variance` of
        /// the distribution are those of the truncated law.
        case normal(mean: Double, sd: Double, lower: Double? = nil, upper: Double? = nil)
        /// Beta stretched to [low, high]. 0.001 ≤ alpha, beta ≤ 10⁹.
        case beta(alpha: Double, beta: Double, low: Double = 0, high: Double = 1)
        /// An exponential whose mean is drawn: `value` is the branch's mean, the weights need not sum to 1.
        case hyperexponential([WeightedValue])
        /// 0 ≤ mean ≤ 10⁷.
        case poisson(mean: Double)
        /// Successes in n independent trials. 0 ≤ n ≤ 10⁹.
        case binomial(n: Int, p: Double)
        /// Failures *before* the first success (0, 1, 2 …), mean (1 − p)/p. 10⁻⁹ ≤ p ≤ 1.
        case geometric(p: Double)
        /// One of the values; the weights need not sum to 1.
        case discrete([WeightedValue])
        /// One of the observations, each with the same chance.
        case empirical([Double])
        /// scale·X + shift for a draw X of the distribution, scale ≥ 0.
        case affine(Distribution, scale: Double, shift: Double)
    }

    /// The parameters as checked; may be simpler than what was given (see the type).
    public let kind: Kind

    /// For parameters already known to be valid.
    init(checked kind: Kind) {
        self.kind = kind
    }

    /// The distribution, or what is wrong with its parameters.
    public static func validated(_ kind: Kind) throws(DistributionError) -> Distribution {
        Distribution(checked: try kind.checked())
    }
}

/// A value (or mean) and how much it counts.
public struct WeightedValue: Hashable, Sendable {
    /// The value drawn, or a branch's mean.
    public var value: Double
    /// ≥ 0; only ratios matter.
    public var weight: Double

    /// `value` with the weight `weight`; checked when a distribution is made of it.
    public init(_ value: Double, weight: Double) {
        self.value = value
        self.weight = weight
    }
}
