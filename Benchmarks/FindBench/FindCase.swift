import PathwaySim

/// A search whose answer a formula knows.
struct FindCase: Sendable {
    var title: String
    /// What is looked for, in words.
    var question: String
    /// The values of the lever, ascending.
    var values: [Int]
    var goal: ServiceGoal
    /// The exact value of the measure at each value; infinite where there is no steady state.
    var truth: [Double]
    var model: @Sendable (_ value: Int) throws -> Model

    /// What an answer is worth.
    enum Outcome: CaseIterable {
        /// It keeps the goal, and no smaller value keeps it by as much as the indifference zone.
        case right
        /// It breaks the goal: what must not happen.
        case broken
        /// It keeps the goal, and a smaller value would have too, with room.
        case larger
        /// No answer, although a value keeps the goal with room.
        case missed
        /// No answer, and rightly none.
        case rightlyNone
    }

    func outcome(_ answer: Int?) -> Outcome {
        let clear = values.indices.first { goal.violation(truth[$0]) <= -goal.zone }
        guard let answer else { return clear == nil ? .rightlyNone : .missed }
        if goal.violation(truth[answer]) > 0 { return .broken }
        return clear.map { answer <= $0 } ?? true ? .right : .larger
    }

    /// The smallest value that keeps the goal; nil when none does.
    var exact: Int? { values.indices.first { goal.violation(truth[$0]) <= 0 }.map { values[$0] } }

    static func all() -> [FindCase] {
        [
            servers("M/M/c, mean wait", limit: 0.25, zone: 0.05, rate: 2.4) { rate, servers in
                ("mean", Erlang.meanWait(arrivalRate: rate, meanService: 1, servers: servers))
            },
            servers("M/M/c, tight limit", limit: 0.05, zone: 0.05, rate: 2.4) { rate, servers in
                ("mean", Erlang.meanWait(arrivalRate: rate, meanService: 1, servers: servers))
            },
            servers("M/M/c, 9 of 10", limit: 1, zone: 0.05, rate: 2.4) { rate, servers in
                ("p90", Erlang.waitQuantile(0.9, arrivalRate: rate, meanService: 1, servers: servers))
            },
            onTheLimit(),
            servers("M/M/c, impossible", limit: 0.000_01, zone: 0.05, rate: 2.4, most: 6) { rate, servers in
                ("mean", Erlang.meanWait(arrivalRate: rate, meanService: 1, servers: servers))
            },
            seats(),
        ]
    }

    /// A line of servers with exponential service of mean 1 day, in a run of 540 days after 60 of warm-up.
    private static func servers(
        _ title: String, limit: Double, zone: Double, rate: Double, most: Int = 10,
        _ exact: (_ rate: Double, _ servers: Int) -> (measure: String, value: Double)
    ) -> FindCase {
        let values = Array(3...most)
        let truth = values.map { exact(rate, $0) }
        return FindCase(
            title: title, question: "smallest number of servers so that the wait is at most \(limit) days",
            values: values,
            goal: ServiceGoal(
                measure: "wait.service.\(truth[0].measure)", isAtMost: true, limit: limit, zone: zone * limit),
            truth: truth.map(\.value)
        ) { try queue(rate: rate, servers: $0) }
    }

    /// The limit lies 2 % above what four servers give: within the indifference zone, so four and five are both right.
    private static func onTheLimit() -> FindCase {
        let limit = 1.02 * Erlang.meanWait(arrivalRate: 2.4, meanService: 1, servers: 4)
        var found = servers("M/M/c, on the limit", limit: limit, zone: 0.05, rate: 2.4) { rate, servers in
            ("mean", Erlang.meanWait(arrivalRate: rate, meanService: 1, servers: servers))
        }
        found.question = "smallest number of servers, the limit 2 % above what four give"
        return found
    }

    /// A group starts every ten days with so many seats, for one citizen a day.
    private static func seats() -> FindCase {
        let values = Array(11...22)
        return FindCase(
            title: "Start dates, mean wait",
            question: "smallest number of seats so that the mean wait is at most 6 days",
            values: values,
            goal: ServiceGoal(measure: "wait.course.mean", isAtMost: true, limit: 6, zone: 0.05 * 6),
            truth: values.map { StartDates.meanWait(arrivalRate: 1, interval: 10, seats: $0) }
        ) { seats in
            let starts = (1...200).map { SimTime(days: Double(10 * $0)) }
            return try model(
                rate: 1, horizon: 2_000, warmup: 300, resources: [],
                Step(
                    name: "course",
                    action: .course(
                        Course(
                            maximum: seats, start: .dates(starts), length: .duration(.days(1)), next: .to("done")))))
        }
    }

    private static func queue(rate: Double, servers: Int) throws -> Model {
        try model(
            rate: rate, horizon: 600, warmup: 60,
            resources: [Resource(name: "server", kind: .servers(Servers(capacity: servers)))],
            Step(
                name: "service",
                action: .service(
                    Service(
                        needs: [Need(resource: "server")],
                        duration: DurationDraw(.distribution(try .validated(.exponential(mean: 1)))), next: .to("done"))
                )))
    }

    private static func model(
        rate: Double, horizon: Double, warmup: Double, resources: [Resource], _ step: Step
    ) throws -> Model {
        Model(
            start: CivilDate(daysSinceEpoch: 20_458), horizon: SimTime(days: horizon), warmup: SimTime(days: warmup),
            calendar: .always,
            sources: [
                ArrivalSource(name: "arrivals", process: .poisson(RateProfile(perDay: rate)), entry: .to(step.name))
            ],
            resources: resources, steps: [step, Step(name: "done", action: .close(Close(outcome: "done")))],
            sampleEvery: SimTime(days: horizon))
    }
}
