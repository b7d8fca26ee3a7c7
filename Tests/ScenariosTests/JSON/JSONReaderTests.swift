import Testing

@testable import Scenarios

/// Reads a text that must be right.
func readJSON(_ text: String) throws -> JSONNode {
    var files = SourceFiles()
    let reading = JSONReader.read(name: "test.json", bytes: Array(text.utf8), into: &files)
    #expect(reading.diagnostics == [])
    return try #require(reading.root)
}

@Suite("Reading JSON")
struct JSONReaderTests {
    @Test("comments, trailing commas and a byte order mark are accepted")
    func extensions() throws {
        let node = try readJSON("\u{FEFF}// first\n{\"a\": [1, 2,], /* between */ \"b\": {},} // last")
        #expect(node["a"]?.array?.map(\.number) == [1, 2])
        #expect(node["b"]?.object?.isEmpty == true)
        #expect(node.object?.keys == ["a", "b"])
    }

    @Test(
        "numbers are read as written",
        arguments: [
            ("0", 0), ("-0", 0), ("12", 12), ("-1.5", -1.5), ("1e3", 1000), ("1.25E-2", 0.0125), ("1e-400", 0),
            ("100000000000000000000", 1e20),
        ] as [(String, Double)])
    func numbers(written: String, value: Double) throws {
        #expect(try readJSON(written).number == value)
    }

    @Test("escapes become the characters they stand for")
    func escapes() throws {
        let node = try readJSON(#""\"\\\/\b\f\n\r\t\u00e6\uD83D\uDE00æ""#)
        #expect(node.string == "\"\\/\u{8}\u{C}\n\r\tæ😀æ")
    }

    @Test("every value knows the bytes it was written with")
    func spans() throws {
        let text = #"{"æ": [10, "ab\n", true]}"#
        let bytes = Array(text.utf8)
        let node = try readJSON(text)
        func written(_ span: SourceSpan) -> String { String(decoding: bytes[span.start..<span.end], as: UTF8.self) }
        #expect(written(node.span) == text)
        #expect(node.object?.member("æ").map { written($0.keySpan) } == #""æ""#)
        #expect(node["æ"]?.array?.map { written($0.span) } == ["10", #""ab\n""#, "true"])
    }

    @Test("all errors of a file are found in one reading, with the rest of it intact")
    func recovery() {
        let text = """
            {
              "a": 1,5,
              "b" 2
              "c": [1 2],
              d: 'x',
              "e": tru,
              "f": {"g": @, "h": 3},
              "a": 7
            """
        var files = SourceFiles()
        let reading = JSONReader.read(name: "f", bytes: Array(text.utf8), into: &files)
        let places = reading.diagnostics.compactMap { diagnostic in
            diagnostic.span.flatMap { files.location(of: $0) }.map { "\(diagnostic.code.rawValue)@\($0.line)" }
        }
        let expected = [
            "S008@2", "S006@3", "S006@3", "S006@4", "S005@5", "S009@5", "S005@6", "S005@7", "S011@8", "S007@8",
        ]
        #expect(places == expected)
        #expect(reading.root?["f"]?["h"]?.number == 3)
        #expect(reading.root?["a"]?.number == 1)
    }

    @Test("reading stops after fifty errors")
    func bounded() {
        var files = SourceFiles()
        let text = "[" + String(repeating: "@,", count: 1000) + "]"
        let reading = JSONReader.read(name: "f", bytes: Array(text.utf8), into: &files)
        #expect(reading.diagnostics.count == 51)
        #expect(reading.diagnostics.contains { $0.code == .tooManyErrors })
    }

    @Test(
        "hundreds of thousands of open brackets are one error",
        arguments: ["[", "{\"a\":", "[{\"a\":"])
    func deep(opening: String) {
        var files = SourceFiles()
        let text = String(repeating: opening, count: 300_000)
        let reading = JSONReader.read(name: "f", bytes: Array(text.utf8), into: &files)
        #expect(reading.diagnostics.map(\.code) == [.tooDeep])
    }

    @Test("two hundred levels are accepted, one more is not")
    func depthLimit() {
        func codes(_ levels: Int) -> [DiagnosticCode] {
            var files = SourceFiles()
            let text = String(repeating: "[", count: levels) + String(repeating: "]", count: levels)
            return JSONReader.read(name: "f", bytes: Array(text.utf8), into: &files).diagnostics.map(\.code)
        }
        #expect(codes(200) == [])
        #expect(codes(201) == [.tooDeep])
    }

    @Test("a hundred megabytes of zeros are refused for their size")
    func zeros() {
        var files = SourceFiles()
        let reading = JSONReader.read(name: "f", bytes: [UInt8](repeating: 0, count: 100 << 20), into: &files)
        #expect(
            reading.diagnostics.map(\.text) == [
                Text(
                    da: "filen fylder 100,0 MB; højst 64 MB læses",
                    en: "the file is 100.0 MB; at most 64 MB is read")
            ])
    }

    @Test(
        "what is no UTF-8 text is told apart",
        arguments: [
            ([0x00, 0x01], "the file is not a text file: it contains byte 0"),
            ([0xFF, 0xFE, 0x7B, 0x00], "the file is saved as UTF-16; save it as UTF-8"),
            (
                [0x22, 0x66, 0xE6, 0x72, 0xF8, 0x22],
                "byte 0xE6 at offset 2 is not UTF-8 (and 1 more); save the file as UTF-8"
            ),
            (
                [0x22, 0xED, 0xA0, 0x80, 0x22],
                "byte 0xED at offset 1 is not UTF-8 (and 2 more); save the file as UTF-8"
            ),
            ([0x22, 0xC0, 0x22], "byte 0xC0 at offset 1 is not UTF-8; save the file as UTF-8"),
        ] as [([UInt8], String)])
    func encoding(bytes: [UInt8], text: String) {
        var files = SourceFiles()
        let reading = JSONReader.read(name: "f", bytes: bytes, into: &files)
        #expect(reading.diagnostics.map { $0.text[.en] } == [text])
    }
}
