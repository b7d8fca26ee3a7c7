extension ScenarioFormat {
    static let rootForm = ObjectForm(
        "scenario", title: both("Scenario", "Scenarie"), "The whole file.", "Hele filen.",
        fields: [
            Field(
                "$schema", .string, label: both("schema file", "skemafil"), "For editors; not read.",
                "Til editorer; læses ikke.", counts: false),
            Field(
                "schema", .word([.init(version, "this version of the format", "denne version af formatet")]),
                required: true, label: both("format", "format"), "Names the format and its version.",
                "Navngiver formatet og dets version.", counts: false),
            Field(
                "id", .string, required: true, label: both("id", "id"), "Short name, `[a-z][A-Za-z0-9-]*`.",
                "Kort navn, `[a-z][A-Za-z0-9-]*`.", counts: false),
            Field(
                "kind",
                .word([
                    .init("municipality", "a municipality with its offers", "en kommune med dens tilbud"),
                    .init("region", "several municipalities or a region", "flere kommuner eller en region"),
                    .init("pathway", "any other pathway", "et andet forløb"),
                    .init(
                        "method",
                        "a theory example or benchmark; provenance may be given once, at the root; "
                            + "`number.STEP.p0` … `p49` are reported where there are queues and delays, but no appointments, "
                            + "courses, messages or decisions",
                        "et teorieksempel; kilde kan gives én gang, øverst; `number.STEP.p0` … `p49` meldes, "
                            + "hvor der er køer og forsinkelser, men hverken aftaler, hold, beskeder eller valg"),
                ]), standard: "\"pathway\"", label: both("kind", "slags"), "What the scenario describes.",
                "Hvad scenariet beskriver.", counts: false),
            Field(
                "title", .text, required: true, label: both("title", "titel"), "One line.", "Én linje.", counts: false),
            descriptionField,
            Field(
                "extends", .string, label: both("builds on", "bygger på"),
                "Another scenario that this one changes: a shipped id, or a path relative to this file.",
                "Et andet scenarie, som dette ændrer: et medfølgende id eller en sti relativt til filen.", counts: false
            ),
            Field(
                "start", .date, required: true, label: both("start date", "startdato"), "First day of the run.",
                "Kørslens første dag.", counts: false),
            Field(
                "horizon", .span, required: true, unit: Units.days, label: both("length of the run", "kørslens længde"),
                "Length of the run.", "Kørslens længde.", counts: false),
            Field(
                "warmup", .span, standard: "\"0d\"", unit: Units.days, label: both("warm-up", "opvarmning"),
                "What ends before this is not counted.", "Det, der slutter før dette, tælles ikke.", counts: false),
            Field(
                "sampleEvery", .span, standard: "\"1w\"", unit: Units.days, label: both("sampled every", "måles hver"),
                "Distance between the points of the curves.", "Afstand mellem kurvernes punkter.", counts: false),
            Field(
                "calendar", .object("calendar"), standard: "{\"base\": \"danish\"}",
                label: both("calendar", "kalender"), "Working days and opening hours.", "Hverdage og åbningstider.",
                counts: false),
            Field(
                "parameters", .map(keys: .ids, .number(.any)),
                label: both("parameters", "parametre"), "Named numbers, usable by name in every rule.",
                "Navngivne tal, der kan bruges i alle regler."),
            Field(
                "attributes", .map(keys: .ids, .object("attribute")), label: both("attributes", "egenskaber"),
                "What can differ from citizen to citizen, drawn in this order.",
                "Hvad der kan være forskelligt fra borger til borger, trukket i denne rækkefølge."),
            Field(
                "sources", .map(keys: .ids, .family("source")), label: both("sources", "kilder"),
                "Where citizens come from.", "Hvor borgerne kommer fra."),
            Field(
                "cases", .map(keys: .ids, .object("case")), label: both("cases", "cases"),
                "Named citizens, simulated and left out of the measures.",
                "Navngivne borgere, simuleret og udeladt af målingerne.", counts: false),
            Field(
                "resources", .map(keys: .ids, .family("resource")), label: both("resources", "ressourcer"),
                "What citizens compete for.", "Hvad borgerne konkurrerer om."),
            Field(
                "steps", .map(keys: .ids, .family("step")), required: true, label: both("steps", "trin"),
                "The steps of the pathway.", "Forløbets trin."),
            Field(
                "deadlines", .map(keys: .ids, .object("deadline")), label: both("deadlines", "frister"),
                "Promises from one event to another.", "Løfter fra en hændelse til en anden."),
            Field(
                "outcomes", .map(keys: .ids, .object("outcome")), label: both("outcomes", "udfald"),
                "How a course can end.", "Hvordan et forløb kan ende."),
            Field(
                "intervals", .map(keys: .ids, .object("interval")), label: both("intervals", "tidsrum"),
                "Times from one event to another, reported as `time.FROM.TO.mean` …",
                "Tider fra en hændelse til en anden, meldt som `time.FROM.TO.mean` …"),
            Field(
                "worldEvents", .map(keys: .ids, .object("worldEvent")), label: both("world events", "begivenheder"),
                "Dated events that a `waitFor` step can wait for.",
                "Daterede begivenheder, som et `waitFor`-trin kan vente på."),
            Field(
                "messages", .map(keys: .free, .object("messageKind")), label: both("messages", "meddelelser"),
                "Labels of the kinds of message.", "Navne på meddelelsestyperne.", counts: false),
            Field(
                "parties", .map(keys: .free, .object("party")), label: both("parties", "parter"),
                "Labels of senders and receivers.", "Navne på afsendere og modtagere.", counts: false),
            Field(
                "offers", .map(keys: .ids, .object("offer")), label: both("offers", "tilbud"),
                "The directory of offers, for the reader.", "Tilbudsoversigten, til læseren.", counts: false),
            Field(
                "notice", .text, label: both("notice", "forbehold"), "Said at every table of results.",
                "Siges ved hver tabel med resultater.", counts: false),
            Field(
                "by",
                .list(.anyOf([.reference(.attribute), .map(keys: .references(.attribute), .list(.number(.any)))])),
                label: both("told apart by", "opdelt efter"),
                "Attributes by whose value every measure is also given; for numbers with the lower bounds of the bands.",
                "Egenskaber, efter hvis værdi alle mål også gives; for tal med båndenes nedre grænser.", counts: false),
            Field(
                "headline", .list(.string), label: both("headline measures", "hovedmål"),
                "The measures that must be certain enough before a run stops.",
                "De mål, der skal være sikre nok, før en kørsel stopper.", counts: false),
            Field(
                "expected", .map(keys: .free, .object("expected")), label: both("expected", "forventet"),
                "Exact or reference values, by measure.", "Eksakte værdier eller referenceværdier, efter mål."),
            Field(
                "validation", .object("validation"), label: both("validation runs", "kontrolkørsler"),
                "How long the checks against `expected` run.", "Hvor længe kontrollen mod `expected` kører.",
                counts: false),
        ])

    static let calendarForm = ObjectForm(
        "calendar", title: both("Calendar", "Kalender"), "Which days are working days, and when offices are open.",
        "Hvilke dage der er hverdage, og hvornår der er åbent.",
        fields: [
            Field(
                "base",
                .word([
                    .init(
                        "danish", "Monday to Friday 08-16 except Danish public holidays",
                        "mandag til fredag 8-16 undtagen helligdage"),
                    .init("always", "every day, day and night", "alle dage, døgnet rundt"),
                ]), standard: "\"danish\"", label: both("base", "grundlag"), "What the rest changes.",
                "Det, resten ændrer."),
            Field(
                "workdays", weekdays, label: both("working days", "arbejdsdage"), "Weekdays that are working days.",
                "Ugedage, der er arbejdsdage."),
            Field(
                "holidays",
                .anyOf([
                    .word([
                        .init("danish", "Danish public holidays", "danske helligdage"), .init("none", "none", "ingen"),
                    ]), .list(.date),
                ]), label: both("holidays", "helligdage"), "Public holidays.", "Helligdage."),
            Field(
                "hours", .hours, label: both("opening hours", "åbningstid"), "Opening hours of a working day.",
                "Åbningstid på en arbejdsdag."),
            Field(
                "closed", .list(.closedDays), label: both("closed", "lukket"),
                "Days closed: a date, a day of every year (`12-24`), a range (`2026-07-13..2026-07-31`).",
                "Lukkedage: en dato, en dag hvert år (`12-24`), en periode (`2026-07-13..2026-07-31`)."),
        ])

    /// A quantity with what is known about it: `{"value": 12, "source": "…"}`.
    static func valueForm(of form: ValueForm) -> ObjectForm {
        ObjectForm(
            "value", title: both("Quantity", "Størrelse"), "A number with what is known about it.",
            "Et tal med det, man ved om det.", fields: valueFields(of: form))
    }

    private static func valueFields(of form: ValueForm) -> [Field] {
        [
            Field("value", form, required: true, label: both("{}", "{}"), "The number.", "Tallet."),
            Field(
                "unit", .string, label: both("unit", "enhed"), "What it counts, for the reader.",
                "Hvad det tæller, til læseren.", counts: false),
            Field(
                "range", .list(.number(.any)), label: both("range", "interval"), "Least and greatest plausible value.",
                "Mindste og største rimelige værdi.", counts: false),
            Field(
                "uncertain",
                .word([
                    .init("triangular", "the value is the likeliest", "værdien er den mest sandsynlige"),
                    .init("uniform", "all of the range alike", "hele intervallet lige sandsynligt"),
                    .init(
                        "normal", "an estimate: the range holds it with 95 % confidence",
                        "et skøn: intervallet holder med 95 % sikkerhed"),
                ]), label: both("uncertain", "usikkert"),
                "How likely the values of the range are, for `doubt`; `triangular` when left out.",
                "Hvor sandsynlige intervallets værdier er, for `tvivl`; ellers `triangular`.", counts: false),
            labelField, descriptionField,
        ]
    }

    static let caseForm = ObjectForm(
        "case", title: both("Case", "Case"), "A named citizen with given attributes and decisions.",
        "En navngiven borger med givne egenskaber og beslutninger.",
        fields: [
            Field("title", .text, label: both("title", "titel"), "Who it is, in a line.", "Hvem det er, på en linje."),
            descriptionField,
            Field(
                "arrives", .instant, required: true, label: both("arrives", "ankommer"), "When the citizen arrives.",
                "Hvornår borgeren ankommer."),
            Field(
                "entry", .reference(.step), required: true, label: both("entry", "indgang"), "The first step.",
                "Første trin."),
            Field(
                "attributes", .map(keys: .references(.attribute), .fixedValue), label: both("attributes", "egenskaber"),
                "Fixed values; the others are drawn.", "Faste værdier; de øvrige trækkes."),
            Field(
                "decisions", .map(keys: .references(.step), .anyOf([.string, .list(.string)])),
                label: both("decisions", "beslutninger"),
                "Choice steps with the option taken, at the first visit, the second …",
                "Valgtrin med den valgte mulighed, ved første besøg, andet …"),
            Field(
                "stepLabels", .map(keys: .references(.step), .text), label: both("what happens", "hvad der sker"),
                "What a step is in this citizen's course.", "Hvad et trin er i denne borgers forløb."),
        ])

    static let deadlineForm = ObjectForm(
        "deadline", title: both("Deadline", "Frist"), "From one event of a citizen to another within a limit.",
        "Fra en hændelse for en borger til en anden inden for en frist.",
        fields: [
            labelField, descriptionField,
            Field(
                "from", .event, required: true, label: both("from", "fra"), "The event that starts the clock.",
                "Hændelsen, der starter uret."),
            Field(
                "to", .event, required: true, label: both("to", "til"), "The event that keeps it.",
                "Hændelsen, der opfylder den."),
            Field(
                "limit", .limit, required: true, label: both("{}: limit", "{}: frist"),
                "`24h` counts hours; `14d`, `3wd`, `1mo` end at 24:00 on the last day, the event's date being day 0; negative is a notice before the `from` event.",
                "`24h` tæller timer; `14d`, `3wd`, `1mo` udløber kl. 24 den sidste dag, hændelsens dato er dag 0; negativ er et varsel før `from`."
            ),
            Field(
                "endsAt", .timeOfDay, label: both("ends at", "udløber kl."),
                "On its last day it ends at this time instead of 24:00.",
                "På sidste dag udløber den på dette klokkeslæt i stedet for kl. 24.", counts: false),
            condition(
                "Only citizens for whom this holds at the `from` event.",
                "Kun borgere, for hvem dette gælder ved `from`."),
            Field(
                "cancelledBy", .list(.event), label: both("cancelled by", "bortfalder ved"),
                "Events that end it without counting.", "Hændelser, hvor den bortfalder uden at tælle."),
            Field(
                "kind",
                .word([
                    .init("law", "a law", "lov"), .init("agreement", "an agreement", "aftale"),
                    .init("target", "a target, never reported as broken", "mål, meldes aldrig som brudt"),
                ]), required: true, label: both("kind", "slags"), "What binds.", "Hvad der binder.", counts: false),
            Field(
                "validFrom", .date, label: both("valid from", "gælder fra"), "First day it applies to.",
                "Første dag, den gælder.", counts: false),
            Field(
                "validTo", .date, label: both("valid to", "gælder til"), "Last day it applies to.",
                "Sidste dag, den gælder.", counts: false),
        ])

    static let outcomeForm = ObjectForm(
        "outcome", title: both("Outcome", "Udfald"), "How a course can end.", "Hvordan et forløb kan ende.",
        fields: [labelField, descriptionField])

    static let intervalForm = ObjectForm(
        "interval", title: both("Interval", "Tidsrum"), "The time from one event to another.",
        "Tiden fra en hændelse til en anden.",
        fields: [
            labelField,
            Field("from", .event, required: true, label: both("from", "fra"), "First event.", "Første hændelse."),
            Field("to", .event, required: true, label: both("to", "til"), "Second event.", "Anden hændelse."),
        ])

    static let worldEventForm = ObjectForm(
        "worldEvent", title: both("World event", "Begivenhed"), "Something that happens for everyone at given times.",
        "Noget, der sker for alle på givne tidspunkter.", constraints: [.exactlyOne(["at", "every"])],
        fields: [
            labelField,
            Field(
                "at", .list(.instant), label: both("instants", "tidspunkter"), "The instants.", "Tidspunkterne.",
                counts: false),
            Field("every", .object("recurrence"), label: both("every", "hver"), "Recurring.", "Tilbagevendende."),
        ])

    static let recurrenceForm = ObjectForm(
        "recurrence", title: both("Recurrence", "Gentagelse"), "Instants at a fixed distance.",
        "Tidspunkter med fast afstand.",
        fields: [
            Field(
                "every", .days(.positive), required: true, unit: Units.days, label: both("distance", "afstand"),
                "Distance.", "Afstand."),
            Field(
                "from", .instant, label: both("from", "fra"), "The first; the run's start when left out.",
                "Det første; kørslens start, når den udelades.", counts: false),
            Field(
                "weekday", .word(weekdayWords), label: both("weekday", "ugedag"), "Moved forward to this weekday.",
                "Flyttes frem til denne ugedag.", counts: false),
            Field("at", .timeOfDay, label: both("time", "klokken"), "Time of day.", "Klokkeslæt.", counts: false),
            Field(
                "skipClosed", .boolean, standard: "false", label: both("skip closed days", "spring lukkedage over"),
                "Those on days that are not working days are left out.",
                "De, der falder på dage, der ikke er hverdage, udelades."),
        ])

    static let expectedForm = ObjectForm(
        "expected", title: both("Expected value", "Forventet værdi"), "What a measure must come out as.",
        "Hvad et mål skal blive.",
        constraints: [.exactlyOne(["exact", "reference"])],
        fields: [
            Field(
                "measure", .string, label: both("measure", "mål"), "The measure; the key when left out.",
                "Målet; nøglen, når den udelades.", counts: false),
            Field(
                "by", .map(keys: .references(.attribute), .anyOf([.string, .boolean])), label: both("for", "for"),
                "Only this group of a `by` attribute.", "Kun denne gruppe af en `by`-egenskab.", counts: false),
            Field(
                "exact", .number(.any), label: both("exact", "eksakt"), "The exact long-run value.",
                "Den eksakte langtidsværdi."),
            Field(
                "formula", .text, label: both("formula", "formel"), "Where the exact value comes from.",
                "Hvor den eksakte værdi kommer fra.", counts: false),
            Field(
                "reference", .number(.any), label: both("reference", "reference"), "A mean others found by simulation.",
                "En middelværdi, andre har fundet ved simulering."),
            Field(
                "halfWidth", .number(.nonNegative), label: both("half-width", "usikkerhed"), "Its 95 % half-width.",
                "Dens 95 % usikkerhed."),
            Field(
                "lastDigit", .number(.nonNegative), label: both("last digit", "sidste ciffer"),
                "One unit of the last printed digit of the reference.", "En enhed på referencens sidste trykte ciffer."),
        ])

    static let validationForm = ObjectForm(
        "validation", title: both("Validation runs", "Kontrolkørsler"), "How the values under `expected` are checked.",
        "Hvordan værdierne under `expected` kontrolleres.",
        fields: [
            Field("short", .object("validationRun"), label: both("short", "kort"), "In every test.", "I hver test."),
            Field(
                "long", .object("validationRun"), label: both("long", "lang"), "In the long validation.",
                "I den lange kontrol."),
        ])

    static let validationRunForm = ObjectForm(
        "validationRun", title: both("Run", "Kørsel"), "Length of a check.", "Længden af en kontrol.",
        fields: [
            Field(
                "replications", .integer(.init(2, 1_000_000)), standard: "50",
                label: both("replications", "gennemspilninger"), "Replications.", "Gennemspilninger."),
            Field(
                "horizon", .span, label: both("length of the run", "kørslens længde"), "The scenario's when left out.",
                "Scenariets, når den udelades."),
            Field(
                "warmup", .span, label: both("warm-up", "opvarmning"), "The scenario's when left out.",
                "Scenariets, når den udelades."),
        ])
}
