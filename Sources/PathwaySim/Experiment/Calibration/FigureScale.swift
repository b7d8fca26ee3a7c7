import Foundation

/// The scale on which a figure's values from year to year are about normal: 2√(x + 3/8) for counts, ln(1 + x) for days.
///
/// Source: Anscombe (1948), *The transformation of Poisson, binomial and negative-binomial data*, Biometrika 35.
struct FigureScale {
    let isCount: Bool

    init(_ kind: ObservedFigure.Kind) { isCount = kind.isCount }

    func callAsFunction(_ value: Double) -> Double {
        isCount ? 2 * (max(0, value) + 0.375).squareRoot() : log1p(max(0, value))
    }

    /// Half the distance to the neighbouring values: a count is known to the whole number, days to the tenth.
    func rounding(at value: Double) -> Double {
        let half = isCount ? 0.5 : 0.05
        return (self(value + half) - self(max(0, value - half))) / 2
    }
}
