import Testing

@testable import PathwaySim

@Suite("Poisson counts")
struct RandomPoissonCountsTests {
    static let uniforms: [Double] =
        [0x1p-53, 1e-15, 1e-9, 1e-4, 1 - 1e-4, 1 - 1e-9, 1 - 1e-15, 1 - 0x1p-53]
        + (1..<400).map { Double($0) / 400 }

    static let means: [Double] = [
        0, 1e-12, 1e-3, 0.1, 0.5, 0.6931, 0.6932, 1, 1.0001, 2, 5, 5.5, 19.9, 20, 20.001, 100, 101, 999, 1_000, 1_001,
        54_321, 1e5, 1e5 + 1, 999_000, 1e6,
    ]

    @Test("a count is the smallest k at which the Poisson law reaches u", arguments: means.filter { $0 > 0 })
    func inversion(mean: Double) {
        let counts = PoissonCounts(mean: mean)
        // The law itself is slow at large means; the extremes and the middle are enough there.
        let uniforms = mean > 1e4 ? Array(Self.uniforms.prefix(8)) + [0.3, 0.5, 0.7] : Self.uniforms
        for u in uniforms {
            let k = counts.count(u)
            let at = SpecialFunctions.incompleteGamma(shape: Double(k) + 1, mean)
            // Each tail is judged where it is the accurate one; counts of 0 have nothing below them.
            #expect(u < 0.5 ? at.upper >= u * (1 - 1e-9) : at.lower <= (1 - u) * (1 + 1e-9), "u \(u), count \(k)")
            guard k > 0 else { continue }
            let before = SpecialFunctions.incompleteGamma(shape: Double(k), mean)
            #expect(u < 0.5 ? before.upper < u * (1 + 1e-9) : before.lower > (1 - u) * (1 - 1e-9), "u \(u), count \(k)")
        }
    }

    @Test("a higher mean never gives a smaller count, and a higher uniform never either")
    func monotone() {
        var previous = [Int](repeating: 0, count: Self.uniforms.count)
        let ascending = Self.uniforms.sorted()
        for mean in Self.means + [1e7, 1.00001e7, 1e9, 1e12, 1e30] {
            let counts = PoissonCounts(mean: mean)
            let now = ascending.map(counts.count)
            #expect(zip(previous, now).allSatisfy { $0 <= $1 }, "mean \(mean)")
            #expect(zip(now, now.dropFirst()).allSatisfy { $0 <= $1 }, "mean \(mean)")
            previous = now
        }
    }

    @Test("a fine sweep of means adds arrivals one at a time and takes none away")
    func fineSweep() {
        for u in [0x1p-40, 0.03, 0.4999, 0.5, 0.72, 0.9999, 1 - 0x1p-40] {
            var before = PoissonCounts(mean: 0.01).count(u)
            for step in 2...3_000 {
                let now = PoissonCounts(mean: Double(step) / 100).count(u)
                #expect(now == before || now == before + 1, "u \(u), mean \(Double(step) / 100)")
                before = now
            }
        }
    }

    @Test("nothing arrives at mean 0, and an undefined mean counts as 0", arguments: [0, -1, -Double.infinity, .nan])
    func nothing(mean: Double) {
        let counts = PoissonCounts(mean: mean)
        #expect(counts.mean == 0)
        #expect(counts.count(0x1p-53) == 0 && counts.count(0.5) == 0 && counts.count(1 - 0x1p-53) == 0)
    }

    @Test("uniforms outside (0, 1) and endless means are answered")
    func extremes() {
        for mean in [0.5, 1e3, 1e8, 1e300, .infinity] {
            let counts = PoissonCounts(mean: mean)
            #expect(counts.count(0) <= counts.count(0.5) && counts.count(0.5) <= counts.count(1))
        }
    }

    @Test("the expansion for huge means continues the exact table")
    func expansion() {
        let (table, expanded) = (PoissonCounts(mean: 1e7), PoissonCounts(mean: 1e7.nextUp))
        for u in Self.uniforms {
            #expect(abs(table.count(u) - expanded.count(u)) <= 1, "u \(u)")
        }
    }

    @Test("tables are kept by mean")
    func cache() {
        var tables = PoissonCountTables()
        let first = tables.counts(mean: 20)
        #expect(first.count(0.5) == 20 && tables.counts(mean: 20).count(0.5) == 20)
        #expect(tables.counts(mean: 200).count(0.5) == 200)
    }
}
