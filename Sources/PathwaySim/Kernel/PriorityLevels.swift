/// The priorities in use in each queue of a run, highest first, each with the two ends of its own line of nodes.
///
/// A priority may be a measured number, different for every citizen, so a level is found through a search tree: a treap
/// (R. Seidel and C. R. Aragon, *Randomized Search Trees*, 1996) whose ranks are hashes of the rows, so that no order of
/// coming can make it deep. Beside it the levels are linked in order, and the highest is at hand.
///
/// - Complexity: finding, adding and dropping O(log p) for p priorities in the queue.
struct PriorityLevels {
    struct Level {
        var priority: Double
        /// Ends of the line of nodes of this priority; the head is -1 when nobody stands there.
        var head: Int32 = -1
        var tail: Int32 = -1
        /// Neighbours in order: the next lower priority and the next higher.
        var next: Int32 = -1
        var previous: Int32 = -1
        fileprivate var parent: Int32 = -1
        /// Higher priorities.
        fileprivate var left: Int32 = -1
        /// Lower priorities.
        fileprivate var right: Int32 = -1

        fileprivate init(priority: Double) { self.priority = priority }
    }

    /// The levels of one queue.
    struct List {
        /// The highest priority.
        fileprivate(set) var first: Int32 = -1
        fileprivate(set) var count: Int32 = 0
        fileprivate var root: Int32 = -1
    }

    private var rows = Table<Level>()
    private var freeRow: Int32 = -1

    subscript(row: Int) -> Level {
        @inline(__always) get { rows[row] }
        @inline(__always) _modify { yield &rows[row] }
    }

    /// The level of a priority, made when there is none.
    @inline(never)
    mutating func level(of priority: Double, in list: inout List) -> Int32 {
        var parent: Int32 = -1
        var row = list.root
        while row >= 0 {
            if rows[Int(row)].priority == priority { return row }
            parent = row
            row = priority > rows[Int(row)].priority ? rows[Int(row)].left : rows[Int(row)].right
        }
        row = newRow(priority)
        list.count &+= 1
        guard parent >= 0 else {
            (list.root, list.first) = (row, row)
            return row
        }
        // A new leaf stands beside its parent in the order.
        rows[Int(row)].parent = parent
        if priority > rows[Int(parent)].priority {
            rows[Int(parent)].left = row
            link(rows[Int(parent)].previous, row)
            link(row, parent)
        } else {
            rows[Int(parent)].right = row
            link(row, rows[Int(parent)].next)
            link(parent, row)
        }
        if rows[Int(row)].previous < 0 { list.first = row }
        while rows[Int(row)].parent >= 0, rank(rows[Int(row)].parent) < rank(row) { lift(row, in: &list) }
        return row
    }

    /// Takes a level out; its line must be empty.
    @inline(never)
    mutating func drop(_ row: Int32, from list: inout List) {
        while true {
            let (left, right) = (rows[Int(row)].left, rows[Int(row)].right)
            if left < 0, right < 0 { break }
            lift(right < 0 || left >= 0 && rank(left) > rank(right) ? left : right, in: &list)
        }
        let parent = rows[Int(row)].parent
        if parent < 0 {
            list.root = -1
        } else if rows[Int(parent)].left == row {
            rows[Int(parent)].left = -1
        } else {
            rows[Int(parent)].right = -1
        }
        let (previous, next) = (rows[Int(row)].previous, rows[Int(row)].next)
        link(previous, next)
        if list.first == row { list.first = next }
        list.count &-= 1
        rows[Int(row)].next = freeRow
        freeRow = row
    }

    private mutating func newRow(_ priority: Double) -> Int32 {
        guard freeRow >= 0 else {
            rows.append(Level(priority: priority))
            return Int32(rows.count - 1)
        }
        let row = freeRow
        freeRow = rows[Int(row)].next
        rows[Int(row)] = Level(priority: priority)
        return row
    }

    /// Makes two rows neighbours in order; either may be -1, the end.
    private mutating func link(_ higher: Int32, _ lower: Int32) {
        if higher >= 0 { rows[Int(higher)].next = lower }
        if lower >= 0 { rows[Int(lower)].previous = higher }
    }

    /// Multiplicative hashing by 2⁶⁴ over the golden ratio.
    private func rank(_ row: Int32) -> UInt64 { UInt64(row + 1) &* 0x9E37_79B9_7F4A_7C15 }

    /// Rotates a row above its parent.
    private mutating func lift(_ row: Int32, in list: inout List) {
        let parent = rows[Int(row)].parent
        let above = rows[Int(parent)].parent
        let inner: Int32
        if rows[Int(parent)].left == row {
            inner = rows[Int(row)].right
            rows[Int(parent)].left = inner
            rows[Int(row)].right = parent
        } else {
            inner = rows[Int(row)].left
            rows[Int(parent)].right = inner
            rows[Int(row)].left = parent
        }
        if inner >= 0 { rows[Int(inner)].parent = parent }
        rows[Int(parent)].parent = row
        rows[Int(row)].parent = above
        if above < 0 {
            list.root = row
        } else if rows[Int(above)].left == parent {
            rows[Int(above)].left = row
        } else {
            rows[Int(above)].right = row
        }
    }
}
