/// Spans of time in words: `12,3 dage`, `5 hours`.
public enum DurationFormat {
    /// The unit a span is told in.
    public enum Unit: Hashable, Sendable, CaseIterable {
        case minutes, hours, days

        /// The unit in which a span of so many days is easiest to read: days from one day on, hours from one hour on.
        public static func fitting(days: Double) -> Unit {
            let size = abs(days)
            if size >= 1 || size == 0 || !size.isFinite { return .days }
            return size >= 1.0 / 24 ? .hours : .minutes
        }

        /// Units in a day of 24 hours.
        public var perDay: Double {
            switch self {
            case .minutes: 1440
            case .hours: 24
            case .days: 1
            }
        }
    }

    /// A span in days of 24 hours, told in the unit that fits, rounded to its uncertainty (see `NumberFormat.rounded`).
    ///
    /// - Parameter halfWidth: in days; nil when it is not known.
    public static func text(days: Double, halfWidth: Double? = nil) -> Text {
        let unit = Unit.fitting(days: days)
        return counted(unit) { language in
            NumberFormat.rounded(
                days * unit.perDay, halfWidth: halfWidth.map { $0 * unit.perDay }, language: language)
        }
    }

    /// A span in days of 24 hours, told in the unit that fits, with a fixed number of decimals.
    public static func text(days: Double, digits: Int) -> Text {
        let unit = Unit.fitting(days: days)
        return counted(unit) { language in
            NumberFormat.decimal(days * unit.perDay, digits: digits, language: language)
        }
    }

    private static func counted(_ unit: Unit, _ number: (Language) -> String) -> Text {
        let (da, en) = (number(.da), number(.en))
        let isOne = en == "1" || en == "-1"
        switch unit {
        case .minutes: return Text(da: da + (isOne ? " minut" : " minutter"), en: en + (isOne ? " minute" : " minutes"))
        case .hours: return Text(da: da + (isOne ? " time" : " timer"), en: en + (isOne ? " hour" : " hours"))
        case .days: return Text(da: da + (isOne ? " dag" : " dage"), en: en + (isOne ? " day" : " days"))
        }
    }

    /// A written duration in words, its unit kept: `3 hverdage`, `1 month`.
    public static func text(_ duration: DurationText) -> Text {
        let number = NumberFormat.text(duration.amount)
        let isOne = abs(duration.amount) == 1
        let unit = isOne ? singular(duration.unit) : Texts.durationUnit(duration.unit)
        return Text(da: number.da + " " + unit.da, en: number.en + " " + unit.en)
    }

    private static func singular(_ unit: DurationText.Unit) -> Text {
        switch unit {
        case .minutes: Text(da: "minut", en: "minute")
        case .hours: Text(da: "time", en: "hour")
        case .days: Text(da: "dag", en: "day")
        case .workingDays: Text(da: "hverdag", en: "working day")
        case .weeks: Text(da: "uge", en: "week")
        case .months: Text(da: "måned", en: "month")
        case .years: Text(da: "år", en: "year")
        }
    }
}
