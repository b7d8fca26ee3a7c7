extension JSONParser {
    // MARK: Words

    mutating func takeWord() -> String {
        let start = position
        while let byte = current,
            Self.isWordStart(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "-")
        {
            position += 1
        }
        return text(start, position)
    }

    /// `true`, `false`, `null`, or a report about another word with the value that was probably meant.
    mutating func parseWord() -> JSONNode? {
        let start = position
        let word = takeWord()
        let place = span(start, position)
        switch word {
        case "true": return JSONNode(.bool(true), span: place)
        case "false": return JSONNode(.bool(false), span: place)
        case "null": return JSONNode(.null, span: place)
        case "NaN", "Infinity", "nan", "inf", "Inf", "infinity":
            report(.badNumber(word, .notFinite), place)
            return JSONNode(.null, span: place)
        default: break
        }
        let meant: (JSONValue, String)? =
            switch word.lowercased() {
            case "true", "yes", "ja", "sand": (.bool(true), "true")
            case "false", "no", "nej", "falsk": (.bool(false), "false")
            case "null", "none", "nil", "undefined": (.null, "null")
            default: nil
            }
        report(.unknownWord(word, suggestion: meant?.1), place)
        return JSONNode(meant?.0 ?? .string(word), span: place)
    }

    // MARK: Numbers

    private static let longestNumber = 400

    private static func isNumberByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    /// Reads everything that looks like a number and then judges it, so that the message is about the whole of it.
    mutating func parseNumber() -> JSONNode {
        let start = position
        while let byte = current, Self.isNumberByte(byte) { position += 1 }
        let place = span(start, position)
        guard position - start <= Self.longestNumber else {
            report(.badNumber(text(start, start + 20) + "…", .tooLong(limit: Self.longestNumber)), place)
            return JSONNode(.number(0), span: place)
        }
        let written = text(start, position)
        if Self.isStrictNumber(bytes[start..<position]) {
            if let value = Double(written), value.isFinite { return JSONNode(.number(value), span: place) }
            report(.badNumber(written, .tooLarge), place)
            return JSONNode(.number(0), span: place)
        }
        let fault = Self.fault(in: written)
        report(.badNumber(written, fault), place)
        return JSONNode(.number(Double(written).flatMap { $0.isFinite ? $0 : nil } ?? 0), span: place)
    }

    /// `-? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?`, RFC 8259 section 6.
    static func isStrictNumber(_ bytes: ArraySlice<UInt8>) -> Bool {
        var rest = bytes
        func isDigit(_ byte: UInt8?) -> Bool { byte.map { (0x30...0x39).contains($0) } ?? false }
        if rest.first == UInt8(ascii: "-") { rest.removeFirst() }
        guard isDigit(rest.first) else { return false }
        if rest.first == UInt8(ascii: "0") { rest.removeFirst() } else { rest = rest.drop { isDigit($0) } }
        if rest.first == UInt8(ascii: ".") {
            rest.removeFirst()
            guard isDigit(rest.first) else { return false }
            rest = rest.drop { isDigit($0) }
        }
        if rest.first == UInt8(ascii: "e") || rest.first == UInt8(ascii: "E") {
            rest.removeFirst()
            if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest.removeFirst() }
            guard isDigit(rest.first) else { return false }
            rest = rest.drop { isDigit($0) }
        }
        return rest.isEmpty
    }

    /// The commonest ways to write a number that is not JSON, each with the right way.
    private static func fault(in written: String) -> JSONProblem.NumberFault {
        let negative = written.hasPrefix("-")
        let sign = negative ? "-" : ""
        var body = negative || written.hasPrefix("+") ? String(written.dropFirst()) : written
        if body == "Infinity" || body == "NaN" || body == "inf" || body == "nan" { return .notFinite }
        func strict(_ text: String) -> String? { isStrictNumber(Array(text.utf8)[...]) ? text : nil }
        if written.hasPrefix("+"), let suggestion = strict(body) { return .leadingPlus(suggestion: suggestion) }
        if body.hasPrefix("."), let suggestion = strict(sign + "0" + body) {
            return .leadingPoint(suggestion: suggestion)
        }
        if body.hasSuffix("."), let suggestion = strict(sign + body.dropLast()) {
            return .trailingPoint(suggestion: suggestion)
        }
        if body.hasPrefix("0") {
            while body.hasPrefix("0"), body.dropFirst().first?.isNumber == true { body.removeFirst() }
            if let suggestion = strict(sign + body) { return .leadingZero(suggestion: suggestion) }
        }
        return .malformed
    }

    /// Just after a number: reports and consumes `,5` when the comma was meant as a decimal comma.
    ///
    /// Only where a number after a comma cannot be right: in an object or at the root, not in an array.
    mutating func takeDecimalComma() -> Bool {
        func isDigit(_ offset: Int) -> Bool { byte(at: offset).map { (0x30...0x39).contains($0) } ?? false }
        guard current == UInt8(ascii: ","), isDigit(position - 1), isDigit(position + 1) else { return false }
        var start = position
        while let byte = byte(at: start - 1), Self.isNumberByte(byte) { start -= 1 }
        position += 1
        while isDigit(position) { position += 1 }
        let written = text(start, position)
        let suggestion = written.split(separator: ",", maxSplits: 1).joined(separator: ".")
        report(.badNumber(written, .decimalComma(suggestion: suggestion)), span(start, position))
        return true
    }

    // MARK: Strings

    /// Reads a quoted text; the span includes the quotes. Nil never happens at a quote.
    mutating func parseString() -> (text: String, span: SourceSpan)? {
        guard let quote = current else { return nil }
        let start = position
        if quote == UInt8(ascii: "'") { report(.singleQuotes, span(start, start + 1)) }
        guard !stopped else { return nil }
        position += 1
        var decoded: [UInt8] = []
        var runStart = position
        while let byte = current, byte != quote {
            if byte == 0x0A { break }
            if byte == UInt8(ascii: "\\") {
                decoded.append(contentsOf: bytes[runStart..<position])
                takeEscape(into: &decoded)
                runStart = min(position, bytes.count)
            } else {
                if byte < 0x20, byte != 0x0D || self.byte(at: position + 1) != 0x0A {
                    report(.controlCharacter(byte), span(position, position + 1))
                }
                position += 1
            }
        }
        if stopped { return nil }
        decoded.append(contentsOf: bytes[runStart..<position])
        if current == quote {
            position += 1
        } else {
            report(.unclosedString, span(start, position))
            expectDisorder()
            // The comma that ended the line belongs to the list, not to the text.
            if decoded.last == UInt8(ascii: ",") { decoded.removeLast() }
        }
        return (String(decoding: decoded, as: UTF8.self), span(start, position))
    }

    private mutating func takeEscape(into decoded: inout [UInt8]) {
        let start = position
        guard let (escape, length) = JSONEscape.read(bytes, at: start) else {
            position = min(start + 1, bytes.count)
            if let byte = current, byte >= 0x20 { position += 1 }
            report(.badEscape(text(start, max(position, start))), span(start, position))
            return
        }
        position = start + length
        switch escape {
        case .scalar(let scalar): decoded.append(contentsOf: Array(String(Character(scalar)).utf8))
        case .loneSurrogate:
            report(.loneSurrogate(text(start, position)), span(start, position))
            decoded.append(contentsOf: [0xEF, 0xBF, 0xBD])
        }
    }
}
