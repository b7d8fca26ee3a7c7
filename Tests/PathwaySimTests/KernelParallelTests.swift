import Testing

@testable import PathwaySim

@Suite("Parallel arms, and waiting for something")
struct KernelParallelTests {
    @Test("a join of all waits for the last arm")
    func joinAll() throws {
        let model = Kernel.model(
            [0],
            [
                Kernel.split("both", ["a", "b"], join: "meet"), Kernel.delay("a", 1, to: "meet"),
                Kernel.delay("b", 3, to: "meet"), Kernel.join("meet"), Kernel.close("done"),
            ])
        let log = try Kernel.log(model, without: [])
        #expect(
            log == [
                "0 c0 -: arrived", "0 c0 both: entered", "0 c0 a: entered", "0 c0 b: entered", "1 c0 a: ended",
                "1 c0 meet: entered", "3 c0 b: ended", "3 c0 meet: entered", "3 c0 done: entered",
                "3 c0 done: closed as done",
            ])
    }

    @Test("an arm is taken only when its condition holds; without any the citizen goes on at once")
    func conditionalArms() throws {
        func model(_ k: Double) -> Model {
            Kernel.model(
                [0], values: [["k": k]], attributes: [Kernel.number("k")],
                [
                    Step(
                        name: "maybe",
                        action: .split(
                            Split(
                                arms: [
                                    Split.Arm(step: "a", condition: .binary(.greater, .attribute("k"), .constant(0))),
                                    Split.Arm(step: "b", condition: .binary(.greater, .attribute("k"), .constant(1))),
                                ], join: "meet"))), Kernel.delay("a", 1, to: "meet"),
                    Kernel.delay("b", 3, to: "meet"), Kernel.join("meet"), Kernel.close("done"),
                ])
        }
        let none = try Kernel.log(model(0))
        let one = try Kernel.log(model(1))
        let both = try Kernel.log(model(2))
        #expect(none == ["0 c0 done: closed as done"])
        #expect(one == ["1 c0 done: closed as done"])
        #expect(both == ["3 c0 done: closed as done"])
    }

    @Test("a join is entered once, by the first arm, and visited once, with or without arms")
    func joinIsEnteredOnce() throws {
        let model = Kernel.model(
            [0], attributes: [Kernel.number("k")],
            intervals: [Interval(name: "open", from: "meet.enter", to: "meet.end")],
            [
                Kernel.split("both", ["short", "long"], join: "meet"), Kernel.delay("short", 1, to: "meet"),
                Kernel.delay("long", 3, to: "meet"), Kernel.join("meet", to: "count"),
                Step(
                    name: "count",
                    action: .assign(
                        Assign(
                            assignments: [
                                Assignment(attribute: "k", value: .number(.formula(.state(.visits("meet")))))
                            ], next: .to("none")))),
                Step(
                    name: "none",
                    action: .split(Split(arms: [Split.Arm(step: "short", condition: .no)], join: "empty"))),
                Kernel.join("empty", to: "last"),
                Step(
                    name: "last",
                    action: .assign(
                        Assign(
                            assignments: [
                                Assignment(attribute: "k", value: .number(.formula(.state(.happened("empty.enter")))))
                            ], next: .to("done")))),
                Kernel.close("done"),
            ])
        let log = try Kernel.log(model)
        #expect(log.contains("3 c0 count: k = 1"))
        #expect(log.contains("3 c0 last: k = 1"))
        #expect(try Kernel.run(model).observations.intervals[0].mean == Double(SimTime(days: 2).ticks))
    }

    @Test("a join of any goes on with the first arm and calls the others off wherever they are")
    func joinAny() throws {
        let slots = Resource(
            name: "slots",
            kind: .slots(
                SlotPlan(
                    slotsPerWeek: 1, windows: [Shift(weekdays: [4], from: Kernel.hours(9), to: Kernel.hours(10))],
                    length: .hour)))
        let course = Course(
            maximum: 5, minimum: 5, start: .whenFull(orAfter: nil), length: .duration(.days(1)), next: .to("meet"))
        let running = Course(
            maximum: 1, start: .whenFull(orAfter: nil), length: .duration(.days(9)), next: .to("meet"))
        var model = Kernel.model(
            [0], resources: [slots, Kernel.servers("busy", 0, changes: [(9, 1)]), Kernel.servers("r")],
            calendar: .danish,
            [
                Kernel.split(
                    "all", ["quick", "queue", "serve", "book", "gather", "run", "letter", "wait", "nested"],
                    join: "meet"),
                Kernel.delay("quick", 1, to: "meet"), Kernel.service("queue", on: "busy", .constant(1), to: "meet"),
                Kernel.service("serve", .constant(5), to: "meet"),
                Step(name: "book", action: .appointment(Appointment(slots: "slots", next: .to("meet")))),
                Step(name: "gather", action: .course(course)), Step(name: "run", action: .course(running)),
                Step(
                    name: "letter",
                    action: .message(
                        Message(kind: "m", from: "a", to: "b", delay: .days(9), next: .to("meet")))),
                Step(
                    name: "wait", action: .waitFor(WaitFor(trigger: .citizenEvent("meet.end"), next: .to("meet")))),
                Kernel.split("nested", ["slow", "slower"], join: "inner"), Kernel.delay("slow", 7, to: "inner"),
                Kernel.delay("slower", 8, to: "inner"), Kernel.join("inner", to: "meet"),
                Kernel.join("meet", .any, to: "after"), Kernel.delay("after", 20, to: "done"), Kernel.close("done"),
            ])
        model.reportedLevels = 1
        let log = try Kernel.log(model)
        #expect(
            log.filter { $0.hasPrefix("1 ") }.sorted()
                == [
                    "1 c0 book: called off", "1 c0 gather: called off", "1 c0 inner: called off",
                    "1 c0 letter: called off", "1 c0 queue: called off", "1 c0 run: called off",
                    "1 c0 serve: called off", "1 c0 slow: called off", "1 c0 slower: called off",
                    "1 c0 wait: called off",
                ])
        #expect(log.last == "21 c0 done: closed as done")
        let simulation = try Kernel.run(model)
        #expect(simulation.resources.all.map(\.busy) == [0, 0, 0])
        #expect(simulation.resources.all.map(\.queue.level) == [0, 0, 0])
        #expect(simulation.observations.waiting.all.allSatisfy { $0 == 0 })
        #expect(
            simulation.compiled.model.steps.indices.allSatisfy { simulation.observations.levels.level(of: $0) == 0 })
        #expect(simulation.courses.all.allSatisfy { $0.seatsWaiting == 0 })
        #expect(simulation.observations.underWay == 0)
    }

    @Test("an arm that closes the citizen calls the other arms off")
    func armCloses() throws {
        let model = Kernel.model(
            [0, 0.5], resources: [Kernel.servers("r")],
            [
                Kernel.split("both", ["a", "b"], join: "meet"), Kernel.delay("a", 1, to: "gone"),
                Kernel.service("b", .constant(5), to: "meet"), Kernel.join("meet"), Kernel.close("done"),
                Kernel.close("gone"),
            ])
        let log = try Kernel.log(model)
        #expect(
            log.filter { !$0.contains("gone: called off") } == [
                "0 c0 b: started after 0", "1 c0 b: called off", "1 c0 gone: closed as gone",
                "1 c1 b: started after 0.5", "1.5 c1 b: called off", "1.5 c1 gone: closed as gone",
            ])
        let simulation = try Kernel.run(model)
        #expect(simulation.observations.outcomes.all == [0, 2])
    }

    @Test("splits lie within splits, and what an arm seized is the citizen's after the join")
    func nested() throws {
        let model = Kernel.model(
            [0, 0], resources: [Kernel.servers("bed")],
            [
                Kernel.split("outer", ["one", "inner"], join: "outerJoin"), Kernel.delay("one", 1, to: "outerJoin"),
                Kernel.split("inner", ["two", "in"], join: "innerJoin"), Kernel.delay("two", 2, to: "innerJoin"),
                Kernel.seize("in", "bed", to: "innerJoin"), Kernel.join("innerJoin", to: "outerJoin"),
                Kernel.join("outerJoin", to: "stay"), Kernel.delay("stay", 1, to: "out"),
                Kernel.release("out", ["bed"], to: "home"), Kernel.delay("home", 5, to: "done"),
                Kernel.close("done"),
            ])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 in: started after 0", "3 c1 in: started after 3", "8 c0 done: closed as done",
                "9 c1 done: closed as done",
            ])
    }

    @Test("two arms that pass the same step have luck of their own there")
    func luckOfArms() throws {
        let spread = NumberDraw.distribution(try .exponential(mean: 1))
        let model = Kernel.model(
            [0],
            [
                Kernel.split("both", ["a", "b"], join: "meet"), Kernel.delay("a", 0, to: "same"),
                Kernel.delay("b", 0, to: "same"), Kernel.delay("same", spread, to: "meet"), Kernel.join("meet"),
                Kernel.close("done"),
            ])
        let ends = try Kernel.log(model, without: []).filter { $0.hasSuffix("same: ended") }
        #expect(Set(ends).count == 2)
    }

    // MARK: Waiting for something

    private static func waiting(
        _ trigger: WaitFor.Trigger, _ arrivals: [Double], patience: Double? = nil,
        values: [[String: Double]] = [], calendar: WorkingCalendar = .danish
    ) -> Model {
        Kernel.model(
            arrivals, values: values, attributes: [Kernel.number("k")], calendar: calendar,
            worldEvents: [WorldEvent(name: "opens", instants: [Kernel.at(10), Kernel.at(5)])],
            [
                Step(
                    name: "wait",
                    action: .waitFor(
                        WaitFor(
                            trigger: trigger, patience: patience.map { .days($0) }, reneged: .to("gone"),
                            next: .to("done")))), Kernel.close("done"), Kernel.close("gone"),
            ])
    }

    @Test("waits for the next instant of a world event, now included; after the last for ever")
    func worldEvent() throws {
        let model = Self.waiting(.worldEvent("opens"), [0, 5, 6, 11])
        let log = try Kernel.log(model)
        #expect(
            log.filter { $0.contains("closed") } == [
                "5 c0 done: closed as done", "5 c1 done: closed as done", "10 c2 done: closed as done",
            ])
        #expect(try Kernel.run(model).census().map(\.tally.count) == [1])
    }

    @Test("waits for a date: the first of a month, on the next working day when it is closed")
    func date() throws {
        let model = Self.waiting(
            .date(DatePattern(daysOfMonth: [1], at: Kernel.hours(8), nextWorkingDay: true)), [0, 27.5])
        // 1 February 2026 is a Sunday; 2 February 12:00 is too late for it.
        let log = try Kernel.log(model, dates: true)
        #expect(
            log.filter { $0.contains("closed") } == [
                "2026-02-02 08:00 c0 done: closed as done", "2026-02-02 08:00 c1 done: closed as done",
            ])
        let weekday = try Kernel.log(Self.waiting(.date(DatePattern(weekdays: [1])), [0, 0.1]))
        #expect(weekday.filter { $0.contains("closed") } == ["0 c0 done: closed as done", "7 c1 done: closed as done"])
    }

    @Test("waits until the day an attribute holds; at once when it has passed")
    func instant() throws {
        let model = Self.waiting(.instant(.attribute("k")), [0, 4], values: [["k": 2.5], ["k": 1]])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "2.5 c0 wait: started after 2.5", "2.5 c0 done: closed as done", "4 c1 wait: started after 0",
                "4 c1 done: closed as done",
            ])
    }

    @Test("gives up when patience runs out first; exactly at the limit is in time")
    func patience() throws {
        let exact = try Kernel.log(Self.waiting(.worldEvent("opens"), [0], patience: 5))
        let short = try Kernel.log(Self.waiting(.worldEvent("opens"), [0], patience: 4.9))
        #expect(exact == ["5 c0 wait: started after 5", "5 c0 done: closed as done"])
        #expect(short == ["4.9 c0 wait: reneged", "4.9 c0 gone: closed as gone"])
    }

    @Test("waits for an event of the same citizen on a parallel arm; at once when it has happened")
    func citizenEvent() throws {
        func model(_ a: Double, _ b: Double, patience: Double?) -> Model {
            Kernel.model(
                [0],
                [
                    Kernel.split("both", ["a", "b"], join: "meet"), Kernel.delay("a", a, to: "later"),
                    Kernel.delay("later", 10, to: "meet"), Kernel.delay("b", b, to: "wait"),
                    Step(
                        name: "wait",
                        action: .waitFor(
                            WaitFor(
                                trigger: .citizenEvent("a.end"), patience: patience.map { .days($0) },
                                reneged: .to("meet"), next: .to("meet")))), Kernel.join("meet"), Kernel.close("done"),
                ])
        }
        let waits = try Kernel.log(model(3, 1, patience: nil))
        let happened = try Kernel.log(model(1, 3, patience: nil))
        let inTime = try Kernel.log(model(3, 1, patience: 2))
        let tooLate = try Kernel.log(model(3, 1, patience: 1))
        #expect(waits == ["3 c0 wait: started after 2", "13 c0 done: closed as done"])
        #expect(happened == ["3 c0 wait: started after 0", "11 c0 done: closed as done"])
        #expect(inTime == ["3 c0 wait: started after 2", "13 c0 done: closed as done"])
        #expect(tooLate == ["2 c0 wait: reneged", "13 c0 done: closed as done"])
    }
}
