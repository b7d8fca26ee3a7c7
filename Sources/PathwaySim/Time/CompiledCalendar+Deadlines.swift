/// Adding working days and months, and where limits end.
///
/// A limit counts from the event's *date*, which is day 0, and ends at 24:00 on its last day. With a negative number
/// the limit is a notice: it ends at 24:00 on the n-th day (working day, month) *before* the event's date, so that
/// what happens at that instant is still in time. With 0 it ends at 24:00 on the event's own date, whether or not that
/// is a working day.
extension CompiledCalendar {
    /// The same time of day on the n-th following working day (preceding when negative); `t` itself when `n` is 0.
    public func addingWorkingDays(_ t: SimTime, n: Int) -> SimTime {
        n == 0 ? t : instant(nthWorkingDay(after: dayIndex(of: t), n: n), timeOfDay(of: t))
    }

    /// The same time of day on the same day of the month `n` months later, or on that month's last day.
    public func addingMonths(_ t: SimTime, n: Int) -> SimTime {
        n == 0 ? t : instant(dayIndex(of: date(dayIndex(of: t)).adding(months: n)), timeOfDay(of: t))
    }

    /// 24:00 on the n-th working day after the date of `t` (before it when negative).
    public func deadline(from t: SimTime, workingDays n: Int) -> SimTime {
        endOfDay(nthWorkingDay(after: dayIndex(of: t), n: n))
    }

    /// 24:00 on the n-th day after the date of `t` (before it when negative).
    public func deadline(from t: SimTime, days n: Int) -> SimTime {
        let steps = min(max(n, -CompiledCalendar.farDay), CompiledCalendar.farDay)
        return endOfDay(dayIndex(of: t) + steps)
    }

    /// 24:00 on the same day of the month `n` months after the date of `t`, or on that month's last day.
    public func deadline(from t: SimTime, months n: Int) -> SimTime {
        endOfDay(dayIndex(of: date(dayIndex(of: t)).adding(months: n)))
    }
}
