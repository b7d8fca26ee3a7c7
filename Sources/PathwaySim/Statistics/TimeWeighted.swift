/// The time average and the maximum of a whole number that changes in steps (a queue, units in use).
///
/// The area under the level is summed exactly, in level × ticks. An instant before the last one counts as the last one.
public struct TimeWeighted: Sendable, Equatable, BitwiseCopyable {
    /// The level since the last change.
    public private(set) var level: Int
    private var since: SimTime
    private var began: SimTime
    private var sum: Int128 = 0
    /// `Int.min` until time has passed.
    private var highest = Int.min

    /// Starts observing at an instant, at a level.
    public init(level: Int = 0, at start: SimTime = .zero) {
        self.level = level
        self.since = start
        self.began = start
    }

    /// The level is this from `t` on.
    @inline(__always)
    public mutating func set(_ level: Int, at t: SimTime) {
        advance(to: t)
        self.level = level
    }

    /// The level changes by so much at `t`.
    public mutating func add(_ change: Int, at t: SimTime) { set(level &+ change, at: t) }

    /// Forgets everything before `t` (the end of the warm-up) but the present level.
    public mutating func reset(at t: SimTime) {
        since = max(t, since)
        began = since
        sum = 0
        highest = Int.min
    }

    /// The mean level from the start (or the last reset) until `t`; nil when no time has passed.
    public func mean(until t: SimTime) -> Double? {
        let end = max(t, since)
        guard end > began else { return nil }
        return area(until: end) / Double(end.ticks - began.ticks)
    }

    /// Level × ticks from the start (or the last reset) until `t`: units in use give the time worked.
    public func area(until t: SimTime) -> Double {
        var copy = self
        copy.advance(to: t)
        return Double(copy.sum)
    }

    /// The highest level that lasted at least one tick; nil when no time has passed.
    ///
    /// Levels passed through within one instant (a citizen who joins the queue and is served at once) do not count.
    public func maximum(until t: SimTime) -> Int? {
        var copy = self
        copy.advance(to: t)
        return copy.highest == Int.min ? nil : copy.highest
    }

    @inline(__always)
    private mutating func advance(to t: SimTime) {
        guard t > since else { return }
        // A span of 64 bits times a level of 64 bits: one multiplication.
        sum &+= Int128(level) &* Int128(t.ticks &- since.ticks)
        if level > highest { highest = level }
        since = t
    }
}
