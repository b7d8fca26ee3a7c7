import Foundation
import PathwaySim
import Testing

@testable import Scenarios

@Suite("Own data: what files say is read, or refused with file, row and column")
struct OwnDataReadingTests {
    private static let gp = "Almen praksis: kronisk sygdom"
    /// Twelve months of one source, with what is put at the end.
    static func referrals(_ extra: String = "", count: (Int) -> String = { "\(10 + $0)" }) -> String {
        let rows = (1...12).map { "01-\($0 < 10 ? "0" : "")\($0)-2025;\(gp);\(count($0))\r\n" }
        return "\u{FEFF}måned;kilde;antal\r\n" + rows.joined() + extra
    }

    private static func notes(_ files: [String: String]) throws -> String {
        let result = try OwnDataFolder(files).read()
        #expect(result.problems == [])
        return (result.own?.notes.map(\.en) ?? []).joined(separator: "\n")
    }

    private static func problems(_ files: [String: String]) throws -> [String] {
        try OwnDataFolder(files).read().problems
    }

    // MARK: Accepted, and told

    @Test(
        "a total row at the bottom is left out",
        arguments: ["I alt;;198", "Sum;;198", "TOTAL;;198", ";I alt;198", "I alt 2025:;;198"])
    func total(row: String) throws {
        #expect(
            try Self.notes(["henvisninger.csv": Self.referrals(row)]).contains(
                "henvisninger.csv, row 14: a sum, not read."))
    }

    @Test("merged cells saved as blanks repeat the cell above")
    func merged() throws {
        let text =
            "måned;kilde;antal\n01-01-2025;\(Self.gp);10\n;Hospital: kronisk sygdom;7\n01-02-2025;\(Self.gp);12\n"
        let notes = try Self.notes(["henvisninger.csv": text])
        #expect(notes.contains("row 3: \"month\" is empty and read as in the row above (merged cells)"))
    }

    @Test(
        "a sum without a word is left out, in each way that a spreadsheet writes it",
        arguments: [";;198", ";\(gp);198"])
    func wordlessTotal(row: String) throws {
        #expect(
            try Self.notes(["henvisninger.csv": Self.referrals(row)]).contains(
                "henvisninger.csv, row 14: a sum, not read."))
        let merged =
            "måned;kilde;antal\n01-01-2025;\(Self.gp);10\n;Hospital: kronisk sygdom;7\n01-02-2025;\(Self.gp);12\n"
            + ";Hospital: kronisk sygdom;9\n;\(Self.gp);22\n;Hospital: kronisk sygdom;16\n;;38\n"
        let notes = try Self.notes(["henvisninger.csv": merged])
        #expect(notes.contains("rows 6, 7, 8: a sum, not read."), "\(notes)")
        #expect(notes.contains("rows 3, 5: \"month\" is empty"))
        let list =
            "opgjort;venter på;henvist;antal\n31-12-2025;Afklarende samtale;01-12-2025;7\n;;08-12-2025;5\n;I alt;;12\n"
        #expect(try Self.notes(["venteliste.csv": list]).contains("row 4: a sum"))
        let groups = "tilbud;start;pladser;deltagere\nFysisk træning;12-01-2026;10;\n;09-03-2026;10;\n;;20;\n"
        #expect(try Self.notes(["hold.csv": groups]).contains("row 4: a sum"))
    }

    @Test("an empty cell under a name is as the one above in every file, and is told")
    func oneRule() throws {
        let list =
            "opgjort;venter på;henvist;antal\n31-12-2025;Afklarende samtale;01-12-2025;7\n;;08-12-2025;5\n"
            + ";Fysisk træning;01-12-2025;6\n;;09-12-2025;8\n"
        let notes = try Self.notes(["venteliste.csv": list])
        #expect(
            notes.contains("rows 3, 4, 5: \"as of\" is empty and read as in the row above (merged cells)"), "\(notes)")
        #expect(notes.contains("rows 3, 5: \"waiting for\" is empty"), "\(notes)")
        let sources = "måned;kilde;antal\n01-01-2025;\(Self.gp);10\n01-02-2025;;12\n01-03-2025;;9\n"
        #expect(try Self.notes(["henvisninger.csv": sources]).contains("rows 3, 4: \"source\" is empty"))
    }

    @Test("a count far from the others is told of, to be looked at")
    func farOut() throws {
        let text = Self.referrals().replacing("01-05-2025;\(Self.gp);15", with: "01-05-2025;\(Self.gp);1500")
        #expect(try Self.notes(["henvisninger.csv": text]).contains("row 6, \"count\": more than 20 times as many"))
        #expect(try !Self.notes(["henvisninger.csv": Self.referrals()]).contains("times as many"))
    }

    @Test("points for decimals, and a share above 1, are read and told")
    func decimals() throws {
        let text =
            "funktion;medarbejdere;timer pr. uge;andel til borgere;samtale min\nAfklarende samtaler;2;7.4;60;45\n"
        let notes = try Self.notes(["medarbejdere.csv": text])
        #expect(notes.contains("the point was read as a decimal mark"))
        #expect(notes.contains("numbers above 1 were read as per cent"))
    }

    @Test(
        "dates as text, as Excel's numbers and with the year first are read and told",
        arguments: [
            ("1. december 2025", "in words"), ("45992", "day numbers"), ("2025-12-01", "year first"),
            ("01-12-25", "two digits"),
        ])
    func dates(date: String, told: String) throws {
        let text = "opgjort;venter på;henvist;antal\n31-12-2025;Afklarende samtale;\(date);12\n"
        #expect(try Self.notes(["venteliste.csv": text]).contains(told))
    }

    @Test("missing months are told, and taken as the mean of the others")
    func missingMonths() throws {
        let text =
            Self.referrals().replacing("01-05-2025;\(Self.gp);15\r\n", with: "")
            + "01-05-2025;Hospital: kronisk sygdom;9\r\n"
        #expect(try Self.notes(["henvisninger.csv": text]).contains("\(Self.english): May 2025 missing"))
    }

    private static let english = "General practice: chronic disease"

    @Test("one byte a letter, and two, are read as they are and told")
    func encodings() throws {
        let text = String(Self.referrals().dropFirst())
        let latin = text.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
        let little: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let bare = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let big: [UInt8] = [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        let expected = try OwnDataFolder(["henvisninger.csv": text]).scenarios().coming.hash
        for (bytes, name) in [(latin, "Windows-1252"), (little, "UTF-16"), (bare, "UTF-16"), (big, "UTF-16")] {
            let folder = try OwnDataFolder()
            try folder.write("henvisninger.csv", bytes)
            let notes = try #require(try folder.read().own?.notes.map(\.en))
            #expect(notes.contains { $0.contains("was read as \(name)") }, "\(notes)")
            #expect(try folder.scenarios().coming.hash == expected)
        }
    }

    @Test("commas and tabs between the cells, sep=, quotes with line breaks and lines ended in three ways say the same")
    func separators() throws {
        let plain = Self.referrals()
        let expected = try OwnDataFolder(["henvisninger.csv": plain]).scenarios().coming.hash
        let variants = [
            plain.replacing(";", with: ","), plain.replacing(";", with: "\t"), plain.replacing("\r\n", with: "\n"),
            plain.replacing("\r\n", with: "\r"), "sep=;\r\n" + plain.dropFirst(),
            plain.replacing(Self.gp, with: "\"Almen praksis:\r\nkronisk sygdom\""),
            plain.replacing("\r\n", with: "\r\n;;\r\n"),
        ]
        for text in variants {
            #expect(try OwnDataFolder(["henvisninger.csv": text]).scenarios().coming.hash == expected)
        }
    }

    @Test("dates with slashes are read by those that can be read in one way only, either way")
    func slashes() throws {
        let expected = try OwnDataFolder(["henvisninger.csv": Self.referrals()]).scenarios().coming.hash
        let american = Self.referrals().replacing(/01-(\d\d)-2025/) { "\($0.1)/01/2025" }
        let british = Self.referrals().replacing(/01-(\d\d)-2025/) { "01/\($0.1)/2025" }
        for text in [american, british] {
            #expect(try OwnDataFolder(["henvisninger.csv": text]).scenarios().coming.hash == expected)
        }
        #expect(try Self.notes(["henvisninger.csv": american]).contains("month before the day were read"))
        let list = "opgjort;venter på;henvist;antal\n12/31/2025;Afklarende samtale;12/03/2025;9\n"
        let both = list + "31/12/2025;Fysisk træning;03/12/2025;9\n"
        #expect(try Self.problems(["venteliste.csv": list]) == [])
        #expect(
            try Self.problems(["venteliste.csv": both]).first?.contains("the month seems to stand before the day")
                ?? false)
    }

    @Test("English headings and words say the same as Danish ones")
    func english() throws {
        let danish = Self.referrals()
        let text =
            "month,source,count\n"
            + (1...12).map { "2025-\($0 < 10 ? "0" : "")\($0)-01,\(Self.english),\(10 + $0)\n" }.joined()
        let expected = try OwnDataFolder(["henvisninger.csv": danish]).scenarios().coming.hash
        #expect(try OwnDataFolder(["Referrals.CSV": text]).scenarios().coming.hash == expected)
    }

    @Test("example rows, other columns and files that are not there are told")
    func told() throws {
        let text = Self.referrals("01-01-2025;EKSEMPEL Hospital: kronisk sygdom;14;\r\n")
            .replacing("antal\r\n", with: "antal;bemærkning\r\n")
        let notes = try Self.notes(["henvisninger.csv": text, "hold.csv": "tilbud;start;pladser\n"])
        #expect(notes.contains("row 14: example, not read."))
        #expect(notes.contains("column D is not read."))
        #expect(notes.contains("No waiting-list.csv: the example's numbers stand."))
        #expect(notes.contains("groups.csv has no rows with numbers"))
    }

    // MARK: Refused

    @Test(
        "a cell that cannot be right is refused with its row, its column and what is allowed",
        arguments: [
            ("01-01-2026;\(gp);-4", "row 14, column C (count): here is -4; the number cannot be below 0"),
            ("01-01-2026;\(gp);4,5", "row 14, column C (count): here is 4,5; write a whole number"),
            ("01-01-2026;\(gp);1.200", "here is 1.200; it can be read as thousands and as decimals"),
            ("01-01-2026;\(gp);mange", "row 14, column C (count): this is no number"),
            ("01-01-2026;\(gp);", "row 14, column C (count): the cell is empty"),
            ("31-02-2026;\(gp);4", "row 14, column A (month): here is 31-02-2026; there is no such date"),
            ("03/02/2026;\(gp);4", "here is 03/02/2026; whether the day or the month is first cannot be seen"),
            ("15-01-2026;\(gp);4", "here is 15-01-2026; a month belongs here"),
            ("01-01-2026;Almen praksis: kronisk sygdm;4", "did you mean \"General practice: chronic disease\"?"),
            ("01-01-2026;naboen;4", "row 14, column B (source): the word is not known here; write one of: \"General"),
            ("01-03-2025;\(gp);4", "row 14: row 4 says the same"),
            ("01-01-2026;\(gp);4;5", "row 14: the row has 4 cells and there are 3 headings"),
            ("\"01-01-2026;\(gp);4", "row 14: a quotation mark is never closed"),
        ])
    func refused(row: String, words: String) throws {
        let problems = try Self.problems(["henvisninger.csv": Self.referrals(row)])
        #expect(problems.count == 1)
        #expect(problems.first?.hasPrefix("S302 henvisninger.csv, ") ?? false, "\(problems)")
        #expect(problems.first?.contains(words) ?? false, "\(problems)")
    }

    @Test(
        "the other files refuse theirs",
        arguments: [
            (
                "venteliste.csv", "opgjort;venter på;henvist;antal\n31-12-2025;Afklarende samtale;02-01-2026;4\n",
                "column C (referred): the date is after the list's own"
            ),
            (
                "hold.csv", "tilbud;start;pladser;deltagere\nFysisk træning;12-01-2026;10;14\n",
                "column D (participants): there are more participants than seats"
            ),
            (
                "hold.csv", "tilbud;start;pladser;status\nFysisk træning;12-01-2026;10;måske\n",
                "write one of: \"held\", \"cancelled\", \"planned\""
            ),
            (
                "hold.csv", "tilbud;start;pladser\nFysisk træning;12-01-2026;0\n",
                "here is 0; write a number from 1 to 1,000"
            ),
            (
                "medarbejdere.csv", "funktion;medarbejdere;timer pr. uge\nAfklarende samtaler;2;370\n",
                "here is 370; write a number from 0 to 60"
            ),
            (
                "noegletal.csv", "tal;fra;til;værdi\nventetid, Afklarende samtale;01-01-2025;31-12-2025;4\n",
                "row 2, column A (figure): the word is not known here"
            ),
            (
                "noegletal.csv", "tal;fra;til;værdi\nventetid median, Afklarende samtale;31-12-2025;01-01-2025;4\n",
                "the period ends before it begins"
            ),
        ])
    func refusedElsewhere(file: String, text: String, words: String) throws {
        let problems = try Self.problems([file: text])
        #expect(problems.count == 1 && problems[0].contains(words), "\(problems)")
    }

    @Test(
        "an empty cell that may be forgotten is refused with what is missing",
        arguments: [
            // The first row of all, and the first row after a sum.
            (";\(gp);4\n01-02-2025;\(gp);5\n", ["row 2, column A (month): the cell is empty; it must be filled in"]),
            (
                "01-01-2025;\(gp);4\nI alt;;4\n;\(gp);5\n",
                ["row 4, column A (month): the cell is empty; it must be filled in"]
            ),
            // A month whose first row has lost it says what the month before says.
            (
                "01-01-2025;\(gp);10\n;Hospital: kronisk sygdom;7\n;\(gp);12\n;Hospital: kronisk sygdom;9\n",
                [
                    "row 4, column A (month): the cell is empty and would be read as in row 2, but then the row says the same as row 2",
                    "row 5, column A (month): the cell is empty and would be read as in row 2",
                ]
            ),
            // Written in every row but one.
            (
                "01-01-2025;\(gp);10\n01-01-2025;Hospital: kronisk sygdom;7\n;Borgeren henvender sig selv;12\n",
                [
                    "row 4, column A (month): the cell is empty, but otherwise the file writes it in every row (row 3, say)"
                ]
            ),
            (
                "01-01-2025;\(gp);10\n01-02-2025;\(gp);7\n;;12\n",
                ["row 4, column C (count): the row has only numbers, and they are not the sum of those above"]
            ),
        ])
    func forgotten(rows: String, words: [String]) throws {
        let problems = try Self.problems(["henvisninger.csv": "måned;kilde;antal\n" + rows])
        #expect(problems.count == words.count, "\(problems)")
        for (problem, words) in zip(problems, words) { #expect(problem.contains(words), "\(problem)") }
    }

    @Test("all problems are told at once, and the many are counted")
    func many() throws {
        let rows = (0..<100).map { "01-01-20\($0);x;y\n" }.joined()
        let problems = try Self.problems(["henvisninger.csv": "måned;kilde;antal\n" + rows])
        #expect(problems.count == 41)
        #expect(problems.last?.contains("more") ?? false)
        #expect(
            problems.contains { $0.contains("row 2, column B") } && problems.contains { $0.contains("row 2, column C") }
        )
    }

    @Test("headings that are missing are named, and so are those there twice")
    func headings() throws {
        let missing = try Self.problems(["henvisninger.csv": "januar;10\nfebruar;12\n"])
        #expect(
            missing.first?.contains("the headings should be here, but \"month\", \"source\", \"count\" are missing")
                ?? false)
        let twice = try Self.problems(["henvisninger.csv": "måned;kilde;antal;antal\n01-01-2025;\(Self.gp);1;2\n"])
        #expect(twice.first?.contains("the heading is there twice") ?? false)
    }

    // MARK: Files

    @Test("a file that is open, a workbook, an empty file and a folder without files say what to do")
    func files() throws {
        for lock in [".~lock.henvisninger.csv#", "~$henvisninger.csv", "~$nvisninger.csv"] {
            let problems = try Self.problems(["henvisninger.csv": Self.referrals(), lock: "x"])
            #expect(
                problems.count == 1 && problems[0].contains("is open in a spreadsheet; save and close it"),
                "\(problems)")
        }
        let workbook = try Self.problems(["henvisninger.xlsx": "PK\u{3}\u{4}"])
        #expect(
            workbook == [
                "S302 henvisninger.xlsx is a workbook; open it, choose Save as, CSV UTF-8, and call it henvisninger.csv"
            ])
        let renamed = try Self.problems(["henvisninger.csv": "PK\u{3}\u{4} and more"])
        #expect(renamed.first?.contains("is a workbook although it is called CSV") ?? false)
        for text in ["", "\u{FEFF}", " \r\n\r\n"] {
            #expect(try Self.problems(["henvisninger.csv": text]).first?.contains("henvisninger.csv is empty") ?? false)
        }
        #expect(try Self.problems(["henvisninger.csv": "a\u{0}b;c"]).first?.contains("is no table of text") ?? false)
        #expect(try Self.problems(["andet.csv": "x"]).first?.contains("has none of the files referrals.csv") ?? false)
        #expect(
            try Self.problems(["henvisninger.csv": "måned;kilde;antal\n"]).first?.contains(
                "have only headings and examples") ?? false)
        let none = try OwnDataFolder()
        try FileManager.default.removeItem(at: none.url)
        #expect(try none.read().problems.first?.contains("there is no folder \"tal\"") ?? false)
    }

    @Test("as many rows as a spreadsheet has are looked through; a row too many is refused")
    func manyRows() throws {
        let isLong = ProcessInfo.processInfo.environment["PATHWAYSIM_LONG"] != nil
        let count = isLong ? 1_000_000 : 20_000
        let row = "01-01-2025;\(Self.gp);7\r\n"
        let text = "måned;kilde;antal\r\n" + String(repeating: row, count: count)
        let problems = try Self.problems(["henvisninger.csv": text])
        // All but the first repeat it.
        #expect(problems.count == 41)
        #expect(
            problems.last
                == "S302 and \(NumberFormat.decimal(Double(count - 41), digits: 0, language: .en)) problems more")
    }
}

@Suite("Own data: nobody is in what is read, shown or written")
struct OwnDataPrivacyTests {
    @Test(
        "a file with somebody in it is refused by place, and nothing of it is repeated",
        arguments: [
            ("01-01-2026;010170-1234;4", "row 14, column B (source): something like a CPR number"),
            ("01-01-2026;0101701234;4", "something like a CPR number"),
            ("01-01-2026;Hospital: kronisk sygdom;101701234", "row 14, column C (count): something like a CPR number"),
            ("01-01-2026;jens.hansen@example.dk;4", "something like an e-mail address"),
            ("01-01-2026;Jens Hansen;4", "row 14, column B (source): something like a name"),
            ("01-01-2026;Hospital: kronisk sygdom;Hansen, Jens", "row 14, column C (count): something like a name"),
            (
                "01-01-2026;Hospital: kronisk sygdom;4;Sendt til Jens 010170-1234",
                "row 14, column D: something like a CPR number"
            ),
            (
                "01-01-2026;Hospital: kronisk sygdom;4;Ring til Jens Hansen om tiden",
                "row 14, column D: something like a name"
            ),
        ])
    func refused(row: String, words: String) throws {
        let text = OwnDataReadingTests.referrals(row + "\r\n01-02-2026;ukendt;-9\r\n")
        let problems = try OwnDataFolder(["henvisninger.csv": text]).read().problems
        #expect(problems.count == 1 && problems[0].contains(words), "\(problems)")
        #expect(problems[0].contains("delete it and save again. None of the files was read"))
        #expect(problems[0].contains("write it in small letters") == problems[0].contains("like a name"))
        for secret in ["0101", "1234", "Hansen", "Jens", "example.dk", "1017"] {
            #expect(!problems[0].contains(secret))
        }
    }

    @Test(
        "a column called something personal is refused, whatever is in it",
        arguments: ["navn", "CPR-nr", "E-mail", "Borgerens navn"])
    func column(heading: String) throws {
        let text = OwnDataReadingTests.referrals().replacing("antal\r\n", with: "antal;\(heading)\r\n")
        let problems = try OwnDataFolder(["henvisninger.csv": text]).read().problems
        #expect(problems.count == 1 && problems[0].contains("row 1, column D: the heading sounds like"), "\(problems)")
    }

    @Test("text where a number belongs is not repeated, even when it is no name")
    func notRepeated() throws {
        let text = OwnDataReadingTests.referrals("01-01-2026;hemmelig;fortroligt\r\n01-01-2026;hemmelig;12345678\r\n")
        let problems = try OwnDataFolder(["henvisninger.csv": text]).read().problems.joined(separator: "\n")
        #expect(problems.contains("row 14"))
        for secret in ["hemmelig", "fortroligt", "12345678"] { #expect(!problems.contains(secret)) }
    }
}
