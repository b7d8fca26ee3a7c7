/// Groups of citizens too small to be told apart from single persons.
///
/// A group counts as small when none of its measures rests on as many as five citizens in a mean run. All its numbers
/// are then left out, so that none of them can be worked out from another.
enum SmallGroups {
    static func hidden(_ measures: [Measure], replications: Int) -> [Measure] {
        var sizes: [Measure.Group: Double] = [:]
        for measure in measures where measure.basis != .replications {
            guard let group = measure.by else { continue }
            sizes[group] = max(sizes[group] ?? 0, Double(measure.n) / Double(max(1, replications)))
        }
        return measures.map { measure in
            guard let group = measure.by, (sizes[group] ?? 0) < Double(Measure.smallestGroup) else { return measure }
            var hidden = measure
            hidden.isHidden = true
            hidden.withhold()
            hidden.n = 0
            hidden.perReplication = measure.perReplication.map { _ in nil }
            hidden.influence = measure.influence.map { _ in 0 }
            return hidden
        }
    }
}

extension Measure {
    /// Leaves out the numbers that would be misread.
    mutating func withhold() {
        mean = nil
        halfWidth = nil
        low = nil
        high = nil
    }
}
