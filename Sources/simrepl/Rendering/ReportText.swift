import PathwaySim
import Scenarios

/// A report for reading: on the screen, or as Markdown.
struct ReportText {
    let report: RunReport
    let language: Language

    // MARK: The screen

    /// Lines no wider than `width` where words allow. `heading` makes headings stand out.
    func table(width: Int, heading: (String) -> String) -> [String] {
        var lines =
            report.foundWarmup.map {
                WarmupText(warmup: $0, scenario: report.scenario, language: language).lines(
                    width: width, heading: heading)
            } ?? []
        lines += DisplayWidth.wrapped(title, to: width).map(heading)
        for notice in notices { lines += DisplayWidth.wrapped(notice.text[language], to: width) }
        for section in ReportArranger(report, language: language).sections(isFull: report.isFull) {
            lines.append("")
            lines += best(section, width: width).lines(width: width, heading: heading)
        }
        lines.append("")
        return lines + remarks(isTable: true).flatMap { DisplayWidth.wrapped($0, to: width) }
    }

    /// As many spreads beside their numbers as there is room for, then as few lines as possible.
    private func best(_ section: ReportSection, width: Int) -> TextTable {
        for spreads in [Spreads.besideAll, .besideMain] {
            let tables = [false, true].map { table(section, spreads, wrapsTitles: $0) }.filter { $0.fits(width) }
            let shortest = tables.min { $0.lines(width: width).count < $1.lines(width: width).count }
            if let shortest { return shortest }
        }
        return table(section, .below, wrapsTitles: true)
    }

    /// Where the spreads stand, the roomiest first.
    private enum Spreads {
        case besideAll, besideMain, below
    }

    /// Labels narrower than this are hard to read; then the spreads rather go on a line of their own.
    private static let narrowestLabel = 22

    private func table(_ section: ReportSection, _ spreads: Spreads, wrapsTitles: Bool) -> TextTable {
        let hasSpread = section.columns.indices.map { index in
            switch spreads {
            case .besideAll: section.hasSpread(index)
            case .besideMain: section.columns[index].isMain && section.hasSpread(index)
            case .below: false
            }
        }
        // Labels are broken for the main spreads only: the others are not worth a line.
        let narrowest =
            switch spreads {
            case .besideAll: (section.rows.map { DisplayWidth.of($0.label) }.max() ?? 0) + 2
            case .besideMain: Self.narrowestLabel
            case .below: TextTable.narrowest
            }
        var columns = [
            TextTable.Column(title: section.title, mayShrink: true, wraps: true, narrowest: narrowest)
        ]
        for (column, hasSpread) in zip(section.columns, hasSpread) {
            columns.append(.init(title: column.title, alignment: .decimal))
            if hasSpread {
                columns.append(.init(title: spreadTitle, alignment: .right, isClose: spreads == .besideMain))
            }
        }
        var table = TextTable(columns: columns, decimalMark: language == .da ? "," : ".", wrapsTitles: wrapsTitles)
        for row in section.rows {
            var cells = ["  " + row.label]
            for (index, hasSpread) in hasSpread.enumerated() {
                let cell = index < row.cells.count ? row.cells[index] : .none
                cells += hasSpread ? [cell.value, cell.spread] : [cell.value]
            }
            table.rows.append(.cells(cells))
            guard spreads == .below, row.cells.contains(where: { !$0.spread.isEmpty }) else { continue }
            table.rows.append(.aside(["    " + spreadTitle] + row.cells.map(\.spread)))
        }
        return table
    }

    // MARK: Markdown

    func markdown() -> String {
        var text = "# \(MarkdownText.escaped(title))\n"
        for notice in notices { text += "\n**\(MarkdownText.escaped(notice.text[language]))**\n" }
        for section in ReportArranger(report, language: language).sections(isFull: true) {
            let titles = section.columns.flatMap { [$0.title, spreadTitle] }
            text += "\n## \(MarkdownText.escaped(section.title))\n\n| | \(titles.joined(separator: " | ")) |\n"
            text += "| --- |\(String(repeating: " ---: |", count: titles.count))\n"
            for row in section.rows {
                var cells = row.cells.flatMap { [$0.value, $0.spread] }
                if cells.isEmpty { cells = titles.map { _ in "" } }
                text += "| \(MarkdownText.escaped(row.label)) | \(cells.joined(separator: " | ")) |\n"
            }
        }
        return text + "\n" + remarks(isTable: false).map(MarkdownText.escaped).joined(separator: "\n\n") + "\n"
    }

    // MARK: Words

    var title: String {
        let days = Int((report.horizon - report.warmup).days.rounded())
        let start = CivilClock(start: report.scenario.model.start).date(of: report.warmup)
        return Texts.resultPeriod(
            title: report.scenario.safeTitle, start: DateFormat.long(start),
            days: Texts.plural(days, da: "dag", "dage", en: "day", "days"))[language]
    }

    /// What must be known before the numbers are read: that not all was done, or that one year alone tells no uncertainty.
    private var notices: [RunReport.Warning] { report.warnings.filter(isNotice) }

    private func isNotice(_ warning: RunReport.Warning) -> Bool {
        warning.code == "interrupted" || warning.code == "fewReplications" && report.result.replications == 1
    }

    var spreadTitle: String {
        let isYear = (360...370).contains((report.horizon - report.warmup).days)
        return (isYear ? Texts.resultYears : Texts.resultReplications)[language]
    }

    /// What must be known to judge the numbers, and what they were made from.
    private func remarks(isTable: Bool) -> [String] {
        // Hidden groups are told below, by their labels.
        var remarks = report.isStale ? [Texts.resultIsOld[language]] : []
        if let warmup = report.foundWarmup, warmup.isTooShort { remarks.append(Texts.warmupTooShort[language]) }
        remarks += report.warnings.filter { $0.code != "smallGroups" && !isNotice($0) }.map { $0.text[language] }
        let arranger = ReportArranger(report, language: language)
        let sections = arranger.sections(isFull: report.isFull || !isTable)
        if sections.contains(where: { $0.rows.contains { $0.cells.contains { $0.value.hasSuffix(Self.sparseMark) } } })
        {
            remarks.append(Self.sparseMark + " " + Texts.fewObservations(Measure.sparseLimit)[language])
        }
        let notReached = Texts.notReached[language]
        if sections.contains(where: { $0.rows.contains { $0.cells.contains { $0.value == notReached } } }) {
            remarks.append(Texts.notReachedMeans[language])
        }
        let hidden = arranger.hiddenGroups
        if !hidden.isEmpty {
            remarks.append(Texts.hiddenGroups(hidden, smallest: Measure.smallestGroup)[language])
        }
        if isTable, !report.isFull, arranger.hasMore { remarks.append(Texts.moreInTable[language]) }
        let assumptions = report.assumptions.count
        if assumptions > 0 {
            remarks.append(Texts.assumptionsBehind(assumptions, of: report.scenario.provenance.count)[language])
        }
        if let stopping = report.result.stopping, stopping.isReached {
            remarks.append(
                Texts.hardestMeasure(
                    report.scenario.measureLabel(stopping.hardest), report.result.replications)[language])
        }
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: report.result.seed,
                replications: report.result.replications, version: Escaping.terminalSafe(report.engineVersion))[
                    language])
        return remarks
    }

    /// Behind a number that few observations are behind.
    static let sparseMark = "*"
}
