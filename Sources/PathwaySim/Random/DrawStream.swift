/// Whose luck it is: a citizen (of a source, in a block of time, with an ordinal), a group, a resource.
public struct DrawKey: Hashable, Sendable {
    /// Hash of seed, replication and the name of the source or resource; see `DrawStream.stream`.
    public var stream: UInt64
    /// The block of time in which the owner's arrival is drawn, or whatever else tells owners of one name apart.
    public var block: UInt32
    /// The owner's number within the block.
    public var ordinal: UInt32

    /// The key as given.
    @inlinable
    public init(stream: UInt64, block: UInt32, ordinal: UInt32) {
        self.stream = stream
        self.block = block
        self.ordinal = ordinal
    }
}

/// The luck of one owner for one purpose at one visit: a short sequence of random words.
///
/// Streams with different keys, purposes or visits never share a counter, so what one draw consumes moves no other.
/// The words are those of Philox4x32-10 with the two halves of `key.stream` as its key and the counter
/// (ordinal, block, purpose, visit·2¹⁶ + index of the Philox block within the stream); each Philox block gives two
/// words. From 65,536 visits on the key is another one, see `key(_:visit:)`. After 65,536 blocks (131,072 words) the stream goes on under the key `mix64(stream)`, index 0.
///
/// Making a stream costs nothing; the first word costs one Philox block (about 4 ns).
public struct DrawStream: Sendable {
    @usableFromInline var key: UInt64
    @usableFromInline let ordinal: UInt32
    @usableFromInline let block: UInt32
    @usableFromInline let purpose: UInt32
    @usableFromInline var visitAndIndex: UInt32
    @usableFromInline var spare: UInt64
    @usableFromInline var hasSpare: Bool

    /// The stream at its first word.
    ///
    /// - Parameters:
    ///   - purpose: what is drawn, e.g. `NameHash.hash32` of the step's name and the kind of draw.
    ///   - visit: how many times the owner has been here before.
    @inlinable
    @inline(__always)
    public init(_ key: DrawKey, purpose: UInt32, visit: UInt32 = 0) {
        self.key = DrawStream.key(key.stream, visit: visit)
        ordinal = key.ordinal
        block = key.block
        self.purpose = purpose
        visitAndIndex = visit << 16
        spare = 0
        hasSpare = false
    }

    /// The Philox key of a stream at a visit: the counter holds the visit's lower 16 bits, the key the upper ones
    /// (multiplied by 2⁶⁴ over the golden ratio, so that neighbours are far apart).
    @inlinable
    @inline(__always)
    static func key(_ stream: UInt64, visit: UInt32) -> UInt64 {
        stream ^ UInt64(visit >> 16) &* 0x9E37_79B9_7F4A_7C15
    }

    /// The first two words of a stream, without making it.
    @inlinable
    @inline(__always)
    static func firstWords(_ key: DrawKey, purpose: UInt32, visit: UInt32 = 0) -> (UInt64, UInt64) {
        let stream = DrawStream.key(key.stream, visit: visit)
        let words = Philox4x32.block(
            key.ordinal, key.block, purpose, visit &<< 16,
            key: UInt32(truncatingIfNeeded: stream), UInt32(truncatingIfNeeded: stream &>> 32))
        return (UInt64(words.0) | UInt64(words.1) &<< 32, UInt64(words.2) | UInt64(words.3) &<< 32)
    }

    /// The next 64 uniform bits.
    @inlinable
    @inline(__always)
    public mutating func next64() -> UInt64 {
        if hasSpare {
            hasSpare = false
            return spare
        }
        let words = Philox4x32.block(
            ordinal, block, purpose, visitAndIndex,
            key: UInt32(truncatingIfNeeded: key), UInt32(truncatingIfNeeded: key >> 32))
        if visitAndIndex & 0xFFFF == 0xFFFF {
            visitAndIndex &= 0xFFFF_0000
            key = NameHash.mix64(key)
        } else {
            visitAndIndex &+= 1
        }
        spare = UInt64(words.2) | UInt64(words.3) << 32
        hasSpare = true
        return UInt64(words.0) | UInt64(words.1) << 32
    }

    /// The next number in the open interval (0, 1): an odd multiple of 2⁻⁵³, so never 0 or 1 and symmetric about ½.
    @inlinable
    @inline(__always)
    public mutating func uniform() -> Double {
        DrawStream.uniform(next64())
    }

    /// The upper 52 bits of a word as a number in (0, 1); the lowest 12 bits are not used.
    @inlinable
    @inline(__always)
    public static func uniform(_ word: UInt64) -> Double {
        // Signed: the conversion is one instruction, and the value fits.
        Double(Int64(truncatingIfNeeded: (word >> 11) | 1)) * 0x1p-53
    }

    /// The stream hash of a named source or resource in one replication.
    ///
    /// For a fixed seed and replication, names with different `NameHash.hash64` have different streams.
    public static func stream(seed: UInt64, replication: UInt32, name: String) -> UInt64 {
        NameHash.combine(seed, UInt64(replication)) ^ NameHash.hash64(name)
    }
}
