import Foundation
import Testing

@testable import Scenarios
@testable import simrepl

@Suite("What a walk leaves on paper")
struct WalkPaperTests {
    private static let library = ScenarioLibrary(
        directory: URL(fileURLWithPath: Simrepl.packageRoot + "/scenarios", isDirectory: true))

    private func run(_ arguments: [String], input: String = "", in folder: TemporaryFolder) throws -> Simrepl.Outcome {
        try Simrepl.run(
            ["--lang", "da"] + arguments, input: Data(input.utf8),
            environment: ["SIMREPL_WALK": folder.path("walk.json")], folder: folder.path)
    }

    private func read(_ name: String, in folder: TemporaryFolder) -> String {
        (try? String(contentsOfFile: folder.path(name), encoding: .utf8)) ?? ""
    }

    @Test("the handout opens with the agreements, escapes what was typed, and needs nothing from outside")
    func handout() throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("os.txt", "# vores\nTelefon: <i>12 34 56 78</i>\n")
        let lines = [
            "walk mzuri --recommended --facts os.txt",
            "note aftale: vi skriver <script>alert(1)</script>; praksis; uge 10",
            "note hvem ringer?", "walk --handout ud.html", "walk --handout ud.md",
        ]
        let outcome = try run([], input: lines.joined(separator: "\n") + "\n", in: folder)
        #expect(outcome.errors == "")
        let page = read("ud.html", in: folder)
        let agreement = try #require(page.range(of: "vi skriver &lt;script&gt;alert(1)&lt;/script&gt;"))
        #expect(page.components(separatedBy: "<h2>").dropFirst().first?.hasPrefix("Det aftalte vi<") == true)
        #expect(try #require(page.range(of: "<svg")).lowerBound > agreement.upperBound)
        #expect(page.contains("Ingen rigtige patienter"))
        #expect(page.contains("Telefon: &lt;i&gt;12 34 56 78&lt;/i&gt;"))
        #expect(page.contains("spørgsmål: hvem ringer?"))
        #expect(page.contains("Skriv: simrepl walk mzuri --choices "))
        #expect(page.contains("lodtrækning 1"))
        #expect(!page.contains("<script") && !page.contains("src=") && !page.contains("href="))
        #expect(page.replacing("http://www.w3.org/2000/svg", with: "").contains("http://") == false)
        // The picture says in words what it shows.
        #expect(page.contains("role=\"img\"") && page.contains("<desc id=\"timeline-desc\">"))
        let text = read("ud.md", in: folder)
        #expect(text.contains("| vi skriver \\<script\\>alert(1)\\</script\\> | praksis | uge 10 |"))
        #expect(text.contains("░ venter"))
    }

    @Test("the handout of a walk that waits at a stop tells nothing of what comes after it")
    func unfinished() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(["walk", "albert", "--choices", "2,3,1,1+2+3+4+5,2", "--handout", "ud.md"], in: folder)
        #expect(outcome.status == 0)
        let text = read("ud.md", in: folder)
        #expect(text.contains("Gennemgangen er ikke gået til ende. I nåede 5 stop."))
        #expect(text.contains("Albert taler med sin kone: der går 14 dage"))
        #expect(!text.contains("Rygestopkursus, daghold"))
        #expect(!text.contains("Side om side"))
    }

    @Test("the guide's minutes fill the time, and its sheets and cards do not tell what is recommended")
    func guide() throws {
        for id in Self.library.caseIDs {
            let loaded = try Self.library.loadCase(id)
            for total in WalkGuide.lengths {
                let stops = loaded.file.minutes(of: total).reduce(0, +)
                #expect(stops <= total * 9 / 10, "\(id): \(stops) of \(total)")
            }
            let state = WalkState(reference: id, walk: Walk(loaded))
            for language in Language.allCases {
                let page = PaperHTML.page(WalkGuide(state: state, language: language).paper())
                let (guide, room) = try #require(page.firstPart(until: "<div class=\"page\">"))
                #expect(guide.contains(Texts.guideRecommended[language]))
                #expect(!room.contains(Texts.guideRecommended[language]))
                for stop in loaded.file.stops {
                    #expect(guide.contains(XMLText.escaped(stop.advice.text[language])))
                    #expect(!room.contains(XMLText.escaped(stop.advice.text[language])))
                    #expect(room.contains(XMLText.escaped(stop.question[language])))
                }
            }
        }
    }

    @Test("a paper's words are never markup, in HTML or Markdown")
    func escaping() {
        let bad = "</p><script>\u{1B}[2J|`*"
        var paper = Paper(title: bad, language: "da")
        paper.blocks = [
            .heading(bad), .subheading(bad), .paragraph(bad), .notice(bad), .list([bad]), .numbered([bad]),
            .table(head: [bad], rows: [[bad]]), .card(title: bad, question: bad, choices: [bad]),
        ]
        let page = PaperHTML.page(paper)
        #expect(!page.contains("<script>") && !page.contains("\u{1B}"))
        #expect(page.components(separatedBy: "&lt;script&gt;").count == 14)
        let text = PaperMarkdown.text(paper)
        #expect(!text.contains("<script>") && !text.contains("\u{1B}"))
    }

    @Test("a municipality's own facts are read line by line, and a line that says nothing is named")
    func facts() throws {
        #expect(try LocalFacts.read("# os\n\nTelefon: 12 34\n") == [.init(name: "Telefon", value: "12 34")])
        #expect(throws: LocalFacts.Problem.noFact(line: 2)) { try LocalFacts.read("A: b\nuden kolon\n") }
        #expect(throws: LocalFacts.Problem.none) { try LocalFacts.read("# kun en kommentar\n") }
        #expect(throws: LocalFacts.Problem.tooMany) {
            try LocalFacts.read((1...21).map { "N\($0): v" }.joined(separator: "\n"))
        }
    }

    @Test(
        "what cannot be written or read is said before the walk begins",
        arguments: [
            (["walk", "albert", "--handout", "ud.docx"], 2, "skal ende på .html eller .md"),
            (["walk", "albert", "--handout", "findes/ikke.md"], 1, "ikke.md"),
            (["walk", "albert", "--handout", "her.md"], 1, "--force"),
            (["walk", "--guide", "g.html"], 2, "hvilken case"),
            (["walk", "albert", "--facts", "mangler.txt"], 1, "mangler.txt"),
            (["walk", "albert", "--facts", "her.md"], 1, "linje 2"),
            (["walk", "albert", "--roles", "gp,naboen"], 2, "\"naboen\" er ingen gruppe"),
            (["walk", "albert", "--roles", "gp", "--recommended"], 2, "fjern --roles"),
            (["walk", "--handout", "ny.md"], 1, "ingen gemt gennemgang"),
        ] as [([String], Int32, String)])
    func refused(arguments: [String], status: Int32, words: String) throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("her.md", "A: b\nuden kolon\n")
        let outcome = try run(arguments, in: folder)
        #expect(outcome.status == status)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
        #expect(!outcome.output.contains("Stop 1"))
        #expect(read("her.md", in: folder) == "A: b\nuden kolon\n")
    }
}

extension String {
    fileprivate func firstPart(until mark: String) -> (String, String)? {
        range(of: mark).map { (String(self[..<$0.lowerBound]), String(self[$0.lowerBound...])) }
    }
}
