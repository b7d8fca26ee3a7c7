import PathwaySim
import Scenarios

/// Arranges a report's measures for reading.
struct ReportArranger {
    let report: RunReport
    let language: Language
    private let measures: [String: Measure]

    init(_ report: RunReport, language: Language) {
        self.report = report
        self.language = language
        measures = Dictionary(
            report.result.measures.filter { $0.by == nil }.map { ($0.name, $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The sections that have anything to show.
    func sections() -> [ReportSection] {
        [throughput, waits, leaving, times, resources, outcomes, deadlines, messages].filter { !$0.rows.isEmpty }
    }

    // MARK: Sections

    /// Steps where citizens can wait. The others are passed at once; how many took each is in the machine formats.
    private var waitingSteps: [String] {
        report.scenario.model.steps.map(\.name).filter { measures["wait.\($0).mean"] != nil }
    }

    private var throughput: ReportSection {
        var section = section(Texts.resultThroughput, [Texts.columnValue])
        section.rows = [row(Texts.rowArrived[language], [cell("arrivals.count")])]
        section.rows += waitingSteps.map { row(label(.steps, $0), [cell("throughput.\($0)")]) }
        section.rows.append(row(Texts.rowInSystem[language], [cell("census.count")]))
        return section
    }

    private var waits: ReportSection {
        var section = section(
            Texts.resultWaits, [Texts.columnMean, Texts.columnHalf, Texts.columnNineOfTen, Texts.columnStillWaiting])
        section.rows = waitingSteps.map { step in
            row(
                label(.steps, step),
                [
                    cell("wait.\(step).mean"), cell("wait.\(step).p50"), cell("wait.\(step).p90"),
                    cell("wait.\(step).census.count"),
                ])
        }
        // A place nobody came to would be a row of dashes.
        section.rows.removeAll { $0.cells.dropLast().allSatisfy { $0.value == NumberFormat.undefined } }
        return section
    }

    private var leaving: ReportSection {
        var section = section(Texts.resultLeaving, [Texts.columnReneged, Texts.columnBalked, Texts.columnNoShows])
        for step in waitingSteps {
            let names = ["reneged.\(step).count", "balked.\(step).count", "noshow.\(step).share"]
            guard names.contains(where: { (measures[$0]?.mean ?? 0) > 0 }) else { continue }
            section.rows.append(row(label(.steps, step), [cell(names[0]), cell(names[1]), percent(names[2])]))
        }
        return section
    }

    private var times: ReportSection {
        var section = section(Texts.resultTimes, [Texts.columnMean, Texts.columnNineOfTen])
        section.rows = report.scenario.model.intervals.map { interval in
            let name = "time.\(interval.from).\(interval.to)"
            return row(label(.intervals, interval.name), [cell(name + ".mean"), cell(name + ".p90")])
        }
        return section
    }

    private var resources: ReportSection {
        var section = section(
            Texts.resultResources,
            [Texts.columnUtilisation, Texts.columnMeanQueue, Texts.columnLongestQueue, Texts.columnHours])
        section.rows = report.scenario.model.resources.map(\.name).map { resource in
            row(
                label(.resources, resource),
                [
                    percent("utilisation.\(resource)"), cell("queue.\(resource).mean"), cell("queue.\(resource).max"),
                    cell("hours.\(resource)"),
                ])
        }
        return section
    }

    private var outcomes: ReportSection {
        var section = section(Texts.resultOutcomes, [Texts.columnCitizens, Texts.columnShare])
        section.rows = names(after: "outcome.", before: ".count").map { outcome in
            row(label(.outcomes, outcome), [cell("outcome.\(outcome).count"), percent("outcome.\(outcome).share")])
        }
        return section
    }

    /// "Not kept" rather than "broken": many of the limits are targets, which are met or not.
    private var deadlines: ReportSection {
        var section = section(
            Texts.resultDeadlines, [Texts.columnKeptShare, Texts.columnKept, Texts.columnNotKept, Texts.columnOpen])
        section.rows = report.scenario.deadlines.map { deadline in
            let name = "deadline.\(deadline.id)"
            return row(
                "\(deadline.label.safe[language]) (\(Texts.deadlineKind(deadline.kind)[language]))",
                [percent(name + ".share"), cell(name + ".kept"), cell(name + ".broken"), cell(name + ".open")])
        }
        return section
    }

    private var messages: ReportSection {
        var section = section(Texts.resultMessages, [Texts.columnValue])
        section.rows = names(after: "messages.", before: ".count")
            .filter { (measures["messages.\($0).count"]?.mean ?? 0) > 0 }
            .map { row(label(.messages, $0), [cell("messages.\($0).count")]) }
        return section
    }

    // MARK: Cells

    private func section(_ title: Text, _ columns: [Text]) -> ReportSection {
        ReportSection(title: title[language], columns: columns.map { $0[language] }, rows: [])
    }

    private func row(_ label: String, _ cells: [ReportSection.Cell]) -> ReportSection.Row {
        ReportSection.Row(label: label, cells: cells)
    }

    private func percent(_ name: String) -> ReportSection.Cell { cell(name, scale: 100) }

    private func cell(_ name: String, scale: Double = 1) -> ReportSection.Cell {
        guard let measure = measures[name] else { return .none }
        guard let mean = measure.mean.map({ $0 * scale }) else {
            return ReportSection.Cell(value: NumberFormat.undefined, spread: "")
        }
        var cell = ReportSection.Cell(value: "", spread: "")
        // What is left of the same number in every replication after adding and dividing is no uncertainty.
        let halfWidth = measure.halfWidth.map { $0 * scale < abs(mean) * 1e-9 ? 0 : $0 * scale }
        if let halfWidth {
            cell.value = NumberFormat.withUncertainty(mean, halfWidth: halfWidth, language: language)
        } else {
            cell.value = NumberFormat.rounded(mean, halfWidth: nil, language: language)
        }
        if let low = measure.low, let high = measure.high, let halfWidth {
            cell.spread = spread(low * scale, high * scale, halfWidth)
        }
        return cell
    }

    /// Both ends with as many digits as tell them apart, but hardly more than the mean has.
    private func spread(_ low: Double, _ high: Double, _ halfWidth: Double) -> String {
        let width = high - low < abs(high) * 1e-9 ? 0 : max((high - low) / 10, halfWidth / 2)
        return NumberFormat.rounded(low, halfWidth: width, language: language) + "–"
            + NumberFormat.rounded(high, halfWidth: width, language: language)
    }

    private func label(_ section: Labels.Section, _ id: String) -> String {
        report.scenario.labels.text(section, id).safe[language]
    }

    /// What stands between a prefix and a suffix in the measures' names, in their order.
    private func names(after prefix: String, before suffix: String) -> [String] {
        report.result.measures.filter { $0.by == nil }.map(\.name)
            .filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }
            .map { String($0.dropFirst(prefix.count).dropLast(suffix.count)) }
    }
}
