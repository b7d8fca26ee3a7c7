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
