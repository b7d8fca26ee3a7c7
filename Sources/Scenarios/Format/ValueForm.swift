/// What a value in a scenario file may look like: the vocabulary of the format's definition.
///
/// Reading, the JSON schema, the reference page and completion all follow the same forms, so they cannot disagree.
public indirect enum ValueForm: Hashable, Sendable {
    /// A plain string (the same in both languages) or `{"da": …, "en": …}`.
    case text
    /// A string with no further meaning to the reader (a file name, a unit, a title of a source).
    case string
    /// One of a few words.
    case word([Word])
    case boolean
    /// A number, a rule over parameters only, or a number with its provenance.
    case number(Limits)
    /// A whole number, a rule over parameters only, or one with its provenance.
    case integer(Limits)
    /// A fixed length of time: a duration (`"90m"`) or a number of days.
    case days(Limits)
    /// A length of time drawn for each citizen.
    case duration
    /// A number drawn for each citizen.
    case draw
    /// A rule that is true or false.
    case condition
    /// A number from 0 to 1, or a rule that gives one.
    case probability
    /// A number of at least 0, or a rule that gives one.
    case probabilityWeight
    /// A number, or a rule that gives one.
    case formula
    /// A rule as text, of whatever type its place asks for.
    case expression
    /// The value an attribute gets, according to the attribute's type.
    case attributeValue
    /// A fixed value for an attribute: number, true, false or a category's name.
    case fixedValue
    /// `"2026-01-05"`.
    case date
    /// `"2026-01-07T09:00"`, `"2026-01-07"`, or a duration after the start (`"60d"`).
    case instant
    /// A date, `"MM-DD"` every year, or `"2026-07-13..2026-07-31"`, both ends included.
    case closedDays
    /// `"2026-07-13..2026-07-31"` or one date.
    case dateRange
    /// `"16:30"`.
    case timeOfDay
    /// `"08:00-16:00"`.
    case hours
    /// Limit of a deadline: `"3wd"`, `"14d"`, `"-14d"`, `"1mo"`, `"24h"`.
    case limit
    /// A span on the calendar that is not a modelling quantity (`"1y"`).
    case span
    /// An id of the scenario's own.
    case reference(Reference)
    /// `STEP.start`, `arrival`, `close` …
    case event
    /// A step, or steps with weights.
    case route
    case object(String)
    /// Objects of several kinds, told apart by their `kind`.
    case family(String)
    case map(keys: Keys, ValueForm)
    case list(ValueForm)
    /// Told apart by the JSON type.
    case anyOf([ValueForm])

    /// One of the words a field accepts.
    public struct Word: Hashable, Sendable {
        public var name: String
        public var meaning: Text

        init(_ name: String, _ en: String, _ da: String) {
            self.name = name
            self.meaning = Text(da: da, en: en)
        }
    }

    /// Bounds of a number.
    public struct Limits: Hashable, Sendable {
        public var minimum: Double?
        public var maximum: Double?
        /// Whether the minimum itself is refused.
        public var exclusive: Bool

        init(_ minimum: Double? = nil, _ maximum: Double? = nil, exclusive: Bool = false) {
            self.minimum = minimum
            self.maximum = maximum
            self.exclusive = exclusive
        }

        static let any = Limits()
        static let positive = Limits(0, exclusive: true)
        static let nonNegative = Limits(0)
        static let share = Limits(0, 1)

        /// Whether the bounds allow `value`; not-a-number and infinities never.
        public func allows(_ value: Double) -> Bool {
            guard value.isFinite else { return false }
            if let minimum, exclusive ? value <= minimum : value < minimum { return false }
            if let maximum, value > maximum { return false }
            return true
        }
    }

    /// What the keys of a map are.
    public enum Keys: Hashable, Sendable {
        /// New names, `[a-z][A-Za-z0-9]*`.
        case ids
        case references(Reference)
        case words([Word])
        /// Any text (a category's value, a measure's name).
        case free
    }

    /// What an id points to.
    public enum Reference: String, Hashable, Sendable, CaseIterable {
        case step, resource, slots, servers, attribute, outcome, worldEvent, join, course, parameter, party
    }
}

/// One field of an object: its name, what it may hold and what it means.
public struct Field: Hashable, Sendable {
    public var name: String
    public var form: ValueForm
    public var required: Bool
    /// The value used when the field is left out, as JSON text; nil when leaving it out means "none".
    public var standard: String?
    /// What a number in it counts.
    public var unit: Text?
    /// A short name for people; `{}` stands for the label of the thing the field belongs to.
    public var label: Text
    public var meaning: Text
    /// Whether numbers in it need a provenance.
    public var counts: Bool
    /// What the elements of a list in it are called, where their places say that (months); else they are numbered.
    var elements: [Text] = []

    init(
        _ name: String, _ form: ValueForm, required: Bool = false, standard: String? = nil, unit: Text? = nil,
        label: Text, _ en: String, _ da: String, counts: Bool = true
    ) {
        self.name = name
        self.form = form
        self.required = required
        self.standard = standard
        self.unit = unit
        self.label = label
        self.meaning = Text(da: da, en: en)
        self.counts = counts
    }
}

extension Field {
    /// The same field with names for the elements of a list in it.
    func naming(_ elements: [Text]) -> Field {
        var field = self
        field.elements = elements
        return field
    }

    /// What the element at a place of a list is called.
    func name(ofElement index: Int) -> Text {
        elements.indices.contains(index) ? elements[index] : Text(same: String(index + 1))
    }
}

extension ValueForm.Keys {
    /// What a key means, where the format names it.
    func meaning(of key: String) -> Text? {
        guard case .words(let words) = self else { return nil }
        return words.first { $0.name == key }?.meaning
    }
}

/// An object of the format: its fields and which of them go together.
public struct ObjectForm: Hashable, Sendable {
    /// How many of a set of fields may be given.
    public enum Constraint: Hashable, Sendable {
        case exactlyOne([String])
        case atMostOne([String])
        case atLeastOne([String])
    }

    public var name: String
    public var title: Text
    public var meaning: Text
    public var fields: [Field]
    public var constraints: [Constraint]

    init(
        _ name: String, title: Text, _ en: String, _ da: String, constraints: [Constraint] = [],
        fields: [Field]
    ) {
        self.name = name
        self.title = title
        self.meaning = Text(da: da, en: en)
        self.fields = fields
        self.constraints = constraints
    }

    /// The field of this name.
    public func field(_ name: String) -> Field? { fields.first { $0.name == name } }
}

/// Objects told apart by their `kind`.
public struct Family: Hashable, Sendable {
    public var name: String
    public var title: Text
    public var kinds: [ObjectForm]

    /// The form of a kind.
    public func kind(_ name: String) -> ObjectForm? { kinds.first { $0.name == name } }
}

/// Shorthand of the tables: a text in English and Danish.
func both(_ en: String, _ da: String) -> Text { Text(da: da, en: en) }

extension Text {
    /// With a small first letter, for use within a sentence.
    var uncapitalised: Text {
        func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }
        return Text(da: lowered(da), en: lowered(en))
    }
}
