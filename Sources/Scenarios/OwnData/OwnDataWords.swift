internal import PathwaySim

/// The words a scenario has for what own data are about, and what they mean in it.
struct OwnDataWords: Sendable {
    /// A thing with its label.
    struct Thing: Hashable, Sendable {
        var id: String
        var label: Text
    }

    /// Sources whose arrivals can be counted.
    let sources: [Thing]
    /// What several sources have before the colon of their labels, with the sources.
    let groups: [(label: Text, sources: [String])]
    /// Steps at which citizens wait.
    let steps: [Thing]
    /// Offers in groups.
    let offers: [Thing]
    /// Staff whose time is a number of conversations.
    let talks: [Thing]
    /// Staff who lead groups or are called in.
    let others: [Thing]
    /// Tells names of persons from the words of the scenario and its labels.
    let names: NameFinder

    init(_ scenario: Scenario) {
        func thing(_ section: Labels.Section, _ id: String) -> Thing {
            Thing(id: id, label: scenario.labels.text(section, id))
        }
        sources = scenario.model.sources.compactMap { source in
            guard case .poisson = source.process else { return nil }
            return thing(.sources, source.name)
        }
        steps = scenario.model.steps.compactMap { step in
            switch step.action {
            case .appointment, .course, .service: thing(.steps, step.name)
            default: nil
            }
        }
        offers = scenario.model.steps.compactMap { step in
            guard case .course(let course) = step.action, course.maximum > 1 else { return nil }
            return thing(.steps, step.name)
        }
        talks = scenario.model.resources.compactMap { resource in
            guard case .slots = resource.kind else { return nil }
            return thing(.resources, resource.name)
        }
        others = scenario.model.resources.compactMap { resource in
            guard case .servers = resource.kind, !resource.isPlace else { return nil }
            return thing(.resources, resource.name)
        }
        var groups: [(label: Text, sources: [String])] = []
        for source in sources {
            let label = Text(da: Self.beforeColon(source.label.da), en: Self.beforeColon(source.label.en))
            guard label.da != source.label.da else { continue }
            if let index = groups.firstIndex(where: { $0.label == label }) {
                groups[index].sources.append(source.id)
            } else {
                groups.append((label, [source.id]))
            }
        }
        self.groups = groups.filter { $0.sources.count > 1 }
        let labels = (sources + steps + offers + talks + others).flatMap { [$0.label.da, $0.label.en] }
        var known = Set(labels.flatMap { CellText.folded($0).split { !$0.isLetter }.map(String.init) })
        Self.addWords(of: scenario.document, to: &known)
        names = NameFinder(known: known, labels: labels)
    }

    /// The words that a document's texts write in small letters: ordinary words, so that they are no name with a capital
    /// either. O(document).
    private static func addWords(of node: JSONNode, to known: inout Set<String>) {
        for member in node.object?.members ?? [] { addWords(of: member.value, to: &known) }
        for element in node.array ?? [] { addWords(of: element, to: &known) }
        for word in node.string?.split(whereSeparator: { !$0.isLetter }) ?? [] where word.first?.isLowercase ?? false {
            known.insert(CellText.folded(String(word)))
        }
    }

    private static func beforeColon(_ text: String) -> String { String(text.prefix { $0 != ":" }) }

    /// The thing a cell names, by label in either language or by id.
    static func find(_ word: String, among things: [Thing]) -> Thing? {
        let key = CellText.folded(word)
        return things.first { thing in
            [thing.id, thing.label.da, thing.label.en].contains { CellText.folded($0) == key }
        }
    }

    /// The sources a cell names: one, or several that share what is before the colon.
    func sources(named word: String) -> [String] {
        if let one = Self.find(word, among: sources) { return [one.id] }
        let key = CellText.folded(word)
        return groups.first { CellText.folded($0.label.da) == key || CellText.folded($0.label.en) == key }?.sources
            ?? []
    }
}
