import Testing

@testable import PathwaySim

@Suite("Ways, decisions, attributes, coming back")
struct KernelRoutingTests {
    @Test("time passes in calendar days, working days, open hours and months")
    func delays() throws {
        // Friday 27 March 2026, noon; Easter from 2 to 6 April.
        let friday = CivilDate(year: 2026, month: 3, day: 27)!
        func end(_ amount: Double, _ unit: DurationDraw.Unit) throws -> String {
            let model = Kernel.model(
                [0.5], start: friday, calendar: .danish,
                [
                    Step(
                        name: "d",
                        action: .delay(Delay(duration: DurationDraw(.constant(amount), unit: unit), next: .to("done")))),
                    Kernel.close("done"),
                ])
            return String(try #require(try Kernel.log(model, dates: true).last).prefix(16))
        }
        #expect(try end(1.25, .calendarDays) == "2026-03-28 18:00")
        #expect(try end(5, .workingDays) == "2026-04-08 12:00")
        #expect(try end(0.2, .workingDays) == "2026-03-30 12:00")
        #expect(try end(6.0 / 24, .openDays) == "2026-03-30 10:00")
        #expect(try end(4.0 / 24, .openDays) == "2026-03-27 16:00")
        #expect(try end(1, .months) == "2026-04-27 12:00")
        #expect(try end(-3, .calendarDays) == "2026-03-27 12:00")
    }

    @Test("one citizen's dated way: message, working-day delay, appointment and course across holidays and a weekend")
    func datedWay() throws {
        let slots = Resource(
            name: "slots",
            kind: .slots(
                SlotPlan(
                    slotsPerWeek: 2, windows: [Shift(weekdays: [2, 4], from: Kernel.hours(9), to: Kernel.hours(10))],
                    length: .hour)))
        let course = Course(
            maximum: 8, start: .dates([Kernel.at(24)]),
            length: .sessions(Sessions(count: 3, weekdays: [1], at: Kernel.hours(17), length: Kernel.hours(2))),
            joinLead: .day, next: .to("done"))
        let model = Kernel.model(
            [1.5], resources: [slots], start: CivilDate(year: 2026, month: 5, day: 8)!, calendar: .danish,
            [
                Step(
                    name: "referral",
                    action: .message(
                        Message(
                            kind: "referral", from: "gp", to: "municipality",
                            delay: DurationDraw(.constant(2), unit: .workingDays), next: .to("visitation")))),
                Step(
                    name: "visitation",
                    action: .delay(
                        Delay(duration: DurationDraw(.constant(2), unit: .workingDays), next: .to("talk")))),
                Step(
                    name: "talk", action: .appointment(Appointment(slots: "slots", lead: .days(2), next: .to("group")))),
                Step(name: "group", action: .course(course)), Kernel.close("done"),
            ])
        // Saturday 9 May; Ascension Thursday 14 May and Whit Monday 25 May are closed, the Friday after is not.
        let log = try Kernel.log(model, dates: true, without: [])
        #expect(
            log == [
                "2026-05-09 12:00 c0 -: arrived", "2026-05-09 12:00 c0 referral: entered",
                "2026-05-09 12:00 c0 referral: referral sent from gp to municipality",
                "2026-05-12 12:00 c0 referral: referral received", "2026-05-12 12:00 c0 referral: ended",
                "2026-05-12 12:00 c0 visitation: entered", "2026-05-15 12:00 c0 visitation: ended",
                "2026-05-15 12:00 c0 talk: entered", "2026-05-15 12:00 c0 talk: booked for 11.375",
                "2026-05-19 09:00 c0 talk: started after 3.875", "2026-05-19 10:00 c0 talk: ended",
                "2026-05-19 10:00 c0 group: entered", "2026-06-01 00:00 c0 group: group of 1",
                "2026-06-01 17:00 c0 group: started after 13.291666666666666", "2026-06-01 17:00 c0 group: session 1",
                "2026-06-08 17:00 c0 group: session 2", "2026-06-15 17:00 c0 group: session 3",
                "2026-06-15 19:00 c0 group: ended", "2026-06-15 19:00 c0 done: entered",
                "2026-06-15 19:00 c0 done: closed as done",
            ])
    }

    @Test("the branches of a drawn duration may count different things")
    func mixedUnits() throws {
        let inner = NumberDraw.choose(
            [.init(condition: .binary(.equal, .attribute("k"), .constant(2)), draw: .constant(1), unit: .months)],
            otherwise: .constant(2))
        let duration = DurationDraw(
            .choose(
                [
                    .init(
                        condition: .binary(.equal, .attribute("k"), .constant(1)), draw: .constant(3),
                        unit: .workingDays),
                    .init(
                        condition: .binary(.greater, .attribute("k"), .constant(1)), draw: inner, unit: .calendarDays),
                ], otherwise: .distribution(try .uniform(low: 9.5, high: 9.5001))))
        // Monday 5 January at noon.
        let model = Kernel.model(
            [0.5, 0.5, 0.5, 0.5], values: (0...3).map { ["k": Double($0)] }, attributes: [Kernel.number("k")],
            calendar: .danish,
            [
                Step(name: "d", action: .delay(Delay(duration: duration, next: .to("done")))), Kernel.close("done"),
            ])
        let log = try Kernel.log(model, dates: true).sorted {
            $0.split(separator: " ")[2] < $1.split(separator: " ")[2]
        }
        #expect(
            log.map { String($0.prefix(19)) } == [
                "2026-01-15 00:00 c0", "2026-01-08 12:00 c1", "2026-02-05 12:00 c2", "2026-01-07 12:00 c3",
            ])
    }

    @Test("takes the first rule that holds, else the way for all others")
    func rules() throws {
        func rule(_ above: Double, _ next: String) -> Branch.Rule {
            Branch.Rule(formula: .binary(.greater, .attribute("k"), .constant(above)), next: .to(next))
        }
        let model = Kernel.model(
            [0, 0, 0], values: [["k": 3], ["k": 2], ["k": 0]], attributes: [Kernel.number("k")],
            [
                Step(
                    name: "way",
                    action: .branch(Branch(.rules([rule(2, "a"), rule(1, "b")], otherwise: .to("c"))))),
                Kernel.close("a"), Kernel.close("b"), Kernel.close("c"),
            ])
        let log = try Kernel.log(model)
        #expect(log == ["0 c0 a: closed as a", "0 c1 b: closed as b", "0 c2 c: closed as c"])
    }

    @Test("an undefined rule counts as false")
    func undefinedRule() throws {
        let model = Kernel.model(
            [0],
            [
                Step(
                    name: "way",
                    action: .branch(
                        Branch(
                            .rules(
                                [
                                    Branch.Rule(
                                        formula: .binary(.divide, .constant(1), .constant(0)), next: .to("a"))
                                ], otherwise: .to("b"))))), Kernel.close("a"), Kernel.close("b"),
            ])
        #expect(try Kernel.log(model) == ["0 c0 b: closed as b"])
    }

    @Test("probabilities that do not sum to one stop the run with the step and the sum")
    func probabilitySum() throws {
        func model(_ p: Double) -> Model {
            Kernel.model(
                [1],
                [
                    Step(
                        name: "way",
                        action: .branch(
                            Branch(
                                .probabilities([
                                    Branch.Rule(formula: .constant(0.5), next: .to("a")),
                                    Branch.Rule(formula: .constant(p), next: .to("b")),
                                ])))), Kernel.close("a"), Kernel.close("b"),
                ])
        }
        #expect(throws: SimulationError.probabilities(step: "way", sum: 0.75, at: .day)) {
            try Kernel.log(model(0.25))
        }
        #expect(try Kernel.log(model(0.5)).count == 1)
    }

    @Test("a way with probability one is always taken, one with probability zero never")
    func certainWays() throws {
        let model = Kernel.model(
            (0..<200).map(Double.init), horizon: 300,
            [
                Step(
                    name: "way",
                    action: .branch(
                        Branch(
                            .probabilities([
                                Branch.Rule(formula: .constant(0), next: .to("a")),
                                Branch.Rule(formula: .constant(1), next: .to("b")),
                                Branch.Rule(formula: .constant(0), next: .to("a")),
                            ])))), Kernel.close("a"), Kernel.close("b"),
            ])
        #expect(try Kernel.run(model).observations.outcomes.all == [0, 200])
    }

    @Test("weights of a route are shares")
    func weights() throws {
        var model = Kernel.model(
            (0..<4000).map { Double($0) / 100 }, [Kernel.delay("d", 1, to: "a"), Kernel.close("a"), Kernel.close("b")])
        model.steps[0] = Step(
            name: "d",
            action: .delay(
                Delay(duration: .zero, next: Route([.init(step: "a", weight: 3), .init(step: "b", weight: 1)]))))
        let outcomes = try Kernel.run(model).observations.outcomes.all
        // Binomial(4000, 0.75): a 99.99 % interval is 3000 ± 3.9 · 27.4.
        #expect((2893...3107).contains(outcomes[0]))
        #expect(outcomes[0] + outcomes[1] == 4000)
    }

    // MARK: Choices

    private static func choice(_ decisions: [Decision]) -> Model {
        var model = Kernel.model(
            [], attributes: [Kernel.number("k")],
            [
                Step(
                    name: "offer",
                    action: .choice(
                        Choice(options: [
                            Choice.Option(
                                name: "yes", probability: .constant(0.5),
                                assignments: [Assignment(attribute: "k", value: .number(.constant(7)))],
                                next: .to("again")),
                            Choice.Option(name: "no", probability: .constant(0.5), next: .to("gone")),
                            Choice.Option(
                                name: "closed", probability: .constant(0.5), condition: .no, next: .to("gone")),
                        ]))), Kernel.delay("again", 1, to: "offer"), Kernel.close("gone"),
            ])
        model.sources = [
            ArrivalSource(
                name: "cases", process: .cases([NamedCase(name: "albert", at: .day, decisions: decisions)]),
                entry: .to("offer"))
        ]
        return model
    }

    @Test("a person's decisions are taken visit by visit")
    func decisions() throws {
        let model = Self.choice([
            Decision(step: "offer", option: "yes"), Decision(step: "offer", option: "yes", visit: 1),
            Decision(step: "offer", option: "no", visit: 2),
        ])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "1 albert offer: chose yes", "1 albert offer: k = 7", "2 albert offer: chose yes",
                "2 albert offer: k = 7", "3 albert offer: chose no", "3 albert gone: closed as gone",
            ])
    }

    @Test("the run pauses where a decision is missing and says what is open")
    func pause() throws {
        let model = try CompiledModel(Self.choice([Decision(step: "offer", option: "yes")]))
        let trace = try CaseTrace.run(model, RunOptions(traced: ["albert"], pausesAtChoiceOf: "albert"))
        let pause = try #require(trace.pause)
        #expect(pause.step == "offer")
        #expect(pause.options == ["yes", "no"])
        #expect(pause.visit == 1)
        #expect(pause.instant == SimTime(days: 2))
        #expect(pause.attributes == [AttributeValue(attribute: "k", value: 7)])
        #expect(trace.entries.last?.happening == .awaitsDecision)
    }

    @Test("an option that is not open is never drawn")
    func closedOption() throws {
        var model = Self.choice([])
        model.sources = [
            ArrivalSource(
                name: "c", process: .recorded((0..<50).map { RecordedArrival(at: SimTime(days: Double($0))) }),
                entry: .to("offer"))
        ]
        #expect(!(try Kernel.log(model).contains { $0.contains("chose closed") }))
    }

    // MARK: Attributes

    @Test("attributes are drawn on arrival in their order, the source's own in place of the model's")
    func attributesOnArrival() throws {
        var model = Kernel.model(
            [0, 0], values: [[:], ["b": 9]],
            attributes: [
                Attribute(name: "a", kind: .number, initial: .number(.constant(2))),
                Attribute(
                    name: "b", kind: .number,
                    initial: .number(.formula(.binary(.multiply, .attribute("a"), .constant(10))))),
                Attribute(
                    name: "c", kind: .boolean, initial: .chance(.binary(.greater, .attribute("b"), .constant(25)))),
            ],
            [
                Step(
                    name: "set",
                    action: .assign(
                        Assign(
                            assignments: [
                                Assignment(
                                    attribute: "a",
                                    value: .number(.formula(.binary(.add, .attribute("b"), .attribute("c")))))
                            ], next: .to("done")))), Kernel.close("done"),
            ])
        model.sources[0].assignments = [Assignment(attribute: "a", value: .number(.constant(3)))]
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 set: a = 31", "0 c0 done: closed as done", "0 c1 set: a = 9", "0 c1 done: closed as done",
            ])
    }

    @Test("an attribute that is asked before it is drawn is 0, whoever had its place before")
    func attributeBeforeDrawn() throws {
        let model = Kernel.model(
            [0, 1],
            attributes: [
                Attribute(name: "a", kind: .number, initial: .number(.formula(.attribute("b")))),
                Attribute(name: "b", kind: .number, initial: .number(.constant(5))),
            ],
            [
                Step(
                    name: "set",
                    action: .assign(
                        Assign(
                            assignments: [Assignment(attribute: "b", value: .number(.formula(.attribute("a"))))],
                            next: .to("done")))), Kernel.close("done"),
            ])
        #expect(try Kernel.log(model).filter { $0.contains("=") } == ["0 c0 set: b = 0", "1 c1 set: b = 0"])
    }

    // MARK: Coming back

    @Test("comes back as often as allowed, then the course ends for good and counts once")
    func reEntry() throws {
        let model = Kernel.model(
            [0],
            [
                Kernel.delay("d", 1, to: "declined"),
                Step(
                    name: "declined",
                    action: .close(
                        Close(
                            outcome: "declined",
                            reEntry: Close.ReEntry(probability: .yes, after: .days(3), to: .to("d"), maximum: 2)))),
            ])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "1 c0 declined: comes back at 4", "5 c0 declined: comes back at 8", "9 c0 declined: closed as declined",
            ])
        let simulation = try Kernel.run(model)
        #expect(simulation.observations.outcomes.all == [1])
        #expect(simulation.observations.returns[1] == 2)
    }

    @Test("whoever is away until the run is over is still in the system")
    func awayAtEnd() throws {
        let model = Kernel.model(
            [0],
            [
                Step(
                    name: "declined",
                    action: .close(
                        Close(
                            outcome: "declined",
                            reEntry: Close.ReEntry(probability: .yes, after: .days(3000), to: .to("declined")))))
            ])
        let simulation = try Kernel.run(model)
        #expect(simulation.inSystem == 1)
        #expect(simulation.observations.outcomes.all == [0])
    }

    @Test("a formula knows the clock, the history and the system")
    func states() throws {
        func value(_ formula: Formula) throws -> Double {
            var model = Kernel.model(
                [0.5, 0.5], attributes: [Kernel.number("x")],
                resources: [Kernel.servers("r", 2), Kernel.servers("s", 1)], start: Kernel.monday, calendar: .danish,
                [
                    Kernel.service("first", .constant(1), to: "second"),
                    Kernel.service("second", on: "s", .constant(1), to: "set"),
                    Step(
                        name: "set",
                        action: .assign(
                            Assign(
                                assignments: [Assignment(attribute: "x", value: .number(.formula(formula)))],
                                next: .to("more")))), Kernel.delay("more", 100, to: "done"), Kernel.close("done"),
                ])
            model.horizon = SimTime(days: 50)
            // The second citizen sets at day 3.5, Thursday noon; the first is in `more`.
            let last = try #require(try Kernel.log(model).last { $0.contains("=") })
            return try #require(Double(last.split(separator: " ").last ?? ""))
        }
        #expect(try value(.state(.elapsedDays)) == 3)
        #expect(try value(.state(.nowDays)) == 3.5)
        #expect(try value(.state(.weekday)) == 4)
        #expect(try value(.state(.month)) == 1)
        #expect(try value(.state(.year)) == 2026)
        #expect(try value(.state(.hour)) == 12)
        #expect(try value(.state(.isWorkingDay)) == 1)
        #expect(try value(.state(.busy("s"))) == 0)
        #expect(try value(.state(.onDuty("r"))) == 2)
        #expect(try value(.state(.waitingFor("s"))) == 0)
        #expect(try value(.state(.waitingFor("second"))) == 0)
        #expect(try value(.state(.visits("first"))) == 1)
        #expect(try value(.state(.happened("second.start"))) == 1)
        #expect(try value(.state(.happened("done.enter"))) == 0)
        #expect(try value(.state(.daysSince("second.start"))) == 1)
        #expect(try value(.state(.lastWait("second"))) == 1)
        #expect(try value(.state(.inSystem)) == 2)
        #expect(throws: SimulationError.self) { try value(.state(.daysSince("done.enter"))) }
    }
}
