import PathwaySim
import Scenarios

/// A sweep as a report for those who will never install anything: every result is in the file, the reader picks values.
struct SweepPaper {
    let report: SweepReport
    let language: Language

    func paper() -> Paper {
        let text = SweepText(report: report, language: language).document()
        var paper = Paper(title: text.title, language: language.rawValue)
        paper.blocks += ReportParts.notices(of: report.scenario, isStale: false, language)
        paper.part(
            Texts.reportInWords[language],
            [.paragraph(Texts.reportTake[language]), .levers(levers(), cells()), .list(text.remarks)])
        let charts = SweepCharts(report: report, language: language).charts()
        paper.part(Texts.reportResults[language], charts.map { .figure($0) })
        paper.blocks += ReportParts.basis(of: report.scenario, language)
        paper.part(Texts.reportAgain[language], again())
        return paper
    }

    private func levers() -> [Paper.Lever] {
        report.levers.map { lever in
            Paper.Lever(
                label: Escaping.terminalSafe(lever.setting.label[language]),
                values: lever.values.map { $0.label(language) })
        }
    }

    private func cells() -> [Paper.LeverCell] {
        report.cells.map { cell in
            let rows = report.measures.indices.map { index -> [String] in
                let shown = report.text(cell, index, language)
                return [report.measures[index].label(in: report.scenario)[language], shown.value, shown.spread]
            }
            let table = Paper.Block.table(
                head: ["", Texts.reportValue[language], Texts.resultReplications[language]], rows: rows)
            let warning: [Paper.Block] = cell.isOverloaded ? [.notice(Texts.overloadedCells[language])] : []
            return Paper.LeverCell(point: cell.point, blocks: [table] + warning)
        }
    }

    private func again() -> [Paper.Block] {
        let model = report.scenario.model
        let ranges = report.levers.map { lever in
            let (first, last) = (lever.values.first?.text ?? "", lever.values.last?.text ?? "")
            let step =
                lever.values.count > 1
                ? " " + NumberFormat.shortest(lever.values[1].amount - lever.values[0].amount) : ""
            return " \(lever.setting.path) \(first)..\(last)\(step)"
        }
        let own = report.measures.filter { $0.group == nil }
        let attributes = report.measures.compactMap(\.group?.attribute)
        let by = attributes.enumerated().filter { !attributes[..<$0.offset].contains($0.element) }.map(\.element)
        let measures = own.map { " --measure \($0.name)" }.joined() + by.map { " --by \($0)" }.joined()
        let command =
            "load \(ReportParts.reference(report.scenario)); sweep\(ranges.joined())\(measures) --seed \(report.seed)"
            + " --replications \(report.replications)"
        return ReportParts.reproducibility(
            report.scenario, command: Escaping.terminalSafe(command), seed: report.seed,
            replications: report.replications, level: report.level, days: (model.horizon - model.warmup).days,
            warmup: model.warmup, version: Version.current, language)
    }
}
