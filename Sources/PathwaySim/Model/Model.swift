/// A pathway as data: everything the engine needs to run, by name.
///
/// A model says who arrives, with which attributes, which steps they pass, which resources those steps need, what is
/// promised (deadlines) and how a course can end (outcomes). It holds no texts and no domain words; names are the
/// scenario's ids. `CompiledModel.init(_:)` checks it and turns names into indices.
public struct Model: Hashable, Sendable {
    public var start: CivilDate
    /// Length of the run.
    public var horizon: SimTime
    /// Observations that end before this are not counted.
    public var warmup: SimTime
    public var calendar: WorkingCalendar
    public var attributes: [Attribute]
    public var sources: [ArrivalSource]
    public var resources: [Resource]
    public var steps: [Step]
    public var deadlines: [Deadline]
    /// Time from one event to another, reported as `time.FROM.TO.mean` and `.p90` (FROM and TO are the events).
    public var intervals: [Interval]
    /// Dated events in the world that a `waitFor` step can wait for.
    public var worldEvents: [WorldEvent]
    /// Attributes by whose value every observation is also kept apart.
    public var groupBy: [Grouping]
    /// Spacing of the sampled series (queues, numbers present).
    public var sampleEvery: SimTime
    /// For N below this, `number.STEP.pN` is reported: the share of time with exactly N citizens at the step.
    public var reportedLevels: Int

    public init(
        start: CivilDate, horizon: SimTime, warmup: SimTime = .zero, calendar: WorkingCalendar,
        attributes: [Attribute] = [], sources: [ArrivalSource] = [], resources: [Resource] = [], steps: [Step] = [],
        deadlines: [Deadline] = [], intervals: [Interval] = [], worldEvents: [WorldEvent] = [],
        groupBy: [Grouping] = [], sampleEvery: SimTime = SimTime(ticks: 7 * 86_400_000),
        reportedLevels: Int = 0
    ) {
        self.start = start
        self.horizon = horizon
        self.warmup = warmup
        self.calendar = calendar
        self.attributes = attributes
        self.sources = sources
        self.resources = resources
        self.steps = steps
        self.deadlines = deadlines
        self.intervals = intervals
        self.worldEvents = worldEvents
        self.groupBy = groupBy
        self.sampleEvery = sampleEvery
        self.reportedLevels = reportedLevels
    }
}

/// Something that can differ from citizen to citizen.
public struct Attribute: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        case number
        case boolean
        /// One of the named values; its number is the index in this list.
        case category([String])
    }

    public var name: String
    public var kind: Kind
    /// How it is drawn on arrival, in the order of the model's list, so a draw may use attributes before it.
    public var initial: AttributeDraw

    public init(name: String, kind: Kind, initial: AttributeDraw) {
        self.name = name
        self.kind = kind
        self.initial = initial
    }
}

/// The value an attribute gets.
public indirect enum AttributeDraw: Hashable, Sendable {
    case number(NumberDraw)
    /// 1 with the probability that the formula gives, else 0.
    case chance(Formula)
    /// An index drawn with these weights (they need not sum to 1), one formula per value.
    case weights([Formula])
    /// The first branch whose condition holds; the last one is the otherwise.
    case choose([Branch], otherwise: AttributeDraw)

    public struct Branch: Hashable, Sendable {
        public var condition: Formula
        public var draw: AttributeDraw

        public init(condition: Formula, draw: AttributeDraw) {
            self.condition = condition
            self.draw = draw
        }
    }
}

/// An attribute with the value it is given: on arrival from a source, or at an `assign` step.
public struct Assignment: Hashable, Sendable {
    public var attribute: String
    public var value: AttributeDraw

    public init(attribute: String, value: AttributeDraw) {
        self.attribute = attribute
        self.value = value
    }
}

/// Keeps observations apart by an attribute: one group per category or truth value, or per band of a number.
public struct Grouping: Hashable, Sendable {
    public var attribute: String
    /// Lower bounds of the bands after the first, ascending; empty for categories and truth values.
    public var bands: [Double]

    public init(attribute: String, bands: [Double] = []) {
        self.attribute = attribute
        self.bands = bands
    }
}

/// The time between two events of a citizen, e.g. from `referral.received` to `clarifying.start`.
public struct Interval: Hashable, Sendable {
    public var name: String
    public var from: String
    public var to: String

    public init(name: String, from: String, to: String) {
        self.name = name
        self.from = from
        self.to = to
    }
}

/// Something that happens in the world on given instants, for everyone.
public struct WorldEvent: Hashable, Sendable {
    public var name: String
    public var instants: [SimTime]

    public init(name: String, instants: [SimTime]) {
        self.name = name
        self.instants = instants
    }
}

/// A promise: from one event of a citizen to another within a limit.
///
/// The clock starts at the `from` event (the first one after the previous promise was settled) and is met by the first
/// `to` event. A negative limit is a notice: `to` must have happened at least that long *before* `from`.
public struct Deadline: Hashable, Sendable {
    public enum Limit: Hashable, Sendable {
        /// Civil days of 24 h after the instant of the event: exactly at the limit is kept.
        case hours(Double)
        /// Ends at 24:00 on the n-th day after the event's date (the event's date is day 0).
        case days(Int)
        /// Ends at 24:00 on the n-th following working day.
        case workingDays(Int)
        /// Ends at 24:00 on the same day of the month n months later, or that month's last day.
        case months(Int)
    }

    public var name: String
    public var from: String
    public var to: String
    public var limit: Limit
    /// On its last day the promise ends at this time instead of 24:00.
    public var endsAt: SimTime?
    /// Only citizens for whom this holds at the `from` event.
    public var condition: Formula?
    /// Any of these events ends the promise without counting it.
    public var cancelledBy: [String]
    /// `from` events outside `[validFrom, validTo)` are not counted.
    public var validFrom: SimTime?
    public var validTo: SimTime?

    public init(
        name: String, from: String, to: String, limit: Limit, endsAt: SimTime? = nil, condition: Formula? = nil,
        cancelledBy: [String] = [], validFrom: SimTime? = nil, validTo: SimTime? = nil
    ) {
        self.name = name
        self.from = from
        self.to = to
        self.limit = limit
        self.endsAt = endsAt
        self.condition = condition
        self.cancelledBy = cancelledBy
        self.validFrom = validFrom
        self.validTo = validTo
    }
}
