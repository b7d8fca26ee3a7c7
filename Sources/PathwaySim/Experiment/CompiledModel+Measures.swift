extension CompiledModel {
    /// Names of the measures that a run of this model reports for all citizens, in their order. O(model).
    public var measureNames: [String] {
        ResultAccumulator(self).names.filter { $0.group == 0 }.map(\.name)
    }

    /// The unit of a measure; nil when a run reports no such measure. O(model).
    public func unit(ofMeasure name: String) -> Measure.Unit? {
        ResultAccumulator(self).names.first { $0.name == name }?.unit
    }
}
