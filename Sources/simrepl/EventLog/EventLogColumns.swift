import PathwaySim
import Scenarios

/// The columns of an event log, and what each means.
struct EventLogColumns {
    private let scenario: Scenario
    private static let fixed: [(name: String, meaning: Text)] = [
        ("citizen", Texts.columnLogCitizen), ("activity", Texts.columnLogActivity),
        ("lifecycle", Texts.columnLogLifecycle), ("timestamp", Texts.columnLogTimestamp),
        ("resource", Texts.columnLogResource), ("event", Texts.columnLogEvent), ("step", Texts.columnLogStep),
        ("detail", Texts.columnLogDetail), ("waitedDays", Texts.columnLogWaited), ("source", Texts.columnLogSource),
        ("counted", Texts.columnLogCounted),
    ]

    init(_ scenario: Scenario) { self.scenario = scenario }

    var names: [String] { Self.fixed.map(\.name) + attributes }

    /// The citizen's attributes by their ids; one called as a column of its own gets a name in front.
    var attributes: [String] {
        scenario.model.attributes.map { attribute in
            Self.fixed.contains { $0.name == attribute.name } ? "attribute.\(attribute.name)" : attribute.name
        }
    }

    /// The data dictionary, as Markdown.
    func dictionary(seed: UInt64, replication: Int, _ language: Language) -> String {
        var paper = Paper(title: Texts.logDictionaryTitle(scenario.safeTitle)[language], language: language.rawValue)
        paper.blocks.append(.paragraph(Texts.logDictionaryIntroduction[language]))
        var rows = Self.fixed.map { [$0.name, $0.meaning[language]] }
        for (name, attribute) in zip(attributes, scenario.model.attributes) {
            let label = scenario.labels.text(.attributes, attribute.name).safe[language]
            rows.append([name, Texts.columnLogAttribute(label, values: Self.values(attribute.kind))[language]])
        }
        paper.part(
            Texts.logColumns[language],
            [.table(head: [Texts.logColumn[language], Texts.logMeaning[language]], rows: rows)])
        paper.part(
            Texts.logEvents[language],
            [
                .table(
                    head: ["event", "lifecycle", Texts.logMeaning[language]],
                    rows: Texts.logEventMeanings.map { [$0.event, $0.lifecycle, $0.meaning[language]] })
            ])
        let footer = Texts.logFooter(
            id: scenario.id, hash: scenario.hash.hex, seed: seed, replication: replication, version: Version.current)
        paper.blocks.append(.paragraph(footer[language]))
        return PaperMarkdown.text(paper)
    }

    private static func values(_ kind: Attribute.Kind) -> String? {
        switch kind {
        case .number: nil
        case .boolean: "true, false"
        case .category(let names): Escaping.terminalSafe(names.joined(separator: ", "))
        }
    }
}
