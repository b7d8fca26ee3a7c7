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
