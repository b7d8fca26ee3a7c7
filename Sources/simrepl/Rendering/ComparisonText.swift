import PathwaySim
import Scenarios

/// A comparison for reading: on the screen, or as Markdown.
struct ComparisonText {
    let report: ComparisonReport
    let language: Language

    // MARK: The screen

    /// Lines no wider than `width` where words allow. `heading` makes headings stand out.
    func table(width: Int, heading: (String) -> String) -> [String] {
        var lines = DisplayWidth.wrapped(Texts.comparedWith(report.base.title)[language], to: width).map(heading)
        if let interruption { lines += DisplayWidth.wrapped(interruption, to: width) }
        for (contender, variant) in zip(report.variants, report.comparison.variants) {
            lines.append("")
            lines += DisplayWidth.wrapped(lead(contender), to: width).map(heading)
            for sentence in sentences(variant, of: contender) {
                lines += DisplayWidth.wrapped("  " + sentence, to: width, indent: "  ")
            }
            lines.append("")
            lines += best(rows(variant), width: width).lines(width: width, heading: heading)
        }
        lines.append("")
        return lines + remarks(isTable: true).flatMap { DisplayWidth.wrapped($0, to: width) }
    }

    /// That not all was done, which must be known before the numbers are read; nil when all was.
    private var interruption: String? {
        zip([report.base] + report.variants, [report.comparison.base] + report.comparison.variants.map(\.result)).lazy
            .flatMap { report.warnings($0, $1) }.first { $0.code == "interrupted" }?.text[language]
    }

    /// As many columns as there is room for, those with nothing in them left out; the last ones are dropped first.
    private func best(_ rows: [Row], width: Int) -> TextTable {
        let used = Self.columns.indices.filter { column in rows.contains { !$0.cells[column].isEmpty } }
        for narrowest in [26, 18] {
            for left in 0...2 {
                let columns = used.filter { $0 < Self.columns.count - left }
                for wraps in [false, true] {
                    let table = table(rows, columns, wrapsTitles: wraps, narrowest: narrowest)
                    if table.fits(width) { return table }
                }
            }
        }
        return table(rows, used, wrapsTitles: true, narrowest: 26)
    }

    private func table(_ rows: [Row], _ shown: [Int], wrapsTitles: Bool, narrowest: Int) -> TextTable {
        let columns = shown.map { Self.columns[$0] }
        var table = TextTable(
            columns: [.init(title: "", mayShrink: true, wraps: true, narrowest: narrowest)]
                + columns.map { .init(title: $0.title[language], alignment: $0.alignment) },
            decimalMark: language == .da ? "," : ".", wrapsTitles: wrapsTitles)
        for row in rows { table.rows.append(.cells(["  " + row.label] + shown.map { row.cells[$0] })) }
        return table
    }

    private static let columns: [(title: Text, alignment: TextTable.Alignment)] = [
        (Texts.columnBase, .decimal), (Texts.columnVariant, .decimal), (Texts.columnDifference, .decimal),
        (Texts.columnCertain, .left), (Texts.columnGain, .right), (Texts.resultYears, .right),
    ]

    // MARK: Markdown

    func markdown() -> String {
        var text = "# \(MarkdownText.escaped(Texts.comparedWith(report.base.title)[language]))\n"
        if let interruption { text += "\n**\(MarkdownText.escaped(interruption))**\n" }
        for (contender, variant) in zip(report.variants, report.comparison.variants) {
            text += "\n## \(MarkdownText.escaped(lead(contender)))\n\n"
            text += sentences(variant, of: contender).map { "- " + MarkdownText.escaped($0) + "\n" }.joined()
            text += "\n| | \(Self.columns.map { $0.title[language] }.joined(separator: " | ")) |\n"
            text += "| --- |" + Self.columns.map { $0.alignment == .left ? " --- |" : " ---: |" }.joined() + "\n"
            for row in rows(variant) {
                text += "| \(MarkdownText.escaped(row.label)) | "
                text += row.cells.map(MarkdownText.escaped).joined(separator: " | ") + " |\n"
            }
        }
        return text + "\n" + remarks(isTable: false).map(MarkdownText.escaped).joined(separator: "\n\n") + "\n"
    }

    // MARK: Rows

    /// A variant's differences as a table.
    func differences(_ variant: Comparison.Variant) -> (head: [String], rows: [[String]]) {
        ([""] + Self.columns.map { $0.title[language] }, rows(variant).map { [$0.label] + $0.cells })
    }

    private struct Row {
        var label: String
        /// One for each of `columns`.
        var cells: [String]
    }

    private func rows(_ variant: Comparison.Variant) -> [Row] {
        let before = measures(report.comparison.base)
        let after = measures(variant.result)
        return report.shown(variant).map { difference in
            let key = ReportArranger.Key(name: difference.name, group: difference.by)
            let change = DifferenceCell(difference, language: language)
            let isHidden = before[key]?.isHidden == true || after[key]?.isHidden == true
            let cells =
                isHidden
                ? Self.columns.map { _ in "" }
                : [
                    cell(before[key], beside: after[key]), cell(after[key], beside: before[key]), change.value,
                    // So few observations make nothing certain.
                    difference.halfWidth == nil || difference.isSparse
                        ? "" : certainty(difference)[language],
                    change.gain, change.spread,
                ]
            return Row(label: label(difference), cells: cells)
        }
    }

    private func label(_ difference: Difference) -> String {
        let isJudgedTogether = report.comparison.headline.contains(difference.name) && difference.by == nil
        let label = report.label(difference.name)[language] + (isJudgedTogether ? " •" : "")
        guard let group = difference.by else { return label }
        let attribute = report.scenario?.labels.text(.attributes, group.attribute).safe[language] ?? group.attribute
        let value = report.scenario?.labels.group(group) ?? Texts.groupValue(group.value)
        return "\(label) (\(attribute): \(value[language]))"
    }

    private func measures(_ result: RunResult) -> [ReportArranger.Key: Measure] {
        Dictionary(
            result.measures.map { (.init(name: $0.name, group: $0.by), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// With as many digits as the measure it is read beside.
    private func cell(_ measure: Measure?, beside other: Measure? = nil) -> String {
        guard let measure else { return NumberFormat.undefined }
        return ReportSection.Cell(
            measure, scale: measure.unit.scale, column: ColumnDigits([measure, other]), language: language
        ).value
    }

    private func certainty(_ difference: Difference) -> Text {
        guard difference.isDistinguishable else { return Texts.no }
        return difference.isSlight ? Texts.yesButSlight : Texts.yes
    }

    // MARK: Sentences

    /// What the variant is: its change, or its title.
    func lead(_ contender: Contender) -> String {
        switch contender.changes.count {
        case 0: contender.title[language]
        case 1...3: contender.changes.map { Texts.withChange($0)[language] }.joined(separator: ". ")
        default: Texts.withChanges(contender.changes.count)[language]
        }
    }

    /// What a decision needs: the certain differences in headline measures, or how large one may be that did not show.
    func sentences(_ variant: Comparison.Variant, of contender: Contender) -> [String] {
        missing(variant) + changes(variant, of: contender)
    }

    /// Headline measures that only one side has: nobody got so far on the other.
    private func missing(_ variant: Comparison.Variant) -> [String] {
        let headline = report.comparison.headline.compactMap { variant.difference($0) }
        return [true, false].compactMap { isLost in
            let found = headline.filter { ($0.base == nil) != ($0.variant == nil) && ($0.variant == nil) == isLost }
            let labels = found.map { report.label($0.name) }
            guard !labels.isEmpty else { return nil }
            return (isLost ? Texts.noValueAfter(labels) : Texts.noValueBefore(labels))[language]
        }
    }

    private func changes(_ variant: Comparison.Variant, of contender: Contender) -> [String] {
        let headline = report.comparison.headline.compactMap { variant.difference($0) }
        let distinguishable = headline.filter { $0.isDistinguishable && !$0.isSparse }
        let certain = distinguishable.filter { !$0.isSlight }
        guard certain.isEmpty else {
            let plain = certain.first { changedWait($0, contender) != nil }
            let first = plain.flatMap { difference in
                changedWait(difference, contender).map { nineOfTen(difference, variant, with: $0) }
            }
            let rest = certain.filter { $0.name != plain?.name }.map { became($0, variant) }
            return Array(((first.map { [$0] } ?? []) + rest).prefix(4)) + fewer(certain, variant) + elsewhere(variant)
        }
        if let slight = distinguishable.first {
            return [Texts.onlySlight[language], became(slight, variant)] + elsewhere(variant)
        }
        let isComparable = headline.isEmpty || headline.contains { $0.difference != nil }
        var sentences =
            (isComparable ? [Texts.noCertainDifference[language].capitalisedFirst] : []) + elsewhere(variant)
        for difference in headline.prefix(2) {
            guard let change = difference.difference, let width = difference.halfWidth, width > 0 else { continue }
            let scale = difference.unit.scale
            let most = NumberFormat.rounded(
                (abs(change) + width) * scale, halfWidth: width * scale, language: language)
            sentences.append(
                Texts.mayHide(report.label(difference.name), Text(same: most))[language])
        }
        return sentences
    }

    /// Where those who begin wait for a shorter time because fewer begin: that is no gain.
    private func fewer(_ certain: [Difference], _ variant: Comparison.Variant) -> [String] {
        var steps: [String] = []
        for difference in certain where difference.difference ?? 0 < 0 && difference.name.hasPrefix("wait.") {
            let parts = difference.name.split(separator: ".")
            if parts.count == 3, !steps.contains(String(parts[1])) { steps.append(String(parts[1])) }
        }
        return steps.compactMap { step in
            guard let begun = variant.difference("throughput.\(step)"), begun.isDistinguishable,
                let change = begun.difference, let base = begun.base, change < -base / 20
            else { return nil }
            return Texts.fewerBegin(
                report.label(begun.name), Text(same: DifferenceCell(begun, language: language).value))[language]
        }
    }

    private func elsewhere(_ variant: Comparison.Variant) -> [String] {
        let changes = report.elsewhere(variant).map { difference in
            report.label(difference.name) + Text(same: " (\(DifferenceCell(difference, language: language).value))")
        }
        return changes.isEmpty ? [] : [Texts.changedElsewhere(changes)[language]]
    }

    /// What is said of the change, where the variant is one change of slots and the measure is how long 9 of 10 wait for
    /// them.
    private func changedWait(_ difference: Difference, _ contender: Contender) -> Text? {
        guard contender.changes.count == 1, let change = contender.changes.first,
            difference.name.hasPrefix("wait."), difference.name.hasSuffix(".p90"), let scenario = report.scenario,
            difference.halfWidth ?? 0 > 0
        else { return nil }
        let resource = scenario.model.steps.first { "wait.\($0.name).p90" == difference.name }
            .flatMap(ExtraCapacity.resource)
        guard let resource, change.path == "resources.\(resource).slotsPerWeek" else { return nil }
        return Texts.withMore(change)
    }

    private func nineOfTen(_ difference: Difference, _ variant: Comparison.Variant, with more: Text) -> String {
        let measure = variant.result.measure(difference.name)
        let base = report.comparison.base.measure(difference.name)
        // The half-width alone, rounded as it is beside a number.
        let text = NumberFormat.withUncertainty(
            difference.difference ?? 0, halfWidth: difference.halfWidth ?? 0, language: language)
        let uncertainty = String(text.drop { $0 != "±" }.dropFirst(2))
        return Texts.nineOfTenWith(
            more, base: Text(same: rounded(base, beside: measure)),
            variant: Text(same: rounded(measure, beside: base)), uncertainty: Text(same: uncertainty),
            years: measure.flatMap(years))[
                language]
    }

    private func became(_ difference: Difference, _ variant: Comparison.Variant) -> String {
        let base = report.comparison.base.measure(difference.name)
        let measure = variant.result.measure(difference.name)
        let kind: Texts.Became.Kind =
            switch difference.name {
            case let name where name.hasPrefix("wait.") && name.split(separator: ".").count != 3: .other
            case let name where name.hasPrefix("wait.") && name.hasSuffix(".mean"): .meanWait
            case let name where name.hasPrefix("wait.") && name.hasSuffix(".p90"): .nineOfTenWait
            default: .other
            }
        let subject = kind == .other ? nil : report.scenario?.measureSubject(difference.name)
        let sides = apart(base, measure)
        return Texts.became(
            .init(
                kind: subject == nil ? .other : kind, label: subject ?? report.label(difference.name),
                base: Text(same: sides.base), variant: Text(same: sides.variant),
                difference: Text(same: DifferenceCell(difference, language: language).value),
                years: measure.flatMap(years)))[language]
    }

    /// Between which values 8 of 10 years lie; nil when they are all the same.
    private func years(_ measure: Measure) -> (low: Text, high: Text)? {
        guard let low = measure.low, let high = measure.high, let width = measure.halfWidth, width > 0 else {
            return nil
        }
        let scale = measure.unit.scale
        let ends = [low, high].map {
            NumberFormat.rounded($0 * scale, halfWidth: max((high - low) / 10, width) * scale, language: language)
        }
        return ends[0] == ends[1] ? nil : (Text(same: ends[0]), Text(same: ends[1]))
    }

    /// Two values that differ, with so many digits that it shows.
    private func apart(_ base: Measure?, _ variant: Measure?) -> (base: String, variant: String) {
        let rounded = (base: rounded(base, beside: variant), variant: rounded(variant, beside: base))
        guard rounded.base == rounded.variant, let before = base?.mean, let after = variant?.mean, before != after,
            let scale = base?.unit.scale
        else { return rounded }
        for digits in 1...3 {
            let texts = [before, after].map { NumberFormat.decimal($0 * scale, digits: digits, language: language) }
            if texts[0] != texts[1] { return (texts[0], texts[1]) }
        }
        return rounded
    }

    /// Without its ±, which the table has.
    private func rounded(_ measure: Measure?, beside other: Measure?) -> String {
        String(cell(measure, beside: other).prefix { $0 != " " })
    }

    // MARK: Remarks

    /// What any view of the comparison must say: what is wrong with the results, and what they were made from.
    var warningsAndOrigin: [Text] { warnings + origin }

    private var warnings: [Text] {
        var remarks: [Text] = []
        let sides = zip(
            [report.base] + report.variants, [report.comparison.base] + report.comparison.variants.map(\.result))
        for (contender, result) in sides {
            let name = contender.changes.isEmpty ? contender.title : Text(da: lead(contender), en: lead(contender))
            remarks += report.warnings(contender, result).filter { $0.code != "smallGroups" }
                .map { Texts.warningOf(name, $0.text) }
        }
        if let apart = report.apart { remarks.append(Texts.differentLuck(apart)) }
        return remarks
    }

    func remarks(isTable: Bool) -> [String] {
        var remarks = warnings
        remarks.append(Texts.certainMeans)
        let shown = report.comparison.variants.flatMap(report.shown)
        if shown.contains(where: { $0.isDistinguishable && $0.isSlight }) { remarks.append(Texts.slightMeans) }
        let gaining = shown.filter {
            !DifferenceCell($0, language: language).gain.isEmpty && $0.varianceGain ?? 0 >= 1.2
        }
        if let most = gaining.max(by: { $0.varianceGain ?? 0 < $1.varianceGain ?? 0 }) {
            let gain = DifferenceCell(most, language: language).gain
            remarks.append(Texts.gainMeans(gain, report.label(most.name)))
        }
        if shown.contains(where: \.isSparse) {
            remarks.append(Text(same: ReportText.sparseMark + " ") + Texts.fewObservations(Measure.sparseLimit))
        }
        if report.isFull {
            let alike = report.comparison.variants.flatMap(\.differences).count { $0.by == nil && $0.isNothing }
            if alike > 0 { remarks.append(Texts.alike(alike)) }
        } else if isTable {
            remarks.append(Texts.moreInComparison)
        }
        remarks += origin
        return remarks.map { $0[language] }
    }

    /// What the numbers were made from.
    private var origin: [Text] {
        let replications = report.comparison.base.replications
        var remarks: [Text] = []
        if report.apart == nil { remarks.append(Texts.pairedYears(replications, isYear: report.base.isYear)) }
        let stopping = report.comparison.variants.compactMap(\.result.stopping)
        if let hardest = stopping.max(by: { $0.ratio < $1.ratio }), hardest.isReached {
            remarks.append(Texts.enoughForDifferences(report.label(hardest.hardest), replications))
        }
        for (contender, result) in zip(
            [report.base] + report.variants, [report.comparison.base] + report.comparison.variants.map(\.result))
        {
            remarks.append(
                Texts.resultFooter(
                    hash: String(contender.hash.prefix(8)), id: Escaping.terminalSafe(contender.id), seed: result.seed,
                    replications: result.replications, version: Escaping.terminalSafe(contender.engineVersion)))
        }
        return remarks
    }
}

/// A difference for reading.
struct DifferenceCell {
    /// `-13 ± 2`.
    let value: String
    /// `-15–-11`: how much the effect differs from year to year.
    let spread: String
    /// `4×`.
    let gain: String

    init(_ difference: Difference, language: Language) {
        let scale = difference.unit.scale
        guard let mean = difference.difference.map({ $0 * scale }) else {
            (value, spread, gain) = (NumberFormat.undefined, "", "")
            return
        }
        let sign = mean > 0 ? "+" : ""
        let width = difference.halfWidth.map { $0 * scale }
        var text: String
        if let width, width > 0 {
            text = NumberFormat.withUncertainty(mean, halfWidth: width, language: language)
        } else {
            text =
                width == nil
                ? NumberFormat.rounded(mean, halfWidth: nil, language: language)
                : ReportSection.Cell.withoutUncertainty(mean, language)
        }
        // A difference that rounds to nothing has no direction.
        if text.prefix(while: { $0 != " " }).contains(where: { ("1"..."9").contains($0) }) { text = sign + text }
        value = text + (difference.isSparse ? ReportText.sparseMark : "")
        if let low = difference.low, let high = difference.high, let width, width > 0 {
            let unit = max((high - low) * scale / 10, width)
            let ends = [low, high].map { NumberFormat.rounded($0 * scale, halfWidth: unit, language: language) }
            spread = ends[0] == ends[1] ? ends[0] : "\(ends[0]) … \(ends[1])"
        } else {
            spread = ""
        }
        guard let factor = difference.varianceGain, factor.isFinite, width ?? 0 > 0 else {
            gain = ""
            return
        }
        switch factor {
        case ..<2: gain = NumberFormat.decimal(factor, digits: 1, language: language) + "×"
        case ...100: gain = NumberFormat.decimal(factor, digits: 0, language: language) + "×"
        default: gain = ">100×"
        }
    }
}

extension Measure.Unit {
    /// Shares are shown as per cent.
    var scale: Double { self == .share ? 100 : 1 }
}

extension Contender {
    /// Whether the counted part of the run is about a year.
    var isYear: Bool { (360...370).contains(days) }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
