/// The probabilities of a count law over the range where they matter.
///
/// Built outwards from the mode by the ratio of neighbouring probabilities and scaled to sum to one, so nothing
/// overflows or cancels however large the mean; what is left out on each side is below 10⁻²⁰ of the mode's probability.
struct CountLaw {
    /// The count that `probabilities[0]` belongs to.
    let lowest: Int
    let probabilities: [Double]

    /// About 18·√mean probabilities.
    static func poisson(mean: Double) -> CountLaw {
        CountLaw(
            mode: Int(mean), highest: .max, up: { mean / Double($0 + 1) }, down: { Double($0) / mean })
    }

    /// About 18·√(n·p·(1−p)) probabilities; 0 < p < 1.
    static func binomial(n: Int, p: Double) -> CountLaw {
        let odds = p / (1 - p)
        return CountLaw(
            mode: min(n, Int(Double(n + 1) * p)), highest: n, up: { Double(n - $0) / Double($0 + 1) * odds },
            down: { Double($0) / (Double(n - $0 + 1) * odds) })
    }

    /// `up(k)` is P(k+1)/P(k), `down(k)` is P(k−1)/P(k).
    private init(mode: Int, highest: Int, up: (Int) -> Double, down: (Int) -> Double) {
        let negligible = 1e-20
        var lower: [Double] = []
        var (k, weight) = (mode, 1.0)
        while k > 0, weight > negligible {
            weight *= down(k)
            k -= 1
            lower.append(weight)
        }
        lowest = k
        var weights = Array(lower.reversed())
        weights.append(1)
        (k, weight) = (mode, 1.0)
        while k < highest, weight > negligible {
            weight *= up(k)
            k += 1
            weights.append(weight)
        }
        let total = weights.sorted().reduce(0, +)
        probabilities = weights.map { $0 / total }
    }
}
