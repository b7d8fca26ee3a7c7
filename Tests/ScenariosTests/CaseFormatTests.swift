import Foundation
import Testing

@testable import Scenarios

@Suite("Case files")
struct CaseFormatTests {
    static let library = ScenarioLibrary(directory: Checkout.root.appending(path: "scenarios"))
    static let ids = library.caseIDs

    @Test("the checked-in schema and reference page are what the format defines")
    func generated() throws {
        try Checkout.expectGenerated("scenarios/case.schema.json", CaseFormat.schemaJSON())
        try Checkout.expectGenerated("docs/case-reference.md", CaseFormat.referencePage())
    }

    @Test("every shipped case, and the example of the reference page, passes the schema")
    func schema() throws {
        let evaluator = SchemaEvaluator(root: try #require(JSONReader.value(of: CaseFormat.schemaJSON())))
        #expect(Self.ids.contains("albert"))
        for id in Self.ids {
            let bytes = Array(try Data(contentsOf: Checkout.root.appending(path: "scenarios/cases/\(id).json")))
            var files = SourceFiles()
            let root = try #require(JSONReader.read(name: id, bytes: bytes, into: &files).root)
            #expect(evaluator.mismatch(root, evaluator.root) == nil, "\(id)")
        }
        let example = try #require(JSONReader.value(of: CaseReferenceTexts.example))
        #expect(evaluator.mismatch(example, evaluator.root) == nil)
    }

    @Test("the example of the reference page can be walked")
    func example() throws {
        let scenario = try Self.library.load("kommune")
        let loaded = try ScenarioLibrary.place(
            bytes: Array(CaseReferenceTexts.example.utf8), name: "example.json", in: scenario)
        let play = try Walk(loaded).play(answers: [:])
        guard case .closed = play.state else {
            Issue.record("the course does not end: \(play.state)")
            return
        }
        #expect(play.answered.count == 1)
    }

    /// The example with one thing changed.
    private func broken(_ old: String, _ new: String) throws -> [Diagnostic] {
        let text = CaseReferenceTexts.example.replacing(old, with: new)
        #expect(text != CaseReferenceTexts.example)
        let scenario = try Self.library.load("kommune")
        do {
            _ = try ScenarioLibrary.place(bytes: Array(text.utf8), name: "case.json", in: scenario)
            return []
        } catch {
            return error.diagnostics
        }
    }

    @Test(
        "what does not fit together in a case is found, with its place",
        arguments: [
            ("\"detection\": \"refer\"", "\"detektion\": \"refer\"", DiagnosticCode.unknownID),
            ("\"detection\": \"refer\"", "\"detection\": \"referer\"", .unknownChoice),
            ("\"at\": \"detection.enter\"", "\"at\": \"detektion.enter\"", .unknownEvent),
            ("\"entry\": \"detection\"", "\"entry\": \"start\"", .unknownID),
            ("\"recommended\": true, ", "", .badCase),
            ("\"smoker\": true", "\"smoker\": \"yes\"", .badValue),
            ("\"smoker\": true", "\"smokes\": true", .unknownID),
            ("\"recommended\": true", "\"recommended\": true, \"finds\": [\"lungs\"]", .badCase),
            ("\"actor\": \"citizen\"", "\"actor\": \"nurse\"", .unknownChoice),
            ("\"question\":", "\"spørgsmål\":", .unknownKey),
            ("\"id\": \"answer\",", "\"id\": \"answer\", \"onlyIf\": {\"before\": [1]},", .badCase),
            ("\"id\": \"answer\",", "\"id\": \"answer\", \"complete\": {\"smoker\": true},", .badCase),
            ("\"id\": \"answer\",", "\"id\": \"answer\", \"several\": true,", .badCase),
        ])
    func problems(old: String, new: String, code: DiagnosticCode) throws {
        let found = try broken(old, new)
        #expect(found.contains { $0.code == code && $0.span != nil }, "\(found.map(\.code))")
    }

    @Test("an unknown case is answered with the known ones")
    func unknown() throws {
        do {
            _ = try Self.library.loadCase("alberto")
            Issue.record("found")
        } catch {
            #expect(error.diagnostics.map(\.code) == [.noSuchCase])
            #expect(error.diagnostics[0].text.da.contains("albert"))
        }
    }
}
