import Foundation
import Testing

@testable import simrepl

/// A notebook in a folder of its own, and what the program does with it.
struct NotebookOnDisk {
    let folder: TemporaryFolder
    var path: String { folder.path("n.md") }

    init(_ text: String) throws { try self.init(Data(text.utf8)) }

    init(_ bytes: Data) throws {
        folder = try TemporaryFolder()
        try bytes.write(to: URL(fileURLWithPath: path))
    }

    func run(_ arguments: String..., language: String = "en") throws -> Simrepl.Outcome {
        try Simrepl.run(["--lang", language, "notebook"] + arguments, folder: folder.path)
    }

    var bytes: Data { FileManager.default.contents(atPath: path) ?? Data() }
    var text: String { String(decoding: bytes, as: UTF8.self) }
    var files: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted() }

    static let head = "---\nlanguage: en\n---\n\n"
}

@Suite("Notebooks on disk")
struct NotebookCommandTests {
    private static let head = NotebookOnDisk.head

    @Test("a run puts each output under its block and keeps every other byte")
    func runs() throws {
        let notebook = try NotebookOnDisk(
            Self.head + "# Title \t\n\n```sim\nset resources.clarifier.slotsPerWeek 14\n```\nText with  two spaces.\n")
        let outcome = try notebook.run("run", "n.md")
        #expect(
            outcome == .init(status: 0, output: "n.md: written anew (1 block, 0 numbers in the words)\n", errors: ""))
        #expect(
            notebook.text == Self.head + """
                # Title \t

                ```sim
                set resources.clarifier.slotsPerWeek 14
                ```

                ```sim-output
                Clarifying conversations a week (resources.clarifier.slotsPerWeek): 10 → 14 slots a week
                  source: set by the user
                ```
                Text with  two spaces.

                """)
        #expect(try notebook.run("check", "n.md").output == "n.md: in order (1 block, 0 numbers in the words)\n")
        #expect(
            try notebook.run("run", "n.md", language: "da").output
                == "n.md: uændret (1 blok, 0 tal i teksten)\n")
    }

    @Test("a check shows what would change as a diff that patch can apply, and writes nothing")
    func checks() throws {
        let text =
            Self.head + "```sim id=s\nlang\n```\n\n```sim-output\nOld.\n```\n\nThere are "
            + "[9](sim:s/resources.clarifier.slotsPerWeek) of them.\n"
        let notebook = try NotebookOnDisk(text)
        // The block loads nothing, so there is no setting to look up.
        let failed = try notebook.run("check", "n.md")
        #expect(failed.status == 1)
        #expect(failed.errors.contains("n.md:13:19: error N006: the block \"s\" computes nothing"))
        let loaded = try NotebookOnDisk(
            text.replacing("lang\n", with: "lang\nset resources.clarifier.slotsPerWeek 14\n"))
        let outcome = try loaded.run("check", "n.md")
        #expect(outcome.status == 1)
        #expect(
            outcome.output == """
                --- n.md
                +++ n.md (as it runs now)
                @@ -8,7 +8,9 @@
                 ```
                \u{20}
                 ```sim-output
                -Old.
                +The language is English.
                +Clarifying conversations a week (resources.clarifier.slotsPerWeek): 10 → 14 slots a week
                +  source: set by the user
                 ```
                \u{20}
                -There are [9](sim:s/resources.clarifier.slotsPerWeek) of them.
                +There are [14](sim:s/resources.clarifier.slotsPerWeek) of them.

                """)
        #expect(loaded.text.contains("Old."))
        #expect(outcome.errors.contains("no longer fits"))
    }

    @Test("a block that fails where it should not, and one that does not where it should, leave the notebook as it was")
    func failures() throws {
        for (block, message) in [
            ("```sim\nnonsense\n```\n", "n.md:5:1: error N008: the block failed, so nothing was written"),
            ("```sim error\nlang\n```\n", "n.md:5:1: error N009: the block was to fail and did not"),
            ("```sim\nquit\n```\n", "n.md:5:1: error N008: the block ends the session"),
            ("```sim\nnotebook run n.md\n```\n", "a notebook cannot run notebooks"),
            ("```sim\nrun --replications 100000\n```\n".replacing("sim", with: "sim timeout=1"), "stopped after 1 s"),
            ("```sim\nset \"a\n```\n", "the quote \\\" is never closed".replacing("\\", with: "")),
        ] {
            let text = Self.head + block + "\n```sim\nlang\n```\n"
            let notebook = try NotebookOnDisk(text)
            let outcome = try notebook.run("run", "n.md")
            #expect(outcome.status == 1, "\(block)")
            #expect(outcome.errors.contains(message), "\(block): \(outcome.errors)")
            #expect(notebook.text == text)
            #expect(notebook.files == ["n.md"])
        }
    }

    @Test("a block that must fail shows its error without the notebook's name or line")
    func expectedErrors() throws {
        let notebook = try NotebookOnDisk(Self.head + "```sim error\nrunn\nlang\n```\n")
        #expect(try notebook.run("run", "n.md").status == 0)
        #expect(
            notebook.text == Self.head + """
                ```sim error
                runn
                lang
                ```

                ```sim-output
                error C003: there is no command "runn"; did you mean "run"?
                     | runn
                     | ^~~~
                ```

                """)
    }

    @Test("skipped blocks keep what stands under them, hidden ones show nothing")
    func skipAndHide() throws {
        let text =
            Self.head + "```sim skip\nnonsense\n```\n\n```sim-output\nkept\n```\n\n"
            + "```sim hide\nlang\n```\n\n```sim-output\ngone\n```\n"
        let notebook = try NotebookOnDisk(text)
        #expect(try notebook.run("run", "n.md").status == 0)
        #expect(notebook.text == text.replacing("```sim-output\ngone\n```\n", with: ""))
    }

    @Test("what a notebook saves is gone afterwards, drawings stay beside it and are checked")
    func files() throws {
        let notebook = try NotebookOnDisk(
            Self.head + "```sim\nset resources.clarifier.slotsPerWeek 14; save more.json; load ./more.json\n"
                + "show diagram --to way.svg\n```\n")
        let first = try notebook.run("run", "n.md")
        #expect(first.status == 0, "\(first.errors)")
        #expect(notebook.files == ["n.md", "way.svg"])
        #expect(try notebook.run("run", "n.md").output.contains("unchanged"))
        let drawing = notebook.folder.path("way.svg")
        let svg = try String(contentsOfFile: drawing, encoding: .utf8)
        try Data("<svg/>".utf8).write(to: URL(fileURLWithPath: drawing))
        let checked = try notebook.run("check", "n.md")
        #expect(checked.status == 1)
        // A drawing that somebody made is not overwritten.
        #expect(checked.errors.contains("way.svg"))
        #expect(try notebook.run("run", "n.md").status == 1)
        #expect(try String(contentsOfFile: drawing, encoding: .utf8) == "<svg/>")
        try FileManager.default.removeItem(atPath: drawing)
        #expect(try notebook.run("check", "n.md").output.contains("The drawing way.svg is missing or another."))
        #expect(try notebook.run("run", "n.md").status == 0)
        #expect(try String(contentsOfFile: drawing, encoding: .utf8) == svg)
    }

    @Test("--junit says which notebooks failed and why, with markup escaped")
    func junit() throws {
        let notebook = try NotebookOnDisk(Self.head + "```sim\nlang\n```\n\n```sim-output\n<b>&\n```\n")
        _ = try notebook.folder.file("ok.md", Self.head)
        let outcome = try notebook.run("check", "n.md", "ok.md", "--junit", "out.xml")
        #expect(outcome.status == 1)
        let xml = try String(contentsOfFile: notebook.folder.path("out.xml"), encoding: .utf8)
        #expect(xml.contains("<testsuites tests=\"2\" failures=\"1\">"))
        #expect(xml.contains("-&lt;b&gt;&amp;\n"))
        #expect(xml.contains("<testcase classname=\"notebook\" name=\"ok.md\"/>"))
        #expect(try notebook.run("run", "n.md", "--junit", "x.xml").status == 2)
    }

    @Test("a new notebook works as it stands, in both languages, and replaces nothing", arguments: ["da", "en"])
    func new(language: String) throws {
        let notebook = try NotebookOnDisk(Self.head)
        #expect(try notebook.run("new", "n.md", language: language).status == 1)
        #expect(notebook.text == Self.head)
        #expect(try notebook.run("new", "begin", language: language).status == 0)
        let outcome = try notebook.run("run", "begin.md")
        #expect(
            outcome
                == .init(status: 0, output: "begin.md: written anew (2 blocks, 4 numbers in the words)\n", errors: ""))
    }

    @Test("a session becomes a notebook: what failed and what is about the session is left out")
    func session() throws {
        let folder = try TemporaryFolder()
        let script = """
            set resources.clarifier.slotsPerWeek 14
            help run
            diff; lang en
            walk albert --runs 2
            1
            q
            save session as told --title "A <b> [title]"
            """
        let outcome = try Simrepl.run(
            ["--lang", "en", "-f", try folder.file("s.sim", script)], folder: folder.path)
        #expect(outcome.status == 0 && outcome.output.hasSuffix("\nrun told.md\n"), "\(outcome.errors)")
        #expect(
            try String(contentsOfFile: folder.path("told.md"), encoding: .utf8) == """
                ---
                language: en
                seed: 1
                ---

                # A \\<b\\> \\[title\\]

                Write here what the question is and who is to read the answer.

                ## 1. What we looked at

                ```sim id=step1
                set resources.clarifier.slotsPerWeek 14
                diff
                ```

                ## 2. What we looked at

                ```sim id=step2
                walk albert --runs 2
                1
                q
                ```

                """)
    }
}
