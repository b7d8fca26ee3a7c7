import Foundation
import Testing

@testable import Scenarios
@testable import simrepl

@Suite("A page for each scenario")
struct ScenarioPageTests {
    private static let library = ScenarioLibrary(
        directory: URL(fileURLWithPath: Simrepl.packageRoot + "/scenarios", isDirectory: true))
    /// Those of the domain; theory and benchmarks have docs/validation.md.
    static let ids = library.entries().filter { !$0.path.contains("/") }.map(\.id)

    private func page(_ id: String, _ language: Language) throws -> String {
        ScenarioPage(try Self.library.load(id), library: Self.library, language: language).markdown()
    }

    private func file(_ id: String, _ language: Language) -> URL {
        URL(fileURLWithPath: Simrepl.packageRoot + "/docs/scenarios/\(language.rawValue)/\(id).md")
    }

    @Test("the checked-in page is what the scenario says now, in both languages", arguments: ids)
    func upToDate(id: String) throws {
        for language in Language.allCases {
            let text = try page(id, language)
            let file = file(id, language)
            if ProcessInfo.processInfo.environment["UPDATE_GENERATED"] != nil {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(text.utf8).write(to: file)
            }
            let written = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            #expect(written == text, "write it anew: UPDATE_GENERATED=1 swift test --filter ScenarioPageTests")
        }
    }

    @Test("the list of pages names every scenario with its title, in both languages")
    func list() throws {
        var text = "# Scenarios\n\nOne page for each, in Danish and English, written by `show page`.\n\n"
        text += "| scenario | dansk | English |\n| --- | --- | --- |\n"
        for entry in Self.library.entries() where !entry.path.contains("/") {
            let title = try #require(entry.title)
            text += "| `\(entry.id)` | [\(title.da)](da/\(entry.id).md) | [\(title.en)](en/\(entry.id).md) |\n"
        }
        let file = URL(fileURLWithPath: Simrepl.packageRoot + "/docs/scenarios/README.md")
        if ProcessInfo.processInfo.environment["UPDATE_GENERATED"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        #expect((try? String(contentsOf: file, encoding: .utf8)) == text)
    }

    @Test("a what-if's page says what it changes, before and now, and what it builds on")
    func changes() throws {
        let page = try page("henvist-3-procent", .da)
        #expect(page.contains("(kommune.md)"))
        #expect(page.contains("| Andel af rygere og risikodrikkere, der henvises om året | `0.02` | `0.03` |"))
        #expect(page.contains("sammenlign kommune henvist-3-procent"))
        #expect(!page.contains("```mermaid"))
    }

    @Test("every table on the page of a real region says that the figures are not the municipalities' own")
    func notice() throws {
        for id in ["region-midtjylland", "region-midtjylland-faelles"] {
            let page = try page(id, .da)
            let tables = page.components(separatedBy: "\n| --- |").count - 1
            #expect(tables >= 1)
            #expect(page.components(separatedBy: "*Illustration, ikke kommunens tal*").count - 1 == tables)
        }
    }

    @Test("every table of a run of a real region says that the figures are not the municipalities' own")
    func noticeOnResults() throws {
        let run = try Simrepl.run(
            ["--lang", "da", "run", "region-midtjylland", "--replications", "1", "--format", "markdown"])
        let headings = run.output.split(separator: "\n").filter { $0.hasPrefix("## ") }
        #expect(headings.count > 3)
        #expect(headings.allSatisfy { $0.hasSuffix(" – Illustration, ikke kommunens tal") })
    }

    @Test("the directory of offers says for whom, on what basis and until when")
    func offers() throws {
        let lines = OfferList(
            scenario: try Self.library.load("projekt-ophoerer"), language: .da, width: 200, heading: { $0 }
        ).lines()
        let place = try #require(lines.firstIndex(of: "Vægttabshold"))
        #expect(
            Array(lines[(place + 1)...(place + 5)]) == [
                "  Målgruppe: Voksne med overvægt, også uden kronisk sygdom.",
                "  Grundlag: Kommunens eget tilbud som Mzuris (001); ingen af de fem nationale.",
                "  Niveau: ordinært tilbud", "  Drives af: Sundhedscentret",
                "  Tidsbegrænset: til og med 30. juni 2026",
            ])
        #expect(lines.contains("  Findes som: Nikotinafvænning, daghold, Nikotinafvænning, aftenhold"))
    }

    @Test("all three levels of offers are in the municipality's directory, each step of an offer existing")
    func levels() throws {
        let offers = try Self.library.load("kommune").offers
        #expect(Set(offers.compactMap(\.level)) == Set(OfferInfo.Level.allCases))
        #expect(offers.allSatisfy { !$0.steps.isEmpty && $0.operatedBy == "municipality" })
    }
}
