/// One value of a scenario that can be set.
public struct Setting: Sendable, Equatable {
    /// Dotted path: `resources.clarifier.slotsPerWeek`.
    public var path: String
    /// What people call it; can be typed in place of the path.
    public var label: Text
    /// What it counts; nil for words, rules and dates.
    public var unit: Text?
    /// The value now, without its provenance.
    public var value: JSONNode
    /// Whether the file leaves it out, so that the format's standard value holds.
    public var isStandard: Bool
    /// What it may hold.
    public var form: ValueForm

    /// What may be written, as a phrase.
    public var allowed: Text { form.allowed }
}

/// Where a value that is set comes from, when it is no assumption of the user's.
public struct SettingOrigin: Sendable, Equatable {
    /// Shown wherever the value's provenance is.
    public var source: Text
    /// The 95 % interval of an estimate; kept only beside plain numbers.
    public var range: ClosedRange<Double>?

    public init(source: Text, range: ClosedRange<Double>? = nil) {
        self.source = source
        self.range = range
    }
}

/// What a `set` or `unset` did.
public struct SettingChange: Sendable, Equatable {
    public var path: String
    public var label: Text
    public var unit: Text?
    /// Nil when there was none.
    public var old: JSONNode?
    /// Nil when there is none any more.
    public var new: JSONNode?
    /// The range that the scenario gave the number, when what was set lies outside it.
    public var outside: ClosedRange<Double>?
}

/// Why a setting cannot be made. Its words are in `Texts+Settings.swift`.
public enum SettingProblem: DiagnosticFacts {
    case unknownPath(String, suggestions: [String])
    /// A label that several settings share.
    case ambiguous(String, paths: [String])
    /// A relative change of something that is no number or duration.
    case notRelative(String, current: String)
    /// A relative change that rounds to none.
    case smallerThanAStep(String, current: String)
    /// `45.000`: forty-five thousand to a Dane, forty-five to a program.
    case thousandOrDecimal(String)
    case emptyValue(allowed: Text)
    /// `14 weeks` where something else, or nothing, is counted.
    case onlyTheNumber(String, unit: Text?)
    /// A value that is sound by itself and cannot be where it is used.
    case impossible(ImpossibleValue)
    case notChanged(String)
    case notASetting(String)

    public var code: DiagnosticCode {
        switch self {
        case .unknownPath, .ambiguous, .notASetting: .noSuchPath
        default: .badSetting
        }
    }

    public var text: Text { Texts.setting(self) }
}
