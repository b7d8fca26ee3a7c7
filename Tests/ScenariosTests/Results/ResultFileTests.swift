import PathwaySim
import Testing

@testable import Scenarios

@Suite("Saved results")
struct ResultFileTests {
    /// An overloaded server watched for 51 days, with a group and a hidden group added.
    private func file(seed: UInt64 = 1) throws -> ResultFile {
        let scenario = try DomainLibrary.library.load("dd1-overload")
        var result = try Experiment(CompiledModel(scenario.model), seed: seed, replications: 3).run()
        let wait = try #require(result.measure("wait.service.mean"))
        for (value, isHidden) in [("18–64", false), ("65+", true)] {
            var group = wait
            group.by = Measure.Group(attribute: "age", value: value)
            group.isHidden = isHidden
            group.perReplication = [0.1, nil, 1e-17]
            group.influence = [0.1 + 0.2, -1.0 / 3, 1e300]
            result.measures.append(group)
        }
        return ResultFile(result, of: scenario, engineVersion: "9.8.7")
    }

    private func read(_ text: String) throws -> ResultFile {
        var files = SourceFiles()
        return try ResultFile.read(name: "r.json", bytes: Array(text.utf8), into: &files)
    }

    @Test("every number, null and text comes back as it was")
    func roundTrip() throws {
        let file = try self.file()
        let text = file.json(withReplications: true)
        let back = try read(text)
        #expect(back.result.measures == file.result.measures)
        #expect(back.result.series == file.result.series)
        #expect(!file.result.distributions.isEmpty && back.result.distributions == file.result.distributions)
        #expect(!file.result.ways.isEmpty && back.result.ways == file.result.ways)
        #expect(back.result.seed == 1 && back.result.replications == 3 && back.result.level == 0.95)
        #expect(back.scenarioID == "dd1-overload" && back.scenarioHash == file.scenarioHash)
        #expect(back.scenarioHash.count == 32)
        #expect(back.engineVersion == "9.8.7" && back.start.iso == "2026-01-05")
        #expect(back.horizon == file.horizon && back.warmup == file.warmup)
        #expect(back.warnings == file.warnings && back.assumptions == file.assumptions)
        #expect(file.warnings.map(\.code).contains("overload"))
        #expect(back.json(withReplications: true) == text)
    }

    @Test("a seed of any size comes back as it was", arguments: [0, 1 << 53, 1 << 53 + 1, UInt64.max] as [UInt64])
    func seeds(seed: UInt64) throws {
        #expect(try read(file(seed: seed).json(withReplications: true)).result.seed == seed)
    }

    @Test("a saved result can be compared in pairs with a later run")
    func comparison() throws {
        let saved = try read(file().json(withReplications: true)).result
        let comparison = try Comparison(base: saved, variants: [file().result])
        #expect(comparison.variants[0].difference("wait.service.mean")?.difference == 0)
    }

    @Test("what is printed for programs has exactly the members of the contract")
    func contract() throws {
        let node = try file().node(withReplications: false)
        #expect(
            node.object?.keys == [
                "schema", "engineVersion", "scenario", "seed", "replications", "level", "start", "horizonDays",
                "warmupDays", "measures", "series", "warnings", "assumptions",
            ])
        let measure = try #require(node["measures"]?.array?.first)
        #expect(measure.object?.keys == ["name", "unit", "mean", "halfWidth", "low", "high", "n"])
        let group = try #require(node["measures"]?.array?.suffix(2).first)
        #expect(group["by"]?["age"]?.string == "18–64")
        #expect(group["name"]?.string == "wait.service.mean")
        #expect(node["series"]?.array?.first?.object?.keys == ["name", "unit", "at", "mean", "halfWidth"])
        #expect(node["schema"]?.string == "pathwaysim.result/1")
    }

    @Test(
        "a broken file is refused with every finding",
        arguments: [
            ("{", "S007"), ("[]", "S500"), (#"{"schema": "pathwaysim.scenario/1"}"#, "S500"),
            (#"{"schema": "pathwaysim.result/1"}"#, "S501"),
        ])
    func refused(text: String, code: String) {
        let error = #expect(throws: Diagnostics.self) { try read(text) }
        #expect(error?.all.map(\.code.rawValue).contains(code) == true)
    }

    @Test(
        "what does not fit together is refused",
        arguments: [
            (#""replications": 3"#, #""replications": 4"#), (#""replications": 3"#, #""replications": 2.5"#),
            (#""replications": 3"#, #""replications": "3""#), (#""seed": 1"#, #""seed": -1"#),
            (#""level": 0.95"#, #""level": 95"#), (#""2026-01-05""#, #""5. januar""#),
            (#""unit": "days""#, #""unit": "weeks""#), (#""basis": "observations""#, #""basis": "guesses""#),
            (#""influence""#, #""influences""#), (#""n":"#, #""N":"#), (#""at": ["#, #""at": [1, "#),
            (#""scenario": {"#, #""scenario": 7, "other": {"#),
        ])
    func inconsistent(old: String, new: String) throws {
        let text = try file().json(withReplications: true)
        let broken = text.replacing(old, with: new, maxReplacements: 1)
        #expect(broken != text)
        let error = #expect(throws: Diagnostics.self) { try read(broken) }
        #expect(error?.all.isEmpty == false)
        for finding in error?.all ?? [] { #expect(!finding.text.da.isEmpty && finding.span != nil) }
    }

    @Test("output without the replications says how to get them")
    func printed() throws {
        let text = try file().json(withReplications: false)
        let error = #expect(throws: Diagnostics.self) { try read(text) }
        #expect(error?.all.first?.code == .notAResult)
        #expect(error?.all.first?.text.en.contains("save it with `save`") == true)
    }

    @Test("no byte of a file brings the reader down")
    func truncated() throws {
        let bytes = Array(try file().json(withReplications: true).utf8)
        for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 60)) {
            var files = SourceFiles()
            #expect(throws: Diagnostics.self) {
                _ = try ResultFile.read(name: "r.json", bytes: Array(bytes.prefix(length)), into: &files)
            }
        }
    }

    @Test("every warning has words in both languages and a code of its own")
    func warnings() {
        let overload = Overload(
            resource: "server", steps: ["service"], growthPerWeek: 2.13, halfWidth: 0.24, demand: 1.3)
        let group = Measure.Group(attribute: "practice", value: "B")
        let all: [RunWarning] = [
            .interrupted(done: 7), .singleReplication, .precisionNotReached(measure: "wait.a.mean", ratio: 2),
            .overload(overload), .noSteadyState(measures: ["a", "b", "c", "d", "e"]),
            .fewObservations(measures: ["wait.a.mean"]), .smallGroups([group]), .violations(2),
            .unstaffed(courses: ["a", "b"]),
        ]
        #expect(Set(all.map(\.code)).count == all.count)
        for warning in all {
            let text = Texts.warning(warning)
            #expect(text.da != text.en && !text.da.isEmpty)
        }
        #expect(
            Texts.warning(.overload(overload)).da
                == "server kan ikke følge med: køen vokser med 2,1 ± 0,3 borgere om ugen. "
                + "Ventetiderne afhænger af, hvor længe der gennemspilles.")
        #expect(Texts.warning(.interrupted(done: 7), requested: 20).en.contains("7 of 20 replications"))
        #expect(Texts.warning(all[4]).en.contains("a, b, c and 2 more"))
    }
}
