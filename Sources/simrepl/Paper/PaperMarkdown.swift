import Scenarios

/// A paper as Markdown, for a mail or a shared folder. Pictures are drawn in characters.
enum PaperMarkdown {
    static func text(_ paper: Paper) -> String {
        var parts = ["# " + escaped(paper.title)]
        for block in paper.blocks { parts.append(markdown(block)) }
        return parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
    }

    private static func escaped(_ text: String) -> String { MarkdownText.escaped(Escaping.terminalSafe(text)) }

    private static func markdown(_ block: Paper.Block) -> String {
        switch block {
        case .heading(let text): "## " + escaped(text)
        case .subheading(let text): "### " + escaped(text)
        case .paragraph(let text): escaped(text)
        case .notice(let text): "**\(escaped(text))**"
        case .list(let items): items.map { "- " + escaped($0) }.joined(separator: "\n")
        case .numbered(let items): numbered(items)
        case .table(let head, let rows): rows.isEmpty ? "" : table(head, rows)
        case .picture(_, let lines):
            "```text\n" + lines.map { Escaping.terminalSafe($0).replacing("`", with: "'") }.joined(separator: "\n")
                + "\n```"
        case .figure(let chart): chart.isEmpty ? "" : figure(chart)
        case .choice(_, let options):
            options.map { option in
                (["### " + escaped(option.name)] + option.blocks.map(markdown)).filter { !$0.isEmpty }
                    .joined(separator: "\n\n")
            }.joined(separator: "\n\n")
        case .levers(let levers, let cells):
            cells.map { cell in
                (["### " + escaped(Paper.name(of: cell, levers))] + cell.blocks.map(markdown)).filter { !$0.isEmpty }
                    .joined(separator: "\n\n")
            }.joined(separator: "\n\n")
        case .writingLines(let count):
            Array(repeating: "\\_\\_\\_\\_\\_\\_\\_\\_", count: count).joined(separator: "\n\n")
        case .card(let title, let question, let choices):
            "### \(escaped(title))\n\n\(escaped(question))\n\n" + numbered(choices)
        case .pageBreak: "---"
        }
    }

    private static func figure(_ chart: Chart) -> String {
        let lines = ChartText(chart: chart, width: 88, usesUnicode: true, heading: { $0 }).lines()
        return "```text\n" + lines.map { Escaping.terminalSafe($0).replacing("`", with: "'") }.joined(separator: "\n")
            + "\n```"
    }

    private static func numbered(_ items: [String]) -> String {
        items.enumerated().map { "\($0.offset + 1). " + escaped($0.element) }.joined(separator: "\n")
    }

    private static func table(_ head: [String], _ rows: [[String]]) -> String {
        func line(_ cells: [String]) -> String { "| " + cells.map(escaped).joined(separator: " | ") + " |" }
        return ([line(head), "|" + String(repeating: " --- |", count: head.count)] + rows.map(line))
            .joined(separator: "\n")
    }
}
