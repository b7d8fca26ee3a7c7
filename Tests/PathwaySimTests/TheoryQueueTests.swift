import PathwaySim
import Testing

/// Whether two values agree to a relative 10⁻⁹, the accuracy of the reference values below.
private func agrees(_ value: Double, _ reference: Double, within relative: Double = 1e-9) -> Bool {
    abs(value - reference) <= relative * abs(reference)
}

// Reference values come from other routes than the formulas: high-precision sums, truncated Markov chains solved as
// linear equations, and numerical integration.

@Suite("Queueing formulas")
struct TheoryQueueTests {
    @Test(
        "Erlang B is the share turned away",
        arguments: [
            (0.5, 1, 1.0 / 3), (8, 10, 0.121661064253), (100, 110, 0.02746344844982), (9.5, 10, 0.1913791583013),
            (3, 0, 1), (0, 4, 0),
        ] as [(Double, Int, Double)])
    func erlangB(load: Double, servers: Int, expected: Double) {
        #expect(agrees(Erlang.blocking(load: load, servers: servers), expected))
    }

    @Test(
        "Erlang C is the share who wait",
        arguments: [
            (0.9, 1, 0.9), (9.5, 10, 0.8255855781257), (2, 3, 4.0 / 9), (95, 100, 0.506456853913), (3, 3, 1),
        ] as [(Double, Int, Double)])
    func erlangC(load: Double, servers: Int, expected: Double) {
        #expect(agrees(Erlang.delay(load: load, servers: servers), expected))
    }

    @Test("waits in M/M/c follow from Erlang C, in the mean and in the tail")
    func waits() {
        #expect(agrees(Erlang.meanWait(arrivalRate: 0.9, meanService: 1, servers: 1), 9, within: 1e-13))
        #expect(agrees(Erlang.meanWait(arrivalRate: 9.5, meanService: 1, servers: 10), 1.651171156251))
        #expect(agrees(Erlang.waitExceeds(1, arrivalRate: 2, meanService: 1, servers: 3), 0.163501973854))
        #expect(agrees(Erlang.waitQuantile(0.9, arrivalRate: 9.5, meanService: 1, servers: 10), 4.221845480462))
        #expect(Erlang.waitQuantile(0.05, arrivalRate: 9.5, meanService: 1, servers: 10) == 0)
        #expect(Erlang.meanWait(arrivalRate: 1, meanService: 1, servers: 1) == .infinity)
    }

    @Test("what is undefined is not a number, and never a trap")
    func undefined() {
        #expect(Erlang.blocking(load: -1, servers: 2).isNaN)
        #expect(Erlang.blocking(load: 1, servers: -1).isNaN)
        #expect(GeneralService.meanWait(arrivalRate: 0.5, meanService: 1, cv: -1).isNaN)
        #expect(StartDates.meanWait(arrivalRate: 1, interval: 1, seats: 0).isNaN)
        #expect(FiniteQueue(arrivalRate: 1, meanService: 1, servers: 3, room: 2) == nil)
        #expect(ImpatientQueue(arrivalRate: 1, meanService: 1, servers: 0, meanPatience: 1) == nil)
        #expect(BulkService(arrivalRate: 4, meanService: 1, minimum: 1, maximum: 4) == nil)
        #expect(BirthDeath.stationary(birth: { _ in 2 }, death: { _ in 1 }, largest: 5_000) == nil)
    }

    @Test("a full waiting room turns citizens away: M/M/2/5")
    func finiteQueue() throws {
        let queue = try #require(FiniteQueue(arrivalRate: 2, meanService: 1, servers: 2, room: 5))
        #expect(agrees(queue.shareTurnedAway, 2.0 / 11))
        #expect(agrees(queue.meanQueue, 12.0 / 11))
        #expect(agrees(queue.meanWait, 2.0 / 3))
        #expect(agrees(queue.utilisation, 9.0 / 11))
    }

    @Test("with no room to wait M/M/c/K is Erlang B, with endless room Erlang C")
    func limitsOfFiniteQueue() throws {
        let loss = try #require(FiniteQueue(arrivalRate: 8, meanService: 1, servers: 10, room: 10))
        #expect(agrees(loss.shareTurnedAway, Erlang.blocking(load: 8, servers: 10), within: 1e-12))
        let wide = try #require(FiniteQueue(arrivalRate: 2, meanService: 1, servers: 3, room: 2_000))
        #expect(agrees(wide.meanWait, Erlang.meanWait(arrivalRate: 2, meanService: 1, servers: 3), within: 1e-11))
    }

    @Test("citizens who lose patience: Erlang A")
    func erlangA() throws {
        let queue = try #require(ImpatientQueue(arrivalRate: 10, meanService: 1, servers: 9, meanPatience: 2))
        #expect(agrees(queue.shareReneging, 0.1576873729384))
        #expect(agrees(queue.meanWait, 0.3153747458767))
        #expect(agrees(queue.meanWaitServed, 0.3121784838382))
        #expect(agrees(queue.shareWaiting, 0.7579399451422))
        #expect(agrees(queue.utilisation, 0.9359029189574))
        let small = try #require(ImpatientQueue(arrivalRate: 3, meanService: 1, servers: 2, meanPatience: 1.5))
        #expect(agrees(small.shareReneging, 0.3973322364975))
        #expect(agrees(small.meanWaitServed, 0.5940295328901))
    }

    @Test("the mean wait of M/G/1 depends on the law through its variance")
    func pollaczekKhinchine() {
        #expect(agrees(GeneralService.meanWait(arrivalRate: 0.8, meanService: 1, cv: 2), 10, within: 1e-12))
        #expect(agrees(GeneralService.meanWait(arrivalRate: 0.8, meanService: 1, cv: 2.squareRoot()), 6, within: 1e-12))
        #expect(agrees(GeneralService.meanWait(arrivalRate: 0.8, meanService: 1, cv: 0), 2, within: 1e-12))
        #expect(GeneralService.meanWait(arrivalRate: 1, meanService: 1, cv: 0) == .infinity)
        let approximation = GeneralService.allenCunneen(
            arrivalRate: 9.5, arrivalCV: 1, meanService: 1, cv: 1, servers: 10)
        #expect(agrees(approximation, 1.651171156251))
        let kingman = GeneralService.kingman(arrivalRate: 0.5, arrivalCV: 0, meanService: 1, cv: 1)
        #expect(agrees(kingman, 0.5, within: 1e-12))
    }

    @Test("the urgent wait less: Cobham and preemptive-resume against the two-dimensional chain")
    func priorities() {
        let classes = [
            PriorityClasses.Class(arrivalRate: 0.3, meanService: 0.5, cv: 1),
            PriorityClasses.Class(arrivalRate: 0.4, meanService: 1.2, cv: 1),
        ]
        let cobham = PriorityClasses.nonPreemptiveWaits(classes)
        #expect(agrees(cobham[0], 0.7658823529412))
        #expect(agrees(cobham[1], 2.069952305246))
        let sojourns = PriorityClasses.preemptiveSojourns(classes)
        #expect(agrees(sojourns[0], 0.5882352941176))
        #expect(agrees(sojourns[1], 3.481717011129))
        let first = PriorityClasses.preemptiveFirstWaits(classes)
        #expect(agrees(first[1], 3.481717011129 - 1.2 / 0.85))
        let full = PriorityClasses.Class(arrivalRate: 1, meanService: 1, cv: 0)
        #expect(PriorityClasses.nonPreemptiveWaits([classes[0], full])[1] == .infinity)
        #expect(PriorityClasses.preemptiveSojourns([full, classes[0]]) == [.infinity, .infinity])
    }

    @Test("a network with feedback falls apart into stations")
    func jackson() throws {
        let network = try #require(
            JacksonNetwork([
                .init(arrivalRate: 1, meanService: 0.5, routing: [0, 0.6, 0.3]),
                .init(arrivalRate: 0.5, meanService: 1.2, servers: 2, routing: [0.2, 0, 0.5]),
                .init(arrivalRate: 0, meanService: 0.6, routing: [0.1, 0.1, 0]),
            ]))
        #expect(agrees(network.throughputs[1], 1.45942408, within: 1e-8))
        #expect(agrees(network.meanWait(0), 1.186534216336))
        #expect(agrees(network.meanWait(1), 3.945151504022))
        #expect(agrees(network.meanSojourn, 8.079543058585))
        #expect(JacksonNetwork([.init(arrivalRate: 1, meanService: 1, routing: [1])]) == nil)
        #expect(JacksonNetwork([.init(arrivalRate: 1, meanService: 1, routing: [])]) == nil)
    }
}
