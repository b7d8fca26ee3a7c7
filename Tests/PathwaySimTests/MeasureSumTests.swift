import Testing

@testable import PathwaySim

@Suite("Measures made from others")
struct MeasureSumTests {
    private func measure(_ name: String, _ values: [Double]) -> Measure {
        let estimate = ReplicationEstimate.mean(values)
        return Measure(
            name: name, unit: .count, mean: estimate.value, halfWidth: estimate.halfWidth(level: 0.95),
            n: values.count, basis: .replications, perReplication: values, influence: estimate.influence)
    }

    @Test("a sum has the error of the sum, not the sum of the errors")
    func sum() throws {
        let (a, b) = (measure("a", [1, 2, 3, 4]), measure("b", [4, 3, 2, 1]))
        let level = try #require(Measure.sum([(a, 1), (b, 1)], name: "s", unit: .count, level: 0.95))
        #expect(level.mean == 5 && level.halfWidth == 0)
        let double = try #require(Measure.sum([(a, 2)], name: "s", unit: .count, level: 0.95))
        let direct = measure("d", [2, 4, 6, 8])
        #expect(double.mean == direct.mean && double.perReplication == direct.perReplication)
        #expect(abs((double.halfWidth ?? 0) - (direct.halfWidth ?? 1)) < 1e-12)
        // Four years do not tell what happens in 8 of 10.
        #expect(double.low == nil)
        let many = try #require(
            Measure.sum([(measure("m", (1...11).map(Double.init)), 2)], name: "s", unit: .count, level: 0.95))
        #expect(many.low == 4 && many.high == 20)
        var none = a
        none.mean = nil
        #expect(Measure.sum([(a, 1), (none, 1)], name: "s", unit: .count, level: 0.95) == nil)
        #expect(Measure.sum([], name: "s", unit: .count, level: 0.95) == nil)
    }

    @Test("a ratio of sums weighs each replication by its denominator")
    func ratio() {
        let ratio = Measure.ratio([(1, 2), (9, 10), (0, 0)], name: "r", unit: .share, level: 0.95)
        #expect(ratio.mean == 10.0 / 12)
        #expect(ratio.perReplication == [0.5, 0.9, nil])
    }
}
