extension Texts {
    /// The words for what is wrong with an expression.
    static func expression(_ problem: ExpressionProblem) -> Text {
        switch problem {
        case .empty: emptyExpression
        case .unexpectedCharacter(let found): unexpectedCharacter(found)
        case .unexpected(let expected, let atEnd): unexpectedInExpression(expected, atEnd: atEnd)
        case .misspelledOperator(let found, let suggestion): misspelledOperator(found, suggestion: suggestion)
        case .unclosedText: unclosedExpressionText
        case .badNumber(let written, let suggestion): badExpressionNumber(written, suggestion: suggestion)
        case .numberTooLarge(let written): numberTooLarge(written)
        case .decimalComma: expressionDecimalComma
        case .duration(let problem): duration(problem)
        case .chainedComparison: chainedComparison
        case .tooLong(let limit): expressionTooLong(limit: limit)
        case .tooDeep(let limit): expressionTooDeep(limit: limit)
        case .unknownName(let name, let suggestions, let allowed):
            unknownName(name, suggestions: suggestions, allowed: allowed)
        case .eventAsValue(let name): eventAsValue(name)
        case .unknownFunction(let name, let suggestions): unknownFunction(name, suggestions: suggestions)
        case .notAFunction(let name): notAFunction(name)
        case .functionWithoutArguments(let usage): functionWithoutArguments(usage: usage)
        case .wrongArgumentCount(let usage, let found): wrongArgumentCount(usage: usage, found: found)
        case .argumentNotAName(let usage, let reference): argumentNotAName(usage: usage, reference)
        case .unknownReference(let name, let reference, let suggestions, let allowed):
            unknownReference(name, reference, suggestions: suggestions, allowed: allowed)
        case .wrongOperand(let operand, let found, let operation, let needs):
            wrongOperand(operand, found: found, operation: operation, needs: needs)
        case .mixedTypes(let left, let leftType, let right, let rightType, let operation):
            mixedTypes(left, leftType, right, rightType, operation: operation)
        case .unorderedCategory(let operand, let operation): unorderedCategory(operand, operation: operation)
        case .unknownCategory(let text, let of, let suggestions, let allowed):
            unknownCategory(text, of: of, suggestions: suggestions, allowed: allowed)
        case .strayText(let text): strayText(text)
        case .wrongResult(let found, let needs): wrongResult(found: found, needs: needs)
        case .notAnExpression(let found): notAnExpression(found: found)
        case .undefined(let source): undefinedPart(source)
        case .neverTrue(let because): neverTrue(because: because)
        case .alwaysTrue: alwaysTrue
        }
    }

    /// A type as the end of "x is …" and "needs …".
    static func expressionType(_ type: ExpressionType) -> Text {
        switch type {
        case .number: Text(da: "et tal", en: "a number")
        case .boolean: Text(da: "sandt eller falsk", en: "true or false")
        case .category: Text(da: "en kategori", en: "a category")
        case .text: Text(da: "en tekst", en: "a text")
        }
    }

    // MARK: Writing

    private static let emptyExpression = Text(
        da: "udtrykket er tomt; skriv fx smoker && age >= 50",
        en: "the expression is empty; write e.g. smoker && age >= 50")

    private static func unexpectedCharacter(_ found: String) -> Text {
        let quoted = Escaping.quoted(found)
        return Text(
            da: "tegnet \(quoted) hører ikke til i et udtryk",
            en: "the character \(quoted) has no place in an expression")
    }

    private static func unexpectedInExpression(_ expected: ExpressionProblem.Expected, atEnd: Bool) -> Text {
        let wanted =
            switch expected {
            case .operand: Text(da: "et tal, et navn eller en parentes", en: "a number, a name or a parenthesis")
            case .operatorOrEnd: Text(da: "en operator som && eller +", en: "an operator such as && or +")
            case .colon: Text(da: "kolon (betingelse ? a : b)", en: "a colon (condition ? a : b)")
            case .close: Text(same: ")")
            case .closeOrComma: Text(da: ") eller komma", en: ") or a comma")
            }
        if atEnd {
            return Text(
                da: "udtrykket slutter for tidligt; der mangler \(wanted.da)",
                en: "the expression ends too early; expected \(wanted.en)")
        }
        return Text(da: "her skulle stå \(wanted.da)", en: "expected \(wanted.en) here")
    }

    private static func misspelledOperator(_ found: String, suggestion: String) -> Text {
        let quoted = Escaping.quoted(found)
        return Text(da: "\(quoted) skrives \(suggestion) her", en: "\(quoted) is written \(suggestion) here")
    }

    private static let unclosedExpressionText = Text(
        da: "teksten mangler sit afsluttende anførselstegn", en: "the text lacks its closing quote")

    private static func badExpressionNumber(_ written: String, suggestion: String?) -> Text {
        let quoted = Escaping.quoted(written)
        guard let suggestion else {
            return Text(da: "\(quoted) er intet tal", en: "\(quoted) is no number")
        }
        return Text(
            da: "\(quoted) er intet tal; mente du \(suggestion)?",
            en: "\(quoted) is no number; did you mean \(suggestion)?")
    }

    private static func numberTooLarge(_ written: String) -> Text {
        let quoted = Escaping.quoted(written)
        return Text(da: "tallet \(quoted) er for stort", en: "the number \(quoted) is too large")
    }

    private static let expressionDecimalComma = Text(
        da: "skriv punktum som decimaltegn, ikke komma", en: "write a decimal point, not a comma")

    private static let chainedComparison = Text(
        da: "sammenligninger kan ikke kædes; skriv fx 18 <= age && age < 65",
        en: "comparisons cannot be chained; write e.g. 18 <= age && age < 65")

    private static func expressionTooLong(limit: Int) -> Text {
        Text(da: "udtrykket er længere end \(limit) tegn", en: "the expression is longer than \(limit) characters")
    }

    private static func expressionTooDeep(limit: Int) -> Text {
        Text(
            da: "udtrykket har mere end \(limit) led eller parenteser inden i hinanden; del det med en afledt egenskab",
            en:
                "the expression has more than \(limit) terms or parentheses inside each other; split it with a derived attribute"
        )
    }

    // MARK: Names

    private static func unknownName(_ name: String, suggestions: [String], allowed: [String]) -> Text {
        let quoted = Escaping.quoted(name)
        let hint = suggestions.isEmpty ? Texts.allowed(allowed) : didYouMean(suggestions)
        return Text(da: "ukendt navn \(quoted)\(hint.da)", en: "unknown name \(quoted)\(hint.en)")
    }

    private static func eventAsValue(_ name: String) -> Text {
        let quoted = Escaping.quoted(name)
        return Text(
            da: "\(quoted) er en hændelse; skriv happened('\(name)') eller since('\(name)')",
            en: "\(quoted) is an event; write happened('\(name)') or since('\(name)')")
    }

    private static func unknownFunction(_ name: String, suggestions: [String]) -> Text {
        let quoted = Escaping.quoted(name)
        let hint = didYouMean(suggestions)
        return Text(da: "ukendt funktion \(quoted)\(hint.da)", en: "unknown function \(quoted)\(hint.en)")
    }

    private static func notAFunction(_ name: String) -> Text {
        let quoted = Escaping.quoted(name)
        return Text(
            da: "\(quoted) er ingen funktion; gange skrives *",
            en: "\(quoted) is no function; multiplication is written *")
    }

    private static func functionWithoutArguments(usage: String) -> Text {
        Text(da: "funktionen skrives \(usage)", en: "the function is written \(usage)")
    }

    private static func wrongArgumentCount(usage: String, found: Int) -> Text {
        Text(
            da: "forkert antal argumenter (\(found)); skriv \(usage)",
            en: "wrong number of arguments (\(found)); write \(usage)")
    }

    private static func reference(_ reference: ExpressionProblem.Reference) -> Text {
        switch reference {
        case .step: Text(da: "trin", en: "step")
        case .resource: Text(da: "ressource", en: "resource")
        case .stepOrResource: Text(da: "trin eller ressource", en: "step or resource")
        case .course: Text(da: "holdtrin", en: "course step")
        case .event: Text(da: "hændelse", en: "event")
        }
    }

    private static func argumentNotAName(usage: String, _ reference: ExpressionProblem.Reference) -> Text {
        let what = Texts.reference(reference)
        return Text(
            da: "her skal stå et navn (\(what.da)): \(usage)", en: "a name belongs here (\(what.en)): \(usage)")
    }

    private static func unknownReference(
        _ name: String, _ reference: ExpressionProblem.Reference, suggestions: [String], allowed: [String]
    ) -> Text {
        let quoted = Escaping.quoted(name)
        let hint = suggestions.isEmpty ? Texts.allowed(allowed) : didYouMean(suggestions)
        let none =
            switch reference {
            case .step: Text(da: "der er intet trin", en: "there is no step")
            case .resource: Text(da: "der er ingen ressource", en: "there is no resource")
            case .stepOrResource: Text(da: "intet trin og ingen ressource hedder", en: "there is no step or resource")
            case .course: Text(da: "der er intet holdtrin", en: "there is no course step")
            case .event: Text(da: "der er ingen hændelse", en: "there is no event")
            }
        return Text(da: "\(none.da) \(quoted)\(hint.da)", en: "\(none.en) \(quoted)\(hint.en)")
    }

    // MARK: Types

    private static func wrongOperand(
        _ operand: String, found: ExpressionType, operation: String, needs: ExpressionType
    ) -> Text {
        let quoted = Escaping.quoted(operand)
        let what = expressionType(found)
        let wanted = expressionType(needs)
        var hint = Text(same: "")
        if found == .boolean, needs == .number {
            let safe = Escaping.terminalSafe(operand)
            hint = Text(da: " (skriv \(safe) ? 1 : 0)", en: " (write \(safe) ? 1 : 0)")
        }
        return Text(
            da: "\(quoted) er \(what.da); \"\(operation)\" kræver \(wanted.da)\(hint.da)",
            en: "\(quoted) is \(what.en); \"\(operation)\" needs \(wanted.en)\(hint.en)")
    }

    private static func mixedTypes(
        _ left: String, _ leftType: ExpressionType, _ right: String, _ rightType: ExpressionType, operation: String
    ) -> Text {
        let (a, b) = (Escaping.quoted(left), Escaping.quoted(right))
        let (aType, bType) = (expressionType(leftType), expressionType(rightType))
        return Text(
            da: "\(a) er \(aType.da), \(b) er \(bType.da); \"\(operation)\" kræver to af samme slags",
            en: "\(a) is \(aType.en), \(b) is \(bType.en); \"\(operation)\" needs two of the same kind")
    }

    private static func unorderedCategory(_ operand: String, operation: String) -> Text {
        let quoted = Escaping.quoted(operand)
        return Text(
            da: "\(quoted) er en kategori uden rækkefølge; \"\(operation)\" kræver tal, brug == eller !=",
            en: "\(quoted) is a category, which has no order; \"\(operation)\" needs numbers, use == or !=")
    }

    private static func unknownCategory(
        _ text: String, of: String, suggestions: [String], allowed: [String]
    ) -> Text {
        let quoted = Escaping.quoted(text)
        let hint = suggestions.isEmpty ? Texts.allowed(allowed) : didYouMean(suggestions)
        guard !of.isEmpty else {
            return Text(da: "\(quoted) er ingen mulig værdi\(hint.da)", en: "\(quoted) is no possible value\(hint.en)")
        }
        let owner = Escaping.quoted(of)
        return Text(
            da: "\(owner) kan ikke have værdien \(quoted)\(hint.da)",
            en: "\(owner) cannot have the value \(quoted)\(hint.en)")
    }

    private static func strayText(_ text: String) -> Text {
        let quoted = Escaping.quoted(text)
        return Text(
            da: "teksten \(quoted) kan kun sammenlignes med en kategori (sex == 'woman')",
            en: "the text \(quoted) can only be compared with a category (sex == 'woman')")
    }

    private static func wrongResult(found: ExpressionType, needs: ExpressionType) -> Text {
        let (what, wanted) = (expressionType(found), expressionType(needs))
        return Text(
            da: "udtrykket giver \(what.da); her kræves \(wanted.da)",
            en: "the expression gives \(what.en); \(wanted.en) is needed here")
    }

    private static func notAnExpression(found: JSONValue.Kind) -> Text {
        let what = kind(found)
        return Text(
            da: "\(what.da) er intet udtryk; skriv et tal eller et udtryk i anførselstegn",
            en: "\(what.en) is no expression; write a number or an expression in quotes")
    }

    // MARK: Meaning

    private static func undefinedPart(_ source: String) -> Text {
        let quoted = Escaping.quoted(source)
        return Text(da: "\(quoted) har aldrig en værdi", en: "\(quoted) never has a value")
    }

    private static func neverTrue(because: String?) -> Text {
        guard let because else {
            return Text(da: "reglen gælder aldrig", en: "the rule never holds")
        }
        let quoted = Escaping.quoted(because)
        return Text(
            da: "reglen gælder aldrig: kravene til \(quoted) modsiger hinanden",
            en: "the rule never holds: its demands on \(quoted) contradict each other")
    }

    private static let alwaysTrue = Text(da: "reglen gælder altid", en: "the rule always holds")
}
