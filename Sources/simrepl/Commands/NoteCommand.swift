import Scenarios

extension Command {
    static let note = Command(
        "note", "notat", .results, parameters: [Parameter("text", Texts.placeholderNote, .text, repeats: true)],
        summary: Texts.noteSummary, details: Texts.noteDetails,
        examples: ["walk albert --choices 2; note agreement: we phone each other; the municipality; week 12", "note"]
    ) { invocation, session throws(CommandFailure) in
        let words = invocation.all("text")
        if words.isEmpty {
            let notes = try session.walkOrKept()?.notes ?? []
            if notes.isEmpty { session.console.print(session.say(Texts.noNotes)) }
            for note in notes {
                session.console.printWrapped("  " + NoteText.line(note, session.language), indent: "    ")
            }
            return
        }
        guard var state = try session.walkOrKept() else { throw .failed(.noWalkToTell, nil) }
        let place = words.first.map { invocation.line.place(of: $0) }
        let stop = try session.play(state)
        var id = ""
        if case .at(let reached) = stop.state { id = state.walk.file.stops[reached.stop].id }
        guard let note = NoteText.parse(words.map(\.text).joined(separator: " "), stop: id) else {
            throw .notUnderstood(.badNote, place)
        }
        guard !NoteText.holdsPersonalNumber(note) else { throw .failed(.personalNumber, place) }
        state.notes.append(note)
        session.keep(state)
        session.console.print(session.say(Texts.noteKept(note.kind.text)))
    }
}

extension Session {
    /// The walk of this session, else the one kept on disk.
    func walkOrKept() throws(CommandFailure) -> WalkState? {
        if let walk { return walk }
        return try walkFile?.read(into: self)
    }
}

extension NoteText {
    /// A note in one line, safe to print.
    static func line(_ note: WalkState.Note, _ language: Language) -> String {
        let rest = [note.who, note.when].filter { !$0.isEmpty }.map { Escaping.terminalSafe($0) }
        let tail = rest.isEmpty ? "" : " (" + rest.joined(separator: ", ") + ")"
        return note.kind.text[language] + ": " + Escaping.terminalSafe(note.text) + tail
    }
}
