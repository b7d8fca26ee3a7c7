import Foundation
import PathwaySim
import Scenarios

extension Session {
    /// Asks the person at the keyboard, or takes the next line of a pipe or script.
    func answer(_ prompt: String) -> InputEvent {
        if source == nil { source = openSource?() }
        let event = source?.readLine(prompt: prompt) ?? .endOfInput
        beginPage()
        if event == .interrupted { Interrupt.clear() }
        if case .line(let answer) = event { history.answered(answer) }
        return event
    }

    /// Begins a walk; the citizen moves in the open scenario where the case belongs there, with all that was set.
    func begin(_ reference: String, seed: UInt64) throws(CommandFailure) -> WalkState {
        let loadedCase: LoadedCase
        do throws(LoadFailure) {
            loadedCase = try library.loadCase(reference, in: loaded)
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
        if let loaded, loadedCase.scenario.id != loaded.id {
            console.printWrapped(say(Texts.walkInOwnScenario(loadedCase.scenario.title.safe)))
        }
        let walk = Walk(loadedCase, seed: seed, isCancelled: { Interrupt.isRequested })
        return WalkState(reference: reference, walk: walk)
    }

    /// How far a walk gets.
    func play(_ state: WalkState) throws(CommandFailure) -> Walk.Play {
        do throws(WalkFailure) {
            return try state.play()
        } catch {
            throw failure(error, of: state.walk)
        }
    }

    func failure(_ error: WalkFailure, of walk: Walk) -> CommandFailure {
        switch error {
        case .model(let error): .findings([walk.scenario.finding(error)], walk.scenario.files)
        case .simulation(.cancelled): .interrupted
        case .simulation(let error): .engine(.simulation(error, start: walk.scenario.model.start))
        case .problem(let problem): .findings([Diagnostic(problem)], walk.scenario.files)
        }
    }

    /// Keeps a walk for `walk --resume`, here and on disk.
    func keep(_ state: WalkState) {
        walk = state
        walkFile?.write(state)
    }
}

extension Session {
    /// Checks a case by reading it and walking it in its own scenario.
    ///
    /// - Parameter isThorough: whether every choice is tried, or only what the sources recommend.
    func validateCase(_ name: String, shown: String, isThorough: Bool) throws(CommandFailure) {
        let loadedCase: LoadedCase
        do throws(LoadFailure) {
            loadedCase = try library.loadCase(name)
        } catch {
            throw .findings(error.diagnostics, error.files)
        }
        let walk = Walk(loadedCase, isCancelled: { Interrupt.isRequested })
        do throws(WalkFailure) {
            guard isThorough else {
                _ = try walk.play(answers: [:])
                console.print(say(Texts.scenarioIsSound(shown)))
                return
            }
            let trial = try walk.tryEveryChoice()
            if !trial.unreached.isEmpty {
                report(CaseProblem.neverReached(trial.unreached), at: nil)
            }
            console.print(say(Texts.caseIsSound(shown, stops: walk.file.stops.count, plays: trial.plays)))
        } catch {
            throw failure(error, of: walk)
        }
    }
}
