/// One step of a pathway: its name and what it does.
public struct Step: Hashable, Sendable {
    public var name: String
    public var action: Action

    public init(name: String, action: Action) {
        self.name = name
        self.action = action
    }

    /// What a step does with a citizen.
    public enum Action: Hashable, Sendable {
        case delay(Delay)
        case service(Service)
        case seize(Seize)
        case release(Release)
        case appointment(Appointment)
        case course(Course)
        case branch(Branch)
        case choice(Choice)
        case assign(Assign)
        case message(Message)
        case split(Split)
        case join(Join)
        case waitFor(WaitFor)
        case close(Close)
    }
}

/// Where a citizen goes next: one step, or one of several with given weights.
public struct Route: Hashable, Sendable {
    public struct Target: Hashable, Sendable {
        public var step: String
        public var weight: Double

        public init(step: String, weight: Double) {
            self.step = step
            self.weight = weight
        }
    }

    /// At least one; weights ≥ 0 with a positive sum.
    public var targets: [Target]

    public init(_ targets: [Target]) { self.targets = targets }

    public static func to(_ step: String) -> Route { Route([Target(step: step, weight: 1)]) }
}

/// Time passes.
public struct Delay: Hashable, Sendable {
    public var duration: DurationDraw
    public var next: Route

    public init(duration: DurationDraw, next: Route) {
        self.duration = duration
        self.next = next
    }
}

/// How citizens queue: who goes first, who does not join, who gives up.
public struct Queueing: Hashable, Sendable {
    /// Higher is served first where the resource's discipline is by priority.
    public var priority: Formula?
    /// The citizen does not join when this holds on arrival, unless served at once.
    public var balk: Formula?
    /// The citizen does not join when this many already wait at the step.
    public var waitingRoom: Int?
    public var balked: Route?
    /// How long a citizen waits before giving up; the clock runs while waiting only.
    public var patience: DurationDraw?
    public var reneged: Route?

    public init(
        priority: Formula? = nil, balk: Formula? = nil, waitingRoom: Int? = nil, balked: Route? = nil,
        patience: DurationDraw? = nil, reneged: Route? = nil
    ) {
        self.priority = priority
        self.balk = balk
        self.waitingRoom = waitingRoom
        self.balked = balked
        self.patience = patience
        self.reneged = reneged
    }
}

/// Wait for units, hold them for a drawn time, release them.
public struct Service: Hashable, Sendable {
    public enum ShiftEnd: Hashable, Sendable {
        /// A service under way when its unit goes off duty is finished first.
        case finish
        /// It stops and goes on when units are on duty again.
        case pause
    }

    public var needs: [Need]
    public var duration: DurationDraw
    public var queueing: Queueing
    public var shiftEnd: ShiftEnd
    public var next: Route

    public init(
        needs: [Need], duration: DurationDraw, queueing: Queueing = Queueing(), shiftEnd: ShiftEnd = .finish,
        next: Route
    ) {
        self.needs = needs
        self.duration = duration
        self.queueing = queueing
        self.shiftEnd = shiftEnd
        self.next = next
    }
}

/// Wait for units and keep them over the following steps until a `release`, or until the citizen closes.
public struct Seize: Hashable, Sendable {
    public var needs: [Need]
    public var queueing: Queueing
    public var next: Route

    public init(needs: [Need], queueing: Queueing = Queueing(), next: Route) {
        self.needs = needs
        self.queueing = queueing
        self.next = next
    }
}

/// Give units back; they may need a while (cleaning) before the next can have them.
public struct Release: Hashable, Sendable {
    /// Resources to give back entirely; everything held when empty.
    public var resources: [String]
    public var turnaround: DurationDraw?
    public var next: Route

    public init(resources: [String] = [], turnaround: DurationDraw? = nil, next: Route) {
        self.resources = resources
        self.turnaround = turnaround
        self.next = next
    }
}

/// Book the next free slot and meet there.
public struct Appointment: Hashable, Sendable {
    /// A resource with a slot plan.
    public var slots: String
    /// Other resources needed during the slot: server resources, booked at the same time, all or nothing.
    public var also: [Need]
    /// Who gets a free slot first; higher first, and first asked first among equals. When any step that books slots of the
    /// resource gives one, its slots are not promised on asking but granted when the notice (`lead`) of the citizen who is
    /// first on the list begins. Then nobody can decline a slot beforehand (`longestAcceptable`).
    public var priority: Formula?
    /// Shortest time from booking to slot (the invitation).
    public var lead: DurationDraw
    /// Slots that lie further ahead than this from the time of asking are not accepted, at the first booking (the citizen
    /// balks) and at every later one (the citizen leaves the same way).
    public var longestAcceptable: DurationDraw?
    public var balked: Route?
    /// Probability that a booked citizen says no to the slot beforehand.
    public var cancel: Formula?
    /// How long before the slot a cancellation comes.
    public var cancelNotice: DurationDraw
    /// A cancellation this long before or more frees the slot for another; a later one loses it.
    public var reuseLimit: SimTime
    /// Probability that a booked citizen who did not cancel stays away.
    public var noShow: Formula?
    /// How many times a citizen who cancelled or stayed away gets a new slot.
    public var rebookings: Int
    /// How long before a re-booking is asked for.
    public var rebookDelay: DurationDraw
    /// Where those go who used up their re-bookings.
    public var lost: Route?
    /// Leaves (and frees the slot) when patience runs out before the slot.
    public var patience: DurationDraw?
    public var reneged: Route?
    public var next: Route

    public init(
        slots: String, also: [Need] = [], priority: Formula? = nil, lead: DurationDraw = .zero,
        longestAcceptable: DurationDraw? = nil,
        balked: Route? = nil, cancel: Formula? = nil, cancelNotice: DurationDraw = .zero,
        reuseLimit: SimTime = .zero, noShow: Formula? = nil, rebookings: Int = 0, rebookDelay: DurationDraw = .zero,
        lost: Route? = nil, patience: DurationDraw? = nil, reneged: Route? = nil, next: Route
    ) {
        self.slots = slots
        self.also = also
        self.priority = priority
        self.lead = lead
        self.longestAcceptable = longestAcceptable
        self.balked = balked
        self.cancel = cancel
        self.cancelNotice = cancelNotice
        self.reuseLimit = reuseLimit
        self.noShow = noShow
        self.rebookings = rebookings
        self.rebookDelay = rebookDelay
        self.lost = lost
        self.patience = patience
        self.reneged = reneged
        self.next = next
    }
}

/// A group that citizens join, that starts by a rule and runs for a while.
public struct Course: Hashable, Sendable {
    public enum Start: Hashable, Sendable {
        /// On these instants (ascending), each a group of its own.
        case dates([SimTime])
        /// When full, or this long after the first of the group joined (never on time alone when nil).
        case whenFull(orAfter: DurationDraw?)
        /// As soon as staff are free and at least the minimum waits.
        case whenStaffFree
        /// Always running: a citizen starts at the next session while there are seats, and leaves after `count` sessions.
        /// The minimum counts when nobody takes part yet. Staff for each session are booked ahead for the next `count`
        /// meetings, as long as anybody takes part or waits; a meeting at which they are promised to others is passed over.
        case rolling
    }

    public enum UnderMinimum: Hashable, Sendable {
        /// The date is skipped; those waiting are offered the next.
        case postpone
        /// The group is run anyway (when at least one waits).
        case runAnyway
    }

    public enum Staffing: Hashable, Sendable {
        /// Seized when the group starts, released when it ends.
        case wholeCourse
        /// Booked for each session; free between sessions.
        case eachSession
    }

    public enum Length: Hashable, Sendable {
        /// From first start to end, without sessions.
        case duration(DurationDraw)
        case sessions(Sessions)
    }

    public var maximum: Int
    public var minimum: Int
    public var start: Start
    public var underMinimum: UnderMinimum
    public var needs: [Need]
    public var staffing: Staffing
    public var length: Length
    /// Only those who joined at least this long before a start date are taken (invitation time).
    public var joinLead: SimTime
    /// Seats a citizen takes (2 with a relative along), ≥ 1; one when nil.
    public var seats: Formula?
    /// Probability, before each session after the first, that a citizen leaves the course for good.
    public var dropout: Formula?
    /// Probability per session that a citizen who is still on the course misses it.
    public var noShow: Formula?
    public var dropped: Route?
    public var queueing: Queueing
    public var next: Route

    public init(
        maximum: Int, minimum: Int = 1, start: Start, underMinimum: UnderMinimum = .postpone, needs: [Need] = [],
        staffing: Staffing = .wholeCourse, length: Length, joinLead: SimTime = .zero, seats: Formula? = nil,
        dropout: Formula? = nil, noShow: Formula? = nil, dropped: Route? = nil, queueing: Queueing = Queueing(),
        next: Route
    ) {
        self.maximum = maximum
        self.minimum = minimum
        self.start = start
        self.underMinimum = underMinimum
        self.needs = needs
        self.staffing = staffing
        self.length = length
        self.joinLead = joinLead
        self.seats = seats
        self.dropout = dropout
        self.noShow = noShow
        self.dropped = dropped
        self.queueing = queueing
        self.next = next
    }
}

/// The meetings of a course.
public struct Sessions: Hashable, Sendable {
    public enum Cancelled: Hashable, Sendable {
        /// Held at the next possible meeting time after the last; of a course that always runs, it does not count as one of
        /// a citizen's.
        case postponed
        /// Not held, and counts as one of each member's.
        case dropped
    }

    /// ≥ 1.
    public var count: Int
    /// 1 Monday … 7 Sunday: the days on which sessions are held, the first on the start date itself.
    public var weekdays: Set<Int>
    /// Time of day of each session.
    public var at: SimTime
    public var length: SimTime
    /// Whether closed days are skipped (the session moves to the next meeting day).
    public var workingDaysOnly: Bool
    /// What happens to a session for which the staff are absent.
    public var whenCancelled: Cancelled

    public init(
        count: Int, weekdays: Set<Int>, at: SimTime, length: SimTime, workingDaysOnly: Bool = true,
        whenCancelled: Cancelled = .postponed
    ) {
        self.count = count
        self.weekdays = weekdays
        self.at = at
        self.length = length
        self.workingDaysOnly = workingDaysOnly
        self.whenCancelled = whenCancelled
    }
}

/// Go one of several ways, at once.
public struct Branch: Hashable, Sendable {
    public enum Selection: Hashable, Sendable {
        /// The first whose rule holds; `otherwise` when none does.
        case rules([Rule], otherwise: Route)
        /// One of these with probabilities that sum to 1, each a formula.
        case probabilities([Rule])
    }

    public struct Rule: Hashable, Sendable {
        /// A condition, or a probability.
        public var formula: Formula
        public var next: Route

        public init(formula: Formula, next: Route) {
            self.formula = formula
            self.next = next
        }
    }

    public var selection: Selection

    public init(_ selection: Selection) { self.selection = selection }
}

/// A named decision: drawn in a run, made by a person where a case fixes it.
public struct Choice: Hashable, Sendable {
    public struct Option: Hashable, Sendable {
        public var name: String
        /// Probability in a run; the options' probabilities sum to 1.
        public var probability: Formula
        /// Open to the citizen only when this holds; probabilities of open options are rescaled.
        public var condition: Formula?
        public var assignments: [Assignment]
        public var next: Route

        public init(
            name: String, probability: Formula, condition: Formula? = nil, assignments: [Assignment] = [],
            next: Route
        ) {
            self.name = name
            self.probability = probability
            self.condition = condition
            self.assignments = assignments
            self.next = next
        }
    }

    public var options: [Option]

    public init(options: [Option]) { self.options = options }
}

/// Set attributes.
public struct Assign: Hashable, Sendable {
    public var assignments: [Assignment]
    public var next: Route

    public init(assignments: [Assignment], next: Route) {
        self.assignments = assignments
        self.next = next
    }
}

/// A message from one party to another.
public struct Message: Hashable, Sendable {
    public var kind: String
    public var from: String
    public var to: String
    /// Transmission and handling until it counts as received.
    public var delay: DurationDraw
    /// Whether the citizen's course waits until it is received (complete).
    public var blocking: Bool
    /// Sent only when this holds (consent); otherwise the citizen goes on without it.
    public var condition: Formula?
    /// Probability that something needed is missing, so that it comes back.
    public var missing: Formula?
    /// Kind of the message that asks for what is missing.
    public var returnKind: String?
    /// From receipt of a deficient message until the completed one is sent.
    public var returnDelay: DurationDraw
    /// How many times it can come back; then it is taken as it is.
    public var maximumReturns: Int
    /// Kind of an automatic acknowledgement, sent on receipt; none when nil.
    public var acknowledgement: String?
    /// Probability that the receiver accepts the task asked for; not a task when nil.
    public var accepted: Formula?
    /// Where the course goes when the task is not accepted.
    public var notAccepted: Route?
    /// Administrative hours per message: sender's and receiver's, counted as `hours` of the parties.
    public var senderHours: Double
    public var receiverHours: Double
    public var next: Route

    public init(
        kind: String, from: String, to: String, delay: DurationDraw = .zero, blocking: Bool = true,
        condition: Formula? = nil, missing: Formula? = nil, returnKind: String? = nil,
        returnDelay: DurationDraw = .zero, maximumReturns: Int = 1, acknowledgement: String? = nil,
        accepted: Formula? = nil, notAccepted: Route? = nil, senderHours: Double = 0, receiverHours: Double = 0,
        next: Route
    ) {
        self.kind = kind
        self.from = from
        self.to = to
        self.delay = delay
        self.blocking = blocking
        self.condition = condition
        self.missing = missing
        self.returnKind = returnKind
        self.returnDelay = returnDelay
        self.maximumReturns = maximumReturns
        self.acknowledgement = acknowledgement
        self.accepted = accepted
        self.notAccepted = notAccepted
        self.senderHours = senderHours
        self.receiverHours = receiverHours
        self.next = next
    }
}

/// Go on along several branches in parallel, until the `join`.
public struct Split: Hashable, Sendable {
    public struct Arm: Hashable, Sendable {
        public var step: String
        /// Taken only when this holds; always when nil.
        public var condition: Formula?

        public init(step: String, condition: Formula? = nil) {
            self.step = step
            self.condition = condition
        }
    }

    public var arms: [Arm]
    /// The `join` step at which the arms meet; also where the citizen goes when no arm is taken.
    public var join: String

    public init(arms: [Arm], join: String) {
        self.arms = arms
        self.join = join
    }
}

/// Where the arms of a split meet.
public struct Join: Hashable, Sendable {
    public enum Mode: Hashable, Sendable {
        case all
        /// Goes on with the first arm; the others are called off where they stand.
        case any
    }

    public var mode: Mode
    public var next: Route

    public init(mode: Mode = .all, next: Route) {
        self.mode = mode
        self.next = next
    }
}

/// Wait for something outside the citizen's own course.
public struct WaitFor: Hashable, Sendable {
    public enum Trigger: Hashable, Sendable {
        /// The next instant of a world event, at or after now.
        case worldEvent(String)
        /// An event of the same citizen on a parallel arm; at once when it has happened.
        case citizenEvent(String)
        /// The next midnight that begins one of these: a weekday (1 … 7), a day of the month, or the given dates.
        case date(DatePattern)
        /// Until this many days after the start of the run (an attribute that holds a date); at once when past.
        case instant(Formula)
    }

    public var trigger: Trigger
    public var patience: DurationDraw?
    public var reneged: Route?
    public var next: Route

    public init(trigger: Trigger, patience: DurationDraw? = nil, reneged: Route? = nil, next: Route) {
        self.trigger = trigger
        self.patience = patience
        self.reneged = reneged
        self.next = next
    }
}

/// Dates that recur.
public struct DatePattern: Hashable, Sendable {
    /// 1 Monday … 7 Sunday; any when empty.
    public var weekdays: Set<Int>
    /// 1 … 31, any when empty; 31 in a shorter month is that month's last day, 29 and 30 pass over a month without.
    public var daysOfMonth: Set<Int>
    /// 1 … 12; any when empty.
    public var months: Set<Int>
    /// Time of day.
    public var at: SimTime
    /// When the date is not a working day: the next one that is.
    public var nextWorkingDay: Bool

    public init(
        weekdays: Set<Int> = [], daysOfMonth: Set<Int> = [], months: Set<Int> = [], at: SimTime = .zero,
        nextWorkingDay: Bool = false
    ) {
        self.weekdays = weekdays
        self.daysOfMonth = daysOfMonth
        self.months = months
        self.at = at
        self.nextWorkingDay = nextWorkingDay
    }
}

/// The course ends, with an outcome.
public struct Close: Hashable, Sendable {
    public struct ReEntry: Hashable, Sendable {
        public var probability: Formula
        public var after: DurationDraw
        public var to: Route
        /// How many times the same citizen can come back.
        public var maximum: Int

        public init(probability: Formula, after: DurationDraw, to: Route, maximum: Int = 1) {
            self.probability = probability
            self.after = after
            self.to = to
            self.maximum = maximum
        }
    }

    public var outcome: String
    /// A citizen may come back: then nothing is counted as an outcome until the course ends for good.
    public var reEntry: ReEntry?

    public init(outcome: String, reEntry: ReEntry? = nil) {
        self.outcome = outcome
        self.reEntry = reEntry
    }
}
