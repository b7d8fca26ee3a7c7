import Foundation
import PathwaySim
import Scenarios
import Testing

@testable import simrepl

@Suite("Words that are too long for their place")
struct WordBreakTests {
    @Test(
        "are divided as they are written: at a hyphen, between the parts of a compound, between syllables",
        arguments: [
            ("forløbskoordinator", 12, "forløbs-", "koordinator"), ("Ernæringsindsats", 15, "Ernærings-", "indsats"),
            ("Sygeplejerske,", 12, "Sygeplejer-", "ske,"), ("alkoholrådgivning", 16, "alkohol-", "rådgivning"),
            ("alkoholrådgivning", 13, "alkohol-", "rådgivning"), ("Physiotherapists", 14, "Physio-", "therapists"),
            ("conversations", 10, "conversa-", "tions"), ("(gennemspilninger)", 12, "(gennemspil-", "ninger)"),
            ("e-konsultationer", 8, "e-", "konsultationer"), ("børne-/ungegruppe", 9, "børne-/", "ungegruppe"),
            ("parameters.patienceDays", 12, "parameters.", "patienceDays"),
        ])
    func divides(word: String, room: Int, head: String, rest: String) throws {
        let parts = try #require(WordBreaks.divide(word[...], room: room))
        #expect(parts.head == head && String(parts.rest) == rest)
    }

    @Test(
        "are left whole where a hyphen would make another word of them, or nothing fits",
        arguments: [("slotsPerWeek", 8), ("958d8b90abcdef", 6), ("\"x\"y", 3), ("samtale", 3), ("日本語日本語", 5)])
    func leaves(word: String, room: Int) { #expect(WordBreaks.divide(word[...], room: room) == nil) }

    @Test("never lose or change a letter, and always fit", arguments: 4...30)
    func keepsLetters(room: Int) {
        let words = [
            "genoptræningsforløbskoordinatorerne", "sundhedsfremmeafdelingen", "Nikotinafvænningsinstruktør,",
            "rehabilitation", "forebyggelse/sundhedsfremme", "resources.clarifier.slotsPerWeek", "æøåæøåæøåæøå",
        ]
        for word in words {
            guard let (head, rest) = WordBreaks.divide(word[...], room: room) else { continue }
            #expect(DisplayWidth.of(head) <= room && !rest.isEmpty)
            #expect(head + rest == word || head.dropLast() + rest == word)
        }
    }

    @Test("in a run's tables are whole or divided so, in both languages", arguments: [60, 80], Language.allCases)
    func tables(width: Int, language: Language) throws {
        let session = Session(
            console: Console(keepingAt: width), library: .shipped(environment: [:]), language: language)
        var invocation = Invocation(command: .run, line: CommandLine(text: "", origin: .typed))
        try invocation.add(Token(text: "12", span: 0..<0), as: "replications", form: .integer(2...100))
        let report = try session.simulate(try session.read("kommune"), RunSettings(invocation))
        func words(_ width: Int) -> [Substring] {
            ReportText(report: report, language: language).table(width: width) { $0 }.joined(separator: "\n")
                .split { $0.isWhitespace }.map { word in
                    // Without what stands around words: brackets and stops differ with the layout.
                    let start = word.drop { "(".contains($0) }
                    return start.prefix(start.count - start.reversed().prefix { "),.:".contains($0) }.count)
                }
        }
        let whole = Set(words(1_000))
        let divided = words(width).filter { !whole.contains($0) }
        // What is no word of the wide table is a part of one: its end, or with a hyphen what stands before the end.
        for part in divided {
            let letters = part.hasSuffix("-") ? part.dropLast() : part
            let isPart = whole.contains { part.hasSuffix("-") ? $0.contains(letters) : $0.hasSuffix(letters) }
            #expect(isPart && letters.count >= 3, "\(part)")
        }
        #expect(divided.count { $0.hasSuffix("-") } >= divided.count { !$0.hasSuffix("-") })
    }
}
