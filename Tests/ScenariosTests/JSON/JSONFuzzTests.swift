import Testing

@testable import Scenarios

/// Reproducible random numbers for tests (SplitMix64).
struct TestRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

@Suite("Any bytes can be read")
struct JSONFuzzTests {
    private static let valid = Array(
        #"""
        // a scenario
        {"schema": "pathwaysim.scenario/1", "title": {"da": "Prøve \u00e6\uD83D\uDE00", "en": "Test"},
         "steps": {"a": {"kind": "delay", "duration": {"exponential": {"mean": "4d"}}, "next": {"b": 0.3, "c": 0.7}},
          /* end */ "b": {"kind": "close", "flags": [true, false, null, -1.5e-3, []], },},}
        """#.utf8)

    /// Reads bytes, checks that every finding can be shown, and returns the number of findings.
    private func survey(_ bytes: [UInt8]) -> Int {
        var files = SourceFiles()
        let reading = JSONReader.read(name: "f", bytes: bytes, into: &files)
        for diagnostic in reading.diagnostics {
            let span = diagnostic.span
            #expect(span.map { $0.start >= 0 && $0.start <= $0.end && $0.end <= bytes.count + 1 } == true)
        }
        let shown = DiagnosticRenderer(files: files, language: .da, width: 60).render(reading.diagnostics)
        #expect(!shown.unicodeScalars.contains { $0 != "\n" && Escaping.isUnsafe($0) })
        #expect(shown.isEmpty == reading.diagnostics.isEmpty)
        return reading.diagnostics.count
    }

    @Test("a valid document with a few bytes changed is read or answered", arguments: 0..<8 as Range<UInt64>)
    func mutations(seed: UInt64) {
        var random = TestRandom(seed: seed)
        #expect(survey(Self.valid) == 0)
        for _ in 0..<100 {
            var bytes = Self.valid
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                switch Int.random(in: 0..<4, using: &random) {
                case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
                case 1: bytes.remove(at: place)
                case 2: bytes.insert(Array("{}[]\",:/*\\\n'+.e".utf8).randomElement(using: &random) ?? 0, at: place)
                default: bytes.removeSubrange(place...)
                }
                if bytes.isEmpty { bytes = [0x20] }
            }
            #expect(survey(bytes) <= 51)
        }
    }

    @Test("bytes drawn at random are read or answered", arguments: 0..<8 as Range<UInt64>)
    func noise(seed: UInt64) {
        var random = TestRandom(seed: 1000 + seed)
        let alphabet = Array("{}[]\",:/*\\\n' +-.e0a\u{00E6}".utf8)
        for round in 0..<100 {
            let bytes = (0..<Int.random(in: 0...200, using: &random)).map { _ in
                round.isMultiple(of: 2)
                    ? UInt8.random(in: 1...255, using: &random) : alphabet.randomElement(using: &random) ?? 0
            }
            #expect(survey(bytes) <= 51)
        }
    }

    @Test("what is written reads back the same", arguments: 0..<20 as Range<UInt64>)
    func roundTrip(seed: UInt64) throws {
        var random = TestRandom(seed: 2000 + seed)
        for _ in 0..<20 {
            let node = Self.value(depth: 4, &random)
            #expect(try readJSON(JSONWriter.canonical(node)) == node)
            #expect(try readJSON(JSONWriter.pretty(node)) == node)
            #expect(try readJSON(JSONWriter.line(node)) == node)
            #expect(JSONWriter.canonical(try readJSON(JSONWriter.pretty(node))) == JSONWriter.canonical(node))
        }
    }

    private static func value(depth: Int, _ random: inout TestRandom) -> JSONNode {
        switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
        case 0: return JSONNode(.null)
        case 1: return JSONNode(.bool(Bool.random(using: &random)))
        case 2: return JSONNode(.number(Double(Int.random(in: -1000...1000, using: &random))))
        case 3:
            let bits = Double(bitPattern: random.next())
            return JSONNode(.number(bits.isFinite ? bits : 0.1))
        case 4: return JSONNode(.string(string(&random)))
        case 5:
            return JSONNode(
                .array((0..<Int.random(in: 0...4, using: &random)).map { _ in value(depth: depth - 1, &random) }))
        default:
            var object = JSONObject()
            for _ in 0..<Int.random(in: 0...4, using: &random) {
                object.set(string(&random), to: value(depth: depth - 1, &random))
            }
            return JSONNode(.object(object))
        }
    }

    private static func string(_ random: inout TestRandom) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...8, using: &random) {
            let value = UInt32.random(in: 0...(Bool.random(using: &random) ? 0x7F : 0x1F9FF), using: &random)
            if let scalar = Unicode.Scalar(value) { text.unicodeScalars.append(scalar) }
        }
        return text
    }
}
