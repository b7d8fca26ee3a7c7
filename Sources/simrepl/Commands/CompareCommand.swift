import PathwaySim
import Scenarios

extension Command {
    static let compare = Command(
        "compare", "sammenlign", .results,
        parameters: [Parameter("contender", Texts.placeholderContender, .contender, repeats: true)],
        options: [Option].simulation + [
            .set, .by,
            Option(
                "format", Text(same: "table|manager|json|csv|markdown"),
                .word(["table", "manager", "json", "csv", "markdown"]), help: Texts.optionFormat),
            Option("all", help: Texts.optionAllCompared), Option("manager", help: Texts.optionManager),
            Option("rate", Texts.placeholderAmount, .text, help: Texts.optionRate),
            Option("fulltime", Texts.placeholderAmount, .text, help: Texts.optionFullTime),
            Option("besides", Texts.placeholderShare, .share(0...10), help: Texts.optionBesides),
        ],
        summary: Texts.compareSummary, details: Texts.compareDetails,
        examples: [
            "compare resources.clarifier.slotsPerWeek=14 --replications 2",
            "compare kommune uge-40 --replications 2",
            "compare resources.clarifier.slotsPerWeek=12 --format manager --rate 450 --besides 50% --replications 2",
            "compare kommune \"resources.clarifier.slotsPerWeek=14 resources.closer.slotsPerWeek=+10%\" --replications 2",
        ]
    ) { invocation, session throws(CommandFailure) in
        let terms = try ManagerTable.Terms(invocation)
        let list = try ContenderList(
            invocation.all("contender"), settings: invocation.all("set"), in: invocation.line, session: session)
        if list.isSameTwice { throw .notUnderstood(.sameTwice, invocation.line.end) }
        var report = try session.compare(
            list, RunSettings(invocation),
            groupings: invocation.all("by").map { GroupingWord($0, line: invocation.line) })
        report.isFull = invocation.has("all")
        session.lastFinding = .comparison(report)
        session.lastComparison = report
        // A rate or full-time hours mean nothing anywhere else.
        let asksForManager = ["manager", "rate", "fulltime", "besides"].contains { invocation.has($0) }
        if asksForManager || invocation["format"]?.text == "manager" {
            let table = ManagerTable(report, terms: terms)
            session.print(
                format: invocation["format"], json: ManagerMachine.json(table), csv: ManagerMachine.csv(table),
                ManagerText(table: table, language: session.language).document())
        } else {
            session.print(report, format: invocation["format"]?.text ?? "table")
        }
        if report.isInterrupted { throw .said(.interrupted) }
    }
}

extension ManagerTable.Terms {
    /// What the options say.
    fileprivate init(_ invocation: Invocation) throws(CommandFailure) {
        func amount(_ name: String, example: String) throws(CommandFailure) -> Double? {
            guard let word = invocation[name] else { return nil }
            guard let value = LeverValue(word.text), value.unit == nil, value.amount > 0, value.amount <= 1e9 else {
                throw .notUnderstood(.notAnAmount(word.text, example: example), invocation.line.place(of: word))
            }
            return value.amount
        }
        rate = try amount("rate", example: "450")
        fullTime = try amount("fulltime", example: "1640") ?? Self.standardFullTime
        besides = invocation.share("besides") ?? 0
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
