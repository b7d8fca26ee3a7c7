/// Which share of citizens has come to an end of something by a time.
protocol ShareOfTimes: Sendable {
    /// 0…1, of all citizens that the distribution is about.
    func share(upTo ticks: Double) -> Double
}

extension LogLinearHistogram: ShareOfTimes {}

extension CumulativeIncidence: ShareOfTimes {
    func share(upTo ticks: Double) -> Double { value(at: ticks) }
}

/// The distribution that a result's quantiles were read from, of all citizens or of a group.
///
/// Results that are compared need it, because a quantile that goes in steps says less than the shares below it.
struct ShareCurve: Sendable {
    struct Key: Hashable, Sendable {
        /// What its quantiles' measures begin with: `wait.clarifying`, `wait.clarifying.entered`.
        var name: String
        var by: Measure.Group?

        /// The curve that a measure is a quantile of.
        init(of measure: String, by group: Measure.Group?) {
            name = measure.split(separator: ".").dropLast().joined(separator: ".")
            by = group
        }
    }

    var key: Key
    var shares: any ShareOfTimes
}

extension RunResult {
    /// What its quantiles were read from, where that is known: of groups and of everyone who entered only as long as the
    /// result has not been saved.
    var shareCurves: [ShareCurve.Key: any ShareOfTimes] {
        var found: [ShareCurve.Key: any ShareOfTimes] = [:]
        for distribution in distributions {
            found[.init(of: distribution.name + ".p", by: nil)] = distribution.times
        }
        for curve in curves { found[curve.key] = curve.shares }
        return found
    }
}
