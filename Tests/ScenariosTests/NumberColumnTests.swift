import Foundation
import Testing

@testable import Scenarios

@Suite("A column of numbers from somebody's own file")
struct NumberColumnTests {
    private static func read(
        _ text: String, _ column: String? = nil, unit: NumberColumn.Unit? = nil
    ) throws -> NumberColumn {
        let file = NSTemporaryDirectory() + "/column-\(UUID().uuidString).csv"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        defer { try? FileManager.default.removeItem(atPath: file) }
        return try NumberColumn.read(URL(fileURLWithPath: file), named: "tal.csv", column: column, unit: unit)
    }

    private static func problems(_ text: String, _ column: String? = nil, unit: NumberColumn.Unit? = nil) -> [String] {
        do {
            _ = try read(text, column, unit: unit)
            return []
        } catch {
            return (error as? Diagnostics)?.all.map { $0.code.rawValue + " " + $0.text.en } ?? ["\(error)"]
        }
    }

    @Test("semicolons, decimal commas, a byte order mark, blanks and a total row")
    func danish() throws {
        let column = try Self.read(
            "\u{FEFF}uge;Ventetid (dage)\r\n1;3,5\r\n2;\r\n3;12\r\nI alt;15,5\r\n;\r\n", "ventetid (dage)")
        #expect(column.values == [3.5, 12])
        #expect(column.unit == .days && !column.isUnitGuessed)
        #expect(column.blanks == 1 && column.totals == [5])
    }

    @Test(
        "the header says what the numbers measure",
        arguments: [
            ("ventetid (dage)", NumberColumn.Unit.days), ("Ventedage", .days), ("waitDays", .days), ("døgn", .days),
            ("varighed, min", .minutes), ("Behandlingstimer", .hours), ("hours", .hours), ("uger", .weeks),
            ("antal fremmødte", .counts),
        ])
    func headers(name: String, unit: NumberColumn.Unit) { #expect(NumberColumn.unit(inHeader: name) == unit) }

    @Test("without a unit whole numbers are counts and others are numbers, and it is said to be a guess")
    func guessed() throws {
        let whole = try Self.read("x\n3\n4\n")
        #expect(whole.unit == .counts && whole.isUnitGuessed)
        #expect(try Self.read("x\n3,25\n-4\n").unit == .numbers)
        #expect(try Self.read("x\n3\n4\n", unit: .weeks).unit == .weeks)
        #expect(NumberColumn.unit(inHeader: "Hastighed") == nil)
    }

    @Test("1.234 is read only where other cells tell what the point means")
    func points() throws {
        #expect(try Self.read("dage\n1.234\n12.5\n").values == [1.234, 12.5])
        #expect(Self.problems("dage\n1.234\n12\n").count == 1)
        #expect(
            Self.problems("dage;x\n1.234;1\n12,5;1\n", "dage").first?.contains("row 2: reads both as thousands")
                ?? false)
    }

    @Test("every cell that is wrong is named with its row, and none is repeated")
    func wrong() {
        let found = Self.problems("id;dage\n1;hemmeligt\n2;-4\n3;2\n4;x9\n", "dage")
        #expect(found.count == 3)
        #expect(found[0].contains("row 2: no number") && found[1].contains("row 3: below 0"))
        #expect(found[2].contains("row 5"))
        #expect(!found.joined().contains("hemmeligt"))
        #expect(Self.problems("antal\n2\n2,5\n").first?.contains("whole number") ?? false)
        #expect(Self.problems("dage\n\n").first?.contains("no numbers") ?? false)
        let many = "dage\n" + String(repeating: "x\n", count: 100)
        #expect(Self.problems(many).count == 21)
    }

    @Test("a file with several columns asks which", arguments: ["a;b\n1;2\n"])
    func which(text: String) { #expect(Self.problems(text).first?.contains("name one of them: \"a\", \"b\"") ?? false) }

    @Test(
        "personal data refuse the file",
        arguments: [
            "navn;dage\nIngen;3\n", "E-mail;dage\nx;3\n", "CPR-nr.;dage\nx;3\n",
            "note;dage\nskriv til a.b@eksempel.dk;3\n",
            "note;dage\n010190-1234;3\n", "note;dage\nRing til Jens Jensen;3\n", "Jens Jensens noter;dage\nx;3\n",
        ])
    func personal(text: String) throws {
        let found = Self.problems(text, "dage")
        #expect(found.count == 1 && found[0].hasPrefix("S301"))
        #expect(!found[0].contains("eksempel.dk") && !found[0].contains("1234") && !found[0].contains("Jens"))
    }
}
