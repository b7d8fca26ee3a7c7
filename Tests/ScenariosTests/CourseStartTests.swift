import PathwaySim
import Testing

@testable import Scenarios

@Suite("The start of a course")
struct CourseStartTests {
    private func course(_ start: String, horizon: String = "60d", more: String = "\"length\": \"42d\"") throws -> (
        Course, Scenario
    ) {
        let scenario = try Scenario.sample(
            """
            {
              "schema": "pathwaysim.scenario/1", "id": "group", "kind": "method", "title": "Group", "source": "test",
              "start": "2026-01-05", "horizon": "\(horizon)", "calendar": {"base": "danish", "closed": ["2026-01-20"]},
              "sources": {"people": {"kind": "poisson", "rate": {"perDay": 1}, "next": "group"}},
              "steps": {"group": {"kind": "course", "maximum": 12, "start": \(start), \(more), "next": "done"},
                        "done": {"kind": "close", "outcome": "done"}},
              "outcomes": {"done": {}}
            }
            """)
        guard case .course(let course) = scenario.model.steps[0].action else { throw NotACourse() }
        return (course, scenario)
    }

    private struct NotACourse: Error {}

    private func dates(_ course: Course) -> [String] {
        guard case .dates(let instants) = course.start, let start = CivilDate(iso: "2026-01-05") else { return [] }
        return instants.map { CivilClock(start: start).iso($0) }
    }

    @Test("recurs on a weekday, and skips closed days when told to")
    func every() throws {
        let plain = try course(#"{"every": "1w", "weekday": "tue", "at": "16:30"}"#).0
        #expect(
            dates(plain).prefix(4) == ["2026-01-06 16:30", "2026-01-13 16:30", "2026-01-20 16:30", "2026-01-27 16:30"])
        let skipping = try course(#"{"every": "1w", "weekday": "tue", "at": "16:30", "skipClosed": true}"#).0
        #expect(dates(skipping).prefix(3) == ["2026-01-06 16:30", "2026-01-13 16:30", "2026-01-27 16:30"])
    }

    @Test("is spread evenly over the year, and laid out as far as the run goes")
    func perYear() throws {
        let (one, scenario) = try course(#"{"perYear": 6, "from": "2026-01-12", "weekday": "mon"}"#, horizon: "1y")
        #expect(dates(one).count == 6)
        #expect(dates(one).first == "2026-01-12 00:00")
        let longer = try #require(scenario.model(horizon: SimTime(days: 730)))
        guard case .course(let again) = longer.steps[0].action else { return }
        #expect(dates(again).count == 12)
        #expect(Array(dates(again).prefix(6)) == dates(one))
    }

    @Test("is on listed dates at the time of the meetings; those before the run are past")
    func listed() throws {
        let start = #"{"dates": ["2025-12-01", "2026-02-03", "2026-01-13T18:00"]}"#
        let meetings = #""sessions": {"count": 6, "at": "16:00", "length": "2h"}"#
        let (one, _) = try course(start, more: meetings)
        #expect(dates(one) == ["2026-01-13 18:00", "2026-02-03 16:00"])
        guard case .sessions(let sessions) = one.length else { return }
        #expect(sessions.weekdays == [2] && sessions.count == 6 && sessions.length == SimTime(days: 2.0 / 24))
    }

    @Test("is when the group is full, perhaps after a longest gathering time, or when staff are free, or rolling")
    func others() throws {
        #expect(try course(#""whenFull""#).0.start == .whenFull(orAfter: nil))
        #expect(try course(#"{"whenFull": {"orAfter": "1.5d"}}"#).0.start == .whenFull(orAfter: .days(1.5)))
        #expect(try course(#""whenStaffFree""#).0.start == .whenStaffFree)
        let meetings = #""sessions": {"count": 6, "weekdays": ["mon", "thu"]}"#
        #expect(try course(#""rolling""#, more: meetings).0.start == .rolling)
    }
}
