import Foundation
import Testing

@testable import Scenarios
@testable import simrepl

@Suite("What-if for planners: check, sweep, find")
struct WhatIfTests {
    private func theory(_ words: [String]) throws -> Simrepl.Outcome {
        let file = Simrepl.packageRoot + "/scenarios/theory/mmc-3.json"
        let script = "load \(file)\n" + words.joined(separator: " ") + "\n"
        return try Simrepl.run(
            ["--lang", "en"], input: script.replacing("\(file)", with: "'\(file)'"))
    }

    private static let short = "--set horizon=400d --seed 3"

    @Test("check gives the load of M/M/3 in every format")
    func check() throws {
        let outcome = try theory(["check --replications 4 --format json", Self.short])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let node = try #require(JSONReader.value(of: Self.json(in: outcome.output)))
        let schema = node["schema"]?.string
        #expect(schema == "pathwaysim.check/1")
        let load = try #require(node["loads"]?.array?.first)
        let unit = load["unit"]?.string
        #expect(unit == "hours/week")
        let value = try #require(load["load"]?.number)
        #expect(abs(value - 2.0 / 3) < 0.1)
        let verdict = load["verdict"]?.string
        #expect(verdict == "enough")
        for format in ["csv", "markdown", "table"] {
            #expect(try theory(["check --replications 2 --format \(format)", Self.short]).status == 0)
        }
    }

    @Test("sweep runs every value with the same luck: the present value gives what run gives")
    func sweep() throws {
        let options = "--replications 4 \(Self.short) --format csv"
        let sweep = try theory(["sweep resources.server.capacity 2..4 --measure wait.service.mean", options])
        let run = try theory(["run", options])
        #expect(sweep.status == 0, "\(sweep.errors)")
        let rows = sweep.output.split(whereSeparator: \.isNewline).filter { $0.contains("wait.service.mean") }
        #expect(rows.count == 3)
        let now = try #require(rows.first { $0.hasPrefix("3,") }).split(separator: ",")[3]
        let line = try #require(
            run.output.split(whereSeparator: \.isNewline).first { $0.contains("wait.service.mean") })
        #expect(line.contains(now), "\(line)")
    }

    @Test("groups are called what the scenario calls them, in either language")
    func groupNames() throws {
        let line = "compare resources.clarifier.slotsPerWeek=12 --by reason --replications 3 --set horizon=120d\n"
        let danish = try Simrepl.run(["--lang", "da"], input: line)
        #expect(danish.output.contains("kronisk sygdom") && !danish.output.contains("ownWish"), "\(danish)")
        #expect(try Simrepl.run(["--lang", "en"], input: line).output.contains("own wish"))
    }

    @Test("a course for one that may begin on any day does not ask for its staff every day")
    func checkOfSingleCourses() throws {
        let outcome = try Simrepl.run(["--lang", "en", "check", "kommune", "--replications", "4", "--format", "json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let node = try #require(JSONReader.value(of: Self.json(in: outcome.output)))
        let load = try #require(node["loads"]?.array?.first { $0["resource"]?.string == "alcoholCounsellor" })
        // The run uses 71 % of the five places.
        let value = try #require(load["load"]?.number)
        #expect((0.5...1.1).contains(value), "\(value)")
    }

    @Test(
        "a relative change that would change nothing is refused; a deadline is shortened by a minus; a span takes a comma",
        arguments: [
            ("set horizon +20%", "smaller than one"), ("set horizon -3d", "smaller than one"),
            ("set resources.nurse.capacity +20%", "smaller than one"), ("set deadlines.invite.limit -2wd", "5wd → 3wd"),
            ("set deadlines.invite.limit =-2wd", "5wd → -2wd"), ("set resources.clarifier.length 1,5h", "→ 1.5h"),
            ("set parameters.smokerShare 12 %", "0.11 → 0.12"), ("set horizon +1y", "1y → 2y"),
        ])
    func relative(line: String, shown: String) throws {
        let outcome = try Simrepl.run(["--lang", "en"], input: line + "\n")
        #expect((outcome.output + outcome.errors).contains(shown), "\(outcome.output)\(outcome.errors)")
    }

    @Test("what is set to what it was is no change; a script may begin with a byte order mark")
    func noChange() throws {
        let lines = "\u{FEFF}set resources.clarifier.slotsPerWeek 14\nset resources.clarifier.slotsPerWeek 10\ndiff\n"
        let outcome = try Simrepl.run(["--lang", "en"], input: lines)
        #expect(outcome.errors == "")
        #expect(outcome.output.hasSuffix("There are no changes.\n"), "\(outcome.output)")
    }

    @Test("sweep --by shows the groups that run shows, and what was kept gives the same again")
    func sweepByGroups() throws {
        let folder = try TemporaryFolder()
        let options = "--replications 3 --seed 5 --format csv"
        let sweep =
            "sweep resources.clarifier.slotsPerWeek 10..12 2 --measure wait.clarifying.mean --by reason "
            + "--keep \(folder.path("kept")) \(options)"
        let outcome = try Simrepl.run(["--lang", "en"], input: sweep + "\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let run = try Simrepl.run(["--lang", "en"], input: "run --by reason \(options)\n")
        let wanted = run.output.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("wait.clarifying.mean,") }
        #expect(wanted.count >= 3, "all and two groups")
        for row in wanted { #expect(outcome.output.contains("10," + row), "\(row)") }
        let again = try Simrepl.run(["--lang", "en"], input: sweep + "\n")
        #expect(again.output == outcome.output)
    }

    @Test("a sweep over a million values says how long it takes and is refused in a script")
    func tooMany() throws {
        let outcome = try theory(["sweep resources.server.capacity 1..1000000 1", Self.short])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("1,000,000 combinations of 40 replications each take about"))
        #expect(outcome.errors.contains("--yes"))
    }

    @Test("find gives Erlang's number of servers, and status 1 where there is none")
    func find() throws {
        let words = "such that wait.service.mean at most"
        let found = try theory([
            "find resources.server.capacity 2..8 \(words) 1d --format json --cap 160", Self.short,
        ])
        #expect(found.status == 0, "\(found.errors)")
        let node = try #require(JSONReader.value(of: Self.json(in: found.output)))
        // Erlang C: 0.444 days with 3 servers, and 2 cannot keep up with a load of 2.
        // Taken out first: describing the whole document in a failure takes minutes.
        let answer = node["answer"]?.object?.members.first?.value.number
        #expect(answer == 3)
        let isMet = node["met"]?.bool
        #expect(isMet == true)
        let none = try theory(["find resources.server.capacity 2..3 \(words) 1m --cap 20", Self.short])
        #expect(none.status == 1)
        #expect(none.output.contains("None of the values tried meets the goal."))
    }

    @Test(
        "what cannot be varied or found is refused with what to write",
        arguments: [
            ("sweep resources.server.capacity", "lacks a range"),
            ("sweep resources.server.capacity 5..2", "is empty"),
            ("sweep resources.server.capacity 1..x", "is not a range"),
            ("sweep resources.server.capacity 2..3 --measure wait.servce.mean", "wait.service.mean"),
            ("find resources.server.capacity 2..3", "cannot be understood"),
            ("find resources.server.capacity 2..3 such that wait.service.mean at most 3wd", "number of days"),
            ("find resources.server.capacity 2..3 such that nothing.here at most 3", "no measure named"),
        ])
    func refused(line: String, words: String) throws {
        let outcome = try theory([line])
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(outcome.errors.contains("^"))
    }

    @Test(
        "the first word may be a scenario instead of opening it before",
        arguments: [
            ("sweep", "resources.server.capacity 3..4 --replications 2"),
            ("find", "resources.server.capacity 3..5 such that wait.service.mean at most 5d --cap 20"),
            ("tornado", "resources.server.capacity --replications 2"),
            ("doubt", "resources.server.capacity 3..5 --draws 10 --replications 2"),
        ])
    func scenarioFirst(command: String, words: String) throws {
        let file = Simrepl.packageRoot + "/scenarios/theory/mmc-3.json"
        let rest = "\(words) --set horizon=300d --format json"
        let named = try Simrepl.run(["--lang", "en"], input: "\(command) '\(file)' \(rest)\n")
        #expect(named.status == 0, "\(named.errors)")
        #expect(named.output.contains("resources.server.capacity"))
        #expect(named.output == Self.json(in: try theory(["\(command) \(rest)"]).output))
    }

    /// What follows the words of `load`.
    private static func json(in output: String) -> String {
        output.firstIndex(of: "{").map { String(output[$0...]) } ?? ""
    }
}
