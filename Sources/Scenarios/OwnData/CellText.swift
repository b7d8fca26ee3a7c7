internal import Foundation
internal import PathwaySim

/// What a cell of a spreadsheet says, however the spreadsheet wrote it.
///
/// Reading is strict where two readings are possible: `1.234` is a thousand or a decimal, so it is neither.
enum CellText {
    /// What is wrong with a cell. A value is kept only where it cannot be personal: a short number or a date.
    enum Problem: Error, Hashable, Sendable {
        case notANumber
        case notWhole(String)
        case negative(String)
        case ambiguous(String)
        case outside(String, low: Double, high: Double)
        case notADate
        /// Numbers that make no date, such as 31-02-2025.
        case noSuchDate(String)
        /// The month before the day, as in the United States, among dates with the day first.
        case monthFirst(String)
        /// `01/02/2025`, where nothing in the file says which is the month.
        case unclearDate(String)
        case notAMonth
        /// A date within a month where a month was asked for.
        case notTheFirst(String)
        case notATime
        case notWeekdays
    }

    /// What was read in another way than it is written in the template; worth telling once.
    enum Quirk: Hashable, Sendable, CaseIterable {
        case decimalPoint, percent, serialDate, textDate, isoDate, shortYear, monthFirst, groupedThousands
    }

    /// A value with what was unusual about how it was written.
    struct Reading<Value> {
        var value: Value
        var quirks: Set<Quirk> = []
    }

    /// Without the white space, quotes of a formula guard and line breaks that spreadsheets leave.
    static func trimmed(_ text: String) -> String {
        guard needsTrimming(text) else { return text }
        var plain = text
        if plain.utf8.contains(where: { $0 >= 0x80 || $0 < 32 }) {
            plain = String(
                String.UnicodeScalarView(
                    plain.unicodeScalars.map {
                        $0 == "\u{A0}" || $0 == "\u{202F}" || $0 == "\u{2009}" || $0.value < 32 ? " " : $0
                    }))
        }
        plain = plain.trimmed
        return plain.hasPrefix("'") ? String(plain.dropFirst()).trimmed : plain
    }

    /// Most cells are plain: quick to see, as files may have a million rows.
    private static func needsTrimming(_ text: String) -> Bool {
        let bytes = text.utf8
        guard let first = bytes.first, let last = bytes.last else { return false }
        // 0xC2 and 0xE2 begin the white space beyond ASCII.
        return first <= 32 || last <= 32 || first == UInt8(ascii: "'")
            || bytes.contains { $0 < 32 || $0 == 0xC2 || $0 == 0xE2 }
    }

    /// A text as words are compared: lower case, Danish letters spelled out, one space between words.
    static func folded(_ text: String) -> String {
        String(Suggestions.folded(trimmed(text))).split(separator: " ").joined(separator: " ")
    }

    // MARK: Numbers

    static func number(_ text: String) throws(Problem) -> Reading<Double> {
        if let whole = digits(text) { return Reading(value: whole) }
        var plain = Array(trimmed(text).utf8)
        var quirks: Set<Quirk> = []
        var scale = 1.0
        if plain.last == UInt8(ascii: "%") {
            plain.removeLast()
            scale = 0.01
        }
        // A minus sign of typography.
        var digits = String(decoding: plain, as: UTF8.self).replacing("\u{2212}", with: "-").trimmed
        if isGroupedBySpaces(digits) { digits = digits.filter { $0 != " " } }
        let marks = digits.filter { $0 == "," || $0 == "." }
        if marks.isEmpty {
            // As it is.
        } else if Set(marks).count == 1, let mark = marks.first {
            let parts = digits.split(separator: mark, omittingEmptySubsequences: false)
            let areGroups = parts.dropFirst().allSatisfy { $0.count == 3 } && (1...4).contains(parts[0].count)
            if marks.count > 1 {
                guard areGroups else { throw .notANumber }
                digits = digits.filter { $0 != mark }
                quirks.insert(.groupedThousands)
            } else if areGroups, !parts[0].isEmpty, parts[0] != "0", parts[0] != "-0" {
                throw .ambiguous(echo(digits))
            } else {
                if mark == "." { quirks.insert(.decimalPoint) }
                digits = digits.replacing(",", with: ".")
            }
        } else {
            // Both marks: the last is the decimal one.
            let decimal: Character = marks.last ?? ","
            let group: Character = decimal == "," ? "." : ","
            guard marks.filter({ $0 == decimal }).count == 1 else { throw .notANumber }
            digits = digits.filter { $0 != group }.replacing(",", with: ".")
            quirks.insert(decimal == "." ? .decimalPoint : .groupedThousands)
        }
        let isPlain = !digits.isEmpty && digits.utf8.allSatisfy { (48...57).contains($0) || $0 == 46 || $0 == 45 }
        guard isPlain, let value = Double(digits), value.isFinite else { throw .notANumber }
        return Reading(value: value * scale, quirks: quirks)
    }

    /// The number of nothing but a few digits, as most are.
    private static func digits(_ text: String) -> Double? {
        var value = 0
        for byte in text.utf8 {
            guard (48...57).contains(byte), value < 1_000_000_000 else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        return text.isEmpty ? nil : Double(value)
    }

    /// `1 234 567`.
    private static func isGroupedBySpaces(_ text: String) -> Bool {
        let parts = text.split(separator: " ", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return false }
        let ends = parts.dropFirst().allSatisfy { part in
            let whole = part.prefix { $0 != "," && $0 != "." }
            return whole.count == 3 && whole.allSatisfy(\.isNumber)
        }
        return ends && parts[0].drop { $0 == "-" }.allSatisfy(\.isNumber)
    }

    /// A whole number from 0 to `high`.
    static func count(_ text: String, upTo high: Int) throws(Problem) -> Reading<Int> {
        let reading = try number(text)
        let value = reading.value
        if value < 0 { throw .negative(echo(text)) }
        guard value <= Double(high) else { throw .outside(echo(text), low: 0, high: Double(high)) }
        guard value == value.rounded() else { throw .notWhole(echo(text)) }
        return Reading(value: Int(value), quirks: reading.quirks)
    }

    /// A number within bounds.
    static func number(_ text: String, _ low: Double, _ high: Double) throws(Problem) -> Reading<Double> {
        let reading = try number(text)
        if reading.value < 0, low >= 0 { throw .negative(echo(text)) }
        guard reading.value >= low, reading.value <= high else {
            throw .outside(echo(text), low: low, high: high)
        }
        return reading
    }

    /// A share: `0,6`, `60 %`, and `60`, which can be no share otherwise.
    static func share(_ text: String) throws(Problem) -> Reading<Double> {
        var reading = try number(text)
        // `140 %` is no share, and `1,4` is more likely a slip than one and a half per cent.
        if reading.value >= 2, reading.value <= 100, !text.trimmed.hasSuffix("%") {
            reading.value /= 100
            reading.quirks.insert(.percent)
        }
        if reading.value < 0 { throw .negative(echo(text)) }
        guard reading.value <= 1 else { throw .outside(echo(text), low: 0, high: 1) }
        return reading
    }

    /// A value as it may be repeated: short, and of nothing but what numbers and dates are written with; empty otherwise,
    /// as a long number may be a telephone number or worse.
    static func echo(_ text: String) -> String {
        let plain = trimmed(text)
        let isHarmless = plain.utf8.allSatisfy { (48...57).contains($0) || [44, 45, 46, 47, 37, 32].contains($0) }
        let digits = plain.utf8.count { (48...57).contains($0) }
        return isHarmless && digits <= 6 ? plain : ""
    }

    /// A date that makes no date, as it may be repeated.
    private static func dateEcho(_ text: String) -> String {
        let plain = trimmed(text)
        let isHarmless = plain.utf8.allSatisfy { (48...57).contains($0) || [45, 46, 47].contains($0) }
        return isHarmless && plain.utf8.count <= 10 && !PersonalData.holdsPersonalNumber(plain) ? plain : ""
    }

    // MARK: Dates

    /// Which of the first two numbers of dates with slashes is the day: spreadsheets differ by language.
    enum SlashOrder: Hashable, Sendable {
        case unknown, dayFirst, monthFirst
    }

    /// What a cell says about the order: a number above 12 is a day, and so is the 1 where months stand.
    static func slashOrder(_ text: String, inMonths: Bool) -> SlashOrder? {
        guard text.utf8.contains(UInt8(ascii: "/")) else { return nil }
        let numbers = datePart(trimmed(text)).split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 3, let a = numbers[0], let b = numbers[1], numbers[2] != nil, a <= 31 else { return nil }
        if a > 12 { return .dayFirst }
        if b > 12 { return .monthFirst }
        if inMonths, a != b { return b == 1 ? .monthFirst : a == 1 ? .dayFirst : nil }
        return nil
    }

    /// Without a time of day after the date, which says nothing here.
    private static func datePart(_ text: String) -> String {
        guard let end = text.firstIndex(where: { $0 == "T" || $0 == " " }), text[end...].contains(":") else {
            return text
        }
        return String(text[..<end])
    }

    /// `31-12-2025`, `2025-12-31`, `31.12.25`, `31. december 2025`, or Excel's number of the day.
    static func date(_ text: String, _ order: SlashOrder = .unknown) throws(Problem) -> Reading<CivilDate> {
        let plain = datePart(trimmed(text))
        if let serial = serial(plain) { return Reading(value: serial, quirks: [.serialDate]) }
        let numbers = plain.split { "-./".contains($0) }
        if numbers.count == 3, plain.utf8.allSatisfy({ (48...57).contains($0) || [45, 46, 47].contains($0) }) {
            var values = numbers.map { Int($0) ?? 0 }
            let hasSlashes = plain.count { $0 == "/" } == 2 && numbers[0].count < 4
            guard hasSlashes else { return try numericDate(values, numbers.map(\.count), plain) }
            if order == .unknown, values[0] != values[1] { throw .unclearDate(dateEcho(plain)) }
            if order == .monthFirst { values.swapAt(0, 1) }
            var reading = try numericDate(values, numbers.map(\.count), plain)
            if order == .monthFirst { reading.quirks.insert(.monthFirst) }
            return reading
        }
        let words = wordsOfDate(plain)
        if words.count == 3, let day = Int(words[0]), let month = month(named: words[1]), let year = year(words[2]) {
            guard let date = CivilDate(year: year.value, month: month, day: day) else { throw .notADate }
            return Reading(value: date, quirks: year.quirks.union([.textDate]))
        }
        throw .notADate
    }

    private static func numericDate(
        _ numbers: [Int], _ lengths: [Int], _ text: String
    ) throws(Problem) -> Reading<CivilDate> {
        var quirks: Set<Quirk> = []
        var (year, month, day) = (numbers[2], numbers[1], numbers[0])
        if lengths[0] == 4 {
            (year, month, day) = (numbers[0], numbers[1], numbers[2])
            quirks.insert(.isoDate)
        } else if lengths[2] == 2 {
            year += 2_000
            quirks.insert(.shortYear)
        } else if lengths[2] != 4 {
            throw .notADate
        }
        if month > 12, day <= 12, lengths[0] != 4 { throw .monthFirst(dateEcho(text)) }
        guard (2_000...2_100).contains(year), let date = CivilDate(year: year, month: month, day: day) else {
            throw .noSuchDate(dateEcho(text))
        }
        return Reading(value: date, quirks: quirks)
    }

    /// Excel counts days from the last day but one of 1899; only this century is taken for a date.
    private static func serial(_ text: String) -> CivilDate? {
        guard text.utf8.count == 5, let days = Int(text), (36_526...73_050).contains(days),
            let zero = CivilDate(year: 1899, month: 12, day: 30)
        else { return nil }
        return zero.adding(days: days)
    }

    private static func wordsOfDate(_ text: String) -> [String] {
        folded(text).split { " .-/,".contains($0) }.map(String.init).filter { $0 != "d" && $0 != "den" }
    }

    private static func year(_ text: String) -> Reading<Int>? {
        guard let number = Int(text), text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
        if text.utf8.count == 2 { return Reading(value: 2_000 + number, quirks: [.shortYear]) }
        return (2_000...2_100).contains(number) ? Reading(value: number) : nil
    }

    /// The month with this name, or its first letters (three at least), in either language.
    private static func month(named word: String) -> Int? {
        guard word.count >= 3 else { return nil }
        return (1...12).first { month in
            let name = DateFormat.month(month)
            return [name.da, name.en].contains { folded($0).hasPrefix(word) }
        }
    }

    /// The first day of a month: `01-03-2025`, `marts 2025`, `mar-25`, `2025-03`, `03-2025`.
    static func month(_ text: String, _ order: SlashOrder = .unknown) throws(Problem) -> Reading<CivilDate> {
        let plain = trimmed(text)
        let numbers = plain.split { "-./ ".contains($0) }
        if numbers.count == 2, let a = Int(numbers[0]), let b = Int(numbers[1]) {
            let isYearFirst = numbers[0].count == 4
            let (year, month) = isYearFirst ? (a, b) : (b, a)
            if numbers[isYearFirst ? 0 : 1].count == 4, (2_000...2_100).contains(year),
                let first = CivilDate(year: year, month: month, day: 1)
            {
                return Reading(value: first, quirks: isYearFirst ? [.isoDate] : [])
            }
            throw .notAMonth
        }
        let words = wordsOfDate(plain)
        if words.count == 2, let month = month(named: words[0]), let year = year(words[1]),
            let first = CivilDate(year: year.value, month: month, day: 1)
        {
            return Reading(value: first, quirks: [.textDate])
        }
        let reading: Reading<CivilDate>
        do throws(Problem) { reading = try date(plain, order) } catch {
            if case .notADate = error { throw .notAMonth }
            throw error
        }
        guard reading.value.day == 1 else { throw .notTheFirst(dateEcho(plain)) }
        return reading
    }

    // MARK: Times and weekdays

    /// Minutes after midnight: `09:30`, `9.30`, `kl. 9`, or Excel's part of a day.
    static func time(_ text: String) throws(Problem) -> Int {
        var plain = folded(text)
        for prefix in ["kl. ", "kl.", "kl "] where plain.hasPrefix(prefix) { plain.removeFirst(prefix.count) }
        let isAfternoon = plain.hasSuffix("pm") || plain.hasSuffix("p.m.")
        if isAfternoon || plain.hasSuffix("am") || plain.hasSuffix("a.m.") {
            plain = String(plain.prefix { !$0.isLetter }).trimmed
            guard let morning = try? time(plain), morning < 780 else { throw .notATime }
            return morning % 720 + (isAfternoon ? 720 : 0)
        }
        let parts = plain.split { ":.".contains($0) }.map { Int($0) }
        if let hour = parts.first ?? nil, (1...3).contains(parts.count), (0...23).contains(hour) {
            let minute = parts.count > 1 ? parts[1] : 0
            if let minute, (0...59).contains(minute), plain.contains(where: { ":.".contains($0) }) || parts.count == 1,
                !plain.hasPrefix("0.")
            {
                return hour * 60 + minute
            }
        }
        if let part = try? number(plain).value, part > 0, part < 1 { return Int((part * 1_440).rounded()) }
        throw .notATime
    }

    /// `man+tor`, `mandag og torsdag`, `Mon, Thu`: 1 Monday … 7 Sunday, ascending.
    static func weekdays(_ text: String) throws(Problem) -> [Int] {
        let words = folded(text).split { "+,/&;- ".contains($0) }.map(String.init)
            .filter { !["og", "and"].contains($0) }
        var days: Set<Int> = []
        for word in words {
            let day = (1...7).first { day in
                let name = DateFormat.weekday(day)
                return word.count >= 3
                    && [name.da, name.en].contains { name in
                        let full = folded(name)
                        return full.hasPrefix(word) || word == full + "e" || word == full + "s"
                    }
            }
            guard let day else { throw .notWeekdays }
            days.insert(day)
        }
        guard !days.isEmpty else { throw .notWeekdays }
        return days.sorted()
    }
}
