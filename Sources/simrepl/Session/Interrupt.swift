import Foundation
import Synchronization

/// Ctrl-C while something is computed.
///
/// The first sets a flag that the computation looks at; a second one leaves the program at once with status 130.
enum Interrupt {
    private static let flag = Atomic<Bool>(false)

    /// Whether Ctrl-C has come since the last `clear`. Cheap enough for an inner loop.
    static var isRequested: Bool { flag.load(ordering: .relaxed) }

    static func clear() { flag.store(false, ordering: .relaxed) }

    /// Asks what is being computed to stop, as Ctrl-C does.
    static func requestStop() { flag.store(true, ordering: .relaxed) }

    /// Installs the handler, and ignores SIGPIPE so that a closed pipe is an answer to a write.
    static func install() {
        // Touched before the handler may run: a global is made on first use, which a signal handler must not do.
        clear()
        var action = sigaction()
        #if os(Linux)
            action.__sigaction_handler.sa_handler = handleInterrupt
        #else
            action.__sigaction_u.__sa_handler = handleInterrupt
        #endif
        // Without SA_RESTART: a read at the prompt ends too.
        sigaction(SIGINT, &action, nil)
        signal(SIGPIPE, SIG_IGN)
    }

    fileprivate static func request() {
        if flag.exchange(true, ordering: .relaxed) { _exit(ExitStatus.interrupted.rawValue) }
    }
}

private func handleInterrupt(_ signal: Int32) { Interrupt.request() }
