public import PathwaySim

/// Finds rules that hold for nobody or for everybody.
///
/// Sound but not complete: it understands comparisons of one attribute or state with a constant, truth values, and any
/// combination of these with `&&`, `||`, `!` and `?:`; everything else is taken as able to be either way.
public enum RuleAnalysis {
    /// A warning when a rule never or always holds; nil otherwise, and for a rule that is written as plain true or false.
    public static func warning(
        for rule: CheckedExpression, span: SourceSpan, path: String? = nil, in environment: ExpressionEnvironment
    ) -> Diagnostic? {
        guard rule.type == .boolean, !rule.isPlain else { return nil }
        if rule.formula == .no { return Diagnostic(ExpressionProblem.neverTrue(because: nil), span: span, path: path) }
        switch outcome(of: rule.formula, attributes: environment.attributes) {
        case .never(let because):
            return Diagnostic(ExpressionProblem.neverTrue(because: because), span: span, path: path)
        case .always: return Diagnostic(ExpressionProblem.alwaysTrue, span: span, path: path)
        case .open: return nil
        }
    }

    /// What can be said about a condition without knowing the citizen.
    public enum Outcome: Hashable, Sendable {
        /// `because` is the attribute or state with contradicting demands, when there is one.
        case never(because: String?)
        case always
        case open
    }

    /// Judges a condition. Bounded: a rule with more than 256 alternatives is left open.
    public static func outcome(of condition: Formula, attributes: [String: Attribute.Kind]) -> Outcome {
        if case .contradiction(let because) = judge(condition, attributes) { return .never(because: because) }
        if case .contradiction = judge(.unary(.not, condition), attributes) { return .always }
        return .open
    }

    private enum Judgement {
        case contradiction(because: String?)
        case satisfiable
    }

    private static func judge(_ condition: Formula, _ attributes: [String: Attribute.Kind]) -> Judgement {
        guard let alternatives = RuleNormalForm.alternatives(condition) else { return .satisfiable }
        var because: String?
        for conjunction in alternatives {
            var domains: [RuleSubject: RuleDomain] = [:]
            var culprit: RuleSubject?
            for demand in conjunction {
                var domain = domains[demand.subject] ?? RuleDomain(of: demand.subject, attributes)
                domain.restrict(demand.comparison, demand.value)
                domains[demand.subject] = domain
                if culprit == nil, domain.isEmpty { culprit = demand.subject }
            }
            guard let culprit else { return .satisfiable }
            because = because ?? culprit.name
        }
        return .contradiction(because: because)
    }
}

/// What a demand is about.
enum RuleSubject: Hashable {
    case attribute(String)
    case state(Formula.StateVariable)

    var name: String {
        switch self {
        case .attribute(let name): name
        case .state(let state): FormulaPrinter.name(of: state)
        }
    }

    /// Whether the value can be not a number, so that a comparison and its opposite can both fail.
    var mayBeUndefined: Bool {
        switch self {
        case .state(.daysSince), .state(.lastWait): true
        case .attribute, .state: false
        }
    }
}

/// `subject comparison value`.
struct RuleDemand: Hashable {
    enum Comparison: Hashable {
        case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual

        /// What holds when this does not.
        var opposite: Comparison {
            switch self {
            case .less: .greaterOrEqual
            case .lessOrEqual: .greater
            case .greater: .lessOrEqual
            case .greaterOrEqual: .less
            case .equal: .notEqual
            case .notEqual: .equal
            }
        }

        /// The same seen from the other side.
        var mirrored: Comparison {
            switch self {
            case .less: .greater
            case .lessOrEqual: .greaterOrEqual
            case .greater: .less
            case .greaterOrEqual: .lessOrEqual
            case .equal: .equal
            case .notEqual: .notEqual
            }
        }

        init?(_ operation: Formula.BinaryOperator) {
            switch operation {
            case .less: self = .less
            case .lessOrEqual: self = .lessOrEqual
            case .greater: self = .greater
            case .greaterOrEqual: self = .greaterOrEqual
            case .equal: self = .equal
            case .notEqual: self = .notEqual
            default: return nil
            }
        }
    }

    var subject: RuleSubject
    var comparison: Comparison
    var value: Double
}

/// Conditions as alternatives of demands that must all hold.
enum RuleNormalForm {
    private static let mostAlternatives = 256

    /// The alternatives of a condition; nil when there are too many. Parts that are not understood demand nothing.
    static func alternatives(_ condition: Formula, negated: Bool = false) -> [[RuleDemand]]? {
        switch condition {
        case .constant(let value): return (value != 0) != negated ? [[]] : []
        case .unary(.not, let operand): return alternatives(operand, negated: !negated)
        case .binary(.and, let a, let b): return combine(a, b, both: !negated, negated: negated)
        case .binary(.or, let a, let b): return combine(a, b, both: negated, negated: negated)
        case .conditional(let test, let then, let otherwise):
            return union(
                product(alternatives(test), alternatives(then, negated: negated)),
                product(alternatives(test, negated: true), alternatives(otherwise, negated: negated)))
        case .binary(let operation, let a, let b):
            guard let comparison = RuleDemand.Comparison(operation) else { return [[]] }
            if let demand = demand(a, comparison, b) ?? demand(b, comparison.mirrored, a) {
                return [narrowed(demand, negated: negated)]
            }
            return [[]]
        case .attribute, .state:
            guard let subject = subject(condition) else { return [[]] }
            return [[RuleDemand(subject: subject, comparison: negated ? .equal : .notEqual, value: 0)]]
        case .unary: return [[]]
        }
    }

    private static func narrowed(_ demand: RuleDemand, negated: Bool) -> [RuleDemand] {
        guard negated else { return [demand] }
        if demand.subject.mayBeUndefined { return [] }
        var opposite = demand
        opposite.comparison = demand.comparison.opposite
        return [opposite]
    }

    private static func subject(_ formula: Formula) -> RuleSubject? {
        switch formula {
        case .attribute(let name): .attribute(name)
        case .state(let state): .state(state)
        default: nil
        }
    }

    private static func demand(
        _ left: Formula, _ comparison: RuleDemand.Comparison, _ right: Formula
    ) -> RuleDemand? {
        guard let subject = subject(left), case .constant(let value) = right else { return nil }
        return RuleDemand(subject: subject, comparison: comparison, value: value)
    }

    private static func combine(_ a: Formula, _ b: Formula, both: Bool, negated: Bool) -> [[RuleDemand]]? {
        let (left, right) = (alternatives(a, negated: negated), alternatives(b, negated: negated))
        return both ? product(left, right) : union(left, right)
    }

    private static func union(_ a: [[RuleDemand]]?, _ b: [[RuleDemand]]?) -> [[RuleDemand]]? {
        guard let a, let b, a.count + b.count <= mostAlternatives else { return nil }
        return a + b
    }

    private static func product(_ a: [[RuleDemand]]?, _ b: [[RuleDemand]]?) -> [[RuleDemand]]? {
        guard let a, let b, a.count * b.count <= mostAlternatives else { return nil }
        return a.flatMap { left in b.map { left + $0 } }
    }
}

/// The values a subject can still have.
struct RuleDomain {
    private var low = -Double.infinity
    private var high = Double.infinity
    private var lowOpen = false
    private var highOpen = false
    private var excluded: Set<Double> = []
    private var isWhole = false

    init(of subject: RuleSubject, _ attributes: [String: Attribute.Kind]) {
        switch subject {
        case .attribute(let name):
            switch attributes[name] {
            case .boolean: set(0, 1)
            case .category(let values): set(0, Double(values.count - 1))
            case .number, nil: break
            }
        case .state(let state):
            switch state {
            case .isWorkingDay, .happened: set(0, 1)
            case .weekday: set(1, 7)
            case .month: set(1, 12)
            case .hour: (low, high, highOpen) = (0, 24, true)
            case .waitingFor, .busy, .onDuty, .visits, .sessionsAttended, .inSystem: set(0, .infinity)
            case .elapsedDays, .nowDays, .daysSince, .lastWait: low = 0
            case .year: isWhole = true
            }
        }
    }

    private mutating func set(_ low: Double, _ high: Double) {
        (self.low, self.high, isWhole) = (low, high, true)
    }

    mutating func restrict(_ comparison: RuleDemand.Comparison, _ value: Double) {
        switch comparison {
        case .less: lower(to: value, open: true)
        case .lessOrEqual: lower(to: value, open: false)
        case .greater: raise(to: value, open: true)
        case .greaterOrEqual: raise(to: value, open: false)
        case .equal:
            lower(to: value, open: false)
            raise(to: value, open: false)
        case .notEqual: excluded.insert(value)
        }
    }

    private mutating func lower(to value: Double, open: Bool) {
        if value < high || (value == high && open) { (high, highOpen) = (value, open) }
    }

    private mutating func raise(to value: Double, open: Bool) {
        if value > low || (value == low && open) { (low, lowOpen) = (value, open) }
    }

    var isEmpty: Bool {
        if low > high || (low == high && (lowOpen || highOpen)) { return true }
        guard isWhole else { return low == high && excluded.contains(low) }
        var first = low.rounded(.up)
        if lowOpen, first == low { first += 1 }
        var last = high.rounded(.down)
        if highOpen, last == high { last -= 1 }
        if first > last { return true }
        // A longer range cannot be emptied by the few values that a rule names.
        guard last - first < 1000 else { return false }
        return stride(from: first, through: last, by: 1).allSatisfy(excluded.contains)
    }
}
