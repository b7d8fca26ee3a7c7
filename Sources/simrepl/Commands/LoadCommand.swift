import Scenarios

extension Command {
    static let load = Command(
        "load", "åbn", .model,
        parameters: [Parameter("scenario", Texts.placeholderScenario, .scenario)],
        summary: Texts.loadSummary, details: Texts.loadDetails, examples: ["load", "load kommune"]
    ) { invocation, session throws(CommandFailure) in
        guard let name = invocation["scenario"] else {
            session.console.print(
                ScenarioList(library: session.library, language: session.language).lines(session.console))
            return
        }
        switch try session.readAny(name.text) {
        case .scenario(let scenario):
            session.open(scenario)
            session.report(scenario.warnings, of: scenario)
            session.console.printWrapped(session.say(Texts.loaded(title: scenario.safeTitle, id: scenario.id)))
        case .result(let file, let scenario): session.show(file, of: scenario)
        }
    }

    static let validate = Command(
        "validate", "valider", .model,
        parameters: [Parameter("scenario", Texts.placeholderScenario, .scenario, repeats: true)],
        summary: Texts.validateSummary, details: Texts.validateDetails, examples: ["validate kommune"]
    ) { invocation, session throws(CommandFailure) in
        let names = invocation.all("scenario").map(\.text)
        let all = names.isEmpty ? session.library.ids + session.library.caseIDs : names
        guard !all.isEmpty else {
            session.console.printError(session.say(Texts.noShippedScenarios))
            throw .said(.failed)
        }
        var worst = ExitStatus.done
        for name in all {
            if Interrupt.isRequested { throw .interrupted }
            let shown = Escaping.terminalSafe(name)
            do throws(CommandFailure) {
                if session.library.isCaseFile(name), ScenarioLibrary.isFile(name) || !session.library.ids.contains(name)
                {
                    try session.validateCase(name, shown: shown, isThorough: !names.isEmpty)
                    continue
                }
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

extension Session {
    /// Shows a saved result again, and takes it for the last one.
    ///
    /// Nothing is opened, so that no change is lost. A session with nothing loaded takes up the result's scenario.
    func show(_ file: ResultFile, of scenario: Scenario?) {
        guard let scenario else {
            console.printWrapped(say(Texts.savedScenarioChanged(file.scenarioID)))
            console.print(SavedResultList(file: file, language: language).lines(console))
            return
        }
        if loaded == nil { open(scenario) }
        var report = RunReport(file, of: scenario)
        report.isStale = loaded?.hash != scenario.hash
        lastRun = report
        lastReport = report
        lastFinding = .run(report)
        print(report, format: "table")
    }
}

extension Scenario {
    /// The title without anything that could disturb a terminal.
    var safeTitle: Text { title.safe }
}
