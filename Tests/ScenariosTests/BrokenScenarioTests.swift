import Foundation
import Testing

@testable import Scenarios

@Suite("A broken scenario")
struct BrokenScenarioTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Broken")

    static let names = [
        "course", "dates", "distributions", "extends-itself", "extends-nothing", "extends-wrong", "ids", "missing",
        "out-of-range", "personal-number", "probabilities", "provenance", "ranges",
        "rules", "unknown-keys", "unknown-references",
        "unworkable", "wrong-types",
    ]

    @Test("gets all its errors at once, each with its place, in both languages", arguments: names)
    func exactDiagnostics(_ name: String) throws {
        let library = ScenarioLibrary(directory: Checkout.root.appending(path: "scenarios"))
        let text = try String(contentsOf: Self.folder.appending(path: name + ".json"), encoding: .utf8)
        let failure = try #require(throws: LoadFailure.self) {
            try library.load(text: text, name: name + ".json", directory: Self.folder)
        }
        let found = failure.rendered(.en) + "\n" + failure.rendered(.da)
        let path = "Tests/ScenariosTests/Broken/\(name).txt"
        try Checkout.expectGenerated(path, found)
    }

    @Test("every broken file is in the list")
    func complete() throws {
        let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
        let names = files.filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }
        #expect(Set(names) == Set(Self.names + ["base"]))
    }
}
