extension ScenarioFormat {
    /// The steps of a pathway.
    static let stepFamily = Family(
        name: "step", title: both("Steps", "Trin"),
        kinds: [
            delayStep, serviceStep, seizeStep, releaseStep, appointmentStep, courseStep, branchStep, choiceStep,
            assignStep, messageStep, splitStep, joinStep, waitForStep, closeStep,
        ].map { step in
            var step = step
            step.fields = [labelField, descriptionField, actorField] + step.fields
            return step
        })

    static func needs(_ en: String, _ da: String, required: Bool = true) -> Field {
        Field(
            "needs",
            .anyOf([
                .reference(.servers), .list(.anyOf([.reference(.servers), .object("need")])),
                .map(keys: .references(.servers), .anyOf([.integer(.init(1, 1_000_000)), .object("need")])),
            ]), required: required, unit: Units.units, label: both("staff needed", "behov"), en, da)
    }

    /// Who goes first, who does not join, who gives up.
    static let queueing: [Field] =
        [
            Field(
                "priority", .formula, label: both("priority", "prioritet"),
                "Higher is served first when the resource's discipline is by priority.",
                "Højere kommer først, når ressourcens kødisciplin er efter prioritet.")
        ] + leaving

    /// Who does not join, who gives up.
    static let leaving: [Field] = [
        Field(
            "balk", .condition, label: both("turned away when", "afvises når"),
            "The citizen does not join when this holds on arrival, unless served at once.",
            "Borgeren stiller sig ikke i kø, når dette gælder ved ankomst, med mindre betjening sker straks."),
        Field(
            "waitingRoom", .integer(.init(0, 1_000_000_000)), unit: Units.citizens,
            label: both("waiting room", "ventepladser"),
            "The citizen does not join when this many already wait at the step.",
            "Borgeren stiller sig ikke i kø, når så mange allerede venter ved trinnet."),
        route(
            "balked", required: false, label: both("if turned away", "hvis afvist"),
            "Where those who do not join go; required when `balk` or `waitingRoom` is given.",
            "Hvor de, der ikke stiller sig i kø, går hen; kræves med `balk` eller `waitingRoom`."),
        Field(
            "patience", .duration, unit: Units.days, label: both("patience", "tålmodighed"),
            "How long a citizen waits before giving up; the clock runs while waiting only. Days already waited on a "
                + "`waitingList` count.",
            "Hvor længe en borger venter, før han eller hun opgiver; uret går kun under ventetiden. Dage, der allerede er "
                + "ventet på en `waitingList`, tæller med."),
        route(
            "reneged", required: false, label: both("if giving up", "hvis opgivet"),
            "Where those who give up go; required when `patience` is given.",
            "Hvor de, der opgiver, går hen; kræves med `patience`."),
    ]

    static let delayStep = ObjectForm(
        "delay", title: both("Delay", "Forsinkelse"), "Time passes; nobody is needed.",
        "Tiden går; der bruges ingen.",
        fields: [
            Field(
                "duration", .duration, required: true, unit: Units.days, label: both("duration", "varighed"),
                "How long it takes.", "Hvor lang tid det tager."),
            timeField, route(),
        ])

    static let serviceStep = ObjectForm(
        "service", title: both("Service", "Betjening"),
        "Wait for units of resources, hold them for a drawn time, release them. Several resources are granted all or "
            + "nothing, in order of asking.",
        "Vent på enheder af ressourcer, hold dem i en trukket tid og giv dem fri. Flere ressourcer gives alle eller "
            + "ingen, i den rækkefølge, der blev bedt om dem.",
        fields: [
            needs("What is held during the service.", "Hvad der bruges under betjeningen."),
            Field(
                "duration", .duration, required: true, unit: Units.days, label: both("duration", "varighed"),
                "How long the service takes.", "Hvor lang tid betjeningen tager."),
        ] + queueing + [
            Field(
                "shiftEnd",
                .word([
                    .init("finish", "a service under way is finished first", "en påbegyndt betjening gøres færdig"),
                    .init("pause", "it stops and goes on at the next shift", "den standser og fortsætter næste vagt"),
                ]), standard: "\"finish\"", label: both("at the end of the shift", "ved vagtens slutning"),
                "What happens when the unit goes off duty during a service.",
                "Hvad der sker, når enheden får fri midt i en betjening."),
            route(),
        ])

    static let seizeStep = ObjectForm(
        "seize", title: both("Seize", "Optag"),
        "Wait for units and keep them over the following steps, until a `release` or until the course closes.",
        "Vent på enheder og behold dem over de følgende trin, indtil `release`, eller til forløbet slutter.",
        fields: [needs("What is kept.", "Hvad der beholdes.")] + queueing + [route()])

    static let releaseStep = ObjectForm(
        "release", title: both("Release", "Frigiv"),
        "Give units back; they may need a while before the next can have them.",
        "Giv enheder tilbage; der kan gå en stund, før den næste kan få dem.",
        fields: [
            Field(
                "resources", .anyOf([.reference(.servers), .list(.reference(.servers))]),
                label: both("resources", "ressourcer"), "What is given back; everything held when left out.",
                "Hvad der gives tilbage; alt, når den udelades."),
            Field(
                "turnaround", .duration, unit: Units.days, label: both("turnaround", "klargøring"),
                "How long the units need before the next can have them (cleaning).",
                "Hvor længe enhederne skal bruge, før den næste kan få dem (rengøring)."),
            route(),
        ])

    static let appointmentStep = ObjectForm(
        "appointment", title: both("Appointment", "Aftale"),
        "Book the next free slot of a weekly slot plan and meet there. The wait runs from entering the step to the slot "
            + "that is attended.",
        "Få den næste ledige tid i en ugeplan og mød op. Ventetiden løber fra trinnets start til den tid, der bruges.",
        fields: [
            Field(
                "slots", .reference(.slots), required: true, label: both("slots", "tider"),
                "The resource with the slot plan.", "Ressourcen med ugeplanen."),
            {
                var field = needs(
                    "Other resources needed during the slot, granted all or nothing.",
                    "Andre ressourcer, der skal bruges samtidig, alle eller ingen.", required: false)
                field.name = "also"
                field.label = both("also needed", "skal også bruges")
                return field
            }(),
            Field(
                "priority", .formula, label: both("priority", "prioritet"),
                "Who gets a free slot first: higher first, equals in order of asking. Given at any step that books these "
                    + "slots, a slot is not promised on asking but granted when `lead` begins, to the first on the list "
                    + "(0 where a step gives none). Then use `patience`, not `longestAcceptable`.",
                "Hvem der først får en ledig tid: højere først, ellers i den rækkefølge, der blev bedt om den. Når et trin "
                    + "med disse tider har den, loves tiden ikke straks, men gives, når `lead` begynder, til den første på "
                    + "listen (0, hvor et trin ingen har). Brug så `patience`, ikke `longestAcceptable`."),
            Field(
                "lead", .duration, standard: "\"0d\"", unit: Units.days, label: both("notice", "varsel"),
                "Shortest time from booking to slot (the invitation).",
                "Korteste tid fra aftalen træffes til tiden (indkaldelsen)."),
            Field(
                "longestAcceptable", .duration, unit: Units.days,
                label: both("longest acceptable wait", "længste acceptable ventetid"),
                "When the first free slot lies further ahead, the citizen does not take it, at the first booking (does not "
                    + "join) and at every later one (leaves the same way).",
                "Ligger den første ledige tid længere ude i fremtiden, siger borgeren nej, både første gang og ved hver "
                    + "ny tid."),
            route(
                "balked", required: false, label: both("if too long", "hvis for længe"),
                "Where those go who do not accept the wait; required when `longestAcceptable` is given.",
                "Hvor de, der ikke vil vente så længe, går hen; kræves med `longestAcceptable`."),
            Field(
                "cancel", .probability, standard: "0", unit: Units.share, label: both("cancellations", "afbud"),
                "Probability that a booked citizen says no to the slot beforehand.",
                "Sandsynlighed for, at en borger melder afbud."),
            Field(
                "cancelNotice", .duration, standard: "\"0d\"", unit: Units.days,
                label: both("cancellation comes before", "afbud kommer før"),
                "How long before the slot a cancellation comes.", "Hvor længe før tiden et afbud kommer."),
            Field(
                "reuseLimit", .days(.nonNegative), standard: "\"0d\"", unit: Units.days,
                label: both("slot can be reused until", "tiden kan genbruges indtil"),
                "A cancellation this long before or more frees the slot for another; a later one loses it.",
                "Et afbud mindst så lang tid før giver tiden til en anden; et senere spilder den."),
            Field(
                "noShow", .probability, standard: "0", unit: Units.share, label: both("no-shows", "udeblivelse"),
                "Probability that a booked citizen who did not cancel stays away; the slot is lost.",
                "Sandsynlighed for, at en borger uden afbud udebliver; tiden spildes."),
            Field(
                "rebookings", .integer(.init(0, 1_000_000)), standard: "0", unit: Units.times,
                label: both("new slots", "nye tider"),
                "How many times a citizen who cancelled or stayed away gets a new slot.",
                "Hvor mange gange en borger med afbud eller udeblivelse får en ny tid."),
            Field(
                "rebookDelay", .duration, standard: "\"0d\"", unit: Units.days,
                label: both("before a new slot", "før ny tid"), "How long before a new slot is asked for.",
                "Hvor længe der går, før der bedes om en ny tid."),
            route(
                "lost", required: false, label: both("if never met", "hvis aldrig mødt"),
                "Where those go who used up their new slots; required when `cancel` or `noShow` is given.",
                "Hvor de, der har brugt deres nye tider, går hen; kræves med `cancel` eller `noShow`."),
            Field(
                "patience", .duration, unit: Units.days, label: both("patience", "tålmodighed"),
                "Leaves, and frees the slot, when this runs out before the slot.",
                "Opgiver, og giver tiden fri, når tålmodigheden slipper op før tiden."),
            route(
                "reneged", required: false, label: both("if giving up", "hvis opgivet"),
                "Where those who give up go; required when `patience` is given.",
                "Hvor de, der opgiver, går hen; kræves med `patience`."),
            route(),
        ])

    static let branchStep = ObjectForm(
        "branch", title: both("Branch", "Forgrening"),
        "Go one of several ways, at once: the first rule that holds, or by probabilities that may be rules.",
        "Gå en af flere veje, straks: den første regel, der gælder, eller efter sandsynligheder.",
        constraints: [.exactlyOne(["rules", "probabilities"])],
        fields: [
            Field(
                "rules", .anyOf([.list(.object("rule")), .map(keys: .ids, .object("rule"))]),
                label: both("rules", "regler"), "The first whose `if` holds decides. A list, or named rules in order.",
                "Den første, hvis `if` gælder, bestemmer. En liste eller navngivne regler i rækkefølge."),
            route(
                "otherwise", required: false, label: both("otherwise", "ellers"),
                "Where those go for whom no rule holds; required with `rules`.",
                "Hvor de, for hvem ingen regel gælder, går hen; kræves med `rules`."),
            Field(
                "probabilities", .map(keys: .references(.step), .probability), unit: Units.share,
                label: both("probability of", "sandsynlighed for"),
                "Steps with probabilities, numbers or rules; numbers sum to 1.",
                "Trin med sandsynligheder, tal eller regler; tal giver tilsammen 1."),
        ])

    static let choiceStep = ObjectForm(
        "choice", title: both("Choice", "Valg"),
        "A named decision: drawn in a run, taken by a person in a walk, and where a case fixes it.",
        "En navngiven beslutning: trækkes i en kørsel, tages af mennesker i en gennemgang, og hvor en case fastlægger den.",
        fields: [
            Field(
                "options", .map(keys: .ids, .object("option")), required: true, label: both("options", "muligheder"),
                "The options by name; numeric probabilities sum to 1.",
                "Mulighederne med navn; sandsynligheder, der er tal, giver tilsammen 1.")
        ])

    static let assignStep = ObjectForm(
        "assign", title: both("Assign", "Tildel"), "Set attributes of the citizen.", "Sæt borgerens egenskaber.",
        fields: [
            Field(
                "assign", .map(keys: .references(.attribute), .attributeValue), required: true,
                label: both("values", "værdier"), "Attributes with the values they get, also drawn.",
                "Egenskaber med de værdier, de får, også trukne."), route(),
        ])

    static let splitStep = ObjectForm(
        "split", title: both("Split", "Del"), "Go on along several arms in parallel, until they meet in the `join`.",
        "Gå videre ad flere arme på samme tid, indtil de mødes i `join`.",
        fields: [
            Field(
                "arms",
                .anyOf([
                    .list(.anyOf([.reference(.step), .object("arm")])),
                    .map(keys: .references(.step), .anyOf([.boolean, .expression, .object("armCondition")])),
                ]), required: true, label: both("arms", "arme"),
                "First steps of the arms: a list, or steps with the condition under which the arm is taken.",
                "Armenes første trin: en liste, eller trin med den betingelse, under hvilken armen bruges."),
            Field(
                "join", .reference(.join), required: true, label: both("meet in", "mødes i"),
                "The step where the arms meet; also where those go for whom no arm is taken.",
                "Trinnet, hvor armene mødes; også hvor de, for hvem ingen arm bruges, går hen."),
        ])

    static let joinStep = ObjectForm(
        "join", title: both("Join", "Saml"), "Where the arms of a split meet.", "Hvor en delings arme mødes.",
        fields: [
            Field(
                "mode",
                .word([
                    .init("all", "wait for every arm", "vent på alle arme"),
                    .init("any", "go on with the first; the others are called off", "fortsæt med den første"),
                ]), standard: "\"all\"", label: both("wait for", "vent på"), "Which arms to wait for.",
                "Hvilke arme der ventes på."), route(),
        ])

    static let waitForStep = ObjectForm(
        "waitFor", title: both("Wait for", "Vent på"), "Wait for something outside the citizen's own course.",
        "Vent på noget uden for borgerens eget forløb.",
        constraints: [.exactlyOne(["worldEvent", "event", "date", "day"])],
        fields: [
            Field(
                "worldEvent", .reference(.worldEvent), label: both("event in the world", "begivenhed"),
                "The next instant of a world event.", "Næste gang en begivenhed indtræffer."),
            Field(
                "event", .event, label: both("event", "hændelse"),
                "An event of the same citizen on a parallel arm; at once when it has happened.",
                "En hændelse for samme borger på en parallel arm; straks, når den er sket."),
            Field(
                "date", .object("datePattern"), label: both("date", "dato"), "The next date that fits a pattern.",
                "Næste dato, der passer med et mønster."),
            Field(
                "day", .formula, unit: Units.days, label: both("day", "dag"),
                "Until this many days after the start of the run; at once when past.",
                "Indtil så mange dage efter kørslens start; straks, når det er passeret."),
            queueing[4], queueing[5], route(),
        ])

    static let closeStep = ObjectForm(
        "close", title: both("Close", "Afslut"), "The course ends, with an outcome.",
        "Forløbet slutter, med et udfald.",
        fields: [
            Field(
                "outcome", .reference(.outcome), required: true, label: both("outcome", "udfald"),
                "How the course ended.", "Hvordan forløbet endte."),
            Field(
                "reEntry", .object("reEntry"), label: both("coming back", "genhenvendelse"),
                "The citizen may come back later; then no outcome is counted until the course ends for good.",
                "Borgeren kan vende tilbage; så tælles intet udfald, før forløbet slutter endeligt."),
        ])
}
