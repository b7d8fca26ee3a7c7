import Foundation

/// A law fitted to a sample by maximum likelihood.
///
/// Laws for the same sample are compared by the corrected Akaike criterion, −2·log-likelihood + 2k + 2k(k+1)/(n − k − 1) for k
/// parameters; laws that differ by less than 2 are both well supported. Source: Burnham, Anderson (2002), *Model Selection
/// and Multimodel Inference*, 2nd ed., §2.4 and §2.6.
public struct DistributionFit: Sendable {
    /// The laws that are tried.
    public enum Family: String, Hashable, Sendable, CaseIterable {
        case exponential, gamma, weibull, lognormal, normal, poisson, geometric, binomial
    }

    /// What can be asked of a law with its uncertainty.
    public enum Figure: Hashable, Sendable {
        case mean
        /// The value that this share does not exceed.
        case quantile(Double)
    }

    /// Where the sample and the law differ most in the share that does not exceed a value.
    public struct Gap: Hashable, Sendable {
        public let at: Double
        public let sample: Double
        public let law: Double
        public var size: Double { abs(sample - law) }
    }

    public let family: Family
    public let distribution: Distribution
    /// The corrected Akaike criterion; only differences mean something.
    public let criterion: Double
    public let gap: Gap
    /// What was fitted: without zeros where they stand apart.
    public let sample: FittingSample

    private let fitted: FittedFamily
    private let place: [Double]
    /// Of the search's numbers, by the inverse of the observed information.
    private let covariance: [[Double]]

    /// Fewest observations to which laws are fitted.
    public static let leastCount = 10
    /// Laws whose criteria differ by less cannot be told apart.
    public static let indistinct = 2.0

    /// The laws that can have produced a sample, the best first; none for fewer than `leastCount` observations, when all
    /// are the same, or when times and measurements have two values only: a curve through two points says nothing of what
    /// lies between and beyond them.
    ///
    /// Complexity: some 40 passes over the distinct values for each law.
    public static func candidates(for sample: FittingSample) -> [DistributionFit] {
        let sample = sample.hasSeparateZeros ? sample.withoutZeros() : sample
        guard sample.count >= leastCount, sample.kind == .counts || sample.values.count > 2 else { return [] }
        return families(for: sample).compactMap { name in
            name == .binomial
                ? bestBinomial(sample).flatMap { DistributionFit($0, sample) }
                : FittedFamily(name, for: sample).flatMap { DistributionFit($0, sample) }
        }.sorted { $0.criterion < $1.criterion }
    }

    private static func families(for sample: FittingSample) -> [Family] {
        switch sample.kind {
        case .counts: [.poisson, .geometric] + (sample.standardDeviation.squared < sample.mean ? [.binomial] : [])
        case .times:
            [.exponential, .gamma, .weibull, .lognormal]
                // A time is never below 0: a normal law that often were is no candidate.
                + (NormalLaw.cdf(-sample.mean / sample.standardDeviation) < 0.001 ? [.normal] : [])
        case .numbers: (sample.least > 0 ? [.exponential, .gamma, .weibull, .lognormal] : []) + [.normal]
        }
    }

    init?(_ family: FittedFamily, _ sample: FittingSample) {
        let search = NewtonSearch(from: family.start) { family.cost($0, sample) }
        let (n, k) = (Double(sample.count), Double(family.parameters))
        guard search.hasSettled, search.value.isFinite, n > k + 1, let law = family.distribution(search.place),
            let factor = CholeskyFactor(search.curvature)
        else { return nil }
        self.family = family.name
        distribution = law
        criterion = 2 * n * search.value + 2 * k + 2 * k * (k + 1) / (n - k - 1)
        gap = Self.gap(sample, law)
        self.sample = sample
        fitted = family
        place = search.place
        covariance = factor.inverse.map { $0.map { $0 / n } }
    }

    /// The number of trials that makes the sample likeliest; nil when more are always better (then it is a Poisson law).
    private static func bestBinomial(_ sample: FittingSample) -> FittedFamily? {
        let least = Int(max(1, sample.greatest))
        guard least < 10_000 else { return nil }
        let most = 10 * least + 50
        var best: (cost: Double, trials: Int)?
        for trials in least...most {
            guard let family = FittedFamily(.binomial, for: sample, trials: trials) else { continue }
            let cost = family.cost(family.start, sample)
            if cost < best?.cost ?? .infinity { best = (cost, trials) } else if best != nil { break }
        }
        guard let best, best.trials < most else { return nil }
        return FittedFamily(.binomial, for: sample, trials: best.trials)
    }

    // MARK: Uncertainty

    /// A figure of the law with the interval that holds the truth with this confidence if the law is the right one; the
    /// interval is nil for quantiles of counts, which jump.
    ///
    /// By the delta method, for figures of positive laws on the logarithm. Source: Davison (2003), *Statistical Models*,
    /// §4.4.
    public func estimate(_ figure: Figure, level: Double) -> (value: Double, low: Double?, high: Double?) {
        let value = Self.value(of: figure, distribution)
        if case .quantile = figure, sample.kind == .counts { return (value, nil, nil) }
        let isPositive = distribution.support.lowerBound >= 0
        func scaled(_ law: Distribution?) -> Double? {
            law.map { Self.value(of: figure, $0) }.map { isPositive ? log($0) : $0 }
        }
        let h = 1e-3
        var slope: [Double] = []
        for index in place.indices {
            var (up, down) = (place, place)
            up[index] += h
            down[index] -= h
            guard let above = scaled(fitted.distribution(up)), let below = scaled(fitted.distribution(down)) else {
                return (value, nil, nil)
            }
            slope.append((above - below) / (2 * h))
        }
        var variance = 0.0
        for row in slope.indices {
            for column in slope.indices { variance += slope[row] * covariance[row][column] * slope[column] }
        }
        guard variance.isFinite, variance >= 0 else { return (value, nil, nil) }
        let reach = NormalLaw.quantile(0.5 + level / 2) * variance.squareRoot()
        return isPositive ? (value, value * exp(-reach), value * exp(reach)) : (value, value - reach, value + reach)
    }

    private static func value(of figure: Figure, _ law: Distribution) -> Double {
        switch figure {
        case .mean: law.mean
        case .quantile(let p): law.quantile(p)
        }
    }

    // MARK: How well it fits

    /// Observations of 0 that the law lets expect.
    public var expectedZeros: Double {
        if sample.kind == .counts { return Double(sample.count) * distribution.cdf(0) }
        guard let grid = sample.grid else { return 0 }
        return Double(sample.count) * distribution.cdf(grid / 2)
    }

    /// Of samples of this size that the law itself produced, the share that differ from the law fitted to them at least as
    /// much as this sample does: small when the law does not describe the data.
    ///
    /// A parametric bootstrap of the Kolmogorov–Smirnov distance, as the law's parameters were estimated from the same data.
    /// Source: Stute, González Manteiga, Presedo Quindimil (1993), *Bootstrap based goodness-of-fit-tests*, Metrika 40.
    /// Deterministic for a seed.
    public func shareFartherAway(samples: Int, seed: UInt64, isCancelled: () -> Bool = { false }) -> Double? {
        var tables = SamplerTables()
        let sampler = tables.add(distribution)
        var (farther, tried) = (1, 1)
        for index in 0..<samples {
            if isCancelled() { return nil }
            let key = DrawKey(
                stream: DrawStream.stream(seed: seed, replication: UInt32(clamping: index), name: "fit"), block: 0,
                ordinal: 0)
            var stream = DrawStream(key, purpose: NameHash.hash32(family.rawValue))
            let draws = (0..<sample.count).map { _ -> Double in
                let draw = sampler.sample(&stream, tables: tables.values)
                guard let grid = sample.grid else { return draw }
                return (draw / grid).rounded() * grid
            }
            let own = FittingSample(draws, kind: sample.kind, grid: sample.grid)
            let trials = if case .binomial(let n, _) = distribution.kind { n } else { 0 }
            guard let guess = FittedFamily(family, for: own, trials: trials), let fit = DistributionFit(guess, own)
            else {
                continue
            }
            tried += 1
            if fit.gap.size >= gap.size - 1e-12 { farther += 1 }
        }
        return Double(farther) / Double(tried)
    }

    /// Samples that can be tried without a long wait; 0 where there are so many observations that every law is found not to be
    /// exactly right.
    public var affordableSamples: Int {
        let work = sample.grid == nil ? sample.count : sample.count / 20 + 30 * sample.values.count
        return sample.count > 50_000 ? 0 : min(499, max(99, 2_000_000 / max(1, 5 * work)))
    }

    private static func gap(_ sample: FittingSample, _ law: Distribution) -> Gap {
        var largest = Gap(at: sample.least, sample: 0, law: 0)
        var before = 0
        let total = Double(sample.count)
        for value in sample.values {
            let ends: (low: Double, high: Double) =
                if let grid = sample.grid {
                    (value.value - grid / 2, value.value + grid / 2)
                } else if sample.kind == .counts {
                    (value.value - 1, value.value)
                } else {
                    (value.value, value.value)
                }
            let upTo = before + value.count
            for gap in [
                Gap(at: ends.low, sample: Double(before) / total, law: law.cdf(ends.low)),
                Gap(at: ends.high, sample: Double(upTo) / total, law: law.cdf(ends.high)),
            ] where gap.size > largest.size {
                largest = gap
            }
            before = upTo
        }
        return largest
    }
}

extension Double {
    fileprivate var squared: Double { self * self }
}
