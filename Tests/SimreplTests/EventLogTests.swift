import Foundation
import PathwaySim
import Scenarios
import Testing

@testable import simrepl

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("export log")
struct EventLogTests {
    private func run(_ line: String, _ folder: TemporaryFolder, language: String = "en") throws -> Simrepl.Outcome {
        let script = try folder.file("s.sim", line + "\n")
        return try Simrepl.run(["--lang", language, "-f", script], folder: folder.path)
    }

    private func text(_ name: String, _ folder: TemporaryFolder) -> String {
        String(decoding: FileManager.default.contents(atPath: folder.path(name)) ?? Data(), as: UTF8.self)
    }

    @Test("the log counts the citizens, waits and outcomes of the result, and its XES is well-formed and as long")
    func agreesWithResult() throws {
        let folder = try TemporaryFolder()
        let outcome = try run("run --replications 1 --format csv; export log a.csv; export log a.xes", folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let rows = text("a.csv", folder).split(whereSeparator: \.isNewline).map(Self.cells)
        func measure(_ name: String) -> Double? {
            let line = outcome.output.split(whereSeparator: \.isNewline).first { $0.hasPrefix(name + ",,") }
            return line.flatMap { Double($0.split(separator: ",", omittingEmptySubsequences: false)[3]) }
        }
        let events = rows.dropFirst().map {
            (citizen: $0[0], event: $0[5], step: $0[6], detail: $0[7], wait: Double($0[8]))
        }
        #expect(Double(Set(events.map(\.citizen)).count) == measure("arrivals.count"))
        for step in ["clarifying", "physicalTraining", "closing"] {
            let waits = events.filter { $0.event == "started" && $0.step == step }.compactMap(\.wait)
            let mean = try #require(measure("wait.\(step).mean"))
            #expect(abs(waits.reduce(0, +) / Double(waits.count) - mean) < 1e-9)
            let left = events.count { $0.event == "reneged" && $0.step == step }
            #expect(Double(left) == measure("reneged.\(step).count") ?? 0)
        }
        #expect(Double(events.count { $0.event == "closed" }) == measure("closed.count"))
        #expect(!events.contains { $0.citizen == "albert" || $0.citizen == "mzuri" })
        let xes = text("a.xes", folder)
        #expect(XMLParser(data: Data(xes.utf8)).parse())
        #expect(xes.components(separatedBy: "<event>").count == rows.count)
        #expect(xes.components(separatedBy: "<trace>").count - 1 == Set(events.map(\.citizen)).count)
        // Every event the log can hold is in the dictionary.
        let known = Set(Texts.logEventMeanings.map(\.event))
        #expect(Set(events.map { String($0.event) }).isSubset(of: known))
        let columns = text("a.csv.columns.md", folder)
        for name in rows[0] { #expect(columns.contains("| \(name) |")) }
    }

    /// The cells of a line, none of which holds a quotation mark.
    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "\"", omittingEmptySubsequences: false).enumerated().reduce(into: [""]) { cells, part in
            guard part.offset.isMultiple(of: 2) else {
                cells[cells.count - 1] += part.element
                return
            }
            let pieces = part.element.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            cells[cells.count - 1] += pieces[0]
            cells += pieces.dropFirst()
        }
    }

    @Test(
        "what cannot be written says why and leaves nothing behind",
        arguments: [
            ("export log events.txt", 2, "must end in .csv or .xes"), ("export log no/such/a.csv", 1, "no/such/a.csv"),
            ("export log a.csv; export log a.csv", 1, "exists already"), ("export", 2, "export"),
            ("export model a.csv", 2, "must end in .csv"), ("export a.xes", 2, "must end in .csv"),
            ("export a.csv; export a.csv", 1, "exists already"),
        ])
    func problems(line: String, status: Int32, words: String) throws {
        let folder = try TemporaryFolder()
        let theory = Simrepl.packageRoot + "/scenarios/theory/dd1-overload.json"
        let outcome = try run("load '\(theory)'; " + line, folder)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".part") }
        #expect(left == [])
    }

    @Test("times are local civil time to the millisecond")
    func times() throws {
        let scenario = try ScenarioLibrary(
            directory: URL(fileURLWithPath: Simrepl.packageRoot + "/scenarios")
        ).load("kommune")
        let maker = EventRowMaker(scenario, language: .en)
        #expect(maker.time(.zero) == "2026-01-05T00:00:00.000")
        #expect(maker.time(SimTime(days: 59.5) + SimTime(ticks: 61_001)) == "2026-03-05T12:01:01.001")
    }

    @Test("a file that fails half-way is gone, and an old one stays")
    func atomic() throws {
        let folder = try TemporaryFolder()
        let path = try folder.file("log.csv", "old")
        let writer = AtomicFileWriter(path)
        writer.write(String(repeating: "x", count: 200_000))
        writer.discard()
        #expect(text("log.csv", folder) == "old")
        let again = AtomicFileWriter(path)
        again.write("new")
        #expect(again.finish() == nil)
        #expect(text("log.csv", folder) == "new")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["log.csv"])
        let full = AtomicFileWriter("/dev/full/x")
        #expect(full.finish() == ENOTDIR)
    }
}
