import PathwaySim
import Testing

@Suite("Civil dates")
struct TimeCivilDateTests {
    @Test("eight centuries counted day by day agree with the arithmetic")
    func odometer() throws {
        var (year, month, day) = (1600, 1, 1)
        var date = try #require(CivilDate(year: 1600, month: 1, day: 1))
        var weekday = 6  // a Saturday
        var dayOfYear = 1
        while year < 2400 {
            let (y, m, d) = date.components
            guard (y, m, d) == (year, month, day), date.weekday == weekday, date.dayOfYear == dayOfYear,
                CivilDate(year: year, month: month, day: day) == date, CivilDate(iso: date.iso) == date
            else {
                Issue.record("\(year)-\(month)-\(day) is read as \(date.iso), weekday \(date.weekday)")
                return
            }
            date = date.adding(days: 1)
            weekday = weekday % 7 + 1
            (day, dayOfYear) = (day + 1, dayOfYear + 1)
            let leap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
            let length = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
            if day > length { (day, month) = (1, month + 1) }
            if month > 12 { (month, year, dayOfYear) = (1, year + 1, 1) }
        }
    }

    @Test(
        "day numbers count from 1970",
        arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("0001-01-01", -719_162)])
    func epoch(iso: String, number: Int) {
        #expect(CivilDate(iso: iso)?.daysSinceEpoch == number)
    }

    @Test(
        "what is not a date written yyyy-MM-dd is refused",
        arguments: [
            "2026-02-29", "2100-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "2026-03-00", "2026-3-01", "26-03-01",
            "2026-03-01 ", " 2026-03-01", "2026/03/01", "0000-01-01", "+026-01-01", "-026-01-01", "２０２６-03-01", "",
            "2026-03-0a", "20260301",
        ])
    func refused(iso: String) {
        #expect(CivilDate(iso: iso) == nil)
    }

    @Test(
        "adding months keeps the day of the month, or ends at the month's last day",
        arguments: [
            ("2024-01-31", 1, "2024-02-29"), ("2023-01-31", 1, "2023-02-28"), ("2024-02-29", 12, "2025-02-28"),
            ("2024-02-29", 48, "2028-02-29"), ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -1, "2025-12-15"),
            ("2026-12-31", 2, "2027-02-28"), ("2026-05-31", 1, "2026-06-30"), ("2026-06-30", 1, "2026-07-30"),
            ("2026-06-30", -18, "2024-12-30"), ("2026-06-30", 0, "2026-06-30"),
        ])
    func months(from: String, months: Int, to: String) {
        #expect(CivilDate(iso: from)?.adding(months: months).iso == to)
    }

    @Test(
        "ISO weeks belong to the year of their Thursday",
        arguments: [
            ("2026-01-01", 2026, 1), ("2027-01-01", 2026, 53), ("2024-12-30", 2025, 1), ("2021-01-03", 2020, 53),
            ("2021-01-04", 2021, 1), ("2026-03-03", 2026, 10), ("2023-01-01", 2022, 52),
        ])
    func isoWeeks(iso: String, year: Int, week: Int) throws {
        let found = try #require(CivilDate(iso: iso)).isoWeek
        #expect(found.year == year)
        #expect(found.week == week)
    }

    @Test(
        "the length of a month, in leap years too",
        arguments: [("2024-02-10", 29), ("2100-02-10", 28), ("2026-04-01", 30)])
    func monthLength(iso: String, days: Int) {
        #expect(CivilDate(iso: iso)?.daysInMonth == days)
    }

    @Test("dates beyond any calendar are computed without a trap", arguments: [Int.max, Int.min, 1 << 40, -(1 << 40)])
    func extremes(days: Int) {
        let date = CivilDate(daysSinceEpoch: days)
        #expect((1...7).contains(date.weekday))
        #expect((1...12).contains(date.month))
        #expect((1...53).contains(date.isoWeek.week))
        #expect((1...366).contains(date.dayOfYear))
        #expect(!date.iso.isEmpty)
        #expect((1...31).contains(date.adding(months: days).day))
        #expect((1...31).contains(date.adding(days: days).day))
    }

    @Test("the clock writes dates, and limits at the end of a day")
    func clock() throws {
        let clock = CivilClock(start: try #require(CivilDate(iso: "2026-03-03")))
        #expect(clock.iso(.zero) == "2026-03-03 00:00")
        #expect(clock.isoEnd(.zero) == "2026-03-02 24:00")
        #expect(clock.iso(SimTime(ticks: 10 * SimTime.hour.ticks + 59_999)) == "2026-03-03 10:00")
        #expect(clock.isoEnd(SimTime(ticks: 10 * SimTime.hour.ticks)) == "2026-03-03 10:00")
        #expect(clock.iso(SimTime(ticks: -1)) == "2026-03-02 23:59")
        #expect(clock.instant(try #require(CivilDate(iso: "2026-03-05")), .hour) == SimTime(ticks: 49 * 3_600_000))
        #expect(!clock.iso(SimTime(ticks: .min)).isEmpty)
        #expect(!clock.isoEnd(SimTime(ticks: .max)).isEmpty)
    }
}
