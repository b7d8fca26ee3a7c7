import Foundation
import Scenarios
import Testing

@testable import simrepl

@Suite("Notebooks that cannot be run")
struct NotebookBadInputTests {
    private static let head = NotebookOnDisk.head

    /// The findings of a notebook as the program prints them, first lines only.
    private func findings(_ text: String) throws -> [String] {
        switch NotebookParser.parse(Array(text.utf8)) {
        case .success: return []
        case .failure(let problems):
            let (findings, files) = problems.diagnostics("n.md", Array(text.utf8))
            return findings.map { finding in
                let place = finding.span.flatMap { files.location(of: $0) }
                return "\(place?.line ?? 0):\(place?.column ?? 0) \(finding.code.rawValue) \(finding.text.en)"
            }
        }
    }

    @Test(
        "what is wrong is said with its line and column",
        arguments: [
            ("", "0:0"), ("# No front matter\n", "1:1 N003 the notebook must begin with its language"),
            ("---\nlanguage: en\n", "1:1 N003 the first lines are never closed"),
            ("---\nseed: 1\n---\n", "1:1 N003 the notebook's language is missing"),
            (head + "# Om 010170-1234\n", "5:1 S301 the line has something like a CPR number; delete it"),
            (head + "```sim\nnote ring til 0101701234\n```\n", "6:1 S301 the line has something like a CPR number"),
            ("---\nlanguage: 010170-1234\n---\n", "2:1 S301 the line has something like a CPR number"),
            ("---\nlanguage: sv\n---\n", "2:1 N003 there is no language \"sv\""),
            ("---\nlanguage: en\nsed: 1\n---\n", "3:1 N003 \"sed\" cannot stand here; did you mean \"seed\"?"),
            ("---\nlanguage: en\nseed: -1\n---\n", "3:1 N003 \"-1\" cannot be a seed"),
            ("---\nlanguage: en\nunits: years\n---\n", "3:1 N003 waits cannot be told in \"years\""),
            ("---\nlanguage: en\nlanguage: da\n---\n", "3:1 N003 \"language\" stands twice"),
            (
                head + "```sim timeuot=3\nlang\n```\n",
                "5:8 N005 a block cannot have \"timeuot\"; did you mean \"timeout\"?"
            ),
            (head + "~~~ sim  id=9\n~~~\n", "5:10 N005 \"9\" cannot be a name"),
            (head + "```sim skip=yes\n```\n", "5:8 N005 skip takes no value"),
            (head + "```sim skip error\n```\n", "5:1 N005 a block cannot both be skipped and fail"),
            (head + "```sim timeout=soon\n```\n", "5:8 N005 \"soon\" is not a time"),
            (head + "```sim id=a\n```\n```sim id=a\n```\n", "7:1 N005 another block is called \"a\" too"),
            (head + "```sim\nlang\n", "5:1 N004 the block is never closed"),
            (head + "````sim\nlang\n```\n", "5:1 N004 the block is never closed"),
            (head + "```sim-output\n```\n", "5:1 N004 there is no sim block right before"),
            (head + "```sim\n```\nWords\n```sim-output\n```\n", "8:1 N004 there is no sim block right before"),
            (head + "```sim\n```\n```sim-output x\n```\n", "7:15 N004 nothing can follow sim-output"),
            (head + "A [1](sim:base/x) here\n", "5:11 N006 no block is called \"base\""),
            (
                head + "```sim id=bas\n```\n[1](sim:base/x)\n",
                "7:9 N006 no block is called \"base\"; did you mean \"bas\"?"
            ),
            (head + "[1](sim:base)\n", "5:9 N006 \"base\" does not say where the number comes from"),
            (head + "[1](sim:a/b/c/d)\n", "5:9 N006 \"a/b/c/d\" does not say where"),
            (head + "[1](sim:a/b#mean)\n", "5:9 N006 \"mean\" cannot be used here"),
            (head + "[1](sim:a/b#more,less)\n", "5:9 N006"),
            (head + "[1]( sim:a/b)\n", "5:3 N006 the number cannot be read"),
            (head + "[1](<sim:a/b>)\n", "5:3 N006 the number cannot be read"),
            (head + "[1][x]\n\n[x]: sim:a/b\n", "7:3 N006 the number cannot be read"),
            (head + "[1](sim:a/b \"title\")\n", "5:3 N006 the number cannot be read"),
        ])
    func findings(text: String, expected: String) throws {
        let found = try findings(text)
        if expected == "0:0" {
            #expect(found.count == 1)
        } else {
            #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
        }
    }

    @Test(
        "what Markdown calls text is text: longer fences, comments, code and indented lines",
        arguments: [
            "````\n```sim\nnonsense\n```\n````\n", "~~~\n```sim\n~~~\n", "<!--\n```sim\nnonsense\n```\n-->\n",
            "    ```sim\n    nonsense\n    ```\n", "``` simulation\nnonsense\n```\n", "``[1](sim:a/b)``\n",
            "`a [1](sim:a/b)\nb`\n", "\\[1](simple)\n", "```Sim\n```\n", "```sim-out\n```\n", "``` `sim\n",
        ])
    func isText(text: String) throws {
        guard case .success(let document) = NotebookParser.parse(Array((Self.head + text).utf8)) else {
            Issue.record("\(try findings(Self.head + text))")
            return
        }
        #expect(document.blocks.isEmpty)
        #expect(document.numbers.isEmpty)
    }

    @Test("a block indented by four is not run, and that is said")
    func indented() throws {
        let notebook = try NotebookOnDisk(Self.head + "1. Item\n\n    ```sim\n    nonsense\n    ```\n")
        let outcome = try notebook.run("check", "n.md")
        #expect(outcome.status == 0)
        #expect(outcome.errors.contains("n.md:7:1: warning N004: the block is indented"))
    }

    @Test("bytes that are no text are refused and kept")
    func notText() throws {
        let bytes = Data(Self.head.utf8) + Data([0x61, 0xFF, 0x0A])
        let notebook = try NotebookOnDisk(bytes)
        let outcome = try notebook.run("run", "n.md")
        #expect(outcome.status == 1)
        #expect(outcome.errors.hasPrefix("n.md:5:2: error N001: the notebook is not UTF-8 text here"))
        #expect(notebook.bytes == bytes)
    }

    @Test("a file that is not there, a folder, a pipe and 50 MB are refused without waiting")
    func strangeFiles() throws {
        let notebook = try NotebookOnDisk(Self.head)
        mkfifo(notebook.folder.path("pipe"), 0o644)
        let big = notebook.folder.path("big.md")
        _ = FileManager.default.createFile(atPath: big, contents: nil)
        truncate(big, 50 << 20)
        for (name, words) in [
            ("none.md", "there is no such file"), (".", "it is a folder"), ("pipe", "it is not an ordinary file"),
            ("big.md", "larger than 16 MB"),
        ] {
            let outcome = try notebook.run("run", name)
            #expect(outcome.status == 1)
            #expect(outcome.errors.contains(words), "\(outcome.errors)")
        }
    }

    @Test("a protected notebook is not written, a linked one stays a link, and permissions stay")
    func permissions() throws {
        let notebook = try NotebookOnDisk(Self.head + "```sim\nlang\n```\n")
        let before = notebook.text
        chmod(notebook.path, 0o440)
        let refused = try notebook.run("run", "n.md")
        #expect(refused.status == 1)
        #expect(refused.errors.contains("write-protected"))
        #expect(notebook.text == before)
        chmod(notebook.path, 0o664)
        symlink("n.md", notebook.folder.path("link.md"))
        #expect(try notebook.run("run", "link.md").status == 0)
        var status = stat()
        #expect(lstat(notebook.folder.path("link.md"), &status) == 0 && status.st_mode & S_IFMT == S_IFLNK)
        #expect(lstat(notebook.path, &status) == 0 && status.st_mode & 0o777 == 0o664)
        #expect(notebook.text.contains("The language is English."))
        #expect(notebook.files == ["link.md", "n.md"])
    }

    @Test("a notebook that somebody changes while it runs keeps their change")
    func changedMeanwhile() throws {
        let notebook = try NotebookOnDisk(Self.head + "Words\n")
        let file = try NotebookFile(reading: notebook.path)
        try Data((Self.head + "Other words\n").utf8).write(to: URL(fileURLWithPath: notebook.path))
        #expect(throws: NotebookFile.Failure.self) { try file.replace(with: Array("new".utf8)) }
        #expect(notebook.text == Self.head + "Other words\n")
        #expect(notebook.files == ["n.md"])
    }
}
