import Foundation

/// Each factory checks as `validated(_:)` does; `Distribution.Kind` states the parameters' meaning and ranges.
extension Distribution {
    /// Always the same value.
    public static func constant(_ value: Double) throws(DistributionError) -> Distribution {
        try validated(.constant(value))
    }

    /// Every value between low and high alike.
    public static func uniform(low: Double, high: Double) throws(DistributionError) -> Distribution {
        try validated(.uniform(low: low, high: high))
    }

    /// A density that rises from low to the mode and falls to high.
    public static func triangular(low: Double, mode: Double, high: Double) throws(DistributionError) -> Distribution {
        try validated(.triangular(low: low, mode: mode, high: high))
    }

    /// A smooth density between low and high with its peak at the mode.
    public static func pert(
        low: Double, mode: Double, high: Double, shape: Double = 4
    ) throws(DistributionError) -> Distribution {
        try validated(.pert(low: low, mode: mode, high: high, shape: shape))
    }

    /// Without memory: the time to the next event of a Poisson process.
    public static func exponential(mean: Double) throws(DistributionError) -> Distribution {
        try validated(.exponential(mean: mean))
    }

    /// The sum of `shape` exponential phases, with this mean in all.
    public static func erlang(shape: Int, mean: Double) throws(DistributionError) -> Distribution {
        try validated(.erlang(shape: shape, mean: mean))
    }

    /// Gamma with mean shape·scale.
    public static func gamma(shape: Double, scale: Double) throws(DistributionError) -> Distribution {
        try validated(.gamma(shape: shape, scale: scale))
    }

    /// Weibull: P(X > x) = exp(−(x/scale)^shape).
    public static func weibull(shape: Double, scale: Double) throws(DistributionError) -> Distribution {
        try validated(.weibull(shape: shape, scale: scale))
    }

    /// exp(mu + sigma·Z) with Z standard normal.
    public static func lognormal(mu: Double, sigma: Double) throws(DistributionError) -> Distribution {
        try validated(.lognormal(mu: mu, sigma: sigma))
    }

    /// The lognormal with this mean and standard deviation: sigma² = ln(1 + (sd/mean)²), mu = ln(mean) − sigma²/2.
    ///
    /// - Throws: when mean is not in 10⁻⁷⁰…10⁹⁰, sd is negative, or sd/mean exceeds 10²¹ (sigma 10).
    public static func lognormal(mean: Double, sd: Double) throws(DistributionError) -> Distribution {
        try lognormalMean(mean)
        guard sd >= 0, sd / mean <= 1e21 else {
            throw .parameter("sd", value: sd, allowed: .within(0, 1e21 * mean))
        }
        return try lognormal(mean: mean, cv: sd / mean)
    }

    /// The lognormal with this mean and coefficient of variation (standard deviation over mean).
    public static func lognormal(mean: Double, cv: Double) throws(DistributionError) -> Distribution {
        try lognormalMean(mean)
        guard cv >= 0, cv <= 1e21 else { throw .parameter("cv", value: cv, allowed: .within(0, 1e21)) }
        // Not through the logarithm, which would blur the value.
        if cv == 0 { return try constant(mean) }
        let variance = log1p(cv * cv)
        return try lognormal(mu: log(mean) - variance / 2, sigma: variance.squareRoot())
    }

    private static func lognormalMean(_ mean: Double) throws(DistributionError) {
        guard mean >= 1e-70, mean <= 1e90 else {
            throw .parameter("mean", value: mean, allowed: .within(1e-70, 1e90))
        }
    }

    /// Normal with mean and standard deviation *before* truncation to [lower, upper].
    public static func normal(
        mean: Double, sd: Double, lower: Double? = nil, upper: Double? = nil
    ) throws(DistributionError) -> Distribution {
        try validated(.normal(mean: mean, sd: sd, lower: lower, upper: upper))
    }

    /// Beta stretched to [low, high].
    public static func beta(
        alpha: Double, beta: Double, low: Double = 0, high: Double = 1
    ) throws(DistributionError) -> Distribution {
        try validated(.beta(alpha: alpha, beta: beta, low: low, high: high))
    }

    /// Branches with a mean (`value`) and a weight.
    public static func hyperexponential(_ branches: [WeightedValue]) throws(DistributionError) -> Distribution {
        try validated(.hyperexponential(branches))
    }

    /// Events of a Poisson process in a stretch where this many are expected.
    public static func poisson(mean: Double) throws(DistributionError) -> Distribution {
        try validated(.poisson(mean: mean))
    }

    /// Successes in n independent trials.
    public static func binomial(n: Int, p: Double) throws(DistributionError) -> Distribution {
        try validated(.binomial(n: n, p: p))
    }

    /// Failures before the first success.
    public static func geometric(p: Double) throws(DistributionError) -> Distribution {
        try validated(.geometric(p: p))
    }

    /// One of the values, by weight.
    public static func discrete(_ values: [WeightedValue]) throws(DistributionError) -> Distribution {
        try validated(.discrete(values))
    }

    /// One of the observations, each with the same chance.
    public static func empirical(_ observations: [Double]) throws(DistributionError) -> Distribution {
        try validated(.empirical(observations))
    }

    /// This distribution moved by a constant.
    public func shifted(by shift: Double) throws(DistributionError) -> Distribution {
        try Distribution.validated(.affine(self, scale: 1, shift: shift))
    }

    /// This distribution times a factor, ≥ 0.
    public func scaled(by factor: Double) throws(DistributionError) -> Distribution {
        try Distribution.validated(.affine(self, scale: factor, shift: 0))
    }
}

extension Distribution {
    static func pertShapes(low: Double, mode: Double, high: Double, shape: Double) -> (alpha: Double, beta: Double) {
        let place = (mode - low) / (high - low)
        return (1 + shape * place, 1 + shape * (1 - place))
    }

    /// The values with positive weight in ascending order, equal ones joined, and their cumulative probabilities (the
    /// last exactly 1).
    static func cumulative(_ items: [WeightedValue]) -> (values: [Double], cumulative: [Double]) {
        let sorted = items.filter { $0.weight > 0 }.sorted { $0.value < $1.value }
        // Relative to the largest, so that huge weights cannot overflow.
        let largest = sorted.reduce(0) { max($0, $1.weight) }
        var (values, sums): ([Double], [Double]) = ([], [])
        var sum = 0.0
        for item in sorted {
            sum += item.weight / largest
            if values.last == item.value {
                sums[sums.count - 1] = sum
            } else {
                values.append(item.value)
                sums.append(sum)
            }
        }
        return (values, sums.map { $0 / sum })
    }
}
