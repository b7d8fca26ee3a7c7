import PathwaySim
import Testing

@testable import Scenarios

@Suite("Numbers, spans and dates in words")
struct FormatTests {
    @Test(
        "numbers have each language's separators",
        arguments: [
            (1234.5, 1, "1.234,5", "1,234.5"), (0.05, 1, "0,1", "0.1"), (-0.04, 1, "0,0", "0.0"),
            (999, 0, "999", "999"), (1e6, 0, "1.000.000", "1,000,000"), (-12345.678, 2, "-12.345,68", "-12,345.68"),
            (.nan, 2, "–", "–"), (.infinity, 0, "∞", "∞"), (2.5e20, 3, "2,5e+20", "2.5e+20"),
        ] as [(Double, Int, String, String)])
    func decimals(value: Double, digits: Int, da: String, en: String) {
        #expect(NumberFormat.text(value, digits: digits) == Text(da: da, en: en))
    }

    @Test(
        "no digit is shown beyond the uncertainty",
        arguments: [
            (12.3456, 0.27, "12,3"), (12.3456, 0.004, "12,346"), (1234, 31, "1.230"), (1234, 310, "1.200"),
            (1250, 1000, "1.000"), (0.4, 2, "0"), (9.97, 0.1, "10,0"), (-3.26, 0.1, "-3,3"), (7, 0, "7"),
            (0.1234567, 0, "0,123"),
            (123.4, nil, "120"), (0.01234, nil, "0,012"), (0, nil, "0"), (5, .nan, "5,0"), (.nan, 1, "–"),
        ] as [(Double, Double?, String)])
    func rounding(value: Double, halfWidth: Double?, shown: String) {
        #expect(NumberFormat.rounded(value, halfWidth: halfWidth, language: .da) == shown)
    }

    @Test(
        "the uncertainty itself is rounded up, never down",
        arguments: [
            (12.3456, 0.21, "12.3 ± 0.3"), (12.3456, 0.3, "12.3 ± 0.3"), (1234, 31, "1,230 ± 40"), (5, 0, "5"),
            (12.34, 0.97, "12.3 ± 1.0"), (-13.2, 10.4, "-13 ± 11"), (-13.2, 14, "-13 ± 14"), (27.4, 19, "27 ± 19"),
            (27.4, 19.1, "30 ± 20"), (-23.2, 21, "-23 ± 21"), (0.1234, 0.01, "0.123 ± 0.010"),
            (0.42, 0.41, "0.42 ± 0.41"),
            (0.4199, 0.4192, "0.4199 ± 0.4192"),
            (1_480, 1_020, "1,500 ± 1,100"),
        ] as [(Double, Double, String)])
    func uncertainty(value: Double, halfWidth: Double, shown: String) {
        #expect(NumberFormat.withUncertainty(value, halfWidth: halfWidth, language: .en) == shown)
    }

    @Test("beside each other numbers have the same digits, unless some are much better known than others")
    func column() {
        func shown(_ numbers: [(Double, Double)]) -> [String] {
            let digits = ColumnDigits(numbers.map { $0.1 })
            return numbers.map {
                NumberFormat.withUncertainty($0.0, halfWidth: $0.1, column: digits, language: .en)
            }
        }
        #expect(shown([(24.81, 1.16), (14.39, 0.18)]) == ["24.8 ± 1.2", "14.4 ± 0.2"])
        // Alone the second would be 30 ± 30, and look like a fall.
        #expect(shown([(33, 10), (31.4, 25), (35, 14)]) == ["33 ± 10", "31 ± 25", "35 ± 14"])
        #expect(shown([(4.21, 0.02), (920, 250)]) == ["4.21 ± 0.02", "920 ± 250"])
        #expect(shown([(920, 250)]) == ["900 ± 300"])
        #expect(ColumnDigits([nil, 0]) == ColumnDigits([]))
    }

    @Test("shares are told in per cent")
    func percent() {
        #expect(NumberFormat.percent(0.1234, digits: 1, language: .da) == "12,3 %")
        #expect(NumberFormat.percent(0.1234, digits: 1, language: .en) == "12.3%")
        #expect(NumberFormat.percent(.nan, digits: 1, language: .en) == "–")
    }

    @Test(
        "spans are told in the unit that fits",
        arguments: [
            (12.34, 0.2, "12,3 dage", "12.3 days"), (1, 0, "1 dag", "1 day"), (0.5, 0.01, "12,0 timer", "12.0 hours"),
            (1.0 / 24, 0, "1 time", "1 hour"), (0.01, 0.0005, "14,4 minutter", "14.4 minutes"),
            (0, 0, "0 dage", "0 days"),
            (1234, 31, "1.230 dage", "1,230 days"),
        ] as [(Double, Double, String, String)])
    func spans(days: Double, halfWidth: Double, da: String, en: String) {
        #expect(DurationFormat.text(days: days, halfWidth: halfWidth) == Text(da: da, en: en))
    }

    @Test("counts have the right form of their noun")
    func plurals() {
        func citizens(_ count: Int) -> Text {
            Texts.plural(count, da: "borger", "borgere", en: "citizen", "citizens")
        }
        #expect(citizens(1) == Text(da: "1 borger", en: "1 citizen"))
        #expect(citizens(0) == Text(da: "0 borgere", en: "0 citizens"))
        #expect(citizens(12_000) == Text(da: "12.000 borgere", en: "12,000 citizens"))
    }

    @Test("dates and times are written as people read them")
    func dates() throws {
        let date = try #require(CivilDate(year: 2026, month: 3, day: 3))
        #expect(DateFormat.long(date) == Text(da: "3. marts 2026", en: "3 March 2026"))
        #expect(DateFormat.withWeekday(date) == Text(da: "tirsdag 3. marts 2026", en: "Tuesday 3 March 2026"))
        #expect(DateFormat.short(date) == Text(da: "tir 3.3.2026", en: "Tue 3 Mar 2026"))
        #expect(
            DateFormat.time(SimTime(ticks: 3 * 86_400_000 + 9 * 3_600_000 + 300_000))
                == Text(da: "kl. 9.05", en: "9:05"))
        #expect(DateFormat.time(SimTime(ticks: -1)) == Text(da: "kl. 23.59", en: "23:59"))
        #expect(Set((1...7).map { DateFormat.weekday($0) }).count == 7)
        #expect(Set((1...12).map { DateFormat.month($0) }).count == 12)
    }
}

@Suite("Written durations")
struct DurationTextTests {
    @Test(
        "a duration keeps its unit and is written back the same",
        arguments: [
            ("90m", 90, .minutes, 0.0625), ("8h", 8, .hours, 8.0 / 24), ("3d", 3, .days, 3), ("2.5d", 2.5, .days, 2.5),
            ("3wd", 3, .workingDays, nil), ("2w", 2, .weeks, 14), ("6mo", 6, .months, nil), ("1y", 1, .years, 365),
            ("0d", 0, .days, 0),
        ] as [(String, Double, DurationText.Unit, Double?)])
    func reading(written: String, amount: Double, unit: DurationText.Unit, days: Double?) throws {
        let duration = try DurationText(parsing: written)
        #expect(duration == DurationText(amount, unit))
        #expect(duration.days == days)
        #expect(duration.description == written)
    }

    @Test("a notice before an event is negative where that is allowed")
    func negative() throws {
        #expect(try DurationText(parsing: "-14d", allowingNegative: true).days == -14)
    }

    @Test(
        "a wrong duration says what is wrong",
        arguments: [
            ("", .malformed("")), ("d", .malformed("d")), ("abc", .malformed("abc")), ("1..5d", .malformed("1..5d")),
            ("3", .missingUnit("3")), ("3 d", .unknownUnit("3 d", unit: " d")),
            ("3dage", .unknownUnit("3dage", unit: "dage")),
            ("1,5d", .decimalComma("1,5d", suggestion: "1.5d")), ("1.5wd", .notWhole("1.5wd", unit: .workingDays)),
            ("0.5y", .notWhole("0.5y", unit: .years)), ("-3d", .negative("-3d")), ("99999999y", .tooLong("99999999y")),
            ("1e3d", .unknownUnit("1e3d", unit: "e3d")), ("٣d", .malformed("٣d")),
        ] as [(String, DurationProblem)])
    func wrong(written: String, problem: DurationProblem) {
        #expect(throws: problem) { try DurationText(parsing: written) }
        #expect(problem.text.da != problem.text.en)
    }

    @Test(
        "a fixed span is written in the largest unit that fits",
        arguments: [
            (730, "2y"), (14, "2w"), (10, "10d"), (1.5, "36h"), (0.0625, "90m"), (0, "0d"), (1.0 / 3, "8h"),
            (-14, "-2w"),
        ] as [(Double, String)])
    func notation(days: Double, written: String) {
        #expect(DurationText.notation(days: days) == written)
    }

    @Test("a duration is told in words, its unit kept")
    func words() {
        #expect(DurationFormat.text(DurationText(3, .workingDays)) == Text(da: "3 hverdage", en: "3 working days"))
        #expect(DurationFormat.text(DurationText(1, .months)) == Text(da: "1 måned", en: "1 month"))
        #expect(DurationFormat.text(DurationText(2.5, .days)) == Text(da: "2,5 dage", en: "2.5 days"))
    }
}
