/// Events in order of their rank.
///
/// A heap in which every event has four others below it; `add` and `takeFirst` are O(log n). Taking the first event
/// leaves its place at the top open until it is known what comes there: most events schedule one other, which goes down
/// from the top at once, instead of the last event going down and the new one up.
///
/// Once more events are pending than fit the processor's cache, those further ahead wait unordered (`FarEvents`), and
/// the heap holds the nearest.
struct EventQueue {
    private var heap = Table<Event>()
    /// The event at the top has been taken, and nothing has its place yet.
    private var isTopTaken = false
    private var far: FarEvents
    /// Events from this instant on are kept apart; all before it are in the heap.
    private var nearEnd = Int64.max
    private let nearLimit: Int
    /// At this many events in the heap the further ones are put aside.
    private var nextSpread: Int

    /// - Parameter nearLimit: events the heap may hold before the further ones are put aside.
    init(nearLimit: Int) {
        self.nearLimit = nearLimit
        nextSpread = nearLimit
        far = FarEvents(bucketSize: max(1, nearLimit / 8))
    }

    var count: Int { nearCount &+ far.count }
    private var nearCount: Int { heap.count &- (isTopTaken ? 1 : 0) }
    /// Events there is room for: the most that were pending at once, rounded up.
    var capacity: Int { heap.capacity + far.capacity }

    @inline(__always)
    var isEmpty: Bool { nearCount == 0 && far.count == 0 }

    /// Whether no event of this instant, which is that of the event taken last, is still to come in an earlier phase.
    ///
    /// Looks at those just below the top while its place is open, so that it stays open for what may be scheduled next.
    @inline(__always)
    func hasNothing(at now: Int64, before phase: Phase) -> Bool {
        // Those put aside are later than any that was in the heap.
        var row = isTopTaken ? 1 : 0
        let end = min(heap.count, isTopTaken ? 5 : 1)
        while row < end {
            if heap[row].time <= now, heap[row].phase < phase.rawValue { return false }
            row &+= 1
        }
        return true
    }

    @inline(__always)
    mutating func add(_ event: Event) {
        if event.time >= nearEnd {
            far.add(event)
        } else if isTopTaken {
            isTopTaken = false
            fillTop(with: event)
        } else {
            heap.append(event)
            place(event, atOrAbove: heap.count &- 1)
            if heap.count >= nextSpread { spread() }
        }
    }

    /// The next event; the queue must be settled and not empty.
    var first: Event {
        @inline(__always) get { heap[0] }
    }

    /// Removes and returns the next event; the queue must be settled and not empty.
    @inline(__always)
    mutating func takeFirst() -> Event {
        isTopTaken = true
        return heap[0]
    }

    /// Sees to it that the next event is at the top.
    @inline(__always)
    mutating func settle() {
        if isTopTaken { closeTop() }
        if heap.isEmpty { takeNearest() }
    }

    /// Removes all events of which this holds; O(n).
    @inline(never)
    mutating func removeAll(where isGone: (Event) -> Bool) {
        if isTopTaken { closeTop() }
        far.takeAll(into: &heap)
        nearEnd = .max
        var kept = 0
        for row in heap.indices where !isGone(heap[row]) {
            heap[kept] = heap[row]
            kept += 1
        }
        heap.keepFirst(kept)
        nextSpread = nearLimit
        if heap.count >= nextSpread { spread() } else { putInOrder() }
    }

    /// Nothing came: the last event takes the place at the top.
    @inline(__always)
    private mutating func closeTop() {
        isTopTaken = false
        let last = heap[heap.count &- 1]
        heap.removeLast()
        if !heap.isEmpty { fillTop(with: last) }
    }

    // MARK: Near and far

    /// Puts aside what is further ahead.
    @inline(never)
    private mutating func spread() {
        far.takeOver(&heap)
        takeNearest()
        // Where that does not help, because most are at one instant, it is not tried at every event.
        nextSpread = max(nearLimit, 2 * heap.count)
    }

    /// The heap is empty: the next of those put aside are put in order.
    @inline(never)
    private mutating func takeNearest() {
        guard far.count > 0 else { return }
        nearEnd = far.takeEarliest(into: &heap)
        if far.count == 0 { nearEnd = .max }
        putInOrder()
    }

    /// Makes a heap of events in any order; O(n).
    private mutating func putInOrder() {
        guard heap.count > 1 else { return }
        for row in stride(from: (heap.count - 2) >> 2, through: 0, by: -1) { sink(row) }
    }

    /// Moves an event down below those that are earlier.
    private mutating func sink(_ row: Int) {
        let event = heap[row]
        var hole = row
        while 4 &* hole &+ 1 < heap.count {
            var earliest = 4 &* hole &+ 1
            for child in earliest &+ 1..<min(earliest &+ 4, heap.count) where heap[child] < heap[earliest] {
                earliest = child
            }
            guard heap[earliest] < event else { break }
            heap[hole] = heap[earliest]
            hole = earliest
        }
        heap[hole] = event
    }

    // MARK: The heap

    /// Puts an event where the top is open.
    ///
    /// The hole moves down to the end of the list along the earliest children, without asking at each level whether the
    /// event fits there: it nearly always belongs near the end (R. W. Floyd's way, in D. E. Knuth, *The Art of Computer
    /// Programming* 3, exercise 5.2.3–18). From there it moves up as far as it must.
    @inline(__always)
    private mutating func fillTop(with event: Event) {
        let count = heap.count
        var hole = 0
        var child = 1
        while child &+ 3 < count {
            let left = child &+ (heap[child &+ 1] < heap[child] ? 1 : 0)
            let right = child &+ (heap[child &+ 3] < heap[child &+ 2] ? 3 : 2)
            child = heap[right] < heap[left] ? right : left
            heap[hole] = heap[child]
            hole = child
            child = 4 &* hole &+ 1
        }
        if child < count {
            // The last brothers are fewer than four.
            var earliest = child
            while child &+ 1 < count {
                child &+= 1
                if heap[child] < heap[earliest] { earliest = child }
            }
            heap[hole] = heap[earliest]
            hole = earliest
        }
        place(event, atOrAbove: hole)
    }

    /// Puts an event into a hole, or above it as far as it is earlier.
    @inline(__always)
    private mutating func place(_ event: Event, atOrAbove bottom: Int) {
        var hole = bottom
        while hole > 0 {
            let parent = (hole &- 1) >> 2
            guard event < heap[parent] else { break }
            heap[hole] = heap[parent]
            hole = parent
        }
        heap[hole] = event
    }
}
