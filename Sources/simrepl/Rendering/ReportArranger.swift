import PathwaySim
import Scenarios

/// Arranges a report's measures for reading.
struct ReportArranger {
    let report: RunReport
    let language: Language
    let measures: [Key: Measure]

    /// A measure of all citizens or of a group.
    struct Key: Hashable {
        var name: String
        var group: Measure.Group?
    }

    init(_ report: RunReport, language: Language) {
        self.report = report
        self.language = language
        measures = Dictionary(
            report.result.measures.map { (Key(name: $0.name, group: $0.by), $0) },
            uniquingKeysWith: { first, _ in first })
    }

    /// The sections that have anything to show; `isFull`: also those that few ask for.
    func sections(isFull: Bool) -> [ReportSection] {
        var sections = [inShort, citizens, waits, times, resources, outcomes, promises]
        if isFull { sections.append(messages) }
        sections += report.groupedBy.flatMap(groupSections)
        return sections.filter { !$0.rows.isEmpty }
    }

    /// Whether a full table has more sections.
    var hasMore: Bool { !messages.rows.isEmpty }

    // MARK: Sections

    /// Steps where citizens can wait. The others are passed at once; how many took each is in the machine formats.
    var waitingSteps: [String] {
        report.scenario.model.steps.map(\.name).filter { measure("wait.\($0).mean") != nil }
    }

    /// What the scenario says matters most, before everything else.
    var inShort: ReportSection {
        var section = section(Texts.resultInShort, [(Texts.columnResult, true)])
        section.rows = report.scenario.headline.filter { measure($0) != nil }.map { name in
            let isShare = measure(name)?.unit == .share
            return row(
                report.scenario.measureLabel(name)[language],
                [isShare ? percent(name) : cell(name)])
        }
        return section
    }

    var citizens: ReportSection {
        var section = section(
            Texts.resultThroughput,
            [
                (Texts.columnThroughput, true), (Texts.columnReneged, false), (Texts.columnBalked, false),
                (Texts.columnNoShows, false),
            ])
        section.rows = [row(Texts.rowArrived[language], [cell("arrivals.count"), .none, .none, .none])]
        section.rows += waitingSteps.map { step in
            row(
                label(.steps, step),
                [
                    cell("throughput.\(step)"), cell("reneged.\(step).count", skipsZero: true),
                    cell("balked.\(step).count", skipsZero: true), percent("noshow.\(step).share", skipsZero: true),
                ])
        }
        section.rows.append(row(Texts.rowInSystem[language], [cell("census.count"), .none, .none, .none]))
        for column in section.columns.indices.reversed()
        where section.rows.allSatisfy({ $0.cells[column] == .none }) {
            section.columns.remove(at: column)
            for index in section.rows.indices { section.rows[index].cells.remove(at: column) }
        }
        return section
    }

    /// Waits of those who began beside the one thing that covers everybody who came, so that a queue that grows shows.
    var waits: ReportSection {
        var section = section(
            Texts.resultWaits,
            [
                (Texts.columnMean, true), (Texts.columnHalf, false), (Texts.columnNineOfTen, true),
                (Texts.columnNineOfTenEntered, false), (Texts.columnStillWaiting, false),
            ])
        section.rows = waitingSteps.map { step in
            var entered = cell("wait.\(step).entered.p90")
            if entered.value == NumberFormat.undefined, measure("wait.\(step).mean")?.mean != nil {
                entered.value = Texts.notReached[language]
            }
            return row(
                label(.steps, step),
                [
                    cell("wait.\(step).mean"), cell("wait.\(step).p50"), cell("wait.\(step).p90"), entered,
                    cell("wait.\(step).census.count"),
                ])
        }
        // A place nobody came to would be a row of dashes.
        section.rows.removeAll { row in
            row.cells.dropLast().allSatisfy { $0.value == NumberFormat.undefined }
                && ["0", NumberFormat.undefined, ""].contains(row.cells.last?.value ?? "")
        }
        return section
    }

    var times: ReportSection {
        var section = section(Texts.resultTimes, [(Texts.columnMean, true), (Texts.columnNineOfTen, true)])
        section.rows = report.scenario.model.intervals.map { interval in
            let name = "time.\(interval.from).\(interval.to)"
            return row(label(.intervals, interval.name), [cell(name + ".mean"), cell(name + ".p90")])
        }
        return section
    }

    var resources: ReportSection {
        var section = section(
            Texts.resultResources,
            [
                (Texts.columnUtilisation, true), (Texts.columnMeanQueue, false), (Texts.columnLongestQueue, false),
                (Texts.columnHours, false),
            ])
        section.rows = report.scenario.model.resources.map { resource in
            row(
                label(.resources, resource.name),
                [
                    percent("utilisation.\(resource.name)"), cell("queue.\(resource.name).mean"),
                    cell("queue.\(resource.name).max"),
                    resource.hasDutyHours ? cell("hours.\(resource.name)") : .none,
                ])
        }
        return section
    }

    var outcomes: ReportSection {
        var section = section(Texts.resultOutcomes, [(Texts.columnCitizens, true), (Texts.columnShare, true)])
        section.rows = names(after: "outcome.", before: ".count").map { outcome in
            row(label(.outcomes, outcome), [cell("outcome.\(outcome).count"), percent("outcome.\(outcome).share")])
        }
        return section
    }

    /// Met or not, never broken: many of the limits are targets, and a target that is missed breaks nothing.
    var promises: ReportSection {
        var section = section(
            Texts.resultPromises,
            [
                (Texts.columnMetShare, true), (Texts.columnMet, false), (Texts.columnNotMet, false),
                (Texts.columnOpen, false),
            ])
        section.rows = report.scenario.deadlines.map { deadline in
            let name = "deadline.\(deadline.id)"
            return row(
                label(deadline),
                [percent(name + ".share"), cell(name + ".kept"), cell(name + ".broken"), cell(name + ".open")])
        }
        return section
    }

    /// With what binds.
    func label(_ deadline: DeadlineInfo) -> String {
        "\(deadline.label.safe[language]) (\(Texts.deadlineKind(deadline.kind)[language]))"
    }

    var messages: ReportSection {
        var section = section(Texts.resultMessages, [(Texts.columnThroughput, true)])
        section.rows = names(after: "messages.", before: ".count")
            .filter { (measure("messages.\($0).count")?.mean ?? 0) > 0 }
            .map { row(label(.messages, $0), [cell("messages.\($0).count")]) }
        return section
    }

    // MARK: Building

    func section(_ title: Text, _ columns: [(title: Text, isMain: Bool)]) -> ReportSection {
        ReportSection(
            title: title[language] + (report.scenario.notice.map { " – " + $0.safe[language] } ?? ""),
            columns: columns.map { ReportSection.Column(title: $0.title[language], isMain: $0.isMain) }, rows: [])
    }

    func row(_ label: String, _ cells: [ReportSection.Cell]) -> ReportSection.Row {
        ReportSection.Row(label: label, cells: cells)
    }

    func measure(_ name: String, of group: Measure.Group? = nil) -> Measure? {
        measures[Key(name: name, group: group)]
    }

    func percent(_ name: String, of group: Measure.Group? = nil, skipsZero: Bool = false) -> ReportSection.Cell {
        cell(name, of: group, scale: 100, skipsZero: skipsZero)
    }

    /// - Parameter skipsZero: nothing is written where nothing happened.
    func cell(
        _ name: String, of group: Measure.Group? = nil, scale: Double = 1, skipsZero: Bool = false
    ) -> ReportSection.Cell {
        guard let measure = measure(name, of: group) else { return .none }
        if skipsZero, measure.mean ?? 0 == 0 { return .none }
        return ReportSection.Cell(measure, scale: scale, language: language)
    }

    func label(_ section: Labels.Section, _ id: String) -> String {
        report.scenario.labels.text(section, id).safe[language]
    }

    /// What stands between a prefix and a suffix in the measures' names, in their order.
    func names(after prefix: String, before suffix: String) -> [String] {
        report.result.measures.filter { $0.by == nil }.map(\.name)
            .filter { $0.hasPrefix(prefix) && $0.hasSuffix(suffix) }
            .map { String($0.dropFirst(prefix.count).dropLast(suffix.count)) }
    }
}
