/// What `check` says.
extension Texts {
    public static let checkSummary = Text(
        da: "regn efter, om kapaciteten kan følge med, før noget gennemspilles",
        en: "reckon whether capacity can keep up, before anything is simulated")
    public static let checkDetails = Text(
        da: """
            For hver ressource: hvor meget der bliver brug for om ugen, hvor meget der er, og hvad der mangler; tider tabt \
            ved udeblivelser; pladser på hold mod forventede deltagere; og de tal, efterspørgslen bygger på, hvert med \
            kilde. Ventetider efter køteoriens formler vises til sammenligning med en kørsel, med besked om, hvornår de \
            ikke passer.

            Hvor mange der når frem til hvert trin, afhænger af regler og lodtrækning; det findes ved nogle få prøvekørsler, \
            hvor der er rigeligt af alt, så ingen venter på plads og ingen giver op.
            """,
        en: """
            For each resource: how much is asked for a week, how much there is and what is missing; slots lost to no-shows; \
            seats in groups against expected members; and the numbers the demand rests on, each with its source. Waits by \
            formulas of queueing theory are shown for comparison with a run, with a word on when they do not apply.

            How many reach each step depends on rules and luck; that is found by a few pilot runs with plenty of \
            everything, so that nobody waits for room and nobody gives up.
            """)
    public static let optionPilot = Text(
        da: "hvor mange prøvekørsler; 40 ellers", en: "how many pilot runs; 40 otherwise")

    public static func checkTitle(_ title: Text) -> Text {
        Text(da: "Kan kapaciteten følge med? \(title.da)", en: "Can capacity keep up? \(title.en)")
    }

    // MARK: Sentences

    public static func overloadedBy(
        _ label: Text, unit: String, demand: Text, capacity: Text, missing: Text
    ) -> Text {
        let words = loadUnit(unit)
        return Text(
            da: "\(label.da): der bliver brug for \(demand.da) \(words.da), og der er \(capacity.da). "
                + "Der mangler \(missing.da).",
            en: "\(label.en): \(demand.en) \(words.en) are asked for, and there are \(capacity.en). "
                + "\(missing.en) are missing.")
    }

    private static func loadUnit(_ unit: String) -> Text {
        switch unit {
        case "slots": Text(da: "tider om ugen", en: "slots a week")
        case "hours": Text(da: "timer om ugen", en: "hours a week")
        case "places": Text(da: "ad gangen i gennemsnit", en: "at a time on average")
        default: Text(da: "pladser i perioden", en: "seats over the period")
        }
    }

    public static func atLimit(_ label: Text, load: Text) -> Text {
        Text(
            da: "\(label.da): belægningen bliver \(load.da) %; om der er nok, kan ikke afgøres af så få prøvekørsler.",
            en: "\(label.en): the load is \(load.en)%; whether that is enough cannot be told from so few pilot runs.")
    }

    public static func asksTooLate(_ label: Text, last: Text, seats: Text) -> Text {
        Text(
            da: "\(label.da): sidste holdstart er \(last.da). \(seats.da) af pladserne bliver der først brug for "
                + "efter den.",
            en: "\(label.en): the last start date is \(last.en). \(seats.en) of the seats are asked for after it.")
    }

    public static let nothingOverloaded = Text(
        da: "Der er nok af alt, når perioden ses under ét. Ventetid kan der være alligevel.",
        en: "There is enough of everything over the period as a whole. There can be waits all the same.")

    // MARK: Tables

    public static let expectedArrivals = Text(da: "Forventede henvendelser", en: "Expected arrivals")
    public static let inThePeriod = Text(da: "i perioden", en: "in the period")
    public static let aWeek = Text(da: "om ugen", en: "a week")
    public static let waitingAlready = Text(da: "venter ved start", en: "waiting at the start")
    public static let askedFor = Text(da: "behov", en: "asked for")
    public static let offered = Text(da: "udbud", en: "offered")
    public static let loadPercent = Text(da: "belægning, %", en: "load, %")
    public static let missingOrLeft = Text(da: "mangler (+)", en: "missing (+)")
    public static let lostToNoShows = Text(da: "tabt ved udeblivelse", en: "lost to no-shows")
    public static let verdictTitle = Text(da: "vurdering", en: "verdict")

    public static func loadSection(_ unit: String) -> Text {
        switch unit {
        case "slots": Text(da: "Tider om ugen", en: "Slots a week")
        case "hours": Text(da: "Timer om ugen", en: "Hours a week")
        case "places": Text(da: "Pladser i brug ad gangen", en: "Places in use at a time")
        default: Text(da: "Pladser på hold i perioden", en: "Seats in groups over the period")
        }
    }

    public static func verdict(_ code: String) -> Text {
        switch code {
        case "overloaded": Text(da: "for lidt", en: "too little")
        case "atLimit": Text(da: "på grænsen", en: "at the limit")
        case "tight": Text(da: "stramt", en: "tight")
        default: Text(da: "nok", en: "enough")
        }
    }

    public static let waitsByFormula = Text(
        da: "Ventetid efter formel, dage i gennemsnit", en: "Waits by formula, days on average")
    public static let unavoidableWait = Text(da: "selv med rigeligt", en: "even with plenty")
    public static let queueingWait = Text(da: "kø oveni", en: "queue on top")
    public static let formulaTitle = Text(da: "formel", en: "formula")
    public static let caveatTitle = Text(da: "forbehold", en: "caveats")

    public static func formula(_ code: String) -> Text {
        switch code {
        case "erlangC": Text(same: "Erlang C")
        case "allenCunneen": Text(same: "Allen–Cunneen")
        case "slotQueue": Text(da: "tider på række (Bailey)", en: "slots in a row (Bailey)")
        default: Text(da: "næste holdstart (Bailey)", en: "next start date (Bailey)")
        }
    }

    public static func caveat(_ code: String) -> Text {
        switch code {
        case "overloaded":
            Text(
                da:
                    "der er for lidt eller kun lige nok; køen vokser længe, og ingen formel giver en brugbar ventetid.",
                en: "there is too little or just enough; the queue keeps growing, and no formula gives a wait of any "
                    + "use.")
        case "variesOverTime":
            Text(
                da: "henvendelser eller kapacitet svinger over tid; køen bliver længere, end formlen siger.",
                en: "arrivals or capacity vary over time; the queue is longer than the formula says.")
        case "priorities":
            Text(
                da: "nogle kommer foran; formlen gælder gennemsnittet af alle, ikke den enkelte gruppe.",
                en: "some go first; the formula is about the mean of all, not about a group.")
        case "impatience":
            Text(
                da: "nogle giver op at vente, og det gør køen kortere, end formlen siger.",
                en: "some give up waiting, which makes the queue shorter than the formula says.")
        case "shared":
            Text(
                da: "flere trin eller flere ressourcer hænger sammen; formlen ser dem hver for sig.",
                en: "several steps or several resources hang together; the formula sees each alone.")
        case "unknownService":
            Text(
                da: "varigheden følger af regler, så formlen mangler et tal.",
                en: "the time taken follows from rules, so the formula lacks a number.")
        case "scarceStaff":
            Text(
                da: "der ventes på personale eller pladser og ikke på en holdstart; formlen gælder ikke.",
                en: "the wait is for staff or places and not for a start date; the formula does not apply.")
        case "datesEnd":
            Text(
                da: "der er ingen holdstart sidst i perioden; formlen gælder ikke.",
                en: "there is no start date late in the period; the formula does not apply.")
        case "startsWithList":
            Text(
                da: "nogle venter ved start; formlen gælder først, når den venteliste er afviklet.",
                en: "some wait at the start; the formula holds only once that list has been worked off.")
        case "batches":
            Text(
                da: "nogle kommer flere ad gangen; køen bliver længere, end formlen siger.",
                en: "some come several together; the queue is longer than the formula says.")
        case "groupsOverlap":
            Text(
                da: "hold, der løber samtidig, skal deles om personalet; er der ikke nok, begynder færre, end der er "
                    + "pladser til, og ventetiden bliver længere.",
                en: "groups that run at the same time share staff; where there are not enough, fewer begin than there "
                    + "are seats for, and the wait is longer.")
        case "unevenSlots":
            Text(
                da: "der er langt færre tider, eller lukket, i en del af perioden; formlen gælder ikke.",
                en: "there are far fewer slots, or none, in part of the period; the formula does not apply.")
        default:
            Text(
                da: "et hold med for få deltagere kan blive udsat, og så bliver ventetiden længere.",
                en: "a group with too few members may be put off, and then the wait is longer.")
        }
    }

    public static let checkFactors = Text(
        da: "Tallene bag efterspørgslen", en: "The numbers behind the demand")

    public static let byRule = Text(da: "(følger en regel)", en: "(follows a rule)")

    // MARK: Remarks

    public static func checkMethod(_ replications: Int, followsToEnd: Bool) -> Text {
        let runs = plural(replications, da: "prøvekørsel", "prøvekørsler", en: "pilot run", "pilot runs")
        let which =
            followsToEnd
            ? Text(
                da: "det, periodens henvendelser bruger, til deres forløb er slut (højst et år efter)",
                en: "what the period's arrivals use until their courses have ended (a year later at most)")
            : Text(da: "det, der bruges i perioden", en: "what is used within the period")
        return Text(
            da:
                "Behov er \(which.da), når ingen giver op at vente. Andele, der afhænger af regler og lodtrækning, er fundet "
                + "ved \(runs.da) med rigeligt af alt; ± er deres usikkerhed.",
            en:
                "Asked for is \(which.en), when nobody gives up waiting. Shares that depend on rules and luck were found by "
                + "\(runs.en) with plenty of everything; ± is their uncertainty.")
    }

    public static let checkSigns = Text(
        da:
            "Udbud følger planen og kalenderen uden lukkedage og forventet fravær. Stramt: over 85 % – en tommelfingerregel; "
            + "derover vokser ventetiden hurtigt.",
        en:
            "Offered follows the plan and the calendar, without closed days and expected absence. Tight: above 85% – a rule "
            + "of thumb; beyond it waits grow fast.")
    public static let fullGroups = Text(
        da: "†: hold regnes med deres planlagte datoer, eller som fulde hold, hvor de begynder efter behov.",
        en: "†: groups are reckoned by their planned dates, or as full groups where they start on demand.")
    public static let waitersNotInDemand = Text(
        da: "De, der venter ved start, er ikke med i behovet: de kommer oveni én gang.",
        en: "Those waiting at the start are not part of what is asked for: they come on top, once.")
    public static let formulasAreRough = Text(
        da:
            "Formlerne antager tilfældige henvendelser, jævn kapacitet og lang tids drift. De er et tjek af størrelsesordenen; "
            + "brug kør til tal, der skal bruges.",
        en:
            "The formulas assume arrivals at random, even capacity and a long time of operation. They check the order of "
            + "magnitude; use run for numbers to act on.")
}
