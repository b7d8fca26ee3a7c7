import Foundation
import Testing

@testable import simrepl

@Suite("The questions of a KLU")
struct QuestionTests {
    private static let folder = Simrepl.packageRoot + "/scenarios/questions"
    private static let scripts =
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).filter { $0.hasSuffix(".sim") }.sorted()

    /// With as few replications as a command takes.
    private static func quick(_ line: String) -> String {
        let few: [String: String] = [
            "run": "--replications 2", "compare": "--replications 2", "check": "--replications 2",
            "backlog": "--replications 4", "tornado": "--replications 2",
        ]
        let command = line.split(separator: " ").first.map(String.init) ?? ""
        if command == "find" {
            // Only the two ends of the range, each looked at once.
            let ends = line.replacing(#/ --cap \d+/#, with: "").replacing(#/(\d+)\.\.(\d+)( \d+)? such/#) { match in
                "\(match.1)..\(match.2) \((Int(match.2) ?? 2) - (Int(match.1) ?? 1)) such"
            }
            return ends + " --cap 20"
        }
        return few[command].map { "\(line) \($0)" } ?? line
    }

    @Test("each recipe runs as it stands, in both languages", arguments: scripts, ["da", "en"])
    func runs(script: String, language: String) throws {
        let text = try String(contentsOfFile: Self.folder + "/" + script, encoding: .utf8)
        let quick = text.split(separator: "\n").map { Self.quick(String($0)) }.joined(separator: "\n") + "\n"
        let folder = try TemporaryFolder()
        let outcome = try Simrepl.run(["--lang", language, "-f", try folder.file(script, quick)])
        // A search among two values may rightly end without an answer.
        let allowed: Set<Int32> = text.contains("\nfind ") ? [0, 1] : [0]
        #expect(allowed.contains(outcome.status), "\(outcome.errors)")
        #expect(!outcome.errors.contains("error") && !outcome.errors.contains("fejl"), "\(outcome.errors)")
        #expect(!outcome.output.isEmpty)
    }

    @Test("the page lists every recipe")
    func listed() throws {
        #expect(Self.scripts.count >= 7)
        let page = try String(contentsOfFile: Self.folder + "/README.md", encoding: .utf8)
        for script in Self.scripts { #expect(page.contains("`\(script)`")) }
    }
}
