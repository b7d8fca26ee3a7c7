/// Turns findings into what a person reads: place, severity, code, words, and the source line with a caret.
///
/// ```
/// kommune.json:12:7: error S011: the key "nurse" is written twice
///   12 |       "nurse": {
///      |       ^~~~~~~
/// ```
public struct DiagnosticRenderer: Sendable {
    public var files: SourceFiles
    public var language: Language
    /// Columns available; longer source lines are clipped around the caret.
    public var width: Int

    public init(files: SourceFiles, language: Language, width: Int = 100) {
        self.files = files
        self.language = language
        self.width = max(20, width)
    }

    /// All findings in the order given, each ending its line; nothing for no findings.
    public func render(_ diagnostics: [Diagnostic]) -> String {
        diagnostics.map { render($0) + "\n" }.joined()
    }

    /// One finding, several lines, without a final line break.
    public func render(_ diagnostic: Diagnostic) -> String {
        let severity = Texts.severity(diagnostic.severity)[language]
        var lines: [String] = []
        var words = "\(severity) \(diagnostic.code.rawValue): \(diagnostic.text[language])"
        if let path = diagnostic.path, diagnostic.span.flatMap(place) == nil {
            words += " [" + Escaping.terminalSafe(path) + "]"
        }
        append(words, at: diagnostic.span, to: &lines)
        for related in diagnostic.facts.related {
            append(Texts.severity(.note)[language] + ": " + related.text[language], at: related.span, to: &lines)
        }
        // No message repeats what looks like a personal number, wherever it was written.
        return lines.map(PersonalData.masked).joined(separator: "\n")
    }

    private func append(_ words: String, at span: SourceSpan?, to lines: inout [String]) {
        guard let span, let place = place(span) else {
            lines.append(words)
            return
        }
        lines.append(place.isEmpty ? words : place + ": " + words)
        if let excerpt = excerpt(span) { lines.append(contentsOf: excerpt) }
    }

    /// `file:line:column`, or nil for a generated value; empty in a source without a name (a line just typed), whose
    /// place the caret shows.
    public func place(_ span: SourceSpan) -> String? {
        guard let file = files.file(of: span), let location = files.location(of: span) else { return nil }
        guard !file.name.isEmpty else { return "" }
        return "\(Escaping.terminalSafe(file.name)):\(location.line):\(location.column)"
    }

    /// The source line of a span and a line that underlines it.
    private func excerpt(_ span: SourceSpan) -> [String]? {
        guard let file = files.file(of: span), let location = files.location(of: span), !file.bytes.isEmpty else {
            return nil
        }
        let line = file.lineRange(location.line - 1)
        let start = min(max(span.start, line.lowerBound), line.upperBound)
        let end = min(max(span.end, start), line.upperBound)
        // Only the neighbourhood is decoded: a line may be a whole file.
        let reach = 4 * width
        let shown = max(line.lowerBound, start - reach)..<min(line.upperBound, end + reach)
        // Whatever the finding is about, a personal number is not repeated.
        guard !PersonalData.holdsPersonalNumber(file.text(shown)) else { return nil }
        var before = Cells(file.text(max(line.lowerBound, start - reach)..<start), at: 0)
        var within = Cells(file.text(start..<min(end, start + reach)), at: before.width)
        var after = Cells(
            file.text(min(end, start + reach)..<min(line.upperBound, end + reach)), at: before.width + within.width)
        let number = file.name.isEmpty ? "" : String(location.line)
        let gutter = String(repeating: " ", count: max(0, 4 - number.count)) + number + " | "
        let room = width - gutter.count
        if before.width + within.width + after.width > room || start - reach > line.lowerBound {
            // The caret stands a third into the line, or further right when little follows.
            let wanted = min(within.width, room / 2)
            before.keepLast(max(room / 3, room - wanted - after.width - 1))
            within.keepFirst(room - before.width)
            after.keepFirst(room - before.width - within.width)
        }
        let blank = String(repeating: " ", count: gutter.count - 2) + "| "
        let underline = "^" + String(repeating: "~", count: max(0, within.width - 1))
        return [
            gutter + before.text + within.text + after.text,
            blank + String(repeating: " ", count: before.width) + underline,
        ]
    }
}

/// Printable pieces of a line with their widths, so that it can be clipped and underlined.
private struct Cells {
    private var pieces: [(text: String, width: Int)] = []
    private(set) var width = 0

    var text: String { pieces.map(\.text).joined() }

    /// Makes a text printable: tabs up to the next multiple of four columns, control characters escaped.
    init(_ text: String, at column: Int) {
        for character in text {
            if character == "\t" {
                let spaces = 4 - (column + width) % 4
                add(String(repeating: " ", count: spaces), spaces)
            } else {
                let safe = Escaping.terminalSafe(String(character))
                add(safe, DisplayWidth.of(safe))
            }
        }
    }

    private mutating func add(_ text: String, _ width: Int) {
        pieces.append((text, width))
        self.width += width
    }

    /// Drops from the front what does not fit, marked with `…`.
    mutating func keepLast(_ room: Int) {
        guard width > room else { return }
        while width > max(0, room - 1), !pieces.isEmpty { width -= pieces.removeFirst().width }
        pieces.insert(("…", 1), at: 0)
        width += 1
    }

    /// Drops from the end what does not fit, marked with `…`.
    mutating func keepFirst(_ room: Int) {
        guard width > max(0, room) else { return }
        while width > max(0, room - 1), !pieces.isEmpty { width -= pieces.removeLast().width }
        if room > 0 { add("…", 1) }
    }
}

extension SourceFiles.File {
    /// The text of a range of bytes, widened to whole characters at its start.
    fileprivate func text(_ range: Range<Int>) -> String {
        var start = range.lowerBound
        while start < range.upperBound, start > 0, bytes[start] & 0xC0 == 0x80, range.upperBound - start > 4 {
            start += 1
        }
        if start == 0, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, range.upperBound) }
        return String(decoding: bytes[start..<max(start, range.upperBound)], as: UTF8.self)
    }
}
