public import PathwaySim

/// What an expression yields.
public enum ExpressionType: Hashable, Sendable {
    case number
    case boolean
    /// One of the named values.
    case category([String])
    /// A quoted text that has not met a category yet.
    case text
}

/// The names an expression may use, with what they mean.
public struct ExpressionEnvironment: Sendable {
    /// Attributes of the citizen that have a value where the expression is evaluated.
    public var attributes: [String: Attribute.Kind]
    /// Named numbers of the scenario; they become constants.
    public var parameters: [String: Double]
    public var steps: Set<String>
    /// The steps among `steps` that are courses.
    public var courses: Set<String>
    public var resources: Set<String>
    /// Names such as `clarifying.start` that `happened` and `since` accept.
    public var events: Set<String>

    public init(
        attributes: [String: Attribute.Kind] = [:], parameters: [String: Double] = [:], steps: Set<String> = [],
        courses: Set<String> = [], resources: Set<String> = [], events: Set<String> = []
    ) {
        self.attributes = attributes
        self.parameters = parameters
        self.steps = steps
        self.courses = courses
        self.resources = resources
        self.events = events
    }
}

/// A number written in an expression, for the list of where every number comes from.
public struct NumberLiteral: Hashable, Sendable {
    /// The value; a duration literal in days.
    public var value: Double
    /// As written: `50`, `3d`.
    public var text: String
    public var span: SourceSpan

    public init(value: Double, text: String, span: SourceSpan) {
        self.value = value
        self.text = text
        self.span = span
    }
}

/// A checked expression: what the engine evaluates, and what the expression used.
public struct CheckedExpression: Sendable {
    public var formula: Formula
    public var type: ExpressionType
    /// Every number written in it, in order.
    public var literals: [NumberLiteral]
    public var attributesUsed: Set<String>
    public var parametersUsed: Set<String>
    /// Those used in other ways than on one side of a comparison.
    var parametersReckoned: Set<String>
    /// Whether it is just a number, truth value or text: then it means what it says, however constant.
    public var isPlain: Bool
}
