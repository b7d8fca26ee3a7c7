import Foundation
import PathwaySim
import Scenarios
import Synchronization

/// Runs many variants of a scenario, several at a time: making a variant takes as long as a few short replications.
enum VariantRuns {
    /// Does pieces of work over threads.
    ///
    /// - Parameters:
    ///   - progress: told how many are done; called from any thread, one at a time.
    ///   - work: nil when Ctrl-C came before it was done.
    /// - Returns: in the order of the pieces, the same for any number of jobs; nil for those that Ctrl-C left undone.
    /// - Throws: the failure of the first piece that failed.
    static func each<Result: Sendable>(
        _ count: Int, jobs: Int, progress: @escaping @Sendable (Int) -> Void = { _ in },
        _ work: @escaping @Sendable (Int) throws(CommandFailure) -> Result?
    ) throws(CommandFailure) -> [Result?] {
        let state = Mutex(State<Result>(results: Array(repeating: nil, count: count)))
        let next = Atomic<Int>(0)
        let thread: @Sendable (Int) -> Void = { _ in
            while !Interrupt.isRequested, !state.withLock({ $0.failure != nil }) {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < count else { return }
                do throws(CommandFailure) {
                    let result = try work(index)
                    state.withLock { state in
                        state.results[index] = result
                        state.done += 1
                        progress(state.done)
                    }
                } catch {
                    let failure = error
                    state.withLock { state in
                        if state.failure.map({ index < $0.index }) ?? true { state.failure = (index, failure) }
                    }
                }
            }
        }
        let threads = max(1, min(jobs, count))
        if threads == 1 { thread(0) } else { DispatchQueue.concurrentPerform(iterations: threads, execute: thread) }
        let end = state.withLock { $0 }
        if let failure = end.failure?.error { throw failure }
        return end.results
    }

    private struct State<Result: Sendable>: Sendable {
        var results: [Result?]
        var done = 0
        var failure: (index: Int, error: CommandFailure)?
    }

    /// Replications of a scenario, with what folds them.
    struct Part: Sendable {
        var experiment: Experiment
        var kept: [KeptReplication]
    }

    /// Some replications of a scenario on one thread; nil when Ctrl-C came first.
    static func part(
        _ scenario: Scenario, _ settings: RunSettings, groupings: [Grouping], _ replications: Range<Int>
    ) throws(CommandFailure) -> Part? {
        var settings = settings
        settings.jobs = 1
        var part = Part(
            experiment: settings.experiment(try Session.compiled(scenario, groupings: groupings), headline: []),
            kept: [])
        return try part.add(replications) ? part : nil
    }
}

extension VariantRuns.Part {
    /// Runs more replications; false when Ctrl-C came first.
    mutating func add(_ replications: Range<Int>) throws(CommandFailure) -> Bool {
        do throws(SimulationError) {
            for replication in replications { kept.append(try experiment.kept(replication)) }
            return true
        } catch .cancelled {
            return false
        } catch {
            throw .engine(.simulation(error, start: experiment.model.model.start))
        }
    }

    /// What the replications say of the measures.
    func measures(_ wanted: [SweepMeasure]) -> [Measure?] {
        let result = experiment.fold(kept)
        return wanted.map { result.measure($0) }
    }
}

extension RunResult {
    /// The measure of all citizens, or of a group.
    func measure(_ wanted: SweepMeasure) -> Measure? {
        measures.first { $0.name == wanted.name && $0.by == wanted.group }
    }
}
