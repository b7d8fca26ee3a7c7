/// Queues with Poisson arrivals and any law of service, exact for one server, approximate for more.
///
/// A law enters by its mean and its coefficient of variation (standard deviation divided by the mean; 0 for a constant, 1
/// for an exponential). Waits are infinite at a utilisation of 1 or more; undefined input gives not-a-number.
public enum GeneralService {
    /// Pollaczek–Khinchine: the exact mean wait of M/G/1, in any order that does not look at service times.
    ///
    /// Source: Pollaczek (1930), Khinchine (1932); Kleinrock (1975), *Queueing Systems I*, 5.6.
    public static func meanWait(arrivalRate: Double, meanService: Double, cv: Double) -> Double {
        guard arrivalRate >= 0, meanService >= 0, cv >= 0 else { return .nan }
        let load = arrivalRate * meanService
        guard load < 1 else { return .infinity }
        return load / (1 - load) * (1 + cv * cv) / 2 * meanService
    }

    /// Kingman's heavy-traffic approximation of the mean wait of G/G/1 (exact for M/M/1; for G/G/1 close to load 1).
    ///
    /// Source: Kingman (1961), *The single server queue in heavy traffic*.
    public static func kingman(arrivalRate: Double, arrivalCV: Double, meanService: Double, cv: Double) -> Double {
        allenCunneen(arrivalRate: arrivalRate, arrivalCV: arrivalCV, meanService: meanService, cv: cv, servers: 1)
    }

    /// Allen–Cunneen's approximation of the mean wait of G/G/c: that of M/M/c times (ca² + cs²)/2.
    ///
    /// Exact for M/M/c and M/G/1. Source: Allen (1990), *Probability, Statistics and Queueing Theory*, 2nd ed., 5.
    public static func allenCunneen(
        arrivalRate: Double, arrivalCV: Double, meanService: Double, cv: Double, servers: Int
    ) -> Double {
        guard arrivalCV >= 0, cv >= 0 else { return .nan }
        return (arrivalCV * arrivalCV + cv * cv) / 2
            * Erlang.meanWait(arrivalRate: arrivalRate, meanService: meanService, servers: servers)
    }
}
