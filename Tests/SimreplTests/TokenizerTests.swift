import Testing

@testable import simrepl

@Suite("A line becomes commands of words")
struct TokenizerTests {
    @Test(
        "quotes, backslashes, semicolons and comments",
        arguments: [
            ("run  kommune", [["run", "kommune"]]),
            ("load a; run ;; trace b", [["load", "a"], ["run"], ["trace", "b"]]),
            ("set \"a b\" 'c d'", [["set", "a b", "c d"]]),
            ("set title=\"a b\" x", [["set", "title=a b", "x"]]),
            ("note Albert's wife", [["note", "Albert's", "wife"]]),
            ("note a#b # rest ; run", [["note", "a#b"]]),
            ("note a; b ;c", [["note", "a", ";", "b", ";", "c"]]),
            ("note; run", [["note"], ["run"]]),
            ("a\\ b \\; \\# \\\"", [["a b", ";", "#", "\""]]),
            ("'a\\b' \"a\\\"b\"", [["a\\b", "a\"b"]]),
            ("a \\\n b", [["a", "b"]]),
            ("a\\\nb", [["a", "b"]]),
            ("say \"a\nb\"", [["say", "a\nb"]]),
            ("# only a comment", []),
            ("\u{A0}run\u{A0}x", [["run", "x"]]),
            ("\"\"", [[""]]),
        ] as [(String, [[String]])])
    func splits(line: String, words: [[String]]) throws {
        #expect(try Tokenizer.commands(in: line).map { $0.map(\.text) } == words)
    }

    @Test(
        "an unfinished line says where it opened",
        arguments: [
            ("say \"abc", Tokenizer.Unfinished.quote("\"", at: 4)),
            ("sæt 'x; run", .quote("'", at: 5)),
            ("run \\", .backslash(at: 4)),
        ])
    func isUnfinished(line: String, expected: Tokenizer.Unfinished) {
        #expect(throws: expected) { try Tokenizer.commands(in: line) }
    }

    @Test("a word's place covers its quotes, in bytes")
    func spans() throws {
        let words = try Tokenizer.commands(in: "sæt \"æ\" x")[0]
        #expect(words.map(\.span) == [0..<4, 5..<9, 10..<11])
        #expect(words.map(\.isQuoted) == [false, true, false])
    }

    @Test(
        "quoting a word and reading it gives the word back",
        arguments: ["plain", "", "a b", "a;b", "#x", "\"", "'", "a\\b", "a=\"b\"", "=\"", "æøå", "x='y'", "a\nb", "-"])
    func quotingRoundTrips(word: String) throws {
        let words = try Tokenizer.commands(in: "w " + Token.quoting(word) + " x")
        #expect(words.map { $0.map(\.text) } == [["w", word, "x"]])
    }

    @Test("shell arguments stay the words they are, however they look")
    func argumentsAreNotJoined() throws {
        let arguments = ["set", "a b", "x;y", "--", "\"q\""]
        let (line, tokens) = Token.line(of: arguments)
        #expect(tokens.map(\.text) == arguments)
        #expect(line == "set \"a b\" \"x;y\" -- \"\\\"q\\\"\"")
    }
}
