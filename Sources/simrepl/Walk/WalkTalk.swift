import PathwaySim
import Scenarios

/// A walk at the keyboard: shows a stop, takes the room's answer, until the course ends or the room stops.
struct WalkTalk {
    let session: Session
    var state: WalkState

    private enum Reply {
        case chose([Int])
        case back, stop, closed
    }

    init(session: Session, state: WalkState) {
        self.session = session
        self.state = state
    }

    private var language: Language { session.language }
    private var console: Console { session.console }
    private var screen: WalkScreen { WalkScreen(state, language: language, console: console) }

    /// - Parameter isResumed: whether the room has seen the opening before.
    /// - Returns: the finished play; nil when the room stopped before the end.
    mutating func run(isResumed: Bool) throws(CommandFailure) -> Walk.Play? {
        if !isResumed {
            clear()
            console.print(screen.opening())
            if console.terminal.isTerminal {
                console.print()
                switch session.answer(session.say(Texts.walkPressEnter) + " ") {
                case .interrupted where stops(): return nil
                case .endOfInput, .failed:
                    keep()
                    return nil
                default: break
                }
            } else {
                console.print()
            }
        }
        while true {
            let play = try session.play(state)
            guard case .at(let reached) = play.state else { return play }
            show(reached, play)
            switch ask(reached) {
            case .chose(let choices):
                state.answers[reached.stop] = choices
                keep()
            case .back:
                let wentBack = state.goBack(in: play)
                console.print(session.say(wentBack ? Texts.walkWentBack : Texts.walkNothingBefore))
                keep()
            case .stop, .closed:
                keep()
                console.print(session.say(Texts.walkKept))
                return nil
            }
        }
    }

    private func show(_ reached: Walk.Reached, _ play: Walk.Play) {
        clear()
        console.print(screen.stop(reached, number: play.answered.count + 1, play: play))
    }

    /// A fresh screen where a person sits; a blank line elsewhere.
    private func clear() {
        if console.terminal.canEdit { console.write("\u{1B}[2J\u{1B}[H") }
    }

    private func keep() { session.keep(state) }

    // MARK: Asking

    private mutating func ask(_ reached: Walk.Reached) -> Reply {
        let stop = state.walk.file.stops[reached.stop]
        for role in state.roles { if let reply = askRole(role, stop) { return reply } }
        showVotes(stop)
        console.printWrapped(session.say(Texts.walkChoose(stop.choices.count, several: stop.takesSeveral)))
        while true {
            switch session.answer("> ") {
            case .line(let text):
                if let reply = read(text, stop) { return reply }
            case .interrupted:
                console.print("^C")
                if stops() { return .stop }
            case .endOfInput, .failed: return .closed
            case .unreadable: console.printError(session.say(Texts.walkNoSuchChoice("…", count: stop.choices.count)))
            }
        }
    }

    /// What a line means; nil when the question has to be asked again.
    private mutating func read(_ text: String, _ stop: CaseFile.Stop) -> Reply? {
        let text = text.trimmed
        switch Suggestions.folded(text).reduce(into: "", { $0.append($1) }) {
        case "":
            console.print(session.say(Texts.walkEmptyLine(count: stop.choices.count)))
            return nil
        case "b", "back", "tilbage": return .back
        case "q", "quit", "afslut", "stop": return .stop
        case "?", "help", "hjælp", "hjaelp":
            console.print(session.say(Texts.walkKeys).split(separator: "\n").map(String.init))
            return nil
        case let line where ["n", "note", "notat"].contains(line.prefix { $0.isLetter }):
            writeNote(after: text, at: stop)
            return nil
        default: break
        }
        guard let choices = WalkChoices.parse(text, count: stop.choices.count) else {
            console.printError(session.say(Texts.walkNoSuchChoice(text, count: stop.choices.count)))
            return nil
        }
        guard stop.accepts(choices) else {
            console.printError(session.say(Texts.walkOnlyOne))
            return nil
        }
        return .chose(choices)
    }

    /// Whether the room really wants to stop; a second Ctrl-C says so too.
    private func stops() -> Bool {
        Interrupt.clear()
        switch session.answer(session.say(Texts.walkStopAsk) + " ") {
        case .line(let text): return ["j", "ja", "y", "yes"].contains(text.trimmed.lowercased())
        default: return true
        }
    }

    // MARK: Groups

    private mutating func askRole(_ role: CaseFile.Actor, _ stop: CaseFile.Stop) -> Reply? {
        let name = session.say(Texts.walkActor(role))
        guard !state.votes.contains(where: { $0.role == role.rawValue && $0.stop == stop.id }) else { return nil }
        while true {
            switch session.answer(session.say(Texts.walkRoleSays(Texts.walkActor(role))) + " ") {
            case .line(let text):
                if text.trimmed.isEmpty { return nil }
                if let reply = read(text, stop) {
                    guard case .chose(let choices) = reply else { return reply }
                    state.votes.append(.init(role: role.rawValue, stop: stop.id, choices: choices))
                    return nil
                }
            case .interrupted:
                console.print("^C")
                if stops() { return .stop }
            case .unreadable: console.printError(name)
            case .endOfInput, .failed: return .closed
            }
        }
    }

    private func showVotes(_ stop: CaseFile.Stop) {
        let votes = state.votes.filter { $0.stop == stop.id }
        guard votes.count > 1 else { return }
        console.printWrapped(session.say(WalkChoices.votes(votes)))
    }

    // MARK: Notes

    private mutating func writeNote(after text: String, at stop: CaseFile.Stop) {
        let words = text.split(separator: " ", maxSplits: 1)
        var line = words.count > 1 ? String(words[1]) : ""
        if line.isEmpty {
            guard case .line(let typed) = session.answer(session.say(Texts.notePrompt) + " ") else { return }
            line = typed
        }
        guard var note = NoteText.parse(line, stop: stop.id) else {
            console.printWrapped(session.say(Texts.noteForms))
            return
        }
        if note.kind == .agreement {
            if note.who.isEmpty, case .line(let who) = session.answer(session.say(Texts.noteWho) + " ") {
                note.who = who.trimmed
            }
            if note.when.isEmpty, case .line(let when) = session.answer(session.say(Texts.noteWhen) + " ") {
                note.when = when.trimmed
            }
        }
        if NoteText.holdsPersonalNumber(note) {
            console.printError(session.say(Texts.notePersonalNumber))
            return
        }
        state.notes.append(note)
        keep()
        console.print(session.say(Texts.noteKept(note.kind.text)))
    }
}

/// Numbers of choices as people write them: `2`, `1 2 4`, `1+2+4`.
enum WalkChoices {
    /// 0-based and ascending; nil when it is no list of choices from 1 to `count`.
    static func parse(_ text: String, count: Int) -> [Int]? {
        let parts = text.split { $0 == " " || $0 == "+" || $0 == ";" || $0 == "," }
        guard !parts.isEmpty else { return nil }
        var choices: Set<Int> = []
        for part in parts {
            guard part.utf8.count <= 3, let number = Int(part), (1...count).contains(number) else { return nil }
            choices.insert(number - 1)
        }
        return choices.sorted()
    }

    static func text(_ choices: [Int]) -> String { choices.map { String($0 + 1) }.joined(separator: "+") }

    /// `GP 2, kommune 1`.
    static func votes(_ votes: [WalkState.Vote]) -> Text {
        let parts = votes.map { vote in
            Texts.walkRole(vote.role) + Text(same: " " + text(vote.choices))
        }
        let list = Text(
            da: parts.map(\.da).joined(separator: ", "), en: parts.map(\.en).joined(separator: ", "))
        return Set(votes.map(\.choices)).count > 1 ? Texts.walkDisagree(list) : Texts.walkAgree(list)
    }
}
