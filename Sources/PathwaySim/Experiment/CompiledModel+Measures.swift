extension CompiledModel {
    /// Names of the measures that a run of this model reports for all citizens, in their order. O(model).
    public var measureNames: [String] {
        ResultAccumulator(self).names.filter { $0.group == 0 }.map(\.name)
    }

    /// The unit of a measure; nil when a run reports no such measure. O(model).
    public func unit(ofMeasure name: String) -> Measure.Unit? {
        ResultAccumulator(self).names.first { $0.name == name }?.unit
    }

    /// The groups that an attribute divides citizens into, as measures name them; empty when observations are not kept apart
    /// by it.
    public func groups(of attribute: String) -> [String] {
        zip(model.groupBy, groupings).first { $0.0.attribute == attribute }?.1.labels ?? []
    }

    /// Whether a run reports the measure for groups of citizens too. O(model).
    public func hasGroups(ofMeasure name: String) -> Bool {
        ResultAccumulator(self).names.contains { $0.name == name && $0.group > 0 }
    }
}
