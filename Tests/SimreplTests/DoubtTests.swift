import Foundation
import Testing

@testable import Scenarios
@testable import simrepl

@Suite("doubt: what a result's uncertainty comes from")
struct DoubtCommandTests {
    /// Citizens come and are done: a year's number is Poisson, its mean the uncertain number.
    static func counting(
        _ quantity: String = #""value": 300, "range": [200, 400], "uncertain": "uniform""#
    ) -> String {
        """
        {"schema": "pathwaysim.scenario/1", "id": "counting", "kind": "method", "title": {"da": "Antal", "en": "Counting"},
         "assumption": "invented", "start": "2025-01-01", "horizon": "365d",
         "parameters": {
           "perYear": {\(quantity), "label": {"da": "Henvisninger", "en": "Referrals"}},
           "idle": {"value": 1, "range": [0.5, 2], "label": {"da": "Uden virkning", "en": "Without effect"}}},
         "sources": {"gp": {"kind": "poisson", "rate": {"perYear": "perYear"}, "next": "done"}},
         "steps": {"done": {"kind": "close", "outcome": "done"}}, "outcomes": {"done": {}},
         "headline": ["closed.count"]}
        """
    }

    private func run(
        _ words: [String], scenario: String = counting(), lang: String = "en"
    ) throws -> Simrepl.Outcome {
        let folder = try TemporaryFolder()
        let file = try folder.file("counting.json", scenario)
        return try Simrepl.run(["--lang", lang], input: "load '\(file)'\n" + words.joined(separator: " ") + "\n")
    }

    private func finding(_ outcome: Simrepl.Outcome) throws -> JSONNode {
        let start = try #require(outcome.output.firstIndex(of: "{"), "\(outcome.errors)")
        let node = try #require(JSONReader.value(of: String(outcome.output[start...])))
        return try #require(node["measures"]?.array?.first)
    }

    @Test("of a Poisson count with an unknown mean it finds both parts, as they are known by formula")
    func known() throws {
        let found = try finding(try run(["doubt --format json"]))
        // Var(λ) of 200…400 alike is 200² / 12; the count given λ has the variance λ, 300 on average.
        let inputs = 200.0 * 200 / 12
        let fromInputs = try #require(found["varianceFromInputs"]?.number)
        let fromChance = try #require(found["varianceFromChance"]?.number)
        #expect(abs(fromInputs / inputs - 1) < 0.15, "\(fromInputs)")
        // 60 draws of five of 60 years: a variance with a standard error of under 20 %.
        #expect(abs(fromChance / 300 - 1) < 0.5, "\(fromChance)")
        let ends = (found["inputShareRange"]?.array ?? []).compactMap(\.number)
        try #require(ends.count == 2)
        let truth = inputs / (inputs + 300)
        #expect(ends[0] <= truth && truth <= ends[1], "\(ends)")
        let isTold = found["inputsTold"]?.bool
        #expect(isTold == true)
        let follows = try #require(found["follows"]?.array)
        let first = follows.first { $0["path"]?.string == "parameters.perYear" }
        let correlation = try #require(first?["rankCorrelation"]?.number)
        #expect(correlation > 0.9)
        let idle = follows.first { $0["path"]?.string == "parameters.idle" }?["told"]?.bool
        #expect(idle == false)
    }

    @Test("any number of jobs gives the same bytes, and another seed others")
    func jobs() throws {
        let line = "doubt --draws 12 --replications 2 --format json"
        let one = try run([line, "--jobs 1"])
        #expect(one.status == 0, "\(one.errors)")
        #expect(try run([line, "--jobs 4"]) == one)
        #expect(try run([line, "--seed 2"]).output != one.output)
    }

    @Test("a range and law on the line, in the range's unit, and a share for what has none")
    func words() throws {
        let line = "doubt parameters.perYear 250..260 normal --draws 10 --replications 2 --format json"
        let outcome = try run([line])
        #expect(outcome.output.contains(#""law": "normal""#), "\(outcome)")
        #expect(outcome.output.contains(#""low": 250"#))
        let jaevn = try run(["tvivl Henvisninger 250..260 jævn --draws 10 --replications 2"], lang: "da")
        #expect(jaevn.output.contains("lige sandsynligt; nu uden for intervallet"), "\(jaevn)")
        let moved = jaevn.output.replacing(/\s+/, with: " ")
        #expect(moved.contains("når de usikre tal varierer, og 298 ± 8"), "the mean moves with the range: \(jaevn)")
        let widened = try run(
            ["doubt --range 10% --draws 10 --replications 2 --format json"], scenario: Self.counting(#""value": 300"#))
        #expect(widened.output.contains(#""low": 270"#) && widened.output.contains(#""stated": false"#), "\(widened)")
    }

    @Test("in words it says how much is chance, how much is not knowing, and what is worth knowing better")
    func text() throws {
        let english = try run(["doubt --draws 20 --replications 2"]).output.replacing(/\s+/, with: " ")
        #expect(english.contains("comes of not knowing the numbers and"), "\(english)")
        #expect(english.contains("The result depends most on: Referrals."), "\(english)")
        let danish = try run(["tvivl --draws 20 --replications 2"], lang: "da").output.replacing(/\s+/, with: " ")
        #expect(danish.contains("af, at tallene ikke kendes, og"), "\(danish)")
        #expect(danish.contains("Resultatet afhænger mest af: Henvisninger."), "\(danish)")
        for format in ["csv", "markdown"] {
            #expect(try run(["doubt --draws 10 --replications 2 --format \(format)"]).status == 0)
        }
    }

    @Test(
        "what cannot be is refused with what to write",
        arguments: [
            ("doubt parameters.perYear 3..2", "write the smaller number first"),
            ("doubt parameters.perYear 2..2", "write the smaller number first"),
            ("doubt parameters.perYear -5..400", "write a narrower range"),
            ("doubt parameters.perYeer", "parameters.perYear"),
            ("doubt --draws 5", "10"), ("doubt --measure closed.cuont", "closed.count"),
        ])
    func refused(line: String, words: String) throws {
        let outcome = try run([line, "--replications 2"])
        #expect(outcome.status != 0)
        #expect(outcome.errors.replacing(/\s+/, with: " ").contains(words), "\(outcome.errors)")
    }

    @Test("a scenario without ranges says how to give one")
    func nothing() throws {
        let scenario = Self.counting(#""value": 300"#).replacing(#""range": [0.5, 2], "#, with: "")
        let outcome = try run(["doubt"], scenario: scenario)
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("--range 20%"), "\(outcome.errors)")
    }

    @Test("a number set outside its range is known; within it keeps the range")
    func setting() throws {
        let outside = try run(["set parameters.perYear 500; doubt --draws 10 --replications 2 --format json"])
        #expect(!outside.output.contains("parameters.perYear\""), "\(outside.output)")
        let within = try run(["set parameters.perYear 250; doubt --draws 10 --replications 2 --format json"])
        #expect(within.output.contains("parameters.perYear\""))
    }
}

@Suite("Groups of citizens in find and tornado, and many numbers in tornado")
struct GroupedWhatIfTests {
    private func run(_ line: String, lang: String = "en") throws -> Simrepl.Outcome {
        try Simrepl.run(["--lang", lang], input: line + "\n")
    }

    private static let goal = "find resources.clarifier.slotsPerWeek 9..30 21 such that wait.clarifying.mean"
    private static let short = "--cap 20 --set horizon=200d --format json"

    private func node(_ outcome: Simrepl.Outcome) throws -> JSONNode {
        let start = try #require(outcome.output.firstIndex(of: "{"), "\(outcome.errors)")
        return try #require(JSONReader.value(of: String(outcome.output[start...])))
    }

    @Test("find: a goal for every group is one for each, with the numbers that run shows for them")
    func everyGroup() throws {
        let found = try node(try run("\(Self.goal) by reason at most 60d \(Self.short)"))
        let groups = try #require(found["goals"]?.array).compactMap { $0["by"]?["reason"]?.string }
        #expect(groups.count >= 3)
        let option = try node(try run("\(Self.goal) at most 60d --by reason \(Self.short)"))
        let same = option["goals"]?.array?.compactMap { $0["by"]?["reason"]?.string }
        #expect(same == groups)
        let probe = try #require(
            found["probes"]?.array?.first { $0["values"]?["resources.clarifier.slotsPerWeek"]?.number == 30 })
        let run = try node(
            try run(
                "run --by reason --replications 20 --set horizon=200d --set resources.clarifier.slotsPerWeek=30 --format json"
            ))
        for measure in probe["measures"]?.array ?? [] {
            let group = measure["by"]?["reason"]?.string
            let shown = run["measures"]?.array?.first {
                $0["name"]?.string == "wait.clarifying.mean" && $0["by"]?["reason"]?.string == group
            }
            let (expected, value) = (shown?["mean"]?.number, measure["mean"]?.number)
            #expect(expected == value, "\(group ?? "")")
        }
    }

    @Test("find: one group alone; a goal that is kept by all on average can be broken by the worst group")
    func oneGroup() throws {
        let all = try node(try run("\(Self.goal) by reason at most 60d \(Self.short)"))
        let name = try #require(all["goals"]?.array?.first?["by"]?["reason"]?.string)
        let one = try node(try run("\(Self.goal) by reason=\(name) at most 60d \(Self.short)"))
        let count = one["goals"]?.array?.count
        #expect(count == 1)
    }

    @Test(
        "what is no group is refused with those there are",
        arguments: [
            ("\(goal) by reason=nobody at most 60d", "has no group"), ("\(goal) by colour at most 60d", "no attribute"),
            ("\(goal) by", "cannot be understood"),
            (
                "find resources.clarifier.slotsPerWeek 9..30 21 such that utilisation.clarifier by reason at most 90%",
                "groups"
            ),
            ("tornado parameters.selfShare --measure utilisation.clarifier --by reason --replications 2", "groups"),
        ])
    func refused(line: String, words: String) throws {
        let outcome = try run(line)
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains(words), "\(outcome.errors)")
    }

    @Test("tornado --by shows all citizens and each group; one group alone when it is named")
    func tornado() throws {
        let line = "tornado parameters.selfShare --measure wait.clarifying.mean --replications 3 --set horizon=200d"
        let all = try run("\(line) --by reason --format csv")
        #expect(all.status == 0, "\(all.errors)")
        let plain = try run("\(line) --format csv")
        for row in plain.output.split(whereSeparator: \.isNewline) { #expect(all.output.contains(row), "\(row)") }
        let groups = Set(all.output.matches(of: /,(reason=\w+),/).map { String($0.output.1) })
        #expect(groups.count >= 3)
        let first = try #require(groups.sorted().first)
        let one = try run("\(line) --by \(first) --format csv")
        #expect(Set(one.output.matches(of: /,(reason=\w+),/).map { String($0.output.1) }) == [first])
    }

    @Test("a group of which nobody comes to the step is not waited for, and few who begin are told")
    func absentGroup() throws {
        let line =
            "find steps.physicalTraining.maximum 12..14 2 such that wait.physicalTraining.p90 by reason at most 200d"
        let found = try run("\(line) --cap 20 --set horizon=250d")
        #expect(found.output.contains("The smallest value that meets the goal"), "\(found)")
        let few = try run(
            "find resources.clarifier.slotsPerWeek 1..2 such that wait.clarifying.mean at most 300d --cap 20 "
                + "--set horizon=250d")
        #expect(few.output.contains("of those who come begin within the period"), "\(few)")
    }

    @Test("a lever that does nothing is said to, by find and by sweep")
    func withoutEffect() throws {
        let lever = "resources.closer.slotsPerWeek 8..10 2"
        let found = try run("find \(lever) such that wait.clarifying.mean at most 300d --cap 20 --set horizon=60d")
        #expect(found.output.contains("It says nothing of other values"), "\(found.output)")
        let swept = try run("sweep \(lever) --measure wait.clarifying.mean --replications 3 --set horizon=60d")
        #expect(swept.output.contains("It says nothing of other values"), "\(swept.output)")
        let other = try run(
            "sweep resources.clarifier.slotsPerWeek 8..10 2 --measure wait.clarifying.mean --replications 3 --set horizon=200d"
        )
        #expect(!other.output.contains("It says nothing of other values"))
    }

    @Test("goals that cannot be kept together are told from a goal that cannot be kept at all")
    func contradictory() throws {
        let search = "find resources.clarifier.slotsPerWeek 8..30 22 such that"
        let options = "--cap 20 --set horizon=1y"
        let both = try run(
            "\(search) wait.clarifying.mean at most 25d and utilisation.clarifier at least 80% \(options)")
        #expect(both.status == 1)
        #expect(
            both.output.replacing(/\s+/, with: " ").contains("Each goal is met by some of them, but not"),
            "\(both.output)")
        let one = try run("\(search) wait.clarifying.mean at most 1h and utilisation.clarifier at least 80% \(options)")
        #expect(one.output.replacing(/\s+/, with: " ").contains("None of them meets"), "\(one.output)")
    }

    @Test("a sweep looks at both ends before it begins")
    func ends() throws {
        let outcome = try run("sweep resources.clarifier.slotsPerWeek 1..1000000 1")
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("1,000,000 is out of range"), "\(outcome.errors)")
    }

    /// Three numbers that matter among forty.
    private static let many: String = {
        let idle = (0..<40).map { #""idle\#($0)": {"value": \#($0 + 1), "label": "Idle \#($0)"}"# }
        return """
            {"schema": "pathwaysim.scenario/1", "id": "many", "kind": "method", "title": "Many", "assumption": "invented",
             "start": "2025-01-01", "horizon": "365d",
             "parameters": {"a": {"value": 400, "label": "Largest"}, "b": {"value": 80, "label": "Small"}, \(idle.joined(separator: ", "))},
             "sources": {"gp": {"kind": "poisson", "rate": {"perYear": "a + b"}, "next": "done"}},
             "steps": {"done": {"kind": "close", "outcome": "done"}}, "outcomes": {"done": {}}, "headline": ["closed.count"]}
            """
    }()

    @Test(
        "many numbers are screened: those without effect get two replications, the others all, and any jobs give the same"
    )
    func screening() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("many.json", Self.many)
        let outcome = try run("load '\(file)'; tornado --replications 20 --format json --jobs 1")
        let found = try node(outcome)
        let bars = try #require(found["bars"]?.array)
        let first = bars.prefix(2).compactMap { $0["path"]?.string }
        #expect(first == ["parameters.a", "parameters.b"])
        let replications = bars.map { Int($0["replications"]?.number ?? 0) }
        #expect(replications == [20, 20] + Array(repeating: 2, count: 40))
        let places = bars.first?["places"]?.array?.compactMap(\.number)
        #expect(places == [1, 1])
        let screened = found["firstLook"]?.number
        #expect(screened == 4)
        #expect(try run("load '\(file)'; tornado --replications 20 --format json --jobs 4") == outcome)
        let text = try run("load '\(file)'; tornado --replications 20").output.replacing(/\s+/, with: " ")
        #expect(text.contains("40 numbers with no effect on the result at all"), "\(text)")
    }
}
