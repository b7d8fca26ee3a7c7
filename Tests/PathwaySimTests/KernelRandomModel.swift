import Testing

@testable import PathwaySim

/// Random small pathways made of every kind of step, for properties that must hold in all of them.
struct RandomModel {
    private var state: UInt64
    private var steps: [Step] = []
    private var next = ""

    init(seed: UInt64) { state = NameHash.mix64(seed) }

    private mutating func pick(_ count: Int) -> Int {
        state = NameHash.mix64(state)
        return Int(state >> 33) % count
    }

    private mutating func chance(_ percent: Int) -> Bool { pick(100) < percent }

    private mutating func span(_ mean: Double) throws -> NumberDraw {
        switch pick(4) {
        case 0: .constant(0)
        case 1: .constant(mean)
        default: .distribution(try .exponential(mean: mean))
        }
    }

    static let resources: [Resource] = {
        let office = [Shift(weekdays: [1, 2, 3, 4, 5], from: Kernel.hours(8), to: Kernel.hours(16))]
        let ill = [Absence(name: "ill", spellsPerYear: 12, length: .constant(3))]
        var teacher = Kernel.servers("teacher", 2)
        teacher.absences = ill
        var interpreter = Kernel.servers("interpreter", 2, shifts: office)
        interpreter.absences = ill
        var staff = Kernel.servers("staff", 3, changes: [(20, 1), (40, 0), (50, 3)])
        staff.absences = ill
        return [
            staff, Kernel.servers("shift", 2, shifts: office, workingDaysOnly: true),
            Kernel.servers("lifo", 1, .lifo), Kernel.servers("priority", 2, .priority),
            Kernel.servers("preemptive", 2, .preemptive, changes: [(30, 1)]), Kernel.servers("bed", 2),
            Kernel.servers("room", 3), teacher, interpreter, Kernel.servers("leader", 2),
            Resource(
                name: "slots",
                kind: .slots(SlotPlan(slotsPerWeek: 7.5, windows: office, length: .hour, staff: 2)), absences: ill),
        ]
    }()

    /// The model of this seed: citizens pass some blocks one after the other and close.
    mutating func make() throws -> Model {
        let blocks = 2 + pick(6)
        steps = [
            Step(
                name: "done",
                action: .close(
                    Close(
                        outcome: "done",
                        reEntry: chance(50)
                            ? Close.ReEntry(probability: .constant(0.3), after: .days(4), to: .to("b0"), maximum: 2)
                            : nil))), Kernel.close("gone"),
        ]
        for block in (0..<blocks).reversed() {
            next = block == blocks - 1 ? "done" : "b\(block + 1)"
            try addBlock("b\(block)")
        }
        var model = Kernel.model(
            [], attributes: ["k", "p"].map(Kernel.number), resources: Self.resources, horizon: 90, calendar: .danish,
            deadlines: [
                Deadline(name: "soon", from: "arrival", to: "close", limit: .workingDays(10)),
                Deadline(name: "first", from: "b0.enter", to: "b0.start", limit: .days(3), cancelledBy: ["close"]),
            ], intervals: [Interval(name: "i", from: "arrival", to: "close")],
            worldEvents: [WorldEvent(name: "opens", instants: [5, 25, 60].map { Kernel.at($0) })],
            groupBy: [Grouping(attribute: "p", bands: [0.5])], reportedLevels: 3, steps)
        model.attributes[1].initial = .chance(.constant(0.4))
        model.sources = [
            ArrivalSource(name: "poisson", process: .poisson(RateProfile(perDay: 2)), entry: .to("b0")),
            ArrivalSource(
                name: "batches", process: .renewal(.distribution(try .exponential(mean: 8))), entry: .to("b0"),
                batch: .distribution(try .poisson(mean: 3))),
            ArrivalSource(
                name: "list", process: .waitingList((0..<6).map { InitialWaiter(alreadyWaited: Kernel.at($0)) }),
                entry: .to("b0")),
            ArrivalSource(
                name: "cases", process: .cases([NamedCase(name: "albert", at: .day)]), entry: .to("b0")),
        ]
        return model
    }

    private mutating func addBlock(_ name: String) throws {
        switch pick(12) {
        case 0: steps.append(Kernel.delay(name, try span(2), to: next))
        case 1, 2: steps.append(try service(name, to: next))
        case 3:
            steps += [
                Kernel.seize(name, "bed", to: "\(name)stay"),
                Kernel.delay("\(name)stay", try span(0.5), to: "\(name)out"),
                Kernel.release("\(name)out", turnaround: chance(50) ? 0.1 : nil, to: next),
            ]
        case 4: steps.append(try appointment(name, to: next))
        case 5, 6: steps.append(try course(name, to: next))
        case 7:
            steps.append(
                Step(
                    name: name,
                    action: .branch(
                        Branch(
                            .probabilities([
                                Branch.Rule(formula: .constant(0.9), next: .to(next)),
                                Branch.Rule(formula: .constant(0.1), next: .to("gone")),
                            ])))))
        case 8: steps.append(try message(name))
        case 9: try addSplit(name)
        case 10: steps.append(try wait(name))
        default:
            steps.append(
                Step(
                    name: name,
                    action: .assign(
                        Assign(
                            assignments: [
                                Assignment(attribute: "k", value: .number(.distribution(try .uniform(low: 0, high: 9))))
                            ], next: .to(next)))))
        }
    }

    private mutating func queueing() throws -> Queueing {
        var queueing = Queueing(priority: .attribute("p"))
        if chance(30) { queueing.waitingRoom = pick(4) }
        if chance(20) { queueing.balk = .binary(.greater, .state(.inSystem), .constant(30)) }
        queueing.balked = .to("gone")
        if chance(50) {
            queueing.patience = DurationDraw(try span(3))
            queueing.reneged = .to(chance(50) ? "gone" : next)
        }
        return queueing
    }

    private mutating func service(_ name: String, to next: String) throws -> Step {
        let single = ["staff", "shift", "lifo", "priority", "preemptive"][pick(5)]
        let condition: Formula? = chance(30) ? .attribute("p") : nil
        var needs = [Need(resource: single, units: 1, condition: condition)]
        if ["staff", "shift"].contains(single), chance(50) { needs.append(Need(resource: "room", units: 1 + pick(2))) }
        return Kernel.service(
            name, needs: needs, try span(0.4), try queueing(), shiftEnd: chance(50) ? .pause : .finish, to: next)
    }

    private mutating func appointment(_ name: String, to next: String) throws -> Step {
        var appointment = Appointment(slots: "slots", lead: .days(1), next: .to(next))
        if chance(50) { appointment.also = [Need(resource: "interpreter", condition: .attribute("p"))] }
        appointment.cancel = .constant(0.2)
        appointment.cancelNotice = DurationDraw(try span(1))
        appointment.reuseLimit = .day
        appointment.noShow = .constant(0.2)
        appointment.rebookings = pick(3)
        appointment.rebookDelay = DurationDraw(try span(1))
        appointment.lost = .to("gone")
        if chance(40) {
            appointment.patience = DurationDraw(try span(8))
            appointment.reneged = .to("gone")
        }
        if chance(30) {
            appointment.longestAcceptable = .days(12)
            appointment.balked = .to("gone")
        }
        return Step(name: name, action: .appointment(appointment))
    }

    private mutating func course(_ name: String, to next: String) throws -> Step {
        let plan = Sessions(
            count: 1 + pick(3), weekdays: [1 + pick(5), 1 + pick(5)], at: Kernel.hours(17), length: .hour,
            whenCancelled: chance(50) ? .dropped : .postponed)
        let maximum = 2 + pick(4)
        var course = Course(
            maximum: maximum, minimum: 1 + pick(maximum), start: .rolling, length: .sessions(plan), next: .to(next))
        switch pick(4) {
        case 0: course.start = .dates((0..<8).map { Kernel.at(7 * $0 + 3) })
        case 1: course.start = .whenFull(orAfter: chance(70) ? DurationDraw(try span(6)) : nil)
        case 2: course.start = .whenStaffFree
        default: break
        }
        if course.start != .rolling {
            if chance(30) { course.length = .duration(DurationDraw(try span(5))) }
            switch (pick(3), course.length) {
            case (0, _): course.needs = [Need(resource: "leader")]
            case (1, .sessions):
                course.needs = [Need(resource: "teacher")]
                course.staffing = .eachSession
            default: break
            }
        }
        course.underMinimum = chance(50) ? .runAnyway : .postpone
        course.seats = .binary(.add, .constant(1), .attribute("p"))
        course.dropout = .constant(0.1)
        course.noShow = .constant(0.1)
        course.dropped = .to("gone")
        course.joinLead = SimTime(ticks: Int64(pick(2)) * SimTime.day.ticks)
        course.queueing = try queueing()
        return Step(name: name, action: .course(course))
    }

    private mutating func message(_ name: String) throws -> Step {
        Step(
            name: name,
            action: .message(
                Message(
                    kind: "letter", from: "gp", to: "municipality", delay: DurationDraw(try span(1)),
                    blocking: chance(50), condition: chance(30) ? .attribute("p") : nil, missing: .constant(0.3),
                    returnDelay: DurationDraw(try span(2)), maximumReturns: 2, acknowledgement: "ack",
                    accepted: .constant(0.9), notAccepted: .to("gone"), next: .to(next))))
    }

    private mutating func wait(_ name: String) throws -> Step {
        let triggers: [WaitFor.Trigger] = [
            .worldEvent("opens"), .date(DatePattern(weekdays: [1])), .instant(.attribute("k")),
            .citizenEvent("arrival"),
        ]
        return Step(
            name: name,
            action: .waitFor(
                WaitFor(
                    trigger: triggers[pick(4)], patience: chance(50) ? DurationDraw(try span(9)) : nil,
                    reneged: .to("gone"), next: .to(next))))
    }

    private mutating func addSplit(_ name: String) throws {
        let join = "\(name)join"
        steps.append(Kernel.join(join, chance(50) ? .any : .all, to: next))
        let arms = 2 + pick(2)
        steps.append(Kernel.split(name, (0..<arms).map { "\(name)arm\($0)" }, join: join))
        for arm in 0..<arms {
            let target = chance(10) ? "gone" : join
            let armName = "\(name)arm\(arm)"
            switch pick(4) {
            case 0: steps.append(try service(armName, to: target))
            case 1: steps.append(try appointment(armName, to: target))
            case 2: steps.append(try course(armName, to: target))
            default: steps.append(Kernel.delay(armName, try span(2), to: target))
            }
        }
    }
}
