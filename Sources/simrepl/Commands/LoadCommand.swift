import Scenarios

extension Command {
    static let load = Command(
        "load", "åbn", .model,
        parameters: [Parameter("scenario", Texts.placeholderScenario, .scenario)],
        summary: Texts.loadSummary, details: Texts.loadDetails, examples: ["load", "load kommune"]
    ) { invocation, session throws(CommandFailure) in
        guard let name = invocation["scenario"] else {
            session.console.print(ScenarioList(session.library, language: session.language).lines(session.console))
            return
        }
        let scenario = try session.read(name.text)
        session.open(scenario)
        session.report(scenario.warnings, of: scenario)
        session.console.printWrapped(session.say(Texts.loaded(title: scenario.safeTitle, id: scenario.id)))
    }

    static let validate = Command(
        "validate", "valider", .model,
        parameters: [Parameter("scenario", Texts.placeholderScenario, .scenario, repeats: true)],
        summary: Texts.validateSummary, details: Texts.validateDetails, examples: ["validate kommune"]
    ) { invocation, session throws(CommandFailure) in
        let names = invocation.all("scenario").map(\.text)
        let all = names.isEmpty ? session.library.ids : names
        guard !all.isEmpty else {
            session.console.printError(session.say(Texts.noShippedScenarios))
            throw .said(.failed)
        }
        var worst = ExitStatus.done
        for name in all {
            if Interrupt.isRequested { throw .interrupted }
            let shown = Escaping.terminalSafe(name)
            do throws(CommandFailure) {
                let scenario = try session.read(name)
                session.report(scenario.warnings, of: scenario)
                // What the format allows the engine may still refuse.
                _ = try session.compile(scenario)
                session.console.print(session.say(Texts.scenarioIsSound(shown)))
            } catch {
                guard case .findings(let diagnostics, _) = error else { throw error }
                session.report(error)
                let count = diagnostics.count { $0.severity == .error }
                session.console.print(session.say(Texts.scenarioHasProblems(shown, count)))
                worst = .failed
            }
        }
        if worst != .done { throw .said(worst) }
    }
}

/// The shipped scenarios with their titles.
struct ScenarioList {
    let library: ScenarioLibrary
    let language: Language

    init(_ library: ScenarioLibrary, language: Language) {
        self.library = library
        self.language = language
    }

    func lines(_ console: Console) -> [String] {
        let entries = library.entries()
        guard !entries.isEmpty else { return [Texts.noShippedScenarios[language]] }
        var table = TextTable(columns: [.init(title: ""), .init(title: "", mayShrink: true)], decimalMark: ".")
        for entry in entries {
            table.add("  " + entry.id, Escaping.terminalSafe(entry.title?[language] ?? ""))
        }
        return [console.heading(Texts.shippedScenarios[language])] + table.lines(width: console.width)
    }
}

extension Scenario {
    /// The title without anything that could disturb a terminal.
    var safeTitle: Text { title.safe }
}
