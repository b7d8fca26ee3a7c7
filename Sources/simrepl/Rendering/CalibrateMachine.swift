import PathwaySim
import Scenarios

/// A calibration for programs: JSON `pathwaysim.calibration/1`, and comma-separated values with a line for each figure.
///
/// An observed count from 1 to 4 is left out of both: it may point to persons.
enum CalibrateMachine {
    static func json(_ report: CalibrationReport) -> String {
        let node = JSONNode.members([
            ("schema", .text("pathwaysim.calibration/1")), ("engineVersion", .text(Version.current)),
            ("scenario", CheckMachine.scenario(report.scenario)), ("seed", .seed(report.seed)),
            ("replications", .number(Double(report.years.count))), ("level", .number(report.level)),
            ("figures", .list(report.entries.indices.map { figure($0, report) })),
            ("unknowns", .list(report.unknowns.indices.map { unknown($0, report) })),
            ("runs", .number(report.calibration.map { Double($0.runs) })),
        ])
        return JSONWriter.pretty(node, width: 200)
    }

    private static func observed(_ index: Int, _ report: CalibrationReport) -> Double? {
        let entry = report.entries[index]
        // A sum from which a count left out could be worked out is left out as well.
        let isSmall = ([index] + entry.members).contains { place in
            let value = report.entries[place].observed
            return entry.figure.kind.isCount && value > 0 && value < leastCount
        }
        return isSmall ? nil : entry.observed
    }

    private static let leastCount = 5.0

    private static func line(_ line: FigureComparison.Line) -> [(String, JSONNode)] {
        [
            ("mean", .number(line.mean)), ("low", .number(line.low)), ("high", .number(line.high)),
            ("years", .number(Double(line.years))), ("unexplained", JSONNode(.bool(line.isUnexplained))),
        ]
    }

    private static func dates(_ index: Int, _ report: CalibrationReport) -> (from: String, to: String) {
        let figure = report.entries[index].figure
        let start = report.scenario.model.start
        return (start.adding(days: figure.from).iso, start.adding(days: figure.to).iso)
    }

    private static func figure(_ index: Int, _ report: CalibrationReport) -> JSONNode {
        let days = dates(index, report)
        var members: [(String, JSONNode)] = [
            ("figure", .text(report.entries[index].name.en)), ("from", .text(days.from)), ("to", .text(days.to)),
            ("observed", .number(observed(index, report))),
            ("periods", .number(Double(max(1, report.entries[index].members.count)))),
            ("simulated", .members(line(report.comparison.lines[index]))),
        ]
        if let proposed = report.proposedComparison?.lines[index] {
            members.append(("proposed", .members(line(proposed))))
        }
        if let used = report.calibration?.used, index < used.count {
            members.append(("used", JSONNode(.bool(used[index]))))
        }
        return .members(members)
    }

    private static func unknown(_ index: Int, _ report: CalibrationReport) -> JSONNode {
        let unknown = report.unknowns[index]
        let found = report.proposals.first { $0.unknown.setting.path == unknown.setting.path }
        let verdict: String
        var others: [JSONNode] = []
        switch report.calibration?.verdicts[index] {
        case .told: verdict = "told"
        case .inseparable(let from):
            verdict = "inseparable"
            others = from.map { .text(report.unknowns[$0].setting.path) }
        case .untold, nil: verdict = "untold"
        }
        return .members([
            ("path", .text(unknown.setting.path)), ("present", LeverValue(unknown.present, unknown.low.unit).node),
            ("boundLow", unknown.low.node), ("boundHigh", unknown.high.node), ("verdict", .text(verdict)),
            ("value", found?.value.node ?? JSONNode(.null)), ("low", found?.low.node ?? JSONNode(.null)),
            ("high", found?.high.node ?? JSONNode(.null)), ("from", .list(others)),
        ])
    }

    static func csv(_ report: CalibrationReport) -> String {
        var lines = ["figure,from,to,observed,mean,low,high,unexplained,proposedMean,proposedUnexplained"]
        for index in report.entries.indices {
            let days = dates(index, report)
            let line = report.comparison.lines[index]
            let proposed = report.proposedComparison?.lines[index]
            let numbers = [observed(index, report), line.mean, line.low, line.high].map { CSVCell.number($0) }
            lines.append(
                ([CSVCell.text(report.entries[index].name.en), days.from, days.to] + numbers
                    + [
                        String(line.isUnexplained), CSVCell.number(proposed?.mean),
                        proposed.map { String($0.isUnexplained) } ?? "",
                    ]).joined(separator: ","))
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
