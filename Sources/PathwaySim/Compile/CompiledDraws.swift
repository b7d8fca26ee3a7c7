enum FormulaCode: UInt8 {
    case constant, attribute
    case negate, not, floor, ceiling, round, absolute, squareRoot, exponential, logarithm
    case add, subtract, multiply, divide, remainder, power
    case less, lessOrEqual, greater, greaterOrEqual, equal, notEqual, and, or, minimum, maximum
    case conditional
    case elapsedDays, nowDays, weekday, month, hour, year, isWorkingDay
    case waitingForResource, waitingForStep, busy, onDuty, visits, happened, daysSince, lastWait, attended, inSystem
}

struct FormulaOperation: Sendable {
    var code: FormulaCode
    var index: Int32 = 0
    var value: Double = 0
}

/// A formula ready to evaluate; constants and bare attributes need no program.
struct CompiledFormula: Sendable {
    enum Kind: UInt8, Sendable { case constant, attribute, compare, program }
    var kind: Kind = .constant
    var code: FormulaCode = .constant
    var index: Int32 = 0
    var count: Int32 = 0
    var value: Double = 0

    static func constant(_ value: Double) -> CompiledFormula { CompiledFormula(kind: .constant, value: value) }
    var isConstant: Bool { kind == .constant }
}

struct CompiledDraw: Sendable {
    enum Kind: UInt8, Sendable { case constant, sampler, formula, choose }
    var kind: Kind = .constant
    var value: Double = 0
    /// Sampler, or first branch.
    var index: Int32 = 0
    var count: Int32 = 0
    /// The otherwise of a choose.
    var otherwise: Int32 = -1
    /// What the otherwise of a choose counts.
    var unit = CompiledDuration.Unit.calendar
    var formula = CompiledFormula()
}

struct DrawBranch: Sendable {
    var condition: CompiledFormula
    var draw: Int32
    /// What the number counts.
    var unit: CompiledDuration.Unit
}

struct CompiledDuration: Sendable {
    /// `chosen`: the unit of the branch that was taken last (`Simulation.chosenUnit`).
    enum Unit: UInt8, Sendable { case calendar, workingDays, open, months, chosen }
    var draw: Int32
    var unit: Unit
    /// For a constant in calendar time: the span itself, so that nothing is drawn.
    var fixed: Int64
    var purpose: UInt32
}

struct CompiledAttributeDraw: Sendable {
    enum Kind: UInt8, Sendable { case number, chance, weights, constantWeights, choose }
    var kind: Kind
    /// Of constant weights.
    var total = 0.0
    var draw: Int32 = -1
    var chance = CompiledFormula()
    var start: Int32 = 0
    var count: Int32 = 0
    var otherwise: Int32 = -1
}

struct AttributeBranch: Sendable {
    var condition: CompiledFormula
    var draw: Int32
}

struct CompiledAssignment: Sendable {
    var attribute: Int32
    var draw: Int32
    var purpose: UInt32
}

struct CompiledRoute: Sendable {
    /// The only target, or -1 when there are several.
    var single: Int32
    var start: Int32
    var count: Int32
    var purpose: UInt32
    /// Way of its first target; those of the others follow.
    var way: Int32 = -1
}

/// One way from a step, or into the system, to a step.
struct CompiledWay: Sendable {
    /// The place in the model that says so: `clarifying.next`, `source people.entry`.
    var place: String
    var step: Int32
}

struct RouteTarget: Sendable {
    /// Sum of the weights up to and including this one, over their total.
    var cumulative: Double
    var step: Int32
}
