extension Measure {
    /// A weighted sum of measures of one run, with the error it has as a whole.
    ///
    /// Nil when a part has no value, or when the parts are not of the same run.
    public static func sum(
        _ parts: [(measure: Measure, weight: Double)], name: String, unit: Unit, level: Double
    ) -> Measure? {
        guard let first = parts.first?.measure else { return nil }
        let replications = first.perReplication.count
        guard parts.allSatisfy({ $0.measure.mean != nil && $0.measure.perReplication.count == replications }) else {
            return nil
        }
        var influence = Array(repeating: 0.0, count: replications)
        var values: [Double?] = Array(repeating: 0, count: replications)
        for (measure, weight) in parts {
            for index in 0..<replications {
                if index < measure.influence.count { influence[index] += weight * measure.influence[index] }
                values[index] = values[index].flatMap { sum in measure.perReplication[index].map { sum + weight * $0 } }
            }
        }
        let spread = Spread(values.compactMap { $0 })
        return Measure(
            name: name, unit: unit, mean: parts.reduce(0) { $0 + $1.weight * ($1.measure.mean ?? 0) },
            halfWidth: ReplicationEstimate.halfWidth(influence, count: replications, level: level), low: spread.low,
            high: spread.high, n: replications, basis: .replications, perReplication: values, influence: influence)
    }

    /// A ratio of two sums over the replications, with the linearised error of a ratio.
    ///
    /// - Parameter pairs: each replication's numerator and denominator (≥ 0).
    public static func ratio(_ pairs: [(Double, Double)], name: String, unit: Unit, level: Double) -> Measure {
        let estimate = ReplicationEstimate.ratio(pairs)
        let values = pairs.map { $0.1 > 0 ? $0.0 / $0.1 : nil }
        let spread = Spread(values.compactMap { $0 })
        return Measure(
            name: name, unit: unit, mean: estimate.value, halfWidth: estimate.halfWidth(level: level), low: spread.low,
            high: spread.high, n: pairs.count, basis: .replications, perReplication: values,
            influence: estimate.influence)
    }

    /// How this measure differs from the same of another run.
    ///
    /// - Parameter isPaired: whether replication k of one had the same luck as replication k of the other.
    public func difference(from base: Measure, level: Double, isPaired: Bool) -> Difference {
        Difference(base: base, variant: self, level: level, isPaired: isPaired)
    }
}
