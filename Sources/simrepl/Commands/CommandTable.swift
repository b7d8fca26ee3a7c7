import Scenarios

/// All commands.
struct CommandTable: Sendable {
    let commands: [Command]

    static let standard = CommandTable(commands: [
        .load, .show, .set, .unset, .undo, .redo, .diff, .save, .import, .fit,
        .check, .run, .compare, .sweep, .find, .backlog, .tornado, .doubt, .calibrate, .experiment, .merge, .plot,
        .trace,
        .walk, .note,
        .report, .export, .notebook, .validate, .resume, .lang, .help, .quit,
    ])

    enum Lookup {
        case found(Command)
        case ambiguous([String])
        case unknown
    }

    /// The command of this name in either language, or the only one that begins so.
    func find(_ word: String, acceptingPrefixes: Bool) -> Lookup {
        let key = String(Suggestions.folded(word))
        if let command = commands.first(where: { $0.name == key || String(Suggestions.folded($0.alias)) == key }) {
            return .found(command)
        }
        guard acceptingPrefixes, !key.isEmpty else { return .unknown }
        let matching = commands.filter { $0.name.hasPrefix(key) || String(Suggestions.folded($0.alias)).hasPrefix(key) }
        switch matching.count {
        case 0: return .unknown
        case 1: return .found(matching[0])
        default: return .ambiguous(matching.map { $0.name.hasPrefix(key) ? $0.name : $0.alias })
        }
    }

    /// What a command is called in both languages, with the words that follow its name.
    func shown(_ name: String) -> Text {
        let words = name.split(separator: " ", maxSplits: 1).map(String.init)
        guard let command = commands.first(where: { $0.name == words.first }) else { return Text(same: name) }
        guard words.count > 1 else { return Text(da: command.alias, en: command.name) }
        let action = NotebookAction(rawValue: words[1])?.alias ?? words[1]
        return Text(da: command.alias + " " + action, en: name)
    }

    /// Names a person who wrote `word` may have meant, in either language.
    func similar(to word: String) -> [String] {
        Suggestions.closest(to: word, among: commands.flatMap { [$0.name, $0.alias] })
    }
}
