/// Groups of citizens too small to be told apart from single persons.
///
/// A group counts as small when none of its measures rests on as many as five citizens in a mean run. All its numbers
/// are then left out, so that none of them can be worked out from another. Where it could be worked out as what the other
/// groups leave of the total, the next smallest group of the same attribute is left out too: at least two groups, and at
/// least five citizens together (complementary suppression; L. Willenborg and T. de Waal, *Elements of Statistical
/// Disclosure Control*, 2001, ch. 5). A group nobody was in tells of nobody and is no cover for another.
enum SmallGroups {
    static func hidden(_ measures: [Measure], replications: Int) -> [Measure] {
        let groups = hiddenGroups(sizes(measures, replications: replications))
        guard !groups.isEmpty else { return measures }
        return measures.map { measure in
            guard let group = measure.by, groups.contains(group) else { return measure }
            var hidden = measure
            hidden.isHidden = true
            hidden.withhold()
            hidden.n = 0
            hidden.perReplication = measure.perReplication.map { _ in nil }
            hidden.influence = measure.influence.map { _ in 0 }
            return hidden
        }
    }

    /// Citizens in a mean run, at most, behind any measure of each group.
    private static func sizes(_ measures: [Measure], replications: Int) -> [(group: Measure.Group, size: Double)] {
        var order: [Measure.Group] = []
        var sizes: [Measure.Group: Double] = [:]
        for measure in measures where measure.basis != .replications {
            guard let group = measure.by else { continue }
            if sizes[group] == nil { order.append(group) }
            sizes[group] = max(sizes[group] ?? 0, Double(measure.n) / Double(max(1, replications)))
        }
        return order.map { ($0, sizes[$0] ?? 0) }
    }

    static func hiddenGroups(_ sizes: [(group: Measure.Group, size: Double)]) -> Set<Measure.Group> {
        let least = Double(Measure.smallestGroup)
        var hidden: Set<Measure.Group> = []
        for attribute in Set(sizes.map(\.group.attribute)) {
            let groups = sizes.filter { $0.group.attribute == attribute }.sorted { $0.size < $1.size }
            var (count, citizens) = (0, 0.0)
            for (group, size) in groups {
                let isDerivable = count > 0 && (count < 2 || citizens < least)
                guard size < least || isDerivable else { break }
                hidden.insert(group)
                if size > 0 { count += 1 }
                citizens += size
            }
        }
        return hidden
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
