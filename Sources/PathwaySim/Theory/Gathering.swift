/// A group that starts when full, or some time after its first member joined; members join as a Poisson process.
public struct Gathering: Hashable, Sendable {
    /// Mean number in a group.
    public let meanSize: Double
    /// Mean time from joining until the group is formed, over all members.
    public let meanGather: Double

    /// - Parameters:
    ///   - size: members of a full group, ≥ 1.
    ///   - limit: longest time from the first member's joining; nil when only a full group starts.
    ///
    /// Nil unless the rate is positive. With N(t) Poisson of mean λt, a group lasts until N(t) = size − 1 or the limit τ, so
    /// its mean size is 1 + E[min(N(τ), size − 1)] and the members' times add up to ∫₀^τ (1 + N(t))·1{N(t) < size − 1} dt,
    /// where ∫₀^τ P(N(t) = j) dt = P(N(τ) > j)/λ. Source: elementary renewal argument.
    public init?(arrivalRate: Double, size: Int, limit: Double? = nil) {
        guard arrivalRate > 0, size >= 1, limit ?? 0 >= 0 else { return nil }
        var (mean, total) = (1.0, 0.0)
        for j in 0..<(size - 1) {
            // P(N(τ) ≥ j + 1), 1 without a limit.
            let more = limit.map { SpecialFunctions.incompleteGamma(shape: Double(j + 1), arrivalRate * $0).lower } ?? 1
            mean += more
            total += Double(j + 1) * more / arrivalRate
        }
        meanSize = mean
        meanGather = total / mean
    }
}
