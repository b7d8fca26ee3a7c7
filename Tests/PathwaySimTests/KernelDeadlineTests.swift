import Testing

@testable import PathwaySim

@Suite("Promises: kept, broken, still open")
struct KernelDeadlineTests {
    /// Arrival, a first step until `first` days later, a second until `second` days after that, the end.
    private static func counts(
        _ deadline: Deadline, arrival: Double = 0.5, first: Double = 1, second: Double = 1, horizon: Double = 100,
        warmup: Double = 0, start: CivilDate = Kernel.monday, values: [String: Double] = [:]
    ) throws -> [Int] {
        let model = Kernel.model(
            [arrival], values: [values], attributes: [Kernel.number("k")], horizon: horizon, warmup: warmup,
            start: start, calendar: .danish, deadlines: [deadline],
            [Kernel.delay("a", first, to: "b"), Kernel.delay("b", second, to: "done"), Kernel.close("done")])
        let counts = try Kernel.run(model).observations.deadlines[0]
        return [counts.kept, counts.broken, counts.open]
    }

    private static let kept = [1, 0, 0]
    private static let broken = [0, 1, 0]
    private static let open = [0, 0, 1]

    @Test("hours count from the instant; exactly at the limit is kept")
    func hours() throws {
        func deadline(_ hours: Double) -> Deadline {
            Deadline(name: "d", from: "arrival", to: "a.end", limit: .hours(hours))
        }
        #expect(try Self.counts(deadline(24)) == Self.kept)
        #expect(try Self.counts(deadline(23.99)) == Self.broken)
    }

    @Test("days end at 24:00 on the n-th day, the event's date being day 0")
    func days() throws {
        let deadline = Deadline(name: "d", from: "arrival", to: "a.end", limit: .days(2))
        #expect(try Self.counts(deadline, arrival: 0.9, first: 2.1) == Self.kept)
        #expect(try Self.counts(deadline, arrival: 0.9, first: 2.11) == Self.broken)
    }

    @Test("working days skip the weekend and holidays")
    func workingDays() throws {
        // Wednesday 1 April 2026; the next working days are Tuesday 7 and Wednesday 8 April.
        let wednesday = CivilDate(year: 2026, month: 4, day: 1)!
        let deadline = Deadline(name: "d", from: "arrival", to: "a.end", limit: .workingDays(2))
        #expect(try Self.counts(deadline, first: 7.5, start: wednesday) == Self.kept)
        #expect(try Self.counts(deadline, first: 7.51, start: wednesday) == Self.broken)
    }

    @Test("months end on the same day of the month, or that month's last day")
    func months() throws {
        let last = CivilDate(year: 2026, month: 1, day: 31)!
        let deadline = Deadline(name: "d", from: "arrival", to: "a.end", limit: .months(1))
        #expect(try Self.counts(deadline, first: 28.5, start: last) == Self.kept)
        #expect(try Self.counts(deadline, first: 28.51, start: last) == Self.broken)
    }

    @Test("a limit may end at a time of day")
    func endsAt() throws {
        let deadline = Deadline(
            name: "d", from: "arrival", to: "a.end", limit: .workingDays(1), endsAt: Kernel.hours(12))
        #expect(try Self.counts(deadline, first: 1) == Self.kept)
        #expect(try Self.counts(deadline, first: 1.001) == Self.broken)
    }

    @Test("a notice must have come at least that long before; on the day itself is too late")
    func notice() throws {
        let days = Deadline(name: "d", from: "b.end", to: "a.end", limit: .days(-3))
        #expect(try Self.counts(days, first: 1, second: 4) == Self.kept)
        #expect(try Self.counts(days, first: 1, second: 2) == Self.broken)
        let hours = Deadline(name: "d", from: "b.end", to: "a.end", limit: .hours(-48))
        #expect(try Self.counts(hours, first: 1, second: 2) == Self.kept)
        #expect(try Self.counts(hours, first: 1, second: 1.99) == Self.broken)
        let never = Deadline(name: "d", from: "a.end", to: "b.end", limit: .hours(-1))
        #expect(try Self.counts(never) == Self.broken)
    }

    @Test("broken once the limit passes within the run, open when it lies beyond the end")
    func openAtEnd() throws {
        let deadline = Deadline(name: "d", from: "arrival", to: "b.end", limit: .days(20))
        #expect(try Self.counts(deadline, first: 50, horizon: 40) == Self.broken)
        #expect(try Self.counts(deadline, first: 50, horizon: 15) == Self.open)
        #expect(try Self.counts(deadline, first: 5, second: 50, horizon: 40) == Self.broken)
    }

    @Test("a promise to a citizen whose course ends is broken when its limit passes, unless that event ends it")
    func closedWithout() throws {
        let promise = Deadline(name: "d", from: "arrival", to: "b.leave", limit: .days(20))
        #expect(try Self.counts(promise) == Self.broken)
        #expect(try Self.counts(promise, horizon: 20) == Self.open)
        var cancelled = promise
        cancelled.cancelledBy = ["close"]
        #expect(try Self.counts(cancelled) == [0, 0, 0])
        cancelled.cancelledBy = ["a.end"]
        #expect(try Self.counts(cancelled) == [0, 0, 0])
    }

    @Test("holds only for those it is for, and only while it is valid")
    func conditionAndValidity() throws {
        var deadline = Deadline(name: "d", from: "a.end", to: "b.end", limit: .days(20))
        deadline.condition = .attribute("k")
        #expect(try Self.counts(deadline, values: ["k": 1]) == Self.kept)
        #expect(try Self.counts(deadline) == [0, 0, 0])
        deadline.condition = nil
        deadline.validFrom = SimTime(days: 1.5)
        #expect(try Self.counts(deadline) == Self.kept)
        deadline.validTo = SimTime(days: 1.5)
        #expect(try Self.counts(deadline) == [0, 0, 0])
    }

    @Test("settled before the warm-up ends, a promise is not counted; later it is")
    func warmup() throws {
        let deadline = Deadline(name: "d", from: "arrival", to: "a.end", limit: .days(20))
        #expect(try Self.counts(deadline, first: 1, warmup: 2) == [0, 0, 0])
        #expect(try Self.counts(deadline, first: 1, warmup: 1.5) == Self.kept)
    }

    /// A loop of three rounds: `a` takes the days in `k`, which doubles each round.
    private static func rounds(_ deadline: Deadline, first: Double) throws -> [Int] {
        let model = Kernel.model(
            [0], values: [["k": first]], attributes: [Kernel.number("k")], deadlines: [deadline],
            [
                Kernel.delay("a", .formula(.attribute("k")), to: "more"),
                Step(
                    name: "more",
                    action: .branch(
                        Branch(
                            .rules(
                                [
                                    Branch.Rule(
                                        formula: .binary(.less, .state(.visits("a")), .constant(3)), next: .to("twice"))
                                ], otherwise: .to("done"))))),
                Step(
                    name: "twice",
                    action: .assign(
                        Assign(
                            assignments: [
                                Assignment(
                                    attribute: "k",
                                    value: .number(.formula(.binary(.multiply, .attribute("k"), .constant(2)))))
                            ], next: .to("a")))), Kernel.close("done"),
            ])
        let counts = try Kernel.run(model).observations.deadlines[0]
        return [counts.kept, counts.broken, counts.open]
    }

    @Test("starts again after it was settled")
    func restarts() throws {
        // Rounds of 1, 2 and 4 days against a limit of 2 days.
        let each = Deadline(name: "d", from: "a.enter", to: "a.end", limit: .hours(48))
        #expect(try Self.rounds(each, first: 1) == [2, 1, 0])
    }

    @Test("an event that starts it again while it runs changes nothing; after its limit it is broken and begins anew")
    func restartsWhileRunning() throws {
        // Entered on day 0, 1 and 3, never met but by the close on day 7.
        let long = Deadline(name: "d", from: "a.enter", to: "close", limit: .hours(24 * 7))
        #expect(try Self.rounds(long, first: 1) == [1, 0, 0])
        let short = Deadline(name: "d", from: "a.enter", to: "close", limit: .hours(24 * 2))
        #expect(try Self.rounds(short, first: 1) == [0, 2, 0])
    }

    @Test("an interval is the time between two events, the latest first one to each second one")
    func intervals() throws {
        let model = Kernel.model(
            [0.5], intervals: [Interval(name: "i", from: "arrival", to: "b.enter")],
            [Kernel.delay("a", 1.25, to: "b"), Kernel.delay("b", 1, to: "done"), Kernel.close("done")])
        let tally = try Kernel.run(model).observations.intervals[0]
        #expect(tally.count == 1)
        #expect(tally.sum == Double(SimTime(days: 1.25).ticks))
    }

    @Test("named cases are simulated and left out of what is counted")
    func cases() throws {
        var model = Kernel.model(
            [0], resources: [Kernel.servers("r")],
            deadlines: [Deadline(name: "d", from: "arrival", to: "close", limit: .hours(24))],
            [Kernel.service("s", .constant(2)), Kernel.close("done")])
        model.sources.append(
            ArrivalSource(
                name: "cases", process: .cases([NamedCase(name: "albert", at: .zero)]), entry: .to("s")))
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 s: started after 0", "2 c0 done: closed as done", "2 c0 done: d broken",
                "2 albert s: started after 2", "4 albert done: closed as done", "4 albert done: d broken",
            ])
        let simulation = try Kernel.run(model)
        #expect(simulation.observations.arrivals == 1)
        #expect(simulation.observations.outcomes.all == [1])
        #expect(simulation.observations.waits[0].served.count == 1)
        #expect(simulation.observations.deadlines[0].broken == 1)
    }
}
