extension Texts {
    private static let durationExamples = Text(
        da: "skriv fx 90m, 8h, 3d, 3wd (hverdage), 2w, 6mo eller 1y",
        en: "write e.g. 90m, 8h, 3d, 3wd (working days), 2w, 6mo or 1y")

    /// The words for what is wrong with a written duration.
    static func duration(_ problem: DurationProblem) -> Text {
        switch problem {
        case .malformed(let found):
            let quoted = Escaping.quoted(found)
            return Text(
                da: "\(quoted) er ingen varighed; \(durationExamples.da)",
                en: "\(quoted) is no duration; \(durationExamples.en)")
        case .missingUnit(let found):
            let quoted = Escaping.quoted(found)
            return Text(
                da: "varigheden \(quoted) mangler en enhed; \(durationExamples.da)",
                en: "the duration \(quoted) lacks a unit; \(durationExamples.en)")
        case .unknownUnit(let found, let unit):
            let quoted = Escaping.quoted(found)
            let quotedUnit = Escaping.quoted(unit)
            return Text(
                da: "\(quotedUnit) i \(quoted) er ingen enhed; \(durationExamples.da)",
                en: "\(quotedUnit) in \(quoted) is no unit; \(durationExamples.en)")
        case .decimalComma(let found, let suggestion):
            let quoted = Escaping.quoted(found)
            let better = Escaping.quoted(suggestion)
            return Text(
                da: "\(quoted): skriv punktum som decimaltegn, \(better)",
                en: "\(quoted): write a decimal point, \(better)")
        case .notWhole(let found, let unit):
            let quoted = Escaping.quoted(found)
            let name = durationUnit(unit)
            return Text(
                da: "\(quoted): kun et helt antal \(name.da) giver mening",
                en: "\(quoted): only a whole number of \(name.en) makes sense")
        case .negative(let found):
            let quoted = Escaping.quoted(found)
            return Text(
                da: "\(quoted): varigheden kan ikke være negativ her",
                en: "\(quoted): a duration cannot be negative here")
        case .tooLong(let found):
            let quoted = Escaping.quoted(found)
            return Text(
                da: "\(quoted) er længere end en million år", en: "\(quoted) is longer than a million years")
        case .notFixed(let found, let unit):
            let quoted = Escaping.quoted(found)
            let name = durationUnit(unit)
            return Text(
                da:
                    "\(quoted): antallet af timer i \(name.da) afhænger af kalenderen; skriv minutter, timer, dage eller uger",
                en: "\(quoted): the hours in \(name.en) depend on the calendar; write minutes, hours, days or weeks")
        }
    }

    /// The plural name of a unit.
    static func durationUnit(_ unit: DurationText.Unit) -> Text {
        switch unit {
        case .minutes: Text(da: "minutter", en: "minutes")
        case .hours: Text(da: "timer", en: "hours")
        case .days: Text(da: "dage", en: "days")
        case .workingDays: Text(da: "hverdage", en: "working days")
        case .weeks: Text(da: "uger", en: "weeks")
        case .months: Text(da: "måneder", en: "months")
        case .years: Text(da: "år", en: "years")
        }
    }
}
