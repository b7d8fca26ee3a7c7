import Testing

@testable import Scenarios

@Suite("Hashing scenarios")
struct ScenarioHashTests {
    /// FIPS 180-4 examples and the NIST example of a million letters.
    @Test(
        "SHA-256 gives the published answers",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
            (
                String(repeating: "a", count: 1_000_000),
                "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
            ),
        ])
    func knownAnswers(message: String, digest: String) {
        let bytes = SHA256.digest(message.utf8)
        let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        #expect(hex == digest)
    }

    @Test("a message added in pieces hashes like the whole", arguments: [0, 1, 55, 56, 63, 64, 65, 119, 128])
    func pieces(length: Int) {
        let message = (0..<length).map { UInt8($0) }
        var hash = SHA256()
        for byte in message { hash.update(CollectionOfOne(byte)) }
        #expect(hash.finish() == SHA256.digest(message))
    }

    private static func isText(_ path: [String]) -> Bool { path.last == "label" }

    @Test(
        "layout, order of members and texts do not change the hash",
        arguments: [
            #"{"a": 1, "b": {"c": 2, "label": "x"}}"#, #"{"b":{"label":"other","c":2.0},"a":1}"#,
            "{\"b\": {\"c\": 2}, /* why */ \"a\": 1}",
        ])
    func same(text: String) throws {
        let hash = ScenarioHash(try readJSON(text), excluding: Self.isText)
        #expect(hash == ScenarioHash(try readJSON(#"{"a":1,"b":{"c":2}}"#)))
        #expect(hash.hex.count == 32)
        #expect(hash.hex.hasPrefix(hash.short))
    }

    @Test("any change of the model or of a data file changes the hash")
    func different() throws {
        let model = try readJSON(#"{"a":1,"b":[1,2]}"#)
        var hashes: Set<ScenarioHash> = [ScenarioHash(model)]
        for other in [
            #"{"a":2,"b":[1,2]}"#, #"{"a":1,"b":[2,1]}"#, #"{"a":"1","b":[1,2]}"#, #"{"a":1,"b":[1,2],"c":0}"#,
        ] {
            hashes.insert(ScenarioHash(try readJSON(other)))
        }
        hashes.insert(ScenarioHash(model, files: ["x.csv": [1, 2]]))
        hashes.insert(ScenarioHash(model, files: ["x.csv": [1], "y.csv": [2]]))
        hashes.insert(ScenarioHash(model, files: ["x.csv": [1], "z.csv": [2]]))
        #expect(hashes.count == 8)
    }

    @Test("the hash of a given scenario never changes")
    func stable() throws {
        // The canonical form behind its length in bytes: SHA-256 of `20:{"a":1,"b":[1,"æ"]}` cut to 128 bits.
        let model = try readJSON(#"{"b": [1, "æ"], "a": 1}"#)
        let expected = SHA256.digest(#"20:{"a":1,"b":[1,"æ"]}"#.utf8).prefix(16)
        #expect(ScenarioHash(model).hex == expected.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
    }
}
