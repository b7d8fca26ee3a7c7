extension Experiment {
    /// Replications in a batch: how many are added before the precision is looked at again.
    static let batch = 20

    /// Runs several experiments to the same number of replications, so that their results can be compared in pairs.
    ///
    /// The first experiment says how many: its number of replications, or, when it gives none, batches of 20 until every
    /// headline measure of every experiment is known well enough (each by its own precision) or the first one's cap is
    /// reached. `progress` of the first is told about replications of all experiments together.
    ///
    /// A run that is cancelled returns the batches that all experiments had finished, marked as interrupted;
    /// `SimulationError.cancelled` is thrown when not even the first was done.
    public static func run(together experiments: [Experiment]) throws(SimulationError) -> [RunResult] {
        guard let first = experiments.first else { return [] }
        let cap = first.replications.map { max(1, $0) } ?? max(2, first.precision.cap)
        var accumulators = experiments.map { ResultAccumulator($0.model) }
        var stopping: [RunResult.Stopping?] = experiments.map { _ in nil }
        var done = 0
        var isInterrupted = false
        while done < cap {
            let target = min(done + batch, cap)
            var next = accumulators
            let finished = try runBatch(experiments, from: done + 1, through: target, into: &next, first: first)
            guard finished else {
                if done == 0 { throw .cancelled }
                isInterrupted = true
                break
            }
            accumulators = next
            done = target
            guard first.replications == nil else { continue }
            stopping = zip(experiments, accumulators).map { $0.hardest($1.measures(level: $0.level)) }
            if stopping.allSatisfy({ $0?.isReached ?? true }) { break }
        }
        return experiments.indices.map { index in
            experiments[index].result(
                accumulators[index], isInterrupted: isInterrupted, stopping: isInterrupted ? nil : stopping[index])
        }
    }

    /// Adds one batch to every experiment; false when cancelled on the way.
    private static func runBatch(
        _ experiments: [Experiment], from start: Int, through end: Int, into accumulators: inout [ResultAccumulator],
        first: Experiment
    ) throws(SimulationError) -> Bool {
        for index in experiments.indices {
            var experiment = experiments[index]
            let others = index * end + (experiments.count - index - 1) * (start - 1)
            experiment.progress = { done, _ in first.progress(others + done, end * experiments.count) }
            do throws(SimulationError) {
                guard try experiment.run(from: start, through: end, into: &accumulators[index]) else { return false }
            } catch .cancelled {
                return false
            } catch {
                throw error
            }
        }
        return true
    }
}
