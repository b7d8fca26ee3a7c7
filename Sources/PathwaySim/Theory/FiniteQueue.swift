/// M/M/c/K: Poisson arrivals, exponential services, c servers and room for K citizens in all.
public struct FiniteQueue: Hashable, Sendable {
    /// P(N = 0) … P(N = K).
    public let law: [Double]
    public let arrivalRate: Double
    public let meanService: Double
    public let servers: Int

    /// Nil unless 1 ≤ servers ≤ room, both means are positive and finite.
    public init?(arrivalRate: Double, meanService: Double, servers: Int, room: Int) {
        guard arrivalRate > 0, meanService > 0, servers >= 1, room >= servers else { return nil }
        let law = BirthDeath.stationary(
            birth: { $0 < room ? arrivalRate : 0 }, death: { Double(min($0, servers)) / meanService },
            largest: room + 1)
        guard let law else { return nil }
        // The list may end early where the rest weighs nothing.
        self.law = law + Array(repeating: 0, count: room + 1 - law.count)
        self.arrivalRate = arrivalRate
        self.meanService = meanService
        self.servers = servers
    }

    /// Share of arrivals that find every place taken (arrivals see time averages).
    public var shareTurnedAway: Double { law[law.count - 1] }

    /// Mean number waiting.
    public var meanQueue: Double { BirthDeath.expectation(law) { Double(max(0, $0 - servers)) } }

    /// Mean wait of those who are let in, by Little's law.
    public var meanWait: Double { meanQueue / (arrivalRate * (1 - shareTurnedAway)) }

    /// Mean share of the servers that are busy.
    public var utilisation: Double { arrivalRate * (1 - shareTurnedAway) * meanService / Double(servers) }
}
