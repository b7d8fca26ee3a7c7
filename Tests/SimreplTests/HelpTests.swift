import Foundation
import Scenarios
import Testing

@testable import simrepl

@Suite("Every command explains itself")
struct HelpTests {
    private static let commands = CommandTable.standard.commands

    @Test("each command has help in both languages", arguments: commands.map(\.name))
    func hasHelp(name: String) throws {
        let command = try #require(Self.commands.first { $0.name == name })
        for language in Language.allCases {
            for text in [command.summary, command.details] + command.options.map(\.help) {
                #expect(!text[language].isEmpty)
            }
            #expect(!command.summary[language].hasSuffix("."))
        }
        #expect(!command.examples.isEmpty)
        #expect(!command.alias.isEmpty)
    }

    @Test("no two commands or topics share a name, in either language and either spelling")
    func namesAreUnique() {
        // One command may be called the same in both languages.
        let names = Self.commands.flatMap { Set([$0.name, $0.alias]) } + Topic.all.flatMap { [$0.name, $0.alias] }
        #expect(Set(names.map { String(Suggestions.folded($0)) }).count == names.count)
    }

    @Test("each example runs as it stands", arguments: commands.map(\.name))
    func examplesRun(name: String) throws {
        let command = try #require(Self.commands.first { $0.name == name })
        let folder = try TemporaryFolder()
        for example in command.examples {
            let script = try folder.file("example.sim", example + "\n")
            let outcome = try Simrepl.run(["--lang", "en", "-f", script], folder: folder.path)
            #expect(outcome.errors == "", "\(example)")
            #expect(outcome.status == 0, "\(example)")
        }
    }

    @Test("a Danish reader sees examples in Danish, and they run", arguments: commands.map(\.name))
    func danishExamplesRun(name: String) throws {
        let command = try #require(Self.commands.first { $0.name == name })
        let folder = try TemporaryFolder()
        for example in command.examples {
            let danish = DanishExample.text(example, .standard)
            #expect(danish == example || !danish.hasPrefix(name + " ") || name == command.alias)
            // Those that compute are run in English already; what differs is how they are understood.
            let tokens = try Tokenizer.commands(in: danish)
            let parser = CommandParser(table: .standard, acceptsPrefixes: false)
            for part in tokens {
                _ = try parser.parse(part, in: CommandLine(text: danish, origin: .typed))
            }
        }
        if ["show", "help", "set", "save", "export", "resume", "lang"].contains(name) {
            for example in command.examples.prefix(3) {
                let script = try folder.file("e.sim", DanishExample.text(example, .standard) + "\n")
                let outcome = try Simrepl.run(["--lang", "da", "-f", script], folder: folder.path)
                #expect(outcome.status == 0, "\(example): \(outcome.errors)")
            }
        }
    }

    @Test("docs/commands.md is what the program writes")
    func referenceIsUpToDate() throws {
        let written = try String(contentsOfFile: Simrepl.packageRoot + "/docs/commands.md", encoding: .utf8)
        #expect(
            written == CommandReference.markdown(.standard, language: .en),
            "write it anew: simrepl --lang en help --format markdown > docs/commands.md")
    }

    @Test(
        "help finds commands by word, in either language",
        arguments: [("seed", "run"), ("lodtrækningsnummer", "run"), ("snowfall", nil), ("Tab", "keys")])
    func finds(word: String, expected: String?) {
        let writer = HelpWriter(table: .standard, language: .en, width: 80, heading: { $0 })
        let lines = writer.search(word)
        if let expected {
            #expect(lines.contains { $0.hasPrefix("  \(expected) ") })
        } else {
            #expect(lines.isEmpty)
        }
    }

    @Test("help fits a window of 20 columns", arguments: Language.allCases)
    func fitsNarrowWindows(language: Language) {
        let writer = HelpWriter(table: .standard, language: language, width: 20, heading: { $0 })
        let pages = Self.commands.map { Array(writer.page($0).dropLast($0.examples.count)) }
        for line in writer.overview() + pages.flatMap({ $0 }) + Topic.all.flatMap(writer.page) {
            #expect(DisplayWidth.of(line) <= 20, "\(line)")
        }
    }

    @Test(
        "a command is found by name, Danish name and spelled-out letters; its beginning is enough for people",
        arguments: [
            ("run", "run"), ("kør", "run"), ("koer", "run"), ("KØR", "run"), ("aendringer", "diff"),
            ("val", "validate"),
            ("tr", "trace"), ("følg", "trace"),
        ])
    func isFound(word: String, name: String) {
        guard case .found(let command) = CommandTable.standard.find(word, acceptingPrefixes: true) else {
            Issue.record("\(word) was not found")
            return
        }
        #expect(command.name == name)
    }

    @Test("a beginning that several commands share is refused with their names")
    func ambiguity() {
        guard case .ambiguous(let names) = CommandTable.standard.find("l", acceptingPrefixes: true) else {
            Issue.record("not ambiguous")
            return
        }
        #expect(names == ["load", "lang"])
    }
}
