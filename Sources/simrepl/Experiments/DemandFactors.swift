import PathwaySim
import Scenarios

/// The numbers that a scenario's demand rests on, with where each comes from: those of its sources' rates, and the
/// parameters they are worked out from.
struct DemandFactors {
    /// In the order they are met, each once.
    private(set) var entries: [ProvenanceEntry] = []

    init(_ scenario: Scenario) {
        var byPath: [String: ProvenanceEntry] = [:]
        for entry in scenario.provenance where byPath[entry.path] == nil { byPath[entry.path] = entry }
        var seen: Set<String> = []
        var waiting: [ProvenanceEntry] = []
        func add(_ prefix: String) {
            waiting += scenario.provenance.filter { $0.path == prefix || $0.path.hasPrefix(prefix + ".") }
        }
        for source in scenario.model.sources {
            if case .cases = source.process { continue }
            let path = "sources.\(source.name)"
            add(path + ".rate")
            add(path + ".count")
            // Rules without a provenance of their own still name the parameters they are worked out from.
            guard let parsed = try? JSONPath(parsing: path + ".rate"),
                let rate = try? scenario.document.node(at: parsed)
            else { continue }
            waiting += Self.parameters(in: JSONWriter.line(rate), byPath)
        }
        for step in scenario.model.steps {
            if case .appointment = step.action { add("steps.\(step.name).noShow") }
        }
        while !waiting.isEmpty {
            let entry = waiting.removeFirst()
            guard seen.insert(entry.path).inserted else { continue }
            entries.append(entry)
            waiting += Self.parameters(in: entry.value, byPath)
        }
    }

    /// The parameters that a rule names.
    private static func parameters(
        in rule: String, _ byPath: [String: ProvenanceEntry]
    ) -> [ProvenanceEntry] {
        rule.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" }).compactMap {
            byPath["parameters.\($0).value"] ?? byPath["parameters.\($0)"]
        }
    }

    /// `Share of adults (0.8), assumption: four in five …`.
    func lines(_ language: Language) -> [String] {
        entries.map { entry in
            let word = (entry.kind == .source ? Texts.provenanceSource : Texts.provenanceAssumption)[language]
            return Escaping.terminalSafe(
                "\(entry.label[language])\(written(entry, language)) – \(word.lowercased()): \(entry.text[language])")
        }
    }

    /// ` = 0.8`; a rule is for those who write scenarios, so only that there is one.
    private func written(_ entry: ProvenanceEntry, _ language: Language) -> String {
        let isPlain =
            Double(entry.value) != nil || (try? DurationText(parsing: entry.value, allowingNegative: true)) != nil
        return isPlain ? " = " + entry.written(language) : " " + Texts.byRule[language]
    }
}
