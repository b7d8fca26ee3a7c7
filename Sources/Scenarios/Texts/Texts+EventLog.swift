/// Words of the event log.
extension Texts {
    public static let exportSummary = Text(
        da: "skriv scenariets tal til et regneark, eller en hændelseslog",
        en: "write the scenario's numbers for a spreadsheet, or an event log")
    public static let exportDetails = Text(
        da: """
            eksporter FIL.csv skriver en tabel med en række for hvert tal: sti, navn, værdi, enhed og grundlag. Den åbner i \
            Excel, som den er (semikolon og decimalkomma). Ret i kolonnen værdi, gem som CSV, og hent den med importer FIL.

            eksporter log FIL.csv skriver én linje for hver hændelse: borger, aktivitet, livscyklus, tidspunkt, ressource og \
            borgerens egenskaber; endelsen .xes giver det format, som programmer til process mining læser. Loggen er én \
            gennemspilning (den første) af perioden, så dens ventetider er dem, kør --replications 1 viser. Navngivne \
            borgere som Albert er ikke med. Ved siden af skrives en fil, der forklarer kolonnerne.
            """,
        en: """
            export FILE.csv writes a table with a row for each number: path, name, value, unit and basis. It opens in a \
            Danish Excel as it is (semicolon and decimal comma). Change the column value, save as CSV, and read it with \
            import FILE.

            export log FILE.csv writes one line for each event: citizen, activity, lifecycle, timestamp, resource and the \
            citizen's attributes; the ending .xes gives the format that programs for process mining read. The log is one \
            replication (the first) of the period, so its waits are those that run --replications 1 shows. Named \
            citizens such as Albert are not in it. A file that explains the columns is written beside it.
            """)
    public static let placeholderLogFile = Text(da: "FIL.csv|FIL.xes", en: "FILE.csv|FILE.xes")
    public static let optionReplication = Text(
        da: "hvilken gennemspilning; den første ellers", en: "which replication; the first otherwise")

    public static func badExportName(_ name: String, endings: [String]) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "\(name) skal ende på \(joined(endings, word: "eller"))",
            en: "\(name) must end in \(joined(endings, word: "or"))")
    }

    public static func logWritten(_ path: String, dictionary: String, events: Int, citizens: Int, left: Int) -> Text {
        let (path, dictionary) = (Escaping.terminalSafe(path), Escaping.terminalSafe(dictionary))
        let (events, citizens) = (
            NumberFormat.text(Double(events), digits: 0), NumberFormat.text(Double(citizens), digits: 0)
        )
        let cases = plural(left, da: "navngiven borger", "navngivne borgere", en: "named citizen", "named citizens")
        let leftOut =
            left == 0
            ? Text(same: "")
            : Text(da: " \(cases.da) er ikke med.", en: " Without \(cases.en).")
        return Text(
            da:
                "\(events.da) hændelser for \(citizens.da) borgere er skrevet i \(path), kolonnerne forklaret i \(dictionary).\(leftOut.da)",
            en:
                "\(events.en) events of \(citizens.en) citizens are written to \(path), the columns explained in \(dictionary).\(leftOut.en)"
        )
    }

    // MARK: Activities

    public static let logArrival = Text(da: "Ankomst", en: "Arrival")
    public static let logComesBack = Text(da: "Vender tilbage senere", en: "Comes back later")
    public static func logSession(_ step: String) -> Text {
        Text(da: "\(step): mødegang", en: "\(step): session")
    }

    // MARK: The data dictionary

    public static func logDictionaryTitle(_ title: Text) -> Text {
        Text(da: "Kolonnerne i hændelsesloggen: \(title.da)", en: "Columns of the event log: \(title.en)")
    }
    public static let logDictionaryIntroduction = Text(
        da:
            "Én linje for hver hændelse i én gennemspilning. Tallene skrives med punktum, tider som lokal tid uden sommertid. Tekst, der ligner en formel, har en apostrof foran i CSV.",
        en:
            "One line for each event of one replication. Numbers have a decimal point, times are local civil time without daylight saving. Text that looks like a formula has an apostrophe in front in CSV."
    )
    public static let logColumns = Text(da: "Kolonner", en: "Columns")
    public static let logColumn = Text(da: "kolonne", en: "column")
    public static let logMeaning = Text(da: "betydning", en: "meaning")
    public static let logEvents = Text(da: "Hændelser", en: "Events")
    public static let columnLogCitizen = Text(
        da: "Borgeren (XES: trace concept:name): kilden og et nummer; ingen virkelig person.",
        en: "The citizen (XES: trace concept:name): the source and a number; no real person.")
    public static let columnLogActivity = Text(
        da: "Hvad det handler om (XES: concept:name): trinnets, meddelelsens, fristens eller udfaldets navn.",
        en: "What it is about (XES: concept:name): the name of the step, message, deadline or outcome.")
    public static let columnLogLifecycle = Text(
        da: "Hvor langt aktiviteten er (XES: lifecycle:transition, standardmodellen).",
        en: "How far the activity has come (XES: lifecycle:transition, the standard model).")
    public static let columnLogTimestamp = Text(
        da: "Hvornår (XES: time:timestamp), i millisekunder.", en: "When (XES: time:timestamp), to the millisecond.")
    public static let columnLogResource = Text(
        da: "Hvem eller hvad der skal til (XES: org:resource); ved meddelelser afsenderen.",
        en: "Who or what it takes (XES: org:resource); of messages the sender.")
    public static let columnLogEvent = Text(
        da: "Hændelsens navn, som aldrig ændres; se nedenfor.", en: "The event's name, which never changes; see below.")
    public static let columnLogStep = Text(da: "Trinnets navn i scenariet.", en: "The step's name in the scenario.")
    public static let columnLogDetail = Text(
        da:
            "Mere om hændelsen: det bookede tidspunkt, det valgte, antal pladser, afsender>modtager, fristens eller udfaldets navn.",
        en:
            "More about the event: the booked time, what was chosen, the number of seats, sender>receiver, the name of the deadline or outcome."
    )
    public static let columnLogWaited = Text(
        da:
            "Dage ventet ved trinnet, når det begynder; dage på 24 timer, også dem før perioden for borgere på den første venteliste.",
        en:
            "Days waited at the step, when it begins; days of 24 hours, also those before the period for citizens on the first waiting list."
    )
    public static let columnLogSource = Text(
        da: "Hvor borgeren kom fra (scenariets sources).", en: "Where the citizen came from (the scenario's sources).")
    public static let columnLogCounted = Text(
        da: "Om det skete efter opvarmningen og derfor tæller i resultatet.",
        en: "Whether it happened after the warm-up and so counts in the result.")

    public static func columnLogAttribute(_ label: String, values: String?) -> Text {
        let list = values.map { ": \($0)" } ?? ""
        return Text(
            da: "Borgerens egenskab: \(label)\(list). Som den er ved hændelsen (i XES: ved ankomsten).",
            en: "The citizen's attribute: \(label)\(list). As it is at the event (in XES: at arrival).")
    }

    /// Every event with its place in the lifecycle.
    public static let logEventMeanings: [(event: String, lifecycle: String, meaning: Text)] = [
        ("arrived", "complete", Text(da: "Borgeren kommer.", en: "The citizen comes.")),
        (
            "entered", "schedule | start",
            Text(da: "Begynder at vente, eller en ventetid begynder.", en: "Begins to wait, or a delay begins.")
        ),
        ("booked", "assign", Text(da: "Har fået en tid.", en: "Has been given a time.")),
        ("groupFormed", "assign", Text(da: "Har fået plads på et hold.", en: "Has a place in a group.")),
        (
            "started", "start | complete",
            Text(
                da: "Begynder; waitedDays siger, hvor længe der blev ventet.",
                en: "Begins; waitedDays says how long the wait was.")
        ),
        ("cancelled", "reassign", Text(da: "Melder afbud.", en: "Cancels.")),
        ("cancelledByStaff", "reassign", Text(da: "Tiden aflyses af personalet.", en: "Staff call the time off.")),
        ("noShow", "reassign", Text(da: "Udebliver.", en: "Stays away.")),
        ("preempted", "suspend", Text(da: "Må vige for en mere hastende.", en: "Gives way to somebody more urgent.")),
        ("resumed", "resume", Text(da: "Fortsætter.", en: "Goes on.")),
        ("sessionAttended", "complete", Text(da: "Er til en mødegang.", en: "Attends a session.")),
        ("sessionMissed", "complete", Text(da: "Mangler en mødegang.", en: "Misses a session.")),
        ("sessionCancelled", "withdraw", Text(da: "En mødegang aflyses.", en: "A session is called off.")),
        ("ended", "complete", Text(da: "Slutter.", en: "Ends.")),
        ("balked", "withdraw", Text(da: "Går straks igen.", en: "Does not join.")),
        ("reneged", "withdraw", Text(da: "Opgiver at vente.", en: "Gives up waiting.")),
        (
            "calledOff", "withdraw",
            Text(
                da: "Bortfalder, fordi en anden gren var først, eller forløbet sluttede.",
                en: "Falls away, as another arm was first or the course ended.")
        ),
        ("droppedOut", "ate_abort", Text(da: "Falder fra.", en: "Drops out.")),
        ("chose", "complete", Text(da: "Et valg er truffet.", en: "A choice is made.")),
        ("sent", "start", Text(da: "En meddelelse sendes.", en: "A message is sent.")),
        ("received", "complete", Text(da: "En meddelelse er modtaget.", en: "A message is received.")),
        ("returned", "complete", Text(da: "En meddelelse er sendt retur.", en: "A message is returned.")),
        (
            "notSent", "autoskip",
            Text(
                da: "En meddelelse sendes ikke, for eksempel uden samtykke.",
                en: "A message is not sent, for example without consent.")
        ),
        ("accepted", "complete", Text(da: "Der er sagt ja.", en: "It is accepted.")),
        ("refused", "complete", Text(da: "Der er sagt nej.", en: "It is refused.")),
        ("promiseKept", "complete", Text(da: "En frist blev nået.", en: "A deadline was met.")),
        ("promiseBroken", "complete", Text(da: "En frist blev ikke nået.", en: "A deadline was not met.")),
        (
            "promiseOpen", "complete",
            Text(da: "En frist er åben, når det hele slutter.", en: "A deadline is open when all ends.")
        ),
        ("closed", "complete", Text(da: "Forløbet slutter.", en: "The course ends.")),
        (
            "comesBack", "complete",
            Text(
                da: "Forløbet slutter for nu; borgeren kommer igen.",
                en: "The course ends for now; the citizen will be back.")
        ),
    ]

    public static func logFooter(id: String, hash: String, seed: UInt64, replication: Int, version: String) -> Text {
        Text(
            da: "\(id) \(hash) · lodtrækning \(seed) · gennemspilning \(replication) · simrepl \(version)",
            en: "\(id) \(hash) · seed \(seed) · replication \(replication) · simrepl \(version)")
    }
}
