import Foundation

/// What was observed once beside what a model gives year after year.
///
/// An observed figure is unexplained when it lies so far outside the simulated years that not even one of all the figures
/// compared would be expected there by chance: a two-sided prediction interval of Student's t for one more year, on a scale
/// where years are about normal (`FigureScale`), the p-values adjusted by Holm. What a figure is rounded to counts in its favour.
public struct FigureComparison: Sendable {
    public struct Line: Sendable {
        public let observed: Double
        /// Over the simulated years in which the figure exists; nil when in none.
        public let mean: Double?
        /// The 10th and the 90th percentile of the years: 8 in 10 lie between.
        public let low: Double?
        public let high: Double?
        /// Years in which it exists.
        public let years: Int
        /// Of a year as far out as the observed one, as if no other figure were compared; 1 when that cannot be said.
        public let p: Double
        /// Whether it lies outside, all figures considered.
        public let isUnexplained: Bool
    }

    /// In the order of the figures.
    public let lines: [Line]

    /// - Parameters:
    ///   - years: for each simulated year the figures' values (`FigureRuns.values`).
    ///   - level: with this probability no figure of a model that is right is called unexplained.
    public init(_ figures: [ObservedFigure], observed: [Double], years: [[Double?]], level: Double) {
        var parts: [(observed: Double, values: [Double], p: Double)] = []
        for (index, (figure, value)) in zip(figures, observed).enumerated() {
            let values = years.compactMap { $0[index] }
            parts.append((value, values.sorted(), Self.p(value, values, of: years.count, FigureScale(figure.kind))))
        }
        let adjusted = Holm.adjusted(parts.map(\.p))
        lines = zip(parts, adjusted).map { part, p in
            Line(
                observed: part.observed,
                mean: part.values.isEmpty ? nil : part.values.reduce(0, +) / Double(part.values.count),
                low: Self.percentile(part.values, 0.1), high: Self.percentile(part.values, 0.9),
                years: part.values.count, p: part.p, isUnexplained: p < 1 - level)
        }
    }

    /// A figure that most years do not have says nothing.
    private static func p(_ observed: Double, _ values: [Double], of years: Int, _ scale: FigureScale) -> Double {
        guard values.count >= 5, values.count * 2 > years else { return 1 }
        let scaled = values.map { scale($0) }
        let n = Double(scaled.count)
        let mean = scaled.reduce(0, +) / n
        let spread = (scaled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (n - 1)).squareRoot()
        let distance = max(0, abs(scale(observed) - mean) - scale.rounding(at: observed))
        if distance == 0 { return 1 }
        if spread == 0 { return 0 }
        return min(1, 2 * StudentT.cdf(-distance / (spread * (1 + 1 / n).squareRoot()), degreesOfFreedom: n - 1))
    }

    /// Of ascending values, between neighbours (Hyndman and Fan's type 7).
    private static func percentile(_ sorted: [Double], _ p: Double) -> Double? {
        guard let last = sorted.indices.last else { return nil }
        let place = p * Double(last)
        let below = Int(place)
        let above = min(below + 1, last)
        return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
    }
}
