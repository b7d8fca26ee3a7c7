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
