/// A parsed expression before names and types are checked. Ranges are UTF-8 offsets in the expression's text.
struct ExpressionTree: Sendable {
    indirect enum Kind: Sendable {
        case number(Double)
        case boolean(Bool)
        case text(String)
        case name(String)
        case call(String, nameRange: Range<Int>, [ExpressionTree])
        case unary(ExpressionToken.Symbol, ExpressionTree)
        case binary(ExpressionToken.Symbol, ExpressionTree, ExpressionTree)
        case conditional(ExpressionTree, ExpressionTree, ExpressionTree)
        /// Something was wrong here and has been reported.
        case invalid
    }

    var kind: Kind
    var range: Range<Int>
    /// Levels of the tree below and including this one.
    var depth: Int

    init(_ kind: Kind, _ range: Range<Int>) {
        self.kind = kind
        self.range = range
        let below =
            switch kind {
            case .number, .boolean, .text, .name, .invalid: 0
            case .call(_, _, let arguments): arguments.map(\.depth).max() ?? 0
            case .unary(_, let operand): operand.depth
            case .binary(_, let left, let right): max(left.depth, right.depth)
            case .conditional(let condition, let then, let otherwise):
                max(condition.depth, then.depth, otherwise.depth)
            }
        self.depth = below + 1
    }

    /// Whether this is a quoted text, or a choice between such, which a category must give its meaning.
    var isText: Bool {
        switch kind {
        case .text: true
        case .conditional(_, let then, let otherwise): then.isText && otherwise.isText
        default: false
        }
    }
}
