/// Time that passes only while offices are open: on working days, from opening to closing.
///
/// The open time since the table's first day is a non-decreasing function of the instant; adding open time inverts it,
/// so both are O(1) however long the span.
extension CompiledCalendar {
    /// Whether offices are open at an instant; at the closing time they no longer are.
    public func isOpen(at t: SimTime) -> Bool {
        let time = timeOfDay(of: t)
        return time >= calendar.opens && time < calendar.closes && isWorkingDay(dayIndex(of: t))
    }

    /// `t` when offices are open, else the next opening.
    public func nextOpening(atOrAfter t: SimTime) -> SimTime {
        if isOpen(at: t) { return t }
        let day = dayIndex(of: t)
        if isWorkingDay(day), timeOfDay(of: t) < calendar.opens { return instant(day, calendar.opens) }
        return instant(nthWorkingDay(after: day, n: 1), calendar.opens)
    }

    /// The first instant at which `open` of open time has passed since `t`.
    ///
    /// Counting begins at the next opening when `t` lies in closed time; a span that ends exactly at closing time ends
    /// then, not at the next opening. Zero (or a negative span) gives `t` itself, open or not.
    public func addingOpenTime(_ t: SimTime, _ open: SimTime) -> SimTime {
        guard open > .zero else { return t }
        let limit = SimTime.distantFuture.ticks / 2
        guard t.ticks < limit, t.ticks > -limit, open.ticks < limit else { return max(t, .distantFuture) }
        let perDay = openPerDay
        let target = openTicks(t) + open.ticks
        // The day on which it ends is the first by whose closing the target is reached: rounded up.
        let rank = -floorDivide(-target, perDay)
        let rest = target - (rank - 1) * perDay
        return instant(workingDay(rank: Int(rank)), calendar.opens + SimTime(ticks: rest))
    }

    /// Open time between two instants; negative when `to` comes first.
    public func openTime(from: SimTime, to: SimTime) -> SimTime {
        SimTime(ticks: openTicks(bounded(to)) - openTicks(bounded(from)))
    }

    private var openPerDay: Int64 { calendar.closes.ticks - calendar.opens.ticks }

    private func openTicks(_ t: SimTime) -> Int64 {
        let day = dayIndex(of: t)
        let before = Int64(rank(day - 1)) * openPerDay
        guard isWorkingDay(day) else { return before }
        return before + min(max(timeOfDay(of: t).ticks - calendar.opens.ticks, 0), openPerDay)
    }

    /// Half of the far future is still 73 million years, and products with it stay within 64 bits.
    private func bounded(_ t: SimTime) -> SimTime {
        let limit = SimTime.distantFuture.ticks / 2
        return SimTime(ticks: min(max(t.ticks, -limit), limit))
    }
}
