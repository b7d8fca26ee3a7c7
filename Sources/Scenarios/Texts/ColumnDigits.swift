/// How many decimals numbers with different uncertainty are shown with when they are read beside each other.
///
/// Each to its own digit, `33 ± 10` may stand above `30 ± 30` and look like a fall where nothing fell. In a column all are
/// shown as finely as the best known of them needs, as long as that is at most one digit more than the first digit of the
/// least certain one's half-width; none is shown more coarsely than to the first digit of its own.
public struct ColumnDigits: Equatable, Sendable {
    /// Nil when none has an uncertainty.
    private let common: Int?

    /// - Parameter halfWidths: in the unit that is shown; those that are nil or 0 have no say.
    public init(_ halfWidths: some Sequence<Double?>) {
        let widths = halfWidths.compactMap { $0 }.filter { $0 > 0 && $0.isFinite }
        guard let finest = widths.map(NumberFormat.decimals(beside:)).max(),
            let coarsest = widths.map(NumberFormat.decimals(forHalfWidth:)).min()
        else {
            common = nil
            return
        }
        common = min(finest, coarsest + 1)
    }

    /// Decimals in the column of a number with this half-width.
    func places(forHalfWidth width: Double) -> Int {
        guard let common else { return NumberFormat.decimals(beside: width) }
        return max(common, NumberFormat.decimals(forHalfWidth: width))
    }
}
