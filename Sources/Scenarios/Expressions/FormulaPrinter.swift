public import PathwaySim

/// Writes formulas in the expression language, with no more parentheses than needed.
///
/// What is printed reads back as the same formula, given the same attributes. Parameters appear as their values.
public struct FormulaPrinter: Sendable {
    /// The kinds of the attributes, so that categories are printed by name and truth values as words.
    public var attributes: [String: Attribute.Kind]

    public init(attributes: [String: Attribute.Kind] = [:]) { self.attributes = attributes }

    public func text(_ formula: Formula) -> String {
        print(formula, as: type(of: formula), above: 0)
    }

    /// How a state is asked for.
    static func name(of state: Formula.StateVariable) -> String {
        switch state {
        case .elapsedDays: "elapsed"
        case .nowDays: "now"
        case .weekday: "weekday"
        case .month: "month"
        case .hour: "hour"
        case .year: "year"
        case .isWorkingDay: "workingDay"
        case .inSystem: "inSystem"
        case .waitingFor(let name): "waiting(\(name))"
        case .busy(let name): "busy(\(name))"
        case .onDuty(let name): "onDuty(\(name))"
        case .visits(let name): "visits(\(name))"
        case .happened(let name): "happened('\(name)')"
        case .daysSince(let name): "since('\(name)')"
        case .sessionsAttended(let name): "attended(\(name))"
        case .lastWait(let name): "lastWait(\(name))"
        }
    }

    /// What a formula yields; a bare constant is a number.
    private func type(of formula: Formula) -> ExpressionType {
        switch formula {
        case .constant: .number
        case .attribute(let name):
            switch attributes[name] {
            case .boolean: .boolean
            case .category(let values): .category(values)
            case .number, nil: .number
            }
        case .state(.isWorkingDay), .state(.happened): .boolean
        case .state: .number
        case .unary(let operation, _): operation == .not ? .boolean : .number
        case .binary(let operation, _, _): Self.symbol(operation).map(\.yieldsTruth) == true ? .boolean : .number
        case .conditional(_, let then, let otherwise):
            // A constant takes its meaning from the other end.
            if case .constant = then { type(of: otherwise) } else { type(of: then) }
        }
    }

    /// Notation and precedence as in the parser; nil for what is written as a function.
    private static func symbol(
        _ operation: Formula.BinaryOperator
    ) -> (text: String, level: Int, yieldsTruth: Bool)? {
        switch operation {
        case .or: ("||", 2, true)
        case .and: ("&&", 3, true)
        case .equal: ("==", 4, true)
        case .notEqual: ("!=", 4, true)
        case .less: ("<", 5, true)
        case .lessOrEqual: ("<=", 5, true)
        case .greater: (">", 5, true)
        case .greaterOrEqual: (">=", 5, true)
        case .add: ("+", 6, false)
        case .subtract: ("-", 6, false)
        case .multiply: ("*", 7, false)
        case .divide: ("/", 7, false)
        case .remainder: ("%", 7, false)
        case .power: ("**", 9, false)
        case .minimum, .maximum: nil
        }
    }

    private func print(_ formula: Formula, as type: ExpressionType, above level: Int) -> String {
        switch formula {
        case .constant(let value): return constant(value, as: type, above: level)
        case .attribute(let name): return name
        case .state(let state): return Self.name(of: state)
        case .unary(let operation, let operand): return unary(operation, operand, above: level)
        case .binary(let operation, let left, let right): return binary(operation, left, right, above: level)
        case .conditional(let test, let then, let otherwise):
            let text =
                print(test, as: .boolean, above: 2) + " ? " + print(then, as: type, above: 1) + " : "
                + print(otherwise, as: type, above: 1)
            return level > 1 ? "(\(text))" : text
        }
    }

    private func constant(_ value: Double, as type: ExpressionType, above level: Int) -> String {
        switch type {
        case .boolean: return value != 0 ? "true" : "false"
        case .category(let values):
            guard value >= 0, value < Double(values.count), value == value.rounded() else { break }
            let name = values[Int(value)]
            return "'" + name.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
        case .number, .text: break
        }
        let text = NumberFormat.shortest(value)
        // Minus binds less tightly than the power operator.
        return value < 0 && level > 8 ? "(\(text))" : text
    }

    private func unary(_ operation: Formula.UnaryOperator, _ operand: Formula, above level: Int) -> String {
        let function: String
        switch operation {
        case .negate, .not:
            let isNot = operation == .not
            let text = (isNot ? "!" : "-") + print(operand, as: isNot ? .boolean : .number, above: 8)
            return level > 8 ? "(\(text))" : text
        case .floor: function = "floor"
        case .ceiling: function = "ceil"
        case .round: function = "round"
        case .absolute: function = "abs"
        case .squareRoot: function = "sqrt"
        case .exponential: function = "exp"
        case .logarithm: function = "log"
        }
        return "\(function)(\(print(operand, as: .number, above: 0)))"
    }

    private func binary(
        _ operation: Formula.BinaryOperator, _ left: Formula, _ right: Formula, above level: Int
    ) -> String {
        guard let symbol = Self.symbol(operation) else {
            let name = operation == .minimum ? "min" : "max"
            return "\(name)(\(print(left, as: .number, above: 0)), \(print(right, as: .number, above: 0)))"
        }
        var operands: ExpressionType = .number
        switch operation {
        case .and, .or: operands = .boolean
        case .equal, .notEqual:
            // A constant, or a choice between constants, takes its meaning from the other side.
            operands = [type(of: left), type(of: right)].first { $0 != .number } ?? .number
        default: break
        }
        let isComparison = symbol.level == 5
        let leftLevel = operation == .power ? symbol.level + 1 : isComparison ? symbol.level + 1 : symbol.level
        let rightLevel = operation == .power ? 8 : symbol.level + 1
        let text =
            print(left, as: operands, above: leftLevel) + " \(symbol.text) "
            + print(right, as: operands, above: rightLevel)
        return level > symbol.level ? "(\(text))" : text
    }
}
