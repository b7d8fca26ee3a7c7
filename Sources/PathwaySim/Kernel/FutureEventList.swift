/// Pending events in one total order: time, then phase, then the order in which they were scheduled.
///
/// What expires (patience, a gathering time) lies in a queue of its own. Nearly all of it is called off long before it is
/// due, because somebody is served; among the other events it would make every step down the heap longer for nothing.
/// There it can be thrown out together, whenever twice as much lies there as was kept the last time.
struct FutureEventList {
    private var firm: EventQueue
    private var expiries: EventQueue
    /// When the first of those that expire is due; `Int64.max` when there is none.
    private var firstExpiry = Int64.max
    private var sequence: UInt64 = 0
    /// At this many expiries it is time to throw out the void ones.
    private var nextSweep = Self.leastSweep
    private static let leastSweep = 64

    /// - Parameter nearLimit: events that are kept in order; beyond it the further ones are put aside. Unless given
    ///   some 400 kB.
    init(nearLimit: Int = 16_384) {
        firm = EventQueue(nearLimit: nearLimit)
        expiries = EventQueue(nearLimit: nearLimit)
    }

    var count: Int { firm.count &+ expiries.count }
    /// Events there is room for: the most that were pending at once, rounded up.
    var capacity: Int { firm.capacity + expiries.capacity }

    @inline(__always)
    var isEmpty: Bool { firm.isEmpty && expiries.isEmpty }

    /// Whether no event of this instant, which is that of the event taken last, is still to come in an earlier phase.
    @inline(__always)
    func hasNothing(at now: Int64, before phase: Phase) -> Bool {
        (phase <= .expiry || firstExpiry > now) && firm.hasNothing(at: now, before: phase)
    }

    @inline(__always)
    mutating func schedule(_ kind: EventKind, at time: Int64, phase: Phase, subject: Int32, generation: UInt32 = 0) {
        let order = UInt64(phase.rawValue) << 60 | (sequence & 0xF_FFFF_FFFF_FFFF) << 8 | UInt64(kind.rawValue)
        sequence &+= 1
        let event = Event(time: time, order: order, subject: subject, generation: generation)
        if phase == .expiry { addExpiry(event) } else { firm.add(event) }
    }

    /// Removes and returns the next event; the list must not be empty.
    @inline(__always)
    mutating func takeFirst() -> Event {
        firm.settle()
        if !firm.isEmpty, firm.first.time < firstExpiry { return firm.takeFirst() }
        return takeFirstOfBoth()
    }

    // MARK: What expires

    /// Whether it is worth while to look for expiries that have become void.
    @inline(__always)
    var isSweepDue: Bool { expiries.count >= nextSweep }

    /// Throws out the expiries that have become void; O(n).
    @inline(never)
    mutating func dropExpiries(where isVoid: (Event) -> Bool) {
        expiries.removeAll(where: isVoid)
        findFirstExpiry()
        nextSweep = max(Self.leastSweep, 2 * expiries.count)
    }

    @inline(never)
    private mutating func addExpiry(_ event: Event) {
        expiries.add(event)
        firstExpiry = min(firstExpiry, event.time)
    }

    @inline(never)
    private mutating func takeFirstOfBoth() -> Event {
        if !firm.isEmpty, firm.first < expiries.first { return firm.takeFirst() }
        let event = expiries.takeFirst()
        findFirstExpiry()
        return event
    }

    private mutating func findFirstExpiry() {
        expiries.settle()
        firstExpiry = expiries.isEmpty ? .max : expiries.first.time
    }
}
