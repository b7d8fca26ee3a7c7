import Foundation

/// M/G/∞ and its time-varying form: nobody waits, and the number present is Poisson.
public enum InfiniteServers {
    /// P(N = n) of a Poisson number with this mean.
    public static func probability(of n: Int, mean: Double) -> Double {
        guard mean >= 0, n >= 0 else { return mean >= 0 ? 0 : .nan }
        if mean == 0 { return n == 0 ? 1 : 0 }
        return SpecialFunctions.poissonDensity(Double(n), mean: mean)
    }

    /// Mean number present, averaged over [from, to], of a system that starts empty at time 0 with rate λ(t).
    ///
    /// The mean at an instant is ∫₀ᵗ λ(u)·P(S > t − u) du (Palm 1943; Eick, Massey, Whitt 1993, *The physics of the M(t)/G/∞
    /// queue*); its average over the window is ∫₀ᵗᵒ λ(u)·(H(to − u) − H(from − u)) du / (to − from), H(x) = E[min(S, x)].
    ///
    /// - Parameters:
    ///   - rate: λ(t), smooth between the breaks.
    ///   - breaks: instants where the rate jumps or bends.
    ///
    /// Relative error about 10⁻⁹ for a smooth law of service; a discrete law needs its values (from − value, to − value)
    /// among the breaks for that.
    public static func meanNumber(
        from: Double, to: Double, rate: (Double) -> Double, breaks: [Double] = [], service: Distribution
    ) -> Double {
        guard from >= 0, to > from, to.isFinite else { return .nan }
        var cuts = ([0, from, to] + breaks).filter { $0 >= 0 && $0 <= to }
        if case .constant(let value) = service.kind { cuts += [from - value, to - value].filter { $0 > 0 } }
        cuts.sort()
        // Far back nobody is left, and rounding errors must not be refined: the error allowed is absolute.
        let busiest = zip(cuts, cuts.dropFirst()).map { abs(rate($0 + ($1 - $0) / 2)) }.max() ?? 0
        let tolerance = 1e-11 * busiest * service.mean * (to - from)
        let total = zip(cuts, cuts.dropFirst()).reduce(0) { sum, piece in
            guard piece.1 > piece.0 else { return sum }
            // A value at a break belongs to the piece it is asked for: step inside by a hair.
            let inset = (piece.1 - piece.0) * 1e-12
            return sum
                + Quadrature.integral(from: piece.0, to: piece.1, tolerance: tolerance) { u in
                    let inside = min(max(u, piece.0 + inset), piece.1 - inset)
                    return rate(inside) * (limitedMean(service, to - u) - limitedMean(service, from - u))
                }
        }
        return total / (to - from)
    }

    /// E[min(S, x)], 0 for x ≤ 0.
    static func limitedMean(_ service: Distribution, _ x: Double) -> Double {
        guard x > 0 else { return 0 }
        switch service.kind {
        case .constant(let value): return min(value, x)
        case .exponential(let mean): return mean > 0 ? -mean * expm1(-x / mean) : 0
        case .lognormal(let mu, let sigma) where sigma > 0:
            let z = (log(x) - mu) / sigma
            return exp(mu + sigma * sigma / 2) * NormalLaw.cdf(z - sigma) + x * NormalLaw.cdf(-z)
        case .uniform(let low, let high) where low >= 0:
            if x <= low || x >= high { return min(x, (low + high) / 2) }
            return x - (x - low) * (x - low) / (2 * (high - low))
        default:
            if x >= service.support.upperBound { return service.mean }
            return Quadrature.integral(from: 0, to: x, tolerance: 1e-13 * service.mean) { 1 - service.cdf($0) }
        }
    }
}

/// Integrals of smooth functions.
enum Quadrature {
    /// Five-point Gauss–Legendre over ever finer halves, until halving a piece changes it by no more than `tolerance`;
    /// at most 2¹⁶ pieces.
    static func integral(from a: Double, to b: Double, tolerance: Double, _ f: (Double) -> Double) -> Double {
        refine(a, b, rule(a, b, f), tolerance: tolerance, depth: 16, f)
    }

    private static func refine(
        _ a: Double, _ b: Double, _ whole: Double, tolerance: Double, depth: Int, _ f: (Double) -> Double
    ) -> Double {
        let middle = a + (b - a) / 2
        let (left, right) = (rule(a, middle, f), rule(middle, b, f))
        if depth == 0 || abs(left + right - whole) <= tolerance { return left + right }
        return refine(a, middle, left, tolerance: tolerance, depth: depth - 1, f)
            + refine(middle, b, right, tolerance: tolerance, depth: depth - 1, f)
    }

    private static func rule(_ a: Double, _ b: Double, _ f: (Double) -> Double) -> Double {
        let (centre, half) = (a + (b - a) / 2, (b - a) / 2)
        let points = [
            (0.0, 128.0 / 225), (0.538_469_310_105_683_1, 0.478_628_670_499_366_5),
            (0.906_179_845_938_664, 0.236_926_885_056_189_1),
        ]
        return half
            * points.reduce(0) { sum, point in
                let offset = half * point.0
                return sum + point.1 * (offset == 0 ? f(centre) : f(centre - offset) + f(centre + offset))
            }
    }
}
