/// The one-page form for a committee of municipality and general practice (KLU).
extension Texts {
    public static let optionForm = Text(
        da: "klu: én side til det kommunalt-lægelige udvalg", en: "klu: one page for the municipal-medical committee")
    public static let formNeedsResult = Text(
        da: "siden til udvalget skrives om en kørsel eller en sammenligning: kør eller sammenlign først",
        en: "the committee's page is about a run or a comparison: run or compare first")

    public static func committeeTitle(_ title: Text) -> Text {
        Text(
            da: "Til det kommunalt-lægelige udvalg: \(title.da)", en: "For the municipal-medical committee: \(title.en)"
        )
    }
    public static let committeeMatter = Text(da: "Sag", en: "Matter")
    public static let committeeBackground = Text(da: "Baggrund", en: "Background")
    public static let committeeFindings = Text(da: "Hvad viser beregningen", en: "What the calculation shows")
    public static let committeeUncertainty = Text(da: "Usikkerhed", en: "Uncertainty")
    public static let committeeAssumptions = Text(
        da: "Antagelser, udvalget bør tage stilling til", en: "Assumptions the committee should judge")
    public static let committeeDiscussion = Text(da: "Til drøftelse", en: "To discuss")

    public static func committeeRun(_ title: Text) -> Text {
        Text(
            da: "Udvalget drøfter ventetid, frister og arbejdsdeling, som en beregning viser dem for: \(title.da).",
            en:
                "The committee discusses waits, deadlines and who does what, as a calculation shows them for: \(title.en)."
        )
    }
    public static let committeeChange = Text(
        da: "Udvalget drøfter, om følgende bør anbefales:", en: "The committee discusses whether to recommend:")
    public static let committeePromises = Text(
        da: "Frister, mål og aftaler, der regnes med:", en: "Deadlines, targets and agreements that are counted:")

    public static func committeeYears(_ count: Int, isYear: Bool) -> Text {
        let times = plural(count, da: "gang", "gange", en: "time", "times")
        let period = isYear ? Text(da: "Året", en: "The year") : Text(da: "Perioden", en: "The period")
        return Text(
            da:
                "\(period.da) er gennemspillet \(times.da), hver gang med nye tilfældigheder. ± siger, hvor godt gennemsnittet "
                + "kendes; 8 af 10 år siger, hvor forskellige årene er.",
            en:
                "\(period.en) has been simulated \(times.en), each with new chances. ± says how well the mean is known; 8 of 10 "
                + "years says how much years differ.")
    }
    public static func committeeEstimates(_ assumed: Int, of all: Int) -> Text {
        Text(
            da:
                "\(assumed) af de \(all) tal, der regnes med, er skøn. ± tager ikke højde for, at et skøn kan være forkert.",
            en: "\(assumed) of the \(all) numbers used are estimates. ± does not allow for an estimate being wrong.")
    }
    public static let committeeModel = Text(
        da: "En model er enklere end virkeligheden: brug tallene til at sammenligne muligheder, ikke som et løfte.",
        en: "A model is simpler than reality: use the numbers to compare possibilities, not as a promise.")

    public static func committeeChangesAreEstimates(_ changes: String) -> Text {
        Text(
            da: "Ændret i beregningen: \(changes). Kan det lade sig gøre, og hvad koster det?",
            en: "Changed in the calculation: \(changes). Can it be done, and at what cost?")
    }
    public static let committeeMoreEstimates = Text(
        da: "Først står de skøn, scenariet selv giver et interval; rækkefølgen siger intet om virkning. Der er flere: "
            + "vis antagelser. Hvilke af dem konklusionen hænger på, viser følsomhed.",
        en: "Estimates that the scenario itself gives a range come first; the order says nothing of their effect. "
            + "There are more: show assumptions. Which of them the conclusion hangs on, tornado shows.")

    public static func committeePrice(_ change: Text, _ measure: Text, _ difference: Text) -> Text {
        Text(
            da: "\(change.da) – men noget bliver ringere (\(measure.da): \(difference.da)). Er det prisen værd?",
            en: "\(change.en) – but something gets worse (\(measure.en): \(difference.en)). Is it worth it?")
    }
    public static func committeePromise(_ deadline: Text, _ share: Text) -> Text {
        Text(
            da:
                "\(deadline.da): nås i \(share.da) % af tilfældene, som det er nu. Er det godt nok, og hvem kan gøre noget?",
            en:
                "\(deadline.en): met in \(share.en) % of cases as things are. Is that good enough, and who can do something?"
        )
    }
    public static func committeeWait(_ step: Text, _ days: Text) -> Text {
        Text(
            da: "\(step.da): 9 ud af 10 venter højst \(days.da) dage, som det er nu. Er det acceptabelt?",
            en: "\(step.en): 9 of 10 wait at most \(days.en) days as things are. Is that acceptable?")
    }
    public static let committeeWhoGains = Text(
        da: "Hvem får gavn af det, og hvem gør ikke: borgere med særlige behov, dem i arbejde, dem der ikke møder op?",
        en: "Who gains and who does not: citizens with special needs, those at work, those who do not turn up?")
    public static let committeeEveryday = Text(
        da: "Passer antagelserne med hverdagen i praksis og i kommunen?",
        en: "Do the assumptions fit everyday life in practice and in the municipality?")
    public static let committeeRecommends = Text(
        da: "Udvalget drøfter, vejleder og anbefaler. Forpligtende aftaler ud over overenskomsten indgås andre steder.",
        en:
            "The committee discusses, guides and recommends. Binding agreements beyond the collective agreement are made "
            + "elsewhere.")

    public static func minutesOnMessages(_ party: Text) -> Text {
        Text(da: "\(party.da): minutter om ugen til meddelelser", en: "\(party.en): minutes a week on messages")
    }
    public static func messagesSent(_ message: Text) -> Text {
        Text(da: "Meddelelser: \(message.da)", en: "Messages: \(message.en)")
    }
}
