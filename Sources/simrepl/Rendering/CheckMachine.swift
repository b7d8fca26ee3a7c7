import PathwaySim
import Scenarios

/// A load check for programs: JSON `pathwaysim.check/1`, and comma-separated values.
enum CheckMachine {
    static func json(_ report: CheckReport) -> String {
        let check = report.check
        let node = JSONNode.members([
            ("schema", .text("pathwaysim.check/1")), ("engineVersion", .text(Version.current)),
            ("scenario", scenario(report.scenario)), ("seed", .seed(check.seed)),
            ("replications", .number(Double(check.replications))), ("level", .number(check.level)),
            ("days", .number(check.days)), ("followsToEnd", JSONNode(.bool(check.followsToEnd))),
            ("arrivals", .list(check.arrivals.map(arrivals))), ("loads", .list(check.lines.map(load))),
            ("waits", .list(check.waits.map(wait))),
            ("factors", .list(DemandFactors(report.scenario).entries.map(factor))),
        ])
        return JSONWriter.pretty(node, width: 200)
    }

    /// Which scenario a result is of.
    static func scenario(_ scenario: Scenario) -> JSONNode {
        .members([
            ("id", .text(scenario.id)), ("title", .text(scenario.title.en)), ("hash", .text(scenario.hash.hex)),
        ])
    }

    private static func arrivals(_ arrivals: LoadCheck.Arrivals) -> JSONNode {
        .members([
            ("source", .text(arrivals.source)), ("expected", .number(arrivals.expected)),
            ("waiting", JSONNode(.bool(arrivals.isWaiting))),
        ])
    }

    private static func load(_ line: LoadCheck.Line) -> JSONNode {
        .members([
            ("resource", line.resource.map { .text($0) } ?? JSONNode(.null)),
            ("steps", .list(line.steps.map { .text($0) })), ("unit", .text(unit(line.unit))),
            ("demand", .number(line.demand.value)), ("halfWidth", .number(line.demand.halfWidth)),
            ("capacity", .number(line.capacity)), ("load", .number(line.load?.value)),
            ("loadHalfWidth", .number(line.load?.halfWidth)), ("excess", .number(line.excess.value)),
            ("lost", .number(line.lost?.value)), ("lostHalfWidth", .number(line.lost?.halfWidth)),
            ("tooLate", .number(line.ending?.tooLate.value)),
            ("countsFullGroups", JSONNode(.bool(line.countsFullGroups))), ("verdict", .text(line.verdict.rawValue)),
        ])
    }

    private static func unit(_ unit: LoadCheck.Unit) -> String {
        switch unit {
        case .slots: "slots/week"
        case .hours: "hours/week"
        case .places: "places"
        case .seats: "seats"
        }
    }

    private static func wait(_ wait: LoadCheck.Wait) -> JSONNode {
        .members([
            ("step", .text(wait.step)), ("formula", .text(wait.formula.rawValue)),
            ("unavoidable", .number(wait.unavoidable?.value)),
            ("unavoidableHalfWidth", .number(wait.unavoidable?.halfWidth)), ("queueing", .number(wait.queueing)),
            ("queueingLow", .number(wait.low)), ("queueingHigh", .number(wait.high)),
            ("caveats", .list(wait.caveats.map { .text($0.rawValue) })),
        ])
    }

    private static func factor(_ entry: ProvenanceEntry) -> JSONNode {
        .members([
            ("path", .text(entry.path)), ("value", .text(entry.value)), ("kind", .text(entry.kind.rawValue)),
            ("text", .text(entry.text.en)),
        ])
    }

    static func csv(_ report: CheckReport) -> String {
        var lines = ["resource,steps,unit,demand,halfWidth,capacity,load,excess,lost,verdict"]
        for line in report.check.lines {
            let texts = [line.resource ?? "", line.steps.joined(separator: " "), unit(line.unit)].map(CSVCell.text)
            let numbers = [
                line.demand.value, line.demand.halfWidth, line.capacity, line.load?.value, line.excess.value,
                line.lost?.value,
            ].map { CSVCell.number($0) }
            lines.append((texts + numbers + [line.verdict.rawValue]).joined(separator: ","))
        }
        return lines.joined(separator: "\r\n") + "\r\n"
    }
}
