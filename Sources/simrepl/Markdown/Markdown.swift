/// A piece of a Markdown text: enough of the language for what people write in notebooks.
indirect enum Markdown: Equatable {
    /// 1 … 6 and its words.
    case heading(Int, String)
    case paragraph(String)
    /// The number it begins with; nil for bullets.
    case list(start: Int?, items: [[Markdown]])
    case quote([Markdown])
    /// What the opening line says, and the lines as they are.
    case code(info: String, lines: [String])
    case table(head: [String], alignments: [Alignment], rows: [[String]])
    case rule

    enum Alignment { case start, centre, end }
}

/// Reads Markdown: headings, paragraphs, lists, quotes, tables, fenced and indented code. HTML is text like any other;
/// comments are left out.
struct MarkdownReader {
    private let lines: [Substring]
    private let depth: Int
    private var next = 0
    private var result: [Markdown] = []
    /// Lists and quotes deeper than this are taken as paragraphs.
    private static let deepest = 12

    static func read(_ text: String) -> [Markdown] {
        read(text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline), depth: 0)
    }

    private static func read(_ lines: [Substring], depth: Int) -> [Markdown] {
        var reader = MarkdownReader(lines: lines, depth: depth)
        while reader.next < reader.lines.count { reader.readBlock() }
        return reader.result
    }

    private init(lines: [Substring], depth: Int) {
        self.lines = lines
        self.depth = depth
    }

    private mutating func readBlock() {
        let line = lines[next]
        let text = line.trimmed
        if text.isEmpty {
            next += 1
        } else if Self.indent(line) >= 4 {
            readIndentedCode()
        } else if text.hasPrefix("<!--") {
            while next < lines.count, !lines[next].contains("-->") { next += 1 }
            next += 1
        } else if let fence = Self.fence(line) {
            readFence(fence)
        } else if let (level, words) = Self.heading(text) {
            result.append(.heading(level, words))
            next += 1
        } else if Self.isRule(text) {
            result.append(.rule)
            next += 1
        } else if text.hasPrefix(">"), depth < Self.deepest {
            readQuote()
        } else if let marker = Self.marker(line), depth < Self.deepest {
            readList(marker)
        } else if !readTable() {
            readParagraph()
        }
    }

    // MARK: Code

    private mutating func readIndentedCode() {
        var code: [String] = []
        while next < lines.count, Self.indent(lines[next]) >= 4 || lines[next].trimmed.isEmpty {
            code.append(Self.removing(4, from: lines[next]))
            next += 1
        }
        while code.last?.trimmed.isEmpty == true { code.removeLast() }
        result.append(.code(info: "", lines: code))
    }

    private struct Fence {
        var mark: Character
        var length: Int
        var indent: Int
        var info: String
    }

    private static func fence(_ line: Substring) -> Fence? {
        let body = line.drop { $0 == " " }
        guard let mark = body.first, mark == "`" || mark == "~" else { return nil }
        let length = body.prefix { $0 == mark }.count
        let info = body.dropFirst(length).trimmed
        guard length >= 3, mark != "`" || !info.contains("`") else { return nil }
        return Fence(mark: mark, length: length, indent: line.count - body.count, info: info)
    }

    private mutating func readFence(_ fence: Fence) {
        next += 1
        var code: [String] = []
        while next < lines.count {
            let text = lines[next].trimmed
            let isEnd = text.count >= fence.length && text.allSatisfy { $0 == fence.mark }
            if isEnd, Self.indent(lines[next]) < 4 { break }
            code.append(Self.removing(fence.indent, from: lines[next]))
            next += 1
        }
        next += 1
        result.append(.code(info: fence.info, lines: code))
    }

    // MARK: Lists and quotes

    private mutating func readQuote() {
        var inner: [Substring] = []
        while next < lines.count, lines[next].trimmed.hasPrefix(">") {
            let body = lines[next].drop { $0 == " " }.dropFirst()
            inner.append(body.first == " " ? body.dropFirst() : body)
            next += 1
        }
        result.append(.quote(Self.read(inner, depth: depth + 1)))
    }

    private struct Marker: Equatable {
        var number: Int?
        /// Columns up to the item's words.
        var width: Int
    }

    private static func marker(_ line: Substring) -> Marker? {
        let body = line.drop { $0 == " " }
        let indent = line.count - body.count
        if let first = body.first, "-*+".contains(first), body.dropFirst().first == " " {
            return Marker(number: nil, width: indent + 2)
        }
        let digits = body.prefix { $0.isASCII && $0.isNumber }
        let rest = body.dropFirst(digits.count)
        guard (1...9).contains(digits.count), let number = Int(digits), rest.first == "." || rest.first == ")",
            rest.dropFirst().first == " "
        else { return nil }
        return Marker(number: number, width: indent + digits.count + 2)
    }

    private mutating func readList(_ first: Marker) {
        var items: [[Markdown]] = []
        while next < lines.count, let marker = Self.marker(lines[next]),
            (marker.number == nil) == (first.number == nil),
            Self.indent(lines[next]) < 4, !Self.isRule(lines[next].trimmed)
        {
            var item = [lines[next].dropFirst(marker.width)]
            next += 1
            while next < lines.count {
                let line = lines[next]
                let isBlank = line.trimmed.isEmpty
                let isInside = Self.indent(line) >= marker.width
                // An empty line belongs to the item when more of the item follows.
                let goesOn =
                    isBlank
                    ? next + 1 < lines.count && Self.indent(lines[next + 1]) >= marker.width
                        && !lines[next + 1].trimmed.isEmpty
                    : isInside || (item.last?.trimmed.isEmpty == false && !Self.startsBlock(line))
                guard goesOn else { break }
                item.append(Substring(Self.removing(marker.width, from: line)))
                next += 1
            }
            items.append(Self.read(item, depth: depth + 1))
            while next + 1 < lines.count, lines[next].trimmed.isEmpty, Self.marker(lines[next + 1]) != nil { next += 1 }
        }
        result.append(.list(start: first.number, items: items))
    }

    // MARK: Tables

    private mutating func readTable() -> Bool {
        guard lines[next].contains("|"), next + 1 < lines.count, lines[next + 1].contains("-") else { return false }
        let marks = Self.cells(lines[next + 1])
        let head = Self.cells(lines[next])
        let isDelimiter = marks.allSatisfy { mark in
            mark.contains("-") && mark.allSatisfy { $0 == "-" || $0 == ":" }
        }
        guard isDelimiter, marks.count == head.count else { return false }
        let alignments: [Markdown.Alignment] = marks.map {
            $0.hasSuffix(":") ? ($0.hasPrefix(":") ? .centre : .end) : .start
        }
        next += 2
        var rows: [[String]] = []
        while next < lines.count, lines[next].contains("|"), !lines[next].trimmed.isEmpty {
            let cells = Self.cells(lines[next])
            rows.append(head.indices.map { $0 < cells.count ? cells[$0] : "" })
            next += 1
        }
        result.append(.table(head: head, alignments: alignments, rows: rows))
        return true
    }

    /// The cells of a row; `\|` is a letter.
    private static func cells(_ line: Substring) -> [String] {
        var cells = [""]
        var isEscaped = false
        for character in line.trimmed {
            if character == "|", !isEscaped {
                cells.append("")
            } else {
                if isEscaped, character == "|" { cells[cells.count - 1].removeLast() }
                cells[cells.count - 1].append(character)
            }
            isEscaped = character == "\\" && !isEscaped
        }
        if cells.first?.trimmed.isEmpty == true { cells.removeFirst() }
        if cells.last?.trimmed.isEmpty == true { cells.removeLast() }
        return cells.map(\.trimmed)
    }

    // MARK: Paragraphs and headings

    private mutating func readParagraph() {
        var words: [String] = []
        repeat {
            let line = lines[next]
            let text = line.trimmed
            if !words.isEmpty, let level = ["=": 1, "-": 2][String(Set(text).first ?? " ")], Set(text).count == 1 {
                result.append(.heading(level, words.joined(separator: "\n")))
                next += 1
                return
            }
            // Two spaces at the end ask for a new line.
            words.append(text + (line.hasSuffix("  ") ? "\\" : ""))
            next += 1
        } while next < lines.count && !lines[next].trimmed.isEmpty && !Self.startsBlock(lines[next])
        result.append(.paragraph(words.joined(separator: "\n")))
    }

    /// Whether a line ends the paragraph before it.
    private static func startsBlock(_ line: Substring) -> Bool {
        let text = line.trimmed
        let isUnderline = !text.isEmpty && (Set(text) == ["-"] || Set(text) == ["="])
        return !isUnderline
            && (heading(text) != nil || isRule(text) || fence(line) != nil || text.hasPrefix(">")
                || text.hasPrefix("<!--") || marker(line) != nil)
    }

    private static func heading(_ text: String) -> (Int, String)? {
        let level = text.prefix { $0 == "#" }.count
        let rest = text.dropFirst(level)
        guard (1...6).contains(level), rest.isEmpty || rest.first == " " else { return nil }
        var words = rest.trimmed
        while words.hasSuffix("#"), words.dropLast(words.reversed().prefix { $0 == "#" }.count).last ?? " " == " " {
            words.removeLast()
        }
        return (level, words.trimmed)
    }

    private static func isRule(_ text: String) -> Bool {
        let marks = text.filter { $0 != " " }
        guard let first = marks.first, "-*_".contains(first), marks.count >= 3 else { return false }
        return marks.allSatisfy { $0 == first }
    }

    private static func indent(_ line: Substring) -> Int {
        var columns = 0
        for character in line {
            switch character {
            case " ": columns += 1
            case "\t": columns += 4
            default: return columns
            }
        }
        return 0
    }

    private static func removing(_ indent: Int, from line: Substring) -> String {
        String(line.dropFirst(min(indent, line.prefix { $0 == " " }.count)))
    }
}
