/// The checklist STRESS-DES, in our own words (T. Monks et al., *Strengthening the reporting of empirical simulation
/// studies*, Journal of Simulation 13, 2019).
extension Texts {
    public static let reportSummary = Text(
        da: "skriv en rapport om resultatet, eller modellens dokumentation",
        en: "write a report on the result, or the model's documentation")
    public static let reportDetails = Text(
        da: """
            rapport FIL.html skriver om det, der sidst blev regnet: en kørsel, en sammenligning eller en variation. Først med \
            ord, så nøgletal, ventetider, frister, forløbet med antal, grafer, antagelser med kilder og hvordan det hele \
            gentages. Filen er hel i sig selv, på dansk og engelsk, og kan læses uden net og på papir; endelsen .md giver \
            Markdown. rapport sammenligning FIL vælger en anden end den sidste, og rapport FIL RESULTAT.json skriver om et \
            gemt resultat. rapport variation FIL.html giver skydere, så andre kan prøve værdierne uden at installere noget.

            rapport nøgletal FIL.html gennemspiller de sidste to halvår af perioden og skriver halvårets nøgletal til et \
            klyngemøde: aktivitet, ventetider, frister og udfald, hver med sin usikkerhed, forskellen til halvåret før og plads \
            til jeres egne tal.

            --form klu skriver én side om en kørsel eller sammenligning, som et udvalg læser den: sag, baggrund, hvad \
            beregningen viser for kommune og praksis, usikkerhed, antagelser at tage stilling til og punkter til drøftelse.

            --stress skriver tjeklisten STRESS-DES som Markdown, udfyldt af scenariet selv: formål, logik, data, forsøg, \
            programmering og adgang til koden. Det, scenariet ikke selv fortæller, står som mangler til sidst. Uden fil \
            skrives den på skærmen.
            """,
        en: """
            report FILE.html writes about what was computed last: a run, a comparison or a sweep. In words first, then key \
            figures, waits, deadlines, the pathway with numbers, charts, assumptions with sources and how to compute it all \
            again. The file is complete in itself, in Danish and English, and can be read offline and on paper; the ending .md \
            gives Markdown. report comparison FILE picks another than the last, and report FILE RESULT.json writes about a \
            saved result. report sweep FILE.html has sliders, so that others can try the values without installing anything.

            report keyfigures FILE.html simulates the last two half years of the period and writes the half year's key \
            figures for a cluster meeting: activity, waits, deadlines and outcomes, each with its uncertainty, the difference \
            from the half year before and room for your own numbers.

            --form klu writes one page about a run or comparison as a committee reads it: matter, background, what the \
            calculation shows for municipality and practice, uncertainty, assumptions to judge and points to discuss.

            --stress writes the checklist STRESS-DES as Markdown, filled in from the scenario itself: objectives, logic, \
            data, experimentation, implementation and code access. What the scenario does not tell is listed as gaps at \
            the end. Without a file it is written to the screen.
            """)
    public static let optionStress = Text(
        da: "tjeklisten STRESS-DES for modellen", en: "the checklist STRESS-DES for the model")
    public static func reportWritten(_ path: String, gaps: Int) -> Text {
        let path = Escaping.terminalSafe(path)
        let count = plural(gaps, da: "punkt mangler", "punkter mangler", en: "gap", "gaps")
        return Text(da: "Skrevet i \(path); \(count.da).", en: "Written to \(path); \(count.en).")
    }
    public static let reportKind = Text(
        da: "skriv hvilken rapport: rapport FIL.html eller rapport --stress",
        en: "say which report: report FILE.html or report --stress")

    /// A section or item of the checklist.
    public enum Stress: CaseIterable, Sendable {
        case objectives, purpose, outputs, aims
        case logic, diagram, baseLogic, scenarioLogic, algorithms, entities, activities, resources, queues, entryExit
        case data, sources, preprocessing, parameters, assumptions
        case experimentation, initialisation, runLength, estimation
        case implementation, software, sampling, execution, system
        case access, sharing

        public var number: String {
            switch self {
            case .objectives: "1"
            case .purpose: "1.1"
            case .outputs: "1.2"
            case .aims: "1.3"
            case .logic: "2"
            case .diagram: "2.1"
            case .baseLogic: "2.2"
            case .scenarioLogic: "2.3"
            case .algorithms: "2.4"
            case .entities: "2.5.1"
            case .activities: "2.5.2"
            case .resources: "2.5.3"
            case .queues: "2.5.4"
            case .entryExit: "2.5.5"
            case .data: "3"
            case .sources: "3.1"
            case .preprocessing: "3.2"
            case .parameters: "3.3"
            case .assumptions: "3.4"
            case .experimentation: "4"
            case .initialisation: "4.1"
            case .runLength: "4.2"
            case .estimation: "4.3"
            case .implementation: "5"
            case .software: "5.1"
            case .sampling: "5.2"
            case .execution: "5.3"
            case .system: "5.4"
            case .access: "6"
            case .sharing: "6.1"
            }
        }

        public var title: Text {
            switch self {
            case .objectives: Text(da: "Formål", en: "Objectives")
            case .purpose: Text(da: "Hvad modellen er til", en: "Purpose of the model")
            case .outputs: Text(da: "Hvad der måles", en: "Model outputs")
            case .aims: Text(da: "Hvad der skal undersøges", en: "Aims of the experiments")
            case .logic: Text(da: "Logik", en: "Logic")
            case .diagram: Text(da: "Forløbet som tegning", en: "Diagram of the base model")
            case .baseLogic: Text(da: "Grundmodellens logik", en: "Logic of the base model")
            case .scenarioLogic: Text(da: "Hvad varianterne ændrer", en: "Logic of the scenarios")
            case .algorithms: Text(da: "Regler for køer og valg", en: "Algorithms")
            case .entities: Text(da: "Borgere", en: "Components: entities")
            case .activities: Text(da: "Aktiviteter", en: "Components: activities")
            case .resources: Text(da: "Ressourcer", en: "Components: resources")
            case .queues: Text(da: "Køer", en: "Components: queues")
            case .entryExit: Text(da: "Hvor man kommer ind og ud", en: "Components: entry and exit points")
            case .data: Text(da: "Data", en: "Data")
            case .sources: Text(da: "Kilder", en: "Data sources")
            case .preprocessing: Text(da: "Behandling af data før brug", en: "Pre-processing")
            case .parameters: Text(da: "Alle tal", en: "Input parameters")
            case .assumptions: Text(da: "Antagelser", en: "Assumptions")
            case .experimentation: Text(da: "Forsøg", en: "Experimentation")
            case .initialisation: Text(da: "Hvordan en gennemspilning begynder", en: "Initialisation")
            case .runLength: Text(da: "Hvor længe der gennemspilles", en: "Run length")
            case .estimation: Text(da: "Hvordan tallene beregnes", en: "Estimation approach")
            case .implementation: Text(da: "Programmering", en: "Implementation")
            case .software: Text(da: "Program og sprog", en: "Software and programming language")
            case .sampling: Text(da: "Tilfældigheder", en: "Random sampling")
            case .execution: Text(da: "Hvordan tiden går", en: "Model execution")
            case .system: Text(da: "Maskine", en: "System specification")
            case .access: Text(da: "Adgang til koden", en: "Code access")
            case .sharing: Text(da: "Hvor modellen kan fås", en: "Sharing of the computer model")
            }
        }
    }

    public static func stressTitle(_ scenario: Text) -> Text {
        Text(da: "STRESS-DES: \(scenario.da)", en: "STRESS-DES: \(scenario.en)")
    }
    public static let stressIntroduction = Text(
        da:
            "Dokumentation efter tjeklisten STRESS-DES, skrevet af programmet ud fra scenariet. Punkter, scenariet ikke selv "
            + "udfylder, er mærket og samlet til sidst.",
        en:
            "Documentation by the checklist STRESS-DES, written by the program from the scenario. Items that the scenario "
            + "does not fill in are marked and listed at the end.")
    public static let stressGapMark = Text(da: "**Mangler:** ", en: "**Gap:** ")
    public static let stressGaps = Text(da: "Mangler", en: "Gaps")
    public static let stressNoGaps = Text(da: "Ingen.", en: "None.")

    // MARK: Gaps

    public static let stressNoPurpose = Text(
        da: "scenariet har ingen beskrivelse (`description`), der siger, hvad det er til.",
        en: "the scenario has no description (`description`) saying what it is for.")
    public static let stressNoHeadline = Text(
        da: "scenariet nævner ingen hovedtal (`headline`).", en: "the scenario names no headline measures (`headline`)."
    )
    public static let stressNoAims = Text(
        da: "scenariet siger ikke, hvilke spørgsmål forsøgene skal svare på; skriv dem her.",
        en: "the scenario does not say which questions the experiments are to answer; write them here.")
    public static let stressNoPreprocessing = Text(
        da:
            "scenariet siger ikke, hvordan kildernes tal er behandlet (udeladte, omregnede, tilpassede); skriv det her.",
        en:
            "the scenario does not say how the sources' numbers were treated (left out, converted, fitted); write it here."
    )
    public static let stressNoSources = Text(
        da: "ingen tal har en kilde; alle er antagelser.", en: "no number has a source; all are assumptions.")
    public static let stressNoSystem = Text(
        da: "maskine og regnetid er ikke målt; skriv dem her, hvis de betyder noget.",
        en: "machine and computing time were not measured; write them here if they matter.")
    public static let stressNoAddress = Text(
        da: "adressen, hvor programmet og scenariets filer kan hentes, står ikke i scenariet; skriv den her.",
        en:
            "the address from which the program and the scenario's files can be had is not in the scenario; write it here."
    )

    // MARK: What is the same for every scenario

    public static let stressOutputs = Text(
        da:
            "Ventetider (dem der begyndte, alle der kom til, dem der stadig venter), gennemløb, belægning, hvordan forløb "
            + "slutter, frister og meddelelser. Tid i døgn. Hovedtallene:",
        en: "Waits (of those who started, of all who came, of those still waiting), throughput, utilisation, outcomes, "
            + "deadlines and messages. Times in days of 24 hours. The headline measures:")
    public static let stressChanges = Text(da: "Ændret i forhold til filen:", en: "Changed from the file:")
    public static func stressExtends(_ base: String) -> Text {
        let base = Escaping.terminalSafe(base)
        return Text(
            da: "Bygger på `\(base)` og siger kun, hvad der er anderledes.",
            en: "Builds on `\(base)` and says only what differs.")
    }
    public static let stressIsBase = Text(
        da:
            "Dette er grundmodellen; varianter skrives som filer, der bygger på den, eller som ændringer i `sammenlign`.",
        en: "This is the base model; variants are files that build on it, or changes given to `compare`.")
    public static let stressAlgorithms = [
        Text(
            da:
                "Køer: først til mølle, hvor intet andet står under køer; den, der bad først, får først, også når flere ting "
                + "skal være ledige på én gang.",
            en:
                "Queues: first come, first served unless stated under queues; who asked first is granted first, also where "
                + "several things must be free at once."),
        Text(
            da: "Aftaler: den første ledige tid efter varslet. Afbud i tide giver tiden videre; udeblivelse gør ikke.",
            en:
                "Appointments: the first free slot after the notice. Cancelling in time hands the slot on; not coming does "
                + "not."),
        Text(
            da:
                "Hold: begynder på faste datoer, når de er fulde, eller efter en længste ventetid, som hvert hold siger.",
            en: "Groups: start on fixed dates, when full, or after a longest gathering time, as each course says."),
        Text(
            da:
                "Sker flere ting i samme øjeblik: frigivelse, ændret kapacitet, meddelelse, ankomst, begyndelse, udløb; "
                + "præcis på fristen er nået.",
            en:
                "Several things at the same instant: release, change of capacity, message, arrival, start, expiry; exactly at "
                + "the limit is kept."),
    ]
    public static let stressEstimation = Text(
        da:
            "Gennemspilninger er uafhængige. Ventetider er Σx/Σn over alle gennemspilninger med usikkerhed fra Students t af "
            + "de lineariserede bidrag; antal og tidsgennemsnit er gennemsnit over gennemspilninger; fraktiler er af alle "
            + "iagttagelser med usikkerhed fra andelen under dem. Uden fast antal lægges 20 til ad gangen, til hovedtallene "
            + "kendes til 5 %, højst 400. Varianter sammenlignes parvis med de samme tilfældigheder; flere domme afgøres "
            + "med Holms metode. Hvor ofte usikkerheden holder, er målt i docs/coverage.md.",
        en: "Replications are independent. Waits are Σx/Σn over all replications with Student's t on the linearised "
            + "contributions; counts and time averages are means over replications; quantiles are of all observations, with "
            + "their uncertainty from the share below. Without a given number, 20 are added at a time until the headline "
            + "measures are known to 5 %, at most 400. Variants are compared in pairs with the same luck; several decisions "
            + "are judged by Holm's method. How often the intervals hold is measured in docs/coverage.md.")
    public static func stressSoftware(_ version: String) -> Text {
        Text(
            da: "PathwaySim \(version), skrevet i Swift 6, uden andre pakker.",
            en: "PathwaySim \(version), written in Swift 6, without other packages.")
    }
    public static let stressSampling = Text(
        da:
            "Philox4x32-10, en tællerbaseret generator. Hvert tal er en funktion af lodtrækningsnummer, gennemspilning, "
            + "borger, trin, besøg og formål, ved navn; derfor har den samme borger de samme tilfældigheder i alle varianter.",
        en:
            "Philox4x32-10, a counter-based generator. Each number is a function of seed, replication, citizen, step, visit "
            + "and purpose, by name, so the same citizen has the same luck in every variant.")
    public static let stressExecution = Text(
        da: "Hændelsesdrevet med én samlet rækkefølge. Tiden er hele millisekunder i dansk lokal tid med helligdage.",
        en:
            "Event-driven with one total order of events. Time is whole milliseconds of civil time, with Danish holidays."
    )
    public static let stressSystem = Text(
        da: "Linux eller macOS. Resultatet er det samme, byte for byte, med ethvert antal tråde.",
        en: "Linux or macOS. The result is the same, byte for byte, with any number of threads.")
    public static func stressSharing(id: String, hash: String, command: String) -> Text {
        Text(
            da: "Programmet har MIT-licens. Scenariet er `\(id)` med kendetegnet `\(hash)`; det gennemspilles med "
                + "`\(command)`.",
            en: "The program is under the MIT licence. The scenario is `\(id)` with the hash `\(hash)`; it is run with "
                + "`\(command)`.")
    }
    public static let stressFromList = Text(
        da: "Begynder med en venteliste, hvor hver har ventet så længe, som listen siger:",
        en: "Starts from a waiting list on which each has waited as long as the list says:")
    public static let stressEmpty = Text(
        da: "Begynder tom: ingen er i gang på den første dag.",
        en: "Starts empty: nobody is on the way on the first day.")
    public static func stressRun(start: Text, days: Text, warmup: Text) -> Text {
        Text(
            da: "Fra \(start.da), \(days.da) dage, heraf \(warmup.da) dages opvarmning, der ikke tælles med.",
            en: "From \(start.en), \(days.en) days, of which \(warmup.en) days of warm-up are not counted.")
    }
    public static func stressAssumed(_ count: Int, of total: Int) -> Text {
        Text(
            da: "\(count) af \(total) tal er antagelser. Begrundelserne, med hvor mange tal hver gælder:",
            en: "\(count) of \(total) numbers are assumptions. The reasons, with how many numbers each is for:")
    }
    public static let stressEntities = Text(
        da: "Borgere, der kommer fra kilderne under 2.5.5. Egenskaber:",
        en: "Citizens, who come from the sources under 2.5.5. Attributes:")
    public static let stressNothing = Text(da: "Ingen.", en: "None.")

    // MARK: Tables

    public static let stressStep = Text(da: "trin", en: "step")
    public static let stressKind = Text(da: "slags", en: "kind")
    public static let stressUses = Text(da: "bruger", en: "uses")
    public static let stressLabel = Text(da: "hvad", en: "what")
    public static let stressPath = Text(da: "sti", en: "path")
    public static let stressValue = Text(da: "værdi", en: "value")
    public static let stressWhence = Text(da: "grundlag", en: "basis")
    public static let stressAssumption = Text(da: "antagelse", en: "assumption")
    public static let stressSource = Text(da: "kilde", en: "source")
    public static let stressPatience = Text(da: "nogle opgiver at vente", en: "some give up waiting")
    public static let stressBalking = Text(da: "nogle går straks", en: "some do not join")
    public static let stressPriority = Text(da: "efter vigtighed", en: "by priority")
    public static let stressInOrder = Text(da: "først til mølle", en: "first come, first served")
    public static func stressServers(_ count: Int) -> Text { Text(da: "\(count) ad gangen", en: "\(count) at a time") }
    public static func stressSlots(_ perWeek: Text) -> Text {
        Text(da: "\(perWeek.da) tider om ugen", en: "\(perWeek.en) slots a week")
    }
    public static let stressEntry = Text(da: "Ind:", en: "In:")
    public static let stressExit = Text(da: "Ud:", en: "Out:")

    /// What a step does, in a word.
    public static func stepKind(_ kind: String) -> Text {
        switch kind {
        case "delay": Text(da: "tid går", en: "time passes")
        case "service": Text(da: "betjening", en: "service")
        case "seize": Text(da: "plads tages", en: "place taken")
        case "release": Text(da: "plads gives fri", en: "place released")
        case "appointment": Text(da: "aftale", en: "appointment")
        case "course": Text(da: "hold", en: "group")
        case "branch": Text(da: "vejene skilles", en: "branch")
        case "choice": Text(da: "valg", en: "choice")
        case "assign": Text(da: "egenskab sættes", en: "attribute set")
        case "message": Text(da: "meddelelse", en: "message")
        case "split": Text(da: "samtidige tilbud", en: "parallel offers")
        case "join": Text(da: "tilbud samles", en: "offers joined")
        case "waitFor": Text(da: "venter på en dato", en: "waits for a date")
        case "close": Text(da: "afslutning", en: "end")
        default: Text(same: Escaping.terminalSafe(kind))
        }
    }
}
