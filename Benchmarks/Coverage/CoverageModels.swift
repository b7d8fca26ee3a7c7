import PathwaySim

/// The models whose intervals are put to the test.
enum CoverageModels {
    /// One or more servers, exponential service of mean 1 day; a run counts some 200 citizens.
    ///
    /// - Parameter countedDays: the length of the counted part, after a warm-up of 60 days.
    static func queue(rate: Double, servers: Int, countedDays: Double) throws -> Model {
        Model(
            start: CivilDate(year: 2026, month: 1, day: 5)!, horizon: SimTime(days: 60 + countedDays),
            warmup: SimTime(days: 60), calendar: .always,
            sources: [
                ArrivalSource(name: "arrivals", process: .poisson(RateProfile(perDay: rate)), entry: .to("service"))
            ],
            resources: [Resource(name: "server", kind: .servers(Servers(capacity: servers)))],
            steps: [
                Step(
                    name: "service",
                    action: .service(
                        Service(
                            needs: [Need(resource: "server")],
                            duration: DurationDraw(.distribution(try .validated(.exponential(mean: 1)))),
                            next: .to("done")))),
                Step(name: "done", action: .close(Close(outcome: "done"))),
            ],
            deadlines: [
                Deadline(name: "soon", from: "service.enter", to: "service.start", limit: .hours(24 * soonDays))
            ], reportedLevels: 1)
    }

    /// The limit of the deadline `soon`, in days.
    static let soonDays = 2.0

    /// Half a year of a pathway that starts with a waiting list: appointments with no-shows, then groups with dropout.
    static func pathway(slotsPerWeek: Double) -> Model {
        let week = 7 * SimTime.day.ticks
        let starts = (1...6).map { SimTime(ticks: Int64($0) * 4 * week + 10 * SimTime.hour.ticks) }
        return Model(
            start: CivilDate(year: 2026, month: 1, day: 5)!, horizon: SimTime(days: 182), calendar: .always,
            sources: [
                ArrivalSource(name: "referrals", process: .poisson(RateProfile(perDay: 0.9)), entry: .to("talk")),
                ArrivalSource(
                    name: "list",
                    process: .waitingList(
                        (1...12).reversed().map { InitialWaiter(alreadyWaited: SimTime(days: Double($0))) }),
                    entry: .to("talk")),
            ],
            resources: [
                Resource(
                    name: "talks",
                    kind: .slots(
                        SlotPlan(
                            slotsPerWeek: slotsPerWeek,
                            windows: [Shift(weekdays: [1, 2, 3, 4, 5], from: hours(9), to: hours(12))],
                            length: .hour)))
            ],
            steps: pathwaySteps(starts),
            deadlines: [Deadline(name: "soon", from: "talk.enter", to: "talk.start", limit: .days(14))])
    }

    private static func hours(_ count: Int64) -> SimTime { SimTime(ticks: count * SimTime.hour.ticks) }

    private static func pathwaySteps(_ starts: [SimTime]) -> [Step] {
        let toGroup = Route([Route.Target(step: "group", weight: 0.6), Route.Target(step: "declined", weight: 0.4)])
        return [
            Step(
                name: "talk",
                action: .appointment(
                    Appointment(
                        slots: "talks", lead: .days(3), noShow: .constant(0.12), rebookings: 1, lost: .to("lost"),
                        next: toGroup))),
            Step(
                name: "group",
                action: .course(
                    Course(
                        maximum: 14, minimum: 4, start: .dates(starts),
                        length: .sessions(
                            Sessions(count: 6, weekdays: [1], at: hours(10), length: hours(2))),
                        dropout: .constant(0.04), dropped: .to("droppedOut"), next: .to("completed")))),
            Step(name: "completed", action: .close(Close(outcome: "completed"))),
            Step(name: "droppedOut", action: .close(Close(outcome: "droppedOut"))),
            Step(name: "declined", action: .close(Close(outcome: "declined"))),
            Step(name: "lost", action: .close(Close(outcome: "lost"))),
        ]
    }
}
