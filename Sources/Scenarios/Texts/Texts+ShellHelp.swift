/// Help texts: what each command does, and what its words mean.
extension Texts {
    // MARK: Words a command takes

    public static let placeholderScenario = Text(da: "SCENARIE", en: "SCENARIO")
    public static let placeholderScript = Text(da: "FIL.sim", en: "FILE.sim")
    public static let placeholderPath = Text(da: "STI", en: "PATH")
    public static let placeholderValue = Text(da: "VÆRDI", en: "VALUE")
    public static let placeholderSetting = Text(da: "STI=VÆRDI", en: "PATH=VALUE")
    public static let placeholderView = Text(da: "HVAD", en: "WHAT")
    public static let placeholderCitizen = Text(da: "BORGER", en: "CITIZEN")
    public static let placeholderResult = Text(da: "resultat", en: "result")
    public static let placeholderFile = Text(da: "FIL", en: "FILE")
    public static let placeholderTitle = Text(da: "TITEL", en: "TITLE")
    public static let placeholderTopic = Text(da: "EMNE", en: "TOPIC")
    public static let placeholderNumber = Text(da: "ANTAL", en: "COUNT")
    public static let placeholderSeed = Text(da: "TAL", en: "NUMBER")
    public static let scriptUsage = Text(da: "simrepl -f FIL.sim", en: "simrepl -f FILE.sim")

    // MARK: Options

    public static let optionSeed = Text(
        da: "lodtrækningsnummer; samme nummer giver samme resultat (1 ellers)",
        en: "the same seed gives the same result (1 unless given)")
    public static let placeholderShare = Text(da: "ANDEL", en: "SHARE")
    public static let placeholderContender = Text(
        da: "SCENARIE|RESULTAT|STI=VÆRDI", en: "SCENARIO|RESULT|PATH=VALUE")
    public static let optionPrecision = Text(
        da: "hvor stor usikkerheden højst må være; 5% ellers",
        en: "how large the uncertainty may be at most; 5% otherwise")
    public static let optionCap = Text(
        da: "flest gennemspilninger, når antallet findes undervejs; 400 ellers",
        en: "most replications when their number is found on the way; 400 otherwise")
    public static let optionLevel = Text(
        da: "hvor sikre ± skal være; 95% ellers", en: "how sure ± must be; 95% otherwise")
    public static let optionReplications = Text(
        da: "hvor mange gange perioden gennemspilles", en: "how many times the period is simulated")
    public static let optionJobs = Text(
        da: "hvor mange der regnes ad gangen; ændrer ikke resultatet",
        en: "how many are computed at a time; does not change the result")
    public static let optionFormat = Text(
        da: "hvordan resultatet skrives", en: "how the result is written")
    public static let optionSet = Text(
        da: "en ændring, der kun gælder denne gang; må gentages", en: "a change for this time only; may be repeated")

    public static let placeholderGrouping = Text(da: "EGENSKAB", en: "ATTRIBUTE")
    public static let optionBy = Text(
        da: "vis også borgerne delt efter en egenskab, et tal i bånd: age:50,70; grupper under 5 vises ikke",
        en: "show citizens by an attribute too, a number in bands: age:50,70; groups under 5 are not shown")
    public static let optionAll = Text(da: "vis også meddelelser i tabellen", en: "show messages in the table too")
    public static let optionVerify = Text(
        da: "efterprøv, at regnskabet stemmer: hver borger, kø, plads og meddelelse",
        en: "check that the books balance: every citizen, queue, seat and message")

    public static let optionTitle = Text(da: "hvad scenariet skal hedde", en: "what the scenario is to be called")
    public static let optionForce = Text(da: "erstat en fil, der findes", en: "replace a file that exists")

    public static let optionDiagramFormat = Text(
        da: "diagram som tekst, Mermaid eller SVG", en: "a diagram as text, Mermaid or SVG")
    public static let optionTo = Text(
        da: "skriv diagrammet i en fil (.svg eller .mmd)", en: "write the diagram to a file (.svg or .mmd)")

    // MARK: Commands

    public static let loadSummary = Text(da: "hent et scenarie", en: "load a scenario")
    public static let loadDetails = Text(
        da: """
            Et scenarie er et af de medfølgende, eller en fil: et ord med / i eller med .json til sidst. Er filen et gemt \
            resultat, vises det igen. Uden scenarie vises de medfølgende. Ændringer i det scenarie, der var hentet, forsvinder; gem dem først, hvis de skal bruges.
            """,
        en: """
            A scenario is one of those shipped, or a file: a word with a / in it or .json at its end. If the file is a \
            saved result, that is shown again. Without a scenario the shipped ones are listed. Changes to the scenario loaded before are dropped.
            """)

    public static let showSummary = Text(
        da: "vis scenariet eller en del af det", en: "show the scenario or a part of it")
    public static let showDetails = Text(
        da: """
            Uden ord vises scenariet i oversigt. Med en sti, for eksempel resources.clarifier, vises den del af det med \
            værdi, enhed og kilde. vis antagelser viser alle tal, der er skøn, og hvorfor; vis kilder viser, hvor \
            resten kommer fra. vis scenarier viser de medfølgende scenarier, vis tilbud tilbudsoversigten og vis side \
            scenariet på én side (Markdown).

            vis diagram tegner forløbet: i vinduet som tekst, med --format mermaid eller svg som diagram med en bane \
            for hver aktør. vis forløb tegner det samme med antallet af borgere, der gik hver vej i det sidste resultat. \
            Med --to skrives det i en fil; endelserne .svg og .mmd siger, hvordan.

            Efter det ønskede kan et andet scenarie nævnes: vis antagelser uge-40.
            """,
        en: """
            Without a word the scenario is shown in overview. With a path, such as resources.clarifier, that part of it \
            with value, unit and source. show assumptions lists every number that is an estimate, and why; show sources \
            where the others come from. show scenarios lists the shipped scenarios, show offers the directory of offers, and \
            show page the scenario on one page (Markdown).

            show diagram draws the pathway: as text in the window, with --format mermaid or svg as a diagram with one \
            lane for each actor. show flow draws the same with the number of citizens who went each way in the last \
            result. With --to it is written to a file, whose ending .svg or .mmd says how.

            Another scenario may be named after what is wanted: show assumptions uge-40.
            """)

    public static let setSummary = Text(da: "ændr en værdi i scenariet", en: "change a value in the scenario")
    public static let setDetails = Text(
        da: """
            En sti har punktum mellem sine dele. Værdien er et tal, en varighed (90m 8h 3d 3wd 2w 6mo 1y; wd er hverdage) \
            eller det, der står på stedet i forvejen. +20% og -3 ændrer i forhold til den værdi, der er. Filen ændres \
            ikke; fortryd tager den sidste ændring tilbage.
            """,
        en: """
            A path has dots between its parts. The value is a number, a duration (90m 8h 3d 3wd 2w 6mo 1y; wd are working \
            days) or whatever stands there already. +20% and -3 change what is there. The file is not changed; undo takes \
            the last change back.
            """)

    public static let unsetSummary = Text(
        da: "sæt en værdi tilbage til den i filen", en: "put a value back to the one in the file")
    public static let unsetDetails = Text(
        da: "Uden sti nulstilles alle ændringer. Også det kan fortrydes.",
        en: "Without a path all changes are dropped. That, too, can be undone.")

    public static let undoSummary = Text(da: "tag den sidste ændring tilbage", en: "take the last change back")
    public static let undoDetails = Text(
        da: "Kan bruges igen og igen, tilbage til scenariet, som det blev hentet.",
        en: "Can be used again and again, back to the scenario as it was loaded.")

    public static let redoSummary = Text(
        da: "gentag den ændring, der blev fortrudt", en: "redo the change that was undone")
    public static let redoDetails = Text(
        da: "Virker, indtil en ny ændring er lavet.", en: "Works until a new change is made.")

    public static let diffSummary = Text(
        da: "vis ændringerne i forhold til filen", en: "show what has been changed from the file")
    public static let diffDetails = Text(
        da: "For hver ændret værdi vises den i filen og den nye.",
        en: "For each changed value the one in the file and the new one.")

    public static let saveSummary = Text(
        da: "gem scenariet med dets ændringer, det sidste resultat eller sessionen som hæfte",
        en: "save the scenario with its changes, the last result, or the session as a notebook")
    public static let saveDetails = Text(
        da:
            """
            Filen bygger på det scenarie, der blev hentet, og siger kun, hvad der er ændret. gem resultat FIL gemmer i \
            stedet det sidste resultat med alle gennemspilninger, så det kan sammenlignes med et senere: sammenlign FIL. \
            Begge hentes igen med åbn FIL.

            gem session som FIL.md skriver det, du har gjort i sessionen, som et hæfte, der kan køres igen: se hjælp hæfte.
            """,
        en:
            """
            The file builds on the scenario that was loaded and says only what has been changed. save result FILE saves \
            the last result with all its replications instead, so that it can be compared with a later one: compare FILE. \
            load FILE brings either back.

            save session as FILE.md writes what you have done in the session as a notebook that can be run again: see help \
            notebook.
            """
    )

    public static let runSummary = Text(
        da: "gennemspil perioden og vis gennemløb, ventetider og belægning",
        en: "simulate the period and show throughput, waits and utilisation")
    public static let runDetails = Text(
        da: """
            Perioden gennemspilles mange gange, hver gang med nye tilfældigheder. ± siger, hvor godt gennemsnittet er \
            kendt; spændet ved siden af siger, hvor forskelligt det ene år kan være fra det andet.

            Uden scenarie bruges det hentede med dine ændringer. Med et scenarie gennemspilles det, som det står i sin \
            fil, og det hentede bliver, som det er.
            """,
        en: """
            The period is simulated many times, each time with new chances. ± says how well the mean is known; the range \
            beside it how much one year can differ from another.

            Without a scenario the loaded one with your changes is used. With a scenario that one is simulated as its \
            file says, and the loaded one stays as it is.
            """)

    public static let compareSummary = Text(
        da: "sammenlign to eller flere muligheder med de samme tilfældigheder",
        en: "compare two or more options with the same luck")
    public static let compareDetails = Text(
        da: """
            Den første er grundlaget, og hver af de andre sammenlignes med den: et scenarie, en fil med et gemt resultat, \
            eller ændringer af grundlaget, STI=VÆRDI, flere i anførselstegn med mellemrum imellem. Begynder du med \
            ændringer, er det hentede scenarie grundlaget. Uden ord sammenlignes det hentede, som filen siger, med dine \
            ændringer.

            Hver borger møder de samme tilfældigheder i alle muligheder, så en forskel skyldes ændringen. Der \
            gennemspilles, til forskellene på hovedtallene er kendt.
            """,
        en: """
            The first is the base, and each of the others is compared with it: a scenario, the file of a saved result, \
            or changes of the base, PATH=VALUE, several in quotes with spaces between. When you begin with changes the \
            loaded scenario is the base. Without a word the loaded one as its file says is compared with your changes.

            Each citizen has the same luck in all of them, so a difference is the change's. As many replications are run \
            as it takes to know the differences in the headline measures.
            """)
    public static let optionAllCompared = Text(
        da: "vis alle tal, ikke kun de vigtigste", en: "show all measures, not only the most important")

    public static let traceSummary = Text(
        da: "følg en navngiven borger dag for dag", en: "follow a named citizen day by day")
    public static let traceDetails = Text(
        da: """
            Viser med datoer, hvad borgeren møder: hvor der ventes og hvor længe, hvilke meddelelser der sendes, og \
            hvordan forløbet slutter. Borgeren går gennem systemet sammen med alle de andre i den første gennemspilning.
            """,
        en: """
            Shows with dates what the citizen meets: where there is waiting and how long, which messages are sent, and \
            how it ends. The citizen passes through the system with everybody else in the first replication.
            """)

    public static let validateSummary = Text(
        da: "undersøg, om scenarier er i orden", en: "check that scenarios are sound")
    public static let validateDetails = Text(
        da: """
            Alle fejl i en fil vises på én gang, med fil, linje og søjle. Uden scenarie undersøges alle de medfølgende.
            """,
        en: """
            All errors of a file are shown at once, with file, line and column. Without a scenario all shipped ones are \
            checked.
            """)

    public static let langSummary = Text(da: "vælg sprog", en: "choose the language")
    public static let langDetails = Text(
        da: "da er dansk, en er engelsk. Uden ord vises det valgte. Kommandoer kan altid skrives på begge sprog.",
        en: "da is Danish, en is English. Without a word the chosen one is shown. Commands work in both at any time.")

    public static let helpSummary = Text(da: "få hjælp", en: "get help")
    public static let helpDetails = Text(
        da: """
            hjælp KOMMANDO forklarer en kommando, hjælp begynd er en kort rundtur, og hjælp fulgt af et andet ord \
            finder det i hjælpen. --format markdown skriver det hele som et dokument.
            """,
        en: """
            help COMMAND explains a command, help start is a short tour, and help with any other word finds it in the \
            help. --format markdown writes everything as a document.
            """)

    public static let quitSummary = Text(da: "slut", en: "leave")
    public static let quitDetails = Text(
        da: "Ctrl-D på en tom linje gør det samme.", en: "Ctrl-D on an empty line does the same.")

    // MARK: Layout of the help

    public static let helpGroupModel = Text(da: "Scenariet", en: "The scenario")
    public static let helpGroupResults = Text(da: "Resultater", en: "Results")
    public static let helpGroupSession = Text(da: "Arbejdet her", en: "Working here")
    public static let helpTopics = Text(da: "Emner", en: "Topics")
    public static let helpUsage = Text(da: "Skrives", en: "Usage")
    public static let helpOptions = Text(da: "Muligheder", en: "Options")
    public static let helpExamples = Text(da: "Eksempler", en: "Examples")
    public static let helpMore = Text(
        da: "hjælp KOMMANDO forklarer den; hjælp ORD leder i hjælpen.",
        en: "help COMMAND explains it; help WORD searches the help.")
    public static func helpAlso(_ name: String) -> Text {
        Text(da: "På engelsk: \(name)", en: "In Danish: \(name)")
    }
    public static func helpMentions(_ word: String) -> Text {
        let word = Escaping.quoted(word)
        return Text(da: "\(word) nævnes her:", en: "\(word) is mentioned here:")
    }
    public static let referenceTitle = Text(da: "Kommandoer", en: "Commands")
    public static let referenceIntroduction = Text(
        da: """
            Lavet af programmet selv: `simrepl --lang da help --format markdown`. Kommandoer virker ens ved prompten, i en fil \
            (`simrepl -f FIL.sim`), fra et rør og som argumenter (`simrepl run kommune --seed 7`).
            """,
        en: """
            Made by the program itself: `simrepl --lang en help --format markdown`. Commands work the same at the prompt, in a \
            file (`simrepl -f FILE.sim`), from a pipe and as arguments (`simrepl run kommune --seed 7`).
            """)
}
