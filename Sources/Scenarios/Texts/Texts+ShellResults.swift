/// Words of results for the screen.
extension Texts {
    // MARK: Headings

    public static let resultYears = Text(da: "8 af 10 år", en: "8 of 10 years")
    public static let resultReplications = Text(da: "8 af 10 gennemspilninger", en: "8 of 10 replications")
    public static let resultInShort = Text(da: "Kort sagt", en: "In short")
    public static let columnResult = Text(da: "resultat", en: "result")
    public static let resultThroughput = Text(da: "Borgere færdige med hvert trin", en: "Citizens done with each step")
    public static let resultWaits = Text(
        da: "Ventetid i dage, for dem der begyndte", en: "Waits in days, of those who started")
    public static let resultResources = Text(da: "Belægning og kø", en: "Utilisation and queue")
    public static let resultOutcomes = Text(da: "Hvordan forløb slutter", en: "How courses end")
    public static let resultPromises = Text(da: "Frister og mål", en: "Deadlines and targets")
    public static let resultTimes = Text(da: "Tid i dage", en: "Time in days")
    public static let resultMessages = Text(da: "Meddelelser", en: "Messages")

    /// A section about groups of citizens.
    public static func resultBy(_ title: Text, _ attribute: String) -> Text {
        Text(da: "\(title.da). Efter: \(attribute)", en: "\(title.en). By: \(attribute)")
    }

    public static let yes = Text(da: "ja", en: "yes")
    public static let no = Text(da: "nej", en: "no")

    /// The value of an attribute by which citizens are grouped, safe to print: of a true-or-false one yes or no.
    public static func groupValue(_ value: String) -> Text {
        switch value {
        case "true": yes
        case "false": no
        default: Text(same: Escaping.terminalSafe(value))
        }
    }

    // MARK: Rows and columns

    public static let rowArrived = Text(da: "Kom", en: "Came")
    public static let rowInSystem = Text(da: "Stadig i gang til sidst", en: "Still on their way at the end")
    public static let columnThroughput = Text(da: "antal", en: "number")
    public static let columnMean = Text(da: "gennemsnit", en: "mean")
    public static let columnHalf = Text(da: "halvdelen højst", en: "half at most")
    public static let columnNineOfTen = Text(da: "9 af 10 højst", en: "9 of 10 at most")
    /// Of everyone who came, whether they started or not.
    public static let columnNineOfTenEntered = Text(
        da: "9 af 10 af alle, der kom til", en: "9 of 10 of all who came")
    public static let notReached = Text(da: "< 9 af 10", en: "< 9 of 10")
    public static let notReachedMeans = Text(
        da: "< 9 af 10: færre end 9 af 10 af alle, der kom til, begynder; resten opgiver at vente eller venter stadig.",
        en: "< 9 of 10: fewer than 9 of 10 of all who came start; the rest leave or still wait.")
    public static let columnStillWaiting = Text(da: "venter stadig", en: "still waiting")
    public static let columnReneged = Text(da: "opgav at vente", en: "gave up waiting")
    public static let columnBalked = Text(da: "gik straks", en: "did not join")
    public static let columnNoShows = Text(da: "udeblev, %", en: "no-shows, %")
    public static let columnUtilisation = Text(da: "belægning, %", en: "utilisation, %")
    public static let columnMeanQueue = Text(da: "kø i snit", en: "mean queue")
    public static let columnLongestQueue = Text(da: "længste kø", en: "longest queue")
    public static let columnHours = Text(da: "timer", en: "hours")
    public static let columnCitizens = Text(da: "borgere", en: "citizens")
    public static let columnShare = Text(da: "andel, %", en: "share, %")
    public static let columnMetShare = Text(da: "nået, %", en: "met, %")
    public static let columnMet = Text(da: "nået", en: "met")
    public static let columnNotMet = Text(da: "ikke nået", en: "not met")
    public static let columnOpen = Text(da: "åbne", en: "open")

    // MARK: Around the tables

    public static func deadlineKind(_ kind: DeadlineInfo.Kind) -> Text {
        switch kind {
        case .law: Text(da: "lov", en: "law")
        case .agreement: Text(da: "aftale", en: "agreement")
        case .target: Text(da: "mål", en: "target")
        }
    }

    /// `Eksempelkommunen, mandag 5. januar 2026 og 365 dage frem`.
    public static func resultPeriod(title: Text, start: Text, days: Text) -> Text {
        Text(
            da: "\(title.da), \(days.da) fra \(start.da)",
            en: "\(title.en), \(days.en) from \(start.en)")
    }

    public static func resultFooter(hash: String, id: String, seed: UInt64, replications: Int, version: String) -> Text
    {
        let runs = plural(
            replications, da: "gennemspilning", "gennemspilninger", en: "replication", "replications")
        return Text(
            da: "\(id) \(hash) · lodtrækning \(seed) · \(runs.da) · simrepl \(version)",
            en: "\(id) \(hash) · seed \(seed) · \(runs.en) · simrepl \(version)")
    }

    /// After a star.
    public static func fewObservations(_ limit: Int) -> Text {
        Text(
            da: "bygger på færre end \(limit) iagttagelser; brug tallet med forsigtighed",
            en: "rests on fewer than \(limit) observations; use the number with care")
    }

    public static func hiddenGroups(_ groups: [String], smallest: Int) -> Text {
        let list = groups.joined(separator: ", ")
        return Text(
            da:
                "Grupper på under \(smallest) borgere vises ikke, og heller ikke den næste, de ellers kunne regnes ud af: "
                + "\(list).",
            en:
                "Groups of fewer than \(smallest) citizens are not shown, nor the next one from which they could be worked out: "
                + "\(list).")
    }

    public static let moreInTable = Text(da: "Meddelelser: kør --all", en: "Messages: run --all")

    /// How many replications it took, and why.
    public static func hardestMeasure(_ name: Text, _ replications: Int) -> Text {
        Text(
            da: "\(replications) gennemspilninger var nok; sværest at kende er \(name.da)",
            en: "\(replications) replications were enough; hardest to know is \(name.en)")
    }

    /// How many of a scenario's numbers are assumptions.
    public static func assumptionsBehind(_ count: Int, of all: Int) -> Text {
        let share = all == 0 ? 0 : Int((100 * Double(count) / Double(all)).rounded())
        return Text(
            da: "\(count) af scenariets \(all) tal (\(share) %) er skøn: vis antagelser",
            en: "\(count) of the scenario's \(all) numbers (\(share) %) are estimates: show assumptions")
    }

    public static func simulating(done: Int, planned: Int, seconds: Int?) -> Text {
        let left = seconds.map { Text(da: ", ca. \($0) s tilbage", en: ", about \($0) s left") } ?? Text(same: "")
        return Text(
            da: "Gennemspiller: \(done) af \(planned)\(left.da). Ctrl-C afbryder.",
            en: "Simulating: \(done) of \(planned)\(left.en). Ctrl-C interrupts.")
    }

    /// In brackets on the prompt.
    public static let promptStale = Text(da: "forældede tal", en: "old numbers")
    public static let resultIsOld = Text(
        da: "Forældet: scenariet er ændret, siden det her blev gennemspillet.",
        en: "Old: the scenario has changed since this was simulated.")
    public static func savedScenarioChanged(_ id: String) -> Text {
        let id = Escaping.quoted(id)
        return Text(
            da:
                "Scenariet \(id), som resultatet er fra, er ændret eller kan ikke læses mere; tallene vises med deres navne.",
            en:
                "The scenario \(id) that the result is from has changed or can no longer be read; the numbers are shown by "
                + "their names.")
    }

    public static func savedResult(in path: String, replications: Int) -> Text {
        let path = Escaping.terminalSafe(path)
        let runs = plural(replications, da: "gennemspilning", "gennemspilninger", en: "replication", "replications")
        return Text(
            da: "Resultatet af \(runs.da) er gemt i \(path).", en: "The result of \(runs.en) is saved in \(path).")
    }

    public static let nothingSimulated = Text(
        da: "der er intet resultat at gemme; skriv kør først", en: "there is no result to save; type run first")

    public static let resultsAreStale = Text(
        da: "Scenariet er ændret, siden det blev gennemspillet; skriv kør for nye resultater.",
        en: "The scenario has changed since it was simulated; type run for new results.")
}
