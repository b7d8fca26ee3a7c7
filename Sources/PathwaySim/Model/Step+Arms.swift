/// Go on along several branches in parallel, until the `join`.
public struct Split: Hashable, Sendable {
    public struct Arm: Hashable, Sendable {
        public var step: String
        /// Taken only when this holds; always when nil.
        public var condition: Formula?

        public init(step: String, condition: Formula? = nil) {
            self.step = step
            self.condition = condition
        }
    }

    public var arms: [Arm]
    /// The `join` step at which the arms meet; also where the citizen goes when no arm is taken.
    public var join: String

    public init(arms: [Arm], join: String) {
        self.arms = arms
        self.join = join
    }
}

/// Where the arms of a split meet.
public struct Join: Hashable, Sendable {
    public enum Mode: Hashable, Sendable {
        case all
        /// Goes on with the first arm; the others are called off where they stand.
        case any
    }

    public var mode: Mode
    public var next: Route

    public init(mode: Mode = .all, next: Route) {
        self.mode = mode
        self.next = next
    }
}
