/// What happens first among events at the same instant.
///
/// Everything that gives capacity back comes before everything that asks for it, and what expires comes last, so that
/// exactly at the limit still counts as in time.
public enum Phase: UInt8, Comparable, Sendable {
    case release
    case capacityChange
    case message
    case arrival
    case start
    case expiry
    /// Sampling of series: sees the state after everything else at the instant.
    case sample

    public static func < (a: Phase, b: Phase) -> Bool { a.rawValue < b.rawValue }
}
