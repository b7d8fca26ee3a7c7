import Foundation
import PathwaySim

/// A model, a variant of it, and what is to be checked about them.
struct CoverageCase: Sendable {
    var title: String
    var note: String
    var base: CompiledModel
    /// For differences; nil when only single results are checked.
    var variant: CompiledModel?
    var targets: [CoverageTarget]
    /// Replications in each experiment.
    var replications = 20
    /// When given, replications are added until this is reached.
    var precision: Experiment.Precision?
    /// One of so many experiments is enough for this case.
    var thinning = 1
    /// One of so many replications is enough for its truth.
    var truthThinning = 1
    /// What theory does not say is found from separate replications.
    var needsTruth: Bool { targets.contains { $0.truth == nil } }

    /// Everything that `bin/validate` measures.
    static func all() throws -> [CoverageCase] {
        [
            try queue(title: "M/M/1", rate: 0.5, slower: 0.4, servers: 1, countedDays: 1_000),
            try queue(title: "M/M/3", rate: 1.8, slower: 1.5, servers: 3, countedDays: 300),
            try untilPrecise(), try pathway(), try short(),
        ]
    }

    private static func queue(
        title: String, rate: Double, slower: Double, servers: Int, countedDays: Double
    ) throws -> CoverageCase {
        func wait(_ rate: Double) -> Double { Erlang.meanWait(arrivalRate: rate, meanService: 1, servers: servers) }
        func quantile(_ p: Double, _ rate: Double) -> Double {
            Erlang.waitQuantile(p, arrivalRate: rate, meanService: 1, servers: servers)
        }
        /// The quantile of wait and service together, where 1 − F falls to 1 − p.
        func sojourn(_ p: Double, _ rate: Double) -> Double {
            // M/M/c: the wait is 0 or exponential with rate d, the service exponential with rate 1.
            let delayed = Erlang.delay(load: rate, servers: servers)
            let d = Double(servers) - rate
            func tail(_ t: Double) -> Double {
                d == 1
                    ? exp(-t) * (1 + delayed * t)
                    : (1 - delayed) * exp(-t) + delayed * (exp(-d * t) - d * exp(-t)) / (1 - d)
            }
            var (low, high) = (0.0, 1e3)
            for _ in 0..<100 {
                let middle = (low + high) / 2
                if tail(middle) > 1 - p { low = middle } else { high = middle }
            }
            return high
        }
        func soon(_ rate: Double) -> Double {
            1 - Erlang.waitExceeds(CoverageModels.soonDays, arrivalRate: rate, meanService: 1, servers: servers)
        }
        return CoverageCase(
            title: title,
            note: "\(rate) citizens a day, mean service 1 day, steady state; differences: \(slower) a day",
            base: try CompiledModel(CoverageModels.queue(rate: rate, servers: servers, countedDays: countedDays)),
            variant: try CompiledModel(CoverageModels.queue(rate: slower, servers: servers, countedDays: countedDays)),
            targets: [
                CoverageTarget(.mean, "wait.service.mean", truth: wait(rate)),
                CoverageTarget(.mean, "time.arrival.close.mean", truth: wait(rate) + 1),
                CoverageTarget(.quantile, "time.arrival.close.p90", truth: sojourn(0.9, rate)),
                CoverageTarget(.quantile, "wait.service.p90", truth: quantile(0.9, rate)),
                CoverageTarget(.quantile, "wait.service.p95", truth: quantile(0.95, rate)),
                CoverageTarget(.quantile, "wait.service.entered.p90", truth: quantile(0.9, rate)),
                CoverageTarget(.share, "deadline.soon.share", truth: soon(rate)),
                CoverageTarget(.timeAverage, "queue.server.mean", truth: rate * wait(rate)),
                CoverageTarget(.timeAverage, "utilisation.server", truth: rate / Double(servers)),
                CoverageTarget(.count, "arrivals.count", truth: rate * countedDays),
                CoverageTarget(.maximum, "wait.service.max"),
                CoverageTarget(.difference, "wait.service.mean", truth: wait(slower) - wait(rate)),
                CoverageTarget(.difference, "wait.service.p90", truth: quantile(0.9, slower) - quantile(0.9, rate)),
                CoverageTarget(.difference, "deadline.soon.share", truth: soon(slower) - soon(rate)),
                CoverageTarget(.difference, "utilisation.server", truth: (slower - rate) / Double(servers)),
            ], truthThinning: 10)
    }

    /// Stopped by the rule of a run without a given number of replications.
    private static func untilPrecise() throws -> CoverageCase {
        var coverage = try queue(
            title: "M/M/1, until precise enough", rate: 0.5, slower: 0.4, servers: 1, countedDays: 1_000)
        coverage.note = "as M/M/1, in batches of 20 replications until the mean wait is known to ±8 %"
        coverage.variant = nil
        coverage.targets.removeAll { $0.kind == .difference || $0.truth == nil }
        coverage.precision = Experiment.Precision(headline: ["wait.service.mean"], relative: 0.08)
        coverage.thinning = 5
        return coverage
    }

    /// The same with known truths, without differences, and with more replications in fewer experiments.
    func longer(_ rows: [CoverageRun.Row]) -> CoverageCase {
        var longer = self
        longer.title += ", 100 replications"
        longer.variant = nil
        longer.targets = rows.map(\.target).filter { $0.kind != .difference }
        longer.replications = 100
        longer.thinning = 5
        return longer
    }

    private static func pathway() throws -> CoverageCase {
        CoverageCase(
            title: "Terminating pathway",
            note:
                "half a year from a waiting list: appointments with no-shows, then groups; differences: 8 for 7 slots",
            base: try CompiledModel(CoverageModels.pathway(slotsPerWeek: 7)),
            variant: try CompiledModel(CoverageModels.pathway(slotsPerWeek: 8)),
            targets: [
                CoverageTarget(.mean, "wait.talk.mean"), CoverageTarget(.mean, "wait.group.mean"),
                CoverageTarget(.mean, "wait.talk.census.mean"), CoverageTarget(.quantile, "wait.talk.p50"),
                CoverageTarget(.quantile, "wait.talk.p90"), CoverageTarget(.quantile, "wait.group.p90"),
                CoverageTarget(.quantile, "wait.talk.entered.p90"), CoverageTarget(.share, "outcome.completed.share"),
                CoverageTarget(.share, "outcome.lost.share"), CoverageTarget(.share, "noshow.talk.share"),
                CoverageTarget(.share, "deadline.soon.share"), CoverageTarget(.timeAverage, "number.system.mean"),
                CoverageTarget(.timeAverage, "utilisation.talks"), CoverageTarget(.count, "closed.count"),
                CoverageTarget(.maximum, "wait.talk.max"), CoverageTarget(.difference, "wait.talk.mean"),
                CoverageTarget(.difference, "wait.talk.p90"), CoverageTarget(.difference, "deadline.soon.share"),
                CoverageTarget(.difference, "outcome.completed.share"), CoverageTarget(.difference, "closed.count"),
            ])
    }

    /// So few citizens that every estimate is marked.
    private static func short() throws -> CoverageCase {
        let rate = 0.06
        let soon = 1 - Erlang.waitExceeds(CoverageModels.soonDays, arrivalRate: rate, meanService: 1, servers: 1)
        return CoverageCase(
            title: "Too few observations",
            note: "M/M/1, \(rate) citizens a day for 10 days: about 12 citizens in all 20 replications",
            base: try CompiledModel(CoverageModels.queue(rate: rate, servers: 1, countedDays: 10)),
            targets: [
                CoverageTarget(
                    .mean, "wait.service.mean", truth: Erlang.meanWait(arrivalRate: rate, meanService: 1, servers: 1)),
                CoverageTarget(
                    .mean, "time.arrival.close.mean",
                    truth: 1 + Erlang.meanWait(arrivalRate: rate, meanService: 1, servers: 1)),
                CoverageTarget(.share, "deadline.soon.share", truth: soon),
            ])
    }
}

/// One number whose interval is checked.
struct CoverageTarget: Sendable {
    enum Kind: String, Sendable, CaseIterable {
        case mean, share, quantile
        case timeAverage = "time average"
        case count
        case maximum = "maximum"
        case difference
    }

    var kind: Kind
    var measure: String
    /// The true value; nil until it is found from separate replications.
    var truth: Double?
    /// Standard error of a truth found by simulation; 0 when theory says it.
    var truthError = 0.0

    init(_ kind: Kind, _ measure: String, truth: Double? = nil) {
        self.kind = kind
        self.measure = measure
        self.truth = truth
    }
}
