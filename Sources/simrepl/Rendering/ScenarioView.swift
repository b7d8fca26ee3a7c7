import PathwaySim
import Scenarios

/// A scenario or a part of it, for the screen.
struct ScenarioView {
    let scenario: Scenario
    let language: Language
    let width: Int
    /// Makes a heading stand out where that is possible.
    let heading: (String) -> String

    // MARK: Overview

    func overview() -> [String] {
        let model = scenario.model
        var lines = DisplayWidth.wrapped(scenario.safeTitle[language] + " (\(scenario.id))", to: width).map(heading)
        if let description = scenario.description { lines += paragraph(description) }
        let days = Texts.plural(Int(model.horizon.days.rounded()), da: "dag", "dage", en: "day", "days")
        lines += ["", heading(Texts.showPeriod[language])]
        lines += paragraph(Texts.periodOf(start: DateFormat.long(model.start), days: days), indent: "  ")
        lines += things(Texts.showSources, .sources, model.sources.map(\.name).filter { !isCase($0) })
        lines += things(Texts.showSteps, .steps, model.steps.map(\.name))
        lines += resources()
        lines += things(Texts.showDeadlines, .deadlines, model.deadlines.map(\.name))
        lines += things(Texts.showOutcomes, .outcomes, scenario.document["outcomes"]?.object?.keys ?? [])
        lines += things(Texts.showCitizens, .cases, scenario.cases.map(\.id))
        let assumed = scenario.provenance.count { $0.kind == .assumption }
        lines.append("")
        lines += paragraph(Texts.numbersBehind(assumed: assumed, sourced: scenario.provenance.count - assumed))
        return lines
    }

    private func isCase(_ source: String) -> Bool {
        scenario.model.sources.contains { candidate in
            guard candidate.name == source, case .cases = candidate.process else { return false }
            return true
        }
    }

    private func things(_ title: Text, _ section: Labels.Section, _ ids: [String]) -> [String] {
        guard !ids.isEmpty else { return [] }
        var table = TextTable(
            columns: [.init(title: ""), .init(title: "", mayShrink: true, wraps: true)], decimalMark: ".")
        for id in ids { table.add("  " + id, label(section, id)) }
        return ["", heading(title[language])] + table.lines(width: width)
    }

    private func resources() -> [String] {
        let resources = scenario.model.resources
        guard !resources.isEmpty else { return [] }
        var table = TextTable(
            columns: [
                .init(title: ""), .init(title: "", mayShrink: true, wraps: true), .init(title: "", alignment: .left),
            ],
            decimalMark: ".")
        for resource in resources {
            table.add("  " + resource.name, label(.resources, resource.name), capacity(resource))
        }
        return ["", heading(Texts.showResources[language])] + table.lines(width: width)
    }

    private func capacity(_ resource: Resource) -> String {
        switch resource.kind {
        case .servers(let servers):
            Texts.plural(servers.capacity, da: "plads", "pladser", en: "unit", "units")[language]
        case .slots(let plan): Texts.slotsAWeek(plan.slotsPerWeek)[language]
        }
    }

    // MARK: Provenance

    /// Every number of a kind with its reason.
    func provenance(_ kind: Provenance.Kind) -> [String] {
        let entries = scenario.provenance.filter { $0.kind == kind }
        guard !entries.isEmpty else { return [Texts.nothingToShow[language]] }
        var lines = paragraph(Texts.provenanceCount(kind, entries.count, of: scenario.provenance.count))
        for group in ProvenanceGroup.groups(of: entries, language) {
            lines += DisplayWidth.wrapped("  \(group.label): \(group.values)", to: width, indent: "    ")
            lines += DisplayWidth.wrapped("    " + group.paths, to: width, indent: "    ")
            lines += DisplayWidth.wrapped("    " + group.reason, to: width, indent: "    ")
        }
        return lines
    }

    private func entryLines(_ entry: ProvenanceEntry) -> [String] {
        let value = Escaping.terminalSafe("\(entry.path) = \(entry.written(language))")
        let word = (entry.kind == .source ? Texts.provenanceSource : Texts.provenanceAssumption)[language]
        return DisplayWidth.wrapped(value, to: width, indent: "    ")
            + DisplayWidth.wrapped(
                "  \(word): " + Escaping.terminalSafe(entry.text[language]), to: width, indent: "    ")
    }

    // MARK: A part

    /// The value at a path as JSON, then where its numbers come from.
    func part(at path: JSONPath) -> [String] {
        guard let node = try? scenario.document.node(at: path) else { return [] }
        let text = path.description
        var lines = ["\(text) ="]
        // Line by line: the layout's own line breaks are wanted, control characters of a text are not.
        lines += JSONWriter.pretty(node, width: max(20, width - 2)).split(separator: "\n").map {
            "  " + Escaping.terminalSafe(String($0))
        }
        let entries = scenario.provenance.filter { $0.path == text || $0.path.hasPrefix(text + ".") }
        return lines + entries.flatMap(entryLines)
    }

    private func label(_ section: Labels.Section, _ id: String) -> String {
        let label = scenario.labels.text(section, id)[language]
        return label == id ? "" : Escaping.terminalSafe(label)
    }

    private func paragraph(_ text: Text, indent: String = "") -> [String] {
        DisplayWidth.wrapped(indent + Escaping.terminalSafe(text[language]), to: width, indent: indent)
    }
}
