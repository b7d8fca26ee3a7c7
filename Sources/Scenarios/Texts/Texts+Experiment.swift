/// What `experiment` and `merge` say.
extension Texts {
    public static let placeholderRecords = Text(da: "DEL", en: "PART")
    public static let placeholderShard = Text(da: "I/N", en: "I/N")
    public static let optionShard = Text(
        da: "kun hver N'te gennemspilning, fx 2/4 for anden af fire dele",
        en: "every Nth replication only, such as 2/4 for the second of four parts")
    public static let optionRecords = Text(
        da: "hvor det, der er gennemspillet, gemmes; ellers ved siden af forsøget",
        en: "where what has been run is kept; beside the experiment otherwise")
    public static let optionAgain = Text(
        da: "begynd forfra, også når en del allerede er gemt", en: "begin anew, even when a part has been kept")
    public static let optionExperimentFormat = Text(
        da: "hvordan resultatet skrives; dictionary forklarer tallene",
        en: "how the result is written; dictionary explains the measures")
    public static let experimentSummary = Text(
        da: "kør et forsøg fra en fil: flere varianter, så mange gange, som filen siger",
        en: "run an experiment from a file: several variants, as many times as the file says")
    public static let experimentDetails = Text(
        da: """
            En fil beskriver forsøget: base, varianter (set eller scenario), replications og seed. Hver gennemspilning gemmes, \
            så snart den er færdig; afbrydes forsøget, eller slukkes maskinen, går den samme kommando videre, hvor den slap. \
            Resultatet vises som af sammenlign, når alt er kørt.

            --shard 2/4 kører den anden af fire dele, fx på fire maskiner; flet samler dem til præcis det samme resultat, \
            som hvis alt var kørt samlet.
            """,
        en: """
            A file describes the experiment: base, variants (set or scenario), replications and seed. Each replication is kept \
            as soon as it is done; where the experiment is interrupted or the machine switched off, the same command goes on \
            where it stopped. The result is shown as compare does, when everything has been run.

            --shard 2/4 runs the second of four parts, on four machines, say; merge folds them to exactly the result that \
            running everything at once gives.
            """)
    public static let mergeSummary = Text(
        da: "saml delene af et forsøg til ét resultat", en: "fold the parts of an experiment into one result")
    public static let mergeDetails = Text(
        da: """
            Tager forsøgets fil og de filer, som experiment --shard har gemt. Mangler en del, siges det hvilken, og intet \
            resultat vises: et halvt forsøg er ikke forsøget.
            """,
        en: """
            Takes the experiment's file and the files that experiment --shard kept. Where a part is missing it says which, and \
            no result is shown: half an experiment is not the experiment.
            """)

    // MARK: The file

    static func experimentProblem(_ problem: ExperimentProblem) -> Text {
        switch problem {
        case .notAnExperiment(let found):
            let what = found.map { Escaping.quoted($0) }
            return Text(
                da: "filen er intet forsøg\(what.map { " men \($0)" } ?? ""); den begynder med \"schema\": "
                    + "\"\(ExperimentFile.schema)\"",
                en: "the file is no experiment\(what.map { " but \($0)" } ?? ""); it begins with \"schema\": "
                    + "\"\(ExperimentFile.schema)\"")
        case .missing(let key):
            return Text(
                da: "forsøget mangler \(Escaping.quoted(key))", en: "the experiment lacks \(Escaping.quoted(key))")
        case .unknownKey(let key, let allowed):
            let names = allowed.joined(separator: ", ")
            return Text(
                da: "\(Escaping.quoted(key)) hører ikke til her; der kan stå: \(names)",
                en: "\(Escaping.quoted(key)) does not belong here; there may be: \(names)")
        case .badValue(let key, let allowed):
            return Text(
                da: "\(Escaping.quoted(key)) skal være \(allowed.da)",
                en: "\(Escaping.quoted(key)) must be \(allowed.en)")
        case .badID(let id):
            return Text(
                da:
                    "\(Escaping.quoted(id)) kan ikke være navn på en variant; brug bogstaver a-z og tal, begynd med et lille "
                    + "bogstav, og ikke base",
                en:
                    "\(Escaping.quoted(id)) cannot name a variant; use letters a-z and digits, begin with a small letter, and "
                    + "not base")
        }
    }

    static let experimentLevel = Text(da: "et tal fra 0,5 til 0,999", en: "a number from 0.5 to 0.999")
    static let experimentScenario = Text(
        da: "et medfølgende scenarie eller en fil", en: "a shipped scenario or a file")
    static let experimentVariants = Text(
        da: "et objekt med 1 til 200 varianter", en: "an object with 1 to 200 variants")
    static let experimentSettings = Text(
        da: "et objekt med stier og værdier", en: "an object of paths and values")
    static let experimentValue = Text(
        da: "et tal, en tekst eller en værdi, som set tager", en: "a number, a text or a value that set takes")

    static func experimentWhole(_ range: ClosedRange<Int>) -> Text {
        let (low, high) = (
            NumberFormat.text(Double(range.lowerBound), digits: 0),
            NumberFormat.text(Double(range.upperBound), digits: 0)
        )
        return Text(
            da: "et helt tal fra \(low.da) til \(high.da)", en: "a whole number from \(low.en) to \(high.en)")
    }

    // MARK: Running

    public static func badShard(_ found: String) -> Text {
        Text(
            da: "\(Escaping.quoted(found)) er ingen del; skriv fx 1/4, 2/4, 3/4 eller 4/4",
            en: "\(Escaping.quoted(found)) is no part; write for instance 1/4, 2/4, 3/4 or 4/4")
    }

    /// - Parameter mayBeginAnew: whether the command can run the experiment again.
    public static func recordsOfAnother(_ name: String, mayBeginAnew: Bool) -> Text {
        Text(
            da:
                "\(Escaping.quoted(name)) er gemt af et andet forsøg, eller forsøget, et scenarie eller programmet er ændret "
                + (mayBeginAnew ? "siden; --force begynder forfra" : "siden; kør den del igen"),
            en:
                "\(Escaping.quoted(name)) was kept by another experiment, or the experiment, a scenario or the program has "
                + (mayBeginAnew ? "changed since; --force begins anew" : "changed since; run that part again"))
    }

    public static func notRecords(_ name: String) -> Text {
        Text(
            da: "\(Escaping.quoted(name)) er ikke gemt af et forsøg; vælg et andet navn, eller slet filen selv",
            en: "\(Escaping.quoted(name)) was not kept by experiment; choose another name, or delete the file yourself")
    }

    public static func notKept(_ name: String) -> Text {
        Text(
            da: "\(Escaping.quoted(name)) er ikke gemt af varier; vælg et andet navn",
            en: "\(Escaping.quoted(name)) was not kept by sweep; choose another name")
    }

    public static func recordsInUse(_ name: String) -> Text {
        Text(
            da: "\(Escaping.quoted(name)) bruges af et andet forsøg, der kører nu",
            en: "\(Escaping.quoted(name)) is in use by another experiment that is running now")
    }

    public static func recordsDisagree(variant: String, replication: Int) -> Text {
        Text(
            da: "to dele har forskellige tal for gennemspilning \(replication) af \(Escaping.quoted(variant))",
            en: "two parts have different numbers for replication \(replication) of \(Escaping.quoted(variant))")
    }

    /// - Parameter parts: which are missing, where the files say how many there are.
    public static func missingRecords(_ missing: Int, of total: Int, first: String, parts: [String]) -> Text {
        let (some, all) = (
            NumberFormat.text(Double(missing), digits: 0), NumberFormat.text(Double(total), digits: 0)
        )
        let names = parts.joined(separator: ", ")
        let which =
            parts.isEmpty
            ? Text(da: "den første er \(first)", en: "the first is \(first)")
            : Text(da: "kør del \(names), eller kør dem færdig", en: "run part \(names), or let them finish")
        return Text(
            da: "\(some.da) af \(all.da) gennemspilninger mangler: \(which.da)",
            en: "\(some.en) of \(all.en) replications are missing: \(which.en)")
    }

    public static func keptSoFar(_ done: Int, of total: Int, in name: String) -> Text {
        let (some, all) = (NumberFormat.text(Double(done), digits: 0), NumberFormat.text(Double(total), digits: 0))
        return Text(
            da: "Afbrudt. \(some.da) af \(all.da) gennemspilninger er gemt i \(name); den samme kommando går videre.",
            en: "Interrupted. \(some.en) of \(all.en) replications are kept in \(name); the same command goes on.")
    }

    public static func partDone(_ part: String, count: Int, in name: String, experiment: String) -> Text {
        let all = NumberFormat.text(Double(count), digits: 0)
        return Text(
            da:
                "Del \(part) er kørt: \(all.da) gennemspilninger i \(name). Når alle dele er kørt: flet \(experiment) FIL…",
            en: "Part \(part) is done: \(all.en) replications in \(name). When all parts are: merge \(experiment) FILE…"
        )
    }
}
