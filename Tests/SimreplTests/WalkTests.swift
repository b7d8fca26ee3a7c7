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
}
