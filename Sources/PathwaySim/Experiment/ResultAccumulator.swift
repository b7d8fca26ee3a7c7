/// Folds replications, in their order, into estimates.
struct ResultAccumulator {
    private let model: CompiledModel
    let names: [MeasureNames.Entry]
    /// For each measure, each replication's numerator and denominator.
    private var pairs: [[(Double, Double)]]
    private var histograms: [LogLinearHistogram] = []
    private var samples: [[SampleRow]] = []
    private(set) var violations = Violations()
    private(set) var replications = 0

    init(_ model: CompiledModel) {
        self.model = model
        var names = MeasureNames()
        // The state before anything has happened, complete enough to list the measures.
        var empty = Simulation(model, RunOptions())
        empty.prepareTables()
        empty.report(to: &names)
        self.names = names.entries
        self.pairs = Array(repeating: [], count: names.entries.count)
    }

    mutating func add(_ record: ReplicationRecord) {
        replications += 1
        for index in pairs.indices { pairs[index].append(record.pairs[index]) }
        if histograms.isEmpty {
            histograms = record.histograms
        } else {
            for index in histograms.indices { histograms[index].merge(record.histograms[index]) }
        }
        samples.append(record.samples)
        violations.add(record.violations)
    }

    // MARK: Estimates

    func measures(level: Double) -> [Measure] {
        var next = 0
        let all = names.indices.map { index in
            let entry = names[index]
            var merged: ArraySlice<LogLinearHistogram> = []
            switch entry.estimator {
            case .quantile: merged = take(1, &next)
            case .incidence: merged = take(3, &next)
            case .ratio, .timeRatio, .value: break
            }
            return measure(entry, pairs[index], merged, level: level)
        }
        return SmallGroups.hidden(all, replications: replications)
    }

    private func take(_ count: Int, _ next: inout Int) -> ArraySlice<LogLinearHistogram> {
        guard next + count <= histograms.count else { return [] }
        defer { next += count }
        return histograms[next..<next + count]
    }

    private func measure(
        _ entry: MeasureNames.Entry, _ pairs: [(Double, Double)], _ merged: ArraySlice<LogLinearHistogram>,
        level: Double
    ) -> Measure {
        let values: [Double?]
        let estimate: ReplicationEstimate
        let n: Int
        let basis: Measure.Basis
        switch entry.estimator {
        case .ratio, .timeRatio:
            values = pairs.map { $0.1 > 0 ? $0.0 / $0.1 : nil }
            estimate = .ratio(pairs)
            if case .timeRatio = entry.estimator {
                (n, basis) = (estimate.count, .replications)
            } else {
                (n, basis) = (ResultAccumulator.whole(pairs.reduce(0) { $0 + $1.1 }), .observations)
            }
        case .value(let isCount):
            values = pairs.map { $0.1 > 0 ? $0.0 : nil }
            estimate = .mean(values)
            n = isCount ? ResultAccumulator.whole(pairs.reduce(0) { $0 + $1.0 }) : estimate.count
            basis = isCount ? .events : .replications
        case .quantile(let p):
            values = pairs.map { $0.1 > 0 ? $0.0 : nil }
            estimate = sectioned(pairs, around: merged.first?.quantile(p))
            (n, basis) = (merged.reduce(0) { $0 + Int(clamping: $1.count) }, .observations)
        case .incidence(let p):
            values = pairs.map { $0.1 > 0 ? $0.0 : nil }
            let parts = Array(merged)
            let curve =
                parts.count == 3 ? CumulativeIncidence(served: parts[0], left: parts[1], censored: parts[2]) : nil
            estimate = sectioned(pairs, around: curve?.quantile(p))
            (n, basis) = (merged.reduce(0) { $0 + Int(clamping: $1.count) }, .observations)
        }
        let spread = Spread(values.compactMap { $0 })
        return Measure(
            name: entry.name, unit: entry.unit, mean: estimate.value, halfWidth: estimate.halfWidth(level: level),
            low: spread.low, high: spread.high, n: n, basis: basis, by: group(entry.group), perReplication: values,
            influence: estimate.influence)
    }

    private func sectioned(_ pairs: [(Double, Double)], around ticks: Double?) -> ReplicationEstimate {
        .sectioned(pairs.map { ($0.0 * $0.1, $0.1) }, around: ticks.map { $0 / Double(SimTime.day.ticks) })
    }

    private static func whole(_ count: Double) -> Int { Int(min(count, 1e15).rounded()) }

    private func group(_ offset: Int) -> Measure.Group? {
        guard offset > 0 else { return nil }
        var first = 1
        for (index, grouping) in model.groupings.enumerated() {
            if offset < first + grouping.labels.count {
                return Measure.Group(
                    attribute: model.model.groupBy[index].attribute, value: grouping.labels[offset - first])
            }
            first += grouping.labels.count
        }
        return nil
    }

    // MARK: Series

    func series(level: Double) -> [Series] {
        guard let first = samples.first, !first.isEmpty else { return [] }
        let names = model.waitSteps.map { "waiting.\(model.model.steps[Int($0)].name)" } + ["number.system"]
        let instants = first.map { SimTime(ticks: $0.time) }
        return names.enumerated().map { column, name in
            var series = Series(
                name: name, unit: .number, at: instants, mean: [], halfWidth: [], low: [], high: [])
            for row in instants.indices {
                let values = samples.map { Double($0[row].levels[column]) }
                let estimate = ReplicationEstimate.mean(values)
                let spread = Spread(values)
                series.mean.append(estimate.value ?? 0)
                series.halfWidth.append(estimate.halfWidth(level: level))
                series.low.append(spread.low ?? 0)
                series.high.append(spread.high ?? 0)
            }
            return series
        }
    }
}

extension Violations {
    mutating func add(_ other: Violations) {
        capacity += other.capacity
        negativeWaits += other.negativeWaits
        citizensLost += other.citizensLost
        messagesLost += other.messagesLost
        seats += other.seats
        little += other.little
    }
}
