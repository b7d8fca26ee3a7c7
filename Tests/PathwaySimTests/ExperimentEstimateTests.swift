import Testing

@testable import PathwaySim

@Suite("Estimates from replications")
struct ExperimentEstimateTests {
    @Test("a mean of counts has the ordinary t interval")
    func mean() throws {
        let estimate = ReplicationEstimate.mean([1, 2, 3, 4])
        #expect(estimate.value == 2.5)
        // s = 1.2910, t₃(0.975) = 3.18245.
        #expect(abs(try #require(estimate.halfWidth(level: 0.95)) - 3.182446 * 1.290994 / 2) < 1e-5)
    }

    @Test("replications without a value are left out of a mean, and of its degrees of freedom")
    func missing() throws {
        let complete = ReplicationEstimate.mean([1, 2, 4])
        let partial = ReplicationEstimate.mean([1, nil, 2, nil, 4])
        #expect(partial.value == complete.value)
        let (a, b) = (try #require(partial.halfWidth(level: 0.9)), try #require(complete.halfWidth(level: 0.9)))
        #expect(abs(a - b) < 1e-12)
        #expect(ReplicationEstimate.mean([nil, 3]).halfWidth(level: 0.9) == nil)
        #expect(ReplicationEstimate.mean([nil, nil]).value == nil)
    }

    @Test("a ratio is pooled, and its error linearised")
    func ratio() throws {
        let estimate = ReplicationEstimate.ratio([(2, 1), (3, 2), (10, 5)])
        #expect(estimate.value == 15.0 / 8)
        // Deviations x − 1.875 n: 0.125, −0.75, 0.625; s² of the mean Σ/(3·2)/(8/3)².
        let error = ((0.125 * 0.125 + 0.75 * 0.75 + 0.625 * 0.625) / 6).squareRoot() / (8.0 / 3)
        #expect(abs(ReplicationEstimate.standardError(estimate.influence) - error) < 1e-12)
        #expect(ReplicationEstimate.ratio([(0, 0), (4, 2)]).halfWidth(level: 0.95) == nil)
    }

    @Test("a quantile's interval follows the share below it, and a common value has none")
    func quantile() throws {
        var pooled = LogLinearHistogram()
        var sections: [DistributionDigest] = []
        for section in 0..<10 {
            var histogram = LogLinearHistogram()
            for value in 0..<100 { histogram.add(Int64(1_000 + 10 * value + 40 * (section - 4))) }
            pooled.merge(histogram)
            sections.append(DistributionDigest(histogram))
        }
        let estimate = ReplicationEstimate.quantile(0.5, of: sections, level: 0.95) { pooled.quantile($0) }
        let median = try #require(estimate.value)
        // Sections shifted by 0, ±40 … (standard deviation 121): t₉ · 121/√10 about the middle.
        let halfWidth = try #require(estimate.halfWidth(level: 0.95))
        #expect(abs(median - 1_515) < 30)
        #expect((60...115).contains(halfWidth))

        var constant = LogLinearHistogram()
        for _ in 0..<50 { constant.add(777) }
        let same = ReplicationEstimate.quantile(
            0.9, of: [DistributionDigest(constant), DistributionDigest(constant)], level: 0.95
        ) { constant.quantile($0) }
        #expect(same.halfWidth(level: 0.95) == 0)
    }

    @Test("an interval that ends in a value many share reaches towards the next as the share at the edge nears")
    func quantileOfFewValues() throws {
        /// Ten replications of 100, of whom about `share` % waited 1,000 ticks and the others 2,000.
        func halfWidth(_ share: Int) throws -> Double {
            var pooled = LogLinearHistogram()
            let sections = (0..<10).map { section in
                var histogram = LogLinearHistogram()
                let early = share + (section.isMultiple(of: 2) ? 10 : -10)
                for citizen in 0..<100 { histogram.add(citizen < early ? 1_000 : 2_000) }
                pooled.merge(histogram)
                return DistributionDigest(histogram)
            }
            let estimate = ReplicationEstimate.quantile(0.5, of: sections, level: 0.95) { pooled.quantile($0) }
            #expect(estimate.value == 1_000)
            return try #require(estimate.halfWidth(level: 0.95))
        }
        // t₉ · 10.54/√10 = 7.5 percentage points: within that of the edge the whole step, from twice that on nothing.
        let widths = try [52, 56, 58, 60, 62, 64, 66, 80].map(halfWidth)
        #expect(widths[0] > 999 && widths[1] > 999)
        #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 >= $1 })
        #expect((550.0...700).contains(widths[3]), "two thirds of the way at 10 of 7.5 to 15")
        #expect(widths[6] < 5 && widths[7] < 5)
    }

    @Test("a digest gives the distribution function of its cells")
    func digest() {
        var histogram = LogLinearHistogram()
        for _ in 0..<30 { histogram.add(0) }
        for value in 1...70 { histogram.add(Int64(value) * 3_600_000) }
        let digest = DistributionDigest(histogram)
        #expect(digest.weight == 100)
        #expect(abs(digest.share(at: 0) - 0.3) < 1e-6)
        #expect(abs(digest.share(at: 40 * 3_600_000) - 0.7) < 0.03)
        #expect(abs(digest.share(at: 1e12) - 1) < 1e-6)
        #expect(DistributionDigest(LogLinearHistogram()).share(at: 5) == 0)
    }

    @Test("pooling very many replications gives what a run gives")
    func pooled() throws {
        let experiment = try Experiment(
            CompiledModel(TestModels.queue(rate: 0.6, servers: 1, horizonDays: 60)), replications: 60, jobs: 2)
        let pooled = try PooledRun(experiment, replications: 60)
        let result = try experiment.run()
        for estimate in pooled.estimates {
            let measure = try #require(result.measure(estimate.name))
            #expect(abs((estimate.value ?? -1) - (measure.mean ?? -1)) < 1e-9, "\(estimate.name)")
            guard case .replications = measure.basis, measure.mean != nil, !measure.perReplication.contains(nil)
            else { continue }
            let error = ReplicationEstimate.standardError(measure.influence)
            #expect(abs(estimate.standardError - error) < 1e-6 * (1 + error), "\(estimate.name)")
        }
    }
}
