import Foundation
import PathwaySim
import Scenarios

/// Last year beside the model, and what is proposed for the unknowns, for reading.
struct CalibrateText {
    let report: CalibrationReport
    let showsAll: Bool
    let language: Language

    func document() -> ReadingDocument {
        var document = ReadingDocument(
            title: Texts.calibrateTitle(report.scenario.safeTitle, from: report.from, to: report.to)[language],
            language: language)
        document.sentences = sentences().map { $0[language] }
        document.sections = [figures()]
        if !report.unknowns.isEmpty { document.sections.append(proposals()) }
        document.remarks = remarks().map { $0[language] }
        return document
    }

    // MARK: Figures

    private func sentences() -> [Text] {
        let lines = report.comparison.lines
        let unexplained = lines.indices.filter { lines[$0].isUnexplained }
        let years = report.years.count
        guard !unexplained.isEmpty else { return [Texts.allExplained(lines.count, years: years)] }
        return [Texts.someUnexplained(unexplained.count, of: lines.count, years: years)]
            + unexplained.prefix(3).map { index in
                let line = lines[index]
                let kind = report.figures[index].kind
                return Texts.unexplainedFigure(
                    name(index), observed: number(line.observed, kind, isExact: true), mean: number(line.mean, kind),
                    low: number(line.low, kind), high: number(line.high, kind))
            }
    }

    /// A figure with its period.
    private func name(_ index: Int) -> Text {
        let figure = report.figures[index]
        return report.table.rows[index].name.safe + Text(same: ", ") + span(figure.from, figure.to)
    }

    private func date(_ day: Int) -> CivilDate { report.scenario.model.start.adding(days: day) }

    /// `31.12.2025`, `marts 2025`, `2025`, `1.3.2025–15.4.2025`.
    private func span(_ from: Int, _ to: Int) -> Text {
        let (first, last) = (date(from), date(to))
        if from == to { return DateFormat.compact(first, in: 0) }
        let (year, month, day) = first.components
        let after = last.adding(days: 1).components
        if day == 1, after.day == 1 {
            if month == 12 ? after == (year + 1, 1, 1) : after == (year, month + 1, 1) {
                let name = DateFormat.month(month)
                return Text(da: "\(name.da) \(year)", en: "\(name.en) \(year)")
            }
            if month == 1, after == (year + 1, 1, 1) { return Text(same: "\(year)") }
        }
        return DateFormat.compact(first, in: 0) + Text(same: "–") + DateFormat.compact(last, in: 0)
    }

    private func figures() -> ReadingDocument.Section {
        var titles = [Texts.observedTitle, Texts.modelTitle, Texts.yearsTitle]
        if report.proposedComparison != nil { titles.append(Texts.proposedTitle) }
        var section = ReadingDocument.Section(
            title: Texts.figureTitle[language],
            columns: titles.map { .init(title: $0[language], alignment: .right) })
        for group in groups() {
            section.rows.append(group.count > 1 ? sum(group) : row(group[0]))
        }
        return section
    }

    private func isUnexplained(_ index: Int) -> Bool {
        report.comparison.lines[index].isUnexplained
            || (report.proposedComparison?.lines[index].isUnexplained ?? false)
    }

    /// Rows of the table: a figure each, except that four periods or more of one count, all explained, are put together.
    private func groups() -> [[Int]] {
        var groups: [[Int]] = []
        for index in report.figures.indices {
            if let last = groups.last?.last, !showsAll, canBeSummed(index), canBeSummed(last),
                report.figures[last].kind == report.figures[index].kind
            {
                groups[groups.count - 1].append(index)
            } else {
                groups.append([index])
            }
        }
        return groups.flatMap { $0.count >= 4 ? [$0] : $0.map { [$0] } }
    }

    private func canBeSummed(_ index: Int) -> Bool {
        if case .waiting = report.figures[index].kind { return false }
        return report.figures[index].kind.isCount && !isUnexplained(index)
    }

    private func row(_ index: Int) -> [String] {
        let line = report.comparison.lines[index]
        let kind = report.figures[index].kind
        var cells = [
            name(index)[language] + (line.isUnexplained ? " *" : ""),
            number(line.observed, kind, isExact: true)[language],
            number(line.mean, kind)[language], range(line.low, line.high, kind),
        ]
        if let proposed = report.proposedComparison?.lines[index] {
            cells.append(number(proposed.mean, kind)[language] + (proposed.isUnexplained ? " *" : ""))
        }
        return cells
    }

    /// Several periods of one count as their sum.
    private func sum(_ group: [Int]) -> [String] {
        let kind = report.figures[group[0]].kind
        func total(_ years: [[Double?]]) -> FigureComparison.Line {
            let figure = ObservedFigure(kind, from: 0, to: 0)
            let sums = years.map { year -> [Double?] in [group.reduce(0.0) { $0 + (year[$1] ?? 0) }] }
            let observed = group.reduce(0.0) { $0 + report.comparison.lines[$1].observed }
            return FigureComparison([figure], observed: [observed], years: sums, level: report.level).lines[0]
        }
        let line = total(report.years)
        let days = (
            from: group.map { report.figures[$0].from }.min() ?? 0, to: group.map { report.figures[$0].to }.max() ?? 0
        )
        let name = report.table.rows[group[0]].name.safe + Texts.periods(group.count, span(days.from, days.to))
        var cells = [
            name[language], number(line.observed, kind, isExact: true)[language], number(line.mean, kind)[language],
            range(line.low, line.high, kind),
        ]
        if let proposed = report.proposedYears { cells.append(number(total(proposed).mean, kind)[language]) }
        return cells
    }

    private func range(_ low: Double?, _ high: Double?, _ kind: ObservedFigure.Kind) -> String {
        guard low != nil, high != nil else { return NumberFormat.undefined }
        return number(low, kind)[language] + "–" + number(high, kind)[language]
    }

    /// Counts whole from 20 on, days with a decimal up to 20.
    private func number(_ value: Double?, _ kind: ObservedFigure.Kind, isExact: Bool = false) -> Text {
        guard let value else { return Text(same: NumberFormat.undefined) }
        if isExact { return NumberFormat.text((value * 1e6).rounded() / 1e6) }
        return NumberFormat.text(value, digits: value < 20 && value != value.rounded() ? 1 : 0)
    }

    // MARK: Unknowns

    private func label(_ value: LeverValue) -> String { value.label(language) }

    private func proposals() -> ReadingDocument.Section {
        let titles = [Texts.presentTitle, Texts.proposalTitle, Texts.surelyTitle(report.level), Texts.boundsTitle]
        var section = ReadingDocument.Section(
            title: Texts.proposalsTitle[language],
            columns: titles.map { .init(title: $0[language], alignment: .right) })
        for unknown in report.unknowns {
            let bounds = "\(label(unknown.low))–\(label(unknown.high))"
            let present = label(LeverValue(unknown.present, unknown.low.unit))
            let found = report.proposals.first { $0.unknown.setting.path == unknown.setting.path }
            section.rows.append([
                unknown.name.safe[language], present, found.map { label($0.value) } ?? Texts.noProposal[language],
                found.map { "\(label($0.low))–\(label($0.high))" } ?? "", bounds,
            ])
        }
        section.sentences = verdicts().map { $0[language] }
        return section
    }

    private func verdicts() -> [Text] {
        guard let calibration = report.calibration else { return [] }
        var sentences: [Text] = []
        for (unknown, verdict) in zip(report.unknowns, calibration.verdicts) {
            let name = unknown.name.safe
            switch verdict {
            case .told: break
            case .untold:
                sentences.append(
                    Texts.untoldUnknown(
                        name, low: Text(same: label(unknown.low)), high: Text(same: label(unknown.high))))
            case .inseparable(let others):
                sentences.append(Texts.inseparableUnknown(name, from: others.map { report.unknowns[$0].name.safe }))
            }
        }
        sentences += report.proposals.filter(\.isAtBound).map { Texts.atBound($0.unknown.name.safe) }
        if let proposed = report.proposedComparison {
            let count = proposed.lines.count { $0.isUnexplained }
            sentences.append(count == 0 ? Texts.bothExplained : Texts.stillUnexplained(count))
            sentences.append(Texts.acceptHint)
        }
        return sentences
    }

    // MARK: Remarks

    private func remarks() -> [Text] {
        var remarks = report.proposals.map { proposal -> Text in
            let command = language == .da ? Command.set.alias : Command.set.name
            let value = proposal.value.text
            return Text(same: "  \(command) \(proposal.unknown.setting.path) \(value)")
        }
        if !report.table.leftOut.isEmpty {
            remarks.append(Texts.figuresLeftOut(report.table.leftOut.map { ($0.row, $0.reason) }))
        }
        if let used = report.calibration?.used, used.contains(false) {
            remarks.append(Texts.figuresUnused(used.indices.filter { !used[$0] }.map(name)))
        }
        remarks.append(Texts.calibrateMethod(years: report.years.count, runs: report.calibration?.runs ?? 0))
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: report.seed,
                replications: report.years.count, version: Version.current))
        return remarks
    }
}
