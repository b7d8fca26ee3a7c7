import PathwaySim
import Scenarios

/// When a waiting list is cleared, for reading.
struct BacklogText {
    let report: BacklogReport
    let language: Language

    func document() -> ReadingDocument {
        let count = report.rows.first?.backlog.onList ?? 0
        var document = ReadingDocument(
            title: Texts.backlogTitle(
                report.scenario.labels.text(.steps, report.step).safe, count: count, on: report.scenario.model.start)[
                    language], language: language)
        document.sentences = sentences().map { $0[language] }
        document.sections = [table()] + (report.months.isEmpty ? [] : report.rows.map(months))
        if report.isInterrupted { document.notice = Texts.backlogInterrupted(report.rows.count)[language] }
        document.remarks = remarks().map { $0[language] }
        return document
    }

    // MARK: Sentences

    private func sentences() -> [Text] {
        guard let first = report.rows.first else { return [] }
        var sentences = told(first)
        guard let date = report.date else {
            if let last = report.rows.dropFirst().last { sentences += told(last) }
            return sentences
        }
        let enough = report.rows.first { (report.inTime($0)?.low ?? 0) >= 0.9 }
        guard let enough else { return sentences + [Texts.noExtraEnough(date)] }
        return sentences + [Texts.smallestExtra(lead(enough), date, level: report.level)]
            + (enough.extra > 0 ? told(enough) : [])
    }

    private func told(_ row: BacklogReport.Row) -> [Text] {
        let days = report.cleared(row)
        let middle = report.date(days.quantile(0.5)).map(Texts.byDate) ?? Texts.afterDate(report.end)
        var sentences: [Text] = []
        // Where even one year in ten does not clear it, two ends that both lie beyond the period say nothing.
        if let low = days.quantile(0.1) {
            sentences.append(
                Texts.clearedBy(
                    lead(row), Texts.clearing(report.target), middle,
                    years: hasYears
                        ? (
                            low: Texts.onDate(report.date(low), end: report.end),
                            high: Texts.onDate(report.date(days.quantile(0.9)), end: report.end)
                        ) : nil))
        } else {
            sentences.append(lead(row) + Text(same: ":"))
        }
        if days.missing > 0 {
            sentences.append(Texts.notCleared(days.missing, of: days.days.count, end: report.end))
        }
        return sentences
    }

    /// Of fewer nothing is said of 8 of 10 years.
    private var hasYears: Bool { report.replications >= Measure.leastForSpread }

    private func lead(_ row: BacklogReport.Row) -> Text {
        let lead = Texts.withExtra(
            NumberFormat.text(row.extra), report.now.map { NumberFormat.text($0 + row.extra) },
            isSlots: report.isSlots, isNone: row.extra == 0)
        guard row.extra > 0, let lasting = report.lasting else { return lead }
        return lead + Texts.extraEnds(DurationFormat.text(lasting))
    }

    // MARK: The table

    private func table() -> ReadingDocument.Section {
        var columns: [ReadingDocument.Column] = [
            .init(title: Texts.nineOfTenBy[language], alignment: .right),
            .init(title: Texts.allBy[language], alignment: .right),
        ]
        if let target = report.target {
            columns.append(.init(title: Texts.downToBy(target)[language], alignment: .right))
        }
        columns += [
            .init(title: Texts.eightOfTenFrom[language], alignment: .right),
            .init(title: Texts.eightOfTenTo[language], alignment: .right),
        ]
        if let date = report.date {
            columns.append(
                .init(title: Texts.inTimeTitle(date, in: report.scenario.model.start.year)[language], alignment: .right)
            )
        }
        let showsMissing = report.rows.contains { report.cleared($0).missing > 0 }
        if showsMissing { columns.append(.init(title: Texts.notClearedTitle[language], alignment: .right)) }
        columns += [.init(title: Texts.leftListTitle[language]), .init(title: Texts.waitingAtEndTitle[language])]
        var section = ReadingDocument.Section(
            title: Texts.extraTitle(isSlots: report.isSlots)[language], columns: columns)
        section.rows = report.rows.map { cells($0, showsMissing: showsMissing) }
        return section
    }

    private func cells(_ row: BacklogReport.Row, showsMissing: Bool) -> [String] {
        let days = report.cleared(row)
        var cells = ["+" + NumberFormat.exact(row.extra, language: language)]
        if let now = report.now { cells[0] += " (\(NumberFormat.exact(now + row.extra, language: language)))" }
        cells += [day(row.backlog.most.quantile(0.5)), day(row.backlog.all.quantile(0.5))]
        if report.target != nil { cells.append(day(days.quantile(0.5))) }
        cells += hasYears ? [day(days.quantile(0.1)), day(days.quantile(0.9))] : ["", ""]
        if let share = report.inTime(row) { cells.append(percent(share)) }
        if showsMissing {
            cells.append(percent(OrderedDays.share(days.missing, of: days.days.count, level: report.level)))
        }
        for value in [
            row.backlog.mean(level: report.level, \.left), row.backlog.mean(level: report.level, \.waitingAtEnd),
        ] {
            cells.append(
                value.halfWidth.map {
                    NumberFormat.withUncertainty(value.value, halfWidth: $0, language: language)
                } ?? NumberFormat.rounded(value.value, halfWidth: nil, language: language))
        }
        return cells
    }

    private func day(_ day: Int?) -> String {
        let year = report.scenario.model.start.year
        return (report.date(day).map { DateFormat.compact($0, in: year) } ?? Texts.later(report.end, in: year))[
            language]
    }

    /// `94 (88–97)`.
    private func percent(_ share: (value: Double, low: Double, high: Double)) -> String {
        let numbers = [share.value, share.low, share.high].map {
            NumberFormat.decimal($0 * 100, digits: 0, language: language)
        }
        return "\(numbers[0]) (\(numbers[1])–\(numbers[2]))"
    }

    // MARK: Month by month

    /// How many wait at the end of each month, with so much extra.
    private func months(_ row: BacklogReport.Row) -> ReadingDocument.Section {
        var columns: [ReadingDocument.Column] = [
            .init(title: Texts.waitingOnAverage[language]),
            .init(title: Texts.resultYears[language], alignment: .right),
        ]
        if let target = report.target {
            columns.append(.init(title: Texts.atMostShare(target)[language], alignment: .right))
        }
        let lead = report.rows.count > 1 ? lead(row) : nil
        var section = ReadingDocument.Section(title: Texts.monthEndTitle(lead)[language], columns: columns)
        for (place, month) in report.months.enumerated() {
            let waiting = row.backlog.waiting(place, level: report.level)
            let name = DateFormat.month(month.date.month)[language] + " \(month.date.year)"
            let mean =
                waiting.halfWidth.map {
                    NumberFormat.withUncertainty(waiting.mean, halfWidth: $0, language: language)
                } ?? NumberFormat.rounded(waiting.mean, halfWidth: nil, language: language)
            var cells = [name, mean, hasYears ? "\(waiting.low)–\(waiting.high)" : ""]
            if let share = report.share(atMost: report.target, at: place, row) { cells.append(percent(share)) }
            section.rows.append(cells)
        }
        return section
    }

    // MARK: Remarks

    private func remarks() -> [Text] {
        var remarks: [Text] = []
        if report.isInterrupted { remarks.append(Texts.backlogInterrupted(report.rows.count)) }
        remarks.append(Texts.backlogMethod(report.replications))
        remarks.append(known())
        if report.target == nil { remarks.append(Texts.laterListGrows) }
        if !report.others.isEmpty {
            remarks.append(
                Texts.otherLists(report.others.map { (report.scenario.labels.text(.steps, $0.step).safe, $0.count) }))
        }
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: report.seed,
                replications: report.replications, version: Version.current))
        return remarks
    }

    /// How well the least well known of the middle dates is known.
    private func known() -> Text {
        var widest = 0
        for row in report.rows {
            let days = report.cleared(row)
            let interval = days.interval(0.5, level: report.level)
            guard interval.isBounded, let low = interval.low, let high = interval.high, let middle = days.quantile(0.5)
            else { return Texts.dateHardlyKnown }
            widest = max(widest, middle - low, high - middle)
        }
        return Texts.dateKnownTo(widest, level: report.level)
    }
}

/// A clearing for programs: JSON `pathwaysim.backlog/1`, and comma-separated values with a line for each extra and way of
/// counting.
enum BacklogMachine {
    static func json(_ report: BacklogReport) -> String {
        var members: [(String, JSONNode)] = [
            ("schema", .text("pathwaysim.backlog/1")), ("engineVersion", .text(Version.current)),
            ("scenario", CheckMachine.scenario(report.scenario)), ("seed", .seed(report.seed)),
            ("replications", .number(Double(report.replications))), ("level", .number(report.level)),
            ("start", .text(report.scenario.model.start.iso)), ("end", .text(report.end.iso)),
            ("step", .text(report.step)), ("onList", .number(Double(report.rows.first?.backlog.onList ?? 0))),
            ("resource", report.resource.map { .text($0) } ?? JSONNode(.null)), ("capacity", .number(report.now)),
            ("unit", .text(report.isSlots ? "slots/week" : "units")),
            ("for", report.lasting.map { .text($0.description) } ?? JSONNode(.null)),
            ("target", .number(report.target.map(Double.init))),
            ("date", report.date.map { .text($0.iso) } ?? JSONNode(.null)),
        ]
        members += [
            ("complete", JSONNode(.bool(!report.isInterrupted))),
            ("rows", .list(report.rows.map { row($0, report) })),
        ]
        return JSONWriter.pretty(.members(members), width: 200)
    }

    private static func row(_ row: BacklogReport.Row, _ report: BacklogReport) -> JSONNode {
        var members: [(String, JSONNode)] = [
            ("extra", .number(row.extra)),
            ("events", .list(events(row, report).map { event($0.name, $0.days, report) })),
        ]
        if let share = report.inTime(row) {
            members.append(
                (
                    "inTime",
                    .members([
                        ("share", .number(share.value)), ("low", .number(share.low)), ("high", .number(share.high)),
                    ])
                ))
        }
        if !report.months.isEmpty {
            members.append(("months", .list(report.months.indices.map { month($0, row, report) })))
        }
        for (name, value) in numbers(row, report) {
            members.append(
                (name, .members([("mean", .number(value.value)), ("halfWidth", .number(value.halfWidth))])))
        }
        return .members(members)
    }

    private static func month(_ place: Int, _ row: BacklogReport.Row, _ report: BacklogReport) -> JSONNode {
        let waiting = row.backlog.waiting(place, level: report.level)
        var members: [(String, JSONNode)] = [
            ("date", .text(report.months[place].date.iso)), ("mean", .number(waiting.mean)),
            ("halfWidth", .number(waiting.halfWidth)), ("p10", .number(Double(waiting.low))),
            ("p50", .number(Double(waiting.middle))), ("p90", .number(Double(waiting.high))),
        ]
        if let share = report.share(atMost: report.target, at: place, row) {
            members += [
                ("atMostTarget", .number(share.value)), ("atMostTargetLow", .number(share.low)),
                ("atMostTargetHigh", .number(share.high)),
            ]
        }
        return .members(members)
    }

    private static func numbers(
        _ row: BacklogReport.Row, _ report: BacklogReport
    ) -> [(String, (value: Double, halfWidth: Double?))] {
        [
            ("began", row.backlog.mean(level: report.level, \.began)),
            ("left", row.backlog.mean(level: report.level, \.left)),
            ("waitingAtEnd", row.backlog.mean(level: report.level, \.waitingAtEnd)),
        ]
    }

    private static func events(
        _ row: BacklogReport.Row, _ report: BacklogReport
    ) -> [(name: String, days: OrderedDays)] {
        var events = [("nineOfTen", row.backlog.most), ("all", row.backlog.all)]
        if report.target != nil { events.append(("target", row.backlog.target)) }
        return events.map { (name: $0.0, days: $0.1) }
    }

    private static func event(_ name: String, _ days: OrderedDays, _ report: BacklogReport) -> JSONNode {
        func date(_ day: Int?) -> JSONNode { report.date(day).map { .text($0.iso) } ?? JSONNode(.null) }
        let interval = days.interval(0.5, level: report.level)
        let missing = OrderedDays.share(days.missing, of: days.days.count, level: report.level)
        return .members([
            ("name", .text(name)), ("p10", date(days.quantile(0.1))), ("p50", date(days.quantile(0.5))),
            ("p90", date(days.quantile(0.9))), ("p50low", date(interval.low)), ("p50high", date(interval.high)),
            ("p50known", JSONNode(.bool(interval.isBounded))), ("notCleared", .number(missing.value)),
            ("notClearedLow", .number(missing.low)), ("notClearedHigh", .number(missing.high)),
            ("days", .list(days.days.map { .number($0.map(Double.init)) })),
        ])
    }

    static func csv(_ report: BacklogReport) -> String {
        var lines = [
            "step,onList,extra,capacity,event,p10,p50,p90,p50low,p50high,notCleared,notClearedLow,notClearedHigh,"
                + "replications,level"
        ]
        for row in report.rows {
            for (name, days) in events(row, report) {
                let interval = days.interval(0.5, level: report.level)
                let missing = OrderedDays.share(days.missing, of: days.days.count, level: report.level)
                let dates = [
                    days.quantile(0.1), days.quantile(0.5), days.quantile(0.9), interval.low, interval.high,
                ].map { report.date($0)?.iso ?? "" }
                let numbers = [missing.value, missing.low, missing.high].map { CSVCell.number($0) }
                lines.append(
                    ([CSVCell.text(report.step), String(row.backlog.onList), CSVCell.number(row.extra)]
                        + [CSVCell.number(report.now.map { $0 + row.extra }), name] + dates + numbers
                        + [String(days.days.count), CSVCell.number(report.level)]).joined(separator: ","))
            }
            for (place, month) in report.months.enumerated() {
                let waiting = row.backlog.waiting(place, level: report.level)
                lines.append(
                    ([CSVCell.text(report.step), String(row.backlog.onList), CSVCell.number(row.extra)]
                        + [CSVCell.number(report.now.map { $0 + row.extra }), "waiting.\(month.date.iso)"]
                        + [waiting.low, waiting.middle, waiting.high].map(String.init) + ["", "", "", "", ""]
                        + [String(row.backlog.outcomes.count), CSVCell.number(report.level)]).joined(separator: ","))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
