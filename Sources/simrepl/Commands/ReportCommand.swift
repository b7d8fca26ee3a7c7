import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let report = Command(
        "report", "rapport", .results,
        parameters: [
            Parameter(
                "what", Texts.placeholderReported, .keyword(ReportKind.choices)),
            Parameter("file", Texts.placeholderReportFile, .reportFile),
            Parameter("result", Texts.placeholderSaved, .scenario),
        ],
        options: [
            Option("stress", help: Texts.optionStress),
            Option("form", Text(same: "klu"), .word(["klu"]), help: Texts.optionForm), .seed,
            Option(
                "replications", Texts.placeholderNumber, .integer(2...100_000), help: Texts.optionKeyFigureReplications),
            Option("force", help: Texts.optionForce),
        ],
        summary: Texts.reportSummary, details: Texts.reportDetails,
        examples: [
            "report --stress", "report --stress model.md", "run --replications 2; report run.html",
            "compare resources.clarifier.slotsPerWeek=14 --replications 2; report difference.html",
            "sweep resources.clarifier.slotsPerWeek 8..14 2 --replications 2; report sweep sliders.html",
            "report keyfigures halfyear.html --replications 2",
            "compare resources.clarifier.slotsPerWeek=14 --replications 2; report meeting.html --form klu",
        ]
    ) { invocation, session throws(CommandFailure) in
        if invocation.has("stress") {
            try session.reportStress(invocation)
            return
        }
        guard let file = invocation["file"] else { throw .notUnderstood(.noReportNamed, invocation.line.end) }
        let place = invocation.line.place(of: file)
        let name = file.text.lowercased()
        guard name.hasSuffix(".html") || name.hasSuffix(".md") else {
            throw .notUnderstood(.badReportName(file.text), place)
        }
        let source = try session.reported(invocation, at: place)
        let form = try session.form(invocation, source)
        // The reader's language first; a page has both.
        let languages = [session.language] + Language.allCases.filter { $0 != session.language }
        let text =
            name.hasSuffix(".md") ? PaperMarkdown.text(form(session.language)) : ReportPage.html(languages.map(form))
        try session.write(text, to: file.text, at: place, replacing: invocation.has("force"))
        session.console.printWrapped(session.say(Texts.written(file.text)))
        // The report is of what was done, and says so; the run was not all that was asked for.
        if Interrupt.isRequested { throw .interrupted }
    }
}

/// What a report can be about.
enum ReportKind: String, CaseIterable {
    case run, comparison, sweep, keyfigures

    var alias: String {
        switch self {
        case .run: "kørsel"
        case .comparison: "sammenligning"
        case .sweep: "variation"
        case .keyfigures: "nøgletal"
        }
    }

    static let choices = Choices(allCases.map { Text(da: $0.alias, en: $0.rawValue) })

    static func named(_ word: String) -> ReportKind? {
        let key = Suggestions.folded(word)
        return allCases.first { Suggestions.folded($0.rawValue) == key || Suggestions.folded($0.alias) == key }
    }
}

/// Results to write about.
enum Reported {
    case run(RunReport)
    case comparison(ComparisonReport)
    case sweep(SweepReport)
    case keyFigures(KeyFigures)

    func paper(_ language: Language) -> Paper {
        switch self {
        case .run(let report): ReportPaper(report: report, language: language).paper()
        case .comparison(let report): ComparisonPaper(report: report, language: language).paper()
        case .sweep(let report): SweepPaper(report: report, language: language).paper()
        case .keyFigures(let figures): KeyFiguresPaper(figures: figures, language: language).paper()
        }
    }
}

extension Session {
    /// The results that are asked for: a saved one, one of a kind, or the last.
    fileprivate func reported(
        _ invocation: Invocation, at place: CommandLine.Place
    ) throws(CommandFailure) -> Reported {
        if let saved = invocation["result"] { return .run(try savedReport(saved, in: invocation.line)) }
        let last: ReportKind? =
            switch lastFinding {
            case .run, .search: .run
            case .comparison: .comparison
            case .sweep: .sweep
            case nil: nil
            }
        let word = invocation["what"]
        switch word.flatMap({ ReportKind.named($0.text) }) ?? last {
        case .run?:
            if var report = lastReport {
                report.isStale = lastRun != nil && loaded != nil && loaded?.hash != report.scenario.hash
                return .run(report)
            }
        case .comparison?:
            guard let report = lastComparison else {
                throw .failed(.noComparisonYet, word.map { invocation.line.place(of: $0) })
            }
            return .comparison(report)
        case .sweep?:
            guard let report = lastSweep else {
                throw .failed(.noSweepYet, word.map { invocation.line.place(of: $0) })
            }
            return .sweep(report)
        case .keyfigures?:
            return .keyFigures(try keyFigures(of: try scenario(), RunSettings(invocation), at: place))
        case nil: break
        }
        throw .failed(.nothingToReport, place)
    }

    /// How the report is laid out: as a whole, or on one page for a committee.
    fileprivate func form(
        _ invocation: Invocation, _ source: Reported
    ) throws(CommandFailure) -> (Language) -> Paper {
        guard let word = invocation["form"] else { return source.paper }
        let place = invocation.line.place(of: word)
        switch source {
        case .comparison(let report): return { CommitteePaper(report, language: $0).paper() }
        case .run(let run):
            let comparison = Comparison(alone: run.result, headline: ComparisonReport.headline(of: run.scenario))
            let base = run.saved.map { Contender($0, of: run.scenario) } ?? Contender(run.scenario)
            let report = ComparisonReport(base: base, variants: [], comparison: comparison, requested: run.requested)
            return { CommitteePaper(report, run: run, language: $0).paper() }
        case .sweep, .keyFigures: throw .failed(.formNeedsResult, place)
        }
    }

    private func savedReport(_ word: Token, in line: CommandLine) throws(CommandFailure) -> RunReport {
        guard case .result(let file, let scenario) = try readAny(word.text) else {
            throw .failed(.reportNeedsResult, line.place(of: word))
        }
        guard let scenario else { throw .failed(.scenarioOfResultIsGone(file.scenarioID), line.place(of: word)) }
        return RunReport(file, of: scenario)
    }

    fileprivate func reportStress(_ invocation: Invocation) throws(CommandFailure) {
        let report = StressReport(try scenario(), language: language)
        guard let word = invocation["file"] else {
            console.write(report.text)
            return
        }
        try write(report.text, to: word.text, at: invocation.line.place(of: word), replacing: invocation.has("force"))
        console.printWrapped(say(Texts.reportWritten(word.text, gaps: report.gaps.count)))
    }
}
