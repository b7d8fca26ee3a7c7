/// Where citizens come from.
public struct ArrivalSource: Hashable, Sendable {
    public enum Process: Hashable, Sendable {
        /// A Poisson process with a rate that may vary over time.
        case poisson(RateProfile)
        /// Independent inter-arrival times, the first counted from the start of the run.
        case renewal(NumberDraw)
        /// Given instants (recorded arrivals), each with any attributes it carries.
        case recorded([RecordedArrival])
        /// Citizens already waiting at a step at time zero, the longest-waiting first.
        case waitingList([InitialWaiter])
        /// Named citizens at given instants: simulated, traced, and left out of the measures.
        case cases([NamedCase])
    }

    public var name: String
    public var process: Process
    public var assignments: [Assignment]
    /// The step a citizen enters on arrival.
    public var entry: Route
    /// How many citizens each arrival brings (each its own course); 1 unless given.
    public var batch: NumberDraw?

    public init(
        name: String, process: Process, assignments: [Assignment] = [], entry: Route, batch: NumberDraw? = nil
    ) {
        self.name = name
        self.process = process
        self.assignments = assignments
        self.entry = entry
        self.batch = batch
    }
}

public struct RecordedArrival: Hashable, Sendable {
    public var at: SimTime
    public var values: [AttributeValue]

    public init(at: SimTime, values: [AttributeValue] = []) {
        self.at = at
        self.values = values
    }
}

/// A fixed value for an attribute (a category by its index, a truth value as 1 or 0).
public struct AttributeValue: Hashable, Sendable {
    public var attribute: String
    public var value: Double

    public init(attribute: String, value: Double) {
        self.attribute = attribute
        self.value = value
    }
}

public struct InitialWaiter: Hashable, Sendable {
    /// How long the citizen has already waited at time zero, ≥ 0.
    public var alreadyWaited: SimTime
    public var values: [AttributeValue]

    public init(alreadyWaited: SimTime, values: [AttributeValue] = []) {
        self.alreadyWaited = alreadyWaited
        self.values = values
    }
}

public struct NamedCase: Hashable, Sendable {
    public var name: String
    public var at: SimTime
    public var values: [AttributeValue]
    /// Fixed answers at named steps: step name → option name (a person's decision in place of a draw).
    public var decisions: [Decision]

    public init(name: String, at: SimTime, values: [AttributeValue] = [], decisions: [Decision] = []) {
        self.name = name
        self.at = at
        self.values = values
        self.decisions = decisions
    }
}

/// A person's answer at a `choice` step, for its first, second … visit.
public struct Decision: Hashable, Sendable {
    public var step: String
    public var option: String
    /// 0 for the first visit.
    public var visit: Int

    public init(step: String, option: String, visit: Int = 0) {
        self.step = step
        self.option = option
        self.visit = visit
    }
}

/// The rate of a Poisson process over the calendar: a base rate times factors.
///
/// The rate at an instant is `perDay` × the weekday's factor × the month's factor × the hour's factor × every surge that
/// covers the instant × the cyclic component, or the piecewise rate in force. Weekday and month factors are used as
/// given (they are not normalised).
public struct RateProfile: Hashable, Sendable {
    /// Arrivals per day of 24 h before factors, ≥ 0.
    public var perDay: Double
    /// Stepwise base rates: from each instant on, this rate per day replaces `perDay`. Ascending.
    public var pieces: [Piece]
    /// When set, the pieces repeat with this period.
    public var period: SimTime?
    /// Monday … Sunday; empty or seven factors.
    public var weekdayFactors: [Double]
    /// January … December; empty or twelve factors.
    public var monthFactors: [Double]
    /// 00–01 … 23–24; empty or 24 factors.
    public var hourFactors: [Double]
    public var surges: [Surge]
    /// `1 + amplitude · sin(2π (t + phase)/period)`, amplitude in 0…1.
    public var sinusoid: Sinusoid?
    /// Days on which nobody arrives: those the calendar does not count as working days.
    public var workingDaysOnly: Bool

    public struct Piece: Hashable, Sendable {
        public var from: SimTime
        public var perDay: Double

        public init(from: SimTime, perDay: Double) {
            self.from = from
            self.perDay = perDay
        }
    }

    public struct Surge: Hashable, Sendable {
        public var from: SimTime
        public var to: SimTime
        public var factor: Double

        public init(from: SimTime, to: SimTime, factor: Double) {
            self.from = from
            self.to = to
            self.factor = factor
        }
    }

    public struct Sinusoid: Hashable, Sendable {
        public var amplitude: Double
        public var period: SimTime
        public var phase: SimTime

        public init(amplitude: Double, period: SimTime, phase: SimTime = .zero) {
            self.amplitude = amplitude
            self.period = period
            self.phase = phase
        }
    }

    public init(
        perDay: Double, pieces: [Piece] = [], period: SimTime? = nil, weekdayFactors: [Double] = [],
        monthFactors: [Double] = [], hourFactors: [Double] = [], surges: [Surge] = [], sinusoid: Sinusoid? = nil,
        workingDaysOnly: Bool = false
    ) {
        self.perDay = perDay
        self.pieces = pieces
        self.period = period
        self.weekdayFactors = weekdayFactors
        self.monthFactors = monthFactors
        self.hourFactors = hourFactors
        self.surges = surges
        self.sinusoid = sinusoid
        self.workingDaysOnly = workingDaysOnly
    }
}
