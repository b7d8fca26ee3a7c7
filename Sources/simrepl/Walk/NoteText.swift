import Scenarios

/// Notes as a facilitator types them: a kind, then the text; of an agreement also who and when.
enum NoteText {
    /// Names of the kinds in both languages, by their beginning.
    private static let names: [(String, WalkState.Note.Kind)] = [
        ("spørgsmål", .question), ("question", .question), ("antagelse", .assumption), ("assumption", .assumption),
        ("fund", .finding), ("finding", .finding), ("aftale", .agreement), ("agreement", .agreement),
    ]

    /// `aftale: vi ringer; Sygeplejersken; 1. maj`. Without a kind it is a question when it ends so, else a finding.
    ///
    /// - Returns: nil when nothing is said.
    static func parse(_ line: String, stop: String) -> WalkState.Note? {
        var text = line.trimmed
        var kind: WalkState.Note.Kind?
        let first = text.prefix { $0.isLetter }
        if let found = Self.kind(named: String(first)) {
            kind = found
            text = String(text.dropFirst(first.count)).trimmed
            if text.hasPrefix(":") { text = String(text.dropFirst()).trimmed }
        }
        guard !text.isEmpty else { return nil }
        var note = WalkState.Note(kind: kind ?? (text.hasSuffix("?") ? .question : .finding), text: text, stop: stop)
        if note.kind == .agreement {
            let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { $0.trimmed }
            note.text = parts[0]
            if parts.count > 1 { note.who = parts[1] }
            if parts.count > 2 { note.when = parts[2...].joined(separator: "; ") }
        }
        return note.text.isEmpty ? nil : note
    }

    static func kind(named word: String) -> WalkState.Note.Kind? {
        let key = String(Suggestions.folded(word))
        return names.first { String(Suggestions.folded($0.0)) == key }?.1
    }

    /// Whether something looks like a CPR number.
    static func holdsPersonalNumber(_ note: WalkState.Note) -> Bool {
        [note.text, note.who, note.when].contains { PersonalData.holdsPersonalNumber($0) }
    }
}

extension WalkState.Note.Kind {
    var text: Text {
        switch self {
        case .question: Texts.noteQuestion
        case .assumption: Texts.noteAssumption
        case .finding: Texts.noteFinding
        case .agreement: Texts.noteAgreement
        }
    }
}
