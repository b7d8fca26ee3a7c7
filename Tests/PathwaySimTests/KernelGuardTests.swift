import Testing

@testable import PathwaySim

@Suite("Guards: a model that cannot work is stopped and the step named")
struct KernelGuardTests {
    private static func error(_ model: Model, _ options: RunOptions = RunOptions()) -> SimulationError? {
        do {
            var simulation = Simulation(try CompiledModel(model), options)
            try simulation.run()
            return nil
        } catch let error as SimulationError {
            return error
        } catch {
            Issue.record("\(error)")
            return nil
        }
    }

    @Test("a loop in which no time passes", arguments: [0.0, 1e-9])
    func zeroTimeLoop(delay: Double) {
        let model = Kernel.model(
            [1],
            [
                Kernel.delay("a", delay, to: "b"),
                Step(name: "b", action: .assign(Assign(assignments: [], next: .to("a")))), Kernel.close("done"),
            ])
        guard case .zeroTimeLoop(let step, let at) = Self.error(model) else {
            Issue.record("not stopped")
            return
        }
        #expect(["a", "b"].contains(step))
        #expect(at == .day)
    }

    @Test("a probability that a rule puts outside 0 and 1", arguments: [-0.5, 1.5])
    func probabilityOutside(value: Double) {
        var model = Kernel.model([1], [Kernel.close("done")])
        model.attributes = [Attribute(name: "comes", kind: .boolean, initial: .chance(.constant(value)))]
        #expect(Self.error(model) == .probabilityOutside(at: "comes", value: value, instant: .day))
    }

    @Test(
        "a rule without a finite number where one is needed: the step or the attribute is named",
        arguments: [1.0, -1, 0])
    func endlessNumbers(sign: Double) {
        // On day 1 the exponential is infinite, so this is ∞, −∞ and, times nothing, not a number.
        let huge = Formula.unary(.exponential, .binary(.multiply, .constant(1_000), .state(.nowDays)))
        let endless = NumberDraw.formula(.binary(.multiply, .constant(sign), huge))
        var model = Kernel.model([1], [Kernel.delay("d", endless, to: "done"), Kernel.close("done")])
        #expect(Self.error(model) == .undefinedNumber(at: "d", instant: .day))
        model.attributes = [Attribute(name: "weight", kind: .number, initial: .number(endless))]
        #expect(Self.error(model) == .undefinedNumber(at: "weight", instant: .day))
    }

    @Test("more at once than a batch can hold", arguments: [(4_095.0, true), (4_096, false), (1e300, false)])
    func batch(size: Double, fits: Bool) {
        var model = Kernel.model([], [Kernel.close("done")])
        model.sources = [
            ArrivalSource(
                name: "crowd", process: .recorded([RecordedArrival(at: .day)]), entry: .to("done"),
                batch: .constant(size))
        ]
        #expect(Self.error(model) == (fits ? nil : .batchTooLarge(source: "crowd", size: size, at: .day)))
    }

    @Test("a split that comes back to itself without time passing")
    func zeroTimeSplit() {
        let model = Kernel.model(
            [1],
            [
                Kernel.split("s", ["m", "m"], join: "meet"),
                Step(name: "m", action: .assign(Assign(assignments: [], next: .to("meet")))),
                Kernel.join("meet", to: "s"), Kernel.close("done"),
            ])
        guard case .zeroTimeLoop = Self.error(model) else {
            Issue.record("not stopped")
            return
        }
    }

    @Test("arrivals that never let time pass")
    func zeroInterval() {
        var model = Kernel.model([], [Kernel.close("done")])
        model.sources = [ArrivalSource(name: "c", process: .renewal(.constant(0)), entry: .to("done"))]
        #expect(Self.error(model) == .zeroTimeLoop(step: "c", at: .zero))
    }

    @Test("more citizens than the limit: the step where most of them are")
    func growth() {
        let model = Kernel.model(
            (0..<50).map { Double($0) / 10 }, resources: [Kernel.servers("r")],
            [Kernel.delay("d", 0.5, to: "s"), Kernel.service("s", .constant(100)), Kernel.close("done")])
        guard case .unboundedGrowth(let step, _, _) = Self.error(model, RunOptions(populationLimit: 20)) else {
            Issue.record("not stopped")
            return
        }
        #expect(step == "s")
    }

    @Test("two resources seized in opposite order: who waits where for what, and holds what")
    func deadlock() {
        let model = Kernel.model(
            [0, 0], values: [["k": 0], ["k": 1]], attributes: [Kernel.number("k")],
            resources: [Kernel.servers("a"), Kernel.servers("b")],
            [
                Kernel.byNumber("way", "k", ["a1", "b1"]), Kernel.seize("a1", "a", to: "d1"),
                Kernel.delay("d1", 1, to: "b2"), Kernel.seize("b2", "b", to: "done"),
                Kernel.seize("b1", "b", to: "d2"), Kernel.delay("d2", 1, to: "a2"), Kernel.seize("a2", "a", to: "done"),
                Kernel.close("done"),
            ])
        guard case .deadlock(let holders, _) = Self.error(model) else {
            Issue.record("not found")
            return
        }
        #expect(
            holders == [
                SimulationError.Holder(citizen: "c 0", step: "b2", waitsFor: ["b"], holds: ["a"]),
                SimulationError.Holder(citizen: "c 1", step: "a2", waitsFor: ["a"], holds: ["b"]),
            ])
    }

    @Test("a citizen who asks again for the only unit it holds")
    func deadlockAlone() {
        let model = Kernel.model(
            [0], resources: [Kernel.servers("a")],
            [Kernel.seize("first", "a", to: "again"), Kernel.seize("again", "a", to: "done"), Kernel.close("done")])
        guard case .deadlock = Self.error(model) else {
            Issue.record("not found")
            return
        }
    }

    @Test("a long queue is no deadlock, nor is waiting for staff who come later or citizens who give up")
    func noDeadlock() {
        let queue = Kernel.model(
            (0..<20).map { Double($0) / 10 }, resources: [Kernel.servers("a"), Kernel.servers("b")], horizon: 10,
            [
                Kernel.seize("first", "a", to: "second"), Kernel.service("second", on: "b", .constant(1)),
                Kernel.close("done"),
            ])
        #expect(Self.error(queue) == nil)
        let later = Kernel.model(
            [0, 1], resources: [Kernel.servers("a"), Kernel.servers("b", 0, changes: [(50, 1)])], horizon: 10,
            [
                Kernel.seize("first", "a", to: "second"), Kernel.service("second", on: "b", .constant(1)),
                Kernel.close("done"),
            ])
        #expect(Self.error(later) == nil)
    }

    @Test("two arms of one citizen do not count what it holds twice")
    func armsShareHoldings() {
        // Each citizen holds one of three and has two arms waiting for b, which comes later; a third waits for two.
        let model = Kernel.model(
            [0, 1], values: [["k": 0], ["k": 1]], attributes: [Kernel.number("k")],
            resources: [Kernel.servers("a", 3), Kernel.servers("b")], horizon: 10,
            [
                Kernel.byNumber("way", "k", ["in", "two"]), Kernel.seize("in", "a", to: "both"),
                Kernel.split("both", ["x", "y"], join: "meet"), Kernel.seize("x", "b", to: "hold"),
                Kernel.delay("hold", 1000, to: "meet"), Kernel.seize("y", "b", to: "hold2"),
                Kernel.delay("hold2", 1000, to: "meet"), Kernel.join("meet"),
                Kernel.seize("two", "a", units: 2, to: "stay"), Kernel.delay("stay", 1000, to: "done"),
                Kernel.close("done"),
            ])
        #expect(Self.error(model) == nil)
    }

    @Test("two hopeless arms of one citizen do not count what it holds twice: whoever has hope is not named")
    func hopelessArmsShareHoldings() {
        // c0 (one unit of a, two arms waiting for b) and c1 (holding b, waiting for a unit of x that c0 has) stand still;
        // c2 waits for two of the three units of a, which c3 gives back one day.
        let model = Kernel.model(
            [0, 0.05, 1, 0.5], values: [["k": 0], ["k": 1], ["k": 2], ["k": 3]], attributes: [Kernel.number("k")],
            resources: [
                Kernel.servers("a", 3), Kernel.servers("b"), Kernel.servers("x"), Kernel.servers("h"),
            ], horizon: 10,
            [
                Kernel.byNumber("way", "k", ["c0a", "c1b", "c2h", "c3a"]),
                Kernel.seize("c0a", "a", to: "c0x"), Kernel.seize("c0x", "x", to: "later"),
                Kernel.delay("later", 0.1, to: "both"), Kernel.split("both", ["arm1", "arm2"], join: "meet"),
                Kernel.seize("arm1", "b", to: "meet"), Kernel.seize("arm2", "b", to: "meet"),
                Kernel.join("meet"),
                Kernel.seize("c1b", "b", to: "c1x"), Kernel.seize("c1x", "x", to: "done"),
                Kernel.seize("c2h", "h", to: "c2a"), Kernel.seize("c2a", "a", units: 2, to: "done"),
                Kernel.seize("c3a", "a", units: 2, to: "stay"), Kernel.delay("stay", 1000, to: "done"),
                Kernel.close("done"),
            ])
        guard case .deadlock(let holders, _) = Self.error(model) else {
            Issue.record("not found")
            return
        }
        #expect(Set(holders.map(\.citizen)) == ["c 0", "c 1"], "\(holders)")
    }

    @Test("a duration, a probability, an attribute or a priority that is undefined", arguments: 0..<5)
    func undefined(kind: Int) {
        let undefined = Formula.binary(.divide, .constant(1), .constant(0))
        let step: Step
        switch kind {
        case 0: step = Kernel.delay("x", .formula(undefined), to: "done")
        case 1:
            step = Step(
                name: "x",
                action: .assign(
                    Assign(
                        assignments: [
                            Assignment(attribute: "k", value: .number(.formula(undefined)))
                        ], next: .to("done"))))
        case 2:
            step = Step(
                name: "x",
                action: .assign(
                    Assign(
                        assignments: [
                            Assignment(attribute: "k", value: .chance(undefined))
                        ], next: .to("done"))))
        case 3: step = Kernel.service("x", .constant(1), Queueing(priority: undefined))
        default:
            step = Step(
                name: "x",
                action: .branch(Branch(.probabilities([Branch.Rule(formula: undefined, next: .to("done"))]))))
        }
        let model = Kernel.model(
            [1], attributes: [Kernel.number("k")], resources: [Kernel.servers("r")], [step, Kernel.close("done")])
        #expect(Self.error(model) == .undefinedNumber(at: "x", instant: .day))
    }

    @Test("a run that is asked to stop does")
    func cancellation() {
        var model = Kernel.model([], horizon: 1000, [Kernel.delay("d", 1, to: "done"), Kernel.close("done")])
        model.sources = [ArrivalSource(name: "c", process: .renewal(.constant(0.01)), entry: .to("d"))]
        #expect(Self.error(model, RunOptions(isCancelled: { true })) == .cancelled)
    }

    @Test("found before the run: units that are never there, resources of the wrong kind, impossible courses")
    func compileErrors() {
        func error(_ model: Model) -> ModelError? {
            do {
                _ = try CompiledModel(model)
                return nil
            } catch { return error }
        }
        let never = Kernel.model(
            [0], resources: [Kernel.servers("r", 2)],
            [Kernel.service("s", units: 3, .constant(1)), Kernel.close("done")])
        #expect(error(never) == .neverEnough(resource: "r", step: "s", units: 3))
        let preemptive = Kernel.model(
            [0], resources: [Kernel.servers("r", 2, .preemptive)],
            [Kernel.seize("s", "r", to: "done"), Kernel.close("done")])
        #expect(error(preemptive) == .preemptionNotAlone(step: "s"))
        let mixed = Kernel.model(
            [0], resources: [Kernel.servers("r"), Kernel.servers("q", 1, .lifo)],
            [
                Kernel.service("s", needs: [Need(resource: "r"), Need(resource: "q")], .constant(1)),
                Kernel.close("done"),
            ])
        #expect(error(mixed) == .mixedDisciplines(step: "s"))
        let unknown = Kernel.model([0], [Kernel.delay("d", 1, to: "nowhere")])
        #expect(error(unknown) == .unknown(.step, name: "nowhere", in: "d.next"))
        let twice = Kernel.model([0], [Kernel.close("done"), Kernel.close("done")])
        #expect(error(twice) == .duplicate(.step, name: "done"))
    }
}
