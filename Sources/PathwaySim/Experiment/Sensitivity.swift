/// What a measure hangs on: how it moves when each of several inputs is set low and high, all with the same luck.
///
/// The span of an input is the largest minus the smallest of the three values low, as it is, and high. Its variance comes
/// from the replications' paired influences, as that of any difference (see `Comparison`). Whether an input moves the
/// measure at all is judged over all inputs together by Holm's rule, the span's own p three times over because its ends
/// were chosen among three pairs. Which of two inputs moves it more is judged for all pairs together, again by Holm: with
/// the confidence of the level, no input is placed wrongly.
public struct Sensitivity: Sendable {
    public struct Bar: Sendable {
        /// The measure's change at either end; nil where there is no value.
        public var low: Difference?
        public var high: Difference?
        /// Largest minus smallest of the values; nil when none is known besides the one as it is.
        public var span: Double?
        public var halfWidth: Double?
        /// Whether the measure moves beyond chance.
        public var isDistinguishable = false
        /// The same value in every replication at both ends: the input has nothing to do with the measure.
        public var isWithoutEffect = false
        /// The places the input can have among all, 1 the one that moves the measure most.
        public var places = 1...1
        fileprivate var influence: [Double] = []
        fileprivate var count = 0
    }

    /// In the order given.
    public let bars: [Bar]
    /// Indices of the bars in groups, the most important first: every bar of a group moves the measure more than every bar of
    /// the next; within a group, which is in the order given, that cannot be told.
    public let groups: [[Int]]

    /// - Parameters:
    ///   - base: the measure as things are.
    ///   - ends: for each input the same measure, of as many replications, with the input low and high; nil where it cannot
    ///     be set so, or where the measure is not there.
    public init(base: Measure, ends: [(low: Measure?, high: Measure?)], level: Double) {
        var bars = ends.map { Sensitivity.bar(base, $0.low, $0.high, level: level) }
        let tests = bars.map { Sensitivity.p($0.span ?? 0, $0.influence, $0.count) * 3 }
        for (index, p) in zip(bars.indices, Holm.adjusted(tests.map { min(1, $0) })) {
            bars[index].isDistinguishable = p < 1 - level
        }
        let larger = Sensitivity.larger(bars, level: level)
        for index in bars.indices {
            let above = bars.indices.count { larger[$0][index] }
            let below = bars.indices.count { larger[index][$0] }
            bars[index].places = above + 1...max(above + 1, bars.count - below)
        }
        self.bars = bars
        groups = Sensitivity.groups(bars, larger)
    }

    private static func bar(_ base: Measure, _ low: Measure?, _ high: Measure?, level: Double) -> Bar {
        var bar = Bar()
        bar.low = low.map { Difference(base: base, variant: $0, level: level) }
        bar.high = high.map { Difference(base: base, variant: $0, level: level) }
        let known = [low, base, high].compactMap { $0 }.filter { $0.mean != nil }
        guard base.mean != nil, known.count > 1,
            let least = known.min(by: { ($0.mean ?? 0) < ($1.mean ?? 0) }),
            let most = known.max(by: { ($0.mean ?? 0) < ($1.mean ?? 0) }), let from = least.mean, let to = most.mean
        else { return bar }
        bar.span = to - from
        bar.isWithoutEffect = known.allSatisfy { $0.perReplication == base.perReplication }
        // Where all three are alike, which is least and which most says nothing.
        bar.influence = zip(least.influence, most.influence).map { $1 - $0 }
        bar.count = min(least.perReplication.count { $0 != nil }, most.perReplication.count { $0 != nil })
        bar.halfWidth = ReplicationEstimate.halfWidth(bar.influence, count: bar.count, level: level)
        return bar
    }

    /// Two-sided, by Student's t; 1 where nothing is known about the error.
    private static func p(_ difference: Double, _ influence: [Double], _ count: Int) -> Double {
        guard count >= 2, difference != 0 else { return 1 }
        let error = ReplicationEstimate.standardError(influence)
        if error == 0 { return 0 }
        return min(1, 2 * StudentT.cdf(-abs(difference) / error, degreesOfFreedom: Double(count - 1)))
    }

    /// Whether the one moves the measure more than the other, beyond chance.
    private static func larger(_ bars: [Bar], level: Double) -> [[Bool]] {
        var larger = Array(repeating: Array(repeating: false, count: bars.count), count: bars.count)
        var pairs: [(more: Int, less: Int)] = []
        var values: [Double] = []
        for i in bars.indices {
            for j in bars.indices where j > i {
                let difference = (bars[i].span ?? 0) - (bars[j].span ?? 0)
                // A bar without a value has no influence either and counts as unmoved.
                let length = max(bars[i].influence.count, bars[j].influence.count)
                let influence = (0..<length).map { index in
                    (index < bars[i].influence.count ? bars[i].influence[index] : 0)
                        - (index < bars[j].influence.count ? bars[j].influence[index] : 0)
                }
                let counts = [bars[i].count, bars[j].count].filter { $0 > 0 }
                pairs.append(difference >= 0 ? (i, j) : (j, i))
                values.append(p(difference, influence, counts.min() ?? 0))
            }
        }
        for (pair, p) in zip(pairs, Holm.adjusted(values)) { larger[pair.more][pair.less] = p < 1 - level }
        return larger
    }

    private static func groups(_ bars: [Bar], _ larger: [[Bool]]) -> [[Int]] {
        let order = bars.indices.sorted {
            let (a, b) = (bars[$0].span ?? -1, bars[$1].span ?? -1)
            return a != b ? a > b : $0 < $1
        }
        var groups: [[Int]] = []
        var group: [Int] = []
        for (place, index) in order.enumerated() {
            group.append(index)
            let rest = order[(place + 1)...]
            // A cut needs everything before it to be larger than everything after it.
            if order[...place].allSatisfy({ above in rest.allSatisfy { larger[above][$0] } }) {
                groups.append(group.sorted())
                group = []
            }
        }
        return group.isEmpty ? groups : groups + [group.sorted()]
    }
}
