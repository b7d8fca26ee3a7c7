/// What citizens compete for.
public struct Resource: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
        /// Units seized when free and released after use (staff on duty, beds, rooms).
        case servers(Servers)
        /// A weekly plan of slots booked ahead (conversations, consultations).
        case slots(SlotPlan)
    }

    public var name: String
    public var kind: Kind
    /// Staff away at random; each unit (or each share of the slots) is away on its own.
    public var absences: [Absence]
    /// Beds, rooms, seats: its hours are nobody's working hours, so `hours` is not measured.
    public var isPlace: Bool

    public init(name: String, kind: Kind, absences: [Absence] = [], isPlace: Bool = false) {
        self.name = name
        self.kind = kind
        self.absences = absences
        self.isPlace = isPlace
    }
}

/// Units that are seized and released.
public struct Servers: Hashable, Sendable {
    /// Who is served first among those waiting.
    public enum Discipline: Hashable, Sendable {
        case fifo
        case lifo
        /// Higher priority first, first come first served within a priority.
        case priority
        /// As `priority`, and an arrival interrupts a service of strictly lower priority, which later resumes where it
        /// stopped. Only for services of this one resource; a citizen who holds anything else meanwhile is not
        /// interrupted. No more are interrupted than needed: of those with the lowest priorities that together free enough
        /// units, first the highest ones are spared whose units are not needed.
        case preemptive
    }

    /// Units when on duty, ≥ 0.
    public var capacity: Int
    /// Weekly windows in which units are on duty; empty means always. Outside every window capacity is 0.
    public var shifts: [Shift]
    /// No units on days the calendar does not count as working days.
    public var workingDaysOnly: Bool
    /// From each instant on, `capacity` is this instead (also the shifts' capacity when they give none). Ascending.
    public var changes: [CapacityChange]
    public var discipline: Discipline

    public init(
        capacity: Int, shifts: [Shift] = [], workingDaysOnly: Bool = false, changes: [CapacityChange] = [],
        discipline: Discipline = .fifo
    ) {
        self.capacity = capacity
        self.shifts = shifts
        self.workingDaysOnly = workingDaysOnly
        self.changes = changes
        self.discipline = discipline
    }
}

/// A weekly window of duty.
public struct Shift: Hashable, Sendable {
    /// 1 Monday … 7 Sunday.
    public var weekdays: Set<Int>
    /// Time of day; `to` may be 24:00 and is after `from`.
    public var from: SimTime
    public var to: SimTime
    /// Units in this window; the resource's capacity when nil.
    public var capacity: Int?

    public init(weekdays: Set<Int>, from: SimTime, to: SimTime, capacity: Int? = nil) {
        self.weekdays = weekdays
        self.from = from
        self.to = to
        self.capacity = capacity
    }
}

public struct CapacityChange: Hashable, Sendable {
    public var at: SimTime
    public var capacity: Int

    public init(at: SimTime, capacity: Int) {
        self.at = at
        self.capacity = capacity
    }
}

/// A weekly plan of slots that are booked ahead.
public struct SlotPlan: Hashable, Sendable {
    /// Slots a week; fractions accumulate (2.5 a week is 2, 3, 2, 3 …).
    public var slotsPerWeek: Double
    /// Where in the week the slots lie; they are spread evenly over these windows in turn.
    public var windows: [Shift]
    /// Length of a slot.
    public var length: SimTime
    /// No slots on days the calendar does not count as working days (they are lost, not moved).
    public var workingDaysOnly: Bool
    /// From each instant on, this many slots a week.
    public var changes: [SlotChange]
    /// No slots from … to (leave, summer closure).
    public var closures: [Closure]
    /// Number of staff who share the slots (for absences); ≥ 1.
    public var staff: Int

    public init(
        slotsPerWeek: Double, windows: [Shift], length: SimTime, workingDaysOnly: Bool = true,
        changes: [SlotChange] = [], closures: [Closure] = [], staff: Int = 1
    ) {
        self.slotsPerWeek = slotsPerWeek
        self.windows = windows
        self.length = length
        self.workingDaysOnly = workingDaysOnly
        self.changes = changes
        self.closures = closures
        self.staff = staff
    }
}

public struct SlotChange: Hashable, Sendable {
    public var at: SimTime
    public var slotsPerWeek: Double

    public init(at: SimTime, slotsPerWeek: Double) {
        self.at = at
        self.slotsPerWeek = slotsPerWeek
    }
}

/// A time in which something does not run, `from` included, `to` excluded.
public struct Closure: Hashable, Sendable {
    public var from: SimTime
    public var to: SimTime

    public init(from: SimTime, to: SimTime) {
        self.from = from
        self.to = to
    }
}

/// Random absence of a unit of staff: spells that begin at a rate and last a drawn time.
public struct Absence: Hashable, Sendable {
    public var name: String
    /// Spells a year (365 days) that a present unit begins.
    public var spellsPerYear: Double
    /// Length of a spell, calendar days; what it asks is the clock as it is when the spell begins, nothing else.
    public var length: NumberDraw

    public init(name: String, spellsPerYear: Double, length: NumberDraw) {
        self.name = name
        self.spellsPerYear = spellsPerYear
        self.length = length
    }
}

/// Units of a resource that a step needs at once with its other needs.
public struct Need: Hashable, Sendable {
    public var resource: String
    public var units: Int
    /// Needed only by citizens for whom this holds (an interpreter); always when nil.
    public var condition: Formula?

    public init(resource: String, units: Int = 1, condition: Formula? = nil) {
        self.resource = resource
        self.units = units
        self.condition = condition
    }
}
