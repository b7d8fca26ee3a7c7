import Foundation
import Testing

@testable import Scenarios

/// The checkout the tests run in.
enum Checkout {
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// Whether generated files are to be written instead of compared.
    static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GENERATED"] == "1"

    static func expectGenerated(_ path: String, _ text: String) throws {
        let url = root.appendingPathComponent(path)
        if isUpdating { try Data(text.utf8).write(to: url, options: .atomic) }
        let written = try String(contentsOf: url, encoding: .utf8)
        #expect(written == text, "\(path) differs from what the format defines; run UPDATE_GENERATED=1 swift test")
    }
}

@Suite("The schema")
struct SchemaTests {
    @Test("the checked-in schema is what the format defines")
    func current() throws {
        try Checkout.expectGenerated("scenarios/scenario.schema.json", ScenarioFormat.schemaJSON())
    }

    @Test("every reference in the schema leads to a definition")
    func references() throws {
        let schema = try #require(JSONReader.value(of: ScenarioFormat.schemaJSON()))
        let defined = Set(schema["$defs"]?.object?.keys ?? [])
        var used: Set<String> = []
        func walk(_ node: JSONNode) {
            for member in node.object?.members ?? [] {
                if member.key == "$ref", let name = member.value.string { used.insert(String(name.dropFirst(8))) }
                walk(member.value)
            }
            node.array?.forEach(walk)
        }
        walk(schema)
        #expect(used.subtracting(defined).isEmpty)
        #expect(used.count > 50)
    }
}
