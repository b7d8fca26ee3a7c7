extension Experiment {
    /// Replications in a batch: how many are added before the precision is looked at again.
    static let batch = 20

    /// What must be known before several experiments stop.
    public enum Goal: Hashable, Sendable {
        /// Every headline measure of every experiment, each by its own precision.
        case measures
        /// How every headline measure differs from the first experiment's: a half-width of at most the first one's relative
        /// precision of the larger of the two values, or its floor.
        case differences
    }

    /// Runs several experiments to the same number of replications, so that their results can be compared in pairs.
    ///
    /// The first experiment says how many: its number of replications, or, when it gives none, batches of 20 until what
    /// the goal names is known well enough or the first one's cap is reached. A result's `stopping` is about its own
    /// measures, or about its differences from the first, whose own is nil. `progress` of the first is told about replications of all experiments together.
    ///
    /// A run that is cancelled returns the batches that all experiments had finished, marked as interrupted;
    /// `SimulationError.cancelled` is thrown when not even the first was done.
    public static func run(
        together experiments: [Experiment], until goal: Goal = .measures
    ) throws(SimulationError) -> [RunResult] {
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
            stopping = progress(of: experiments, accumulators, towards: goal)
            if stopping.allSatisfy({ $0?.isReached ?? true }) { break }
        }
        return experiments.indices.map { index in
            experiments[index].result(
                accumulators[index], isInterrupted: isInterrupted, stopping: isInterrupted ? nil : stopping[index])
        }
    }

    private static func progress(
        of experiments: [Experiment], _ accumulators: [ResultAccumulator], towards goal: Goal
    ) -> [RunResult.Stopping?] {
        let measures = zip(experiments, accumulators).map { $1.measures(level: $0.level) }
        switch goal {
        case .measures: return zip(experiments, measures).map { $0.hardest($1) }
        case .differences:
            guard let first = experiments.first, let base = measures.first else { return [] }
            return [nil] + measures.dropFirst().map { first.hardestDifference(base, $0) }
        }
    }

    /// The headline measure whose difference needs most replications; nil when none has a value on both sides.
    private func hardestDifference(_ base: [Measure], _ variant: [Measure]) -> RunResult.Stopping? {
        var hardest: RunResult.Stopping?
        for name in precision.headline {
            guard let before = base.first(where: { $0.name == name && $0.by == nil }),
                let after = variant.first(where: { $0.name == name && $0.by == nil })
            else { continue }
            let difference = Difference(base: before, variant: after, level: level)
            guard let from = difference.base, let to = difference.variant else { continue }
            let ratio = precision.ratio(
                name, difference.unit, halfWidth: difference.halfWidth, of: max(abs(from), abs(to)))
            if hardest.map({ ratio > $0.ratio }) ?? true {
                hardest = RunResult.Stopping(hardest: name, ratio: ratio, isReached: ratio <= 1)
            }
        }
        return hardest
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
