import Testing

@testable import PathwaySim

@Suite("What a pathway asks for is held against what there is")
struct LoadCheckTests {
    @Test(
        "servers: the load is λ·E[S]/c, and the wait Erlang C's",
        arguments: [(1.6, 2, 0.8), (2.0, 3, 2.0 / 3), (2.4, 2, 1.2)])
    func servers(rate: Double, servers: Int, load: Double) throws {
        let model = try TestModels.queue(rate: rate, servers: servers, horizonDays: 2_000, warmupDays: 50)
        let check = try LoadCheck.run(model, replications: 20)
        let line = try #require(check.lines.first)
        let found = try #require(line.load)
        #expect(abs(found.value - load) <= 2 * (try #require(found.halfWidth)))
        #expect(abs(line.capacity - Double(servers) * 168) < 1e-9)
        #expect(line.verdict == (load > 1 ? .overloaded : .enough))
        let arrivals = try #require(check.arrivals.first?.expected)
        #expect(abs(arrivals - rate * 1_950) < 1e-6)
        let wait = try #require(check.waits.first)
        #expect(wait.formula == .erlangC)
        if load < 1 {
            let exact = Erlang.meanWait(arrivalRate: rate, meanService: 1, servers: servers)
            #expect(try #require(wait.low) <= exact && exact <= (try #require(wait.high)) * 1.05)
        } else {
            #expect(wait.queueing == nil)
            #expect(wait.caveats.contains(.overloaded))
        }
    }

    @Test("a service that always takes as long waits half as long as one without memory, at one server exactly")
    func fixedService() throws {
        var model = try TestModels.queue(rate: 0.8, servers: 1, horizonDays: 2_000, warmupDays: 50)
        guard case .service(var service) = model.steps[0].action else { return }
        service.duration = .days(1)
        model.steps[0].action = .service(service)
        let wait = try #require(try LoadCheck.run(model, replications: 20).waits.first)
        #expect(wait.formula == .allenCunneen && !wait.caveats.contains(.unknownService))
        // ρ·E[S] / (2(1 − ρ)) for M/D/1 (Pollaczek and Khinchine).
        let exact = 0.8 / (2 * 0.2)
        #expect(try #require(wait.low) <= exact && exact <= (try #require(wait.high)))
    }

    @Test("slots: no-shows take slots, everyone who stays away asks again, and each is counted")
    func slots() throws {
        // 1 a day; each slot is missed with probability 0.2 and one new slot is given: 1.2 slots a citizen.
        let check = try LoadCheck.run(appointments(slotsPerWeek: 7), longer: appointments(slotsPerWeek: 7, days: 500))
        let line = try #require(check.lines.first)
        #expect(abs(line.demand.value - 8.4) <= 2 * (try #require(line.demand.halfWidth)))
        let lost = try #require(line.lost)
        #expect(abs(lost.value - 7 * 0.24) <= 2 * (try #require(lost.halfWidth)))
        #expect(abs(line.capacity - 7) < 0.1)
        #expect(line.verdict == .overloaded)
        #expect(check.followsToEnd)
    }

    @Test("absent staff leave as many slots as the share of time they are there")
    func absences() throws {
        var model = try appointments(slotsPerWeek: 7)
        // Away 5 of every 5 + 365/4 days.
        model.resources[0].absences = [Absence(name: "ill", spellsPerYear: 4, length: .constant(5))]
        let check = try LoadCheck.run(model, replications: 2)
        #expect(abs(check.lines[0].capacity - 7 * (1 - 5 / (5 + 365.0 / 4))) < 0.1)
    }

    @Test("slots are as much in use in a run as the check says, where staff are away too")
    func absencesInARun() throws {
        var model = try appointments(slotsPerWeek: 10, days: 3 * 364)
        model.resources[0].absences = [Absence(name: "ill", spellsPerYear: 6, length: .constant(6))]
        let load = try #require(try LoadCheck.run(model, replications: 20).lines[0].load)
        let result = try Experiment(CompiledModel(model), replications: 20).run()
        let use = try #require(result.measure("utilisation.talks"))
        let (found, width) = (try #require(use.mean), try #require(use.halfWidth))
        #expect(abs(found - load.value) <= 2 * (width + (try #require(load.halfWidth))), "\(found) and \(load)")
        // Of all planned slots it would be a tenth less.
        let held = try #require(result.measure("slots.talks.held")?.mean)
        let planned = try #require(result.measure("slots.talks.offered")?.mean)
        #expect(abs(held / planned - 1 / (1 + 36.0 / 365)) < 0.02)
    }

    @Test(
        "citizens who come together count as the engine makes them: whole, none below 0",
        arguments: [("three", 3.0), ("uniform", 2.5), ("normal", 0.3817), ("poisson", 2)])
    func batches(law: String, mean: Double) throws {
        let batch: NumberDraw =
            switch law {
            case "uniform": .distribution(try .uniform(low: 1.5, high: 3.5))
            // Half of it is below 0 and counts as nobody: P(X ≥ ½) + P(X ≥ 1½) + …
            case "normal": .distribution(try .normal(mean: 0, sd: 1))
            case "poisson": .distribution(try .poisson(mean: 2))
            default: .constant(3)
            }
        var model = try TestModels.queue(rate: 2, servers: 40, horizonDays: 2_000)
        model.sources[0].batch = batch
        let expected = try #require(try LoadCheck.run(model, replications: 2).arrivals.first?.expected)
        let result = try Experiment(CompiledModel(model), replications: 10).run()
        let count = try #require(result.measure("arrivals.count"))
        #expect(abs(expected - (try #require(count.mean))) <= 2 * (try #require(count.halfWidth)), "\(expected)")
        #expect(abs(expected / 4_000 - mean) < 0.001)
    }

    @Test("who asks after a course's last date asks for a seat all the same, and leaves as in a run")
    func endingCourse() throws {
        let check = try LoadCheck.run(courseModel(days: 364), longer: courseModel(days: 729), replications: 20)
        let seats = try #require(check.lines.first { $0.unit == .seats })
        // 1 a day all year; the last date is on day 100, and whoever comes later asks too late.
        #expect(abs(seats.demand.value - 364) <= 2 * (try #require(seats.demand.halfWidth)))
        let ending = try #require(seats.ending)
        #expect(ending.lastDate == SimTime(days: 100))
        #expect(abs(ending.tooLate.value - 264) <= 2 * (try #require(ending.tooLate.halfWidth)))
        // Nobody keeps the places that waiting for the course takes.
        let places = try #require(check.lines.first { $0.resource == "places" })
        #expect(places.unit == .places && places.capacity == 50)
        #expect(places.demand.value < 25, "\(places.demand)")
        let wait = try #require(check.waits.first { $0.step == "group" })
        #expect(wait.queueing == nil && wait.caveats.contains(.datesEnd))
    }

    @Test("no start date says how long a course is waited for whose staff are scarcer than its seats")
    func scarceStaff() throws {
        var model = try courseModel(days: 364, lastDate: 364)
        guard case .course(var course) = model.steps[1].action else { return }
        course.needs = [Need(resource: "teacher")]
        course.length = .duration(.days(60))
        model.steps[1].action = .course(course)
        model.resources.append(Resource(name: "teacher", kind: .servers(Servers(capacity: 1))))
        let wait = try #require(try LoadCheck.run(model, replications: 2).waits.first { $0.step == "group" })
        #expect(wait.queueing == nil && wait.caveats.contains(.scarceStaff))
    }

    @Test("a seat of a course that always runs is a citizen's whole course, asked for and offered")
    func rolling() throws {
        var model = try courseModel(days: 364)
        guard case .course(var course) = model.steps[1].action else { return }
        course.start = .rolling
        course.length = .sessions(Sessions(count: 6, weekdays: Set(1...7), at: .zero, length: .hour))
        model.steps[1].action = .course(course)
        let check = try LoadCheck.run(model, longer: nil, replications: 20)
        let seats = try #require(check.lines.first { $0.unit == .seats })
        // One citizen a day in groups that meet daily, twenty seats for six meetings each.
        #expect(abs(seats.demand.value - 364) <= 2 * (try #require(seats.demand.halfWidth)) + 6)
        #expect(abs(seats.capacity - 364 * 20 / 6) < 10)
    }

    private static func slotPlan(_ resource: Resource) -> SlotPlan? {
        if case .slots(let plan) = resource.kind { plan } else { nil }
    }

    @Test("what makes a formula unfit is said: closures, few slots at times, batches, shared staff")
    func caveats() throws {
        func wait(_ change: (inout SlotPlan) -> Void, batch: NumberDraw? = nil) throws -> LoadCheck.Wait {
            var model = try appointments(slotsPerWeek: 14)
            var plan = try #require(Self.slotPlan(model.resources[0]))
            change(&plan)
            model.resources[0].kind = .slots(plan)
            model.sources[0].batch = batch
            return try #require(try LoadCheck.run(model, replications: 2).waits.first)
        }
        let even = try wait { _ in }
        #expect(even.queueing != nil && !even.caveats.contains(.unevenSlots))
        let late = try wait { $0.changes = [SlotChange(at: SimTime(days: 200), slotsPerWeek: 0)] }
        #expect(late.queueing == nil && late.caveats.contains(.unevenSlots))
        let closed = try wait { $0.closures = [Closure(from: SimTime(days: 20), to: SimTime(days: 100))] }
        #expect(closed.queueing == nil && closed.caveats.contains(.unevenSlots))
        #expect(try wait({ _ in }, batch: .constant(2)).caveats.contains(.batches))

        var model = try courseModel(days: 364, lastDate: 364)
        guard case .course(var course) = model.steps[1].action else { return }
        course.needs = [Need(resource: "teacher")]
        course.staffing = .eachSession
        course.length = .sessions(Sessions(count: 6, weekdays: [2], at: .zero, length: .hour))
        model.steps[1].action = .course(course)
        model.resources.append(Resource(name: "teacher", kind: .servers(Servers(capacity: 1))))
        let shared = try #require(try LoadCheck.run(model, replications: 2).waits.first { $0.step == "group" })
        #expect(shared.caveats.contains(.groupsOverlap))
        model.resources[1].kind = .servers(Servers(capacity: 9))
        let enough = try #require(try LoadCheck.run(model, replications: 2).waits.first { $0.step == "group" })
        #expect(!enough.caveats.contains(.groupsOverlap))
    }

    @Test("the hours of a plan leave out places")
    func plannedHours() throws {
        var model = try TestModels.queue(rate: 1, servers: 2, horizonDays: 100)
        #expect(abs(try PlannedHours.perWeek(model) - 336) < 1e-6)
        model.resources[0].isPlace = true
        #expect(try PlannedHours.perWeek(model) == 0)
    }

    /// One citizen a day takes a place and waits for a group on every tenth day until the last date.
    private func courseModel(days: Double, lastDate: Int = 100) throws -> Model {
        let dates = stride(from: 10, through: lastDate, by: 10).map { SimTime(days: Double($0)) }
        return Model(
            start: CivilDate(year: 2026, month: 1, day: 5)!, horizon: SimTime(days: days), calendar: .always,
            sources: [ArrivalSource(name: "referrals", process: .poisson(RateProfile(perDay: 1)), entry: .to("place"))],
            resources: [Resource(name: "places", kind: .servers(Servers(capacity: 50)), isPlace: true)],
            steps: [
                Kernel.seize("place", "places", to: "group"),
                Step(
                    name: "group",
                    action: .course(
                        Course(
                            maximum: 20, start: .dates(dates), length: .duration(.days(1)),
                            queueing: Queueing(patience: .days(300), reneged: .to("leave")), next: .to("leave")))),
                Kernel.release("leave", ["places"], to: "done"), Kernel.close("done"),
            ])
    }

    @Test("a demand with nothing in it asks for nothing")
    func nobody() throws {
        let model = try TestModels.queue(rate: 0, servers: 1, horizonDays: 100)
        let check = try LoadCheck.run(model, replications: 2)
        #expect(check.lines.first?.demand.value == 0)
        #expect(check.lines.first?.verdict == .enough)
    }

    private func appointments(slotsPerWeek: Double, days: Double = 364) throws -> Model {
        Model(
            start: CivilDate(year: 2026, month: 1, day: 5)!, horizon: SimTime(days: days), calendar: .always,
            sources: [ArrivalSource(name: "referrals", process: .poisson(RateProfile(perDay: 1)), entry: .to("talk"))],
            resources: [
                Resource(
                    name: "talks",
                    kind: .slots(
                        SlotPlan(
                            slotsPerWeek: slotsPerWeek,
                            windows: [
                                Shift(weekdays: Set(1...7), from: SimTime(days: 9.0 / 24), to: SimTime(days: 10.0 / 24))
                            ], length: .hour, workingDaysOnly: false)))
            ],
            steps: [
                Step(
                    name: "talk",
                    action: .appointment(
                        Appointment(
                            slots: "talks", noShow: .constant(0.2), rebookings: 1, lost: .to("gone"), next: .to("done"))
                    )),
                Step(name: "done", action: .close(Close(outcome: "done"))),
                Step(name: "gone", action: .close(Close(outcome: "gone"))),
            ])
    }
}
