import Foundation
import Scenarios

/// Where a session's words go: results to standard output, errors and progress to standard error.
final class Console {
    let terminal: Terminal
    let errorTerminal: Terminal
    private let output: FileDescriptorWriter
    private let errors: FileDescriptorWriter
    /// Holds back long output at a prompt; nil elsewhere.
    private(set) var pager: Pager?
    /// What was written, results and errors in their order; nil when it goes to file descriptors.
    private var kept: String?
    /// Set when the reader of the output has gone: nothing more needs to be done.
    private(set) var isClosed = false
    /// Set when output was lost for another reason (a full disk), with its `errno`.
    private(set) var lostOutput: Int32?

    init(output: Int32 = STDOUT_FILENO, errors: Int32 = STDERR_FILENO, environment: [String: String]) {
        terminal = Terminal(descriptor: output, environment: environment)
        errorTerminal = Terminal(descriptor: errors, environment: environment)
        self.output = FileDescriptorWriter(descriptor: output)
        self.errors = FileDescriptorWriter(descriptor: errors)
    }

    /// Keeps what is written instead of showing it: no styles, no progress, always the same width.
    init(keepingAt columns: Int) {
        terminal = Terminal(descriptor: -1, environment: ["COLUMNS": "\(columns)"])
        errorTerminal = terminal
        output = FileDescriptorWriter(descriptor: -1)
        errors = output
        kept = ""
    }

    /// What has been kept since the last call.
    func takeKept() -> String {
        defer { if kept != nil { kept = "" } }
        return kept ?? ""
    }

    /// Columns that tables and paragraphs are fitted to.
    var width: Int { terminal.columns }

    func print(_ line: String = "") { write(line + "\n") }

    func print(_ lines: [String]) {
        guard !lines.isEmpty else { return }
        write(lines.joined(separator: "\n") + "\n")
    }

    /// Paragraphs broken to the width.
    func printWrapped(_ text: String, indent: String = "") {
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            print(DisplayWidth.wrapped(String(line), to: width, indent: indent))
        }
    }

    /// Text as it is, all at once.
    func write(_ text: String) {
        guard !isClosed, !keep(text) else { return }
        if let pager { pager.write(text, put) } else { put(text) }
    }

    /// From now on output longer than the window waits for a key.
    func page() { pager = Pager(terminal: terminal, output: output) }

    private func put(_ text: String) {
        guard !isClosed else { return }
        switch output.write(text) {
        case nil: break
        case .closed: isClosed = true
        case .refused(let code): lostOutput = lostOutput ?? code
        }
    }

    func printError(_ text: String) { writeError(text + "\n") }

    /// Text without a line end on standard error: progress, and a prompt that must not mix with results.
    func writeError(_ text: String) {
        if !keep(text) { errors.write(text) }
    }

    private func keep(_ text: String) -> Bool {
        kept?.append(text)
        return kept != nil
    }

    /// A heading: bold on a terminal with styles.
    func heading(_ text: String) -> String { terminal.usesColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
}
