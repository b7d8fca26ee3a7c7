import Foundation

/// Numbers as people read them, in both languages, without the system's locale tables.
///
/// Danish writes `12.345,6`, English `12,345.6`. Not-a-number, which stands for an undefined result, is written `–`.
public enum NumberFormat {
    /// What an undefined result looks like.
    public static let undefined = "–"

    /// A number with a fixed number of decimals (0…15), rounded to nearest, thousands grouped.
    public static func decimal(_ x: Double, digits: Int, language: Language) -> String {
        guard x.isFinite else { return x.isNaN ? undefined : x < 0 ? "-∞" : "∞" }
        let digits = min(max(digits, 0), 15)
        guard abs(x) < 1e15 else { return localised(shortest(x), language) }
        var plain = String(format: "%.\(digits)f", x)
        if plain.hasPrefix("-"), !plain.contains(where: { ("1"..."9").contains($0) }) { plain.removeFirst() }
        return localised(plain, language)
    }

    /// A number with as many decimals as it needs to be read back exactly, thousands grouped.
    public static func exact(_ x: Double, language: Language) -> String {
        guard x.isFinite else { return decimal(x, digits: 0, language: language) }
        return localised(shortest(x), language)
    }

    /// A number rounded to its uncertainty: no digit is shown beyond the first digit of the half-width.
    ///
    /// `12.3456 ± 0.27` is shown as `12.3`, `1234 ± 31` as `1,230`. With a half-width of 0 the number is exact and shown
    /// with up to three decimals; when the half-width is unknown (nil or not a number) with two significant digits.
    public static func rounded(_ x: Double, halfWidth: Double?, language: Language) -> String {
        guard x.isFinite else { return decimal(x, digits: 0, language: language) }
        let places: Int
        switch halfWidth {
        case let width? where width == 0:
            return exact(roundedToPlace(x, 3), language: language)
        case let width? where width.isFinite:
            places = decimals(forHalfWidth: width)
        default:
            places = x == 0 ? 0 : 1 - Int(log10(abs(x)).rounded(.down))
        }
        return decimal(roundedToPlace(x, places), digits: max(0, places), language: language)
    }

    /// `12.3 ± 0.3`, `27 ± 12`: a number and its half-width, which is rounded up.
    ///
    /// Both to the first digit of the half-width, or the second where the first is a 1: a half-width of 11 shown as 20 would
    /// be nearly double what it is.
    /// More digits (at most three) are shown where rounding would make the interval reach 0 although it does not: `-23 ± 21`,
    /// where one digit says `-20 ± 30`.
    /// - Parameter column: of the numbers it stands among, where they are read down a column.
    public static func withUncertainty(
        _ x: Double, halfWidth: Double, column: ColumnDigits? = nil, language: Language
    ) -> String {
        guard x.isFinite, halfWidth.isFinite, halfWidth > 0 else {
            return rounded(x, halfWidth: halfWidth, language: language)
        }
        var places = column?.places(forHalfWidth: halfWidth) ?? decimals(beside: halfWidth)
        let most = places + 3
        while places < most, abs(x) > halfWidth, abs(roundedToPlace(x, places)) <= roundedUp(halfWidth, places) {
            places += 1
        }
        func shown(_ y: Double) -> String { decimal(y, digits: max(0, places), language: language) }
        return shown(roundedToPlace(x, places)) + " ± " + shown(roundedUp(halfWidth, places))
    }

    private static func roundedUp(_ x: Double, _ places: Int) -> Double {
        let unit = pow(10, Double(-places))
        // The tolerance keeps 0.3 from becoming 0.4 through binary fractions.
        return ((x / unit) - 1e-9).rounded(.up) * unit
    }

    /// Decimals up to the first digit of a half-width; negative means tens, hundreds and so on.
    public static func decimals(forHalfWidth width: Double) -> Int {
        guard width.isFinite, width != 0 else { return 0 }
        return min(max(-Int(log10(abs(width)).rounded(.down)), -15), 15)
    }

    /// Decimals of a number with its half-width beside it: one more where the half-width, rounded up to two digits, begins
    /// with a 1.
    static func decimals(beside width: Double) -> Int {
        let places = decimals(forHalfWidth: width)
        return abs(width) * pow(10, Double(places)) <= 1.9 + 1e-9 ? places + 1 : places
    }

    /// A share 0…1 as per cent, `12,5 %` or `12.5%`.
    public static func percent(_ share: Double, digits: Int, language: Language) -> String {
        guard share.isFinite else { return undefined }
        let number = decimal(share * 100, digits: digits, language: language)
        return language == .da ? number + " %" : number + "%"
    }

    /// A number with fixed decimals in both languages, for use in texts.
    public static func text(_ x: Double, digits: Int) -> Text {
        Text(da: decimal(x, digits: digits, language: .da), en: decimal(x, digits: digits, language: .en))
    }

    /// A number with the decimals it needs in both languages, for use in texts.
    public static func text(_ x: Double) -> Text {
        Text(da: exact(x, language: .da), en: exact(x, language: .en))
    }

    /// The shortest decimal notation that reads back as the same number, without `.0`: `12`, `0.1`, `1e+20`.
    public static func shortest(_ x: Double) -> String {
        guard x != 0 else { return "0" }
        let description = x.description
        return description.hasSuffix(".0") ? String(description.dropLast(2)) : description
    }

    private static func roundedToPlace(_ x: Double, _ places: Int) -> Double {
        // Text rounding is exact where scaling by a power of ten would not be.
        if places >= 0 { return Double(String(format: "%.\(min(places, 15))f", x)) ?? x }
        let unit = pow(10, Double(-places))
        return (x / unit).rounded() * unit
    }

    /// Groups thousands and puts the language's separators into plain notation.
    private static func localised(_ plain: String, _ language: Language) -> String {
        let group: Character = language == .da ? "." : ","
        let point: Character = language == .da ? "," : "."
        var result = ""
        let body = plain.hasPrefix("-") ? plain.dropFirst() : plain[...]
        if plain.hasPrefix("-") { result.append("-") }
        let whole = body.prefix { $0.isNumber }
        for (index, digit) in whole.enumerated() {
            if index > 0, (whole.count - index).isMultiple(of: 3) { result.append(group) }
            result.append(digit)
        }
        for character in body.dropFirst(whole.count) { result.append(character == "." ? point : character) }
        return result
    }
}
