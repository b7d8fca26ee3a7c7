import Foundation
import PathwaySim
import Testing

@testable import Scenarios

@Suite("A cell says what it says, however a spreadsheet wrote it")
struct CellTextTests {
    @Test(
        "numbers with either decimal mark, grouped, with per cent and with odd spaces",
        arguments: [
            ("14", 14), ("7,4", 7.4), ("7.4", 7.4), ("1.234.567", 1_234_567), ("1 234", 1_234),
            ("1\u{A0}234,5", 1_234.5),
            ("1.234,5", 1_234.5), ("1,234.5", 1_234.5), ("12,50", 12.5), ("40 %", 0.4), ("40%", 0.4), (" 3 ", 3),
            ("'3", 3),
            ("-3", -3), ("\u{2212}3", -3), ("0,395", 0.395), ("0.125", 0.125),
        ] as [(String, Double)])
    func numbers(text: String, value: Double) throws {
        #expect(abs(try CellText.number(text).value - value) < 1e-9)
    }

    @Test("a share is 0 to 1, per cent, or a number that can only be per cent")
    func shares() throws {
        for (text, value) in [("0,6", 0.6), ("60 %", 0.6), ("60", 0.6), ("100", 1), ("1", 1), ("2,5", 0.025)] {
            #expect(abs(try CellText.share(text).value - value) < 1e-9)
        }
        for text in ["140 %", "1,4", "-5", "101"] {
            #expect(throws: CellText.Problem.self) { try CellText.share(text) }
        }
    }

    @Test(
        "what can be read in two ways, or in none, is no number",
        arguments: [
            "1.234", "12,000", "1,234", "1.2.3", "1,2,3", "12a", "", "-", "1e5", "0x10", "1..2", "Anna", "½", "١٢",
        ])
    func noNumbers(text: String) {
        #expect(throws: CellText.Problem.self) { try CellText.number(text) }
    }

    @Test(
        "dates day first, year first, in words and as Excel's number of the day",
        arguments: [
            ("31-12-2025", "2025-12-31"), ("31.12.2025", "2025-12-31"), ("31/12-2025", "2025-12-31"),
            ("1/2-2025", "2025-02-01"), ("31-12-25", "2025-12-31"), ("2025-12-31", "2025-12-31"),
            ("2025/12/31", "2025-12-31"), ("46022", "2025-12-31"), ("31. december 2025", "2025-12-31"),
            ("31 Dec 2025", "2025-12-31"), ("31-12-2025 00:00", "2025-12-31"), ("2025-12-31T08:30:00", "2025-12-31"),
            ("29-02-2024", "2024-02-29"), ("d. 3. maj 2025", "2025-05-03"),
        ])
    func dates(text: String, iso: String) throws {
        #expect(try CellText.date(text).value.iso == iso)
    }

    @Test("what is no date is told apart: none at all, none there is, the month first")
    func noDates() {
        #expect(throws: CellText.Problem.notADate) { try CellText.date("i går") }
        #expect(throws: CellText.Problem.notADate) { try CellText.date("010125") }
        #expect(throws: CellText.Problem.noSuchDate("31-02-2025")) { try CellText.date("31-02-2025") }
        #expect(throws: CellText.Problem.noSuchDate("01-01-1925")) { try CellText.date("01-01-1925") }
        #expect(throws: CellText.Problem.monthFirst("12/31/2025")) { try CellText.date("12/31/2025", .dayFirst) }
        #expect(throws: CellText.Problem.unclearDate("01/02/2025")) { try CellText.date("01/02/2025") }
    }

    @Test(
        "months as their first day, in words and in numbers",
        arguments: [
            "01-03-2025", "marts 2025", "Marts 2025", "mar-25", "mar. 2025", "March 2025", "2025-03", "03-2025",
            "3/2025",
            "45717", "2025-03-01",
        ])
    func months(text: String) throws {
        #expect(try CellText.month(text).value.iso == "2025-03-01")
    }

    @Test("a day within a month, and a month without a year, are no months")
    func noMonths() {
        #expect(throws: CellText.Problem.notTheFirst("15-03-2025")) { try CellText.month("15-03-2025") }
        #expect(throws: CellText.Problem.notAMonth) { try CellText.month("marts") }
        #expect(throws: CellText.Problem.notAMonth) { try CellText.month("13-2025") }
    }

    @Test(
        "times of day with colon or point, and as part of a day",
        arguments: [
            ("13:00", 780), ("9.30", 570), ("kl. 9", 540), ("09:30:00", 570), ("01:00:00 PM", 780), ("12:30 AM", 30),
            ("0,5", 720), ("0.395833", 570),
        ])
    func times(text: String, minutes: Int) throws {
        #expect(try CellText.time(text) == minutes)
        #expect(throws: CellText.Problem.notATime) { try CellText.time("formiddag") }
    }

    @Test(
        "weekdays in either language",
        arguments: ["man+tor", "mandag og torsdag", "Thu, Mon", "mon/thu", "mandage, torsdage"])
    func weekdays(text: String) throws {
        #expect(try CellText.weekdays(text) == [1, 4])
        #expect(throws: CellText.Problem.notWeekdays) { try CellText.weekdays("hverdage") }
    }

    @Test(
        "a value is repeated only where it cannot be personal",
        arguments: [
            ("-14", "-14"), ("7,5", "7,5"), ("31-02-25", "31-02-25"), ("12345678", ""), ("Anna", ""),
            ("4 5 6", "4 5 6"),
        ])
    func echo(text: String, shown: String) { #expect(CellText.echo(text) == shown) }

    @Test(
        "somebody is found: CPR numbers with and without hyphen or first zero, e-mail, names",
        arguments: [
            "010170-1234", "0101701234", "101701234", "010170 1234", "x 311299-4321 y", "jens@example.dk", "a.b@c.d.dk",
        ])
    func personal(text: String) { #expect(PersonalData.kind(of: text) != nil) }

    @Test(
        "numbers, dates and words are nobody",
        arguments: ["01-01-2025", "2025-01-01", "123456", "45717", "320170-1234", "@", "a@b"])
    func nobody(text: String) { #expect(PersonalData.kind(of: text) == nil) }

    @Test("names are words with capitals; labels are none")
    func names() {
        let finder = NameFinder(known: ["almen", "praksis", "hospital", "vurdering"])
        for text in [
            "Jens Hansen", "Hansen, Jens", "J. P. Hansen", "Anne-Marie O'Neil Sø", "ÅSE ØSTERGAARD",
            "Ring til Jens Jensen",
            "ring til jens jensen i morgen", "Fru Jensens tid er flyttet", "afventer Xenia Kirkeby",
            "Ludwig van Xenson", "Kirsten",
            "Ældre mand (J. Xenson)", "Jan Xenson", "Hold Anna", "NIELSEN, PETER", "Hansens Mogens",
        ] {
            #expect(finder.holdsName(text), "\(text)")
        }
        for text in [
            "Almen Praksis", "Almen praksis", "Hospital", "14 dage", "Hold A2", "Hold Ø", "Aarhus Kommune",
            "Region Midtjylland",
            "Nordre Ringgade 14", "Maj, Juni og Juli", "Maj og August", "Per uge", "Tom", "KOL GOLD", "Mandag Torsdag",
            "Skejby Sygehus",
            "Sankt Hans", "Aflyst. Mødes igen 3. marts", "Ny Vurdering", "Januar 2025", "man+tor", "31-12-2025", "",
            "x",
            "Ernæringsindsats", "Nikotinafvænning, daghold", "Afventer svar fra Xenby",
        ] {
            #expect(!finder.holdsName(text), "\(text)")
        }
    }

    @Test("a house that is called after somebody can be named as the scenario calls it")
    func namedHouse() {
        let finder = NameFinder(labels: ["Anna Xenson Huset", "Hold"])
        #expect(!finder.holdsName("henvisninger, anna xenson huset") && finder.holdsName("Anna Xenson"))
        #expect(finder.holdsName("Anna Xenson Huset, ring til Jens"))
    }

    @Test(
        "no label, heading or text of a shipped scenario is taken for a name",
        arguments: ["egne-data", "kommune", "genoptraening"])
    func ownWords(id: String) throws {
        let base = try DomainLibrary.load(id)
        let words = OwnDataWords(base)
        let things = words.sources + words.steps + words.offers + words.talks + words.others
        let columns = OwnDataFile.allCases.flatMap(\.columns).map { Texts.ownDataColumn($0) }
        for label in things.map(\.label) + words.groups.map(\.label) + columns {
            for text in [label.da, label.en, label.da.uppercased(), label.en.capitalized] {
                #expect(!words.names.holdsName(text), "\(text)")
            }
        }
    }

    @Test(
        "a column called something personal is known by its heading",
        arguments: ["Navn", "CPR-nr.", "cpr", "E-mail", "Borgerens navn", "Tlf.", "Fødselsdato", "Initialer"])
    func headings(text: String) { #expect(PersonalData.isPersonalHeading(text)) }

    @Test("the template's own headings are not", arguments: OwnDataFile.allCases)
    func ownHeadings(file: OwnDataFile) {
        for column in file.columns {
            for language in Language.allCases {
                #expect(!PersonalData.isPersonalHeading(Texts.ownDataColumn(column)[language]))
            }
        }
    }
}
