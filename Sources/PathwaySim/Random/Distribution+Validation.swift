import Foundation

extension Distribution.Kind {
    /// Largest size of a location, scale or mean; keeps every draw finite.
    static let magnitudeLimit = 1e100
    /// Least probability that bounds may leave of a normal distribution.
    static let leastTruncatedMass = 1e-9

    /// The same distribution in its simplest form, or the first thing wrong with it.
    func checked() throws(DistributionError) -> Distribution.Kind {
        switch self {
        case .constant(let value):
            try Self.check("value", value)
            return self
        case .uniform(let low, let high):
            return try Self.checkRange(low, high) ? self : .constant(low)
        case .triangular(let low, let mode, let high):
            return try Self.checkModes(low, mode, high) ? self : .constant(low)
        case .pert(let low, let mode, let high, let shape):
            try Self.check("shape", shape, .above(0, atMost: 1e4))
            return try Self.checkModes(low, mode, high) ? self : .constant(low)
        case .affine(let base, let scale, let shift):
            return try Self.checkedAffine(base, scale: scale, shift: shift)
        case .hyperexponential(let branches):
            try Self.checkWeights(branches, values: "mean", .within(0, Self.magnitudeLimit))
            return self
        case .discrete(let values):
            try Self.checkWeights(values, values: "value", .within(-Self.magnitudeLimit, Self.magnitudeLimit))
            return self
        case .empirical(let values):
            if values.isEmpty { throw .empty("value") }
            for (index, value) in values.enumerated() {
                try Self.check("value", value, index: index)
            }
            return self
        case .poisson, .binomial, .geometric:
            return try checkedCount()
        default:
            return try checkedContinuous()
        }
    }

    private func checkedContinuous() throws(DistributionError) -> Distribution.Kind {
        switch self {
        case .exponential(let mean):
            try Self.check("mean", mean, .within(0, Self.magnitudeLimit))
            return mean == 0 ? .constant(0) : self
        case .erlang(let shape, let mean):
            try Self.check("shape", Double(shape), .within(1, 1e6))
            try Self.check("mean", mean, .within(0, Self.magnitudeLimit))
            return mean == 0 ? .constant(0) : self
        case .gamma(let shape, let scale):
            try Self.check("shape", shape, .within(0.001, 1e9))
            try Self.check("scale", scale, .within(0, Self.magnitudeLimit))
            return scale == 0 ? .constant(0) : self
        case .weibull(let shape, let scale):
            try Self.check("shape", shape, .within(0.05, 1e6))
            try Self.check("scale", scale, .within(0, Self.magnitudeLimit))
            return scale == 0 ? .constant(0) : self
        case .lognormal(let mu, let sigma):
            try Self.check("mu", mu, .within(-230, 230))
            try Self.check("sigma", sigma, .within(0, 10))
            return sigma == 0 ? .constant(exp(mu)) : self
        case .beta(let alpha, let beta, let low, let high):
            try Self.check("alpha", alpha, .within(0.001, 1e9))
            try Self.check("beta", beta, .within(0.001, 1e9))
            return try Self.checkRange(low, high) ? self : .constant(low)
        case .normal(let mean, let sd, let lower, let upper):
            return try Self.checkedNormal(mean, sd, lower, upper)
        default:
            return self
        }
    }

    private func checkedCount() throws(DistributionError) -> Distribution.Kind {
        switch self {
        case .poisson(let mean):
            try Self.check("mean", mean, .within(0, 1e7))
            return mean == 0 ? .constant(0) : self
        case .binomial(let n, let p):
            try Self.check("n", Double(n), .within(0, 1e9))
            try Self.check("p", p, .within(0, 1))
            if n == 0 || p == 0 { return .constant(0) }
            return p == 1 ? .constant(Double(n)) : self
        case .geometric(let p):
            try Self.check("p", p, .within(1e-9, 1))
            return p == 1 ? .constant(0) : self
        default:
            return self
        }
    }

    private static func checkedNormal(
        _ mean: Double, _ sd: Double, _ lower: Double?, _ upper: Double?
    ) throws(DistributionError) -> Distribution.Kind {
        try check("mean", mean)
        try check("sd", sd, .within(0, magnitudeLimit))
        if let lower { try check("lower", lower) }
        if let upper { try check("upper", upper) }
        if let lower, let upper, lower > upper { throw .order("lower", lower, mustNotExceed: "upper", upper) }
        if let lower, lower == upper { return .constant(lower) }
        let (least, most) = (lower ?? -.infinity, upper ?? .infinity)
        if sd == 0 {
            guard least <= mean, mean <= most else {
                throw .boundsExclude(lower: least, upper: most, probability: 0)
            }
            return .constant(mean)
        }
        let mass = TruncatedNormal(mean: mean, sd: sd, lower: least, upper: most).mass
        guard mass >= leastTruncatedMass else {
            throw .boundsExclude(lower: least, upper: most, probability: mass)
        }
        return .normal(mean: mean, sd: sd, lower: lower, upper: upper)
    }

    /// One level at most: an affine of an affine is a single one, so depth never grows with a user's nesting.
    private static func checkedAffine(
        _ base: Distribution, scale: Double, shift: Double
    ) throws(DistributionError) -> Distribution.Kind {
        var (base, scale, shift) = (base, scale, shift)
        try check("scale", scale, .within(0, magnitudeLimit))
        try check("shift", shift)
        if case .affine(let inner, let innerScale, let innerShift) = base.kind {
            shift += scale * innerShift
            scale *= innerScale
            base = inner
            try check("scale", scale, .within(0, magnitudeLimit))
            try check("shift", shift)
        }
        if case .constant(let value) = base.kind {
            return try Distribution.Kind.constant(scale * value + shift).checked()
        }
        if scale == 0 { return .constant(shift) }
        if scale == 1, shift == 0 { return base.kind }
        return .affine(base, scale: scale, shift: shift)
    }

    private static func check(
        _ name: String, _ value: Double,
        _ allowed: DistributionError.Allowed = .within(-magnitudeLimit, magnitudeLimit),
        index: Int? = nil
    ) throws(DistributionError) {
        let isAllowed =
            switch allowed {
            case .above(let low, let high): value > low && value <= high
            case .within(let low, let high): value >= low && value <= high
            }
        if !isAllowed { throw .parameter(name, index: index, value: value, allowed: allowed) }
    }

    /// Whether low < high; false when they coincide.
    private static func checkRange(_ low: Double, _ high: Double) throws(DistributionError) -> Bool {
        try check("low", low)
        try check("high", high)
        if low > high { throw .order("low", low, mustNotExceed: "high", high) }
        return low < high
    }

    private static func checkModes(_ low: Double, _ mode: Double, _ high: Double) throws(DistributionError) -> Bool {
        let isProper = try checkRange(low, high)
        try check("mode", mode)
        if mode < low { throw .order("low", low, mustNotExceed: "mode", mode) }
        if mode > high { throw .order("mode", mode, mustNotExceed: "high", high) }
        return isProper
    }

    private static func checkWeights(
        _ items: [WeightedValue], values name: String, _ allowed: DistributionError.Allowed
    ) throws(DistributionError) {
        if items.isEmpty { throw .empty(name) }
        for (index, item) in items.enumerated() {
            try check(name, item.value, allowed, index: index)
            try check("weight", item.weight, .within(0, magnitudeLimit), index: index)
        }
        if items.allSatisfy({ $0.weight == 0 }) { throw .noWeight }
    }
}
