import PathwaySim
import Scenarios

extension Session {
    /// What is loaded when nothing else has been asked for.
    static let exampleID = "kommune"

    /// The scenario with the changes made to it; the example municipality when none has been loaded.
    func scenario() throws(CommandFailure) -> Scenario {
        if let loaded { return loaded }
        let example = try read(Self.exampleID)
        open(example)
        return example
    }

    /// Reads a shipped scenario or a file.
    func read(_ name: String) throws(CommandFailure) -> Scenario {
        do throws(LoadFailure) {
            return try library.load(name)
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
    }

    /// Reads a shipped scenario, a file of one, or a saved result.
    func readAny(_ name: String) throws(CommandFailure) -> ScenarioOrResult {
        do throws(LoadFailure) {
            return try library.open(name)
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
    }

    /// Makes a scenario the one that is worked on.
    func open(_ scenario: Scenario) {
        loaded = scenario
        edits = Edits()
        lastRun = nil
    }

    /// Shows findings that do not prevent a run.
    func report(_ warnings: [Diagnostic], of scenario: Scenario) {
        guard !warnings.isEmpty else { return }
        report(.findings(warnings, scenario.files))
    }

    /// The scenario's id, with a star once it has been changed, and whether the last result is from before a change.
    var prompt: String {
        guard let loaded else { return "simrepl> " }
        let isStale = lastRun.map { $0.scenario.hash != loaded.hash } ?? false
        return Escaping.terminalSafe(loaded.id) + (loaded.changes.isEmpty ? "" : "*")
            + (isStale ? " [\(say(Texts.promptStale))]" : "") + "> "
    }

    /// The first screen: what is loaded and what to type.
    func greet() {
        do throws(CommandFailure) {
            let scenario = try scenario()
            let title = scenario.safeTitle
            // What stands before a colon is the name; the rest explains it.
            func name(_ text: String) -> String { String(text.prefix { $0 != ":" }) }
            console.printWrapped(
                say(
                    Texts.greeting(
                        title: Text(da: name(title.da), en: name(title.en)),
                        isInvented: scenario.id == Self.exampleID)))
            let hints = [Texts.greetingWalk, Texts.greetingStart, Texts.greetingRun, Texts.greetingQuit].map(say)
            console.print(ColumnLayout.lines(hints, width: min(console.width, 80), gap: 6))
        } catch {
            report(error)
        }
    }

    /// The path a word means in the scenario.
    func path(_ word: Token, in line: CommandLine) throws(CommandFailure) -> JSONPath {
        try path(word, of: try scenario(), in: line)
    }

    func path(_ word: Token, of scenario: Scenario, in line: CommandLine) throws(CommandFailure) -> JSONPath {
        do throws(JSONPathProblem) {
            let path = try JSONPath(parsing: word.text)
            _ = try scenario.document.node(at: path)
            return path
        } catch {
            throw .path(error, line.place(of: word))
        }
    }

    // MARK: Completion

    func scenarioNames(beginning word: String) -> [Completion.Candidate] {
        if ScenarioLibrary.isFile(word) { return Completer.files(beginning: word, withExtension: "json") }
        return library.ids.map { Completion.Candidate(text: $0) }
    }

    var citizenNames: [String] { loaded?.cases.map(\.id) ?? [] }

    /// Paths that continue a word, one part at a time: settings, and the parts of the scenario that hold them.
    func pathCandidates(for word: String, endingWith suffix: String = "") -> [Completion.Candidate] {
        guard let loaded else { return [] }
        let parent = word.lastIndex(of: ".").map { String(word[...$0]) } ?? ""
        var seen: Set<String> = []
        return loaded.settings.compactMap { setting in
            guard setting.path.hasPrefix(parent) else { return nil }
            let rest = setting.path.dropFirst(parent.count)
            let part = String(rest.prefix { $0 != "." })
            guard seen.insert(part).inserted else { return nil }
            let isWhole = part.count == rest.count
            return Completion.Candidate(
                text: parent + part + (isWhole ? suffix : "."), label: isWhole ? part : part + ".",
                endsWord: isWhole && suffix.isEmpty)
        }
    }

    /// What people call the settings whose label begins as the word, in the session's language; none for an empty
    /// word, where the paths are what helps. O(settings).
    func labelCandidates(for word: String) -> [Completion.Candidate] {
        guard let loaded, !word.isEmpty else { return [] }
        let key = Suggestions.folded(word)
        var seen: Set<String> = []
        return loaded.settings.compactMap { setting in
            let label = setting.label[language]
            guard label != setting.path, Suggestions.folded(label).starts(with: key), seen.insert(label).inserted,
                !label.contains(where: { $0 == "\"" || $0 == "\\" || $0.isNewline })
            else { return nil }
            return Completion.Candidate(text: label)
        }
    }

    /// Attributes that can be grouped by; a number goes on with its bands.
    var attributeCandidates: [Completion.Candidate] {
        (loaded?.model.attributes ?? []).map { attribute in
            let isNumber = attribute.kind == .number
            return Completion.Candidate(
                text: attribute.name + (isNumber ? ":" : ""), label: attribute.name, endsWord: !isNumber)
        }
    }

    /// Measures of the loaded scenario.
    var measureCandidates: [Completion.Candidate] {
        guard let loaded, let model = try? CompiledModel(loaded.model) else { return [] }
        return model.measureNames.map { Completion.Candidate(text: $0) }
    }

    /// What a setting can be: its words, else its value now, to be changed.
    func valueCandidates(for path: String) -> [Completion.Candidate] {
        guard let setting = loaded?.setting(named: path) else { return [] }
        if case .word(let words) = setting.form { return words.map { Completion.Candidate(text: $0.name) } }
        if setting.form == .boolean { return ["true", "false"].map { Completion.Candidate(text: $0) } }
        switch setting.value.value {
        case .number(let number):
            let text = NumberFormat.shortest(number)
            let unit = setting.unit.map { " " + $0[language] } ?? ""
            return [Completion.Candidate(text: text, label: text + unit, endsWord: false)]
        case .string(let text): return [Completion.Candidate(text: text, endsWord: false)]
        default: return []
        }
    }
}
