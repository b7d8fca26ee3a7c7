import Foundation

/// A colour of a drawing, chosen so that no pair means something only to those who tell red from green.
///
/// The series colours are those of Okabe and Ito (Color Universal Design, 2008). Use shape, dash or words besides
/// colour all the same: drawings are printed in black and white.
struct SVGColour: Equatable, Sendable {
    /// `#rrggbb`.
    let code: String

    /// Red, green and blue, each 0…255.
    init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
        func hex(_ byte: UInt8) -> String { (byte < 16 ? "0" : "") + String(byte, radix: 16) }
        code = "#" + hex(red) + hex(green) + hex(blue)
        parts = [Double(red), Double(green), Double(blue)]
    }

    private let parts: [Double]

    static let ink = SVGColour(33, 37, 41)
    static let faintInk = SVGColour(90, 98, 104)
    static let rule = SVGColour(173, 181, 189)
    static let band = SVGColour(244, 246, 248)
    static let paper = SVGColour(255, 255, 255)

    static let blue = SVGColour(0, 114, 178)
    static let orange = SVGColour(230, 159, 0)
    static let green = SVGColour(0, 158, 115)
    static let vermilion = SVGColour(213, 94, 0)
    static let purple = SVGColour(204, 121, 167)
    static let sky = SVGColour(86, 180, 233)
    static let yellow = SVGColour(240, 228, 66)

    /// Colours to tell things apart, in the order to use them.
    static let series = [blue, orange, green, vermilion, purple, sky, yellow]

    /// The colour of the nth thing; they repeat when there are more things than colours.
    static func series(_ index: Int) -> SVGColour { series[((index % series.count) + series.count) % series.count] }

    /// Mixed with white: 0 is the colour, 1 is white.
    func lighter(_ share: Double) -> SVGColour {
        let share = min(max(share, 0), 1)
        let mixed = parts.map { UInt8(($0 + (255 - $0) * share).rounded()) }
        return SVGColour(mixed[0], mixed[1], mixed[2])
    }

    /// Relative luminance, 0 black … 1 white (WCAG 2.1).
    var luminance: Double {
        let linear = parts.map { part -> Double in
            let c = part / 255
            return c <= 0.04045 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    }

    /// How well this colour reads on another, 1…21; 4.5 is enough for text (WCAG 2.1, 1.4.3).
    func contrast(on other: SVGColour) -> Double {
        let (a, b) = (luminance, other.luminance)
        return (max(a, b) + 0.05) / (min(a, b) + 0.05)
    }
}
