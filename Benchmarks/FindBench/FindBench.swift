import Foundation
import PathwaySim
import Synchronization

/// Repeats a search many times, each with luck of its own, and counts how often it was right.
struct FindBench {
    var repetitions: Int
    var cap: Int
    var jobs: Int

    struct Row {
        var search: FindCase
        var counts: [FindCase.Outcome: Int] = [:]
        var probes = 0
        var replications = 0
        var notMonotone = 0

        func share(_ outcomes: FindCase.Outcome...) -> Int { outcomes.reduce(0) { $0 + (counts[$1] ?? 0) } }
    }

    /// Searches 1 … `repetitions`; their seeds are their numbers.
    func row(_ search: FindCase) throws -> Row {
        let models = try search.values.map { try CompiledModel(search.model($0)) }
        let decision = GoalDecision(
            goals: [search.goal], level: 0.95, probes: GoalSearch.mostProbes(values: search.values.count),
            looks: GoalDecision.looks(upTo: cap))
        let shared = Mutex((row: Row(search: search), failure: Optional<String>.none))
        let next = Atomic<Int>(1)
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number <= repetitions else { return }
                do {
                    let found = try GoalSearch.alongOne(values: search.values.count) { point in
                        try decision.probe(Experiment(models[point[0]], seed: UInt64(number)), at: point)
                    }
                    shared.withLock { state in
                        state.row.counts[search.outcome(found.answer?[0]), default: 0] += 1
                        state.row.probes += found.probes.count
                        state.row.replications += found.probes.reduce(0) { $0 + $1.replications }
                        if !found.isMonotone { state.row.notMonotone += 1 }
                    }
                } catch {
                    shared.withLock { $0.failure = "\(error)" }
                    return
                }
            }
        }
        let (row, failure) = shared.withLock { $0 }
        if let failure { throw BenchFailure(text: failure) }
        return row
    }

    struct BenchFailure: Error {
        var text: String
    }
}
