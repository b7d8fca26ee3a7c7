import PathwaySim
import Scenarios

extension Command {
    static let compare = Command(
        "compare", "sammenlign", .results,
        parameters: [Parameter("contender", Texts.placeholderContender, .contender, repeats: true)],
        options: [Option].simulation + [
            .set, .by, .format, Option("all", help: Texts.optionAllCompared),
        ],
        summary: Texts.compareSummary, details: Texts.compareDetails,
        examples: [
            "compare resources.clarifier.slotsPerWeek=14 --replications 2",
            "compare kommune uge-40 --replications 2",
            "compare kommune \"resources.clarifier.slotsPerWeek=14 resources.closer.slotsPerWeek=+10%\" --replications 2",
        ]
    ) { invocation, session throws(CommandFailure) in
        let list = try ContenderList(
            invocation.all("contender"), settings: invocation.all("set"), in: invocation.line, session: session)
        var report = try session.compare(
            list, RunSettings(invocation),
            groupings: invocation.all("by").map { GroupingWord($0, line: invocation.line) })
        report.isFull = invocation.has("all")
        session.print(report, format: invocation["format"]?.text ?? "table")
        if report.isInterrupted { throw .said(.interrupted) }
    }
}

extension Session {
    /// Runs what is yet to be run, with the luck of the saved results where there are any, and compares.
    func compare(
        _ list: ContenderList, _ settings: RunSettings, groupings: [GroupingWord] = []
    ) throws(CommandFailure) -> ComparisonReport {
        let contenders = [list.base] + list.variants
        for contender in contenders where contender.days != list.base.days {
            throw .failed(.differentPeriods(list.base.days, contender.days), nil)
        }
        var settings = settings
        if let saved = contenders.lazy.compactMap(\.saved).first {
            settings.seed = settings.seed ?? saved.result.seed
            settings.replications = settings.replications ?? saved.result.replications
            settings.level = settings.level ?? saved.result.level
        }
        let scenarios = contenders.filter { $0.saved == nil }.compactMap(\.scenario)
        let source = contenders.lazy.compactMap(\.scenario).first
        let headline = source.map(ComparisonReport.headline) ?? []
        let deciding = source.map(ComparisonReport.deciding) ?? []
        var runs = try runTogether(scenarios, settings, headline: deciding, groupings: groupings)[...]
        let results = contenders.compactMap { $0.saved?.result ?? runs.popFirst() }
        guard let base = results.first else { throw .failed(.nothingToCompare, nil) }
        let apart = apart(contenders, results)
        let comparison: Comparison
        do throws(ComparisonError) {
            comparison = try Comparison(
                base: base, variants: Array(results.dropFirst()), headline: headline, level: settings.level,
                isPaired: apart == nil)
        } catch {
            throw .failed(.nothingToCompare, nil)
        }
        var groupedBy: [String] = []
        if let scenario = scenarios.first {
            for word in groupings { groupedBy.append(try word.grouping(in: scenario).attribute) }
        }
        return ComparisonReport(
            base: list.base, variants: list.variants, comparison: comparison, requested: settings.replications,
            apart: apart, groupedBy: groupedBy)
    }

    /// Why the sides did not have the same luck; nil when they had.
    private func apart(_ contenders: [Contender], _ results: [RunResult]) -> Text? {
        if Set(results.map(\.seed)).count > 1 { return Texts.seedsDiffer }
        if Set(results.map(\.replications)).count > 1 { return Texts.replicationsDiffer }
        return Set(contenders.map(\.engineVersion)).count > 1 ? Texts.versionsDiffer : nil
    }

    func print(_ report: ComparisonReport, format: String) {
        let text = ComparisonText(report: report, language: language)
        switch format {
        case "json": console.write(ComparisonMachine.json(report))
        case "csv": console.write(ComparisonMachine.csv(report))
        case "markdown": console.write(text.markdown())
        default: console.print(text.table(width: console.width, heading: console.heading))
        }
    }
}
