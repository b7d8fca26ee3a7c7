import PathwaySim
import Scenarios

/// Groups of citizens as typed: all of an attribute (`reason`, `age:50,70`), or one of them (`reason=diabetes`).
struct GroupWord {
    let grouping: Grouping
    /// The group that was named; nil for all.
    let value: String?
    private let token: Token
    private let line: CommandLine

    /// - Throws: when there is no such attribute, or its bands are not right.
    init(_ token: Token, in scenario: Scenario, line: CommandLine) throws(CommandFailure) {
        var attribute = token
        if let mark = token.text.firstIndex(of: "=") {
            attribute.text = String(token.text[..<mark])
            value = String(token.text[token.text.index(after: mark)...])
        } else {
            value = nil
        }
        grouping = try GroupingWord(attribute, line: line).grouping(in: scenario)
        self.token = token
        self.line = line
    }

    /// The groups meant.
    ///
    /// - Throws: when the measure is of all citizens only, or when there is no such group.
    func groups(of measure: String, in model: CompiledModel) throws(CommandFailure) -> [Measure.Group] {
        guard model.hasGroups(ofMeasure: measure) else {
            throw .failed(.measureWithoutGroups(measure), line.place(of: token))
        }
        let known = model.groups(of: grouping.attribute)
        var wanted = known
        if let value {
            wanted = known.filter { Suggestions.folded($0) == Suggestions.folded(value) }
            guard !wanted.isEmpty else {
                throw .failed(
                    .unknownGroup(value, attribute: grouping.attribute, known: known), line.place(of: token))
            }
        }
        return wanted.map { Measure.Group(attribute: grouping.attribute, value: $0) }
    }
}
