/// A paper as one HTML file: no script, nothing fetched, readable on screen and on A4.
enum PaperHTML {
    static func page(_ paper: Paper) -> String {
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"\(escaped(paper.language))\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<title>\(escaped(paper.title))</title>", "<style>\n\(style)</style>", "</head>", "<body>", "<main>",
            "<h1>\(escaped(paper.title))</h1>",
        ]
        for block in paper.blocks { lines += html(block) }
        lines += ["</main>", "</body>", "</html>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func escaped(_ text: String) -> String { XMLText.escaped(text) }

    private static func html(_ block: Paper.Block) -> [String] {
        switch block {
        case .heading(let text): ["<h2>\(escaped(text))</h2>"]
        case .subheading(let text): ["<h3>\(escaped(text))</h3>"]
        case .paragraph(let text): ["<p>\(escaped(text))</p>"]
        case .notice(let text): ["<p class=\"notice\">\(escaped(text))</p>"]
        case .list(let items): items.isEmpty ? [] : ["<ul>"] + items.map { "<li>\(escaped($0))</li>" } + ["</ul>"]
        case .numbered(let items): items.isEmpty ? [] : ["<ol>"] + items.map { "<li>\(escaped($0))</li>" } + ["</ol>"]
        case .table(let head, let rows): rows.isEmpty ? [] : table(head, rows)
        case .picture(let canvas, _): ["<figure>", canvas.element() + "</figure>"]
        case .writingLines(let count): Array(repeating: "<div class=\"line\"></div>", count: count)
        case .card(let title, let question, let choices):
            ["<section class=\"card\">", "<h3>\(escaped(title))</h3>", "<p>\(escaped(question))</p>", "<ol>"]
                + choices.map { "<li>\(escaped($0))</li>" } + ["</ol>", "</section>"]
        case .pageBreak: ["<div class=\"page\"></div>"]
        }
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> [String] {
        // Dates and numbers stay on one line.
        let isShort = rows.allSatisfy { ($0.first?.count ?? 0) <= 16 }
        return [
            "<table\(isShort ? " class=\"short\"" : "")>",
            "<thead><tr>" + head.map { "<th scope=\"col\">\(escaped($0))</th>" }.joined() + "</tr></thead>",
        ]
            + ["<tbody>"]
            + rows.map { row in
                "<tr>"
                    + row.enumerated().map {
                        $0.offset == 0
                            ? "<th scope=\"row\">\(escaped($0.element))</th>" : "<td>\(escaped($0.element))</td>"
                    }.joined() + "</tr>"
            } + ["</tbody>", "</table>"]
    }

    /// The house style, for other pages too.
    static let style = """
        body { font: 11pt/1.45 Helvetica, Arial, "Liberation Sans", sans-serif; color: #212529; background: #fff; margin: 0; }
        main { max-width: 46rem; margin: 0 auto; padding: 1.5rem; }
        h1 { font-size: 1.7em; line-height: 1.2; margin: 0 0 .6em; }
        h2 { font-size: 1.25em; margin: 1.6em 0 .4em; padding-bottom: .15em; border-bottom: 1px solid #adb5bd; }
        h3 { font-size: 1.05em; margin: 1.1em 0 .2em; }
        h1, h2, h3 { break-after: avoid; }
        p { margin: .35em 0; }
        ul, ol { margin: .3em 0; padding-left: 1.5em; }
        li, tr, .card, figure { break-inside: avoid; }
        .notice { font-weight: bold; border: 2px solid #212529; padding: .4em .7em; }
        table { border-collapse: collapse; width: 100%; margin: .4em 0; }
        th, td { text-align: left; vertical-align: top; padding: .3em .6em .3em 0; border-bottom: 1px solid #ced4da; }
        tbody th { font-weight: normal; }
        .short tbody th { white-space: nowrap; }
        figure { margin: .6em 0; }
        svg { width: 100%; height: auto; }
        .line { border-bottom: 1px solid #868e96; height: 2em; }
        .card { border: 1px dashed #5a6268; padding: .4em 1em .7em; margin: 1em 0; }
        @page { size: A4; margin: 16mm; }
        @media print { main { max-width: none; padding: 0; } .page { break-after: page; } }

        """
}
