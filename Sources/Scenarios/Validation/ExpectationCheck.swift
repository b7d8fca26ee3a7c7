public import PathwaySim

/// One expected value of a scenario beside what a run found.
public struct ExpectationCheck: Sendable {
    public enum Verdict: String, Hashable, Sendable {
        /// The exact value lies in an interval that is narrow enough, or the reference agrees.
        case agrees
        /// It does not.
        case differs
        /// The exact value lies in the interval, which is too wide to mean much.
        case vague
        /// The run has no such measure, or it is undefined.
        case missing
        /// A published value without uncertainty: shown, not judged.
        case shown
    }

    public var expected: ExpectedValue
    /// What the run found, and its half-width at the run's level; nil when there is none.
    public var mean: Double?
    public var halfWidth: Double?
    public var verdict: Verdict

    /// The exact or reference value.
    public var value: Double {
        switch expected.kind {
        case .exact(let value): value
        case .reference(let value, _, _): value
        }
    }

    /// Full width of the interval as a share of the value; nil when either is missing or 0.
    public var relativeWidth: Double? {
        guard let halfWidth, value != 0 else { return nil }
        return 2 * halfWidth / abs(value)
    }

    /// Judges every expected value of a scenario.
    ///
    /// - An exact value must lie in the measure's interval (the result should be at level 0.999), and the full width must
    ///   stay under `widest` of the value. Ticks of a millisecond add 10⁻⁷ days, quantiles the half per cent to which the
    ///   histogram keeps them.
    /// - A reference with a half-width agrees when |ours − reference| ≤ 3.5·√(se₁² + se₂²) + half its last printed digit.
    ///   One without is shown.
    public static func all(_ expected: [ExpectedValue], in result: RunResult, widest: Double) -> [ExpectationCheck] {
        expected.map { value in
            let measure = result.measures.first { measure in
                measure.name == value.measure && measure.by?.attribute == value.group?.attribute
                    && measure.by?.value == value.group?.value
            }
            return check(value, measure, replications: result.replications, level: result.level, widest: widest)
        }
    }

    private static func check(
        _ expected: ExpectedValue, _ measure: Measure?, replications: Int, level: Double, widest: Double
    ) -> ExpectationCheck {
        guard let measure, let mean = measure.mean else {
            return ExpectationCheck(expected: expected, mean: nil, halfWidth: nil, verdict: .missing)
        }
        let halfWidth = measure.halfWidth
        let verdict: Verdict
        switch expected.kind {
        case .exact(let exact):
            let resolution = 1e-7 + abs(exact) * (isQuantile(expected.measure) ? 0.005 : 1e-9)
            if abs(mean - exact) > (halfWidth ?? 0) + resolution {
                verdict = .differs
            } else {
                verdict = 2 * (halfWidth ?? 0) <= widest * abs(exact) ? .agrees : .vague
            }
        case .reference(let reference, let halfWidth95, let lastDigit):
            if halfWidth95 > 0, let halfWidth {
                let ours = halfWidth / StudentT.quantile(0.5 + level / 2, degreesOfFreedom: Double(replications - 1))
                let theirs = halfWidth95 / NormalLaw.quantile(0.975)
                let allowed = 3.5 * (ours * ours + theirs * theirs).squareRoot() + lastDigit / 2
                verdict = abs(mean - reference) <= allowed ? .agrees : .differs
            } else {
                verdict = .shown
            }
        }
        return ExpectationCheck(expected: expected, mean: mean, halfWidth: halfWidth, verdict: verdict)
    }

    /// Whether a measure is read from a histogram: `wait.STEP.p90`.
    private static func isQuantile(_ measure: String) -> Bool {
        guard measure.hasPrefix("wait.") || measure.hasPrefix("time."), let last = measure.split(separator: ".").last,
            last.first == "p"
        else { return false }
        return last.dropFirst().allSatisfy(\.isNumber)
    }
}
