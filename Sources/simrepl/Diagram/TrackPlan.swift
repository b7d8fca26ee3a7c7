/// Which upright track each way takes, so that no two ways lie on each other.
///
/// A way runs in the gutter beside its goal's lane: on the side it comes from, and within a lane forwards on the right
/// and otherwise on the left. Ways of the same kind to the same goal share a track and run together into it. Short ways
/// get the tracks nearest to the lane, so that few cross.
struct TrackPlan {
    struct Track: Equatable {
        let lane: Int
        let isLeft: Bool
        /// 0 is nearest to the lane.
        let number: Int
    }

    private struct Bundle {
        let goal: Int
        let lane: Int
        let isLeft: Bool
        let kind: Pathway.Way.Kind
        var ways: [Int] = []
        var low = Double.infinity
        var high = -Double.infinity
    }

    private var tracks: [Int: Track] = [:]
    private var counts: [Int: (left: Int, right: Int)] = [:]

    init(_ pathway: Pathway, rows: [RowMaker.Row]) {
        var rowOf: [Int: RowMaker.Row] = [:]
        for row in rows { rowOf[row.node] = row }
        var bundles: [Bundle] = []
        for row in rows {
            for port in row.ports {
                guard case .ways(let ways) = port.content else { continue }
                for way in ways where !row.inlineEnds.contains(way) {
                    guard let goal = rowOf[pathway.ways[way].to] else { continue }
                    let kind = pathway.ways[way].kind
                    let isLeft =
                        row.lane != goal.lane
                        ? row.lane < goal.lane : kind == .leaving || kind == .comingBack || goal.y <= row.y
                    let known = bundles.firstIndex {
                        $0.goal == goal.node && $0.isLeft == isLeft && $0.kind == kind
                    }
                    let index = known ?? bundles.count
                    if known == nil {
                        bundles.append(Bundle(goal: goal.node, lane: goal.lane, isLeft: isLeft, kind: kind))
                    }
                    bundles[index].ways.append(way)
                    bundles[index].low = min(bundles[index].low, port.y, goal.entrance)
                    bundles[index].high = max(bundles[index].high, port.y, goal.entrance)
                }
            }
        }
        assign(bundles)
    }

    private mutating func assign(_ bundles: [Bundle]) {
        var taken: [[(low: Double, high: Double)]] = []
        for lane in Set(bundles.map(\.lane)).sorted() {
            for isLeft in [true, false] {
                taken = []
                let here = bundles.filter { $0.lane == lane && $0.isLeft == isLeft }
                    .sorted { ($0.high - $0.low, $0.low) < ($1.high - $1.low, $1.low) }
                for bundle in here {
                    let free = taken.firstIndex { spans in
                        spans.allSatisfy { bundle.high + 6 < $0.low || $0.high + 6 < bundle.low }
                    }
                    let number = free ?? taken.count
                    if free == nil { taken.append([]) }
                    taken[number].append((bundle.low, bundle.high))
                    for way in bundle.ways { tracks[way] = Track(lane: lane, isLeft: isLeft, number: number) }
                }
                if isLeft { counts[lane, default: (0, 0)].left = taken.count }
                if !isLeft { counts[lane, default: (0, 0)].right = taken.count }
            }
        }
    }

    func track(of way: Int) -> Track? { tracks[way] }

    func width(left lane: Int) -> Double { Self.width(counts[lane]?.left ?? 0) }
    func width(right lane: Int) -> Double { Self.width(counts[lane]?.right ?? 0) }

    private static func width(_ count: Int) -> Double {
        count == 0 ? 6 : PathwayLayout.Measure.gutterPadding + PathwayLayout.Measure.track * Double(count)
    }
}
