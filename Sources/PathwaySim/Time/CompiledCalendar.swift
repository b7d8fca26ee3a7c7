/// A working calendar made fast for a run: days are numbered from the start date, and every question is O(1).
///
/// Day 0 is the start date; day numbers may be negative. Tables cover ten years before the start until twenty years
/// after the end of the run (at most 200 years in all after the start). Beyond them the calendar goes on by weekday
/// alone, without holidays and closures, so every answer exists and nothing loops or traps. Results that would lie
/// beyond `SimTime.distantFuture` (or before its negative) are that instant.
///
/// Memory: about 15 bytes a day covered, 160 kB for one year's run. Copies share it.
public struct CompiledCalendar: Sendable {
    /// The date of day 0.
    public let start: CivilDate
    public let calendar: WorkingCalendar

    private struct Day {
        var year: Int32
        var month: UInt8
        var dayOfMonth: UInt8
        var isWorking: Bool
    }

    /// The days `first ..< first + days.count`.
    private let days: [Day]
    private let first: Int
    /// Working days among the first `i + 1` days of the table.
    private let ranks: [Int32]
    /// The day numbers of the table's working days, ascending: rank `r` is at `r - 1`.
    private let workingDays: [Int32]
    /// Whether the weekday is a workday, Monday first.
    private let week: [Bool]
    private let workdaysPerWeek: Int
    private let startWeekday: Int

    /// Builds the tables, or says why the calendar cannot be used.
    ///
    /// - Complexity: O(days covered + closures), well under a millisecond a decade.
    public init(_ calendar: WorkingCalendar, start: CivilDate, horizon: SimTime) throws(CalendarError) {
        guard (1...9999).contains(start.year) else { throw .startOutOfRange }
        try CompiledCalendar.check(calendar)
        let run = min(max(horizon.ticks / SimTime.day.ticks, 0), 180 * 366)
        let first = -3_653
        let end = Int(run) + 7_306
        let closed = CompiledCalendar.closedDays(calendar, start: start, first: first, end: end)

        var days: [Day] = []
        var ranks: [Int32] = []
        var workingDays: [Int32] = []
        days.reserveCapacity(end - first)
        ranks.reserveCapacity(end - first)
        var weekday = start.adding(days: first).weekday
        for index in first..<end {
            let (year, month, dayOfMonth) = start.adding(days: index).components
            let isWorking = calendar.workdays.contains(weekday) && !closed.contains(index)
            if isWorking { workingDays.append(Int32(index)) }
            days.append(
                Day(
                    year: Int32(clamping: year), month: UInt8(month), dayOfMonth: UInt8(dayOfMonth),
                    isWorking: isWorking))
            ranks.append(Int32(workingDays.count))
            weekday = weekday == 7 ? 1 : weekday + 1
        }
        guard let last = workingDays.last, last >= 0 else { throw .noWorkingDay }

        self.start = start
        self.calendar = calendar
        self.days = days
        self.first = first
        self.ranks = ranks
        self.workingDays = workingDays
        self.week = (1...7).map { calendar.workdays.contains($0) }
        self.workdaysPerWeek = calendar.workdays.count
        self.startWeekday = start.weekday
    }

    // MARK: Instants and days

    /// The day an instant lies on; midnight belongs to the day it begins.
    public func dayIndex(of t: SimTime) -> Int { Int(floorDivide(t.ticks, SimTime.day.ticks)) }

    /// Time since that day's midnight, 00:00 ≤ … < 24:00.
    public func timeOfDay(of t: SimTime) -> SimTime {
        // Wrapping: the midnight before the very first tick is not representable, the difference is.
        SimTime(ticks: t.ticks &- floorDivide(t.ticks, SimTime.day.ticks) &* SimTime.day.ticks)
    }

    /// 00:00 of the day.
    public func startOfDay(_ dayIndex: Int) -> SimTime { instant(dayIndex, .zero) }

    /// 24:00 of the day, which is 00:00 of the next.
    public func endOfDay(_ dayIndex: Int) -> SimTime { instant(dayIndex, .day) }

    /// A time of day on a day.
    public func instant(_ dayIndex: Int, _ timeOfDay: SimTime) -> SimTime {
        let limit = SimTime.distantFuture.ticks
        let (midnight, overflow) = Int64(dayIndex).multipliedReportingOverflow(by: SimTime.day.ticks)
        guard !overflow, midnight <= limit, midnight >= -limit else {
            return SimTime(ticks: dayIndex < 0 ? -limit : limit)
        }
        return SimTime(ticks: min(max(midnight + min(max(timeOfDay.ticks, -limit), limit), -limit), limit))
    }

    // MARK: Days and dates

    public func date(_ dayIndex: Int) -> CivilDate { start.adding(days: dayIndex) }

    /// The number of a date's day.
    public func dayIndex(of date: CivilDate) -> Int {
        let (difference, overflow) = date.daysSinceEpoch.subtractingReportingOverflow(start.daysSinceEpoch)
        return overflow ? (date < start ? -CompiledCalendar.farDay : CompiledCalendar.farDay) : difference
    }

    /// 1 Monday … 7 Sunday.
    public func weekday(_ dayIndex: Int) -> Int {
        let remainder = (dayIndex % 7 + startWeekday - 1) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    /// 1 … 12.
    public func month(_ dayIndex: Int) -> Int {
        if let row = row(dayIndex) { return Int(days[row].month) }
        return date(dayIndex).month
    }

    /// 1 … 31.
    public func dayOfMonth(_ dayIndex: Int) -> Int {
        if let row = row(dayIndex) { return Int(days[row].dayOfMonth) }
        return date(dayIndex).day
    }

    public func year(_ dayIndex: Int) -> Int {
        if let row = row(dayIndex) { return Int(days[row].year) }
        return date(dayIndex).year
    }

    // MARK: Working days

    public func isWorkingDay(_ dayIndex: Int) -> Bool {
        if let row = row(dayIndex) { return days[row].isWorking }
        return week[weekday(dayIndex) - 1]
    }

    /// The n-th working day strictly after a day; strictly before when `n` is negative; the day itself when 0.
    public func nthWorkingDay(after dayIndex: Int, n: Int) -> Int {
        let day = min(max(dayIndex, -CompiledCalendar.farDay), CompiledCalendar.farDay)
        let steps = min(max(n, -CompiledCalendar.farDay), CompiledCalendar.farDay)
        if steps == 0 { return dayIndex }
        if steps > 0 { return workingDay(rank: rank(day) + steps) }
        return workingDay(rank: rank(day - 1) + steps + 1)
    }

    /// The day itself when it is a working day, else the next one that is.
    public func workingDay(atOrAfter dayIndex: Int) -> Int {
        isWorkingDay(dayIndex) ? dayIndex : nthWorkingDay(after: dayIndex, n: 1)
    }

    /// Working days among `from ..< to`; negative when `to` comes first.
    public func workingDays(from: Int, to: Int) -> Int {
        let far = CompiledCalendar.farDay
        return rank(min(max(to, -far), far) - 1) - rank(min(max(from, -far), far) - 1)
    }

    /// How many working days the table's first day … `dayIndex` hold; going down below 0 for days before the table.
    func rank(_ dayIndex: Int) -> Int {
        if let row = row(dayIndex) { return Int(ranks[row]) }
        if dayIndex < first { return -workdaysOfWeeks(from: dayIndex + 1, to: first) }
        return workingDays.count + workdaysOfWeeks(from: first + days.count, to: dayIndex + 1)
    }

    /// The working day whose rank is `rank`; the inverse of `rank(_:)` on working days.
    func workingDay(rank: Int) -> Int {
        if rank >= 1, rank <= workingDays.count { return Int(workingDays[rank - 1]) }
        let bounded = min(max(rank, -2 * CompiledCalendar.farDay), 2 * CompiledCalendar.farDay)
        if bounded > 0 {
            let beyond = bounded - workingDays.count - 1  // whole workdays to skip after the table
            var day = first + days.count + beyond / workdaysPerWeek * 7
            var left = beyond % workdaysPerWeek
            while true {
                if week[weekday(day) - 1] {
                    if left == 0 { return day }
                    left -= 1
                }
                day += 1
            }
        }
        var day = first - 1 - (-bounded) / workdaysPerWeek * 7
        var left = (-bounded) % workdaysPerWeek
        while true {
            if week[weekday(day) - 1] {
                if left == 0 { return day }
                left -= 1
            }
            day -= 1
        }
    }

    // MARK: Helpers

    /// Beyond any instant on the clock (2⁶³ ms are 1.07 · 10¹¹ days), and safe to compute with.
    static let farDay = 200_000_000_000

    private func row(_ dayIndex: Int) -> Int? {
        let row = dayIndex &- first
        return row >= 0 && row < days.count ? row : nil
    }

    /// Workdays among `from ..< to` by weekday alone; `from ≤ to`.
    private func workdaysOfWeeks(from: Int, to: Int) -> Int {
        let length = to - from
        var count = length / 7 * workdaysPerWeek
        for day in (to - length % 7)..<to where week[weekday(day) - 1] { count += 1 }
        return count
    }

    private static func check(_ calendar: WorkingCalendar) throws(CalendarError) {
        if let wrong = calendar.workdays.sorted().first(where: { !(1...7).contains($0) }) {
            throw .noSuchWeekday(wrong)
        }
        if calendar.workdays.isEmpty { throw .noWorkingDay }
        guard calendar.opens >= .zero, calendar.opens < calendar.closes, calendar.closes <= .day else {
            throw .openingHours(opens: calendar.opens, closes: calendar.closes)
        }
        for day in calendar.closedEveryYear
        where day.day < 1 || day.day > CivilDate.daysInMonth(year: 2000, month: day.month) {
            throw .noSuchDay(day)
        }
        for range in calendar.closedRanges where range.last < range.first { throw .reversedRange(range) }
    }

    /// Day numbers in `first ..< end` closed by a holiday or a closure.
    private static func closedDays(
        _ calendar: WorkingCalendar, start: CivilDate, first: Int, end: Int
    ) -> Set<Int> {
        let covered = start.adding(days: first)...start.adding(days: end - 1)
        let years = covered.lowerBound.year...covered.upperBound.year
        var dates = calendar.closedDates
        switch calendar.holidays {
        case .none: break
        case .danish: for year in years { dates += DanishHolidays.holidays(in: year).map(\.date) }
        case .listed(let listed): dates += listed
        }
        for day in calendar.closedEveryYear {
            dates += years.compactMap { CivilDate(year: $0, month: day.month, day: day.day) }
        }
        var closed: Set<Int> = []
        for date in dates where covered.contains(date) { closed.insert(date.daysSinceEpoch - start.daysSinceEpoch) }
        for range in calendar.closedRanges where range.first <= covered.upperBound && range.last >= covered.lowerBound {
            let from = max(range.first, covered.lowerBound).daysSinceEpoch - start.daysSinceEpoch
            let to = min(range.last, covered.upperBound).daysSinceEpoch - start.daysSinceEpoch
            closed.formUnion(from...to)
        }
        return closed
    }
}

/// The quotient rounded towards negative infinity; `divisor` > 0.
func floorDivide(_ dividend: Int64, _ divisor: Int64) -> Int64 {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
}
