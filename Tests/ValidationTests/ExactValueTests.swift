import Foundation
import PathwaySim
import Scenarios
import Testing

/// The exact values in the files are those of the formulas in `Sources/PathwaySim/Theory`.
///
/// The files' values were computed by other means (high-precision sums, chains solved as linear equations, other
/// quadratures), so each row compares two derivations.
@Suite("Exact values")
struct ExactValueTests {
    typealias Row = (scenario: String, measure: String, value: Double)

    @Test("what a theory file expects is what the formula gives")
    func filesAgreeWithFormulas() throws {
        let rows =
            try Self.queues() + Self.generalService() + Self.priorities() + Self.groups() + Self.varying()
            + Self.others()
        #expect(rows.count >= 100)
        for (id, found) in Dictionary(grouping: rows, by: \.scenario) {
            let scenario = try TheoryScenarios.load(id)
            for row in found {
                let name = row.measure.split(separator: ",")
                let expected = scenario.expected.first { value in
                    guard case .exact = value.kind, value.measure == name[0] else { return false }
                    return name.count == 1 || value.group?.value == String(name[1])
                }
                guard case .exact(let exact)? = expected?.kind else {
                    Issue.record("\(id) expects no exact \(row.measure)")
                    continue
                }
                // The files give ten digits.
                #expect(abs(exact - row.value) <= 2e-9 * abs(row.value), "\(id): \(row.measure)")
            }
        }
    }

    private static func queues() throws -> [Row] {
        var rows: [Row] = []
        for (id, rate, servers) in [
            ("mm1-50", 0.5, 1), ("mm1-80", 0.8, 1), ("mm1-90", 0.9, 1), ("mmc-3", 2.0, 3), ("mmc-10", 9.5, 10),
            ("mmc-20", 17.0, 20), ("mm1", 0.9, 1),
        ] {
            let wait = Erlang.meanWait(arrivalRate: rate, meanService: 1, servers: servers)
            rows += [
                (id, "wait.service.mean", wait), (id, "utilisation.server", rate / Double(servers)),
            ]
            guard id != "mm1" else { continue }
            let tail = Erlang.waitQuantile(0.9, arrivalRate: rate, meanService: 1, servers: servers)
            rows += [(id, "queue.server.mean", rate * wait), (id, "wait.service.p90", tail)]
        }
        for (id, rate, servers, room) in [("mmck-2-5", 2.0, 2, 5), ("mmck-1-4", 1.2, 1, 4), ("balk-rule", 0.9, 1, 4)] {
            let queue = try #require(FiniteQueue(arrivalRate: rate, meanService: 1, servers: servers, room: room))
            rows += [
                (id, "balked.service.share", queue.shareTurnedAway), (id, "wait.service.mean", queue.meanWait),
            ]
        }
        for law in ["exponential", "constant", "lognormal", "gamma", "hyperexponential", "uniform"] {
            rows.append(("loss-\(law)", "balked.service.share", Erlang.blocking(load: 8, servers: 10)))
        }
        for (id, rate, servers, patience) in [("erlang-a", 10.0, 9, 2.0), ("erlang-a-overload", 3, 2, 1.5)] {
            let queue = try #require(
                ImpatientQueue(arrivalRate: rate, meanService: 1, servers: servers, meanPatience: patience))
            rows += [
                (id, "reneged.service.share", queue.shareReneging), (id, "wait.service.mean", queue.meanWaitServed),
                (id, "wait.service.all.mean", queue.meanWait), (id, "utilisation.server", queue.utilisation),
            ]
        }
        let discouraged = try #require(
            BirthDeath.stationary(birth: { 1.5 / Double($0 + 1) }, death: { _ in 1 }))
        rows += [
            ("balk-discouraged", "number.service.p1", discouraged[1]),
            ("balk-discouraged", "number.service.p3", discouraged[3]),
            ("balk-discouraged", "utilisation.server", 1 - discouraged[0]),
        ]
        return rows
    }

    private static func generalService() throws -> [Row] {
        let laws: [(String, Distribution)] = [
            ("constant", try .constant(1)), ("lognormal", try .lognormal(mean: 1, cv: 1.2)),
            ("gamma", try .gamma(shape: 0.5, scale: 2)), ("erlang", try .erlang(shape: 4, mean: 1)),
            (
                "hyperexponential",
                try .hyperexponential([.init(0.5, weight: 0.75), .init(2.5, weight: 0.25)])
            ),
            ("uniform", try .uniform(low: 0, high: 2)),
            ("weibull", try .weibull(shape: 2, scale: 2 / Double.pi.squareRoot())),
            ("triangular", try .triangular(low: 0, mode: 0.5, high: 2.5)),
        ]
        var rows: [Row] = laws.map { name, law in
            (
                "mg1-\(name)", "wait.service.mean",
                GeneralService.meanWait(
                    arrivalRate: 0.7, meanService: law.mean, cv: law.standardDeviation / law.mean)
            )
        }
        let mixture = try Distribution.hyperexponential([.init(0.5, weight: 0.4), .init(1.2, weight: 0.6)])
        rows.append(
            (
                "mg1-mixture", "wait.service.mean",
                GeneralService.meanWait(
                    arrivalRate: 0.75, meanService: mixture.mean, cv: mixture.standardDeviation / mixture.mean)
            ))
        rows.append(
            (
                "turnaround", "wait.bed.mean",
                GeneralService.meanWait(arrivalRate: 0.1, meanService: 7, cv: 5.0 / 7)
            ))
        rows.append(
            (
                "batch-arrivals", "wait.service.mean",
                BatchArrivals.meanWait(
                    batchRate: 0.2, batchMean: 3, batchVariance: 0, meanService: 1, cv: 1)
            ))
        let regular = RenewalArrivals(meanService: 1) { s in exp(-1.25 * s) }
        let erlang = RenewalArrivals(meanService: 1) { s in 1 / ((1 + 0.625 * s) * (1 + 0.625 * s)) }
        rows.append(("dm1", "wait.service.mean", regular.meanWait))
        rows.append(("erlang-arrivals", "wait.service.mean", erlang.meanWait))
        return rows
    }

    private static func priorities() -> [Row] {
        let classes = [
            PriorityClasses.Class(arrivalRate: 0.3, meanService: 0.5, cv: 1),
            PriorityClasses.Class(arrivalRate: 0.4, meanService: 1.2, cv: 1),
        ]
        let cobham = PriorityClasses.nonPreemptiveWaits(classes)
        let first = PriorityClasses.preemptiveFirstWaits(classes)
        let sojourns = PriorityClasses.preemptiveSojourns(classes)
        var rows: [Row] = []
        let sojourn = "time.service.enter.service.end.mean"
        for (index, urgent) in ["true", "false"].enumerated() {
            rows += [
                ("priority-cobham", "wait.service.mean,\(urgent)", cobham[index]),
                ("priority-cobham", "\(sojourn),\(urgent)", cobham[index] + classes[index].meanService),
                ("priority-preemptive", "wait.service.mean,\(urgent)", first[index]),
                ("priority-preemptive", "\(sojourn),\(urgent)", sojourns[index]),
            ]
        }
        let three = PriorityClasses.nonPreemptiveWaits([
            .init(arrivalRate: 0.2, meanService: 1, cv: 0), .init(arrivalRate: 0.25, meanService: 1, cv: 0.5),
            .init(arrivalRate: 0.3, meanService: 1, cv: 1.5),
        ])
        for (index, name) in ["first", "second", "third"].enumerated() {
            rows.append(("priority-three", "wait.service.mean,\(name)", three[index]))
        }
        return rows
    }

    private static func groups() throws -> [Row] {
        var rows: [Row] = []
        for (id, rate, service, minimum, maximum) in [
            ("bulk-minimum", 1.0, 5.0, 4, 8), ("bulk-at-once", 2, 1.5, 1, 4),
        ] {
            let bulk = try #require(
                BulkService(arrivalRate: rate, meanService: service, minimum: minimum, maximum: maximum))
            rows += [
                (id, "wait.course.mean", bulk.meanWait), (id, "group.course.size.mean", bulk.meanGroupSize),
                (id, "utilisation.instructor", bulk.utilisation),
            ]
        }
        rows += [
            ("start-dates-even", "wait.course.mean", StartDates.meanResidual([14])),
            ("start-dates-uneven", "wait.course.mean", StartDates.meanResidual([10, 30])),
            (
                "start-dates-seats", "wait.course.mean",
                StartDates.meanWait(arrivalRate: 1, interval: 10, seats: 12)
            ),
            ("slots-daily", "wait.talk.mean", StartDates.meanWait(arrivalRate: 0.8, interval: 1, seats: 1)),
        ]
        let limited = try #require(Gathering(arrivalRate: 7, size: 10, limit: 1.5))
        let full = try #require(Gathering(arrivalRate: 2, size: 8))
        rows += [
            ("when-full-or-after", "gather.course.mean", limited.meanGather),
            ("when-full-or-after", "group.course.size.mean", limited.meanSize),
            ("when-full", "gather.course.mean", full.meanGather),
        ]
        return rows
    }

    private static func varying() throws -> [Row] {
        func wave(_ t: Double) -> Double { 100 * (1 + 0.6 * sin(2 * .pi * t / 10)) }
        func campaign(_ t: Double) -> Double { t >= 30 && t < 40 ? 300 : 100 }
        func week(_ t: Double) -> Double { t.truncatingRemainder(dividingBy: 7) >= 5 ? 0 : 150 }
        func pieces(_ t: Double) -> Double { t.truncatingRemainder(dividingBy: 4) < 1 ? 450 : 90 }
        let (weekBreaks, pieceBreaks) = (breaks(every: 7, also: 5), breaks(every: 4, also: 1) + [38, 39])
        let campaigns = try Distribution.lognormal(mean: 5, cv: 1)
        let exponential = try Distribution.exponential(mean: 2)
        let fixed = try Distribution.constant(3)
        let uniform = try Distribution.uniform(low: 0, high: 2)
        let values: [(String, Double)] = [
            ("sinusoid", InfiniteServers.meanNumber(from: 20, to: 22.5, rate: wave, service: exponential)),
            ("sinusoid-fixed", InfiniteServers.meanNumber(from: 20, to: 22.5, rate: wave, service: fixed)),
            (
                "campaign",
                InfiniteServers.meanNumber(from: 35, to: 45, rate: campaign, breaks: [30, 40], service: campaigns)
            ),
            (
                "weekdays",
                InfiniteServers.meanNumber(from: 26, to: 28, rate: week, breaks: weekBreaks, service: exponential)
            ),
            (
                "pieces",
                InfiniteServers.meanNumber(from: 40, to: 41, rate: pieces, breaks: pieceBreaks, service: uniform)
            ),
        ]
        return values.map { name, value in ("varying-\(name)", "number.stay.mean", value) }
    }

    /// Multiples of a period up to day 45, each also with an offset.
    private static func breaks(every period: Double, also offset: Double) -> [Double] {
        stride(from: 0, through: 45, by: period).flatMap { start -> [Double] in [start, start + offset] }
    }

    private static func others() throws -> [Row] {
        var rows: [Row] = []
        for id in ["infinite-lognormal", "infinite-discrete"] {
            for n in [4, 6, 8, 10, 13] {
                rows.append((id, "number.stay.p\(n)", InfiniteServers.probability(of: n, mean: 8)))
            }
        }
        let network = try #require(
            JacksonNetwork([
                .init(arrivalRate: 1, meanService: 0.5, routing: [0, 0.6, 0.3]),
                .init(arrivalRate: 0.5, meanService: 1.2, servers: 2, routing: [0.2, 0, 0.5]),
                .init(arrivalRate: 0, meanService: 0.6, routing: [0.1, 0.1, 0]),
            ]))
        rows += [
            ("jackson", "wait.a.mean", network.meanWait(0)), ("jackson", "wait.b.mean", network.meanWait(1)),
            ("jackson", "wait.c.mean", network.meanWait(2)),
            ("jackson", "time.arrival.close.mean", network.meanSojourn),
        ]
        let tandem = try #require(
            JacksonNetwork([
                .init(arrivalRate: 0.7, meanService: 0.8, routing: [0, 1]),
                .init(arrivalRate: 0, meanService: 2, servers: 2, routing: [0, 0]),
            ]))
        rows += [
            ("tandem", "wait.first.mean", tandem.meanWait(0)), ("tandem", "wait.second.mean", tandem.meanWait(1)),
            ("tandem", "time.arrival.close.mean", tandem.meanSojourn),
            ("parallel-all", "time.arrival.close.mean", ParallelOffers.meanLast([1, 2, 4])),
            ("parallel-any", "time.arrival.close.mean", ParallelOffers.meanFirst([1, 2, 4])),
            (
                "message-loop", "messages.question.count",
                2000 * ParallelOffers.meanReturns(0.3, maximum: 3)
            ),
            (
                "re-entry", "messages.invitation.count",
                2000 * (1 + ParallelOffers.meanReturns(0.3, maximum: 2))
            ),
        ]
        return rows + strokeUnits() + waitingLists()
    }

    /// Loads from the published means and shares, then Erlang B.
    private static func strokeUnits() -> [Row] {
        let acute =
            (0.24 * 7.4 + 0.13 * 4.6 + 0.63 * 7.0) / 1.2 + 1.8 / 9.3 + 4.0 / 3.6 + 3.8 / 3.2
        let stroke = (0.24 / 1.2 + 1 / 21.8) * (0.4 * 30.3 + 0.6 * 28.4)
        let neuro = (0.11 / 3.6 + 1 / 31.7) * 27.6
        let other = (0.05 / 3.2 + 1 / 28.6) * 16.1
        let rehabilitation = stroke + neuro + other + 0.01 / 9.3 * 18.7
        let acuteRows: [Row] = (9...14).map { beds in
            ("stroke-acute", "balked.beds\(beds).share", Erlang.blocking(load: acute, servers: beds))
        }
        return acuteRows
            + [10, 12, 13, 14, 15, 16].map { beds in
                (
                    "stroke-rehabilitation", "balked.beds\(beds).share",
                    Erlang.blocking(load: rehabilitation, servers: beds)
                )
            }
    }

    private static func waitingLists() -> [Row] {
        let target = WaitingListArithmetic.targetQueue(demand: 1, target: 13, factor: 4)
        let capacity = WaitingListArithmetic.targetCapacity(demand: 1, target: 13, factor: 4)
        let goal = WaitingListArithmetic.targetQueue(demand: 30, target: 52, factor: 4)
        let relief = WaitingListArithmetic.reliefCapacity(demand: 30, queue: 1200, targetQueue: goal, time: 26)
        return [
            ("waiting-list-target", "number.treat.mean", target),
            (
                "waiting-list-target", "utilisation.clinic",
                WaitingListArithmetic.load(demand: 1, capacity: capacity)
            ),
            ("waiting-list-target", "time.treat.enter.treat.end.mean", 7 * target),
            // An hour's referrals before the goal.
            ("waiting-list-relief", "wait.treat.census.count", 1200 + (30 - relief) * 26 - 30.0 / 168),
        ]
    }
}
