import Foundation
import Testing

@testable import Scenarios
@testable import simrepl

@Suite("tornado: what a result hangs on")
struct TornadoCommandTests {
    /// A line of three servers; its numbers have a source, so they are named.
    private func theory(_ words: String, lang: String = "en") throws -> Simrepl.Outcome {
        let file = Simrepl.packageRoot + "/scenarios/theory/mmc-3.json"
        return try Simrepl.run(["--lang", lang], input: "load '\(file)'\n\(words) --set horizon=300d --seed 3\n")
    }

    @Test("the change at each end is what compare says of that value")
    func ends() throws {
        let options = "--replications 6 --measure wait.service.mean"
        let tornado = try theory("tornado resources.server.capacity \(options) --format json")
        #expect(tornado.status == 0, "\(tornado.errors)")
        let bar = try #require(Self.json(tornado)?["bars"]?.array?.first)
        let (low, high) = (bar["low"]?["value"]?.number, bar["high"]?["value"]?.number)
        #expect(low == 2 && high == 4)
        let compared = try theory("compare resources.server.capacity=4 --replications 6 --format json")
        let measures = try #require(Self.json(compared)?["variants"]?.array?.first?["measures"]?.array)
        let wait = try #require(measures.first { $0["name"]?.string == "wait.service.mean" })
        let (expected, found) = (wait["difference"]?.number, bar["high"]?["difference"]?.number)
        #expect(expected != nil && expected == found)
        let halfWidths = (wait["halfWidth"]?.number, bar["high"]?["halfWidth"]?.number)
        #expect(halfWidths.0 != nil && halfWidths.0 == halfWidths.1)
    }

    @Test("in words, in both languages, with the range that was used")
    func words() throws {
        let line = "resources.server.capacity --measure wait.service.mean --replications 6"
        let english = try theory("tornado \(line)")
        #expect(english.output.contains("What does the result hang on?"))
        #expect(english.output.contains("2 – 4 (3)*"), "\(english.output)")
        let danish = try theory("følsomhed \(line)", lang: "da")
        #expect(danish.output.contains("Hvad hænger resultatet på?"), "\(danish.output)")
    }

    @Test("a scenario's own range is used where it has one")
    func stated() throws {
        let outcome = try Simrepl.run(
            ["--lang", "en"],
            input: "load kommune\ntornado parameters.selfShare --set horizon=60d --replications 2 --format csv\n")
        #expect(outcome.output.contains("low,0.002,") && outcome.output.contains("high,0.008,"), "\(outcome)")
    }

    @Test("a yes or no is tried both ways, and a count that rules only compare as whole numbers")
    func decisions() throws {
        let outcome = try Simrepl.run(
            ["--lang", "en"],
            input: "load kommune\ntornado parameters.directStart parameters.auditDependence "
                + "--set parameters.auditDependence=21 --set horizon=60d --replications 2 --format csv\n")
        let rows = outcome.output.split(whereSeparator: \.isNewline)
        #expect(rows.contains { $0.contains("directStart") && $0.contains("low,0,") }, "\(outcome)")
        #expect(rows.contains { $0.contains("auditDependence") && $0.contains("low,16,") }, "\(outcome)")
        #expect(rows.contains { $0.contains("auditDependence") && $0.contains("high,26,") }, "\(outcome)")
    }

    @Test(
        "what cannot be varied is refused with what to write",
        arguments: [
            ("tornado resources.servr.capacity", "resources.server.capacity"),
            ("tornado horizon", "says which period is looked at"),
            ("tornado resources.server.discipline", "cannot be changed with + or -"),
            ("tornado resources.server.capacity --measure wait.servce.mean", "wait.service.mean"),
        ])
    func refused(line: String, words: String) throws {
        let outcome = try theory(line)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    private static func json(_ outcome: Simrepl.Outcome) -> JSONNode? {
        outcome.output.firstIndex(of: "{").flatMap { JSONReader.value(of: String(outcome.output[$0...])) }
    }
}
