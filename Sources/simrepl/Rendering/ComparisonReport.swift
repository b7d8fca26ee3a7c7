import PathwaySim
import Scenarios

/// A comparison with what a reader needs to judge it: one source for every format.
struct ComparisonReport: Sendable {
    var base: Contender
    var variants: [Contender]
    /// Its variants are in the order of `variants`.
    var comparison: Comparison
    /// Replications that were asked for; nil when the number was found on the way.
    var requested: Int?
    /// Why the sides did not have the same luck; nil when they had.
    var apart: Text?
    /// Attributes whose groups are shown too.
    var groupedBy: [String] = []
    /// Whether the table shows every measure.
    var isFull = false

    /// The scenario that names the measures: the base's, else the first that can be read.
    var scenario: Scenario? { base.scenario ?? variants.lazy.compactMap(\.scenario).first }

    var isInterrupted: Bool {
        comparison.base.isInterrupted || comparison.variants.contains { $0.result.isInterrupted }
    }

    func label(_ measure: String) -> Text {
        let parts = measure.split(separator: ".")
        // A step that only a variant has is named by the variant.
        let scenarios = ([base] + variants).compactMap(\.scenario)
        let owner = scenarios.first { scenario in
            parts.count > 1 && scenario.model.steps.contains { $0.name == parts[1] }
        }
        return (owner ?? scenario)?.measureLabel(measure) ?? Text(same: Escaping.terminalSafe(measure))
    }

    /// What makes a result less trustworthy than its numbers look.
    func warnings(_ contender: Contender, _ result: RunResult) -> [RunReport.Warning] {
        guard let saved = contender.saved else {
            return result.warnings.map {
                .init(code: $0.code, text: Texts.warning($0, scenario: contender.scenario, requested: requested))
            }
        }
        return saved.warnings.map { .init(code: $0.code, text: $0.shown) }
    }

    // MARK: Which measures

    /// The scenario's headline measures, or its waits when it names none: how many replications there are depends on them.
    static func deciding(of scenario: Scenario) -> [String] {
        guard scenario.headline.isEmpty else { return scenario.headline }
        return scenario.model.steps.filter(\.action.makesWait).prefix(6).map { "wait.\($0.name).mean" }
    }

    /// With nine of ten of their waits: judged together. To know those as well would take many times as many years.
    static func headline(of scenario: Scenario) -> [String] {
        var names: [String] = []
        let given = deciding(of: scenario)
        for name in given {
            names.append(name)
            guard let step = waitStep(name), !given.contains("wait.\(step).p90") else { continue }
            names.append("wait.\(step).p90")
        }
        return names
    }

    /// Names of what is shown unless everything is asked for: the headline, what happens to those who wait for it, and
    /// the promises.
    var shownNames: [String] {
        var names: [String] = []
        for name in comparison.headline {
            names.append(name)
            guard name.hasSuffix(".p90"), let step = Self.waitStep(name) else { continue }
            names += ["throughput.\(step)", "reneged.\(step).count", "wait.\(step).census.count"]
        }
        names += comparison.base.measures.filter {
            $0.by == nil && $0.name.hasPrefix("deadline.") && $0.name.hasSuffix(".share")
        }.map(\.name)
        return names
    }

    /// The step of `wait.STEP.mean` or `wait.STEP.p90`.
    private static func waitStep(_ measure: String) -> String? {
        let parts = measure.split(separator: ".")
        guard parts.count == 3, parts[0] == "wait", parts[2] == "mean" || parts[2] == "p90" else { return nil }
        return String(parts[1])
    }

    /// A variant's differences to be shown: for all citizens, then by group.
    func shown(_ variant: Comparison.Variant) -> [Difference] {
        guard !isFull else { return variant.differences.filter { $0.by == nil && !$0.isNothing } + groups(variant) }
        let all = variant.differences.filter { $0.by == nil }
        return shownNames.compactMap { name in all.first { $0.name == name } }.filter {
            comparison.headline.contains($0.name) || !$0.isNothing
        } + elsewhere(variant) + groups(variant)
    }

    /// What changes most outside the measures that are always shown: how many pass the other steps with a wait and how long
    /// they wait there, and the steps that only one side has.
    ///
    /// A difference counts when it is beyond chance with all of these judged together (Bonferroni) and at least a
    /// twentieth of what it was; at most four, the greatest first.
    func elsewhere(_ variant: Comparison.Variant) -> [Difference] {
        let shown = Set(shownNames)
        let candidates = variant.differences.filter { difference in
            let parts = difference.name.split(separator: ".")
            guard difference.by == nil, parts.count > 1, !shown.contains(difference.name) else { return false }
            return parts[0] == "throughput"
                ? isAtAWait(String(parts[1]))
                : parts[0] == "wait" && parts.last == "mean"
                    && parts.count == 3
        }
        let limit = (1 - comparison.level) / Double(max(1, candidates.count))
        let alone = candidates.filter { difference in
            difference.name.hasPrefix("throughput.") && (difference.base == nil) != (difference.variant == nil)
                && max(difference.base ?? 0, difference.variant ?? 0) > 0
        }
        let changed = candidates.filter { difference in
            (difference.p ?? 1) < limit && !difference.isSparse && size(difference) >= 0.05
        }
        let ordered = changed.sorted { (size($0), $1.name) > (size($1), $0.name) }
        return Array((alone + ordered).prefix(4))
    }

    /// The difference as a part of what it was.
    private func size(_ difference: Difference) -> Double {
        guard let change = difference.difference, let base = difference.base else { return 0 }
        return base == 0 ? .infinity : abs(change / base)
    }

    private func isAtAWait(_ step: String) -> Bool {
        ([base] + variants).compactMap(\.scenario).contains { scenario in
            scenario.model.steps.contains { $0.name == step && $0.action.makesWait }
        }
    }

    private func groups(_ variant: Comparison.Variant) -> [Difference] {
        guard !groupedBy.isEmpty else { return [] }
        let names = Set(isFull ? variant.differences.map(\.name) : shownNames)
        return variant.differences.filter { difference in
            guard let group = difference.by, !difference.isNothing else { return false }
            return groupedBy.contains(group.attribute) && names.contains(difference.name)
        }
    }
}

extension Difference {
    /// The same on both sides in every replication, or nothing on either side.
    var isNothing: Bool {
        (difference == nil && base == nil && variant == nil) || (difference == 0 && halfWidth ?? 0 == 0)
    }
}

extension Step.Action {
    /// Whether citizens can wait here for something that is scarce.
    fileprivate var makesWait: Bool {
        switch self {
        case .service, .seize, .appointment, .course: true
        default: false
        }
    }
}
