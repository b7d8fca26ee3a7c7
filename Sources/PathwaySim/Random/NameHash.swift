/// Hashes of names that never change: not between runs, platforms, word orders of a file, or versions.
///
/// Random numbers are keyed by names through these, so a change here changes every result; the golden values in the
/// tests guard against that. Swift's own `Hasher` is seeded anew in every process and cannot be used.
public enum NameHash {
    /// FNV-1a over the UTF-8 bytes, finished with `mix64` so that every bit of the result depends on every byte.
    ///
    /// The bytes are taken as they are: two spellings of the same letter (composed and decomposed) differ.
    /// Source: Fowler, Noll, Vo, *The FNV non-cryptographic hash algorithm* (64-bit parameters).
    public static func hash64(_ s: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in s.utf8 {
            hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
        }
        return mix64(hash)
    }

    /// The upper half of `hash64`.
    ///
    /// Short: a model with many names should check that theirs differ (1,000 names collide with chance 1 in 8,600).
    public static func hash32(_ s: String) -> UInt32 {
        UInt32(truncatingIfNeeded: hash64(s) >> 32)
    }

    /// A bijection of 64 bits in which every input bit flips each output bit with chance about one half.
    ///
    /// Source: one step of SplitMix64 (Steele, Lea, Flood 2014; constants of Stafford's variant 13).
    @inlinable
    public static func mix64(_ x: UInt64) -> UInt64 {
        var z = x &+ 0x9E37_79B9_7F4A_7C15
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    /// One hash of two, in which the order matters; for a fixed value of either, a bijection of the other.
    @inlinable
    public static func combine(_ a: UInt64, _ b: UInt64) -> UInt64 {
        mix64(mix64(a) ^ b)
    }
}
