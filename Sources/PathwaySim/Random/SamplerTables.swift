import Foundation

/// The numbers that samplers look up, in one array; built before a run, read-only during it.
///
/// ```swift
/// var tables = SamplerTables()
/// let service = tables.add(try .lognormal(mean: 0.8, cv: 0.5))
/// var stream = DrawStream(key, purpose: 7)
/// let days = service.sample(&stream, tables: tables.values)
/// ```
public struct SamplerTables: Sendable {
    /// What to hand to `Sampler.sample`. Begins with the ziggurat tables.
    public private(set) var values = Ziggurat.tables()
    private var known: [Distribution: Sampler] = [:]

    /// The ziggurat tables alone.
    public init() {}

    /// The sampler of a distribution; adding the same distribution again adds nothing.
    public mutating func add(_ distribution: Distribution) -> Sampler {
        if let sampler = known[distribution] { return sampler }
        let sampler = compile(distribution.kind)
        known[distribution] = sampler
        return sampler
    }

    private mutating func compile(_ kind: Distribution.Kind) -> Sampler {
        switch kind {
        case .constant(let value): return Sampler(.constant, shift: value)
        case .uniform(let low, let high): return Sampler(.uniform, scale: high - low, shift: low)
        case .triangular(let low, let mode, let high):
            return Sampler(.triangular, a: (mode - low) / (high - low), scale: high - low, shift: low)
        case .pert(let low, let mode, let high, let shape):
            let (alpha, beta) = Distribution.pertShapes(low: low, mode: mode, high: high, shape: shape)
            return compileBeta(alpha, beta, low, high)
        case .exponential(let mean): return Sampler(.exponential, scale: mean)
        case .erlang(let shape, let mean): return compileErlang(shape, mean: mean)
        case .gamma(let shape, let scale): return compileGamma(shape, scale: scale)
        case .weibull(let shape, let scale): return Sampler(.weibull, a: 1 / shape, scale: scale)
        case .lognormal(let mu, let sigma): return Sampler(.lognormal, a: sigma, scale: exp(mu))
        case .normal(let mean, let sd, let lower, let upper): return compileNormal(mean, sd, lower, upper)
        case .beta(let alpha, let beta, let low, let high): return compileBeta(alpha, beta, low, high)
        case .hyperexponential(let branches): return compileWeighted(.hyperexponential, branches)
        case .poisson(let mean): return compileCount(CountLaw.poisson(mean: mean))
        case .binomial(let n, let p): return compileCount(CountLaw.binomial(n: n, p: p))
        case .geometric(let p): return Sampler(.geometric, a: 1 / log1p(-p))
        case .discrete(let values): return compileWeighted(.discrete, values)
        case .empirical(let observations): return append(observations.sorted(), to: Sampler(.empirical))
        case .affine(let base, let scale, let shift): return compileAffine(base, scale: scale, shift: shift)
        }
    }

    /// Few phases are added up: cheaper, and each phase keeps its own draw. Many are one gamma draw.
    private func compileErlang(_ shape: Int, mean: Double) -> Sampler {
        if shape == 1 { return Sampler(.exponential, scale: mean) }
        guard shape <= 6 else { return compileGamma(Double(shape), scale: mean / Double(shape)) }
        var sampler = Sampler(.erlang, scale: mean / Double(shape))
        sampler.count = Int32(shape)
        return sampler
    }

    private func compileGamma(_ shape: Double, scale: Double) -> Sampler {
        let gamma = Sampler.GammaShape(shape)
        return Sampler(.gamma, a: gamma.inverse, b: gamma.offset, c: gamma.spread, scale: scale)
    }

    private mutating func compileBeta(_ alpha: Double, _ beta: Double, _ low: Double, _ high: Double) -> Sampler {
        let numbers = [alpha, beta].map(Sampler.GammaShape.init).flatMap { [$0.offset, $0.spread, $0.inverse] }
        return append(numbers, to: Sampler(.beta, scale: high - low, shift: low))
    }

    private mutating func compileNormal(_ mean: Double, _ sd: Double, _ lower: Double?, _ upper: Double?) -> Sampler {
        if lower == nil, upper == nil { return Sampler(.normal, scale: sd, shift: mean) }
        let law = TruncatedNormal(mean: mean, sd: sd, lower: lower ?? -.infinity, upper: upper ?? .infinity)
        var sampler = Sampler(.truncatedNormal, a: law.below, b: law.mass, scale: sd, shift: mean)
        sampler.isMirrored = law.isMirrored
        return append([law.lower, law.upper], to: sampler)
    }

    /// Cumulative probabilities, then values, ascending: inversion is then monotone in the uniform.
    private mutating func compileWeighted(_ operation: Sampler.Operation, _ items: [WeightedValue]) -> Sampler {
        let (values, cumulative) = Distribution.cumulative(items)
        var sampler = append(cumulative + values, to: Sampler(operation))
        sampler.count = Int32(values.count)
        return sampler
    }

    private mutating func compileCount(_ law: CountLaw) -> Sampler {
        var sum = 0.0
        let cumulative = law.probabilities.map { probability in
            sum += probability
            return sum
        }
        return append(cumulative, to: Sampler(.count, a: Double(law.lowest)))
    }

    private mutating func compileAffine(_ base: Distribution, scale: Double, shift: Double) -> Sampler {
        var sampler = add(base)
        sampler.scale *= scale
        sampler.shift = sampler.shift * scale + shift
        if sampler.operation == .truncatedNormal {
            let start = Int(sampler.offset)
            sampler = append([values[start] * scale + shift, values[start + 1] * scale + shift], to: sampler)
        }
        return sampler
    }

    private mutating func append(_ numbers: [Double], to sampler: Sampler) -> Sampler {
        var sampler = sampler
        sampler.offset = Int32(values.count)
        sampler.count = Int32(numbers.count)
        values += numbers
        return sampler
    }
}
