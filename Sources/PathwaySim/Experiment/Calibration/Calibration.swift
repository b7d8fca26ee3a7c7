import Foundation

/// Values of a model's unknowns for which it gives what was observed, with their uncertainty.
///
/// Simulated moments: the figures' simulated means, as functions of the unknowns, are laid through by second-degree surfaces
/// (the same luck at every point), and the unknowns chosen that bring them nearest to what was observed, distances weighted by
/// how much the figures vary and vary together from year to year. The region shrinks around the best point until it is about as
/// large as the uncertainty. That comes from the sandwich formula: one observed year against many simulated.
/// Source: McFadden (1989), *A method of simulated moments …*, Econometrica 57; Gouriéroux, Monfort (1996), *Simulation-Based
/// Econometric Methods*, §2.3.
///
/// What the figures cannot tell is not proposed: an unknown that they hardly depend on, or several that only move them
/// together. Such unknowns keep their present values, and the others are estimated for these.
public struct Calibration: Sendable {
    /// An unknown with the bounds within which it is looked for, and its present value.
    public struct Unknown: Hashable, Sendable {
        public var low: Double
        public var high: Double
        public var present: Double

        public init(low: Double, high: Double, present: Double) {
            self.low = low
            self.high = high
            self.present = present
        }
    }

    /// What the figures say about an unknown.
    public enum Verdict: Hashable, Sendable {
        /// A value, and where the truth lies with the level's probability, cut off at the bounds.
        case told(value: Double, low: Double, high: Double)
        /// The figures hardly depend on it.
        case untold
        /// They depend on it, but cannot tell it from these others.
        case inseparable(from: [Int])
    }

    /// What is to be explained.
    public struct Target: Sendable {
        public var figure: ObservedFigure
        public var observed: Double
        /// What it had to reach to be told at all; nil when it is told whatever it is. Simulated years with less are as years
        /// without it: else what was told would be set beside years of which it would not have been, and seem too large.
        public var least: Double?

        public init(_ figure: ObservedFigure, observed: Double, least: Double? = nil) {
            self.figure = figure
            self.observed = observed
            self.least = least
        }
    }

    /// In the order of the unknowns.
    public let verdicts: [Verdict]
    /// The proposed values, present ones where nothing is proposed.
    public let proposal: [Double]
    /// Figures that could be used: those that most simulated years have and that are not the same in all.
    public let used: [Bool]
    /// Simulated years in all.
    public let runs: Int

    /// An unknown whose interval is as wide as this share of its bounds on either side is not told.
    static let widest = 0.4
    /// Most unknowns at once.
    public static let mostUnknowns = 4

    /// - Parameters:
    ///   - replications: years simulated at each point, at least 20.
    ///   - simulate: years × figures at values of the unknowns, always with the same luck.
    /// - Throws: what `simulate` throws.
    public init(
        _ unknowns: [Unknown], _ targets: [Target], replications: Int, level: Double,
        simulate: (_ values: [Double], _ replications: Int) throws -> [[Double?]]
    ) throws {
        var search = CalibrationSearch(
            unknowns: unknowns, targets: targets, replications: max(20, replications), level: level)
        var verdicts: [Int: Verdict] = [:]
        var active = Array(unknowns.indices)
        var found: CalibrationSearch.Found?
        while !active.isEmpty {
            let round = try search.run(active) { values, replications in
                try simulate(values, replications).map { year in
                    year.enumerated().map { index, value in
                        guard index < targets.count, let least = targets[index].least, let value else { return value }
                        return value < least ? nil : value
                    }
                }
            }
            found = round
            let gone = round.verdicts(level: level)
            if gone.isEmpty { break }
            verdicts.merge(gone) { first, _ in first }
            active.removeAll { gone[$0] != nil }
        }
        var proposal = unknowns.map(\.present)
        if let found, !active.isEmpty {
            for (place, index) in active.enumerated() {
                let unknown = unknowns[index]
                func value(_ share: Double) -> Double {
                    unknown.low + (unknown.high - unknown.low) * min(1, max(0, share))
                }
                proposal[index] = value(found.place[place])
                let reach = found.reach(place, level: level)
                verdicts[index] = .told(
                    value: proposal[index], low: value(found.place[place] - reach),
                    high: value(found.place[place] + reach))
            }
        }
        self.verdicts = unknowns.indices.map { verdicts[$0] ?? .untold }
        self.proposal = proposal
        used = search.used
        runs = search.runs
    }
}
