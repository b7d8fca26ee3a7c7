import PathwaySim
import Scenarios

/// Why the engine could not do a scenario: its errors, with the words people use.
enum EngineProblem: DiagnosticFacts {
    case model(ModelError)
    case simulation(SimulationError, start: CivilDate)

    var code: DiagnosticCode {
        switch self {
        case .model: .modelRefused
        case .simulation: .simulationStopped
        }
    }

    var text: Text {
        switch self {
        case .model(let error): Texts.model(error)
        case .simulation(let error, let start): Texts.simulation(error, clock: CivilClock(start: start))
        }
    }
}
