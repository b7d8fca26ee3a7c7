import PathwaySim
import Scenarios

/// One page as a committee of municipality and general practice reads it: the matter, its background, what was found, how sure
/// it is, what the committee must judge itself, and what to discuss.
///
/// It draws no conclusion: a KLU discusses and recommends (the source text on prevention in general practice, 001).
struct CommitteePaper {
    let report: ComparisonReport
    /// What a single run says of itself; nil for a comparison.
    let run: RunReport?
    let language: Language

    /// Rows of assumptions and of questions: more is not one page.
    private static let mostAssumptions = 10
    private static let mostQuestions = 7

    private let table: ManagerTable
    private var scenario: Scenario? { report.scenario }
    private var isComparison: Bool { !report.variants.isEmpty }
    private var words: ComparisonText { ComparisonText(report: report, language: language) }

    init(_ report: ComparisonReport, run: RunReport? = nil, language: Language) {
        self.report = report
        self.run = run
        self.language = language
        table = ManagerTable(report, terms: .standard)
    }

    private func say(_ text: Text) -> String { text[language] }

    func paper() -> Paper {
        var paper = Paper(title: say(Texts.committeeTitle(report.base.title)), language: language.rawValue)
        if let scenario {
            paper.blocks += ReportParts.notices(of: scenario, isStale: run?.isStale ?? false, language)
        }
        paper.part(say(Texts.committeeMatter), matter())
        paper.part(say(Texts.committeeBackground), background())
        paper.part(say(Texts.committeeFindings), findings())
        paper.part(say(Texts.committeeUncertainty), [.list(uncertainty())])
        paper.part(say(Texts.committeeAssumptions), assumptions())
        paper.part(say(Texts.committeeDiscussion), [.list(questions()), .paragraph(say(Texts.committeeRecommends))])
        return paper
    }

    // MARK: Matter and background

    private func matter() -> [Paper.Block] {
        guard isComparison else { return [.paragraph(say(Texts.committeeRun(report.base.title)))] }
        return [.paragraph(say(Texts.committeeChange)), .list(report.variants.map(words.lead))]
    }

    private func background() -> [Paper.Block] {
        guard let scenario else { return [] }
        var blocks: [Paper.Block] = []
        if let description = scenario.description { blocks.append(.paragraph(description.safe[language])) }
        let promises = scenario.deadlines.map {
            "\($0.label.safe[language]) (\(say(Texts.deadlineKind($0.kind))))"
        }
        if !promises.isEmpty {
            blocks.append(.paragraph(say(Texts.committeePromises) + " " + promises.joined(separator: "; ") + "."))
        }
        return blocks
    }

    // MARK: Findings

    private func findings() -> [Paper.Block] {
        var blocks: [Paper.Block] = []
        if let run {
            blocks.append(.list(ReportPaper(report: run, language: language).sentences()))
        }
        for (contender, variant) in zip(report.variants, report.comparison.variants) {
            if report.variants.count > 1 { blocks.append(.subheading(words.lead(contender))) }
            blocks.append(.list(words.sentences(variant, of: contender)))
        }
        let text = ManagerText(table: table, language: language)
        let rows = table.rows.filter { isOfInterest($0.name) } + table.practiceRows()
        var head = [""] + text.letters
        if !isComparison { head = ["", say(Texts.reportValue), say(Texts.resultYears)] }
        blocks.append(
            .table(
                head: head,
                rows: rows.map { row in
                    let values = row.values.indices.map { text.cell(row, $0) }
                    let years = isComparison ? [] : [text.years(row.values[0], row.scale)]
                    return [row.label[language]] + values + years
                }))
        if isComparison {
            let contenders = [report.base] + report.variants
            let means = zip(text.letters, contenders).map { "\($0): \(words.lead($1))" }
            blocks.append(.paragraph((means + [say(Texts.managerDiffers)]).joined(separator: ". ")))
        }
        return blocks
    }

    /// Slots by resource and full-time staff are for the manager's table.
    private func isOfInterest(_ row: String) -> Bool {
        ["wait.", "deadline.", "hours", "completed", "closed."].contains { row.hasPrefix($0) }
    }

    // MARK: Uncertainty

    private func uncertainty() -> [String] {
        let result = report.comparison.base
        var remarks = [Texts.committeeYears(result.replications, isYear: report.base.isYear)]
        if let run {
            remarks += run.warnings.map(\.text)
        } else {
            for (contender, result) in zip(
                [report.base] + report.variants, [result] + report.comparison.variants.map(\.result))
            {
                remarks += report.warnings(contender, result).map {
                    contender.changes.isEmpty
                        ? $0.text : Texts.warningOf(both { words(in: $0).lead(contender) }, $0.text)
                }
            }
            if let apart = report.apart { remarks.append(Texts.differentLuck(apart)) }
        }
        if let scenario {
            let assumed = scenario.provenance.count { $0.kind == .assumption }
            if assumed > 0 { remarks.append(Texts.committeeEstimates(assumed, of: scenario.provenance.count)) }
        }
        remarks.append(Texts.committeeModel)
        return remarks.map(say)
    }

    private func words(in language: Language) -> ComparisonText { ComparisonText(report: report, language: language) }
    private func both(_ text: (Language) -> String) -> Text { Text(da: text(.da), en: text(.en)) }

    // MARK: Assumptions

    /// What was changed, and the estimates nearest to what is measured: the parameters, and the steps and resources that the
    /// headline measures are of.
    private func assumptions() -> [Paper.Block] {
        guard let scenario else { return [] }
        let subjects = Set(
            report.comparison.headline.compactMap { name -> String? in
                let parts = name.split(separator: ".")
                return parts.count > 1 ? String(parts[1]) : nil
            })
        let estimates = scenario.provenance.filter { $0.kind == .assumption }
        let near = estimates.filter { entry in
            let parts = entry.path.split(separator: ".").map(String.init)
            guard parts.count > 1 else { return false }
            return parts[0] == "parameters"
                || (["steps", "resources"].contains(parts[0]) && subjects.contains(parts[1]))
        }
        // Those whose range the scenario's author has stated are the ones known to be uncertain.
        let stated = Set(scenario.uncertainSettings.map(\.setting.path))
        func isStated(_ entry: ProvenanceEntry) -> Bool {
            stated.contains(entry.path) || stated.contains(entry.path + ".value")
        }
        let rows = ReportParts.reasons(near.filter(isStated) + near.filter { !isStated($0) }, language)
        var blocks: [Paper.Block] = []
        let changes = report.variants.flatMap(\.changes).map { $0.label[language] }
        if !changes.isEmpty {
            blocks.append(
                .paragraph(
                    say(Texts.committeeChangesAreEstimates(changes.map(Escaping.terminalSafe).joined(separator: "; "))))
            )
        }
        blocks.append(
            .table(
                head: [say(Texts.reportNumber), say(Texts.reportValue), say(Texts.reportWhy)],
                rows: Array(rows.prefix(Self.mostAssumptions))))
        let shown = rows.prefix(Self.mostAssumptions).count
        if estimates.count > shown { blocks.append(.paragraph(say(Texts.committeeMoreEstimates))) }
        return blocks
    }

    // MARK: To discuss

    private func questions() -> [String] {
        var questions: [String] = []
        for (contender, variant) in zip(report.variants, report.comparison.variants) {
            let worse = report.shown(variant).filter {
                $0.isDistinguishable && !$0.isSparse && !$0.isSlight && $0.by == nil && isWorse($0)
            }
            // What the law asks for comes first.
            let law = Set((scenario?.deadlines ?? []).filter { $0.kind == .law }.map { "deadline.\($0.id).share" })
            let ordered = worse.filter { law.contains($0.name) } + worse.filter { !law.contains($0.name) }
            for most in ordered.prefix(2) {
                questions.append(
                    say(
                        Texts.committeePrice(
                            Text(same: words.lead(contender)), report.label(most.name),
                            Text(same: DifferenceCell(most, language: language).value))))
            }
        }
        for deadline in scenario?.deadlines ?? [] {
            guard let measure = report.comparison.base.measure("deadline.\(deadline.id).share"),
                let share = measure.mean, share < 0.9
            else { continue }
            let value = ReportSection.Cell(measure, scale: 100, language: language).value
            questions.append(say(Texts.committeePromise(deadline.label.safe, Text(same: value))))
        }
        for step in table.waitSteps.prefix(2) {
            guard let measure = report.comparison.base.measure("wait.\(step).p90"), measure.mean != nil else {
                continue
            }
            let label = scenario?.labels.text(.steps, step).safe ?? Text(same: Escaping.terminalSafe(step))
            let value = ReportSection.Cell(measure, scale: 1, language: language).value
            questions.append(say(Texts.committeeWait(label, Text(same: value))))
        }
        return questions.prefix(Self.mostQuestions - 2)
            + [say(Texts.committeeWhoGains), say(Texts.committeeEveryday)]
    }

    /// Longer waits and more who wait, give up or stay away; fewer promises kept.
    private func isWorse(_ difference: Difference) -> Bool {
        guard let change = difference.difference else { return false }
        let name = difference.name
        if name.hasPrefix("wait.") || name.hasPrefix("reneged.") || name.hasPrefix("noshow.") { return change > 0 }
        return name.hasPrefix("deadline.") && name.hasSuffix(".share") && change < 0
    }
}
