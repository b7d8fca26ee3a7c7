import Foundation
import PathwaySim
import Testing

@testable import Scenarios

@Suite("A CSV file")
struct CSVTests {
    @Test(
        "is read whatever its separator, quotes, line ends and encoding",
        arguments: [
            "navn;dage\nå;1,5\n\"b;c\";2\n", "navn,dage\r\nå,\"1,5\"\r\n\"b;c\",2\r\n",
            "\u{FEFF}navn\tdage\nå\t1,5\n\nb;c\t2",
        ])
    func dialects(_ text: String) throws {
        let table = try CSV(bytes: Array(text.utf8))
        #expect(table.header == ["navn", "dage"])
        #expect(table.rows == [["å", "1,5"], ["b;c", "2"]])
        #expect(try table.column("DAGE") == 1)
    }

    @Test("is read as ISO 8859-1 when it is not UTF-8")
    func latin() throws {
        let table = try CSV(bytes: [0x6E, 0x0A, 0xE6, 0xF8, 0xE5, 0x0A])
        #expect(table.rows == [["æøå"]])
    }

    @Test(
        "holds numbers with a decimal point or comma",
        arguments: [
            ("12", 12.0), ("1,5", 1.5), ("1.5", 1.5), ("1.234,5", 1234.5), ("1,234.5", 1234.5), (" -3 ", -3),
            ("1e3", 1000),
        ] as [(String, Double)])
    func numbers(_ text: String, _ value: Double) { #expect(CSV.number(text) == value) }

    @Test(
        "does not hold a number where there is none",
        arguments: ["", "x", "1 2", "nan", "inf", "0x10", "1,2,3,4.5.6", "--1"])
    func noNumbers(_ text: String) { #expect(CSV.number(text) == nil) }

    @Test(
        "is refused when it is broken, with the row",
        arguments: [
            ("", CSVProblem.empty), ("a;b\n1\n", .fieldCount(row: 2, found: 1, expected: 2)),
            ("a;b\n1;\"2\n3;4\n", .unclosedQuote(row: 2)), ("a\n\0\n", .binary),
        ])
    func broken(_ text: String, _ problem: CSVProblem) {
        #expect(throws: problem) { try CSV(bytes: Array(text.utf8)) }
    }

    @Test(
        "is refused when something in it looks like a personal number",
        arguments: [
            "010170-1234", "0101701234", "010170 1234", "x 311299-4321 y", "290200-0000", "010170.1234", "010170–1234",
            "010170\u{2011}1234", "010170 - 1234", "010170_1234", "120170/1234", "120170--1234",
            "610170-1234", "01.01.70-1234", "01/01/70 1234", "01 01 70-1234", "０１０１７０-１２３４",
        ])
    func personalNumbers(_ value: String) throws {
        #expect(throws: CSVProblem.personalNumber(column: "note", row: 3)) {
            try CSV(bytes: Array("days;note\n1;a\n2;\(value)\n".utf8))
        }
        let words = Texts.file(.csv(.personalNumber(column: "note", row: 3)))
        #expect(words.en.contains("column \"note\", row 3") && !words.en.contains("1234"))
    }

    @Test(
        "may hold other numbers of that length",
        arguments: [
            "321370-1234", "011370-1234", "01017012345", "2026-01-05", "20260105T10", "010170-123", "120101.2345",
            "120101,2345", "010170----1234", "010170x1234",
        ])
    func otherNumbers(_ value: String) throws {
        #expect(try CSV(bytes: Array("days;note\n2;\(value)\n".utf8)).rows.count == 1)
    }

    @Test("gives recorded arrivals with their attributes, and observations to draw from")
    func inScenario() throws {
        let folder = try ScratchFolder()
        try folder.write("arrivals.csv", "når;alder;ryger\n2026-01-07T09:00;76;ja\n2026-01-06;32;nej\n3,5;50;ja\n")
        try folder.write("stays.csv", "ward;days\na;2,5\nb;4\n")
        let text = """
            {
              "schema": "pathwaysim.scenario/1", "id": "data", "kind": "method", "title": "Data", "source": "test",
              "start": "2026-01-05", "horizon": "1y",
              "attributes": {"age": {"type": "number"}, "smoker": {"type": "boolean"}},
              "sources": {"diary": {"kind": "recorded", "file": "arrivals.csv", "next": "stay",
                          "columns": {"at": "når", "attributes": {"age": "alder", "smoker": "ryger"}}}},
              "steps": {"stay": {"kind": "delay", "duration": {"empirical": {"file": "stays.csv", "column": "days"}}, "next": "done"},
                        "done": {"kind": "close", "outcome": "done"}},
              "outcomes": {"done": {}}
            }
            """
        try folder.write("data.json", text)
        let library = ScenarioLibrary(directory: folder.url)
        let scenario = try library.load("data")
        func arrival(_ days: Double, _ age: Double, _ smoker: Double) -> RecordedArrival {
            RecordedArrival(
                at: SimTime(days: days),
                values: [
                    AttributeValue(attribute: "age", value: age), AttributeValue(attribute: "smoker", value: smoker),
                ])
        }
        #expect(
            scenario.model.sources[0].process
                == .recorded([arrival(1, 32, 0), arrival(2 + 9.0 / 24, 76, 1), arrival(3.5, 50, 1)]))
        guard case .delay(let delay) = scenario.model.steps[0].action else { return }
        #expect(delay.duration.amount == .distribution(try .empirical([2.5, 4])))
        try folder.write("stays.csv", "ward;days\na;2,5\nb;5\n")
        #expect(try library.load("data").hash != scenario.hash)
    }
}
