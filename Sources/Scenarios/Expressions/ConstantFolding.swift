import Foundation
import PathwaySim

/// Computes the constant parts of formulas ahead of a run, exactly as the run would.
enum ConstantFolding {
    /// An operator applied to a formula, computed when that is constant. A result may be not finite.
    static func unary(_ operation: Formula.UnaryOperator, _ operand: Formula) -> Formula {
        guard case .constant(let x) = operand else { return .unary(operation, operand) }
        switch operation {
        case .negate: return .constant(-x)
        case .not: return truth(x == 0)
        case .floor: return .constant(x.rounded(.down))
        case .ceiling: return .constant(x.rounded(.up))
        case .absolute: return .constant(abs(x))
        case .squareRoot: return .constant(x.squareRoot())
        case .logarithm where x <= 0: return .constant(.nan)
        // Left to the engine, so that its rounding and its mathematics library alone decide.
        case .round, .exponential, .logarithm: return .unary(operation, operand)
        }
    }

    /// An operator applied to two formulas, computed when that is possible. A result may be not finite.
    static func binary(_ operation: Formula.BinaryOperator, _ left: Formula, _ right: Formula) -> Formula {
        switch (operation, left, right) {
        case (.and, .constant(let x), _): return x == 0 ? .no : right
        case (.and, _, .constant(let x)): return x == 0 ? .no : left
        case (.or, .constant(let x), _): return x != 0 ? .yes : right
        case (.or, _, .constant(let x)): return x != 0 ? .yes : left
        case (_, .constant(let x), .constant(let y)):
            return compute(operation, x, y) ?? .binary(operation, left, right)
        case (.divide, _, .constant(0)), (.remainder, _, .constant(0)): return .constant(.nan)
        default: return .binary(operation, left, right)
        }
    }

    /// A choice, made ahead when the condition is constant.
    static func conditional(_ condition: Formula, _ then: Formula, _ otherwise: Formula) -> Formula {
        guard case .constant(let x) = condition else { return .conditional(condition, then, otherwise) }
        return x != 0 ? then : otherwise
    }

    private static func truth(_ holds: Bool) -> Formula { holds ? .yes : .no }

    private static func compute(_ operation: Formula.BinaryOperator, _ x: Double, _ y: Double) -> Formula? {
        switch operation {
        case .add: .constant(x + y)
        case .subtract: .constant(x - y)
        case .multiply: .constant(x * y)
        case .divide: .constant(y == 0 ? .nan : x / y)
        case .less: truth(x < y)
        case .lessOrEqual: truth(x <= y)
        case .greater: truth(x > y)
        case .greaterOrEqual: truth(x >= y)
        case .equal: truth(x == y)
        case .notEqual: truth(x != y)
        case .minimum: .constant(min(x, y))
        case .maximum: .constant(max(x, y))
        case .remainder where y == 0: .constant(.nan)
        case .power, .remainder, .and, .or: nil
        }
    }
}
