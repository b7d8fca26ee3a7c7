/// Where lines of commands come from: the line editor on a terminal, else plain reading.
protocol InputSource: AnyObject {
    /// The next line without its newline. `prompt` is shown on a terminal only.
    func readLine(prompt: String) -> InputEvent
    /// Keeps a whole command (it may hold newlines) for recall; does nothing where there is no recall.
    func remember(_ entry: String)
}

/// What reading gave.
enum InputEvent: Equatable {
    case line(String)
    /// Ctrl-C while a line was edited: what was typed is dropped.
    case interrupted
    case endOfInput
    /// The line cannot be a command; reading goes on with the next one.
    case unreadable(UnreadableLine)
    /// Reading itself failed with this `errno`; nothing more will come.
    case failed(code: Int32)
}

/// Why a line cannot be a command.
enum UnreadableLine: Equatable {
    /// Not UTF-8 text; the 1-based position of the first bad byte.
    case notText(byte: Int)
    /// Holds a NUL byte, at this 1-based position.
    case nul(byte: Int)
    /// Longer than this many bytes.
    case tooLong(limit: Int)
}
