import Foundation
import PathwaySim
import Scenarios
import Testing

@Suite("Comparison with expected values")
struct ExpectationCheckTests {
    /// A scenario that runs quickly, with what is expected of it in place of `EXPECTED`.
    static func verdicts(_ expected: String, widest: Double = 0.1) throws -> [ExpectationCheck.Verdict] {
        let text = """
            {"schema": "pathwaysim.scenario/1", "id": "probe", "kind": "method", "title": "Probe", "source": "test",
             "start": "2026-01-05", "horizon": "200d", "warmup": "10d", "calendar": {"base": "always"},
             "sources": {"arrivals": {"kind": "poisson", "rate": {"perDay": 10}, "next": "stay"}},
             "steps": {"stay": {"kind": "delay", "duration": "2d", "next": "done"},
                       "done": {"kind": "close", "outcome": "done"}},
             "outcomes": {"done": {}}, "expected": {\(expected)}}
            """
        let scenario = try TheoryScenarios.library.load(text: text)
        let result = try Experiment(try CompiledModel(scenario.model), replications: 30, level: 0.999).run()
        return ExpectationCheck.all(scenario.expected, in: result, widest: widest).map(\.verdict)
    }

    @Test("an exact value agrees inside a narrow interval and differs outside")
    func exact() throws {
        #expect(try Self.verdicts(#""number.stay.mean": {"exact": 20}"#) == [.agrees])
        #expect(try Self.verdicts(#""number.stay.mean": {"exact": 21}"#) == [.differs])
        #expect(try Self.verdicts(#""outcome.done.share": {"exact": 1}"#, widest: 0) == [.agrees])
    }

    @Test("an interval that is too wide is vague even when it holds the value")
    func vague() throws {
        #expect(try Self.verdicts(#""number.stay.mean": {"exact": 20}"#, widest: 0.001) == [.vague])
    }

    @Test("a measure that does not exist is missing")
    func missing() throws {
        #expect(try Self.verdicts(#""number.nowhere.mean": {"exact": 20}"#) == [.missing])
    }

    @Test("a reference agrees within both uncertainties; without one it is only shown")
    func reference() throws {
        #expect(
            try Self.verdicts(#""number.stay.mean": {"reference": 20.1, "halfWidth": 0.1, "lastDigit": 0.1}"#)
                == [.agrees])
        #expect(
            try Self.verdicts(#""number.stay.mean": {"reference": 22, "halfWidth": 0.1, "lastDigit": 0.1}"#)
                == [.differs])
        #expect(try Self.verdicts(#""number.stay.mean": {"reference": 22}"#) == [.shown])
    }
}
