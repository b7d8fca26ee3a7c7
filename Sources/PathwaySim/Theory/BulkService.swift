import Foundation

/// M/M[a,b]/1: one server (an instructor) takes groups of at least a and at most b; services are exponential.
///
/// The server starts when it is free and at least `minimum` wait, with all who wait up to `maximum`. Numbers waiting seen
/// at the ends of services form a Markov chain whose law is geometric with the root r in (0, 1) of
/// μ·r^(b+1) − (λ+μ)·r + λ = 0.
/// Source: Neuts (1967), *A general class of bulk queues with Poisson input*; Medhi (2003), *Stochastic Models in Queueing
/// Theory*, 4.3.
public struct BulkService: Hashable, Sendable {
    public let arrivalRate: Double
    public let meanService: Double
    public let minimum: Int
    public let maximum: Int
    /// The root r.
    public let root: Double
    /// P(server idle, i waiting), i = 0 … minimum − 1.
    public let idle: [Double]
    /// P(server busy, nobody waiting); P(busy, n waiting) is this times rⁿ.
    public let busyNoneWaiting: Double

    /// Nil unless 1 ≤ minimum ≤ maximum and λ·E[S] < maximum.
    public init?(arrivalRate: Double, meanService: Double, minimum: Int, maximum: Int) {
        guard arrivalRate > 0, meanService > 0, minimum >= 1, maximum >= minimum,
            arrivalRate * meanService < Double(maximum)
        else { return nil }
        let load = arrivalRate * meanService
        // The other root is 1; divided by it, r + r² + … + r^b = λ/μ, whose left side increases.
        let root = Bisection.leastPoint(from: 0, to: 1) { r in
            (1...maximum).reduce(0) { $0 + pow(r, Double($1)) } >= load
        }
        var idle: [Double] = []
        var power = 1.0
        for _ in 0..<minimum {
            idle.append((idle.last ?? 0) + power / load)
            power *= root
        }
        let total = idle.reduce(0, +) + 1 / (1 - root)
        self.arrivalRate = arrivalRate
        self.meanService = meanService
        self.minimum = minimum
        self.maximum = maximum
        self.root = root
        self.idle = idle.map { $0 / total }
        self.busyNoneWaiting = 1 / total
    }

    /// Share of time the server is busy.
    public var utilisation: Double { busyNoneWaiting / (1 - root) }

    /// Mean number waiting.
    public var meanQueue: Double {
        let whileIdle = idle.indices.reduce(0) { $0 + Double($1) * idle[$1] }
        return whileIdle + busyNoneWaiting * root / ((1 - root) * (1 - root))
    }

    /// Mean wait until the group starts (Little's law).
    public var meanWait: Double { meanQueue / arrivalRate }

    /// Mean number in a group: arrivals per start of a service.
    public var meanGroupSize: Double { arrivalRate * meanService / utilisation }
}
