import Foundation
import PathwaySim
import Synchronization

/// How often the interval of each target held the truth, over many independent experiments.
struct CoverageRun: Sendable {
    struct Row: Sendable {
        var target: CoverageTarget
        var experiments = 0
        /// Experiments with an interval.
        var defined = 0
        var covered = 0
        var marked = 0
        var halfWidths = 0.0
        var observations = 0.0

        var coverage: Double { defined > 0 ? Double(covered) / Double(defined) : .nan }
        var meanHalfWidth: Double { defined > 0 ? halfWidths / Double(defined) : .nan }

        mutating func add(_ estimate: Double?, _ halfWidth: Double?, n: Int, isMarked: Bool) {
            experiments += 1
            observations += Double(n)
            if isMarked { marked += 1 }
            guard let estimate, let halfWidth, let truth = target.truth else { return }
            defined += 1
            halfWidths += halfWidth
            // Where times lie on a grid the distance is often exactly the half-width, but for the last binary digit.
            if abs(estimate - truth) <= halfWidth + abs(truth) * 1e-9 { covered += 1 }
        }

        mutating func merge(_ other: Row) {
            experiments += other.experiments
            defined += other.defined
            covered += other.covered
            marked += other.marked
            halfWidths += other.halfWidths
            observations += other.observations
        }
    }

    var experiments: Int
    var truthReplications: Int
    var jobs: Int
    /// Experiments have the seeds 1, 2, 3 …; the truth has one of its own.
    static let truthSeed: UInt64 = 1_000_000_007

    func rows(of coverage: CoverageCase) throws -> [Row] {
        let coverage = try coverage.needsTruth ? withTruth(coverage) : coverage
        let experiments = max(1, experiments / coverage.thinning)
        let empty = coverage.targets.map { Row(target: $0) }
        let shared = Mutex((rows: empty, failure: nil as (any Error)?))
        let next = Atomic<Int>(0)
        let chunk = 50
        DispatchQueue.concurrentPerform(iterations: max(1, jobs)) { _ in
            while shared.withLock({ $0.failure == nil }) {
                let first = next.add(chunk, ordering: .relaxed).oldValue
                guard first < experiments else { return }
                var part = empty
                do {
                    for experiment in first..<min(first + chunk, experiments) {
                        try add(UInt64(experiment + 1), coverage, to: &part)
                    }
                    shared.withLock { state in
                        for index in part.indices { state.rows[index].merge(part[index]) }
                    }
                } catch {
                    shared.withLock { $0.failure = error }
                }
            }
        }
        let (rows, failure) = shared.withLock { $0 }
        if let failure { throw failure }
        return rows
    }

    private func add(_ seed: UInt64, _ coverage: CoverageCase, to rows: inout [Row]) throws {
        let base = Experiment(
            coverage.base, seed: seed, replications: coverage.precision == nil ? coverage.replications : nil,
            precision: coverage.precision ?? Experiment.Precision())
        let result = try base.run()
        var comparison: Comparison?
        if let model = coverage.variant {
            let variant = Experiment(model, seed: seed, replications: coverage.replications)
            comparison = try Comparison(base: result, variants: [variant.run()])
        }
        for index in rows.indices {
            let target = rows[index].target
            if target.kind == .difference {
                guard let difference = comparison?.variants.first?.difference(target.measure) else { continue }
                rows[index].add(
                    difference.difference, difference.halfWidth, n: difference.n, isMarked: difference.isSparse)
            } else if let measure = result.measure(target.measure) {
                rows[index].add(measure.mean, measure.halfWidth, n: measure.n, isMarked: measure.isSparse)
            }
        }
    }

    /// Fills in the true values that theory does not give.
    private func withTruth(_ coverage: CoverageCase) throws -> CoverageCase {
        var coverage = coverage
        let base = try truth(coverage.base, coverage.truthThinning)
        let differs = coverage.targets.contains { $0.kind == .difference && $0.truth == nil }
        let variant = try differs ? coverage.variant.map { try truth($0, coverage.truthThinning) } : nil
        for index in coverage.targets.indices where coverage.targets[index].truth == nil {
            let name = coverage.targets[index].measure
            guard let from = base[name], let value = from.value else { continue }
            guard coverage.targets[index].kind == .difference else {
                (coverage.targets[index].truth, coverage.targets[index].truthError) = (value, from.standardError)
                continue
            }
            guard let to = variant?[name], let other = to.value else { continue }
            coverage.targets[index].truth = other - value
            // Paired runs are known better than this; it is a bound.
            coverage.targets[index].truthError =
                (from.standardError * from.standardError + to.standardError * to.standardError).squareRoot()
        }
        return coverage
    }

    private func truth(_ model: CompiledModel, _ thinning: Int) throws -> [String: PooledRun.Estimate] {
        let experiment = Experiment(model, seed: CoverageRun.truthSeed, jobs: jobs)
        let run = try PooledRun(experiment, replications: max(2, truthReplications / thinning))
        return Dictionary(run.estimates.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }
}
