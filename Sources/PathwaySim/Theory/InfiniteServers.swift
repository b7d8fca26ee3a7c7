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
        let total = zip(cuts, cuts.dropFirst()).reduce(0) { sum, piece in
            guard piece.1 > piece.0 else { return sum }
            // A value at a break belongs to the piece it is asked for: step inside by a hair.
            let inset = (piece.1 - piece.0) * 1e-12
            return sum
                + Quadrature.integral(from: piece.0, to: piece.1) { u in
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
        default: return Quadrature.integral(from: 0, to: x) { 1 - service.cdf($0) }
        }
    }
}

/// Integrals of smooth functions.
enum Quadrature {
    /// Five-point Gauss–Legendre over ever finer halves, until halving changes less than 10⁻¹¹ of the whole; at most 2²⁰
    /// pieces.
    static func integral(from a: Double, to b: Double, _ f: (Double) -> Double) -> Double {
        let whole = rule(a, b, f)
        return refine(a, b, whole, scale: max(abs(whole), 1e-300), depth: 20, f)
    }

    private static func refine(
        _ a: Double, _ b: Double, _ whole: Double, scale: Double, depth: Int, _ f: (Double) -> Double
    ) -> Double {
        let middle = a + (b - a) / 2
        let (left, right) = (rule(a, middle, f), rule(middle, b, f))
        if depth == 0 || abs(left + right - whole) <= 1e-11 * max(scale, abs(whole)) { return left + right }
        return refine(a, middle, left, scale: scale, depth: depth - 1, f)
            + refine(middle, b, right, scale: scale, depth: depth - 1, f)
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
