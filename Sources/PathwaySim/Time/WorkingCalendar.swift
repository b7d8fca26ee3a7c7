/// Which days are working days, and between which hours offices are open on them.
public struct WorkingCalendar: Hashable, Sendable {
    public enum Holidays: Hashable, Sendable {
        case none
        /// The public holidays of Denmark.
        case danish
        case listed([CivilDate])
    }

    /// 1 Monday … 7 Sunday.
    public var workdays: Set<Int>
    public var holidays: Holidays
    /// Single days on which offices are closed.
    public var closedDates: [CivilDate]
    /// Days on which offices are closed every year (5 June, 24 and 31 December, say).
    public var closedEveryYear: [MonthDay]
    /// Closures of several days (a summer closure).
    public var closedRanges: [DateRange]
    /// Time of day at which a working day opens, 00:00 or later.
    public var opens: SimTime
    /// Time of day at which a working day closes, later than `opens` and at most 24:00.
    public var closes: SimTime

    public init(
        workdays: Set<Int>, holidays: Holidays = .none, closedDates: [CivilDate] = [],
        closedEveryYear: [MonthDay] = [], closedRanges: [DateRange] = [], opens: SimTime = .zero,
        closes: SimTime = .day
    ) {
        self.workdays = workdays
        self.holidays = holidays
        self.closedDates = closedDates
        self.closedEveryYear = closedEveryYear
        self.closedRanges = closedRanges
        self.opens = opens
        self.closes = closes
    }

    /// Every day a working day, open day and night.
    public static let always = WorkingCalendar(workdays: [1, 2, 3, 4, 5, 6, 7])

    /// Monday to Friday except Danish public holidays, 8 to 16.
    public static let danish = WorkingCalendar(
        workdays: [1, 2, 3, 4, 5], holidays: .danish, opens: SimTime(ticks: 8 * SimTime.hour.ticks),
        closes: SimTime(ticks: 16 * SimTime.hour.ticks))

    /// Whether a date is a working day, straight from the rules (O(number of listed closures)); a run asks a
    /// `CompiledCalendar` instead.
    public func isWorkingDay(_ date: CivilDate) -> Bool {
        guard workdays.contains(date.weekday) else { return false }
        switch holidays {
        case .none: break
        case .danish: if DanishHolidays.isHoliday(date) { return false }
        case .listed(let dates): if dates.contains(date) { return false }
        }
        if closedDates.contains(date) { return false }
        if closedRanges.contains(where: { $0.first <= date && date <= $0.last }) { return false }
        let (_, month, day) = date.components
        return !closedEveryYear.contains(MonthDay(month: month, day: day))
    }
}

/// A day that recurs every year.
public struct MonthDay: Hashable, Sendable {
    /// 1 … 12.
    public var month: Int
    /// 1 … 31; 29 February is met in leap years only.
    public var day: Int

    public init(month: Int, day: Int) {
        self.month = month
        self.day = day
    }
}

/// The days from `first` to `last`, both included.
public struct DateRange: Hashable, Sendable {
    public var first: CivilDate
    public var last: CivilDate

    public init(first: CivilDate, last: CivilDate) {
        self.first = first
        self.last = last
    }
}

/// Why a calendar cannot be used.
public enum CalendarError: Error, Hashable, Sendable {
    /// The start date lies outside the years 1 … 9999.
    case startOutOfRange
    /// No working day from the start of the run until 20 years after its end.
    case noWorkingDay
    /// A number outside 1 … 7 among the workdays.
    case noSuchWeekday(Int)
    /// Opening hours must satisfy 00:00 ≤ opens < closes ≤ 24:00.
    case openingHours(opens: SimTime, closes: SimTime)
    /// A day closed every year that no year has.
    case noSuchDay(MonthDay)
    /// A closure whose last day comes before its first.
    case reversedRange(DateRange)
}
