import PathwaySim
import Scenarios

/// Whether what must hold in every run held: the books of a simulation, balanced to the last citizen.
struct Verification {
    private let violations: Violations
    private let replications: Int
    private let hasWarmup: Bool

    init(_ report: RunReport) {
        violations = report.result.violations
        replications = report.result.replications
        hasWarmup = report.scenario.model.warmup > .zero
    }

    /// A headline and one line for each rule.
    func lines(_ language: Language) -> [String] {
        var rules: [(Text, Int?)] = [
            (Texts.verifyCitizens, violations.citizensLost), (Texts.verifyLittle, violations.little),
            (Texts.verifyCapacity, violations.capacity), (Texts.verifyWaits, violations.negativeWaits),
            (Texts.verifyMessages, violations.messagesLost), (Texts.verifySeats, violations.seats),
        ]
        // With a warm-up the times in the queue and the area under it do not cover the same citizens.
        if hasWarmup { rules[1].1 = nil }
        let headline = Texts.verified(violations: violations.total, replications: replications)
        return ["", headline[language]]
            + rules.map { rule, count in "  " + Texts.verifiedRule(rule, violations: count)[language] }
    }
}
