import Foundation

/// A distribution compiled for the hot loop: an operation, a few numbers, a place in a table.
///
/// A draw is shift + scale·X, where X comes from the stream alone. So two distributions of one family that differ only
/// in scale (exponential, Erlang and Weibull means, gamma scale, lognormal median) give proportional draws from the
/// same stream, and those that differ in location give draws a constant apart: comparisons stay paired. Families drawn
/// by inversion (uniform, triangular, truncated normal, counts, discrete, empirical) are monotone in one uniform, so a
/// stochastically larger law of the family never gives a smaller draw. Gamma and beta with *different shapes*, and
/// different families, share a stream without such a guarantee.
///
/// Made by `SamplerTables.add(_:)`; use it with those tables only.
public struct Sampler: Hashable, Sendable, BitwiseCopyable {
    enum Operation: UInt8 {
        case constant, uniform, exponential, normal, lognormal, weibull, erlang, gamma
        case triangular, beta, truncatedNormal, hyperexponential, geometric, count, discrete, empirical
    }

    var operation: Operation
    /// Whether the truncated normal is computed mirrored.
    var isMirrored = false
    var offset: Int32 = 0
    var count: Int32 = 0
    var a = 0.0
    var b = 0.0
    var c = 0.0
    var scale = 1.0
    var shift = 0.0

    init(_ operation: Operation, a: Double = 0, b: Double = 0, c: Double = 0, scale: Double = 1, shift: Double = 0) {
        (self.operation, self.a, self.b, self.c) = (operation, a, b, c)
        (self.scale, self.shift) = (scale, shift)
    }

    /// The next draw of the distribution from the stream. No allocation; most families use one word.
    @inline(__always)
    public func sample(_ stream: inout DrawStream, tables: [Double]) -> Double {
        switch operation {
        case .constant: shift
        case .exponential: shift + scale * Ziggurat.exponential(&stream, tables)
        case .uniform: shift + scale * stream.uniform()
        case .lognormal: shift + scale * exp(a * Ziggurat.normal(&stream, tables))
        case .normal: shift + scale * Ziggurat.normal(&stream, tables)
        default: sampleRarer(&stream, tables)
        }
    }

    /// Of the law for which nearly every draw is decided by its stream's first word: that draw; not-a-number for other
    /// laws, and when the word does not decide it. The same as `sample` gives, at less cost.
    ///
    /// - Parameter word: makes the first word; asked only where it helps.
    @inline(__always)
    func sampleAtOnce(_ ziggurat: Table<Double>, word: () -> UInt64) -> Double {
        switch operation {
        case .exponential: shift + scale * Ziggurat.exponential(word: word(), ziggurat)
        case .lognormal: shift + scale * exp(a * Ziggurat.normal(word: word(), ziggurat))
        case .normal: shift + scale * Ziggurat.normal(word: word(), ziggurat)
        default: .nan
        }
    }

    @inline(never)
    private func sampleRarer(_ stream: inout DrawStream, _ tables: [Double]) -> Double {
        switch operation {
        case .weibull:
            return shift + scale * pow(Ziggurat.exponential(&stream, tables), a)
        case .erlang:
            var sum = 0.0
            for _ in 0..<count { sum += Ziggurat.exponential(&stream, tables) }
            return shift + scale * sum
        case .gamma:
            return shift + scale * Self.gamma(GammaShape(offset: b, spread: c, inverse: a), &stream, tables).value
        case .triangular:
            let u = stream.uniform()
            return shift + scale * (u < a ? (u * a).squareRoot() : 1 - ((1 - u) * (1 - a)).squareRoot())
        case .beta:
            return shift + scale * sampleBeta(&stream, tables)
        case .truncatedNormal:
            let u = stream.uniform()
            let z = isMirrored ? -NormalLaw.quantile(a + (1 - u) * b) : NormalLaw.quantile(a + u * b)
            return min(max(shift + scale * z, tables[Int(offset)]), tables[Int(offset) + 1])
        case .hyperexponential:
            let branch = search(stream.uniform(), tables)
            return shift + scale * (tables[Int(offset) + Int(count) + branch] * Ziggurat.exponential(&stream, tables))
        case .geometric:
            return shift + scale * (log(stream.uniform()) * a).rounded(.down)
        case .count:
            return shift + scale * (a + Double(search(stream.uniform(), tables)))
        case .discrete:
            return shift + scale * tables[Int(offset) + Int(count) + search(stream.uniform(), tables)]
        case .empirical:
            let index = min(Int(stream.uniform() * Double(count)), Int(count) - 1)
            return shift + scale * tables[Int(offset) + index]
        case .constant, .uniform, .exponential, .normal, .lognormal:
            return sample(&stream, tables: tables)
        }
    }

    /// The first of the `count` ascending probabilities at `offset` that is at least `u`; the last when none is.
    private func search(_ u: Double, _ tables: [Double]) -> Int {
        let start = Int(offset)
        var (low, high) = (0, Int(count) - 1)
        while low < high {
            let middle = (low + high) / 2
            if tables[start + middle] >= u { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// From the logarithms of two gamma draws, so that tiny shapes do not divide zero by zero.
    private func sampleBeta(_ stream: inout DrawStream, _ tables: [Double]) -> Double {
        let start = Int(offset)
        let first = GammaShape(offset: tables[start], spread: tables[start + 1], inverse: tables[start + 2])
        let second = GammaShape(offset: tables[start + 3], spread: tables[start + 4], inverse: tables[start + 5])
        let x = Self.gamma(first, &stream, tables).logarithm
        let y = Self.gamma(second, &stream, tables).logarithm
        return 1 / (1 + exp(y - x))
    }

    /// What the gamma method needs to know of a shape.
    struct GammaShape {
        /// Shape (raised by 1 when below 1) − 1/3.
        var offset: Double
        /// 1/√(9·offset).
        var spread: Double
        /// 1/shape when the shape is below 1, else 0.
        var inverse: Double

        init(offset: Double, spread: Double, inverse: Double) {
            (self.offset, self.spread, self.inverse) = (offset, spread, inverse)
        }

        init(_ shape: Double) {
            offset = (shape < 1 ? shape + 1 : shape) - 1 / 3
            spread = 1 / (9 * offset).squareRoot()
            inverse = shape < 1 ? 1 / shape : 0
        }
    }

    /// A gamma draw of scale 1 and its logarithm (which stays finite where the draw itself rounds to 0).
    ///
    /// Source: Marsaglia, Tsang (2000), *A simple method for generating gamma variables*, ACM TOMS 26(3).
    private static func gamma(
        _ shape: GammaShape, _ stream: inout DrawStream, _ tables: [Double]
    ) -> (value: Double, logarithm: Double) {
        while true {
            let z = Ziggurat.normal(&stream, tables)
            let root = 1 + shape.spread * z
            guard root > 0 else { continue }
            let cube = root * root * root
            let logCube = log(cube)
            guard log(stream.uniform()) < 0.5 * z * z + shape.offset * (1 - cube + logCube) else { continue }
            let value = shape.offset * cube
            if shape.inverse == 0 { return (value, log(shape.offset) + logCube) }
            let lift = log(stream.uniform()) * shape.inverse
            return (value * exp(lift), log(value) + lift)
        }
    }
}
