import Foundation

@testable import Scenarios

/// A folder of own data that goes away with the test.
final class OwnDataFolder {
    let url: URL

    init(_ files: [String: String] = [:]) throws {
        url = FileManager.default.temporaryDirectory.appendingPathComponent("own-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        for (name, text) in files { try write(name, Array(text.utf8)) }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ name: String, _ bytes: [UInt8]) throws {
        try Data(bytes).write(to: url.appendingPathComponent(name))
    }

    static let base = Result { try DomainLibrary.load("egne-data") }

    /// What is made of the folder, or the words of everything that is wrong with it.
    func read() throws -> (own: OwnDataImport?, problems: [String]) {
        let base = try Self.base.get()
        do throws(Diagnostics) {
            return (try OwnDataImport(folder: url, named: "tal", base: base), [])
        } catch {
            return (nil, error.all.map { "\($0.code.rawValue) \($0.text.en)" })
        }
    }

    /// The scenario of the coming year and last year's, loaded as from files.
    func scenarios() throws -> (coming: Scenario, last: Scenario?) {
        let result = try read()
        guard let own = result.own else { throw Refused(problems: result.problems) }
        let library = DomainLibrary.library
        let coming = own.scenarioJSON(id: "own", name: "tal", extending: "egne-data")
        let path = url.appendingPathComponent("own.json")
        try Data(coming.utf8).write(to: path)
        let last = try own.lastYearJSON(id: "last", name: "tal", extending: "./own.json").map {
            try library.load(text: $0, name: "last.json", directory: url)
        }
        return (try library.load(path.path), last)
    }

    struct Refused: Error {
        let problems: [String]
    }
}
