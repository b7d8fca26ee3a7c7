import Foundation
import Synchronization

/// Very many replications folded into sums: the estimates of a run without its replications, in constant memory.
///
/// For finding a model's true values by brute force. Estimates are those of `Experiment.run()`, up to rounding.
package struct PooledRun: Sendable {
    package struct Estimate: Sendable {
        package var name: String
        /// Nil when undefined.
        package var value: Double?
        package var standardError: Double
    }

    /// For all citizens, in the order of the model's measures.
    package let estimates: [Estimate]

    /// Runs replications 1 … `replications` of the experiment, on its number of threads.
    package init(_ experiment: Experiment, replications: Int) throws(SimulationError) {
        let chunks = (replications + PooledRun.chunk - 1) / PooledRun.chunk
        let shared = Mutex(Shared())
        let next = Atomic<Int>(0)
        let work: @Sendable (Int) -> Void = { _ in
            while true {
                let chunk = next.add(1, ordering: .relaxed).oldValue
                guard chunk < chunks, shared.withLock({ $0.failure == nil }) else { return }
                var part = Part()
                do throws(SimulationError) {
                    let from = chunk * PooledRun.chunk + 1
                    for replication in from...min(from + PooledRun.chunk - 1, replications) {
                        part.add(try experiment.record(replication))
                    }
                    shared.withLock { $0.take(chunk, part) }
                } catch {
                    shared.withLock { $0.failure = error }
                }
            }
        }
        DispatchQueue.concurrentPerform(iterations: max(1, experiment.jobs), execute: work)
        let result = shared.withLock { $0 }
        if let failure = result.failure { throw failure }
        estimates = PooledRun.estimates(experiment.model, result, replications: replications)
    }

    /// Replications summed before their sums are added up: enough that merging histograms costs nothing.
    private static let chunk = 500

    /// The sums of one measure over replications with numerator x and denominator n.
    private struct Sums: Sendable {
        var (x, n, xx, xn, nn) = (0.0, 0.0, 0.0, 0.0, 0.0)

        mutating func add(_ a: Double, _ b: Double) {
            x += a
            n += b
            xx += a * a
            xn += a * b
            nn += b * b
        }

        mutating func add(_ other: Sums) {
            x += other.x
            n += other.n
            xx += other.xx
            xn += other.xn
            nn += other.nn
        }

        /// The linearised standard error of x/n around a value.
        func standardError(around value: Double, replications: Int) -> Double {
            let r = Double(replications)
            let squares = max(0, xx - 2 * value * xn + value * value * nn)
            return n > 0 && r > 1 ? (squares / (r * (r - 1))).squareRoot() * r / n : 0
        }
    }

    private struct Part: Sendable {
        var values: [Sums] = []
        var histograms: [LogLinearHistogram] = []

        mutating func add(_ record: ReplicationRecord) {
            if values.isEmpty {
                values = record.pairs.map { _ in Sums() }
                histograms = record.histograms.map { _ in LogLinearHistogram() }
            }
            for (index, (x, n)) in record.pairs.enumerated() {
                values[index].add(x, n)
            }
            for (index, histogram) in record.histograms.enumerated() { histograms[index].merge(histogram) }
        }
    }

    private struct Shared: Sendable {
        /// By chunk, to be summed in order: floating-point sums must not depend on which thread came first.
        var sums: [Int: [Sums]] = [:]
        var histograms: [LogLinearHistogram] = []
        var failure: SimulationError?

        mutating func take(_ chunk: Int, _ part: Part) {
            sums[chunk] = part.values
            if histograms.isEmpty { histograms = part.histograms.map { _ in LogLinearHistogram() } }
            for (index, histogram) in part.histograms.enumerated() { histograms[index].merge(histogram) }
        }

        func total(_ index: Int) -> Sums {
            var total = Sums()
            for chunk in sums.keys.sorted() {
                if let part = sums[chunk] { total.add(part[index]) }
            }
            return total
        }
    }

    private static func estimates(_ model: CompiledModel, _ result: Shared, replications: Int) -> [Estimate] {
        let names = ResultAccumulator(model).names
        let day = Double(SimTime.day.ticks)
        var next = 0
        var estimates: [Estimate] = []
        for (index, entry) in names.enumerated() {
            var quantile: Double?
            switch entry.estimator {
            case .quantile(let p, let sharing):
                if sharing { next -= 1 }
                quantile = result.histograms[next].quantile(p)
                next += 1
            case .incidence(let p):
                let parts = result.histograms[next..<next + 3].map { $0 }
                quantile = CumulativeIncidence(served: parts[0], left: parts[1], censored: parts[2]).quantile(p)
                next += 3
            case .ratio, .timeRatio, .value:
                guard entry.group == 0 else { continue }
                let sums = result.total(index)
                let value = sums.n > 0 ? sums.x / sums.n : nil
                let error = value.map { sums.standardError(around: $0, replications: replications) } ?? 0
                estimates.append(Estimate(name: entry.name, value: value, standardError: error))
                continue
            }
            guard entry.group == 0 else { continue }
            let value = quantile.map { $0 / day }
            // The replications' own quantiles vary about as the pooled one errs, times √R.
            let sums = result.total(index)
            let error = value.map { sums.standardError(around: $0, replications: replications) } ?? 0
            estimates.append(Estimate(name: entry.name, value: value, standardError: error))
        }
        return estimates
    }
}
