import PathwaySim
import Scenarios

/// The words of `doubt`: which numbers are drawn, and from what.
struct DoubtWords {
    let words: [Token]
    /// How far a number without a range is drawn down and up; nil when such a number counts as known.
    let share: Double?
    let line: CommandLine

    /// The numbers named, each perhaps with a range and a law after it; else all that the scenario gives a range for.
    func inputs(in scenario: Scenario) throws(CommandFailure) -> [UncertainSetting] {
        guard !words.isEmpty else {
            let assumed = share.map { share in
                scenario.assumptionsWithoutRange.filter { !scenario.isSwitch($0) }.compactMap {
                    Self.widened($0, by: share)
                }
            }
            return inOrder(scenario.uncertainSettings + (assumed ?? []), of: scenario)
        }
        var inputs: [UncertainSetting] = []
        var rest = words[...]
        while let path = rest.popFirst() {
            let setting = try Lever.setting(path, scenario, line)
            guard !inputs.contains(where: { $0.setting.path == setting.path }) else {
                throw .notUnderstood(.sameLever(setting.path), line.place(of: path))
            }
            guard !["horizon", "warmup"].contains(setting.path) else {
                throw .notUnderstood(.frameOfRun(setting.path), line.place(of: path))
            }
            var range: Token?
            var law: UncertainNumber.Law?
            if let next = rest.first, next.text.contains("..") { range = rest.popFirst() }
            if let next = rest.first, let named = Self.law(next.text) {
                law = named
                rest.removeFirst()
            }
            let input = try input(setting, path, range, law, scenario)
            inputs.append(input)
        }
        return inputs
    }

    private func inOrder(_ inputs: [UncertainSetting], of scenario: Scenario) -> [UncertainSetting] {
        let places = Dictionary(
            scenario.settings.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
        return inputs.sorted { (places[$0.setting.path] ?? 0) < (places[$1.setting.path] ?? 0) }
    }

    private func input(
        _ setting: Setting, _ path: Token, _ range: Token?, _ law: UncertainNumber.Law?, _ scenario: Scenario
    ) throws(CommandFailure) -> UncertainSetting {
        guard setting.value.plainAmount != nil else {
            let known = scenario.settings.filter(\.varies).map(\.path)
            throw .failed(
                .noSuchNumber(path.text, similar: Suggestions.closest(to: path.text, among: known)),
                line.place(of: path))
        }
        let found: UncertainSetting?
        if let range {
            let ends = try LeverRange(range, step: nil, of: setting, line: line)
            found = UncertainSetting(
                setting, range: (ends.low.amount, ends.high.amount), unit: ends.low.unit, law: law ?? .triangular,
                isStated: true)
            guard ends.low.amount < ends.high.amount else {
                throw .notUnderstood(.emptyRange(range.text), line.place(of: range))
            }
        } else if let own = scenario.uncertain(setting) {
            found =
                law.map { law in
                    UncertainSetting(
                        setting, range: (own.number.low, own.number.high), unit: own.unit, law: law, isStated: true)
                } ?? own
        } else {
            found = share.flatMap { Self.widened(setting, by: $0, law: law ?? .triangular) }
        }
        guard let found else { throw .notUnderstood(.rangeNeeded(path.text), line.place(of: path)) }
        return found
    }

    /// A share down and up, whole numbers at least 1, never from one side of 0 to the other.
    private static func widened(
        _ setting: Setting, by share: Double, law: UncertainNumber.Law = .triangular
    ) -> UncertainSetting? {
        guard setting.varies, let amount = setting.value.plainAmount else { return nil }
        var (low, high) = (amount - abs(amount) * share, amount + abs(amount) * share)
        switch setting.form {
        case .integer: (low, high) = (amount >= 1 ? max(1, low.rounded(.down)) : low.rounded(.down), high.rounded(.up))
        case .probability: high = min(1, high)
        default: break
        }
        return UncertainSetting(setting, range: (low, high), law: law, isStated: false)
    }

    /// A law in either language.
    private static func law(_ word: String) -> UncertainNumber.Law? {
        switch String(Suggestions.folded(word)) {
        case "triangular", "triangle", "trekant": .triangular
        case "uniform", "jaevn", "jævn", "ens": .uniform
        case "normal": .normal
        default: nil
        }
    }
}
