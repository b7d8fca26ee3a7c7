import Foundation
import Testing

@testable import Scenarios

/// docs/sources.md: each statement names a scenario that holds it and a test that shows it.
@Suite("The page of sources")
struct SourcesPageTests {
    struct Row: CustomTestStringConvertible, Sendable {
        var statement: String
        var place: String
        var test: String
        var testDescription: String { statement }
    }

    static let rows: [Row] = {
        let text = (try? String(contentsOf: Checkout.root.appending(path: "docs/sources.md"), encoding: .utf8)) ?? ""
        return text.split(separator: "\n").compactMap { line in
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            guard line.hasPrefix("|"), cells.count == 4, cells[3] != "test", cells[3] != "---" else { return nil }
            return Row(statement: cells[0], place: cells[2], test: cells[3])
        }
    }()

    /// The sentences of all tests.
    private static let sentences: [String] = {
        let folder = Checkout.root.appending(path: "Tests")
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        var found: [String] = []
        for case let file as URL in files ?? .init() where file.pathExtension == "swift" {
            let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
            for part in text.components(separatedBy: "@Test(").dropFirst() {
                let words = part.split(separator: "\"", maxSplits: 2, omittingEmptySubsequences: false)
                if words.count > 1 { found.append(String(words[1])) }
            }
        }
        return found
    }()

    private static func quoted(_ text: String) -> [String] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated().compactMap {
            $0.offset % 2 == 1 ? String($0.element) : nil
        }
    }

    /// Every name that a scenario declares, anywhere, with the dotted paths into it.
    private static func declares(_ scenario: Scenario, _ name: String) -> Bool {
        let parts = name.split(separator: ".").map(String.init)
        func holds(_ node: JSONNode, _ parts: ArraySlice<String>) -> Bool {
            guard let first = parts.first else { return true }
            if let next = node[first], holds(next, parts.dropFirst()) { return true }
            if let options = node["options"], holds(options, parts) { return true }
            return false
        }
        let sections = scenario.document.object?.members ?? []
        return sections.contains { holds($0.value, parts[...]) } || holds(scenario.document, parts[...])
    }

    /// Each read once.
    private static let scenarios: [String: Result<Scenario, any Error>] = Dictionary(
        uniqueKeysWithValues: DomainLibrary.ids.map { id in (id, Result { try DomainLibrary.load(id) }) })

    @Test("the page has a row for each statement")
    func isRead() { #expect(Self.rows.count > 80) }

    @Test("every statement names a shipped scenario and things that are in it", arguments: rows)
    func places(row: Row) throws {
        var current: Scenario?
        let names = Self.quoted(row.place)
        #expect(!names.isEmpty)
        for name in names {
            if DomainLibrary.ids.contains(name) {
                current = try #require(Self.scenarios[name]).get()
            } else {
                let scenario = try #require(current, "\(name) stands before any scenario")
                #expect(Self.declares(scenario, name), "\(name) is not in \(scenario.id)")
            }
        }
    }

    @Test("every statement names tests that exist, by the beginning of their sentence or a part of it", arguments: rows)
    func tests(row: Row) {
        #expect(row.test != "–")
        for words in row.test.components(separatedBy: ";") {
            let words = words.trimmingCharacters(in: .whitespaces)
            #expect(Self.sentences.contains { $0.contains(words) }, "no test says: \(words)")
        }
    }

    @Test("every scenario of the domain is named on the page", arguments: DomainLibrary.ids)
    func allScenarios(id: String) {
        #expect(Self.rows.contains { Self.quoted($0.place).contains(id) })
    }
}
