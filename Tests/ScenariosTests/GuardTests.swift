import PathwaySim
import Testing

@testable import Scenarios

@Suite("Guards at load")
struct GuardTests {
    private func findings(steps: String, resources: String = "", more: String = "") -> [DiagnosticCode] {
        let text = """
            {
              "schema": "pathwaysim.scenario/1", "id": "guarded", "kind": "method", "title": "x", "source": "test",
              "start": "2026-01-05", "horizon": "1y",
              "attributes": {"age": {"type": "number", "value": 40}},
              "sources": {"people": {"kind": "poisson", "rate": {"perDay": 1}, "next": "first"}},
              "resources": {\(resources)},
              "steps": {\(steps), "done": {"kind": "close", "outcome": "done"}},
              "outcomes": {"done": {}}\(more)
            }
            """
        do {
            return try ScenarioLibrary(directory: nil).load(text: text).warnings.map(\.code)
        } catch {
            return error.diagnostics.map(\.code)
        }
    }

    @Test(
        "a loop in which no time passes is an error only when there is no way out of it",
        arguments: [
            (#""first": {"kind": "assign", "assign": {"age": "age + 1"}, "next": "first"}"#, true),
            (#""first": {"kind": "assign", "assign": {"age": "age + 1"}, "next": {"first": 0.9, "done": 0.1}}"#, false),
            (
                #""first": {"kind": "branch", "rules": [{"if": "age > 50", "next": "done"}], "otherwise": "second"}, "second": {"kind": "assign", "assign": {"age": "age + 1"}, "next": "first"}"#,
                false
            ),
            (#""first": {"kind": "message", "message": "x", "from": "a", "to": "b", "next": "first"}"#, true),
            (
                #""first": {"kind": "message", "message": "x", "from": "a", "to": "b", "delay": "1h", "next": "first"}"#,
                false
            ),
            (
                #""first": {"kind": "message", "message": "x", "from": "a", "to": "b", "delay": "1h", "blocking": false, "next": "first"}"#,
                true
            ),
            (#""first": {"kind": "delay", "duration": {"constant": 0}, "next": "first"}"#, true),
            (#""first": {"kind": "delay", "duration": "1m", "next": "first"}"#, false),
        ])
    func instantLoops(_ steps: String, _ isLoop: Bool) {
        #expect(findings(steps: steps).contains(.instantLoop) == isLoop)
    }

    @Test(
        "more units than there ever are is an error, counted over shifts and changes",
        arguments: [
            (#""capacity": 2"#, true), (#""capacity": 3"#, false),
            (#""capacity": 2, "changes": [{"from": "60d", "capacity": 3}]"#, false),
            (#""capacity": 5, "shifts": [{"hours": "08:00-16:00", "capacity": 2}]"#, true),
            (#""capacity": 2, "shifts": [{"hours": "08:00-16:00", "capacity": 4}]"#, false),
        ])
    func neverEnough(_ resource: String, _ isShort: Bool) {
        let found = findings(
            steps: #""first": {"kind": "service", "needs": {"nurse": 3}, "duration": "1h", "next": "done"}"#,
            resources: #""nurse": {"kind": "servers", \#(resource)}"#)
        #expect(found.contains(.neverEnough) == isShort)
    }

    @Test("a step nobody reaches, an outcome never met, an unused resource and a course without dates are warnings")
    func warnings() {
        let found = findings(
            steps:
                #""first": {"kind": "course", "maximum": 5, "start": {"dates": ["2025-01-01"]}, "length": "1w", "next": "done"}, "lost": {"kind": "delay", "duration": "1d", "next": "done"}"#,
            resources: #""nurse": {"kind": "servers", "capacity": 1}"#)
        #expect(Set(found) == [.unreachableStep, .unusedResource, .cannotStart])
    }

    @Test("what only the engine refuses is an error with its place")
    func engine() {
        let found = findings(
            steps: #""first": {"kind": "service", "needs": ["nurse", "room"], "duration": "1h", "next": "done"}"#,
            resources:
                #""nurse": {"kind": "servers", "capacity": 1, "discipline": "preemptive"}, "room": {"kind": "servers", "capacity": 1}"#
        )
        #expect(found == [.notRunnable])
    }
}
