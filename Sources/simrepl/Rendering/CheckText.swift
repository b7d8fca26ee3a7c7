import PathwaySim
import Scenarios

/// A load check for reading.
struct CheckText {
    let report: CheckReport
    let language: Language

    private var check: LoadCheck { report.check }
    private var weeks: Double { check.days / 7 }

    func document() -> ReadingDocument {
        let model = report.scenario.model
        var document = ReadingDocument(
            title: Texts.resultPeriod(
                title: Texts.checkTitle(report.scenario.safeTitle),
                start: DateFormat.long(CivilClock(start: model.start).date(of: model.warmup)),
                days: Texts.plural(
                    Int(check.days.rounded()), da: "dag", "dage", en: "day", "days"))[language],
            language: language)
        document.sentences = sentences()
        document.sections = [arrivals()]
        for unit in [LoadCheck.Unit.slots, .hours, .places, .seats] {
            let lines = check.lines.filter { $0.unit == unit }
            if !lines.isEmpty { document.sections.append(loads(unit, lines)) }
        }
        if !check.waits.isEmpty { document.sections.append(waits()) }
        let factors = DemandFactors(report.scenario).lines(language)
        if !factors.isEmpty {
            document.sections.append(.init(title: Texts.checkFactors[language], sentences: factors))
        }
        document.remarks = remarks()
        return document
    }

    // MARK: What to know first

    private func sentences() -> [String] {
        let over = check.lines.filter { $0.verdict == .overloaded }
        var sentences = over.map { line in
            Texts.overloadedBy(
                report.label(line), unit: line.unit.rawValue, demand: both(line.demand),
                capacity: plain(line.capacity), missing: both(line.excess))[language]
        }
        sentences += check.lines.filter { $0.verdict == .atLimit }.map {
            Texts.atLimit(report.label($0), load: percent($0.load))[language]
        }
        let clock = CivilClock(start: report.scenario.model.start)
        for line in check.lines {
            guard let ending = line.ending, ending.tooLate.value > 0.01 * line.demand.value else { continue }
            sentences.append(
                Texts.asksTooLate(
                    report.label(line), last: DateFormat.long(clock.date(of: ending.lastDate)),
                    seats: both(ending.tooLate))[language])
        }
        if sentences.isEmpty { sentences.append(Texts.nothingOverloaded[language]) }
        return sentences
    }

    // MARK: Tables

    private func arrivals() -> ReadingDocument.Section {
        var section = ReadingDocument.Section(
            title: Texts.expectedArrivals[language],
            columns: [.init(title: Texts.inThePeriod[language]), .init(title: Texts.aWeek[language])])
        for arrival in check.arrivals {
            let label = report.scenario.labels.text(.sources, arrival.source).safe[language]
            guard !arrival.isWaiting else {
                section.rows.append([
                    label + " (" + Texts.waitingAlready[language] + ")", number(arrival.expected), "",
                ])
                continue
            }
            section.rows.append([label, number(arrival.expected), number(arrival.expected.map { $0 / weeks })])
        }
        return section
    }

    private func loads(_ unit: LoadCheck.Unit, _ lines: [LoadCheck.Line]) -> ReadingDocument.Section {
        let hasLost = lines.contains { $0.lost != nil }
        var titles = [Texts.askedFor, Texts.offered, Texts.loadPercent, Texts.missingOrLeft]
        if hasLost { titles.append(Texts.lostToNoShows) }
        var section = ReadingDocument.Section(
            title: Texts.loadSection(unit.rawValue)[language],
            columns: titles.map { .init(title: $0[language]) }
                + [.init(title: Texts.verdictTitle[language], alignment: .left)])
        for line in lines {
            var row = [
                report.label(line)[language] + (line.countsFullGroups ? " †" : ""), both(line.demand)[language],
                plain(line.capacity)[language], percent(line.load)[language], signed(line.excess),
            ]
            if hasLost { row.append(line.lost.map { both($0)[language] } ?? "") }
            section.rows.append(row + [Texts.verdict(line.verdict.rawValue)[language]])
        }
        return section
    }

    private func waits() -> ReadingDocument.Section {
        var section = ReadingDocument.Section(
            title: Texts.waitsByFormula[language],
            columns: [
                .init(title: Texts.unavoidableWait[language]), .init(title: Texts.queueingWait[language]),
                .init(title: Texts.formulaTitle[language], alignment: .left),
                .init(title: Texts.caveatTitle[language], alignment: .left),
            ])
        let all = LoadCheck.Caveat.allCases
        for wait in check.waits {
            let notes = wait.caveats.compactMap { all.firstIndex(of: $0) }.sorted().map { String($0 + 1) }
            section.rows.append([
                report.step(wait.step)[language], wait.unavoidable.map { both($0)[language] } ?? NumberFormat.undefined,
                queue(wait),
                Texts.formula(wait.formula.rawValue)[language], notes.joined(separator: " "),
            ])
        }
        let used = Set(check.waits.flatMap(\.caveats))
        for (index, caveat) in all.enumerated() where used.contains(caveat) {
            section.sentences.append("\(index + 1): " + Texts.caveat(caveat.rawValue)[language])
        }
        return section
    }

    /// `≈ 11 (5–30)`: the formula's number, and what the demand's uncertainty makes of it.
    private func queue(_ wait: LoadCheck.Wait) -> String {
        guard let middle = wait.queueing else { return NumberFormat.undefined }
        func short(_ x: Double) -> String { NumberFormat.rounded(x, halfWidth: nil, language: language) }
        guard let low = wait.low, low != wait.high else { return "≈ " + short(middle) }
        return "≈ \(short(middle)) (\(short(low))–\(wait.high.map(short) ?? "∞"))"
    }

    // MARK: Numbers

    private func number(_ x: Double?) -> String {
        guard let x else { return NumberFormat.undefined }
        return NumberFormat.decimal(x, digits: abs(x) < 10 ? 1 : 0, language: language)
    }

    private func plain(_ x: Double) -> Text {
        NumberFormat.text(x, digits: abs(x) < 100 && x != x.rounded() ? 1 : 0)
    }

    private func both(_ estimate: LoadCheck.Estimate) -> Text {
        func text(_ language: Language) -> String {
            guard let width = estimate.halfWidth, width > 1e-9 * abs(estimate.value) else {
                return plain(estimate.value)[language]
            }
            return NumberFormat.withUncertainty(estimate.value, halfWidth: width, language: language)
        }
        return Text(da: text(.da), en: text(.en))
    }

    private func signed(_ estimate: LoadCheck.Estimate) -> String {
        (estimate.value > 0 ? "+" : "") + both(estimate)[language]
    }

    private func percent(_ estimate: LoadCheck.Estimate?) -> Text {
        estimate.map { both($0 * 100) } ?? Text(same: NumberFormat.undefined)
    }

    // MARK: Remarks

    private func remarks() -> [String] {
        var remarks = [Texts.checkMethod(check.replications, followsToEnd: check.followsToEnd), Texts.checkSigns]
        if let few = RunWarning.few(check.replications) { remarks.append(Texts.warning(few)) }
        if check.lines.contains(where: \.countsFullGroups) { remarks.append(Texts.fullGroups) }
        if check.arrivals.contains(where: { $0.isWaiting && ($0.expected ?? 0) > 0 }) {
            remarks.append(Texts.waitersNotInDemand)
        }
        if !check.waits.isEmpty { remarks.append(Texts.formulasAreRough) }
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: check.seed,
                replications: check.replications, version: Version.current))
        return remarks.map { $0[language] }
    }
}
