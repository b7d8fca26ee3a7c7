import Scenarios

/// What a person did in a session, in order, so that a notebook can be made of it.
struct SessionHistory {
    /// A command that worked, with the answers that were given to its questions.
    struct Entry: Equatable {
        var text: String
        var answers: [String] = []
        /// Whether it gives something to read, rather than only changing the scenario.
        var shows: Bool
    }

    private(set) var entries: [Entry] = []
    private var current: Entry?
    /// The oldest are forgotten: a notebook of thousands of blocks helps nobody.
    private static let capacity = 1_000

    /// A command is about to be carried out; it is kept once it has worked.
    mutating func begin(_ invocation: Invocation, text: String) {
        current = nil
        guard !text.isEmpty, !Self.isLeftOut(invocation) else { return }
        current = Entry(text: text, shows: !Self.editing.contains(invocation.command.name))
    }

    /// A question of the command under way was answered.
    mutating func answered(_ answer: String) { current?.answers.append(answer) }

    mutating func succeed() {
        guard let entry = current else { return }
        current = nil
        entries.append(entry)
        if entries.count > Self.capacity { entries.removeFirst() }
    }

    private static let editing: Set<String> = ["load", "set", "unset", "undo", "redo"]

    /// About the session rather than the work.
    private static func isLeftOut(_ invocation: Invocation) -> Bool {
        switch invocation.command.name {
        case "help", "lang", "quit", "notebook": true
        case "save": invocation.has("session")
        default: false
        }
    }
}
