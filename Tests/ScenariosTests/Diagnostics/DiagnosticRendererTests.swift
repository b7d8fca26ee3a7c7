import Testing

@testable import Scenarios

@Suite("Showing findings")
struct DiagnosticRendererTests {
    private func show(_ text: String, _ language: Language = .en, width: Int = 100) -> String {
        var files = SourceFiles()
        let reading = JSONReader.read(name: "f.json", bytes: Array(text.utf8), into: &files)
        return DiagnosticRenderer(files: files, language: language, width: width).render(reading.diagnostics)
    }

    @Test("a finding shows place, severity, code, words, line and caret, and the other place it is about")
    func complete() {
        let expected = """
            f.json:3:3: fejl S011: nøglen "nurse" står to gange
               3 |   "nurse": 2
                 |   ^~~~~~~
            f.json:2:3: note: står første gang her
               2 |   "nurse": 1,
                 |   ^~~~~~~

            """
        #expect(show("{\n  \"nurse\": 1,\n  \"nurse\": 2\n}", .da) == expected)
    }

    @Test("the caret stands under its character whatever is before it")
    func widths() {
        let lines = show("{\"æøå\": 1, \"世界\": 2, \"e\u{301}😀\": @}").split(separator: "\n")
        #expect(lines.first?.hasPrefix("f.json:1:27: ") == true)
        let text = String(lines[1])
        let column = DisplayWidth.of(String(text.prefix { $0 != "@" }))
        #expect(lines[2].prefix { $0 != "^" }.count == column)
    }

    @Test("tabs are shown as spaces and control characters as escapes")
    func tabsAndControls() {
        let expected = """
            f.json:1:10: error S009: invisible control character in the text; write \\u001B
               1 |     {"a": "x\\u{1B}[31m"}
                 |             ^~~~~~

            """
        #expect(show("\t{\"a\": \"x\u{1B}[31m\"}") == expected)
    }

    @Test("a long line is clipped around the caret")
    func clipping() {
        let text =
            "[" + String(repeating: "\"æble\", ", count: 5000) + "@, " + String(repeating: "1, ", count: 5000) + "2]"
        let lines = show(text, width: 60).split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines.allSatisfy { DisplayWidth.of(String($0)) <= 60 || $0.hasPrefix("f.json") })
        #expect(lines[1].contains("…"))
        let caret = lines[2].prefix { $0 != "^" }.count
        #expect(Array(lines[1])[caret] == "@")
    }

    @Test("a finding without a place shows its path")
    func pathOnly() {
        let renderer = DiagnosticRenderer(files: SourceFiles(), language: .en)
        let problem = JSONPathProblem.notAContainer(parent: "a", kind: .number, component: 1)
        #expect(
            renderer.render(Diagnostic(problem, span: .generated, path: "a.b"))
                == "error S401: \"a\" is a number and has no parts [a.b]")
    }

    @Test("findings are sorted by place, those without one last")
    func sorting() {
        func finding(_ start: Int?) -> Diagnostic {
            Diagnostic(JSONProblem.empty, span: start.map { SourceSpan(source: 1, start: $0, end: $0) })
        }
        #expect([finding(nil), finding(9), finding(2)].sortedByPlace() == [finding(2), finding(9), finding(nil)])
    }

    @Test("codes of findings are unique and never change their form")
    func codes() {
        let codes = DiagnosticCode.allCases.map(\.rawValue)
        #expect(Set(codes).count == codes.count)
        #expect(codes.allSatisfy { $0.wholeMatch(of: /[A-Z][0-9]{3}/) != nil })
    }

    @Test(
        "text from files cannot disturb the terminal",
        arguments: [
            ("plain æøå 世界 😀", "plain æøå 世界 😀"), ("a\u{1B}[2J", "a\\u{1B}[2J"), ("a\nb\tc\r", "a\\nb\\tc\\r"),
            ("\u{202E}abc", "\\u{202E}abc"), ("\u{9B}1m", "\\u{9B}1m"), ("\0", "\\u{0}"),
        ])
    func escaping(text: String, safe: String) {
        #expect(Escaping.terminalSafe(text) == safe)
    }

    @Test(
        "the columns a text takes are counted as a terminal does",
        arguments: [
            ("abc", 3), ("æøå", 3), ("世界", 4), ("e\u{301}", 1), ("😀", 2), ("👨‍👩‍👧", 2), ("❤️", 2), ("한", 2), ("", 0),
        ])
    func displayWidth(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }

    @Test(
        "what was probably meant is found",
        arguments: [
            ("smokr", ["smoker"]), ("SMOKER", ["smoker"]), ("clarifer", ["clarifier"]), ("laege", ["læge"]),
            ("zzz", []), ("x", []), ("agee", ["age"]), ("gae", ["age"]),
        ])
    func suggestions(word: String, expected: [String]) {
        #expect(Suggestions.closest(to: word, among: ["age", "smoker", "clarifier", "læge", "chronic"]) == expected)
    }

    @Test(
        "the distance counts insertions, deletions, substitutions and swaps",
        arguments: [
            ("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "abcd", 1), ("abc", "bc", 1), ("ca", "abc", 3),
        ])
    func distance(a: String, b: String, distance: Int) {
        #expect(Suggestions.distance(a, b) == distance)
    }
}
