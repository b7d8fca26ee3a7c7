enum StepCode: UInt8, Sendable {
    case delay, service, seize, release, appointment, course, branchRules, branchProbabilities, choice, assign
    case message, split, join, waitFor, close
}

struct CompiledStep: Sendable {
    var code: StepCode
    /// Row in the table of its kind; the first of `count` rows for rules, options, assignments and arms.
    var row: Int32
    var count: Int32 = 0
    /// Where to go next (index into routes), -1 when the kind decides itself.
    var next: Int32
    /// Tally of its waits, -1 for steps without.
    var waitRow: Int32 = -1
    /// Citizen's counter of visits, -1 when the step can be visited only once and nobody asks.
    var visitSlot: Int32 = -1
    /// Citizen's memory of the last wait here, -1 when nobody asks.
    var lastWaitSlot: Int32 = -1
    /// Which of its events anybody listens to, one bit per `StepEvent`.
    var listened: UInt16 = 0
    /// Visits are counted, or somebody listens to the entering.
    var isWatched = false
    /// First of its events in `eventActions`.
    var firstEvent: Int32 = 0
    var duration = CompiledDuration(draw: -1, unit: .calendar, fixed: 0, purpose: 0)
    var purpose: UInt32 = 0
}

/// What can happen to a citizen at a step; `STEP.name` in deadlines, intervals and rules.
public enum StepEvent: UInt8, CaseIterable, Sendable {
    case enter, booked, start, end, leave, sent, received, accepted
}

struct CompiledNeed: Sendable {
    var resource: Int32
    var units: Int32
    var condition: CompiledFormula
    var isConditional: Bool
}

struct CompiledQueueing: Sendable {
    var priority = CompiledFormula.constant(0)
    var hasPriority = false
    var balk = CompiledFormula.constant(0)
    var canBalk = false
    var waitingRoom: Int32 = -1
    var balked: Int32 = -1
    var patience: CompiledDuration?
    var reneged: Int32 = -1
}

struct CompiledService: Sendable {
    /// The one resource it needs, unconditionally, and how many units; -1 when it needs several or none for some.
    var soleResource: Int32 = -1
    var soleUnits: Int32 = 0
    /// Sole, and whoever comes waits in order, however long.
    var isPlain = false
    /// Its one need is a resource that keeps a list of the services that can be interrupted.
    var isTracked = false
    var needsStart: Int32
    var needsCount: Int32
    var queueing: Int32
    var pauses: Bool
    /// Stays held after the step (seize).
    var holds: Bool
    var preemptive: Bool
}

struct CompiledRelease: Sendable {
    /// Rows of `needs` naming the resources to give back; all when the count is 0.
    var start: Int32
    var count: Int32
    var turnaround: CompiledDuration?
}

struct CompiledAppointment: Sendable {
    var resource: Int32
    var alsoStart: Int32
    var alsoCount: Int32
    var length: Int64
    var priority: CompiledFormula
    var lead: CompiledDuration
    var longest: CompiledDuration?
    var balked: Int32
    var cancel: CompiledFormula
    var canCancel: Bool
    var cancelPurpose: UInt32
    var cancelNotice: CompiledDuration
    var reuseLimit: Int64
    var noShow: CompiledFormula
    var canNoShow: Bool
    var noShowPurpose: UInt32
    var rebookings: Int32
    var rebookDelay: CompiledDuration
    var lost: Int32
    var patience: CompiledDuration?
    var reneged: Int32
    /// Citizen's counter of bookings here (for the luck of each), and of re-bookings on this visit.
    var attemptSlot: Int32
    var rebookSlot: Int32
}

struct CompiledCourse: Sendable {
    enum Start: UInt8, Sendable { case dates, whenFull, whenStaffFree, rolling }
    enum Length: UInt8, Sendable { case duration, sessions }
    var step: Int32
    var maximum: Int32
    var minimum: Int32
    var start: Start
    var gather: CompiledDuration?
    var runAnyway: Bool
    var needsStart: Int32
    var needsCount: Int32
    var staffedPerSession: Bool
    var length: Length
    var duration: CompiledDuration
    var joinLead: Int64
    var seats: CompiledFormula
    var dropout: CompiledFormula
    var canDropOut: Bool
    var dropoutPurpose: UInt32
    var noShow: CompiledFormula
    var canMiss: Bool
    var noShowPurpose: UInt32
    var dropped: Int32
    var queueing: Int32
    /// Citizen's memory of sessions attended, -1 when nobody asks.
    var attendedSlot: Int32
}

/// What a course looks up once a group, not once a citizen.
struct CoursePlan: Sendable {
    /// Key of the course's own luck (length of a group).
    var name: String
    var dates: [Int64]
    var sessions: Sessions?
}

struct CompiledMessage: Sendable {
    var kind: Int32
    var from: Int32
    var to: Int32
    var delay: CompiledDuration
    var blocking: Bool
    var condition: CompiledFormula
    var isConditional: Bool
    var missing: CompiledFormula
    var canMiss: Bool
    var missingPurpose: UInt32
    var returnKind: Int32
    var returnDelay: CompiledDuration
    var maximumReturns: Int32
    var acknowledgement: Int32
    var accepted: CompiledFormula
    var isTask: Bool
    var acceptedPurpose: UInt32
    var notAccepted: Int32
    var senderHours: Double
    var receiverHours: Double
    var attemptSlot: Int32
}

struct CompiledRule: Sendable {
    var formula: CompiledFormula
    var route: Int32
}

struct CompiledOption: Sendable {
    var probability: CompiledFormula
    var condition: CompiledFormula
    var isConditional: Bool
    var assignmentsStart: Int32
    var assignmentsCount: Int32
    var route: Int32
}

struct CompiledJoin: Sendable {
    var any: Bool
}

struct CompiledArm: Sendable {
    var step: Int32
    var condition: CompiledFormula
    var isConditional: Bool
    var way: Int32 = -1
}

struct CompiledWait: Sendable {
    enum Kind: UInt8, Sendable { case instants, citizenEvent, date, formula }
    var kind: Kind
    var instants: [Int64]
    /// Event for `citizenEvent`.
    var event: Int32
    var pattern: DatePattern?
    var formula: CompiledFormula
    var patience: CompiledDuration?
    var reneged: Int32
}

struct CompiledClose: Sendable {
    var outcome: Int32
    var probability: CompiledFormula
    var returns: Bool
    var after: CompiledDuration
    var to: Int32
    var maximum: Int32
    var purpose: UInt32
    /// Citizen's counter of returns from here.
    var returnSlot: Int32
}
