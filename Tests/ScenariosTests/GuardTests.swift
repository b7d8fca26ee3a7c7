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

    private static let meetings =
        #""first": {"kind": "course", "maximum": 5, "start": "whenFull", "needs": "nurse", "staffing": "eachSession", "next": "done", "#

    @Test(
        "a course whose staff are never on duty at its meetings is an error",
        arguments: [
            (#""hours": "08:00-12:00""#, #""count": 2, "weekdays": ["tue"], "at": "09:00""#, false),
            (#""hours": "08:00-10:00""#, #""count": 2, "weekdays": ["tue"], "at": "09:00""#, true),
            (#""days": ["tue"]"#, #""count": 2, "weekdays": ["tue", "thu"], "at": "09:00""#, true),
            (#""days": ["tue"]"#, #""count": 1, "weekdays": ["tue", "thu"], "at": "09:00""#, false),
            (#""capacity": 0"#, #""count": 1, "weekdays": ["tue"], "at": "09:00""#, true),
        ])
    func staffedMeetings(_ shift: String, _ sessions: String, _ isRefused: Bool) {
        let found = findings(
            steps: Self.meetings + #""sessions": {\#(sessions)}}"#,
            resources: #""nurse": {"kind": "servers", "capacity": 1, "shifts": [{\#(shift)}, {"days": ["sun"]}]}"#)
        #expect(found.contains(.cannotStart) == isRefused, "\(found)")
    }

    @Test(
        "more slots than fit one after the other give a warning, a slot longer than every window an error",
        arguments: [
            (#""slotsPerWeek": 10, "length": "1h""#, false), (#""slotsPerWeek": 11, "length": "1h""#, true),
            (#""slotsPerWeek": 20, "length": "1h", "staff": 2"#, false), (#""slotsPerWeek": 1, "length": "3h""#, true),
            (#""slotsPerWeek": 5, "length": "1h", "changes": [{"from": "2026-03-01", "slotsPerWeek": 12}]"#, true),
        ])
    func slots(_ slots: String, _ isFound: Bool) {
        let found = findings(
            steps: #""first": {"kind": "appointment", "slots": "talks", "next": "done"}"#,
            resources: #""talks": {"kind": "slots", "windows": [{"hours": "09:00-11:00"}], \#(slots)}"#)
        #expect((found == [.crowdedSlots]) == isFound, "\(found)")
    }

    @Test("an arm that never comes to its join, and a wait for an event that does not happen, are warnings")
    func neverThere() {
        let arms = findings(
            steps:
                #""first": {"kind": "split", "arms": ["a", "b"], "join": "meet"}, "a": {"kind": "delay", "duration": "1d", "next": "meet"}, "b": {"kind": "delay", "duration": "1d", "next": "done"}, "meet": {"kind": "join", "next": "done"}"#
        )
        #expect(arms == [.armWithoutJoin])
        func waiting(_ at: String) -> [DiagnosticCode] {
            findings(
                steps: #""first": {"kind": "waitFor", "worldEvent": "opening", "next": "done"}"#,
                more: #", "worldEvents": {"opening": {"at": ["\#(at)"]}}"#)
        }
        #expect(waiting("2027-06-01") == [.neverHappens])
        #expect(waiting("2026-06-01").isEmpty)
    }

    @Test(
        "a wait for a date that never comes is a warning",
        arguments: [
            (#""daysOfMonth": [30], "months": ["feb"]"#, false), (#""daysOfMonth": [31], "months": ["feb"]"#, true),
            (#""daysOfMonth": [29], "months": ["feb"]"#, false), (#""weekdays": ["mon"]"#, true),
        ])
    func noSuchDate(_ pattern: String, comes: Bool) {
        let found = findings(
            steps: #""first": {"kind": "waitFor", "date": {\#(pattern)}, "next": "done"}"#)
        #expect(found == (comes ? [] : [.neverHappens]))
    }

    @Test(
        "what belongs to a group, a source or a member of staff cannot depend on a citizen",
        arguments: [
            #""nurse": {"kind": "servers", "capacity": 1, "absences": {"ill": {"spellsPerYear": 2, "length": "age"}}}"#,
            #""nurse": {"kind": "servers", "capacity": 1, "absences": {"ill": {"spellsPerYear": 2, "length": {"choose": [{"if": "age > 50", "draw": "1d"}, {"draw": "2d"}]}}}}"#,
        ])
    func aboutNobody(_ resource: String) {
        let found = findings(
            steps: #""first": {"kind": "service", "needs": "nurse", "duration": "1h", "next": "done"}"#,
            resources: resource)
        #expect(found == [.notRunnable])
        let clock = findings(
            steps: #""first": {"kind": "service", "needs": "nurse", "duration": "1h", "next": "done"}"#,
            resources: resource.replacing("age > 50", with: "month == 7").replacing("\"age\"", with: "\"month\""))
        #expect(clock.isEmpty)
    }

    @Test(
        "a headline measure that no run reports is a warning",
        arguments: [("wait.first.p90", true), ("wait.frist.p90", false), ("outcome.done.count", true)])
    func headline(_ name: String, isReported: Bool) {
        let found = findings(
            steps: #""first": {"kind": "service", "needs": "nurse", "duration": "1h", "next": "done"}"#,
            resources: #""nurse": {"kind": "servers", "capacity": 1}"#, more: #", "headline": ["\#(name)"]"#)
        #expect(found == (isReported ? [] : [.unknownHeadline]))
    }

    @Test(
        "a parameter of a file that builds on another is a warning when no rule uses it",
        arguments: [("population", true), ("populaton", false)])
    func unusedParameter(_ name: String, isUsed: Bool) throws {
        let text = """
            {"schema": "pathwaysim.scenario/1", "id": "larger", "title": "x", "extends": "kommune",
             "parameters": {"\(name)": {"value": 60000, "source": "test"}}}
            """
        let warnings = try ScenarioLibrary.shipped().load(text: text).warnings
        #expect(warnings.map(\.code) == (isUsed ? [] : [.unusedParameter]))
        #expect(isUsed || warnings[0].text.en.contains("\"population\""), "names what may be meant")
    }

    @Test("a condition on what a course needs is refused")
    func conditionOnCourse() {
        let found = findings(
            steps:
                #""first": {"kind": "course", "maximum": 5, "start": "whenFull", "length": "1w", "needs": {"nurse": {"units": 1, "if": "age > 50"}}, "next": "done"}"#,
            resources: #""nurse": {"kind": "servers", "capacity": 1}"#)
        #expect(found == [.notRunnable])
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
