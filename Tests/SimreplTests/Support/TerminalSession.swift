import CPty
import Foundation
import Testing

/// A program at a terminal of its own, with someone typing at it.
final class TerminalSession {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private let controller: Int32
    private(set) var process: pid_t = 0
    /// Everything shown so far, control sequences included.
    private(set) var screen = ""
    private var bytes: [UInt8] = []
    /// Bytes of `bytes` that earlier `expect` calls have passed.
    private var seen = 0
    private var hasEnded = false

    init(
        _ program: String, _ arguments: [String] = [], environment: [String: String], rows: UInt16 = 24,
        columns: UInt16 = 80
    ) throws {
        var name = [CChar](repeating: 0, count: 256)
        controller = pathwaysim_open_pty(&name, name.count)
        guard controller >= 0 else { throw Failure(description: "no pseudo-terminal: errno \(errno)") }
        _ = pathwaysim_set_window(controller, rows, columns)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // Opened in the new session without O_NOCTTY, so that it becomes the controlling terminal.
        posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals as a person's shell has them, whatever the test runner ignores or blocks.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [SIGINT, SIGQUIT, SIGTSTP, SIGTTIN, SIGTTOU, SIGPIPE, SIGWINCH, SIGCONT] {
            sigaddset(&signals, signal)
        }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        let flags = Int32(pathwaysim_spawn_setsid()) | Int32(POSIX_SPAWN_SETSIGMASK) | Int32(POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, Int16(flags))
        let words = [program] + arguments
        let argv: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        let envp: [UnsafeMutablePointer<CChar>?] = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for string in argv + envp { free(string) } }
        let status = posix_spawn(&process, program, &actions, &attributes, argv, envp)
        guard status == 0 else { throw Failure(description: "cannot start \(program): errno \(status)") }
    }

    deinit {
        if !hasEnded {
            kill(process, SIGKILL)
            var status: Int32 = 0
            waitpid(process, &status, 0)
        }
        close(controller)
    }

    func type(_ text: String) {
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return }
            rest = rest.dropFirst(max(0, count))
        }
    }

    func resize(rows: UInt16, columns: UInt16) { _ = pathwaysim_set_window(controller, rows, columns) }

    func send(_ signal: Int32) { kill(process, signal) }

    /// Waits until the screen shows this after what was expected before.
    func expect(_ text: String, seconds: Double = 10, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let wanted = Array(text.utf8)
        let end = Date(timeIntervalSinceNow: seconds)
        while true {
            if let range = firstRange(of: wanted) {
                seen = range.upperBound
                return
            }
            guard Date() < end, readMore(milliseconds: 50) else {
                let rest = String(decoding: bytes[seen...], as: UTF8.self)
                Issue.record(
                    "expected \(text.debugDescription), saw \(rest.debugDescription)", sourceLocation: sourceLocation)
                throw Failure(description: "not shown: \(text)")
            }
        }
    }

    /// Waits for the program's end and gives its exit status, negative for a signal.
    func waitForEnd(seconds: Double = 10) throws -> Int32 {
        let end = Date(timeIntervalSinceNow: seconds)
        while Date() < end {
            _ = readMore(milliseconds: 10)
            var status: Int32 = 0
            if waitpid(process, &status, WNOHANG) == process {
                hasEnded = true
                while readMore(milliseconds: 0) {}
                return status & 0x7F == 0 ? (status >> 8) & 0xFF : -(status & 0x7F)
            }
        }
        throw Failure(description: "the program did not end; it showed \(screen.debugDescription)")
    }

    /// The exit status if the program ends within this time, else nil.
    func endedStatus(within seconds: Double) -> Int32? { try? waitForEnd(seconds: seconds) }

    /// Kills the program as a crash or a power cut would.
    func kill9() throws {
        kill(process, SIGKILL)
        _ = try waitForEnd()
    }

    private func firstRange(of wanted: [UInt8]) -> Range<Int>? {
        guard !wanted.isEmpty, bytes.count - seen >= wanted.count else { return nil }
        for start in seen...(bytes.count - wanted.count)
        where bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
            return start..<(start + wanted.count)
        }
        return nil
    }

    /// False when the terminal is closed or, without waiting, when nothing is there.
    private func readMore(milliseconds: Int32) -> Bool {
        var descriptor = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        let ready = poll(&descriptor, 1, milliseconds)
        guard ready > 0 else { return milliseconds > 0 }
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = read(controller, &buffer, buffer.count)
        guard count > 0 else { return false }
        bytes += buffer[..<count]
        screen = String(decoding: bytes, as: UTF8.self)
        return true
    }
}
