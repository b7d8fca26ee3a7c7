import Foundation
import Synchronization

/// Stops what a block computes when its time is up.
final class NotebookWatch: Sendable {
    private struct State {
        var isOver = false
        var hasExpired = false
    }

    private let state = Mutex(State())

    /// - Parameter seconds: from now.
    init(seconds: Int) {
        let deadline = Date().addingTimeInterval(Double(seconds))
        Thread.detachNewThread { [weak self] in
            while let self, !self.state.withLock({ $0.isOver }) {
                // Asked again and again: a command that begins forgets what was asked before.
                if Date() >= deadline {
                    self.state.withLock { $0.hasExpired = true }
                    Interrupt.requestStop()
                }
                Thread.sleep(forTimeInterval: 0.02)
            }
        }
    }

    /// Ends the watch.
    ///
    /// - Returns: whether the time was up.
    func end() -> Bool {
        state.withLock { state in
            state.isOver = true
            return state.hasExpired
        }
    }
}
