public import PathwaySim

/// A scenario that has been read and checked: the model, and what people need to know about it.
public struct Scenario: Sendable {
    /// What a scenario describes.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case municipality, region, pathway, method
    }

    public internal(set) var id: String
    public internal(set) var kind: Kind
    public internal(set) var title: Text
    public internal(set) var description: Text?
    /// The whole document with every `extends` applied.
    public internal(set) var document: JSONNode
    /// The engine's model for the document's own horizon.
    public internal(set) var model: Model
    public internal(set) var cases: [CaseInfo]
    /// What people call things.
    public internal(set) var labels: Labels
    /// Every number with where it comes from, in the order of the document.
    public internal(set) var provenance: [ProvenanceEntry]
    /// Everything that can be set, in the order of the document.
    public internal(set) var settings: [Setting]
    public internal(set) var deadlines: [DeadlineInfo]
    /// The directory of offers, in the order of the document.
    public var offers: [OfferInfo] { document.offerInfos }
    /// What is said at every table of results; nil when nothing need be.
    public var notice: Text? { document["notice"]?.localisedText }
    /// Measures that must be certain enough before a run stops; may be empty.
    public internal(set) var headline: [String]
    public internal(set) var expected: [ExpectedValue]
    public internal(set) var validation: [ValidationRun]
    /// Stable over layout, comments, texts and provenance; changes with the model and its data files.
    public internal(set) var hash: ScenarioHash
    /// Findings that do not prevent a run.
    public internal(set) var warnings: [Diagnostic]
    /// The texts that places in diagnostics point into.
    public internal(set) var files: SourceFiles
    /// How it was asked for: a shipped id, or a path.
    public internal(set) var reference: String
    /// What is needed to read the document again.
    var context: LoadContext
    /// Parameters that rules only compare with something (`entrances > 1`).
    var comparedParameters: Set<String>

    /// The model for another horizon: what recurs (course dates, world events) is laid out as far as needed.
    ///
    /// Nil when the horizon is not positive or the recurring instants would be too many. O(size of the scenario).
    public func model(horizon: SimTime) -> Model? {
        if horizon == model.horizon { return model }
        guard horizon > .zero else { return nil }
        let (model, builder) = ModelBuilder.build(
            document, declarations: Declarations(document: document), data: context.data, files: files,
            horizon: horizon)
        return builder.diagnostics.hasErrors ? nil : model
    }
}

/// What is known about a named citizen beside the model.
public struct CaseInfo: Sendable, Equatable {
    public var id: String
    public var title: Text
    public var description: Text?
    /// What a step is in this citizen's course, by step.
    public var stepLabels: [String: Text]
}

/// An offer as a directory of offers describes it.
public struct OfferInfo: Sendable, Equatable {
    /// How far an offer is arranged for the single citizen.
    public enum Level: String, Hashable, Sendable, CaseIterable {
        case information, ordinary, special
    }

    public var id: String
    public var label: Text
    /// The steps that are this offer.
    public var steps: [String]
    /// The party that runs it; nil when the scenario does not say.
    public var operatedBy: String?
    public var level: Level?
    public var targetGroup: Text
    /// What its effect or form builds on.
    public var evidence: Text
    /// Its last day; nil when it is not limited in time.
    public var until: CivilDate?
}

/// What is known about a deadline beside the model.
public struct DeadlineInfo: Sendable, Equatable {
    /// What binds.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case law, agreement, target
    }

    public var id: String
    public var kind: Kind
    public var label: Text
    public var provenance: Provenance?
    /// As written: `3wd`.
    public var limit: String
    /// First and last day it applies to; nil when it is not bounded that way.
    public var validFrom: CivilDate?
    public var validTo: CivilDate?
}

/// A value that a measure must come out as.
public struct ExpectedValue: Sendable, Equatable {
    public enum Kind: Sendable, Equatable {
        /// The exact long-run value.
        case exact(Double)
        /// A mean found by simulation, with its 95 % half-width and one unit of its last printed digit.
        case reference(Double, halfWidth: Double, lastDigit: Double)
    }

    public var measure: String
    /// Group of a `by` attribute, as attribute and value; nil for all.
    public var group: (attribute: String, value: String)?
    public var kind: Kind
    public var formula: Text?

    public static func == (a: ExpectedValue, b: ExpectedValue) -> Bool {
        a.measure == b.measure && a.group?.attribute == b.group?.attribute && a.group?.value == b.group?.value
            && a.kind == b.kind && a.formula == b.formula
    }
}

/// How long a check against the expected values runs.
public struct ValidationRun: Sendable, Equatable {
    /// `short` or `long`.
    public var name: String
    public var replications: Int
    /// The scenario's own when nil.
    public var horizon: SimTime?
    public var warmup: SimTime?
}

/// What people call the things of a scenario, in both languages; ids where it does not say.
public struct Labels: Sendable, Equatable {
    /// A section of the scenario whose members have labels.
    public enum Section: String, Hashable, Sendable, CaseIterable {
        case steps, resources, sources, attributes, outcomes, deadlines, intervals, worldEvents, messages, parties,
            parameters, cases, offers
    }

    private var texts: [Section: [String: Text]] = [:]
    /// Options of choice steps, by step and option.
    private var options: [String: [String: Text]] = [:]
    /// Values of categories, by attribute and value.
    private var values: [String: [String: Text]] = [:]
    /// Rules of branch steps, by step and in order; nil for a rule without a label.
    private var rules: [String: [Text?]] = [:]

    init(document: JSONNode) {
        for section in Section.allCases {
            for member in document[section.rawValue]?.object?.members ?? [] {
                let text = member.value["label"]?.localisedText ?? member.value["title"]?.localisedText
                if let text { texts[section, default: [:]][member.key] = text }
                if section == .steps, let written = member.value["rules"] {
                    let list = written.array ?? written.object?.members.map(\.value) ?? []
                    rules[member.key] = list.map { $0["label"]?.localisedText }
                }
                for value in member.value["values"]?.object?.members ?? [] where section == .attributes {
                    if let text = value.value["label"]?.localisedText {
                        values[member.key, default: [:]][value.key] = text
                    }
                }
                for option in member.value["options"]?.object?.members ?? [] where section == .steps {
                    if let text = option.value["label"]?.localisedText {
                        options[member.key, default: [:]][option.key] = text
                    }
                }
            }
        }
    }

    /// The label of a thing; its id when it has none.
    public func text(_ section: Section, _ id: String) -> Text { texts[section]?[id] ?? Text(same: id) }

    /// Whether a thing has a label of its own.
    public func hasText(_ section: Section, _ id: String) -> Bool { texts[section]?[id] != nil }

    /// The label of a rule of a branch step, counted from 0; nil when it has none.
    public func rule(_ position: Int, of step: String) -> Text? {
        guard let rules = rules[step], rules.indices.contains(position) else { return nil }
        return rules[position]
    }

    /// What a group of citizens is called: the label of its value, yes or no, or the value itself. Nothing in it can disturb
    /// a terminal.
    public func group(_ group: Measure.Group) -> Text {
        guard let label = values[group.attribute]?[group.value] else { return Texts.groupValue(group.value) }
        return Text(da: Escaping.terminalSafe(label.da), en: Escaping.terminalSafe(label.en))
    }

    /// The label of an option of a choice step.
    public func option(_ option: String, of step: String) -> Text { options[step]?[option] ?? Text(same: option) }
}
