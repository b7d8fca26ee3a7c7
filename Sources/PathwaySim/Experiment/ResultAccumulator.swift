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
        let empty = Simulation(model, RunOptions())
        empty.preparedForNames().report(to: &names)
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
        return names.indices.map { index in
            let entry = names[index]
            var merged: ArraySlice<LogLinearHistogram> = []
            switch entry.estimator {
            case .quantile: merged = take(1, &next)
            case .incidence: merged = take(3, &next)
            case .ratio, .value: break
            }
            return measure(entry, pairs[index], merged, level: level)
        }
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
        let values = pairs.map { $0.1 > 0 ? $0.0 / $0.1 : nil }
        var estimate: ReplicationEstimate
        var n: Int
        switch entry.estimator {
        case .ratio:
            estimate = .ratio(pairs)
            n = Int(min(pairs.reduce(0) { $0 + $1.1 }, 1e15).rounded())
        case .value(let isCount):
            estimate = .mean(values)
            n = isCount ? Int(min(pairs.reduce(0) { $0 + $1.0 }, 1e15).rounded()) : values.count { $0 != nil }
        case .quantile(let p):
            let value = merged.first?.quantile(p).map { $0 / Double(SimTime.day.ticks) }
            estimate = .sectioned(values, around: value)
            n = Int(clamping: merged.first?.count ?? 0)
        case .incidence(let p):
            estimate = .sectioned(values, around: nil)
            n = 0
            if merged.count == 3 {
                let parts = Array(merged)
                let curve = CumulativeIncidence(served: parts[0], left: parts[1], censored: parts[2])
                estimate = .sectioned(values, around: curve.quantile(p).map { $0 / Double(SimTime.day.ticks) })
                n = parts.reduce(0) { $0 + Int(clamping: $1.count) }
            }
        }
        let spread = Spread(values.compactMap { $0 })
        return Measure(
            name: entry.name, unit: entry.unit, mean: estimate.value, halfWidth: estimate.halfWidth(level: level),
            low: spread.low, high: spread.high, n: n, by: group(entry.group), perReplication: values,
            influence: estimate.influence)
    }

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

extension Simulation {
    /// The state before anything has happened, complete enough to list the measures.
    func preparedForNames() -> Simulation {
        var copy = self
        copy.prepareTables()
        return copy
    }
}
