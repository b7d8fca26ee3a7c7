import PathwaySim
import Scenarios

/// A sweep for reading.
struct SweepText {
    let report: SweepReport
    let language: Language

    func document() -> ReadingDocument {
        var document = ReadingDocument(
            title: Texts.sweepTitle(report.scenario.safeTitle, report.levers.map { $0.setting.label.safe })[language],
            language: language)
        document.sections = report.levers.count == 1 ? [oneLever()] : report.measures.indices.map(twoLevers)
        if report.isInterrupted { document.notice = Texts.sweepInterrupted(report.cells.count)[language] }
        document.remarks = remarks()
        return document
    }

    private func oneLever() -> ReadingDocument.Section {
        var section = ReadingDocument.Section(
            title: label(report.levers[0]),
            columns: report.measures.map { .init(title: $0.label(in: report.scenario)[language]) })
        section.rows = report.cells.map { cell in
            [value(report.levers[0], cell.point[0]) + mark(cell)] + report.measures.indices.map { text(cell, $0) }
        }
        return section
    }

    private func twoLevers(_ measure: Int) -> ReadingDocument.Section {
        let (rows, columns) = (report.levers[0], report.levers[1])
        var section = ReadingDocument.Section(
            title: report.measures[measure].label(in: report.scenario)[language],
            columns: columns.values.indices.map { .init(title: value(columns, $0)) })
        section.sentences = [Texts.rowsAndColumns(rows.setting.label.safe, columns.setting.label.safe)[language]]
        for row in rows.values.indices {
            let cells = report.cells.filter { $0.point[0] == row }
            guard !cells.isEmpty else { continue }
            section.rows.append(
                [value(rows, row)]
                    + columns.values.indices.map { column in
                        cells.first { $0.point[1] == column }.map { text($0, measure) + mark($0) } ?? ""
                    })
        }
        return section
    }

    private func label(_ lever: Lever) -> String { Escaping.terminalSafe(lever.setting.label[language]) }
    private func value(_ lever: Lever, _ index: Int) -> String { lever.values[index].label(language) }
    private func mark(_ cell: SweepReport.Cell) -> String { cell.isOverloaded ? " !" : "" }

    private func text(_ cell: SweepReport.Cell, _ index: Int) -> String { report.text(cell, index, language).value }

    private func remarks() -> [String] {
        var remarks: [Text] = []
        if report.isInterrupted { remarks.append(Texts.sweepInterrupted(report.cells.count)) }
        if report.isWithoutEffect {
            remarks.append(Texts.leversWithoutEffect(report.levers.map { $0.setting.label.safe }))
        }
        remarks.append(Texts.sameLuckEverywhere(report.replications))
        if let few = RunWarning.few(report.replications) { remarks.append(Texts.warning(few)) }
        if report.cells.contains(where: \.isOverloaded) { remarks.append(Texts.overloadedCells) }
        if report.cells.contains(where: { $0.measures.contains { $0?.isSparse ?? false } }) {
            remarks.append(Text(same: ReportText.sparseMark + " ") + Texts.fewObservations(Measure.sparseLimit))
        }
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: report.seed,
                replications: report.replications, version: Version.current))
        return remarks.map { $0[language] }
    }
}

/// A sweep for programs: JSON `pathwaysim.sweep/1`, and comma-separated values with a line for each setting and measure.
enum SweepMachine {
    static func json(_ report: SweepReport) -> String {
        let model = report.scenario.model
        let node = JSONNode.members([
            ("schema", .text("pathwaysim.sweep/1")), ("engineVersion", .text(Version.current)),
            ("scenario", CheckMachine.scenario(report.scenario)), ("seed", .seed(report.seed)),
            ("replications", .number(Double(report.replications))), ("level", .number(report.level)),
            ("horizonDays", .number(model.horizon.days)), ("warmupDays", .number(model.warmup.days)),
            ("complete", JSONNode(.bool(!report.isInterrupted))),
            ("levers", .list(report.levers.map(lever))), ("cells", .list(report.cells.map { cell($0, report) })),
        ])
        return JSONWriter.pretty(node, width: 200)
    }

    /// A lever with its values.
    static func lever(_ lever: Lever) -> JSONNode {
        .members([
            ("path", .text(lever.setting.path)), ("values", .list(lever.values.map(\.node))),
        ])
    }

    /// The value of each lever, by path.
    static func values(_ levers: [Lever], _ point: [Int]) -> JSONNode {
        .members(zip(levers, point).map { ($0.setting.path, $0.values[$1].node) })
    }

    private static func cell(_ cell: SweepReport.Cell, _ report: SweepReport) -> JSONNode {
        let measures = zip(report.measures, cell.measures).map { column, measure in
            JSONNode.members(
                [("name", .text(column.name))]
                    + (column.group.map { [("by", .members([($0.attribute, .text($0.value))]))] } ?? [])
                    + [
                        ("unit", measure.map { .text($0.unit.rawValue) } ?? JSONNode(.null)),
                        ("mean", .number(measure?.mean)), ("halfWidth", .number(measure?.halfWidth)),
                        ("low", .number(measure?.low)), ("high", .number(measure?.high)),
                        ("n", .number(Double(measure?.n ?? 0))),
                    ])
        }
        return .members([
            ("values", values(report.levers, cell.point)), ("measures", .list(measures)),
            ("warnings", .list(cell.warnings.map { .text($0) })),
        ])
    }

    static func csv(_ report: SweepReport) -> String {
        let paths = report.levers.map { CSVCell.text($0.setting.path) }
        var lines = [
            (paths + ["name", "by", "unit", "mean", "halfWidth", "low", "high", "n", "warnings"]).joined(separator: ",")
        ]
        for cell in report.cells {
            let values = zip(report.levers, cell.point).map { CSVCell.text($0.values[$1].text) }
            let warnings = CSVCell.text(cell.warnings.joined(separator: " "))
            for (column, measure) in zip(report.measures, cell.measures) {
                let numbers = [measure?.mean, measure?.halfWidth, measure?.low, measure?.high].map(CSVCell.number)
                lines.append(
                    (values
                        + [
                            CSVCell.text(column.name),
                            CSVCell.text(column.group.map { "\($0.attribute)=\($0.value)" } ?? ""),
                            measure?.unit.rawValue ?? "",
                        ] + numbers
                        + [String(measure?.n ?? 0), warnings]).joined(separator: ","))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
