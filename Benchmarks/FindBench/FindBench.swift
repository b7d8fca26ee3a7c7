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
        let models = Dictionary(
            uniqueKeysWithValues: try search.points.map { ($0, try CompiledModel(search.model(search.values(at: $0)))) }
        )
        let counts = search.levers.map(\.count)
        let most =
            counts.count == 1
            ? GoalSearch.mostProbes(values: counts[0]) : GoalSearch.mostProbes(values: counts[0], and: counts[1])
        let decision = GoalDecision(
            goals: [search.goal], level: 0.95, probes: most, looks: GoalDecision.looks(upTo: cap))
        let shared = Mutex((row: Row(search: search), failure: Optional<String>.none))
        let next = Atomic<Int>(1)
        DispatchQueue.concurrentPerform(iterations: jobs) { _ in
            while true {
                let number = next.add(1, ordering: .relaxed).oldValue
                guard number <= repetitions else { return }
                do {
                    func probe(_ point: [Int]) throws -> GoalProbe {
                        guard let model = models[point] else { throw BenchFailure(text: "no setting \(point)") }
                        return try decision.probe(Experiment(model, seed: UInt64(number)), at: point)
                    }
                    let found =
                        counts.count == 1
                        ? try GoalSearch.alongOne(values: counts[0], probe: probe)
                        : try GoalSearch.alongTwo(
                            values: counts[0], and: counts[1], cost: { search.cost(search.values(at: $0)) },
                            probe: probe)
                    shared.withLock { state in
                        state.row.counts[search.outcome(found.answer), default: 0] += 1
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
