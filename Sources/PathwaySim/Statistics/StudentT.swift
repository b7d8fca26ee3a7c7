import Foundation
import Synchronization

/// Student's t law.
public enum StudentT {
    /// P(T ≤ t) with `degreesOfFreedom` > 0 (need not be whole; infinite means normal).
    ///
    /// Source: through the incomplete beta function (Abramowitz, Stegun 26.7.1).
    public static func cdf(_ t: Double, degreesOfFreedom: Double) -> Double {
        t > 0 ? 1 - tail(t, degreesOfFreedom) : tail(-t, degreesOfFreedom)
    }

    /// The t with P(T ≤ t) = p; ±∞ at 0 and 1, not-a-number outside 0…1 or when the degrees of freedom are not positive.
    ///
    /// Relative error about 10⁻¹². For a two-sided 95 % interval ask for p = 0.975.
    /// Complexity: some 60 evaluations of the law the first time; then it is remembered, as a result asks for the same
    /// one a thousand times.
    public static func quantile(_ p: Double, degreesOfFreedom: Double) -> Double {
        guard degreesOfFreedom > 0 else { return .nan }
        if degreesOfFreedom > largest { return NormalLaw.quantile(p) }
        guard p > 0, p < 1 else { return p == 0 ? -.infinity : p == 1 ? .infinity : .nan }
        if p == 0.5 { return 0 }
        let asked = Asked(p: p, degreesOfFreedom: degreesOfFreedom)
        if let known = answers.withLock({ $0[asked] }) { return known }
        let answer = search(p, degreesOfFreedom)
        answers.withLock { answers in
            if answers.count >= 256 { answers.removeAll() }
            answers[asked] = answer
        }
        return answer
    }

    private struct Asked: Hashable {
        var p: Double
        var degreesOfFreedom: Double
    }

    private static let answers = Mutex<[Asked: Double]>([:])

    private static func search(_ p: Double, _ degreesOfFreedom: Double) -> Double {
        let target = min(p, 1 - p)
        var high = 1.0
        while tail(high, degreesOfFreedom) > target, high < 1e300 { high *= 2 }
        let t = Bisection.leastPoint(from: 0, to: high) { tail($0, degreesOfFreedom) <= target }
        return p < 0.5 ? -t : t
    }

    /// Beyond this the law is normal to 10⁻¹⁰.
    private static let largest = 1e11

    /// P(T > t) for t ≥ 0, with relative accuracy.
    private static func tail(_ t: Double, _ degreesOfFreedom: Double) -> Double {
        guard degreesOfFreedom > 0, !t.isNaN else { return .nan }
        if degreesOfFreedom > largest { return NormalLaw.cdf(-t) }
        if t == .infinity { return 0 }
        // Ratios, so that a huge t cannot overflow its square.
        let ratio = t / degreesOfFreedom.squareRoot()
        let x = 1 / (1 + ratio * ratio)
        let y = ratio < 1 ? ratio * ratio * x : 1 - x
        return 0.5 * SpecialFunctions.incompleteBeta(degreesOfFreedom / 2, 0.5, x: x, y: y).lower
    }
}

/// Search by halving, for functions cheap enough that robustness beats speed.
enum Bisection {
    /// The least x in (low, high] at which a condition that is false, then true holds, to full double precision.
    ///
    /// The condition is not asked at the ends: it counts as false at `low` and true at `high`.
    static func leastPoint(from low: Double, to high: Double, where holds: (Double) -> Bool) -> Double {
        var (low, high) = (low, high)
        while true {
            let middle = low + (high - low) / 2
            if middle <= low || middle >= high { return high }
            if holds(middle) { high = middle } else { low = middle }
        }
    }
}
