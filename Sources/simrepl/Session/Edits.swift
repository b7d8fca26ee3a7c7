import Scenarios

/// The changes of a session in their order: what can be undone and redone.
struct Edits {
    struct Edit {
        var before: Scenario
        var after: Scenario
        /// What it changed; empty when it dropped every change.
        var changes: [SettingChange]
        /// Another scenario was opened, and the one before had changes.
        var opens = false
    }

    private var done: [Edit] = []
    private var undone: [Edit] = []
    /// Older ones can no longer be undone; each keeps a whole scenario.
    private static let capacity = 200

    mutating func add(_ edit: Edit) {
        done.append(edit)
        if done.count > Self.capacity { done.removeFirst() }
        undone = []
    }

    /// Takes back the last edit; nil when there is none.
    mutating func undo() -> Edit? {
        guard let edit = done.popLast() else { return nil }
        undone.append(edit)
        return edit
    }

    mutating func redo() -> Edit? {
        guard let edit = undone.popLast() else { return nil }
        done.append(edit)
        return edit
    }
}

extension Session {
    /// Makes a changed scenario the one that is worked on.
    ///
    /// - Parameter remarks: said below what changed.
    func apply(_ edit: Edits.Edit, _ remarks: [Text] = []) {
        loaded = edit.after
        edits.add(edit)
        say(of: edit.changes)
        for remark in remarks { console.printWrapped("  " + say(remark), indent: "  ") }
        sayIfStale()
    }

    /// What an edit did, in the words of doing it again or taking it back.
    func say(of edit: Edits.Edit, _ frame: (Text) -> Text) {
        guard edit.opens else {
            say(of: edit.changes, frame)
            return
        }
        console.printWrapped(say(frame(Texts.openedInstead(edit.after.id, of: edit.before.id))), indent: "  ")
    }

    /// One line a change.
    func say(of changes: [SettingChange], _ frame: (Text) -> Text = { $0 }) {
        if changes.isEmpty { console.printWrapped(say(frame(Texts.allChangesDropped)), indent: "  ") }
        for change in changes {
            console.printWrapped(say(frame(Texts.changed(change))), indent: "  ")
            if let range = change.outside {
                console.printWrapped("  " + say(Texts.outside(range, path: change.path)), indent: "  ")
            }
        }
    }

    func sayIfStale() {
        guard let lastRun, let loaded, lastRun.scenario.hash != loaded.hash else { return }
        console.printWrapped(say(Texts.resultsAreStale))
    }
}
