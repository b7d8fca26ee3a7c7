/// Why a distribution's parameters cannot be used.
public enum DistributionError: Error, Hashable, Sendable {
    /// What a parameter may be.
    public enum Allowed: Hashable, Sendable {
        /// More than the first, at most the second.
        case above(Double, atMost: Double)
        /// At least the first, at most the second.
        case within(Double, Double)
    }

    /// A parameter that is not a finite number or lies outside what is allowed.
    ///
    /// `parameter` is the label used in `Distribution.Kind` (`mean`, `shape`, …); `index` its place in a list.
    case parameter(String, index: Int? = nil, value: Double, allowed: Allowed)
    /// The first parameter must be at most the second.
    case order(String, Double, mustNotExceed: String, Double)
    /// A list without values.
    case empty(String)
    /// All weights are zero.
    case noWeight
    /// A normal distribution of which the bounds leave less than one in a billion (`probability`).
    case boundsExclude(lower: Double, upper: Double, probability: Double)
}
