import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let plot = Command(
        "plot", "graf", .results,
        parameters: [
            Parameter("what", Texts.placeholderPlotted, .plotted), Parameter("file", Texts.placeholderFile, .file),
        ],
        options: [
            Option("years", help: Texts.optionPlotYears), Option("cumulative", help: Texts.optionCumulative),
            Option("by", Texts.placeholderAttribute, .grouping, help: Texts.optionPlotBy),
            Option("force", help: Texts.optionForce),
        ],
        summary: Texts.plotSummary, details: Texts.plotDetails,
        examples: [
            "run --replications 2; plot", "run --replications 2; plot waits waits.svg",
            "run --replications 2; plot wait.clarifying.mean --cumulative",
            "compare resources.clarifier.slotsPerWeek=14 --replications 2; plot",
            "sweep resources.clarifier.slotsPerWeek 10..14 2 --replications 2; plot",
        ]
    ) { invocation, session throws(CommandFailure) in
        var what = invocation["what"]
        var file = invocation["file"]
        // A single word may be the file.
        if file == nil, let word = what, word.text.lowercased().hasSuffix(".svg") { (what, file) = (nil, word) }
        if let file, !file.text.lowercased().hasSuffix(".svg") {
            throw .notUnderstood(.notSVG(file.text), invocation.line.place(of: file))
        }
        let charts = try PlotWord(token: what, invocation: invocation).charts(in: session)
        guard let file else {
            for (index, chart) in charts.enumerated() {
                if index > 0 { session.console.print() }
                session.print(chart)
            }
            return
        }
        try session.write(charts, to: file, in: invocation)
    }
}

/// What `plot` can draw besides measures and series.
enum PlotView: String, CaseIterable {
    case waiting, waits, weekdays, utilisation, outcomes, deadlines, comparison, sweep

    var alias: String {
        switch self {
        case .waiting: "venter"
        case .waits: "ventetider"
        case .weekdays: "ugedage"
        case .utilisation: "belægning"
        case .outcomes: "udfald"
        case .deadlines: "frister"
        case .comparison: "sammenligning"
        case .sweep: "variation"
        }
    }

    func name(in language: Language) -> String { language == .da ? alias : rawValue }

    static func named(_ word: String) -> PlotView? {
        let key = Suggestions.folded(word)
        return allCases.first { Suggestions.folded($0.rawValue) == key || Suggestions.folded($0.alias) == key }
    }
}

/// A word after `plot`: a view, a series or a measure; none is what was computed last.
struct PlotWord {
    let token: Token?
    let invocation: Invocation

    func charts(in session: Session) throws(CommandFailure) -> [Chart] {
        let place = token.map { invocation.line.place(of: $0) }
        guard let token else {
            let view: PlotView =
                switch session.lastFinding {
                case .comparison: .comparison
                case .sweep: .sweep
                case .run, .search, nil: .waiting
                }
            return try charts(view, in: session, at: nil)
        }
        if let view = PlotView.named(token.text) { return try charts(view, in: session, at: place) }
        guard let report = session.lastReport else { throw .failed(.nothingToPlot, place) }
        let charts = RunCharts(report: report, language: session.language)
        if charts.seriesNames.contains(token.text) { return [charts.series([token.text])] }
        return [try measure(token, charts)]
    }

    private func charts(
        _ view: PlotView, in session: Session, at place: CommandLine.Place?
    ) throws(CommandFailure) -> [Chart] {
        switch view {
        case .comparison:
            guard let report = session.lastComparison else { throw .failed(.noComparisonYet, place) }
            return ComparisonCharts(report: report, language: session.language).charts()
        case .sweep:
            guard let report = session.lastSweep else { throw .failed(.noSweepYet, place) }
            return SweepCharts(report: report, language: session.language).charts()
        default: break
        }
        guard let report = session.lastReport else { throw .failed(.nothingToPlot, place) }
        let charts = RunCharts(report: report, language: session.language)
        switch view {
        case .waits: return [charts.waits()]
        case .weekdays: return [try session.weekdays(of: report)]
        case .utilisation: return [charts.utilisation()]
        case .outcomes: return [charts.outcomes()]
        case .deadlines: return [charts.deadlines()]
        case .waiting, .comparison, .sweep: return [charts.series(charts.busiestSeries())]
        }
    }

    /// The distribution of a measure over citizens or, where it has none or the years are asked for, over replications.
    private func measure(_ token: Token, _ charts: RunCharts) throws(CommandFailure) -> Chart {
        let report = charts.report
        let names = report.result.measures.filter { $0.by == nil }.map(\.name)
        let key = Suggestions.folded(token.text)
        let found =
            names.first { $0 == token.text }
            ?? names.first { name in
                let label = report.scenario.measureLabel(name)
                return Suggestions.folded(label.da) == key || Suggestions.folded(label.en) == key
            }
        guard let name = found, let measure = report.result.measure(name) else {
            let all = names + charts.seriesNames + PlotView.allCases.flatMap { [$0.rawValue, $0.alias] }
            throw .failed(
                .unknownPlot(token.text, similar: Suggestions.closest(to: token.text, among: all)),
                invocation.line.place(of: token))
        }
        if let word = invocation["by"] {
            let attribute = String(word.text.prefix { $0 != ":" })
            guard let chart = charts.groups(name, by: attribute) else {
                throw .failed(.noGroups(word.text), invocation.line.place(of: word))
            }
            return chart
        }
        guard !invocation.has("years"), let times = charts.times(of: name) else { return charts.years(measure) }
        return invocation.has("cumulative") ? charts.cumulative(times) : charts.histogram(times)
    }
}

extension Session {
    /// Draws a chart in the window.
    func print(_ chart: Chart) {
        console.print(
            ChartText(
                chart: chart, width: console.width, usesUnicode: console.terminal.usesUnicode, heading: console.heading
            ).lines())
    }

    /// The shape of the week in a result's first replications.
    fileprivate func weekdays(of report: RunReport) throws(CommandFailure) -> Chart {
        let model = try compile(report.scenario)
        do throws(SimulationError) {
            let pattern = try WeekdayPattern(
                model, seed: report.result.seed, replications: report.result.replications,
                isCancelled: { Interrupt.isRequested })
            return pattern.chart(report.scenario, language)
        } catch .cancelled {
            throw .interrupted
        } catch {
            throw .engine(.simulation(error, start: report.scenario.model.start))
        }
    }

    /// Writes charts to a file, the second and later ones to `NAME-2.svg` and so on.
    fileprivate func write(
        _ charts: [Chart], to file: Token, in invocation: Invocation
    ) throws(CommandFailure) {
        for (index, chart) in charts.enumerated() {
            let stem = String(file.text.dropLast(4))
            let path = index == 0 ? file.text : "\(stem)-\(index + 1).svg"
            try write(
                ChartSVG(chart: chart).svg(), to: path, at: invocation.line.place(of: file),
                replacing: invocation.has("force"))
            console.printWrapped(say(Texts.written(path)))
        }
    }

    /// What `plot` can draw.
    func plotCandidates(for word: String) -> [Completion.Candidate] {
        let views = PlotView.allCases.map { Completion.Candidate(text: $0.name(in: language)) }
        guard let report = lastReport else { return views + measureCandidates(for: word) }
        let series = DottedNames(report.result.series.map(\.name)).candidates(continuing: word)
        guard report.scenario.hash != loaded?.hash else {
            return views + series + measureCandidates(for: word).filter { !series.contains($0) }
        }
        let names = report.result.measures.filter { $0.by == nil }.map(\.name)
        return views + series + DottedNames(names).candidates(continuing: word).filter { !series.contains($0) }
    }
}
