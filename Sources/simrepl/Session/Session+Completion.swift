import PathwaySim
import Scenarios

/// What can be typed about the loaded scenario.
extension Session {
    /// Works out ahead what completion needs, while nobody waits for it.
    func prepareCompletion() {
        _ = shippedNames
        _ = index
    }

    private var index: CompletionIndex? {
        if let completion, completion.language == language { return completion }
        completion = loaded.map { CompletionIndex($0, language: language) }
        return completion
    }

    /// Shipped scenarios or files. Those that prove the program are offered only when no other begins so.
    func scenarioNames(beginning word: String) -> [Completion.Candidate] {
        if ScenarioLibrary.isFile(word) { return Completer.files(beginning: word, withExtension: "json") }
        let beginning = Beginning(word)
        let names = shippedNames.pathways.filter(beginning.fits)
        return (names.isEmpty ? shippedNames.proofs : names).map { Completion.Candidate(text: $0) }
    }

    var citizenNames: [String] { loaded?.cases.map(\.id) ?? [] }

    /// Paths that continue a word, one part at a time: settings, and the parts of the scenario that hold them.
    func pathCandidates(for word: String, endingWith suffix: String = "") -> [Completion.Candidate] {
        index?.paths.candidates(continuing: word, endingWith: suffix) ?? []
    }

    /// Measures of the loaded scenario that continue a word, one part of their names at a time.
    func measureCandidates(for word: String) -> [Completion.Candidate] {
        index?.measures.candidates(continuing: word) ?? []
    }

    /// What people call the settings whose label begins as the word, in the session's language; none for an empty
    /// word, where the paths are what helps. O(settings).
    func labelCandidates(for word: String) -> [Completion.Candidate] {
        guard let index, !word.isEmpty else { return [] }
        let key = String(Suggestions.folded(word))
        return index.labels.filter { $0.key.hasPrefix(key) }.map { Completion.Candidate(text: $0.label) }
    }

    /// `PATH=`, and behind it what the setting can be.
    func settingCandidates(for word: String) -> [Completion.Candidate] {
        guard let mark = word.firstIndex(of: "=") else { return pathCandidates(for: word, endingWith: "=") }
        return valueCandidates(for: String(word[..<mark])).map { candidate in
            var candidate = candidate
            candidate.label = candidate.label ?? candidate.text
            candidate.text = word[...mark] + candidate.text
            return candidate
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

    private func labelled(_ name: String) -> Setting? {
        let key = String(Suggestions.folded(name))
        guard index?.labels.contains(where: { $0.key == key }) ?? false else { return nil }
        return loaded?.setting(named: name)
    }

    /// What a setting can be: its words, else its value now, to be changed.
    func valueCandidates(for path: String) -> [Completion.Candidate] {
        // A name that is none is not searched for what it may have been meant for.
        guard let setting = loaded?.settings.first(where: { $0.path == path }) ?? labelled(path) else { return [] }
        if case .word(let words) = setting.form { return words.map { Completion.Candidate(text: $0.name) } }
        if setting.form == .boolean { return [Texts.yes, Texts.no].map { Completion.Candidate(text: say($0)) } }
        let label = say(setting.label)
        let name = label == setting.path ? "" : Escaping.terminalSafe(label) + ": "
        switch setting.value.value {
        case .number(let number):
            let text = NumberFormat.shortest(number)
            let value = NumberFormat.exact(number, language: language)
            let unit = setting.unit.map { " " + say($0) } ?? ""
            return [
                Completion.Candidate(text: text, label: text + unit, endsWord: false, note: name + value + unit)
            ]
        case .string(let text):
            return [
                Completion.Candidate(text: text, endsWord: false, note: name + Escaping.terminalSafe(text))
            ]
        default: return []
        }
    }
}
