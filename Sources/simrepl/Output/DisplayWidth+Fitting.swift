import Scenarios

extension DisplayWidth {
    /// With spaces after it, up to a width.
    static func padded(_ text: String, to width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - of(text)))
    }

    /// Cut to a width, the last column an ellipsis where something was cut.
    static func truncated(_ text: String, to width: Int) -> String {
        guard of(text) > width else { return text }
        guard width > 1 else { return width == 1 ? "…" : "" }
        var result = ""
        var used = 0
        for character in text {
            let next = of(character)
            if used + next > width - 1 { break }
            result.append(character)
            used += next
        }
        return result + "…"
    }

    /// Broken at spaces into lines no wider than `width`; a longer word is divided as it is written, and cut only where
    /// that cannot be. `indent` goes before every line but the first.
    static func wrapped(_ text: String, to width: Int, indent: String = "") -> [String] {
        let width = max(width, of(indent) + 8)
        let margin = text.prefix { $0 == " " }
        var lines: [String] = []
        var line = String(margin)
        var isFresh = true
        for word in text[margin.endIndex...].split(separator: " ", omittingEmptySubsequences: false) {
            var word = word
            if !isFresh, of(line) + 1 + of(String(word)) <= width {
                line += " " + word
                continue
            }
            if !isFresh {
                lines.append(line)
                line = indent
            }
            while of(line) + of(String(word)) > width {
                let room = width - of(line)
                if let (head, rest) = WordBreaks.divide(word, room: room) {
                    lines.append(line + head)
                    line = indent
                    word = rest
                    continue
                }
                var used = 0
                let head = word.prefix { character in
                    used += of(character)
                    return used <= room
                }
                // A margin wider than the window leaves no room at all: then the word is not cut.
                if head.isEmpty { break }
                lines.append(line + head)
                line = indent
                word = word[head.endIndex...]
            }
            line += word
            isFresh = false
        }
        lines.append(line)
        return lines
    }
}
