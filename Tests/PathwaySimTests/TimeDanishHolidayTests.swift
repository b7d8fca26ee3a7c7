import PathwaySim
import Testing

@Suite("Danish public holidays")
struct TimeDanishHolidayTests {
    static let easterSundays = [
        "2008-03-23", "2009-04-12", "2010-04-04", "2011-04-24", "2012-04-08", "2013-03-31", "2014-04-20", "2015-04-05",
        "2016-03-27", "2017-04-16", "2018-04-01", "2019-04-21", "2020-04-12", "2021-04-04", "2022-04-17", "2023-04-09",
        "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
        "2032-03-28", "2033-04-17", "2034-04-09", "2035-03-25",
    ]

    @Test("Easter Sunday of 2008 to 2035", arguments: easterSundays)
    func easter(iso: String) throws {
        let known = try #require(CivilDate(iso: iso))
        #expect(DanishHolidays.easterSunday(in: known.year) == known)
    }

    @Test(
        "the earliest and the latest possible Easter, and both exceptions of the computus",
        arguments: ["1818-03-22", "2285-03-22", "1943-04-25", "2038-04-25", "1954-04-18", "1981-04-19", "2049-04-18"])
    func extremeEasters(iso: String) throws {
        let known = try #require(CivilDate(iso: iso))
        #expect(DanishHolidays.easterSunday(in: known.year) == known)
    }

    @Test("the holidays of a year, all of them and in order", arguments: easterSundays)
    func year(iso: String) throws {
        let easter = try #require(CivilDate(iso: iso))
        let year = easter.year
        func fixed(_ month: Int, _ day: Int) throws -> CivilDate {
            try #require(CivilDate(year: year, month: month, day: day))
        }
        var expected: [CivilDate: DanishHoliday] = [
            try fixed(1, 1): .newYearsDay, try fixed(12, 25): .christmasDay, try fixed(12, 26): .secondChristmasDay,
            easter.adding(days: -3): .maundyThursday, easter.adding(days: -2): .goodFriday, easter: .easterSunday,
            easter.adding(days: 1): .easterMonday, easter.adding(days: 39): .ascensionDay,
            easter.adding(days: 49): .whitSunday, easter.adding(days: 50): .whitMonday,
        ]
        if year <= 2023 { expected[easter.adding(days: 26)] = .generalPrayerDay }
        let found = DanishHolidays.holidays(in: year)
        #expect(found.count == expected.count)
        #expect(found.map(\.date) == found.map(\.date).sorted())
        for day in 0..<366 {
            let date = try fixed(1, 1).adding(days: day)
            guard date.year == year else { continue }
            #expect(DanishHolidays.holiday(on: date) == expected[date], "\(date.iso)")
        }
    }

    @Test(
        "known dates",
        arguments: [
            ("2023-05-05", DanishHoliday.generalPrayerDay), ("2008-04-18", .generalPrayerDay),
            ("2026-04-02", .maundyThursday), ("2026-04-03", .goodFriday), ("2026-04-06", .easterMonday),
            ("2026-05-14", .ascensionDay), ("2026-05-25", .whitMonday), ("2025-06-09", .whitMonday),
        ])
    func known(iso: String, holiday: DanishHoliday) throws {
        #expect(DanishHolidays.holiday(on: try #require(CivilDate(iso: iso))) == holiday)
    }

    @Test("holidays fall on their weekdays", arguments: 2008...2035)
    func weekdays(year: Int) {
        for (date, holiday) in DanishHolidays.holidays(in: year) {
            switch holiday {
            case .maundyThursday, .ascensionDay: #expect(date.weekday == 4)
            case .goodFriday, .generalPrayerDay: #expect(date.weekday == 5)
            case .easterSunday, .whitSunday: #expect(date.weekday == 7)
            case .easterMonday, .whitMonday: #expect(date.weekday == 1)
            case .newYearsDay, .christmasDay, .secondChristmasDay: continue
            }
        }
    }

    @Test(
        "days on which offices merely often close are not public holidays",
        arguments: ["2026-06-05", "2026-12-24", "2026-12-31", "2024-04-26"])
    func notHolidays(iso: String) throws {
        #expect(!DanishHolidays.isHoliday(try #require(CivilDate(iso: iso))))
    }
}
