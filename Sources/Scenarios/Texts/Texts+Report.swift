/// Words of a written report.
extension Texts {
    // MARK: The command

    public static let placeholderReportFile = Text(da: "FIL.html|FIL.md", en: "FILE.html|FILE.md")
    public static let placeholderReported = Text(
        da: "kørsel|sammenligning|variation|nøgletal", en: "run|comparison|sweep|keyfigures")
    public static let placeholderSaved = Text(da: "RESULTAT.json", en: "RESULT.json")

    public static func badReportName(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "\(name) skal ende på .html eller .md", en: "\(name) must end in .html or .md")
    }

    public static func badPageName(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(da: "\(name) skal ende på .html", en: "\(name) must end in .html")
    }

    public static let nothingToReport = Text(
        da: "der er intet resultat at skrive om; skriv kør eller sammenlign først",
        en: "there is no result to write about; type run or compare first")
    public static let reportNeedsResult = Text(
        da: "her skal stå en fil med et gemt resultat; gem resultat FIL gemmer et",
        en: "this must be the file of a saved result; save result FILE saves one")

    // MARK: Parts

    public static let reportContents = Text(da: "Indhold", en: "Contents")
    public static let reportInWords = Text(da: "Kort fortalt", en: "In words")
    public static let reportKeyFigures = Text(da: "Nøgletal", en: "Key figures")
    public static let reportWaits = Text(da: "Ventetider", en: "Waits")
    public static let reportDeadlines = Text(da: "Frister og mål", en: "Deadlines and targets")
    public static let reportUse = Text(da: "Brug af personale og pladser", en: "Use of staff and places")
    public static let reportOutcomes = Text(da: "Hvordan forløb slutter", en: "How courses end")
    public static let reportGroups = Text(da: "Grupper af borgere", en: "Groups of citizens")
    public static let reportFlow = Text(da: "Vejen gennem forløbet", en: "The way through the pathway")
    public static let reportTimesAndMessages = Text(da: "Tider og meddelelser", en: "Times and messages")
    public static let reportChanges = Text(da: "Ændret i forhold til filen", en: "Changed from the file")
    public static let reportAssumptions = Text(da: "Antagelser", en: "Assumptions")
    public static let reportSources = Text(da: "Kilder", en: "Sources")
    public static let reportAgain = Text(da: "Sådan gentages beregningen", en: "How to compute it again")
    public static let reportDifferences = Text(da: "Forskelle", en: "Differences")
    public static let reportHowItWasJudged = Text(da: "Sådan er det bedømt", en: "How it was judged")
    public static let reportResults = Text(da: "Resultater", en: "Results")

    // MARK: Sentences

    public static let reportHowToRead = Text(
        da:
            "± siger, hvor godt et tal er kendt. »8 af 10 år« siger, hvor forskelligt det ene år kan være fra det andet: det er det, en kommune må være forberedt på.",
        en:
            "± says how well a number is known. “8 of 10 years” says how much one year can differ from another: that is what a municipality must be prepared for."
    )

    public static func reportArrivals(_ came: Text, still: Text) -> Text {
        Text(
            da: "\(came.da) borgere kom i perioden; \(still.da) er stadig i gang til sidst.",
            en: "\(came.en) citizens came in the period; \(still.en) are still on their way at the end.")
    }

    /// A step's waits in a sentence; `years` is the range of the mean over the years.
    public static func reportWait(
        _ step: Text, mean: Text, nine: Text?, years: (low: Text, high: Text)?, still: Text?
    ) -> Text {
        var da = "\(step.da): i gennemsnit \(mean.da) dages ventetid"
        var en = "\(step.en): a wait of \(mean.en) days on average"
        if let nine {
            da += "; 9 ud af 10 venter højst \(nine.da) dage"
            en += "; 9 of 10 wait at most \(nine.en) days"
        }
        if let years {
            da += "; i 8 af 10 år ligger gennemsnittet mellem \(years.low.da) og \(years.high.da)"
            en += "; in 8 of 10 years the mean lies between \(years.low.en) and \(years.high.en)"
        }
        if let still {
            da += ". \(still.da) venter stadig til sidst"
            en += ". \(still.en) still wait at the end"
        }
        return Text(da: da + ".", en: en + ".")
    }

    public static func reportMeasure(_ label: Text, _ value: Text) -> Text {
        Text(da: "\(label.da): \(value.da).", en: "\(label.en): \(value.en).")
    }

    /// A deadline in a sentence, with what binds.
    public static func reportDeadline(_ label: Text, share: Text) -> Text {
        Text(da: "\(label.da): nås for \(share.da) %.", en: "\(label.en): met for \(share.en)%.")
    }

    public static func reportEstimates(_ assumed: Int, of all: Int) -> Text {
        Text(
            da:
                "\(assumed) af scenariets \(all) tal er skøn; de står under Antagelser. Holder et vigtigt skøn ikke, holder resultatet heller ikke.",
            en:
                "\(assumed) of the scenario's \(all) numbers are estimates; they are listed under Assumptions. If an important one does not hold, neither does the result."
        )
    }

    public static let reportFlowMeans = Text(
        da: "Tallene er borgere, der gik den vej i perioden, i gennemsnit, afrundet efter usikkerheden.",
        en: "The numbers are citizens who went that way in the period, on average, rounded by the uncertainty.")
    public static let reportNumbers = Text(da: "Tallene bag", en: "The numbers behind")
    public static let reportShow = Text(da: "Vis", en: "Show")
    public static let reportLanguage = Text(da: "Dansk", en: "English")
    public static let reportScrolls = Text(da: "tabel, kan rulles til siden", en: "table, scrolls sideways")
    public static let reportPicture = Text(da: "tegning, kan rulles til siden", en: "drawing, scrolls sideways")
    public static let reportTake = Text(
        da: "Vælg værdier; tallene er regnet på forhånd.", en: "Choose values; the numbers were computed beforehand.")

    // MARK: Tables

    public static func reportNumbersFrom(_ first: String, to last: String, count: Int) -> Text {
        Text(da: "\(first) … \(last) (\(count) tal)", en: "\(first) … \(last) (\(count) numbers)")
    }
    public static let reportValue = Text(da: "værdi", en: "value")
    public static let reportWhy = Text(da: "hvorfor", en: "why")
    public static let reportFrom = Text(da: "hvorfra", en: "where from")
    public static let reportNumber = Text(da: "tal", en: "number")
    public static let reportOld = Text(da: "i filen", en: "in the file")
    public static let reportNew = Text(da: "nu", en: "now")

    // MARK: Computing it again

    public static let reportScenario = Text(da: "Scenarie", en: "Scenario")
    public static let reportHash = Text(da: "Scenariets kontrolsum", en: "The scenario's hash")
    public static let reportPeriod = Text(da: "Periode", en: "Period")
    public static let reportSeed = Text(da: "Lodtrækningsnummer", en: "Seed")
    public static let reportReplications = Text(da: "Gennemspilninger", en: "Replications")
    public static let reportLevel = Text(da: "± er sikre til", en: "± are sure to")
    public static let reportVersion = Text(da: "Program", en: "Program")
    public static let reportCommand = Text(da: "Kommando", en: "Command")
    public static let reportSame = Text(
        da: "Samme scenarie, lodtrækningsnummer og program giver de samme tal, til sidste ciffer.",
        en: "The same scenario, seed and program give the same numbers, to the last digit.")

    public static func reportDays(from: Text, days: Int) -> Text {
        let length = plural(days, da: "dag", "dage", en: "day", "days")
        return Text(da: "\(length.da) fra \(from.da)", en: "\(length.en) from \(from.en)")
    }
}
