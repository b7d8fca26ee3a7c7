/// A Danish public holiday.
public enum DanishHoliday: String, Hashable, Sendable, CaseIterable {
    case newYearsDay, maundyThursday, goodFriday, easterSunday, easterMonday
    /// Store bededag, the fourth Friday after Easter: a holiday until and including 2023.
    case generalPrayerDay
    case ascensionDay, whitSunday, whitMonday, christmasDay, secondChristmasDay
}

/// The public holidays of Denmark, computed.
///
/// Constitution Day (5 June), 24 and 31 December are not among them: whether an office closes then is its own choice,
/// see `WorkingCalendar.closedEveryYear`.
public enum DanishHolidays {
    /// The last year in which Store bededag was a public holiday (abolished by act no. 214 of 6 March 2023).
    public static let lastGeneralPrayerDayYear = 2023

    /// Easter Sunday of a year in the Gregorian calendar.
    ///
    /// The anonymous Gregorian computus in the form of J. Meeus, *Astronomical Algorithms* (1991), chapter 8.
    public static func easterSunday(in year: Int) -> CivilDate {
        // The dates of Easter repeat after 5,700,000 years; nothing below can overflow or leave the calendar.
        let year = min(max(year, 1), 9999)
        let golden = year % 19
        let century = year / 100
        let yearOfCentury = year % 100
        let moonCorrection = (century - (century + 8) / 25 + 1) / 3
        let epact = (19 * golden + century - century / 4 - moonCorrection + 15) % 30
        let weekdayOffset = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - epact - yearOfCentury % 4) % 7
        let lateCorrection = (golden + 11 * epact + 22 * weekdayOffset) / 451
        // Days after 22 March of the Sunday after the paschal full moon.
        let offset = epact + weekdayOffset - 7 * lateCorrection
        return newYearsDay(year).adding(days: CivilDate.isLeapYear(year) ? 81 : 80).adding(days: offset)
    }

    /// The public holidays of a year (1 … 9999), in the order of their dates.
    public static func holidays(in year: Int) -> [(date: CivilDate, holiday: DanishHoliday)] {
        let year = min(max(year, 1), 9999)
        let easter = easterSunday(in: year)
        let newYear = newYearsDay(year)
        let christmas = newYear.adding(days: CivilDate.isLeapYear(year) ? 359 : 358)
        var days: [(date: CivilDate, holiday: DanishHoliday)] = [
            (newYear, .newYearsDay),
            (easter.adding(days: -3), .maundyThursday),
            (easter.adding(days: -2), .goodFriday),
            (easter, .easterSunday),
            (easter.adding(days: 1), .easterMonday),
        ]
        if year <= lastGeneralPrayerDayYear { days.append((easter.adding(days: 26), .generalPrayerDay)) }
        days += [
            (easter.adding(days: 39), .ascensionDay),
            (easter.adding(days: 49), .whitSunday),
            (easter.adding(days: 50), .whitMonday),
            (christmas, .christmasDay),
            (christmas.adding(days: 1), .secondChristmasDay),
        ]
        return days
    }

    /// The holiday on a date; nil on any other day.
    public static func holiday(on date: CivilDate) -> DanishHoliday? {
        holidays(in: date.year).first { $0.date == date }?.holiday
    }

    public static func isHoliday(_ date: CivilDate) -> Bool { holiday(on: date) != nil }

    private static func newYearsDay(_ year: Int) -> CivilDate {
        // 1 January exists in every year 1 … 9999, to which the callers have limited it.
        CivilDate(year: year, month: 1, day: 1) ?? CivilDate(daysSinceEpoch: 0)
    }
}
