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
