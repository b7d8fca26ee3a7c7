import Foundation
import Testing

@testable import simrepl

#if canImport(FoundationXML)
    import FoundationXML
#endif

@Suite("Reports")
struct ReportPageTests {
    private func run(_ lines: [String], _ folder: TemporaryFolder, language: String = "en") throws -> Simrepl.Outcome {
        let script = try folder.file("s.sim", lines.joined(separator: "\n") + "\n")
        return try Simrepl.run(["--lang", language, "-f", script], folder: folder.path)
    }

    private func text(_ name: String, _ folder: TemporaryFolder) -> String {
        String(decoding: FileManager.default.contents(atPath: folder.path(name)) ?? Data(), as: UTF8.self)
    }

    @Test(
        "a page is whole in itself: nothing is fetched, no script but its own, both languages, every drawing described")
    func page() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(
            ["run --replications 2 --by age:50,70", "report r.html", "report r.md"], folder, language: "da")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = text("r.html", folder)
        let links = page.matches(of: /(?:src|href|xlink:href)="([^"#][^"]*)"/).map(\.output.1)
        #expect(links == [])
        #expect(!page.contains("url(http") && !page.contains("@import"))
        #expect(page.contains("default-src 'none'") && page.components(separatedBy: "<script").count == 2)
        #expect(page.contains("<html lang=\"da\">"))
        #expect(page.contains("<article lang=\"da\"") && page.contains("<article lang=\"en\""))
        // The reader's language is shown without the script, the other is not.
        let english = try #require(page.firstMatch(of: /<article lang="en"[^>]*>/))
        #expect(english.output.hasSuffix(" hidden>"))
        let drawings = page.components(separatedBy: "<svg ").count - 1
        #expect(drawings > 20 && page.components(separatedBy: "<desc ").count - 1 == drawings)
        // Links within the page lead somewhere, and no name is used twice.
        let names = page.matches(of: /\bid="([^"]+)"/).map { String($0.output.1) }
        #expect(Set(names).count == names.count)
        for target in page.matches(of: /href="#([^"]+)"/) { #expect(names.contains(String(target.output.1))) }
        for heading in [
            "Kort fortalt", "Ventetider", "Frister og mål", "Antagelser", "Kilder", "Sådan gentages beregningen",
        ] {
            #expect(page.contains(">\(heading)</h2>"))
            #expect(text("r.md", folder).contains("\n## \(heading)\n"))
        }
        #expect(page.contains("simrepl run kommune --seed 1 --replications 2 --by age"))
    }

    @Test("a scenario's own words cannot become markup or script")
    func escapes() throws {
        let folder = try TemporaryFolder()
        let hostile = "</script><script>alert(1)</script><img src=x onerror=alert(1)>"
        let theory = Simrepl.packageRoot + "/scenarios/theory/dd1-overload.json"
        let scenario = try folder.file(
            "evil.json",
            """
            {"schema": "pathwaysim.scenario/1", "id": "evil", "extends": "\(theory)", "title": "\(hostile)",
             "notice": "\(hostile)", "steps": {"service": {"label": "\(hostile)"}}}
            """)
        let outcome = try run(
            [
                "load '\(scenario)'", "run --replications 2", "report r.html", "report r.md",
                "compare horizon=40d --replications 2", "sweep horizon 30d..50d 10 --replications 2",
                "report sweep s.html",
            ], folder)
        #expect(outcome.status == 1 || outcome.status == 0)
        for name in ["r.html", "s.html"] where FileManager.default.fileExists(atPath: folder.path(name)) {
            let page = text(name, folder)
            #expect(page.components(separatedBy: "<script").count == 2)
            #expect(!page.contains("<img"))
        }
        #expect(text("r.html", folder).contains("&lt;img src=x"))
        #expect(text("r.md", folder).contains("\\<img") || !text("r.md", folder).contains("<img src"))
    }

    @Test(
        "what cannot be reported says what to do",
        arguments: [
            ("report r.html", 1, "type run or compare first"), ("report", 2, "say which report"),
            ("report r.pdf", 2, "must end in .html or .md"),
            ("report comparison r.html", 1, "there is no comparison yet"),
            ("report sweep r.html", 1, "there is no sweep yet"),
            ("report r.html kommune", 1, "the file of a saved result"),
            ("report r.html none.json", 1, "none.json"),
        ])
    func problems(line: String, status: Int32, words: String) throws {
        let folder = try TemporaryFolder()
        let outcome = try run([line], folder)
        #expect(outcome.status == status)
        #expect(outcome.errors.replacing("\n", with: " ").contains(words), "\(outcome.errors)")
        #expect(!FileManager.default.fileExists(atPath: folder.path("r.html")))
    }

    @Test("half-yearly key figures need two half years, and set them side by side")
    func keyFigures() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(["report keyfigures k.md --replications 2"], folder, language: "da")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let page = text("k.md", folder)
        #expect(page.hasPrefix("# Nøgletal for halvåret 5. juli 2026 – 4. januar 2027: Eksempelkommunen"))
        for heading in ["Aktivitet", "Ventetider", "Frister og mål", "Til drøftelse"] {
            #expect(page.contains("\n## \(heading)\n"))
        }
        #expect(page.contains("| halvåret | 8 af 10 halvår | halvåret før | forskel | jeres tal |"))
        // The scenario begins with empty offers, so there is nothing to compare with before the second year.
        #expect(page.contains("med tomme tilbud") && page.contains("De to halvår kan ikke sammenlignes"))
        let later = ["set horizon 730d", "set warmup 365d", "report keyfigures l.md --replications 2"]
        #expect(try run(later, folder, language: "da").status == 0)
        #expect(!text("l.md", folder).contains("tomme tilbud"))
        let short = try run(["set horizon 6mo; report keyfigures s.md --replications 2"], folder)
        #expect(short.status == 1)
        #expect(short.errors.replacing("\n", with: " ").contains("type set horizon 1y"), "\(short.errors)")
    }

    @Test("comparisons and sweeps have reports; a saved result's report has the run's own numbers")
    func kinds() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(
            [
                "run --replications 2", "report a.html", "save result r.json", "report b.html r.json",
                "compare resources.clarifier.slotsPerWeek=14 --replications 2", "report c.html",
                "sweep resources.clarifier.slotsPerWeek 10..14 4 --replications 2", "report d.html", "report run e.md",
                "report sweep f.md",
            ], folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(text("a.html", folder) == text("b.html", folder))
        #expect(text("c.html", folder).contains("14 instead of 10"))
        let sweep = text("d.html", folder)
        #expect(sweep.contains("class=\"levers\"") && sweep.contains("data-point=\"1\""))
        #expect(text("f.md", folder).contains("### Clarifying conversations a week: 14"))
    }
}
