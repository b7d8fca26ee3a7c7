import Foundation
import PathwaySim
import Scenarios
import Testing

@Suite("Theory scenarios")
struct TheoryScenarioTests {
    @Test("there are at least forty, and each loads without a warning, with exact values and both lengths of check")
    func shape() throws {
        let ids = TheoryScenarios.ids(in: "theory")
        #expect(ids.count >= 40)
        for id in ids + TheoryScenarios.ids(in: "benchmark") {
            do {
                let scenario = try TheoryScenarios.load(id)
                #expect(scenario.kind == .method, "\(id)")
                #expect(scenario.id == id)
                #expect(!scenario.expected.isEmpty, "\(id)")
                #expect(Set(scenario.validation.map(\.name)) == ["short", "long"], "\(id)")
                #expect(scenario.warnings.isEmpty, "\(id): \(scenario.warnings)")
            } catch {
                Issue.record("\(id): \(error)")
            }
        }
    }
}
