import PathwaySim
import Scenarios

/// A scenario on one page of Markdown, made from its own texts and numbers: docs/scenarios is written by it.
struct ScenarioPage {
    let scenario: Scenario
    /// What it builds on, as shipped; nil when it stands alone.
    let base: Scenario?
    let language: Language

    init(_ scenario: Scenario, library: ScenarioLibrary, language: Language) {
        self.scenario = scenario
        self.language = language
        base = library.base(of: scenario.id).flatMap { try? library.load($0) }
    }

    func markdown() -> String {
        var parts = ["# " + escaped(scenario.title)]
        if let notice = scenario.notice { parts.append("**\(escaped(notice)).**") }
        if let description = scenario.description { parts.append(escaped(description)) }
        let days = Texts.plural(Int(scenario.model.horizon.days.rounded()), da: "dag", "dage", en: "day", "days")
        parts.append(
            "`\(scenario.id)` · "
                + Texts.periodOf(start: DateFormat.long(scenario.model.start), days: days)[language])
        parts += changes() + pathway() + offers() + deadlines() + outcomes() + numbers()
        parts += [
            heading(Texts.pageTry),
            "```\n" + Texts.pageCommands(scenario.id, base: base?.id)[language] + "\n```",
        ]
        return parts.joined(separator: "\n\n") + "\n"
    }

    // MARK: Parts

    /// What it changes of its base, with the numbers before and after.
    private func changes() -> [String] {
        guard let base else { return [] }
        let before = Dictionary(base.settings.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        let after = Dictionary(scenario.settings.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        var rows: [[String]] = []
        for setting in scenario.settings where isForReaders(setting) {
            if let old = before[setting.path] {
                if old.value != setting.value { rows.append([escaped(setting.label), value(old), value(setting)]) }
            } else if !setting.path.hasPrefix("steps."), !setting.isStandard {
                rows.append([escaped(setting.label), NumberFormat.undefined, value(setting)])
            }
        }
        let added = scenario.model.steps.map(\.name).filter { name in !base.model.steps.contains { $0.name == name } }
        for step in added {
            rows.append([escaped(scenario.labels.text(.steps, step)), NumberFormat.undefined, Texts.pageNew[language]])
        }
        for setting in base.settings where after[setting.path] == nil && setting.path.hasPrefix("parameters.") {
            rows.append([escaped(setting.label), value(setting), NumberFormat.undefined])
        }
        let link = "[\(escaped(base.title))](\(base.id).md)"
        var parts = [heading(Texts.pageChanges), Texts.pageBuildsOn(link)[language]]
        if !rows.isEmpty {
            parts.append(table([Texts.pageWhat, Texts.pageBefore, Texts.pageNow], rows))
        }
        return parts
    }

    /// Numbers, lengths of time and words; not the rules by which steps hang together, which the diagram shows.
    private func isForReaders(_ setting: Setting) -> Bool {
        switch setting.form {
        case .condition, .expression, .route, .reference, .event, .attributeValue, .string, .text: return false
        default:
            let wiring = [".rules.", ".arms.", ".probabilities.", ".choose.", ".cases."]
            return !wiring.contains { setting.path.contains($0) }
        }
    }

    private func pathway() -> [String] {
        let pathway = PathwayBuilder.pathway(of: scenario, language: language)
        if let base {
            let same = PathwayBuilder.pathway(of: base, language: language)
            if Self.steps(same) == Self.steps(pathway), same.lanes == pathway.lanes {
                return [heading(Texts.pagePathway), Texts.pageSamePathway("\(base.id).md")[language]]
            }
        }
        let diagram = PathwayMermaid(pathway: pathway, language: language).text()
        return [heading(Texts.pagePathway), "```mermaid\n\(diagram)```"]
    }

    /// What a pathway is made of, wherever citizens come from.
    private static func steps(_ pathway: Pathway) -> [String] {
        let ways = pathway.ways.filter { pathway.nodes[$0.from].id != nil }.map { way in
            "\(pathway.nodes[way.from].id ?? "") \(way.label ?? "") \(pathway.nodes[way.to].id ?? "")"
        }
        return ways.sorted() + pathway.nodes.filter { $0.id != nil }.map(\.label).sorted()
    }

    private func offers() -> [String] {
        guard !scenario.offers.isEmpty else { return [] }
        let rows = scenario.offers.map { offer in
            [
                escaped(offer.label), escaped(offer.targetGroup), escaped(offer.evidence),
                Texts.offerUntil(offer.until)[language],
            ]
        }
        return [
            heading(Texts.pageOffers),
            table([Texts.pageOffer, Texts.offerTargetGroup, Texts.offerEvidence, Texts.offerTime], rows),
        ]
    }

    private func deadlines() -> [String] {
        guard !scenario.deadlines.isEmpty else { return [] }
        let rows = scenario.deadlines.map { deadline in
            [
                escaped(deadline.label), binds(deadline),
                deadline.provenance.map { origin($0.kind, $0.text) } ?? NumberFormat.undefined,
            ]
        }
        return [heading(Texts.showDeadlines), table([Texts.pageDeadline, Texts.pageBinds, Texts.pageFrom], rows)]
    }

    /// What binds, and when it applies if that is bounded.
    private func binds(_ deadline: DeadlineInfo) -> String {
        let kind = Texts.deadlineKind(deadline.kind)[language]
        let valid = Texts.valid(
            from: deadline.validFrom.map(DateFormat.long), to: deadline.validTo.map(DateFormat.long))
        return valid.map { "\(kind), \($0[language])" } ?? kind
    }

    private func outcomes() -> [String] {
        let ids = scenario.document["outcomes"]?.object?.keys ?? []
        guard !ids.isEmpty else { return [] }
        return [
            heading(Texts.showOutcomes),
            ids.map { "- " + escaped(scenario.labels.text(.outcomes, $0)) }.joined(separator: "\n"),
        ]
    }

    /// The parameters, and how much of all numbers is assumed.
    private func numbers() -> [String] {
        let all = scenario.provenance
        let assumed = all.count { $0.kind == .assumption }
        let command = Texts.pageAssumptions(scenario.id)[language]
        let rows = all.filter { $0.path.hasPrefix("parameters.") && !$0.path.contains(".range") }.map { entry in
            [escaped(entry.label), "`\(code(entry.written(language)))`", origin(entry.kind, entry.text)]
        }
        var parts = [heading(Texts.pageNumbers), Texts.pageShare(assumed, of: all.count, command: command)[language]]
        if !rows.isEmpty { parts.append(table([Texts.pageNumber, Texts.pageValue, Texts.pageFrom], rows)) }
        return parts
    }

    // MARK: Words

    private func heading(_ text: Text) -> String { "## " + text[language] }

    private func table(_ titles: [Text], _ rows: [[String]]) -> String {
        let caption = scenario.notice.map { "*\(escaped($0))*\n\n" } ?? ""
        let head = "| " + titles.map { $0[language] }.joined(separator: " | ") + " |\n|"
        return caption + head + String(repeating: " --- |", count: titles.count) + "\n"
            + rows.map { "| " + $0.joined(separator: " | ") + " |" }.joined(separator: "\n")
    }

    private func origin(_ kind: Provenance.Kind, _ text: Text) -> String {
        (kind == .source ? Texts.provenanceSource : Texts.provenanceAssumption)[language] + ": " + escaped(text)
    }

    private func value(_ setting: Setting) -> String {
        let unit = setting.unit.map { " " + $0[language] } ?? ""
        let text = setting.value.string ?? JSONWriter.line(setting.value)
        return "`\(code(text.count > 80 ? text.prefix(80) + "…" : text))`" + unit
    }

    private func code(_ text: String) -> String {
        Escaping.terminalSafe(text).replacing("`", with: "'").replacing("|", with: "\\|")
    }

    private func escaped(_ text: Text) -> String { MarkdownText.escaped(Escaping.terminalSafe(text[language])) }
}
