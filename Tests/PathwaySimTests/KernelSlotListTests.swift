import Testing

@testable import PathwaySim

@Suite("Appointments: slots granted by priority when the notice begins")
struct KernelSlotListTests {
    /// Thursdays at 9:00.
    private static func thursdays(_ perWeek: Double = 1) -> Resource {
        Resource(
            name: "slots",
            kind: .slots(
                SlotPlan(
                    slotsPerWeek: perWeek,
                    windows: [Shift(weekdays: [4], from: Kernel.hours(9), to: Kernel.hours(9 + perWeek))],
                    length: .hour)))
    }

    private static func appointment(
        lead: DurationDraw = .days(2), _ change: (inout Appointment) -> Void = { _ in }
    ) -> Appointment {
        var appointment = Appointment(
            slots: "slots", priority: .attribute("p"), lead: lead, lost: .to("gone"), reneged: .to("gone"),
            next: .to("done"))
        change(&appointment)
        return appointment
    }

    private static func model(
        _ arrivals: [Double], _ appointment: Appointment = appointment(), values: [[String: Double]] = [],
        resources: [Resource] = [thursdays()], more: [Step] = []
    ) -> Model {
        Kernel.model(
            arrivals, values: values, attributes: [Kernel.number("p"), Kernel.number("k")], resources: resources,
            calendar: .danish,
            [Step(name: "talk", action: .appointment(appointment)), Kernel.close("done"), Kernel.close("gone")] + more)
    }

    private static func log(_ model: Model) throws -> [String] {
        _ = try Kernel.run(model)
        return try Kernel.log(model).filter { !$0.contains("closed") }
    }

    @Test("the more urgent goes first though others asked before; a slot is booked when the notice begins")
    func urgentFirst() throws {
        let log = try Self.log(Self.model([0, 0.5, 1], values: [[:], [:], ["p": 1]]))
        #expect(
            log == [
                "1.375 c2 talk: booked for 3.375", "3.375 c2 talk: started after 2.375",
                "8.375 c0 talk: booked for 10.375", "10.375 c0 talk: started after 10.375",
                "15.375 c1 talk: booked for 17.375", "17.375 c1 talk: started after 16.875",
            ])
    }

    @Test("whoever asks after the notice began has to take the next slot, however urgent")
    func tooLate() throws {
        let log = try Self.log(Self.model([0, 1.5], values: [[:], ["p": 1]]))
        #expect(
            log.filter { $0.contains("started") } == [
                "3.375 c0 talk: started after 3.375", "10.375 c1 talk: started after 8.875",
            ])
    }

    @Test("with equal priorities everybody gets the slot that would have been promised on asking")
    func equalPriorities() throws {
        let arrivals = [0, 0.2, 3, 3.1, 9, 9.5, 9.6, 20]
        func starts(_ priority: Formula?) throws -> [String] {
            let appointment = Self.appointment { $0.priority = priority }
            return try Self.log(Self.model(arrivals, appointment, resources: [Self.thursdays(2)]))
                .filter { $0.contains("started") }
        }
        #expect(try starts(.constant(1)) == starts(nil))
        #expect(try starts(nil).count == arrivals.count)
    }

    @Test("a slot cancelled in time goes to the most urgent who can still make it")
    func cancelled() throws {
        let appointment = Self.appointment(lead: .days(1)) {
            $0.cancel = .binary(.equal, .attribute("k"), .constant(1))
            $0.cancelNotice = .days(1)
            $0.reuseLimit = .zero
        }
        // c0 has Thursday and cancels a day before; c2, who came last and is more urgent, gets it, c1 the week after.
        let log = try Self.log(Self.model([0, 0.1, 0.2], appointment, values: [["k": 1, "p": 5], [:], ["p": 1]]))
        #expect(
            log == [
                "2.375 c0 talk: booked for 3.375", "2.375 c0 talk: cancelled in time",
                "2.375 c2 talk: booked for 3.375",
                "3.375 c2 talk: started after 3.175", "9.375 c1 talk: booked for 10.375",
                "10.375 c1 talk: started after 10.275",
            ])
    }

    @Test("patience runs on the list as well; whoever leaves it is passed over")
    func patience() throws {
        let appointment = Self.appointment { $0.patience = DurationDraw(.formula(.attribute("k"))) }
        let log = try Self.log(
            Self.model([0, 0.5], appointment, values: [["p": 1, "k": 1], ["k": 50]]))
        #expect(
            log == [
                "1 c0 talk: reneged", "1.375 c1 talk: booked for 3.375", "3.375 c1 talk: started after 2.875",
            ])
    }

    @Test("with notices of different length each is booked when the own notice begins, in order of priority")
    func differentNotices() throws {
        let lead = DurationDraw(.formula(.attribute("k")), unit: .workingDays)
        let log = try Self.log(
            Self.model([0, 0], Self.appointment(lead: lead), values: [["k": 1], ["p": 1, "k": 3]]))
        // Three working days before Thursday 9:00 is Monday 9:00; a week later one working day before is Wednesday.
        #expect(
            log.filter { $0.contains("booked") } == [
                "0.375 c1 talk: booked for 3.375", "9.375 c0 talk: booked for 10.375",
            ])
    }

    @Test("steps of the same slots without a priority wait on the same list, with priority 0")
    func severalSteps() throws {
        var other = Self.appointment()
        other.priority = nil
        var model = Self.model(
            [0, 0.5], values: [["k": 1], ["p": 1]],
            more: [Step(name: "other", action: .appointment(other)), Kernel.byNumber("way", "k", ["talk", "other"])])
        model.sources[0].entry = .to("way")
        #expect(
            try Self.log(model).filter { $0.contains("started") } == [
                "3.375 c1 talk: started after 2.875", "10.375 c0 other: started after 10.375",
            ])
    }

    @Test("nobody can decline beforehand a slot that is not known beforehand")
    func declined() {
        let appointment = Self.appointment {
            $0.longestAcceptable = .days(10)
            $0.balked = .to("gone")
        }
        #expect(throws: ModelError.declinedByPriority(step: "talk")) {
            try CompiledModel(Self.model([0], appointment))
        }
    }
}
