import Foundation
import Scenarios

/// The program from its arguments to its exit status.
struct Program {
    let arguments: [String]
    let environment: [String: String]

    /// What is asked of the program besides the command.
    private struct Settings {
        var language: Language?
        var script: String?
        var showsVersion = false
        var showsHelp = false
        /// The command, as words of the whole line.
        var command: [Token] = []
    }

    func run() -> ExitStatus {
        let console = Console(environment: environment)
        let (text, tokens) = Token.line(of: arguments)
        let line = CommandLine(text: text, origin: .arguments)
        let session = Session(
            console: console, library: .shipped(environment: environment),
            language: LanguageChoice.fromEnvironment(environment))
        // Also for what is wrong with the options themselves.
        if let language = Self.language(in: arguments) { session.language = language }
        let settings: Settings
        do throws(CommandFailure) {
            settings = try parse(tokens, in: line)
        } catch {
            session.report(error)
            return error.status
        }
        session.walkFile = WalkFile(environment: environment)
        session.openSource = { [unowned session] in
            input(isatty(STDIN_FILENO) == 1 && console.terminal.isTerminal, session)
        }
        Interrupt.install()
        let status = carryOut(settings, line: line, in: session)
        if let code = console.lostOutput {
            console.printError(session.say(Texts.outputLost(Texts.systemError(code))))
            return max(status, .failed)
        }
        // Whoever closed the pipe has seen enough.
        return console.isClosed ? .done : status
    }

    /// The language asked for among the arguments, whatever else they say.
    private static func language(in arguments: [String]) -> Language? {
        var language: Language?
        for (index, argument) in arguments.enumerated() {
            if argument == "--" { break }
            if argument == "--lang", index + 1 < arguments.count { language = Language(rawValue: arguments[index + 1]) }
            if argument.hasPrefix("--lang=") { language = Language(rawValue: String(argument.dropFirst(7))) }
        }
        return language
    }

    private func carryOut(_ settings: Settings, line: CommandLine, in session: Session) -> ExitStatus {
        if settings.showsVersion {
            session.console.print("simrepl \(Version.current)")
            return .done
        }
        if settings.showsHelp {
            // `run --help` is `help run`.
            if let command = settings.command.first {
                return session.execute(
                    [[Token(text: "help", span: 0..<0), command]], in: line, acceptingPrefixes: false)
            }
            session.console.printWrapped(session.say(Texts.programUsage) + "\n")
            return session.execute(
                [[Token(text: "help", span: 0..<0)]], in: CommandLine(text: "", origin: .arguments),
                acceptingPrefixes: false)
        }
        if let script = settings.script { return run(script: script, in: session) }
        if !settings.command.isEmpty {
            return session.execute([settings.command], in: line, acceptingPrefixes: false)
        }
        return runInput(in: session)
    }

    private func run(script: String, in session: Session) -> ExitStatus {
        let descriptor = open(script, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            session.report(CommandProblem.unreadableInput(name: script, reason: Texts.systemError(errno)), at: nil)
            return .failed
        }
        defer { close(descriptor) }
        let reader = PlainLineReader(descriptor: descriptor, isInterrupted: { Interrupt.isRequested })
        var shell = Shell(session: session, manner: .script(name: script), source: reader)
        return shell.run()
    }

    /// The prompt when a person sits there, else lines from standard input.
    private func runInput(in session: Session) -> ExitStatus {
        let console = session.console
        let isPrompt = isatty(STDIN_FILENO) == 1 && console.terminal.isTerminal
        if isPrompt { session.greet() }
        if isPrompt {
            if console.terminal.canEdit, environment["SIMREPL_PAGER"] != "off" { console.page() }
            session.sessionFile = SessionFile(environment: environment)
            let count = session.sessionFile?.adopt() ?? 0
            if count > 0 { console.printWrapped(session.say(Texts.resumable(count))) }
        }
        defer { session.sessionFile?.remove() }
        var shell = Shell(session: session, manner: isPrompt ? .prompt : .pipe, source: input(isPrompt, session))
        return shell.run()
    }

    private func input(_ isPrompt: Bool, _ session: Session) -> any InputSource {
        let console = session.console
        if isPrompt, console.terminal.canEdit {
            let editor = LineEditor(
                historyFile: HistoryFile(environment: environment), columns: { console.width },
                complete: { line, cursor in Completer(session: session).complete(line, scalarsBeforeCursor: cursor) })
            if let editor { return editor }
        }
        return PlainLineReader(
            descriptor: STDIN_FILENO, showPrompt: isPrompt ? { console.write($0) } : nil,
            isInterrupted: { Interrupt.isRequested })
    }

    // MARK: Global options

    private static let globalOptions = ["--lang", "--version", "--help", "-f"]

    /// Global options stand anywhere, before the command or among its words; `--` ends them as it ends all options.
    private func parse(_ tokens: [Token], in line: CommandLine) throws(CommandFailure) -> Settings {
        var settings = Settings()
        var rest = tokens[...]
        while let token = rest.popFirst() {
            switch token.text {
            case "--version": settings.showsVersion = true
            case "--help", "-h": settings.showsHelp = true
            case "--lang":
                let value = try value(of: "--lang", Text(same: "da|en"), &rest, token, line)
                settings.language = try language(value, in: line)
            case let text where text.hasPrefix("--lang="):
                var value = token
                value.text = String(text.dropFirst("--lang=".count))
                settings.language = try language(value, in: line)
            case "-f" where settings.command.isEmpty:
                settings.script = try value(of: "-f", Texts.placeholderScript, &rest, token, line).text
            case "--" where !settings.command.isEmpty:
                settings.command += [token] + rest
                rest = []
            case let text where text.hasPrefix("-") && settings.command.isEmpty:
                throw .notUnderstood(
                    .unknownOption(token.text, command: "simrepl", known: Self.globalOptions), line.place(of: token))
            default: settings.command.append(token)
            }
        }
        if settings.script != nil, let extra = settings.command.first {
            throw .notUnderstood(
                .unexpectedArgument(extra.text, usage: Texts.scriptUsage), line.place(of: extra))
        }
        return settings
    }

    private func value(
        of option: String, _ placeholder: Text, _ rest: inout ArraySlice<Token>, _ token: Token, _ line: CommandLine
    ) throws(CommandFailure) -> Token {
        guard let value = rest.popFirst() else {
            throw .notUnderstood(.missingValue(option: option, placeholder: placeholder), line.place(of: token))
        }
        return value
    }

    private func language(_ token: Token, in line: CommandLine) throws(CommandFailure) -> Language {
        guard let language = Language(rawValue: token.text) else {
            throw .notUnderstood(
                .notOneOf(found: token.text, allowed: Language.allCases.map(\.rawValue)), line.place(of: token))
        }
        return language
    }
}
