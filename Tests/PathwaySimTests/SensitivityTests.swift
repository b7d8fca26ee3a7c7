import Testing

@testable import PathwaySim

@Suite("What a measure hangs on")
struct SensitivityTests {
    /// A measure whose replications have these values.
    private func measure(_ values: [Double]) -> Measure {
        let estimate = ReplicationEstimate.mean(values)
        return Measure(
            name: "m", unit: .number, mean: estimate.value, halfWidth: estimate.halfWidth(level: 0.95), n: values.count,
            basis: .replications, perReplication: values, influence: estimate.influence)
    }

    /// Twenty replications that vary by themselves, plus a shift that varies a little of its own.
    private func shifted(_ shift: Double, noise: Double = 0.01, phase: Int = 0) -> Measure {
        measure(
            (0..<20).map { Double(($0 * 7) % 20) + shift + noise * Double((($0 + phase) * 11) % 20 - 10) })
    }

    @Test("larger effects come first, and what has none is told so")
    func order() {
        let base = shifted(0, noise: 0)
        let ends: [(low: Measure?, high: Measure?)] = [
            (shifted(-1), shifted(1)), (base, base), (shifted(-5, phase: 3), nil), (shifted(2), shifted(3)),
        ]
        let sensitivity = Sensitivity(base: base, ends: ends, level: 0.95)
        #expect(sensitivity.groups.first == [2])
        #expect(sensitivity.bars[2].places == 1...1)
        #expect(sensitivity.bars[1].isWithoutEffect && !sensitivity.bars[1].isDistinguishable)
        #expect(sensitivity.bars[1].places == 4...4)
        // Both ends above the base: the span reaches from the base to the farther one.
        let span = sensitivity.bars[3].span ?? 0
        #expect(abs(span - 3) < 0.1)
        #expect(sensitivity.bars.map(\.isDistinguishable) == [true, false, true, true])
    }

    @Test("effects that cannot be told apart share their places and keep the order they were given in")
    func ties() {
        let base = shifted(0, noise: 0)
        let ends: [(low: Measure?, high: Measure?)] = [
            (nil, shifted(1, noise: 0.3)), (nil, shifted(1.05, noise: 0.3, phase: 5)), (nil, shifted(9, noise: 0.3)),
        ]
        let sensitivity = Sensitivity(base: base, ends: ends, level: 0.95)
        #expect(sensitivity.groups == [[2], [0, 1]])
        #expect(sensitivity.bars[0].places == 2...3 && sensitivity.bars[1].places == 2...3)
    }

    @Test("inputs without effect are called important no more often than the level allows")
    func falseAlarms() throws {
        var alarms = 0
        for seed in 0..<200 {
            func noise(_ input: Int) -> Measure {
                var stream = DrawStream(DrawKey(stream: UInt64(seed), block: UInt32(input), ordinal: 1), purpose: 7)
                return measure((0..<12).map { _ in stream.uniform() })
            }
            let ends: [(low: Measure?, high: Measure?)] = (1...5).map { (noise(2 * $0), noise(2 * $0 + 1)) }
            let sensitivity = Sensitivity(base: noise(0), ends: ends, level: 0.95)
            if sensitivity.bars.contains(where: \.isDistinguishable) { alarms += 1 }
        }
        // At most 5 % of 200 are expected; more than 20 has a probability below 1 in 1,000 at 5 %.
        #expect(alarms <= 20)
    }

    @Test("a measure that is not there at an end, or not at all, is no effect")
    func missing() {
        let base = shifted(0)
        let sensitivity = Sensitivity(base: base, ends: [(nil, nil), (nil, shifted(4))], level: 0.95)
        #expect(sensitivity.bars[0].span == nil && !sensitivity.bars[0].isDistinguishable)
        #expect(sensitivity.groups.first == [1])
    }
}
