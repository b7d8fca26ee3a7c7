/// Whom an entry of the log is about, as they are at that instant.
public struct LoggedCitizen: Sendable {
    /// The source they came from.
    public var source: String
    /// Whether they are a named case, which no measure counts.
    public var isCase: Bool
    /// When they came; before the run's start for those on an initial waiting list.
    public var arrivedAt: SimTime
    /// The value of each attribute, in the model's order.
    public var attributes: [Double]
}

/// One line of a citizen's dated way through the system.
public struct LogEntry: Hashable, Sendable {
    public enum Happening: Hashable, Sendable {
        case arrived
        case entered
        /// A service, a slot or a first session began after this wait.
        case started(waited: SimTime)
        case booked(at: SimTime)
        /// The citizen said no beforehand; the slot goes to another when `slotReused`.
        case cancelled(slotReused: Bool)
        /// The appointment was called off because staff were away.
        case cancelledByStaff
        case noShow
        case balked
        case reneged
        case preempted
        case resumed
        case groupFormed(seats: Int)
        case session(number: Int, attended: Bool)
        case sessionCancelled
        case droppedOut
        case chose(option: String)
        /// The course cannot go on until a person decides.
        case awaitsDecision
        case sent(kind: String, from: String, to: String)
        /// The condition for sending (consent) did not hold.
        case notSent(kind: String)
        case received(kind: String)
        case returned(kind: String)
        case accepted(Bool)
        case ended
        /// Called off because another arm was first or the course closed.
        case calledOff
        case closed(outcome: String)
        case comesBack(at: SimTime)
        case attribute(name: String, value: Double)
        /// A deadline that applied to the citizen was settled: in time, too late, or still open at the end.
        case promise(deadline: String, Promise)
    }

    /// What became of a deadline.
    public enum Promise: Hashable, Sendable {
        case kept, broken, open
    }

    public var instant: SimTime
    /// The case's name, or source and number.
    public var citizen: String
    /// The step's name, empty on arrival.
    public var step: String
    public var happening: Happening
}
