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
