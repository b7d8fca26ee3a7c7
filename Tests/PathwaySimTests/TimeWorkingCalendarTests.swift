import PathwaySim
import Testing

/// A compiled calendar with a clock, and instants written as text.
struct CalendarFixture {
    let calendar: CompiledCalendar
    let clock: CivilClock

    init(_ rules: WorkingCalendar = .danish, start: String = "2026-01-01", days: Double = 730) throws {
        let date = try #require(CivilDate(iso: start))
        calendar = try CompiledCalendar(rules, start: date, horizon: SimTime(days: days))
        clock = CivilClock(start: date)
    }

    /// `2026-03-03 10:00`.
    func at(_ text: String) throws -> SimTime {
        let date = try #require(CivilDate(iso: String(text.prefix(10))))
        let time = text.dropFirst(11).split(separator: ":").compactMap { Int64($0) }
        try #require(time.count == 2)
        return clock.instant(date, SimTime(ticks: time[0] * 3_600_000 + time[1] * 60_000))
    }

    func day(_ iso: String) throws -> Int { calendar.dayIndex(of: try #require(CivilDate(iso: iso))) }
}

@Suite("Working days")
struct TimeWorkingCalendarTests {
    static let closures: WorkingCalendar = {
        var calendar = WorkingCalendar.danish
        calendar.closedEveryYear = [
            MonthDay(month: 6, day: 5), MonthDay(month: 12, day: 24), MonthDay(month: 12, day: 31),
            MonthDay(month: 2, day: 29),
        ]
        if let first = CivilDate(iso: "2026-07-13"), let last = CivilDate(iso: "2026-08-02"),
            let single = CivilDate(iso: "2026-10-16")
        {
            calendar.closedRanges = [DateRange(first: first, last: last)]
            calendar.closedDates = [single]
        }
        return calendar
    }()

    static let irregular: WorkingCalendar = {
        var calendar = WorkingCalendar(workdays: [2, 6], opens: .hour, closes: SimTime(ticks: 3 * 3_600_000))
        calendar.holidays = .listed([-11, 4, 19, 950].map { CivilDate(daysSinceEpoch: 20_500 + $0) })
        return calendar
    }()

    static let calendars: [WorkingCalendar] = [.always, .danish, closures, irregular]

    @Test("the compiled calendar says what the rules say, ten years back and twenty years on", arguments: calendars)
    func compiled(rules: WorkingCalendar) throws {
        let fixture = try CalendarFixture(rules)
        let calendar = fixture.calendar
        for day in -3_653..<(730 + 7_306) {
            let date = calendar.date(day)
            let (year, month, dayOfMonth) = date.components
            guard calendar.isWorkingDay(day) == rules.isWorkingDay(date), calendar.weekday(day) == date.weekday,
                calendar.year(day) == year, calendar.month(day) == month, calendar.dayOfMonth(day) == dayOfMonth,
                calendar.dayIndex(of: date) == day
            else {
                Issue.record("day \(day), \(date.iso)")
                return
            }
        }
    }

    @Test(
        "beyond its tables the calendar goes on by weekday", arguments: [-2_000_000, -3_660, 8_036, 40_000, 3_000_000])
    func beyond(day: Int) throws {
        let calendar = try CalendarFixture().calendar
        for day in day..<(day + 7) {
            let date = calendar.date(day)
            #expect(calendar.isWorkingDay(day) == (date.weekday <= 5))
            #expect(calendar.weekday(day) == date.weekday)
            #expect(calendar.month(day) == date.month)
            #expect(calendar.dayOfMonth(day) == date.day)
            #expect(calendar.year(day) == date.year)
        }
    }

    @Test(
        "the n-th working day skips weekends and holidays",
        arguments: [
            ("2026-03-06", 1, "2026-03-09"), ("2026-03-07", 1, "2026-03-09"), ("2026-03-09", -1, "2026-03-06"),
            ("2026-03-08", -1, "2026-03-06"), ("2026-03-08", 0, "2026-03-08"), ("2026-03-02", 5, "2026-03-09"),
            // Easter 2026: closed from Maundy Thursday 2 April to Easter Monday 6 April.
            ("2026-04-01", 1, "2026-04-07"), ("2026-04-07", -1, "2026-04-01"), ("2026-04-04", 2, "2026-04-08"),
            // Christmas 2026: Thursday the 24th is a working day, Friday the 25th is not.
            ("2026-12-23", 2, "2026-12-28"), ("2026-12-31", 1, "2027-01-04"), ("2027-01-04", -3, "2026-12-29"),
            ("2026-05-13", 1, "2026-05-15"), ("2026-05-22", 1, "2026-05-26"),
        ])
    func nthWorkingDay(from: String, n: Int, to: String) throws {
        let fixture = try CalendarFixture()
        let found = fixture.calendar.nthWorkingDay(after: try fixture.day(from), n: n)
        #expect(fixture.calendar.date(found).iso == to)
    }

    @Test(
        "Store bededag is a holiday for the last time in 2023",
        arguments: [("2023-05-04", "2023-05-08"), ("2024-04-25", "2024-04-26")])
    func generalPrayerDay(from: String, to: String) throws {
        let fixture = try CalendarFixture(start: "2023-01-01")
        let found = fixture.calendar.nthWorkingDay(after: try fixture.day(from), n: 1)
        #expect(fixture.calendar.date(found).iso == to)
    }

    @Test(
        "an office's own closures are no working days",
        arguments: [
            ("2026-06-04", "2026-06-08"), ("2026-12-23", "2026-12-28"), ("2026-07-10", "2026-08-03"),
            ("2026-10-15", "2026-10-19"), ("2028-02-28", "2028-03-01"),
        ])
    func closures(from: String, to: String) throws {
        let fixture = try CalendarFixture(Self.closures)
        let found = fixture.calendar.nthWorkingDay(after: try fixture.day(from), n: 1)
        #expect(fixture.calendar.date(found).iso == to)
    }

    @Test("the n-th working day is what walking day by day finds", arguments: calendars)
    func walking(rules: WorkingCalendar) throws {
        let calendar = try CalendarFixture(rules).calendar
        for start in [-5_000, -3_655, -3_650, -400, 0, 91, 8_030, 8_040, 12_000] {
            for direction in [1, -1] {
                var day = start
                for n in 1...60 {
                    repeat { day += direction } while !calendar.isWorkingDay(day)
                    guard calendar.nthWorkingDay(after: start, n: n * direction) == day else {
                        Issue.record("from \(start), n = \(n * direction): \(day)")
                        return
                    }
                }
            }
        }
    }

    @Test("adding a working days, then b, is adding a + b", arguments: calendars)
    func additive(rules: WorkingCalendar) throws {
        let calendar = try CalendarFixture(rules).calendar
        for (index, value) in StatisticsHistogramTests.values(300, seed: 21).enumerated() {
            let t = SimTime(ticks: value % (9_000 * SimTime.day.ticks) - 4_000 * SimTime.day.ticks)
            let sign = index.isMultiple(of: 2) ? 1 : -1
            let (a, b) = (Int(value % 31) * sign, Int(value % 4_001) * sign)
            let stepwise = calendar.addingWorkingDays(calendar.addingWorkingDays(t, n: a), n: b)
            #expect(stepwise == calendar.addingWorkingDays(t, n: a + b))
        }
    }

    @Test("working days between two days are counted, with a sign")
    func between() throws {
        let fixture = try CalendarFixture()
        let (from, to) = (try fixture.day("2026-03-30"), try fixture.day("2026-04-13"))
        #expect(fixture.calendar.workingDays(from: from, to: to) == 7)
        #expect(fixture.calendar.workingDays(from: to, to: from) == -7)
        #expect(fixture.calendar.workingDays(from: from, to: from) == 0)
    }

    @Test("a working day keeps its time of day, midnight included")
    func sameTimeOfDay() throws {
        let fixture = try CalendarFixture()
        let calendar = fixture.calendar
        #expect(
            calendar.addingWorkingDays(try fixture.at("2026-04-01 13:37"), n: 1) == (try fixture.at("2026-04-07 13:37"))
        )
        #expect(
            calendar.addingWorkingDays(try fixture.at("2026-04-01 00:00"), n: 1) == (try fixture.at("2026-04-07 00:00"))
        )
        #expect(
            calendar.addingWorkingDays(try fixture.at("2026-04-04 09:00"), n: 0) == (try fixture.at("2026-04-04 09:00"))
        )
        #expect(calendar.addingMonths(try fixture.at("2026-01-31 09:00"), n: 1) == (try fixture.at("2026-02-28 09:00")))
    }

    @Test("before the start, days are counted down and the time of day still runs forwards")
    func negativeInstants() throws {
        let calendar = try CalendarFixture().calendar
        #expect(calendar.dayIndex(of: SimTime(ticks: -1)) == -1)
        #expect(calendar.timeOfDay(of: SimTime(ticks: -1)).ticks == SimTime.day.ticks - 1)
        #expect(calendar.dayIndex(of: SimTime(ticks: -SimTime.day.ticks)) == -1)
        #expect(calendar.timeOfDay(of: SimTime(ticks: -SimTime.day.ticks)) == .zero)
        #expect(calendar.endOfDay(-1) == .zero)
        #expect(calendar.startOfDay(1) == .day)
    }

    @Test("nothing traps at the ends of the clock or with endless limits", arguments: calendars)
    func extremes(rules: WorkingCalendar) throws {
        let calendar = try CalendarFixture(rules).calendar
        let far = SimTime.distantFuture.ticks
        for ticks in [Int64.min, -far, -1, 0, far, .max] {
            let t = SimTime(ticks: ticks)
            for n in [Int.min, -1_000_000_000, -1, 0, 1, 1_000_000_000, .max] {
                let results = [
                    calendar.addingWorkingDays(t, n: n), calendar.addingMonths(t, n: n),
                    calendar.deadline(from: t, workingDays: n), calendar.deadline(from: t, days: n),
                    calendar.deadline(from: t, months: n),
                ]
                for result in results where result != t { #expect(result.ticks <= far && result.ticks >= -far) }
            }
            for open in [Int64.min, 0, 1, far, .max] {
                #expect(calendar.addingOpenTime(t, SimTime(ticks: open)) >= t)
                _ = calendar.openTime(from: t, to: SimTime(ticks: open))
            }
            _ = calendar.nextOpening(atOrAfter: t)
            _ = calendar.nextDate(matching: DatePattern(weekdays: [3], nextWorkingDay: true), atOrAfter: t)
        }
        for day in [Int.min, .max] {
            _ = calendar.workingDays(from: 0, to: day)
            _ = calendar.nthWorkingDay(after: day, n: 3)
            _ = calendar.isWorkingDay(day)
            #expect((1...7).contains(calendar.weekday(day)))
        }
    }

    @Test("a calendar without any working day is refused")
    func noWorkingDay() throws {
        let date = CivilDate(daysSinceEpoch: 20_500)
        var closedAlways = WorkingCalendar.danish
        closedAlways.closedRanges = [
            DateRange(first: CivilDate(daysSinceEpoch: -1_000_000), last: CivilDate(daysSinceEpoch: 1_000_000))
        ]
        var closedEveryYear = WorkingCalendar.danish
        for month in 1...12 {
            for day in 1...CivilDate.daysInMonth(year: 2024, month: month) {
                closedEveryYear.closedEveryYear.append(MonthDay(month: month, day: day))
            }
        }
        for calendar in [WorkingCalendar(workdays: []), closedAlways, closedEveryYear] {
            #expect(throws: CalendarError.noWorkingDay) {
                try CompiledCalendar(calendar, start: date, horizon: .day)
            }
        }
    }

    @Test("a calendar that makes no sense is refused with what is wrong")
    func refused() throws {
        let date = CivilDate(daysSinceEpoch: 20_500)
        func error(_ change: (inout WorkingCalendar) -> Void) -> CalendarError? {
            var calendar = WorkingCalendar.danish
            change(&calendar)
            do throws(CalendarError) {
                _ = try CompiledCalendar(calendar, start: date, horizon: .day)
                return nil
            } catch { return error }
        }
        #expect(error { _ in } == nil)
        #expect(error { $0.workdays = [1, 8] } == .noSuchWeekday(8))
        #expect(
            error { $0.opens = $0.closes }
                == .openingHours(opens: SimTime(ticks: 57_600_000), closes: SimTime(ticks: 57_600_000)))
        #expect(error { $0.opens = SimTime(ticks: -1) } != nil)
        #expect(error { $0.closes = SimTime(ticks: SimTime.day.ticks + 1) } != nil)
        #expect(error { $0.closedEveryYear = [MonthDay(month: 2, day: 30)] } == .noSuchDay(MonthDay(month: 2, day: 30)))
        #expect(error { $0.closedEveryYear = [MonthDay(month: 13, day: 1)] } == .noSuchDay(MonthDay(month: 13, day: 1)))
        let reversed = DateRange(first: date, last: date.adding(days: -1))
        #expect(error { $0.closedRanges = [reversed] } == .reversedRange(reversed))
        #expect(throws: CalendarError.startOutOfRange) {
            try CompiledCalendar(.danish, start: CivilDate(daysSinceEpoch: .max), horizon: .day)
        }
    }
}
