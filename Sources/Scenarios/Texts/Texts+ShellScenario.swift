/// What the shell says about a scenario.
extension Texts {
    public static func loaded(title: Text, id: String) -> Text {
        Text(da: "\(title.da) (\(id)) er hentet.", en: "\(title.en) (\(id)) is loaded.")
    }

    public static let methodScenarios = Text(
        da: "Afprøvning mod teori og andre programmer", en: "Proof against theory and other programs")
    public static func methodScenariosHidden(_ count: Int) -> Text {
        Text(
            da: "\(count) andre prøver programmet mod teori og andre programmer: vis scenarier --all",
            en: "\(count) others prove the program against theory and other programs: show scenarios --all")
    }
    public static let optionShowAll = Text(
        da: "ved scenarier også dem, der afprøver programmet", en: "with scenarios also those that prove the program")
    public static let shippedScenarios = Text(da: "Medfølgende scenarier", en: "Shipped scenarios")
    public static let noShippedScenarios = Text(
        da: "De medfølgende scenarier blev ikke fundet; sæt PATHWAYSIM_HOME til mappen med scenarios.",
        en: "The shipped scenarios were not found; set PATHWAYSIM_HOME to the folder that holds scenarios.")

    public static func scenarioIsSound(_ id: String) -> Text {
        Text(da: "\(id): i orden", en: "\(id): sound")
    }

    public static func scenarioHasProblems(_ id: String, _ count: Int) -> Text {
        let problems = plural(count, da: "fejl", "fejl", en: "error", "errors")
        return Text(da: "\(id): \(problems.da)", en: "\(id): \(problems.en)")
    }

    public static let showPeriod = Text(da: "Periode", en: "Period")
    public static let showCitizens = Text(da: "Navngivne borgere", en: "Named citizens")
    public static let showSteps = Text(da: "Trin", en: "Steps")
    public static let showResources = Text(da: "Ressourcer", en: "Resources")
    public static let showSources = Text(da: "Tilgang", en: "Arrivals")
    public static let showDeadlines = Text(da: "Frister", en: "Deadlines")
    public static let showOutcomes = Text(da: "Måder at slutte på", en: "Ways to end")

    /// Over the list of the numbers of a kind.
    public static func provenanceCount(_ kind: Provenance.Kind, _ count: Int, of all: Int) -> Text {
        switch kind {
        case .assumption:
            Text(
                da: "\(count) af scenariets \(all) tal er skøn. Under hvert: det, sæt bruger, og hvorfor.",
                en: "\(count) of the scenario's \(all) numbers are estimates. Below each: what set uses, and why.")
        case .source:
            Text(
                da: "\(count) af scenariets \(all) tal har en kilde. Under hvert: det, sæt bruger, og kilden.",
                en:
                    "\(count) of the scenario's \(all) numbers have a source. Below each: what set uses, and the source."
            )
        }
    }
    public static func numbersBehind(assumed: Int, sourced: Int) -> Text {
        let all = plural(assumed + sourced, da: "tal", "tal", en: "number", "numbers")
        return Text(
            da: "\(all.da), heraf \(assumed) skøn: vis antagelser",
            en: "\(all.en), \(assumed) of them estimates: show assumptions")
    }

    public static let nothingToShow = Text(da: "Der er ingen.", en: "There are none.")
    public static let provenanceSource = Text(da: "kilde", en: "source")
    public static let provenanceAssumption = Text(da: "skøn", en: "estimate")

    public static func periodOf(start: Text, days: Text) -> Text {
        Text(da: "\(days.da) fra \(start.da)", en: "\(days.en) from \(start.en)")
    }

    public static func slotsAWeek(_ slots: Double) -> Text {
        let number = NumberFormat.text(slots)
        return Text(da: "\(number.da) tider om ugen", en: "\(number.en) slots a week")
    }
}
