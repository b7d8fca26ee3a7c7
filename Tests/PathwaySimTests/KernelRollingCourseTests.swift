import Testing

@testable import PathwaySim

@Suite("Courses that always run: staff for each session, cancelled sessions, how many must be there")
struct KernelRollingCourseTests {
    /// Tuesdays at 00:00, two sessions a citizen.
    private static let weekly = Sessions(count: 2, weekdays: [2], at: .zero, length: .hour)

    private static func course(
        max maximum: Int = 5, min minimum: Int = 1, _ start: Course.Start = .rolling, needs: [Need] = [],
        _ plan: Sessions = weekly, to next: String = "done"
    ) -> Course {
        Course(
            maximum: maximum, minimum: minimum, start: start, needs: needs, staffing: .eachSession,
            length: .sessions(plan), next: .to(next))
    }

    /// Citizens with `k` = 0 go to the course that always runs, the others to one that starts when full.
    private static func model(
        _ arrivals: [Double], other: [Bool] = [], needs: [Need] = [], resources: [Resource] = [],
        _ change: (inout Course) -> Void = { _ in }
    ) -> Model {
        var running = course(needs: needs)
        change(&running)
        let full = course(max: 1, .whenFull(orAfter: nil), needs: needs)
        return Kernel.model(
            arrivals, values: other.map { ["k": $0 ? 1 : 0] }, attributes: [Kernel.number("k")],
            resources: resources, calendar: .danish,
            [
                Kernel.byNumber("way", "k", ["running", "full"]),
                Step(name: "running", action: .course(running)), Step(name: "full", action: .course(full)),
                Kernel.close("done"),
            ])
    }

    private static func sessions(_ model: Model) throws -> [String] {
        try Kernel.log(model).filter { $0.contains("session") }
    }

    @Test("its sessions are booked, so another course gets the teacher when it needs no more")
    func booked() throws {
        let model = Self.model(
            [0, 0.5], other: [false, true], needs: [Need(resource: "teacher")], resources: [Kernel.servers("teacher")])
        #expect(
            try Self.sessions(model) == [
                "1 c0 running: session 1", "8 c0 running: session 2", "15 c1 full: session 1", "22 c1 full: session 2",
            ])
        #expect(try Kernel.run(model).resources[0].booked == 4 * SimTime.hour.ticks)
    }

    @Test("it meets when its staff are free, not when another course has them")
    func waitsForStaff() throws {
        let model = Self.model(
            [0, 0.5], other: [true, false], needs: [Need(resource: "teacher")], resources: [Kernel.servers("teacher")])
        #expect(
            try Self.sessions(model) == [
                "1 c0 full: session 1", "8 c0 full: session 2", "15 c1 running: session 1", "22 c1 running: session 2",
            ])
    }

    @Test("when nobody is left, what was booked for it can be had by others")
    func bookingsGivenBack() throws {
        // The third session of c0 is booked, and free again when c0 has left before it.
        let model = Self.model(
            [0, 9], other: [false, true], needs: [Need(resource: "teacher")], resources: [Kernel.servers("teacher")])
        #expect(
            try Self.sessions(model) == [
                "1 c0 running: session 1", "8 c0 running: session 2", "15 c1 full: session 1", "22 c1 full: session 2",
            ])
    }

    @Test(
        "a cancelled session is made up for, or counts as one of the citizen's",
        arguments: [Sessions.Cancelled.postponed, .dropped], 1...6 as ClosedRange<UInt32>)
    func cancelled(_ what: Sessions.Cancelled, replication: UInt32) throws {
        var teacher = Kernel.servers("teacher")
        teacher.absences = [Absence(name: "ill", spellsPerYear: 30, length: .constant(9))]
        let model = Self.model([0, 3, 11], needs: [Need(resource: "teacher")], resources: [teacher]) {
            $0.length = .sessions(
                Sessions(count: 3, weekdays: [2], at: .zero, length: .hour, whenCancelled: what))
        }
        let log = try Kernel.log(model, RunOptions(replication: replication))
        for citizen in ["c0", "c1", "c2"] {
            let own = log.filter { $0.contains(" \(citizen) running: ") }
            let held = own.count { $0.contains("session ") && !$0.contains("cancelled") }
            let cancelled = own.count { $0.contains("session cancelled") }
            #expect(log.contains { $0.contains("\(citizen) done") })
            #expect(held + (what == .dropped ? cancelled : 0) == 3, "\(log)")
        }
    }

    @Test("it begins when at least the smallest group waits, and goes on with fewer")
    func minimum() throws {
        let model = Self.model([0, 3, 9]) { $0.minimum = 2 }
        #expect(
            try Self.sessions(model) == [
                "8 c0 running: session 1", "8 c1 running: session 1", "15 c0 running: session 2",
                "15 c1 running: session 2", "15 c2 running: session 1", "22 c2 running: session 2",
            ])
        let anyway = Self.model([0]) {
            $0.minimum = 2
            $0.underMinimum = .runAnyway
        }
        #expect(try Self.sessions(anyway).first == "1 c0 running: session 1")
    }
}
