/// One replication followed closely: the dated way of named cases, or of everybody.
public struct CaseTrace: Sendable {
    public var entries: [LogEntry]
    /// Where a case came to a choice that nobody has made yet.
    public var pause: Pause?

    public struct Pause: Sendable {
        public var citizen: String
        public var step: String
        /// Names of the options open to the citizen.
        public var options: [String]
        public var instant: SimTime
        /// How many times the citizen has been at this choice before.
        public var visit: Int
        public var attributes: [AttributeValue]
    }

    /// Runs one replication of the model under the options and returns what it logged.
    public static func run(_ model: CompiledModel, _ options: RunOptions) throws(SimulationError) -> CaseTrace {
        var simulation = Simulation(model, options)
        try simulation.run()
        return CaseTrace(entries: simulation.entries, pause: simulation.pause())
    }
}

extension Simulation {
    fileprivate mutating func pause() -> CaseTrace.Pause? {
        guard let (t, s) = pausedAt else { return nil }
        let step = compiled.model.steps[Int(s)]
        var open: [String] = []
        for row in Int(step.row)..<Int(step.row + step.count) where isOpen(compiled.model.choiceOptions[row], t) {
            open.append(compiled.model.optionNames[row])
        }
        let root = Int(tokens[t].root)
        let values = compiled.model.model.attributes.enumerated().map { index, attribute in
            AttributeValue(attribute: attribute.name, value: attributes[root * attributeCount + index])
        }
        return CaseTrace.Pause(
            citizen: citizenName(t), step: stepName(s), options: open, instant: SimTime(ticks: now),
            visit: Int(tokens[t].visit), attributes: values)
    }
}
