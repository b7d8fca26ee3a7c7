import Scenarios

/// A line of commands and where it came from, for pointing at its words.
struct CommandLine: Equatable, Sendable {
    enum Origin: Equatable, Sendable {
        /// Typed at the prompt: a caret says enough.
        case typed
        /// Arguments of the shell command.
        case arguments
        /// A script or a pipe: its name as the user knows it and the line's number, from 1.
        case file(name: String, line: Int)
    }

    let text: String
    let origin: Origin

    func place(of token: Token) -> Place { place(token.span) }
    func place(_ span: Range<Int>) -> Place { Place(line: self, span: span) }
    /// What was written of one command.
    func text(from tokens: [Token]) -> String {
        let bytes = Array(text.utf8)
        guard let start = tokens.first?.span.lowerBound, let end = tokens.last?.span.upperBound, start <= end,
            end <= bytes.count
        else { return "" }
        return String(decoding: bytes[start..<end], as: UTF8.self)
    }
    /// Right after the last character.
    var end: Place { Place(line: self, span: text.utf8.count..<text.utf8.count) }

    /// Bytes of a line.
    struct Place: Equatable, Sendable {
        let line: CommandLine
        let span: Range<Int>
    }
}

extension CommandLine {
    /// The line as the text of a source: its name, and how far into the text the line begins.
    ///
    /// A line of a script stands where it stands in the script: empty lines before it make the number right.
    func placed() -> (name: String, text: String, offset: Int) {
        guard case .file(let name, let number) = origin else { return ("", text, 0) }
        return (name, String(repeating: "\n", count: number - 1) + text, number - 1)
    }
}

extension CommandLine.Place {
    /// The line as a source of its own and the span in it, for rendering a diagnostic.
    func source() -> (files: SourceFiles, span: SourceSpan) {
        var files = SourceFiles()
        let (name, text, offset) = line.placed()
        let source = files.add(name: name, text: text)
        return (files, SourceSpan(source: source, start: offset + span.lowerBound, end: offset + span.upperBound))
    }
}
