import Foundation
import PathwaySim
import Scenarios

/// Fitted laws, for reading.
struct FitText {
    let report: FitReport
    let language: Language

    private var sample: FittingSample { report.sample }
    private var unit: NumberColumn.Unit { report.column.unit }

    func findings() -> ReadingDocument {
        var document = ReadingDocument(
            title: Texts.fitTitle(report.column.name, file: report.file, count: sample.count)[language],
            language: language)
        document.sentences = sentences().map { $0[language] }
        if !report.fits.isEmpty { document.sections = [table()] }
        return document
    }

    func markdown() -> String {
        var text = findings().markdown()
        for part in snippets() {
            text += "\n\(MarkdownText.escaped(part.lead))\n"
            if let json = part.json { text += "\n```json\n\(json)\n```\n" }
        }
        return text + "\n" + remarks().map(MarkdownText.escaped).joined(separator: "\n\n") + "\n"
    }

    // MARK: Numbers

    /// With its unit, to about three significant digits or to its uncertainty.
    private func amount(_ value: Double, halfWidth: Double? = nil) -> Text {
        let number = number(value, halfWidth: halfWidth)
        guard unit.days != nil else { return number }
        let words = Texts.columnUnit(unit)
        return Text(da: number.da + " " + words.da, en: number.en + " " + words.en)
    }

    private func number(_ value: Double, halfWidth: Double? = nil) -> Text {
        let width = halfWidth ?? (value == 0 ? 0 : pow(10, log10(abs(value)).rounded(.down) - 2))
        let places = max(0, NumberFormat.decimals(forHalfWidth: width))
        let rounded = NumberFormat.text(value, digits: min(places, 6))
        // An observation stands as it was written.
        return halfWidth == nil && value == value.rounded() ? NumberFormat.text(value) : rounded
    }

    /// `23.4 days (21.2–25.8)`.
    private func estimate(_ figure: DistributionFit.Figure, of fit: DistributionFit) -> Text {
        let found = fit.estimate(figure, level: report.level)
        guard let low = found.low, let high = found.high else { return amount(found.value) }
        let width = max((high - low) / 20, 1e-12)
        let (from, to) = (number(low, halfWidth: width), number(high, halfWidth: width))
        return amount(found.value, halfWidth: width) + Text(same: " (") + from + Text(same: "–") + to + Text(same: ")")
    }

    private func percent(_ share: Double) -> Text {
        let digits = share > 0 && share < 0.01 ? 1 : 0
        return Text(
            da: NumberFormat.percent(share, digits: digits, language: .da),
            en: NumberFormat.percent(share, digits: digits, language: .en))
    }

    private func name(_ fit: DistributionFit) -> Text { Texts.family(fit.family) }

    // MARK: Sentences

    private func sentences() -> [Text] {
        var sentences = [
            Texts.fitData(
                from: number(sample.least), to: amount(sample.greatest), mean: number(sample.mean),
                half: number(sample.quantile(0.5)), nine: number(sample.quantile(0.9)))
        ]
        guard let best = report.fits.first else { return sentences + [reasonForNone()] }
        let alike = report.indistinct
        if alike.count > 1 {
            let nines = alike.map { $0.distribution.quantile(0.9) }
            sentences.append(
                Texts.fitIndistinct(
                    alike.map(name), from: number(nines.min() ?? 0), to: amount(nines.max() ?? 0)))
        } else {
            sentences.append(
                report.fits.dropFirst().first.map { Texts.fitBest(name(best), next: name($0)) }
                    ?? Texts.fitOnly(name(best)))
        }
        sentences.append(
            Texts.fitEstimates(
                name(best), mean: estimate(.mean, of: best), nine: estimate(.quantile(0.9), of: best),
                level: report.level))
        if let share = report.fartherAway {
            sentences.append(
                share < FitReport.leastShare
                    ? Texts.fitFails(name(best), share: percent(share))
                    : Texts.fitHolds(name(best), share: percent(share)))
        } else {
            sentences.append(Texts.fitTooMany)
        }
        sentences.append(
            Texts.fitGap(at: amount(best.gap.at), data: percent(best.gap.sample), law: percent(best.gap.law)))
        if sample.count < FitReport.fewCount { sentences.append(Texts.fitFew(sample.count)) }
        return sentences
    }

    private func reasonForNone() -> Text {
        if sample.values.count == 1, sample.count > 1 { return Texts.fitConstant }
        return sample.count < DistributionFit.leastCount
            ? Texts.fitTooFew(sample.count, least: DistributionFit.leastCount) : Texts.fitNone
    }

    private func table() -> ReadingDocument.Section {
        let titles = [
            Texts.fitMeanTitle, Texts.fitHalfTitle, Texts.fitNineTitle, Texts.fitWorseTitle, Texts.fitGapTitle,
        ]
        var section = ReadingDocument.Section(
            title: Texts.fitLawTitle[language], columns: titles.map { .init(title: $0[language]) })
        let described = report.fits[0].sample
        section.rows.append([
            Texts.fitDataRow[language], number(described.mean)[language], number(described.quantile(0.5))[language],
            number(described.quantile(0.9))[language], "", "",
        ])
        for fit in report.fits {
            let law = fit.distribution
            let worse = fit.criterion - report.fits[0].criterion
            section.rows.append([
                name(fit)[language], number(law.mean)[language], number(law.quantile(0.5))[language],
                number(law.quantile(0.9))[language], NumberFormat.decimal(worse, digits: 1, language: language),
                percent(fit.gap.size)[language],
            ])
        }
        return section
    }

    // MARK: Remarks

    func remarks() -> [String] {
        var remarks: [Text] = []
        if report.column.isUnitGuessed { remarks.append(Texts.fitGuessed(unit)) }
        if report.column.blanks > 0 { remarks.append(Texts.fitBlanks(report.column.blanks)) }
        if !report.column.totals.isEmpty { remarks.append(Texts.fitTotals(report.column.totals)) }
        remarks += heaps() + zeros()
        if report.samplesTried > 0 {
            remarks.append(Texts.fitMethod(samples: report.samplesTried, seed: report.seed))
        } else if !report.fits.isEmpty {
            remarks.append(Texts.fitPlainMethod)
        }
        return remarks.map { $0[language] }
    }

    /// Round numbers that are written more often than chance would have it.
    private func heaps() -> [Text] {
        let steps: [Double] =
            switch unit {
            case .minutes: [60, 30, 15, 10, 5]
            case .hours: [24, 8]
            case .days: [365, 30, 7]
            case .weeks: [52, 4]
            case .counts, .numbers: [100, 10, 5]
            }
        let grid = sample.grid ?? (unit == .counts ? 1 : nil)
        var remarks: [Text] = []
        if let grid, grid > 1 { remarks.append(Texts.fitRounded(amount(grid))) }
        for step in steps {
            // Nothing is known of heaps on what the numbers hardly reach, or are rounded to anyway.
            guard let grid, step > grid * 1.5, sample.quantile(0.9) > 2 * step else { continue }
            let positive = sample.count - sample.zeros
            let found = sample.multiples(of: step) - sample.zeros
            let expected = Double(positive) * grid / step
            let spread = (expected * (1 - grid / step)).squareRoot()
            guard Double(found) > expected + 4 * spread, Double(found) > 2 * expected else { continue }
            remarks.append(
                Texts.fitHeaps(
                    found, of: positive, step: amount(step), expected: NumberFormat.text(expected, digits: 0)))
            break
        }
        return remarks
    }

    private func zeros() -> [Text] {
        if sample.hasSeparateZeros { return [Texts.fitZerosApart(sample.zeros, of: sample.count)] }
        guard let expected = expectedZeros() else { return [] }
        let spread = max(1, expected * (1 - expected / Double(sample.count))).squareRoot()
        guard Double(sample.zeros) > expected + 3 * spread else { return [] }
        return [
            Texts.fitManyZeros(
                sample.zeros, of: sample.count, expected: NumberFormat.text(expected, digits: expected < 10 ? 1 : 0))
        ]
    }

    /// Zeros to be expected from the others: a law fitted to all of them bends towards the zeros, and then all seems well.
    private func expectedZeros() -> Double? {
        guard sample.zeros > 0, let best = report.fits.first else { return nil }
        guard let grid = sample.grid else { return best.expectedZeros }
        let others = FittingSample(report.column.values.filter { $0 > 0 }, kind: sample.kind)
        guard let law = DistributionFit.candidates(for: others).first?.distribution else { return best.expectedZeros }
        let share = law.cdf(grid / 2)
        return share < 1 ? Double(others.count) * share / (1 - share) : nil
    }

    // MARK: For the scenario

    /// What can be pasted into a scenario, each with a line before it.
    func snippets() -> [(lead: String, json: String?)] {
        let isTime = unit.days != nil
        let snippet = FitSnippet(report)
        var parts: [(lead: String, json: String?)] = []
        if let law = snippet.law() {
            parts.append((Texts.fitSnippet(isTime: isTime)[language], FitSnippet.text(law)))
        }
        if let file = snippet.file() {
            parts.append((Texts.fitEmpirical[language], FitSnippet.text(file)))
        } else if let values = snippet.values() {
            parts.append((Texts.fitEmpiricalValues[language], FitSnippet.text(values)))
        } else {
            parts.append((Texts.fitEmpiricalUnit(unit)[language], nil))
        }
        return parts
    }

    func chart() -> Chart? { report.fits.first.map { FitChart(report: report, fit: $0, language: language).chart() } }
}
