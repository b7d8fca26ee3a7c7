import Foundation
import PathwaySim
import Scenarios
import Testing

@testable import simrepl

@Suite("Numbers in a notebook's words")
struct NotebookNumberTests {
    private func measure(
        _ mean: Double?, _ halfWidth: Double?, unit: Measure.Unit = .days, low: Double? = nil, high: Double? = nil,
        n: Int = 1_000
    ) -> NumberText.Estimate {
        .init(
            Measure(
                name: "wait.talk.mean", unit: unit, mean: mean, halfWidth: halfWidth, low: low, high: high, n: n,
                basis: .observations, perReplication: [], influence: []))
    }

    private func text(
        _ estimate: NumberText.Estimate, _ forms: String = "", language: Language = .da, units: NumberUnits = .days
    ) throws -> String {
        let target = try NumberTarget("base/wait.talk.mean" + (forms.isEmpty ? "" : "#" + forms))
        return try NumberText(language: language, units: units).text(estimate, target)
    }

    @Test("no digit beyond the uncertainty, in the language and unit of the notebook")
    func rounding() throws {
        #expect(try text(measure(12.345, 0.2)) == "12,3 dage")
        #expect(try text(measure(12.345, 3)) == "12 dage")
        #expect(try text(measure(1_234.5, 40, unit: .hours), language: .en) == "1,230 hours")
        #expect(try text(measure(0.888, 0.004, unit: .share)) == "88,8 %")
        #expect(try text(measure(0.888, 0.004, unit: .share), language: .en) == "88.8%")
        #expect(try text(measure(12.345, 0.2), units: .weeks) == "1,76 uger")
        #expect(try text(measure(0.98, 0.2)) == "1,0 dage")
        #expect(try text(measure(1, 0)) == "1 dag")
        #expect(try text(measure(366, 3, unit: .count)) == "366")
        #expect(try text(measure(12.345, 0.2), "number") == "12,3")
        #expect(try text(measure(25.4, 2), "interval") == "25 ± 2 dage")
        #expect(try text(measure(25.4, 2, low: 19.2, high: 31.4), "years") == "19–31 dage")
        #expect(try text(measure(12.345, nil)) == "12 dage")
        // So few observations are not known as well as the interval says.
        #expect(try text(measure(12.345, 0.2, n: 12)) == "ca. 12,3 dage")
    }

    @Test("a number that does not exist is an error, not a dash")
    func undefined() {
        #expect(throws: NotebookProblem.noValue("wait.talk.mean")) { try text(measure(nil, nil)) }
        #expect(throws: NotebookProblem.noUncertainty("wait.talk.mean")) { try text(measure(1, nil), "interval") }
        #expect(throws: NotebookProblem.notADifference("wait.talk.mean")) { try text(measure(1, 0.1), "less") }
    }

    @Test("words that claim a difference are refused when it is not certain or goes the other way")
    func claims() throws {
        func difference(_ mean: Double, isCertain: Bool) -> NumberText.Estimate {
            var estimate = measure(mean, 1)
            estimate.isCertain = isCertain
            return estimate
        }
        #expect(try text(difference(-10.2, isCertain: true), "less") == "10 dage")
        #expect(try text(difference(10.2, isCertain: true), "more") == "10 dage")
        #expect(throws: NotebookProblem.self) { try text(difference(10.2, isCertain: true), "less") }
        #expect(throws: NotebookProblem.self) { try text(difference(-10.2, isCertain: false), "less") }
    }

    @Test("comparisons, sweeps, searches and outputs give their numbers")
    func sources() throws {
        let notebook = try NotebookOnDisk(
            NotebookOnDisk.head + """
                ```sim id=change
                compare mm1 resources.server.capacity=2 --replications 2 --set warmup=0d --set horizon=200d
                ```

                ```sim id=levers
                load mm1
                sweep resources.server.capacity 1..2 1 --measure utilisation.server --replications 2 --set warmup=0d --set horizon=200d
                ```

                [x](sim:change/base/resources.server.capacity) [x](sim:change/variant/resources.server.capacity)
                [x](sim:change/difference/utilisation.server#less) [x](sim:change/replications) [x](sim:levers/2/utilisation.server)
                [two of them](sim:levers/output) [Server](sim:change/output)

                """)
        let failed = try notebook.run("run", "n.md")
        #expect(failed.status == 1)
        #expect(failed.errors.contains("error N007: \"two of them\" is not in what the block writes"))
        let text = notebook.text.replacing("[two of them](sim:levers/output) [Server](sim:change/output)", with: "")
        try Data(text.utf8).write(to: URL(fileURLWithPath: notebook.path))
        let outcome = try notebook.run("run", "n.md")
        #expect(outcome.status == 0, "\(outcome.errors)")
        let words = notebook.text.split(separator: "\n").suffix(2).joined(separator: " ")
        #expect(
            words.contains(
                /\[1\]\(sim:change\/base\S+ \[2\]\(sim:change\/variant\S+ \[\d+%\]\S+ \[2\]\(sim:change\/rep/),
            "\(words)")
    }

    @Test("waits are told in weeks when the notebook says so, and a block's seed is its own")
    func frontMatter() throws {
        let notebook = try NotebookOnDisk(
            "---\nlanguage: en\nseed: 5\nunits: weeks\n---\n\n```sim id=a\nrun appointments\n```\n\n"
                + "```sim seed=6\nrun appointments\n```\n\n[x](sim:a/wait.talk.max)\n")
        #expect(try notebook.run("run", "n.md").status == 0)
        #expect(notebook.text.contains("[1.12 weeks](sim:a/wait.talk.max)"))
        #expect(notebook.text.contains(" seed 5 ") && notebook.text.contains(" seed 6 "))
    }
}

@Suite("Masks in a notebook's outputs")
struct NotebookMaskTests {
    private func merged(_ written: String, _ said: String) throws -> String {
        func lines(_ text: String) -> [String] {
            text.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
        }
        return try MaskedOutput(written: lines(written), said: lines(said)).merged().joined(separator: "|")
    }

    @Test(
        "a mask stays where it fits, and what it does not cover is written anew",
        arguments: [
            ("a|...|z", "a|b|c|z", "a|...|z"), ("...|z", "a|z", "...|z"), ("a|...", "a|b", "a|..."),
            ("took [TIME]|x", "took 1,2 s|y", "took [TIME]|y"), ("at [TIME]", "at 09:05:30", "at [TIME]"),
            ("in [PATH].", "in /tmp/a/b.", "in [PATH]."),
            ("simrepl [VERSION] x", "simrepl 0.1.0-dev x", "simrepl [VERSION] x"),
            ("a [..] c", "a b b c", "a [..] c"), ("...|mean 25|...", "a|mean 26|b", "...|mean 26|..."),
            ("...|mean 25|...|p90 4|...", "a|b|mean 27|c|p90 5|d", "...|mean 27|...|p90 5|..."), ("a|b", "c", "c"),
        ])
    func stays(written: String, said: String, expected: String) throws {
        #expect(try merged(written, said) == expected)
        #expect(try merged(expected, said) == expected)
    }

    @Test(
        "a mask that fits nothing is an error",
        arguments: [("...|...", "z"), ("took [TIME]", "took long"), ("[VERSION]", "v"), ("a[..]c", "ac")])
    func fitsNothing(written: String, said: String) {
        #expect(throws: MaskedOutput.Unmatched.self) { try merged(written, said) }
    }
}
