import Foundation
import Testing

@Suite("A walk at the keyboard")
struct WalkKeyboardTests {
    private func walk(_ input: String, _ arguments: [String] = ["walk", "albert"]) throws -> (Simrepl.Outcome, String) {
        let folder = try TemporaryFolder()
        let file = folder.path("walk.json")
        let outcome = try Simrepl.run(["--lang", "da"] + arguments, input: input, environment: ["SIMREPL_WALK": file])
        return (outcome, (try? String(contentsOfFile: file, encoding: .utf8)) ?? "")
    }

    @Test("a walk opens with the warning, asks again after a slip, goes back and keeps what was said")
    func slips() throws {
        let (outcome, kept) = try walk("2\n\n9\n3\nb\n1\nn aftale: vi ringer; kommunen; uge 12\nq\n")
        #expect(outcome.status == 0)
        #expect(outcome.output.contains("Ingen rigtige patienter, heller ikke i noter."))
        #expect(outcome.output.contains("Skriv et tal fra 1 til 3, og tryk Enter."))
        #expect(outcome.errors.contains("\"9\" er ikke et af valgene; skriv et tal fra 1 til 3"))
        #expect(outcome.output.contains("Tilbage."))
        #expect(outcome.output.contains("Gemt som aftale."))
        #expect(outcome.output.contains("Gennemgangen er gemt."))
        #expect(kept.contains("\"who\" : \"kommunen\""))
        #expect(outcome.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test("a note that holds something like a CPR number is not kept")
    func personalNumber() throws {
        let (outcome, kept) = try walk("n fund: 010190-1234 ringede\nq\n")
        #expect(outcome.errors.contains("CPR-nummer"))
        #expect(!kept.contains("010190"))
    }

    @Test("a choice that does not exist is refused before anything is walked further")
    func badChoice() throws {
        let (outcome, _) = try walk("", ["walk", "albert", "--choices", "2,7"])
        #expect(outcome.status == 1)
        #expect(outcome.errors.contains("valg nummer 2, \"7\", findes ikke"))
    }

    @Test("groups say their choice before the room chooses, and their disagreement is kept")
    func roles() throws {
        let (outcome, kept) = try walk("2\n\n1\n2\nq\n", ["walk", "albert", "--roles", "gp,borger,kommune"])
        #expect(outcome.output.contains("Uenige: GP 2, kommune 1. Tal om det, og vælg så sammen."))
        #expect(kept.contains("\"role\" : \"municipality\""))
    }

    @Test("Ctrl-C in the middle asks, keeps the walk, and --resume goes on where it was")
    func interrupted() throws {
        let folder = try TemporaryFolder()
        let environment = Simrepl.environment(["SIMREPL_WALK": folder.path("walk.json"), "TERM": "xterm"])
        let first = try TerminalSession(
            try Simrepl.path(), ["--lang", "da", "walk", "albert"], environment: environment, rows: 40, columns: 100)
        try first.expect("Tryk Enter", seconds: 30)
        first.type("\r")
        try first.expect("> ", seconds: 30)
        first.type("2\r")
        try first.expect("Stop 2", seconds: 30)
        try first.expect("> ", seconds: 30)
        first.type("\u{3}")
        try first.expect("Stop her? Gennemgangen gemmes. (j/n)")
        first.type("j\r")
        try first.expect("Fortsæt med: gennemgå --resume")
        _ = try first.waitForEnd()
        let second = try TerminalSession(
            try Simrepl.path(), ["--lang", "da", "walk", "--resume"], environment: environment, rows: 40, columns: 100)
        try second.expect("Stop 2", seconds: 30)
        try second.expect("> ", seconds: 30)
        second.type("q\r")
        try second.expect("Gennemgangen er gemt.")
        #expect(try second.waitForEnd() == 0)
    }
}
