/// The time that each step spent with exactly 0, 1, 2 … citizens present: as many levels as the model reports.
///
/// In tables, because the levels of every step change twice a citizen (docs/decisions/0015). Of the levels beyond those
/// only the area is kept, so that the area under all levels stays exact.
struct LevelTimes {
    private struct Row: BitwiseCopyable {
        var level = 0
        var since: Int64 = 0
        var areaBeyond: Int128 = 0
    }

    /// Levels 0 ..< bound have a time of their own; 0 when nothing is followed.
    let bound: Int
    private var rows: Table<Row>
    private var ticks: Table<Int64>
    private var began: Int64 = 0

    /// Everything at level 0 from instant 0 on.
    init(steps: Int, bound: Int) {
        self.bound = bound
        rows = Table(repeating: Row(), count: bound > 0 ? steps : 0)
        ticks = Table(repeating: 0, count: bound * steps)
    }

    /// The level of a step changes now; it must not fall below zero.
    @inline(__always)
    mutating func change(_ step: Int, by change: Int, at now: Int64) {
        settle(step, at: now)
        rows[step].level &+= change
        assert(rows[step].level >= 0, "more have left than came")
    }

    @inline(__always)
    private mutating func settle(_ step: Int, at now: Int64) {
        let level = rows[step].level
        let span = now &- rows[step].since
        rows[step].since = now
        if level < bound {
            ticks[step &* bound &+ level] &+= span
        } else {
            rows[step].areaBeyond &+= Int128(level) &* Int128(span)
        }
    }

    /// Forgets everything before now (the end of the warm-up) but the present levels.
    mutating func reset(at now: Int64) {
        began = now
        for step in rows.indices {
            rows[step].since = now
            rows[step].areaBeyond = 0
        }
        for row in ticks.indices { ticks[row] = 0 }
    }

    /// How many are present at a step; 0 when nothing is followed.
    func level(of step: Int) -> Int { bound > 0 ? rows[step].level : 0 }

    /// The share of time at exactly this level from the start (or the last reset) until `end`; nil when no time has
    /// passed or the level is not followed.
    func share(of level: Int, at step: Int, until end: Int64) -> Double? {
        guard end > began, level >= 0, level < bound else { return nil }
        let open = rows[step].level == level ? end &- rows[step].since : 0
        return Double(ticks[step &* bound &+ level] &+ open) / Double(end &- began)
    }

    /// Level × ticks from the start (or the last reset) until `end`.
    func area(of step: Int, until end: Int64) -> Int128 {
        guard bound > 0 else { return 0 }
        var area = rows[step].areaBeyond &+ Int128(rows[step].level) &* Int128(end &- rows[step].since)
        for level in 0..<bound { area &+= Int128(level) &* Int128(ticks[step &* bound &+ level]) }
        return area
    }
}
