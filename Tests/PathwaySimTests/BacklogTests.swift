import Testing

@testable import PathwaySim

@Suite("When a waiting list is cleared")
struct BacklogTests {
    /// So many wait at `s` for one unit (or as given) that takes a day each; others come as given.
    private static func model(
        _ count: Int, capacity: Int = 1, arrivals: [Double] = [], horizon: Double = 100, changes: [(Double, Int)] = [],
        queueing: Queueing = Queueing()
    ) -> Model {
        var model = Kernel.model(
            arrivals, resources: [Kernel.servers("r", capacity, changes: changes)], horizon: horizon,
            [Kernel.service("s", .constant(1), queueing), Kernel.close("done"), Kernel.close("gone")])
        model.sources.insert(
            ArrivalSource(
                name: "list", process: .waitingList((0..<count).map { _ in InitialWaiter(alreadyWaited: .zero) }),
                entry: .to("s")), at: 0)
        return model
    }

    private static func run(_ model: Model, target: Int? = nil, jobs: Int = 1) throws -> Backlog {
        try Backlog(
            model, step: "s", target: target, seed: 1, replications: 3, jobs: jobs, isCancelled: { false },
            progress: { _ in })
    }

    private static func extra(_ amount: Double, until: Double? = nil) -> ExtraCapacity {
        ExtraCapacity(resource: "r", amount: amount, until: until.map { SimTime(days: $0) })
    }

    @Test("ten who take a day each have all begun on the tenth day, nine of them on the ninth")
    func oneByOne() throws {
        let backlog = try Self.run(Self.model(10))
        #expect(backlog.onList == 10)
        let expected = Backlog.Outcome(most: 8, all: 9, target: nil, began: 10, left: 0, waitingAtEnd: 0)
        #expect(backlog.outcomes == Array(repeating: expected, count: 3))
    }

    @Test("what comes later does not delay today's list, but it stays in the line")
    func newcomers() throws {
        let backlog = try Self.run(Self.model(10, arrivals: Array(repeating: 0.5, count: 200)))
        #expect(backlog.outcomes[0].all == 9)
        // 210 in all, 100 begun: those whose service runs wait no more.
        #expect(backlog.outcomes[0].waitingAtEnd == 110)
    }

    @Test("at the end of a day as many wait as have not begun, also on the last day of the run")
    func byDay() throws {
        let backlog = try Backlog(
            Self.model(110), step: "s", days: [0, 4, 9, 98, 99], seed: 1, replications: 3, jobs: 2,
            isCancelled: { false }, progress: { _ in })
        // One begins each midnight, the one that ends the day included: on the first day two of 110. At the end of the
        // run nothing begins any more.
        #expect(backlog.outcomes.allSatisfy { $0.waiting == [108, 104, 99, 10, 10] }, "\(backlog.outcomes[0].waiting)")
        let first = backlog.waiting(0, level: 0.95)
        #expect(first.mean == 108 && first.low == 108 && first.middle == 108 && first.high == 108)
    }

    @Test("the months that end within a run, the last day included")
    func monthEnds() {
        var model = Self.model(1)
        model.start = CivilDate(daysSinceEpoch: 20_454)
        model.horizon = SimTime(days: 365)
        let ends = Backlog.monthEnds(of: model)
        #expect(model.start.iso == "2026-01-01" && ends.count == 12)
        #expect(ends.first?.date.iso == "2026-01-31" && ends.first?.day == 30)
        #expect(ends.last?.date.iso == "2026-12-31" && ends.last?.day == 364)
        model.start = CivilDate(daysSinceEpoch: 20_470)
        model.horizon = SimTime(days: 14)
        #expect(Backlog.monthEnds(of: model).isEmpty)
        model.horizon = SimTime(days: 15)
        #expect(Backlog.monthEnds(of: model).map(\.date.iso) == ["2026-01-31"])
    }

    @Test("one more unit halves the time; for two days only, it saves two days")
    func extraUnits() throws {
        let for5 = try #require(Self.extra(1).applied(to: Self.model(10)))
        #expect(try Self.run(for5).outcomes[0].all == 4)
        let forTwoDays = try #require(Self.extra(1, until: 2).applied(to: Self.model(10)))
        #expect(try Self.run(forTwoDays).outcomes[0].all == 7)
    }

    @Test("an extra raises every later change until it ends, and gives the plan back then")
    func plannedChanges() throws {
        let model = Self.model(10, changes: [(3, 2), (6, 4), (9, 1)])
        let raised = try #require(Self.extra(3, until: 7).applied(to: model))
        guard case .servers(let servers) = raised.resources[0].kind else {
            Issue.record("no servers")
            return
        }
        #expect(servers.capacity == 4)
        let changes = servers.changes.map { [$0.at.days, Double($0.capacity)] }
        #expect(changes == [[3, 5], [6, 7], [7, 4], [9, 1]])
    }

    @Test("extra slots end at their day and leave the plan's own")
    func slots() throws {
        var model = Self.model(3)
        let windows = [Shift(weekdays: [1, 2, 3, 4, 5, 6, 7], from: .zero, to: .day)]
        model.resources.append(
            Resource(
                name: "slots",
                kind: .slots(
                    SlotPlan(
                        slotsPerWeek: 10, windows: windows, length: .hour,
                        changes: [SlotChange(at: SimTime(days: 14), slotsPerWeek: 6)]))))
        let more = ExtraCapacity(resource: "slots", amount: 2.5, until: SimTime(days: 14))
        let raised = try #require(more.applied(to: model))
        guard case .slots(let plan) = raised.resources[1].kind else {
            Issue.record("no slots")
            return
        }
        #expect(plan.slotsPerWeek == 12.5)
        #expect(plan.changes == [SlotChange(at: SimTime(days: 14), slotsPerWeek: 6)])
        #expect(ExtraCapacity.present("slots", in: raised) == 12.5)
    }

    @Test("who gives up is off the list without having begun")
    func givingUp() throws {
        let queueing = Queueing(patience: DurationDraw(.constant(3.5)), reneged: .to("gone"))
        let backlog = try Self.run(Self.model(10, queueing: queueing))
        #expect(backlog.outcomes[0] == .init(most: 3, all: 3, target: nil, began: 4, left: 6, waitingAtEnd: 0))
    }

    @Test("a list that is not cleared by the end says so instead of giving a day")
    func notCleared() throws {
        let backlog = try Self.run(Self.model(10, horizon: 9.5))
        #expect(backlog.outcomes[0].all == 9)
        let shorter = try Self.run(Self.model(10, horizon: 5))
        #expect(shorter.outcomes[0].all == nil && shorter.outcomes[0].most == nil)
        #expect(shorter.all.missing == 3 && shorter.all.quantile(0.1) == nil)
        #expect(shorter.outcomes[0].waitingAtEnd == 5)
    }

    @Test("the whole list is down to its target on the first day that ends so")
    func target() throws {
        // The midnight that ends a day belongs to it: at the end of day k, k + 2 of the 15 have begun.
        let backlog = try Self.run(Self.model(10, arrivals: Array(repeating: 0.5, count: 5)), target: 4)
        #expect(backlog.outcomes[0].target == 9)
    }

    @Test("the outcomes do not depend on the number of threads")
    func threads() throws {
        var model = Self.model(30)
        model.steps[0] = Kernel.service("s", .distribution(try .exponential(mean: 1)))
        #expect(try Self.run(model, jobs: 1).outcomes == Self.run(model, jobs: 3).outcomes)
    }
}

@Suite("Days on which something happened, or not")
struct OrderedDaysTests {
    @Test("what has not happened is later than all that has")
    func missing() {
        let days = OrderedDays([7, nil, 3, 5, nil])
        #expect(days.days == [3, 5, 7, nil, nil])
        #expect(days.missing == 2)
        #expect([0.1, 0.2, 0.21, 0.6, 0.61, 1].map(days.quantile) == [3, 3, 5, 7, nil, nil])
        #expect(days.count(by: 5) == 2)
        #expect(OrderedDays([]).quantile(0.5) == nil)
    }

    @Test("the median of ten lies between the second and the ninth, as in tables of the sign test")
    func interval() {
        let days = OrderedDays((1...10).map { $0 })
        let median = days.interval(0.5, level: 0.95)
        #expect(median.low == 2 && median.high == 9 && median.isBounded)
        let few = OrderedDays([1, 2, 3]).interval(0.5, level: 0.95)
        #expect(!few.isBounded)
    }

    @Test("a share's interval is Wilson's and reaches its bound when all or none have happened")
    func share() {
        // 10 of 100: (0.0552, 0.1744) in Wilson's table.
        let tenth = OrderedDays.share(10, of: 100, level: 0.95)
        #expect(abs(tenth.low - 0.0552) < 5e-5 && abs(tenth.high - 0.1744) < 5e-5)
        let none = OrderedDays.share(0, of: 100, level: 0.95)
        #expect(none.low == 0 && abs(none.high - 0.0370) < 5e-5)
        #expect(OrderedDays.share(100, of: 100, level: 0.95).high == 1)
    }
}
