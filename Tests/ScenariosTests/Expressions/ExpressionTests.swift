import PathwaySim
import Testing

@testable import Scenarios

@Suite("Rules become formulas")
struct ExpressionTests {
    @Test(
        "operators bind as in C, powers to the right and tighter than a sign",
        arguments: [
            ("age + 2 * bmi", .binary(.add, .attribute("age"), .binary(.multiply, .constant(2), .attribute("bmi")))),
            (
                "age - bmi - 1",
                .binary(.subtract, .binary(.subtract, .attribute("age"), .attribute("bmi")), .constant(1))
            ),
            ("-age ** 2", .unary(.negate, .binary(.power, .attribute("age"), .constant(2)))),
            (
                "age ** bmi ** 2",
                .binary(.power, .attribute("age"), .binary(.power, .attribute("bmi"), .constant(2)))
            ),
            ("age ** -bmi", .binary(.power, .attribute("age"), .unary(.negate, .attribute("bmi")))),
            ("(age + 1) % 2", .binary(.remainder, .binary(.add, .attribute("age"), .constant(1)), .constant(2))),
            ("smoker ? age : bmi", .conditional(.attribute("smoker"), .attribute("age"), .attribute("bmi"))),
            (
                "smoker ? 1 : chronic ? 2 : 3",
                .conditional(
                    .attribute("smoker"), .constant(1), .conditional(.attribute("chronic"), .constant(2), .constant(3)))
            ),
            (
                "min(age, bmi, 3)",
                .binary(.minimum, .binary(.minimum, .attribute("age"), .attribute("bmi")), .constant(3))
            ),
            ("sqrt(age)", .unary(.squareRoot, .attribute("age"))),
        ] as [(String, Formula)])
    func numbers(written: String, formula: Formula) {
        let sample = RuleSample(written)
        #expect(sample.check(expecting: .number)?.formula == formula)
        #expect(sample.diagnostics == [])
    }

    @Test(
        "rules over truth values, categories, events and the state of the system",
        arguments: [
            (
                "smoker || chronic && !smoker",
                .binary(
                    .or, .attribute("smoker"), .binary(.and, .attribute("chronic"), .unary(.not, .attribute("smoker"))))
            ),
            ("sex == 'man'", .binary(.equal, .attribute("sex"), .constant(1))),
            ("\"woman\" != sex", .binary(.notEqual, .constant(0), .attribute("sex"))),
            (
                "sex == (smoker ? 'man' : 'woman')",
                .binary(.equal, .attribute("sex"), .conditional(.attribute("smoker"), .constant(1), .constant(0)))
            ),
            ("place == 'it\\'s \\\\ far'", .binary(.equal, .attribute("place"), .constant(2))),
            ("smoker == chronic", .binary(.equal, .attribute("smoker"), .attribute("chronic"))),
            ("workingDay", .state(.isWorkingDay)),
            ("elapsed > 3d", .binary(.greater, .state(.elapsedDays), .constant(3))),
            ("elapsed() > 36h", .binary(.greater, .state(.elapsedDays), .constant(1.5))),
            (
                "since(clarifying.start) >= 1y",
                .binary(.greaterOrEqual, .state(.daysSince("clarifying.start")), .constant(365))
            ),
            ("happened('arrival')", .state(.happened("arrival"))),
            ("waiting(clarifier) < 5", .binary(.less, .state(.waitingFor("clarifier")), .constant(5))),
            ("visits(referral) == 2", .binary(.equal, .state(.visits("referral")), .constant(2))),
            ("attended(course) > 1", .binary(.greater, .state(.sessionsAttended("course")), .constant(1))),
            ("population > age", .binary(.greater, .constant(45_000), .attribute("age"))),
        ] as [(String, Formula)])
    func rules(written: String, formula: Formula) {
        let sample = RuleSample(written)
        #expect(sample.check(expecting: .boolean)?.formula == formula)
        #expect(sample.diagnostics == [])
    }

    @Test(
        "constant parts are computed ahead",
        arguments: [
            ("2 + 3 * 4", 14), ("-(2 - 5)", 3), ("min(3, 1, 2)", 1), ("7 > 3 ? 1 : 0", 1), ("population * 0.02", 900),
            ("ceil(1.2) + floor(-1.2) + abs(-3)", 3), ("2d + 12h", 2.5), ("sqrt(16)", 4), ("1e3", 1000),
        ] as [(String, Double)])
    func folding(written: String, value: Double) {
        #expect(RuleSample(written).check(expecting: .number)?.formula == .constant(value))
    }

    @Test("what an expression used is told: names, and every number with its place")
    func provenance() throws {
        let sample = RuleSample("age > 50 && elapsed < 3d * population")
        let checked = try #require(sample.check(expecting: .boolean))
        #expect(checked.attributesUsed == ["age"])
        #expect(checked.parametersUsed == ["population"])
        #expect(checked.literals.map(\.text) == ["50", "3d"])
        #expect(checked.literals.map(\.value) == [50, 3])
        #expect(checked.literals.map { $0.span.start - 1 } == [6, 22])
    }

    @Test(
        "a parameter that is only compared with something decides and is not reckoned with",
        arguments: [
            ("population > 1", false), ("1 == population", false), ("population > 1 && population * 2 > age", true),
            ("population + 0 > 1", true),
        ])
    func compared(written: String, isReckoned: Bool) throws {
        let checked = try #require(RuleSample(written).check(expecting: .boolean))
        #expect(checked.parametersReckoned == (isReckoned ? ["population"] : []))
    }

    @Test("plain numbers and truth values in JSON are expressions too")
    func plainValues() throws {
        var diagnostics: [Diagnostic] = []
        func check(_ text: String, _ type: ExpressionType) throws -> CheckedExpression? {
            ExpressionChecker.check(
                try readJSON(text), expecting: type, in: RuleSample.environment, files: SourceFiles(),
                into: &diagnostics)
        }
        #expect(try check("0.25", .number)?.formula == .constant(0.25))
        #expect(try check("true", .boolean)?.formula == .yes)
        #expect(try check("0.25", .number)?.literals.map(\.text) == ["0.25"])
        #expect(diagnostics == [])
        #expect(try check("1", .boolean) == nil)
        #expect(try check("[1]", .number) == nil)
        #expect(
            diagnostics.map(\.text.en) == [
                "the expression gives a number; true or false is needed here",
                "a list is no expression; write a number or an expression in quotes",
            ])
    }

    @Test("an error stands at its character in the file although the JSON text has escapes before it")
    func escapes() throws {
        let text = #"{"if": "\u0073ex == \"man\" && \u00e6ge > 5"}"#
        var files = SourceFiles()
        let root = try #require(JSONReader.read(name: "f.json", bytes: Array(text.utf8), into: &files).root)
        var diagnostics: [Diagnostic] = []
        _ = ExpressionChecker.check(
            try #require(root["if"]), expecting: .boolean, path: "if", in: RuleSample.environment, files: files,
            into: &diagnostics)
        let expected = """
            f.json:1:32: error S051: unknown name "æge"; did you mean "age"?
               1 | {"if": "\\u0073ex == \\"man\\" && \\u00e6ge > 5"}
                 |                                ^~~~~~~~

            """
        #expect(DiagnosticRenderer(files: files, language: .en).render(diagnostics) == expected)
    }

    @Test(
        "an expression too deep or too long is refused",
        arguments: [
            String(repeating: "(", count: 4000) + "1", String(repeating: "-", count: 4000) + "1",
            String(repeating: "1 ? 1 : ", count: 1000) + "1", String(repeating: "2 ** ", count: 1000) + "1",
            Array(repeating: "age > 5", count: 101).joined(separator: " || "),
            String(repeating: "min(1, ", count: 1000),
            String(repeating: " ", count: 10_001) + "1",
        ])
    func tooComplex(written: String) {
        let sample = RuleSample(written)
        #expect(sample.check(expecting: nil) == nil)
        #expect(sample.diagnostics.map(\.code) == [.expressionTooComplex])
    }

    @Test("expressions drawn at random are checked or answered", arguments: 0..<10 as Range<UInt64>)
    func noise(seed: UInt64) {
        var random = TestRandom(seed: seed)
        let pieces = [
            "age", "smoker", "sex", "'man'", "5", "3d", "1.5", "population", "waiting(", "happened(",
            "clarifying.start",
            "min(", "(", ")", ",", "+", "-", "*", "/", "%", "**", "&&", "||", "!", "==", "!=", "<", "<=", "?", ":", "=",
            "'", "@", "æ", "true", "\u{1B}", "\u{301}", " ", ".",
        ]
        for _ in 0..<200 {
            let count = Int.random(in: 0...12, using: &random)
            let written = (0..<count).map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
            let sample = RuleSample(written)
            let checked = sample.check(expecting: nil)
            #expect((checked == nil) == !sample.diagnostics.isEmpty, "\(written)")
        }
    }

    @Test("a formula is printed so that it reads back the same", arguments: 0..<10 as Range<UInt64>)
    func printing(seed: UInt64) {
        var random = TestRandom(seed: 100 + seed)
        let printer = FormulaPrinter(attributes: RuleSample.environment.attributes)
        for _ in 0..<100 {
            let written = Self.rule(depth: 4, &random)
            guard let formula = RuleSample(written).check(expecting: .boolean)?.formula else { continue }
            if case .constant = formula { continue }
            let printed = printer.text(formula)
            let again = RuleSample(printed)
            #expect(again.check(expecting: .boolean)?.formula == formula, "\(written) → \(printed)")
            #expect(again.diagnostics == [])
        }
    }

    private static func rule(depth: Int, _ random: inout TestRandom) -> String {
        let leaves = ["smoker", "chronic", "workingDay", "happened(arrival)", "sex == 'man'", "'gp' != place"]
        guard depth > 0 else { return leaves.randomElement(using: &random) ?? "true" }
        func rule() -> String { Self.rule(depth: depth - 1, &random) }
        func number() -> String { Self.number(depth: depth - 1, &random) }
        switch Int.random(in: 0..<7, using: &random) {
        case 0: return "(\(rule()) && \(rule()))"
        case 1: return "(\(rule()) || \(rule()))"
        case 2: return "!(\(rule()))"
        case 3: return "(\(number()) <= \(number()))"
        case 4: return "((\(rule())) == (\(rule())))"
        case 5: return "(\(rule()) ? \(rule()) : \(rule()))"
        default: return leaves.randomElement(using: &random) ?? "true"
        }
    }

    private static func number(depth: Int, _ random: inout TestRandom) -> String {
        let leaves = ["age", "bmi", "elapsed", "2", "0.5", "(-3)", "waiting(clarifier)"]
        guard depth > 0 else { return leaves.randomElement(using: &random) ?? "1" }
        func number() -> String { Self.number(depth: depth - 1, &random) }
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return "(\(number()) + \(number()))"
        case 1: return "(\(number()) - \(number()))"
        case 2: return "(\(number()) * \(number()))"
        case 3: return "(\(number()) ** \(number()))"
        case 4: return "(-\(number()))"
        case 5: return "max(\(number()), \(number()))"
        case 6: return "round(\(number()))"
        default: return "(smoker ? \(number()) : \(number()))"
        }
    }

    @Test(
        "a formula is printed with no more parentheses than needed",
        arguments: [
            ("((age)+(2*bmi))>(3)", "age + 2 * bmi > 3"), ("!(smoker&&chronic)", "!(smoker && chronic)"),
            ("age-(bmi-1)>0", "age - (bmi - 1) > 0"), ("(age-bmi)-1>0", "age - bmi - 1 > 0"),
            ("(-age)**2>0", "(-age) ** 2 > 0"), ("-(age**2)>0", "-age ** 2 > 0"),
            ("(smoker?age:bmi)>1", "(smoker ? age : bmi) > 1"), ("sex==\"man\"", "sex == 'man'"),
            ("(smoker?true:chronic)", "smoker ? true : chronic"), ("happened(arrival)", "happened('arrival')"),
            ("place=='it\\'s \\\\ far'", "place == 'it\\'s \\\\ far'"), ("age>2d", "age > 2"),
        ])
    func minimal(written: String, printed: String) throws {
        let formula = try #require(RuleSample(written).check(expecting: .boolean)).formula
        #expect(FormulaPrinter(attributes: RuleSample.environment.attributes).text(formula) == printed)
    }

    @Test("every function of the language is accepted and printed by its name", arguments: ExpressionLanguage.functions)
    func functions(function: ExpressionLanguage.Function) throws {
        let written =
            function.usage.replacing("'STEP.start'", with: "'clarifying.start'").replacing(
                "STEP|RESOURCE", with: "clarifying"
            )
            .replacing("STEP", with: "clarifying").replacing("RESOURCE", with: "clarifier").replacing(
                "COURSE", with: "course"
            )
            .replacing("(x)", with: "(age)").replacing("(x, y, …)", with: "(age, bmi)")
        let checked = try #require(RuleSample(written).check(expecting: function.result))
        #expect(FormulaPrinter(attributes: RuleSample.environment.attributes).text(checked.formula) == written)
        #expect(ExpressionLanguage.reservedNames.contains(function.name))
    }
}

@Suite("Rules that hold for nobody or everybody")
struct RuleAnalysisTests {
    private func outcome(_ rule: String) throws -> RuleAnalysis.Outcome {
        let checked = try #require(RuleSample(rule).check(expecting: .boolean))
        return RuleAnalysis.outcome(of: checked.formula, attributes: RuleSample.environment.attributes)
    }

    @Test(
        "a contradiction is found with its attribute",
        arguments: [
            ("age > 5 && age < 3", "age"), ("sex == 'man' && sex == 'woman'", "sex"), ("smoker && !smoker", "smoker"),
            ("age > 5 && chronic && age <= 5", "age"), ("sex != 'man' && sex != 'woman'", "sex"),
            ("weekday == 8", "weekday"),
            ("month > 12", "month"), ("hour >= 24", "hour"), ("visits(referral) < 0", "visits(referral)"),
            ("smoker && (age < 3 && chronic || age < 4) && age > 5", "age"),
            ("!(smoker || age > 5) && age >= 6", "age"),
            ("age == 5 && age != 5", "age"), ("5 > age && 7 < age", "age"),
            ("happened(arrival) && !happened(arrival)", "happened('arrival')"),
            ("(smoker ? age > 9 : age > 8) && age < 7", "age"),
        ])
    func never(rule: String, because: String) throws {
        #expect(try outcome(rule) == .never(because: because))
    }

    @Test(
        "a rule that excludes nobody is found",
        arguments: [
            "smoker || !smoker", "age > 3 || age <= 3", "weekday <= 7", "sex == 'man' || sex == 'woman'",
            "elapsed >= 0",
        ])
    func always(rule: String) throws {
        #expect(try outcome(rule) == .always)
    }

    @Test(
        "a rule that can be either way is left alone",
        arguments: [
            "age > 5", "age > 3 && age < 5", "age >= 5 && age <= 5", "smoker && chronic", "age > bmi && age < bmi",
            "age * 2 > 5",
            "since(arrival) > 3 || since(arrival) <= 3", "age != 5 && age >= 5", "place != 'gp' && place != 'hospital'",
        ])
    func open(rule: String) throws {
        #expect(try outcome(rule) == .open)
    }

    @Test("a rule with very many alternatives is left open, quickly")
    func bounded() throws {
        let rule = (0..<20).map { "(age > \($0) || bmi > \($0))" }.joined(separator: " && ")
        #expect(try outcome(rule) == .open)
    }

    @Test("the warning says so in both languages; plain true and false mean what they say")
    func warnings() throws {
        func warning(_ rule: String) throws -> Diagnostic? {
            let checked = try #require(RuleSample(rule).check(expecting: .boolean))
            return RuleAnalysis.warning(for: checked, span: .generated, in: RuleSample.environment)
        }
        let never = try #require(try warning("age > 5 && age < 3"))
        #expect(never.severity == .warning)
        #expect(
            never.text
                == Text(
                    da: "reglen gælder aldrig: kravene til \"age\" modsiger hinanden",
                    en: "the rule never holds: its demands on \"age\" contradict each other"))
        #expect(try warning("2 > 3")?.text == Text(da: "reglen gælder aldrig", en: "the rule never holds"))
        #expect(try warning("3 > 2")?.text == Text(da: "reglen gælder altid", en: "the rule always holds"))
        #expect(try warning("false") == nil)
        #expect(try warning("age > 5") == nil)
    }
}
