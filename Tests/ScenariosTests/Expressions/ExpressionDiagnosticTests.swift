import PathwaySim
import Testing

@testable import Scenarios

/// What one wrong rule is answered with.
struct RuleCase: Sendable, CustomTestStringConvertible {
    struct Finding: Sendable, Equatable {
        var range: Range<Int>
        var code: String
        var en: String
        var da: String

        init(_ range: Range<Int>, _ code: String, _ en: String, _ da: String) {
            self.range = range
            self.code = code
            self.en = en
            self.da = da
        }
    }

    var written: String
    var findings: [Finding]

    init(_ written: String, _ findings: Finding...) {
        self.written = written
        self.findings = findings
    }

    var testDescription: String { written }
}

@Suite("Errors in rules")
struct ExpressionDiagnosticTests {
    @Test("a wrong rule is answered with every error, its place and both languages", arguments: cases)
    func findings(_ wrong: RuleCase) {
        let sample = RuleSample(wrong.written)
        #expect(sample.check(expecting: .boolean) == nil)
        let found = sample.diagnostics.map { diagnostic in
            RuleCase.Finding(
                sample.range(of: diagnostic), diagnostic.code.rawValue, diagnostic.text[.en], diagnostic.text[.da])
        }
        #expect(found == wrong.findings)
    }

    static let cases = [
        RuleCase(
            "smokr && age > 5",
            .init(
                0..<5, "S051", #"unknown name "smokr"; did you mean "smoker"?"#,
                #"ukendt navn "smokr"; mente du "smoker"?"#)),
        RuleCase(
            "age && smoker",
            .init(
                0..<3, "S052", #""age" is a number; "&&" needs true or false"#,
                #""age" er et tal; "&&" kræver sandt eller falsk"#)),
        RuleCase(
            "smoker + 1",
            .init(
                0..<6, "S052", #""smoker" is true or false; "+" needs a number (write smoker ? 1 : 0)"#,
                #""smoker" er sandt eller falsk; "+" kræver et tal (skriv smoker ? 1 : 0)"#)),
        RuleCase(
            "!age",
            .init(
                1..<4, "S052", #""age" is a number; "!" needs true or false"#,
                #""age" er et tal; "!" kræver sandt eller falsk"#)),
        RuleCase(
            "-smoker",
            .init(
                1..<7, "S052", #""smoker" is true or false; "-" needs a number (write smoker ? 1 : 0)"#,
                #""smoker" er sandt eller falsk; "-" kræver et tal (skriv smoker ? 1 : 0)"#)),
        RuleCase(
            "sex == 'mann'",
            .init(
                7..<13, "S055", #""sex" cannot have the value "mann"; did you mean "man"?"#,
                #""sex" kan ikke have værdien "mann"; mente du "man"?"#)),
        RuleCase(
            "sex == 'xyz'",
            .init(
                7..<12, "S055", #""sex" cannot have the value "xyz"; allowed: "woman", "man""#,
                #""sex" kan ikke have værdien "xyz"; muligt: "woman", "man""#)),
        RuleCase(
            "sex == smoker",
            .init(
                0..<13, "S052", #""sex" is a category, "smoker" is true or false; "==" needs two of the same kind"#,
                #""sex" er en kategori, "smoker" er sandt eller falsk; "==" kræver to af samme slags"#)),
        RuleCase(
            "smoker == 1",
            .init(
                0..<11, "S052", #""smoker" is true or false, "1" is a number; "==" needs two of the same kind"#,
                #""smoker" er sandt eller falsk, "1" er et tal; "==" kræver to af samme slags"#)),
        RuleCase(
            "sex < 'man'",
            .init(
                0..<3, "S052", #""sex" is a category, which has no order; "<" needs numbers, use == or !="#,
                #""sex" er en kategori uden rækkefølge; "<" kræver tal, brug == eller !="#)),
        RuleCase(
            "'man' == 'woman'",
            .init(
                9..<16, "S052", #"the text "woman" can only be compared with a category (sex == 'woman')"#,
                #"teksten "woman" kan kun sammenlignes med en kategori (sex == 'woman')"#)),
        RuleCase(
            "'man'",
            .init(
                0..<5, "S052", #"the text "man" can only be compared with a category (sex == 'woman')"#,
                #"teksten "man" kan kun sammenlignes med en kategori (sex == 'woman')"#)),
        RuleCase(
            "age == 'man'",
            .init(
                0..<12, "S052", #""age" is a number, "'man'" is a text; "==" needs two of the same kind"#,
                #""age" er et tal, "'man'" er en tekst; "==" kræver to af samme slags"#)),
        RuleCase(
            "age = 5",
            .init(
                4..<5, "S050", #""=" is written == here"#,
                #""=" skrives == her"#)),
        RuleCase(
            "age >== 5",
            .init(
                4..<7, "S050", #"">==" is written >= here"#,
                #"">==" skrives >= her"#)),
        RuleCase(
            "age ≥ 5",
            .init(
                4..<7, "S050", #""≥" is written >= here"#,
                #""≥" skrives >= her"#)),
        RuleCase(
            "smoker and chronic",
            .init(
                7..<10, "S050", #""and" is written && here"#,
                #""and" skrives && her"#)),
        RuleCase(
            "smoker og ikke chronic",
            .init(
                7..<9, "S050", #""og" is written && here"#,
                #""og" skrives && her"#),
            .init(
                10..<14, "S050", #""ikke" is written ! here"#,
                #""ikke" skrives ! her"#)),
        RuleCase(
            "smoker & chronic",
            .init(
                7..<8, "S050", #""&" is written && here"#,
                #""&" skrives && her"#)),
        RuleCase(
            "18 <= age < 65",
            .init(
                3..<11, "S050", "comparisons cannot be chained; write e.g. 18 <= age && age < 65",
                "sammenligninger kan ikke kædes; skriv fx 18 <= age && age < 65")),
        RuleCase(
            "age > 1,5",
            .init(
                6..<9, "S050", "write a decimal point, not a comma",
                "skriv punktum som decimaltegn, ikke komma")),
        RuleCase(
            "age > .5",
            .init(
                6..<8, "S050", #"".5" is no number; did you mean 0.5?"#,
                #"".5" er intet tal; mente du 0.5?"#)),
        RuleCase(
            "age > 5 5",
            .init(
                8..<9, "S050", "expected an operator such as && or + here",
                "her skulle stå en operator som && eller +")),
        RuleCase(
            "age >",
            .init(
                5..<5, "S050", "the expression ends too early; expected a number, a name or a parenthesis",
                "udtrykket slutter for tidligt; der mangler et tal, et navn eller en parentes")),
        RuleCase(
            "(age > 5",
            .init(
                8..<8, "S050", "the expression ends too early; expected )",
                "udtrykket slutter for tidligt; der mangler )")),
        RuleCase(
            "age > 5)",
            .init(
                7..<8, "S050", "expected an operator such as && or + here",
                "her skulle stå en operator som && eller +")),
        RuleCase(
            "",
            .init(
                0..<0, "S050", "the expression is empty; write e.g. smoker && age >= 50",
                "udtrykket er tomt; skriv fx smoker && age >= 50")),
        RuleCase(
            "smoker ? true",
            .init(
                13..<13, "S050", "the expression ends too early; expected a colon (condition ? a : b)",
                "udtrykket slutter for tidligt; der mangler kolon (betingelse ? a : b)")),
        RuleCase(
            "smoker ? 1 : chronic",
            .init(
                0..<20, "S052", #""1" is a number, "chronic" is true or false; "?:" needs two of the same kind"#,
                #""1" er et tal, "chronic" er sandt eller falsk; "?:" kræver to af samme slags"#)),
        RuleCase(
            "age ? true : false",
            .init(
                0..<3, "S052", #""age" is a number; "?" needs true or false"#,
                #""age" er et tal; "?" kræver sandt eller falsk"#)),
        RuleCase(
            "age > 3wd",
            .init(
                6..<9, "S070",
                #""3wd": the hours in working days depend on the calendar; write minutes, hours, days or weeks"#,
                #""3wd": antallet af timer i hverdage afhænger af kalenderen; skriv minutter, timer, dage eller uger"#)),
        RuleCase(
            "age > 3x",
            .init(
                6..<8, "S070", #""x" in "3x" is no unit; write e.g. 90m, 8h, 3d, 3wd (working days), 2w, 6mo or 1y"#,
                #""x" i "3x" er ingen enhed; skriv fx 90m, 8h, 3d, 3wd (hverdage), 2w, 6mo eller 1y"#)),
        RuleCase(
            "happened('clarifying.strat')",
            .init(
                9..<27, "S054", #"there is no event "clarifying.strat"; did you mean "clarifying.start"?"#,
                #"der er ingen hændelse "clarifying.strat"; mente du "clarifying.start"?"#)),
        RuleCase(
            "clarifying.start",
            .init(
                0..<16, "S051",
                #""clarifying.start" is an event; write happened('clarifying.start') or since('clarifying.start')"#,
                #""clarifying.start" er en hændelse; skriv happened('clarifying.start') eller since('clarifying.start')"#
            )),
        RuleCase(
            "waiting(clarifyer)",
            .init(
                8..<17, "S054", #"there is no step or resource "clarifyer"; did you mean "clarifier" or "clarifying"?"#,
                #"intet trin og ingen ressource hedder "clarifyer"; mente du "clarifier" eller "clarifying"?"#)),
        RuleCase(
            "waiting",
            .init(
                0..<7, "S053", "the function is written waiting(STEP|RESOURCE)",
                "funktionen skrives waiting(STEP|RESOURCE)")),
        RuleCase(
            "waiting(1)",
            .init(
                8..<9, "S053", "a name belongs here (step or resource): waiting(STEP|RESOURCE)",
                "her skal stå et navn (trin eller ressource): waiting(STEP|RESOURCE)")),
        RuleCase(
            "min(1)",
            .init(
                0..<6, "S053", "wrong number of arguments (1); write min(x, y, …)",
                "forkert antal argumenter (1); skriv min(x, y, …)")),
        RuleCase(
            "min(1, 2",
            .init(
                8..<8, "S050", "the expression ends too early; expected ) or a comma",
                "udtrykket slutter for tidligt; der mangler ) eller komma")),
        RuleCase(
            "round(1, 2)",
            .init(
                0..<11, "S053", "wrong number of arguments (2); write round(x)",
                "forkert antal argumenter (2); skriv round(x)")),
        RuleCase(
            "foo(1)",
            .init(
                0..<3, "S051", #"unknown function "foo""#,
                #"ukendt funktion "foo""#)),
        RuleCase(
            "age(1)",
            .init(
                0..<3, "S051", #""age" is no function; multiplication is written *"#,
                #""age" er ingen funktion; gange skrives *"#)),
        RuleCase(
            "attended(clarifying)",
            .init(
                9..<19, "S054", #"there is no course step "clarifying"; allowed: "course""#,
                #"der er intet holdtrin "clarifying"; muligt: "course""#)),
        RuleCase(
            "age / 0 > 1",
            .init(
                0..<7, "S057", #""age / 0" never has a value"#,
                #""age / 0" har aldrig en værdi"#)),
        RuleCase(
            "1 / 0",
            .init(
                0..<5, "S057", #""1 / 0" never has a value"#,
                #""1 / 0" har aldrig en værdi"#)),
        RuleCase(
            "age @ 5",
            .init(
                4..<5, "S050", #"the character "@" has no place in an expression"#,
                #"tegnet "@" hører ikke til i et udtryk"#)),
        RuleCase(
            "'man",
            .init(
                0..<4, "S050", "the text lacks its closing quote",
                "teksten mangler sit afsluttende anførselstegn")),
        RuleCase(
            "age + + 1 > 2",
            .init(
                6..<7, "S050", "expected a number, a name or a parenthesis here",
                "her skulle stå et tal, et navn eller en parentes")),
        RuleCase(
            "smokr && agee > 5 && 'x' && )",
            .init(
                0..<5, "S051", #"unknown name "smokr"; did you mean "smoker"?"#,
                #"ukendt navn "smokr"; mente du "smoker"?"#),
            .init(
                9..<13, "S051", #"unknown name "agee"; did you mean "age"?"#,
                #"ukendt navn "agee"; mente du "age"?"#),
            .init(
                21..<24, "S052", #""'x'" is a text; "&&" needs true or false"#,
                #""'x'" er en tekst; "&&" kræver sandt eller falsk"#),
            .init(
                28..<29, "S050", "expected a number, a name or a parenthesis here",
                "her skulle stå et tal, et navn eller en parentes")),
        RuleCase(
            "age > 1e999",
            .init(
                6..<11, "S050", #"the number "1e999" is too large"#,
                #"tallet "1e999" er for stort"#)),
        RuleCase(
            "max(age, smoker) > 1",
            .init(
                9..<15, "S052", #""smoker" is true or false; "max" needs a number (write smoker ? 1 : 0)"#,
                #""smoker" er sandt eller falsk; "max" kræver et tal (skriv smoker ? 1 : 0)"#)),
        RuleCase(
            "5",
            .init(
                0..<1, "S052", "the expression gives a number; true or false is needed here",
                "udtrykket giver et tal; her kræves sandt eller falsk")),
    ]
}
