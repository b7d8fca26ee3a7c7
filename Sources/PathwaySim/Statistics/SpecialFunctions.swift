import Foundation

/// The functions behind the exact laws: log-gamma, incomplete gamma, incomplete beta.
///
/// Both incomplete functions return lower and upper tail, each with its own relative accuracy (about 10⁻¹³; 10⁻¹¹ at
/// parameters of 10⁹), so a small tail is never the rounding error of 1 minus the other. Their prefactors are computed
/// in Loader's saddle-point form, which does not cancel for large parameters.
public enum SpecialFunctions {
    /// A probability and its complement.
    public struct Tails: Hashable, Sendable {
        /// P(X ≤ x).
        public var lower: Double
        /// P(X > x).
        public var upper: Double

        /// Both tails as given.
        public init(lower: Double, upper: Double) {
            self.lower = lower
            self.upper = upper
        }
    }

    /// ln Γ(x) for x > 0; +∞ at 0, not-a-number below. Absolute error about 10⁻¹⁵ times max(1, |ln Γ|).
    ///
    /// Source: Stirling's series after shifting x above 15 (NIST DLMF 5.11.1, 5.5.1).
    public static func logGamma(_ x: Double) -> Double {
        guard x > 0 else { return x == 0 ? .infinity : .nan }
        var (shifted, product) = (x, 1.0)
        while shifted < 15 {
            product *= shifted
            shifted += 1
        }
        return (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + stirlingSeries(shifted) - log(product)
    }

    /// The regularised incomplete gamma functions P(a, x) and Q(a, x), a > 0, x ≥ 0.
    ///
    /// Source: series and Legendre's continued fraction (NIST DLMF 8.11.4, 8.9.2), by Lentz's method. Complexity: about
    /// 10·√a terms where x is near a.
    public static func incompleteGamma(shape a: Double, _ x: Double) -> Tails {
        guard a > 0, !x.isNaN else { return Tails(lower: .nan, upper: .nan) }
        if x <= 0 { return Tails(lower: 0, upper: 1) }
        if x == .infinity { return Tails(lower: 1, upper: 0) }
        let density = poissonDensity(a, mean: x)
        if x < a + 1 {
            var (term, sum, n) = (1.0, 1.0, a)
            while term > sum * 1e-17 {
                n += 1
                term *= x / n
                sum += term
            }
            let lower = min(1, density * sum)
            return Tails(lower: lower, upper: 1 - lower)
        }
        var fraction = ContinuedFraction(first: x + 1 - a)
        var i = 0.0
        repeat {
            i += 1
            fraction.append(numerator: i * (a - i), denominator: x + 2 * i + 1 - a)
        } while !fraction.isSettled && i < 1e7
        let upper = min(1, density * a / fraction.value)
        return Tails(lower: 1 - upper, upper: upper)
    }

    /// The regularised incomplete beta function I_x(a, b) and its complement, a, b > 0.
    ///
    /// - Parameters:
    ///   - x: between 0 and 1.
    ///   - y: 1 − x, given apart so that an x close to 1 keeps its accuracy.
    ///
    /// Source: continued fraction (NIST DLMF 8.17.22), by Lentz's method; the symmetry I_x(a, b) = 1 − I_y(b, a) keeps it
    /// where it converges fast. Complexity: about √max(a, b) terms.
    public static func incompleteBeta(_ a: Double, _ b: Double, x: Double, y: Double) -> Tails {
        guard a > 0, b > 0, !x.isNaN, !y.isNaN else { return Tails(lower: .nan, upper: .nan) }
        if x <= 0 { return Tails(lower: 0, upper: 1) }
        if y <= 0 { return Tails(lower: 1, upper: 0) }
        if x > (a + 1) / (a + b + 2) {
            let upper = betaFraction(b, a, x: y, y: x)
            return Tails(lower: 1 - upper, upper: upper)
        }
        let lower = betaFraction(a, b, x: x, y: y)
        return Tails(lower: lower, upper: 1 - lower)
    }

    /// I_x(a, b) for x ≤ (a + 1)/(a + b + 2).
    private static func betaFraction(_ a: Double, _ b: Double, x: Double, y: Double) -> Double {
        var fraction = ContinuedFraction(first: 1)
        var m = 0.0
        repeat {
            fraction.append(
                numerator: -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)), denominator: 1)
            m += 1
            fraction.append(numerator: m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)), denominator: 1)
        } while !fraction.isSettled && m < 1e7
        return min(1, binomialDensity(a, b, p: x, q: y) * b / ((a + b) * fraction.value))
    }

    /// mean^x·exp(−mean)/Γ(x + 1): the Poisson probability, for any real x > 0.
    ///
    /// Source: Loader (2000), *Fast and accurate computation of binomial probabilities*.
    static func poissonDensity(_ x: Double, mean: Double) -> Double {
        exp(-stirlingError(x) - deviance(x, mean)) / (2 * Double.pi * x).squareRoot()
    }

    /// Γ(a + b + 1)/(Γ(a + 1)Γ(b + 1))·p^a·q^b: the binomial probability of a out of a + b. Source: as above.
    static func binomialDensity(_ a: Double, _ b: Double, p: Double, q: Double) -> Double {
        let n = a + b
        let exponent =
            stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n * p) - deviance(b, n * q)
        return exp(exponent) * (n / (2 * Double.pi * a * b)).squareRoot()
    }

    /// ln Γ(x + 1) minus Stirling's approximation (x + ½)·ln x − x + ½·ln 2π.
    private static func stirlingError(_ x: Double) -> Double {
        x >= 15 ? stirlingSeries(x) : logGamma(x + 1) - (x + 0.5) * log(x) + x - halfLogTwoPi
    }

    /// The correction terms 1/(12x) − 1/(360x³) + …, for x ≥ 15.
    private static func stirlingSeries(_ x: Double) -> Double {
        let s = 1 / (x * x)
        let tail = 1.0 / 1188 - s * (691.0 / 360_360 - s / 156)
        return (1.0 / 12 - s * (1.0 / 360 - s * (1.0 / 1260 - s * (1.0 / 1680 - s * tail)))) / x
    }

    /// x·ln(x/m) + m − x, without cancellation when x is near m.
    private static func deviance(_ x: Double, _ m: Double) -> Double {
        guard abs(x - m) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
        let v = (x - m) / (x + m)
        var (sum, term, j) = ((x - m) * v, 2 * x * v, 1.0)
        while true {
            term *= v * v
            j += 2
            let next = sum + term / j
            if next == sum { return sum }
            sum = next
        }
    }

    private static let halfLogTwoPi = 0.918_938_533_204_672_741_78
}

/// b₀ + a₁/(b₁ + a₂/(b₂ + …)), evaluated from the front.
///
/// Source: Lentz (1976), with Thompson and Barnett's guard against zero denominators.
private struct ContinuedFraction {
    private(set) var value: Double
    private var c: Double
    private var d = 0.0
    private(set) var isSettled = false

    init(first b0: Double) {
        value = Self.awayFromZero(b0)
        c = value
    }

    mutating func append(numerator a: Double, denominator b: Double) {
        d = 1 / Self.awayFromZero(b + a * d)
        c = Self.awayFromZero(b + a / c)
        let factor = c * d
        value *= factor
        isSettled = abs(factor - 1) < 2e-16
    }

    private static func awayFromZero(_ x: Double) -> Double { abs(x) < 1e-300 ? 1e-300 : x }
}
