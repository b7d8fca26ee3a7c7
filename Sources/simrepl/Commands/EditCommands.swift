import Scenarios

extension Command {
    static let set = Command(
        "set", "sæt", .model,
        parameters: [
            Parameter("path", Texts.placeholderPath, .path, isRequired: true),
            Parameter("value", Texts.placeholderValue, .value),
        ],
        summary: Texts.setSummary, details: Texts.setDetails,
        examples: ["set resources.clarifier.slotsPerWeek 14", "set resources.clarifier.slotsPerWeek +20%"]
    ) { invocation, session throws(CommandFailure) in
        guard let path = invocation["path"] else { return }
        let setting = try TypedSetting(path: path, value: invocation["value"], in: invocation)
        var editor = ScenarioEditor(try session.scenario())
        let before = editor.scenario
        let change = try setting.apply(to: &editor)
        session.apply(.init(before: before, after: editor.scenario, changes: [change]), [Texts.changeIsAssumption])
    }

    static let unset = Command(
        "unset", "nulstil", .model, parameters: [Parameter("path", Texts.placeholderPath, .path)],
        summary: Texts.unsetSummary, details: Texts.unsetDetails,
        examples: ["set resources.clarifier.slotsPerWeek 14; unset resources.clarifier.slotsPerWeek", "unset"]
    ) { invocation, session throws(CommandFailure) in
        let before = try session.scenario()
        var editor = ScenarioEditor(before)
        guard let path = invocation["path"] else {
            let changes = before.changes
            guard !changes.isEmpty else {
                session.console.print(session.say(Texts.noChanges))
                return
            }
            for change in changes {
                let token = Token(text: change.path, span: 0..<0)
                _ = try TypedSetting(path: token, value: nil, line: invocation.line).unset(in: &editor)
            }
            session.apply(.init(before: before, after: editor.scenario, changes: []))
            return
        }
        let change = try TypedSetting(path: path, value: nil, line: invocation.line).unset(in: &editor)
        session.apply(.init(before: before, after: editor.scenario, changes: [change]))
    }

    static let undo = Command(
        "undo", "fortryd", .model, summary: Texts.undoSummary, details: Texts.undoDetails,
        examples: ["set resources.clarifier.slotsPerWeek 14; undo"]
    ) { invocation, session throws(CommandFailure) in
        guard let edit = session.edits.undo() else { throw .failed(.nothingToUndo, nil) }
        session.loaded = edit.before
        session.say(of: edit, Texts.undone)
        session.sayIfStale()
    }

    static let redo = Command(
        "redo", "gentag", .model, summary: Texts.redoSummary, details: Texts.redoDetails,
        examples: ["set resources.clarifier.slotsPerWeek 14; undo; redo"]
    ) { invocation, session throws(CommandFailure) in
        guard let edit = session.edits.redo() else { throw .failed(.nothingToRedo, nil) }
        session.loaded = edit.after
        session.say(of: edit, Texts.redone)
        session.sayIfStale()
    }

    static let diff = Command(
        "diff", "ændringer", .model, summary: Texts.diffSummary, details: Texts.diffDetails,
        examples: ["set resources.clarifier.slotsPerWeek 14; diff"]
    ) { _, session throws(CommandFailure) in
        let changes = try session.scenario().changes
        guard !changes.isEmpty else {
            session.console.print(session.say(Texts.noChanges))
            return
        }
        session.say(of: changes)
    }
}

/// A setting as it was typed, so that what is wrong with it can be pointed at.
struct TypedSetting {
    let path: Token
    let value: Token?
    let line: CommandLine

    init(path: Token, value: Token?, line: CommandLine) {
        self.path = path
        self.value = value
        self.line = line
    }

    /// `PATH VALUE`, or `PATH=VALUE` as one word.
    init(path: Token, value: Token?, in invocation: Invocation) throws(CommandFailure) {
        guard value == nil else {
            self.init(path: path, value: value, line: invocation.line)
            return
        }
        do throws(CommandFailure) {
            try self.init(assignment: path, line: invocation.line)
        } catch {
            let usage = invocation.command
            throw .notUnderstood(
                .missingArgument(Texts.placeholderValue, usage: Text(da: usage.usage(.da), en: usage.usage(.en))),
                invocation.line.end)
        }
    }

    /// `PATH=VALUE`.
    init(assignment word: Token, line: CommandLine) throws(CommandFailure) {
        guard let mark = word.text.firstIndex(of: "="), mark != word.text.startIndex else {
            throw .notUnderstood(.notASetting(word.text), line.place(of: word))
        }
        let (before, after) = (word.text[..<mark], word.text[word.text.index(after: mark)...])
        var (path, value) = (word, word)
        path.text = String(before)
        value.text = String(after)
        // Where nothing is quoted, each part has a place of its own.
        if word.text.utf8.count == word.span.count {
            path.span = word.span.lowerBound..<(word.span.lowerBound + before.utf8.count)
            value.span = (path.span.upperBound + 1)..<word.span.upperBound
        }
        self.init(path: path, value: value, line: line)
    }

    func apply(to editor: inout ScenarioEditor) throws(CommandFailure) -> SettingChange {
        do throws(LoadFailure) {
            return try editor.set(path.text, value?.text ?? "")
        } catch {
            throw failure(error)
        }
    }

    func unset(in editor: inout ScenarioEditor) throws(CommandFailure) -> SettingChange {
        do throws(LoadFailure) {
            return try editor.unset(path.text)
        } catch {
            throw failure(error)
        }
    }

    /// The editor's findings, those about what was typed pointing into the command's line.
    private func failure(_ failure: LoadFailure) -> CommandFailure {
        var files = failure.files
        let typed = files.files.count - 1
        let (name, text, offset) = line.placed()
        let source = files.add(name: name, text: text)
        let findings = failure.diagnostics.map { finding in
            guard let span = finding.span, span.source == typed else { return finding }
            let word = span.start > path.text.utf8.count ? value ?? path : path
            var finding = finding
            finding.span = SourceSpan(
                source: source, start: offset + word.span.lowerBound, end: offset + word.span.upperBound)
            return finding
        }
        return .findings(findings, files)
    }
}
