internal import Foundation
public import PathwaySim

/// A number of a scenario that is not known exactly, with the law it is drawn from.
public struct UncertainSetting: Sendable {
    public var setting: Setting
    public var number: UncertainNumber
    /// The range's unit where the value is a duration; nil for a plain number.
    public var unit: DurationText.Unit?
    /// Whether the scenario gives the range itself.
    public var isStated: Bool
    /// Whether the scenario's own value lies outside the range.
    public let isAway: Bool

    /// A value of it, as it stands in a scenario.
    public func node(_ amount: Double) -> JSONNode {
        guard let unit else { return JSONNode(.number(Self.tidy(amount))) }
        return JSONNode(
            .string(DurationText(unit.allowsDecimals ? Self.tidy(amount) : amount.rounded(), unit).description))
    }

    /// Nil for what is no number or duration, and where the range is empty.
    ///
    /// - Parameter range: least and greatest value, in the value's own unit unless `unit` says another.
    public init?(
        _ setting: Setting, range: (low: Double, high: Double), unit: DurationText.Unit? = nil,
        law: UncertainNumber.Law, isStated: Bool
    ) {
        var best: Double
        var own: DurationText.Unit?
        if let number = setting.value.number {
            best = number
        } else if let text = setting.value.string,
            let duration = try? DurationText(parsing: text, allowingNegative: true)
        {
            (best, own) = (duration.amount, duration.unit)
        } else {
            return nil
        }
        if let unit, unit != own {
            // The present value in the range's unit; where the calendar decides, the middle of the range.
            let days = own == nil ? best : own?.days.map { $0 * best }
            best = unit.days.flatMap { perUnit in days.map { $0 / perUnit } } ?? (range.low + range.high) / 2
            own = unit
        }
        let isWhole: Bool =
            if let own { !own.allowsDecimals } else if case .integer = setting.form { true } else { false }
        guard let number = UncertainNumber(best: best, low: range.low, high: range.high, law: law, isWhole: isWhole)
        else { return nil }
        self.setting = setting
        isAway = best < range.low || best > range.high
        self.number = number
        self.unit = own
        self.isStated = isStated
    }

    /// The dust of binary fractions is wiped off.
    private static func tidy(_ amount: Double) -> Double {
        guard amount != 0, amount.isFinite else { return amount }
        let scale = pow(10, 11 - log10(abs(amount)).rounded(.down))
        let tidied = (amount * scale).rounded() / scale
        return tidied.isFinite ? tidied : amount
    }
}

extension Scenario {
    /// A setting with the range and law that the scenario gives for it; nil where it gives none that holds the value.
    public func uncertain(_ setting: Setting) -> UncertainSetting? {
        guard let path = try? JSONPath(parsing: setting.path), let node = try? document.node(at: path),
            let ends = node["range"]?.array?.compactMap(\.number), ends.count == 2,
            let amount = setting.value.plainAmount, ends[0] <= amount, amount <= ends[1]
        else { return nil }
        let law = node["uncertain"]?.string.flatMap(UncertainNumber.Law.init) ?? .triangular
        return UncertainSetting(setting, range: (ends[0], ends[1]), law: law, isStated: true)
    }

    /// Every number that the scenario gives a range for, in the order of the document.
    public var uncertainSettings: [UncertainSetting] {
        settings.compactMap { $0.isStandard ? nil : uncertain($0) }
    }

    /// Assumptions without a range that are numbers or lengths of time other than 0, in the order of the document.
    public var assumptionsWithoutRange: [Setting] {
        let assumed = Set(provenance.filter { $0.kind == .assumption }.map(\.path))
        return settings.filter { setting in
            !setting.isStandard && setting.varies && uncertain(setting) == nil
                && (assumed.contains(setting.path) || assumed.contains(setting.path + ".value"))
        }
    }
}

extension Scenario {
    /// Whether the setting counts something or chooses between ways: a whole number by its form, or a parameter with a whole
    /// number that rules only compare with something. Part of one means nothing.
    public func isCounted(_ setting: Setting) -> Bool {
        guard let number = setting.value.number, number == number.rounded() else { return false }
        if case .integer = setting.form { return true }
        return isOnlyCompared(setting)
    }

    /// Whether the setting is a yes or no: a parameter of 1 or 0 that rules only compare with something.
    public func isSwitch(_ setting: Setting) -> Bool {
        guard let number = setting.value.number, number == 0 || number == 1 else { return false }
        return isOnlyCompared(setting)
    }

    private func isOnlyCompared(_ setting: Setting) -> Bool {
        let words = setting.path.split(separator: ".")
        return words.count >= 2 && words[0] == "parameters" && comparedParameters.contains(String(words[1]))
    }
}

extension Setting {
    /// Whether it is a number or a length of time other than 0.
    public var varies: Bool {
        if let number = value.number { return number != 0 }
        guard let text = value.string, let duration = try? DurationText(parsing: text) else { return false }
        return duration.amount != 0
    }
}
