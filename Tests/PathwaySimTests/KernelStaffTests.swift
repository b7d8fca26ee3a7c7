import Testing

@testable import PathwaySim

@Suite("Staff: absences of any length, and who is free for a whole interval")
struct KernelStaffTests {
    private static func error(_ model: Model) -> ModelError? {
        do {
            _ = try CompiledModel(model)
            return nil
        } catch { return error }
    }

    private static func absent(_ length: NumberDraw) -> Model {
        var resource = Kernel.servers("r")
        resource.absences = [Absence(name: "ill", spellsPerYear: 300, length: length)]
        return Kernel.model(
            [], attributes: [Kernel.number("k")], resources: [resource], horizon: 90,
            [Kernel.service("s", .constant(1)), Kernel.close("done")])
    }

    @Test("an absence is as long as its rule or the branch of its choice says, judged when it begins")
    func lengths() throws {
        func spells(_ length: NumberDraw) throws -> [Closure] {
            var simulation = Simulation(try CompiledModel(Self.absent(length)), RunOptions())
            simulation.prepareTables()
            #expect(simulation.now == 0 && simulation.failure == nil)
            return simulation.unitSpells[0][0]
        }
        let rule = try spells(.formula(.binary(.add, .state(.nowDays), .constant(1))))
        #expect(rule.count > 3 && rule.allSatisfy { abs(($0.to - $0.from).days - $0.from.days - 1) < 1e-6 })
        // The run begins on 5 January: the month ends with day 27.
        let month = try spells(
            .choose(
                [.init(condition: .binary(.equal, .state(.month), .constant(1)), draw: .constant(3))],
                otherwise: .distribution(try .uniform(low: 0.25, high: 0.5))))
        #expect(month.contains { $0.from.days < 27 } && month.contains { $0.from.days > 27 })
        for spell in month {
            let days = (spell.to - spell.from).days
            #expect(spell.from.days < 27 ? abs(days - 3) < 1e-6 : (0.24...0.51).contains(days))
        }
    }

    @Test("an absence cannot depend on a citizen, nor can what belongs to a group or a source")
    func aboutNobody() throws {
        #expect(Self.error(Self.absent(.formula(.attribute("k")))) == .aboutCitizens(what: "length", in: "r"))
        #expect(Self.error(Self.absent(.formula(.state(.elapsedDays)))) == .aboutCitizens(what: "length", in: "r"))
        var model = Self.absent(.constant(1))
        model.steps.append(
            Step(
                name: "group",
                action: .course(
                    Course(
                        maximum: 2, start: .whenStaffFree, length: .duration(DurationDraw(.formula(.attribute("k")))),
                        next: .to("done")))))
        #expect(Self.error(model) == .aboutCitizens(what: "length", in: "group"))
        model.steps.removeLast()
        model.sources[0].batch = .formula(.attribute("k"))
        #expect(Self.error(model) == .aboutCitizens(what: "batch", in: "c"))
    }

    @Test("a course's needs are the group's: a condition on the citizen is refused")
    func conditionOnCourse() {
        var model = Self.absent(.constant(1))
        model.steps.append(
            Step(
                name: "group",
                action: .course(
                    Course(
                        maximum: 2, start: .whenStaffFree, needs: [Need(resource: "r", condition: .attribute("k"))],
                        length: .duration(.days(1)), next: .to("done")))))
        #expect(Self.error(model) == .conditionOnCourse(step: "group"))
    }

    // MARK: Free for the whole interval

    /// A group of one that meets once, `hours` long from 9:00, at the first date its teacher is free.
    private static func meeting(_ shifts: [Shift], weekdays: Set<Int>, hours: Double) -> Model {
        Kernel.model(
            [0], resources: [Kernel.servers("teacher", shifts: shifts)], calendar: .danish,
            [
                Step(
                    name: "group",
                    action: .course(
                        Course(
                            maximum: 1, start: .whenFull(orAfter: nil), needs: [Need(resource: "teacher")],
                            staffing: .eachSession,
                            length: .sessions(
                                Sessions(count: 1, weekdays: weekdays, at: Kernel.hours(9), length: Kernel.hours(hours))
                            ), next: .to("done")))),
                Kernel.close("done"),
            ])
    }

    private static func shift(_ weekdays: Set<Int>, _ from: Double, _ to: Double, _ capacity: Int? = nil) -> Shift {
        Shift(weekdays: weekdays, from: Kernel.hours(from), to: Kernel.hours(to), capacity: capacity)
    }

    @Test("staff who are off duty in the middle of a session are not free for it")
    func gapInside() throws {
        let model = Self.meeting(
            [Self.shift([2], 8, 10), Self.shift([2], 11, 16), Self.shift([3], 8, 16)], weekdays: [2, 3], hours: 3)
        #expect(try Kernel.log(model).contains("2.375 c0 group: session 1"))
    }

    @Test("fewer on duty later matters only to those who are promised then")
    func fewerLater() throws {
        // Two teachers until 10, one after; one of them is promised from 8 to 10 only.
        var model = Self.meeting(
            [Self.shift([2], 8, 10, 2), Self.shift([2], 10, 16, 1)], weekdays: [2], hours: 3)
        let early = Course(
            maximum: 1, start: .whenFull(orAfter: nil), needs: [Need(resource: "teacher")], staffing: .eachSession,
            length: .sessions(Sessions(count: 1, weekdays: [2], at: Kernel.hours(8), length: Kernel.hours(2))),
            next: .to("group"))
        model.steps.append(Step(name: "early", action: .course(early)))
        model.sources.append(
            ArrivalSource(name: "e", process: .recorded([RecordedArrival(at: .zero)]), entry: .to("early")))
        model.sources[0].process = .recorded([RecordedArrival(at: .hour)])
        let log = try Kernel.log(model)
        #expect(log.contains { $0.hasSuffix("e0 early: session 1") && $0.hasPrefix("1.333") })
        #expect(log.contains("1.375 c0 group: session 1"))
    }
}
