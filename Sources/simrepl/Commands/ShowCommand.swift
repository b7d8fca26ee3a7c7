import Foundation
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
            Option("force", help: Texts.optionForce),
        ],
        summary: Texts.showSummary, details: Texts.showDetails,
        examples: [
            "show", "show resources.clarifier", "show assumptions", "show scenarios", "show offers",
            "show diagram --format mermaid",
        ]
    ) { invocation, session throws(CommandFailure) in
        let list = invocation["what"].flatMap { ShownView.named($0.text) }
        if list == .scenarios {
            session.console.print(ScenarioList(session.library, language: session.language).lines(session.console))
            return
        }
        let scenario =
            if let name = invocation["scenario"] { try session.read(name.text) } else { try session.scenario() }
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
        case (.diagram, _): try session.showDiagram(of: scenario, invocation)
        case (_, let word?): console.print(view.part(at: try session.path(word, of: scenario, in: invocation.line)))
        case (_, nil): console.print(view.overview())
        }
    }
}

extension Session {
    /// Writes the pathway of a scenario to the screen, or to a file whose ending says how.
    fileprivate func showDiagram(of scenario: Scenario, _ invocation: Invocation) throws(CommandFailure) {
        let pathway = PathwayBuilder.pathway(of: scenario, language: language)
        let file = invocation["to"]
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
        guard let file else {
            console.write(text)
            return
        }
        let place = invocation.line.place(of: file)
        if FileManager.default.fileExists(atPath: file.text), !invocation.has("force") {
            throw .failed(.fileExists(file.text), place)
        }
        if let code = AtomicFile.write(text, to: file.text) {
            throw .failed(.unwritableOutput(name: file.text, reason: Texts.writeError(code)), place)
        }
        console.printWrapped(say(Texts.written(file.text)))
    }
}

/// What `show` can show besides paths.
enum ShownView: String, CaseIterable {
    case assumptions, sources, scenarios, diagram, offers, page

    var alias: String {
        switch self {
        case .assumptions: "antagelser"
        case .sources: "kilder"
        case .scenarios: "scenarier"
        case .diagram: "diagram"
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
