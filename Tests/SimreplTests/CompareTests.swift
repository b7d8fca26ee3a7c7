import Foundation
import Scenarios
import Testing

@testable import PathwaySim
@testable import simrepl

/// What `compare` finds and says.
@Suite("Comparing")
struct CompareTests {
    /// Seven citizens, as many conversations a week as is said, and nothing drawn: every number can be checked by hand.
    private static let scenario = #"""
        {
          "schema": "pathwaysim.scenario/1", "id": "talks", "kind": "method",
          "title": {"da": "Samtaler", "en": "Talks"},
          "assumption": "Made for a test.",
          "start": "2026-01-01", "horizon": "60d",
          "sources": {
            "gp": {"kind": "recorded", "at": ["2026-01-02T09:00", "2026-01-02T10:00", "2026-01-02T11:00", "2026-01-02T12:00", "2026-01-02T13:00", "2026-01-02T14:00"], "next": "talk"}
          },
          "resources": {
            "adviser": {
              "kind": "slots", "slotsPerWeek": 2, "length": "60m", "label": {"da": "Samtaler", "en": "Conversations"},
              "windows": [{"days": ["tue"], "hours": "09:00-15:00"}]
            }
          },
          "steps": {
            "talk": {"kind": "appointment", "slots": "adviser", "next": "finish", "label": {"da": "Samtale", "en": "Talk"}},
            "finish": {"kind": "close", "outcome": "completed"}
          },
          "outcomes": {"completed": {"label": {"da": "Gennemført", "en": "Completed"}}},
          "headline": ["wait.talk.mean"]
        }
        """#

    private func file(_ folder: TemporaryFolder) throws -> String { try folder.file("talks.json", Self.scenario) }

    private func compare(_ arguments: [String], _ folder: TemporaryFolder) throws -> Simrepl.Outcome {
        try Simrepl.run(
            ["compare"] + arguments + ["--replications", "4", "--lang", "en"], environment: ["COLUMNS": "100"],
            folder: folder.path)
    }

    @Test("where only --set tells the sides apart it is the variant, and a scenario is not compared with itself")
    func onlySettings() throws {
        let folder = try TemporaryFolder()
        let name = try file(folder)
        let lines = "load '\(name)'\ncompare --set resources.adviser.slotsPerWeek=3 --replications 4\n"
        let outcome = try Simrepl.run(["--lang", "en"], input: Data(lines.utf8), folder: folder.path)
        #expect(outcome.output.contains("Conversations a week: 3 instead of 2"), "\(outcome)")
        let twice = try compare([name, name], folder)
        #expect(twice.status != 0 && twice.errors.contains("the two are the same"), "\(twice)")
    }

    @Test("a shorter wait because fewer get their turn is told as that")
    func fewerServed() throws {
        let folder = try TemporaryFolder()
        let short = Self.scenario.replacing(
            #""slotsPerWeek": 2,"#,
            with: #""slotsPerWeek": 2, "changes": [{"from": "2026-01-10", "slotsPerWeek": 0}],"#)
        let outcome = try Simrepl.run(
            ["compare", file(folder), folder.file("short.json", short), "--replications", "20", "--lang", "en"],
            environment: ["COLUMNS": "100"], folder: folder.path)
        #expect(outcome.output.contains("But fewer get their turn: Talk: finished (-4)"), "\(outcome)")
    }

    @Test("a headline measure that only one side has is said, not passed over as no difference")
    func nobodyGetsThere() throws {
        let folder = try TemporaryFolder()
        let outcome = try compare([file(folder), "resources.adviser.slotsPerWeek=0"], folder)
        let words = outcome.output.replacing(/\s+/, with: " ")
        #expect(words.contains("because nobody gets that far: Talk: mean wait"), "\(outcome)")
        #expect(!words.contains("No certain difference"))
    }

    @Test("settings on the base are told in plain words, with both sides, the difference and the hashes")
    func settings() throws {
        let folder = try TemporaryFolder()
        let outcome = try compare([file(folder), "resources.adviser.slotsPerWeek=3"], folder)
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
        let lines = outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
        // Waits of 4, 4, 11, 11, 18, 18 days become 4, 4, 4, 11, 11, 11, each an hour or more less.
        #expect(
            lines.prefix(4) == [
                "Compared with: Talks", "", "Conversations a week: 3 instead of 2",
                "  Talk: the mean wait is 7.48 days instead of 11 (-3.48).",
            ], "\(outcome.output)")
        #expect(lines.contains { $0.hasPrefix("  Talk: mean wait, days •") && $0.hasSuffix("-3.48  yes") })
        #expect(
            lines.count { $0.hasPrefix("talks ") && $0.hasSuffix(" · seed 1 · 4 replications · simrepl 0.1.0") } == 2)
    }

    /// Members of the JSON that are looked at.
    private struct Document: Decodable {
        struct Side: Decodable {
            struct Reference: Decodable { var id, hash: String }
            var scenario: Reference
            var settings: [String: Double]
            var seed, replications: Int
            var engineVersion: String
        }
        struct Measure: Decodable {
            var name: String
            var base, variant, difference, halfWidth, level: Double?
            var distinguishable: Bool
        }
        struct Variant: Decodable {
            var settings: [String: Double]
            var measures: [Measure]
        }
        var schema: String
        var paired: Bool
        var base: Side
        var variants: [Variant]
    }

    private func json(_ arguments: [String], _ folder: TemporaryFolder) throws -> Document {
        let outcome = try compare(arguments + ["--format", "json"], folder)
        #expect(outcome.errors == "")
        return try JSONDecoder().decode(Document.self, from: Data(outcome.output.utf8))
    }

    @Test("several settings in one argument make one variant, several arguments several")
    func variants() throws {
        let folder = try TemporaryFolder()
        let document = try json(
            [
                file(folder), "resources.adviser.slotsPerWeek=3  'conversations a week'=3",
                "resources.adviser.slotsPerWeek=+100%",
            ], folder)
        #expect(document.schema == "pathwaysim.comparison/1")
        #expect(document.paired)
        #expect(document.base.seed == 1 && document.base.replications == 4 && document.base.settings.isEmpty)
        #expect(document.base.scenario.id == "talks" && document.base.scenario.hash.count == 32)
        #expect(document.variants.map { $0.settings["resources.adviser.slotsPerWeek"] } == [3, 4])
        let waits = document.variants.compactMap { $0.measures.first { $0.name == "wait.talk.mean" } }
        for wait in waits {
            let (base, variant) = (try #require(wait.base), try #require(wait.variant))
            #expect(variant < base)
            #expect(try #require(wait.difference) == variant - base)
            #expect(wait.distinguishable && wait.halfWidth == 0 && wait.level == 0.95)
        }
        let throughput = document.variants[0].measures.first { $0.name == "throughput.talk" }
        #expect(throughput?.difference == 0 && throughput?.distinguishable == false)
    }

    @Test("a saved result is compared in pairs with what was changed after it; the prompt says when it is old")
    func saved() throws {
        let folder = try TemporaryFolder()
        _ = try file(folder)
        let script = """
            load ./talks.json
            run --replications 3 --seed 5
            save result before.json
            set resources.adviser.slotsPerWeek 3
            compare before.json --format json
            load before.json
            """
        let outcome = try Simrepl.run(
            ["--lang", "en", "-f", try folder.file("s.sim", script)], folder: folder.path)
        #expect(outcome.errors == "")
        let start = try #require(outcome.output.range(of: "{\n"))
        let end = try #require(outcome.output.range(of: "\n}\n", options: .backwards))
        let text = String(outcome.output[start.lowerBound..<end.upperBound])
        let document = try JSONDecoder().decode(Document.self, from: Data(text.utf8))
        #expect(document.paired && document.base.seed == 5 && document.base.replications == 3)
        #expect(document.variants[0].settings["resources.adviser.slotsPerWeek"] == 3)
        let wait = try #require(document.variants[0].measures.first { $0.name == "wait.talk.mean" })
        #expect(try #require(wait.difference) < -2)
        #expect(outcome.output.contains("Old: the scenario has changed since this was simulated."))

        let console = Console(environment: [:])
        let session = Session(console: console, library: .shipped(environment: [:]), language: .en)
        session.open(try session.read(folder.path("talks.json")))
        session.lastRun = try session.simulate(
            try session.scenario(),
            RunSettings(Invocation(command: .run, line: CommandLine(text: "", origin: .typed))))
        #expect(session.prompt == "talks> ")
        var editor = ScenarioEditor(try session.scenario())
        try editor.set("resources.adviser.slotsPerWeek", "3")
        session.loaded = editor.scenario
        #expect(session.prompt == "talks* [old numbers]> ")
    }

    @Test("results with another seed are compared as independent, and that is said")
    func otherSeed() throws {
        let folder = try TemporaryFolder()
        _ = try Simrepl.run(
            ["--lang", "en"], input: "run \(try file(folder)) --replications 4; save result \(folder.path("r.json"))\n")
        let outcome = try compare([folder.path("r.json"), "resources.adviser.slotsPerWeek=3", "--seed", "2"], folder)
        #expect(outcome.errors == "")
        #expect(outcome.output.contains("The seeds differ, so each side had its own luck"))
    }

    @Test(
        "what cannot be compared is refused with what to do",
        arguments: [
            (["talks.json", "horizon=30d"], "they cover 60 and 30 days and cannot be compared"),
            (["./talks.json", "resources.adviser.slots=3"], "did you mean"),
            (["./talks.json", "no-such.json"], "no-such.json"),
            (["./talks.json", "slots"], "slots"),
        ])
    func refusals(arguments: [String], message: String) throws {
        let folder = try TemporaryFolder()
        _ = try file(folder)
        let outcome = try compare(arguments, folder)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains(message), "\(outcome.errors)")
        #expect(outcome.output == "")
    }

    @Test("nothing to compare is not understood")
    func nothing() throws {
        let outcome = try Simrepl.run(["compare", "--lang", "en"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("there is nothing to compare with"))
    }

    @Test("a table in a narrow window leaves out columns, never a difference", arguments: [40, 60, 80, 100])
    func widths(columns: Int) throws {
        let folder = try TemporaryFolder()
        let outcome = try Simrepl.run(
            ["compare", file(folder), "resources.adviser.slotsPerWeek=3", "--replications", "2", "--lang", "da"],
            environment: ["COLUMNS": "\(columns)"])
        #expect(outcome.errors == "")
        #expect(outcome.output.contains("forskel"))
        #expect(outcome.output.contains("-3,"))
    }
}
