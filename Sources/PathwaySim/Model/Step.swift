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
