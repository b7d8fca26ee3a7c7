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
    mutating func quantile(_ name: @autoclosure () -> String, by group: Int, _ times: LogLinearHistogram, _ p: Double)
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
    case quantile(Double)
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

    mutating func quantile(_ name: @autoclosure () -> String, by group: Int, _ times: LogLinearHistogram, _ p: Double) {
        entries.append(Entry(name: name(), unit: .days, group: group, estimator: .quantile(p)))
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
    /// Numerator and denominator; for values the value and 1, for quantiles the quantile and the number of observations
    /// behind it (0 where undefined).
    private(set) var pairs: [(Double, Double)] = []
    /// Histograms behind quantiles, in order of the measures that use them (three for each incidence).
    private(set) var histograms: [LogLinearHistogram] = []
    var samples: [SampleRow] = []
    var violations = Violations()

    private static let dayTicks = Double(SimTime.day.ticks)

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

    mutating func quantile(_ name: @autoclosure () -> String, by group: Int, _ times: LogLinearHistogram, _ p: Double) {
        addWeighted(times.quantile(p), Double(times.count))
        histograms.append(times)
    }

    mutating func incidence(
        _ name: @autoclosure () -> String, by group: Int, served: LogLinearHistogram, left: LogLinearHistogram,
        censored: LogLinearHistogram, _ p: Double
    ) {
        addWeighted(
            CumulativeIncidence(served: served, left: left, censored: censored).quantile(p),
            Double(served.count) + Double(left.count) + Double(censored.count))
        histograms.append(served)
        histograms.append(left)
        histograms.append(censored)
    }

    private mutating func addWeighted(_ ticks: Double?, _ count: Double) {
        let days = (ticks ?? 0) / ReplicationRecord.dayTicks
        pairs.append((days, ticks == nil ? 0 : count))
    }
}
