import Foundation

/// The tables of the ziggurat method: a decreasing density covered by 256 layers of equal area.
///
/// Source: Marsaglia, Tsang (2000), *The ziggurat method for generating random variables*, Journal of Statistical
/// Software 5(8), with the constants for 256 layers and 52-bit uniforms.
///
/// The tables lie at the front of every `SamplerTables`, so that a draw indexes an array it already holds. Each law has
/// 257 edges x₀ > x₁ > … > x₂₅₆ = 0 (x₀ is the base layer's width, x₁ where the tail begins), then f at each edge.
enum Ziggurat {
    static let layers = 256
    static let exponentialEdges = 0
    static let exponentialHeights = layers + 1
    static let normalEdges = 2 * (layers + 1)
    static let normalHeights = 3 * (layers + 1)
    static let tableCount = 4 * (layers + 1)

    static let exponentialTail = 7.697_117_470_131_049_72
    static let normalTail = 3.654_152_885_361_009

    /// Edges and heights of both laws, `tableCount` numbers.
    static func tables() -> [Double] {
        let exponentialArea = (exponentialTail + 1) * exp(-exponentialTail)
        let normalArea =
            normalTail * exp(-0.5 * normalTail * normalTail)
            + (Double.pi / 2).squareRoot() * erfc(normalTail / 2.0.squareRoot())
        return table(tail: exponentialTail, area: exponentialArea, density: { exp(-$0) }, inverse: { -log($0) })
            + table(
                tail: normalTail, area: normalArea, density: { exp(-0.5 * $0 * $0) },
                inverse: { (-2 * log($0)).squareRoot() })
    }

    private static func table(
        tail: Double, area: Double, density: (Double) -> Double, inverse: (Double) -> Double
    ) -> [Double] {
        var edges = [area / density(tail), tail]
        while edges.count < layers {
            let edge = edges[edges.count - 1]
            edges.append(inverse(area / edge + density(edge)))
        }
        edges.append(0)
        return edges + edges.map(density)
    }

    /// A standard exponential draw; strictly positive.
    ///
    /// The low 8 bits of a word choose the layer, the upper 52 the place in it; 98.9 % of draws need one word.
    @inline(__always)
    static func exponential(_ stream: inout DrawStream, _ tables: [Double]) -> Double {
        let word = stream.next64()
        let layer = Int(truncatingIfNeeded: word & 0xFF)
        let x = DrawStream.uniform(word) * tables[exponentialEdges + layer]
        if x < tables[exponentialEdges + layer + 1] { return x }
        return exponentialEdge(x, layer, &stream, tables)
    }

    /// The standard exponential draw that begins with this word when the word decides it, else not-a-number.
    @inline(__always)
    static func exponential(word: UInt64, _ tables: Table<Double>) -> Double {
        let layer = Int(truncatingIfNeeded: word & 0xFF)
        let x = DrawStream.uniform(word) * tables[exponentialEdges &+ layer]
        return x < tables[exponentialEdges &+ layer &+ 1] ? x : .nan
    }

    @inline(never)
    private static func exponentialEdge(
        _ x: Double, _ layer: Int, _ stream: inout DrawStream, _ tables: [Double]
    ) -> Double {
        var (x, layer) = (x, layer)
        while true {
            // Beyond its start the tail is the whole law again (no memory).
            if layer == 0 { return exponentialTail - log(stream.uniform()) }
            let floor = tables[exponentialHeights + layer]
            let ceiling = tables[exponentialHeights + layer + 1]
            if floor + stream.uniform() * (ceiling - floor) < exp(-x) { return x }
            let word = stream.next64()
            layer = Int(truncatingIfNeeded: word & 0xFF)
            x = DrawStream.uniform(word) * tables[exponentialEdges + layer]
            if x < tables[exponentialEdges + layer + 1] { return x }
        }
    }

    /// A standard normal draw. Bit 8 of the word is the sign.
    @inline(__always)
    static func normal(_ stream: inout DrawStream, _ tables: [Double]) -> Double {
        let word = stream.next64()
        let layer = Int(truncatingIfNeeded: word & 0xFF)
        let x = DrawStream.uniform(word) * tables[normalEdges + layer]
        if x < tables[normalEdges + layer + 1] { return signed(x, word) }
        return normalEdge(x, word, &stream, tables)
    }

    /// The standard normal draw that begins with this word when the word decides it, else not-a-number.
    @inline(__always)
    static func normal(word: UInt64, _ tables: Table<Double>) -> Double {
        let layer = Int(truncatingIfNeeded: word & 0xFF)
        let x = DrawStream.uniform(word) * tables[normalEdges &+ layer]
        return x < tables[normalEdges &+ layer &+ 1] ? signed(x, word) : .nan
    }

    @inline(__always)
    private static func signed(_ x: Double, _ word: UInt64) -> Double {
        // The sign bit is set directly: a branch on a random bit would be mispredicted every other time.
        Double(bitPattern: x.bitPattern | (word & 0x100) << 55)
    }

    @inline(never)
    private static func normalEdge(
        _ x: Double, _ word: UInt64, _ stream: inout DrawStream, _ tables: [Double]
    ) -> Double {
        var (x, word) = (x, word)
        while true {
            let layer = Int(truncatingIfNeeded: word & 0xFF)
            if layer == 0 { return signed(normalTailDraw(&stream), word) }
            let floor = tables[normalHeights + layer]
            let ceiling = tables[normalHeights + layer + 1]
            if floor + stream.uniform() * (ceiling - floor) < exp(-0.5 * x * x) { return signed(x, word) }
            word = stream.next64()
            let next = Int(truncatingIfNeeded: word & 0xFF)
            x = DrawStream.uniform(word) * tables[normalEdges + next]
            if x < tables[normalEdges + next + 1] { return signed(x, word) }
        }
    }

    /// Source: Marsaglia (1964), *Generating a variable from the tail of the normal distribution*.
    static func normalTailDraw(_ stream: inout DrawStream) -> Double {
        while true {
            let beyond = -log(stream.uniform()) / normalTail
            if -2 * log(stream.uniform()) > beyond * beyond { return normalTail + beyond }
        }
    }
}
