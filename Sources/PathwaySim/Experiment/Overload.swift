/// A resource that cannot keep up: its queue grows by so much a week.
public struct Overload: Hashable, Sendable {
    /// Nil for a course that needs no staff: it has too few seats.
    public var resource: String?
    /// Steps at which citizens wait for it.
    public var steps: [String]
    /// Citizens more waiting for each week that passes, over the second half of the run.
    public var growthPerWeek: Double
    /// Of the growth, at the run's level; nil with one replication.
    public var halfWidth: Double?
    /// Citizens who come for each one served, over the whole run; nil when nobody was.
    public var demand: Double?

    /// What is known about a queue that grows.
    public init(resource: String?, steps: [String], growthPerWeek: Double, halfWidth: Double?, demand: Double?) {
        self.resource = resource
        self.steps = steps
        self.growthPerWeek = growthPerWeek
        self.halfWidth = halfWidth
        self.demand = demand
    }

    /// Share of the time in use from which a resource is suspected; slots lose the first weeks to the lead time.
    private static let busy = (servers: 0.9, others: 0.85)

    /// Finds the resources whose queues grow.
    ///
    /// The slope of the sampled number waiting is fitted by least squares over the second half of the counted part, in
    /// each replication; over replications it has a mean and a t interval. A queue is said to grow when its resource is
    /// busy, the growth is above 0 with 99 % confidence, and it adds at least one citizen and a tenth of the queue over
    /// the half. A stable queue that starts empty has mostly settled by then. A queue that grew for a while (after a
    /// campaign) and shrinks again over the last quarter can keep up.
    static func find(
        in model: CompiledModel, samples: [[SampleRow]], measures: [Measure], level: Double
    ) -> [Overload] {
        let middle = model.warmup + (model.horizon - model.warmup) / 2
        guard let first = samples.first else { return [] }
        let rows = first.indices.filter { first[$0].time >= middle }
        guard rows.count >= 4 else { return [] }
        var byName: [String: Double] = [:]
        for measure in measures where measure.by == nil { byName[measure.name] = measure.mean }
        let weeks = SimTime(ticks: model.horizon - model.warmup).days / 7

        return candidates(model, byName).compactMap { candidate in
            let slopes = samples.map { Overload.slope($0, rows: rows, columns: candidate.columns) }
            let estimate = ReplicationEstimate.mean(slopes)
            let growth = estimate.value ?? 0
            let halfWeeks = SimTime(ticks: model.horizon - middle).days / 7
            let level99 = estimate.halfWidth(level: max(level, 0.98))
            var queue = 0.0
            for sample in samples {
                for row in rows { for column in candidate.columns { queue += Double(sample[row].levels[column]) } }
            }
            queue /= Double(samples.count * rows.count)
            // With one replication only a growth that cannot be missed.
            let certain = level99.map { growth > $0 } ?? (growth * halfWeeks > max(10, queue / 2))
            guard certain, growth * halfWeeks >= max(1, queue / 10) else { return nil }
            let late = rows.suffix(max(4, rows.count / 2))
            let end = samples.reduce(0) { $0 + Overload.slope($1, rows: Array(late), columns: candidate.columns) }
            guard end > 0 else { return nil }
            let steps = candidate.columns.map { model.model.steps[Int(model.waitSteps[$0])].name }
            let served = steps.reduce(0) { $0 + (byName["throughput.\($1)"] ?? 0) } / weeks
            return Overload(
                resource: candidate.resource, steps: steps, growthPerWeek: growth,
                halfWidth: estimate.halfWidth(level: level), demand: served > 0 ? (served + growth) / served : nil)
        }
    }

    private struct Candidate {
        var resource: String?
        /// Columns of the samples: indices of wait steps.
        var columns: [Int]
    }

    /// The busy resources with the steps that wait for them; a step counts for the busiest of those it needs.
    private static func candidates(_ model: CompiledModel, _ measures: [String: Double]) -> [Candidate] {
        var byResource: [String: [Int]] = [:]
        var candidates: [Candidate] = []
        for (column, step) in model.waitSteps.enumerated() {
            let step = model.model.steps[Int(step)]
            var needs: [String] = []
            switch step.action {
            case .service(let service): needs = service.needs.map(\.resource)
            case .seize(let seize): needs = seize.needs.map(\.resource)
            case .appointment(let appointment): needs = [appointment.slots] + appointment.also.map(\.resource)
            case .course(let course):
                needs = course.needs.map(\.resource)
                let isFull = (measures["seats.\(step.name).share"] ?? 0) >= busy.others
                if needs.isEmpty, isFull { candidates.append(Candidate(resource: nil, columns: [column])) }
            default: break
            }
            func use(_ resource: String) -> Double { measures["utilisation.\(resource)"] ?? 0 }
            guard let busiest = needs.max(by: { use($0) < use($1) }) else { continue }
            byResource[busiest, default: []].append(column)
        }
        for resource in model.model.resources {
            guard let columns = byResource[resource.name] else { continue }
            let limit = if case .servers = resource.kind { busy.servers } else { busy.others }
            guard (measures["utilisation.\(resource.name)"] ?? 0) >= limit else { continue }
            candidates.append(Candidate(resource: resource.name, columns: columns))
        }
        return candidates
    }

    /// Least-squares slope of the number waiting, per week.
    private static func slope(_ samples: [SampleRow], rows: [Int], columns: [Int]) -> Double {
        let count = Double(rows.count)
        let times = rows.map { SimTime(ticks: samples[$0].time).days / 7 }
        let levels = rows.map { row in columns.reduce(0.0) { $0 + Double(samples[row].levels[$1]) } }
        let (meanTime, meanLevel) = (times.reduce(0, +) / count, levels.reduce(0, +) / count)
        var (product, square) = (0.0, 0.0)
        for (time, level) in zip(times, levels) {
            product += (time - meanTime) * (level - meanLevel)
            square += (time - meanTime) * (time - meanTime)
        }
        return square > 0 ? product / square : 0
    }
}
