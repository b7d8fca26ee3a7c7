import Testing

@testable import PathwaySim

@Suite("The random number generator")
struct RandomGeneratorTests {
    struct KnownAnswer: Sendable {
        var rounds: Int
        var counter: [UInt32]
        var key: [UInt32]
        var expected: [UInt32]
    }

    /// Published with Random123.
    static let knownAnswers: [KnownAnswer] = [
        KnownAnswer(
            rounds: 7, counter: [0, 0, 0, 0], key: [0, 0],
            expected: [0x5f6f_b709, 0x0d89_3f64, 0x4f12_1f81, 0x4f73_0a48]),
        KnownAnswer(
            rounds: 7, counter: [.max, .max, .max, .max], key: [.max, .max],
            expected: [0x5207_ddc2, 0x4516_5e59, 0x4d8e_e751, 0x8c52_f662]),
        KnownAnswer(
            rounds: 7, counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], key: [0xa409_3822, 0x299f_31d0],
            expected: [0x4dfc_caba, 0x190a_87f0, 0xc473_62ba, 0xb6b5_242a]),
        KnownAnswer(
            rounds: 10, counter: [0, 0, 0, 0], key: [0, 0],
            expected: [0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8]),
        KnownAnswer(
            rounds: 10, counter: [.max, .max, .max, .max], key: [.max, .max],
            expected: [0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd]),
        KnownAnswer(
            rounds: 10, counter: [0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344], key: [0xa409_3822, 0x299f_31d0],
            expected: [0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1]),
    ]

    @Test("Philox4x32 gives the published answers", arguments: knownAnswers)
    func knownAnswer(_ answer: KnownAnswer) {
        let (c, k) = (answer.counter, answer.key)
        let words = Philox4x32.block(c[0], c[1], c[2], c[3], key: k[0], k[1], rounds: answer.rounds)
        #expect([words.0, words.1, words.2, words.3] == answer.expected)
    }

    @Test(
        "a name hash never changes",
        arguments: [
            ("", 0xc381_7c01_6ba4_ff30), ("a", 0x5f29_c2aa_dd9b_8527), ("foobar", 0x5df2_9541_3403_de4f),
            ("clarifier", 0xc06e_bc0e_e333_aee0), ("rygestop på hold", 0x4cc3_8e96_c250_b2ba),
        ] as [(String, UInt64)])
    func nameHash(name: String, expected: UInt64) {
        #expect(NameHash.hash64(name) == expected)
        #expect(NameHash.hash32(name) == UInt32(expected >> 32))
    }

    @Test("mixing and combining never change, and order matters in combining")
    func mixing() {
        #expect(NameHash.mix64(0) == 0xe220_a839_7b1d_cdaf)
        #expect(NameHash.mix64(1) == 0x910a_2dec_8902_5cc1)
        #expect(NameHash.combine(1, 2) == 0xbcd9_dbb4_9673_066b)
        #expect(NameHash.combine(2, 1) == 0xe06d_d043_328b_d285)
    }

    static let key = DrawKey(
        stream: DrawStream.stream(seed: 7, replication: 3, name: "referrals"), block: 11, ordinal: 5)

    @Test("a stream's words are those of its counter, whatever the version")
    func goldenWords() {
        #expect(Self.key.stream == 0x8a87_e0d6_c1a8_163e)
        var stream = DrawStream(Self.key, purpose: 42, visit: 2)
        #expect(stream.next64() == 0x3acf_429c_3acc_2e4f)
        #expect(stream.next64() == 0x21d6_c9cb_b3e6_a557)
        #expect(stream.next64() == 0x8d7a_de00_b821_7c33)
        #expect(stream.next64() == 0x8974_d44a_1d6d_9a73)
        var uniforms = DrawStream(Self.key, purpose: 42, visit: 2)
        #expect(uniforms.uniform() == 0.2297250396175491)
        #expect(uniforms.uniform() == 0.13218365882121452)
    }

    @Test("a stream goes on under a new key after 131,072 words")
    func longStream() {
        var stream = DrawStream(Self.key, purpose: 42, visit: 2)
        for _ in 0..<131_072 { _ = stream.next64() }
        #expect(stream.next64() == 0xb505_9213_df03_ff3b)
    }

    @Test("a uniform number is never 0 or 1 and the extremes are mirror images")
    func openInterval() {
        #expect(DrawStream.uniform(0) == 0x1p-53)
        #expect(DrawStream.uniform(.max) == 1 - 0x1p-53)
    }

    @Test("distinct names have distinct streams within a replication; replications and seeds differ")
    func streams() {
        var seen: Set<UInt64> = []
        for name in ["gp", "hospital", "self", "campaign"] {
            for replication in UInt32(1)...50 {
                for seed in UInt64(1)...5 {
                    seen.insert(DrawStream.stream(seed: seed, replication: replication, name: name))
                }
            }
        }
        #expect(seen.count == 4 * 50 * 5)
    }

    /// What is varied between neighbouring streams.
    enum Variation: CaseIterable, Sendable {
        case ordinal, block, purpose, visit, manyVisits, replication, word

        func stream(_ i: Int) -> DrawStream {
            let replication = self == .replication ? UInt32(i) : 1
            let key = DrawKey(
                stream: DrawStream.stream(seed: 1, replication: replication, name: "s"),
                block: self == .block ? UInt32(i) : 0, ordinal: self == .ordinal ? UInt32(i) : 0)
            let visit = self == .visit ? UInt32(i) : self == .manyVisits ? UInt32(i) << 16 : 0
            return DrawStream(key, purpose: self == .purpose ? UInt32(i) : 0, visit: visit)
        }

        func uniforms(_ n: Int) -> [Double] {
            var shared = stream(0)
            return (0..<n).map { i in
                if self == .word { return shared.uniform() }
                var own = stream(i)
                return own.uniform()
            }
        }
    }

    @Test("neighbouring streams are uniform and uncorrelated", arguments: Variation.allCases)
    func independence(_ variation: Variation) {
        let n = 20_000
        let u = variation.uniforms(n)
        // χ² with 99 degrees of freedom, both tails.
        var counts = [Double](repeating: 0, count: 100)
        for value in u { counts[Int(value * 100)] += 1 }
        let expected = Double(n) / 100
        let chiSquare = counts.reduce(0) { $0 + ($1 - expected) * ($1 - expected) / expected }
        let upper = SpecialFunctions.incompleteGamma(shape: 49.5, chiSquare / 2).upper
        #expect(upper > 0.00005 && upper < 0.99995, "χ² \(chiSquare)")
        // Serial correlation at lags 1, 2 and 16 has standard error 1/√n.
        for lag in [1, 2, 16] {
            let sum = (0..<(n - lag)).reduce(0.0) { $0 + (u[$1] - 0.5) * (u[$1 + lag] - 0.5) }
            let correlation = 12 * sum / Double(n - lag)
            #expect(abs(correlation) < 3.8906 / Double(n - lag).squareRoot(), "lag \(lag)")
        }
    }
}
