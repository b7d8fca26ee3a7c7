import PathwaySim
import Testing

@Suite("Cumulative incidence of service")
struct StatisticsIncidenceTests {
    private func incidence(
        served: [Int64], left: [Int64] = [], censored: [Int64] = []
    ) -> CumulativeIncidence {
        CumulativeIncidence(
            served: StatisticsHistogramTests.histogram(served), left: StatisticsHistogramTests.histogram(left),
            censored: StatisticsHistogramTests.histogram(censored))
    }

    private func close(_ a: Double, _ b: Double) -> Bool { abs(a - b) < 1e-12 }

    @Test("without leaving or censoring it is the empirical distribution")
    func empirical() {
        let curve = incidence(served: [1, 2, 2, 3, 5, 8, 13, 21, 34, 55])
        #expect(close(curve.value(at: 0), 0))
        #expect(close(curve.value(at: 2), 0.3))
        #expect(close(curve.value(at: 4.9), 0.4))
        #expect(close(curve.limit, 1))
        #expect(curve.quantile(0.3) == 2)
        #expect(curve.quantile(0.31) == 3)
        #expect(curve.quantile(0.9) == 34)
        #expect(curve.quantile(1) == 55)
    }

    @Test("without leaving it is one minus Kaplan–Meier")
    func kaplanMeier() {
        // Remission times in weeks of the 6-mercaptopurine arm (Freireich et al. 1963), 21 patients, and the published
        // survival estimate after each event: S(6) = 18/21, S(7) = S(6)·16/17 …, S(23) = 0.448.
        let curve = incidence(
            served: [6, 6, 6, 7, 10, 13, 16, 22, 23],
            censored: [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35])
        let published = [
            (6.0, 0.857), (7, 0.807), (10, 0.753), (13, 0.690), (16, 0.627), (22, 0.538), (23, 0.448),
        ]
        #expect(curve.points.map(\.ticks) == published.map(\.0))
        for (time, survival) in published { #expect(abs(1 - curve.value(at: time) - survival) < 0.0005) }
        #expect(curve.quantile(0.5) == 23)
        #expect(curve.quantile(0.6) == nil)
    }

    @Test("leaving competes: a hand-computed example")
    func competing() {
        // At risk 6, 5, 4 (one censored at 3), then 2, 1. Served at 1: 1/6. Left at 2: S = 5/6·4/5 = 2/3.
        // Served at 3: 2/3·1/4 = 1/6, S = 1/2, one censored. Left at 4: S = 1/4. Served at 5: 1/4·1/1.
        let curve = incidence(served: [1, 3, 5], left: [2, 4], censored: [3])
        #expect(curve.points.map(\.ticks) == [1, 3, 5])
        #expect(close(curve.value(at: 1), 1.0 / 6))
        #expect(close(curve.value(at: 2), 1.0 / 6))
        #expect(close(curve.value(at: 3), 1.0 / 3))
        #expect(close(curve.value(at: 5), 1.0 / 3 + 1.0 / 4))
        #expect(curve.quantile(0.5) == 5)
        #expect(curve.quantile(0.59) == nil)
    }

    @Test("without censoring, leavers stay in the denominator")
    func leaversCount() {
        let curve = incidence(served: [10, 20, 30], left: [5, 15, 25, 35, 100, 120, 150])
        #expect(close(curve.limit, 0.3))
        #expect(curve.quantile(0.3) == 30)
        #expect(curve.quantile(0.31) == nil)
    }

    @Test("service and leaving together with what is left over are everyone")
    func complement() {
        let all = StatisticsHistogramTests.values(400, seed: 5).map { $0 % 250 }
        let (a, b, c) = (Array(all[..<150]), Array(all[150..<300]), Array(all[300...]))
        let served = incidence(served: a, left: b, censored: c)
        let left = incidence(served: b, left: a, censored: c)
        let either = incidence(served: a + b, censored: c)
        for time in stride(from: 0.0, through: 250, by: 5) {
            #expect(close(served.value(at: time) + left.value(at: time), either.value(at: time)))
        }
    }

    @Test("when nobody was served there is no quantile")
    func nobody() {
        #expect(incidence(served: []).quantile(0.5) == nil)
        #expect(incidence(served: [], left: [1, 2], censored: [3]).quantile(0.01) == nil)
        #expect(incidence(served: [], left: [1]).limit == 0)
    }

    @Test("service at once counts at time zero")
    func zeros() {
        let curve = incidence(served: [0, 0, 0, 7])
        #expect(close(curve.value(at: 0), 0.75))
        #expect(curve.quantile(0.75) == 0)
        #expect(curve.quantile(0) == 0)
        #expect(curve.quantile(.nan) == nil)
    }
}
