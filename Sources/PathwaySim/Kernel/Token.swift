/// One thread of a citizen's course: the citizen itself (a root), an arm of a split, a message under way, or a group
/// that waits for staff.
///
/// Tokens live in one array and are reused; everything that differs in number per model (attributes, marks, visits)
/// lies beside it, in rows of the root.
struct Token {
    enum Status: UInt8 {
        case free, moving, delaying, queueing, serving, booked, rebooking, attending, gathering, formed, inGroup,
            finishing
        case messaging, joining, waiting, away, groupRequest, closed
    }

    // In the first 64 bytes, one line of the processor's cache: what an ordinary step reads and writes.

    // Whose luck it has.
    var stream: UInt64 = 0
    var block: UInt32 = 0
    var ordinal: UInt32 = 0
    var visit: UInt32 = 0

    // Where it is.
    var root: Int32 = -1
    var step: Int32 = -1
    var generation: UInt32 = 0
    var status: Status = .free
    var isObserved = true
    var isTraced = false
    /// In a service that was interrupted and will resume with `remaining`.
    var isResuming = false
    /// Its place in the queue it waits in, or the first of several.
    var firstNode: Int32 = -1

    // Times, in ticks.
    var enteredAt: Int64 = 0
    var startedAt: Int64 = 0
    /// When a service ends, or how much of an interrupted one is left; when patience runs out while booked.
    var until: Int64 = 0

    // In the next 64 bytes: what is asked at some steps, on arrival and when the course ends.

    var arrivedAt: Int64 = 0
    /// Index of its case, -1 for others.
    var caseRow: Int32 = -1
    var firstHolding: Int32 = -1
    /// Group it is in, or slot it has booked.
    var place: Int32 = -1
    /// Seats it takes on a course; returns so far of a message under way.
    var units: Int32 = 1
    var sessions: Int32 = 0
    var nextMember: Int32 = -1
    var previousMember: Int32 = -1
    var pendingArms: Int32 = 0
    var priority: Double = 0

    // Family.
    var parent: Int32 = -1
    /// For a root: the first of its other tokens; for those: the next one.
    var nextInFamily: Int32 = -1
    /// Live tokens of the family, itself included (roots only).
    var family: Int32 = 0
}
