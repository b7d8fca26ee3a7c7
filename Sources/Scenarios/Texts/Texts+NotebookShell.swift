/// What the `notebook` command says, and the words of a notebook that the program writes.
extension Texts {
    public static let placeholderNotebook = Text(da: "HÆFTE.md", en: "NOTEBOOK.md")
    public static let placeholderSession = Text(same: "session")
    public static let placeholderAs = Text(da: "som", en: "as")
    public static let optionJUnit = Text(
        da: "med tjek: skriv også udfaldet som XML til en byggeserver",
        en: "with check: also write the outcome as XML for a build server")
    public static let optionOut = Text(
        da: "med html: filen, der skrives, i stedet for en ved siden af hæftet",
        en: "with html: the file to write, instead of one beside the notebook")

    public static let notebookSummary = Text(
        da: "kør, tjek, vis som HTML eller begynd et hæfte: tekst med kommandoer og deres resultater",
        en: "run, check, show as HTML or begin a notebook: words with commands and their results")
    public static let notebookDetails = Text(
        da: """
            Et hæfte er en almindelig Markdown-fil. Blokke, der begynder med ```sim, køres i rækkefølge i én ny session; \
            hvad de skriver, står i blokken ```sim-output lige under. kør skriver udskrifterne og tallene i teksten på ny, \
            tjek viser, hvad der ville blive ændret, og fejler, hvis noget ville. Resten af filen røres aldrig, og intet \
            skrives, når en blok fejler.

            De første linjer siger hæftets sprog, og om man vil dets lodtrækningsnummer og enhed for ventetider:

              ---
              language: da
              seed: 1
              units: days
              ---

            Efter sim kan stå id=NAVN, seed=N, timeout=SEKUNDER, skip (køres ikke), error (skal fejle) og hide (køres uden \
            at vise noget).

            Et tal i teksten er et link til den blok, det kommer fra: [12,3 dage](sim:base/wait.clarifying.p90). Det skrives \
            uden flere cifre, end usikkerheden tillader. Efter # kan stå interval (25 ± 2 dage), years (8 af 10 år), number \
            (uden enhed), og for en forskel more eller less, som fejler, når forskellen ikke er sikker eller går den anden \
            vej. En sammenligning har sim:BLOK/base/MÅL, sim:BLOK/variant/MÅL og sim:BLOK/difference/MÅL; en variation \
            sim:BLOK/VÆRDI/MÅL; et find sim:BLOK/answer. Indstillinger kan også slås op, og sim:BLOK/output kræver, at \
            ordene står i det, blokken skriver.

            I en udskrift kan det, der gerne må skifte, skrives som [..], [TIME], [PATH] eller [VERSION], og en linje med \
            kun ... står for flere linjer.

            Kommandoerne ser filerne ved siden af hæftet; hvad de gemmer, er væk bagefter, undtagen tegninger (.svg), som \
            lægges ved siden af hæftet. html kører hæftet og skriver én fil, der kan sendes og printes.
            """,
        en: """
            A notebook is an ordinary Markdown file. Blocks that begin with ```sim are run in order in one new session; what \
            they write stands in the ```sim-output block right below. run writes the outputs and the numbers in the words \
            anew, check shows what would change, and fails if anything would. The rest of the file is never touched, and \
            nothing is written when a block fails.

            The first lines say the notebook's language, and if you like its seed and the unit of waits:

              ---
              language: en
              seed: 1
              units: days
              ---

            Behind sim may stand id=NAME, seed=N, timeout=SECONDS, skip (not run), error (must fail) and hide (run without \
            showing anything).

            A number in the words is a link to the block it comes from: [12.3 days](sim:base/wait.clarifying.p90). It has no \
            more digits than its uncertainty allows. Behind # may stand interval (25 ± 2 days), years (8 of 10 years), number \
            (without its unit), and for a difference more or less, which fails when the difference is not certain or goes \
            the other way. A comparison has sim:BLOCK/base/MEASURE, sim:BLOCK/variant/MEASURE and \
            sim:BLOCK/difference/MEASURE; a sweep sim:BLOCK/VALUE/MEASURE; a find sim:BLOCK/answer. Settings can be looked \
            up too, and sim:BLOCK/output demands that the words are in what the block writes.

            In an output, what may vary can be written as [..], [TIME], [PATH] or [VERSION], and a line with only ... stands \
            for several lines.

            The commands see the files beside the notebook; what they save is gone afterwards, except drawings (.svg), which \
            are put beside the notebook. html runs the notebook and writes one file to send and to print.
            """)

    public static let notebookInNotebook = Text(
        da: "et hæfte kan ikke køre hæfter", en: "a notebook cannot run notebooks")
    public static let oneNotebook = Text(
        da: "--out hører til ét hæfte; kør html for et ad gangen",
        en: "--out belongs to one notebook; make one page at a time")
    public static let nothingToTell = Text(
        da: "der er endnu ikke gjort noget i denne session, der kan stå i et hæfte",
        en: "nothing has been done in this session yet that a notebook could hold")

    public static func notebookProgress(_ name: String, block: Int, of count: Int) -> Text {
        let name = Escaping.terminalSafe(name)
        return Text(da: "\(name): blok \(block) af \(count)", en: "\(name): block \(block) of \(count)")
    }

    private static func contents(_ blocks: Int, _ numbers: Int) -> Text {
        plural(blocks, da: "blok", "blokke", en: "block", "blocks") + Text(same: ", ")
            + plural(numbers, da: "tal i teksten", "tal i teksten", en: "number in the words", "numbers in the words")
    }
    public static func notebookWritten(_ name: String, _ blocks: Int, _ numbers: Int) -> Text {
        let contents = contents(blocks, numbers)
        return Text(da: "\(name): skrevet på ny (\(contents.da))", en: "\(name): written anew (\(contents.en))")
    }
    public static func notebookUnchanged(_ name: String, _ blocks: Int, _ numbers: Int) -> Text {
        let contents = contents(blocks, numbers)
        return Text(da: "\(name): uændret (\(contents.da))", en: "\(name): unchanged (\(contents.en))")
    }
    public static func notebookInOrder(_ name: String, _ blocks: Int, _ numbers: Int) -> Text {
        let contents = contents(blocks, numbers)
        return Text(da: "\(name): i orden (\(contents.da))", en: "\(name): in order (\(contents.en))")
    }
    public static func notebookAsItRuns(_ name: String) -> Text {
        Text(da: "\(name) (kørt nu)", en: "\(name) (as it runs now)")
    }
    public static func notebookDiffers(_ name: String) -> Text {
        Text(
            da: "\(name): passer ikke længere; se forskellen, og skriv den ind med hæfte kør \(name)",
            en: "\(name): no longer fits; look at the difference, and write it with notebook run \(name)")
    }
    public static func notebookDrawingDiffers(_ name: String) -> Text {
        Text(
            da: "Tegningen \(name) mangler eller er en anden.", en: "The drawing \(name) is missing or another.")
    }
    public static func notebookBegun(_ path: String) -> Text {
        Text(
            da: "\(path) er klar. Skriv i den med en hvilken som helst editor, og kør den: hæfte kør \(path)",
            en: "\(path) is ready. Write in it with any editor, and run it: notebook run \(path)")
    }
    public static func sessionSaved(_ path: String, _ count: Int) -> Text {
        let path = Escaping.terminalSafe(path)
        let count = plural(count, da: "linje", "linjer", en: "line", "lines")
        return Text(
            da: "\(count.da) er skrevet som hæfte i \(path). Sæt resultaterne ind: hæfte kør \(path)",
            en: "\(count.en) have been written as a notebook in \(path). Put the results in: notebook run \(path)")
    }

    // MARK: Pages

    public static let alreadyThereAsAnother = Text(
        da: "filen findes og er ikke lavet af hæfte html; skriv --force for at erstatte den, eller --out FIL",
        en: "the file exists and was not made by notebook html; write --force to replace it, or --out FILE")
    public static func notebookPageIsNewer(_ name: String) -> Text {
        Text(
            da: "Siden viser hæftet, som det kører nu; selve \(name) viser noget andet (hæfte kør \(name)).",
            en:
                "The page shows the notebook as it runs now; \(name) itself shows something else (notebook run \(name))."
        )
    }
    public static let notebookPageNumbers = Text(
        da: "Tal med prikket streg er regnet ud af kommandoerne på siden; de er et link dertil.",
        en: "Numbers with a dotted line are computed by the commands on this page and link to them.")
    public static func notebookPageMade(_ name: String, version: String, seed: Int) -> Text {
        Text(
            da: "\(name), kørt med simrepl \(version), lodtrækningsnummer \(seed).",
            en: "\(name), run with simrepl \(version), seed \(seed).")
    }
    public static let notebookPageTable = Text(da: "Tabel", en: "Table")
    public static let notebookPageCommands = Text(da: "Kommandoer", en: "Commands")
    public static let notebookPageOutput = Text(da: "Hvad programmet svarer", en: "What the program answers")

    // MARK: Numbers in the words

    public static let numberAbout = Text(da: "ca.", en: "about")
    public static func numberDays(isOne: Bool) -> Text {
        isOne ? Text(da: "dag", en: "day") : Text(da: "dage", en: "days")
    }
    public static func numberWeeks(isOne: Bool) -> Text {
        isOne ? Text(da: "uge", en: "week") : Text(da: "uger", en: "weeks")
    }
    public static func numberHours(isOne: Bool) -> Text {
        isOne ? Text(da: "time", en: "hour") : Text(da: "timer", en: "hours")
    }

    // MARK: Notebooks that the program writes

    public static func notebookStarter(
        block: String, comparison: String, now: String, wait: String, then: String, less: String
    ) -> Text {
        Text(
            da: """
                # Skriv her, hvad hæftet handler om

                Et hæfte er tekst med kommandoer imellem. Slet det, du ikke skal bruge, og skriv dit eget.

                ## Som det er nu

                \(block)
                Med [0](\(now)) afklarende samtaler om ugen venter en borger i gennemsnit [0 dage](\(wait)) på sin samtale.

                ## Hvad sker der, hvis …?

                \(comparison)
                Med [0](\(then)) samtaler om ugen er ventetiden [0 dage](\(less)) kortere.

                """,
            en: """
                # Write here what the notebook is about

                A notebook is words with commands between them. Delete what you do not need, and write your own.

                ## As it is now

                \(block)
                With [0](\(now)) clarifying conversations a week a citizen waits [0 days](\(wait)) on average.

                ## What happens if …?

                \(comparison)
                With [0](\(then)) conversations a week the wait is [0 days](\(less)) shorter.

                """)
    }
    public static func sessionNotebookIntroduction(_ scenario: Text) -> Text {
        Text(
            da: "# \(scenario.da)\n\nSkriv her, hvad spørgsmålet er, og hvem der skal læse svaret.\n",
            en: "# \(scenario.en)\n\nWrite here what the question is and who is to read the answer.\n")
    }
    public static let sessionNotebookTitle = Text(da: "Hvad vi gjorde", en: "What we did")
    public static let sessionNotebookSection = Text(da: "Hvad vi så på", en: "What we looked at")
}
