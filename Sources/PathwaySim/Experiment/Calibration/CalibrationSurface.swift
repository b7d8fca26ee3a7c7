import Foundation

/// Surfaces through the simulated figures over a region, and the distance from what was observed.
struct CalibrationSurface {
    private let design: QuadraticDesign
    private let radius: [Double]
    /// By replication: figures × points, on the figures' scale.
    private let years: [[[Double]]]
    /// Over the replications, by figure.
    private let coefficients: [[Double]]
    /// Figures × points: the years' means.
    private let means: [[Double]]
    private let observed: [Double]
    private let covariance: [[Double]]
    /// The variance that comes of writing figures as whole numbers or tenths, by figure.
    private let roundings: [Double]
    private let weights: CholeskyFactor
    /// The same as the coefficients and what was observed, uncorrelated and of variance 1.
    private let whitenedCoefficients: [[Double]]
    private let whitenedObserved: [Double]

    /// Nil when no figure can be used.
    init?(
        _ design: QuadraticDesign, years: [[[Double?]]], targets: [Calibration.Target], used: [Bool], radius: [Double]
    ) {
        let figures = targets.indices.filter { used[$0] }
        guard !figures.isEmpty, let replications = years.first?.count, replications > 1 else { return nil }
        self.design = design
        self.radius = radius
        var scaled = [[[Double]]](
            repeating: [[Double]](repeating: [Double](repeating: 0, count: years.count), count: figures.count),
            count: replications)
        var covariance = figures.map { _ in figures.map { _ in 0.0 } }
        for (point, values) in years.enumerated() {
            var deviations = [[Double]](repeating: [], count: figures.count)
            for (row, figure) in figures.enumerated() {
                let scale = FigureScale(targets[figure].figure.kind)
                let known = values.compactMap { $0[figure] }.map { scale($0) }
                // A year in which nobody began says nothing about waits: it is taken as the mean of the others.
                let mean = known.reduce(0, +) / Double(max(1, known.count))
                for year in 0..<replications {
                    scaled[year][row][point] = values[year][figure].map { scale($0) } ?? mean
                }
                deviations[row] = (0..<replications).map { scaled[$0][row][point] - mean }
            }
            for a in figures.indices {
                for b in 0...a {
                    let sum = zip(deviations[a], deviations[b]).reduce(0) { $0 + $1.0 * $1.1 }
                    covariance[a][b] += sum / Double(replications - 1) / Double(years.count)
                }
            }
        }
        for a in figures.indices {
            for b in 0..<a { covariance[b][a] = covariance[a][b] }
        }
        let roundings = figures.map { figure in
            let rounding = FigureScale(targets[figure].figure.kind).rounding(at: targets[figure].observed)
            return rounding * rounding / 3
        }
        guard let weights = Self.weights(covariance, roundings, replications: replications) else { return nil }
        let means = figures.indices.map { row in
            years.indices.map { point in
                scaled.reduce(0) { $0 + $1[row][point] } / Double(replications)
            }
        }
        let coefficients = means.map(design.coefficients)
        let observed = figures.map { FigureScale(targets[$0].figure.kind)(targets[$0].observed) }
        self.years = scaled
        self.coefficients = coefficients
        self.observed = observed
        self.covariance = covariance
        self.roundings = roundings
        self.weights = weights
        let terms = coefficients[0].indices.map { term in weights.whitened(coefficients.map { $0[term] }) }
        self.means = means
        whitenedCoefficients = figures.indices.map { row in terms.map { $0[row] } }
        whitenedObserved = weights.whitened(observed)
    }

    /// How differences from what was observed are weighed. Correlations from few years are uncertain: the more figures there are
    /// for a year, the less they count.
    private static func weights(
        _ covariance: [[Double]], _ roundings: [Double], replications: Int
    ) -> CholeskyFactor? {
        let kept = Double(replications) / Double(replications + roundings.count)
        return CholeskyFactor(
            covariance.indices.map { a in
                covariance.indices.map { b in
                    a == b ? covariance[a][a] + roundings[a] : covariance[a][b] * kept
                }
            })
    }

    // MARK: The best place

    private func residuals(_ point: [Double]) -> [Double] {
        let terms = QuadraticDesign.terms(point)
        return zip(whitenedObserved, whitenedCoefficients).map { observed, row in
            observed - zip(row, terms).reduce(0) { $0 + $1.0 * $1.1 }
        }
    }

    private func distance(_ point: [Double]) -> Double { residuals(point).reduce(0) { $0 + $1 * $1 } }

    /// The point of the region, from −1 to 1 in each direction, where the surfaces are nearest to what was observed: the best of a
    /// grid, improved by damped Gauss–Newton steps (Levenberg, Marquardt).
    func lowest() -> [Double] {
        let steps = [41, 21, 9, 7][min(design.dimension, 4) - 1]
        var best = [Double](repeating: 0, count: design.dimension)
        var least = Double.infinity
        for index in 0..<Int(pow(Double(steps), Double(design.dimension))) {
            var rest = index
            let point = (0..<design.dimension).map { _ -> Double in
                defer { rest /= steps }
                return -1 + 2 * Double(rest % steps) / Double(steps - 1)
            }
            let value = distance(point)
            if value < least { (best, least) = (point, value) }
        }
        var damping = 1e-3
        for _ in 0..<60 {
            let slopes = (0..<design.dimension).map { direction -> [Double] in
                let terms = QuadraticDesign.slopes(best, direction)
                return whitenedCoefficients.map { zip($0, terms).reduce(0) { $0 + $1.0 * $1.1 } }
            }
            let rest = residuals(best)
            func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
            var matrix = slopes.map { a in slopes.map { dot(a, $0) } }
            for index in matrix.indices { matrix[index][index] += damping * (matrix[index][index] + 1e-9) }
            guard let step = CholeskyFactor(matrix)?.solve(slopes.map { dot($0, rest) }) else { break }
            let next = zip(best, step).map { min(1, max(-1, $0 + $1)) }
            let value = distance(next)
            if value < least {
                let moved = zip(best, next).map { abs($0 - $1) }.max() ?? 0
                (best, least) = (next, value)
                damping /= 3
                if moved < 1e-7 { break }
            } else {
                damping *= 4
                if damping > 1e6 { break }
            }
        }
        return best
    }

    // MARK: How well it is known

    func found(_ active: [Int], at best: [Double], centre: [Double]) -> CalibrationSearch.Found {
        let replications = years.count
        // By direction: the slopes of each year's own surface, per share of the bounds.
        var means: [[Double]] = []
        var yearly: [[[Double]]] = []
        var noise = active.map { _ in active.map { _ in 0.0 } }
        var deviations: [[[Double]]] = []
        for direction in active.indices {
            let terms = QuadraticDesign.slopes(best, direction).map { $0 / radius[direction] }
            let slopes = years.map { year in
                year.map { values in zip(design.coefficients(values), terms).reduce(0) { $0 + $1.0 * $1.1 } }
            }
            let mean = coefficients.indices.map { row in
                slopes.reduce(0) { $0 + $1[row] } / Double(replications)
            }
            means.append(mean)
            yearly.append(slopes)
            deviations.append(slopes.map { slope in weights.whitened(zip(slope, mean).map { $0 - $1 }) })
        }
        func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        for a in active.indices {
            for b in active.indices {
                let sum = zip(deviations[a], deviations[b]).reduce(0) { $0 + dot($1.0, $1.1) }
                noise[a][b] = sum / Double(replications * (replications - 1))
            }
        }
        let pulls = means.map(weights.solve)
        let information = active.indices.map { a in
            active.indices.map { b in dot(means[a], pulls[b]) - noise[a][b] }
        }
        return CalibrationSearch.Found(
            active: active, place: active.indices.map { centre[$0] + radius[$0] * best[$0] }, information: information,
            pull: pull(means, yearly), replications: replications)
    }

    /// The variance of what an observed year does to the estimate.
    ///
    /// Weights that were made from the simulated years suit these better than the year that was observed: with many figures for
    /// few years the variance would come out far too small. So each simulated year is weighed as one that was observed, by
    /// weights and slopes from the others (cross-validation).
    ///
    /// - Parameters:
    ///   - means: by direction and figure, the slopes over the years.
    ///   - yearly: the same of each year, by direction, year and figure.
    private func pull(_ means: [[Double]], _ yearly: [[[Double]]]) -> [[Double]] {
        let (n, points) = (Double(years.count), Double(self.means[0].count))
        var sums = means.map { _ in means.map { _ in 0.0 } }
        func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
        for (year, values) in years.enumerated() {
            // By point, the figures' distances from their means.
            let distances = self.means[0].indices.map { point in
                values.indices.map { values[$0][point] - self.means[$0][point] }
            }
            var others = covariance
            for a in others.indices {
                for b in others.indices {
                    let own = distances.reduce(0) { $0 + $1[a] * $1[b] } / points
                    others[a][b] = (covariance[a][b] * (n - 1) - own * n / (n - 1)) / (n - 2)
                }
            }
            let weights = Self.weights(others, roundings, replications: years.count) ?? self.weights
            let pulls = means.indices.map { direction in
                weights.solve(zip(means[direction], yearly[direction][year]).map { ($0 * n - $1) / (n - 1) })
            }
            for a in pulls.indices {
                for b in pulls.indices {
                    let own = distances.reduce(0) { $0 + dot(pulls[a], $1) * dot(pulls[b], $1) } / points
                    let rounding = roundings.indices.reduce(0) { $0 + pulls[a][$1] * pulls[b][$1] * roundings[$1] }
                    sums[a][b] += (own * n / (n - 1) + rounding) / n
                }
            }
        }
        return sums
    }
}
