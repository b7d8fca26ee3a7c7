public import PathwaySim

/// Dates and times of day as people read them.
public enum DateFormat {
    /// `3. marts 2026`, `3 March 2026`.
    public static func long(_ date: CivilDate) -> Text {
        let (year, month, day) = date.components
        let name = Self.month(month)
        return Text(da: "\(day). \(name.da) \(year)", en: "\(day) \(name.en) \(year)")
    }

    /// `tirsdag 3. marts 2026`, `Tuesday 3 March 2026`.
    public static func withWeekday(_ date: CivilDate) -> Text {
        weekday(date.weekday) + Text(same: " ") + long(date)
    }

    /// `tir 3.3.2026`, `Tue 3 Mar 2026`: for narrow columns.
    public static func short(_ date: CivilDate) -> Text {
        let (year, month, day) = date.components
        let name = weekday(date.weekday)
        return Text(
            da: "\(name.da.prefix(3)) \(day).\(month).\(year)",
            en: "\(name.en.prefix(3)) \(day) \(Self.month(month).en.prefix(3)) \(year)")
    }

    /// `3.3.`, `3 Mar`, and with its year when it is another than this one: for tables with several dates.
    public static func compact(_ date: CivilDate, in year: Int) -> Text {
        let (own, month, day) = date.components
        let name = Self.month(month).en.prefix(3)
        return own == year
            ? Text(da: "\(day).\(month).", en: "\(day) \(name)")
            : Text(da: "\(day).\(month).\(own)", en: "\(day) \(name) \(own)")
    }

    /// `kl. 9.00`, `9:00`: the time of day of an instant or a span since midnight, to the minute, rounded down.
    public static func time(_ time: SimTime) -> Text {
        let dayTicks = SimTime.day.ticks
        let sinceMidnight = ((time.ticks % dayTicks) + dayTicks) % dayTicks
        let minutes = sinceMidnight / SimTime.minute.ticks
        let padded = minutes % 60 < 10 ? "0\(minutes % 60)" : "\(minutes % 60)"
        return Text(da: "kl. \(minutes / 60).\(padded)", en: "\(minutes / 60):\(padded)")
    }

    /// The name of a weekday, 1 Monday … 7 Sunday; its number for anything else.
    public static func weekday(_ weekday: Int) -> Text {
        switch weekday {
        case 1: Text(da: "mandag", en: "Monday")
        case 2: Text(da: "tirsdag", en: "Tuesday")
        case 3: Text(da: "onsdag", en: "Wednesday")
        case 4: Text(da: "torsdag", en: "Thursday")
        case 5: Text(da: "fredag", en: "Friday")
        case 6: Text(da: "lørdag", en: "Saturday")
        case 7: Text(da: "søndag", en: "Sunday")
        default: Text(same: "\(weekday)")
        }
    }

    /// The name of a month, 1 … 12; its number for anything else.
    public static func month(_ month: Int) -> Text {
        switch month {
        case 1: Text(da: "januar", en: "January")
        case 2: Text(da: "februar", en: "February")
        case 3: Text(da: "marts", en: "March")
        case 4: Text(da: "april", en: "April")
        case 5: Text(da: "maj", en: "May")
        case 6: Text(da: "juni", en: "June")
        case 7: Text(da: "juli", en: "July")
        case 8: Text(da: "august", en: "August")
        case 9: Text(da: "september", en: "September")
        case 10: Text(da: "oktober", en: "October")
        case 11: Text(da: "november", en: "November")
        case 12: Text(da: "december", en: "December")
        default: Text(same: "\(month)")
        }
    }
}
