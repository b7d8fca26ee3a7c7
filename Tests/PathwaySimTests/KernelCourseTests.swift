import Testing

@testable import PathwaySim

@Suite("Courses: groups that form, meet and end")
struct KernelCourseTests {
    // MARK: Fixed dates

    @Test("starts on its date with those who joined in time, the first of them first")
    func dates() throws {
        let course = CourseModels.course(max: 2, .dates([Kernel.at(7), Kernel.at(14)]), .duration(.days(3))) {
            $0.joinLead = .day
        }
        let model = CourseModels.model([0, 1, 2, 6, 6.5], course)
        let log = try Kernel.log(model)
        #expect(
            log == [
                "7 c0 group: group of 2", "7 c1 group: group of 2", "7 c0 group: started after 7",
                "7 c1 group: started after 6", "10 c0 done: closed as done", "10 c1 done: closed as done",
                "14 c2 group: group of 2", "14 c3 group: group of 2", "14 c2 group: started after 12",
                "14 c3 group: started after 8", "17 c2 done: closed as done", "17 c3 done: closed as done",
            ])
        #expect(try Kernel.run(model).census().map(\.tally.count) == [1])
    }

    @Test("joined exactly the invitation time before the date is in time")
    func joinLead() throws {
        let course = CourseModels.course(max: 5, .dates([Kernel.at(7)]), .duration(.days(1))) { $0.joinLead = .day }
        let model = CourseModels.model([6, 6.01], course)
        #expect(try Kernel.log(model).filter { $0.contains("started") } == ["7 c0 group: started after 1"])
    }

    @Test("under its minimum a date is skipped, or run anyway")
    func underMinimum() throws {
        let dates = Course.Start.dates([Kernel.at(7), Kernel.at(14)])
        let postponed = CourseModels.model([0, 10], CourseModels.course(max: 5, min: 2, dates, .duration(.days(1))))
        let log = try Kernel.log(postponed).filter { $0.contains("started") }
        #expect(
            log == [
                "14 c0 group: started after 14", "14 c1 group: started after 4",
            ])
        #expect(try Kernel.run(postponed).observations.groupsCancelled == [1])
        let anyway = CourseModels.model(
            [0, 10], CourseModels.course(max: 5, min: 2, dates, .duration(.days(1))) { $0.underMinimum = .runAnyway })
        let log2 = try Kernel.log(anyway).filter { $0.contains("started") }
        #expect(
            log2 == [
                "7 c0 group: started after 7", "14 c1 group: started after 4",
            ])
    }

    @Test("the higher priority gets the seats")
    func priority() throws {
        let course = CourseModels.course(max: 1, .dates([Kernel.at(7), Kernel.at(14)]), .duration(.days(1)))
        let model = CourseModels.model([0, 1], course, values: [[:], ["p": 1]])
        let log = try Kernel.log(model).filter { $0.contains("started") }
        #expect(
            log == [
                "7 c1 group: started after 6", "14 c0 group: started after 14",
            ])
    }

    @Test("whoever does not fit in the last seats waits, and the next who fits is taken")
    func twoSeats() throws {
        let course = CourseModels.course(max: 3, .dates([Kernel.at(7), Kernel.at(14)]), .duration(.days(1))) {
            $0.seats = CourseModels.seats
        }
        let model = CourseModels.model([0, 0, 0], course, values: [["seats": 2], ["seats": 2], ["seats": 1]])
        let log = try Kernel.log(model).filter { $0.contains("group of") }
        #expect(
            log == [
                "7 c0 group: group of 3", "7 c2 group: group of 3", "14 c1 group: group of 2",
            ])
    }

    @Test("seats that are wanted but cannot be combined do not make up the minimum")
    func minimumOfSeatsTaken() throws {
        let dates = Course.Start.dates([Kernel.at(7), Kernel.at(14)])
        let model = CourseModels.model(
            [0, 0, 10],
            CourseModels.course(max: 3, min: 3, dates, .duration(.days(1))) { $0.seats = CourseModels.seats },
            values: [["seats": 2], ["seats": 2], ["seats": 1]])
        let log = try Kernel.log(model).filter { $0.contains("group of") }
        #expect(
            log == [
                "14 c0 group: group of 3", "14 c2 group: group of 3",
            ])
        let full = CourseModels.model(
            [0, 0, 10],
            CourseModels.course(max: 3, min: 3, .whenFull(orAfter: nil), .duration(.days(1))) {
                $0.seats = CourseModels.seats
            },
            values: [["seats": 2], ["seats": 2], ["seats": 1]])
        let log2 = try Kernel.log(full).filter { $0.contains("group of") }
        #expect(
            log2 == [
                "10 c0 group: group of 3", "10 c2 group: group of 3",
            ])
    }

    @Test("a date on which staff are busy is skipped; the next takes them")
    func datesNeedStaff() throws {
        let course = CourseModels.course(
            max: 5, .dates([Kernel.at(7), Kernel.at(8), Kernel.at(12)]), .duration(.days(4))
        ) { $0.needs = [Need(resource: "teacher")] }
        let model = CourseModels.model([0, 7.5], course, resources: [Kernel.servers("teacher")])
        let log = try Kernel.log(model).filter { $0.contains("started") }
        #expect(
            log == [
                "7 c0 group: started after 7", "12 c1 group: started after 4.5",
            ])
    }

    @Test("sessions are held on their weekdays at their time, closed days moved to the next meeting day")
    func sessions() throws {
        let start = CivilDate(year: 2026, month: 3, day: 23)!  // Easter Monday is 6 April
        var model = CourseModels.model(
            [0],
            CourseModels.course(
                max: 5, .dates([Kernel.at(0)]),
                .sessions(Sessions(count: 3, weekdays: [1], at: Kernel.hours(17), length: Kernel.hours(2)))))
        model.start = start
        let log = try Kernel.log(model, dates: true, without: ["arrived", "entered"])
        #expect(
            log == [
                "2026-03-23 00:00 c0 group: group of 1",
                "2026-03-23 17:00 c0 group: started after 0.7083333333333334", "2026-03-23 17:00 c0 group: session 1",
                "2026-03-30 17:00 c0 group: session 2", "2026-04-13 17:00 c0 group: session 3",
                "2026-04-13 19:00 c0 group: ended", "2026-04-13 19:00 c0 done: closed as done",
            ])
    }

    // MARK: Gathering

    @Test("starts when full")
    func whenFull() throws {
        let model = CourseModels.model(
            [0, 1, 2, 3], CourseModels.course(max: 3, .whenFull(orAfter: nil), .duration(.days(1))))
        let log = try Kernel.log(model).filter { $0.contains("started") }
        #expect(
            log == [
                "2 c0 group: started after 2", "2 c1 group: started after 1", "2 c2 group: started after 0",
            ])
    }

    @Test("or after the gathering time of the first, if enough are there; else when enough have come")
    func gatheringTime() throws {
        let start = Course.Start.whenFull(orAfter: .days(5))
        let enough = CourseModels.model([0, 1, 20], CourseModels.course(max: 3, min: 2, start, .duration(.days(1))))
        let log = try Kernel.log(enough).filter { $0.contains("started") }
        #expect(
            log == [
                "5 c0 group: started after 5", "5 c1 group: started after 4",
            ])
        let late = CourseModels.model([0, 8, 9], CourseModels.course(max: 3, min: 2, start, .duration(.days(1))))
        let log2 = try Kernel.log(late).filter { $0.contains("started") }
        #expect(
            log2 == [
                "8 c0 group: started after 8", "8 c1 group: started after 0",
            ])
    }

    @Test("a gathering that everybody left begins anew with the next who joins")
    func gatheringAnew() throws {
        let course = CourseModels.course(max: 3, min: 2, .whenFull(orAfter: .days(5)), .duration(.days(1))) {
            $0.queueing = Queueing(patience: .days(10), reneged: .to("gone"))
        }
        let model = CourseModels.model([0, 20, 21], course)
        let log = try Kernel.log(model).filter { !$0.contains("group of") }
        #expect(
            log == [
                "10 c0 group: reneged", "10 c0 gone: closed as gone", "25 c1 group: started after 5",
                "25 c2 group: started after 4", "26 c1 done: closed as done", "26 c2 done: closed as done",
            ])
    }

    @Test("starts as soon as staff are free and the minimum waits")
    func whenStaffFree() throws {
        let course = CourseModels.course(max: 3, min: 2, .whenStaffFree, .duration(.days(5))) {
            $0.needs = [Need(resource: "teacher")]
        }
        let model = CourseModels.model([0, 1, 2, 3, 4, 5], course, resources: [Kernel.servers("teacher")])
        let log = try Kernel.log(model).filter { $0.contains("started") }
        #expect(
            log == [
                "1 c0 group: started after 1", "1 c1 group: started after 0", "6 c2 group: started after 4",
                "6 c3 group: started after 3", "6 c4 group: started after 2",
            ])
    }

    @Test("no longer enough when one reneges: staff go to others meanwhile")
    func reneges() throws {
        let course = CourseModels.course(max: 3, min: 2, .whenStaffFree, .duration(.days(5))) {
            $0.needs = [Need(resource: "teacher")]
            $0.queueing = Queueing(patience: .days(2), reneged: .to("gone"))
        }
        let model = CourseModels.model(
            [0, 0.5, 1, 4], course, values: [["k": 1], [:], [:], [:]], resources: [Kernel.servers("teacher")],
            more: [
                Kernel.byNumber("way", "k", ["group", "talk"]), Kernel.service("talk", on: "teacher", .constant(4)),
            ],
            entry: "way")
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 talk: started after 0", "2.5 c1 group: reneged", "2.5 c1 gone: closed as gone",
                "3 c2 group: reneged", "3 c2 gone: closed as gone", "4 c0 done: closed as done",
                "6 c3 group: reneged", "6 c3 gone: closed as gone",
            ])
    }

    @Test("a full group that waits for staff dissolves when a member reneges and too few are left")
    func formedGroupDissolves() throws {
        let course = CourseModels.course(max: 2, min: 2, .whenFull(orAfter: nil), .duration(.days(1))) {
            $0.needs = [Need(resource: "teacher")]
            $0.queueing = Queueing(
                patience: DurationDraw(.formula(.attribute("k"))), reneged: .to("gone"))
        }
        let model = CourseModels.model(
            [0, 1, 2, 8], course, values: [["k": -1], ["k": 3], ["k": 50], ["k": 50]],
            resources: [Kernel.servers("teacher")],
            more: [
                Step(
                    name: "way",
                    action: .branch(
                        Branch(
                            .rules(
                                [
                                    Branch.Rule(
                                        formula: .binary(.less, .attribute("k"), .constant(0)), next: .to("talk"))
                                ], otherwise: .to("group"))))),
                Kernel.service("talk", on: "teacher", .constant(6)),
            ], entry: "way")
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 talk: started after 0", "2 c1 group: group of 2", "2 c2 group: group of 2",
                "4 c1 group: reneged", "4 c1 gone: closed as gone", "6 c0 done: closed as done",
                "8 c2 group: group of 2", "8 c3 group: group of 2", "8 c2 group: started after 6",
                "8 c3 group: started after 0", "9 c2 done: closed as done", "9 c3 done: closed as done",
            ])
    }

    // MARK: Always running

    @Test("a course that always runs takes newcomers at the next session while there are seats")
    func rolling() throws {
        let model = CourseModels.model(
            [0, 2, 2], CourseModels.course(max: 2, .rolling, .sessions(CourseModels.weekly)))
        // Tuesdays: day 1, 8, 15 …
        let log = try Kernel.log(model).filter { !$0.contains("group of") }
        #expect(
            log == [
                "1 c0 group: started after 1", "1 c0 group: session 1", "8 c1 group: started after 6",
                "8 c0 group: session 2", "8 c1 group: session 1", "8.041666666666666 c0 done: closed as done",
                "15 c2 group: started after 13", "15 c1 group: session 2", "15 c2 group: session 1",
                "15.041666666666666 c1 done: closed as done", "22 c2 group: session 2",
                "22.041666666666668 c2 done: closed as done",
            ])
    }

    // MARK: Dropping out, staying away

    @Test("drops out before a session after the first, and the empty group meets no more")
    func dropout() throws {
        let course = CourseModels.course(max: 2, .whenFull(orAfter: .zero), .sessions(CourseModels.weekly)) {
            $0.dropout = .attribute("k")
            $0.dropped = .to("dropped")
        }
        let model = CourseModels.model([0], course, values: [["k": 1]])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 group: group of 1", "1 c0 group: started after 1", "1 c0 group: session 1",
                "8 c0 group: dropped out", "8 c0 dropped: closed as dropped",
            ])
    }

    @Test("misses sessions without leaving")
    func noShow() throws {
        let course = CourseModels.course(max: 2, .whenFull(orAfter: .zero), .sessions(CourseModels.weekly)) {
            $0.noShow = .attribute("k")
        }
        let model = CourseModels.model([0], course, values: [["k": 1]])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 group: group of 1", "1 c0 group: started after 1", "1 c0 group: session 1 missed",
                "8 c0 group: session 2 missed", "8.041666666666666 c0 done: closed as done",
            ])
    }

    // MARK: Luck

    @Test("how long a group lasts is the group's luck, not its members'")
    func groupLuck() throws {
        let length = DurationDraw(.distribution(try .exponential(mean: 3)))
        func ends(_ arrivals: [Double]) throws -> [String] {
            let model = CourseModels.model(
                arrivals, CourseModels.course(max: 2, .dates([Kernel.at(7)]), .duration(length)))
            return try Kernel.log(model).filter { $0.contains("closed") }.map { String($0.split(separator: " ")[0]) }
        }
        let one = try ends([0])
        let two = try ends([0, 1])
        #expect(Set(one + two).count == 1)
    }
}
