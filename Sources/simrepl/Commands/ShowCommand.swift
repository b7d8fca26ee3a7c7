import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let show = Command(
        "show", "vis", .model,
        parameters: [
            Parameter("what", Texts.placeholderView, .shown),
            Parameter("scenario", Texts.placeholderScenario, .scenario),
        ],
        options: [
            Option(
                "format", Text(same: "text|mermaid|svg"), .word(["text", "mermaid", "svg"]),
                help: Texts.optionDiagramFormat),
            Option("to", Texts.placeholderFile, .file, help: Texts.optionTo),
            Option("force", help: Texts.optionForce), Option("all", help: Texts.optionShowAll),
        ],
        summary: Texts.showSummary, details: Texts.showDetails,
        examples: [
            "show", "show resources.clarifier", "show assumptions", "show scenarios", "show offers",
            "show diagram --format mermaid", "run --replications 2; show flow",
        ]
    ) { invocation, session throws(CommandFailure) in
        let list = invocation["what"].flatMap { ShownView.named($0.text) }
        if list == .scenarios {
            let list = ScenarioList(
                library: session.library, language: session.language, showsMethod: invocation.has("all"))
            session.console.print(list.lines(session.console))
            return
        }
        // A picture's name after what is drawn is where it goes, not a scenario.
        var drawing: Token?
        if list == .diagram || list == .flow, let word = invocation["scenario"],
            [".svg", ".mmd"].contains(where: word.text.lowercased().hasSuffix)
        {
            drawing = word
        }
        let scenario =
            if drawing == nil, let name = invocation["scenario"] { try session.read(name.text) } else {
                try session.scenario()
            }
        let console = session.console
        let view = ScenarioView(
            scenario: scenario, language: session.language, width: console.width, heading: console.heading)
        switch (list, invocation["what"]) {
        case (.assumptions, _): console.print(view.provenance(.assumption))
        case (.sources, _): console.print(view.provenance(.source))
        case (.offers, _):
            console.print(
                OfferList(
                    scenario: scenario, language: session.language, width: console.width, heading: console.heading
                ).lines())
        case (.page, _):
            console.write(
                ScenarioPage(scenario, library: session.library, language: session.language).markdown())
        case (.diagram, _), (.flow, _): try session.showDiagram(of: scenario, invocation, to: drawing)
        case (nil, let word?) where !invocation.has("scenario") && session.isScenario(word, beside: scenario):
            let other = try session.read(word.text)
            console.print(
                ScenarioView(
                    scenario: other, language: session.language, width: console.width, heading: console.heading
                ).overview())
        case (_, let word?): console.print(view.part(at: try session.path(word, of: scenario, in: invocation.line)))
        case (_, nil): console.print(view.overview())
        }
    }
}

extension Session {
    /// Whether a word names a scenario rather than a part of the one that is loaded.
    fileprivate func isScenario(_ word: Token, beside scenario: Scenario) -> Bool {
        guard scenario.document.node(at: word.text) == nil else { return false }
        return library.ids.contains(word.text) || ScenarioLibrary.isFile(word.text)
    }

    /// Writes the pathway of a scenario to the screen, or to a file whose ending says how.
    fileprivate func showDiagram(
        of scenario: Scenario, _ invocation: Invocation, to drawing: Token?
    ) throws(CommandFailure) {
        let isFlow = invocation["what"].flatMap { ShownView.named($0.text) } == .flow
        let run = isFlow ? try flowRun(of: scenario, invocation, isNamed: drawing == nil) : nil
        let pathway = PathwayBuilder.pathway(
            of: run?.scenario ?? scenario, language: language, counts: run?.result.ways ?? [])
        let file = invocation["to"] ?? drawing
        let format =
            invocation["format"]?.text
            ?? (file?.text.hasSuffix(".svg") == true ? "svg" : file == nil ? "text" : "mermaid")
        let text =
            switch format {
            case "svg": PathwaySVG(pathway: pathway, language: language).svg()
            case "mermaid": PathwayMermaid(pathway: pathway, language: language).text()
            default:
                PathwayText(
                    pathway: pathway, language: language, width: file == nil ? console.width : 80,
                    heading: file == nil ? console.heading : { $0 }
                ).lines().joined(separator: "\n") + "\n"
            }
        let note = run.map { say(Texts.flowMeans($0.result.replications)) }
        guard let file else {
            console.write(text)
            if let note, format == "text" {
                console.print()
                console.printWrapped(note)
                if run?.isStale ?? false { console.printWrapped(say(Texts.resultIsOld)) }
            }
            return
        }
        let place = invocation.line.place(of: file)
        try write(text, to: file.text, at: place, replacing: invocation.has("force"))
        console.printWrapped(say(Texts.written(file.text)))
    }
}

extension Session {
    /// The run whose citizens are counted on the ways: the last one, and of the named scenario when one is named.
    fileprivate func flowRun(
        of scenario: Scenario, _ invocation: Invocation, isNamed: Bool
    ) throws(CommandFailure) -> RunReport {
        let place = invocation["what"].map { invocation.line.place(of: $0) }
        guard var report = lastReport else { throw .failed(.nothingForFlow, place) }
        if isNamed, invocation.has("scenario"), report.scenario.hash != scenario.hash {
            throw .failed(.noFlowOf(scenario.id), invocation["scenario"].map { invocation.line.place(of: $0) })
        }
        guard !report.result.ways.isEmpty else { throw .failed(.flowWithoutCounts, place) }
        if let lastRun, let loaded, lastRun.scenario.hash == report.scenario.hash {
            report.isStale = loaded.hash != report.scenario.hash
        }
        return report
    }
}

/// What `show` can show besides paths.
enum ShownView: String, CaseIterable {
    case assumptions, sources, scenarios, diagram, flow, offers, page

    var alias: String {
        switch self {
        case .assumptions: "antagelser"
        case .sources: "kilder"
        case .scenarios: "scenarier"
        case .diagram: "diagram"
        case .flow: "forløb"
        case .offers: "tilbud"
        case .page: "side"
        }
    }

    static func named(_ word: String) -> ShownView? {
        let key = Suggestions.folded(word)
        return allCases.first { Suggestions.folded($0.rawValue) == key || Suggestions.folded($0.alias) == key }
    }

    func name(in language: Language) -> String { language == .da ? alias : rawValue }
}
