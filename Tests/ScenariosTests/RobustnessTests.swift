import Foundation
import PathwaySim
import Testing

@testable import Scenarios

@Suite("Whatever stands in a scenario")
struct RobustnessTests {
    /// Values that have broken readers before.
    private static let junk = [
        "null", "true", "-1", "0", "1e308", "-1e308", "1e-320", "9223372036854775808", "\"\"", "\"999999999999d\"",
        "\"-3d\"",
        "\"9999-12-31\"", "\"0000-00-00\"", "\"24:01\"", "[]", "{}", "[[[]]]", "{\"value\": {\"value\": 3}}", "\"x\"",
        "\"1/0\"",
        "{\"value\": null}", "{\"kind\": \"delay\"}", "{\"choose\": []}", "[null]", "\"3wd\"", "\"1000000mo\"",
        "{\"every\": \"1m\"}",
        "{\"discrete\": [{}]}", "\"æøå\"", "\"2026-01-01..2026-12-31\"", "1000000000000", "{\"a\": 1}", "\"elapsed\"",
    ]

    private static func paths(_ node: JSONNode, _ path: [String] = []) -> [[String]] {
        var found = path.isEmpty ? [] : [path]
        for member in node.object?.members ?? [] { found += paths(member.value, path + [member.key]) }
        for (index, element) in (node.array ?? []).enumerated() { found += paths(element, path + [String(index)]) }
        return found
    }

    @Test("is accepted or refused, and never brings the reader down", arguments: ReferenceTests.kinds)
    func junkEverywhere(_ family: String, _ kind: String) throws {
        let text = try #require(ReferenceExamples.scenario(family: family, kind: kind))
        let document = try #require(JSONReader.value(of: text))
        let library = ScenarioLibrary(directory: nil)
        var refused = 0
        for (number, path) in Self.paths(document).enumerated() {
            // Every place gets several of the values, and all values come round.
            for offset in 0..<6 {
                let junk = Self.junk[(number * 5 + offset * 7) % Self.junk.count]
                var changed = document
                try changed.set(try #require(JSONReader.value(of: junk)), at: JSONPath(path))
                do throws(LoadFailure) {
                    let scenario = try library.load(text: JSONWriter.line(changed))
                    #expect(!scenario.diagnosticsHaveErrors)
                } catch {
                    refused += 1
                    #expect(error.diagnostics.hasErrors)
                    #expect(!error.rendered(.da).isEmpty)
                }
            }
        }
        #expect(refused > 50)
    }
}

extension Scenario {
    fileprivate var diagnosticsHaveErrors: Bool { warnings.hasErrors }
}
