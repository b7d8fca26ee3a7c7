import Foundation
import Testing

@testable import simrepl

@Suite("Notebooks as HTML")
struct NotebookPageTests {
    private static let head = NotebookOnDisk.head

    @Test("a page is one file with what came of the run, and leaves the notebook alone")
    func page() throws {
        let text =
            Self.head + "# My <b>title</b> & more\n\n```sim id=s\nset resources.clarifier.slotsPerWeek 14\n```\n\n"
            + "There are [0](sim:s/resources.clarifier.slotsPerWeek) a week.\n\n```sim hide\nlang\n```\n"
        let notebook = try NotebookOnDisk(text)
        let outcome = try notebook.run("html", "n.md")
        #expect(outcome.status == 0)
        #expect(outcome.output.hasPrefix("Written to n.html.\nThe page shows the notebook as it runs now;"))
        #expect(notebook.text == text)
        let html = try String(contentsOfFile: notebook.folder.path("n.html"), encoding: .utf8)
        #expect(html.contains("<title>My &lt;b&gt;title&lt;/b&gt; &amp; more</title>"))
        #expect(html.contains("<h1 id=\"my-btitleb--more\">My &lt;b&gt;title&lt;/b&gt; &amp; more</h1>"))
        #expect(
            html.contains(
                "There are <a class=\"number\" href=\"#block-s\" title=\"Clarifying conversations a week\">14</a> a week."
            ))
        #expect(html.contains("10 → 14 slots a week"))
        #expect(!html.contains("The language is English."))
        #expect(!html.contains("<script") && !html.contains("http:") && !html.contains("https:"))
        // Its own page may be made anew, somebody else's may not.
        #expect(try notebook.run("html", "n.md").status == 0)
        try Data("mine".utf8).write(to: URL(fileURLWithPath: notebook.folder.path("n.html")))
        #expect(try notebook.run("html", "n.md").status == 1)
        #expect(try notebook.run("html", "n.md", "--force").status == 0)
    }

    @Test(
        "a drawing of a block and an image beside the notebook are in the page; a missing one is an error with its place"
    )
    func images() throws {
        let notebook = try NotebookOnDisk(
            Self.head + "```sim\nshow diagram --to way.svg\n```\n\n![The \"way\"](way.svg) ![Photo](photo.png)\n")
        let missing = try notebook.run("html", "n.md")
        #expect(missing.status == 1)
        #expect(missing.errors.contains("n.md:9:32: error N011: the image \"photo.png\" is not beside the notebook"))
        try Data([0x89, 0x50, 0x4E, 0x47, 0x0D]).write(to: URL(fileURLWithPath: notebook.folder.path("photo.png")))
        #expect(try notebook.run("html", "n.md").status == 0)
        let html = try String(contentsOfFile: notebook.folder.path("n.html"), encoding: .utf8)
        #expect(html.contains("<img src=\"data:image/svg+xml;base64,"))
        #expect(html.contains("alt=\"The &quot;way&quot;\""))
        #expect(html.contains("<img src=\"data:image/png;base64,iVBORw0=\" alt=\"Photo\">"))
        // Nothing outside the folder is put into a page.
        let outside = try NotebookOnDisk(Self.head + "![x](../photo.png)\n")
        #expect(try outside.run("html", "n.md").errors.contains("N011"))
    }

    private func inline(_ text: String) -> String {
        MarkdownInline(link: { "<a href=\"\($1)\">\($0)</a>" }, image: { "<img src=\"\($1)\" alt=\"\($0)\">" }).html(
            text)
    }

    @Test(
        "words become HTML as Markdown means them, and nothing else does",
        arguments: [
            ("a *b* **c** ***d***", "a <em>b</em> <strong>c</strong> <strong><em>d</em></strong>"),
            ("snake_case_word _yes_", "snake_case_word <em>yes</em>"), ("2 * 3 * 4", "2 * 3 * 4"),
            ("`a <b> *c*`", "<code>a &lt;b&gt; *c*</code>"), ("\\*a\\*", "*a*"),
            ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
            ("[*a* [b]](c)", "<a href=\"c\"><em>a</em> [b]</a>"), ("[a](b \"t\")", "<a href=\"b\">a</a>"),
            ("![x](y.png)", "<img src=\"y.png\" alt=\"x\">"), ("[a] (b)", "[a] (b)"), ("a\\\nb", "a<br>\nb"),
            ("**open", "**open"), ("`open", "`open"), ("\u{1B}[1m", "\\u{1B}[1m"),
        ])
    func inline(text: String, html: String) { #expect(inline(text) == html) }

    @Test("thousands of marks without a partner take no time")
    func pathological() {
        for mark in ["*", "_", "`", "[", "![", "**a", "<", "\\"] {
            #expect(!inline(String(repeating: mark, count: 5_000)).isEmpty)
        }
        #expect(!MarkdownReader.read(String(repeating: ">", count: 5_000)).isEmpty)
        #expect(!MarkdownReader.read(String(repeating: "- ", count: 5_000)).isEmpty)
    }

    @Test("lists, tables, quotes and code are read as blocks")
    func blocks() {
        let blocks = MarkdownReader.read(
            "Title\n===\n\n- one\n  more\n  - inner\n- two\n\n3. three\n\n| a | b |\n| --- | ---: |\n| 1 | 2\\|3 |\n\n> quote\n\n    code\n\n***\n"
        )
        #expect(
            blocks == [
                .heading(1, "Title"),
                .list(
                    start: nil,
                    items: [
                        [.paragraph("one\nmore"), .list(start: nil, items: [[.paragraph("inner")]])],
                        [.paragraph("two")],
                    ]),
                .list(start: 3, items: [[.paragraph("three")]]),
                .table(head: ["a", "b"], alignments: [.start, .end], rows: [["1", "2|3"]]),
                .quote([.paragraph("quote")]), .code(info: "", lines: ["code"]), .rule,
            ])
    }
}
