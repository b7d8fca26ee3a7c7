/// All queues of a run: ordered by priority, within one by the order of joining.
///
/// A queue is a list of levels, one for each priority in use, each a doubly linked list of nodes. Leaving from anywhere
/// and finding the head are O(1); joining is O(1) at the highest priority and O(log p) among p of them. A token that
/// asks for several resources has a node in each of their queues, linked as siblings.
struct WaitQueues {
    struct Node {
        var token: Int32
        var queue: Int32
        var units: Int32
        var level: Int32
        var next: Int32
        var previous: Int32
        var sibling: Int32
        var joined: Int64
    }

    private struct Queue {
        var levels = PriorityLevels.List()
        var count: Int32 = 0
    }

    private(set) var nodes = Table<Node>()
    private var freeNode: Int32 = -1
    private var levels = PriorityLevels()
    private var queues: Table<Queue>

    init(count: Int) {
        queues = Table(repeating: Queue(), count: count)
        for queue in 0..<count { _ = levels.level(of: 0, in: &queues[queue].levels) }
    }

    @inline(__always)
    func count(_ queue: Int) -> Int32 { queues[queue].count }

    @inline(__always)
    func isEmpty(_ queue: Int) -> Bool { queues[queue].count == 0 }

    /// The node that is served first, -1 when the queue is empty.
    @inline(__always)
    func head(_ queue: Int) -> Int32 {
        guard queues[queue].count > 0 else { return -1 }
        var level = Int(queues[queue].levels.first)
        while levels[level].head < 0 { level = Int(levels[level].next) }
        return levels[level].head
    }

    /// The node served after this one, -1 at the end.
    func next(after node: Int32) -> Int32 {
        let entry = nodes[Int(node)]
        if entry.next >= 0 { return entry.next }
        var level = levels[Int(entry.level)].next
        while level >= 0 {
            let head = levels[Int(level)].head
            if head >= 0 { return head }
            level = levels[Int(level)].next
        }
        return -1
    }

    /// Joins at the end of its priority, or at its front.
    @inline(__always)
    mutating func join(
        _ queue: Int, token: Int32, units: Int32, priority: Double, atFront: Bool, sibling: Int32, at now: Int64
    ) -> Int32 {
        let first = queues[queue].levels.first
        let level =
            levels[Int(first)].priority == priority
            ? first : levels.level(of: priority, in: &queues[queue].levels)
        let node: Int32
        let entry = Node(
            token: token, queue: Int32(queue), units: units, level: level, next: -1, previous: -1, sibling: sibling,
            joined: now)
        if freeNode >= 0 {
            node = freeNode
            freeNode = nodes[Int(node)].next
            nodes[Int(node)] = entry
        } else {
            node = Int32(nodes.count)
            nodes.append(entry)
        }
        queues[queue].count &+= 1
        let row = Int(level)
        if levels[row].head < 0 {
            levels[row].head = node
            levels[row].tail = node
        } else if atFront {
            let old = levels[row].head
            nodes[Int(node)].next = old
            nodes[Int(old)].previous = node
            levels[row].head = node
        } else {
            let old = levels[row].tail
            nodes[Int(node)].previous = old
            nodes[Int(old)].next = node
            levels[row].tail = node
        }
        return node
    }

    /// Leaves its queue; the node's sibling is returned.
    @discardableResult
    @inline(__always)
    mutating func leave(_ node: Int32) -> Int32 {
        let row = Int(nodes[Int(node)].level)
        let next = nodes[Int(node)].next
        let previous = nodes[Int(node)].previous
        if previous >= 0 { nodes[Int(previous)].next = next } else { levels[row].head = next }
        if next >= 0 { nodes[Int(next)].previous = previous } else { levels[row].tail = previous }
        let queue = Int(nodes[Int(node)].queue)
        queues[queue].count &-= 1
        nodes[Int(node)].next = freeNode
        nodes[Int(node)].token = -1
        freeNode = node
        if levels[row].head < 0, queues[queue].levels.count > 4 {
            levels.drop(Int32(row), from: &queues[queue].levels)
        }
        return nodes[Int(node)].sibling
    }

    /// Sum of the times that those now in the queue have been there.
    func timeWaited(in queue: Int, until now: Int64) -> Int64 {
        var sum: Int64 = 0
        for row in nodes.indices where nodes[row].token >= 0 && Int(nodes[row].queue) == queue {
            sum += now - nodes[row].joined
        }
        return sum
    }
}
