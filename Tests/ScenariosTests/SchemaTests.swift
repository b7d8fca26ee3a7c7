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

    private static func shippedFiles() -> [String] {
        let folder = Checkout.root.appending(path: "scenarios")
        let names = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        // Cases and experiments are about scenarios and have forms of their own.
        let others = ["cases/", "experiments/"]
        return names.filter { name in
            name.hasSuffix(".json") && !name.hasSuffix("schema.json") && !others.contains { name.hasPrefix($0) }
        }
        .sorted()
    }

    private static func read(_ path: String) throws -> JSONNode {
        let bytes = Array(try Data(contentsOf: Checkout.root.appending(path: path)))
        var files = SourceFiles()
        return try #require(JSONReader.read(name: path, bytes: bytes, into: &files).root)
    }

    @Test("every shipped scenario passes the schema, and every example of the reference page")
    func shipped() throws {
        let evaluator = SchemaEvaluator(root: try #require(JSONReader.value(of: ScenarioFormat.schemaJSON())))
        let files = Self.shippedFiles()
        #expect(files.count > 30)
        for file in files {
            #expect(evaluator.mismatch(try Self.read("scenarios/" + file), evaluator.root) == nil, "\(file)")
        }
        for (family, kind) in ReferenceTests.kinds {
            let text = try #require(ReferenceExamples.scenario(family: family, kind: kind))
            #expect(evaluator.mismatch(try #require(JSONReader.value(of: text)), evaluator.root) == nil, "\(kind)")
        }
    }

    @Test(
        "the schema refuses what the reader refuses for its shape",
        arguments: ["unknown-keys", "wrong-types", "out-of-range", "missing", "ids", "course", "distributions"])
    func broken(_ name: String) throws {
        let evaluator = SchemaEvaluator(root: try #require(JSONReader.value(of: ScenarioFormat.schemaJSON())))
        let document = try Self.read("Tests/ScenariosTests/Broken/\(name).json")
        #expect(evaluator.mismatch(document, evaluator.root) != nil)
    }
}
