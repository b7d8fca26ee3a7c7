import Testing

@testable import PathwaySim

@Suite("Those who already wait when the run starts")
struct KernelWaitingListTests {
    /// One server that comes on duty on day 50.
    private static func model(_ waited: [Double], _ steps: [Step], deadlines: [Deadline] = []) -> Model {
        var model = Kernel.model(
            [], resources: [Kernel.servers("r", 0, changes: [(50, 100)])], deadlines: deadlines,
            steps + [Kernel.close("done"), Kernel.close("gone")])
        model.sources = [
            ArrivalSource(
                name: "w",
                process: .waitingList(waited.map { InitialWaiter(alreadyWaited: SimTime(days: $0)) }),
                entry: .to(steps[0].name))
        ]
        return model
    }

    private static func kinds(_ patience: DurationDraw) -> [Step] {
        [
            Kernel.service("s", .constant(1), Queueing(patience: patience, reneged: .to("gone"))),
            Step(
                name: "c",
                action: .course(
                    Course(
                        maximum: 500, start: .dates([Kernel.at(50)]), length: .duration(.days(1)),
                        queueing: Queueing(patience: patience, reneged: .to("gone")), next: .to("done")))),
            Step(
                name: "w",
                action: .waitFor(
                    WaitFor(
                        trigger: .instant(.constant(50)), patience: patience, reneged: .to("gone"), next: .to("done")))),
            Step(
                name: "a",
                action: .appointment(
                    Appointment(
                        slots: "slots", lead: .days(50), patience: patience, reneged: .to("gone"), next: .to("done")))),
        ]
    }

    private static func model(kind: Int, _ patience: DurationDraw, waited: [Double]) -> Model {
        var model = model(waited, [kinds(patience)[kind]])
        model.resources.append(
            Resource(
                name: "slots",
                kind: .slots(
                    SlotPlan(
                        slotsPerWeek: 500, windows: [Shift(weekdays: [1, 2, 3, 4, 5, 6, 7], from: .zero, to: .day)],
                        length: SimTime(days: 1.0 / 96), workingDaysOnly: false))))
        return model
    }

    @Test("patience counts the days already waited; who has outlived it gives up at once", arguments: 0..<4)
    func fixedPatience(kind: Int) throws {
        let log = try Kernel.log(Self.model(kind: kind, .days(10), waited: [12, 7, 0]))
        let left = log.filter { $0.contains("reneged") }.map { String($0.split(separator: " ")[0]) }
        #expect(left == ["0", "3", "10"], "\(log)")
    }

    @Test("a drawn patience is one that has lasted as long as the citizen has waited", arguments: 0..<4)
    func drawnPatience(kind: Int) throws {
        let patience = DurationDraw(.distribution(try .exponential(mean: 10)))
        let log = try Kernel.log(Self.model(kind: kind, patience, waited: Array(repeating: 10, count: 200)))
        let left = log.filter { $0.contains("reneged") }.compactMap { Double($0.split(separator: " ")[0]) }
        #expect(left.allSatisfy { $0 > 0 })
        // What is left of an exponential patience has the same mean of ten days; nearly all give up before day 50.
        let mean = left.reduce(0, +) / Double(left.count)
        #expect(left.count > 190 && abs(mean - 10) < 2.5, "\(mean)")
    }

    @Test("a promise runs from when the wait began; one that was broken before the run is not counted")
    func promises() throws {
        let deadline = Deadline(name: "soon", from: "s.enter", to: "s.start", limit: .days(55))
        let simulation = try Kernel.run(
            Self.model([2, 30, 60], [Kernel.service("s", .constant(1))], deadlines: [deadline]))
        #expect(simulation.observations.deadlines[0].kept == 1)
        #expect(simulation.observations.deadlines[0].broken == 1)
    }
}
