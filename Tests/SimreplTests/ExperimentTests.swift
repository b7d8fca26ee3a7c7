import Foundation
import Testing

@testable import Scenarios
@testable import simrepl

@Suite("experiment and merge")
struct ExperimentCommandTests {
    private let folder: TemporaryFolder
    private let file: String

    init() throws {
        folder = try TemporaryFolder()
        _ = try folder.file(
            "short.json",
            """
            {"schema": "pathwaysim.scenario/1", "id": "short", "kind": "method", "title": "Short",
             "extends": "\(Simrepl.packageRoot)/scenarios/theory/mmc-3.json", "horizon": "90d", "warmup": "20d"}
            """)
        file = try folder.file("design.json", Self.text(seed: 3))
    }

    private static func text(seed: Int) -> String {
        """
        {"schema": "pathwaysim.experiment/1", "base": "short.json",
         "variants": {"two": {"set": {"resources.server.capacity": 2}},
                      "four": {"title": {"da": "Fire", "en": "Four"}, "set": {"resources.server.capacity": "+1"}}},
         "replications": 7, "seed": \(seed)}
        """
    }

    private func run(_ words: String..., lang: String = "en") throws -> Simrepl.Outcome {
        try Simrepl.run(["--lang", lang] + words)
    }

    @Test("merge gives exactly the bytes of the whole, in whatever order the parts come")
    func merging() throws {
        let whole = try run("experiment", file, "--format", "json")
        #expect(whole.status == 0, "\(whole.errors)")
        let isComparison = whole.output.contains("pathwaysim.comparison/1")
        #expect(isComparison)
        var parts: [String] = []
        for index in 1...3 {
            parts.append(folder.path("part-\(index)"))
            let part = try run(
                "experiment", file, "--shard", "\(index)/3", "--records", parts[index - 1], "--jobs", "2")
            #expect(part.status == 0, "\(part.errors)")
            #expect(part.output.contains("Part \(index)/3 is done"))
        }
        let merged = try Simrepl.run(["--lang", "en", "merge", file] + parts.reversed() + ["--format", "json"])
        // Compared outside the expectation: describing megabytes takes minutes.
        let isSame = merged == whole
        #expect(isSame, "\(merged.errors)")
        let compared = try Simrepl.run(
            [
                "--lang", "en", "compare", folder.path("short.json"),
                "resources.server.capacity=2", "resources.server.capacity=4", "--replications", "7", "--seed", "3",
                "--format", "csv",
            ])
        let folded = try run("experiment", file, "--format", "csv")
        #expect(compared.output.split(separator: "\r\n").count == folded.output.split(separator: "\r\n").count)
        let missing = try run("merge", file, parts[0], parts[2])
        #expect(missing.status == 1)
        #expect(missing.errors.contains("are missing: run part 2/3"), "\(missing.errors)")
    }

    @Test("what was cut off in the middle of a line is run again, and the rest is not")
    func resumed() throws {
        let records = folder.path("design.records")
        let whole = try run("experiment", file, "--format", "json")
        let text = try String(contentsOfFile: records, encoding: .utf8)
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        // The header, five replications and half of the sixth.
        let cut = lines[..<6].joined(separator: "\n") + "\n" + lines[6].prefix(lines[6].count / 2)
        try cut.write(toFile: records, atomically: true, encoding: .utf8)
        let again = try run("experiment", file, "--format", "json", "--jobs", "1")
        let isSame = again == whole
        #expect(isSame, "\(again.errors)")
        let kept = try String(contentsOfFile: records, encoding: .utf8)
        let isKept = kept.hasPrefix(lines[..<6].joined(separator: "\n") + "\n")
        #expect(isKept)
        #expect(kept.split(separator: "\n").count == lines.count - 1)
    }

    @Test("records of another experiment are not mixed in; --force begins anew")
    func another() throws {
        #expect(try run("experiment", file, "--format", "csv").status == 0)
        try Self.text(seed: 4).write(toFile: file, atomically: true, encoding: .utf8)
        let refused = try run("experiment", file)
        #expect(refused.status == 1)
        #expect(refused.errors.contains("was kept by another experiment"), "\(refused.errors)")
        #expect(try run("experiment", file, "--force", "--format", "csv").status == 0)
        let danish = try run("flet", file, folder.path("nothing"), lang: "da")
        #expect(danish.status == 1 && danish.errors.contains("er ikke gemt af et forsøg"), "\(danish.errors)")
    }

    @Test("everything wrong with the file is said at once, with its place")
    func wrong() throws {
        let broken = try folder.file(
            "broken.json",
            """
            {"schema": "pathwaysim.experiment/1", "base": "kommune", "repetitions": 3, "replications": 1.5,
             "variants": {"Two": {"set": {"a.b": null}}, "three": {}}}
            """)
        let outcome = try run("experiment", broken)
        #expect(outcome.status == 1)
        for words in [
            "\"repetitions\"", "\"replications\" must be a whole number", "\"Two\"", "\"a.b\"", "lacks \"set\"",
        ] {
            #expect(outcome.errors.contains(words), "\(words) in \(outcome.errors)")
        }
        #expect(outcome.errors.contains("broken.json:1:"))
        #expect(try run("experiment", file, "--shard", "5/4").status == 2)
    }

    @Test("the dictionary explains every measure in both languages")
    func dictionary() throws {
        let outcome = try run("experiment", file, "--format", "dictionary")
        #expect(outcome.output.hasPrefix("name,unit,counts,da,en\r\n"))
        let wait = outcome.output.split(separator: "\r\n").first { $0.hasPrefix("wait.service.p90,days,observations,") }
        #expect(wait != nil)
    }

    @Test("a sweep takes up what an earlier one has kept, and gives the same bytes")
    func sweep() throws {
        let scenario = folder.path("short.json")
        func sweep(_ range: String, _ options: String) throws -> Simrepl.Outcome {
            try Simrepl.run(
                ["--lang", "en"],
                input:
                    "load '\(scenario)'\nsweep resources.server.capacity \(range) --replications 3 "
                    + "--format json \(options)\n")
        }
        let kept = folder.path("cells")
        let plain = try sweep("2..5", "")
        #expect(try sweep("3..4", "--keep '\(kept)'").status == 0)
        let again = try sweep("2..5", "--keep '\(kept)'")
        #expect(again.output == plain.output, "\(again.errors)")
        let lines = try String(contentsOfFile: kept, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 4)
        #expect(try sweep("2..5", "--keep '\(kept)'").output == plain.output)
        // A number changed by hand does not have its line's sum, and is run again.
        let text = try String(contentsOfFile: kept, encoding: .utf8)
        let forged = text.replacing(/"mean": [0-9.]+/, with: "\"mean\": 0.5")
        #expect(forged != text)
        try forged.write(toFile: kept, atomically: true, encoding: .utf8)
        #expect(try sweep("2..5", "--keep '\(kept)'").output == plain.output)
    }

    @Test("an empty file, as a full disk leaves it, is begun anew")
    func unbegun() throws {
        let records = folder.path("design.records")
        try "".write(toFile: records, atomically: true, encoding: .utf8)
        #expect(try run("experiment", file, "--format", "csv").status == 0)
        try "pathwaysim.rec".write(toFile: records, atomically: true, encoding: .utf8)
        #expect(try run("experiment", file, "--format", "csv").status == 0)
        try "my notes".write(toFile: records, atomically: true, encoding: .utf8)
        #expect(try run("experiment", file).status == 1)
    }
}
