import PathwaySim

/// A search whose answer a formula knows.
struct FindCase: Sendable {
    var title: String
    /// What is looked for, in words.
    var question: String
    /// The values of each lever, ascending.
    var levers: [[Int]]
    var goal: ServiceGoal
    /// The exact value of the measure for a value of each lever; infinite where there is no steady state.
    var truth: @Sendable (_ values: [Int]) -> Double
    /// What the cheapest is looked for by; along one lever the value.
    var cost: @Sendable (_ values: [Int]) -> Double = { Double($0[0]) }
    var model: @Sendable (_ values: [Int]) throws -> Model

    /// Every setting, as places among the levers' values.
    var points: [[Int]] {
        levers.reduce([[]]) { points, values in points.flatMap { point in values.indices.map { point + [$0] } } }
    }

    func values(at point: [Int]) -> [Int] { zip(levers, point).map { $0[$1] } }

    /// What an answer is worth.
    enum Outcome: CaseIterable {
        /// It keeps the goal, and nothing cheaper keeps it by as much as the indifference zone.
        case right
        /// It breaks the goal: what must not happen.
        case broken
        /// It keeps the goal, and something cheaper would have too, with room.
        case larger
        /// No answer, although a value keeps the goal with room.
        case missed
        /// No answer, and rightly none.
        case rightlyNone
    }

    func outcome(_ answer: [Int]?) -> Outcome {
        let clear = cheapest(keepingBy: goal.zone)
        guard let answer else { return clear == nil ? .rightlyNone : .missed }
        let values = values(at: answer)
        if goal.violation(truth(values)) > 0 { return .broken }
        return clear.map { cost(values) <= cost($0) } ?? true ? .right : .larger
    }

    /// The cheapest values that keep the goal; nil when none do.
    var exact: [Int]? { cheapest(keepingBy: 0) }

    private func cheapest(keepingBy room: Double) -> [Int]? {
        points.map(values).filter { goal.violation(truth($0)) <= -room }.min { cost($0) < cost($1) }
    }

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
            seats(), twoInARow(),
        ]
    }

    /// A line of servers with exponential service of mean 1 day, in a run of 540 days after 60 of warm-up.
    private static func servers(
        _ title: String, limit: Double, zone: Double, rate: Double, most: Int = 10,
        _ exact: @escaping @Sendable (_ rate: Double, _ servers: Int) -> (measure: String, value: Double)
    ) -> FindCase {
        FindCase(
            title: title, question: "smallest number of servers so that the wait is at most \(limit) days",
            levers: [Array(3...most)],
            goal: ServiceGoal(
                measure: "wait.service.\(exact(rate, 3).measure)", isAtMost: true, limit: limit, zone: zone * limit),
            truth: { exact(rate, $0[0]).value }, model: { try queue(rate: rate, servers: $0[0]) })
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
        FindCase(
            title: "Start dates, mean wait",
            question: "smallest number of seats so that the mean wait is at most 6 days",
            levers: [Array(11...22)],
            goal: ServiceGoal(measure: "wait.course.mean", isAtMost: true, limit: 6, zone: 0.05 * 6),
            truth: { StartDates.meanWait(arrivalRate: 1, interval: 10, seats: $0[0]) },
            model: { try groups(seats: $0[0]) })
    }

    private static func groups(seats: Int) throws -> Model {
        let starts = (1...200).map { SimTime(days: Double(10 * $0)) }
        return try model(
            rate: 1, horizon: 2_000, warmup: 300, resources: [],
            [
                Step(
                    name: "course",
                    action: .course(
                        Course(maximum: seats, start: .dates(starts), length: .duration(.days(1)), next: .to("done"))))
            ])
    }

    /// Two lines of servers one after the other, servers of the second dearer: where to put them so that citizens are through
    /// in time. What leaves a line with exponential service comes to the next at random (P. J. Burke, *The output of a
    /// queuing system*, Operations Research 4, 1956), so the times add up.
    private static func twoInARow() -> FindCase {
        FindCase(
            title: "Two lines in a row, the cheapest",
            question:
                "servers of both lines so that citizens are through in 2.3 days on average, at 1 and 1.3 a server",
            levers: [Array(3...8), Array(3...8)],
            goal: ServiceGoal(measure: "time.arrival.close.mean", isAtMost: true, limit: 2.3, zone: 0.01 * 2.3),
            truth: { values in
                values.reduce(2) { $0 + Erlang.meanWait(arrivalRate: 2.4, meanService: 1, servers: $1) }
            },
            cost: { Double($0[0]) + 1.3 * Double($0[1]) }, model: twoQueues)
    }

    private static func twoQueues(_ servers: [Int]) throws -> Model {
        try model(
            rate: 2.4, horizon: 600, warmup: 60,
            resources: zip(["first", "second"], servers).map {
                Resource(name: $0 + "Server", kind: .servers(Servers(capacity: $1)))
            },
            [service("first", by: "firstServer", to: "second"), service("second", by: "secondServer", to: "done")])
    }

    private static func queue(rate: Double, servers: Int) throws -> Model {
        try model(
            rate: rate, horizon: 600, warmup: 60,
            resources: [Resource(name: "server", kind: .servers(Servers(capacity: servers)))],
            [service("service", by: "server", to: "done")])
    }

    /// Exponential, one day on average.
    private static func service(_ name: String, by resource: String, to next: String) throws -> Step {
        Step(
            name: name,
            action: .service(
                Service(
                    needs: [Need(resource: resource)],
                    duration: DurationDraw(.distribution(try .validated(.exponential(mean: 1)))), next: .to(next))))
    }

    private static func model(
        rate: Double, horizon: Double, warmup: Double, resources: [Resource], _ steps: [Step]
    ) throws -> Model {
        Model(
            start: CivilDate(daysSinceEpoch: 20_458), horizon: SimTime(days: horizon), warmup: SimTime(days: warmup),
            calendar: .always,
            sources: [
                ArrivalSource(name: "arrivals", process: .poisson(RateProfile(perDay: rate)), entry: .to(steps[0].name))
            ],
            resources: resources, steps: steps + [Step(name: "done", action: .close(Close(outcome: "done")))],
            sampleEvery: SimTime(days: horizon))
    }
}
