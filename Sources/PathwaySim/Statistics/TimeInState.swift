/// How long a level 0, 1, 2 … was held: the share of time with exactly n present.
///
/// Levels above 65,535 are pooled, negative ones count as 0. An instant before the last one counts as the last one.
/// Memory: 8 bytes for each level up to the highest seen.
public struct TimeInState: Sendable, Equatable {
    /// The highest level that has a place of its own.
    public static let highestLevel = 65_535

    /// The level since the last change.
    public private(set) var level: Int
    private var since: SimTime
    private var began: SimTime
    private var ticks: [Int64] = []
    private var pooled: Int64 = 0

    /// Starts observing at an instant, at a level.
    public init(level: Int = 0, at start: SimTime = .zero) {
        self.level = max(level, 0)
        self.since = start
        self.began = start
    }

    /// The level is this from `t` on.
    public mutating func set(_ level: Int, at t: SimTime) {
        advance(to: t)
        self.level = max(level, 0)
    }

    /// Forgets everything before `t` (the end of the warm-up) but the present level.
    public mutating func reset(at t: SimTime) {
        since = max(t, since)
        began = since
        ticks = []
        pooled = 0
    }

    /// Time at exactly this level from the start (or the last reset) until `t`; zero for a level that is pooled.
    public func time(at level: Int, until t: SimTime) -> SimTime {
        guard level >= 0, level <= TimeInState.highestLevel else { return .zero }
        var held = level < ticks.count ? ticks[level] : 0
        if level == self.level, t > since { held &+= t.ticks &- since.ticks }
        return SimTime(ticks: held)
    }

    /// Time at all levels above 65,535 together.
    public func timeAboveHighest(until t: SimTime) -> SimTime {
        SimTime(ticks: level > TimeInState.highestLevel && t > since ? pooled &+ (t.ticks &- since.ticks) : pooled)
    }

    /// The share of time at exactly this level; nil when no time has passed or the level is pooled.
    public func share(of level: Int, until t: SimTime) -> Double? {
        let end = max(t, since)
        guard end > began, level <= TimeInState.highestLevel else { return nil }
        return Double(time(at: level, until: end).ticks) / Double(end.ticks &- began.ticks)
    }

    /// One more than the highest level held so far (the present one included), at most 65,536.
    public var levelCount: Int { max(ticks.count, min(level, TimeInState.highestLevel) + 1) }

    private mutating func advance(to t: SimTime) {
        guard t > since else { return }
        let span = t.ticks &- since.ticks
        since = t
        guard level <= TimeInState.highestLevel else {
            pooled &+= span
            return
        }
        if level >= ticks.count {
            ticks.append(contentsOf: repeatElement(0, count: level + 1 - ticks.count))
        }
        ticks[level] &+= span
    }
}
