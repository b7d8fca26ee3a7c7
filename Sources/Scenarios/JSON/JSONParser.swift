/// The state of one reading: a cursor over bytes, the depth, and the findings so far.
///
/// Every loop either consumes a byte or leaves, so reading ends; recursion is bounded by `limits.depth`.
struct JSONParser {
    let source: Int
    let bytes: [UInt8]
    let limits: JSONLimits
    var position = 0
    var diagnostics: [Diagnostic] = []
    /// Set when there were too many errors; the cursor then stands at the end.
    var stopped = false
    /// Enclosing arrays and objects, the innermost last: `[` or `{`.
    private var open: [UInt8] = []
    /// After a recovery a missing comma is a consequence, not a finding.
    private var recovering = false
    /// The end of the file is reported once, for the innermost open bracket.
    private var reportedEnd = false

    init(source: Int, bytes: [UInt8], limits: JSONLimits) {
        self.source = source
        self.bytes = bytes
        self.limits = limits
    }

    // MARK: Cursor

    var current: UInt8? { position < bytes.count ? bytes[position] : nil }

    func byte(at offset: Int) -> UInt8? { offset >= 0 && offset < bytes.count ? bytes[offset] : nil }

    func span(_ start: Int, _ end: Int) -> SourceSpan { SourceSpan(source: source, start: start, end: end) }

    /// The span of the whole character at an offset, so that a caret never stands inside one.
    func characterSpan(at offset: Int) -> SourceSpan {
        var end = min(offset + 1, bytes.count)
        while end < bytes.count, end - offset < 4, bytes[end] & 0xC0 == 0x80 { end += 1 }
        return span(offset, end)
    }

    func text(_ start: Int, _ end: Int) -> String { String(decoding: bytes[start..<end], as: UTF8.self) }

    mutating func report(_ problem: JSONProblem, _ span: SourceSpan) {
        guard !stopped else { return }
        diagnostics.append(Diagnostic(problem, span: span))
        if diagnostics.count >= limits.errors {
            diagnostics.append(Diagnostic(JSONProblem.tooManyErrors(limit: limits.errors), span: span))
            stopped = true
            position = bytes.count
        }
    }

    /// Skips white space and comments.
    mutating func skipSpace() {
        while let byte = current {
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D:
                position += 1
            case UInt8(ascii: "/") where self.byte(at: position + 1) == UInt8(ascii: "/"):
                skipLine()
            case UInt8(ascii: "/") where self.byte(at: position + 1) == UInt8(ascii: "*"):
                skipBlockComment()
            case UInt8(ascii: "#"):
                let start = position
                skipLine()
                report(.hashComment, span(start, start + 1))
            default:
                return
            }
        }
    }

    private mutating func skipLine() {
        while let byte = current, byte != 0x0A {
            _ = byte
            position += 1
        }
    }

    private mutating func skipBlockComment() {
        let start = position
        position += 2
        while position + 1 < bytes.count {
            if bytes[position] == UInt8(ascii: "*"), bytes[position + 1] == UInt8(ascii: "/") {
                position += 2
                return
            }
            position += 1
        }
        position = bytes.count
        reportedEnd = true
        report(.unclosed(.comment, opened: span(start, start + 2)), span(start, start + 2))
    }

    // MARK: Document

    /// Reads the only value of the file.
    mutating func parseDocument() -> JSONNode? {
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        skipSpace()
        guard current != nil else {
            if diagnostics.isEmpty { report(.empty, span(0, 0)) }
            return nil
        }
        let root = parseValue()
        if case .number = root?.value, takeDecimalComma() { return root }
        skipSpace()
        if current != nil, root != nil {
            report(.trailingContent, characterSpan(at: position))
        }
        return root
    }

    /// Reads a value, or reports why there is none; then the cursor may not have moved.
    private mutating func parseValue() -> JSONNode? {
        guard let byte = current else {
            reportEnd()
            return nil
        }
        switch byte {
        case UInt8(ascii: "{"): return parseBracketed(byte)
        case UInt8(ascii: "["): return parseBracketed(byte)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            return parseString().map { JSONNode(.string($0.text), span: $0.span) }
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
            return parseNumber()
        case _ where Self.isWordStart(byte): return parseWord()
        default:
            // A bracket of the wrong kind is reported where the enclosing array or object ends.
            let closesOther =
                byte == UInt8(ascii: "]") && open.last == UInt8(ascii: "{")
                || byte == UInt8(ascii: "}") && open.last == UInt8(ascii: "[")
            if !closesOther {
                let place = characterSpan(at: position)
                report(.unexpected(found: text(place.start, place.end), expected: .value), place)
            }
            return nil
        }
    }

    /// Whether a byte can begin a value.
    private static func startsValue(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "-"),
            UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: isWordStart(byte)
        }
    }

    static func isWordStart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: "$"), 0x80...0xFF:
            true
        default: false
        }
    }

    // MARK: Arrays and objects

    private mutating func parseBracketed(_ opening: UInt8) -> JSONNode? {
        let start = position
        guard open.count < limits.depth else {
            report(.tooDeep(limit: limits.depth), span(start, start + 1))
            reportedEnd = true
            skipBalanced()
            return nil
        }
        position += 1
        open.append(opening)
        defer { open.removeLast() }
        let value: JSONValue =
            opening == UInt8(ascii: "{") ? .object(parseMembers(start)) : .array(parseElements(start))
        return JSONNode(value, span: span(start, min(position, bytes.count)))
    }

    private mutating func parseElements(_ opened: Int) -> [JSONNode] {
        var elements: [JSONNode] = []
        while !closes(UInt8(ascii: "]"), opened: opened) {
            let before = position
            if current == UInt8(ascii: ",") {
                report(.unexpected(found: ",", expected: .value), span(before, before + 1))
                position += 1
                continue
            }
            if let element = parseValue() {
                elements.append(element)
            } else {
                recover()
            }
            takeComma(mustMoveFrom: before)
        }
        return elements
    }

    private mutating func parseMembers(_ opened: Int) -> JSONObject {
        var object = JSONObject()
        while !closes(UInt8(ascii: "}"), opened: opened) {
            let before = position
            if current == UInt8(ascii: ",") {
                report(.unexpected(found: ",", expected: .key), span(before, before + 1))
                position += 1
                continue
            }
            if let member = parseMember() {
                if let first = object.member(member.key) {
                    report(.duplicateKey(member.key, first: first.keySpan), member.keySpan)
                } else {
                    object.set(member)
                }
                if case .number = member.value.value { _ = takeDecimalComma() }
            } else {
                recover()
            }
            takeComma(mustMoveFrom: before)
        }
        return object
    }

    private mutating func parseMember() -> JSONObject.Member? {
        guard let key = parseKey() else { return nil }
        skipSpace()
        switch current {
        case UInt8(ascii: ":"):
            position += 1
        case UInt8(ascii: "="):
            report(.unexpected(found: "=", expected: .colon), span(position, position + 1))
            position += 1
        case let byte? where Self.startsValue(byte):
            report(.missing(.colon), span(key.span.end, key.span.end + 1))
        case _?:
            let place = characterSpan(at: position)
            report(.unexpected(found: text(place.start, place.end), expected: .colon), place)
            return nil
        case nil:
            reportEnd()
            return nil
        }
        skipSpace()
        guard let value = parseValue() else { return nil }
        return JSONObject.Member(key: key.text, keySpan: key.span, value: value)
    }

    private mutating func parseKey() -> (text: String, span: SourceSpan)? {
        guard let byte = current else { return nil }
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return parseString() }
        if Self.isWordStart(byte) {
            let start = position
            let word = takeWord()
            report(.unquotedKey(word), span(start, position))
            return (word, span(start, position))
        }
        let place = characterSpan(at: position)
        report(.unexpected(found: text(place.start, place.end), expected: .key), place)
        return nil
    }

    /// Whether the array or object ends here: its bracket (consumed), another bracket, or the end of the file.
    private mutating func closes(_ closing: UInt8, opened: Int) -> Bool {
        skipSpace()
        if stopped { return true }
        guard let byte = current else {
            reportEnd(opened: opened)
            return true
        }
        if byte == closing {
            position += 1
            recovering = false
            return true
        }
        guard byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") else { return false }
        report(
            .wrongClose(
                found: text(position, position + 1), expected: String(Character(Unicode.Scalar(closing))),
                opened: span(opened, opened + 1)),
            span(position, position + 1))
        // When an outer bracket fits, this one was forgotten; else the wrong one was written.
        let opening = byte == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "{")
        if !open.dropLast().contains(opening) { position += 1 }
        return true
    }

    /// After a value: a comma, or a closing bracket to come, or a report that the comma is missing.
    private mutating func takeComma(mustMoveFrom before: Int) {
        let end = position
        skipSpace()
        switch current {
        case nil, UInt8(ascii: "]"), UInt8(ascii: "}"):
            return
        case UInt8(ascii: ","):
            position += 1
            recovering = false
        case let byte?:
            if recovering {
                recovering = false
            } else if Self.startsValue(byte) {
                report(.missing(.comma), span(end, end + 1))
            } else {
                let place = characterSpan(at: position)
                report(.unexpected(found: text(place.start, place.end), expected: .end), place)
                recover()
                if current == UInt8(ascii: ",") { position += 1 }
            }
            if position == before { position += 1 }
        }
    }

    private mutating func reportEnd(opened: Int? = nil) {
        guard !reportedEnd, !stopped else { return }
        guard let opened else { return }
        reportedEnd = true
        let construct: JSONProblem.Construct = bytes[opened] == UInt8(ascii: "{") ? .object : .array
        report(.unclosed(construct, opened: span(opened, opened + 1)), span(bytes.count, bytes.count))
    }

    // MARK: Recovery

    /// Skips to where the enclosing array or object can go on: a comma, a closing bracket or a new line at its level.
    private mutating func recover() {
        recovering = true
        var nesting = 0
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""): skipQuoted()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                nesting += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                if nesting == 0 { return }
                nesting -= 1
                position += 1
            case UInt8(ascii: ","), 0x0A:
                if nesting == 0 { return }
                position += 1
            default: position += 1
            }
        }
    }

    /// Skips an array or object whatever is in it, without recursion.
    private mutating func skipBalanced() {
        var nesting = 0
        while let byte = current {
            switch byte {
            case UInt8(ascii: "\""): skipQuoted()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                nesting += 1
                position += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                nesting -= 1
                position += 1
                if nesting == 0 { return }
            default: position += 1
            }
        }
    }

    /// Skips a quoted text up to its closing quote or the end of the line.
    private mutating func skipQuoted() {
        position += 1
        while let byte = current, byte != 0x0A {
            position += byte == UInt8(ascii: "\\") && self.byte(at: position + 1) != 0x0A ? 2 : 1
            if byte == UInt8(ascii: "\"") { return }
        }
        position = min(position, bytes.count)
    }

    /// Called after a string that lacks its closing quote: what follows is a consequence.
    mutating func expectDisorder() { recovering = true }
}
