/// A model made ready to run: flat tables and indices, no names in the hot loop.
///
/// Compiling checks that every name exists and every number is in range; after that the simulator need not. A compiled
/// model is immutable and shared by all replications.
public struct CompiledModel: Sendable {
    public let model: Model
    let calendar: CompiledCalendar
    let horizon: Int64
    let warmup: Int64

    var programs: [FormulaOperation] = []
    var formulaStackDepth = 1
    var draws: [CompiledDraw] = []
    var drawBranches: [DrawBranch] = []
    var attributeDraws: [CompiledAttributeDraw] = []
    var attributeBranches: [AttributeBranch] = []
    var weights: [CompiledFormula] = []
    var tables: [Double] = []
    var samplers: [Sampler] = []
    var routes: [CompiledRoute] = []
    /// Every way a citizen can take from one step to another: the targets of the routes and the arms of splits.
    var ways: [CompiledWay] = []
    var routeTargets: [RouteTarget] = []

    var attributeInitials: [Int32] = []
    var attributePurposes: [UInt32] = []
    var steps: [CompiledStep] = []
    var services: [CompiledService] = []
    var queueings: [CompiledQueueing] = []
    var needs: [CompiledNeed] = []
    var appointments: [CompiledAppointment] = []
    var courses: [CompiledCourse] = []
    var coursePlans: [CoursePlan] = []
    var messages: [CompiledMessage] = []
    var branchRules: [CompiledRule] = []
    var choiceOptions: [CompiledOption] = []
    var assignments: [CompiledAssignment] = []
    var arms: [CompiledArm] = []
    var joins: [CompiledJoin] = []
    var waits: [CompiledWait] = []
    var closes: [CompiledClose] = []
    var releases: [CompiledRelease] = []

    var sources: [CompiledSource] = []
    var sourcePlans: [SourcePlan] = []
    var sourceDraws: [Int32] = []
    var resources: [CompiledResource] = []
    var eventActions: [EventActions] = []
    /// Whether anything follows from a citizen's arrival, and from the end of the course.
    var listensToArrival = false
    var listensToClose = false
    /// Deadlines and intervals that events act on; see `EventActions.Rows`.
    var actionRows: [Int32] = []
    var deadlines: [CompiledDeadline] = []
    var intervals: [CompiledInterval] = []
    var groupings: [CompiledGrouping] = []

    /// Names by index.
    public internal(set) var outcomeNames: [String] = []
    public internal(set) var messageKinds: [String] = []
    public internal(set) var partyNames: [String] = []
    /// How many marks, visit counters, wait memories … each citizen carries.
    var markCount = 0
    var visitCount = 0
    var memoryCount = 0
    /// Steps at which citizens wait, in the order of their tallies.
    var waitSteps: [Int32] = []

    public var stepNames: [String] { model.steps.map(\.name) }
    public var resourceNames: [String] { model.resources.map(\.name) }
}

// MARK: Formulas and draws

enum FormulaCode: UInt8 {
    case constant, attribute
    case negate, not, floor, ceiling, round, absolute, squareRoot, exponential, logarithm
    case add, subtract, multiply, divide, remainder, power
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual, and, or, minimum, maximum
    case conditional
    case elapsedDays, nowDays, weekday, month, hour, year, isWorkingDay
    case waitingForResource, waitingForStep, busy, onDuty, visits, happened, daysSince, lastWait, attended, inSystem
}

struct FormulaOperation: Sendable {
    var code: FormulaCode
    var index: Int32 = 0
    var value: Double = 0
}

/// A formula ready to evaluate; constants and bare attributes need no program.
struct CompiledFormula: Sendable {
    enum Kind: UInt8, Sendable { case constant, attribute, compare, program }
    var kind: Kind = .constant
    var code: FormulaCode = .constant
    var index: Int32 = 0
    var count: Int32 = 0
    var value: Double = 0

    static func constant(_ value: Double) -> CompiledFormula { CompiledFormula(kind: .constant, value: value) }
    var isConstant: Bool { kind == .constant }
}

struct CompiledDraw: Sendable {
    enum Kind: UInt8, Sendable { case constant, sampler, formula, choose }
    var kind: Kind = .constant
    var value: Double = 0
    /// Sampler, or first branch.
    var index: Int32 = 0
    var count: Int32 = 0
    /// The otherwise of a choose.
    var otherwise: Int32 = -1
    /// What the otherwise of a choose counts.
    var unit = CompiledDuration.Unit.calendar
    var formula = CompiledFormula()
}

struct DrawBranch: Sendable {
    var condition: CompiledFormula
    var draw: Int32
    /// What the number counts.
    var unit: CompiledDuration.Unit
}

struct CompiledDuration: Sendable {
    /// `chosen`: the unit of the branch that was taken last (`Simulation.chosenUnit`).
    enum Unit: UInt8, Sendable { case calendar, workingDays, open, months, chosen }
    var draw: Int32
    var unit: Unit
    /// For a constant in calendar time: the span itself, so that nothing is drawn.
    var fixed: Int64
    var purpose: UInt32
}

struct CompiledAttributeDraw: Sendable {
    enum Kind: UInt8, Sendable { case number, chance, weights, constantWeights, choose }
    var kind: Kind
    /// Of constant weights.
    var total = 0.0
    var draw: Int32 = -1
    var chance = CompiledFormula()
    var start: Int32 = 0
    var count: Int32 = 0
    var otherwise: Int32 = -1
}

struct AttributeBranch: Sendable {
    var condition: CompiledFormula
    var draw: Int32
}

struct CompiledAssignment: Sendable {
    var attribute: Int32
    var draw: Int32
    var purpose: UInt32
}

struct CompiledRoute: Sendable {
    /// The only target, or -1 when there are several.
    var single: Int32
    var start: Int32
    var count: Int32
    var purpose: UInt32
    /// Way of its first target; those of the others follow.
    var way: Int32 = -1
}

/// One way from a step, or into the system, to a step.
struct CompiledWay: Sendable {
    /// The place in the model that says so: `clarifying.next`, `source people.entry`.
    var place: String
    var step: Int32
}

struct RouteTarget: Sendable {
    /// Sum of the weights up to and including this one, over their total.
    var cumulative: Double
    var step: Int32
}

// MARK: Steps

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
    var name: String
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

// MARK: Sources, resources, promises

struct CompiledSource: Sendable {
    enum Kind: UInt8, Sendable { case poisson, renewal, recorded, waitingList, cases }
    var kind: Kind
    /// For a Poisson process whose rate never changes: that rate a day; else -1.
    var constantRate: Double
    var interval: Int32
    var intervalPurpose: UInt32
    /// First of the source's rows in `sourceDraws`: for each attribute, which draw makes it on arrival.
    var firstDraw: Int32
    var entry: Int32
    var batch: Int32
    var batchPurpose: UInt32
    /// How many of its citizens have listed attributes.
    var listedCount = 0
}

/// What a source looks up once a day or for listed arrivals.
struct SourcePlan: Sendable {
    var name: String
    var profile: CompiledRate?
    var instants: [Int64]
    var values: [[AttributeSetting]]
    var cases: [CompiledCase]
}

struct AttributeSetting: Sendable {
    var attribute: Int32
    var value: Double
}

struct CompiledCase: Sendable {
    var name: String
    var decisions: [CompiledDecision]
}

struct CompiledDecision: Sendable {
    var step: Int32
    var visit: Int32
    var option: Int32
}

struct CompiledResource: Sendable {
    var name: String
    var servers: Servers?
    var slots: SlotPlan?
    var absences: [CompiledAbsence]
    var lifo: Bool
    var prioritised: Bool
    var preemptive: Bool
    /// Booked ahead for sessions and joint appointments rather than seized.
    var bookedAhead: Bool
    /// Its hours are nobody's working hours.
    var isPlace: Bool
    /// Its on-duty capacity never changes.
    var constantCapacity: Bool
    /// Services under way must be known one by one (pausing or preemptive).
    var tracksServices: Bool
    /// Some of them use other resources too and pause at the end of a shift.
    var pausesTogether = false
    var largestCapacity: Int
    /// Slots are granted by priority when the notice begins, rather than promised on asking.
    var grantsByPriority = false
    /// Everyone who books its slots has the same notice and needs nothing else, so that slots fall due in their order.
    var hasOneNotice = true
}

struct CompiledAbsence: Sendable {
    var perDay: Double
    var length: Int32
    var purpose: UInt32
    var lengthPurpose: UInt32
}

/// What follows when an event of a citizen happens.
struct EventActions: Sendable {
    /// Rows of `actionRows`: a few numbers instead of arrays, because this is looked up for every event listened to.
    struct Rows: Sendable {
        var start: Int32 = 0
        var count: Int32 = 0

        var range: Range<Int> { Int(start)..<Int(start &+ count) }
    }

    var mark: Int32 = -1
    var starts = Rows()
    var meets = Rows()
    var cancels = Rows()
    var intervals = Rows()
    var hasWaiters = false

    /// Nothing follows from the event.
    var isEmpty: Bool {
        mark < 0 && starts.count + meets.count + cancels.count + intervals.count == 0 && !hasWaiters
    }
}

struct CompiledDeadline: Sendable {
    enum Unit: UInt8, Sendable { case ticks, days, workingDays, months }
    var unit: Unit
    var amount: Int
    var ticks: Int64
    var endsAt: Int64
    var condition: CompiledFormula
    var isConditional: Bool
    var validFrom: Int64
    var validTo: Int64
    /// For a notice (negative limit): the mark of the event that must have come before; else -1.
    var noticeMark: Int32
}

struct CompiledInterval: Sendable {
    var fromMark: Int32
}

struct CompiledGrouping: Sendable {
    var attribute: Int32
    var bands: [Double]
    var labels: [String]

    var labelCount: Int { labels.count }
}
