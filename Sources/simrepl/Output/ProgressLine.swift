import Foundation
import Scenarios
import Synchronization

/// A line that says how far long work has come: on a terminal only, and gone when the work is done.
final class ProgressLine: Sendable {
    private struct State {
        var lastShown: Double = 0
        var isShown = false
    }

    private let isShowing: Bool
    private let language: Language
    private let terminal: Terminal
    private let started: Double
    private let state = Mutex(State())
    /// Nothing is shown of work that is done by then.
    private static let patience = 0.5

    init(console: Console, language: Language) {
        isShowing = console.errorTerminal.canEdit
        self.language = language
        terminal = console.errorTerminal
        started = Self.now
    }

    /// Called from any thread.
    func show(done: Int, planned: Int) {
        guard isShowing else { return }
        let now = Self.now
        state.withLock { state in
            guard now - started > Self.patience, now - state.lastShown > 0.1, done < planned else { return }
            state.lastShown = now
            state.isShown = true
            let left = done > 0 ? Int(((now - started) / Double(done) * Double(planned - done)).rounded(.up)) : nil
            let text = Texts.simulating(done: done, planned: planned, seconds: left)[language]
            write("\r\u{1B}[K" + DisplayWidth.truncated(text, to: max(1, terminal.columns - 1)))
        }
    }

    func clear() {
        state.withLock { state in
            if state.isShown { write("\r\u{1B}[K") }
            state.isShown = false
        }
    }

    private func write(_ text: String) { FileDescriptorWriter(descriptor: STDERR_FILENO).write(text) }

    private static var now: Double { Date().timeIntervalSinceReferenceDate }
}
