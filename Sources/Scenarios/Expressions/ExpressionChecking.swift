import PathwaySim

/// The state of checking one expression: problems so far and names used.
struct ExpressionChecking {
    struct Typed {
        var formula: Formula
        var type: ExpressionType
    }

    private let bytes: [UInt8]
    private let environment: ExpressionEnvironment
    var problems: [(problem: ExpressionProblem, range: Range<Int>)] = []
    private(set) var attributesUsed: Set<String> = []
    private(set) var parametersUsed: Set<String> = []
    /// Those used in other ways than on one side of a comparison.
    private(set) var parametersReckoned: Set<String> = []

    init(text: String, environment: ExpressionEnvironment) {
        bytes = Array(text.utf8)
        self.environment = environment
    }

    /// The expression's text in a range, for quoting.
    func source(_ range: Range<Int>) -> String {
        let range = range.clamped(to: 0..<bytes.count)
        return String(decoding: bytes[range], as: UTF8.self)
    }

    private mutating func report(_ problem: ExpressionProblem, _ range: Range<Int>) {
        problems.append((problem, range))
    }

    /// Checks the whole expression and that it yields what the place needs.
    mutating func checkWhole(_ tree: ExpressionTree, expecting: ExpressionType?) -> Typed? {
        guard let expecting else { return check(tree) }
        var category: (values: [String], of: String)?
        if case .category(let values) = expecting { category = (values, "") }
        guard let result = check(tree, category: category) else { return nil }
        if result.type != expecting {
            report(.wrongResult(found: result.type, needs: expecting), tree.range)
            return nil
        }
        return result
    }

    /// The formula and type of a tree, or nil when something in it was reported.
    ///
    /// - Parameter category: what a quoted text means here, and the source text that says so.
    mutating func check(_ tree: ExpressionTree, category: (values: [String], of: String)? = nil) -> Typed? {
        switch tree.kind {
        case .invalid: return nil
        case .number(let value): return Typed(formula: .constant(value), type: .number)
        case .boolean(let value): return Typed(formula: value ? .yes : .no, type: .boolean)
        case .text(let text): return checkText(text, tree.range, category)
        case .name(let name): return checkName(name, tree.range)
        case .call(let name, let nameRange, let arguments):
            return checkCall(name, nameRange, arguments, tree.range)
        case .unary(let symbol, let operand): return checkUnary(symbol, operand, tree.range)
        case .binary(let symbol, let left, let right): return checkComparison(symbol, left, right, tree.range)
        case .conditional(let condition, let then, let otherwise):
            return checkConditional(condition, then, otherwise, tree.range, category)
        }
    }

    // MARK: Names

    private mutating func checkText(
        _ text: String, _ range: Range<Int>, _ category: (values: [String], of: String)?
    ) -> Typed? {
        guard let category else {
            report(.strayText(text), range)
            return nil
        }
        guard let index = category.values.firstIndex(of: text) else {
            let close = Suggestions.closest(to: text, among: category.values)
            report(.unknownCategory(text, of: category.of, suggestions: close, allowed: category.values), range)
            return nil
        }
        return Typed(formula: .constant(Double(index)), type: .category(category.values))
    }

    private mutating func checkName(_ name: String, _ range: Range<Int>) -> Typed? {
        if let kind = environment.attributes[name] {
            attributesUsed.insert(name)
            let type: ExpressionType =
                switch kind {
                case .number: .number
                case .boolean: .boolean
                case .category(let values): .category(values)
                }
            return Typed(formula: .attribute(name), type: type)
        }
        if let value = environment.parameters[name] {
            parametersUsed.insert(name)
            parametersReckoned.insert(name)
            return Typed(formula: .constant(value), type: .number)
        }
        if let state = ExpressionLanguage.state(name), let function = ExpressionLanguage.byName[name] {
            return Typed(formula: .state(state), type: function.result)
        }
        reportUnknown(name, range)
        return nil
    }

    private mutating func reportUnknown(_ name: String, _ range: Range<Int>) {
        if let function = ExpressionLanguage.byName[name] {
            report(.functionWithoutArguments(usage: function.usage), range)
        } else if environment.events.contains(name) {
            report(.eventAsValue(name), range)
        } else {
            let own = Array(environment.attributes.keys) + Array(environment.parameters.keys)
            let close = Suggestions.closest(to: name, among: own + Array(ExpressionLanguage.byName.keys), limit: 3)
            report(.unknownName(name, suggestions: close, allowed: own.sorted()), range)
        }
    }

    /// Reports the unknown names among tokens that no tree holds, because a syntax error came before them.
    mutating func checkNames(in tokens: ArraySlice<ExpressionToken>) {
        for (index, token) in zip(tokens.indices, tokens) {
            guard case .name(let name) = token.kind, !name.contains(".") else { continue }
            let isCall = tokens.indices.contains(index + 1) && tokens[index + 1].kind == .symbol(.open)
            // What stands in parentheses may be the name of a step or resource.
            let isArgument = index > tokens.startIndex && tokens[index - 1].kind == .symbol(.open)
            if isCall || isArgument { continue }
            if environment.attributes[name] == nil, environment.parameters[name] == nil,
                ExpressionLanguage.byName[name] == nil
            {
                reportUnknown(name, token.range)
            }
        }
    }

    // MARK: Functions

    private mutating func checkCall(
        _ name: String, _ nameRange: Range<Int>, _ arguments: [ExpressionTree], _ range: Range<Int>
    ) -> Typed? {
        guard let function = ExpressionLanguage.byName[name] else {
            if environment.attributes[name] != nil || environment.parameters[name] != nil {
                report(.notAFunction(name), nameRange)
            } else {
                let close = Suggestions.closest(to: name, among: ExpressionLanguage.byName.keys, limit: 3)
                report(.unknownFunction(name, suggestions: close), nameRange)
            }
            return nil
        }
        switch function.parameters {
        case .none:
            guard arguments.isEmpty else {
                report(.wrongArgumentCount(usage: function.usage, found: arguments.count), range)
                return nil
            }
            return checkName(name, nameRange)
        case .reference(let reference):
            guard arguments.count == 1 else {
                report(.wrongArgumentCount(usage: function.usage, found: arguments.count), range)
                return nil
            }
            guard let target = checkReference(arguments[0], reference, function),
                let state = ExpressionLanguage.state(name, of: target)
            else { return nil }
            return Typed(formula: .state(state), type: function.result)
        case .numbers(let least, let most):
            return checkNumeric(function, arguments, range, count: least...most)
        }
    }

    private mutating func checkReference(
        _ argument: ExpressionTree, _ reference: ExpressionProblem.Reference,
        _ function: ExpressionLanguage.Function
    ) -> String? {
        let name: String
        switch argument.kind {
        case .name(let written), .text(let written): name = written
        case .invalid: return nil
        default:
            report(.argumentNotAName(usage: function.usage, reference), argument.range)
            return nil
        }
        let allowed: Set<String> =
            switch reference {
            case .step: environment.steps
            case .resource: environment.resources
            case .stepOrResource: environment.steps.union(environment.resources)
            case .course: environment.courses
            case .event: environment.events
            }
        guard allowed.contains(name) else {
            let close = Suggestions.closest(to: name, among: allowed, limit: 3)
            report(.unknownReference(name, reference, suggestions: close, allowed: allowed.sorted()), argument.range)
            return nil
        }
        return name
    }

    private mutating func checkNumeric(
        _ function: ExpressionLanguage.Function, _ arguments: [ExpressionTree], _ range: Range<Int>,
        count: ClosedRange<Int>
    ) -> Typed? {
        guard count.contains(arguments.count) else {
            report(.wrongArgumentCount(usage: function.usage, found: arguments.count), range)
            return nil
        }
        var formulas: [Formula] = []
        for argument in arguments {
            if let formula = operand(argument, .number, of: function.name) { formulas.append(formula) }
        }
        guard formulas.count == arguments.count, let first = formulas.first else { return nil }
        if let operation = ExpressionLanguage.unary(function.name) {
            return finite(ConstantFolding.unary(operation, first), .number, range)
        }
        let operation: Formula.BinaryOperator = function.name == "min" ? .minimum : .maximum
        let formula = formulas.dropFirst().reduce(first) { ConstantFolding.binary(operation, $0, $1) }
        return Typed(formula: formula, type: .number)
    }

    // MARK: Operators

    /// The formula of an operand that must have a type, or nil after a report.
    private mutating func operand(
        _ tree: ExpressionTree, _ needed: ExpressionType, of operation: String
    ) -> Formula? {
        if case .text = tree.kind {
            report(
                .wrongOperand(operand: source(tree.range), found: .text, operation: operation, needs: needed),
                tree.range)
            return nil
        }
        guard let typed = check(tree) else { return nil }
        guard typed.type == needed else {
            report(
                .wrongOperand(operand: source(tree.range), found: typed.type, operation: operation, needs: needed),
                tree.range)
            return nil
        }
        return typed.formula
    }

    private mutating func checkUnary(
        _ symbol: ExpressionToken.Symbol, _ tree: ExpressionTree, _ range: Range<Int>
    ) -> Typed? {
        let type: ExpressionType = symbol == .not ? .boolean : .number
        guard let formula = operand(tree, type, of: symbol.rawValue) else { return nil }
        return Typed(formula: ConstantFolding.unary(symbol == .not ? .not : .negate, formula), type: type)
    }

    private static func operation(
        _ symbol: ExpressionToken.Symbol
    ) -> (operation: Formula.BinaryOperator, operands: ExpressionType, result: ExpressionType)? {
        switch symbol {
        case .or: (.or, .boolean, .boolean)
        case .and: (.and, .boolean, .boolean)
        case .less: (.less, .number, .boolean)
        case .lessOrEqual: (.lessOrEqual, .number, .boolean)
        case .greater: (.greater, .number, .boolean)
        case .greaterOrEqual: (.greaterOrEqual, .number, .boolean)
        case .plus: (.add, .number, .number)
        case .minus: (.subtract, .number, .number)
        case .times: (.multiply, .number, .number)
        case .divide: (.divide, .number, .number)
        case .remainder: (.remainder, .number, .number)
        case .power: (.power, .number, .number)
        case .equal, .notEqual, .not, .question, .colon, .comma, .open, .close: nil
        }
    }

    /// A parameter that stands alone on a side of a comparison only decides; it is not reckoned with.
    private mutating func checkComparison(
        _ symbol: ExpressionToken.Symbol, _ left: ExpressionTree, _ right: ExpressionTree, _ range: Range<Int>
    ) -> Typed? {
        let before = parametersReckoned
        let result: Typed? =
            switch symbol {
            case .equal: checkEquality(.equal, left, right, range)
            case .notEqual: checkEquality(.notEqual, left, right, range)
            default: checkBinary(symbol, left, right, range)
            }
        guard result?.type == .boolean else { return result }
        for side in [left, right] {
            if case .name(let name) = side.kind, !before.contains(name) { parametersReckoned.remove(name) }
        }
        return result
    }

    private mutating func checkBinary(
        _ symbol: ExpressionToken.Symbol, _ left: ExpressionTree, _ right: ExpressionTree, _ range: Range<Int>
    ) -> Typed? {
        guard let (operation, operands, result) = Self.operation(symbol) else { return nil }
        if result == .boolean, operands == .number {
            for side in [left, right] where isCategory(side) {
                report(.unorderedCategory(source(side.range), operation: symbol.rawValue), side.range)
                return nil
            }
        }
        let a = operand(left, operands, of: symbol.rawValue)
        let b = operand(right, operands, of: symbol.rawValue)
        guard let a, let b else { return nil }
        return finite(ConstantFolding.binary(operation, a, b), result, range)
    }

    private func isCategory(_ tree: ExpressionTree) -> Bool {
        if case .name(let name) = tree.kind, case .category = environment.attributes[name] { return true }
        return false
    }

    private mutating func checkEquality(
        _ operation: Formula.BinaryOperator, _ left: ExpressionTree, _ right: ExpressionTree, _ range: Range<Int>
    ) -> Typed? {
        // A quoted text gets its meaning from the other side.
        let (first, second) = left.isText ? (right, left) : (left, right)
        guard let a = check(first) else {
            // The text on the other side means nothing now; everything else is still checked.
            if !second.isText { _ = check(second) }
            return nil
        }
        var category: (values: [String], of: String)?
        if case .category(let values) = a.type { category = (values, source(first.range)) }
        if second.isText, category == nil {
            let symbol = operation == .equal ? "==" : "!="
            report(
                .mixedTypes(source(first.range), a.type, source(second.range), .text, operation: symbol), range)
            return nil
        }
        guard let b = check(second, category: category) else { return nil }
        guard a.type == b.type else {
            let symbol = operation == .equal ? "==" : "!="
            report(
                .mixedTypes(source(first.range), a.type, source(second.range), b.type, operation: symbol), range)
            return nil
        }
        // In the order written, so that a printed formula reads like its source.
        let formulas = left.isText ? (b.formula, a.formula) : (a.formula, b.formula)
        return Typed(formula: ConstantFolding.binary(operation, formulas.0, formulas.1), type: .boolean)
    }

    private mutating func checkConditional(
        _ condition: ExpressionTree, _ then: ExpressionTree, _ otherwise: ExpressionTree, _ range: Range<Int>,
        _ category: (values: [String], of: String)?
    ) -> Typed? {
        let test = operand(condition, .boolean, of: "?")
        let a = check(then, category: category)
        let b = check(otherwise, category: category)
        guard let test, let a, let b else { return nil }
        guard a.type == b.type else {
            report(
                .mixedTypes(source(then.range), a.type, source(otherwise.range), b.type, operation: "?:"), range)
            return nil
        }
        return Typed(formula: ConstantFolding.conditional(test, a.formula, b.formula), type: a.type)
    }

    /// A formula unless folding has shown that it never has a value.
    private mutating func finite(_ formula: Formula, _ type: ExpressionType, _ range: Range<Int>) -> Typed? {
        if case .constant(let value) = formula, !value.isFinite {
            report(.undefined(source(range)), range)
            return nil
        }
        return Typed(formula: formula, type: type)
    }
}
