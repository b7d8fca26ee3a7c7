/// A limit that a measure is to keep, and how near to it a decision may go either way.
public struct ServiceGoal: Hashable, Sendable {
    /// Name of a measure.
    public var measure: String
    /// The group of citizens it is about; nil for all.
    public var by: Measure.Group?
    /// Whether the group is one of all those of its attribute: then one too small to be shown is not judged, as long as
    /// another is.
    public var isOneOfAll = false
    /// At most the limit; else at least.
    public var isAtMost: Bool
    /// In the measure's unit.
    public var limit: Double
    /// Width of the indifference zone on the good side of the limit, in the measure's unit, > 0: a value that keeps the
    /// limit by less may be passed over; one that breaks it is never taken.
    public var zone: Double

    public init(measure: String, by: Measure.Group? = nil, isAtMost: Bool, limit: Double, zone: Double) {
        self.measure = measure
        self.by = by
        self.isAtMost = isAtMost
        self.limit = limit
        self.zone = zone
    }

    /// How far a value is beyond the limit; 0 or less when it is kept.
    public func violation(_ value: Double) -> Double { isAtMost ? value - limit : limit - value }

    /// Whether an interval settles the matter: kept beyond doubt, broken (or kept by less than the zone), or nil.
    func verdict(_ value: Double, halfWidth: Double) -> Bool? {
        let worst = violation(value) + halfWidth
        let best = violation(value) - halfWidth
        if worst <= 0 { return true }
        return best > -zone ? false : nil
    }
}

/// What was found at one setting of the levers.
public struct GoalProbe: Sendable {
    public enum Verdict: String, Hashable, Sendable {
        /// Every goal is kept, with the search's confidence.
        case met
        /// A goal is broken, or kept by less than its zone.
        case missed
        /// The cap on replications came first.
        case undecided
    }

    /// Index of the value of each lever.
    public var point: [Int]
    public var verdict: Verdict
    public var replications: Int
    /// One for each goal, with half-widths at the search's level for a single decision; nil for a measure without a value.
    public var measures: [Measure?]
    public var warnings: [RunWarning]
    /// Sum over the goals of how far each is missed, relative to its limit.
    public var distance: Double
    /// Of those who came to the step of a goal about waits, the share that began; nil for other goals.
    public var begun: [Double?] = []
    /// How far the worst goal is beyond its limit, relative to it; below 0 when all are kept, infinite without a value.
    public var margin = Double.infinity
}

/// Runs a model until goals are known to be kept or broken.
public struct GoalDecision: Sendable {
    public var goals: [ServiceGoal]
    /// Chance that a single decision of a single look is wrong.
    public var risk: Double
    /// Replications at which the matter is looked at, ascending.
    public var looks: [Int]

    /// Numbers of replications from 20 on, doubled up to the cap.
    public static func looks(upTo cap: Int) -> [Int] {
        var looks: [Int] = []
        var next = 20
        while next < cap {
            looks.append(next)
            next *= 2
        }
        return looks + [max(2, cap)]
    }

    /// - Parameters:
    ///   - goals: all must be kept.
    ///   - level: confidence that no decision of the whole search is wrong.
    ///   - probes: most settings that are tried.
    ///
    /// The risk 1 − level is split evenly over probes, looks and goals (Bonferroni), one-sided, since at any true value only
    /// one of the two decisions is wrong.
    public init(goals: [ServiceGoal], level: Double, probes: Int, looks: [Int]) {
        self.goals = goals
        self.looks = looks
        risk = (1 - level) / Double(max(1, probes * looks.count * goals.count))
    }

    /// Runs as many replications as the decision needs, at most those of the last look.
    ///
    /// - Throws: what stops a run, also when it is cancelled.
    public func probe(_ experiment: Experiment, at point: [Int]) throws(SimulationError) -> GoalProbe {
        var experiment = experiment
        experiment.level = 1 - 2 * risk
        var accumulator = ResultAccumulator(experiment.model)
        var probe = GoalProbe(
            point: point, verdict: .undecided, replications: 0, measures: [], warnings: [], distance: .infinity)
        for look in looks {
            guard try experiment.run(from: accumulator.replications + 1, through: look, into: &accumulator) else {
                throw .cancelled
            }
            let result = experiment.result(accumulator, isInterrupted: false, stopping: nil)
            probe.replications = look
            probe.warnings = result.warnings
            probe.measures = goals.map { goal in
                result.measures.first { $0.name == goal.measure && $0.by == goal.by }
            }
            let comers = goals.map { Self.comers($0, result) }
            probe.begun = comers.map { $0.flatMap { $0.came > 0 ? Double($0.began) / Double($0.came) : nil } }
            let judged = judged(probe.measures, isNobody: comers.map { $0?.came == 0 })
            probe.distance = zip(goals, probe.measures).enumerated().reduce(0) { sum, item in
                let pair = item.element
                guard judged[item.offset] else { return sum }
                guard let value = pair.1?.mean else { return .infinity }
                return sum + max(0, pair.0.violation(value)) / max(abs(pair.0.limit), .leastNormalMagnitude)
            }
            probe.margin =
                goals.indices.filter { judged[$0] }.map { index in
                    guard let value = probe.measures[index]?.mean else { return .infinity }
                    return goals[index].violation(value) / max(abs(goals[index].limit), .leastNormalMagnitude)
                }.max() ?? .infinity
            let verdicts = zip(goals, probe.measures).enumerated().map { index, pair -> Bool? in
                let (goal, measure) = pair
                guard judged[index] else { return true }
                guard let measure, let value = measure.mean, let width = measure.halfWidth else { return nil }
                return goal.verdict(value, halfWidth: width)
            }
            if verdicts.contains(false) {
                probe.verdict = .missed
                return probe
            }
            if verdicts.allSatisfy({ $0 == true }) {
                probe.verdict = .met
                return probe
            }
        }
        return probe
    }

    /// How many came to the step that a goal about waits is about, and how many of them began; nil for other goals.
    private static func comers(_ goal: ServiceGoal, _ result: RunResult) -> (came: Int, began: Int)? {
        let parts = goal.measure.split(separator: ".")
        guard parts.count == 3, parts[0] == "wait" else { return nil }
        func measure(_ name: String) -> Measure? {
            result.measures.first { $0.name == "wait.\(parts[1]).\(name)" && $0.by == goal.by }
        }
        guard let all = measure("entered.p90"), let served = measure("mean"), !all.isHidden else { return nil }
        return (all.n, served.n)
    }

    /// Which goals the verdict rests on; see `ServiceGoal.isOneOfAll`.
    ///
    /// - Parameter isNobody: goals of groups of which nobody came to the step.
    private func judged(_ measures: [Measure?], isNobody: [Bool]) -> [Bool] {
        let isShown = zip(measures, isNobody).map { !($0?.isHidden ?? false) && !$1 }
        return goals.indices.map { index in
            let goal = goals[index]
            guard goal.isOneOfAll, !isShown[index] else { return true }
            return !goals.indices.contains { other in
                isShown[other] && goals[other].measure == goal.measure
                    && goals[other].by?.attribute == goal.by?.attribute
            }
        }
    }
}
