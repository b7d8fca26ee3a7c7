import Testing

@testable import PathwaySim

@Suite("Courses: the staff of groups")
struct KernelCourseStaffTests {
    private static func always(_ length: Double) -> Absence {
        Absence(name: "ill", spellsPerYear: 1e9, length: .constant(length))
    }

    @Test("a session for which staff are away is held later, or not at all")
    func cancelledSessions() throws {
        func model(_ what: Sessions.Cancelled, horizon: Double) -> Model {
            var plan = CourseModels.weekly
            plan.whenCancelled = what
            let course = CourseModels.course(max: 2, .whenFull(orAfter: .zero), .sessions(plan)) {
                $0.needs = [Need(resource: "teacher")]
                $0.staffing = .eachSession
            }
            var teacher = Kernel.servers("teacher")
            teacher.absences = [Self.always(1000)]
            return CourseModels.model([0], course, resources: [teacher], horizon: horizon)
        }
        let log = try Kernel.log(model(.postponed, horizon: 20))
        #expect(
            log == [
                "0 c0 group: group of 1", "1 c0 group: session cancelled", "8 c0 group: session cancelled",
                "15 c0 group: session cancelled",
            ])
        let dropped = model(.dropped, horizon: 20)
        let log2 = try Kernel.log(dropped)
        #expect(
            log2 == [
                "0 c0 group: group of 1", "1 c0 group: session cancelled", "8 c0 group: session cancelled",
                "8.041666666666666 c0 group: started after 8.041666666666666",
                "8.041666666666666 c0 done: closed as done",
            ])
        #expect(try Kernel.run(dropped).observations.waiting[0] == 0)
    }

    @Test("staff for the whole course are held from start to end")
    func wholeCourseStaff() throws {
        let course = CourseModels.course(max: 1, .whenFull(orAfter: nil), .sessions(CourseModels.weekly)) {
            $0.needs = [Need(resource: "teacher")]
        }
        let model = CourseModels.model([0, 2], course, resources: [Kernel.servers("teacher")])
        let log = try Kernel.log(model).filter { !$0.contains("group of") }
        #expect(
            log == [
                "1 c0 group: started after 1", "1 c0 group: session 1", "8 c0 group: session 2",
                "8.041666666666666 c0 done: closed as done", "15 c1 group: started after 13",
                "15 c1 group: session 1", "22 c1 group: session 2", "22.041666666666668 c1 done: closed as done",
            ])
    }

    @Test("staff booked for each session are free between: two groups on different days share them")
    func staffPerSession() throws {
        let plan = Sessions(count: 2, weekdays: [2, 4], at: .zero, length: .hour)
        let course = CourseModels.course(max: 1, .whenFull(orAfter: nil), .sessions(plan)) {
            $0.needs = [Need(resource: "teacher")]
            $0.staffing = .eachSession
        }
        let model = CourseModels.model([0, 0], course, resources: [Kernel.servers("teacher")])
        // The first group meets on day 1 and 3, the second when the teacher is free at both: day 8 and 10.
        let log = try Kernel.log(model).filter { $0.contains("session") }
        #expect(
            log == [
                "1 c0 group: session 1", "3 c0 group: session 2", "8 c1 group: session 1", "10 c1 group: session 2",
            ])
        let simulation = try Kernel.run(model)
        #expect(simulation.resources[0].booked == 4 * SimTime.hour.ticks)
    }

    @Test("sessions booked for a group that dissolves can be had by another")
    func bookingsOfDissolvedGroup() throws {
        let plan = Sessions(count: 2, weekdays: [2, 4], at: .zero, length: .hour)
        let course = CourseModels.course(max: 1, .whenFull(orAfter: nil), .sessions(plan)) {
            $0.needs = [Need(resource: "teacher")]
            $0.staffing = .eachSession
            $0.queueing = Queueing(patience: DurationDraw(.formula(.attribute("k"))), reneged: .to("gone"))
        }
        let model = CourseModels.model(
            [0, 0.75], course, values: [["k": 0.5], ["k": 50]], resources: [Kernel.servers("teacher")])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 group: group of 1", "0.5 c0 group: reneged", "0.5 c0 gone: closed as gone",
                "0.75 c1 group: group of 1", "1 c1 group: started after 0.25", "1 c1 group: session 1",
                "3 c1 group: session 2", "3.0416666666666665 c1 done: closed as done",
            ])
    }

    @Test("a postponed session is booked like the others, so nobody is in two places")
    func postponedSessionIsBooked() throws {
        let plan = Sessions(count: 1, weekdays: [1, 2, 3, 4, 5], at: .zero, length: .hour)
        let course = CourseModels.course(max: 1, .whenFull(orAfter: nil), .sessions(plan)) {
            $0.needs = [Need(resource: "teacher")]
            $0.staffing = .eachSession
        }
        var teacher = Kernel.servers("teacher")
        teacher.absences = [Absence(name: "ill", spellsPerYear: 100, length: .constant(2))]
        // One group a day wants the teacher; each cancelled session must find a day of its own.
        let model = CourseModels.model((0..<20).map(Double.init), course, resources: [teacher], horizon: 200)
        let held = try Kernel.log(model).filter { $0.contains("session 1") }.map { $0.split(separator: " ")[0] }
        #expect(held.count == 20)
        #expect(Set(held).count == held.count, "\(held)")
        #expect(try Kernel.log(model).contains { $0.contains("cancelled") })
    }

    @Test("the staff of a group that everybody has left are free at once")
    func emptyGroupEnds() throws {
        let course = CourseModels.course(max: 1, .whenFull(orAfter: nil), .duration(.days(50))) {
            $0.needs = [Need(resource: "teacher")]
            $0.next = .to("meet")
        }
        let model = CourseModels.model(
            [0, 1], course, resources: [Kernel.servers("teacher")],
            more: [
                Kernel.split("both", ["group", "short"], join: "meet"), Kernel.delay("short", 10, to: "meet"),
                Kernel.join("meet", .any),
            ], entry: "both")
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 group: group of 1", "0 c0 group: started after 0", "1 c1 group: group of 1",
                "10 c0 group: called off", "10 c0 done: closed as done", "10 c1 group: started after 9",
                "11 c1 group: called off", "11 c1 done: closed as done",
            ])
    }
}
