import Foundation
import Scenarios
import Testing

/// Whole sessions, as the program prints them.
@Suite("A session")
struct SessionTests {
    /// One citizen arrives on Friday 2 January and has a conversation the following Tuesday.
    private static let scenario = #"""
        {
          "schema": "pathwaysim.scenario/1", "id": "tiny", "kind": "method",
          "title": {"da": "Lille \u001b[31mforløb", "en": "Tiny \u001b[31mpathway"},
          "assumption": "Made for a test.",
          "start": "2026-01-01", "horizon": "30d",
          "sources": {"gp": {"kind": "recorded", "at": ["2026-01-02T09:00"], "next": "talk"}},
          "cases": {"ida": {"title": "Ida", "arrives": "2026-01-02T10:00", "entry": "talk"}},
          "resources": {
            "adviser": {
              "kind": "slots", "slotsPerWeek": 2, "length": "60m", "assumption": "As many as there is room for.",
              "label": {"da": "Samtaler", "en": "Conversations"},
              "windows": [{"days": ["tue"], "hours": "09:00-15:00"}]
            }
          },
          "steps": {
            "talk": {
              "kind": "appointment", "slots": "adviser", "next": "finish", "label": {"da": "Samtale", "en": "Talk"}
            },
            "finish": {"kind": "close", "outcome": "completed"}
          },
          "outcomes": {"completed": {"label": {"da": "Gennemført", "en": "Completed"}}}
        }
        """#

    private func run(_ lines: String, language: String = "en") throws -> Simrepl.Outcome {
        let folder = try TemporaryFolder()
        let file = try folder.file("tiny.json", Self.scenario)
        return try Simrepl.run(["--lang", language], input: "load \(file)\n" + lines)
    }

    @Test("a named citizen's way is told with dates, waits and weekdays")
    func traces() throws {
        let outcome = try run("trace ida\n")
        #expect(outcome.errors == "")
        #expect(
            outcome.output == """
                Tiny \\u{1B}[31mpathway (tiny) is loaded.
                Ida, replication 1

                Fri 2 Jan 2026  10:00  Arrives
                                       Talk: is given Tue 6 Jan 2026 12:00
                Tue 6 Jan 2026  12:00  Talk: starts after 4 days
                                13:00  The course ends: Completed

                4 days from first to last.

                """)
    }

    @Test("the same in Danish, in a window of 30 columns")
    func tracesNarrowly() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("tiny.json", Self.scenario)
        let outcome = try Simrepl.run(
            ["--lang", "da"], input: "åbn \(file)\nfølg ida\n", environment: ["COLUMNS": "30"])
        #expect(
            outcome.output == """
                Lille \\u{1B}[31mforløb (tiny)
                er hentet.
                Ida, gennemspilning 1

                fre 2.1.2026
                  kl. 10.00 Kommer
                  Samtale: får tid tir
                    6.1.2026 kl. 12.00
                tir 6.1.2026
                  kl. 12.00 Samtale: begynder
                    efter 4 dage
                  kl. 13.00 Forløbet slutter:
                    Gennemført

                I alt 4 dage fra først til
                sidst.

                """)
    }

    @Test("changes are echoed, undone, redone, listed and dropped")
    func edits() throws {
        let outcome = try run(
            """
            set resources.adviser.slotsPerWeek 4
            diff
            undo
            diff
            redo
            set resources.adviser.slotsPerWeek=+50%
            unset resources.adviser.slotsPerWeek
            undo
            unset
            diff

            """)
        #expect(outcome.errors == "")
        let name = "resources.adviser.slotsPerWeek"
        let lines = outcome.output.replacingOccurrences(of: "\n  ", with: " ").split(separator: "\n").dropFirst()
        let changes = lines.map { line in
            line.range(of: name).map { String(line[..<line.startIndex]) + line[$0.upperBound...].dropFirst(1) } ?? line
        }
        #expect(
            changes == [
                ": 2 → 4 slots a week source: set by the user", ": 2 → 4 slots a week", ": 2 → 4 slots a week",
                "There are no changes.",
                ": 2 → 4 slots a week", ": 4 → 6 slots a week source: set by the user", ": 6 → 2 slots a week",
                ": 6 → 2 slots a week",
                "All changes have been dropped.", "There are no changes.",
            ])
    }

    @Test(
        "an equals sign and a unit may be typed with a value",
        arguments: [
            "resources.adviser.slotsPerWeek = 4", "resources.adviser.slotsPerWeek= 4",
            "resources.adviser.slotsPerWeek =4", "resources.adviser.slotsPerWeek 4 slots a week",
            "resources.adviser.slotsPerWeek = 4 tider pr. uge",
        ])
    func setsAsTyped(words: String) throws {
        let outcome = try run("set \(words)\n")
        #expect(outcome.errors == "")
        #expect(outcome.output.contains("2 → 4 slots"))
    }

    @Test("results of a scenario that has changed since are said to be old")
    func marksStale() throws {
        let outcome = try run("run --replications 2 --format csv\nset resources.adviser.slotsPerWeek 4\nundo\n")
        #expect(outcome.output.components(separatedBy: "The scenario has changed since").count == 2)
    }

    @Test("the same seed gives the same bytes, however many are computed at a time")
    func sameBytes() throws {
        func json(_ jobs: Int) throws -> String {
            let outcome = try Simrepl.run(
                ["run", "kommune", "--replications", "6", "--seed", "1", "--format", "json", "--jobs", "\(jobs)"])
            #expect(outcome.status == 0)
            return outcome.output
        }
        let one = try json(1)
        for jobs in [2, 5] { #expect(try json(jobs) == one, "\(jobs) jobs") }
    }

    @Test("JSON has the contract's members, in both languages the same")
    func followsTheContract() throws {
        let json = try runOnce(["--replications", "3", "--format", "json"])
        #expect(try runOnce(["--replications", "3", "--format", "json"], language: "da") == json)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
        #expect(
            Set(object.keys) == [
                "schema", "engineVersion", "scenario", "seed", "replications", "level", "start", "horizonDays",
                "warmupDays", "measures", "series", "warnings", "assumptions",
            ])
        #expect(object["schema"] as? String == "pathwaysim.result/1")
        #expect(object["start"] as? String == "2026-01-01")
        #expect(object["horizonDays"] as? Double == 30)
        let measures = try #require(object["measures"] as? [[String: Any]])
        let wait = try #require(measures.first { $0["name"] as? String == "wait.talk.mean" })
        #expect(Set(wait.keys) == ["name", "unit", "mean", "halfWidth", "low", "high", "n"])
        // Friday 9:00 to Tuesday 9:00; nothing is drawn, so every replication is the same.
        #expect(wait["mean"] as? Double == 4)
        #expect(wait["halfWidth"] as? Double == 0)
        #expect(wait["n"] as? Int == 3)
    }

    @Test("what is undefined is null in JSON and empty in CSV")
    func undefined() throws {
        let options = ["--replications", "2", "--set", "horizon=1d", "--format"]
        #expect(
            try runOnce(options + ["json"])
                .contains("{\"name\": \"wait.talk.mean\", \"unit\": \"days\", \"mean\": null, \"halfWidth\": null"))
        #expect(try runOnce(options + ["csv"]).contains("wait.talk.mean,,days,,,,,0\r\n"))
    }

    /// The output of one `run` of the small scenario as a shell command.
    private func runOnce(_ options: [String], language: String = "en") throws -> String {
        let folder = try TemporaryFolder()
        let outcome = try Simrepl.run(
            ["--lang", language, "run", try folder.file("tiny.json", Self.scenario)] + options)
        #expect(outcome.errors == "")
        #expect(outcome.status == 0)
        return outcome.output
    }

    @Test(
        "a file that is no scenario is refused with status 1, never a crash",
        arguments: [
            ("", "error S004"), ("{", "error S007"), ("[]", "error"), ("{\"a\": \"\u{FF}\"}", "error"),
            (String(repeating: "[", count: 100_000), "error"),
        ])
    func refusesFiles(text: String, message: String) throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("broken.json", text)
        for command in ["load", "run", "validate"] {
            let outcome = try Simrepl.run(["--lang", "en", command, file])
            #expect(outcome.status == 1, "\(command)")
            #expect(outcome.errors.contains(message), "\(command): \(outcome.errors.prefix(200))")
        }
    }

    @Test("a missing file and a folder are refused with the reason")
    func refusesMissingFiles() throws {
        for name in ["/no/such.json", "/tmp/", "nosuchscenario"] {
            let outcome = try Simrepl.run(["--lang", "en", "run", name])
            #expect(outcome.status == 1)
            #expect(outcome.errors.hasPrefix("error "), "\(outcome.errors)")
        }
    }

    @Test("every shipped scenario is sound")
    func shippedScenariosAreSound() throws {
        let outcome = try Simrepl.run(["--lang", "en", "validate"])
        #expect(outcome.status == 0)
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.hasSuffix(": sound") })
        #expect(outcome.output.contains("kommune: sound\n"))
    }

    @Test("what is saved comes back with its changes, and nothing is overwritten by accident")
    func saves() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("tiny.json", Self.scenario)
        let saved = folder.path("flere-tider.json")
        let first = try Simrepl.run(
            ["--lang", "en"],
            input: "load \(file)\nset resources.adviser.slotsPerWeek 4\nsave \(saved)\nload \(saved)\nsave \(saved)\n")
        #expect(first.output.contains("Saved in"))
        #expect(first.output.contains("(flereTider) is loaded."))
        #expect(first.errors.contains("exists already; choose another name, or write --force to replace it"))
        #expect(first.status == 1)
        let second = try Simrepl.run([
            "--lang", "en", "-f", try folder.file("a.sim", "load \(saved)\nshow resources\n"),
        ])
        #expect(second.output.contains("\"value\": 4"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".part") } == [])
    }

    @Test("a place that cannot be written says why")
    func savingFails() throws {
        let outcome = try Simrepl.run(["--lang", "en", "save", "/no/such/folder/x.json"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("cannot be written: there is no such folder"))
    }
}
