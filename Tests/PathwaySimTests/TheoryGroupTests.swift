import Foundation
import PathwaySim
import Testing

private func agrees(_ value: Double, _ reference: Double, within relative: Double = 1e-9) -> Bool {
    abs(value - reference) <= relative * abs(reference)
}

@Suite("Formulas for groups, time-varying arrivals and waiting lists")
struct TheoryGroupTests {
    @Test(
        "an instructor who takes groups of a to b: the chain solved as linear equations",
        arguments: [
            (1.0, 5.0, 4, 8, [7.422783779203, 0.8402307054953, 5.950746583407]),
            (2, 1.5, 1, 4, [3.828748088003, 0.9640659419666, 3.111820332415]),
            (0.5, 20, 6, 12, [65.09832189457, 0.9461695891251, 10.56892983556]),
        ] as [(Double, Double, Int, Int, [Double])])
    func bulkService(rate: Double, service: Double, minimum: Int, maximum: Int, expected: [Double]) throws {
        let queue = try #require(
            BulkService(arrivalRate: rate, meanService: service, minimum: minimum, maximum: maximum))
        #expect(agrees(queue.meanWait, expected[0], within: 1e-8))
        #expect(agrees(queue.utilisation, expected[1]))
        #expect(agrees(queue.meanGroupSize, expected[2]))
    }

    @Test("groups of one are M/M/1")
    func bulkOfOne() throws {
        let queue = try #require(BulkService(arrivalRate: 0.9, meanService: 1, minimum: 1, maximum: 1))
        #expect(agrees(queue.meanWait, 9, within: 1e-12))
        #expect(agrees(queue.meanGroupSize, 1, within: 1e-12))
    }

    @Test("the wait for the next date is the mean residual of the intervals")
    func residual() {
        #expect(StartDates.meanResidual([14]) == 7)
        #expect(StartDates.meanResidual([10, 30]) == 12.5)
        #expect(StartDates.meanResidual([]) == .infinity)
    }

    @Test(
        "with few seats a date those left over wait for another: the chain solved as linear equations",
        arguments: [
            (1.0, 10.0, 12, 6.197090432709), (0.9, 1, 1, 5.0), (0.3, 14, 5, 12.72634091711),
            (0.1, 7, 3, 3.570436058387),
        ] as [(Double, Double, Int, Double)])
    func seats(rate: Double, interval: Double, seats: Int, expected: Double) {
        #expect(agrees(StartDates.meanWait(arrivalRate: rate, interval: interval, seats: seats), expected))
        #expect(StartDates.meanWait(arrivalRate: 1, interval: 5, seats: 5) == .infinity)
    }

    @Test(
        "a group that starts when full or after a time",
        arguments: [
            (7.0, 10, 1.5, 9.359643608398, 0.6090473886291), (8.5, 12, 1.5, 11.32139665057, 0.6167140570859),
            (2, 5, 1, 2.924858990372, 0.6144108038424),
        ] as [(Double, Int, Double, Double, Double)])
    func gathering(rate: Double, size: Int, limit: Double, meanSize: Double, meanGather: Double) throws {
        let group = try #require(Gathering(arrivalRate: rate, size: size, limit: limit))
        #expect(agrees(group.meanSize, meanSize))
        #expect(agrees(group.meanGather, meanGather))
        let patient = try #require(Gathering(arrivalRate: rate, size: size))
        #expect(agrees(patient.meanSize, Double(size), within: 1e-13))
        #expect(agrees(patient.meanGather, Double(size - 1) / (2 * rate), within: 1e-13))
    }

    @Test("the number present follows a time-varying rate: double integrals by another quadrature")
    func timeVarying() throws {
        func wave(_ t: Double) -> Double { 100 * (1 + 0.6 * sin(2 * .pi * t / 10)) }
        func surge(_ t: Double) -> Double { t >= 30 && t < 40 ? 300 : 100 }
        let exponential = try Distribution.exponential(mean: 2)
        let waveNumber = InfiniteServers.meanNumber(from: 20, to: 22.5, rate: wave, service: exponential)
        #expect(agrees(waveNumber, 192.3947083792, within: 1e-8))
        let fixed = InfiniteServers.meanNumber(from: 20, to: 22.5, rate: wave, service: try .constant(3))
        #expect(agrees(fixed, 278.2386123983, within: 1e-8))
        let long = InfiniteServers.meanNumber(
            from: 35, to: 45, rate: surge, breaks: [30, 40], service: try .exponential(mean: 5))
        #expect(agrees(long, 1156.816974972, within: 1e-8))
        let lognormal = try Distribution.lognormal(mean: 5, cv: 1)
        let skewed = InfiniteServers.meanNumber(
            from: 35, to: 45, rate: surge, breaks: [30, 40], service: lognormal)
        #expect(agrees(skewed, 1149.711739725, within: 1e-7))
        let gamma = InfiniteServers.meanNumber(
            from: 35, to: 45, rate: surge, breaks: [30, 40], service: try .gamma(shape: 1, scale: 5))
        #expect(agrees(gamma, 1156.816974972, within: 1e-7))
    }

    @Test("the number present in M/G/∞ is Poisson")
    func poisson() {
        #expect(agrees(InfiniteServers.probability(of: 3, mean: 2.5), 0.2137630172497, within: 1e-11))
        #expect(InfiniteServers.probability(of: 0, mean: 0) == 1)
        #expect(InfiniteServers.probability(of: -1, mean: 2) == 0)
    }

    @Test("the planning rules give the published examples")
    func waitingList() {
        let capacity = WaitingListArithmetic.targetCapacity(demand: 4, target: 52, factor: 4)
        #expect(agrees(capacity, 4 + 4.0 / 52, within: 1e-14))
        #expect(WaitingListArithmetic.targetQueue(demand: 30, target: 52, factor: 4) == 390)
        let relief = WaitingListArithmetic.reliefCapacity(demand: 30, queue: 1200, targetQueue: 390, time: 26)
        #expect(agrees(relief, 61.153846153846, within: 1e-12))
        #expect(WaitingListArithmetic.needsRelief(queue: 1200, targetQueue: 390))
        #expect(!WaitingListArithmetic.needsRelief(queue: 780, targetQueue: 390))
        #expect(agrees(WaitingListArithmetic.load(demand: 30, capacity: 27), 1.111, within: 2e-4))
        // At the target capacity M/M/1's mean time in the system is target / factor.
        let wait = Erlang.meanWait(arrivalRate: 4, meanService: 1 / capacity, servers: 1)
        #expect(agrees(wait + 1 / capacity, 13, within: 1e-10))
    }

    @Test("the last of three offers, the first of them, and messages that come back")
    func parallel() {
        #expect(agrees(ParallelOffers.meanLast([1, 2, 4]), 4.771428571429))
        #expect(agrees(ParallelOffers.meanLast([3, 3]), 4.5))
        #expect(agrees(ParallelOffers.meanFirst([1, 2, 4]), 4.0 / 7))
        #expect(ParallelOffers.meanLast([]) == 0)
        #expect(agrees(ParallelOffers.meanReturns(0.3, maximum: 2), 0.39))
        #expect(ParallelOffers.meanReturns(1, maximum: 3) == 3)
        #expect(ParallelOffers.meanReturns(0.5, maximum: 0) == 0)
    }
}
