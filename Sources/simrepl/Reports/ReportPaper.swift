import PathwaySim
import Scenarios

/// A run as a report to read, print and hand on: what it says first, then the numbers, then what they rest on.
struct ReportPaper {
    let report: RunReport
    let language: Language

    private var scenario: Scenario { report.scenario }
    private var arranger: ReportArranger { ReportArranger(report, language: language) }
    private var charts: RunCharts { RunCharts(report: report, language: language) }

    func paper() -> Paper {
        let text = ReportText(report: report, language: language)
        var paper = Paper(title: text.title, language: language.rawValue)
        paper.blocks += ReportParts.notices(of: scenario, isStale: report.isStale, language)
        for warning in report.warnings where warning.code != "smallGroups" {
            paper.blocks.append(.notice(warning.text[language]))
        }
        paper.part(say(Texts.reportInWords), [.list(sentences())] + [.paragraph(say(Texts.reportHowToRead))])
        let arranger = arranger
        paper.part(say(Texts.reportKeyFigures), tables([arranger.inShort, arranger.citizens]))
        paper.part(
            say(Texts.reportWaits),
            tables([arranger.waits]) + [.figure(charts.waits()), .figure(charts.series(charts.busiestSeries()))]
                + distributions())
        paper.part(say(Texts.reportDeadlines), [.figure(charts.deadlines())] + tables([arranger.promises]))
        paper.part(say(Texts.reportUse), [.figure(charts.utilisation())] + tables([arranger.resources]))
        paper.part(say(Texts.reportOutcomes), [.figure(charts.outcomes())] + tables([arranger.outcomes]))
        paper.part(say(Texts.reportGroups), groups())
        paper.part(say(Texts.reportTimesAndMessages), tables([arranger.times, arranger.messages]))
        if !report.result.ways.isEmpty { paper.part(say(Texts.reportFlow), flow()) }
        paper.blocks += ReportParts.basis(of: scenario, language)
        paper.part(say(Texts.reportAgain), again())
        return paper
    }

    private func say(_ text: Text) -> String { text[language] }

    // MARK: In words

    private func value(_ name: String) -> Text? {
        guard let measure = report.result.measure(name), measure.mean != nil else { return nil }
        return Text(same: ReportSection.Cell(measure, scale: measure.unit.scale, language: language).value)
    }

    /// What the run says, in words.
    func sentences() -> [String] {
        var sentences: [Text] = []
        if let came = value("arrivals.count"), let still = value("census.count") {
            sentences.append(Texts.reportArrivals(came, still: still))
        }
        var told: Set<String> = []
        for name in scenario.headline {
            if let step = Self.waitStep(name) {
                if told.insert(step).inserted, let sentence = wait(step) { sentences.append(sentence) }
            } else if let value = value(name) {
                sentences.append(Texts.reportMeasure(scenario.measureLabel(name), value))
            }
        }
        sentences += deadlines()
        let assumed = report.assumptions.count
        if assumed > 0 { sentences.append(Texts.reportEstimates(assumed, of: scenario.provenance.count)) }
        return sentences.map(say)
    }

    /// The step of `wait.STEP.…`.
    private static func waitStep(_ measure: String) -> String? {
        let parts = measure.split(separator: ".")
        return parts.count == 3 && parts[0] == "wait" ? String(parts[1]) : nil
    }

    private func wait(_ step: String) -> Text? {
        guard let mean = value("wait.\(step).mean"), let measure = report.result.measure("wait.\(step).mean") else {
            return nil
        }
        var years: (low: Text, high: Text)?
        if let low = measure.low, let high = measure.high, let width = measure.halfWidth, width > 0, high > low {
            let ends = [low, high].map {
                Text(same: NumberFormat.rounded($0, halfWidth: max((high - low) / 10, width), language: language))
            }
            if ends[0] != ends[1] { years = (ends[0], ends[1]) }
        }
        return Texts.reportWait(
            scenario.labels.text(.steps, step).safe, mean: mean, nine: value("wait.\(step).p90"), years: years,
            still: value("wait.\(step).census.count"))
    }

    /// What the law asks, and of the rest what is met least.
    private func deadlines() -> [Text] {
        func share(_ deadline: DeadlineInfo) -> Double? { report.result.measure("deadline.\(deadline.id).share")?.mean }
        let laws = scenario.deadlines.filter { $0.kind == .law && share($0) != nil }
        let least = scenario.deadlines.filter { $0.kind != .law && share($0) != nil }
            .min { (share($0) ?? 1) < (share($1) ?? 1) }
        return (laws + (least.map { [$0] } ?? [])).compactMap { deadline in
            value("deadline.\(deadline.id).share").map {
                Texts.reportDeadline(Text(same: arranger.label(deadline)), share: $0)
            }
        }
    }

    // MARK: Numbers

    private func tables(_ sections: [ReportSection]) -> [Paper.Block] {
        ReportParts.tables(sections, spread: ReportText(report: report, language: language).spreadTitle, language)
    }

    /// Of every step where anybody waited: how the waits spread.
    private func distributions() -> [Paper.Block] {
        let options = report.result.distributions.filter { $0.name.hasPrefix("wait.") && !$0.times.isEmpty }.map {
            (
                name: scenario.labels.text(.steps, String($0.name.dropFirst("wait.".count))).safe[language],
                blocks: [Paper.Block.figure(charts.histogram($0)), .figure(charts.cumulative($0))]
            )
        }
        return options.isEmpty ? [] : [.choice(say(Texts.reportShow), options)]
    }

    private func groups() -> [Paper.Block] {
        let names = scenario.headline.filter { report.result.measure($0) != nil }
        return report.groupedBy.flatMap { attribute -> [Paper.Block] in
            let options = names.compactMap { name -> (name: String, blocks: [Paper.Block])? in
                guard let chart = charts.groups(name, by: attribute) else { return nil }
                return (scenario.measureLabel(name)[language], [.figure(chart)])
            }
            let choice: [Paper.Block] = options.isEmpty ? [] : [.choice(say(Texts.reportShow), options)]
            return choice + tables(arranger.groupSections(by: attribute))
        }
    }

    private func flow() -> [Paper.Block] {
        let pathway = PathwayBuilder.pathway(of: scenario, language: language, counts: report.result.ways)
        let text = PathwayText(pathway: pathway, language: language, width: 88, heading: { $0 }).lines()
        return [
            .paragraph(say(Texts.reportFlowMeans)),
            .picture(
                PathwaySVG(pathway: pathway, language: language).canvas(id: "\(language.rawValue)-flow"), text: text),
        ]
    }

    private func again() -> [Paper.Block] {
        let options = "--seed \(report.result.seed) --replications \(report.result.replications)"
        let level = report.result.level == RunSettings.standardLevel ? "" : " --level \(report.result.level)"
        let by = report.groupedBy.map { " --by \($0)" }.joined()
        return ReportParts.reproducibility(
            scenario, command: "simrepl run \(ReportParts.reference(scenario)) \(options)\(level)\(by)",
            seed: report.result.seed, replications: report.result.replications, level: report.result.level,
            days: (report.horizon - report.warmup).days, warmup: report.warmup, version: report.engineVersion, language)
    }
}
