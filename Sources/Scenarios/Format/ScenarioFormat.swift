/// The scenario format, defined once.
///
/// Strict reading, `scenarios/scenario.schema.json`, the reference page, completion and the editor of settings are all
/// derived from the tables in this namespace (`ScenarioFormat+….swift`).
public enum ScenarioFormat {
    /// The value of `schema` in a scenario file.
    public static let version = "pathwaysim.scenario/1"

    /// Keys that any object may carry: where its numbers come from.
    static let provenanceKeys = ["source", "assumption"]

    /// The whole file.
    public static var root: ObjectForm { rootForm }

    /// Everything that is told apart by `kind`.
    public static let families: [Family] = [stepFamily, sourceFamily, resourceFamily]

    /// Every object that is not a kind of a family, by name.
    public static let objects: [String: ObjectForm] = Dictionary(
        uniqueKeysWithValues: (otherObjects + distributionObjects).map { ($0.name, $0) })

    /// The family of this name.
    public static func family(_ name: String) -> Family? { families.first { $0.name == name } }

    /// Whether a text can be an id: a lower-case letter, then letters and digits, at most 64 of them.
    public static func isID(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 64, (97...122).contains(first) else { return false }
        return text.utf8.allSatisfy { (97...122).contains($0) || (65...90).contains($0) || (48...57).contains($0) }
    }

    static let weekdayWords: [ValueForm.Word] = [
        .init("mon", "Monday", "mandag"), .init("tue", "Tuesday", "tirsdag"), .init("wed", "Wednesday", "onsdag"),
        .init("thu", "Thursday", "torsdag"), .init("fri", "Friday", "fredag"), .init("sat", "Saturday", "lørdag"),
        .init("sun", "Sunday", "søndag"),
    ]

    static let monthWords: [ValueForm.Word] = [
        .init("jan", "January", "januar"), .init("feb", "February", "februar"), .init("mar", "March", "marts"),
        .init("apr", "April", "april"), .init("may", "May", "maj"), .init("jun", "June", "juni"),
        .init("jul", "July", "juli"), .init("aug", "August", "august"), .init("sep", "September", "september"),
        .init("oct", "October", "oktober"), .init("nov", "November", "november"), .init("dec", "December", "december"),
    ]

    static let weekdays = ValueForm.list(.word(weekdayWords))

    /// What a condition is called wherever it is asked for.
    static func condition(_ en: String, _ da: String) -> Field {
        Field("if", .condition, label: both("condition", "betingelse"), en, da)
    }

    static func route(
        _ name: String = "next", required: Bool = true, label: Text = both("next", "videre til"),
        _ en: String = "Where the citizen goes next: a step, or steps with probabilities.",
        _ da: String = "Hvor borgeren går hen: et trin, eller trin med sandsynligheder."
    ) -> Field {
        Field(name, .route, required: required, label: label, en, da)
    }

    static var labelField: Field {
        Field(
            "label", .text, label: both("name", "navn"), "What people call it; the id when left out.",
            "Hvad mennesker kalder det; id'et, når den udelades.", counts: false)
    }

    static var descriptionField: Field {
        Field(
            "description", .text, label: both("description", "beskrivelse"), "A sentence or two for the reader.",
            "En sætning eller to til læseren.", counts: false)
    }

    static var actorField: Field {
        Field(
            "actor", .reference(.party), label: both("who acts", "aktør"),
            "Who acts here, a party: the lane in a diagram. A step without one belongs to the party of its staff, else "
                + "to the party of the step before it.",
            "Hvem der handler her, en part: banen i et diagram. Et trin uden aktør hører til den part, dets personale "
                + "hører til, ellers til den part, trinnet før hører til.", counts: false)
    }
}
