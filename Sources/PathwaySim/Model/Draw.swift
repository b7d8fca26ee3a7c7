/// A number drawn for a citizen: a distribution, a formula, or the first of several whose condition holds.
public indirect enum NumberDraw: Hashable, Sendable {
    case distribution(Distribution)
    case formula(Formula)
    /// The first branch whose condition holds; the last one is the otherwise.
    case choose([Branch], otherwise: NumberDraw)

    public struct Branch: Hashable, Sendable {
        public var condition: Formula
        public var draw: NumberDraw
        /// What the number counts, in a duration whose branches differ; the duration's own unit when nil.
        public var unit: DurationDraw.Unit?

        public init(condition: Formula, draw: NumberDraw, unit: DurationDraw.Unit? = nil) {
            self.condition = condition
            self.draw = draw
            self.unit = unit
        }
    }

    public static func constant(_ value: Double) -> NumberDraw { .formula(.constant(value)) }
}

/// How long something takes: a drawn number and what it counts.
public struct DurationDraw: Hashable, Sendable {
    public enum Unit: Hashable, Sendable {
        /// Days of 24 hours; the clock runs day and night. Negative draws count as 0.
        case calendarDays
        /// Working days: the same time of day on the n-th following working day; fractions are rounded up.
        case workingDays
        /// Days of 24 *open* hours: time passes only while the scenario's calendar is open (8 h of work = 1/3).
        case openDays
        /// Calendar months: the same day of the month, or that month's last day.
        case months
    }

    public var amount: NumberDraw
    /// What the number counts; of a choice, what its otherwise counts and those branches that do not say.
    public var unit: Unit

    public init(_ amount: NumberDraw, unit: Unit = .calendarDays) {
        self.amount = amount
        self.unit = unit
    }

    /// A fixed span in days of 24 hours.
    public static func days(_ days: Double) -> DurationDraw { DurationDraw(.constant(days)) }
    public static let zero = DurationDraw.days(0)
}
