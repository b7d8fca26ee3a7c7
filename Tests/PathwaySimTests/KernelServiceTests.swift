import Testing

@testable import PathwaySim

@Suite("Services: who is served when")
struct KernelServiceTests {
    private static let prio = Queueing(priority: .attribute("p"))

    @Test("first come, first served: each waits for those before")
    func fifo() throws {
        let model = Kernel.model(
            [0, 0.25, 0.5], resources: [Kernel.servers("r")],
            [Kernel.service("s", .constant(1)), Kernel.close("done")])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 s: started after 0", "1 c0 done: closed as done", "1 c1 s: started after 0.75",
                "2 c1 done: closed as done", "2 c2 s: started after 1.5", "3 c2 done: closed as done",
            ])
    }

    @Test("last come, first served takes the newest of those waiting")
    func lifo() throws {
        let model = Kernel.model(
            [0, 0.25, 0.5], resources: [Kernel.servers("r", 1, .lifo)],
            [Kernel.service("s", .constant(1)), Kernel.close("done")])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 s: started after 0", "1 c0 done: closed as done", "1 c2 s: started after 0.5",
                "2 c2 done: closed as done", "2 c1 s: started after 1.75", "3 c1 done: closed as done",
            ])
    }

    @Test("higher priority goes first without interrupting, equals in order of asking")
    func priority() throws {
        let model = Kernel.model(
            [0, 0.25, 0.5, 0.75], values: [[:], [:], ["p": 2], ["p": 2]], attributes: [Kernel.number("p")],
            resources: [Kernel.servers("r", 1, .priority)],
            [Kernel.service("s", .constant(1), Self.prio), Kernel.close("done")])
        let log = try Kernel.log(model).filter { $0.contains("started") }
        #expect(
            log == [
                "0 c0 s: started after 0", "1 c2 s: started after 0.5", "2 c3 s: started after 1.25",
                "3 c1 s: started after 2.75",
            ])
    }

    @Test("a preemptive resource interrupts the lower priority, which resumes with what was left")
    func preemptiveResume() throws {
        let model = Kernel.model(
            [0, 0.25], values: [[:], ["p": 1]], attributes: [Kernel.number("p")],
            resources: [Kernel.servers("r", 1, .preemptive)],
            [Kernel.service("s", .constant(1), Self.prio), Kernel.close("done")])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 s: started after 0", "0.25 c0 s: interrupted", "0.25 c1 s: started after 0",
                "1.25 c1 done: closed as done", "1.25 c0 s: resumed", "2 c0 done: closed as done",
            ])
    }

    @Test("an equal priority never interrupts")
    func equalPriority() throws {
        let model = Kernel.model(
            [0, 0.25], values: [["p": 1], ["p": 1]], attributes: [Kernel.number("p")],
            resources: [Kernel.servers("r", 1, .preemptive)],
            [Kernel.service("s", .constant(1), Self.prio), Kernel.close("done")])
        #expect(!(try Kernel.log(model).contains { $0.hasSuffix("interrupted") }))
    }

    @Test("of several services the lowest priority is interrupted, among equals the one that began last")
    func victim() throws {
        let model = Kernel.model(
            [0, 0.1, 0.2, 0.3], values: [["p": 1], [:], [:], ["p": 2]], attributes: [Kernel.number("p")],
            resources: [Kernel.servers("r", 3, .preemptive)],
            [Kernel.service("s", .constant(1), Self.prio), Kernel.close("done")])
        #expect(try Kernel.log(model).filter { $0.hasSuffix("interrupted") } == ["0.3 c2 s: interrupted"])
    }

    @Test("nobody is interrupted when even that would not free enough units")
    func noInterruptionInVain() throws {
        let model = Kernel.model(
            [0, 0.1, 0.2], values: [["p": 3], ["p": 0, "k": 1], ["p": 2]],
            attributes: [Kernel.number("p"), Kernel.number("k")],
            resources: [Kernel.servers("r", 3, .preemptive)],
            [
                Kernel.byNumber("way", "k", ["big", "small"]),
                Kernel.service("small", units: 1, .constant(1), Self.prio),
                Kernel.service("big", units: 2, .constant(1), Self.prio), Kernel.close("done"),
            ])
        // c0 holds two units at priority 3, c1 one at priority 0; c2 needs two: interrupting c1 would not help.
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 big: started after 0", "0.1 c1 small: started after 0", "1 c0 done: closed as done",
                "1 c2 big: started after 0.8", "1.1 c1 done: closed as done", "2 c2 done: closed as done",
            ])
    }

    @Test("no more citizens are interrupted than needed, whatever units they use")
    func noNeedlessInterruption() throws {
        let model = Kernel.model(
            [0, 0.1, 0.2], values: [["k": 0], ["p": 1, "k": 1], ["p": 2, "k": 1]],
            attributes: [Kernel.number("p"), Kernel.number("k")], resources: [Kernel.servers("r", 3, .preemptive)],
            [
                Kernel.byNumber("way", "k", ["small", "big"]),
                Kernel.service("small", units: 1, .constant(1), Self.prio),
                Kernel.service("big", units: 2, .constant(1), Self.prio), Kernel.close("done"),
            ])
        // The unit of c0 alone is not enough for c2, and with the two of c1 it is not needed.
        #expect(try Kernel.log(model).filter { $0.hasSuffix("interrupted") } == ["0.2 c1 big: interrupted"])
    }

    @Test("a citizen who holds another resource is not interrupted", arguments: [false, true])
    func holderIsNotInterrupted(onAnArm: Bool) throws {
        let model = Kernel.model(
            [0, 0.5], values: [["k": 0], ["p": 1, "k": 1]], attributes: [Kernel.number("p"), Kernel.number("k")],
            resources: [Kernel.servers("r", 1, .preemptive), Kernel.servers("bed")],
            [
                Kernel.byNumber("way", "k", ["in", "s"]), Kernel.seize("in", "bed", to: onAnArm ? "both" : "s"),
                Kernel.split("both", ["s"], join: "meet"),
                Kernel.service("s", .constant(1), Self.prio, to: "meet"), Kernel.join("meet"), Kernel.close("done"),
            ])
        let log = try Kernel.log(model).filter { $0.contains(" s: ") }
        #expect(log == ["0 c0 s: started after 0", "1 c1 s: started after 0.5"])
    }

    @Test("a citizen whose need does not apply is served without units and is never interrupted")
    func conditionalNeedOnPreemptive() throws {
        let needs = [Need(resource: "r", condition: .binary(.greater, .attribute("p"), .constant(-1)))]
        let model = Kernel.model(
            [0, 0, 0.25], values: [["p": -1], ["p": 0], ["p": 5]], attributes: [Kernel.number("p")],
            resources: [Kernel.servers("r", 1, .preemptive)],
            [Kernel.service("s", needs: needs, .constant(1), Self.prio), Kernel.close("done")])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 s: started after 0", "0 c1 s: started after 0", "0.25 c1 s: interrupted",
                "0.25 c2 s: started after 0", "1 c0 done: closed as done", "1.25 c2 done: closed as done",
                "1.25 c1 s: resumed", "2 c1 done: closed as done",
            ])
    }

    @Test("a preempting arrival does not balk at a full waiting room: it is served at once")
    func preemptingPastFullRoom() throws {
        let queueing = Queueing(priority: .attribute("p"), waitingRoom: 0, balked: .to("gone"))
        let model = Kernel.model(
            [0, 0.25, 0.5], values: [[:], ["p": 1], ["p": 1]], attributes: [Kernel.number("p")],
            resources: [Kernel.servers("r", 1, .preemptive)],
            [Kernel.service("s", .constant(1), queueing), Kernel.close("done"), Kernel.close("gone")])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 s: started after 0", "0.25 c0 s: interrupted", "0.25 c1 s: started after 0",
                "0.5 c2 s: balked", "0.5 c2 gone: closed as gone",
                "1.25 c1 done: closed as done", "1.25 c0 s: resumed", "2 c0 done: closed as done",
            ])
    }

    // MARK: Several units and resources

    @Test("a need for two units waits for both and nobody jumps the queue meanwhile")
    func unitsInOrder() throws {
        let model = Kernel.model(
            [0, 0.25, 0.5], values: [["u": 0], ["u": 1], ["u": 0]], attributes: [Kernel.number("u")],
            resources: [Kernel.servers("r", 2)],
            [
                Kernel.byNumber("way", "u", ["one", "two"]),
                Kernel.service("one", .constant(1)), Kernel.service("two", units: 2, .constant(1)),
                Kernel.close("done"),
            ])
        let log = try Kernel.log(model).filter { $0.contains("started") }
        #expect(
            log == [
                "0 c0 one: started after 0", "1 c1 two: started after 0.75", "2 c2 one: started after 1.5",
            ])
    }

    @Test("several resources are granted all or nothing, in order of asking")
    func allOrNothing() throws {
        // c0 takes a; c1 wants a and b and waits; c2 wants b, which is free, but c1 asked for it first.
        let model = Kernel.model(
            [0, 0.25, 0.5], values: [["k": 0], ["k": 1], ["k": 2]], attributes: [Kernel.number("k")],
            resources: [Kernel.servers("a"), Kernel.servers("b")],
            [
                Kernel.byNumber("way", "k", ["justA", "both", "justB"]),
                Kernel.service("justA", on: "a", .constant(1)),
                Kernel.service("both", needs: [Need(resource: "a"), Need(resource: "b")], .constant(1)),
                Kernel.service("justB", on: "b", .constant(1)), Kernel.close("done"),
            ])
        let log = try Kernel.log(model).filter { $0.contains("started") }
        #expect(
            log == [
                "0 c0 justA: started after 0", "1 c1 both: started after 0.75", "2 c2 justB: started after 1.5",
            ])
    }

    @Test("a need that does not apply is not waited for")
    func conditionalNeed() throws {
        let needs = [Need(resource: "a"), Need(resource: "b", condition: .attribute("k"))]
        let model = Kernel.model(
            [0, 0, 0], values: [["k": 1], ["k": 1], ["k": 0]], attributes: [Kernel.number("k")],
            resources: [Kernel.servers("a", 3), Kernel.servers("b")],
            [Kernel.service("s", needs: needs, .constant(1)), Kernel.close("done")])
        let log = try Kernel.log(model).filter { $0.contains("started") }
        #expect(
            log == [
                "0 c0 s: started after 0", "1 c1 s: started after 1", "1 c2 s: started after 1",
            ])
    }

    // MARK: Turned away, giving up

    @Test("balks when the waiting room is full, and a batch first fills the free units, then the room")
    func waitingRoom() throws {
        let queueing = Queueing(waitingRoom: 2, balked: .to("gone"))
        let model = Kernel.model(
            [0, 0, 0, 0], resources: [Kernel.servers("r", 1)],
            [Kernel.service("s", .constant(1), queueing), Kernel.close("done"), Kernel.close("gone")])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c3 s: balked", "0 c3 gone: closed as gone", "0 c0 s: started after 0",
                "1 c0 done: closed as done", "1 c1 s: started after 1", "2 c1 done: closed as done",
                "2 c2 s: started after 2", "3 c2 done: closed as done",
            ])
    }

    @Test("free units that someone before has claimed do not count as served at once")
    func balkBehindBlockedHead() throws {
        let queueing = Queueing(balk: .yes, balked: .to("gone"))
        let model = Kernel.model(
            [0, 0.25, 0.5], values: [["k": 0], ["k": 1], ["k": 2]], attributes: [Kernel.number("k")],
            resources: [Kernel.servers("r", 3)],
            [
                Kernel.byNumber("way", "k", ["one", "three", "shy"]),
                Kernel.service("one", .constant(1)), Kernel.service("three", units: 3, .constant(1)),
                Kernel.service("shy", .constant(1), queueing), Kernel.close("done"), Kernel.close("gone"),
            ])
        #expect(try Kernel.log(model).contains("0.5 c2 shy: balked"))
    }

    @Test("a rule for balking is asked only of those who would have to wait")
    func balkRule() throws {
        let queueing = Queueing(
            balk: .binary(.greaterOrEqual, .state(.waitingFor("r")), .constant(1)), balked: .to("gone"))
        let model = Kernel.model(
            [0, 0.1, 0.2, 5], resources: [Kernel.servers("r")],
            [Kernel.service("s", .constant(1), queueing), Kernel.close("done"), Kernel.close("gone")])
        let log = try Kernel.log(model).filter { !$0.contains("closed") }
        #expect(
            log == [
                "0 c0 s: started after 0", "0.2 c2 s: balked", "1 c1 s: started after 0.9",
                "5 c3 s: started after 0",
            ])
    }

    @Test("an enqueued citizen reneges when patience runs out; exactly at the limit is still served")
    func reneges() throws {
        let queueing = Queueing(patience: .days(1), reneged: .to("gone"))
        let model = Kernel.model(
            [0, 0, 0], resources: [Kernel.servers("r")],
            [Kernel.service("s", .constant(1), queueing), Kernel.close("done"), Kernel.close("gone")])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 s: started after 0", "1 c0 done: closed as done", "1 c1 s: started after 1",
                "1 c2 s: reneged", "1 c2 gone: closed as gone", "2 c1 done: closed as done",
            ])
    }

    @Test("patience no longer runs once served, however long the service")
    func patienceEndsWithService() throws {
        let queueing = Queueing(patience: .days(1), reneged: .to("gone"))
        let model = Kernel.model(
            [0], resources: [Kernel.servers("r")],
            [Kernel.service("s", .constant(5), queueing), Kernel.close("done"), Kernel.close("gone")])
        #expect(try Kernel.log(model) == ["0 c0 s: started after 0", "5 c0 done: closed as done"])
    }

    @Test("a citizen that reneged from a seize can seize again elsewhere")
    func renegesThenSeizes() throws {
        let model = Kernel.model(
            [0, 0.5], resources: [Kernel.servers("a"), Kernel.servers("b")],
            [
                Step(
                    name: "want",
                    action: .seize(
                        Seize(
                            needs: [Need(resource: "a")],
                            queueing: Queueing(patience: .days(1), reneged: .to("other")), next: .to("use")))),
                Kernel.seize("other", "b", to: "use"), Kernel.delay("use", 3, to: "back"),
                Kernel.release("back", to: "done"), Kernel.close("done"),
            ])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 want: started after 0", "1.5 c1 want: reneged", "1.5 c1 other: started after 0",
                "3 c0 done: closed as done", "4.5 c1 done: closed as done",
            ])
    }

    @Test("a reneging citizen that was first lets those behind go on")
    func renegingHeadUnblocks() throws {
        let impatient = Queueing(patience: .days(1), reneged: .to("gone"))
        let model = Kernel.model(
            [0, 0.25, 0.5], values: [["k": 0], ["k": 1], ["k": 0]], attributes: [Kernel.number("k")],
            resources: [Kernel.servers("r", 2)],
            [
                Kernel.byNumber("way", "k", ["one", "two"]), Kernel.service("one", .constant(3)),
                Kernel.service("two", units: 2, .constant(1), impatient), Kernel.close("done"), Kernel.close("gone"),
            ])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 one: started after 0", "1.25 c1 two: reneged", "1.25 c1 gone: closed as gone",
                "1.25 c2 one: started after 0.75", "3 c0 done: closed as done", "4.25 c2 done: closed as done",
            ])
    }

    // MARK: The same instant

    @Test("what is given back at an instant serves who arrives at that instant, the longest-waiting first")
    func releaseBeforeArrival() throws {
        let model = Kernel.model(
            [0, 0.5, 1], resources: [Kernel.servers("r")],
            [
                Kernel.service("s", .constant(1), Queueing(waitingRoom: 1, balked: .to("gone"))), Kernel.close("done"),
                Kernel.close("gone"),
            ])
        // At day 1: c0 ends, c1 takes its place, c2 has the waiting room.
        let log = try Kernel.log(model).filter { !$0.contains("closed") }
        #expect(
            log == [
                "0 c0 s: started after 0", "1 c1 s: started after 0.5", "2 c2 s: started after 1",
            ])
    }

    @Test("an arrival at the instant of a capacity change sees the new capacity")
    func capacityBeforeArrival() throws {
        let model = Kernel.model(
            [1, 2], resources: [Kernel.servers("r", 0, changes: [(1, 1), (2, 0), (3, 1)])],
            [Kernel.service("s", .constant(0.5)), Kernel.close("done")])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "1 c0 s: started after 0", "1.5 c0 done: closed as done", "3 c1 s: started after 1",
                "3.5 c1 done: closed as done",
            ])
    }

    @Test("no arrival is lost in a race between seizing and a capacity change")
    func capacityRace() throws {
        // A unit comes free, capacity drops and rises, and a citizen arrives, all at day 1.
        let model = Kernel.model(
            [0, 0, 1, 1], resources: [Kernel.servers("r", 2, changes: [(1, 1), (1, 3), (2, 1)])],
            [Kernel.service("s", .constant(1)), Kernel.close("done")])
        let log = try Kernel.log(model).filter { $0.contains("closed") }
        #expect(
            log == [
                "1 c0 done: closed as done", "1 c1 done: closed as done", "2 c2 done: closed as done",
                "2 c3 done: closed as done",
            ])
    }

    @Test("of two that ask at the same instant the higher priority is served, whichever arrived first")
    func sameInstantPriority() throws {
        let model = Kernel.model(
            [1, 1], values: [["p": 0], ["p": 1]], attributes: [Kernel.number("p")],
            resources: [Kernel.servers("r", 1, .priority)],
            [Kernel.service("s", .constant(1), Self.prio), Kernel.close("done")])
        let log = try Kernel.log(model).filter { $0.contains("started") }
        #expect(
            log == [
                "1 c1 s: started after 0", "2 c0 s: started after 1",
            ])
    }

    @Test("services of no length all happen at one instant")
    func zeroLength() throws {
        let model = Kernel.model(
            [1, 1, 1], resources: [Kernel.servers("r")], [Kernel.service("s", .constant(0)), Kernel.close("done")])
        let log = try Kernel.log(model).filter { $0.contains("closed") }
        #expect(
            log == [
                "1 c0 done: closed as done", "1 c1 done: closed as done", "1 c2 done: closed as done",
            ])
    }
}
