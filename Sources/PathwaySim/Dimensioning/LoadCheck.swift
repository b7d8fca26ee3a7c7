/// What a pathway asks of its resources, held against what they offer, before anything is queued for.
///
/// Demand is what the arrivals of the counted period ask for until their courses have ended, when nobody gives up: found by
/// running the pathway with ample capacity (`AmpleModel`), because routing may depend on drawn attributes and on what has
/// happened to a citizen. Capacity follows from the plans, the calendar and the absences alone.
public struct LoadCheck: Sendable {
    /// A mean over the replications of the pilot with its half-width.
    public struct Estimate: Hashable, Sendable {
        public var value: Double
        /// Nil with fewer than two replications.
        public var halfWidth: Double?

        public static func * (a: Estimate, factor: Double) -> Estimate {
            Estimate(value: a.value * factor, halfWidth: a.halfWidth.map { $0 * abs(factor) })
        }
    }

    public struct Arrivals: Hashable, Sendable {
        public var source: String
        /// Expected in the counted period, from the rate alone; nil where only a run can tell.
        public var expected: Double?
        /// They wait already when the run starts, and are not part of the demand.
        public var isWaiting: Bool
    }

    public enum Unit: String, Hashable, Sendable {
        /// Booked slots a week.
        case slots
        /// Unit-hours of staff, beds or rooms a week.
        case hours
        /// Places in use at a time, on average: of what is there day and night and nobody works in.
        case places
        /// Seats in groups over the whole period.
        case seats
    }

    /// How a resource stands.
    public enum Verdict: String, Hashable, Sendable {
        /// More is asked for than there is, beyond the pilot's uncertainty.
        case overloaded
        /// The pilot cannot tell whether more is asked for than there is.
        case atLimit
        /// Enough, but above the share at which waits grow fast.
        case tight
        case enough
    }

    /// A course that ends before the period does.
    public struct Ending: Hashable, Sendable {
        /// Time of its last start date.
        public var lastDate: SimTime
        /// Seats asked for too late for it; part of the line's demand.
        public var tooLate: Estimate
    }

    /// One resource, or the seats of one course.
    public struct Line: Hashable, Sendable {
        /// Nil for seats.
        public var resource: String?
        /// Steps that use it.
        public var steps: [String]
        public var unit: Unit
        public var demand: Estimate
        public var capacity: Double
        /// Slots used by no-shows and cancellations too late, in the demand's unit.
        public var lost: Estimate?
        /// Part of the demand is reckoned for full groups.
        public var countsFullGroups: Bool
        /// Of seats in a course that has no date left before the period is over.
        public var ending: Ending?

        /// Demand over capacity; nil without capacity.
        public var load: Estimate? { capacity > 0 ? demand * (1 / capacity) : nil }
        /// What is missing (or, below 0, left over), in the demand's unit.
        public var excess: Estimate { Estimate(value: demand.value - capacity, halfWidth: demand.halfWidth) }

        public var verdict: Verdict {
            guard demand.value > 0 else { return .enough }
            let width = demand.halfWidth ?? 0
            if demand.value - width > capacity { return .overloaded }
            if demand.value + width > capacity { return .atLimit }
            return demand.value > LoadCheck.tight * capacity ? .tight : .enough
        }
    }

    /// Which formula a wait comes from.
    public enum Formula: String, Hashable, Sendable {
        case erlangC, allenCunneen, slotQueue, startDates
    }

    /// Why a formula must be taken with care, or cannot be used.
    public enum Caveat: String, Hashable, Sendable, CaseIterable {
        /// More is asked for than there is, or nearly as much: the queue grows, and no formula gives a wait.
        case overloaded
        /// Rates or capacity change over the period.
        case variesOverTime
        /// Not everyone is served in the order of asking.
        case priorities
        /// Some give up while waiting, which shortens the queue.
        case impatience
        /// Several steps or several needs share the resource.
        case shared
        /// The time a service takes depends on rules.
        case unknownService
        /// Some wait already at the start.
        case startsWithList
        /// The group may be put off until enough wait.
        case minimumSize
        /// What the course needs is scarcer than its seats.
        case scarceStaff
        /// There is no start date in the last part of the period.
        case datesEnd
        /// Citizens come several together.
        case batches
        /// Groups that run at the same time share staff.
        case groupsOverlap
        /// There are slots in part of the period only, or far fewer then.
        case unevenSlots
    }

    /// The wait at a step by a formula of queueing theory: a sanity check beside a run.
    public struct Wait: Hashable, Sendable {
        public var step: String
        public var formula: Formula
        /// Days that remain with ample capacity: lead time, opening hours, the next start date.
        public var unavoidable: Estimate?
        /// Days in the queue on top of it; nil where the formula has no answer.
        public var queueing: Double?
        /// The same at both ends of the demand's interval; the upper is nil where the formula has no answer there.
        public var low: Double?
        public var high: Double?
        public var caveats: [Caveat]
    }

    public var arrivals: [Arrivals]
    public var lines: [Line]
    public var waits: [Wait]
    /// Length of the counted period.
    public var days: Double
    public var seed: UInt64
    public var replications: Int
    public var level: Double
    /// Arrivals of the whole period are followed to their end; else (with a warm-up) what happens within the period counts.
    public var followsToEnd: Bool

    /// Load above which waits grow fast with every bit more; a rule of thumb, not a limit.
    public static let tight = 0.85
    /// Load above which no formula is used: its answer would hang on the last digit of the load.
    static let largestLoad = 0.98
}
