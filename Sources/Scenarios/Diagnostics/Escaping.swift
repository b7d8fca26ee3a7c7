/// Makes text from files safe to print.
public enum Escaping {
    /// Control characters, invisible direction marks and line separators as visible escapes; all else unchanged.
    ///
    /// Use it for everything printed that a file or a user supplied: a scenario must not move the cursor, change
    /// colours or reverse the reading direction. Tab, line feed and carriage return become `\t`, `\n`, `\r`.
    public static func terminalSafe(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var safe = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n": safe += "\\n"
            case "\r": safe += "\\r"
            case "\t": safe += "\\t"
            case _ where isUnsafe(scalar): safe += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            default: safe.unicodeScalars.append(scalar)
            }
        }
        return safe
    }

    /// As `terminalSafe`, cut to a length with `…`: for quoting what somebody wrote in a message.
    public static func quoted(_ text: String, limit: Int = 60) -> String {
        let safe = terminalSafe(text.count > limit ? text.prefix(limit) + "…" : text)
        return "\"" + safe + "\""
    }

    /// Whether a scalar can disturb a terminal or mislead a reader.
    static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }
}
