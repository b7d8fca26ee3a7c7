import Foundation
import Synchronization

/// Writes a file piece by piece; it takes its name when it is complete, and is gone when it is not.
///
/// May be written to from any thread, one at a time.
final class AtomicFileWriter: Sendable {
    private struct State {
        var descriptor: Int32
        var buffer: [UInt8] = []
        /// The first `errno`; nothing is written after it.
        var failure: Int32?
    }

    private let path: String
    private let temporary: String
    private let state: Mutex<State>
    private static let chunk = 1 << 16

    init(_ path: String) {
        self.path = path
        temporary = path + ".\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        state = Mutex(State(descriptor: descriptor, failure: descriptor < 0 ? errno : nil))
    }

    /// What went wrong so far, as `errno`; nil when nothing has.
    var failure: Int32? { state.withLock { $0.failure } }

    func write(_ text: String) {
        state.withLock { state in
            guard state.failure == nil else { return }
            state.buffer.append(contentsOf: text.utf8)
            if state.buffer.count >= Self.chunk { Self.flush(&state) }
        }
    }

    /// Gives the file its name.
    ///
    /// - Returns: the `errno` of what went wrong, or nil; then there is no file, and an old one stays.
    func finish() -> Int32? {
        state.withLock { state in
            guard state.descriptor >= 0 else { return state.failure }
            Self.flush(&state)
            if state.failure == nil, fsync(state.descriptor) != 0 { state.failure = errno }
            if close(state.descriptor) != 0, state.failure == nil { state.failure = errno }
            state.descriptor = -1
            if state.failure == nil, rename(temporary, path) != 0 { state.failure = errno }
            if state.failure != nil { unlink(temporary) }
            return state.failure
        }
    }

    /// Leaves no trace of what was written.
    func discard() {
        state.withLock { state in
            guard state.descriptor >= 0 else { return }
            close(state.descriptor)
            state.descriptor = -1
            unlink(temporary)
        }
    }

    private static func flush(_ state: inout State) {
        let buffer = state.buffer
        state.buffer.removeAll(keepingCapacity: true)
        var done = 0
        while done < buffer.count, state.failure == nil {
            let count = buffer[done...].withUnsafeBytes {
                Foundation.write(state.descriptor, $0.baseAddress, $0.count)
            }
            if count >= 0 { done += count } else if errno != EINTR { state.failure = errno }
        }
    }
}
