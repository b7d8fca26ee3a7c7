/// The format of case files, which a room walks through a scenario with: defined once, like the scenario format.
///
/// Strict reading, `scenarios/case.schema.json` and the reference page come from these tables.
public enum CaseFormat {
    /// The value of `schema` in a case file.
    public static let version = "pathwaysim.case/1"

    /// Who may act at a stop.
    static let actors: [ValueForm.Word] = [
        .init("citizen", "the citizen", "borgeren"), .init("gp", "general practice", "almen praksis"),
        .init("municipality", "the municipality", "kommunen"), .init("hospital", "the hospital", "sygehuset"),
    ]

    /// Every object of the format, by name.
    static let objects: [String: ObjectForm] = Dictionary(
        uniqueKeysWithValues: [root, need, milestone, date, stop, choice, advice].map { ($0.name, $0) })

    /// In the order in which the reference page explains them.
    static let order = ["walkCase", "caseNeed", "milestone", "fixedDate", "stop", "stopChoice", "advice"]

    private static func field(
        _ name: String, _ form: ValueForm, required: Bool = false, standard: String? = nil, _ label: Text, _ en: String,
        _ da: String
    ) -> Field {
        Field(name, form, required: required, standard: standard, label: label, en, da, counts: false)
    }

    static let root = ObjectForm(
        "walkCase", title: both("Case file", "Casefil"), "One citizen and the stops at which a room decides.",
        "Én borger og de stop, hvor rummet beslutter.",
        fields: [
            field(
                "schema", .word([.init(version, "this version of the format", "denne version af formatet")]),
                required: true, both("format", "format"), "Names the format and its version.",
                "Navngiver formatet og dets version."),
            field(
                "id", .string, required: true, both("id", "id"),
                "Short name, `[a-z][A-Za-z0-9]*`; what `walk` is given.",
                "Kort navn, `[a-z][A-Za-z0-9]*`; det, `gennemgå` får."),
            field(
                "scenario", .string, required: true, both("scenario", "scenarie"),
                "The shipped scenario the citizen moves in.", "Det medfølgende scenarie, borgeren går igennem."),
            field(
                "title", .text, required: true, both("title", "titel"), "Who it is, in a line.",
                "Hvem det er, på en linje."),
            field(
                "name", .text, required: true, both("name", "navn"), "What the citizen is called in a sentence.",
                "Hvad borgeren kaldes i en sætning."),
            field(
                "intro", .list(.text), required: true, both("introduction", "indledning"),
                "What the room is told before the first stop, in short paragraphs.",
                "Det, rummet får at vide før første stop, i korte afsnit."),
            field(
                "facts", .list(.text), required: true, both("facts", "fakta"), "What is known when the case begins.",
                "Det, man ved, når casen begynder."),
            field(
                "citizen", .object("case"), required: true, both("citizen", "borger"),
                "Arrival, first step and attributes, as a named case of a scenario; decisions given here are made by nobody.",
                "Ankomst, første trin og egenskaber, som en navngiven borger i et scenarie; valg her træffes af ingen."),
            field(
                "needs", .map(keys: .ids, .object("caseNeed")), both("needs", "behov"),
                "Needs that can be found or missed.",
                "Behov, der kan blive set eller overset."),
            field(
                "milestones", .map(keys: .ids, .object("milestone")), required: true, both("milestones", "milepæle"),
                "Events whose dates are compared in the debrief, in order.",
                "Hændelser, hvis datoer sammenlignes i opsamlingen, i rækkefølge."),
            field(
                "dates", .list(.object("fixedDate")), both("dates", "datoer"),
                "Dates that stand fast, such as an operation.",
                "Datoer, der ligger fast, fx en operation."),
            field(
                "stops", .list(.object("stop")), required: true, both("stops", "stop"),
                "Where the room decides, in order.",
                "Hvor rummet beslutter, i rækkefølge."),
            field(
                "closing", .list(.text), both("closing questions", "afsluttende spørgsmål"),
                "Questions for the talk after the debrief.", "Spørgsmål til samtalen efter opsamlingen."),
        ])

    static let need = ObjectForm(
        "caseNeed", title: both("Need", "Behov"), "Something the citizen needs, found or missed.",
        "Noget, borgeren har brug for, set eller overset.",
        fields: [
            Field(
                "label", .text, required: true, label: both("name", "navn"), "What it is.", "Hvad det er.",
                counts: false),
            field(
                "foundAt", .list(.event), both("found at", "ses ved"),
                "Events at which it is found, whoever chose what.",
                "Hændelser, hvor det bliver set, uanset valgene."),
        ])

    static let milestone = ObjectForm(
        "milestone", title: both("Milestone", "Milepæl"), "The first of these events.",
        "Den første af disse hændelser.",
        fields: [
            Field(
                "label", .text, required: true, label: both("name", "navn"), "What it is.", "Hvad det er.",
                counts: false),
            field("events", .list(.event), required: true, both("events", "hændelser"), "The events.", "Hændelserne."),
        ])

    static let date = ObjectForm(
        "fixedDate", title: both("Date", "Dato"), "A date that stands fast.", "En dato, der ligger fast.",
        fields: [
            field("on", .date, required: true, both("on", "dato"), "The date.", "Datoen."),
            field("label", .text, required: true, both("name", "navn"), "What happens.", "Hvad der sker."),
        ])

    static let stop = ObjectForm(
        "stop", title: both("Stop", "Stop"), "A place in the course where the room decides.",
        "Et sted i forløbet, hvor rummet beslutter.",
        fields: [
            field(
                "id", .string, required: true, both("id", "id"), "Short name, used by `onlyIf`.",
                "Kort navn, brugt af `onlyIf`."),
            field(
                "at", .event, required: true, both("at", "ved"),
                "The event at which the walk stops; at a `choice` step `STEP.enter`.",
                "Hændelsen, hvor gennemgangen standser; ved et valgtrin `TRIN.enter`."),
            field(
                "visit", .integer(.init(1, 20)), standard: "1", both("time", "gang"),
                "The first time it happens, the second …",
                "Første gang det sker, anden …"),
            field(
                "onlyIf", .map(keys: .free, .list(.integer(.init(1, 20)))), both("only if", "kun hvis"),
                "Only when earlier stops were answered with one of these numbers.",
                "Kun når tidligere stop blev besvaret med et af disse numre."),
            field("title", .text, required: true, both("title", "titel"), "Heading.", "Overskrift."),
            field("place", .text, required: true, both("place", "sted"), "Where we are.", "Hvor vi er."),
            field(
                "actor", .word(CaseFormat.actors), required: true, both("who acts", "hvem handler"), "Who acts.",
                "Hvem der handler."),
            field(
                "known", .list(.text), required: true, both("what is known", "det ved vi"),
                "Short lines: what is known now.",
                "Korte linjer: hvad man ved nu."),
            field(
                "question", .text, required: true, both("question", "spørgsmål"), "One question to the room.",
                "Ét spørgsmål til rummet."),
            field(
                "several", .boolean, standard: "false", both("several", "flere"),
                "Whether several choices may be ticked, as when a referral is filled in.",
                "Om flere valg kan krydses af, som når en henvisning udfyldes."),
            field(
                "choices", .list(.object("stopChoice")), required: true, both("choices", "valg"), "At least two.",
                "Mindst to."),
            field(
                "complete", .map(keys: .references(.attribute), .fixedValue), both("complete", "fuldstændig"),
                "With `several`: attributes set when every recommended choice is ticked.",
                "Ved `several`: egenskaber, når alle anbefalede valg er krydset af."),
            field(
                "incomplete", .map(keys: .references(.attribute), .fixedValue), both("incomplete", "mangelfuld"),
                "With `several`: attributes set when a recommended choice is missing.",
                "Ved `several`: egenskaber, når et anbefalet valg mangler."),
            field(
                "advice", .object("advice"), required: true, both("advice", "anbefaling"),
                "What the sources recommend.", "Hvad kilderne anbefaler."),
            field(
                "talk", .list(.text), both("talking points", "samtalepunkter"), "For the facilitator.",
                "Til facilitator."),
            field(
                "questions", .list(.text), both("open questions", "åbne spørgsmål"), "Open questions for the room.",
                "Åbne spørgsmål til rummet."),
            field(
                "minutes", .integer(.init(1, 120)), standard: "8", both("minutes", "minutter"),
                "Minutes of a walk of 90 minutes.", "Minutter af en gennemgang på 90 minutter."),
        ])

    static let choice = ObjectForm(
        "stopChoice", title: both("Choice", "Valg"), "One of the numbered choices.", "Et af de nummererede valg.",
        fields: [
            field(
                "text", .text, required: true, both("text", "tekst"), "What the room can choose.",
                "Hvad rummet kan vælge."),
            field(
                "recommended", .boolean, standard: "false", both("recommended", "anbefalet"),
                "Whether the sources recommend it; exactly one, or with `several` at least one.",
                "Om kilderne anbefaler det; netop ét, eller ved `several` mindst ét."),
            field(
                "decisions", .map(keys: .references(.step), .anyOf([.string, .list(.string)])),
                both("decisions", "beslutninger"),
                "Choice steps with the option taken, at the first visit, the second …",
                "Valgtrin med den valgte mulighed, ved første besøg, andet …"),
            field(
                "attributes", .map(keys: .references(.attribute), .fixedValue), both("attributes", "egenskaber"),
                "Attributes of the citizen that it sets; rules read them only after the stop.",
                "Egenskaber hos borgeren, det sætter; regler må først læse dem efter stoppet."),
            field("finds", .list(.string), both("finds", "finder"), "Needs it finds.", "Behov, det afdækker."),
            field(
                "reply", .text, both("reply", "svar"), "What happens then, in a line or two.",
                "Hvad der så sker, på en linje eller to."),
        ])

    static let advice = ObjectForm(
        "advice", title: both("Advice", "Anbefaling"), "What the sources recommend, with source and section.",
        "Hvad kilderne anbefaler, med kilde og afsnit.",
        fields: [
            field("text", .text, required: true, both("text", "tekst"), "In our own words.", "Med egne ord."),
            field("from", .text, required: true, both("from", "fra"), "Source and section.", "Kilde og afsnit."),
        ])
}
