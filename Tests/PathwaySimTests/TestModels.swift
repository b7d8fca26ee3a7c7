import Testing

@testable import PathwaySim

/// Small models that several tests share.
enum TestModels {
    /// A queue with `servers` servers, unit mean exponential service (days) and arrivals at a rate a day.
    static func queue(
        rate: Double, servers: Int, service: Distribution.Kind = .exponential(mean: 1), horizonDays: Double,
        warmupDays: Double = 0, discipline: Servers.Discipline = .fifo, queueing: Queueing = Queueing()
    ) throws -> Model {
        Model(
            start: CivilDate(year: 2026, month: 1, day: 5)!, horizon: SimTime(days: horizonDays),
            warmup: SimTime(days: warmupDays), calendar: .always,
            sources: [
                ArrivalSource(name: "arrivals", process: .poisson(RateProfile(perDay: rate)), entry: .to("service"))
            ],
            resources: [
                Resource(name: "server", kind: .servers(Servers(capacity: servers, discipline: discipline)))
            ],
            steps: [
                Step(
                    name: "service",
                    action: .service(
                        Service(
                            needs: [Need(resource: "server")],
                            duration: DurationDraw(.distribution(try .validated(service))), queueing: queueing,
                            next: .to("done")))),
                Step(name: "done", action: .close(Close(outcome: "done"))),
                Step(name: "gone", action: .close(Close(outcome: "gone"))),
            ])
    }
}

extension Measure {
    /// The confidence interval; fails the test when the measure is undefined.
    func interval() throws -> ClosedRange<Double> {
        let mean = try #require(mean)
        let halfWidth = try #require(halfWidth)
        return mean - halfWidth...mean + halfWidth
    }
}

extension ClosedRange<Double> {
    var width: Double { upperBound - lowerBound }
}
