extension LoadCheck {
    /// Reckons what the pathway asks for and what there is.
    ///
    /// - Parameters:
    ///   - model: the pathway; its counted period is what is reckoned for.
    ///   - longer: the same pathway with a horizon that lets the period's citizens finish; nil when there is none. Used only
    ///     when the run has no warm-up.
    ///   - replications: of the pilot, each about as long as a run.
    /// - Throws: `ModelError`, `SimulationError`.
    public static func run(
        _ model: Model, longer: Model? = nil, seed: UInt64 = 1, replications: Int = 10, jobs: Int = 1,
        level: Double = 0.95, isCancelled: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (_ done: Int, _ planned: Int) -> Void = { _, _ in }
    ) throws -> LoadCheck {
        let compiled = try CompiledModel(model)
        let renews = model.sources.contains { if case .renewal = $0.process { true } else { false } }
        let follows = model.warmup == .zero && longer != nil && !renews
        let ending = endingCourses(longer ?? model, by: longer == nil ? .zero : model.horizon)
        let ample = AmpleModel(
            follows ? longer ?? model : model, arrivalsEnd: follows ? model.horizon : nil, ending: Set(ending.keys))
        let pilot = try PilotRun(
            CompiledModel(ample.model), seed: seed, replications: max(1, replications), jobs: jobs,
            isCancelled: isCancelled, progress: progress)
        let capacity = try PlannedCapacity(compiled, seed: seed, replications: max(1, replications))
        let days = (model.horizon - model.warmup).days
        let reckoning = LoadReckoning(
            model: model, pilot: pilot, capacity: capacity, days: days, level: level, ending: ending)
        let lines = reckoning.lines()
        return LoadCheck(
            arrivals: model.sources.compactMap { arrivals($0, model) }, lines: lines,
            waits: reckoning.waits(lines), days: days, seed: seed, replications: pilot.records.count, level: level,
            followsToEnd: follows)
    }

    /// The last dates of courses that have none from an instant on; a pattern of dates goes on as long as the model does.
    private static func endingCourses(_ model: Model, by end: SimTime) -> [String: SimTime] {
        var ending: [String: SimTime] = [:]
        for step in model.steps {
            guard case .course(let course) = step.action, case .dates(let dates) = course.start, let last = dates.max(),
                last < end
            else { continue }
            ending[step.name] = last
        }
        return ending
    }

    private static func arrivals(_ source: ArrivalSource, _ model: Model) -> Arrivals? {
        if case .cases = source.process { return nil }
        let isWaiting = if case .waitingList = source.process { true } else { false }
        let count = ExpectedArrivals.count(
            of: source, in: model, from: isWaiting ? .zero : model.warmup, to: model.horizon)
        let batch = ExpectedArrivals.batch(of: source)
        return Arrivals(
            source: source.name, expected: count.flatMap { c in batch.map { c * $0 } }, isWaiting: isWaiting)
    }
}

/// What the plans, the calendar and the absences leave of each resource in the counted period.
struct PlannedCapacity {
    /// Slots, or unit-hours on duty, by resource.
    let offered: [Double]

    /// Runs the model without anybody in it; absences are drawn, or reckoned for slots.
    init(_ compiled: CompiledModel, seed: UInt64, replications: Int) throws {
        var empty = compiled.model
        empty.sources = empty.sources.map { source in
            var source = source
            source.process = .poisson(RateProfile(perDay: 0))
            source.batch = nil
            return source
        }
        let model = try CompiledModel(empty)
        let isRandom = empty.resources.contains { !$0.absences.isEmpty }
        var hours = [Double](repeating: 0, count: empty.resources.count)
        let runs = isRandom ? replications : 1
        for replication in 1...runs {
            var simulation = Simulation(model, RunOptions(seed: seed, replication: UInt32(clamping: replication)))
            try simulation.run()
            for (index, duty) in simulation.dutyHours().enumerated() { hours[index] += duty / Double(runs) }
        }
        offered = empty.resources.enumerated().map { index, resource in
            guard case .slots(let plan) = resource.kind else { return hours[index] }
            var table = SlotTable(plan, calendar: model.calendar, horizon: model.horizon)
            let count = table.count(from: model.warmup, to: model.horizon, calendar: model.calendar)
            let present = resource.absences.reduce(1.0) { share, absence in
                share
                    * (1
                        - StaffAbsence.shareAway(
                            spellsPerYear: absence.spellsPerYear, meanDays: absence.length.mean ?? 0))
            }
            return Double(count) * present
        }
    }
}
