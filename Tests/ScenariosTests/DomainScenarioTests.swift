import Foundation
import PathwaySim
import Testing

@testable import Scenarios

@Suite("The scenarios of the domain")
struct DomainScenarioTests {
    @Test("every shipped scenario loads without an error or a warning", arguments: DomainLibrary.ids)
    func loads(id: String) throws {
        let scenario = try DomainLibrary.load(id)
        #expect(scenario.id == id)
        #expect(scenario.warnings.isEmpty, "\(scenario.warnings.map { "\($0)" }.joined(separator: "\n"))")
    }
}
