import Foundation
import Scenarios
import Testing

@testable import simrepl

@Suite("Completion")
struct CompletionTests {
    private func session(_ language: Language, _ scenario: String = "kommune") throws -> Session {
        let session = Session(console: Console(keepingAt: 80), library: .shipped(environment: [:]), language: language)
        session.open(try session.read(scenario))
        session.prepareCompletion()
        return session
    }

    private func candidates(_ line: String, _ session: Session) -> [Completion.Candidate] {
        Completer(session: session).complete(line, scalarsBeforeCursor: line.unicodeScalars.count).candidates
    }

    @Test(
        "words that may stand at a place are offered in the session's language",
        arguments: [
            ("rapport ", Language.da, ["kørsel", "nøgletal", "sammenligning", "variation"]),
            ("report ", .en, ["comparison", "keyfigures", "run", "sweep"]),
            ("gem ", .da, ["resultat", "session"]), ("save ", .en, ["result", "session"]),
            ("gem session ", .da, ["som"]), ("save session ", .en, ["as"]), ("save session as ", .en, []),
            ("hæfte ", .da, ["html", "kør", "nyt", "tjek"]), ("notebook ", .en, ["check", "html", "new", "run"]),
            ("sæt steps.nicotineCessationEvening.start.skipClosed ", .da, ["ja", "nej"]),
        ])
    func ownLanguage(line: String, language: Language, words: [String]) throws {
        let found = candidates(line, try session(language)).map(\.text)
        #expect(found.filter { !$0.contains("/") && !$0.contains(".") }.sorted() == words)
    }

    @Test("both languages' words are taken all the same")
    func takesBoth() throws {
        let folder = try TemporaryFolder()
        let outcome = try Simrepl.run(
            ["--lang", "da"], input: "kør --replications 2 --format csv\ngem result \(folder.path("a.json"))\n")
        #expect(outcome.status == 0, "\(outcome.errors)")
    }

    @Test(
        "a setting's value is offered as it is now, with what it counts",
        arguments: [
            ("sæt resources.clarifier.slotsPerWeek ", "10", "Afklarende samtaler pr. uge: 10 tider pr. uge"),
            (
                "kør --set resources.clarifier.slotsPerWeek=", "resources.clarifier.slotsPerWeek=10",
                "Afklarende samtaler pr. uge: 10 tider pr. uge"
            ),
            (
                "sammenlign resources.clarifier.slotsPerWeek=1", "resources.clarifier.slotsPerWeek=10",
                "Afklarende samtaler pr. uge: 10 tider pr. uge"
            ),
            ("sæt parameters.population ", "45000", "Indbyggere: 45.000"),
        ])
    func values(line: String, text: String, note: String) throws {
        let found = candidates(line, try session(.da))
        #expect(found.map(\.text) == [text])
        #expect(found.first?.note == note)
    }

    @Test("scenarios that prove the program are hidden as show scenarios hides them, and completed when begun")
    func hidesProofs() throws {
        let session = try session(.da)
        let shown = Set(candidates("åbn ", session).map(\.text).filter { !$0.hasSuffix("/") })
        let entries = session.library.entries()
        #expect(shown == Set(entries.filter { $0.kind != .method }.map(\.id)))
        #expect(candidates("åbn mm1-8", session).map(\.text) == ["mm1-80"])
        #expect(candidates("load erlang-a-", session).map(\.text) == ["erlang-a-overload"])
    }

    @Test("letters with and without accents and case complete each other")
    func folds() {
        for (text, word) in [("Ændringer", "aend"), ("aendre", "Æn"), ("åbn", "a"), ("Run", "rU"), ("x", "")] {
            #expect(Beginning(word).fits(text), "\(text) \(word)")
        }
        for (text, word) in [("ab", "abc"), ("ab", "å"), ("åb", "ab")] {
            #expect(!Beginning(word).fits(text), "\(text) \(word)")
        }
    }

    @Test(
        "answers within 10 milliseconds, also for a scenario of more than a thousand settings",
        arguments: [
            "", "show re", "set resources.", "set Indb", "run --set res", "compare re", "plot wait.", "load ",
            "find resources.r1.capacity 1..5 such that wait.", "set resources.nosuch.capacity ", "help ",
        ])
    func isFast(line: String) throws {
        let folder = try TemporaryFolder()
        let many = 600
        let resources = (1...many).map { #""r\#($0)": {"kind": "servers", "capacity": 2, "label": "Place \#($0)"}"# }
        let steps = (1...many).map {
            #""s\#($0)": {"kind": "service", "needs": "r\#($0)", "duration": {"exponential": {"mean": "1d"}}, "next": "\#($0 < many ? "s\($0 + 1)" : "end")"}"#
        }
        let file = try folder.file(
            "big.json",
            """
            {"schema": "pathwaysim.scenario/1", "id": "big", "kind": "method", "title": "Big", "start": "2026-01-05",
             "assumption": "Made for a test.", "horizon": "30d",
             "sources": {"gp": {"kind": "poisson", "rate": {"perDay": 2}, "next": "s1"}},
             "resources": {\(resources.joined(separator: ", "))},
             "steps": {\(steps.joined(separator: ", ")), "end": {"kind": "close", "outcome": "done"}},
             "outcomes": {"done": {}}}
            """)
        let session = try session(.en, file)
        #expect((session.loaded?.settings.count ?? 0) > 1_500)
        // The best of several: other work on the machine must not decide.
        var best = Double.infinity
        for _ in 0..<12 {
            let start = ContinuousClock.now
            _ = candidates(line, session)
            let taken = (ContinuousClock.now - start).components
            best = min(best, Double(taken.seconds) + Double(taken.attoseconds) / 1e18)
        }
        #expect(best < 0.010, "\(line): \(best * 1_000) ms")
    }
}
