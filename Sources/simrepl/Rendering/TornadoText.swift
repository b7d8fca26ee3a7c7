import PathwaySim
import Scenarios

/// What a measure hangs on, for reading.
struct TornadoText {
    let report: TornadoReport
    /// Also the numbers whose effect cannot be told from chance.
    let showsAll: Bool
    let language: Language

    private var sensitivity: Sensitivity { report.sensitivity }

    func document() -> ReadingDocument {
        let label = report.scenario.measureLabel(report.measure)
        var document = ReadingDocument(title: Texts.tornadoTitle(label)[language], language: language)
        let base = ReportSection.Cell(report.base, scale: report.base.unit.scale, language: language).value
        document.sentences = [Texts.tornadoBase(Text(same: base))[language]] + lead().map { $0[language] }
        if !shown.isEmpty { document.sections = [table()] }
        if report.isInterrupted { document.notice = Texts.tornadoInterrupted(report.inputs.count)[language] }
        document.remarks = remarks().map { $0[language] }
        return document
    }

    /// Those that matter, the most important first; in groups within which the order is the scenario's.
    private var shown: [Int] {
        sensitivity.groups.flatMap { $0 }.filter { showsAll || sensitivity.bars[$0].isDistinguishable }
    }

    private func lead() -> [Text] {
        guard let first = sensitivity.groups.first else { return [] }
        let certain = first.filter { sensitivity.bars[$0].isDistinguishable }
        if certain.isEmpty { return [Texts.tornadoNothing] }
        let names = certain.map { report.inputs[$0].setting.label.safe }
        return [certain.count == 1 ? Texts.tornadoMost(names[0]) : Texts.tornadoTogether(names)]
    }

    // MARK: The table

    private func table() -> ReadingDocument.Section {
        var section = ReadingDocument.Section(
            title: Texts.assumptionTitle[language],
            columns: [
                .init(title: Texts.whenLow[language]), .init(title: Texts.whenHigh[language]),
                .init(title: Texts.placeTitle[language], alignment: .right), .init(title: "", alignment: .left),
            ])
        let largest = shown.flatMap { changes(sensitivity.bars[$0]) }.map(abs).max() ?? 0
        for index in shown {
            let (input, bar) = (report.inputs[index], sensitivity.bars[index])
            let places = bar.places
            section.rows.append([
                name(input), cell(bar.low), cell(bar.high),
                places.count == 1 ? "\(places.lowerBound)" : "\(places.lowerBound)–\(places.upperBound)",
                drawing(bar, largest: largest),
            ])
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
        if report.isInterrupted { remarks.append(Texts.tornadoInterrupted(report.inputs.count)) }
        if !shown.isEmpty { remarks.append(Texts.tornadoBars) }
        if shown.contains(where: { !report.inputs[$0].isStated }) {
            remarks.append(
                Texts.tornadoShare(
                    Text(
                        da: NumberFormat.percent(report.range, digits: 0, language: .da),
                        en: NumberFormat.percent(report.range, digits: 0, language: .en))))
        }
        let uncertain = sensitivity.bars.count { !$0.isDistinguishable && !$0.isWithoutEffect }
        let without = sensitivity.bars.count { $0.isWithoutEffect }
        if !showsAll, uncertain + without > 0 { remarks.append(Texts.tornadoRest(uncertain, without: without)) }
        if !report.leftOut.isEmpty { remarks.append(Texts.tornadoLeftOut(report.leftOut.count)) }
        remarks.append(Texts.tornadoMethod(report.replications, level: report.level))
        remarks.append(
            Texts.resultFooter(
                hash: report.scenario.hash.short, id: report.scenario.id, seed: report.seed,
                replications: report.replications, version: Version.current))
        return remarks
    }
}

/// A ranking of assumptions for programs: JSON `pathwaysim.tornado/1`, and comma-separated values with a line for each end.
enum TornadoMachine {
    static func json(_ report: TornadoReport) -> String {
        let node = JSONNode.members([
            ("schema", .text("pathwaysim.tornado/1")), ("engineVersion", .text(Version.current)),
            ("scenario", CheckMachine.scenario(report.scenario)), ("seed", .seed(report.seed)),
            ("replications", .number(Double(report.replications))), ("level", .number(report.level)),
            ("measure", .text(report.measure)), ("unit", .text(report.base.unit.rawValue)),
            ("base", .number(report.base.mean)), ("baseHalfWidth", .number(report.base.halfWidth)),
            ("range", .number(report.range)), ("complete", JSONNode(.bool(!report.isInterrupted))),
            ("bars", .list(order(report).map { bar(report.inputs[$0], report.sensitivity.bars[$0]) })),
            ("leftOut", .list(report.leftOut.map { .text($0) })),
        ])
        return JSONWriter.pretty(node, width: 200)
    }

    private static func order(_ report: TornadoReport) -> [Int] { report.sensitivity.groups.flatMap { $0 } }

    private static func bar(_ input: TornadoReport.Input, _ bar: Sensitivity.Bar) -> JSONNode {
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
            ("distinguishable", JSONNode(.bool(bar.isDistinguishable))),
            ("places", .list([Double(bar.places.lowerBound), Double(bar.places.upperBound)].map { .number($0) })),
        ])
    }

    static func csv(_ report: TornadoReport) -> String {
        var lines = [
            "path,measure,unit,base,end,value,difference,halfWidth,level,span,distinguishable,firstPlace,lastPlace"
        ]
        for index in order(report) {
            let (input, bar) = (report.inputs[index], report.sensitivity.bars[index])
            for (end, change, difference) in [("low", input.low, bar.low), ("high", input.high, bar.high)] {
                guard let change else { continue }
                let value = change.new.map { $0.string ?? JSONWriter.line($0) } ?? ""
                let numbers = [difference?.difference, difference?.halfWidth, report.level, bar.span]
                    .map(CSVCell.number)
                lines.append(
                    ([input.setting.path, report.measure, report.base.unit.rawValue].map(CSVCell.text)
                        + [CSVCell.number(report.base.mean), end, CSVCell.text(value)] + numbers
                        + [
                            String(bar.isDistinguishable), String(bar.places.lowerBound),
                            String(bar.places.upperBound),
                        ]).joined(separator: ","))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
