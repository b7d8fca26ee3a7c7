import Scenarios

/// Something to read, in one language: sentences, tables and remarks, for the screen or as Markdown.
struct ReadingDocument: Equatable {
    struct Column: Equatable {
        var title: String
        var alignment = TextTable.Alignment.decimal
    }

    struct Section: Equatable {
        var title = ""
        var sentences: [String] = []
        /// Numbers about the rows; the labels' own column is not among them.
        var columns: [Column] = []
        /// Each a label and one cell a column.
        var rows: [[String]] = []
    }

    var title: String
    /// What must be known before anything else is read: that not all was done.
    var notice: String?
    var sentences: [String] = []
    var sections: [Section] = []
    var remarks: [String] = []
    let language: Language

    /// Lines no wider than `width` where words allow. `heading` makes headings stand out.
    func lines(width: Int, heading: (String) -> String) -> [String] {
        var lines = DisplayWidth.wrapped(title, to: width).map(heading)
        if let notice { lines += DisplayWidth.wrapped(notice, to: width) }
        for sentence in sentences { lines += DisplayWidth.wrapped("  " + sentence, to: width, indent: "  ") }
        for section in sections {
            lines.append("")
            if section.rows.isEmpty { lines += DisplayWidth.wrapped(section.title, to: width).map(heading) }
            if !section.rows.isEmpty { lines += table(section, width).lines(width: width, heading: heading) }
            for sentence in section.sentences {
                lines += DisplayWidth.wrapped("  " + sentence, to: width, indent: "    ")
            }
        }
        if !remarks.isEmpty { lines.append("") }
        return lines + remarks.flatMap { DisplayWidth.wrapped($0, to: width) }
    }

    private func table(_ section: Section, _ width: Int) -> TextTable {
        var table = table(section, wrapsTitles: false)
        if !table.fits(width) { table = self.table(section, wrapsTitles: true) }
        return table
    }

    private func table(_ section: Section, wrapsTitles: Bool) -> TextTable {
        var table = TextTable(
            columns: [.init(title: section.title, mayShrink: true, wraps: true, narrowest: 20)]
                + section.columns.map { .init(title: $0.title, alignment: $0.alignment) },
            decimalMark: language == .da ? "," : ".", wrapsTitles: wrapsTitles)
        for row in section.rows { table.rows.append(.cells(["  " + (row.first ?? "")] + row.dropFirst())) }
        return table
    }

    func markdown() -> String {
        var text = "# \(MarkdownText.escaped(title))\n"
        if let notice { text += "\n**\(MarkdownText.escaped(notice))**\n" }
        if !sentences.isEmpty { text += "\n" + sentences.map { "- \(MarkdownText.escaped($0))\n" }.joined() }
        for section in sections {
            if !section.title.isEmpty { text += "\n## \(MarkdownText.escaped(section.title))\n" }
            if !section.rows.isEmpty {
                text += "\n| | \(section.columns.map { MarkdownText.escaped($0.title) }.joined(separator: " | ")) |\n"
                text += "| --- |"
                text += section.columns.map { $0.alignment == .left ? " --- |" : " ---: |" }.joined() + "\n"
                for row in section.rows { text += "| \(row.map(MarkdownText.escaped).joined(separator: " | ")) |\n" }
            }
            if !section.sentences.isEmpty {
                text += "\n" + section.sentences.map { "- \(MarkdownText.escaped($0))\n" }.joined()
            }
        }
        return text + "\n" + remarks.map(MarkdownText.escaped).joined(separator: "\n\n") + "\n"
    }
}

extension Session {
    /// Prints what a command found in the format that was asked for: for a program, or to be read.
    func print(
        format: Token?, json: @autoclosure () -> String, csv: @autoclosure () -> String,
        _ document: @autoclosure () -> ReadingDocument
    ) {
        switch format?.text {
        case "json": console.write(json())
        case "csv": console.write(csv())
        case "markdown": console.write(document().markdown())
        default: console.print(document().lines(width: console.width, heading: console.heading))
        }
    }
}
