import Scenarios

extension Command {
    static let show = Command(
        "show", "vis", .model, parameters: [Parameter("what", Texts.placeholderView, .shown)],
        summary: Texts.showSummary, details: Texts.showDetails,
        examples: ["show", "show resources.clarifier", "show assumptions"]
    ) { invocation, session throws(CommandFailure) in
        let scenario = try session.scenario()
        let console = session.console
        let view = ScenarioView(
            scenario: scenario, language: session.language, width: console.width, heading: console.heading)
        guard let word = invocation["what"] else {
            console.print(view.overview())
            return
        }
        if let list = ShownView.named(word.text) {
            console.print(view.provenance(list.kind))
        } else {
            let path = try session.path(word, in: invocation.line)
            console.print(view.part(at: path))
        }
    }
}

/// What `show` can show besides paths.
enum ShownView: String, CaseIterable {
    case assumptions, sources

    var kind: Provenance.Kind {
        switch self {
        case .assumptions: .assumption
        case .sources: .source
        }
    }

    var alias: String {
        switch self {
        case .assumptions: "antagelser"
        case .sources: "kilder"
        }
    }

    static func named(_ word: String) -> ShownView? {
        let key = Suggestions.folded(word)
        return allCases.first { Suggestions.folded($0.rawValue) == key || Suggestions.folded($0.alias) == key }
    }

    func name(in language: Language) -> String { language == .da ? alias : rawValue }
}
