/// How long a run must warm up before its long-run means can be taken, by MSER-5 over replications.
public struct Warmup: Hashable, Sendable {
    /// Five sampled instants: what citizens were there on average over replications.
    public struct Batch: Hashable, Sendable {
        /// The first of its instants.
        public var at: SimTime
        public var mean: Double
        /// The squared standard error of what is left when everything before this batch is left out; nil for the last four.
        public var statistic: Double?
    }

    /// The series that settles last, as named in a result (`waiting.STEP`, `number.system`).
    public var series: String
    /// Proposed warm-up: a multiple of five sampling intervals.
    public var truncation: SimTime
    /// The rule wants to leave out more than half the run: the run is too short to see the system settle, or it never does.
    ///
    /// Then the truncation is a lower bound at best: make the run several times longer, and look for overload.
    public var isTooShort: Bool
    /// The series in batches of five, to be shown.
    public var curve: [Batch]
    public var replications: Int
    /// Resources that cannot keep up; with any of them there is no steady state to warm up to.
    public var overloads: [Overload]

    /// Runs the model from its start, without a warm-up, and finds where it has settled.
    ///
    /// About 500 instants are sampled in each replication, whole days apart where the run is long enough (so that every
    /// sample is taken at the same time of day), and averaged over the replications; the rule is applied to each series,
    /// and the one with the longest truncation decides.
    ///
    /// - Parameters:
    ///   - series: looks at this one only.
    ///   - replications: 20 unless given.
    /// - Throws: `ModelError`, `SimulationError`.
    public static func estimate(
        _ model: Model, seed: UInt64 = 1, replications: Int = 20, jobs: Int = 1, series: String? = nil,
        isCancelled: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (_ done: Int, _ planned: Int) -> Void = { _, _ in }
    ) throws -> Warmup? {
        var observed = model
        observed.warmup = .zero
        observed.sampleEvery = spacing(model.horizon)
        let experiment = Experiment(
            try CompiledModel(observed), seed: seed, replications: replications, jobs: jobs, isCancelled: isCancelled,
            progress: progress)
        let result = try experiment.run()
        var latest: Warmup?
        for candidate in result.series where series == nil || candidate.name == series {
            guard var warmup = Warmup(candidate, replications: result.replications) else { continue }
            warmup.overloads = result.warnings.compactMap {
                if case .overload(let overload) = $0 { overload } else { nil }
            }
            if latest.map({ warmup.truncation > $0.truncation }) ?? true { latest = warmup }
        }
        return latest
    }

    /// Applies the rule to a series; nil when it has fewer than fifty instants.
    public init?(_ series: Series, replications: Int) {
        let means = MSER.batchMeans(series.mean)
        guard let found = MSER.truncation(of: means) else { return nil }
        self.series = series.name
        self.replications = replications
        isTooShort = found.isTooShort
        overloads = []
        curve = means.indices.map { index in
            Batch(
                at: series.at[5 * index], mean: means[index],
                statistic: index < found.statistics.count ? found.statistics[index] : nil)
        }
        truncation = found.count == 0 ? .zero : curve[found.count].at
    }

    private static func spacing(_ horizon: SimTime) -> SimTime {
        let even = horizon.ticks / 500
        let days = even / SimTime.day.ticks
        return SimTime(ticks: days > 0 ? days * SimTime.day.ticks : max(1, even))
    }
}
