import PathwaySim
import Scenarios

/// A comparison as a report: what changed in words, the differences, what they rest on.
struct ComparisonPaper {
    let report: ComparisonReport
    let language: Language

    func paper() -> Paper {
        let text = ComparisonText(report: report, language: language)
        var paper = Paper(title: Texts.comparedWith(report.base.title)[language], language: language.rawValue)
        if let scenario = report.scenario {
            paper.blocks += ReportParts.notices(of: scenario, isStale: false, language)
        }
        var words: [Paper.Block] = []
        for (contender, variant) in zip(report.variants, report.comparison.variants) {
            words += [.subheading(text.lead(contender)), .list(text.sentences(variant, of: contender))]
        }
        paper.part(Texts.reportInWords[language], words)
        let charts = ComparisonCharts(report: report, language: language).charts()
        paper.part(Texts.reportDifferences[language], charts.map { .figure($0) } + differences(text))
        paper.part(Texts.reportHowItWasJudged[language], [.list(text.remarks(isTable: false))])
        if let scenario = report.scenario {
            paper.blocks += ReportParts.basis(of: scenario, language)
            paper.part(Texts.reportAgain[language], again(scenario))
        }
        return paper
    }

    private func differences(_ text: ComparisonText) -> [Paper.Block] {
        zip(report.variants, report.comparison.variants).flatMap { contender, variant -> [Paper.Block] in
            let (head, rows) = text.differences(variant)
            return [.subheading(text.lead(contender)), .table(head: head, rows: rows)]
        }
    }

    private func again(_ scenario: Scenario) -> [Paper.Block] {
        let base = report.comparison.base
        let words = report.variants.map { contender in
            contender.changes.isEmpty
                ? Escaping.terminalSafe(Token.quoting(contender.scenario?.reference ?? contender.id))
                : Token.quoting(
                    contender.changes.map { change in
                        "\(change.path)=\(change.new.map { $0.string ?? JSONWriter.line($0) } ?? "")"
                    }.joined(separator: " "))
        }
        let command =
            "simrepl compare \(ReportParts.reference(scenario)) \(words.joined(separator: " "))"
            + " --seed \(base.seed) --replications \(base.replications)"
        return ReportParts.reproducibility(
            scenario, command: Escaping.terminalSafe(command), seed: base.seed, replications: base.replications,
            level: report.comparison.level, days: report.base.days, warmup: SimTime(days: report.base.warmupDays),
            version: report.base.engineVersion, language)
    }
}
