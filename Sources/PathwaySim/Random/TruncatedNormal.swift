/// A normal law conditioned to lie between two bounds.
///
/// Kept in standard units and, when both bounds lie above the mean, mirrored: then all probabilities are lower-tail
/// ones and keep their relative accuracy.
struct TruncatedNormal {
    let mean: Double
    let sd: Double
    let lower: Double
    let upper: Double
    let isMirrored: Bool
    /// Standardised (and mirrored) bounds.
    let low: Double
    let high: Double
    /// Φ at the lower of them, and the probability between them.
    let below: Double
    let mass: Double

    /// - Parameters: lower and upper may be infinite; sd > 0.
    init(mean: Double, sd: Double, lower: Double, upper: Double) {
        (self.mean, self.sd, self.lower, self.upper) = (mean, sd, lower, upper)
        let (a, b) = ((lower - mean) / sd, (upper - mean) / sd)
        isMirrored = a > 0
        (low, high) = a > 0 ? (-b, -a) : (a, b)
        below = NormalLaw.cdf(low)
        mass = NormalLaw.cdf(high) - below
    }

    /// Mean and variance in standard units, not mirrored back.
    ///
    /// Source: Johnson, Kotz, Balakrishnan (1994), *Continuous Univariate Distributions 1*, §13.10.1.
    private var standardMoments: (mean: Double, variance: Double) {
        let (atLow, atHigh) = (NormalLaw.density(low) / mass, NormalLaw.density(high) / mass)
        let mean = atLow - atHigh
        let spread = (low.isFinite ? low * atLow : 0) - (high.isFinite ? high * atHigh : 0)
        return (mean, max(0, 1 + spread - mean * mean))
    }

    var truncatedMean: Double { mean + sd * (isMirrored ? -standardMoments.mean : standardMoments.mean) }

    var truncatedVariance: Double { sd * sd * standardMoments.variance }

    func cdf(_ x: Double) -> Double {
        if x <= lower { return x == lower && lower == upper ? 1 : 0 }
        if x >= upper { return 1 }
        let z = (x - mean) / sd
        let p = isMirrored ? 1 - (NormalLaw.cdf(-z) - below) / mass : (NormalLaw.cdf(z) - below) / mass
        return min(max(p, 0), 1)
    }

    func quantile(_ p: Double) -> Double {
        let z = isMirrored ? -NormalLaw.quantile(below + (1 - p) * mass) : NormalLaw.quantile(below + p * mass)
        return min(max(mean + sd * z, lower), upper)
    }
}
