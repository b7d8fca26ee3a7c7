import Foundation
import PathwaySim
import Testing

@testable import Scenarios

@Suite("The reference page")
struct ReferenceTests {
    static let kinds = ScenarioFormat.families.flatMap { family in family.kinds.map { (family.name, $0.name) } }

    @Test("the checked-in page is what the format defines")
    func current() throws {
        let municipality = try ScenarioLibrary(directory: Checkout.root.appending(path: "scenarios")).load("kommune")
        try Checkout.expectGenerated(
            "docs/scenario-reference.md", ScenarioFormat.referencePage(municipality: municipality))
    }

    @Test("every step, source and resource has an example that can be run", arguments: kinds)
    func kindExamples(_ family: String, _ kind: String) throws {
        let example = try #require(ReferenceExamples.scenario(family: family, kind: kind))
        let scenario = try Scenario.sample(example)
        #expect(scenario.warnings.filter { $0.code != .unusedOutcome }.isEmpty)
        _ = try CompiledModel(scenario.model)
        let section = scenario.document["\(family)s"]
        #expect(section?.object?.members.contains { $0.value["kind"]?.string == kind } ?? false)
    }

    @Test("every distribution has an example that can be run", arguments: ScenarioFormat.distributionNames)
    func distributionExamples(_ name: String) throws {
        let example = try #require(ReferenceExamples.scenario(distribution: name))
        let scenario = try Scenario.sample(example)
        _ = try CompiledModel(scenario.model)
        guard case .delay(let delay) = scenario.model.steps[0].action, case .distribution = delay.duration.amount else {
            Issue.record("not a distribution")
            return
        }
    }

    @Test("every example in the page is a scenario that loads")
    func extracted() throws {
        let page = ScenarioFormat.referencePage()
        let blocks = page.components(separatedBy: "```jsonc\n").dropFirst().compactMap {
            $0.components(separatedBy: "```").first
        }
        let whole = blocks.filter { $0.contains("\"schema\"") && !$0.contains("\"extends\"") }
        #expect(whole.count >= Self.kinds.count)
        for block in whole { _ = try Scenario.sample(block) }
    }
}
