import Foundation
import PathwaySim
import Testing

@testable import Scenarios

@Suite("Observed figures of a service")
struct ObservedTableTests {
    private static func read(_ rows: [String], header: String = "tal;fra;til;værdi") throws -> ObservedTable {
        let scenario = try DomainLibrary.library.load("kommune")
        let file = NSTemporaryDirectory() + "/observed-\(UUID().uuidString).csv"
        let text = "\u{FEFF}" + ([header] + rows).map { $0 + "\r\n" }.joined()
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        return try ObservedTable.read(URL(fileURLWithPath: file), named: "tal.csv", for: scenario)
    }

    private static func problems(_ rows: [String], header: String = "tal;fra;til;værdi") -> [String] {
        do {
            _ = try read(rows, header: header)
            return []
        } catch {
            return (error as? Diagnostics)?.all.map(\.text.en) ?? ["\(error)"]
        }
    }

    @Test(
        "each kind is read in either language, the thing by its label or id",
        arguments: [
            ("henvisninger i alt", ObservedFigure.Kind.arrivals(sources: [])),
            ("Venteliste, Afklarende samtale", .waiting(step: "clarifying")),
            ("waiting list, clarifying conversation", .waiting(step: "clarifying")),
            ("ventetid i gennemsnit, clarifying", .meanWait(step: "clarifying")),
            ("median wait, Afklarende samtale", .waitQuantile(step: "clarifying", 0.5)),
            ("ventetid 9 ud af 10, afklarende samtale", .waitQuantile(step: "clarifying", 0.9)),
            ("udeblivelser, Afklarende samtale", .noShows(step: "clarifying")),
            ("startet, Afklarende samtale", .began(step: "clarifying")),
        ])
    func kinds(name: String, kind: ObservedFigure.Kind) throws {
        let table = try Self.read(["\(name);01-02-2026;28-02-2026;12"])
        #expect(table.rows.map(\.figure.kind) == [kind])
        // 5 January is day 0.
        #expect(table.rows[0].figure.to == 54)
        if case .waiting = kind {
            #expect(table.rows[0].figure.from == 54)
        } else {
            #expect(table.rows[0].figure.from == 27)
        }
        #expect(table.rows[0].value == 12)
    }

    @Test("groups are those of courses, and several sources share what stands before the colon")
    func things() throws {
        let scenario = try DomainLibrary.library.load("kommune")
        let courses = scenario.model.steps.filter { if case .course = $0.action { true } else { false } }
        let course = try #require(courses.first)
        let label = scenario.labels.text(.steps, course.name).da
        let table = try Self.read([
            "hold, \(label);2026-02-01;2026-02-28;2", "pladser brugt, \(label);2026-02-01;2026-02-28;20",
        ])
        #expect(table.rows.map(\.figure.kind) == [.groups(step: course.name), .seats(step: course.name)])
        #expect(Self.problems(["hold, Afklarende samtale;2026-02-01;2026-02-28;2"]).first?.contains("row 2") ?? false)
        let labels = scenario.model.sources.map { scenario.labels.text(.sources, $0.name).da }
        if let shared = labels.first(where: { $0.contains(":") })?.prefix(while: { $0 != ":" }) {
            guard
                case .arrivals(let sources)? = try Self.read(["henvisninger, \(shared);2026-02-01;2026-02-28;2"]).rows
                    .first?
                    .figure.kind
            else {
                Issue.record("no referrals")
                return
            }
            #expect(sources.count == labels.filter { $0.hasPrefix(shared + ":") }.count)
        }
    }

    @Test("periods outside the run are left out and named, not refused")
    func outside() throws {
        let table = try Self.read([
            "henvisninger i alt;01-12-2025;31-12-2025;30", "henvisninger i alt;01-02-2026;28-02-2026;33",
        ])
        #expect(table.rows.count == 1 && table.leftOut.map(\.row) == [2])
    }

    @Test("everything wrong is named with its row")
    func wrong() {
        let found = Self.problems([
            "hemmeligt;01-02-2026;28-02-2026;3", "henvisninger i alt;i går;28-02-2026;3",
            "henvisninger i alt;28-02-2026;01-02-2026;3", "henvisninger i alt;01-02-2026;28-02-2026;2,5",
            "henvisninger i alt;01-03-2026;31-03-2026;1.234", "henvisninger i alt;01-04-2026;30-04-2026;-1",
            "henvisninger i alt;01-05-2026;31-05-2026;7", "referrals in all;2026-05-01;2026-05-31;7",
            "venteliste, Nowhere;01-06-2026;30-06-2026;7",
        ])
        #expect(found.count == 8)
        for (text, row) in zip(found, [2, 3, 4, 5, 6, 7, 9, 10]) { #expect(text.contains("row \(row)"), "\(text)") }
        #expect(!found.joined().contains("hemmeligt"))
        #expect(Self.problems(["a;b;c"], header: "tal;fra;til").first?.contains("lacks the column") ?? false)
        #expect(Self.problems([]).first?.contains("no") ?? false)
    }

    @Test("the file beside a scenario is found, also for last year's")
    func beside() throws {
        let folder = NSTemporaryDirectory() + "/beside-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let library = DomainLibrary.library
        #expect(library.observedFigures(of: folder + "/mine-tal.json") == nil)
        try Data().write(to: URL(fileURLWithPath: folder + "/mine-tal-observeret.csv"))
        for name in ["mine-tal.json", "mine-tal-sidste-aar.json"] {
            #expect(library.observedFigures(of: folder + "/" + name)?.lastPathComponent == "mine-tal-observeret.csv")
        }
    }
}
