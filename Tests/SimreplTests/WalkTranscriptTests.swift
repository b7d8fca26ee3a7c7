import Foundation
import Testing

@testable import Scenarios

/// Whole walks, screen by screen, in files that a reader can go through: Tests/SimreplTests/Walks.
@Suite("Walks as a room sees them")
struct WalkTranscriptTests {
    private static let library = ScenarioLibrary(
        directory: URL(fileURLWithPath: Simrepl.packageRoot + "/scenarios", isDirectory: true))
    static let ids = library.caseIDs
    private static let folder = Simrepl.packageRoot + "/Tests/SimreplTests/Walks/"

    private func check(_ name: String, _ language: Language, _ arguments: [String]) throws {
        let outcome = try Simrepl.run(
            ["--lang", language.rawValue, "walk"] + arguments, environment: ["SIMREPL_WALK": ""])
        #expect(outcome.status == 0)
        #expect(outcome.errors == "")
        let path = Self.folder + "\(language.rawValue)/\(name).txt"
        if ProcessInfo.processInfo.environment["UPDATE_GENERATED"] != nil {
            try FileManager.default.createDirectory(
                atPath: Self.folder + language.rawValue, withIntermediateDirectories: true)
            try Data(outcome.output.utf8).write(to: URL(fileURLWithPath: path))
        }
        let written = (try? String(contentsOfFile: path, encoding: .utf8)) ?? ""
        #expect(
            written == outcome.output, "look at it and write it anew: UPDATE_GENERATED=1 swift test --filter Transcript"
        )
        for line in outcome.output.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= 100) }
    }

    @Test("every case with what the sources recommend, in both languages", arguments: ids, Language.allCases)
    func recommended(id: String, language: Language) throws {
        try check(id, language, [id, "--recommended"])
    }

    @Test("a walk that leaves the sources' advice is compared with it, in both languages", arguments: Language.allCases)
    func differing(language: Language) throws {
        try check(
            "albert-differs", language, ["albert", "--choices", "1,1,1,1+2,1,3", "--recommended", "--runs", "10"])
    }
}
