import Foundation

/// Erlang's formulas: Poisson arrivals at `servers` equal servers.
///
/// `load` is the offered load a = λ·E[S] (mean busy servers if there were enough). Undefined input gives not-a-number.
public enum Erlang {
    /// Erlang B: the share turned away when nobody can wait (M/G/c/c, whatever the law of the service).
    ///
    /// Complexity: O(servers). Source: Erlang (1917); recursion as in Jagerman (1974), *Some properties of the Erlang loss
    /// function*.
    public static func blocking(load: Double, servers: Int) -> Double {
        guard load >= 0, load.isFinite, servers >= 0 else { return .nan }
        guard load > 0 else { return servers == 0 ? 1 : 0 }
        var inverse = 1.0
        for n in stride(from: 1, through: servers, by: 1) { inverse = 1 + inverse * Double(n) / load }
        return 1 / inverse
    }

    /// Erlang C: the share who must wait in M/M/c; 1 when the load is at least the number of servers.
    public static func delay(load: Double, servers: Int) -> Double {
        let blocked = blocking(load: load, servers: servers)
        guard !blocked.isNaN else { return .nan }
        guard load < Double(servers) else { return 1 }
        let free = 1 - load / Double(servers)
        return blocked / (free + (1 - free) * blocked)
    }

    /// Mean wait in M/M/c, those who do not wait included; infinite when the load is at least the number of servers.
    public static func meanWait(arrivalRate: Double, meanService: Double, servers: Int) -> Double {
        let load = arrivalRate * meanService
        let delayed = delay(load: load, servers: servers)
        guard !delayed.isNaN, meanService >= 0 else { return .nan }
        guard load < Double(servers) else { return .infinity }
        return meanService == 0 ? 0 : delayed * meanService / (Double(servers) - load)
    }

    /// P(wait > t) in M/M/c, first come first served.
    public static func waitExceeds(_ t: Double, arrivalRate: Double, meanService: Double, servers: Int) -> Double {
        let load = arrivalRate * meanService
        let delayed = delay(load: load, servers: servers)
        guard t >= 0, meanService > 0, load < Double(servers) else { return t < 0 ? 1 : delayed }
        return delayed * exp(-(Double(servers) - load) * t / meanService)
    }

    /// The wait that a share `p` of the citizens does not exceed, M/M/c first come first served; 0 when they need not wait.
    public static func waitQuantile(_ p: Double, arrivalRate: Double, meanService: Double, servers: Int) -> Double {
        let load = arrivalRate * meanService
        let delayed = delay(load: load, servers: servers)
        guard p >= 0, p < 1, !delayed.isNaN else { return .nan }
        guard load < Double(servers) else { return .infinity }
        return max(0, log(delayed / (1 - p)) * meanService / (Double(servers) - load))
    }
}
