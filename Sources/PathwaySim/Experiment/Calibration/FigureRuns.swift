import Foundation
import Synchronization

/// The figures of a service in each of several simulated years.
public enum FigureRuns {
    /// Runs replications 1 … `replications` and reads off each its figures, in their order; nil where a wait is asked for and
    /// nobody began.
    ///
    /// The same for any number of jobs. Named cases are left out of the model. Figures about days beyond the horizon count what
    /// there is.
    ///
    /// With `holding`, as many come as were counted; figures that only count these are nil, as they are given.
    ///
    /// - Throws: what stops a run (`SimulationError`), also when it is cancelled; `ModelError` when the model does not compile.
    public static func values(
        of figures: [ObservedFigure], in model: Model, seed: UInt64, replications: Int, jobs: Int,
        holding: HeldArrivals? = nil, isCancelled: @escaping @Sendable () -> Bool,
        progress: @escaping @Sendable (_ done: Int) -> Void = { _ in }
    ) throws -> [[Double?]] {
        var model = model
        model.sources.removeAll { source in
            if case .cases = source.process { true } else { false }
        }
        if figures.contains(where: { if case .waiting = $0.kind { true } else { false } }) {
            model.sampleEvery = .day
        }
        let compiled = try CompiledModel(model)
        let held = holding.flatMap { $0.isEmpty ? nil : $0 }
        let given = figures.map { held?.gives($0) ?? false }
        let plain = model
        let shared = Mutex<[Int: Result<[Double?], any Error>]>([:])
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(max(1, jobs), max(1, replications))) { _ in
            while true {
                let index = next.add(1, ordering: .relaxed).oldValue
                guard index < replications else { return }
                var options = RunOptions(
                    seed: seed, replication: UInt32(clamping: index + 1), isCancelled: isCancelled)
                options.figures = figures
                let values = Result { () throws -> [Double?] in
                    guard let held else { return try run(compiled, options) }
                    let year = try CompiledModel(held.model(plain, seed: seed, replication: options.replication))
                    return zip(try run(year, options), given).map { $1 ? nil : $0 }
                }
                shared.withLock {
                    $0[index] = values
                    progress($0.count)
                }
            }
        }
        let results = shared.withLock { $0 }
        return try (0..<replications).compactMap { try results[$0]?.get() }
    }

    private static func run(
        _ model: CompiledModel, _ options: RunOptions
    ) throws(SimulationError) -> [Double?] {
        if options.isCancelled() { throw .cancelled }
        var simulation = Simulation(model, options)
        try simulation.run()
        let observations = simulation.observations
        let rows = Dictionary(
            model.waitSteps.enumerated().map { (model.model.steps[Int($0.element)].name, $0.offset) },
            uniquingKeysWith: { first, _ in first })
        let samples = Dictionary(
            observations.samples.map { ($0.time / SimTime.day.ticks, $0.levels) },
            uniquingKeysWith: { first, _ in first })
        return observations.periods?.values { step, day in
            guard let row = rows[step] else { return 0 }
            // The midnight that ends the day; after the last one, what is left when the run ends.
            if let levels = samples[Int64(day) + 1] { return Int(levels[row]) }
            return Int(observations.waiting[Int(model.waitSteps[row])])
        } ?? []
    }
}
