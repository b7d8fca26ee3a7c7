/// Stationary law of a queue whose number present goes up and down by one.
///
/// Rates are per unit of time, any unit as long as it is the same everywhere; so it is in all formulas of this folder.
public enum BirthDeath {
    /// P(N = 0), P(N = 1), … in the long run, or nil when there is no such law (the queue grows without bound).
    ///
    /// - Parameters:
    ///   - birth: arrival rate with n present, ≥ 0; a rate of 0 ends the list.
    ///   - death: departure rate with n ≥ 1 present, > 0.
    ///   - largest: most states to keep. When what is left out still weighs more than 10⁻¹⁵, the answer is nil.
    ///
    /// Relative error about 10⁻¹³. Complexity: O(states). Source: product form of detailed balance, e.g. Kleinrock (1975),
    /// *Queueing Systems I*, 3.2.
    public static func stationary(
        birth: (Int) -> Double, death: (Int) -> Double, largest: Int = 1_000_000
    ) -> [Double]? {
        var weights = [1.0]
        var (sum, n) = (1.0, 0)
        while true {
            let up = birth(n)
            guard up.isFinite, up >= 0 else { return nil }
            if up == 0 { break }
            let down = death(n + 1)
            guard down > 0, down.isFinite else { return nil }
            let weight = weights[n] * up / down
            weights.append(weight)
            sum += weight
            n += 1
            if weight > 1e250 {
                // Rescale: only ratios matter, and a large population must not overflow.
                for i in weights.indices { weights[i] *= 1e-250 }
                sum *= 1e-250
            }
            // The rest is at most a geometric series once the ratio stays below one.
            let ratio = birth(n) / death(n + 1)
            if ratio < 1, weights[n] * ratio / (1 - ratio) < sum * 1e-17 { break }
            if n >= largest { return nil }
        }
        return weights.map { $0 / sum }
    }

    /// Σ value(n) · P(N = n).
    static func expectation(_ law: [Double], _ value: (Int) -> Double) -> Double {
        law.indices.reduce(0) { $0 + law[$1] * value($1) }
    }
}
