import PathwaySim
import Scenarios

/// The manager's table for reading.
struct ManagerText {
    let table: ManagerTable
    let language: Language

    func document() -> ReadingDocument {
        var document = ReadingDocument(
            title: Texts.managerTitle(table.report.base.title)[language], language: language)
        document.sentences = ([table.report.base] + table.report.variants).enumerated().map { index, contender in
            letter(index) + ": " + ComparisonText(report: table.report, language: language).lead(contender)
        }
        document.sections = [alternatives()] + table.forecasts.map { forecast($0.step, $0.months) }
        document.remarks = remarks().map { $0[language] }
        return document
    }

    /// What an alternative is called at the head of its column: `A` is the base.
    private func letter(_ index: Int) -> String {
        guard let scalar = Unicode.Scalar(UInt32(65 + index % 26)) else { return "" }
        return String(Character(scalar)) + (index < 26 ? "" : String(index / 26))
    }

    /// What the alternatives are called, the base first.
    var letters: [String] { (0...table.report.variants.count).map(letter) }

    private func alternatives() -> ReadingDocument.Section {
        var section = ReadingDocument.Section(
            columns: letters.map { .init(title: $0) })
        for row in table.rows {
            section.rows.append([row.label[language]] + row.values.indices.map { cell(row, $0) })
            let years = row.values.map { self.years($0, row.scale) }
            if row.showsYears, years.contains(where: { !$0.isEmpty }) {
                section.rows.append(["  " + Texts.resultYears[language]] + years)
            }
        }
        return section
    }

    /// A row's value for an alternative, marked when it differs from the base beyond chance.
    func cell(_ row: ManagerTable.Row, _ alternative: Int) -> String {
        switch row.values[alternative] {
        case nil: return NumberFormat.undefined
        case .planned(let value)?: return NumberFormat.exact(value, language: language)
        case .measured(let measure)?:
            let mark = table.isDifferent(row, alternative) ? "*" : ""
            let beside = row.values.map { value -> Double? in
                guard case .measured(let other)? = value else { return nil }
                return other.halfWidth.map { $0 * row.scale }
            }
            return ReportSection.Cell(measure, scale: row.scale, column: ColumnDigits(beside), language: language).value
                + mark
        }
    }

    /// Between which values 8 of 10 years lie.
    func years(_ value: ManagerTable.Value?, _ scale: Double) -> String {
        guard case .measured(let measure)? = value else { return "" }
        return ReportSection.Cell(measure, scale: scale, language: language).spread
    }

    /// Of fewer nothing is said of 8 of 10 years.
    private var hasYears: Bool { table.report.comparison.base.replications >= Measure.leastForSpread }

    private func forecast(_ step: String, _ months: [ManagerTable.Month]) -> ReadingDocument.Section {
        let label = table.report.scenario?.labels.text(.steps, step).safe ?? Text(same: Escaping.terminalSafe(step))
        var section = ReadingDocument.Section(
            title: Texts.forecastTitle(label)[language],
            columns: (0...table.report.variants.count).flatMap { index in
                [ReadingDocument.Column(title: letter(index))]
                    + (hasYears ? [.init(title: Texts.resultYears[language], alignment: .right)] : [])
            })
        let digits = ColumnDigits(months.flatMap { month in month.waiting.map { $0?.halfWidth } })
        for month in months {
            let name = DateFormat.short(month.date)[language]
            section.rows.append(
                [name]
                    + month.waiting.flatMap { waiting -> [String] in
                        guard let waiting else { return [NumberFormat.undefined] + (hasYears ? [""] : []) }
                        let value =
                            waiting.halfWidth.map {
                                NumberFormat.withUncertainty(
                                    waiting.mean, halfWidth: $0, column: digits, language: language)
                            } ?? NumberFormat.rounded(waiting.mean, halfWidth: nil, language: language)
                        let ends = [waiting.low, waiting.high].map {
                            NumberFormat.decimal($0, digits: 0, language: language)
                        }
                        return [value] + (hasYears ? [ends[0] == ends[1] ? ends[0] : "\(ends[0])–\(ends[1])"] : [])
                    })
        }
        return section
    }

    private func remarks() -> [Text] {
        let report = table.report
        var remarks: [Text] = []
        let terms = table.terms
        if table.rows.contains(where: { $0.name.hasPrefix("fullTime") }) {
            remarks.append(
                Texts.managerHours(
                    besides: terms.besides, fullTime: terms.fullTime, rate: terms.rate, days: report.base.days))
            if !(360...370).contains(report.base.days) { remarks.append(Texts.managerPeriod(days: report.base.days)) }
            if !table.withoutHours.isEmpty { remarks.append(Texts.withoutHours(table.withoutHours)) }
        }
        if report.variants.count > 0 { remarks.append(Texts.managerDiffers) }
        if !table.forecasts.isEmpty {
            remarks.append(hasYears ? Texts.forecastMeans + Text(same: " ") + Texts.forecastYears : Texts.forecastMeans)
        }
        return remarks + ComparisonText(report: report, language: language).warningsAndOrigin
    }
}

/// The manager's table for programs: JSON `pathwaysim.manager/1`, and comma-separated values with a line for each number.
enum ManagerMachine {
    private static func numbers(_ value: ManagerTable.Value?) -> [Double?] {
        switch value {
        case nil: [nil, nil, nil, nil]
        case .planned(let value)?: [value, 0, nil, nil]
        case .measured(let measure)?: [measure.mean, measure.halfWidth, measure.low, measure.high]
        }
    }

    private static func alternatives(_ table: ManagerTable) -> [(contender: Contender, result: RunResult)] {
        Array(
            zip(
                [table.report.base] + table.report.variants,
                [table.report.comparison.base] + table.report.comparison.variants.map(\.result)))
    }

    static func json(_ table: ManagerTable) -> String {
        let names = ["mean", "halfWidth", "low", "high"]
        let sides = alternatives(table).map { contender, result in
            JSONNode.members([
                ("scenario", .text(contender.id)), ("hash", .text(contender.hash)),
                (
                    "settings",
                    .members(contender.changes.map { ($0.path, $0.new ?? JSONNode(.null)) })
                ), ("seed", .seed(result.seed)), ("replications", .number(Double(result.replications))),
                ("warnings", .list(result.warnings.map { .text($0.code) })),
            ])
        }
        let rows = table.rows.map { row in
            JSONNode.members([
                ("name", .text(row.name)), ("unit", .text(row.unit)),
                (
                    "values",
                    .list(
                        row.values.enumerated().map { index, value in
                            .members(
                                zip(names, numbers(value)).map { ($0, .number($1)) }
                                    + [("differs", JSONNode(.bool(table.isDifferent(row, index))))])
                        })
                ),
            ])
        }
        let forecasts = table.forecasts.flatMap { step, months in
            months.map { month in
                JSONNode.members([
                    ("step", .text(step)), ("date", .text(month.date.iso)),
                    (
                        "waiting",
                        .list(
                            month.waiting.map { waiting in
                                .members(
                                    zip(names, [waiting?.mean, waiting?.halfWidth, waiting?.low, waiting?.high])
                                        .map { ($0, .number($1)) })
                            })
                    ),
                ])
            }
        }
        return JSONWriter.pretty(
            .members([
                ("schema", .text("pathwaysim.manager/1")), ("engineVersion", .text(Version.current)),
                ("level", .number(table.report.comparison.level)), ("days", .number(table.report.base.days)),
                ("rate", .number(table.terms.rate)), ("fullTimeHours", .number(table.terms.fullTime)),
                ("besides", .number(table.terms.besides)), ("alternatives", .list(sides)), ("rows", .list(rows)),
                ("forecast", .list(forecasts)),
            ]), width: 200)
    }

    static func csv(_ table: ManagerTable) -> String {
        var lines = ["name,unit,date,alternative,settings,mean,halfWidth,low,high,differs"]
        let sides = alternatives(table).map(\.contender)
        func line(_ start: [String], _ side: Int, _ numbers: [Double?], _ differs: String) {
            let settings = sides[side].changes.map {
                "\($0.path)=\($0.new.map { $0.string ?? JSONWriter.line($0) } ?? "")"
            }
            lines.append(
                (start + [CSVCell.text(sides[side].id), CSVCell.text(settings.joined(separator: " "))]
                    + numbers.map(CSVCell.number) + [differs]).joined(separator: ","))
        }
        for row in table.rows {
            for (index, value) in row.values.enumerated() {
                line(
                    [CSVCell.text(row.name), row.unit, ""], index, numbers(value),
                    String(table.isDifferent(row, index)))
            }
        }
        for (step, months) in table.forecasts {
            for month in months {
                for (index, waiting) in month.waiting.enumerated() {
                    line(
                        [CSVCell.text("waiting.\(step)"), "number", month.date.iso], index,
                        [waiting?.mean, waiting?.halfWidth, waiting?.low, waiting?.high], "")
                }
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
