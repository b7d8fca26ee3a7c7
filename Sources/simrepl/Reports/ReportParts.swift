import PathwaySim
import Scenarios

/// Parts that every report has.
enum ReportParts {
    /// What must be seen before any number.
    static func notices(of scenario: Scenario, isStale: Bool, _ language: Language) -> [Paper.Block] {
        (scenario.notice.map { [.notice($0.safe[language])] } ?? [])
            + (isStale ? [.notice(Texts.resultIsOld[language])] : [])
    }

    /// Sections with rows as tables, each spread in a column beside its number.
    static func tables(_ sections: [ReportSection], spread: String, _ language: Language) -> [Paper.Block] {
        sections.filter { !$0.rows.isEmpty }.flatMap { section -> [Paper.Block] in
            // Of many columns only the main ones have their spread beside them, as on the screen.
            let isNarrow = section.columns.count <= 2
            let hasSpread = section.columns.indices.map { index in
                section.hasSpread(index) && (isNarrow || section.columns[index].isMain)
            }
            var head = [""]
            for (column, hasSpread) in zip(section.columns, hasSpread) {
                head.append(column.title)
                if hasSpread { head.append(spread) }
            }
            let rows = section.rows.map { row in
                // What is part of the row above is set in, also where spaces do not count.
                let margin = row.label.prefix { $0 == " " }.count
                var cells = [String(repeating: "\u{2003}", count: (margin + 1) / 2) + row.label.dropFirst(margin)]
                for index in section.columns.indices {
                    let cell = index < row.cells.count ? row.cells[index] : .none
                    cells.append(cell.value)
                    if hasSpread[index] { cells.append(cell.spread) }
                }
                return cells
            }
            let isSparse = section.rows.contains { $0.cells.contains { $0.value.hasSuffix(ReportText.sparseMark) } }
            let footnote = ReportText.sparseMark + " " + Texts.fewObservations(Measure.sparseLimit)[language]
            return [.subheading(section.title), .table(head: head, rows: rows)]
                + (isSparse ? [.paragraph(footnote)] : [])
        }
    }

    /// What has been changed, and where the numbers come from.
    static func basis(of scenario: Scenario, _ language: Language) -> [Paper.Block] {
        var paper = Paper(title: "", language: language.rawValue)
        paper.part(
            Texts.reportChanges[language],
            [
                .table(
                    head: ["", Texts.reportOld[language], Texts.reportNew[language]],
                    rows: scenario.changes.map { change in
                        [
                            Escaping.terminalSafe(change.label[language]), value(change.old, language),
                            value(change.new, language),
                        ]
                    })
            ])
        for (kind, title, reason) in [
            (Provenance.Kind.assumption, Texts.reportAssumptions, Texts.reportWhy),
            (.source, Texts.reportSources, Texts.reportFrom),
        ] {
            let rows = reasons(scenario.provenance.filter { $0.kind == kind }, language)
            let head = [Texts.reportNumber[language], Texts.reportValue[language], reason[language]]
            paper.part(title[language], [.table(head: head, rows: rows)])
        }
        return paper.blocks
    }

    /// A row for each reason, with the numbers in a row that it stands behind.
    static func reasons(_ entries: [ProvenanceEntry], _ language: Language) -> [[String]] {
        ProvenanceGroup.groups(of: entries, language).map { [$0.label, $0.values, $0.reason] }
    }

    private static func value(_ node: JSONNode?, _ language: Language) -> String {
        guard let node, !node.isNull else { return NumberFormat.undefined }
        if let number = node.number { return NumberFormat.exact(number, language: language) }
        return Escaping.terminalSafe(node.string ?? JSONWriter.line(node))
    }

    /// How the scenario is asked for, changes and all, as words of a command.
    static func reference(_ scenario: Scenario) -> String {
        let settings = scenario.changes.map { change in
            let value = change.new.map { $0.string ?? JSONWriter.line($0) } ?? ""
            return " --set " + Token.quoting("\(change.path)=\(value)")
        }
        return Escaping.terminalSafe(Token.quoting(scenario.reference) + settings.joined())
    }

    /// Everything needed to get the same numbers.
    static func reproducibility(
        _ scenario: Scenario, command: String, seed: UInt64, replications: Int, level: Double, days: Double,
        warmup: SimTime, version: String, _ language: Language
    ) -> [Paper.Block] {
        let start = CivilClock(start: scenario.model.start).date(of: warmup)
        let rows: [(Text, String)] = [
            (Texts.reportScenario, Escaping.terminalSafe(scenario.id) + " – " + scenario.safeTitle[language]),
            (Texts.reportHash, scenario.hash.hex),
            (Texts.reportPeriod, Texts.reportDays(from: DateFormat.long(start), days: Int(days.rounded()))[language]),
            (Texts.reportSeed, String(seed)),
            (Texts.reportReplications, NumberFormat.decimal(Double(replications), digits: 0, language: language)),
            (
                Texts.reportLevel,
                NumberFormat.percent(level, digits: level == (level * 100).rounded() / 100 ? 0 : 1, language: language)
            ),
            (Texts.reportVersion, "simrepl " + Escaping.terminalSafe(version)),
            (Texts.reportCommand, command),
        ]
        return [
            .table(head: ["", ""], rows: rows.map { [$0.0[language], $0.1] }),
            .paragraph(Texts.reportSame[language]),
        ]
    }
}
