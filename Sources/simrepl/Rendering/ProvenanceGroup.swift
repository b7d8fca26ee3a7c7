import Scenarios

/// Numbers in a row with one reason behind them, for reading: a profile of twelve months is one entry.
struct ProvenanceGroup {
    /// What people call them: all of few, the first and last of many.
    let label: String
    let values: String
    /// What they are set by: the path of one, what the paths of several have in common.
    let paths: String
    let reason: String

    /// Neighbours with the same reason are taken together; the order is that of the entries. The texts are safe to print.
    static func groups(of entries: [ProvenanceEntry], _ language: Language) -> [ProvenanceGroup] {
        var groups: [[ProvenanceEntry]] = []
        for entry in entries {
            if let last = groups.last?.last, last.text == entry.text {
                groups[groups.count - 1].append(entry)
            } else {
                groups.append([entry])
            }
        }
        return groups.map { ProvenanceGroup($0, language) }
    }

    private init(_ group: [ProvenanceEntry], _ language: Language) {
        let values = group.map { $0.written(language) }
        var different: [String] = []
        for value in values where !different.contains(value) { different.append(value) }
        let shown = group.count <= 3 ? values : different.count <= 8 ? different : Array(different.prefix(7)) + ["…"]
        let labels = group.map { $0.label[language] }
        let name =
            group.count <= 3
            ? labels.joined(separator: "; ")
            : Texts.reportNumbersFrom(labels[0], to: labels[labels.count - 1], count: group.count)[language]
        label = Escaping.terminalSafe(name)
        self.values = Escaping.terminalSafe(shown.joined(separator: "; "))
        reason = Escaping.terminalSafe(group[0].text[language])
        paths = Escaping.terminalSafe(ProvenanceGroup.common(group.map(\.path)))
    }

    private static func common(_ paths: [String]) -> String {
        guard let first = paths.first, paths.count > 1 else { return paths.first ?? "" }
        var parts = first.split(separator: ".")
        for path in paths.dropFirst() {
            let others = path.split(separator: ".")
            parts = zip(parts, others).prefix { $0 == $1 }.map(\.0)
        }
        return parts.isEmpty ? "" : parts.joined(separator: ".") + ".…"
    }
}
