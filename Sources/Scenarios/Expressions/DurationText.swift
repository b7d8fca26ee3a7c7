public import PathwaySim

/// A span of time as people write it in a scenario: a number and a unit, `90m 8h 3d 3wd 2w 6mo 1y`.
///
/// The unit is kept, because 3 working days and 1 month are no fixed number of hours.
public struct DurationText: Hashable, Sendable, CustomStringConvertible {
    public enum Unit: String, Hashable, Sendable, CaseIterable {
        case minutes = "m"
        case hours = "h"
        /// Days of 24 hours.
        case days = "d"
        /// Days the scenario's calendar counts as working days.
        case workingDays = "wd"
        case weeks = "w"
        /// Calendar months.
        case months = "mo"
        /// 365 days.
        case years = "y"

        /// Length in days of 24 hours; nil where it depends on the calendar.
        public var days: Double? {
            switch self {
            case .minutes: 1 / 1440
            case .hours: 1 / 24
            case .days: 1
            case .weeks: 7
            case .years: 365
            case .workingDays, .months: nil
            }
        }

        /// Whether half a unit makes sense.
        public var allowsDecimals: Bool { self != .workingDays && self != .months && self != .years }
    }

    /// Finite; whole for working days, months and years; at most a million years' worth in size.
    public var amount: Double
    public var unit: Unit

    public init(_ amount: Double, _ unit: Unit) {
        self.amount = amount
        self.unit = unit
    }

    /// Reads the notation.
    ///
    /// - Parameter allowingNegative: accepts a leading `-`: a notice *before* an event.
    public init(parsing text: String, allowingNegative: Bool = false) throws(DurationProblem) {
        let isNegative = text.hasPrefix("-")
        let body = isNegative ? text.dropFirst() : text[...]
        let digits = body.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == ",") }
        let letters = body.dropFirst(digits.count)
        guard !digits.isEmpty else { throw .malformed(text) }
        guard let unit = Unit(rawValue: String(letters)) else {
            throw letters.isEmpty ? .missingUnit(text) : .unknownUnit(text, unit: String(letters))
        }
        if digits.contains(",") {
            throw .decimalComma(text, suggestion: text.replacing(",", with: "."))
        }
        guard JSONParser.isStrictNumber(Array(digits.utf8)[...]), let amount = Double(digits), amount.isFinite
        else { throw .malformed(text) }
        if isNegative, !allowingNegative { throw .negative(text) }
        if !unit.allowsDecimals, amount != amount.rounded() { throw .notWhole(text, unit: unit) }
        // Beyond this the clock would overflow; a working day or month is at most 31 days long.
        guard amount * (unit.days ?? 31) <= 365e6 else { throw .tooLong(text) }
        self.init(isNegative ? -amount : amount, unit)
    }

    /// The notation it is read from.
    public var description: String { NumberFormat.shortest(amount) + unit.rawValue }

    /// Days of 24 hours; nil for working days and months, which depend on the calendar.
    public var days: Double? { unit.days.map { amount * $0 } }

    /// The span on the clock; nil for working days and months.
    public var simTime: SimTime? { days.map(SimTime.init(days:)) }

    /// The notation of a fixed span in the largest unit of which it is a whole number, else in days or minutes.
    public static func notation(days: Double) -> String {
        let minutes = days * 1440
        for unit in [Unit.years, .weeks, .days, .hours, .minutes] {
            guard let length = unit.days else { continue }
            let amount = (days / length * 1e9).rounded() / 1e9
            if amount == amount.rounded(), amount != 0 || unit == .days {
                return DurationText(amount, unit).description
            }
        }
        return abs(minutes) < 1440 ? DurationText(minutes, .minutes).description : DurationText(days, .days).description
    }
}

/// What can be wrong with a written duration.
public enum DurationProblem: DiagnosticFacts {
    case malformed(String)
    case missingUnit(String)
    case unknownUnit(String, unit: String)
    case decimalComma(String, suggestion: String)
    case notWhole(String, unit: DurationText.Unit)
    case negative(String)
    case tooLong(String)
    /// A duration whose length depends on the calendar, where a fixed one is needed.
    case notFixed(String, unit: DurationText.Unit)

    public var code: DiagnosticCode { .badDuration }
    public var text: Text { Texts.duration(self) }
}
