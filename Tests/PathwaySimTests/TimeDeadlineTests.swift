import PathwaySim
import Testing

@Suite("Where limits end, and the next fitting date")
struct TimeDeadlineTests {
    @Test(
        "a limit in working days ends at 24:00 on the n-th working day; a notice on the n-th before",
        arguments: [
            ("2026-03-02 10:00", 3, "2026-03-05 24:00"), ("2026-03-02 00:00", 3, "2026-03-05 24:00"),
            ("2026-03-02 23:59", 3, "2026-03-05 24:00"), ("2026-03-06 10:00", 1, "2026-03-09 24:00"),
            ("2026-03-07 10:00", 0, "2026-03-07 24:00"), ("2026-04-01 10:00", 1, "2026-04-07 24:00"),
            ("2026-04-03 10:00", 2, "2026-04-08 24:00"), ("2026-12-23 10:00", 3, "2026-12-29 24:00"),
            ("2026-04-07 10:00", -3, "2026-03-30 24:00"), ("2026-03-07 10:00", -1, "2026-03-06 24:00"),
            ("2026-03-09 10:00", -5, "2026-03-02 24:00"),
        ])
    func workingDays(from: String, n: Int, ends: String) throws {
        let fixture = try CalendarFixture()
        #expect(fixture.clock.isoEnd(fixture.calendar.deadline(from: try fixture.at(from), workingDays: n)) == ends)
    }

    @Test(
        "a limit in days counts every day",
        arguments: [
            ("2026-03-02 10:00", 14, "2026-03-16 24:00"), ("2026-03-02 10:00", 0, "2026-03-02 24:00"),
            ("2026-03-02 10:00", -14, "2026-02-16 24:00"), ("2028-02-28 10:00", 2, "2028-03-01 24:00"),
        ])
    func days(from: String, n: Int, ends: String) throws {
        let fixture = try CalendarFixture()
        #expect(fixture.clock.isoEnd(fixture.calendar.deadline(from: try fixture.at(from), days: n)) == ends)
    }

    @Test(
        "a limit in months ends on the same day of the month, or the month's last",
        arguments: [
            ("2026-01-31 10:00", 1, "2026-02-28 24:00"), ("2026-01-15 10:00", 3, "2026-04-15 24:00"),
            ("2028-01-31 10:00", 1, "2028-02-29 24:00"), ("2026-03-31 10:00", -1, "2026-02-28 24:00"),
        ])
    func months(from: String, n: Int, ends: String) throws {
        let fixture = try CalendarFixture()
        #expect(fixture.clock.isoEnd(fixture.calendar.deadline(from: try fixture.at(from), months: n)) == ends)
    }

    @Test(
        "the next date that fits a pattern",
        arguments: [
            // Any Thursday at 17:00; at the instant itself it still counts.
            (DatePattern(weekdays: [4], at: SimTime(ticks: 61_200_000)), "2026-03-03 10:00", "2026-03-05 17:00"),
            (DatePattern(weekdays: [4], at: SimTime(ticks: 61_200_000)), "2026-03-05 17:00", "2026-03-05 17:00"),
            (DatePattern(weekdays: [4], at: SimTime(ticks: 61_200_000)), "2026-03-05 17:01", "2026-03-12 17:00"),
            // The first of the month; the 31st, which is the last of a shorter month.
            (DatePattern(daysOfMonth: [1]), "2026-03-01 00:00", "2026-03-01 00:00"),
            (DatePattern(daysOfMonth: [1]), "2026-03-01 00:01", "2026-04-01 00:00"),
            (DatePattern(daysOfMonth: [31]), "2026-02-01 00:00", "2026-02-28 00:00"),
            (DatePattern(daysOfMonth: [31]), "2026-03-01 00:00", "2026-03-31 00:00"),
            (DatePattern(daysOfMonth: [30]), "2026-02-01 00:00", "2026-03-30 00:00"),
            (DatePattern(daysOfMonth: [15, 31], months: [2, 9]), "2026-02-16 00:00", "2026-02-28 00:00"),
            (DatePattern(daysOfMonth: [15, 31], months: [2, 9]), "2026-03-01 00:00", "2026-09-15 00:00"),
            (DatePattern(daysOfMonth: [29], months: [2]), "2026-03-01 00:00", "2028-02-29 00:00"),
            (DatePattern(weekdays: [5], daysOfMonth: [13]), "2026-03-14 00:00", "2026-11-13 00:00"),
            // Every day at noon; midnight at the end of a day.
            (DatePattern(at: SimTime(ticks: 43_200_000)), "2026-03-03 12:01", "2026-03-04 12:00"),
            (DatePattern(weekdays: [1], at: .day), "2026-03-03 00:00", "2026-03-03 00:00"),
            // 1 March 2026 is a Sunday: Monday stands for it, until its hour has passed.
            (
                DatePattern(daysOfMonth: [1], at: SimTime(ticks: 28_800_000), nextWorkingDay: true), "2026-03-02 08:00",
                "2026-03-02 08:00"
            ),
            (
                DatePattern(daysOfMonth: [1], at: SimTime(ticks: 28_800_000), nextWorkingDay: true), "2026-03-02 08:01",
                "2026-04-01 08:00"
            ),
            // Maundy Thursday moves to the Tuesday after Easter, also when asked on Easter Sunday.
            (DatePattern(daysOfMonth: [2], nextWorkingDay: true), "2026-04-05 09:00", "2026-04-07 00:00"),
        ])
    func nextDate(pattern: DatePattern, from: String, to: String) throws {
        let fixture = try CalendarFixture()
        let found = try #require(fixture.calendar.nextDate(matching: pattern, atOrAfter: try fixture.at(from)))
        #expect(fixture.clock.iso(found) == to)
    }

    @Test(
        "a pattern that no date fits has no next date",
        arguments: [
            DatePattern(daysOfMonth: [30], months: [2]), DatePattern(weekdays: [9]), DatePattern(months: [13]),
            DatePattern(daysOfMonth: [0], nextWorkingDay: true),
        ])
    func noDate(pattern: DatePattern) throws {
        #expect(try CalendarFixture().calendar.nextDate(matching: pattern, atOrAfter: .zero) == nil)
    }
}

@Suite("Open time")
struct TimeOpenTimeTests {
    @Test(
        "open time passes only while offices are open",
        arguments: [
            ("2026-03-03 09:00", 60, "2026-03-03 10:00"), ("2026-03-06 15:00", 120, "2026-03-09 09:00"),
            ("2026-03-06 15:00", 60, "2026-03-06 16:00"), ("2026-03-06 16:00", 1, "2026-03-09 08:01"),
            ("2026-03-07 12:00", 480, "2026-03-09 16:00"), ("2026-03-03 05:00", 30, "2026-03-03 08:30"),
            ("2026-03-02 08:00", 2_400, "2026-03-06 16:00"), ("2026-04-01 15:00", 120, "2026-04-07 09:00"),
            ("2026-03-07 12:00", 0, "2026-03-07 12:00"), ("2026-03-07 12:00", -60, "2026-03-07 12:00"),
        ])
    func adding(from: String, minutes: Int64, to: String) throws {
        let fixture = try CalendarFixture()
        let end = fixture.calendar.addingOpenTime(try fixture.at(from), SimTime(ticks: minutes * 60_000))
        #expect(fixture.clock.iso(end) == to)
    }

    @Test("offices open at the opening and are closed at the closing time")
    func isOpen() throws {
        let fixture = try CalendarFixture()
        let calendar = fixture.calendar
        #expect(!calendar.isOpen(at: try fixture.at("2026-03-03 07:59")))
        #expect(calendar.isOpen(at: try fixture.at("2026-03-03 08:00")))
        #expect(calendar.isOpen(at: try fixture.at("2026-03-03 15:59")))
        #expect(!calendar.isOpen(at: try fixture.at("2026-03-03 16:00")))
        #expect(!calendar.isOpen(at: try fixture.at("2026-03-07 12:00")))
    }

    @Test(
        "the next opening",
        arguments: [
            ("2026-03-03 09:30", "2026-03-03 09:30"), ("2026-03-03 07:00", "2026-03-03 08:00"),
            ("2026-03-03 16:00", "2026-03-04 08:00"), ("2026-03-06 16:00", "2026-03-09 08:00"),
            ("2026-04-01 18:00", "2026-04-07 08:00"), ("2026-03-08 00:00", "2026-03-09 08:00"),
        ])
    func nextOpening(from: String, to: String) throws {
        let fixture = try CalendarFixture()
        #expect(fixture.clock.iso(fixture.calendar.nextOpening(atOrAfter: try fixture.at(from))) == to)
    }

    @Test("open time between two instants is what counting minutes finds")
    func counting() throws {
        let fixture = try CalendarFixture()
        let from = try fixture.at("2026-03-31 13:13")
        var minutes: Int64 = 0
        for minute in Int64(0)..<(9 * 1_440) {
            let t = from + SimTime(ticks: minute * 60_000)
            #expect(fixture.calendar.openTime(from: from, to: t).ticks == minutes * 60_000)
            #expect(fixture.calendar.openTime(from: t, to: from).ticks == -minutes * 60_000)
            if fixture.calendar.isOpen(at: t) { minutes += 1 }
        }
    }

    @Test(
        "the open time until what adding open time gives is the time added",
        arguments: TimeWorkingCalendarTests.calendars)
    func inverse(rules: WorkingCalendar) throws {
        let calendar = try CalendarFixture(rules).calendar
        let values = StatisticsHistogramTests.values(600, seed: 31)
        for (value, span) in zip(values[..<300], values[300...]) {
            let t = SimTime(ticks: value % (9_000 * SimTime.day.ticks) - 4_000 * SimTime.day.ticks)
            let open = SimTime(ticks: span % (2_000 * SimTime.day.ticks))
            let end = calendar.addingOpenTime(t, open)
            #expect(calendar.openTime(from: t, to: end) == open)
            // And it is the first such instant.
            if open > .zero { #expect(calendar.openTime(from: t, to: SimTime(ticks: end.ticks - 1)) < open) }
        }
    }

    @Test("open day and night, open time is time")
    func always() throws {
        let calendar = try CalendarFixture(.always).calendar
        for value in StatisticsHistogramTests.values(100, seed: 41) {
            let t = SimTime(ticks: value % (20_000 * SimTime.day.ticks) - 9_000 * SimTime.day.ticks)
            #expect(calendar.addingOpenTime(t, SimTime(days: 12.345)) == t + SimTime(days: 12.345))
            #expect(calendar.isOpen(at: t))
        }
    }
}
