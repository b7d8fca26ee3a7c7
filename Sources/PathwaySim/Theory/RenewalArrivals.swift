/// GI/M/1: independent times between arrivals of any law, one exponential server.
///
/// Arrivals find n present with probability (1 − σ)σⁿ, σ the root in (0, 1) of σ = A(μ(1 − σ)), A the Laplace transform
/// of the time between arrivals. Source: Kendall (1953); Kleinrock (1975), *Queueing Systems I*, 6.3.
public struct RenewalArrivals: Hashable, Sendable {
    /// σ, the share of arrivals who wait; 1 when the server cannot keep up.
    public let root: Double
    public let meanService: Double

    /// - Parameter transform: A(s) = E[exp(−s·T)], s ≥ 0, for the time T between arrivals.
    public init(meanService: Double, transform: (Double) -> Double) {
        self.meanService = meanService
        // σ ↦ A(μ(1 − σ)) − σ is convex, positive at 0 and 0 at 1: the first sign change is the root sought.
        root = Bisection.leastPoint(from: 0, to: 1) { s in transform((1 - s) / meanService) <= s }
    }

    /// Mean wait of all arrivals, σ/(μ(1 − σ)); infinite when the server cannot keep up.
    public var meanWait: Double { root < 1 ? meanService * root / (1 - root) : .infinity }
}
