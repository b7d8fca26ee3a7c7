/// Takes a replication's numbers in a fixed order; the same order for every replication of a model.
protocol MeasureSink {
    /// - Parameter denominator: a number of observations.
    mutating func ratio(
        _ name: @autoclosure () -> String, _ unit: Measure.Unit, by group: Int, _ numerator: Double,
        _ denominator: Double)
    /// A ratio of two times (unit-time used over unit-time on duty), in which nothing is counted.
    mutating func timeRatio(
        _ name: @autoclosure () -> String, _ unit: Measure.Unit, by group: Int, _ numerator: Double,
        _ denominator: Double)
    /// A count or time average; nil when undefined.
    mutating func value(
        _ name: @autoclosure () -> String, _ unit: Measure.Unit, by group: Int, _ value: Double?, isCount: Bool)
    /// - Parameter sharing: of the same times as the quantile before, which are then kept once.
    mutating func quantile(
        _ name: @autoclosure () -> String, by group: Int, _ times: LogLinearHistogram, _ p: Double, sharing: Bool)
    /// Quantile of everyone who entered: being served, with leaving as competing event and those waiting censored.
    mutating func incidence(
        _ name: @autoclosure () -> String, by group: Int, served: LogLinearHistogram, left: LogLinearHistogram,
        censored: LogLinearHistogram, _ p: Double)
}

/// How a measure's estimate is made from the replications.
enum Estimator: Sendable {
    case ratio
    case timeRatio
    case value(isCount: Bool)
    case quantile(Double, sharing: Bool)
    case incidence(Double)
}

/// Names, units and estimators of a model's measures, in order.
struct MeasureNames: MeasureSink {
    struct Entry: Sendable {
        var name: String
        var unit: Measure.Unit
        var group: Int
        var estimator: Estimator
    }

    private(set) var entries: [Entry] = []

    mutating func ratio(
        _ name: @autoclosure () -> String, _ unit: Measure.Unit, by group: Int, _ numerator: Double,
        _ denominator: Double
    ) {
        entries.append(Entry(name: name(), unit: unit, group: group, estimator: .ratio))
    }

    mutating func timeRatio(
        _ name: @autoclosure () -> String, _ unit: Measure.Unit, by group: Int, _ numerator: Double,
        _ denominator: Double
    ) {
        entries.append(Entry(name: name(), unit: unit, group: group, estimator: .timeRatio))
    }

    mutating func value(
        _ name: @autoclosure () -> String, _ unit: Measure.Unit, by group: Int, _ value: Double?, isCount: Bool
    ) {
        entries.append(Entry(name: name(), unit: unit, group: group, estimator: .value(isCount: isCount)))
    }

    mutating func quantile(
        _ name: @autoclosure () -> String, by group: Int, _ times: LogLinearHistogram, _ p: Double, sharing: Bool
    ) {
        entries.append(Entry(name: name(), unit: .days, group: group, estimator: .quantile(p, sharing: sharing)))
    }

    mutating func incidence(
        _ name: @autoclosure () -> String, by group: Int, served: LogLinearHistogram, left: LogLinearHistogram,
        censored: LogLinearHistogram, _ p: Double
    ) {
        entries.append(Entry(name: name(), unit: .days, group: group, estimator: .incidence(p)))
    }
}

/// The numbers of one replication, ready to be folded with others.
struct ReplicationRecord: MeasureSink, Sendable {
    /// Numerator and denominator; for values and quantiles the value and 1 (or 0 when undefined).
    private(set) var pairs: [(Double, Double)] = []
    /// Histograms behind quantiles, in order of the measures that use them first (three for each incidence).
    private(set) var histograms: [LogLinearHistogram] = []
    /// The distributions of quantiles, one for each histogram, or for the three of an incidence.
    private(set) var digests: [DistributionDigest] = []
    var samples: [SampleRow] = []
    /// Citizens by way of the model.
    var ways: [Int] = []
    var violations = Violations()
    /// Groups that found no time at which their staff can be booked, by course.
    var groupsUnstaffed: [Int] = []

    private static let dayTicks = Double(SimTime.day.ticks)

    /// Numbers that were kept take the place of what was reported.
    mutating func restore(
        pairs: [(Double, Double)], histograms: [LogLinearHistogram], digests: [DistributionDigest]
    ) {
        (self.pairs, self.histograms, self.digests) = (pairs, histograms, digests)
    }

    mutating func ratio(
        _ name: @autoclosure () -> String, _ unit: Measure.Unit, by group: Int, _ numerator: Double,
        _ denominator: Double
    ) {
        pairs.append((numerator, denominator))
    }

    mutating func timeRatio(
        _ name: @autoclosure () -> String, _ unit: Measure.Unit, by group: Int, _ numerator: Double,
        _ denominator: Double
    ) {
        pairs.append((numerator, denominator))
    }

    mutating func value(
        _ name: @autoclosure () -> String, _ unit: Measure.Unit, by group: Int, _ value: Double?, isCount: Bool
    ) {
        pairs.append((value ?? 0, value == nil ? 0 : 1))
    }

    mutating func quantile(
        _ name: @autoclosure () -> String, by group: Int, _ times: LogLinearHistogram, _ p: Double, sharing: Bool
    ) {
        let value = times.quantile(p)
        pairs.append(((value ?? 0) / ReplicationRecord.dayTicks, value == nil ? 0 : 1))
        guard !sharing else { return }
        histograms.append(times)
        digests.append(DistributionDigest(times))
    }

    mutating func incidence(
        _ name: @autoclosure () -> String, by group: Int, served: LogLinearHistogram, left: LogLinearHistogram,
        censored: LogLinearHistogram, _ p: Double
    ) {
        let curve = CumulativeIncidence(served: served, left: left, censored: censored)
        let value = curve.quantile(p)
        pairs.append(((value ?? 0) / ReplicationRecord.dayTicks, value == nil ? 0 : 1))
        histograms += [served, left, censored]
        let entered = Double(served.count) + Double(left.count) + Double(censored.count)
        digests.append(DistributionDigest(curve, weight: entered))
    }
}
