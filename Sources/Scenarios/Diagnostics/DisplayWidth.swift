/// How many columns of a terminal a text takes.
///
/// Wide East Asian characters and emoji take two, combining and invisible ones none, everything else one
/// (Unicode Standard Annex 11, ambiguous characters counted as narrow). Control characters count as none: escape first.
public enum DisplayWidth {
    public static func of(_ text: String) -> Int {
        var width = 0
        for byte in text.utf8 {
            guard (0x20...0x7E).contains(byte) else { return text.reduce(0) { $0 + of($1) } }
            width += 1
        }
        return width
    }

    /// The columns of one character: those of its widest scalar.
    public static func of(_ character: Character) -> Int {
        var width = 0
        for scalar in character.unicodeScalars {
            // The emoji selector asks for the wide picture form of a character that is narrow otherwise.
            if scalar.value == 0xFE0F, width == 1 { return 2 }
            width = max(width, of(scalar))
        }
        return width
    }

    private static func of(_ scalar: Unicode.Scalar) -> Int {
        if (0x20...0x7E).contains(scalar.value) { return 1 }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control, .surrogate, .lineSeparator, .paragraphSeparator:
            return 0
        default: break
        }
        if scalar.properties.isEmojiPresentation { return 2 }
        return wide.contains { $0.contains(scalar.value) } ? 2 : 1
    }

    /// Blocks whose characters are wide, besides the emoji.
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0xA4CF,
        0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD,
    ]
}
