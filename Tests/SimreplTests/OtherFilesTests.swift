import Foundation
import Testing

@testable import Scenarios

@Suite("What is not the program's own is left alone, and personal numbers are not repeated")
struct OtherFilesTests {
    @Test(
        "a file of another kind is neither added to nor replaced",
        arguments: [
            "sweep resources.clarifier.slotsPerWeek 8..9 --replications 2 --keep mine.md",
            "experiment flere-samtaler --records mine.md", "experiment flere-samtaler --records mine.md --force",
            "notebook html mine.html --out mine.html --force", "notebook html mine.html --out ./mine.html --force",
            "save mine.json", "export mine.csv", "report mine.html",
        ])
    func leftAlone(line: String) throws {
        let folder = try TemporaryFolder()
        let text = "---\nlanguage: en\n---\n\nWords.\n"
        for name in ["mine.md", "mine.json", "mine.csv", "mine.html"] { _ = try folder.file(name, text) }
        let script = try folder.file("s.sim", (line.hasPrefix("report") ? "run --replications 2; " : "") + line + "\n")
        let outcome = try Simrepl.run(["--lang", "en", "-f", script], folder: folder.path)
        #expect(outcome.status == 1, "\(outcome.errors)")
        for name in ["mine.md", "mine.json", "mine.csv", "mine.html"] {
            #expect(try String(contentsOfFile: folder.path(name), encoding: .utf8) == text)
        }
    }

    @Test("a scenario is no file of a sweep's, however it is laid out")
    func scenarioFile() throws {
        let folder = try TemporaryFolder()
        let text = "{\n  \"schema\": \"pathwaysim.scenario/1\", \"id\": \"mine\", \"extends\": \"kommune\"\n}\n"
        _ = try folder.file("mine.json", text)
        let outcome = try Simrepl.run(
            ["sweep", "resources.clarifier.slotsPerWeek", "9..9", "--replications", "2", "--keep", "mine.json"],
            folder: folder.path)
        #expect(outcome.status != 0)
        #expect(try String(contentsOfFile: folder.path("mine.json"), encoding: .utf8) == text)
    }

    @Test("a sweep goes on with a file of its own, also one whose first line was cut off")
    func ownFile() throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("cells.jsonl", "{\"key\": \"58")
        let outcome = try Simrepl.run(
            ["sweep", "resources.clarifier.slotsPerWeek", "9..9", "--replications", "2", "--keep", "cells.jsonl"],
            folder: folder.path)
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test(
        "a line with a personal number is not shown under its finding",
        arguments: ["note 010170-1234", "sæt x 010170–1234"])
    func notRepeated(line: String) throws {
        let outcome = try Simrepl.run([], input: line + "\n")
        #expect(outcome.status != 0)
        #expect(!(outcome.output + outcome.errors).contains("1234"), "\(outcome.errors)")
    }
}
