import Foundation
import Testing

@testable import Scenarios

@Suite("import FOLDER: from a planner's files to a scenario")
struct OwnDataCommandTests {
    private static let example = Simrepl.packageRoot + "/scenarios/eksempel-data/eksempelkommunen"

    private func run(_ words: [String], in folder: TemporaryFolder, lang: String = "en") throws -> Simrepl.Outcome {
        try Simrepl.run(["--lang", lang] + words, folder: folder.path)
    }

    private func files(_ folder: TemporaryFolder) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test("the template is a folder to fill in, and is not written over")
    func template() throws {
        let folder = try TemporaryFolder()
        let danish = try run(["importer", "--template", "mine-tal"], in: folder, lang: "da")
        #expect(danish.status == 0, "\(danish.errors)")
        #expect(
            danish.output.replacing(/\s+/, with: " ").contains(
                "Udfyld dem i et regneark, gem dem som CSV, og skriv så: importer mine-tal"))
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path("mine-tal")).sorted()
        #expect(
            names == [
                "LÆSMIG.txt", "henvisninger.csv", "hold.csv", "medarbejdere.csv", "noegletal.csv", "venteliste.csv",
            ])
        let again = try run(["import", "--template", "mine-tal"], in: folder, lang: "da")
        #expect(again.status == 1 && again.errors.contains("mine-tal/henvisninger.csv"))
        let english = try run(["import", "--template", "my-data/"], in: folder)
        #expect(english.status == 0 && english.output.contains("waiting-list.csv"))
        let untouched = try run(["import", "mine-tal"], in: folder)
        #expect(untouched.status == 1 && untouched.errors.contains("have only headings and examples"))
    }

    @Test("what is written for the shipped example is what import makes of its files")
    func example() throws {
        let folder = try TemporaryFolder()
        let outcome = try run(["importer", "eksempelkommunen"], in: folder, lang: "da")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors.isEmpty)
        for ending in [".json", "-sidste-aar.json", "-observeret.csv"] {
            let made = try String(contentsOfFile: folder.path("eksempelkommunen" + ending), encoding: .utf8)
            #expect(try made == String(contentsOfFile: Self.example + ending, encoding: .utf8), "\(ending)")
        }
        let words = outcome.output.replacing(/\s+/, with: " ")
        #expect(words.contains("2 × 37 timer × 24 % × 60 / (60 + 45) min = 10,1 om ugen"))
        #expect(words.contains("Hospital: rygning og alkohol 84 under 5–14"))
        #expect(words.contains("Ikke oplyst, så eksemplets antagelser bruges: Tolk"))
    }

    @Test("nothing is written over without --force, and --check writes nothing")
    func careful() throws {
        let folder = try TemporaryFolder()
        #expect(try run(["import", Self.example, "--check"], in: folder).output.contains("Nothing was written"))
        try FileManager.default.copyItem(atPath: Self.example, toPath: folder.path("tal"))
        #expect(try run(["import", "tal", "--check"], in: folder).status == 0)
        #expect(try files(folder) == ["tal"])
        _ = try folder.file("tal-last-year.json", "mine")
        let refused = try run(["import", "tal/"], in: folder)
        #expect(refused.status == 1 && refused.errors.contains("tal-last-year.json"))
        #expect(try files(folder) == ["tal", "tal-last-year.json"])
        #expect(try run(["import", "./tal/", "--force"], in: folder).status == 0)
        #expect(try files(folder) == ["tal", "tal-last-year.json", "tal-observed.csv", "tal.json"])
        // The three work together wherever one stands.
        let run = try Simrepl.run(["--lang", "en", "run", folder.path("tal-last-year.json"), "--replications", "1"])
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("somebody in a file is refused on the screen without being repeated, and nothing is written")
    func personal() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Self.example, toPath: folder.path("tal"))
        let list = folder.path("tal/venteliste.csv")
        let text = try String(contentsOfFile: list, encoding: .utf8)
        for secret in ["010170-1234", "0101701234", "jens@example.dk", "Jens Hansen"] {
            try (text + "31-12-2025;\(secret);01-12-2025;7\r\n").write(toFile: list, atomically: true, encoding: .utf8)
            let outcome = try run(["import", "tal"], in: folder)
            #expect(outcome.status == 1)
            #expect(
                outcome.errors.contains("S301: venteliste.csv, row 65, column B (waiting for): something like"),
                "\(outcome.errors)")
            #expect(!(outcome.errors + outcome.output).contains(secret))
            #expect(try files(folder) == ["tal"])
        }
    }

    @Test(
        "what makes no sense is refused with what to write",
        arguments: [
            (["import"], Int32(2), "TABLE.csv|FOLDER"), (["import", "nowhere"], 1, "there is no folder \"nowhere\""),
            (["import", "--template", "a", "b"], 2, "b"), (["import", "t.csv", "--check"], 2, "--check"),
        ])
    func refused(words: [String], status: Int32, told: String) throws {
        let folder = try TemporaryFolder()
        _ = try folder.file("t.csv", "path,value\n")
        let outcome = try run(words, in: folder)
        #expect(outcome.status == status && outcome.errors.contains(told), "\(outcome.errors)")
    }

    @Test("at the prompt the planner is asked, and the coming year is opened")
    func asked() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(atPath: Self.example, toPath: folder.path("tal"))
        let session = try TerminalSession(
            try Simrepl.path(), ["--lang", "en"],
            environment: Simrepl.environment(["TERM": "xterm", "SIMREPL_HISTORY": ""]), columns: 80)
        try session.expect("> ")
        session.type("import \(folder.path("tal"))\r")
        try session.expect("(yes/no) ")
        session.type("no\r")
        try session.expect("Nothing was written.")
        #expect(try files(folder) == ["tal"])
        session.type("import \(folder.path("tal"))\r")
        try session.expect("(yes/no) ")
        session.type("yes\r")
        try session.expect("The coming year is open.")
        try session.expect("tal> ")
        #expect(try files(folder).count == 4)
        session.type("quit\r")
        #expect(try session.waitForEnd() == 0)
    }

    @Test("month by month: how many wait at each month's end, in words and for programs")
    func monthly() throws {
        let file = Simrepl.packageRoot + "/scenarios/theory/waiting-list-load.json"
        // 400 wait and 30 come a week, 27 are served: exactly known but for the arrivals.
        let text = try Simrepl.run(
            ["--lang", "en"], input: "load '\(file)'\nbacklog --monthly --to 380 --replications 4\n")
        #expect(text.status == 0, "\(text.errors)")
        #expect(text.output.contains("January 2026"))
        #expect(text.output.contains("at most 380, % of years"))
        let json = try Simrepl.run(
            ["--lang", "en"], input: "load '\(file)'\nbacklog --monthly --replications 4 --format json\n")
        let start = try #require(json.output.firstIndex(of: "{"))
        let node = try #require(JSONReader.value(of: String(json.output[start...])))
        let rows = try #require(node["rows"]?.array)
        #expect(rows.count == 1)
        let months = try #require(rows[0]["months"]?.array)
        let first = try #require(months.first)
        #expect(first["date"]?.string == "2026-01-31")
        for month in months {
            let (low, middle, high) = (month["p10"]?.number, month["p50"]?.number, month["p90"]?.number)
            #expect((low ?? 1) <= (middle ?? 0) && (middle ?? 1) <= (high ?? 0))
        }
        let csv = try Simrepl.run(
            ["--lang", "en"], input: "load '\(file)'\nbacklog --monthly --replications 4 --format csv\n")
        #expect(csv.output.contains(",waiting.2026-01-31,"))
    }
}
