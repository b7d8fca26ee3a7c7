/// Go one of several ways, at once.
public struct Branch: Hashable, Sendable {
    public enum Selection: Hashable, Sendable {
        /// The first whose rule holds; `otherwise` when none does.
        case rules([Rule], otherwise: Route)
        /// One of these with probabilities that sum to 1, each a formula.
        case probabilities([Rule])
    }

    public struct Rule: Hashable, Sendable {
        /// A condition, or a probability.
        public var formula: Formula
        public var next: Route

        public init(formula: Formula, next: Route) {
            self.formula = formula
            self.next = next
        }
    }

    public var selection: Selection

    public init(_ selection: Selection) { self.selection = selection }
}

/// A named decision: drawn in a run, made by a person where a case fixes it.
public struct Choice: Hashable, Sendable {
    public struct Option: Hashable, Sendable {
        public var name: String
        /// Probability in a run; the options' probabilities sum to 1.
        public var probability: Formula
        /// Open to the citizen only when this holds; probabilities of open options are rescaled.
        public var condition: Formula?
        public var assignments: [Assignment]
        public var next: Route

        public init(
            name: String, probability: Formula, condition: Formula? = nil, assignments: [Assignment] = [],
            next: Route
        ) {
            self.name = name
            self.probability = probability
            self.condition = condition
            self.assignments = assignments
            self.next = next
        }
    }

    public var options: [Option]

    public init(options: [Option]) { self.options = options }
}

/// Set attributes.
public struct Assign: Hashable, Sendable {
    public var assignments: [Assignment]
    public var next: Route

    public init(assignments: [Assignment], next: Route) {
        self.assignments = assignments
        self.next = next
    }
}
