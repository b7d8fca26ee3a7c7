import Foundation
import Synchronization

/// Replications of a model, run over threads and folded in a fixed order: the same result on any number of threads.
public struct Experiment: Sendable {
    public var model: CompiledModel
    public var seed: UInt64
    /// Nil: batches of 20 until every headline measure is known well enough.
    public var replications: Int?
    /// Threads, ≥ 1.
    public var jobs: Int
    /// Confidence level, between 0 and 1.
    public var level: Double
    public var precision: Precision
    public var verifies: Bool
    public var isCancelled: @Sendable () -> Bool
    /// Told how many replications are done and how many are planned so far; called from any thread, one at a time.
    public var progress: @Sendable (_ done: Int, _ planned: Int) -> Void

    /// When a result is known well enough.
    public struct Precision: Hashable, Sendable {
        /// Names of the measures that are looked at.
        public var headline: [String]
        /// Largest half-width relative to the estimate.
        public var relative: Double
        /// A half-width below this floor (in the measure's unit) is always enough.
        public var floors: [String: Double]
        /// The same for every measure in a unit; the larger floor holds.
        public var unitFloors: [Measure.Unit: Double]
        /// Replications at which the search stops in any case.
        public var cap: Int

        public init(
            headline: [String] = [], relative: Double = 0.05, floors: [String: Double] = [:],
            unitFloors: [Measure.Unit: Double] = [:], cap: Int = 400
        ) {
            self.headline = headline
            self.relative = relative
            self.floors = floors
            self.unitFloors = unitFloors
            self.cap = cap
        }

        /// A half-width over what is allowed: at most 1 when it is known well enough, infinite when nothing is known.
        ///
        /// - Parameter size: what the relative precision is of.
        func ratio(_ name: String, _ unit: Measure.Unit, halfWidth: Double?, of size: Double) -> Double {
            guard let halfWidth else { return .infinity }
            let allowed = max(relative * abs(size), floors[name] ?? 0, unitFloors[unit] ?? 0)
            return halfWidth == 0 ? 0 : halfWidth / max(allowed, .leastNormalMagnitude)
        }
    }

    public init(
        _ model: CompiledModel, seed: UInt64 = 1, replications: Int? = nil, jobs: Int = 1, level: Double = 0.95,
        precision: Precision = Precision(), verifies: Bool = false,
        isCancelled: @escaping @Sendable () -> Bool = { false },
        progress: @escaping @Sendable (_ done: Int, _ planned: Int) -> Void = { _, _ in }
    ) {
        self.model = model
        self.seed = seed
        self.replications = replications
        self.jobs = jobs
        self.level = level
        self.precision = precision
        self.verifies = verifies
        self.isCancelled = isCancelled
        self.progress = progress
    }

    /// Runs everything.
    ///
    /// A run that is cancelled returns what is done, marked as interrupted; `SimulationError.cancelled` is thrown only
    /// when not even one replication was finished. Any other error stops the whole run: of several, the one of the
    /// lowest replication is thrown.
    public func run() throws(SimulationError) -> RunResult {
        var accumulator = ResultAccumulator(model)
        var stopping: RunResult.Stopping?
        if let replications {
            let isComplete = try run(from: 1, through: max(1, replications), into: &accumulator)
            return result(accumulator, isInterrupted: !isComplete, stopping: nil)
        }
        while accumulator.replications < max(2, precision.cap) {
            let done = accumulator.replications
            let target = min(done + 20, max(2, precision.cap))
            guard try run(from: done + 1, through: target, into: &accumulator) else {
                return result(accumulator, isInterrupted: true, stopping: nil)
            }
            stopping = hardest(accumulator.measures(level: level))
            if stopping?.isReached ?? true { break }
        }
        return result(accumulator, isInterrupted: false, stopping: stopping)
    }

    func result(
        _ accumulator: ResultAccumulator, isInterrupted: Bool, stopping: RunResult.Stopping?
    ) -> RunResult {
        let measures = accumulator.measures(level: level)
        var result = RunResult(
            seed: seed, replications: accumulator.replications, level: level, measures: measures,
            series: accumulator.series(level: level), violations: accumulator.violations,
            isInterrupted: isInterrupted, stopping: stopping)
        result.distributions = accumulator.distributions()
        result.curves = accumulator.shareCurves()
        result.ways = accumulator.wayCounts(level: level)
        result.judge(
            overloads: Overload.find(in: model, samples: accumulator.samples, measures: measures, level: level),
            unstaffed: accumulator.unstaffed, isSteadyState: model.warmup > 0, headline: precision.headline)
        return result
    }

    /// The headline measure that needs most replications; nil when none has a value.
    func hardest(_ measures: [Measure]) -> RunResult.Stopping? {
        var hardest: RunResult.Stopping?
        for measure in measures where measure.by == nil && precision.headline.contains(measure.name) {
            // What is undefined may stay so for ever; what has a value in one replication only is not known at all.
            guard let mean = measure.mean else { continue }
            let ratio = precision.ratio(measure.name, measure.unit, halfWidth: measure.halfWidth, of: mean)
            if hardest.map({ ratio > $0.ratio }) ?? true {
                hardest = RunResult.Stopping(hardest: measure.name, ratio: ratio, isReached: ratio <= 1)
            }
        }
        return hardest
    }

    /// Runs replications `first ... last` and folds them in order; false when cancelled on the way.
    func run(
        from first: Int, through last: Int, into accumulator: inout ResultAccumulator
    ) throws(SimulationError) -> Bool {
        let shared = Folding(accumulator, first: first)
        let next = Atomic<Int>(first)
        let threads = min(max(1, jobs), last - first + 1)
        let work: @Sendable (Int) -> Void = { _ in
            while !shared.hasFailed {
                let replication = next.add(1, ordering: .relaxed).oldValue
                guard replication <= last else { return }
                let outcome = Result { () throws(SimulationError) in try record(replication) }
                shared.take(replication, outcome) { done in progress(done, last) }
            }
        }
        if threads == 1 { work(0) } else { DispatchQueue.concurrentPerform(iterations: threads, execute: work) }
        let (folded, failure) = shared.finish()
        accumulator = folded
        if let failure, failure != .cancelled { throw failure }
        if accumulator.replications == 0 { throw .cancelled }
        return failure == nil
    }

    /// One replication's numbers.
    func record(_ replication: Int) throws(SimulationError) -> ReplicationRecord {
        // A replication looks only now and then; short ones never would.
        if isCancelled() { throw .cancelled }
        var simulation = Simulation(
            model,
            RunOptions(
                seed: seed, replication: UInt32(clamping: replication), verifies: verifies, isCancelled: isCancelled))
        try simulation.run()
        return simulation.record()
    }
}

/// Replications come back in any order and are folded in theirs.
private final class Folding: Sendable {
    private struct State {
        var accumulator: ResultAccumulator
        var next: Int
        var waiting: [Int: Result<ReplicationRecord, SimulationError>] = [:]
        var failure: SimulationError?
    }

    private let state: Mutex<State>

    init(_ accumulator: ResultAccumulator, first: Int) {
        state = Mutex(State(accumulator: accumulator, next: first))
    }

    var hasFailed: Bool { state.withLock { $0.failure != nil } }

    func take(
        _ replication: Int, _ outcome: Result<ReplicationRecord, SimulationError>, progress: (Int) -> Void
    ) {
        state.withLock { state in
            state.waiting[replication] = outcome
            while state.failure == nil, let outcome = state.waiting.removeValue(forKey: state.next) {
                switch outcome {
                case .success(let record):
                    state.accumulator.add(record)
                    state.next += 1
                    progress(state.accumulator.replications)
                case .failure(let error): state.failure = error
                }
            }
        }
    }

    func finish() -> (ResultAccumulator, SimulationError?) {
        state.withLock { ($0.accumulator, $0.failure) }
    }
}
