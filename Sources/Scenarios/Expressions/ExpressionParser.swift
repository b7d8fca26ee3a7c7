/// A precedence-climbing parser: tokens to a tree.
///
/// From loose to tight: `?:` (right), `||`, `&&`, `== !=`, `< <= > >=`, `+ -`, `* / %`, unary `- !`, `**` (right). It
/// stops at the first syntax error; what was read until then, and the names after it, are still checked.
struct ExpressionParser {
    /// Bounds the parser's own recursion and that of everything that walks the tree.
    static let deepest = 100
    /// Longest expression in bytes of UTF-8.
    static let longest = 10_000

    private let tokens: [ExpressionToken]
    private(set) var position = 0
    private(set) var problem: (problem: ExpressionProblem, range: Range<Int>)?
    private var nesting = 0

    init(tokens: [ExpressionToken]) { self.tokens = tokens }

    /// The tokens that were not read because of an error.
    var rest: ArraySlice<ExpressionToken> { tokens[min(position, tokens.count)...] }

    private var current: ExpressionToken { tokens[min(position, tokens.count - 1)] }
    private var hasFailed: Bool { problem != nil }

    /// Reads the whole expression.
    mutating func parse() -> ExpressionTree {
        if case .end = current.kind {
            fail(.empty, current.range)
            return ExpressionTree(.invalid, current.range)
        }
        let tree = parse(above: 0)
        if !hasFailed, current.kind != .end { failAtUnexpected(expected: .operatorOrEnd) }
        return tree
    }

    private mutating func fail(_ problem: ExpressionProblem, _ range: Range<Int>) {
        if self.problem == nil { self.problem = (problem, range) }
    }

    private mutating func advance() { position = min(position + 1, tokens.count - 1) }

    private mutating func take(_ symbol: ExpressionToken.Symbol) -> Bool {
        guard current.kind == .symbol(symbol) else { return false }
        advance()
        return true
    }

    private mutating func make(_ kind: ExpressionTree.Kind, _ range: Range<Int>) -> ExpressionTree {
        let tree = ExpressionTree(kind, range)
        if tree.depth > Self.deepest { fail(.tooDeep(limit: Self.deepest), range) }
        return tree
    }

    /// How tightly an operator binds its operands: the left one and the least its right one must have.
    private static func binding(_ symbol: ExpressionToken.Symbol) -> (left: Int, right: Int)? {
        switch symbol {
        case .or: (2, 3)
        case .and: (3, 4)
        case .equal, .notEqual: (4, 5)
        case .less, .lessOrEqual, .greater, .greaterOrEqual: (5, 6)
        case .plus, .minus: (6, 7)
        case .times, .divide, .remainder: (7, 8)
        // The right operand may be signed: 2 ** -1.
        case .power: (9, 8)
        case .not, .question, .colon, .comma, .open, .close: nil
        }
    }

    private static let unaryBinding = 8
    private static let comparisons: Set<ExpressionToken.Symbol> = [.less, .lessOrEqual, .greater, .greaterOrEqual]

    private mutating func parse(above minimum: Int) -> ExpressionTree {
        nesting += 1
        defer { nesting -= 1 }
        guard nesting <= Self.deepest else {
            fail(.tooDeep(limit: Self.deepest), current.range)
            return ExpressionTree(.invalid, current.range)
        }
        var left = parseOperand()
        while !hasFailed, case .symbol(let symbol) = current.kind {
            if symbol == .question, minimum <= 1 {
                left = parseConditional(left)
                continue
            }
            guard let binding = Self.binding(symbol), binding.left >= minimum else { break }
            let operatorRange = current.range
            advance()
            let right = parse(above: binding.right)
            if Self.comparisons.contains(symbol), case .symbol(let next) = current.kind,
                Self.comparisons.contains(next)
            {
                fail(.chainedComparison, operatorRange.lowerBound..<current.range.upperBound)
            }
            left = make(.binary(symbol, left, right), left.range.lowerBound..<right.range.upperBound)
        }
        return left
    }

    private mutating func parseConditional(_ condition: ExpressionTree) -> ExpressionTree {
        advance()
        let then = parse(above: 1)
        if !hasFailed, !take(.colon) { failAtUnexpected(expected: .colon) }
        guard !hasFailed else { return condition }
        let otherwise = parse(above: 1)
        return make(
            .conditional(condition, then, otherwise), condition.range.lowerBound..<otherwise.range.upperBound)
    }

    private mutating func parseOperand() -> ExpressionTree {
        let token = current
        switch token.kind {
        case .number(let value):
            advance()
            return make(.number(value), token.range)
        case .boolean(let value):
            advance()
            return make(.boolean(value), token.range)
        case .text(let text):
            advance()
            return make(.text(text), token.range)
        case .name(let name):
            advance()
            return current.kind == .symbol(.open) ? parseCall(name, token.range) : make(.name(name), token.range)
        case .symbol(.minus), .symbol(.not):
            advance()
            let operand = parse(above: Self.unaryBinding)
            let symbol: ExpressionToken.Symbol = token.kind == .symbol(.minus) ? .minus : .not
            return make(.unary(symbol, operand), token.range.lowerBound..<operand.range.upperBound)
        case .symbol(.open):
            return parseGroup()
        default:
            failAtUnexpected(expected: .operand)
            return make(.invalid, token.range)
        }
    }

    private mutating func parseGroup() -> ExpressionTree {
        let opened = current.range
        advance()
        var inner = parse(above: 0)
        let end = current.range.upperBound
        if !hasFailed, !take(.close) { failAtUnexpected(expected: .close) }
        if !hasFailed { inner.range = opened.lowerBound..<end }
        return inner
    }

    private mutating func parseCall(_ name: String, _ nameRange: Range<Int>) -> ExpressionTree {
        advance()
        var arguments: [ExpressionTree] = []
        var end = current.range.upperBound
        if !take(.close) {
            repeat { arguments.append(parse(above: 0)) } while !hasFailed && take(.comma)
            end = current.range.upperBound
            if !hasFailed, !take(.close) { failAtUnexpected(expected: .closeOrComma) }
        }
        return make(.call(name, nameRange: nameRange, arguments), nameRange.lowerBound..<max(end, nameRange.upperBound))
    }

    /// Reports the current token as unexpected, with the likeliest reason.
    private mutating func failAtUnexpected(expected: ExpressionProblem.Expected) {
        if current.kind == .symbol(.comma), position > 0, position + 1 < tokens.count {
            let (before, after) = (tokens[position - 1], tokens[position + 1])
            if case .number = before.kind, case .number = after.kind,
                before.range.upperBound == current.range.lowerBound,
                after.range.lowerBound == current.range.upperBound
            {
                fail(.decimalComma, before.range.lowerBound..<after.range.upperBound)
                return
            }
        }
        fail(.unexpected(expected: expected, atEnd: current.kind == .end), current.range)
    }
}
