import Testing

@testable import PathwaySim

@Suite("Appointments: booked ahead into a weekly plan")
struct KernelAppointmentTests {
    /// Slots of an hour from 9 on the given weekdays, until `to`.
    private static func plan(
        _ perWeek: Double, weekdays: Set<Int> = [1, 2, 3, 4, 5], to: Double = 10, capacity: Int? = nil,
        changes: [(Int, Double)] = [], closures: [(Int, Int)] = [], workingDaysOnly: Bool = true, staff: Int = 1,
        absences: [Absence] = []
    ) -> Resource {
        Resource(
            name: "slots",
            kind: .slots(
                SlotPlan(
                    slotsPerWeek: perWeek,
                    windows: [
                        Shift(weekdays: weekdays, from: Kernel.hours(9), to: Kernel.hours(to), capacity: capacity)
                    ], length: .hour, workingDaysOnly: workingDaysOnly,
                    changes: changes.map { SlotChange(at: Kernel.at($0.0), slotsPerWeek: $0.1) },
                    closures: closures.map { Closure(from: Kernel.at($0.0), to: Kernel.at($0.1)) }, staff: staff)),
            absences: absences)
    }

    private static func model(
        _ arrivals: [Double], _ appointment: Appointment, _ resources: [Resource], values: [[String: Double]] = [],
        start: CivilDate = Kernel.monday, calendar: WorkingCalendar = .danish
    ) -> Model {
        Kernel.model(
            arrivals, values: values, attributes: [Kernel.number("k")], resources: resources, start: start,
            calendar: calendar,
            [
                Step(name: "talk", action: .appointment(appointment)), Kernel.close("done"), Kernel.close("lost"),
                Kernel.close("gone"),
            ])
    }

    private static func days(_ model: Model) throws -> [String] {
        try Kernel.log(model, dates: true).filter { $0.contains("started") }.map { String($0.prefix(16)) }
    }

    @Test("is booked in the next free slot after the invitation time, across a weekend and a holiday")
    func leadInWorkingDays() throws {
        // Wednesday 1 April 2026; Maundy Thursday, Good Friday and Easter Monday are closed.
        let wednesday = CivilDate(year: 2026, month: 4, day: 1)!
        let appointment = Appointment(
            slots: "slots", lead: DurationDraw(.constant(2), unit: .workingDays), next: .to("done"))
        let model = Self.model([0.5, 0.5], appointment, [Self.plan(5)], start: wednesday)
        // Two working days after Wednesday noon is Wednesday noon the week after; slots are at 9.
        let log = try Kernel.log(model, dates: true, without: ["entered", "arrived"])
        #expect(
            log == [
                "2026-04-01 12:00 c0 talk: booked for 8.375", "2026-04-01 12:00 c1 talk: booked for 9.375",
                "2026-04-09 09:00 c0 talk: started after 7.875", "2026-04-09 10:00 c0 talk: ended",
                "2026-04-09 10:00 c0 done: closed as done",
                "2026-04-10 09:00 c1 talk: started after 8.875", "2026-04-10 10:00 c1 talk: ended",
                "2026-04-10 10:00 c1 done: closed as done",
            ])
    }

    @Test("slots lie evenly over the week's windows, and a slot that begins right now can be had")
    func spread() throws {
        let appointment = Appointment(slots: "slots", next: .to("done"))
        let model = Self.model([0.375, 0.375, 0.375], appointment, [Self.plan(2, to: 11)])
        // Ten places a week: the first and the sixth (Wednesday 10) are used.
        #expect(try Self.days(model) == ["2026-01-05 09:00", "2026-01-07 10:00", "2026-01-12 09:00"])
    }

    @Test("a plan of two and a half slots a week gives two, then three")
    func fractions() throws {
        let appointment = Appointment(slots: "slots", next: .to("done"))
        let model = Self.model([0, 0, 0, 0, 0, 0], appointment, [Self.plan(2.5)])
        #expect(
            try Self.days(model) == [
                "2026-01-05 09:00", "2026-01-07 09:00", "2026-01-12 09:00", "2026-01-13 09:00", "2026-01-15 09:00",
                "2026-01-19 09:00",
            ])
    }

    @Test("slots on closed days and during closures are lost, not moved")
    func closures() throws {
        let appointment = Appointment(slots: "slots", next: .to("done"))
        let model = Self.model([0, 0, 0], appointment, [Self.plan(5, closures: [(1, 3), (7, 14)])])
        #expect(try Self.days(model) == ["2026-01-05 09:00", "2026-01-08 09:00", "2026-01-09 09:00"])
    }

    @Test("a change in the middle of a week holds from that day on")
    func midWeekChange() throws {
        let appointment = Appointment(slots: "slots", next: .to("done"))
        let model = Self.model([0, 0, 0, 0, 0], appointment, [Self.plan(5, changes: [(2, 0), (9, 5)])])
        #expect(
            try Self.days(model) == [
                "2026-01-05 09:00", "2026-01-06 09:00", "2026-01-14 09:00", "2026-01-15 09:00", "2026-01-16 09:00",
            ])
    }

    @Test("a slot cancelled in time goes to another; cancelled later than the limit it is lost")
    func cancellation() throws {
        func model(notice: Double) -> Model {
            let appointment = Appointment(
                slots: "slots", cancel: .binary(.equal, .attribute("k"), .constant(1)), cancelNotice: .days(notice),
                reuseLimit: .day, lost: .to("lost"), next: .to("done"))
            return Self.model([0, 0.5], appointment, [Self.plan(1, weekdays: [4])], values: [["k": 1], [:]])
        }
        // Slot on Thursday 9:00 = 3.375; the second had the slot a week later unless the first cancels before booking.
        let log = try Kernel.log(model(notice: 3))
        #expect(
            log == [
                "0 c0 talk: booked for 3.375", "0.375 c0 talk: cancelled in time", "0.375 c0 lost: closed as lost",
                "0.5 c1 talk: booked for 3.375", "3.375 c1 talk: started after 2.875",
                "3.4166666666666665 c1 done: closed as done",
            ])
        let log2 = try Kernel.log(model(notice: 0.5))
        #expect(
            log2 == [
                "0 c0 talk: booked for 3.375", "0.5 c1 talk: booked for 10.375", "2.875 c0 talk: cancelled late",
                "2.875 c0 lost: closed as lost", "10.375 c1 talk: started after 9.875",
                "10.416666666666666 c1 done: closed as done",
            ])
        // Exactly at the limit is in time.
        #expect(try Kernel.log(model(notice: 1)).contains("2.375 c0 talk: cancelled in time"))
    }

    @Test("whoever stays away gets new slots after a delay until the re-bookings are used up")
    func noShow() throws {
        let appointment = Appointment(
            slots: "slots", noShow: .yes, rebookings: 1, rebookDelay: .days(2), lost: .to("lost"), next: .to("done"))
        let model = Self.model([0], appointment, [Self.plan(5)])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 talk: booked for 0.375", "0.375 c0 talk: stayed away", "2.375 c0 talk: booked for 2.375",
                "2.375 c0 talk: stayed away", "2.375 c0 lost: closed as lost",
            ])
        let simulation = try Kernel.run(model)
        #expect(simulation.observations.slotsLost[0] == 2)
        #expect(simulation.observations.waits[0].noShows == 2)
        #expect(simulation.observations.waits[0].lost == 1)
    }

    @Test("patience that runs out before the slot frees it; a slot exactly at the limit is kept")
    func patience() throws {
        func model(_ patience: Double) -> Model {
            let appointment = Appointment(
                slots: "slots", patience: .days(patience), reneged: .to("gone"), next: .to("done"))
            return Self.model([0, 3.2], appointment, [Self.plan(1, weekdays: [4])])
        }
        let log = try Kernel.log(model(3))
        #expect(
            log == [
                "0 c0 talk: booked for 3.375", "3 c0 talk: reneged", "3 c0 gone: closed as gone",
                "3.2 c1 talk: booked for 3.375", "3.375 c1 talk: started after 0.175",
                "3.4166666666666665 c1 done: closed as done",
            ])
        #expect(try Kernel.log(model(3.375)).contains("3.375 c0 talk: started after 3.375"))
    }

    @Test("a slot further ahead than acceptable makes the citizen balk, exactly at the limit not")
    func longestAcceptable() throws {
        let appointment = Appointment(
            slots: "slots", longestAcceptable: .days(3.375), balked: .to("gone"), next: .to("done"))
        let model = Self.model([0, 0], appointment, [Self.plan(1, weekdays: [4])])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 talk: booked for 3.375", "0 c1 talk: balked", "0 c1 gone: closed as gone",
                "3.375 c0 talk: started after 3.375", "3.4166666666666665 c0 done: closed as done",
            ])
    }

    @Test("a new slot further ahead than acceptable is declined too, whatever became of the first")
    func longestAcceptableAgain() throws {
        let appointment = Appointment(
            slots: "slots", longestAcceptable: .days(5), balked: .to("gone"),
            noShow: .binary(.equal, .attribute("k"), .constant(1)), rebookings: 3, lost: .to("lost"), next: .to("done"))
        let model = Self.model([0], appointment, [Self.plan(1, weekdays: [4])], values: [["k": 1]])
        #expect(
            try Kernel.log(model) == [
                "0 c0 talk: booked for 3.375", "3.375 c0 talk: stayed away", "3.375 c0 talk: balked",
                "3.375 c0 gone: closed as gone",
            ])
        let simulation = try Kernel.run(model)
        #expect(simulation.observations.waits[0].balked == 1)
        #expect(simulation.observations.waits[0].left.count == 1)
        #expect(simulation.observations.waiting[0] == 0)
    }

    @Test("the notice that decides whether a slot is acceptable is the notice of the booking, at every visit")
    func leadOfEveryVisit() throws {
        let appointment = Appointment(
            slots: "slots", lead: DurationDraw(.distribution(try .uniform(low: 0, high: 20))),
            longestAcceptable: .days(10), balked: .to("gone"), next: .to("again"))
        var model = Self.model(
            (0..<40).map { Double($0) }, appointment, [Self.plan(500, weekdays: [1, 2, 3, 4, 5], to: 17)])
        model.steps.append(
            Step(
                name: "again",
                action: .branch(
                    Branch(
                        .rules(
                            [
                                Branch.Rule(
                                    formula: .binary(.less, .state(.visits("talk")), .constant(5)), next: .to("talk"))
                            ], otherwise: .to("done"))))))
        let ahead = try Kernel.log(model).filter { $0.contains("booked for") }.compactMap { line -> Double? in
            let words = line.split(separator: " ")
            guard let from = Double(words[0]), let to = words.last.flatMap({ Double($0) }) else { return nil }
            return to - from
        }
        #expect(ahead.count > 25)
        #expect(ahead.allSatisfy { $0 <= 10 })
    }

    // MARK: Several resources

    private static let interpreter = Need(resource: "interpreter", condition: .attribute("k"))

    @Test("an interpreter is booked with the slot or the slot is not taken: the next at which both are free")
    func jointResources() throws {
        let appointment = Appointment(slots: "slots", also: [Self.interpreter], next: .to("done"))
        // Two slots at the same time each day, one interpreter.
        let model = Self.model(
            [0, 0, 0], appointment, [Self.plan(10, capacity: 2, staff: 2), Kernel.servers("interpreter")],
            values: [["k": 1], ["k": 1], ["k": 0]])
        let log = try Kernel.log(model).filter { $0.contains("booked") }
        #expect(
            log == [
                "0 c0 talk: booked for 0.375", "0 c1 talk: booked for 1.375", "0 c2 talk: booked for 0.375",
            ])
    }

    @Test("outside the interpreter's hours no slot is booked, sick or not")
    func jointOutsideHours() throws {
        let appointment = Appointment(slots: "slots", also: [Self.interpreter], next: .to("done"))
        var interpreter = Kernel.servers(
            "interpreter", 1, shifts: [Shift(weekdays: [3], from: Kernel.hours(8), to: Kernel.hours(16))])
        // Away from the first day to the last.
        interpreter.absences = [Absence(name: "ill", spellsPerYear: 1e9, length: .constant(10_000))]
        let model = Self.model([0], appointment, [Self.plan(5), interpreter], values: [["k": 1]])
        // Booked for Wednesday (absence is not known ahead), where staff are away each week.
        let log = try Kernel.log(model)
        #expect(log.first == "0 c0 talk: booked for 2.375")
        #expect(log.dropFirst().prefix(2) == ["2.375 c0 talk: called off by staff", "2.375 c0 talk: booked for 9.375"])
    }

    @Test("cancelled in time, what was booked with the slot is free again too")
    func jointCancellation() throws {
        let appointment = Appointment(
            slots: "slots", also: [Need(resource: "interpreter")],
            cancel: .binary(.equal, .attribute("k"), .constant(1)), cancelNotice: .days(3), reuseLimit: .zero,
            lost: .to("lost"), next: .to("done"))
        let model = Self.model(
            [0, 1], appointment, [Self.plan(2, weekdays: [4], capacity: 2), Kernel.servers("interpreter")],
            values: [["k": 1], [:]])
        #expect(try Kernel.log(model).contains("1 c1 talk: booked for 3.375"))
    }

    @Test("when interpreters are away only as many appointments are called off as must be", arguments: 1...12)
    func jointAbsence(replication: UInt32) throws {
        let appointment = Appointment(slots: "slots", also: [Need(resource: "interpreter")], next: .to("done"))
        var interpreters = Kernel.servers("interpreter", 3)
        interpreters.absences = [Absence(name: "ill", spellsPerYear: 1000, length: .constant(0.5))]
        let model = Self.model(
            [0, 0, 0], appointment, [Self.plan(3, weekdays: [1], capacity: 3, staff: 3), interpreters])
        let options = RunOptions(replication: replication)
        var prepared = Simulation(try CompiledModel(model), options)
        prepared.prepareTables()
        let slot = SimTime(days: 0.375).ticks
        let away = (0..<3).count { prepared.isAway(1, unit: $0, at: slot) }
        let log = try Kernel.log(model, options)
        #expect(log.count { $0.hasPrefix("0.375") && $0.hasSuffix("called off by staff") } == away)
        #expect(log.count { $0.hasPrefix("0.375") && $0.contains("started") } == 3 - away)
    }

    @Test("staff absence moves the booking without using up a re-booking")
    func staffAbsence() throws {
        let appointment = Appointment(slots: "slots", lost: .to("lost"), next: .to("done"))
        let away = Absence(name: "ill", spellsPerYear: 1e9, length: .constant(2.5))
        let model = Self.model([0], appointment, [Self.plan(5, absences: [away])])
        // Away practically always, in spells of 2.5 days with no time between.
        let log = try Kernel.log(model)
        #expect(
            log.prefix(4) == [
                "0 c0 talk: booked for 0.375", "0.375 c0 talk: called off by staff", "0.375 c0 talk: booked for 1.375",
                "1.375 c0 talk: called off by staff",
            ])
        #expect(!log.contains { $0.contains("closed") })
        let simulation = try Kernel.run(model)
        #expect(simulation.observations.slotsLost[0] == 0, "a slot that is not held is not lost")
        #expect(simulation.observations.calledOffByStaff[0] > 1)
    }

    @Test("those on a waiting list from before the run keep their waited days, the longest-waiting first")
    func initialWaitingList() throws {
        var model = Self.model(
            [], Appointment(slots: "slots", next: .to("done")), [Self.plan(5)])
        model.sources = [
            ArrivalSource(
                name: "w",
                process: .waitingList([5, 20, 10].map { InitialWaiter(alreadyWaited: SimTime(days: $0)) }),
                entry: .to("talk"))
        ]
        let log = try Kernel.log(model).filter { $0.contains("started") }
        #expect(
            log == [
                "0.375 w0 talk: started after 20.375", "1.375 w1 talk: started after 11.375",
                "2.375 w2 talk: started after 7.375",
            ])
        _ = try Kernel.run(model)
    }
}
