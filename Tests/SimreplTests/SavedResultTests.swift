import Foundation
import Testing

@testable import simrepl

@Suite("A saved result of a scenario file")
struct SavedResultTests {
    private static let scenario = """
        {"schema": "pathwaysim.scenario/1", "id": "short", "title": "Short", "extends": "kommune", "horizon": "120d",
         "assumption": "for a test"}
        """

    @Test("can be moved with its scenario, names no folder of the machine, and remembers its groups")
    func moved() throws {
        let folder = try TemporaryFolder()
        let (before, after) = (folder.path("before"), folder.path("after"))
        try FileManager.default.createDirectory(atPath: before, withIntermediateDirectories: false)
        _ = try folder.file("before/short.json", Self.scenario)
        let made = try Simrepl.run(
            ["--lang", "en"],
            input: Data(
                ("load short.json\nrun --by reason --replications 2\nsave result r.json\n"
                    + "set resources.clarifier.slotsPerWeek 14\nsave more.json\n").utf8),
            folder: before)
        #expect(made.status == 0, "\(made.errors)")
        for name in ["r.json", "more.json"] {
            let text = try String(contentsOfFile: before + "/" + name, encoding: .utf8)
            #expect(text.contains(#""extends": "short.json""#) && !text.contains(folder.path))
        }
        try FileManager.default.moveItem(atPath: before, toPath: after)
        let shown = try Simrepl.run(["--lang", "en"], input: Data("load after/r.json\n".utf8), folder: folder.path)
        #expect(shown.status == 0, "\(shown.errors)")
        // The tables are those of the run, groups included.
        let table = made.output.components(separatedBy: "Saved").first ?? ""
        let rows = table.split(whereSeparator: \.isNewline).filter { $0.contains("±") }
        #expect(rows.count > 5)
        for row in rows { #expect(shown.output.contains(row), "\(row)") }
        let more = try Simrepl.run(["validate", "after/more.json"], folder: folder.path)
        #expect(more.status == 0, "\(more.errors)")
    }
}

@Suite("No file comes to build on itself")
struct SelfExtendingFileTests {
    private func run(_ lines: [String], in folder: TemporaryFolder) throws -> Simrepl.Outcome {
        try Simrepl.run(
            ["--lang", "en"], input: Data((lines.joined(separator: "\n") + "\n").utf8), folder: folder.path)
    }

    @Test("saving over the open file, or over one it builds on, is refused and leaves both as they were")
    func save() throws {
        let folder = try TemporaryFolder()
        let first = try run(
            [
                "load kommune", "set resources.clarifier.slotsPerWeek 14", "save a.json", "load ./a.json",
                "set resources.closer.slotsPerWeek 10", "save b.json",
            ], in: folder)
        #expect(first.status == 0, "\(first.errors)")
        for (open, target) in [("./a.json", "a.json"), ("./b.json", "a.json"), ("./b.json", "./b.json")] {
            let outcome = try run(
                ["load \(open)", "set resources.closer.slotsPerWeek 11", "save \(target) --force"], in: folder)
            #expect(outcome.status != 0 && outcome.errors.contains("choose another name"), "\(outcome.errors)")
        }
        let after = try run(["load ./b.json", "show resources.clarifier.slotsPerWeek"], in: folder)
        #expect(after.status == 0 && after.output.contains("14"), "\(after.errors)")
    }

    @Test("what to save is not where to save it", arguments: ["save result", "save session", "save .json", "save /"])
    func nameless(line: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try run(["load kommune", "run --replications 1", line], in: folder)
        #expect(outcome.status != 0 && outcome.errors.contains("FILE"), "\(outcome.errors)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
    }
}

@Suite("Opening another scenario")
struct OpeningAnotherTests {
    @Test("loses no change: undo brings the one before back, and redo the other")
    func undo() throws {
        let outcome = try Simrepl.run(
            ["--lang", "en"],
            input: """
                load kommune
                set resources.clarifier.slotsPerWeek 14
                load uge-40
                undo
                diff
                redo
                diff

                """)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let lines = outcome.output.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
        #expect(lines.contains { $0.hasPrefix("Undone:") && $0.contains("in place of kommune") }, "\(lines)")
        #expect(lines.count { $0.contains("10 → 14") } == 2, "set, and there again after undo: \(lines)")
        #expect(lines.last == "There are no changes.")
    }
}
