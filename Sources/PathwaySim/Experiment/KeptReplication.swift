/// One replication's numbers, to be written down and folded with others later.
///
/// Folding what was read back gives exactly what a run gives: every number is kept to the last bit.
public struct KeptReplication: Sendable {
    let record: ReplicationRecord

    /// The numbers as bytes, for `init(bytes:of:)`; the last eight are a checksum.
    public var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.add(record.pairs.count)
        for (numerator, denominator) in record.pairs {
            writer.add(numerator)
            writer.add(denominator)
        }
        writer.add(record.histograms.count)
        for histogram in record.histograms { writer.add(histogram) }
        writer.add(record.samples.count)
        for sample in record.samples {
            writer.add(Int(sample.time))
            for level in sample.levels { writer.add(Int(level)) }
        }
        for violation in record.violations.parts { writer.add(violation) }
        for count in record.groupsUnstaffed { writer.add(count) }
        for count in record.ways { writer.add(count) }
        return writer.bytes + ByteWriter.checksum(writer.bytes)
    }

    init(_ record: ReplicationRecord) { self.record = record }

    /// Reads bytes that were made from a replication of this model; nil for anything else, whatever it is.
    public init?(bytes: [UInt8], of model: CompiledModel) {
        guard bytes.count >= 8, Array(bytes.suffix(8)) == ByteWriter.checksum(Array(bytes.dropLast(8))) else {
            return nil
        }
        var reader = ByteReader(bytes.dropLast(8))
        let names = ResultAccumulator(model).names
        guard reader.count() == names.count else { return nil }
        var record = ReplicationRecord()
        var pairs: [(Double, Double)] = []
        for _ in names {
            guard let numerator = reader.double(), let denominator = reader.double(), denominator >= 0 else {
                return nil
            }
            pairs.append((numerator, denominator))
        }
        let expected = names.reduce(0) { $0 + $1.estimator.histograms }
        guard reader.count() == expected else { return nil }
        var histograms: [LogLinearHistogram] = []
        for _ in 0..<expected {
            guard let histogram = reader.histogram() else { return nil }
            histograms.append(histogram)
        }
        record.restore(pairs: pairs, histograms: histograms, estimators: names.map(\.estimator))
        guard let samples = reader.samples(of: model) else { return nil }
        record.samples = samples
        var violations: [Int] = []
        for _ in Violations().parts {
            guard let count = reader.count() else { return nil }
            violations.append(count)
        }
        record.violations = Violations(parts: violations)
        for _ in model.courses {
            guard let count = reader.count() else { return nil }
            record.groupsUnstaffed.append(count)
        }
        for _ in model.ways {
            guard let count = reader.count() else { return nil }
            record.ways.append(count)
        }
        guard reader.isAtEnd else { return nil }
        self.record = record
    }
}

extension Experiment {
    /// One replication's numbers.
    public func kept(_ replication: Int) throws(SimulationError) -> KeptReplication {
        KeptReplication(try record(replication))
    }

    /// The result of replications 1, 2, 3 … in this order: what `run()` gives for as many.
    public func fold(_ kept: [KeptReplication]) -> RunResult {
        var accumulator = ResultAccumulator(model)
        for replication in kept { accumulator.add(replication.record) }
        return result(accumulator, isInterrupted: false, stopping: nil)
    }
}

extension Estimator {
    /// How many histograms it brings with it.
    fileprivate var histograms: Int {
        switch self {
        case .ratio, .timeRatio, .value: 0
        case .quantile(_, let sharing): sharing ? 0 : 1
        case .incidence: 3
        }
    }
}

extension ReplicationRecord {
    /// Puts back what was kept; the digests follow from the histograms.
    fileprivate mutating func restore(
        pairs: [(Double, Double)], histograms: [LogLinearHistogram], estimators: [Estimator]
    ) {
        var next = 0
        var digests: [DistributionDigest] = []
        for estimator in estimators {
            switch estimator {
            case .ratio, .timeRatio, .value, .quantile(_, true): continue
            case .quantile: digests.append(DistributionDigest(histograms[next]))
            case .incidence:
                let parts = histograms[next..<next + 3].map { $0 }
                let curve = CumulativeIncidence(served: parts[0], left: parts[1], censored: parts[2])
                digests.append(DistributionDigest(curve, weight: parts.reduce(0) { $0 + Double($1.count) }))
            }
            next += estimator.histograms
        }
        restore(pairs: pairs, histograms: histograms, digests: digests)
    }
}

extension Violations {
    fileprivate var parts: [Int] { [capacity, negativeWaits, citizensLost, messagesLost, seats, little] }

    fileprivate init(parts: [Int]) {
        self.init()
        guard parts.count == 6 else { return }
        (capacity, negativeWaits, citizensLost) = (parts[0], parts[1], parts[2])
        (messagesLost, seats, little) = (parts[3], parts[4], parts[5])
    }
}
