import Foundation
import Testing

@testable import simrepl

@Suite("Bad input is answered, and work goes on")
struct BadInputTests {
    private static let goodEnd = Data("\nlang\n".utf8)

    @Test(
        "lines that are no text are skipped with a reason",
        arguments: [
            (
                Data([0x6C, 0x00, 0x61]),
                "stdin:1:1: error C001: the line holds a NUL character (byte 2); it was skipped"
            ),
            (
                Data([0x6C, 0x61, 0xFF, 0xFE]),
                "stdin:1:1: error C001: the line is not text (byte 3 is not UTF-8); it was skipped"
            ),
            (
                Data(repeating: UInt8(ascii: "x"), count: 10_000_000),
                "stdin:1:1: error C001: the line is longer than 1048576 bytes; it was skipped"
            ),
        ])
    func skipsLines(line: Data, message: String) throws {
        let outcome = try Simrepl.run(["--lang", "en"], input: line + Self.goodEnd)
        #expect(outcome.errors.contains(message))
        #expect(outcome.errors.split(separator: "\n").allSatisfy { $0.utf8.count < 200 })
        #expect(outcome.output == "The language is English.\n")
        #expect(outcome.status == 2)
    }

    @Test("any bytes at all end in an exit status, never a crash", arguments: 1...8)
    func survivesNoise(seed: UInt64) throws {
        var state = seed &* 0x9E37_79B9_7F4A_7C15
        let noise = (0..<20_000).map { _ -> UInt8 in
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return UInt8(truncatingIfNeeded: state)
        }
        let outcome = try Simrepl.run(["--lang", "en"], input: Data(noise) + Self.goodEnd)
        #expect([1, 2].contains(outcome.status))
        #expect(!outcome.errors.unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
    }

    @Test("a quote that is never closed is reported where it opened")
    func reportsOpenQuote() throws {
        let outcome = try Simrepl.run(["--lang", "da"], input: "lang\nlang 'en\nlang\n")
        #expect(
            outcome.errors == """
                stdin:2:6: fejl C002: anførselstegnet ' bliver aldrig lukket; sæt et ' til sidst
                   2 | lang 'en
                     |      ^

                """)
        #expect(outcome.status == 2)
    }

    @Test(
        "words that make no command point at the word",
        arguments: [
            (
                ["hlep"],
                """
                error C003: there is no command "hlep"; did you mean "help"?
                     | hlep
                     | ^~~~

                """
            ),
            (
                ["lang", "fr"],
                """
                error C006: "fr" cannot be used here; allowed: "da", "en"
                     | lang fr
                     |      ^~

                """
            ),
            (
                ["help", "--formt", "markdown"],
                """
                error C005: help does not know "--formt"; did you mean "--format"?
                     | help --formt markdown
                     |      ^~~~~~~

                """
            ),
            (
                ["help", "--format"],
                """
                error C005: --format lacks its value; write --format text|markdown
                     | help --format
                     |      ^~~~~~~~

                """
            ),
            (
                ["lang", "da", "日本", "x"],
                """
                error C006: "日本" is one word too many; write lang [da|en]
                     | lang da 日本 x
                     |         ^~~~

                """
            ),
            (
                ["--speed"],
                """
                error C005: simrepl does not know "--speed"; allowed: "--lang", "--version", "--help", "-f"
                     | --speed
                     | ^~~~~~~

                """
            ),
        ])
    func pointsAtTheWord(arguments: [String], message: String) throws {
        let outcome = try Simrepl.run(arguments)
        #expect(outcome == Simrepl.Outcome(status: 2, output: "", errors: message))
    }

    @Test(
        "global options stand anywhere",
        arguments: [
            ["--lang", "da", "lang"], ["lang", "--lang", "da"], ["lang", "--lang=da"], ["--lang=da", "lang"],
        ])
    func takesGlobalOptionsAnywhere(arguments: [String]) throws {
        let outcome = try Simrepl.run(arguments)
        #expect(outcome == Simrepl.Outcome(status: 0, output: "Sproget er dansk.\n", errors: ""))
    }

    @Test("COMMAND --help is help COMMAND, and --version says the version wherever it stands")
    func explainsCommands() throws {
        let help = try Simrepl.run(["help", "run"])
        #expect(help.output.hasPrefix("run – simulate the period"))
        #expect(try Simrepl.run(["run", "kommune", "--help"]) == help)
        #expect(try Simrepl.run(["--help", "run"]) == help)
        let version = Simrepl.Outcome(status: 0, output: "simrepl \(Version.current)\n", errors: "")
        #expect(try Simrepl.run(["--version"]) == version)
        #expect(try Simrepl.run(["run", "--version"]) == version)
        let unknown = try Simrepl.run(["rnu", "--help"])
        #expect(unknown.status == 1)
        #expect(unknown.errors.contains("did you mean \"run\"?"))
    }

    @Test("after -- an option is a word")
    func endsOptions() throws {
        let outcome = try Simrepl.run(["lang", "--", "--lang"])
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("\"--lang\" cannot be used here"))
    }

    @Test("a script stops at its first error, a pipe goes on")
    func scriptStops() throws {
        let folder = try TemporaryFolder()
        let script = try folder.file("a.sim", "lang en\n\nlang x; lang da\nlang\n")
        let stopped = try Simrepl.run(["-f", script])
        #expect(stopped.output == "The language is English.\n")
        #expect(stopped.status == 2)
        #expect(stopped.errors.hasPrefix("\(script):3:6: error C006: \"x\" cannot be used here"))
        let piped = try Simrepl.run([], input: "lang en\n\nlang x; lang da\nlang\n")
        #expect(piped.output == "The language is English.\nThe language is English.\n")
        #expect(piped.status == 2)
    }

    @Test(
        "a script that cannot be read says why",
        arguments: [("/", "it is a folder"), ("/no/such.sim", "there is no such file")])
    func unreadableScript(path: String, reason: String) throws {
        let outcome = try Simrepl.run(["-f", path])
        #expect(outcome.errors == "error C012: \"\(path)\" cannot be read: \(reason)\n")
        #expect(outcome.status == 1)
    }

    @Test("prefixes are for people: a script needs the whole name")
    func scriptsNeedWholeNames() throws {
        let outcome = try Simrepl.run([], input: "lan\n")
        #expect(outcome.status == 2)
        #expect(outcome.errors.contains("did you mean \"lang\"?"))
    }

    @Test("a closed pipe is a success")
    func closedPipe() throws {
        let outcome = try shell("\"$0\" help --format markdown | head -1; echo ${PIPESTATUS[0]}")
        #expect(outcome == "# Commands\n0\n")
    }

    @Test("a full disk is reported with status 1", .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
    func fullDisk() throws {
        let outcome = try shell("\"$0\" lang 2>&1 >/dev/full; echo $?")
        #expect(outcome == "the output could not be written: the disk is full\n1\n")
    }

    @Test("no HOME, no locale, a window of 20 columns: everything still works")
    func bareEnvironment() throws {
        let outcome = try shell("env -i COLUMNS=20 \"$0\" help start; echo $?")
        let prose = outcome.split(separator: "\n").filter { !$0.hasPrefix("  ") }
        #expect(prose.allSatisfy { $0.count <= 20 })
        #expect(outcome.hasSuffix("\n0\n"))
    }

    /// Runs a bash command with the program as `$0`.
    private func shell(_ command: String) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/bash")
        process.arguments = ["-c", command, try Simrepl.path()]
        process.environment = Simrepl.environment()
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }
}
