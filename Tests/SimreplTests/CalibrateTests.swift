import Foundation
import Testing

@testable import Scenarios

@Suite("calibrate: last year beside the model, and its unknowns")
struct CalibrateCommandTests {
    /// A year of conversations; citizens may stay away once.
    private static func scenario(noShow: String, perYear: Int, own: Int = 60) -> String {
        """
        {"schema": "pathwaysim.scenario/1", "id": "talks", "kind": "method", "title": {"da": "Samtaler", "en": "Talks"},
         "assumption": {"da": "opdigtet", "en": "invented"},
         "start": "2025-01-01", "horizon": "365d", "calendar": {"base": "danish"},
         "parameters": {"away": {"value": \(noShow), "range": [0, 0.5], "label": {"da": "Andel udeblevne", "en": "Share of no-shows"}}},
         "sources": {
           "gp": {"kind": "poisson", "rate": {"perYear": \(perYear)}, "next": "talk", "label": {"da": "Læger", "en": "GPs"}},
           "own": {"kind": "poisson", "rate": {"perYear": \(own)}, "next": "talk", "label": {"da": "Egen henvendelse", "en": "Own"}}},
         "resources": {"nurse": {"kind": "slots", "slotsPerWeek": 9, "length": "1h",
           "windows": [{"days": ["mon", "wed", "thu"], "hours": "09:00-12:00"}]}},
         "steps": {
           "talk": {"kind": "appointment", "slots": "nurse", "lead": "7d", "noShow": "away", "rebookings": 1, "lost": "gone",
             "next": "done", "label": {"da": "Samtale", "en": "Talk"}},
           "done": {"kind": "close", "outcome": "done"}, "gone": {"kind": "close", "outcome": "gone"}},
         "outcomes": {"done": {}, "gone": {}}}
        """
    }

    private static let quarters = [
        ("01-01-2025", "31-03-2025"), ("01-04-2025", "30-06-2025"), ("01-07-2025", "30-09-2025"),
        ("01-10-2025", "31-12-2025"),
    ]

    /// Figures of each quarter; 0 where nothing is known yet.
    private static func observed(_ names: [String], _ values: [Double]? = nil) -> String {
        var rows = ["tal;fra;til;værdi"]
        for (place, name) in names.enumerated() {
            for (quarter, days) in quarters.enumerated() {
                let value = values?[place * 4 + quarter] ?? 0
                rows.append("\(name);\(days.0);\(days.1);\(NumberFormat.shortest(value).replacing(".", with: ","))")
            }
        }
        return rows.map { $0 + "\r\n" }.joined()
    }

    private static let names = [
        "henvisninger i alt", "udeblivelser, Samtale", "startet, Samtale", "ventetid i gennemsnit, Samtale",
        "venteliste, Samtale",
    ]

    private struct Bench {
        let folder: TemporaryFolder
        let scenario: String
        let figures: String

        func run(_ words: [String], lang: String = "en") throws -> Simrepl.Outcome {
            try Simrepl.run(["--lang", lang, "calibrate", scenario] + words, folder: folder.path)
        }
    }

    /// A scenario that assumes other no-shows than those behind the observed figures, which are the means of 20 years.
    private static func bench(assumed: String = "0.05", truth: String = "0.2", perYear: Int = 300) throws -> Bench {
        let folder = try TemporaryFolder()
        let real = try folder.file("real.json", scenario(noShow: truth, perYear: 300))
        let empty = try folder.file("empty.csv", observed(names))
        let years = try Simrepl.run(
            ["calibrate", real, "--observed", empty, "--replications", "20", "--seed", "9", "--format", "json"])
        let node = try #require(JSONReader.value(of: years.output), "\(years.errors)")
        let means = try #require(node["figures"]?.array).enumerated().map { index, figure -> Double in
            let mean = figure["simulated"]?["mean"]?.number ?? 0
            // Waits keep a decimal, counts none.
            return (12..<16).contains(index) ? (mean * 10).rounded() / 10 : mean.rounded()
        }
        return Bench(
            folder: folder, scenario: try folder.file("talks.json", scenario(noShow: assumed, perYear: perYear)),
            figures: try folder.file("talks-observeret.csv", observed(names, means)))
    }

    private func words(_ outcome: Simrepl.Outcome) -> String { outcome.output.replacing(/\s+/, with: " ") }

    @Test("without unknowns it says which figures the model cannot explain, in both languages")
    func comparison() throws {
        let bench = try Self.bench()
        let english = try bench.run([])
        #expect(english.status == 0, "\(english.errors)")
        #expect(words(english).contains("Observed and simulated: Talks, 1 January 2025 to 31 December 2025"))
        #expect(
            words(english).contains("the model cannot explain: they lie outside what its 100 years vary by (marked *)"))
        let danish = try bench.run([], lang: "da")
        #expect(words(danish).contains("kan modellen ikke forklare"))
        #expect(danish.output.contains("udeblivelser, Samtale"))
        #expect(danish.output.split(separator: "\n").allSatisfy { $0.count <= 80 }, "\(danish.output)")
        let right = try Self.bench(assumed: "0.2")
        #expect(words(try right.run([])).contains("None of the 23 figures lies outside"))
    }

    @Test("the share of no-shows is found from the figures, and the model then explains them")
    func unknown() throws {
        let bench = try Self.bench()
        let outcome = try bench.run(["parameters.away", "--format", "json"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let node = try #require(JSONReader.value(of: outcome.output))
        let unknown = try #require(node["unknowns"]?.array?.first)
        let (value, low, high) = (
            unknown["value"]?.number ?? 0, unknown["low"]?.number ?? 1, unknown["high"]?.number ?? 0
        )
        #expect(low <= 0.2 && 0.2 <= high && low < value && value < high, "\(value) \(low)…\(high)")
        #expect(high - low < 0.15)
        let left = try #require(node["figures"]?.array).filter { $0["proposed"]?["unexplained"]?.bool ?? true }
        #expect(left.isEmpty)
    }

    @Test("two unknowns at once, and one the figures cannot tell")
    func several() throws {
        let bench = try Self.bench(perYear: 240)
        let outcome = try bench.run([
            "parameters.away", "0..50%", "sources.gp.rate.perYear", "150..450", "sources.own.rate.perYear", "20..100",
            "--format", "json", "--replications", "40",
        ])
        let node = try #require(JSONReader.value(of: outcome.output), "\(outcome.errors)")
        let verdicts = try #require(node["unknowns"]?.array).map { $0["verdict"]?.string }
        // All referrals were counted together, so the two sources cannot be told apart within these bounds.
        #expect(verdicts[0] == "told")
        #expect(verdicts[2] != "told")
        let text = try bench.run([
            "sources.gp.rate.perYear", "150..450", "sources.own.rate.perYear", "20..400", "--replications", "40",
        ])
        #expect(words(text).contains("The figures cannot tell"), "\(text.output)")
    }

    @Test("what is saved extends the scenario and says where its numbers come from")
    func save() throws {
        let bench = try Self.bench()
        let saved = bench.folder.path("better.json")
        let outcome = try bench.run(["parameters.away", "0..50%", "--save", saved], lang: "da")
        #expect(outcome.status == 0 && outcome.output.contains("Gemt i"), "\(outcome.errors)")
        let text = try String(contentsOfFile: saved, encoding: .utf8)
        #expect(text.contains("kalibreret til egne data, 1. januar 2025 til 31. december 2025"))
        #expect(text.contains("\"extends\": \"") && text.contains("\"range\""))
        let again = try Simrepl.run(["--lang", "en", "calibrate", saved, "--observed", bench.figures])
        #expect(words(again).contains("None of the 23 figures lies outside"), "\(again.output) \(again.errors)")
        #expect(try bench.run(["parameters.away", "--save", saved]).status == 1)
        let onto = bench.folder.path("next.json")
        let other = try bench.folder.file("coming.json", Self.scenario(noShow: "0.1", perYear: 400))
        #expect(try bench.run(["parameters.away", "--save", onto, "--onto", other]).status == 0)
        let next = try String(contentsOfFile: onto, encoding: .utf8)
        #expect(next.contains("coming.json"))
    }

    @Test("accepted proposals change the open scenario and can be undone")
    func accept() throws {
        let bench = try Self.bench()
        let session = try Simrepl.run(
            ["--lang", "en"],
            input: "load '\(bench.scenario)'\ncalibrate parameters.away 0..50% --accept\ndiff\nundo\ndiff\n")
        #expect(session.status == 0, "\(session.errors)")
        #expect(words(session).contains("Accept them with --accept"))
        let named = try bench.run(["parameters.away", "--accept"])
        #expect(named.status == 1 && named.errors.contains("--accept is about the open scenario"))
    }

    @Test("the same bytes for any number of jobs, and counts from 1 to 4 are not passed on")
    func machine() throws {
        let bench = try Self.bench()
        let words = ["parameters.away", "--format", "json", "--replications", "20"]
        #expect(try bench.run(words + ["--jobs", "1"]) == bench.run(words + ["--jobs", "3"]))
        let few = try bench.folder.file(
            "few.csv",
            "figure,from,to,value\n\"no-shows, Talk\",2025-01-01,2025-01-31,3\n\"began, Talk\",2025-01-01,2025-01-31,30\n"
        )
        let csv = try bench.run(["--observed", few, "--format", "csv"])
        #expect(csv.output.contains("\"no-shows, Talk\",2025-01-01,2025-01-31,,"), "\(csv.output)\(csv.errors)")
        #expect(csv.output.contains("\"began, Talk\",2025-01-01,2025-01-31,30,"))
    }

    @Test(
        "what cannot be calibrated is refused with what to write",
        arguments: [
            (["steps.talk.rebookings", "0..3"], "cannot be calibrated", Int32(2)),
            (["sources.gp.rate.perYear"], "write the bounds after", 2),
            (["parameters.away", "5%..5%"], "is empty", 2),
            (["--onto", "kommune"], "--onto says what --save builds on", 2),
            (["--accept"], "--accept is about the open scenario", 1),
        ])
    func refused(arguments: [String], text: String, status: Int32) throws {
        let bench = try Self.bench()
        let outcome = try bench.run(arguments)
        #expect(outcome.status == status, "\(outcome.errors)")
        #expect(outcome.errors.replacing(/\s+/, with: " ").contains(text), "\(outcome.errors)")
    }

    @Test("a scenario without observed figures asks for them")
    func noFile() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("alone.json", Self.scenario(noShow: "0.1", perYear: 300))
        let outcome = try Simrepl.run(["--lang", "en", "calibrate", file])
        #expect(outcome.status == 2 && outcome.errors.contains("--observed FILE.csv"))
    }
}
