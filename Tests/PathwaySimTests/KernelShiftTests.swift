import Testing

@testable import PathwaySim

@Suite("Services at the end of a shift")
struct KernelShiftTests {
    private static let office = [
        Shift(weekdays: [1, 2, 3, 4, 5], from: Kernel.hours(8), to: Kernel.hours(12))
    ]

    @Test("a service under way at the end of a shift is finished first")
    func shiftFinish() throws {
        let model = Kernel.model(
            [0, 0], resources: [Kernel.servers("r", 1, shifts: Self.office)],
            [Kernel.service("s", .constant(0.25)), Kernel.close("done")])
        let log = try Kernel.log(model, dates: true)
        #expect(
            log == [
                "2026-01-05 08:00 c0 s: started after 0.3333333333333333",
                "2026-01-05 14:00 c0 done: closed as done", "2026-01-06 08:00 c1 s: started after 1.3333333333333333",
                "2026-01-06 14:00 c1 done: closed as done",
            ])
    }

    @Test("a service that pauses goes on at the next shift, over the weekend and a holiday")
    func shiftPause() throws {
        let friday = CivilDate(year: 2026, month: 4, day: 1)!  // Wednesday before Maundy Thursday
        let model = Kernel.model(
            [0], resources: [Kernel.servers("r", 1, shifts: Self.office, workingDaysOnly: true)], start: friday,
            calendar: .danish,
            [Kernel.service("s", .constant(0.25), shiftEnd: .pause), Kernel.close("done")])
        // 4 h on Wednesday; Thursday, Friday and Monday are holidays; 2 h on Tuesday.
        let log = try Kernel.log(model, dates: true)
        #expect(
            log == [
                "2026-04-01 08:00 c0 s: started after 0.3333333333333333", "2026-04-01 12:00 c0 s: interrupted",
                "2026-04-07 08:00 c0 s: resumed", "2026-04-07 10:00 c0 done: closed as done",
            ])
    }

    @Test("a service that uses several resources pauses too, and resumes when all are there")
    func shiftPauseTogether() throws {
        let model = Kernel.model(
            [0], resources: [Kernel.servers("r", 1, shifts: Self.office), Kernel.servers("room")],
            [
                Kernel.service(
                    "s", needs: [Need(resource: "r"), Need(resource: "room")], .constant(0.25), shiftEnd: .pause),
                Kernel.close("done"),
            ])
        let log = try Kernel.log(model, dates: true)
        #expect(
            log == [
                "2026-01-05 08:00 c0 s: started after 0.3333333333333333", "2026-01-05 12:00 c0 s: interrupted",
                "2026-01-06 08:00 c0 s: resumed", "2026-01-06 10:00 c0 done: closed as done",
            ])
    }
}
