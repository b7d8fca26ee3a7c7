/// Help on topics that are not commands.
extension Texts {
    public static let topicStartTitle = Text(da: "de første fem minutter", en: "the first five minutes")
    public static let topicStart = Text(
        da: """
            Eksempelkommunen er hentet fra begyndelsen. Skriv en linje ad gangen og tryk på Enter:

              vis                                         scenariet i oversigt
              kør                                         et år, gennemspillet mange gange
              gennemgå albert                             gå en borgers forløb igennem sammen
              følg albert                                 en borgers vej, dag for dag
              sæt resources.clarifier.slotsPerWeek 14     flere afklarende samtaler om ugen
              kør                                         hvad det gør ved ventetiden
              ændringer                                   hvad der er ændret
              fortryd                                     tilbage igen
              vis antagelser                              hvilke tal der er skøn, og hvorfor

            Tab fuldfører det ord, du er ved at skrive, eller viser, hvad der kan stå. Pil op henter tidligere linjer.
            """,
        en: """
            The example municipality is loaded from the start. Type one line at a time and press Enter:

              show                                        the scenario in overview
              run                                         a year, simulated many times
              walk albert                                 walk through a citizen's course together
              trace albert                                one citizen's way, day by day
              set resources.clarifier.slotsPerWeek 14     more clarifying conversations a week
              run                                         what that does to the waits
              diff                                        what has been changed
              undo                                        and back again
              show assumptions                            which numbers are estimates, and why

            Tab completes the word you are typing or shows what can stand there. Arrow up brings earlier lines back.
            """)

    public static let topicLinesTitle = Text(da: "hvordan en linje skrives", en: "how a line is written")
    public static let topicLines = Text(
        da: """
            Ord skilles af mellemrum og kommandoer af semikolon. Efter # står en bemærkning. Et ord med mellemrum i \
            sættes i "…" eller '…'. \\ foran et tegn tager det, som det er, og \\ sidst på en linje fortsætter den på \
            den næste; det gør et anførselstegn, der ikke er lukket, også. -- gør resten af ordene til almindelige ord.

            Ved prompten er begyndelsen af en kommando nok, når kun én begynder sådan. Kommandoer har et dansk og et \
            engelsk navn; aa, ae og oe kan skrives for å, æ og ø.
            """,
        en: """
            Words are separated by spaces and commands by semicolons. A # begins a comment. A word with spaces in it goes \
            in "…" or '…'. A \\ takes the next character as it is, and at the end of a line continues it on the next, as \
            does an unfinished quote. After -- the rest are plain words.

            At the prompt the beginning of a command is enough when only one begins so. Commands have a Danish and an \
            English name; aa, ae and oe may be typed for å, æ and ø.
            """)

    public static let topicKeysTitle = Text(da: "taster ved prompten", en: "keys at the prompt")
    public static let topicKeys = Text(
        da: """
              Tab             fuldfør, eller vis hvad der kan stå
              pil op, ned     tidligere linjer
              Ctrl-R          find en tidligere linje
              Ctrl-A, Ctrl-E  til linjens begyndelse, slutning
              Ctrl-C          drop linjen; afbryd en beregning
              Ctrl-D          slut, på en tom linje
              Ctrl-Z          læg programmet til side; fg henter det igen

            Et svar, der er længere end vinduet, vises en side ad gangen. Tasterne er de samme som i less:

              mellemrum, b    en side frem, tilbage
              Enter, pil op   en linje frem, tilbage
              g, G            til begyndelsen, til slutningen
              q               udelad resten

            Egne taster læses fra ~/.editrc.
            """,
        en: """
              Tab             complete, or show what can stand here
              arrow up, down  earlier lines
              Ctrl-R          find an earlier line
              Ctrl-A, Ctrl-E  to the beginning, the end of the line
              Ctrl-C          drop the line; interrupt a computation
              Ctrl-D          leave, on an empty line
              Ctrl-Z          suspend the program; fg brings it back

            An answer that is longer than the window is shown a page at a time. The keys are those of less:

              space, b        a page forward, back
              Enter, up       a line forward, back
              g, G            to the beginning, to the end
              q               leave out the rest

            Keys of your own are read from ~/.editrc.
            """)

    public static let topicUncertaintyTitle = Text(da: "hvad ± og spændet betyder", en: "what ± and the range mean")
    public static let topicUncertainty = Text(
        da: """
            Hvert resultat har to slags usikkerhed. ± siger, hvor godt tallet er kendt: med flere gennemspilninger bliver \
            det mindre. "8 af 10 år" siger, hvor forskelligt det ene år kan være fra det andet: i otte af ti år ligger \
            tallet mellem de to, og det ændrer flere gennemspilninger ikke på.

            – betyder, at tallet ikke findes, for eksempel en ventetid, når ingen har ventet. De, der stadig venter til \
            sidst, står for sig: deres ventetid er ikke slut og tælles ikke med i gennemsnittet.
            """,
        en: """
            Every result has two kinds of uncertainty. ± says how well the number is known: more replications make it \
            smaller. "8 of 10 years" says how much one year can differ from another: in eight of ten years the number \
            lies between the two, and more replications do not change that.

            – means that there is no such number, for example a wait where nobody has waited. Those who still wait at the \
            end stand apart: their wait is not over and is not part of the mean.
            """)
}
