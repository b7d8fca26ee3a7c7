import Scenarios

/// Puts lines together until they make whole commands: an open quote or a backslash at the end asks for more.
struct LineAssembler {
    enum Outcome {
        /// The commands of one or several lines, and the number of the first line.
        case commands([[Token]], CommandLine)
        case interrupted
        case endOfInput
        case problem(CommandProblem, CommandLine.Place?)
    }

    let source: any InputSource
    /// The name of the script or pipe; nil for what is typed.
    let name: String?
    private var lineNumber = 0

    init(source: any InputSource, name: String?) {
        self.source = source
        self.name = name
    }

    mutating func next(prompt: String) -> Outcome {
        var text = ""
        let firstLine = lineNumber + 1
        func line() -> CommandLine {
            CommandLine(text: text, origin: name.map { .file(name: $0, line: firstLine) } ?? .typed)
        }
        var pending: Tokenizer.Unfinished?
        while true {
            let event = source.readLine(prompt: pending == nil ? prompt : Self.continuationPrompt(for: prompt))
            switch event {
            case .line(let next):
                lineNumber += 1
                // Windows' editors begin a file with a mark of its encoding.
                let next = lineNumber == 1 && next.first == "\u{FEFF}" ? String(next.dropFirst()) : next
                text = pending == nil ? next : text + "\n" + next
            case .interrupted: return .interrupted
            case .endOfInput:
                guard let pending else { return .endOfInput }
                return .problem(pending.problem, line().place(pending.position..<pending.position + 1))
            case .unreadable(let reason):
                lineNumber += 1
                text = ""
                let place = name.map { CommandLine(text: "", origin: .file(name: $0, line: lineNumber)).end }
                return .problem(.unreadableLine(reason), place)
            case .failed(let code):
                return .problem(.unreadableInput(name: name ?? "stdin", reason: Texts.systemError(code)), nil)
            }
            do {
                let commands = try Tokenizer.commands(in: text)
                if !commands.isEmpty { source.remember(text) }
                return .commands(commands, line())
            } catch {
                pending = error
            }
        }
    }

    private static func continuationPrompt(for prompt: String) -> String {
        String(repeating: " ", count: max(0, DisplayWidth.of(prompt) - 5)) + "...> "
    }
}

extension Tokenizer.Unfinished {
    var problem: CommandProblem {
        switch self {
        case .quote(let quote, _): .unfinishedQuote(quote)
        case .backslash: .unfinishedBackslash
        }
    }
}
