import PathwaySim
import Scenarios

/// How a number is said in the words of a notebook: no digit beyond its uncertainty, in the notebook's language.
struct NumberText {
    let language: Language
    let units: NumberUnits

    /// An estimate, as a measure or a difference gives it.
    struct Estimate {
        var mean: Double?
        var halfWidth: Double?
        var low: Double?
        var high: Double?
        var unit: Measure.Unit
        var isSparse: Bool
        /// Of a difference: whether it is beyond chance. Nil for a measure.
        var isCertain: Bool?

        init(_ measure: Measure) {
            (mean, halfWidth, low, high) = (measure.mean, measure.halfWidth, measure.low, measure.high)
            (unit, isSparse) = (measure.unit, measure.isSparse)
        }

        init(_ difference: Difference) {
            (mean, halfWidth) = (difference.difference, difference.halfWidth)
            (low, high, unit) = (difference.low, difference.high, difference.unit)
            (isSparse, isCertain) = (difference.isSparse, difference.isDistinguishable && !difference.isSparse)
        }
    }

    /// - Throws: that the number does not exist, or is not what the words say.
    func text(_ estimate: Estimate, _ target: NumberTarget) throws(NotebookProblem) -> String {
        guard let mean = estimate.mean.map({ $0 * scale(estimate.unit) }) else { throw .noValue(target.name) }
        let halfWidth = estimate.halfWidth.map { $0 * scale(estimate.unit) }
        let number = try number(mean, halfWidth, estimate, target)
        let about = estimate.isSparse ? Texts.numberAbout[language] + " " : ""
        guard !target.forms.contains(.number) else { return about + number }
        return about + withUnit(number, estimate.unit)
    }

    private func number(
        _ mean: Double, _ halfWidth: Double?, _ estimate: Estimate, _ target: NumberTarget
    ) throws(NotebookProblem) -> String {
        if target.forms.contains(.interval) {
            guard let halfWidth else { throw .noUncertainty(target.name) }
            return NumberFormat.withUncertainty(mean, halfWidth: halfWidth, language: language)
        }
        if target.forms.contains(.years) {
            let factor = scale(estimate.unit)
            guard let low = estimate.low, let high = estimate.high, let halfWidth else {
                throw .noUncertainty(target.name)
            }
            return ReportSection.Cell.spread(low * factor, high * factor, halfWidth, language)
        }
        for (form, sign) in [(NumberTarget.Form.more, 1.0), (.less, -1.0)] where target.forms.contains(form) {
            guard let isCertain = estimate.isCertain else { throw .notADifference(target.name) }
            guard isCertain, mean * sign > 0 else {
                let shown = halfWidth.map { NumberFormat.withUncertainty(mean, halfWidth: $0, language: language) }
                throw .notSoDifferent(target.name, shown ?? NumberFormat.undefined, isMore: sign > 0, isCertain)
            }
            return rounded(abs(mean), halfWidth)
        }
        return rounded(mean, halfWidth)
    }

    private func rounded(_ mean: Double, _ halfWidth: Double?) -> String {
        // What is left of the same number in every replication after adding and dividing is no uncertainty.
        if let halfWidth, halfWidth < abs(mean) * 1e-9 || halfWidth == 0 {
            return ReportSection.Cell.withoutUncertainty(mean, language)
        }
        return NumberFormat.rounded(mean, halfWidth: halfWidth, language: language)
    }

    private func scale(_ unit: Measure.Unit) -> Double {
        unit == .days && units == .weeks ? 1 / 7 : unit.scale
    }

    private func withUnit(_ number: String, _ unit: Measure.Unit) -> String {
        let isOne = number == "1"
        switch unit {
        case .days:
            let text = units == .weeks ? Texts.numberWeeks(isOne: isOne) : Texts.numberDays(isOne: isOne)
            return number + " " + text[language]
        case .hours: return number + " " + Texts.numberHours(isOne: isOne)[language]
        case .share: return number + (language == .da ? " %" : "%")
        case .count, .number: return number
        }
    }

    /// The value of a setting: durations in words, shares as per cent, numbers as they are.
    func text(_ setting: Setting) throws(NotebookProblem) -> String {
        switch setting.value.value {
        case .number(let number):
            let isShare = [ValueForm.probability, .probabilityWeight].contains(setting.form)
            guard isShare else { return NumberFormat.exact(number, language: language) }
            return NumberFormat.exact((number * 1e11).rounded() / 1e9, language: language)
                + (language == .da ? " %" : "%")
        case .string(let text):
            if let duration = try? DurationText(parsing: text) { return DurationFormat.text(duration)[language] }
            return MarkdownText.escaped(Escaping.terminalSafe(text))
        default: throw .notANumber(setting.path)
        }
    }
}
