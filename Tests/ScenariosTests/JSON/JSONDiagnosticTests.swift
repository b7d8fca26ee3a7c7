import Testing

@testable import Scenarios

/// What one wrong file is answered with.
struct SyntaxCase: Sendable, CustomTestStringConvertible {
    var written: String
    var place: String
    var en: String
    var da: String

    init(_ written: String, _ place: String, _ en: String, _ da: String) {
        self.written = written
        self.place = place
        self.en = en
        self.da = da
    }

    var testDescription: String { written }
}

@Suite("Syntax errors of JSON files")
struct JSONDiagnosticTests {
    @Test("a wrong file is answered with one finding in both languages", arguments: cases)
    func finding(_ wrong: SyntaxCase) throws {
        var files = SourceFiles()
        let reading = JSONReader.read(name: "f.json", bytes: Array(wrong.written.utf8), into: &files)
        let found = try #require(reading.diagnostics.first)
        #expect(reading.diagnostics.count == 1)
        let location = try #require(found.span.flatMap { files.location(of: $0) })
        #expect("\(location.line):\(location.column) \(found.code.rawValue)" == wrong.place)
        #expect(found.text[.en] == wrong.en)
        #expect(found.text[.da] == wrong.da)
    }

    static let cases = [
        SyntaxCase(
            #"{"a": 1,5}"#, "1:7 S008",
            "a decimal point, not a comma: write 1.5, not 1,5",
            "tal skrives med punktum som decimaltegn: 1.5, ikke 1,5"),
        SyntaxCase(
            "1,5", "1:1 S008",
            "a decimal point, not a comma: write 1.5, not 1,5",
            "tal skrives med punktum som decimaltegn: 1.5, ikke 1,5"),
        SyntaxCase(
            #"{"a": .5}"#, "1:7 S008",
            "a digit is missing before the point: write 0.5, not .5",
            "der mangler et ciffer før punktummet: skriv 0.5, ikke .5"),
        SyntaxCase(
            #"{"a": -.5}"#, "1:7 S008",
            "a digit is missing before the point: write -0.5, not -.5",
            "der mangler et ciffer før punktummet: skriv -0.5, ikke -.5"),
        SyntaxCase(
            #"{"a": 1.}"#, "1:7 S008",
            "a digit is missing after the point: write 1, not 1.",
            "der mangler et ciffer efter punktummet: skriv 1, ikke 1."),
        SyntaxCase(
            #"{"a": +1}"#, "1:7 S008",
            "a positive number has no plus sign: write 1, not +1",
            "et positivt tal skrives uden plus: 1, ikke +1"),
        SyntaxCase(
            #"{"a": 007}"#, "1:7 S008",
            "a number has no leading zero: write 7, not 007",
            "et tal begynder ikke med 0: skriv 7, ikke 007"),
        SyntaxCase(
            #"{"a": NaN}"#, "1:7 S008",
            "NaN is no number in JSON; write null for no value",
            "NaN er intet tal i JSON; uden værdi skrives null"),
        SyntaxCase(
            #"{"a": -Infinity}"#, "1:7 S008",
            "-Infinity is no number in JSON; write null for no value",
            "-Infinity er intet tal i JSON; uden værdi skrives null"),
        SyntaxCase(
            #"{"a": 1e999}"#, "1:7 S008",
            "1e999 is too large; the largest number is about 1.8e308",
            "1e999 er for stort; det største tal er omkring 1.8e308"),
        SyntaxCase(
            #"{"a": 3d}"#, "1:7 S008",
            #"3d is no number; write e.g. 12, 0.5 or 1e6, and durations in quotes: "3d""#,
            #"3d er intet tal; skriv fx 12, 0.5 eller 1e6, og varigheder i anførselstegn: "3d""#),
        SyntaxCase(
            #"{"a": 1 "b": 2}"#, "1:8 S006",
            "a comma is missing here",
            "her mangler et komma"),
        SyntaxCase(
            #"{"a" 1}"#, "1:5 S006",
            "a colon is missing here after the key",
            "her mangler et kolon efter nøglen"),
        SyntaxCase(
            #"{"a"= 1}"#, "1:5 S005",
            #"unexpected "="; expected a colon"#,
            #"uventet "="; her skulle stå kolon"#),
        SyntaxCase(
            "{a: 1}", "1:2 S005",
            #"a key is written in double quotes: "a""#,
            #"nøglen skrives i anførselstegn: "a""#),
        SyntaxCase(
            "{'a': 1}", "1:2 S009",
            #"text is written in double quotes ("), not single ones (')"#,
            #"tekst skrives i dobbelte anførselstegn ("), ikke enkelte (')"#),
        SyntaxCase(
            #"{"a": 1, "a": 2}"#, "1:10 S011",
            #"the key "a" is written twice"#,
            #"nøglen "a" står to gange"#),
        SyntaxCase(
            "[1, 2}", "1:6 S006",
            "} closes nothing here; expected ]",
            "} afslutter intet her; der mangler ]"),
        SyntaxCase(
            #"{"a": [1, 2}"#, "1:12 S006",
            "} closes nothing here; expected ]",
            "} afslutter intet her; der mangler ]"),
        SyntaxCase(
            "[1,,2]", "1:4 S005",
            #"unexpected ","; expected a value"#,
            #"uventet ","; her skulle stå en værdi"#),
        SyntaxCase(
            "{\"a\": \"abc,\n \"b\": 2}", "1:7 S007",
            #"the text lacks its closing quote on this line (a line break in a text is written \n)"#,
            #"teksten mangler sit afsluttende anførselstegn på linjen (linjeskift i tekst skrives \n)"#),
        SyntaxCase(
            "{\"a\": @@\n \"b\": 1}", "1:7 S005",
            #"unexpected "@"; expected a value"#,
            #"uventet "@"; her skulle stå en værdi"#),
        SyntaxCase(
            #"{"a": True}"#, "1:7 S005",
            #"the word "True" is no value; did you mean true?"#,
            #"ordet "True" er ingen værdi; mente du true?"#),
        SyntaxCase(
            "[ja]", "1:2 S005",
            #"the word "ja" is no value; did you mean true?"#,
            #"ordet "ja" er ingen værdi; mente du true?"#),
        SyntaxCase(
            "[tru]", "1:2 S005",
            #"the word "tru" is no value; text is written in double quotes"#,
            #"ordet "tru" er ingen værdi; tekst skrives i anførselstegn"#),
        SyntaxCase(
            "", "1:1 S004",
            "the file is empty; a scenario begins with {",
            "filen er tom; et scenarie begynder med {"),
        SyntaxCase(
            "  // x", "1:1 S004",
            "the file is empty; a scenario begins with {",
            "filen er tom; et scenarie begynder med {"),
        SyntaxCase(
            "/* x", "1:1 S007",
            "the comment does not end; */ is missing",
            "kommentaren slutter ikke; der mangler */"),
        SyntaxCase(
            #"{"a": 1"#, "1:8 S007",
            "the file ends before the object's }",
            "filen slutter, før objektets } er skrevet"),
        SyntaxCase(
            "[1", "1:3 S007",
            "the file ends before the array's ]",
            "filen slutter, før listens ] er skrevet"),
        SyntaxCase(
            "{} {}", "1:4 S012",
            "the file goes on after the end of the scenario",
            "filen fortsætter efter scenariets slutning"),
        SyntaxCase(
            #"["\d"]"#, "1:3 S009",
            #"\d has no meaning; a backslash is written \\"#,
            #"\d betyder intet; en omvendt skråstreg skrives \\"#),
        SyntaxCase(
            #"["\ud800"]"#, "1:3 S009",
            #"\ud800 is half a character; the other half is missing (write the character itself)"#,
            #"\ud800 er et halvt tegn; det andet halve mangler (skriv tegnet selv)"#),
        SyntaxCase(
            #"{"æøå": 1, "世界": @}"#, "1:18 S005",
            #"unexpected "@"; expected a value"#,
            #"uventet "@"; her skulle stå en værdi"#),
        SyntaxCase(
            "\u{FEFF}{\"a\": ]", "1:7 S006",
            "] closes nothing here; expected }",
            "] afslutter intet her; der mangler }"),
        SyntaxCase(
            #"{"a": }"#, "1:7 S005",
            #"unexpected "}"; expected a value"#,
            #"uventet "}"; her skulle stå en værdi"#),
        SyntaxCase(
            "# hej\n{}", "1:1 S005",
            "# is no comment here; write // or /* */",
            "# er ingen kommentar her; skriv // eller /* */"),
        SyntaxCase(
            #"{"a": 1; "b": 2}"#, "1:8 S005",
            #"unexpected ";"; expected a comma or the end"#,
            #"uventet ";"; her skulle stå komma eller slut"#),
        SyntaxCase(
            #"{"a", "b": 1}"#, "1:5 S005",
            #"unexpected ","; expected a colon"#,
            #"uventet ","; her skulle stå kolon"#),
        SyntaxCase(
            "]", "1:1 S005",
            #"unexpected "]"; expected a value"#,
            #"uventet "]"; her skulle stå en værdi"#),
        SyntaxCase(
            "[\"tab\there\"]", "1:6 S009",
            #"invisible control character in the text; write \t"#,
            #"usynligt styretegn i teksten; skriv \t"#),
    ]
}
