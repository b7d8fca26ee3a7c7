extension CompiledCalendar {
    /// The first instant at or after `t` on a date that fits the pattern, at its time of day; nil when the next 20
    /// years hold none.
    ///
    /// With `nextWorkingDay`, a fitting date that is closed stands for the next working day, which may come after `t`
    /// although the fitting date came before it. A time of day outside 00:00 … 24:00 is moved to the nearer end.
    ///
    /// - Complexity: O(days until the date).
    public func nextDate(matching pattern: DatePattern, atOrAfter t: SimTime) -> SimTime? {
        let at = min(max(pattern.at, .zero), .day)
        let today = dayIndex(of: t)
        let last = today + CompiledCalendar.patternReach
        // One day back because 24:00 of yesterday is 00:00 of today; further, to the first day that a closed spell
        // around today carries forward.
        var day = today - 1
        if pattern.nextWorkingDay { day = min(day, nthWorkingDay(after: today, n: -1)) }
        while day <= last {
            if fits(pattern, day) {
                let held = pattern.nextWorkingDay ? workingDay(atOrAfter: day) : day
                if held > last { return nil }
                let instant = instant(held, at)
                if instant >= t { return instant }
            }
            day += 1
        }
        return nil
    }

    /// 20 years, leap days included.
    private static let patternReach = 7_305

    private func fits(_ pattern: DatePattern, _ day: Int) -> Bool {
        guard pattern.weekdays.isEmpty || pattern.weekdays.contains(weekday(day)),
            pattern.months.isEmpty || pattern.months.contains(month(day))
        else { return false }
        if pattern.daysOfMonth.isEmpty || pattern.daysOfMonth.contains(dayOfMonth(day)) { return true }
        return pattern.daysOfMonth.contains(31) && dayOfMonth(day + 1) == 1
    }
}
