import Scenarios

/// Text made safe for XML: for what stands between tags and for what stands in quotation marks.
enum XMLText {
    /// Markup characters as entities, everything XML forbids or that misleads a reader as visible escapes.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in Escaping.terminalSafe(text).unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            // XML has no way to write these two.
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
