import PathwaySim
import Scenarios

/// An attribute to keep observations apart by, as typed: `sex`, or with bands `age:50,70`.
struct GroupingWord {
    let token: Token
    let line: CommandLine

    init(_ token: Token, line: CommandLine) {
        self.token = token
        self.line = line
    }

    /// - Throws: when there is no such attribute, or its bands are missing, not wanted or not ascending.
    func grouping(in scenario: Scenario) throws(CommandFailure) -> Grouping {
        let parts = token.text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        let name = parts.first ?? ""
        let attribute = try attribute(name, in: scenario)
        guard case .number = attribute.kind else {
            if parts.count > 1 { throw failure(.bandsWithoutNumbers(attribute.name)) }
            return Grouping(attribute: attribute.name)
        }
        guard parts.count > 1 else {
            if let own = scenario.model.groupBy.first(where: { $0.attribute == attribute.name }) { return own }
            throw failure(.missingBands(attribute.name))
        }
        let bands = parts[1].split(separator: ",", omittingEmptySubsequences: false).map { Double($0) ?? .nan }
        guard bands.allSatisfy(\.isFinite), zip(bands, bands.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw failure(.badBands(parts[1]))
        }
        return Grouping(attribute: attribute.name, bands: bands)
    }

    /// By its name, or by what people call it.
    private func attribute(_ name: String, in scenario: Scenario) throws(CommandFailure) -> Attribute {
        let attributes = scenario.model.attributes
        if let attribute = attributes.first(where: { $0.name == name }) { return attribute }
        let key = Suggestions.folded(name)
        let called = attributes.filter { attribute in
            let label = scenario.labels.text(.attributes, attribute.name)
            return Suggestions.folded(label.da) == key || Suggestions.folded(label.en) == key
        }
        if called.count == 1 { return called[0] }
        throw failure(.unknownAttribute(name, known: attributes.map(\.name)))
    }

    private func failure(_ problem: CommandProblem) -> CommandFailure { .failed(problem, line.place(of: token)) }
}
