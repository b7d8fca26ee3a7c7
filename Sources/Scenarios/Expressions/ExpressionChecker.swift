import PathwaySim

/// Reads an expression, checks its names and types against an environment and yields the engine's formula.
public enum ExpressionChecker {
    /// Checks the expression in a JSON value: a string, a plain number or a truth value.
    ///
    /// All errors are reported, each with its place in the file; then the result is nil.
    ///
    /// - Parameters:
    ///   - expecting: what the place needs; nil accepts anything.
    ///   - path: the dotted path of the value, for the diagnostics.
    public static func check(
        _ node: JSONNode, expecting: ExpressionType?, path: String? = nil, in environment: ExpressionEnvironment,
        files: SourceFiles, into diagnostics: inout [Diagnostic]
    ) -> CheckedExpression? {
        switch node.value {
        case .string(let text):
            return check(
                text, span: node.span, expecting: expecting, path: path, in: environment, files: files,
                into: &diagnostics)
        case .number(let number):
            let literal = NumberLiteral(value: number, text: NumberFormat.shortest(number), span: node.span)
            return plain(
                .constant(number), .number, literals: [literal], expecting, node.span, path, into: &diagnostics)
        case .bool(let bool):
            return plain(bool ? .yes : .no, .boolean, literals: [], expecting, node.span, path, into: &diagnostics)
        case .null, .array, .object:
            let problem = ExpressionProblem.notAnExpression(found: node.kind)
            diagnostics.append(Diagnostic(problem, span: node.span, path: path))
            return nil
        }
    }

    /// Checks the text of an expression. `span` covers it as written in its file (with its quotes, if any).
    public static func check(
        _ text: String, span: SourceSpan, expecting: ExpressionType?, path: String? = nil,
        in environment: ExpressionEnvironment, files: SourceFiles, into diagnostics: inout [Diagnostic]
    ) -> CheckedExpression? {
        guard text.utf8.count <= ExpressionParser.longest else {
            let problem = ExpressionProblem.tooLong(limit: ExpressionParser.longest)
            diagnostics.append(Diagnostic(problem, span: span, path: path))
            return nil
        }
        let (tokens, slips) = ExpressionLexer.tokens(of: text)
        var parser = ExpressionParser(tokens: tokens)
        let tree = parser.parse()
        var checking = ExpressionChecking(text: text, environment: environment)
        checking.problems = slips
        if let problem = parser.problem {
            // After a character that belongs nowhere, what the parser misses is a consequence.
            if !slips.contains(where: { $0.problem.isUnexpectedCharacter }) { checking.problems.append(problem) }
            if case .tooDeep = problem.problem {
            } else {
                _ = checking.check(tree)
                checking.checkNames(in: parser.rest)
            }
        }
        var result: ExpressionChecking.Typed?
        if parser.problem == nil { result = checking.checkWhole(tree, expecting: expecting) }
        let positions = StringPositions(of: text, span: span, in: files)
        let inOrder = checking.problems.sorted { $0.range.lowerBound < $1.range.lowerBound }
        for (problem, range) in inOrder {
            // A slip already explains what else is wrong with the same words.
            if slips.contains(where: { $0.range == range && $0.problem != problem }) { continue }
            diagnostics.append(Diagnostic(problem, span: positions.span(of: range), path: path))
        }
        guard let result, checking.problems.isEmpty else { return nil }
        let literals = tokens.compactMap { token -> NumberLiteral? in
            guard case .number(let value) = token.kind else { return nil }
            return NumberLiteral(
                value: value, text: checking.source(token.range), span: positions.span(of: token.range))
        }
        return CheckedExpression(
            formula: result.formula, type: result.type, literals: literals, attributesUsed: checking.attributesUsed,
            parametersUsed: checking.parametersUsed, parametersReckoned: checking.parametersReckoned,
            isPlain: tree.isPlain)
    }

    private static func plain(
        _ formula: Formula, _ type: ExpressionType, literals: [NumberLiteral], _ expecting: ExpressionType?,
        _ span: SourceSpan, _ path: String?, into diagnostics: inout [Diagnostic]
    ) -> CheckedExpression? {
        if let expecting, expecting != type {
            let problem = ExpressionProblem.wrongResult(found: type, needs: expecting)
            diagnostics.append(Diagnostic(problem, span: span, path: path))
            return nil
        }
        return CheckedExpression(
            formula: formula, type: type, literals: literals, attributesUsed: [], parametersUsed: [],
            parametersReckoned: [], isPlain: true)
    }
}

extension ExpressionProblem {
    fileprivate var isUnexpectedCharacter: Bool {
        if case .unexpectedCharacter = self { true } else { false }
    }
}

extension ExpressionTree {
    /// A single number, truth value or text: no rule, so nothing to reason about.
    fileprivate var isPlain: Bool {
        switch kind {
        case .number, .boolean, .text: true
        case .unary(.minus, let operand): operand.isPlain
        default: false
        }
    }
}
