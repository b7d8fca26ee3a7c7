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
/// A binary heap; `schedule` and `popFirst` are O(log n).
struct FutureEventList {
    private var heap = Table<Event>()
    private var sequence: UInt64 = 0

    var count: Int { heap.count }
    /// Events there is room for: the most that were pending at once, rounded up.
    var capacity: Int { heap.capacity }
    var isEmpty: Bool { heap.isEmpty }

    /// The next event without removing it; the list must not be empty.
    @inline(__always)
    var first: Event { heap[0] }

    @inline(__always)
    mutating func schedule(_ kind: EventKind, at time: Int64, phase: Phase, subject: Int32, generation: UInt32 = 0) {
        let order = UInt64(phase.rawValue) << 60 | (sequence & 0xF_FFFF_FFFF_FFFF) << 8 | UInt64(kind.rawValue)
        sequence &+= 1
        push(Event(time: time, order: order, subject: subject, generation: generation))
    }

    @inline(__always)
    private mutating func push(_ event: Event) {
        heap.append(event)
        place(event, atOrAbove: heap.count &- 1)
    }

    /// Puts an event into a hole, or above it as far as it is earlier.
    @inline(__always)
    private mutating func place(_ event: Event, atOrAbove bottom: Int) {
        var hole = bottom
        while hole > 0 {
            let parent = (hole &- 1) >> 1
            guard event < heap[parent] else { break }
            heap[hole] = heap[parent]
            hole = parent
        }
        heap[hole] = event
    }

    /// Removes and returns the next event; the list must not be empty.
    ///
    /// The hole that it leaves moves down to the end of the list along the earlier children, without asking at each
    /// level whether the last event fits there: the last one nearly always belongs near the end (R. W. Floyd's way, in
    /// D. E. Knuth, *The Art of Computer Programming* 3, exercise 5.2.3–18). From there it moves up as far as it must.
    @inline(__always)
    mutating func popFirst() -> Event {
        let result = heap[0]
        let count = heap.count &- 1
        let last = heap[count]
        heap.removeLast()
        guard count > 0 else { return result }
        var hole = 0
        var child = 2
        while child < count {
            child &-= heap[child &- 1] < heap[child] ? 1 : 0
            heap[hole] = heap[child]
            hole = child
            child = 2 &* hole &+ 2
        }
        if child == count {
            heap[hole] = heap[count &- 1]
            hole = count &- 1
        }
        place(last, atOrAbove: hole)
        return result
    }
}
