/// M/M/c+M, Erlang A: whoever waits gives up after an exponential patience.
///
/// Source: Palm (1957); Mandelbaum, Zeltyn (2007), *Service engineering in action: the Palm/Erlang-A queue*. The waits of the
/// served and of those who give up follow from the offered wait of an arrival that finds m in the queue, a sum of
/// exponential stages with rates cμ + kθ, k = m … 0.
public struct ImpatientQueue: Hashable, Sendable {
    /// P(N = 0), P(N = 1), …
    public let law: [Double]
    public let arrivalRate: Double
    public let meanService: Double
    public let servers: Int
    public let meanPatience: Double

    /// Nil unless every mean is positive and finite and there is a server.
    public init?(arrivalRate: Double, meanService: Double, servers: Int, meanPatience: Double) {
        guard arrivalRate > 0, meanService > 0, meanPatience > 0, servers >= 1 else { return nil }
        let law = BirthDeath.stationary(
            birth: { _ in arrivalRate },
            death: { Double(min($0, servers)) / meanService + Double(max(0, $0 - servers)) / meanPatience })
        guard let law else { return nil }
        self.law = law
        self.arrivalRate = arrivalRate
        self.meanService = meanService
        self.servers = servers
        self.meanPatience = meanPatience
    }

    /// Mean number waiting.
    public var meanQueue: Double { BirthDeath.expectation(law) { Double(max(0, $0 - servers)) } }

    /// Share of arrivals that give up: θ·E[queue] = λ·P(give up).
    public var shareReneging: Double { meanQueue / meanPatience / arrivalRate }

    /// Mean wait of everyone, served or not (Little's law).
    public var meanWait: Double { meanQueue / arrivalRate }

    /// Share who do not start at once.
    public var shareWaiting: Double { BirthDeath.expectation(law) { $0 >= servers ? 1 : 0 } }

    /// Mean share of the servers that are busy.
    public var utilisation: Double { BirthDeath.expectation(law) { Double(min($0, servers)) } / Double(servers) }

    /// Mean wait of those who are served, those who start at once included.
    public var meanWaitServed: Double {
        let (all, patience) = (Double(servers) / meanService, 1 / meanPatience)
        var (stages, waited) = (0.0, 0.0)
        for n in servers..<max(servers, law.count) {
            let ahead = Double(n - servers)
            // E[V·e^(−θV)] of a sum V of exponentials is E[e^(−θV)] · Σ 1/(rate + θ).
            stages += 1 / (all + (ahead + 1) * patience)
            waited += law[n] * all / (all + (ahead + 1) * patience) * stages
        }
        return waited / (1 - shareReneging)
    }
}
