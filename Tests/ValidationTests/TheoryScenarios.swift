import Foundation
import Scenarios

/// The shipped scenarios of kind `method`: theory examples and benchmarks.
enum TheoryScenarios {
    static let library = ScenarioLibrary(
        directory: URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("scenarios"))

    /// Their ids, by folder.
    static func ids(in folder: String) -> [String] {
        library.entries().filter { $0.path.hasPrefix(folder + "/") }.map(\.id)
    }

    static func load(_ id: String) throws -> Scenario {
        do {
            return try library.load(id)
        } catch {
            throw Failure(text: error.rendered(.en))
        }
    }

    struct Failure: Error, CustomStringConvertible {
        var text: String
        var description: String { text }
    }
}
