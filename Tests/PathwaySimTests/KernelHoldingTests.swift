import Testing

@testable import PathwaySim

@Suite("Units kept over several steps")
struct KernelHoldingTests {
    @Test("units seized are kept over steps, and cleaned after release before the next can have them")
    func turnaround() throws {
        let model = Kernel.model(
            [0, 0], resources: [Kernel.servers("bed")],
            [
                Kernel.seize("in", "bed", to: "stay"), Kernel.delay("stay", 2, to: "out"),
                Kernel.release("out", ["bed"], turnaround: 0.5, to: "home"), Kernel.delay("home", 1, to: "done"),
                Kernel.close("done"),
            ])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 in: started after 0", "2.5 c1 in: started after 2.5", "3 c0 done: closed as done",
                "5.5 c1 done: closed as done",
            ])
    }

    @Test("everything still held is given back when the citizen closes")
    func releasedAtClose() throws {
        let model = Kernel.model(
            [0, 0], resources: [Kernel.servers("bed")],
            [Kernel.seize("in", "bed", to: "stay"), Kernel.delay("stay", 2, to: "done"), Kernel.close("done")])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 in: started after 0", "2 c0 done: closed as done", "2 c1 in: started after 2",
                "4 c1 done: closed as done",
            ])
    }

    @Test("units seized before a split can be released on one of its arms")
    func releasedOnArm() throws {
        let model = Kernel.model(
            [0, 0], resources: [Kernel.servers("bed")],
            [
                Kernel.seize("in", "bed", to: "both"), Kernel.split("both", ["short", "long"], join: "meet"),
                Kernel.delay("short", 1, to: "out"), Kernel.release("out", ["bed"], to: "meet"),
                Kernel.delay("long", 3, to: "meet"), Kernel.join("meet"), Kernel.close("done"),
            ])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 in: started after 0", "1 c1 in: started after 1", "3 c0 done: closed as done",
                "4 c1 done: closed as done",
            ])
    }

    @Test("units seized on one arm of a split can be released on another")
    func releasedOnOtherArm() throws {
        let model = Kernel.model(
            [0, 0.5], resources: [Kernel.servers("bed")],
            [
                Kernel.split("both", ["in", "wait"], join: "meet"),
                Kernel.seize("in", "bed", to: "long"), Kernel.delay("long", 5, to: "meet"),
                Kernel.delay("wait", 2, to: "out"), Kernel.release("out", ["bed"], to: "meet"),
                Kernel.join("meet"), Kernel.close("done"),
            ])
        let log = try Kernel.log(model)
        #expect(
            log == [
                "0 c0 in: started after 0", "2 c1 in: started after 1.5", "5 c0 done: closed as done",
                "7 c1 done: closed as done",
            ])
    }
}
