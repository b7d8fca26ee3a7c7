import PathwaySim
import Scenarios

/// What a measure hangs on, for reading.
struct TornadoText {
    let report: TornadoReport
    /// Also the numbers whose effect cannot be told from chance.
    let showsAll: Bool
    let language: Language

    func document() -> ReadingDocument {
        let name = report.findings.first?.measure.name ?? ""
        var document = ReadingDocument(
            title: Texts.tornadoTitle(report.scenario.measureLabel(name))[language], language: language)
        for finding in report.findings {
            let said = [base(finding)] + lead(finding)
            if let group = groupName(finding) {
                document.sentences.append(group + ": " + said.map { $0[language] }.joined(separator: " "))
            } else {
                document.sentences += said.map { $0[language] }
            }
            if !shown(finding).isEmpty { document.sections.append(table(finding)) }
            if showsAll || report.ranked.isEmpty, !report.others.isEmpty { document.sections.append(others(finding)) }
        }
        if report.isInterrupted {
            document.notice =
                Texts.tornadoInterrupted(report.ranked.isEmpty ? report.others.count : report.ranked.count)[language]
        }
        document.remarks = remarks().map { $0[language] }
        return document
    }

    private func base(_ finding: TornadoReport.Finding) -> Text {
        Texts.tornadoBase(
            Text(same: ReportSection.Cell(finding.base, scale: finding.base.unit.scale, language: language).value))
    }

    /// What sets the finding apart from the others; nil where there is one of all citizens only.
    private func groupName(_ finding: TornadoReport.Finding) -> String? {
        guard let group = finding.measure.group else {
            return report.findings.count > 1 ? Texts.allCitizens[language] : nil
        }
        return report.scenario.labels.text(.attributes, group.attribute).safe[language] + " "
            + report.scenario.labels.group(group)[language]
    }

    /// Those that matter, the most important first, as places among the ranked; in groups within which the order is the
    /// scenario's.
    private func shown(_ finding: TornadoReport.Finding) -> [Int] {
        finding.sensitivity.groups.flatMap { $0 }.filter { showsAll || finding.sensitivity.bars[$0].isDistinguishable }
    }

    private func lead(_ finding: TornadoReport.Finding) -> [Text] {
        guard let first = finding.sensitivity.groups.first else { return [] }
        let certain = first.filter { finding.sensitivity.bars[$0].isDistinguishable }
        if certain.isEmpty { return [Texts.tornadoNothing] }
        let names = certain.map { report.inputs[report.ranked[$0]].setting.label.safe }
        return [certain.count == 1 ? Texts.tornadoMost(names[0]) : Texts.tornadoTogether(names)]
    }

    // MARK: The table

    private func table(_ finding: TornadoReport.Finding) -> ReadingDocument.Section {
        let (shown, sensitivity) = (self.shown(finding), finding.sensitivity)
        let group = groupName(finding).map { "\($0). " } ?? ""
        var section = ReadingDocument.Section(
            title: group + Texts.assumptionTitle[language],
            columns: [
                .init(title: Texts.whenLow[language]), .init(title: Texts.whenHigh[language]),
                .init(title: Texts.placeTitle[language], alignment: .right), .init(title: "", alignment: .left),
            ])
        let largest = shown.flatMap { changes(sensitivity.bars[$0]) }.map(abs).max() ?? 0
        for index in shown {
            let (input, bar) = (report.inputs[report.ranked[index]], sensitivity.bars[index])
            let places = bar.places
            section.rows.append([
                name(input), cell(bar.low), cell(bar.high),
                places.count == 1 ? "\(places.lowerBound)" : "\(places.lowerBound)–\(places.upperBound)",
                drawing(bar, largest: largest),
            ])
        }
        return section
    }

    /// What few replications said of the rest.
    private func others(_ finding: TornadoReport.Finding) -> ReadingDocument.Section {
        var section = ReadingDocument.Section(
            title: Texts.tornadoFirstLook(report.firstLook ?? 0)[language],
            columns: [.init(title: Texts.whenLow[language]), .init(title: Texts.whenHigh[language])])
        for (index, bar) in zip(report.others, finding.others) {
            section.rows.append([name(report.inputs[index]), cell(bar.low), cell(bar.high)])
        }
        return section
    }

    private func name(_ input: TornadoReport.Input) -> String {
        let ends = [input.low, input.high].map { $0?.new.map(value) ?? value(input.setting.value) }
        return Escaping.terminalSafe(
            "\(input.setting.label[language]): \(ends[0]) – \(ends[1]) (\(value(input.setting.value)))"
                + (input.isStated ? "" : "*"))
    }

    private func value(_ node: JSONNode) -> String {
        if let number = node.number { return NumberFormat.exact(number, language: language) }
        guard let text = node.string else { return "" }
        return (try? DurationText(parsing: text)).map { DurationFormat.text($0)[language] } ?? text
    }

    private func cell(_ difference: Difference?) -> String {
        difference.map { DifferenceCell($0, language: language).value } ?? NumberFormat.undefined
    }

    private func changes(_ bar: Sensitivity.Bar) -> [Double] { [bar.low, bar.high].compactMap { $0?.difference } }

    /// Half the width of a bar, in characters.
    private static let reach = 8

    /// Light where the number is low, dark where it is high, both where both lead there; the line is the scenario as it is.
    private func drawing(_ bar: Sensitivity.Bar, largest: Double) -> String {
        guard largest > 0 else { return "" }
        func cells(_ difference: Difference?) -> Int {
            guard let change = difference?.difference else { return 0 }
            return Int((change / largest * Double(Self.reach)).rounded())
        }
        let (low, high) = (cells(bar.low), cells(bar.high))
        func mark(_ place: Int) -> Character {
            func covers(_ end: Int) -> Bool { place > 0 ? end >= place : end <= place }
            switch (covers(low), covers(high)) {
            case (true, true): return "▓"
            case (true, false): return "░"
            case (false, true): return "█"
            case (false, false): return " "
            }
        }
        var text = String((1...Self.reach).reversed().map { mark(-$0) }) + "│" + String((1...Self.reach).map(mark))
        while text.last == " " { text.removeLast() }
        return text
    }

    // MARK: Remarks

    private func remarks() -> [Text] {
        var remarks: [Text] = []
        let shown = Set(report.findings.flatMap(self.shown).map { report.ranked[$0] } + (showsAll ? report.others : []))
        if report.findings.contains(where: { !self.shown($0).isEmpty }) { remarks.append(Texts.tornadoBars) }
        if shown.contains(where: { !report.inputs[$0].isStated }) {
            remarks.append(
                Texts.tornadoShare(
                    Text(
                        da: NumberFormat.percent(report.range, digits: 0, language: .da),
                        en: NumberFormat.percent(report.range, digits: 0, language: .en))))
        }
        if !showsAll, let rest = rest() { remarks.append(rest) }
        if !report.leftOut.isEmpty { remarks.append(Texts.tornadoLeftOut(report.leftOut.count)) }
        if let look = report.firstLook {
            remarks.append(Texts.tornadoScreened(report.ranked.count, look: look, then: report.replications))
        }
        remarks.append(Texts.tornadoMethod(report.replications, level: report.level))
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: report.seed,
                replications: report.replications, version: Version.current))
        return remarks
    }

    /// How many numbers are not shown, and why; nil when none, or when groups differ in it.
    private func rest() -> Text? {
        guard report.findings.count == 1, let finding = report.findings.first else { return nil }
        let bars = finding.sensitivity.bars
        let uncertain = bars.count { !$0.isDistinguishable && !$0.isWithoutEffect }
        let untouched = report.others.count { report.inputs[$0].isUntouched }
        let without = bars.count { $0.isWithoutEffect } + untouched
        let small = report.others.count - untouched
        guard uncertain + without + small > 0 else { return nil }
        return Texts.tornadoRest(uncertain, small: small, without: without)
    }
}

/// A ranking of assumptions for programs: JSON `pathwaysim.tornado/1`, and comma-separated values with a line for each end.
enum TornadoMachine {
    static func json(_ report: TornadoReport) -> String {
        var members: [(String, JSONNode)] = [
            ("schema", .text("pathwaysim.tornado/1")), ("engineVersion", .text(Version.current)),
            ("scenario", CheckMachine.scenario(report.scenario)), ("seed", .seed(report.seed)),
            ("replications", .number(Double(report.replications))),
            ("firstLook", .number(report.firstLook.map(Double.init))), ("level", .number(report.level)),
        ]
        if let first = report.findings.first { members += finding(first, report) }
        members += [
            ("range", .number(report.range)), ("complete", JSONNode(.bool(!report.isInterrupted))),
            ("leftOut", .list(report.leftOut.map { .text($0) })),
        ]
        if report.findings.count > 1 {
            members.append(("groups", .list(report.findings.dropFirst().map { .members(finding($0, report)) })))
        }
        return JSONWriter.pretty(.members(members), width: 200)
    }

    private static func finding(_ finding: TornadoReport.Finding, _ report: TornadoReport) -> [(String, JSONNode)] {
        var members: [(String, JSONNode)] = [("measure", .text(finding.measure.name))]
        if let group = finding.measure.group {
            members.append(("by", .members([(group.attribute, .text(group.value))])))
        }
        return members + [
            ("unit", .text(finding.base.unit.rawValue)), ("base", .number(finding.base.mean)),
            ("baseHalfWidth", .number(finding.base.halfWidth)),
            ("bars", .list(rows(finding, report).map { bar($0.input, $0.bar, isRanked: $0.isRanked) })),
        ]
    }

    /// The ranked inputs, the most important first, then the others.
    private static func rows(
        _ finding: TornadoReport.Finding, _ report: TornadoReport
    ) -> [(input: TornadoReport.Input, bar: Sensitivity.Bar, isRanked: Bool)] {
        finding.sensitivity.groups.flatMap { $0 }.map {
            (report.inputs[report.ranked[$0]], finding.sensitivity.bars[$0], true)
        } + zip(report.others, finding.others).map { (report.inputs[$0], $1, false) }
    }

    private static func bar(
        _ input: TornadoReport.Input, _ bar: Sensitivity.Bar, isRanked: Bool
    ) -> JSONNode {
        func end(_ change: SettingChange?, _ difference: Difference?) -> JSONNode {
            guard let change else { return JSONNode(.null) }
            return .members([
                ("value", change.new ?? JSONNode(.null)), ("difference", .number(difference?.difference)),
                ("halfWidth", .number(difference?.halfWidth)),
            ])
        }
        return .members([
            ("path", .text(input.setting.path)), ("value", input.setting.value),
            ("stated", JSONNode(.bool(input.isStated))), ("low", end(input.low, bar.low)),
            ("high", end(input.high, bar.high)), ("span", .number(bar.span)), ("halfWidth", .number(bar.halfWidth)),
            ("replications", .number(Double(input.replications))),
            ("distinguishable", JSONNode(.bool(isRanked && bar.isDistinguishable))),
            (
                "places",
                isRanked
                    ? .list([Double(bar.places.lowerBound), Double(bar.places.upperBound)].map { .number($0) })
                    : JSONNode(.null)
            ),
        ])
    }

    static func csv(_ report: TornadoReport) -> String {
        var lines = [
            "path,measure,by,unit,base,end,value,difference,halfWidth,level,span,replications,distinguishable,firstPlace,"
                + "lastPlace"
        ]
        for finding in report.findings {
            let group = finding.measure.group.map { "\($0.attribute)=\($0.value)" } ?? ""
            for (input, bar, isRanked) in rows(finding, report) {
                for (end, change, difference) in [("low", input.low, bar.low), ("high", input.high, bar.high)] {
                    guard let change else { continue }
                    let value = change.new.map { $0.string ?? JSONWriter.line($0) } ?? ""
                    let numbers = [difference?.difference, difference?.halfWidth, report.level, bar.span]
                        .map(CSVCell.number)
                    let names = [input.setting.path, finding.measure.name, group, finding.base.unit.rawValue]
                    lines.append(
                        (names.map(CSVCell.text) + [CSVCell.number(finding.base.mean), end, CSVCell.text(value)]
                            + numbers
                            + [
                                String(input.replications), String(isRanked && bar.isDistinguishable),
                                isRanked ? String(bar.places.lowerBound) : "",
                                isRanked ? String(bar.places.upperBound) : "",
                            ]).joined(separator: ","))
                }
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
