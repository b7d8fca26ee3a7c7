/// What `find` says.
extension Texts {
    public static let placeholderGoal = Text(
        da: "STI [A..B] så MÅL højst TAL", en: "PATH [A..B] such that MEASURE at most LIMIT")
    public static let optionZone = Text(
        da: "hvor tæt på grænsen det er lige meget, hvad der vælges; 5% af grænsen ellers",
        en: "how near to the limit it does not matter which is chosen; 5% of the limit otherwise")
    public static let optionFindCap = Text(
        da: "flest gennemspilninger af hver værdi; 400 ellers", en: "most replications at each value; 400 otherwise")
    public static let optionFindBy = Text(
        da: "målet skal holde for hver gruppe, fx reason, eller kun for én: reason=diabetes",
        en: "the goal must hold for each group, such as reason, or for one only: reason=diabetes")
    public static let findSummary = Text(
        da: "find den mindste værdi, der når et mål", en: "find the smallest value that meets a goal")
    public static let findDetails = Text(
        da: """
            Målet er dit eget: find resources.clarifier.slotsPerWeek 8..20 så wait.clarifying.p90 højst 14d. Flere mål bindes \
            sammen med og; mindst i stedet for højst er et gulv; <= og >= kan også bruges. Uden område søges fra 1 til tre \
            gange det nuværende tal.

            Et mål for hver gruppe for sig: så wait.clarifying.p90 for reason højst 14d, for en enkelt: for reason=diabetes. \
            Grupper, der er for små til at blive vist, er ikke med.

            Med to stier findes den kombination, der koster færrest timer (minimer timer): tider, vagter og planlagte holdmøder. \
            Hjørnerne viser, hvilken vej hver af dem hjælper, og der må højst være 400 kombinationer.

            Svaret holder målet med 95 % sikkerhed for hele søgningen: de 5 % er delt ud på alle forsøg. En værdi, der kun \
            lige holder målet, kan være sprunget over. Er der intet svar, vises det, der kom nærmest, og kommandoen slutter \
            med status 1.
            """,
        en: """
            The goal is your own: find resources.clarifier.slotsPerWeek 8..20 such that wait.clarifying.p90 at most 14d. Several \
            goals are joined by and; at least instead of at most is a floor; <= and >= will do too. Without a range the search \
            goes from 1 to three times the number now.

            A goal for every group by itself: such that wait.clarifying.p90 by reason at most 14d, for one of them: by \
            reason=diabetes. Groups too small to be shown are left out.

            With two paths the combination is found that costs the fewest hours (minimise hours): slots, duty and planned \
            meetings of groups. The corners tell which way each helps, and there may be at most 400 combinations.

            The answer keeps the goal with 95% confidence for the whole search: the 5% are shared out over all probes. A value \
            that only just keeps the goal may be passed over. Where there is no answer, what came closest is shown and the \
            command ends with status 1.
            """)

    public static func findTitle(_ levers: [Text], _ goals: [Text]) -> Text {
        Text(
            da:
                "Dit mål: \(joined(goals.map(\.da), word: "og")). Det, der ændres: \(joined(levers.map(\.da), word: "og")).",
            en:
                "Your goal: \(joined(goals.map(\.en), word: "and")). What is changed: \(joined(levers.map(\.en), word: "and"))."
        )
    }

    public static func goal(_ label: Text, isAtMost: Bool, _ limit: Text) -> Text {
        Text(
            da: "\(label.da) \(isAtMost ? "≤" : "≥") \(limit.da)", en: "\(label.en) \(isAtMost ? "≤" : "≥") \(limit.en)"
        )
    }

    public static func forEveryGroup(_ label: Text, _ attribute: Text) -> Text {
        Text(
            da: "\(label.da), for hver gruppe efter \(attribute.da)",
            en: "\(label.en), for every group by \(attribute.en)")
    }

    public static let hiddenGroupsInSearch = Text(
        da: "Grupper på under fem borgere om året (–) er ikke med i målet.",
        en: "Groups of fewer than five citizens a year (–) are left out of the goal.")

    public static func unknownGroup(_ value: String, attribute: String, known: [String]) -> Text {
        let (value, attribute) = (Escaping.quoted(value), Escaping.quoted(attribute))
        return Text(
            da: "\(attribute) har ingen gruppe \(value)", en: "\(attribute) has no group \(value)") + allowed(known)
    }

    public static func measureWithoutGroups(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(
            da: "\(name) tælles ikke for grupper af borgere; vælg et andet tal eller udelad gruppen",
            en: "\(name) is not counted for groups of citizens; choose another measure or leave the group out")
    }

    public static func leverAt(_ label: Text, _ value: Text) -> Text {
        Text(da: "\(label.da): \(value.da)", en: "\(label.en): \(value.en)")
    }

    public static func measureIs(_ label: Text, _ value: Text) -> Text {
        Text(da: "\(label.da): \(value.da)", en: "\(label.en): \(value.en)")
    }

    public static func answer(_ kind: String, _ levers: [Text], _ values: [Text], level: Double) -> Text {
        let (da, en) = (joined(levers.map(\.da), word: "og"), joined(levers.map(\.en), word: "and"))
        let what =
            switch kind {
            case "largest":
                Text(da: "Den største værdi, der når målet", en: "The largest value that meets the goal")
            case "cheapest":
                Text(da: "Den billigste kombination, der når målet", en: "The cheapest combination that meets the goal")
            default: Text(da: "Den mindste værdi, der når målet", en: "The smallest value that meets the goal")
            }
        let sure = Text(
            da: NumberFormat.percent(level, digits: 0, language: .da),
            en: NumberFormat.percent(level, digits: 0, language: .en))
        return Text(
            da: "\(what.da) med \(sure.da) sikkerhed: \(da). Så er \(joined(values.map(\.da), word: "og")).",
            en: "\(what.en) with \(sure.en) confidence: \(en). Then \(joined(values.map(\.en), word: "and")).")
    }

    public static func noAnswer(_ levers: [Text], _ values: [Text]) -> Text {
        Text(
            da: "Ingen af de prøvede værdier når målet. Nærmest kom \(joined(levers.map(\.da), word: "og")), hvor "
                + "\(joined(values.map(\.da), word: "og")).",
            en:
                "None of the values tried meets the goal. The closest is \(joined(levers.map(\.en), word: "and")), where "
                + "\(joined(values.map(\.en), word: "and")).")
    }

    public static let goalsContradict = Text(
        da: "Hvert mål nås ved nogle af værdierne, men ikke ved den samme: målene modsiger hinanden her.",
        en: "Each goal is met by some of them, but not by the same one: here the goals contradict each other.")

    public static func goalNeverMet(_ goal: Text) -> Text {
        Text(da: "Ingen af dem når \(goal.da).", en: "None of them meets \(goal.en).")
    }

    public static func fewBegin(_ share: Text) -> Text {
        Text(
            da: "Kun \(share.da) af dem, der kommer til, begynder i perioden; de andre giver op eller venter stadig, "
                + "og målet gælder ikke dem.",
            en: "Only \(share.en) of those who come begin within the period; the others give up or still wait, and the "
                + "goal is not about them.")
    }

    public static func leversWithoutEffect(_ levers: [Text]) -> Text {
        Text(
            da:
                "\(joined(levers.map(\.da), word: "og")): alle de prøvede værdier giver det samme, så her har det ingen virkning "
                + "på det, der ses på. Det siger intet om andre værdier.",
            en:
                "\(joined(levers.map(\.en), word: "and")): all values tried give the same, so here there is no effect on what "
                + "is looked at. It says nothing of other values."
        )
    }

    public static func findInterrupted(_ count: Int) -> Text {
        let values = plural(count, da: "værdi", "værdier", en: "value", "values")
        return Text(
            da: "Afbrudt, før der var et svar; det, der nåede at blive prøvet (\(values.da)), står nedenfor.",
            en: "Interrupted before there was an answer; what had been tried (\(values.en)) is below.")
    }

    public static let metEverywhere = Text(
        da: "Målet er nået allerede ved den mindste værdi i området; svaret kan være mindre endnu.",
        en: "The goal is met already at the smallest value of the range; the answer may be smaller still.")
    public static let answerOverloaded = Text(
        da:
            "Noget kan ikke følge med ved svaret: køen vokser, så målet holder kun for den periode, der er gennemspillet.",
        en:
            "Something cannot keep up at the answer: its queue grows, so the goal is kept only for the period simulated."
    )

    public static func hoursThen(_ hours: Text, _ difference: Text, isMore: Bool) -> Text {
        Text(
            da: "Det er \(hours.da) planlagte timer om ugen, \(difference.da) \(isMore ? "mere" : "mindre") end nu.",
            en: "That is \(hours.en) planned hours a week, \(difference.en) \(isMore ? "more" : "less") than now.")
    }

    public static func triedTitle(_ levers: [Text]) -> Text {
        Text(
            da: "Prøvet: \(levers.map(\.da).joined(separator: " · "))",
            en: "Tried: \(levers.map(\.en).joined(separator: " · "))")
    }

    public static let runsTitle = Text(da: "gennemspilninger", en: "replications")
    public static let keptTitle = Text(da: "målet", en: "the goal")

    public static func probeVerdict(_ code: String) -> Text {
        switch code {
        case "met": Text(da: "nået", en: "met")
        case "missed": Text(da: "ikke nået", en: "not met")
        default: Text(da: "kan ikke afgøres", en: "cannot be told")
        }
    }

    // MARK: Remarks

    public static func findMethod(level: Double, single: Double, zone: Double) -> Text {
        func percent(_ share: Double, _ digits: Int, _ language: Language) -> String {
            NumberFormat.percent(share, digits: digits, language: language)
        }
        func line(_ language: Language) -> String {
            let (all, one, near) = (
                percent(level, 0, language), percent(single, 2, language), percent(zone, 1, language)
            )
            return language == .da
                ? "± er så vid (\(one)), at alle afgørelser holder på én gang med \(all) sikkerhed. En værdi, der holder målet "
                    + "med mindre end \(near) af grænsen, kan være regnet for ikke nået. Alle værdier har de samme tilfældigheder."
                : "± is so wide (\(one)) that all decisions hold at once with \(all) confidence. A value that keeps the goal by "
                    + "less than \(near) of the limit may count as not met. All values have the same luck."
        }
        return Text(da: line(.da), en: line(.en))
    }

    public static let undecidedProbes = Text(
        da: "Hvor det ikke kan afgøres, er værdien ikke valgt; flere gennemspilninger hjælper: --cap.",
        en: "Where it cannot be told the value is not chosen; more replications help: --cap.")
    public static let notMonotone = Text(
        da:
            "Virkningen går ikke kun én vej: en værdi imellem opfører sig anderledes end dens naboer. Der kan være et mindre "
            + "svar; se hele området med varier.",
        en:
            "The effect does not go one way only: a value in between behaves unlike its neighbours. There may be a smaller "
            + "answer; look at the whole range with sweep.")
    public static let staircaseMethod = Text(
        da:
            "Søgningen ser på hjørnerne, der viser, hvilken vej hver indstilling hjælper, og går ad trappen mellem det, der når "
            + "målet, og det, der ikke gør. Den forudsætter, at hver hjælper samme vej hele tiden. Timer er tider, vagter og planlagte holdmøder, uden forberedelse og fravær.",
        en:
            "The search looks at the corners, which tell which way each setting helps, and goes along the staircase between "
            + "what meets the goal and what does not. It takes for granted that each helps the same way all along. Hours are slots, duty and planned meetings of groups, without preparation and absence."
    )

    public static func rangeWasChosen(_ path: String, _ low: Text, _ high: Text) -> Text {
        let path = Escaping.terminalSafe(path)
        return Text(
            da: "Søgt fra \(low.da) til \(high.da); skriv \(path) A..B for et andet område.",
            en: "Searched from \(low.en) to \(high.en); write \(path) A..B for another range.")
    }

    // MARK: Problems

    public static func badGoal(_ found: String) -> Text {
        let found = Escaping.quoted(found)
        return Text(
            da:
                "målet kan ikke forstås ved \(found); skriv for eksempel: find resources.clarifier.slotsPerWeek 8..20 så "
                + "wait.clarifying.p90 højst 14d",
            en:
                "the goal cannot be understood at \(found); write for example: find resources.clarifier.slotsPerWeek 8..20 "
                + "such that wait.clarifying.p90 at most 14d")
    }

    public static func badLimit(_ found: String, unit: Text) -> Text {
        let found = Escaping.quoted(found)
        return Text(da: "grænsen \(found) skal være \(unit.da)", en: "the limit \(found) must be \(unit.en)")
    }

    public static func limitForm(_ unit: String) -> Text {
        switch unit {
        case "days":
            Text(
                da: "et tal i dage eller en varighed som 14d eller 2w",
                en: "a number of days or a duration such as 14d or 2w")
        case "hours": Text(da: "et tal i timer", en: "a number of hours")
        case "share": Text(da: "en andel som 90% eller 0,9", en: "a share such as 90% or 0.9")
        default: Text(da: "et tal", en: "a number")
        }
    }
}
