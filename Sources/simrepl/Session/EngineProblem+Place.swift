import PathwaySim
import Scenarios

extension Scenario {
    /// The engine's refusal as a finding that points into the scenario's file: at the part it names, else at its start.
    func finding(_ error: ModelError) -> Diagnostic {
        for name in error.places {
            let sections = [
                "", "steps.", "resources.", "sources.", "attributes.", "deadlines.", "intervals.", "cases.",
            ]
            for path in sections.map({ $0 + name }) {
                guard let node = document.node(at: path), node.span != .generated else { continue }
                return Diagnostic(EngineProblem.model(error), span: node.span, path: path)
            }
        }
        return Diagnostic(EngineProblem.model(error), span: document.span == .generated ? nil : document.span)
    }
}

extension ModelError {
    /// Names of the parts it is about, the narrowest first.
    fileprivate var places: [String] {
        switch self {
        case .unknown(_, _, let place), .outOfRange(_, let place, _), .badRoute(let place):
            [place, String(place.prefix { $0 != "." })]
        case .duplicate(_, let name), .collision(let name, _), .seizedAndBooked(let name): [name]
        case .neverEnough(let resource, let step, _), .wrongKind(let resource, let step): [step, resource]
        case .aboutCitizens(let what, let place): ["\(place).\(what)", place]
        case .mixedDisciplines(let step), .preemptionNotAlone(let step), .impossibleCourse(let step),
            .conditionOnCourse(let step), .declinedByPriority(let step):
            [step]
        case .calendar: ["calendar"]
        }
    }
}
