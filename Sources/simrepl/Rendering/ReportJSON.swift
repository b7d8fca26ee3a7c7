import Foundation
import PathwaySim
import Scenarios

/// A report for programs: JSON by the contract `pathwaysim.result/1`.
///
/// Texts are English, numbers the shortest that read back the same, what is undefined `null`. The same report always
/// gives the same bytes.
enum ReportJSON {
    static let schema = "pathwaysim.result/1"

    static func text(_ report: RunReport) -> String {
        let scenario = report.scenario
        var root = JSONObject()
        root.set("schema", to: .text(schema))
        root.set("engineVersion", to: .text(Version.current))
        root.set(
            "scenario",
            to: .members([
                ("id", .text(scenario.id)), ("title", .text(scenario.title[.en])), ("hash", .text(scenario.hash.hex)),
            ]))
        root.set("seed", to: .number(Double(report.result.seed)))
        root.set("replications", to: .number(Double(report.result.replications)))
        root.set("level", to: .number(report.result.level))
        root.set("start", to: .text(scenario.model.start.iso))
        root.set("horizonDays", to: .number(scenario.model.horizon.days))
        root.set("warmupDays", to: .number(scenario.model.warmup.days))
        root.set("measures", to: .list(report.result.measures.map(measure)))
        root.set("series", to: .list(report.result.series.map(series)))
        root.set(
            "warnings",
            to: .list(report.warnings.map { .members([("code", .text($0.code)), ("text", .text($0.text[.en]))]) }))
        root.set("assumptions", to: .list(report.assumptions.map(assumption)))
        return JSONWriter.pretty(JSONNode(.object(root)), width: 200)
    }

    private static func measure(_ measure: Measure) -> JSONNode {
        var members: [(String, JSONNode)] = [
            ("name", .text(measure.name)), ("unit", .text(measure.unit.rawValue)), ("mean", .number(measure.mean)),
            ("halfWidth", .number(measure.halfWidth)), ("low", .number(measure.low)), ("high", .number(measure.high)),
            ("n", .number(Double(measure.n))),
        ]
        if let group = measure.by { members.append(("by", .members([(group.attribute, .text(group.value))]))) }
        return .members(members)
    }

    private static func series(_ series: Series) -> JSONNode {
        .members([
            ("name", .text(series.name)), ("unit", .text(series.unit.rawValue)),
            ("at", .list(series.at.map { .number($0.days) })),
            ("mean", .list(series.mean.map { .number($0) })),
            ("halfWidth", .list(series.halfWidth.map { .number($0) })),
        ])
    }

    private static func assumption(_ entry: ProvenanceEntry) -> JSONNode {
        .members([
            ("path", .text(entry.path)), ("value", .text(entry.value)), ("text", .text(entry.text[.en])),
        ])
    }
}

extension JSONNode {
    fileprivate static func text(_ text: String) -> JSONNode { JSONNode(.string(text)) }
    fileprivate static func number(_ number: Double?) -> JSONNode {
        guard let number, number.isFinite else { return JSONNode(.null) }
        return JSONNode(.number(number))
    }
    fileprivate static func list(_ elements: [JSONNode]) -> JSONNode { JSONNode(.array(elements)) }
    fileprivate static func members(_ members: [(String, JSONNode)]) -> JSONNode {
        var object = JSONObject()
        for (key, value) in members { object.set(key, to: value) }
        return JSONNode(.object(object))
    }
}
