import PathwaySim
import Scenarios

/// A report for reading: on the screen, or as Markdown.
struct ReportText {
    let report: RunReport
    let language: Language

    // MARK: The screen

    /// Lines no wider than `width` where words allow. `heading` makes headings stand out.
    func table(width: Int, heading: (String) -> String) -> [String] {
        var lines = DisplayWidth.wrapped(title, to: width).map(heading)
        let sections = ReportArranger(report, language: language).sections()
        let labels = sections.flatMap(\.rows).map { DisplayWidth.of($0.label) }
        for section in sections {
            lines += ["", heading(DisplayWidth.truncated(section.title, to: width))]
            lines += table(section, labelWidth: min(labels.max() ?? 0, Self.widestLabel)).lines(width: width)
        }
        lines.append("")
        return lines + remarks.flatMap { DisplayWidth.wrapped($0, to: width) }
    }

    /// Labels wider than this are no reason to push the numbers of every section to the right.
    private static let widestLabel = 26

    /// A section with one number a row has the spread beside it, one with several has it on a line below.
    private func table(_ section: ReportSection, labelWidth: Int) -> TextTable {
        let isSingle = section.columns.count == 1
        var columns = [TextTable.Column(title: "", mayShrink: true, minimum: labelWidth + 2)]
        columns += section.columns.map { .init(title: $0, alignment: .decimal) }
        if isSingle { columns.append(.init(title: spreadTitle, alignment: .right)) }
        var table = TextTable(columns: columns, decimalMark: language == .da ? "," : ".")
        for row in section.rows {
            let values = row.cells.map(\.value)
            let spreads = row.cells.map(\.spread)
            if isSingle {
                table.rows.append(.cells(["  " + row.label] + values + spreads))
            } else {
                table.rows.append(.cells(["  " + row.label] + values))
                guard spreads.contains(where: { !$0.isEmpty }) else { continue }
                table.rows.append(.aside(["    " + spreadTitle] + spreads))
            }
        }
        return table
    }

    // MARK: Markdown

    func markdown() -> String {
        var text = "# \(escaped(title))\n"
        for section in ReportArranger(report, language: language).sections() {
            let titles = section.columns.flatMap { [$0, spreadTitle] }
            text += "\n## \(escaped(section.title))\n\n| | \(titles.joined(separator: " | ")) |\n"
            text += "| --- |\(String(repeating: " ---: |", count: titles.count))\n"
            for row in section.rows {
                let cells = row.cells.flatMap { [$0.value, $0.spread] }
                text += "| \(escaped(row.label)) | \(cells.joined(separator: " | ")) |\n"
            }
        }
        return text + "\n" + remarks.map(escaped).joined(separator: "\n\n") + "\n"
    }

    private func escaped(_ text: String) -> String {
        var result = ""
        for character in text {
            if "\\`*_[]<>|#".contains(character) { result.append("\\") }
            result.append(character)
        }
        return result
    }

    // MARK: Words

    private var title: String {
        let model = report.scenario.model
        let days = Int((model.horizon - model.warmup).days.rounded())
        let start = CivilClock(start: model.start).date(of: model.warmup)
        return Texts.resultPeriod(
            title: report.scenario.safeTitle, start: DateFormat.long(start),
            days: Texts.plural(days, da: "dag", "dage", en: "day", "days"))[language]
    }

    private var spreadTitle: String {
        let model = report.scenario.model
        let isYear = (360...370).contains((model.horizon - model.warmup).days)
        return (isYear ? Texts.resultYears : Texts.resultReplications)[language]
    }

    /// What must be known to judge the numbers, and what they were made from.
    private var remarks: [String] {
        var remarks = report.warnings.map { $0.text[language] }
        let assumptions = report.assumptions.count
        if assumptions > 0 { remarks.append(Texts.assumptionsBehind(assumptions)[language]) }
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: report.result.seed,
                replications: report.result.replications, version: Version.current)[language])
        return remarks
    }
}
