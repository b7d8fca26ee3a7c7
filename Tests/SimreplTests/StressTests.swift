import Foundation
import Scenarios
import Testing

@testable import simrepl

/// The documentation of a model by the checklist STRESS-DES.
@Suite("The checklist STRESS-DES")
struct StressTests {
    /// The items of the published checklist.
    private static let items = [
        "1.1", "1.2", "1.3", "2.1", "2.2", "2.3", "2.4", "2.5.1", "2.5.2", "2.5.3", "2.5.4", "2.5.5", "3.1", "3.2",
        "3.3",
        "3.4", "4.1", "4.2", "4.3", "5.1", "5.2", "5.3", "5.4", "6.1",
    ]

    @Test("every item stands once, in order, with something under it", arguments: Language.allCases)
    func items(language: Language) throws {
        let report = StressReport(try ScenarioLibrary.shipped().load("kommune"), language: language)
        let parts = report.text.components(separatedBy: "\n### ").dropFirst()
        #expect(parts.map { String($0.prefix { $0 != " " }) } == Self.items)
        for part in parts {
            let body = part.components(separatedBy: "\n## ")[0].split(separator: "\n").dropFirst()
            #expect(!body.joined().isEmpty, "\(part.prefix(40))")
        }
    }

    @Test("it is filled in from the scenario, with every number and its basis")
    func filled() throws {
        let scenario = try ScenarioLibrary.shipped().load("kommune")
        let report = StressReport(scenario, language: .en)
        #expect(report.text.contains("```mermaid\nflowchart TB"))
        for entry in scenario.provenance { #expect(report.text.contains("`\(entry.path)`")) }
        #expect(report.text.contains(scenario.hash.hex))
        #expect(!report.gaps.contains { $0.hasPrefix("1.2") })
        // A span has its unit already.
        #expect(report.text.contains("| 60m |") && !report.text.contains("60m days"))
        for gap in report.gaps { #expect(report.text.contains("- " + gap)) }
    }

    @Test("a scenario that says little has gaps, and what it says is text and not Markdown")
    func gaps() throws {
        let text = #"""
            {"schema": "pathwaysim.scenario/1", "id": "bare", "kind": "method", "title": "<b>Bare</b> | *x*",
             "assumption": "Made for a test.", "start": "2026-01-01", "horizon": "10d",
             "sources": {"a": {"kind": "recorded", "at": ["2026-01-02T09:00"], "next": "end"}},
             "steps": {"end": {"kind": "close", "outcome": "done"}}, "outcomes": {"done": {}}}
            """#
        let report = StressReport(try ScenarioLibrary.shipped().load(text: text), language: .en)
        #expect(report.text.hasPrefix("# STRESS-DES: \\<b\\>Bare\\</b\\> \\| \\*x\\*\n"))
        let numbers = report.gaps.map { String($0.prefix { $0 != " " }) }
        #expect(numbers == ["1.1", "1.2", "1.3", "3.1", "3.2", "5.4", "6.1"])
    }

    @Test("it is written to a file once, and not over another")
    func writes() throws {
        let folder = try TemporaryFolder()
        let first = try Simrepl.run(["report", "--stress", "m.md", "--lang", "en"], folder: folder.path)
        #expect(first.errors == "" && first.output.hasPrefix("Written to m.md; "))
        let second = try Simrepl.run(["report", "--stress", "m.md", "--lang", "en"], folder: folder.path)
        #expect(second.status == 1 && second.errors.contains("exists already"))
        let none = try Simrepl.run(["report", "--lang", "en"])
        #expect(none.status == 2 && none.errors.contains("say which report: report FILE.html or report --stress"))
    }
}
