import Foundation
import Testing

@testable import Scenarios

@Suite("fit: a distribution for a column of own numbers")
struct FitCommandTests {
    /// Waits in whole days whose shares are those of a gamma law with shape 2 and mean 20: its quantiles at even steps.
    private static let gammaDays: [Int] = [
        1, 2, 3, 4, 4, 5, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13, 14, 14, 14, 15, 15, 16, 17, 17, 18,
        18,
        19, 19, 20, 21, 21, 22, 23, 23, 24, 25, 26, 26, 27, 28, 29, 31, 32, 33, 34, 36, 38, 40, 42, 46, 50, 56, 68,
    ]

    private static func column(_ header: String, _ values: [Int]) -> String {
        "\u{FEFF}" + header + "\r\n" + values.map { "\($0)\r\n" }.joined()
    }

    private func run(_ text: String, _ words: [String] = [], lang: String = "en") throws -> Simrepl.Outcome {
        let folder = try TemporaryFolder()
        let file = try folder.file("waits.csv", text)
        return try Simrepl.run(["--lang", lang, "fit", file] + words)
    }

    private func words(_ outcome: Simrepl.Outcome) -> String { outcome.output.replacing(/\s+/, with: " ") }

    @Test("says which law fits, how well, and what goes into a scenario, in both languages")
    func found() throws {
        let english = try run(Self.column("waitDays", Self.gammaDays))
        #expect(english.status == 0, "\(english.errors)")
        let text = words(english)
        #expect(
            text.contains("From 1 to 68 days, 19.9 on average; half at most 17, nine in ten at most 38."), "\(text)")
        #expect(text.contains("do not speak against the"))
        #expect(text.contains("┃") || text.contains("|"))
        #expect(text.contains("{ \"gamma\": {\"shape\": "))
        #expect(text.contains("\"empirical\": {\"file\": \"waits.csv\", \"column\": \"waitDays\"}"))
        let danish = try run(Self.column("ventedage", Self.gammaDays), lang: "da")
        #expect(
            words(danish).contains("Fra 1 til 68 dage, i gennemsnit 19,9; halvdelen højst 17, 9 ud af 10 højst 38."))
        #expect(danish.output.split(separator: "\n").filter { !$0.contains("\"") }.allSatisfy { $0.count <= 80 })
    }

    @Test(
        "what it prints for a scenario is read by one, and the law has the mean that was found",
        arguments: ["days", "hours"])
    func snippet(unit: String) throws {
        let outcome = try run(Self.column("x", Self.gammaDays), ["--unit", unit, "--format", "json"])
        let node = try #require(JSONReader.value(of: outcome.output))
        let snippet = try #require(node["snippet"])
        let scenario = """
            {"schema": "pathwaysim.scenario/1", "id": "own", "kind": "pathway", "title": "Own", "start": "2026-01-05",
             "horizon": "400d", "calendar": {"base": "always", "assumption": "test"},
             "sources": {"s": {"kind": "recorded", "at": ["1d"], "next": "wait", "assumption": "test"}},
             "steps": {"wait": {"kind": "delay", "duration": \(JSONWriter.line(snippet)), "next": "done"},
                       "done": {"kind": "close", "outcome": "done"}},
             "outcomes": {"done": {}}}
            """
        let folder = try TemporaryFolder()
        let file = try folder.file("own.json", scenario)
        let checked = try Simrepl.run(["--lang", "en", "validate", file])
        #expect(checked.status == 0, "\(checked.output) \(checked.errors)")
        let best = try #require(node["laws"]?.array?.first?["mean"]?["value"]?.number)
        #expect(abs(best - 19.9) < 0.5)
    }

    @Test("few numbers are called few, and of very few no law is proposed")
    func few() throws {
        let few = try run(Self.column("days", Array(Self.gammaDays.prefix(18))))
        #expect(words(few).contains("Only 18 numbers: the curve's shape is hardly known"))
        let fewer = try run(Self.column("days", [3, 5, 9]))
        #expect(fewer.status == 0)
        #expect(words(fewer).contains("3 numbers are too few to choose a distribution by; at least 10 are needed."))
        #expect(!fewer.output.contains("gamma") && fewer.output.contains("empirical"))
        let same = try run(Self.column("days", Array(repeating: 7, count: 20)))
        #expect(words(same).contains("All numbers are the same") && same.output.contains("\"constant\": \"7d\""))
    }

    @Test("heaps on whole weeks and zeros beyond what a curve gives are told")
    func heaps() throws {
        let weeks = (0..<60).map { ($0 % 8 + 1) * 7 } + Self.gammaDays
        #expect(words(try run(Self.column("days", weeks))).contains("are a multiple of 7 days, where"))
        let zeros = Self.gammaDays.map { $0 + 15 } + Array(repeating: 0, count: 30)
        #expect(words(try run(Self.column("days", zeros))).contains("30 of 90 are 0, where the curve expects"))
    }

    @Test("the same bytes every time, and a table for programs")
    func machine() throws {
        let text = Self.column("days", Self.gammaDays)
        #expect(try run(text, ["--format", "json"]) == run(text, ["--format", "json"]))
        let csv = try run(text, ["--format", "csv"])
        #expect(csv.output.hasPrefix("family,n,worseBy,mean,meanLow"))
        #expect(csv.output.split(separator: "\r\n").count == 5)
        #expect(try run(text, ["--format", "markdown"]).output.contains("```json\n{"))
    }

    @Test("what cannot be fitted is refused with what to write")
    func refused() throws {
        let outcome = try run("a;b\n1;2\n")
        #expect(outcome.status == 1 && outcome.errors.contains("name one of them"))
        let unit = try run("a\n1\n", ["--unit", "parsecs"])
        #expect(unit.status == 2 && unit.errors.contains("is no unit; write minutes, hours, days"))
        let missing = try Simrepl.run(["--lang", "en", "fit", "nowhere.csv"])
        #expect(missing.status == 1 && missing.errors.contains("there is no file"))
    }
}
