/// Folds replications, in their order, into estimates.
struct ResultAccumulator {
    private let model: CompiledModel
    let names: [MeasureNames.Entry]
    /// For each measure, each replication's numerator and denominator.
    private var pairs: [[(Double, Double)]]
    private var histograms: [LogLinearHistogram] = []
    /// For each distribution, each replication's own.
    private var digests: [[DistributionDigest]] = []
    private(set) var samples: [[SampleRow]] = []
    /// For each way of the model, each replication's number of citizens.
    private var ways: [[Int]]
    private(set) var violations = Violations()
    private var groupsUnstaffed: [Int]
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
        self.ways = Array(repeating: [], count: model.ways.count)
        self.groupsUnstaffed = Array(repeating: 0, count: model.courses.count)
    }

    mutating func add(_ record: ReplicationRecord) {
        replications += 1
        for index in pairs.indices { pairs[index].append(record.pairs[index]) }
        if histograms.isEmpty {
            histograms = record.histograms
            digests = record.digests.map { [$0] }
        } else {
            for index in histograms.indices { histograms[index].merge(record.histograms[index]) }
            for index in digests.indices { digests[index].append(record.digests[index]) }
        }
        samples.append(record.samples)
        for index in ways.indices { ways[index].append(record.ways[index]) }
        violations.add(record.violations)
        for (course, count) in record.groupsUnstaffed.enumerated() { groupsUnstaffed[course] += count }
    }

    /// Course steps at which groups found no time at which their staff can be booked.
    var unstaffed: [String] {
        groupsUnstaffed.indices.filter { groupsUnstaffed[$0] > 0 }.map {
            model.model.steps[Int(model.courses[$0].step)].name
        }
    }

    // MARK: Estimates

    func measures(level: Double) -> [Measure] {
        var pooled = Pooled()
        let all = names.indices.map { index in
            measure(names[index], pairs[index], &pooled, level: level)
        }
        return SmallGroups.hidden(all, replications: replications)
    }

    /// Where the pooled distribution of the next quantile is.
    private struct Pooled {
        var nextHistogram = 0
        var nextDigest = 0
    }

    private func measure(
        _ entry: MeasureNames.Entry, _ pairs: [(Double, Double)], _ pooled: inout Pooled, level: Double
    ) -> Measure {
        let values = pairs.map { $0.1 > 0 ? $0.0 / $0.1 : nil }
        let estimate: ReplicationEstimate
        let n: Int
        let basis: Measure.Basis
        switch entry.estimator {
        case .ratio:
            estimate = .ratio(pairs)
            (n, basis) = (ResultAccumulator.whole(pairs.reduce(0) { $0 + $1.1 }), .observations)
        case .timeRatio:
            estimate = .ratio(pairs)
            (n, basis) = (estimate.count, .replications)
        case .value(let isCount):
            estimate = .mean(values)
            n = isCount ? ResultAccumulator.whole(pairs.reduce(0) { $0 + $1.0 }) : estimate.count
            basis = isCount ? .events : .replications
        case .quantile(let p, let sharing):
            if sharing {
                pooled.nextHistogram -= 1
                pooled.nextDigest -= 1
            }
            (estimate, n) = quantile(p, &pooled, level: level)
            basis = .observations
        case .incidence(let p):
            (estimate, n) = incidence(p, &pooled, level: level)
            basis = .observations
        }
        var spread = Spread(values.compactMap { $0 })
        // A year in which nine of ten never came to their turn is none in which they waited briefly: where such years lie
        // inside the 8 of 10, nothing is said of them.
        if case .incidence = entry.estimator { spread = Spread(values.map { $0 ?? .infinity }) }
        if spread.high.map({ !$0.isFinite }) ?? false { spread = Spread([]) }
        return Measure(
            name: entry.name, unit: entry.unit, mean: estimate.value, halfWidth: estimate.halfWidth(level: level),
            low: spread.low, high: spread.high, n: n, basis: basis, by: group(entry.group), perReplication: values,
            influence: estimate.influence, slope: estimate.slope)
    }

    private func quantile(_ p: Double, _ pooled: inout Pooled, level: Double) -> (ReplicationEstimate, Int) {
        guard pooled.nextHistogram < histograms.count else { return (.mean([]), 0) }
        let histogram = histograms[pooled.nextHistogram]
        let sections = digests[pooled.nextDigest]
        pooled.nextHistogram += 1
        pooled.nextDigest += 1
        let estimate = ReplicationEstimate.quantile(p, of: sections, level: level) {
            histogram.quantile($0)
        }
        return (estimate.inDays, Int(clamping: histogram.count))
    }

    private func incidence(_ p: Double, _ pooled: inout Pooled, level: Double) -> (ReplicationEstimate, Int) {
        guard pooled.nextHistogram + 3 <= histograms.count else { return (.mean([]), 0) }
        let parts = histograms[pooled.nextHistogram..<pooled.nextHistogram + 3].map { $0 }
        let sections = digests[pooled.nextDigest]
        pooled.nextHistogram += 3
        pooled.nextDigest += 1
        let curve = CumulativeIncidence(served: parts[0], left: parts[1], censored: parts[2])
        let estimate = ReplicationEstimate.quantile(p, of: sections, level: level) { curve.quantile($0) }
        return (estimate.inDays, parts.reduce(0) { $0 + Int(clamping: $1.count) })
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

    // MARK: Distributions and ways

    /// The pooled times behind the quantiles of all citizens, each once.
    func distributions() -> [TimeDistribution] {
        var result: [TimeDistribution] = []
        var next = 0
        for entry in names {
            switch entry.estimator {
            case .quantile(_, sharing: false):
                guard next < histograms.count else { return result }
                if entry.group == 0 {
                    let name = entry.name.split(separator: ".").dropLast().joined(separator: ".")
                    result.append(TimeDistribution(name: name, times: histograms[next]))
                }
                next += 1
            case .incidence: next += 3
            case .quantile, .ratio, .timeRatio, .value: break
            }
        }
        return result
    }

    /// What every quantile was read from, those of groups and of everyone who entered included.
    func shareCurves() -> [ShareCurve] {
        var result: [ShareCurve] = []
        var next = 0
        for entry in names {
            let key = ShareCurve.Key(of: entry.name, by: group(entry.group))
            switch entry.estimator {
            case .quantile(_, sharing: false):
                guard next < histograms.count else { return result }
                result.append(ShareCurve(key: key, shares: histograms[next]))
                next += 1
            case .incidence:
                guard next + 3 <= histograms.count else { return result }
                let curve = CumulativeIncidence(
                    served: histograms[next], left: histograms[next + 1], censored: histograms[next + 2])
                result.append(ShareCurve(key: key, shares: curve))
                next += 3
            case .quantile, .ratio, .timeRatio, .value: break
            }
        }
        return result
    }

    func wayCounts(level: Double) -> [WayCount] {
        zip(model.ways, ways).map { way, counts in
            let values = counts.map { Double($0) }
            let estimate = ReplicationEstimate.mean(values)
            let spread = Spread(values, least: 1)
            return WayCount(
                place: way.place, to: model.model.steps[Int(way.step)].name, mean: estimate.value ?? 0,
                halfWidth: estimate.halfWidth(level: level), low: spread.low ?? 0, high: spread.high ?? 0)
        }
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
                let spread = Spread(values, least: 1)
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
