/// The search behind `Calibration` for some of the unknowns, the others at their present values. Places are shares of the way
/// from each unknown's lower bound to its upper one.
struct CalibrationSearch {
    let unknowns: [Calibration.Unknown]
    let targets: [Calibration.Target]
    let replications: Int
    let level: Double
    private(set) var used: [Bool]
    private(set) var runs = 0

    private static let mostRounds = 8
    /// The region is made no smaller than this.
    private static let leastRadius = 0.05
    /// The region's half-width, in standard errors: where the truth probably lies, the surface should fit.
    private static let errorsWide = 1.5

    init(unknowns: [Calibration.Unknown], targets: [Calibration.Target], replications: Int, level: Double) {
        self.unknowns = unknowns
        self.targets = targets
        self.replications = replications
        self.level = level
        used = targets.map { _ in true }
    }

    /// The best place, and how well the figures determine it.
    struct Found {
        var active: [Int]
        var place: [Double]
        /// What the figures say about the unknowns, each figure's weight considered; less what is only noise of the simulation.
        var information: [[Double]]
        /// The variance of the figures' pull.
        var pull: [[Double]]
        var replications: Int

        private var inflation: Double { 1 + 1 / Double(replications) }

        private func quantile(_ level: Double) -> Double {
            StudentT.quantile(0.5 + level / 2, degreesOfFreedom: Double(replications - 1))
        }

        /// Of the unknowns estimated together: the sandwich A⁻¹BA⁻¹; nil when they cannot be.
        var covariance: [[Double]]? {
            guard let factor = CholeskyFactor(information) else { return nil }
            let inverse = factor.inverse
            func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
                a.map { row in
                    b[0].indices.map { column in
                        row.indices.reduce(0) { $0 + row[$1] * b[$1][column] }
                    }
                }
            }
            return product(product(inverse, pull), inverse)
        }

        /// Half the width of an interval around an unknown, as a share of its bounds.
        func reach(_ index: Int, level: Double) -> Double {
            guard let variance = covariance?[index][index], variance >= 0 else { return .infinity }
            return quantile(level) * (variance * inflation).squareRoot()
        }

        /// The same, were all the others known.
        private func reachAlone(_ index: Int, level: Double) -> Double {
            let information = information[index][index]
            guard information > 0 else { return .infinity }
            return quantile(level) * (pull[index][index] * inflation).squareRoot() / information
        }

        /// Unknowns that the figures do not tell; none when all are told.
        func verdicts(level: Double) -> [Int: Calibration.Verdict] {
            let silent = active.indices.filter { reachAlone($0, level: level) > Calibration.widest }
            if !silent.isEmpty {
                return Dictionary(uniqueKeysWithValues: silent.map { (active[$0], Calibration.Verdict.untold) })
            }
            let together = active.indices.filter { reach($0, level: level) > Calibration.widest }
            var verdicts: [Int: Calibration.Verdict] = [:]
            for index in together {
                verdicts[active[index]] = .inseparable(from: partners(of: index).map { active[$0] })
            }
            return verdicts
        }

        /// Those whose estimates go up and down with this one's.
        private func partners(of index: Int) -> [Int] {
            let others = active.indices.filter { $0 != index }
            let ties = others.map { other -> Double in
                let product = (information[index][index] * information[other][other]).squareRoot()
                return product > 0 ? abs(information[index][other]) / product : 0
            }
            let strong = zip(others, ties).filter { $0.1 >= 0.8 }.map(\.0)
            if !strong.isEmpty { return strong }
            return zip(others, ties).max { $0.1 < $1.1 }.map { [$0.0] } ?? []
        }
    }

    mutating func run(
        _ active: [Int], _ simulate: (_ values: [Double], _ replications: Int) throws -> [[Double?]]
    ) throws -> Found {
        guard let design = QuadraticDesign(dimension: active.count) else { return silence(active) }
        var centre = active.map { _ in 0.5 }
        var radius = active.map { _ in 0.5 }
        var found = silence(active)
        for round in 1...Self.mostRounds {
            centre = zip(centre, radius).map { min(max($0, $1), 1 - $1) }
            let years = try design.points.map { point -> [[Double?]] in
                let place = point.indices.map { centre[$0] + radius[$0] * point[$0] }
                runs += replications
                return try simulate(values(active, place), replications)
            }
            if round == 1 { used = usable(years) }
            guard
                let surface = CalibrationSurface(
                    design, years: years, targets: targets, used: used, radius: radius)
            else { return silence(active) }
            let best = surface.lowest()
            found = surface.found(active, at: best, centre: centre)
            let wanted = active.indices.map { index -> Double in
                let error = found.reach(index, level: 0.683)
                return error.isFinite ? min(0.5, max(Self.leastRadius, Self.errorsWide * error)) : 0.5
            }
            // A region whose best point lies on its edge is left towards that side, unless it is the bounds' edge.
            let isInside = active.indices.map { index in
                abs(best[index]) < 0.95 || found.place[index] < 0.01 || found.place[index] > 0.99
            }
            if active.indices.allSatisfy({ isInside[$0] && radius[$0] <= wanted[$0] * 1.01 }) { break }
            centre = found.place
            radius = active.indices.map { isInside[$0] ? max(wanted[$0], radius[$0] / 2) : radius[$0] }
        }
        return found
    }

    /// Nothing can be said.
    private func silence(_ active: [Int]) -> Found {
        let zeros = active.map { _ in active.map { _ in 0.0 } }
        return Found(
            active: active, place: active.map { _ in 0.5 }, information: zeros, pull: zeros, replications: replications)
    }

    private func values(_ active: [Int], _ place: [Double]) -> [Double] {
        var values = unknowns.map(\.present)
        for (index, share) in zip(active, place) {
            values[index] = unknowns[index].low + (unknowns[index].high - unknowns[index].low) * share
        }
        return values
    }

    /// Figures that four years in five have wherever it was tried, and that are not always the same.
    private func usable(_ years: [[[Double?]]]) -> [Bool] {
        targets.indices.map { figure in
            let exists = years.allSatisfy { point in point.count { $0[figure] != nil } * 5 >= point.count * 4 }
            let all = years.joined().compactMap { $0[figure] }
            return exists && (all.contains { $0 != all[0] })
        }
    }
}
