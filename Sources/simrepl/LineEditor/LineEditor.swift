import CEdit
import Foundation

/// Line editing on a terminal, by libedit: arrows, history, completion, search, the user's `~/.editrc`.
///
/// Ctrl-C drops the line, Ctrl-D on an empty line ends the input, Ctrl-R searches backwards, Ctrl-Z suspends, Tab
/// completes. Signals are keys only while a line is edited; during a computation Ctrl-C is an interrupt as usual.
/// Stays on the thread that made it.
final class LineEditor: InputSource {
    private let editor: OpaquePointer
    private let history: OpaquePointer
    private let historyFile: HistoryFile?
    private let complete: (_ line: String, _ scalarsBeforeCursor: Int) -> Completion
    private let columns: () -> Int
    /// Owned here, borrowed by libedit between calls; freed after `el_end`.
    private var prompt: UnsafeMutablePointer<CChar>
    private var cancelled = false
    private var lastEntry: String?

    /// Nil when libedit cannot take the terminal.
    ///
    /// - Parameters:
    ///   - complete: asked on Tab with the line and the cursor's place in Unicode scalars.
    ///   - columns: the terminal's width at the moment, for listing candidates.
    init?(
        historyFile: HistoryFile?, columns: @escaping () -> Int,
        complete: @escaping (_ line: String, _ scalarsBeforeCursor: Int) -> Completion
    ) {
        pathwaysim_use_utf8_locale()
        guard let editor = pathwaysim_el_init("simrepl") else { return nil }
        guard let history = history_init(), let empty = strdup("") else {
            el_end(editor)
            return nil
        }
        self.editor = editor
        self.history = history
        self.historyFile = historyFile
        self.complete = complete
        self.columns = columns
        prompt = empty
        pathwaysim_el_client_data(editor, Unmanaged.passUnretained(self).toOpaque())
        pathwaysim_el_prompt(editor, { LineEditor.of($0)?.prompt }, 1)
        pathwaysim_el_editor(editor, "emacs")
        pathwaysim_el_signal(editor, 1)
        _ = pathwaysim_history_size(history, Int32(HistoryFile.capacity))
        _ = pathwaysim_history_unique(history, 1)
        for entry in historyFile?.load() ?? [] {
            _ = pathwaysim_history_enter(history, entry)
            lastEntry = entry
        }
        pathwaysim_el_history(editor, history)
        bindKeys()
        el_source(editor, nil)
        pathwaysim_el_signals_as_keys(editor)
    }

    deinit {
        el_end(editor)
        history_end(history)
        free(prompt)
    }

    func readLine(prompt text: String) -> InputEvent {
        free(prompt)
        prompt = strdup(text)
        cancelled = false
        // The prompt is drawn before the terminal goes raw; keys typed in between would be lost.
        pathwaysim_el_prepare_terminal(editor, 1)
        var count: Int32 = 0
        let line = el_gets(editor, &count)
        let failure = errno
        // First of all: Ctrl-C on an empty line otherwise looks like the end of the input.
        if cancelled { return .interrupted }
        guard let line, count > 0 else {
            return count < 0 && failure == EINTR ? .interrupted : .endOfInput
        }
        var bytes = Array(UnsafeBufferPointer(start: line, count: Int(count))).map { UInt8(bitPattern: $0) }
        if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
        return PlainLineReader.event(for: bytes)
    }

    func remember(_ entry: String) {
        guard !entry.allSatisfy(\.isWhitespace), entry != lastEntry, entry.utf8.count <= HistoryFile.longest else {
            return
        }
        lastEntry = entry
        _ = pathwaysim_history_enter(history, entry)
        historyFile?.append(entry)
    }

    // MARK: Keys

    private func bindKeys() {
        pathwaysim_el_add_function(editor, "simrepl-complete", "Complete the word") { editor, _ in
            guard let editor else { return UInt8(CC_ERROR) }
            return LineEditor.of(editor)?.completeWord() ?? UInt8(CC_ERROR)
        }
        pathwaysim_el_add_function(editor, "simrepl-cancel", "Drop the line") { editor, _ in
            guard let editor, let this = LineEditor.of(editor) else { return UInt8(CC_ERROR) }
            this.cancelled = true
            return UInt8(CC_NEWLINE)
        }
        pathwaysim_el_add_function(editor, "simrepl-suspend", "Suspend the program") { _, _ in
            raise(SIGTSTP)
            return UInt8(CC_REDISPLAY)
        }
        pathwaysim_el_bind(editor, "\t", "simrepl-complete")
        pathwaysim_el_bind(editor, "^C", "simrepl-cancel")
        pathwaysim_el_bind(editor, "^Z", "simrepl-suspend")
        pathwaysim_el_bind(editor, "^R", "em-inc-search-prev")
    }

    private static func of(_ editor: OpaquePointer?) -> LineEditor? {
        guard let editor, let data = pathwaysim_el_get_client_data(editor) else { return nil }
        return Unmanaged<LineEditor>.fromOpaque(data).takeUnretainedValue()
    }

    // MARK: Completion

    /// Puts in what all candidates agree on; where that adds nothing, lists them.
    private func completeWord() -> UInt8 {
        guard let info = el_line(editor)?.pointee, let start = info.buffer, let cursor = info.cursor else {
            return UInt8(CC_ERROR)
        }
        // Offsets of `el_line` are bytes.
        let bytes = UnsafeBufferPointer(start: start, count: max(0, cursor - start)).map { UInt8(bitPattern: $0) }
        let before = String(decoding: bytes, as: UTF8.self)
        let completion = complete(before, before.unicodeScalars.count)
        guard let only = completion.candidates.first else { return UInt8(CC_ERROR) }
        let word = String(String.UnicodeScalarView(before.unicodeScalars.suffix(completion.replacedScalars)))
        if completion.candidates.count == 1 {
            if let note = only.note {
                show([note])
                _ = replace(word, by: only.text + (only.endsWord ? " " : ""))
                return UInt8(CC_REDISPLAY)
            }
            return replace(word, by: only.text + (only.endsWord ? " " : ""))
        }
        let common = completion.commonPrefix
        if common.unicodeScalars.count > word.unicodeScalars.count {
            return replace(word, by: common)
        }
        show(completion.candidates.map { $0.label ?? $0.text })
        return UInt8(CC_REDISPLAY)
    }

    /// Candidates that are listed.
    private static let mostShown = 300

    private func replace(_ word: String, by text: String) -> UInt8 {
        // Characters, not bytes: libedit holds the line as wide characters.
        let count = word.unicodeScalars.count
        if count > 0 { el_deletestr(editor, Int32(count)) }
        return el_insertstr(editor, text) == 0 ? UInt8(CC_REFRESH) : UInt8(CC_ERROR)
    }

    /// Words below the line, which is then drawn anew.
    private func show(_ labels: [String]) {
        var labels = labels
        let rest = labels.count - Self.mostShown
        // Further typing finds one of so many sooner than reading does.
        if rest > 0 { labels = labels.prefix(Self.mostShown) + ["… \(rest)"] }
        let text = "\n" + ColumnLayout.lines(labels, width: columns()).joined(separator: "\n") + "\n"
        FileDescriptorWriter(descriptor: STDOUT_FILENO).write(text)
    }
}
