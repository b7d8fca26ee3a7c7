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
                let digits = digits(index)
                return Texts.unexplainedFigure(
                    name(index), observed: exact(line.observed), mean: number(line.mean, digits),
                    low: number(line.low, digits), high: number(line.high, digits))
            }
    }

    /// A figure with its period, which goes without saying when it is that of all of them.
    private func name(_ index: Int) -> Text {
        let entry = report.entries[index]
        let name = entry.name.safe + (entry.members.isEmpty ? Text(same: "") : Texts.inAll(entry.members.count))
        let start = report.scenario.model.start
        if start.adding(days: entry.figure.from) == report.from, start.adding(days: entry.figure.to) == report.to {
            return name
        }
        return name + Text(same: ", ") + span(entry.figure.from, entry.figure.to)
    }

    /// `31.12.`, `marts`, `1.3.–15.4.`, with the years where there are several.
    private func span(_ from: Int, _ to: Int) -> Text {
        let (first, last) = (
            report.scenario.model.start.adding(days: from), report.scenario.model.start.adding(days: to)
        )
        let common = report.from.components.year == report.to.components.year ? report.from.components.year : 0
        if from == to { return DateFormat.compact(first, in: common) }
        let (year, month, day) = first.components
        let after = last.adding(days: 1).components
        if day == 1, after.day == 1, month == 12 ? after == (year + 1, 1, 1) : after == (year, month + 1, 1) {
            return DateFormat.month(month) + Text(same: common == 0 ? " \(year)" : "")
        }
        return DateFormat.compact(first, in: common) + Text(same: "–") + DateFormat.compact(last, in: common)
    }

    private func figures() -> ReadingDocument.Section {
        var titles = [Texts.observedTitle, Texts.modelTitle, Texts.yearsTitle]
        if report.proposedComparison != nil { titles.append(Texts.proposedTitle) }
        var section = ReadingDocument.Section(
            title: Texts.figureTitle[language],
            columns: titles.map { .init(title: $0[language], alignment: .right) })
        let sums = report.entries.indices.filter { !report.entries[$0].members.isEmpty }
        for index in report.table.rows.indices {
            let sum = sums.first { report.entries[$0].members.contains(index) }
            let isLast = sum.map { report.entries[$0].members.last == index } ?? false
            if sum.map(showsMembers) ?? true { section.rows.append(row(index)) }
            if let sum, isLast { section.rows.append(row(sum)) }
        }
        return section
    }

    /// Whether a sum's periods stand by themselves too.
    private func showsMembers(_ sum: Int) -> Bool {
        showsAll || report.entries[sum].members.contains { isUnexplained($0) }
    }

    private func isUnexplained(_ index: Int) -> Bool {
        report.comparison.lines[index].isUnexplained
            || (report.proposedComparison?.lines[index].isUnexplained ?? false)
    }

    private func row(_ index: Int) -> [String] {
        let line = report.comparison.lines[index]
        let digits = digits(index)
        var cells = [
            name(index)[language] + (line.isUnexplained ? " *" : ""), exact(line.observed)[language],
            number(line.mean, digits)[language], range(line.low, line.high, digits),
        ]
        if let proposed = report.proposedComparison?.lines[index] {
            cells.append(number(proposed.mean, digits)[language] + (proposed.isUnexplained ? " *" : ""))
        }
        return cells
    }

    private func range(_ low: Double?, _ high: Double?, _ digits: Int) -> String {
        guard low != nil, high != nil else { return NumberFormat.undefined }
        return number(low, digits)[language] + "–" + number(high, digits)[language]
    }

    private func exact(_ value: Double) -> Text { NumberFormat.text((value * 1e6).rounded() / 1e6) }

    /// Decimals of a figure's simulated numbers, the same for all of them: one where any is below 10 and not whole.
    private func digits(_ index: Int) -> Int {
        let line = report.comparison.lines[index]
        let proposed = report.proposedComparison?.lines[index]
        let numbers = [line.mean, line.low, line.high, proposed?.mean].compactMap { $0 }
        let isFine = numbers.contains { $0 < 9.95 && abs($0 - $0.rounded()) >= 0.05 }
        return isFine && !numbers.contains { $0 >= 99.5 } ? 1 : 0
    }

    private func number(_ value: Double?, _ digits: Int) -> Text {
        value.map { NumberFormat.text($0, digits: digits) } ?? Text(same: NumberFormat.undefined)
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
        sentences += report.atBound.map { Texts.atBound($0.name.safe) }
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
        if let used = report.calibration?.used {
            let given = used.indices.filter { report.held?.gives(report.entries[$0].figure) ?? false }
            let unused = used.indices.filter { !used[$0] && !given.contains($0) }
            if !given.isEmpty { remarks.append(Texts.arrivalsHeld) }
            if !unused.isEmpty { remarks.append(Texts.figuresUnused(unused.map(name))) }
        }
        remarks.append(Texts.calibrateMethod(years: report.years.count, runs: report.calibration?.runs ?? 0))
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: report.seed,
                replications: report.years.count, version: Version.current))
        return remarks
    }
}
