import Foundation
import PathwaySim
import Testing

@testable import Scenarios

/// A folder that goes away with the test.
final class ScratchFolder {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "pathwaysim-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    func write(_ name: String, _ text: String) throws { try write(name, Data(text.utf8)) }

    func write(_ name: String, _ data: Data) throws { try data.write(to: url.appending(path: name)) }
}

@Suite("Loading a scenario")
struct LoadingTests {
    static let clinic = """
        {
          "schema": "pathwaysim.scenario/1", "id": "clinic", "kind": "method", "title": "Clinic",
          "assumption": "made up for a test",
          "start": "2026-01-05", "horizon": "1y", "calendar": {"base": "always"},
          "parameters": {"share": 0.25, "demand": "10 * share"},
          "attributes": {"age": {"type": "number", "draw": {"uniform": {"low": 18, "high": 90}}},
                         "smoker": {"type": "boolean", "probability": "age > 50 ? 0.3 : share"},
                         "sex": {"type": "category", "values": {"woman": 0.5, "man": 0.5}}},
          "sources": {"gp": {"kind": "poisson", "rate": {"perDay": "demand"}, "next": "talk"}},
          "resources": {"nurse": {"kind": "servers", "capacity": 2}},
          "cases": {"albert": {"title": "Albert, 76", "arrives": "2026-02-03T10:00", "entry": "talk",
                               "attributes": {"age": 76, "smoker": true, "sex": "man"}}},
          "steps": {
            "talk": {"kind": "service", "needs": "nurse", "duration": {"exponential": {"mean": "30m"}},
                     "patience": "3d", "reneged": "gone", "next": {"done": 0.9, "gone": 0.1}},
            "done": {"kind": "close", "outcome": "completed"},
            "gone": {"kind": "close", "outcome": "dropped"}
          },
          "outcomes": {"completed": {}, "dropped": {}}
        }
        """

    @Test("a sound scenario becomes a model with every number from the file")
    func loads() throws {
        let scenario = try Scenario.sample(Self.clinic)
        let model = scenario.model
        #expect(scenario.id == "clinic" && scenario.warnings.isEmpty)
        #expect(model.start.iso == "2026-01-05")
        #expect(model.horizon == SimTime(days: 365))
        #expect(model.attributes.map(\.name) == ["age", "smoker", "sex"])
        #expect(model.sources[0].process == .poisson(RateProfile(perDay: 2.5)))
        #expect(model.steps.map(\.name) == ["talk", "done", "gone"])
        let talk = Service(
            needs: [Need(resource: "nurse")],
            duration: DurationDraw(.distribution(try .exponential(mean: 30 * (1.0 / 1440)))),
            queueing: Queueing(patience: .days(3), reneged: .to("gone")),
            next: Route([.init(step: "done", weight: 0.9), .init(step: "gone", weight: 0.1)]))
        #expect(model.steps[0].action == .service(talk))
        let albert = NamedCase(
            name: "albert", at: SimTime(days: 29 + 10.0 / 24),
            values: [("age", 76), ("smoker", 1), ("sex", 1)].map { AttributeValue(attribute: $0.0, value: $0.1) })
        #expect(model.sources[1] == ArrivalSource(name: "cases.albert", process: .cases([albert]), entry: .to("talk")))
        #expect(scenario.cases.map(\.title.en) == ["Albert, 76"])
    }

    @Test("the hash changes with the model and not with texts, layout or provenance")
    func hash() throws {
        let original = try Scenario.sample(Self.clinic).hash
        func changed(_ old: String, _ new: String) throws -> ScenarioHash {
            #expect(Self.clinic.contains(old))
            return try Scenario.sample(Self.clinic.replacing(old, with: new)).hash
        }
        #expect(try changed("\"Clinic\"", "\"Surgery\"") == original)
        #expect(try changed("made up for a test", "guess") == original)
        #expect(try changed("\"capacity\": 2", "\"capacity\":   {\"value\": 2, \"source\": \"x\"}") == original)
        #expect(try changed("\"completed\": {}", "\"completed\": {\"label\": \"Done\"}") == original)
        #expect(try changed("\"capacity\": 2", "\"capacity\": 3") != original)
        #expect(try changed("\"2026-01-05\"", "\"2026-01-06\"") != original)
        #expect(try changed("\"capacity\": 2", "\"capacity\": 2, \"discipline\": \"lifo\"") != original)
    }

    // MARK: Files

    @Test(
        "what is no scenario file is refused with its reason",
        arguments: [
            ("nothing.json", "S153"), ("folder.json", "S153"), ("empty.json", "S004"), ("zeros.json", "S001"),
            ("latin.json", "S003"), ("list.json", "S101"), ("small-zeros.json", "S002"), ("nosuch", "S152"),
        ])
    func badFiles(_ name: String, _ code: String) throws {
        let folder = try ScratchFolder()
        let directory = folder.url.appending(path: "folder.json")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        try folder.write("empty.json", "")
        try folder.write("latin.json", Data([0x7B, 0x22, 0xE6, 0x22, 0x3A, 0x31, 0x7D]))
        try folder.write("list.json", "[1, 2]")
        try folder.write("small-zeros.json", Data(count: 1000))
        // A file of 100 MB that takes no room.
        if name == "zeros.json" {
            try folder.write(name, "")
            let handle = try FileHandle(forWritingTo: folder.url.appending(path: name))
            try handle.truncate(atOffset: 100 * 1024 * 1024)
            try handle.close()
        }
        let argument = name.hasSuffix(".json") ? folder.url.appending(path: name).path : name
        let failure = try #require(throws: LoadFailure.self) {
            try ScenarioLibrary(directory: folder.url).load(argument)
        }
        #expect(failure.diagnostics.map(\.code.rawValue) == [code], "\(failure.rendered(.en))")
        #expect(!failure.rendered(.da).isEmpty)
    }

    @Test("a library behind a symbolic link holds what the folder holds")
    func linkedLibrary() throws {
        let folder = try ScratchFolder()
        try FileManager.default.createDirectory(
            at: folder.url.appending(path: "real"), withIntermediateDirectories: true)
        try folder.write("real/one.json", "{}")
        let link = folder.url.appending(path: "link")
        try FileManager.default.createSymbolicLink(
            at: link, withDestinationURL: folder.url.appending(path: "real"))
        #expect(ScenarioLibrary(directory: link).ids == ["one"])
    }

    @Test("a scenario that builds on another says only what differs, and null takes away")
    func extends() throws {
        let folder = try ScratchFolder()
        try folder.write("clinic.json", Self.clinic)
        try folder.write(
            "more.json",
            """
            {"schema": "pathwaysim.scenario/1", "id": "more", "title": "More", "extends": "clinic",
             "assumption": "what if", "resources": {"nurse": {"capacity": 3}}, "cases": {"albert": null}}
            """)
        try folder.write(
            "most.json",
            """
            {"schema": "pathwaysim.scenario/1", "id": "most", "title": "Most", "extends": "./more.json",
             "horizon": "2y", "steps": {"talk": {"patience": {"value": "5d", "source": "a page"}}}}
            """)
        let library = ScenarioLibrary(directory: folder.url)
        let most = try library.load("most")
        #expect(most.model.horizon == SimTime(days: 730))
        #expect(most.model.resources[0].kind == .servers(Servers(capacity: 3)))
        #expect(most.cases.isEmpty)
        let capacity = try #require(most.provenance.first { $0.path == "resources.nurse.capacity" })
        #expect(capacity.kind == .assumption && capacity.text.en == "what if")
        let patience = try #require(most.provenance.first { $0.path == "steps.talk.patience.value" })
        #expect(patience.kind == .source && patience.text.en == "a page")
        #expect(library.ids == ["clinic", "more", "most"])
        #expect(library.entries().map(\.title?.en) == ["Clinic", "More", "Most"])
    }

    @Test("scenarios that build on each other too deep are refused")
    func depth() throws {
        let folder = try ScratchFolder()
        try folder.write("s0.json", Self.clinic)
        for level in 1...20 {
            try folder.write(
                "s\(level).json", "{\"id\": \"s\(level)\", \"title\": \"x\", \"extends\": \"s\(level - 1)\"}")
        }
        let library = ScenarioLibrary(directory: folder.url)
        _ = try library.load("s15")
        let failure = try #require(throws: LoadFailure.self) { try library.load("s20") }
        #expect(failure.diagnostics.map(\.code) == [.extendsDepth])
    }

    @Test("a number changed without a reason is an assumption that names what it replaces")
    func unreasoned() throws {
        let folder = try ScratchFolder()
        let pathway = Self.clinic.replacing("\"method\"", with: "\"pathway\"")
            .replacing("\"assumption\": \"made up for a test\",", with: "")
            .replacing("{\"kind\": \"servers\"", with: "{\"source\": \"001 p. 4\", \"kind\": \"servers\"")
        try folder.write("clinic.json", pathway)
        try folder.write(
            "more.json",
            """
            {"schema": "pathwaysim.scenario/1", "id": "more", "title": "More", "extends": "clinic",
             "resources": {"nurse": {"capacity": 3}}}
            """)
        let failure = try #require(throws: LoadFailure.self) { try ScenarioLibrary(directory: folder.url).load("more") }
        #expect(failure.diagnostics.allSatisfy { $0.code == .noProvenance })
        #expect(!failure.diagnostics.contains { $0.path == "resources.nurse.capacity" })
        #expect(failure.diagnostics.contains { $0.path == "parameters.share" })
    }

    @Test("the shipped scenarios are found through PATHWAYSIM_HOME, beside the program and in the checkout")
    func library() throws {
        let folder = try ScratchFolder()
        let scenarios = folder.url.appending(path: "share/pathwaysim/scenarios")
        try FileManager.default.createDirectory(at: scenarios, withIntermediateDirectories: true)
        try Data("{}".utf8).write(to: scenarios.appending(path: "scenario.schema.json"))
        let program = folder.url.appending(path: "bin/simrepl").path
        let beside = ScenarioLibrary.shipped(environment: [:], executable: program)
        #expect(beside.directory?.resolvingSymlinksInPath().path == scenarios.resolvingSymlinksInPath().path)
        let home = ScenarioLibrary.shipped(
            environment: ["PATHWAYSIM_HOME": folder.url.appending(path: "share/pathwaysim").path],
            executable: "/nowhere/x")
        #expect(home.directory?.resolvingSymlinksInPath().path == scenarios.resolvingSymlinksInPath().path)
        let checkout = ScenarioLibrary.shipped(environment: [:], executable: "/nowhere/x")
        #expect(checkout.ids.contains("kommune"))
    }
}
