import Foundation
import Synchronization

/// How long it takes until those who wait at a step when the run begins have begun there or left.
///
/// Whoever has an appointment waits until it is kept. A citizen of the list is off it at the first start, or when it goes on
/// without one (gave up, stayed away too often, was turned away). The other way to look at it is the whole list, old and
/// new: the first day at whose end no more than a target wait.
public struct Backlog: Sendable {
    /// What became of the list in one replication.
    public struct Outcome: Hashable, Sendable {
        /// The day (0 is the first of the run) on which nine in ten of the list were off it; nil when not by the end.
        public var most: Int?
        /// The day on which the last of the list was off it; nil when not by the end.
        public var all: Int?
        /// The first day at whose end no more than the target waited at the step; nil when there was none, or no target.
        public var target: Int?
        /// Of the list: those who began, and those who left without.
        public var began = 0
        public var left = 0
        /// Those who wait at the step when the run ends, from the list or not.
        public var waitingAtEnd = 0
        /// Those who wait there at the end of each of the days asked for.
        public var waiting: [Int] = []
    }

    /// Where the list waits.
    public let step: String
    /// Citizens on it.
    public let onList: Int
    /// In the order of the replications.
    public let outcomes: [Outcome]
    /// The days (0 is the first of the run) at whose ends it was counted how many wait.
    public let days: [Int]

    public var most: OrderedDays { OrderedDays(outcomes.map(\.most)) }
    public var all: OrderedDays { OrderedDays(outcomes.map(\.all)) }
    public var target: OrderedDays { OrderedDays(outcomes.map(\.target)) }

    /// A mean over the replications with its half-width, nil with fewer than two.
    public func mean(level: Double, _ value: (Outcome) -> Int) -> (value: Double, halfWidth: Double?) {
        let estimate = ReplicationEstimate.mean(outcomes.map { Double(value($0)) })
        return (estimate.value ?? 0, estimate.halfWidth(level: level))
    }

    /// How many wait at the end of the day with this place among `days`: mean with half-width, and the values that one
    /// year in ten stays below, half of them, and nine in ten.
    public func waiting(_ place: Int, level: Double) -> (
        mean: Double, halfWidth: Double?, low: Int, middle: Int, high: Int
    ) {
        let values = outcomes.compactMap { $0.waiting.indices.contains(place) ? $0.waiting[place] : nil }
        let ordered = OrderedDays(values)
        let estimate = ReplicationEstimate.mean(values.map(Double.init))
        return (
            estimate.value ?? 0, estimate.halfWidth(level: level), ordered.quantile(0.1) ?? 0,
            ordered.quantile(0.5) ?? 0, ordered.quantile(0.9) ?? 0
        )
    }

    /// The last days of the calendar months that lie within a run of the model, with the month's last date.
    public static func monthEnds(of model: Model) -> [(day: Int, date: CivilDate)] {
        let days = Int(model.horizon.days.rounded(.down))
        var ends: [(day: Int, date: CivilDate)] = []
        var first = model.start.adding(days: 1 - model.start.day)
        while true {
            let next = first.adding(months: 1)
            let day = next.daysSinceEpoch - model.start.daysSinceEpoch - 1
            guard day < days, ends.count < 1_200 else { return ends }
            ends.append((day, next.adding(days: -1)))
            first = next
        }
    }

    /// Steps at which citizens wait when a run of the model begins, with their number; most first, then by name.
    public static func lists(in model: Model) -> [(step: String, count: Int)] {
        var counts: [String: Int] = [:]
        for source in model.sources {
            guard case .waitingList(let waiters) = source.process, let step = source.entry.targets.first?.step,
                !waiters.isEmpty
            else { continue }
            counts[step, default: 0] += waiters.count
        }
        return counts.map { (step: $0.key, count: $0.value) }.sorted {
            $0.count != $1.count ? $0.count > $1.count : $0.step < $1.step
        }
    }

    /// Runs replications 1 … `replications` of a model whose list waits at a step.
    ///
    /// - Parameters:
    ///   - target: how many may wait for the whole list to count as cleared.
    ///   - days: at the ends of which days (0 is the first) it is counted how many wait.
    ///   - progress: told how many replications are done; called from any thread, one at a time.
    /// - Throws: what stops a run, also when it is cancelled; of several replications the error of the first. `ModelError`
    ///   when the model does not compile.
    public init(
        _ model: Model, step: String, target: Int? = nil, days: [Int] = [], seed: UInt64, replications: Int, jobs: Int,
        isCancelled: @escaping @Sendable () -> Bool, progress: @escaping @Sendable (_ done: Int) -> Void
    ) throws {
        var model = model
        if target != nil || !days.isEmpty { model.sampleEvery = .day }
        self.days = days
        let compiled = try CompiledModel(model)
        let names = model.sources.filter { source in
            guard case .waitingList = source.process else { return false }
            return source.entry.targets.first?.step == step
        }.map(\.name)
        let row = compiled.waitSteps.firstIndex { compiled.model.steps[Int($0)].name == step }
        self.step = step
        onList = Backlog.lists(in: model).first { $0.step == step }?.count ?? 0
        let watch = Watch(
            step: step, row: row, sources: Set(names), onList: onList, target: target, days: days)
        let shared = Mutex<[Int: Result<Outcome, SimulationError>]>([:])
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(max(1, jobs), max(1, replications))) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < replications else { return }
                let options = RunOptions(
                    seed: seed, replication: UInt32(clamping: index + 1), tracedSources: watch.sources,
                    isCancelled: isCancelled)
                let outcome = Result { () throws(SimulationError) in try watch.outcome(of: compiled, options) }
                shared.withLock {
                    $0[index] = outcome
                    progress($0.count)
                }
            }
        }
        let results = shared.withLock { $0 }
        var outcomes: [Outcome] = []
        for index in 0..<replications {
            if let result = results[index] { outcomes.append(try result.get()) }
        }
        self.outcomes = outcomes
    }
}

/// What is looked at in a replication.
private struct Watch: Sendable {
    let step: String
    /// Where the step's number waiting stands among the samples.
    let row: Int?
    let sources: Set<String>
    let onList: Int
    let target: Int?
    let days: [Int]

    func outcome(of model: CompiledModel, _ options: RunOptions) throws(SimulationError) -> Backlog.Outcome {
        if options.isCancelled() { throw .cancelled }
        var simulation = Simulation(model, options)
        try simulation.run()
        var outcome = Backlog.Outcome()
        var off: [Int64] = []
        var seen: Set<String> = []
        for entry in simulation.entries where !seen.contains(entry.citizen) {
            let hasBegun =
                if case .started = entry.happening, entry.step == step { true } else { false }
            guard hasBegun || hasLeft(entry) else { continue }
            seen.insert(entry.citizen)
            off.append(entry.instant.ticks)
            if hasBegun { outcome.began += 1 } else { outcome.left += 1 }
        }
        // The log is in order of time, and so are these.
        let day = SimTime.day.ticks
        let most = (onList * 9 + 9) / 10
        if most > 0, off.count >= most { outcome.most = Int(off[most - 1] / day) }
        if onList > 0, off.count >= onList { outcome.all = Int(off[onList - 1] / day) }
        if let row {
            outcome.waitingAtEnd = Int(simulation.waiting(row))
            if let target {
                // A sample at midnight is the end of the day before.
                let first = simulation.observations.samples.first { $0.levels[row] <= target }
                outcome.target = first.map { max(0, Int($0.time / day) - 1) }
            }
            if !days.isEmpty {
                let samples = Dictionary(
                    simulation.observations.samples.map { (Int($0.time / day), Int($0.levels[row])) },
                    uniquingKeysWith: { first, _ in first })
                // Of the run's last day there is no midnight after it.
                outcome.waiting = days.map { samples[$0 + 1] ?? outcome.waitingAtEnd }
            }
        }
        return outcome
    }

    /// Whether the citizen has gone on, or out, without having begun.
    private func hasLeft(_ entry: LogEntry) -> Bool {
        switch entry.happening {
        case .closed, .reneged, .balked, .calledOff, .comesBack: true
        case .entered: entry.step != step
        default: false
        }
    }
}

extension Simulation {
    /// How many wait at a step, by its place among those at which one can wait.
    fileprivate func waiting(_ row: Int) -> Int32 { observations.waiting[Int(compiled.model.waitSteps[row])] }
}
