/// What a walk says to the room.
extension Texts {
    // MARK: The command

    public static let walkSummary = Text(
        da: "gå en borgers forløb igennem sammen og vælg undervejs",
        en: "walk through a citizen's course together and decide on the way")
    public static let walkDetails = Text(
        da: """
            Rummet følger én borger gennem kommunen og vælger ved hvert stop. Kalenderen går, som den ville gå i kommunen: ventetid på samtaler og hold kommer fra scenariet, så det, man har sat med sæt, gælder også her. Til sidst kommer en opsamling med tidslinje, ventetider og beskeder, og jeres valg ved siden af det, kilderne anbefaler. Der gives ikke point.

            Undervejs: et tal vælger, b går tilbage, n skriver et notat, ? hjælper, q stopper og gemmer. --resume fortsætter, --replay viser den samme gennemgang igen. Uden nogen ved tastaturet: --choices 2,3,1 eller --recommended; kan flere krydses af, skrives de med plus: 1+2+4.

            En case er en fil i scenarios/cases; uden navn vises dem, der følger med. Skriv aldrig om rigtige patienter, heller ikke i noter.
            """,
        en: """
            The room follows one citizen through the municipality and decides at every stop. The calendar moves as it would there: waits for conversations and groups come from the scenario, so what was set with set holds here too. At the end comes a debrief with a timeline, waits and messages, and your choices beside what the sources recommend. Nothing is scored.

            On the way: a number chooses, b goes back, n writes a note, ? helps, q stops and keeps the walk. --resume goes on, --replay shows the same walk again. With nobody at the keyboard: --choices 2,3,1 or --recommended; where several may be ticked they are written with plus: 1+2+4.

            A case is a file in scenarios/cases; without a name the shipped ones are listed. Never write about real patients, not even in notes.
            """)
    public static let placeholderCase = Text(da: "CASE", en: "CASE")
    public static let placeholderChoices = Text(da: "1,2,…", en: "1,2,…")
    public static let optionChoices = Text(
        da: "valgene på forhånd, adskilt af komma; flere ved samme stop med plus",
        en: "the choices beforehand, separated by commas; several at one stop with plus")
    public static let optionRecommended = Text(
        da: "vælg det, kilderne anbefaler", en: "choose what the sources recommend")
    public static let optionResume = Text(da: "fortsæt den gemte gennemgang", en: "go on with the walk that was kept")
    public static let optionReplay = Text(da: "vis den samme gennemgang igen", en: "show the same walk again")
    public static let optionRuns = Text(
        da: "antal andre gennemspilninger, opsamlingen sammenligner med (200)",
        en: "how many other runs the debrief compares with (200)")
    // MARK: Screens

    public static let walkNoPatients = Text(
        da: "Ingen rigtige patienter, heller ikke i noter.", en: "No real patients, not even in notes.")

    public static func walkPlace(_ scenario: Text) -> Text {
        Text(da: "Vi er i: \(scenario.da)", en: "We are in: \(scenario.en)")
    }

    public static let walkWeKnow = Text(da: "Det ved vi", en: "What we know")
    public static let walkLocalFacts = Text(da: "Hos os", en: "Here with us")

    public static func walkStop(_ number: Int, _ title: Text) -> Text {
        Text(da: "Stop \(number): \(title.da)", en: "Stop \(number): \(title.en)")
    }

    public static func walkDate(_ date: Text, day: Int) -> Text {
        Text(da: "\(date.da) · dag \(day)", en: "\(date.en) · day \(day)")
    }

    public static func walkWhere(_ place: Text, actor: Text) -> Text {
        Text(da: "\(place.da). Nu handler \(actor.da).", en: "\(place.en). Now \(actor.en) acts.")
    }

    public static func walkActor(_ actor: CaseFile.Actor) -> Text {
        switch actor {
        case .citizen: Text(da: "borgeren", en: "the citizen")
        case .gp: Text(da: "almen praksis", en: "general practice")
        case .municipality: Text(da: "kommunen", en: "the municipality")
        case .hospital: Text(da: "sygehuset", en: "the hospital")
        }
    }

    public static func walkChoose(_ count: Int, several: Bool) -> Text {
        several
            ? Text(
                da: "Kryds af, fx 1 2. b tilbage · n notat · ? hjælp · q stop og gem",
                en: "Tick, for instance 1 2. b back · n note · ? help · q stop and keep")
            : Text(
                da: "Vælg 1-\(count). b tilbage · n notat · ? hjælp · q stop og gem",
                en: "Choose 1-\(count). b back · n note · ? help · q stop and keep")
    }

    public static let walkPressEnter = Text(
        da: "Tryk Enter, når I er klar.", en: "Press Enter when you are ready.")

    public static func walkChosen(_ numbers: String) -> Text {
        Text(da: "I vælger \(numbers).", en: "You choose \(numbers).")
    }

    public static let walkKeys = Text(
        da: """
            et tal     vælger; kan flere krydses af, skriv dem med mellemrum: 1 2 4
            b          tilbage til forrige valg; resten regnes om
            n          skriv et notat: spørgsmål, antagelse, fund eller aftale
            q, Ctrl-C  stop; gennemgangen gemmes, fortsæt med: gennemgå --resume
            """,
        en: """
            a number   chooses; where several may be ticked, write them with spaces: 1 2 4
            b          back to the choice before; the rest is worked out anew
            n          write a note: question, assumption, finding or agreement
            q, Ctrl-C  stop; the walk is kept, go on with: walk --resume
            """)

    // MARK: What went wrong at a stop

    public static func walkNoSuchChoice(_ text: String, count: Int) -> Text {
        let text = Escaping.quoted(text)
        return Text(
            da: "\(text) er ikke et af valgene; skriv et tal fra 1 til \(count), eller ? for hjælp",
            en: "\(text) is none of the choices; type a number from 1 to \(count), or ? for help")
    }

    public static func walkEmptyLine(count: Int) -> Text {
        Text(
            da: "Skriv et tal fra 1 til \(count), og tryk Enter.",
            en: "Type a number from 1 to \(count) and press Enter.")
    }

    public static let walkOnlyOne = Text(da: "her vælges netop ét", en: "choose exactly one here")
    public static let walkNothingBefore = Text(
        da: "Det er det første stop; der er intet at gå tilbage til.",
        en: "This is the first stop; there is nothing to go back to.")
    public static let walkWentBack = Text(da: "Tilbage.", en: "Back.")
    public static let walkStopAsk = Text(
        da: "Stop her? Gennemgangen gemmes. (j/n)", en: "Stop here? The walk is kept. (y/n)")
    public static let walkKept = Text(
        da: "Gennemgangen er gemt. Fortsæt med: gennemgå --resume", en: "The walk is kept. Go on with: walk --resume")
    public static let walkChangedScenario = Text(
        da: "Scenariet er ændret, siden gennemgangen blev gemt. Kalenderen er regnet om; valgene er de samme.",
        en:
            "The scenario has changed since the walk was kept. The calendar is worked out anew; the choices are the same."
    )
    public static let walkNothingKept = Text(
        da: "der er ingen gemt gennemgang; begynd en: gennemgå albert", en: "no walk is kept; begin one: walk albert")
    public static let walkNothingToGive = Text(
        da: "der er ingen gennemgang at skrive om; gå en case igennem først: gennemgå albert",
        en: "there is no walk to write about; walk through a case first: walk albert")

    public static func walkBadChoice(_ text: String, number: Int, stop: Text, count: Int, several: Bool) -> Text {
        let text = Escaping.quoted(text)
        let how =
            several
            ? Text(da: " (flere skrives med plus: 1+2)", en: " (several are written with plus: 1+2)")
            : Text(da: " (netop ét)", en: " (exactly one)")
        return Text(
            da: "valg nummer \(number), \(text), findes ikke: ved \(Escaping.quoted(stop.da)) er der 1 til \(count)",
            en:
                "choice number \(number), \(text), does not exist: at \(Escaping.quoted(stop.en)) there are 1 to \(count)"
        )
            + how
    }

    public static func walkTooManyChoices(given: Int, used: Int) -> Text {
        Text(
            da: "der er \(given) valg, men gennemgangen har kun \(used) stop på den vej; fjern de sidste",
            en: "\(given) choices are given, but the walk has only \(used) stops on that way; remove the last ones")
    }

    public static func walkWaits(stop: Int) -> Text {
        Text(
            da: "Gennemgangen venter ved stop \(stop). Giv et valg mere, eller fortsæt med: gennemgå --resume",
            en: "The walk waits at stop \(stop). Give one more choice, or go on with: walk --resume")
    }

    public static func walkInOwnScenario(_ title: Text) -> Text {
        Text(
            da: "Casen hører til et andet scenarie og foregår der: \(title.da)",
            en: "The case belongs to another scenario and takes place there: \(title.en)")
    }

    public static func walkHorizon(_ name: Text, step: Text, since: Text, end: Text) -> Text {
        Text(
            da:
                "\(name.da) kommer ikke til ende. Ved \(end.da), hvor kalenderen slutter, er forløbet stadig ved »\(step.da)«, siden \(since.da). Med den kapacitet, scenariet har, er der ikke plads, før kalenderen slutter.",
            en:
                "\(name.en) does not reach the end. On \(end.en), when the calendar ends, the course is still at \"\(step.en)\", since \(since.en). With the capacity the scenario has there is no room before the calendar ends."
        )
    }

    public static let casesTitle = Text(da: "Cases til fælles gennemgang", en: "Cases to walk through together")
    public static func casesHow(_ id: String) -> Text {
        Text(da: "Begynd med: gennemgå \(id)", en: "Begin with: walk \(id)")
    }

    public static func caseIsSound(_ name: String, stops: Int, plays: Int) -> Text {
        Text(
            da: "\(name): i orden; \(stops) stop, hvert valg prøvet (\(plays) gennemspilninger)",
            en: "\(name): sound; \(stops) stops, every choice tried (\(plays) plays)")
    }
}
