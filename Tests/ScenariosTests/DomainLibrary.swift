import Foundation
import PathwaySim

@testable import Scenarios

/// The scenarios of the domain, as they are shipped: everything under `scenarios/` except the theory examples.
enum DomainLibrary {
    static let directory = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("scenarios", isDirectory: true)

    static let library = ScenarioLibrary(directory: directory)

    static let ids: [String] = library.entries().filter { !$0.path.contains("theory/") && !$0.path.contains("cases/") }
        .map(\.id)

    /// The scenario of this id; its findings as text when it cannot be loaded.
    static func load(_ id: String) throws -> Scenario {
        do {
            return try library.load(id)
        } catch {
            throw Unloadable(text: error.rendered(.en))
        }
    }

    struct Unloadable: Error, CustomStringConvertible {
        var text: String
        var description: String { text }
    }
}
