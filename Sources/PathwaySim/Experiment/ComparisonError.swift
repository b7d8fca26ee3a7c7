/// Why results cannot be compared pair by pair.
public enum ComparisonError: Error, Hashable, Sendable {
    /// Nothing but the base was given.
    case nothingToCompare
    /// The results do not have the same luck.
    case differentSeeds(base: UInt64, variant: UInt64, index: Int)
    /// Replication k of one result needs replication k of the other.
    case differentReplications(base: Int, variant: Int, index: Int)
}
