import PathwaySim

@testable import Scenarios

/// A rule in a JSON file of its own, checked against a small scenario.
final class RuleSample {
    let written: String
    private(set) var files = SourceFiles()
    private let source: Int
    private(set) var diagnostics: [Diagnostic] = []

    static let environment = ExpressionEnvironment(
        attributes: [
            "age": .number, "bmi": .number, "smoker": .boolean, "chronic": .boolean,
            "sex": .category(["woman", "man"]), "place": .category(["gp", "hospital", "it's \\ far"]),
        ],
        parameters: ["population": 45_000], steps: ["referral", "clarifying", "course"], courses: ["course"],
        resources: ["clarifier"], events: ["arrival", "clarifying.start", "clarifying.booked"])

    /// A rule without characters that JSON escapes, so that offsets in the rule and in the file differ by one quote.
    init(_ written: String) {
        self.written = written
        source = files.add(name: "rule.json", text: JSONWriter.quoted(written))
    }

    func check(expecting: ExpressionType?) -> CheckedExpression? {
        guard let root = JSONReader.read(source: source, in: files).root else { return nil }
        return ExpressionChecker.check(
            root, expecting: expecting, in: Self.environment, files: files, into: &diagnostics)
    }

    /// Where a finding stands, as offsets in the rule.
    func range(of diagnostic: Diagnostic) -> Range<Int> {
        guard let span = diagnostic.span else { return 0..<0 }
        return span.start - 1..<span.end - 1
    }
}
