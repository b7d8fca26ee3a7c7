import Foundation
import PathwaySim
import Scenarios
import Testing

@testable import simrepl

/// Small windows, long answers and unfinished work.
@Suite("What fits into the window, and what must be read first")
struct WindowTests {
    private func terminal(
        _ arguments: [String] = ["--lang", "en"], rows: UInt16, columns: UInt16, pager: String = "off"
    ) throws -> TerminalSession {
        let environment = ["TERM": "xterm", "SIMREPL_HISTORY": "", "SIMREPL_PAGER": pager, "NO_COLOR": "1"]
        return try TerminalSession(
            try Simrepl.path(), arguments, environment: Simrepl.environment(environment), rows: rows, columns: columns)
    }

    @Test("a window of 20 columns and 10 rows is greeted with what fits into it", arguments: ["da", "en"])
    func smallGreeting(language: String) throws {
        let session = try terminal(["--lang", language], rows: 10, columns: 20)
        try session.expect("kommune> ")
        let lines = session.screen.split(whereSeparator: \.isNewline).dropLast()
        #expect(lines.count <= 8)
        #expect(lines.allSatisfy { $0.count <= 20 })
        #expect(session.screen.contains(language == "da" ? "Første gang:" : "First time:"))
    }

    @Test("the tour keeps its columns, and stands name over meaning where there is no room", arguments: [20, 40, 80])
    func tour(columns: Int) throws {
        let writer = HelpWriter(table: .standard, language: .da, width: columns, heading: { $0 })
        let topic = try #require(Topic.all.first { $0.name(in: .da) == "begynd" })
        let lines = writer.page(topic)
        #expect(lines.allSatisfy { DisplayWidth.of($0) <= columns })
        #expect(!lines.contains { $0.hasPrefix("sammen") || $0.hasPrefix("oversigt") })
        if columns == 20 {
            let start = try #require(lines.firstIndex(of: "  vis"))
            #expect(lines[(start + 1)...].prefix(2) == ["    scenariet i", "    oversigt"])
        }
    }

    @Test("findings are broken to the window at a terminal", arguments: [20, 40])
    func findings(columns: Int) throws {
        let session = try terminal(rows: 24, columns: UInt16(columns))
        try session.expect("kommune> ")
        session.type("lnag\r")
        try session.expect("\"lang\"")
        try session.expect("^~~~")
        let lines = session.screen.split(whereSeparator: \.isNewline).filter { !$0.contains("\u{1B}") }
        #expect(lines.allSatisfy { $0.count <= columns })
        #expect(lines.contains { $0.hasSuffix("command") || $0.contains("command ") })
    }

    @Test("in a long answer the keys go forward and back as in less; one without a meaning does nothing")
    func pagerKeys() throws {
        let session = try terminal(rows: 12, columns: 80, pager: "on")
        try session.expect("kommune> ")
        session.type("help\r")
        try session.expect("– more: space")
        func after(_ key: String) throws -> String {
            let before = session.screen.count
            session.type(key)
            try session.expect("– more: space")
            return String(session.screen.dropFirst(before)).replacingOccurrences(of: "\r", with: "")
        }
        // Nothing is above the first page: no line is shown anew, and none is skipped.
        #expect(try !after("\u{1B}[A").contains("load"))
        #expect(try !after("x").contains("load"))
        #expect(try after("\u{1B}[B").contains("\n"))
        let second = try after("\u{1B}[6~")
        #expect(second.contains("compare"))
        let back = try after("b")
        #expect(back.contains("load") && !back.contains("compare"))
        #expect(try after("\u{1B}[B").contains("set"))
        session.type("G")
        try session.expect("WORD searches the help.")
        try session.expect("kommune> ")
        session.type("help\r")
        try session.expect("– more: space")
        session.type("\u{03}")
        try session.expect("kommune> ")
        session.type("quit\r")
        #expect(try session.waitForEnd() == 0)
    }

    @Test("that a result is of less than was asked for is said before its numbers", arguments: Language.allCases)
    func interruptedFirst(language: Language) throws {
        let session = Session(console: Console(keepingAt: 80), library: .shipped(environment: [:]), language: language)
        var invocation = Invocation(command: .run, line: CommandLine(text: "", origin: .typed))
        try invocation.add(Token(text: "3", span: 0..<0), as: "replications", form: .integer(2...100))
        var report = try session.simulate(try session.read("kommune"), RunSettings(invocation))
        report.requested = 10
        report.result.isInterrupted = true
        report.result.warnings = [.interrupted(done: 3)]
        let text = ReportText(report: report, language: language)
        let words = language == .da ? "Afbrudt efter 3 af 10" : "Interrupted after 3 of 10"
        #expect(text.table(width: 80) { $0 }.prefix(3).contains { $0.hasPrefix(words) })
        #expect(text.markdown().split(separator: "\n").dropFirst().first?.contains(words) ?? false)
        let comparison = Comparison(alone: report.result, headline: [])
        let compared = ComparisonReport(
            base: Contender(report.scenario), variants: [], comparison: comparison, requested: 10)
        let lines = ComparisonText(report: compared, language: language).table(width: 80) { $0 }
        #expect(lines.prefix(3).contains { $0.hasPrefix(words) })
    }

    @Test("groups of a true-or-false attribute are yes and no in the reader's language")
    func yesAndNo() throws {
        let outcome = try Simrepl.run(
            [
                "--lang", "da", "compare", "kommune", "resources.clarifier.slotsPerWeek=14", "--replications", "4",
                "--by", "newlyDiagnosed",
            ], environment: ["COLUMNS": "200"])
        #expect(outcome.errors == "")
        #expect(outcome.output.contains(": ja)") && outcome.output.contains(": nej)"))
        #expect(!outcome.output.contains("true)") && !outcome.output.contains("false)"))
    }

    @Test("a notebook's page is an HTML file", arguments: ["k.txt", "k", "k.md"])
    func pageName(name: String) throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("mine.md", "---\nlanguage: en\n---\n\nWords.\n")
        let outcome = try Simrepl.run(
            ["--lang", "da", "hæfte", "html", "mine.md", "--out", name], folder: folder.path)
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("\"\(name)\" skal ende på .html"))
        #expect(!FileManager.default.fileExists(atPath: folder.path(name)))
    }
}
