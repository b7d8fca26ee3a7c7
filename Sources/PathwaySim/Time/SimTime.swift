import Foundation

/// An instant or a span on the simulator's clock: a whole number of milliseconds of civil time.
///
/// Instants count from 00:00 on the scenario's start date, so day `d` of a run begins at `d * SimTime.day`. A day always
/// has 24 hours: the clock shows civil time and knows no daylight saving, so an appointment never moves.
/// Whole ticks make equality exact and the order of events the same on every machine.
public struct SimTime: Hashable, Comparable, Sendable, BitwiseCopyable {
    /// Milliseconds; negative before the start of the run.
    public var ticks: Int64

    @inlinable
    public init(ticks: Int64) { self.ticks = ticks }

    @inlinable
    public static func < (a: SimTime, b: SimTime) -> Bool { a.ticks < b.ticks }

    @inlinable
    public static func + (a: SimTime, b: SimTime) -> SimTime { SimTime(ticks: a.ticks &+ b.ticks) }

    @inlinable
    public static func - (a: SimTime, b: SimTime) -> SimTime { SimTime(ticks: a.ticks &- b.ticks) }

    public static let zero = SimTime(ticks: 0)
    public static let second = SimTime(ticks: 1_000)
    public static let minute = SimTime(ticks: 60_000)
    public static let hour = SimTime(ticks: 3_600_000)
    public static let day = SimTime(ticks: 86_400_000)

    /// Far beyond any run (about 146 million years) and still safe to add to.
    public static let distantFuture = SimTime(ticks: Int64.max / 2)

    /// A span of `days` days of 24 hours, rounded to the nearest tick (half away from zero).
    ///
    /// Values beyond ±10⁹ days, and not-a-number, are clamped: the clock never traps on what a model computes.
    @inlinable
    @inline(__always)
    public init(days: Double) {
        let limit = 1e9
        if abs(days) <= limit {
            ticks = SimTime.rounded(days * 86_400_000)
            return
        }
        let clamped = days.isNaN ? 0 : min(max(days, -limit), limit)
        self.ticks = SimTime.rounded(clamped * 86_400_000)
    }

    /// The nearest whole number, half away from zero; exact below 2⁵². (`rounded()` is a call into the C library on
    /// processors from before 2008, which is what programs are compiled for.)
    @inlinable
    @inline(__always)
    static func rounded(_ x: Double) -> Int64 {
        // Beside 1.5·2⁵² numbers lie one apart: adding it rounds, to the even neighbour where two are as near, and
        // leaves the whole number in the lower bits. No branch depends on which way a draw is rounded.
        let anchor = 0x1.8p52
        let shifted = x + anchor
        guard abs(x) < 0x1p51, abs(x - (shifted - anchor)) != 0.5 else { return roundedFarOrHalf(x) }
        return Int64(bitPattern: shifted.bitPattern &- anchor.bitPattern)
    }

    @usableFromInline
    @inline(never)
    static func roundedFarOrHalf(_ x: Double) -> Int64 {
        let whole = Int64(x)
        let rest = x - Double(whole)
        return rest >= 0.5 ? whole &+ 1 : rest <= -0.5 ? whole &- 1 : whole
    }

    /// The span in days of 24 hours.
    @inlinable
    public var days: Double { Double(ticks) / 86_400_000 }
}
