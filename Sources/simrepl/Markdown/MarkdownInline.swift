/// The words of a Markdown text as HTML: emphasis, code, links, images. Everything else is escaped.
struct MarkdownInline {
    /// What a link is made into; the words are HTML already. Nil leaves the words.
    var link: (_ words: String, _ target: String) -> String?
    /// What an image is made into.
    var image: (_ alternative: String, _ target: String) -> String

    /// Marks whose partner is further away are letters: what is written by mistake must not take long to read.
    private static let farthest = 4_000
    private static let deepest = 12

    func html(_ text: String) -> String { html(Array(text)[...], depth: 0) }

    private func html(_ text: ArraySlice<Character>, depth: Int) -> String {
        guard depth < Self.deepest else { return escaped(text) }
        var result = ""
        var rest = text
        while let first = rest.first {
            if let (html, end) = piece(
                rest, first, depth, after: rest.startIndex > text.startIndex ? text[rest.startIndex - 1] : " ")
            {
                result += html
                rest = rest[end...]
            } else {
                result += first == "\n" ? "\n" : escaped(rest.prefix(1))
                rest.removeFirst()
            }
        }
        return result
    }

    private func escaped(_ text: ArraySlice<Character>) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { XMLText.escaped(String($0)) }
            .joined(separator: "\n")
    }

    /// What begins here as HTML, and where it ends; nil for a letter.
    private func piece(
        _ text: ArraySlice<Character>, _ first: Character, _ depth: Int, after before: Character
    ) -> (String, Int)? {
        let start = text.startIndex
        switch first {
        case "\\":
            guard let next = text.dropFirst().first else { return nil }
            if next == "\n" { return ("<br>\n", start + 2) }
            guard next.isASCII, next.isPunctuation || next.isSymbol else { return nil }
            return (XMLText.escaped(String(next)), start + 2)
        case "`": return code(text)
        case "!":
            guard text.dropFirst().first == "[", let (words, target, end) = link(text.dropFirst()) else { return nil }
            return (image(String(words), target), end)
        case "[":
            guard let (words, target, end) = link(text) else { return nil }
            let inner = html(words, depth: depth + 1)
            return (link(inner, target) ?? inner, end)
        case "<":
            let inner = text.dropFirst().prefix(500).prefix { $0 != ">" && !$0.isWhitespace }
            guard inner.endIndex < text.endIndex, text[inner.endIndex] == ">" else { return nil }
            let target = String(inner)
            guard target.hasPrefix("https://") || target.hasPrefix("http://") else { return nil }
            return (link(XMLText.escaped(target), target) ?? XMLText.escaped(target), inner.endIndex + 1)
        case "*", "_": return emphasis(text, first, depth, after: before)
        default: return nil
        }
    }

    private func code(_ text: ArraySlice<Character>) -> (String, Int)? {
        let length = text.prefix { $0 == "`" }.count
        var index = text.startIndex + length
        let last = min(text.endIndex, index + Self.farthest)
        while index < last {
            guard text[index] == "`" else {
                index += 1
                continue
            }
            let run = text[index...].prefix { $0 == "`" }.count
            if run == length {
                var words = String(text[(text.startIndex + length)..<index]).replacing("\n", with: " ")
                if words.hasPrefix(" "), words.hasSuffix(" "), words.contains(where: { $0 != " " }) {
                    words = String(words.dropFirst().dropLast())
                }
                return ("<code>\(XMLText.escaped(words))</code>", index + run)
            }
            index += run
        }
        return (XMLText.escaped(String(repeating: "`", count: length)), text.startIndex + length)
    }

    /// `[words](target "title")`.
    private func link(_ text: ArraySlice<Character>) -> (ArraySlice<Character>, String, Int)? {
        var depth = 0
        var close: Int?
        var isEscaped = false
        for (index, character) in zip(text.indices, text).prefix(Self.farthest) {
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character == "[" {
                depth += 1
            } else if character == "]" {
                depth -= 1
                if depth == 0 {
                    close = index
                    break
                }
            }
        }
        guard let close, text[(close + 1)...].first == "(" else { return nil }
        let inside = text[(close + 2)...].prefix(Self.farthest).prefix { $0 != ")" && $0 != "\n" }
        guard inside.endIndex < text.endIndex, text[inside.endIndex] == ")" else { return nil }
        var target = String(inside).trimmed
        // A title is not shown.
        if let space = target.firstIndex(of: " ") { target = String(target[..<space]) }
        if target.hasPrefix("<"), target.hasSuffix(">") { target = String(target.dropFirst().dropLast()) }
        return (text[(text.startIndex + 1)..<close], target, inside.endIndex + 1)
    }

    private func emphasis(
        _ text: ArraySlice<Character>, _ mark: Character, _ depth: Int, after before: Character
    ) -> (String, Int)? {
        func isWord(_ character: Character?) -> Bool { character.map { $0.isLetter || $0.isNumber } ?? false }
        let isStrong = text.dropFirst().first == mark
        let length = isStrong ? 2 : 1
        let start = text.startIndex + length
        guard start < text.endIndex, !text[start].isWhitespace, mark == "*" || !isWord(before) else { return nil }
        var index = start
        let last = min(text.endIndex, start + Self.farthest)
        while index < last {
            if text[index] == "\\" {
                index += 2
                continue
            }
            if text[index] == "`", let (_, end) = code(text[index...]) {
                index = end
                continue
            }
            let run = text[index...].prefix { $0 == mark }.count
            if run >= length, run == length || run >= 3, index > start, !text[index - 1].isWhitespace,
                mark == "*" || !isWord(text[(index + run)...].first)
            {
                // Of three marks the inner ones belong to what is inside.
                let end = index + run - length
                let tag = isStrong ? "strong" : "em"
                return ("<\(tag)>\(html(text[start..<end], depth: depth + 1))</\(tag)>", end + length)
            }
            index += max(1, run)
        }
        return nil
    }
}
