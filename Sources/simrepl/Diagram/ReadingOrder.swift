/// The order in which steps are best read: each after those that lead to it, one way to its end before the next.
///
/// Reverse postorder of a depth-first search from the steps nothing leads to, then of whatever lies on circles nothing
/// leads into. Ways past all arms of a split and back after the end do not count: otherwise the end would stand before
/// what leads to it. Without recursion, so that no scenario is too deep. O(nodes + ways).
struct ReadingOrder {
    private(set) var nodes: [Int] = []
    private let successors: [[Int]]
    private var isSeen: [Bool]

    init(count: Int, ways: [Pathway.Way]) {
        var successors = [[Int]](repeating: [], count: count)
        var isBeginning = [Bool](repeating: true, count: count)
        for way in ways where way.kind != .comingBack && way.kind != .skipping {
            successors[way.from].append(way.to)
            if way.to != way.from { isBeginning[way.to] = false }
        }
        self.successors = successors
        isSeen = [Bool](repeating: false, count: count)
        // What is explored last comes first in the end: so everything is explored backwards.
        var postorder: [Int] = []
        for root in (0..<count).reversed() where isBeginning[root] { explore(root, into: &postorder) }
        nodes = postorder.reversed()
        for root in 0..<count where !isSeen[root] {
            postorder = []
            explore(root, into: &postorder)
            nodes += postorder.reversed()
        }
    }

    private mutating func explore(_ root: Int, into postorder: inout [Int]) {
        guard !isSeen[root] else { return }
        isSeen[root] = true
        var path = [(node: root, left: successors[root].count)]
        while let (node, left) = path.last {
            guard left > 0 else {
                postorder.append(node)
                path.removeLast()
                continue
            }
            path[path.count - 1].left -= 1
            let next = successors[node][left - 1]
            if !isSeen[next] {
                isSeen[next] = true
                path.append((next, successors[next].count))
            }
        }
    }
}
