/// Finds where a byte of a decoded JSON string stands in its file, escapes considered.
struct StringPositions {
    private let span: SourceSpan
    /// Source offset of each decoded byte and of the end; nil when the two do not correspond, so only the whole is known.
    private let offsets: [Int]?

    /// - Parameter text: the decoded string; `span` covers it as written, quotes included.
    init(of text: String, span: SourceSpan, in files: SourceFiles) {
        self.span = span
        self.offsets = Self.offsets(of: Array(text.utf8), span: span, in: files)
    }

    /// The span in the file of a range of UTF-8 offsets in the decoded string.
    func span(of range: Range<Int>) -> SourceSpan {
        guard let offsets, range.lowerBound >= 0, range.upperBound < offsets.count else { return span }
        return SourceSpan(source: span.source, start: offsets[range.lowerBound], end: offsets[range.upperBound])
    }

    private static func offsets(of decoded: [UInt8], span: SourceSpan, in files: SourceFiles) -> [Int]? {
        guard let bytes = files.file(of: span)?.bytes, span.start >= 0, span.start <= span.end,
            span.end <= bytes.count
        else { return nil }
        // Typed at the prompt, a value has no quotes.
        if bytes[span.start..<span.end].elementsEqual(decoded) { return Array(span.start...span.end) }
        guard span.end - span.start >= 2, bytes[span.start] == UInt8(ascii: "\"") else { return nil }
        var offsets: [Int] = []
        offsets.reserveCapacity(decoded.count + 1)
        var position = span.start + 1
        while position < span.end - 1 {
            var length = 1
            var width = 1
            if bytes[position] == UInt8(ascii: "\\") {
                guard let (escape, escapeLength) = JSONEscape.read(bytes, at: position),
                    case .scalar(let scalar) = escape
                else { return nil }
                length = escapeLength
                width = UTF8.width(scalar)
            }
            offsets.append(contentsOf: repeatElement(position, count: width))
            position += length
        }
        offsets.append(position)
        return offsets.count == decoded.count + 1 ? offsets : nil
    }
}
