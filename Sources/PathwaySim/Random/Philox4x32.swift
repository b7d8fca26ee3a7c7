/// Philox4x32: a counter-based generator, a keyed bijection of 128 bits that looks random.
///
/// There is no state to advance: a block is a pure function of a counter (four words) and a key (two words), so any
/// draw can be made at any time, in any order, on any thread. Ten rounds are the published choice; seven pass the
/// same statistical tests.
///
/// Source: Salmon, Moraes, Dror, Shaw (2011), *Parallel random numbers: as easy as 1, 2, 3*, SC'11.
public enum Philox4x32 {
    /// The four output words for a counter and a key.
    ///
    /// - Parameter rounds: 10 unless given; 0 returns the counter itself.
    @inlinable
    @inline(__always)
    public static func block(
        _ c0: UInt32, _ c1: UInt32, _ c2: UInt32, _ c3: UInt32, key k0: UInt32, _ k1: UInt32, rounds: Int = 10
    ) -> (UInt32, UInt32, UInt32, UInt32) {
        var (x0, x1, x2, x3) = (c0, c1, c2, c3)
        var (key0, key1) = (k0, k1)
        for _ in 0..<rounds {
            let product0 = 0xD251_1F53 &* UInt64(x0)
            let product1 = 0xCD9E_8D57 &* UInt64(x2)
            (x0, x1, x2, x3) = (
                UInt32(truncatingIfNeeded: product1 >> 32) ^ x1 ^ key0, UInt32(truncatingIfNeeded: product1),
                UInt32(truncatingIfNeeded: product0 >> 32) ^ x3 ^ key1, UInt32(truncatingIfNeeded: product0)
            )
            key0 &+= 0x9E37_79B9
            key1 &+= 0xBB67_AE85
        }
        return (x0, x1, x2, x3)
    }
}
