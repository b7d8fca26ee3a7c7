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
    /// Right after the last character.
    var end: Place { Place(line: self, span: text.utf8.count..<text.utf8.count) }

    /// Bytes of a line.
    struct Place: Equatable, Sendable {
        let line: CommandLine
        let span: Range<Int>
    }
}

extension CommandLine.Place {
    /// The line as a source of its own and the span in it, for rendering a diagnostic.
    ///
    /// A line of a script stands where it stands in the script: empty lines before it make the number right.
    func source() -> (files: SourceFiles, span: SourceSpan) {
        var files = SourceFiles()
        var name = ""
        var before = 0
        if case .file(let file, let number) = line.origin {
            name = file
            before = number - 1
        }
        let text = String(repeating: "\n", count: before) + line.text
        let source = files.add(name: name, text: text)
        return (files, SourceSpan(source: source, start: before + span.lowerBound, end: before + span.upperBound))
    }
}
