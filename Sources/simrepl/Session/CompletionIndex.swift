import PathwaySim
import Scenarios

/// What completion needs to know of a scenario, worked out once: Tab must answer at once, however large the scenario.
struct CompletionIndex {
    /// Of all settings, in the order of the scenario.
    let paths: DottedNames
    /// What settings are called, each once, with what it is looked up by.
    let labels: [(key: String, label: String)]
    /// Names of measures.
    let measures: DottedNames
    let language: Language

    /// O(size of the scenario).
    init(_ scenario: Scenario, language: Language) {
        self.language = language
        paths = DottedNames(scenario.settings.map(\.path))
        measures = DottedNames((try? CompiledModel(scenario.model))?.measureNames ?? [])
        var seen: Set<String> = []
        labels = scenario.settings.compactMap { setting in
            let label = setting.label[language]
            guard label != setting.path, seen.insert(label).inserted,
                !label.contains(where: { $0 == "\"" || $0 == "\\" || $0.isNewline })
            else { return nil }
            return (String(Suggestions.folded(label)), label)
        }
    }
}

/// Shipped scenarios by what people want them for.
struct ShippedNames {
    let pathways: [String]
    /// Those that prove the program, which nobody types by accident.
    let proofs: [String]

    init(_ library: ScenarioLibrary) {
        let proofs = Set(library.proofIDs)
        let ids = library.ids
        pathways = ids.filter { !proofs.contains($0) }
        self.proofs = ids.filter { proofs.contains($0) }
    }
}

/// Names with dots in them, as a tree: what comes next is found without going through them all.
struct DottedNames {
    private struct Part {
        var text: String
        /// Whether a name ends here; else a dot ends the part.
        var isWhole: Bool
    }

    /// By what stands before them, up to and with its last dot.
    private var parts: [String: [Part]] = [:]

    /// O(total length).
    init(_ names: [String]) {
        var seen: Set<String> = []
        for name in names {
            var start = name.startIndex
            while start < name.endIndex {
                let dot = name.utf8[start...].firstIndex(of: UInt8(ascii: "."))
                let end = dot.map { name.utf8.index(after: $0) } ?? name.endIndex
                let reached = String(name[..<end])
                // Of a part that is known everything before it is known too, but what follows may be new.
                if seen.insert(reached).inserted {
                    parts[String(name[..<start]), default: []].append(
                        Part(text: String(name[start..<end]), isWhole: dot == nil))
                }
                start = end
            }
        }
    }

    /// What comes next in the names that begin as a word does, up to the next dot, each once in their order.
    ///
    /// - Parameter suffix: what follows a whole name.
    func candidates(continuing word: String, endingWith suffix: String = "") -> [Completion.Candidate] {
        let parent = word.lastIndex(of: ".").map { String(word[...$0]) } ?? ""
        return (parts[parent] ?? []).map { part in
            Completion.Candidate(
                text: parent + part.text + (part.isWhole ? suffix : ""), label: part.text,
                endsWord: part.isWhole && suffix.isEmpty)
        }
    }
}
