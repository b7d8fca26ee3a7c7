import Foundation

/// Waiting for a start date (a course, a clinic day): Poisson arrivals, groups that start on given dates.
public enum StartDates {
    /// Mean wait when everyone gets a seat on the next date: the mean residual of the intervals, Σd²/(2Σd).
    ///
    /// Infinite for no intervals. Source: inspection paradox, e.g. Kleinrock (1975), *Queueing Systems I*, 5.2.
    public static func meanResidual(_ intervals: [Double]) -> Double {
        let total = intervals.reduce(0, +)
        return total > 0 ? intervals.reduce(0) { $0 + $1 * $1 } / (2 * total) : .infinity
    }

    /// Mean wait with a date every `interval` and at most `seats` a date, first come first served.
    ///
    /// Those left over after a date, Y = (Y + A − seats)⁺ with A Poisson of mean λd, satisfy E[Y] = Σ E[(S_k − k·seats)⁺]/k
    /// over k ≥ 1, S_k Poisson of mean k·λd (Spitzer 1956); then the wait is d/2 + E[Y]/λ by Little's law. Infinite when at
    /// least as many arrive as there are seats. Relative error about 10⁻¹⁰.
    /// Source: Bailey (1954), *On queueing processes with bulk service*.
    public static func meanWait(arrivalRate: Double, interval: Double, seats: Int) -> Double {
        guard arrivalRate >= 0, interval > 0, seats >= 1 else { return .nan }
        let mean = arrivalRate * interval
        guard mean < Double(seats) else { return .infinity }
        guard mean > 0 else { return interval / 2 }
        return interval / 2 + meanLeftOver(perDate: mean, seats: seats) / arrivalRate
    }

    /// Mean number without a seat just after a date.
    public static func meanLeftOver(perDate mean: Double, seats: Int) -> Double {
        guard mean >= 0, seats >= 1 else { return .nan }
        guard mean < Double(seats) else { return .infinity }
        var (sum, k) = (0.0, 0.0)
        while true {
            k += 1
            let term = excess(mean: k * mean, over: k * Double(seats)) / k
            sum += term
            // The terms fall faster than a geometric series with this ratio (Chernoff's bound).
            let ratio = exp(Double(seats) - mean + Double(seats) * log(mean / Double(seats)))
            if term * ratio / (1 - ratio) <= sum * 1e-12 || term == 0 || k > 1e6 { return sum }
        }
    }

    /// E[(S − m)⁺] for S Poisson of the mean, m ≥ 1 whole: the series Σ (n − m)·P(S = n) above m, which does not cancel.
    private static func excess(mean: Double, over m: Double) -> Double {
        var weight = SpecialFunctions.poissonDensity(m, mean: mean)
        var (sum, n) = (0.0, m)
        while weight > 0 {
            n += 1
            weight *= mean / n
            let term = (n - m) * weight
            sum += term
            if term < sum * 1e-17 { break }
        }
        return sum
    }
}
