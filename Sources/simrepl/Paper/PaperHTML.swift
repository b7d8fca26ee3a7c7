import Scenarios

/// A paper as one HTML file: no script, nothing fetched, readable on screen and on A4.
struct PaperHTML {
    /// Tells the names of this part of the page from those of others.
    let prefix: String
    /// Whether headings can be linked to.
    let hasAnchors: Bool
    private var figures = 0
    private(set) var headings: [String] = []

    /// - Parameter prefix: the language of the words.
    init(prefix: String, hasAnchors: Bool = false) {
        self.prefix = prefix
        self.hasAnchors = hasAnchors
    }

    static func page(_ paper: Paper) -> String {
        var lines = [
            "<!DOCTYPE html>", "<html lang=\"\(escaped(paper.language))\">", "<head>", "<meta charset=\"utf-8\">",
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
            "<title>\(escaped(paper.title))</title>", "<style>\n\(style)</style>", "</head>", "<body>", "<main>",
            "<h1>\(escaped(paper.title))</h1>",
        ]
        var writer = PaperHTML(prefix: paper.language)
        for block in paper.blocks { lines += writer.html(block) }
        lines += ["</main>", "</body>", "</html>"]
        return lines.joined(separator: "\n") + "\n"
    }

    private static func escaped(_ text: String) -> String { XMLText.escaped(text) }

    private var language: Language { Language(rawValue: prefix) ?? .en }

    mutating func html(_ block: Paper.Block) -> [String] {
        switch block {
        case .heading(let text):
            headings.append(text)
            let anchor = hasAnchors ? " id=\"\(prefix)-\(headings.count)\"" : ""
            return ["<h2\(anchor)>\(Self.escaped(text))</h2>"]
        case .figure(let chart): return figure(chart)
        case .choice(let label, let options): return choice(label, options)
        case .levers(let levers, let cells): return self.levers(levers, cells)
        case .picture(let canvas, _):
            return [
                "<figure class=\"wide\" tabindex=\"0\" role=\"group\""
                    + " aria-label=\"\(Self.escaped(Texts.reportPicture[language]))\">", canvas.element() + "</figure>",
            ]
        case .table(let head, let rows): return rows.isEmpty ? [] : table(head, rows)
        default: return Self.simple(block)
        }
    }

    private mutating func figure(_ chart: Chart) -> [String] {
        guard !chart.isEmpty else { return [] }
        figures += 1
        let (head, rows) = chart.table()
        return [
            "<figure class=\"chart\">", "<figcaption>\(Self.escaped(chart.title))</figcaption>",
            ChartSVG(chart: chart, showsTitle: false).canvas(id: "\(prefix)-chart-\(figures)").element(),
            "<details class=\"numbers\"><summary>\(Self.escaped(Texts.reportNumbers[language]))</summary>",
        ] + table(head, rows) + ["</details>", "</figure>"]
    }

    private mutating func choice(_ label: String, _ options: [(name: String, blocks: [Paper.Block])]) -> [String] {
        var lines = ["<div class=\"choice\" data-label=\"\(Self.escaped(label))\">"]
        for option in options {
            lines += ["<section data-name=\"\(Self.escaped(option.name))\">", "<h3>\(Self.escaped(option.name))</h3>"]
            for block in option.blocks { lines += html(block) }
            lines.append("</section>")
        }
        return options.isEmpty ? [] : lines + ["</div>"]
    }

    private mutating func levers(_ levers: [Paper.Lever], _ cells: [Paper.LeverCell]) -> [String] {
        let described = JSONNode.list(
            levers.map { .members([("label", .text($0.label)), ("values", .list($0.values.map { .text($0) }))]) })
        var lines = [
            "<div class=\"levers\" data-levers=\"\(Self.escaped(JSONWriter.line(described)))\" aria-live=\"polite\">"
        ]
        for cell in cells {
            lines.append("<section data-point=\"\(cell.point.map(String.init).joined(separator: ","))\">")
            lines.append("<h3>\(Self.escaped(Paper.name(of: cell, levers)))</h3>")
            for block in cell.blocks { lines += html(block) }
            lines.append("</section>")
        }
        return lines + ["</div>"]
    }

    private static func simple(_ block: Paper.Block) -> [String] {
        switch block {
        case .subheading(let text): ["<h3>\(escaped(text))</h3>"]
        case .paragraph(let text): ["<p>\(escaped(text))</p>"]
        case .notice(let text): ["<p class=\"notice\">\(escaped(text))</p>"]
        case .list(let items): items.isEmpty ? [] : ["<ul>"] + items.map { "<li>\(escaped($0))</li>" } + ["</ul>"]
        case .numbered(let items): items.isEmpty ? [] : ["<ol>"] + items.map { "<li>\(escaped($0))</li>" } + ["</ol>"]
        case .writingLines(let count): Array(repeating: "<div class=\"line\"></div>", count: count)
        case .card(let title, let question, let choices):
            ["<section class=\"card\">", "<h3>\(escaped(title))</h3>", "<p>\(escaped(question))</p>", "<ol>"]
                + choices.map { "<li>\(escaped($0))</li>" } + ["</ol>", "</section>"]
        case .pageBreak: ["<div class=\"page\"></div>"]
        case .heading, .figure, .choice, .levers, .picture, .table: []
        }
    }

    private func table(_ head: [String], _ rows: [[String]]) -> [String] {
        let lines = Self.table(head, rows)
        guard head.count > 3 else { return lines }
        // A wide table scrolls by itself, so that the page never does.
        let label = "\(head.first { !$0.isEmpty } ?? ""): \(Texts.reportScrolls[language])"
        return ["<div class=\"wide\" tabindex=\"0\" role=\"group\" aria-label=\"\(Self.escaped(label))\">"] + lines
            + ["</div>"]
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
        .wide { overflow-x: auto; }
        .line { border-bottom: 1px solid #868e96; height: 2em; }
        .card { border: 1px dashed #5a6268; padding: .4em 1em .7em; margin: 1em 0; }
        @page { size: A4; margin: 16mm; }
        @media print { main { max-width: none; padding: 0; } .page { break-after: page; } }

        """
}
