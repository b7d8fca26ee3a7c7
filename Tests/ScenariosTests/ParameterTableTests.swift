import Foundation
import Testing

@testable import Scenarios

@Suite("The numbers of a scenario as a table for a spreadsheet")
struct ParameterTableTests {
    private static let sample = #"""
        {
          "schema": "pathwaysim.scenario/1", "id": "clinic", "kind": "method", "title": "Clinic",
          "start": "2026-01-05", "horizon": "1y",
          "attributes": {"age": {"type": "number", "value": 40}},
          "sources": {"gp": {"kind": "poisson", "rate": {"perDay": 2.5}, "next": "talk"}},
          "resources": {"talks": {"kind": "slots", "slotsPerWeek": 1250, "length": "60m"}},
          "steps": {
            "talk": {"kind": "appointment", "slots": "talks", "lead": "3wd", "noShow": "-1 * 0 + 0.1", "lost": "gone", "next": "gone"},
            "gone": {"kind": "close", "outcome": "done"}
          },
          "outcomes": {"done": {}}, "assumption": "=1+1 \"guess\"; yes"
        }
        """#

    /// What a table changes, or the words of what is wrong with it.
    private static func read(_ bytes: some Sequence<UInt8>, _ scenario: Scenario) throws -> (
        changes: [ParameterTable.Change], problems: [String]
    ) {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).csv")
        try Data(bytes).write(to: url)
        defer { try? FileManager.default.removeItem(at: url) }
        do throws(Diagnostics) {
            return (try ParameterTable.changes(in: url, named: "t.csv", from: scenario), [])
        } catch {
            return ([], error.all.map(\.text.en))
        }
    }

    @Test("every shipped scenario comes back unchanged, in either language", arguments: DomainLibrary.ids)
    func roundTrip(id: String) throws {
        let scenario = try DomainLibrary.load(id)
        for language in Language.allCases {
            let table = ParameterTable.csv(of: scenario, language: language)
            let read = try Self.read(Array(table.text.utf8), scenario)
            #expect(read.changes == [] && read.problems == [])
            #expect(table.count > 20)
        }
    }

    @Test("written for a Danish spreadsheet: mark, semicolons, decimal commas, and nothing that begins like a formula")
    func layout() throws {
        let text = ParameterTable.csv(of: try .sample(Self.sample), language: .da).text
        #expect(text.hasPrefix("\u{FEFF}sti;navn;værdi;enhed;grundlag\r\n"))
        #expect(text.contains(";2,5;"))
        #expect(text.contains(";'-1 * 0 + 0.1;"))
        #expect(text.contains(#""skøn: =1+1 ""guess""; yes""#))
        for cell in text.split(whereSeparator: { ";\r\n".contains($0) }) {
            #expect(!cell.hasPrefix("=") && !cell.hasPrefix("+") && !cell.hasPrefix("@"))
        }
    }

    @Test("a table saved by a spreadsheet in its own way says the same", arguments: ["1250", "1250,00", " 1250 "])
    func sameNumber(cell: String) throws {
        let scenario = try Scenario.sample(Self.sample)
        let table = "path;value\nresources.talks.slotsPerWeek;\(cell)\n"
        #expect(try Self.read(Array(table.utf8), scenario).changes == [])
    }

    @Test("what differs is set at once; a sign belongs to the value")
    func changes() throws {
        let scenario = try Scenario.sample(Self.sample)
        let table = "STI,Værdi\r\nresources.talks.slotsPerWeek,12\r\nsteps.talk.noShow,\"'-1 * 0 + 0.2\"\r\n"
        let latin = table.unicodeScalars.map { UInt8($0.value) }
        let changes = try Self.read(latin, scenario).changes
        #expect(changes.map(\.value) == ["12", "-1 * 0 + 0.2"])
        var editor = ScenarioEditor(scenario)
        let made = try ParameterTable.apply(changes, to: &editor)
        #expect(made.map(\.path) == ["resources.talks.slotsPerWeek", "steps.talk.noShow"])
        #expect(editor.scenario.setting(named: "steps.talk.noShow")?.value.string == "-1 * 0 + 0.2")
    }

    @Test(
        "a wrong table changes nothing and says which row",
        arguments: [
            (
                "path;value\nresources.talks.slotsPerWeek;12.500\n",
                "row 2, \"resources.talks.slotsPerWeek\": 12.500 may be"
            ),
            ("path;value\nresources.talks.slotsPerWeek;20\nhorizn;2y\n", "row 3, \"horizn\": there is no setting"),
            (
                "path;value\nresources.talks.slotsPerWeek;\n",
                "row 2, \"resources.talks.slotsPerWeek\": a value is missing"
            ),
        ])
    func refused(table: String, expected: String) throws {
        let scenario = try Scenario.sample(Self.sample)
        let changes = try Self.read(Array(table.utf8), scenario).changes
        var editor = ScenarioEditor(scenario)
        let error = #expect(throws: Diagnostics.self) { try ParameterTable.apply(changes, to: &editor) }
        #expect(error?.all.first?.text.en.hasPrefix(expected) == true, "\(error?.all.map(\.text.en) ?? [])")
        #expect(editor.scenario.hash == scenario.hash)
    }

    @Test(
        "a file that is no such table is refused",
        arguments: [
            ("name;value\nx;1\n", "the table has no column \"path\"; it has \"name\", \"value\""),
            ("path;value\n;1\n", "row 2: it does not say which number this is; column \"path\" is empty"),
            (
                "path;value\nresources.talks.slotsPerWeek;+20%\n",
                "row 2, \"resources.talks.slotsPerWeek\": \"+20%\" is a change; write the number itself"
            ),
            ("path;value\nhorizon;1y\nhorizon;2y\n", "row 3: \"horizon\" is in row 2 already; delete one of them"),
            (
                "path;value;who\nhorizon;1y;0101901234\n",
                "column \"who\", row 2: looks like a Danish personal identification number"
            ),
        ])
    func noTable(table: String, expected: String) throws {
        let read = try Self.read(Array(table.utf8), try .sample(Self.sample))
        #expect(read.problems.first?.hasPrefix(expected) == true, "\(read.problems)")
        #expect(!read.problems.joined().contains("0101901234"))
    }
}
