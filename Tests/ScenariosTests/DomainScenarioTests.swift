import Foundation
import Testing

@testable import PathwaySim
@testable import Scenarios

@Suite("The scenarios of the domain")
struct DomainScenarioTests {
    @Test("every shipped scenario loads without an error or a warning", arguments: DomainLibrary.ids)
    func loads(id: String) throws {
        let scenario = try DomainLibrary.load(id)
        #expect(scenario.id == id)
        #expect(scenario.warnings.isEmpty, "\(scenario.warnings.map { "\($0)" }.joined(separator: "\n"))")
    }

    @Test("title, description and every name are given in Danish and English", arguments: DomainLibrary.ids)
    func bilingual(id: String) throws {
        let scenario = try DomainLibrary.load(id)
        let model = scenario.model
        #expect(scenario.title.da != scenario.title.en)
        let description = try #require(scenario.description)
        #expect(description.da != description.en)
        for step in model.steps { #expect(scenario.labels.hasText(.steps, step.name), "\(step.name)") }
        for resource in model.resources { #expect(scenario.labels.hasText(.resources, resource.name)) }
        for attribute in model.attributes { #expect(scenario.labels.hasText(.attributes, attribute.name)) }
        for deadline in model.deadlines { #expect(scenario.labels.hasText(.deadlines, deadline.name)) }
        for interval in model.intervals { #expect(scenario.labels.hasText(.intervals, interval.name)) }
    }

    @Test("every number says where it comes from, and assumptions give a reason", arguments: DomainLibrary.ids)
    func provenance(id: String) throws {
        let entries = try DomainLibrary.load(id).provenance
        #expect(!entries.isEmpty)
        for entry in entries { #expect(entry.text.da.count > 5, "\(entry.path)") }
    }

    @Test("a number without a source or an assumption is refused")
    func refusesBareNumbers() {
        #expect(throws: DomainLibrary.Unloadable.self) {
            _ = try DomainLibrary.load("kommune", with: #""resources": {"spare": {"kind": "servers", "capacity": 12}}"#)
        }
    }

    @Test("a number that a what-if puts in a sourced one's place counts as an assumption")
    func replacedNumbers() throws {
        let variant = try DomainLibrary.load("kommune", with: #""parameters": {"smokerShare": {"value": 0.2}}"#)
        let entry = try #require(variant.provenance.first { $0.path.hasPrefix("parameters.smokerShare") })
        #expect(entry.kind == .assumption)
    }

    @Test("every shipped scenario runs, loses nobody and breaks no invariant", arguments: DomainLibrary.ids)
    func runs(id: String) throws {
        // Twenty weeks are past every warm-up; a general practice has more contacts in ten than a municipality in a year.
        let days = id.hasPrefix("almen-praksis") ? 50.0 : id.hasPrefix("forloebs") ? 365 : 140
        let model = try #require(DomainLibrary.load(id).model(horizon: SimTime(days: days)))
        let result = try Experiment(try CompiledModel(model), replications: 1, verifies: true).run()
        #expect(result.violations == Violations(), "\(result.violations)")
        #expect(try result.mean("closed.count") > 0)
    }

    @Test(
        "every citizen has ended with a named outcome or is still on the way", arguments: ["kommune", "genoptraening"])
    func everybodyEnds(id: String) throws {
        let scenario = try DomainLibrary.load(id)
        let ways = try DomainRuns.everybody(id)
        let outcomes = Set(
            scenario.model.steps.compactMap { step in
                if case .close(let close) = step.action { close.outcome } else { nil }
            })
        for (citizen, way) in ways {
            if let outcome = way.outcome {
                #expect(outcomes.contains(outcome), "\(citizen)")
            } else {
                #expect(try #require(way.last).instant <= scenario.model.horizon)
            }
        }
    }

    @Test("the nineteen municipalities of Region Midtjylland have 1,233,884 inhabitants")
    func inhabitants() throws {
        let scenario = try DomainLibrary.load("region-midtjylland")
        let municipality = try #require(scenario.model.attributes.first { $0.name == "municipality" })
        guard case .category(let names) = municipality.kind else {
            Issue.record("not a category")
            return
        }
        #expect(names.count == 19)
        let values = names.compactMap { scenario.document.node(at: "parameters.\($0).value")?.number }
        #expect(values.reduce(0, +) == 1_233_884)
    }

    @Test(
        "tables of a real region say that the figures are an illustration",
        arguments: ["region-midtjylland", "region-midtjylland-faelles"])
    func illustration(id: String) throws {
        let title = try DomainLibrary.load(id).title
        #expect(title.da.contains("Illustration, ikke kommunens tal"))
    }

    @Test("deadlines carry their kind and their source")
    func deadlines() throws {
        for id in DomainLibrary.ids {
            for deadline in try DomainLibrary.load(id).deadlines {
                #expect(deadline.provenance != nil, "\(id) \(deadline.id)")
                if deadline.kind == .law || deadline.kind == .agreement {
                    #expect(deadline.provenance?.kind == .source, "\(id) \(deadline.id)")
                }
            }
        }
    }
}
