import PathwaySim
import Testing

@testable import Scenarios

@Suite("A waiting list at the start")
struct WaitingListTests {
    private static func text(_ source: String, duration: String = "\"1d\"") -> String {
        """
        {
          "schema": "pathwaysim.scenario/1", "id": "list", "kind": "method", "title": "List", "source": "test",
          "start": "2026-01-05", "horizon": "1y",
          "attributes": {"age": {"type": "number", "value": 40}, "sex": {"type": "category", "values": ["f", "m"]}},
          "sources": {"backlog": {"kind": "waitingList", \(source), "step": "stay"}},
          "steps": {"stay": {"kind": "delay", "duration": \(duration), "next": "done"},
                    "done": {"kind": "close", "outcome": "done"}},
          "outcomes": {"done": {}}
        }
        """
    }

    private static func waiters(_ scenario: Scenario) -> [InitialWaiter] {
        guard case .waitingList(let waiters) = scenario.model.sources[0].process else { return [] }
        return waiters
    }

    private static func waiter(_ days: Double, _ values: [(String, Double)] = []) -> InitialWaiter {
        InitialWaiter(
            alreadyWaited: SimTime(days: days),
            values: values.map { AttributeValue(attribute: $0.0, value: $0.1) })
    }

    @Test("names each one with how long or since when, and with attributes of his or her own")
    func list() throws {
        let scenario = try Scenario.sample(
            Self.text(
                #""waited": ["3d", {"waited": "10d", "attributes": {"age": 71}}, {"since": "2025-12-31", "attributes": {"sex": "m"}}]"#
            ))
        #expect(
            Self.waiters(scenario) == [
                Self.waiter(10, [("age", 71)]), Self.waiter(5, [("sex", 1)]), Self.waiter(3),
            ])
    }

    @Test("is read from a file, by date or by days, the longest-waiting first")
    func file() throws {
        let folder = try ScratchFolder()
        try folder.write("list.csv", "henvist;alder;dage\n2025-12-31;76;5\n2025-12-06;32;30\n2026-01-05;;0\n")
        let library = ScenarioLibrary(directory: folder.url)
        for column in [#""since": "henvist""#, #""waited": "dage""#] {
            let source = #""file": "list.csv", "columns": {\#(column), "attributes": {"age": "alder"}}"#
            try folder.write("list.json", Self.text(source))
            let scenario = try library.load("list")
            #expect(
                Self.waiters(scenario) == [
                    Self.waiter(30, [("age", 32)]), Self.waiter(5, [("age", 76)]), Self.waiter(0),
                ])
        }
    }

    @Test(
        "begins before the run: a later date is refused, and so are both ways at once",
        arguments: [
            (#""waited": [{"since": "2026-02-01"}]"#, DiagnosticCode.badDate),
            (#""waited": [{"since": "2025-02-01", "waited": "3d"}]"#, .fieldsTogether),
            (#""waited": ["3d"], "file": "x.csv""#, .fieldsTogether),
            (#""count": 3, "waited": ["3d"]"#, .wrongLength),
        ])
    func refused(_ source: String, _ code: DiagnosticCode) {
        #expect {
            try ScenarioLibrary(directory: nil).load(text: Self.text(source))
        } throws: { error in
            (error as? LoadFailure)?.diagnostics.map(\.code).contains(code) ?? false
        }
    }

    @Test("a drawn duration may count different things in its branches")
    func mixedUnits() throws {
        let scenario = try Scenario.sample(
            Self.text(
                #""count": 1"#,
                duration:
                    #"{"choose": [{"if": "age > 50", "draw": "3wd"}, {"if": "age > 40", "draw": {"uniform": {"low": 1, "high": 2}, "time": "open"}}, {"draw": "6mo"}]}"#
            ))
        guard case .delay(let delay) = scenario.model.steps[0].action,
            case .choose(let branches, _) = delay.duration.amount
        else {
            Issue.record("not a choice")
            return
        }
        #expect(branches.map(\.unit) == [.workingDays, .openDays] && delay.duration.unit == .months)
    }
}
