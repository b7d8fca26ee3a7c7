import Foundation
import Scenarios

/// Reads commands from a prompt, a pipe or a script and has the session carry them out.
struct Shell {
    enum Manner {
        /// A person at a terminal: prompts, prefixes, goes on after errors.
        case prompt
        /// Lines from a pipe: goes on after errors.
        case pipe
        /// A script of this name: stops at the first error.
        case script(name: String)
        /// A block of a notebook: stops at the first error, and its lines have no names, so that what is said of them
        /// does not change with the place of the notebook.
        case block
    }

    let session: Session
    let manner: Manner
    private var lines: LineAssembler

    init(session: Session, manner: Manner, source: any InputSource) {
        self.session = session
        self.manner = manner
        session.source = source
        let name: String? =
            switch manner {
            case .prompt, .block: nil
            case .pipe: "stdin"
            case .script(let name): name
            }
        lines = LineAssembler(source: source, name: name)
    }

    /// Until the end of the input, `quit`, or in a script the first error. The worst status of all commands; at a
    /// prompt errors were seen and dealt with, so leaving it is a success.
    mutating func run() -> ExitStatus {
        var worst = ExitStatus.done
        while !session.isOver, !session.console.isClosed {
            Interrupt.clear()
            let status: ExitStatus
            switch lines.next(prompt: session.prompt) {
            case .commands(let commands, let line):
                session.beginPage()
                status = session.execute(commands, in: line, acceptingPrefixes: isPrompt)
                session.keepResult()
                if isPrompt { session.prepareCompletion() }
            case .problem(let problem, let place):
                session.report(problem, at: place)
                status = problem.isFatalForInput ? .failed : .notUnderstood
                if problem.isFatalForInput { return max(worst, status) }
            case .interrupted:
                guard isPrompt else { return .interrupted }
                session.console.print("^C")
                status = .done
            case .endOfInput:
                if isPrompt { session.console.print() }
                return isPrompt ? .done : worst
            }
            worst = max(worst, status)
            if stopsAtErrors, status != .done { return status }
            if !isPrompt, status == .interrupted { return status }
        }
        return isPrompt ? .done : worst
    }

    private var stopsAtErrors: Bool {
        switch manner {
        case .script, .block: true
        case .prompt, .pipe: false
        }
    }

    private var isPrompt: Bool {
        if case .prompt = manner { return true }
        return false
    }
}

extension CommandProblem {
    /// Whether no more input will come.
    fileprivate var isFatalForInput: Bool {
        if case .unreadableInput = self { return true }
        return false
    }
}
