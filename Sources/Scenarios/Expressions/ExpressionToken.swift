/// A piece of an expression with its place, as UTF-8 offsets in the expression's text.
struct ExpressionToken: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// A number; durations are in days.
        case number(Double)
        case text(String)
        /// A name, with its points: `smoker`, `clarifying.start`.
        case name(String)
        case boolean(Bool)
        case symbol(Symbol)
        case end
    }

    enum Symbol: String, Hashable, Sendable, CaseIterable {
        case or = "||"
        case and = "&&"
        case equal = "=="
        case notEqual = "!="
        case lessOrEqual = "<="
        case greaterOrEqual = ">="
        case power = "**"
        case less = "<"
        case greater = ">"
        case not = "!"
        case plus = "+"
        case minus = "-"
        case times = "*"
        case divide = "/"
        case remainder = "%"
        case question = "?"
        case colon = ":"
        case comma = ","
        case open = "("
        case close = ")"
    }

    var kind: Kind
    var range: Range<Int>
}
