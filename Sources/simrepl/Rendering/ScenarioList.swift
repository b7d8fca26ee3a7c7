import Scenarios

/// The shipped scenarios with their titles: each with those that change it below it, municipalities first.
struct ScenarioList {
    let library: ScenarioLibrary
    let language: Language
    /// Whether those that prove the program against theory and other programs are listed too.
    var showsMethod = false

    func lines(_ console: Console) -> [String] {
        let entries = library.entries()
        guard !entries.isEmpty else { return [Texts.noShippedScenarios[language]] }
        let method = entries.filter { $0.kind == .method }
        let pathways = entries.filter { $0.kind != .method }
        var lines = [console.heading(Texts.shippedScenarios[language])] + table(nested(pathways), console)
        if !method.isEmpty {
            lines.append("")
            if showsMethod {
                lines.append(console.heading(Texts.methodScenarios[language]))
                lines += table(method.map { ($0, 0) }, console)
            } else {
                lines += DisplayWidth.wrapped(Texts.methodScenariosHidden(method.count)[language], to: console.width)
            }
        }
        return lines
    }

    /// Names in a column, titles beside them, or below where the window is narrow.
    private func table(_ rows: [(entry: ScenarioLibrary.Entry, depth: Int)], _ console: Console) -> [String] {
        let names = rows.map { String(repeating: "  ", count: $0.depth + 1) + $0.entry.id }
        let column = (names.map(DisplayWidth.of).max() ?? 0) + 2
        return zip(names, rows).flatMap { name, row -> [String] in
            let title = Escaping.terminalSafe(row.entry.title?[language] ?? "")
            if title.isEmpty { return [name] }
            guard console.width - column >= 24 else {
                let indent = String(repeating: " ", count: 2 * row.depth + 6)
                return [name] + DisplayWidth.wrapped(indent + title, to: console.width, indent: indent)
            }
            let parts = DisplayWidth.wrapped(title, to: console.width - column)
            return parts.enumerated().map { index, part in
                let before = index == 0 ? name : ""
                return before + String(repeating: " ", count: column - DisplayWidth.of(before)) + part
            }
        }
    }

    /// Those that stand alone, by kind and name, each followed by what builds on it.
    private func nested(_ entries: [ScenarioLibrary.Entry]) -> [(entry: ScenarioLibrary.Entry, depth: Int)] {
        let ids = Set(entries.map(\.id))
        var rows: [(entry: ScenarioLibrary.Entry, depth: Int)] = []
        func add(_ entry: ScenarioLibrary.Entry, _ depth: Int) {
            rows.append((entry, depth))
            // A scenario that builds on itself does not load; it must not hang the list either.
            guard depth < 8 else { return }
            for variant in entries where variant.base == entry.id { add(variant, depth + 1) }
        }
        for kind in [Scenario.Kind.municipality, .region, .pathway, nil] {
            for entry in entries where entry.kind == kind && !(entry.base.map(ids.contains) ?? false) { add(entry, 0) }
        }
        return rows
    }
}
