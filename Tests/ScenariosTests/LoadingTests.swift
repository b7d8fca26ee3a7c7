import Foundation
import PathwaySim
import Testing

@testable import Scenarios

/// Small scenarios for the tests.
enum Sample {
    static let clinic = """
        {
          "schema": "pathwaysim.scenario/1", "id": "clinic", "kind": "method", "title": "Clinic",
          "assumption": "made up for a test",
          "start": "2026-01-05", "horizon": "1y", "calendar": {"base": "always"},
          "parameters": {"share": 0.25, "demand": "10 * share"},
          "attributes": {"age": {"type": "number", "draw": {"uniform": {"low": 18, "high": 90}}},
                         "smoker": {"type": "boolean", "probability": "age > 50 ? 0.3 : share"},
                         "sex": {"type": "category", "values": {"woman": 0.5, "man": 0.5}}},
          "sources": {"gp": {"kind": "poisson", "rate": {"perDay": "demand"}, "next": "talk"}},
          "resources": {"nurse": {"kind": "servers", "capacity": 2}},
          "steps": {
            "talk": {"kind": "service", "needs": "nurse", "duration": {"exponential": {"mean": "30m"}},
                     "patience": "3d", "reneged": "gone", "next": {"done": 0.9, "gone": 0.1}},
            "done": {"kind": "close", "outcome": "completed"},
            "gone": {"kind": "close", "outcome": "dropped"}
          },
          "outcomes": {"completed": {}, "dropped": {}}
        }
        """
}

@Suite("Loading a scenario")
struct LoadingTests {
    let library = ScenarioLibrary(directory: nil)

    @Test("a sound scenario becomes a model with every number from the file")
    func loads() throws {
        do {
            let scenario = try library.load(text: Sample.clinic)
            let model = scenario.model
            #expect(scenario.id == "clinic")
            #expect(model.start.iso == "2026-01-05")
            #expect(model.horizon == SimTime(days: 365))
            #expect(model.attributes.map(\.name) == ["age", "smoker", "sex"])
            guard case .poisson(let profile) = model.sources[0].process else {
                Issue.record("not a Poisson source")
                return
            }
            #expect(profile.perDay == 2.5)
            #expect(model.steps.map(\.name) == ["talk", "done", "gone"])
        } catch {
            Issue.record("\(error.rendered(.en))")
        }
    }
}
