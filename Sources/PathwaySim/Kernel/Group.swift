/// A course during a run.
struct CourseState {
    /// Seats wanted by those who wait to be put in a group.
    var seatsWaiting: Int32 = 0
    /// Marks the gathering under way; an older timer is stale.
    var gathering: UInt32 = 0
    var groupsMade: UInt32 = 0
    /// The group that asks for staff (starts as soon as staff are free), or the one that always runs.
    var openGroup: Int32 = -1
    var hasSessionScheduled = false
    var stream: UInt64 = 0
    /// The gathering time is over with too few: the group forms with the first that makes it enough.
    var isOverdue = false
}

/// Citizens who take part in a course together.
struct Group {
    var course: Int32
    var first: Int32 = -1
    var last: Int32 = -1
    var members: Int32 = 0
    var seats: Int32 = 0
    /// The token that asks for staff and holds them, -1 when none are needed.
    var holder: Int32 = -1
    var ordinal: UInt32
    var hasStarted = false
    var sessionsHeld: Int32 = 0
    /// Sessions dealt with, the cancelled ones included (the index of luck per session).
    var sessionsPast: Int32 = 0
    var generation: UInt32 = 0
    var isHolding = false
}
