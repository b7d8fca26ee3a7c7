import PathwaySim
import Scenarios

/// What a result's uncertainty comes from, for programs: JSON `pathwaysim.doubt/1`, and comma-separated values with a line
/// for each measure and source of uncertainty.
enum DoubtMachine {
    static func json(_ report: DoubtReport) -> String {
        let node = JSONNode.members([
            ("schema", .text("pathwaysim.doubt/1")), ("engineVersion", .text(Version.current)),
            ("scenario", CheckMachine.scenario(report.scenario)), ("seed", .seed(report.seed)),
            ("draws", .number(Double(report.done))), ("replications", .number(Double(report.years))),
            ("baseReplications", .number(Double(report.baseYears))), ("level", .number(report.level)),
            ("complete", JSONNode(.bool(!report.isInterrupted))),
            ("inputs", .list(report.inputs.indices.map { input(report, $0) })),
            ("measures", .list(report.findings.map { finding($0, report) })),
            ("assumptionsTakenAsKnown", .number(Double(report.known))),
            ("leftOut", .list(report.leftOut.map { .text($0) })),
        ])
        return JSONWriter.pretty(node, width: 200)
    }

    private static func input(_ report: DoubtReport, _ index: Int) -> JSONNode {
        let input = report.inputs[index]
        return .members([
            ("path", .text(input.setting.path)), ("value", input.setting.value),
            ("low", input.node(input.number.low)), ("high", input.node(input.number.high)),
            ("law", .text(input.number.law.rawValue)), ("stated", JSONNode(.bool(input.isStated))),
            ("drawn", .list(report.values[index].map { input.node($0) })),
        ])
    }

    private static func finding(_ finding: DoubtReport.Finding, _ report: DoubtReport) -> JSONNode {
        func ends(_ range: (low: Double, high: Double)?) -> JSONNode {
            guard let range else { return JSONNode(.null) }
            return .list([.number(range.low), .number(range.high)])
        }
        let split = finding.split
        var members: [(String, JSONNode)] = [("name", .text(finding.measure.name))]
        if let group = finding.measure.group {
            members.append(("by", .members([(group.attribute, .text(group.value))])))
        }
        members += [
            ("unit", .text(finding.base.unit.rawValue)), ("base", .number(finding.base.mean)),
            ("baseHalfWidth", .number(finding.base.halfWidth)), ("mean", .number(split?.mean)),
            ("halfWidth", .number(split?.halfWidth)), ("varianceFromInputs", .number(split?.fromInputs)),
            ("varianceFromChance", .number(split?.fromChance)), ("inputShare", .number(split?.inputShare)),
            ("inputShareRange", ends(split?.inputShareRange)),
            ("inputsTold", split.map { JSONNode(.bool($0.isInputTold)) } ?? JSONNode(.null)),
            ("inputSpread", ends(split?.inputSpread)), ("yearSpread", ends(split?.yearSpread)),
            (
                "follows",
                .list(
                    zip(report.inputs, finding.follows).map { input, follow in
                        .members([
                            ("path", .text(input.setting.path)), ("rankCorrelation", .number(follow.rank?.value)),
                            ("told", JSONNode(.bool(follow.isTold))),
                        ])
                    })
            ),
        ]
        return .members(members)
    }

    static func csv(_ report: DoubtReport) -> String {
        var lines = ["name,by,unit,from,path,value,halfWidth,low,high,told"]
        for finding in report.findings {
            let start = [
                CSVCell.text(finding.measure.name),
                CSVCell.text(finding.measure.group.map { "\($0.attribute)=\($0.value)" } ?? ""),
                finding.base.unit.rawValue,
            ]
            func line(_ from: String, _ path: String, _ numbers: [Double?], _ told: String) {
                lines.append(
                    (start + [from, CSVCell.text(path)] + numbers.map(CSVCell.number) + [told]).joined(separator: ","))
            }
            let base = finding.base
            line("base", "", [base.mean, base.halfWidth, base.low, base.high], "")
            guard let split = finding.split else { continue }
            let told = String(split.isInputTold)
            line("mean", "", [split.mean, split.halfWidth, split.yearSpread?.low, split.yearSpread?.high], "")
            line(
                "varianceFromInputs", "", [split.fromInputs, nil, split.inputSpread?.low, split.inputSpread?.high], told
            )
            line("varianceFromChance", "", [split.fromChance, nil, nil, nil], "")
            line(
                "inputShare", "", [split.inputShare, nil, split.inputShareRange?.low, split.inputShareRange?.high], told
            )
            for (input, follow) in zip(report.inputs, finding.follows) {
                line("rankCorrelation", input.setting.path, [follow.rank?.value, nil, nil, nil], String(follow.isTold))
            }
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
