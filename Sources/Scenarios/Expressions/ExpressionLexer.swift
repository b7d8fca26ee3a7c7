/// Splits an expression into tokens. What is wrong is reported, and the token that was probably meant is used instead, so
/// that one slip gives one finding.
struct ExpressionLexer {
    private let scalars: [Unicode.Scalar]
    /// UTF-8 offset of each scalar, and of the end.
    private let offsets: [Int]
    private var index = 0
    private(set) var tokens: [ExpressionToken] = []
    private(set) var problems: [(problem: ExpressionProblem, range: Range<Int>)] = []

    /// Tokens of a text, the last one `end`. O(length).
    static func tokens(
        of text: String
    ) -> (tokens: [ExpressionToken], problems: [(problem: ExpressionProblem, range: Range<Int>)]) {
        var lexer = ExpressionLexer(text)
        lexer.run()
        return (lexer.tokens, lexer.problems)
    }

    private init(_ text: String) {
        scalars = Array(text.unicodeScalars)
        var offsets = [0]
        for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
        self.offsets = offsets
    }

    private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private func peek(_ ahead: Int) -> Unicode.Scalar? {
        index + ahead < scalars.count ? scalars[index + ahead] : nil
    }

    private func range(from start: Int) -> Range<Int> { offsets[start]..<offsets[index] }

    private func text(from start: Int) -> String {
        var text = ""
        text.unicodeScalars.append(contentsOf: scalars[start..<index])
        return text
    }

    private mutating func add(_ kind: ExpressionToken.Kind, from start: Int) {
        tokens.append(ExpressionToken(kind: kind, range: range(from: start)))
    }

    private mutating func run() {
        while let scalar = current {
            if scalar.properties.isWhitespace {
                index += 1
            } else if Self.isDigit(scalar) || (scalar == "." && Self.isDigit(peek(1))) {
                takeNumber()
            } else if Self.isLetter(scalar) {
                takeName()
            } else if scalar == "'" || scalar == "\"" {
                takeText(quote: scalar)
            } else {
                takeSymbol()
            }
        }
        add(.end, from: index)
    }

    private static func isDigit(_ scalar: Unicode.Scalar?) -> Bool {
        scalar.map { ("0"..."9").contains($0) } ?? false
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.properties.isAlphabetic
    }

    // MARK: Numbers and durations

    private mutating func takeNumber() {
        let start = index
        while let scalar = current, Self.isDigit(scalar) || scalar == "." { index += 1 }
        if current == "e" || current == "E" {
            let sign = peek(1) == "+" || peek(1) == "-" ? 1 : 0
            if Self.isDigit(peek(1 + sign)) {
                index += 2 + sign
                while Self.isDigit(current) { index += 1 }
            }
        }
        let digits = text(from: start)
        while let scalar = current, Self.isLetter(scalar) || Self.isDigit(scalar) { index += 1 }
        let written = text(from: start)
        let value = written == digits ? takePlainNumber(written, start) : takeDuration(written, start)
        add(.number(value), from: start)
    }

    private mutating func takePlainNumber(_ written: String, _ start: Int) -> Double {
        if JSONParser.isStrictNumber(Array(written.utf8)[...]), let value = Double(written) {
            if value.isFinite { return value }
            problems.append((.numberTooLarge(written), range(from: start)))
            return 1
        }
        let candidates = ["0" + written, written + "0", String(written.drop { $0 == "0" })]
        let better = candidates.first { JSONParser.isStrictNumber(Array($0.utf8)[...]) }
        problems.append((.badNumber(written, suggestion: better), range(from: start)))
        return better.flatMap(Double.init) ?? 1
    }

    private mutating func takeDuration(_ written: String, _ start: Int) -> Double {
        do throws(DurationProblem) {
            let duration = try DurationText(parsing: written)
            guard let days = duration.days else { throw .notFixed(written, unit: duration.unit) }
            return days
        } catch {
            problems.append((.duration(error), range(from: start)))
            return 1
        }
    }

    // MARK: Names and texts

    /// Words of other languages for operators, each with ours.
    private static let wordOperators: [String: ExpressionToken.Symbol] = [
        "and": .and, "or": .or, "not": .not, "og": .and, "eller": .or, "ikke": .not,
    ]

    private mutating func takeName() {
        let start = index
        while let scalar = current, isNamePart(scalar) { index += 1 }
        let name = text(from: start)
        switch name {
        case "true": add(.boolean(true), from: start)
        case "false": add(.boolean(false), from: start)
        default:
            if let symbol = Self.wordOperators[name.lowercased()] {
                problems.append((.misspelledOperator(name, suggestion: symbol.rawValue), range(from: start)))
                add(.symbol(symbol), from: start)
            } else {
                add(.name(name), from: start)
            }
        }
    }

    private func isNamePart(_ scalar: Unicode.Scalar) -> Bool {
        if scalar == "." { return peek(1).map(Self.isLetter) ?? false }
        return Self.isLetter(scalar) || Self.isDigit(scalar) || scalar.properties.generalCategory == .nonspacingMark
    }

    private mutating func takeText(quote: Unicode.Scalar) {
        let start = index
        index += 1
        var content = ""
        while let scalar = current, scalar != quote {
            if scalar == "\\", let escaped = peek(1), escaped == quote || escaped == "\\" {
                content.unicodeScalars.append(escaped)
                index += 2
            } else {
                content.unicodeScalars.append(scalar)
                index += 1
            }
        }
        if current == quote {
            index += 1
        } else {
            problems.append((.unclosedText, range(from: start)))
        }
        add(.text(content), from: start)
    }

    // MARK: Symbols

    /// Longest first, so that `<=` is not read as `<` and `=`.
    private static let symbols = ExpressionToken.Symbol.allCases.sorted { $0.rawValue.count > $1.rawValue.count }

    /// What people write for an operator, each with ours.
    private static let misspelled: [(written: String, symbol: ExpressionToken.Symbol)] = [
        ("===", .equal), ("!==", .notEqual), (">==", .greaterOrEqual), ("<==", .lessOrEqual), ("=<", .lessOrEqual),
        ("=>", .greaterOrEqual), ("<>", .notEqual),
        ("&", .and), ("|", .or), ("=", .equal), ("≤", .lessOrEqual), ("≥", .greaterOrEqual), ("≠", .notEqual),
        ("×", .times), ("·", .times), ("÷", .divide), ("−", .minus), ("–", .minus), ("^", .power), ("¬", .not),
    ]

    private func matches(_ text: String) -> Bool {
        text.unicodeScalars.enumerated().allSatisfy { peek($0.offset) == $0.element }
    }

    private mutating func takeSymbol() {
        let start = index
        // The three-character slips begin like right operators, so they are tried first.
        let slip = Self.misspelled.first { matches($0.written) }
        let right = Self.symbols.first { matches($0.rawValue) }
        if let right, slip.map({ $0.written.count <= right.rawValue.count }) ?? true {
            index += right.rawValue.unicodeScalars.count
            add(.symbol(right), from: start)
        } else if let slip {
            index += slip.written.unicodeScalars.count
            problems.append(
                (.misspelledOperator(slip.written, suggestion: slip.symbol.rawValue), range(from: start)))
            add(.symbol(slip.symbol), from: start)
        } else {
            index += 1
            problems.append((.unexpectedCharacter(text(from: start)), range(from: start)))
        }
    }
}
