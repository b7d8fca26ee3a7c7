/// What an event does when its time comes.
enum EventKind: UInt8 {
    /// The token's own timer (end of a delay, of a service, of patience …); stale when generations differ.
    case token
    case arrival
    case capacity
    case courseDate
    case gatherTimer
    case groupSession
    case groupEnd
    case rollingSession
    case turnaround
    case slotOffer
    case sample
}

/// One entry of the future event list.
struct Event {
    var time: Int64
    /// Phase in the top four bits, then the sequence number, then the kind: one comparison decides, and since no two
    /// sequence numbers are equal the kind never does.
    var order: UInt64
    var subject: Int32
    var generation: UInt32

    /// As one number of 128 bits, so that comparing takes no branch: which of two events is earlier is anybody's guess,
    /// and guessing wrong costs more than the comparison.
    @inline(__always)
    static func < (a: Event, b: Event) -> Bool { a.rank < b.rank }

    @inline(__always)
    private var rank: Int128 { Int128(time) << 64 | Int128(order) }

    var kind: EventKind { EventKind(rawValue: code) ?? .sample }

    /// The raw value of the kind: compared first for the two kinds that make up nearly all events.
    @inline(__always)
    var code: UInt8 { UInt8(truncatingIfNeeded: order) }

    @inline(__always)
    var phase: UInt8 { UInt8(truncatingIfNeeded: order >> 60) }
}

/// Pending events in one total order: time, then phase, then the order in which they were scheduled.
///
/// A heap in which every event has four others below it; `schedule` and `takeFirst` are O(log n). Taking the first event
/// leaves its place at the top open until it is known what comes there: most events schedule one other, which goes down
/// from the top at once, instead of the last event going down and the new one up.
///
/// Once more events are pending than fit the processor's cache, those further ahead wait unordered (`FarEvents`), and
/// the heap holds the nearest.
struct FutureEventList {
    private var heap = Table<Event>()
    private var sequence: UInt64 = 0
    /// The event at the top has been taken, and nothing has its place yet.
    private var isTopTaken = false
    private var far: FarEvents
    /// Events from this instant on are kept apart; all before it are in the heap.
    private var nearEnd = Int64.max
    private let nearLimit: Int
    /// At this many events in the heap the further ones are put aside.
    private var nextSpread: Int

    /// - Parameter nearLimit: events the heap may hold before the further ones are put aside; unless given some 400 kB.
    init(nearLimit: Int = 16_384) {
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
    mutating func schedule(_ kind: EventKind, at time: Int64, phase: Phase, subject: Int32, generation: UInt32 = 0) {
        let order = UInt64(phase.rawValue) << 60 | (sequence & 0xF_FFFF_FFFF_FFFF) << 8 | UInt64(kind.rawValue)
        sequence &+= 1
        let event = Event(time: time, order: order, subject: subject, generation: generation)
        if time >= nearEnd {
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

    /// Removes and returns the next event; the list must not be empty.
    @inline(__always)
    mutating func takeFirst() -> Event {
        settle()
        isTopTaken = true
        return heap[0]
    }

    /// Sees to it that the next event is at the top.
    @inline(__always)
    private mutating func settle() {
        if isTopTaken { closeTop() }
        if heap.isEmpty { takeNearest() }
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
