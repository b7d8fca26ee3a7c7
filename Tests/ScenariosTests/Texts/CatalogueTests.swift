import Foundation
import Testing

@testable import Scenarios

@Suite("The catalogue of texts")
struct CatalogueTests {
    private static let sources = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Sources")

    private static func swiftFiles(under folder: URL) throws -> [(path: String, text: String)] {
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var files: [(String, String)] = []
        while let file = all?.nextObject() as? URL {
            guard file.pathExtension == "swift" else { continue }
            files.append((file.path, try String(contentsOf: file, encoding: .utf8)))
        }
        return files
    }

    @Test("every text of the catalogue is used")
    func used() throws {
        let everything = try Self.swiftFiles(under: Self.sources)
        let catalogue = everything.filter { $0.path.contains("/Texts/Texts+") }
        #expect(catalogue.count >= 3)
        let declaration = /static (?:let|var|func) (\w+)/
        let code = everything.map(\.text).joined(separator: "\n")
        var uses: [Substring: Int] = [:]
        for word in code.matches(of: /\w+/) { uses[word.output, default: 0] += 1 }
        for file in catalogue {
            let unused = file.text.matches(of: declaration).map(\.output.1).filter { uses[$0, default: 0] < 2 }
            #expect(unused == [], "in \(file.path)")
        }
    }

    @Test("no text lacks a language or says nothing")
    func complete() throws {
        // `Text(da:en:)` makes both languages necessary; what it cannot see is an empty one.
        let files = try Self.swiftFiles(under: Self.sources)
        for file in files where file.path.contains("/Scenarios/") {
            let halves = file.text.matches(of: /(?:da|en): ""[,)]/)
            #expect(halves.isEmpty, "an empty text in \(file.path)")
        }
    }
}
