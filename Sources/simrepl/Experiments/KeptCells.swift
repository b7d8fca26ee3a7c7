import Foundation
import PathwaySim
import Scenarios

/// What a sweep has found, a line of JSON for each setting, so that a sweep that was stopped goes on where it was.
///
/// A setting is known by what decides its numbers, so that another range reuses what it has in common. Lines that cannot be
/// read or do not have the sum of what they say, such as one that was cut off or changed by hand, are passed over and their
/// settings run again.
final class KeptCells {
    struct Cell {
        var measures: [Measure?]
        var warnings: [String]
    }

    /// Whether a file is something else than what a sweep keeps: its first line does not begin as one of a sweep's does.
    static func isForeign(_ path: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: path) else { return false }
        let begins = "{\"key\": \""
        guard let first = String(decoding: data.prefix(1 << 12), as: UTF8.self).split(separator: "\n").first else {
            return false
        }
        return !first.hasPrefix(begins)
    }

    private let path: String
    private var cells: [String: Cell] = [:]

    /// - Returns: nil when the file is there and cannot be read.
    init?(_ path: String) {
        self.path = path
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        for line in String(decoding: data, as: UTF8.self).split(separator: "\n") {
            var files = SourceFiles()
            let reading = JSONReader.read(name: path, bytes: Array(line.utf8), into: &files)
            guard let node = reading.root, !reading.diagnostics.hasErrors, let key = node["key"]?.string,
                let measures = node["measures"]?.array, let sum = node["sum"]?.string, sum == Self.sum(of: node)
            else { continue }
            cells[key] = Cell(
                measures: measures.map(Self.measure), warnings: (node["warnings"]?.array ?? []).compactMap(\.string))
        }
    }

    /// What decides a setting's numbers.
    static func key(
        _ scenario: Scenario, _ settings: RunSettings, replications: Int, measures: [String], groupings: [Grouping] = []
    ) -> String {
        let groups = groupings.map { grouping in
            JSONNode.text(([grouping.attribute] + grouping.bands.map { "\($0)" }).joined(separator: ":"))
        }
        return ScenarioHash(
            .members(
                [
                    ("scenario", .text(scenario.hash.hex)), ("version", .text(Version.current)),
                    ("seed", .seed(settings.seed ?? RunSettings.standardSeed)),
                    ("replications", .number(Double(replications))),
                    ("level", .number(settings.level ?? RunSettings.standardLevel)),
                    ("measures", .list(measures.map { .text($0) })),
                ] + (groups.isEmpty ? [] : [("by", .list(groups))]))
        ).hex
    }

    subscript(key: String) -> Cell? { cells[key] }

    /// Adds a line.
    ///
    /// - Returns: the `errno` of what went wrong, or nil.
    func keep(_ cell: Cell, as key: String) -> Int32? {
        cells[key] = cell
        let members: [(String, JSONNode)] = [
            ("key", .text(key)), ("measures", .list(cell.measures.map(Self.node))),
            ("warnings", .list(cell.warnings.map { .text($0) })),
        ]
        let node = JSONNode.members(members + [("sum", .text(Self.sum(of: .members(members))))])
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return errno }
        defer { close(descriptor) }
        // An empty line does no harm, and separates from one that was cut off.
        switch FileDescriptorWriter(descriptor: descriptor).write("\n" + JSONWriter.line(node) + "\n") {
        case nil: return nil
        case .closed: return EPIPE
        case .refused(let code): return code
        }
    }

    /// Of everything in a line but the sum itself.
    private static func sum(of line: JSONNode) -> String {
        ScenarioHash(line) { $0 == ["sum"] }.hex
    }

    private static func node(_ measure: Measure?) -> JSONNode {
        guard let measure else { return JSONNode(.null) }
        return .members(
            [
                ("name", .text(measure.name)), ("unit", .text(measure.unit.rawValue)), ("mean", .number(measure.mean)),
                ("halfWidth", .number(measure.halfWidth)), ("low", .number(measure.low)),
                ("high", .number(measure.high)),
                ("n", .number(Double(measure.n))), ("basis", .text(measure.basis.rawValue)),
            ] + (measure.by.map { [("attribute", .text($0.attribute)), ("value", .text($0.value))] } ?? []))
    }

    private static func measure(_ node: JSONNode) -> Measure? {
        guard let name = node["name"]?.string, let unit = node["unit"]?.string.flatMap(Measure.Unit.init),
            let basis = node["basis"]?.string.flatMap(Measure.Basis.init),
            let n = node["n"]?.number.flatMap({ Int(exactly: $0) })
        else { return nil }
        var measure = Measure(
            name: name, unit: unit, mean: node["mean"]?.number, halfWidth: node["halfWidth"]?.number,
            low: node["low"]?.number, high: node["high"]?.number, n: n, basis: basis, perReplication: [], influence: [])
        if let attribute = node["attribute"]?.string, let value = node["value"]?.string {
            measure.by = Measure.Group(attribute: attribute, value: value)
        }
        return measure
    }
}
