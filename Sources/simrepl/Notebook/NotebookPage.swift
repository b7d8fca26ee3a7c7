import Foundation
import Scenarios

/// A notebook that has been run as one HTML file: no script, nothing fetched, readable on screen, on paper and by ear.
struct NotebookPage {
    let document: NotebookDocument
    let name: String
    /// What each number in the words is about, by its target.
    let labels: [String: String]
    /// Images by the names the notebook uses, as data that an HTML file can hold.
    let images: [String: String]

    private var language: Language { document.frontMatter.language }

    static let generator = "<meta name=\"generator\" content=\"simrepl notebook\">"

    func html() -> String {
        let pieces = MarkdownReader.read(body)
        let title = pieces.lazy.compactMap { if case .heading(_, let words) = $0 { words } else { nil } }.first ?? name
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"\(language.rawValue)\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                + "img-src data:\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">", Self.generator,
            "<title>\(XMLText.escaped(Self.plain(title)))</title>", "<style>\n\(PaperHTML.style)\(Self.style)</style>",
            "</head>", "<body>", "<main>",
        ]
        var blocks = document.blocks[...]
        for piece in pieces { lines += html(piece, &blocks) }
        lines += [
            "</main>", "<footer>",
            "<p>\(escape(Texts.notebookPageNumbers))</p>",
            "<p>\(escape(Texts.notebookPageMade(name, version: Version.current, seed: document.frontMatter.seed ?? 1)))</p>",
            "</footer>", "</body>", "</html>",
        ]
        return lines.joined(separator: "\n") + "\n"
    }

    /// Without the front matter.
    private var body: String {
        let text = document.text
        let end = text.lines.dropFirst().first { text.text($0.content).trimmed == "---" }?.whole.upperBound
        return text.text((end ?? 0)..<text.bytes.count)
    }

    private func escape(_ text: Text) -> String { XMLText.escaped(text[language]) }

    private static func plain(_ words: String) -> String {
        words.filter { !"*`\\".contains($0) }.replacing("\n", with: " ")
    }

    // MARK: Pieces

    private func html(_ piece: Markdown, _ blocks: inout ArraySlice<NotebookDocument.Block>) -> [String] {
        switch piece {
        case .heading(let level, let words):
            return ["<h\(level) id=\"\(XMLText.escaped(Self.anchor(words)))\">\(inline.html(words))</h\(level)>"]
        case .paragraph(let words): return ["<p>\(inline.html(words))</p>"]
        case .rule: return ["<hr>"]
        case .quote(let inner): return ["<blockquote>"] + inner.flatMap { html($0, &blocks) } + ["</blockquote>"]
        case .list(let start, let items):
            let tag = start == nil ? "ul" : "ol"
            let from = start.map { $0 == 1 ? "" : " start=\"\($0)\"" } ?? ""
            return ["<\(tag)\(from)>"]
                + items.flatMap { item in ["<li>"] + listItem(item, &blocks) + ["</li>"] } + ["</\(tag)>"]
        case .table(let head, let alignments, let rows): return table(head, alignments, rows)
        case .code(let info, let lines): return code(info, lines, &blocks)
        }
    }

    /// A single paragraph needs no element of its own.
    private func listItem(_ item: [Markdown], _ blocks: inout ArraySlice<NotebookDocument.Block>) -> [String] {
        guard case .paragraph(let words)? = item.first else { return item.flatMap { html($0, &blocks) } }
        return [inline.html(words)] + item.dropFirst().flatMap { html($0, &blocks) }
    }

    private func table(_ head: [String], _ alignments: [Markdown.Alignment], _ rows: [[String]]) -> [String] {
        func style(_ column: Int) -> String {
            switch alignments[column] {
            case .start: ""
            case .centre: " class=\"centre\""
            case .end: " class=\"end\""
            }
        }
        let titles = head.enumerated().map { "<th scope=\"col\"\(style($0.offset))>\(inline.html($0.element))</th>" }
        let lines = rows.map { row in
            "<tr>" + row.enumerated().map { "<td\(style($0.offset))>\(inline.html($0.element))</td>" }.joined()
                + "</tr>"
        }
        return ["<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"\(escape(Texts.notebookPageTable))\">"]
            + ["<table>", "<thead><tr>" + titles.joined() + "</tr></thead>", "<tbody>"] + lines
            + ["</tbody>", "</table>", "</div>"]
    }

    private func code(
        _ info: String, _ lines: [String], _ blocks: inout ArraySlice<NotebookDocument.Block>
    ) -> [String] {
        let text = lines.map { XMLText.escaped($0.replacing("\t", with: "    ")) }.joined(separator: "\n")
        switch info.split(whereSeparator: \.isWhitespace).first {
        case "sim":
            let attributes = blocks.popFirst()?.attributes
            if attributes?.hide == true { return [] }
            let anchor = attributes?.id.map { " id=\"block-\($0)\"" } ?? ""
            let label = escape(Texts.notebookPageCommands)
            return [
                "<pre class=\"commands\"\(anchor) role=\"region\" aria-label=\"\(label)\"><code>\(text)</code></pre>"
            ]
        case "sim-output":
            return [
                "<pre class=\"output\" tabindex=\"0\" role=\"region\" aria-label=\"\(escape(Texts.notebookPageOutput))\">"
                    + "<code>\(text)</code></pre>"
            ]
        default: return ["<pre class=\"output\" tabindex=\"0\"><code>\(text)</code></pre>"]
        }
    }

    // MARK: Words

    private var inline: MarkdownInline {
        MarkdownInline(
            link: { words, target in
                if target.hasPrefix("sim:") { return number(words, String(target.dropFirst(4))) }
                guard Self.isHarmless(target) else { return nil }
                return "<a href=\"\(XMLText.escaped(target))\">\(words)</a>"
            },
            image: { alternative, target in
                guard let data = images[target] else { return XMLText.escaped(alternative) }
                return "<img src=\"\(data)\" alt=\"\(XMLText.escaped(alternative))\">"
            })
    }

    private func number(_ words: String, _ target: String) -> String {
        let id = String(target.prefix { $0 != "/" })
        let title = labels[target].map { " title=\"\(XMLText.escaped($0))\"" } ?? ""
        let isShown = document.blocks.contains { $0.attributes.id == id && !$0.attributes.hide }
        guard isShown else { return "<span class=\"number\"\(title)>\(words)</span>" }
        return "<a class=\"number\" href=\"#block-\(XMLText.escaped(id))\"\(title)>\(words)</a>"
    }

    /// Web addresses, mail and places beside the notebook; nothing that could be run.
    private static func isHarmless(_ target: String) -> Bool {
        let scheme = target.prefix { $0 != ":" && $0 != "/" && $0 != "#" && $0 != "?" }
        guard scheme.endIndex < target.endIndex, target[scheme.endIndex] == ":" else { return true }
        return ["http", "https", "mailto"].contains(scheme.lowercased())
    }

    /// As forges make them, so that links within a notebook work in both places.
    private static func anchor(_ words: String) -> String {
        var anchor = ""
        for character in plain(words).lowercased() {
            if character.isLetter || character.isNumber || character == "-" || character == "_" {
                anchor.append(character)
            } else if character == " " {
                anchor.append("-")
            }
        }
        return anchor
    }

    private static let style = """
        main, footer { max-width: 52rem; overflow-wrap: break-word; }
        footer { margin: 0 auto; padding: 0 1.5rem 1.5rem; color: #495057; font-size: .9em; }
        pre { font: .78em/1.35 "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace; margin: .6em 0; padding: .6em .8em; border-radius: 4px; }
        pre.commands { background: #e9ecef; border-left: 4px solid #0b5394; white-space: pre-wrap; overflow-wrap: anywhere; }
        pre.output { border: 1px solid #ced4da; overflow-x: auto; }
        :not(pre) > code { font: .9em "DejaVu Sans Mono", "Liberation Mono", Menlo, Consolas, monospace; background: #f1f3f5; padding: 0 .2em; }
        a { color: #0b5394; }
        a.number, span.number { color: inherit; text-decoration: underline dotted #0b5394; text-underline-offset: .15em; font-weight: bold; }
        :focus-visible, pre:target { outline: 3px solid #e8590c; outline-offset: 1px; }
        .wide { overflow-x: auto; }
        .centre { text-align: center; }
        .end { text-align: right; }
        blockquote { margin: .6em 0; padding: .1em 1em; border-left: 4px solid #adb5bd; }
        img { max-width: 100%; height: auto; }
        @media (max-width: 40rem) { main { padding: 1rem; } footer { padding: 0 1rem 1rem; } }
        @media print { pre { font-size: 7.5pt; break-inside: avoid-page; } pre.output { overflow: visible; white-space: pre-wrap; } a { color: inherit; text-decoration: none; } }

        """
}
