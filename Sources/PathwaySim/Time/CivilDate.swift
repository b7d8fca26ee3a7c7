/// A day in the (proleptic) Gregorian calendar, without time of day or time zone.
///
/// Conversions between day numbers and year, month, day follow Howard Hinnant, *chrono-Compatible Low-Level Date
/// Algorithms* (`days_from_civil`, `civil_from_days`): a year is taken to begin in March, so that the leap day comes
/// last. All operations are O(1) and none traps; day numbers beyond ±10¹¹ are read as that limit.
public struct CivilDate: Hashable, Comparable, Sendable {
    /// Days since 1970-01-01, which is 0.
    public var daysSinceEpoch: Int

    public init(daysSinceEpoch: Int) { self.daysSinceEpoch = daysSinceEpoch }

    /// The date with these numbers; nil when there is no such date or the year is outside 1 … 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
            day <= CivilDate.daysInMonth(year: year, month: month)
        else { return nil }
        self.init(uncheckedYear: year, month: month, day: day)
    }

    /// The date written as `yyyy-MM-dd`, exactly ten ASCII characters; nil for anything else.
    public init?(iso: String) {
        let bytes = Array(iso.utf8)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
        func number(_ range: Range<Int>) -> Int? {
            var value = 0
            for byte in bytes[range] {
                guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
                value = value * 10 + Int(byte - UInt8(ascii: "0"))
            }
            return value
        }
        guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
        self.init(year: year, month: month, day: day)
    }

    public static func < (a: CivilDate, b: CivilDate) -> Bool { a.daysSinceEpoch < b.daysSinceEpoch }

    /// Year, month 1 … 12 and day of the month 1 … 31 in one computation.
    public var components: (year: Int, month: Int, day: Int) {
        let shifted = clampedDays + 719_468  // days since 0000-03-01
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfMarchYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfMarchYear + 2) / 153
        let day = dayOfMarchYear - (153 * marchMonth + 2) / 5 + 1
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    public var year: Int { components.year }
    /// 1 … 12.
    public var month: Int { components.month }
    /// Day of the month, 1 … 31.
    public var day: Int { components.day }

    /// 1 Monday … 7 Sunday.
    public var weekday: Int {
        // 1970-01-01 was a Thursday.
        let remainder = (clampedDays + 3) % 7
        return (remainder < 0 ? remainder + 7 : remainder) + 1
    }

    /// 1 on 1 January … 365 or 366.
    public var dayOfYear: Int {
        clampedDays - CivilDate(uncheckedYear: year, month: 1, day: 1).daysSinceEpoch + 1
    }

    /// Days in this date's month, 28 … 31.
    public var daysInMonth: Int {
        let (year, month, _) = components
        return CivilDate.daysInMonth(year: year, month: month)
    }

    /// ISO 8601 week: weeks begin on Monday and belong to the year that holds their Thursday.
    public var isoWeek: (year: Int, week: Int) {
        let thursday = CivilDate(daysSinceEpoch: clampedDays + 4 - weekday)
        return (thursday.year, (thursday.dayOfYear - 1) / 7 + 1)
    }

    /// `yyyy-MM-dd`; years outside 0 … 9999 keep all their digits and their sign.
    public var iso: String {
        let (year, month, day) = components
        let digits = String(year.magnitude)
        let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
        return "\(year < 0 ? "-" : "")\(padded)-\(CivilDate.twoDigits(month))-\(CivilDate.twoDigits(day))"
    }

    /// The date so many days later (earlier when negative).
    public func adding(days: Int) -> CivilDate {
        let (sum, overflow) = daysSinceEpoch.addingReportingOverflow(days)
        return CivilDate(daysSinceEpoch: overflow ? (days < 0 ? -CivilDate.limit : CivilDate.limit) : sum)
    }

    /// The same day of the month so many months later (earlier when negative), or that month's last day.
    public func adding(months: Int) -> CivilDate {
        let (year, month, day) = components
        let index = year * 12 + (month - 1) + min(max(months, -CivilDate.limit), CivilDate.limit)
        let newYear = index >= 0 ? index / 12 : (index - 11) / 12
        let newMonth = index - newYear * 12 + 1
        let newDay = min(day, CivilDate.daysInMonth(year: newYear, month: newMonth))
        return CivilDate(uncheckedYear: newYear, month: newMonth, day: newDay)
    }

    public static func isLeapYear(_ year: Int) -> Bool {
        year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    }

    /// Days in a month 1 … 12; 0 for any other month number.
    public static func daysInMonth(year: Int, month: Int) -> Int {
        switch month {
        case 2: isLeapYear(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1, 3, 5, 7, 8, 10, 12: 31
        default: 0
        }
    }

    /// Far beyond any calendar (270 million years), yet safe to compute with.
    private static let limit = 100_000_000_000

    private var clampedDays: Int { min(max(daysSinceEpoch, -CivilDate.limit), CivilDate.limit) }

    /// For a month 1 … 12 and a day that exists in it, in any year.
    private init(uncheckedYear year: Int, month: Int, day: Int) {
        let marchYear = month <= 2 ? year - 1 : year
        let era = (marchYear >= 0 ? marchYear : marchYear - 399) / 400
        let yearOfEra = marchYear - era * 400
        let marchMonth = month > 2 ? month - 3 : month + 9
        let dayOfMarchYear = (153 * marchMonth + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfMarchYear
        self.daysSinceEpoch = era * 146_097 + dayOfEra - 719_468
    }

    static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
}
