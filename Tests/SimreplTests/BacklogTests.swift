import Foundation
import Testing

@testable import Scenarios
@testable import simrepl

@Suite("backlog: when today's waiting list is cleared")
struct BacklogCommandTests {
    /// 400 wait for one place; each takes 7/27 of a day, so the last begins 103.4 days after 5 January 2026, with two
    /// places 51.6 days.
    private func load(_ words: String, lang: String = "en") throws -> Simrepl.Outcome {
        let file = Simrepl.packageRoot + "/scenarios/theory/waiting-list-load.json"
        return try Simrepl.run(["--lang", lang], input: "load '\(file)'\n\(words)\n")
    }

    @Test("the date is the one that follows by hand, in both languages")
    func byHand() throws {
        let english = try load("backlog --extra 1 --replications 10")
        #expect(english.status == 0, "\(english.errors)")
        let words = english.output.replacing(/\s+/, with: " ")
        #expect(words.contains("Today's waiting list at treat: 400 citizens on 5 January 2026"))
        #expect(
            words.contains(
                "As it is, 1: everyone on the list has begun or left it by 18 April 2026 in half of the years, in 8 of 10 "
                    + "years between 18 April 2026 and 18 April 2026."), "\(words)")
        #expect(words.contains("With 1 extra, 2 in all: everyone on the list has begun or left it by 25 February 2026"))
        // Of six years nothing is said of eight in ten.
        let few = try load("backlog --extra 1 --replications 6").output.replacing(/\s+/, with: " ")
        #expect(few.contains("begun or left it by 18 April 2026 in half of the years. With 1 extra"), "\(few)")
        let danish = try load("venteliste --extra 1 --replications 6", lang: "da")
        #expect(danish.output.replacing(/\s+/, with: " ").contains("senest 18. april 2026 i halvdelen af årene"))
    }

    @Test("for programs it gives dates, and a list that is never cleared has none")
    func machine() throws {
        let outcome = try load("backlog --to 100 --date 2026-05-01 --replications 6 --format json")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let start = try #require(outcome.output.firstIndex(of: "{"))
        let node = try #require(JSONReader.value(of: String(outcome.output[start...])))
        let schema = node["schema"]?.string
        #expect(schema == "pathwaysim.backlog/1")
        let events = try #require(node["rows"]?.array?.first?["events"]?.array)
        let all = try #require(events.first { $0["name"]?.string == "all" })
        let date = all["p50"]?.string
        #expect(date == "2026-04-18")
        // 30 come a week and 27 leave: the whole list only grows.
        let target = try #require(events.first { $0["name"]?.string == "target" })
        let missing = target["notCleared"]?.number
        #expect(missing == 1 && target["p50"]?.isNull ?? false)
        let text = try load("backlog --to 100 --replications 6")
        #expect(text.output.contains("In 6 of 6 replications it is not cleared when the period ends"))
        let csv = try load("backlog --replications 6 --format csv")
        #expect(csv.output.contains("treat,400,0,1,all,2026-04-18,2026-04-18,2026-04-18,"))
    }

    @Test("a scenario can be named as other commands take it, by file or id, with the step after it")
    func named() throws {
        let file = Simrepl.packageRoot + "/scenarios/theory/waiting-list-load.json"
        func said(_ words: [String]) throws -> Simrepl.Outcome {
            try Simrepl.run(["--lang", "en"] + words + ["--replications", "6", "--format", "csv"])
        }
        let loaded = try load("backlog --extra 1 --replications 6 --format csv")
        let named = try said(["backlog", file, "--extra", "1"])
        #expect(named.status == 0, "\(named.errors)")
        #expect(loaded.output.hasSuffix(named.output))
        #expect(try said(["venteliste", file, "treat", "--extra", "1"]) == named)
        #expect(try said(["backlog", file, "nowhere"]).errors.contains("nobody waits at"))
        #expect(try said(["backlog", "nofile.json"]).errors.contains("nofile.json"))
        let shipped = try said(["backlog", "kommune", "clarifying", "--extra", "1"])
        #expect(shipped.status == 0 && shipped.output.contains("clarifying,40,"), "\(shipped.errors)")
    }

    @Test("the same bytes for any number of jobs")
    func jobs() throws {
        let one = try load("backlog --replications 6 --jobs 1 --format json")
        let three = try load("backlog --replications 6 --jobs 3 --format json")
        #expect(one == three)
    }

    @Test(
        "what cannot be reckoned is refused with what to write",
        arguments: [
            ("backlog nowhere", "nobody waits at", Int32(1)),
            ("backlog --extra -3", "is no extra a week", 2),
            ("backlog --extra 0.5", "is no extra a week", 2),
            ("backlog --for 3wd", "is no length", 2),
            ("backlog --date 2031-01-01", "is no date within the period; write a date from 2026-01-05", 2),
        ])
    func refused(line: String, words: String, status: Int32) throws {
        let outcome = try load(line)
        #expect(outcome.status == status)
        #expect(outcome.errors.replacing(/\s+/, with: " ").contains(words), "\(outcome.errors)")
    }

    @Test("a scenario where nobody waits at the start has nothing to clear")
    func nobody() throws {
        let file = Simrepl.packageRoot + "/scenarios/theory/mm1-50.json"
        let outcome = try Simrepl.run(["--lang", "en"], input: "load '\(file)'\nbacklog\n")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("nobody waits when the period begins"))
    }
}
