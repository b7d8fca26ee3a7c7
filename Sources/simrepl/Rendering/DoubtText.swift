import PathwaySim
import Scenarios

/// What a result's uncertainty comes from, for reading.
struct DoubtText {
    let report: DoubtReport
    let language: Language

    func document() -> ReadingDocument {
        var document = ReadingDocument(
            title: Texts.doubtTitle(report.scenario.safeTitle)[language], language: language)
        document.sentences = report.findings.prefix(1).flatMap(lead).map { $0[language] }
        if report.isInterrupted {
            document.notice = Texts.doubtInterrupted(report.done, of: report.planned)[language]
        }
        document.sections = report.findings.map(parts) + follows() + [inputs()]
        document.remarks = remarks().map { $0[language] }
        return document
    }

    // MARK: In words

    private func lead(_ finding: DoubtReport.Finding) -> [Text] {
        let label = finding.measure.label(in: report.scenario)
        guard let split = finding.split else { return [Texts.doubtUnknown(label)] }
        var sentences: [Text] = []
        if let spread = split.yearSpread {
            sentences.append(Texts.doubtYears(label, both { ends(spread, finding, $0) }))
        }
        guard let share = split.inputShare else { return sentences + [Texts.doubtNone] }
        if let shift = shift(split, finding) { sentences.append(shift) }
        let names = finding.told.prefix(3).map { report.inputs[$0].setting.label.safe }
        sentences.append(
            split.isInputTold
                ? Texts.doubtShares(inputs: both { percent(share, $0) }, chance: both { percent(1 - share, $0) })
                : names.isEmpty ? Texts.doubtInputsNotTold : Texts.doubtInputsNotSized)
        if !names.isEmpty { sentences.append(Texts.doubtMost(Array(names))) }
        return sentences
    }

    /// That the mean moves when the numbers vary, where that is beyond chance; nil where it is not.
    private func shift(_ split: UncertaintySplit, _ finding: DoubtReport.Finding) -> Text? {
        guard let now = finding.base.mean, let width = finding.base.halfWidth else { return nil }
        let sure = (split.halfWidth * split.halfWidth + width * width).squareRoot()
        guard abs(split.mean - now) > sure else { return nil }
        let unit = finding.base.unit.scale
        func written(_ value: Double, _ halfWidth: Double) -> Text {
            both { NumberFormat.withUncertainty(value * unit, halfWidth: halfWidth * unit, language: $0) }
        }
        return Texts.doubtShift(written(split.mean, split.halfWidth), now: written(now, width))
    }

    private func both(_ text: (Language) -> String) -> Text { Text(da: text(.da), en: text(.en)) }

    private func percent(_ share: Double, _ language: Language) -> String {
        NumberFormat.percent(share, digits: 0, language: language)
    }

    private func ends(_ ends: (low: Double, high: Double), _ finding: DoubtReport.Finding, _ language: Language)
        -> String
    {
        let scale = finding.base.unit.scale
        return ReportSection.Cell.spread(ends.low * scale, ends.high * scale, 0, language)
    }

    // MARK: Tables

    /// A measure with chance alone, the numbers alone, and both.
    private func parts(_ finding: DoubtReport.Finding) -> ReadingDocument.Section {
        var section = ReadingDocument.Section(
            title: finding.measure.label(in: report.scenario)[language],
            columns: [
                .init(title: Texts.doubtMean[language]), .init(title: Texts.resultYears[language], alignment: .right),
                .init(title: Texts.doubtShareTitle[language], alignment: .right),
            ])
        let unit = finding.base.unit.scale
        let now = ReportSection.Cell(finding.base, scale: unit, language: language)
        let chance = finding.split.flatMap { $0.inputShare.map { percent(1 - $0, language) } } ?? ""
        section.rows = [[Texts.doubtChanceAlone[language], now.value, now.spread, chance]]
        guard let split = finding.split else { return section }
        section.rows.append([
            Texts.doubtInputsAlone[language], "",
            split.isInputTold
                ? split.inputSpread.map { ends($0, finding, language) } ?? "" : Texts.doubtNotTold[language],
            share(split),
        ])
        section.rows.append([
            Texts.doubtTogether[language],
            NumberFormat.withUncertainty(split.mean * unit, halfWidth: split.halfWidth * unit, language: language),
            split.yearSpread.map { ends($0, finding, language) } ?? "", "",
        ])
        return section
    }

    /// The share of the uncertainty that comes from the numbers, with its interval.
    private func share(_ split: UncertaintySplit) -> String {
        guard let share = split.inputShare else { return NumberFormat.undefined }
        let ends = split.inputShareRange.map { range in
            " (" + NumberFormat.decimal(range.low * 100, digits: 0, language: language) + "–"
                + percent(range.high, language) + ")"
        }
        return percent(share, language) + (ends ?? "")
    }

    /// Which numbers each measure follows: one column a measure, only rows that some measure follows.
    private func follows() -> [ReadingDocument.Section] {
        let shown = report.inputs.indices.filter { input in report.findings.contains { $0.follows[input].isTold } }
        guard !shown.isEmpty else { return [] }
        func strength(_ input: Int) -> Double {
            report.findings.map { $0.follows[input].isTold ? abs($0.follows[input].rank?.value ?? 0) : 0 }.max() ?? 0
        }
        var section = ReadingDocument.Section(
            title: Texts.doubtFollows[language],
            columns: report.findings.map { .init(title: $0.measure.label(in: report.scenario)[language]) })
        for input in shown.sorted(by: { strength($0) != strength($1) ? strength($0) > strength($1) : $0 < $1 }) {
            section.rows.append(
                [Escaping.terminalSafe(report.inputs[input].setting.label[language])]
                    + report.findings.map { finding in
                        let (rank, isTold) = finding.follows[input]
                        guard isTold, let value = rank?.value else { return "" }
                        return (value > 0 ? "+" : "") + NumberFormat.decimal(value, digits: 1, language: language)
                    })
        }
        return [section]
    }

    private func inputs() -> ReadingDocument.Section {
        var section = ReadingDocument.Section(
            title: Texts.doubtDrawn[language],
            columns: [
                .init(title: Texts.doubtNow[language], alignment: .right),
                .init(title: Texts.doubtRange[language], alignment: .right), .init(title: "", alignment: .left),
            ])
        for input in report.inputs {
            let number = input.number
            section.rows.append([
                Escaping.terminalSafe(input.setting.label[language]) + (input.isStated ? "" : "*"),
                written(input.setting.value),
                written(input.node(number.low)) + " – " + written(input.node(number.high)),
                law(input)[language],
            ])
        }
        return section
    }

    /// Where a triangle's tip is not the scenario's own number, that is all there is to say of it.
    private func law(_ input: UncertainSetting) -> Text {
        guard input.isAway else { return Texts.doubtLaw(input.number.law.rawValue) }
        return input.number.law == .triangular
            ? Texts.doubtAway : Texts.doubtLaw(input.number.law.rawValue) + Text(same: "; ") + Texts.doubtAway
    }

    private func written(_ node: JSONNode) -> String {
        if let number = node.number { return NumberFormat.exact(number, language: language) }
        guard let text = node.string else { return "" }
        return (try? DurationText(parsing: text)).map { DurationFormat.text($0)[language] }
            ?? Escaping.terminalSafe(text)
    }

    // MARK: Remarks

    private func remarks() -> [Text] {
        var remarks: [Text] = []
        if report.findings.contains(where: { $0.split?.isVague ?? true }) {
            remarks.append(Texts.doubtVague(draws: max(2 * report.planned, 4 * report.done)))
        }
        remarks.append(Texts.doubtColumns)
        if report.findings.contains(where: { $0.follows.contains { $0.isTold } }) { remarks.append(Texts.doubtRanks) }
        if report.known > 0 { remarks.append(Texts.doubtKnown(report.known)) }
        if report.inputs.contains(where: { !$0.isStated }) { remarks.append(Texts.doubtWidened) }
        if report.inputs.contains(where: { $0.isAway && $0.number.law != .uniform }) {
            remarks.append(Texts.doubtAwayMeans)
        }
        if !report.leftOut.isEmpty { remarks.append(Texts.tornadoLeftOut(report.leftOut.count)) }
        remarks.append(
            Texts.doubtMethod(draws: report.done, years: report.years, base: report.baseYears, level: report.level))
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: report.seed,
                replications: report.done * report.years + report.baseYears, version: Version.current))
        return remarks
    }
}
