/// Coordinates as SVG writes them: at most two decimals, a full stop, no exponent, whatever the system's locale.
///
/// The same number always gives the same characters, so that a drawing is the same bytes on every machine.
enum SVGNumber {
    /// Beyond this nothing is drawn on any page; larger numbers are cut off here.
    static let limit = 1_000_000.0

    /// Rounded to hundredths; what is not a number is drawn at 0.
    static func text(_ x: Double) -> String {
        guard !x.isNaN else { return "0" }
        let hundredths = Int((min(max(x, -limit), limit) * 100).rounded())
        let sign = hundredths < 0 ? "-" : ""
        let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        if part == 0 { return "\(sign)\(whole)" }
        let digits = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
        return "\(sign)\(whole).\(digits)"
    }
}
