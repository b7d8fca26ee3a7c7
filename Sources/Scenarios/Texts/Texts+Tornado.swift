/// What `tornado` says.
extension Texts {
    public static let optionRange = Text(
        da: "hvor meget et tal uden eget interval sættes ned og op; 20% ellers",
        en: "how much a number without a range of its own is lowered and raised; 20% otherwise")
    public static let optionTornadoMeasure = Text(
        da: "det tal, der ses på; ellers det første hovedtal",
        en: "the measure looked at; the first headline otherwise")
    public static let optionTornadoReplications = Text(
        da: "hvor mange gange perioden højst gennemspilles for hver ændring; 20 ellers",
        en: "how many times at most the period is simulated for each change; 20 otherwise")
    public static let placeholderGroup = Text(da: "EGENSKAB[=GRUPPE]", en: "ATTRIBUTE[=GROUP]")
    public static let optionTornadoBy = Text(
        da: "også for hver gruppe, fx reason, eller kun for én: reason=diabetes",
        en: "for each group too, such as reason, or for one only: reason=diabetes")
    public static let allCitizens = Text(da: "Alle", en: "All citizens")
    public static let optionTornadoAll = Text(
        da: "også tal, hvis virkning ikke kan skelnes fra tilfældigheder",
        en: "also numbers whose effect cannot be told from chance")
    public static let tornadoSummary = Text(
        da: "vis, hvilke antagelser et resultat hænger mest på", en: "show which assumptions a result hangs on most")
    public static let tornadoDetails = Text(
        da: """
            Hvert usikkert tal sættes lavt og højt, ét ad gangen og med de samme tilfældigheder: til enderne af det interval, \
            scenariet selv giver det, eller 20 % ned og op. Usikre er de tal, der er antagelser, og de, der har et interval. \
            Med stier varieres kun de tal; --measure vælger et andet resultat at se på.

            Er der mange tal, får de først fire gennemspilninger; de 25, der flytter resultatet mest, får derefter alle og stilles \
            i rækkefølge. Skriv stier for at give andre tal alle. Er intet anderledes i to gennemspilninger, har tallet ingen \
            virkning.

            Plads 2–4 betyder, at tallet kan være nummer 2, 3 eller 4: hvad der ikke kan skelnes, stilles ikke i rækkefølge. \
            At et tal betyder lidt, gælder kun så langt, det er varieret, og kun ét ad gangen. Regler varieres ikke.
            """,
        en: """
            Each uncertain number is set low and high, one at a time and with the same luck: to the ends of the range that the \
            scenario itself gives it, or 20% down and up. Uncertain are the numbers that are assumptions and those that have a \
            range. With paths only those numbers are varied; --measure chooses another result to look at.

            Where there are many numbers they get four replications first; the 25 that move the result most then get all and are \
            put in order. Write paths to give others all. Where nothing differs in two replications the number has no effect.

            Place 2–4 means that the number can be second, third or fourth: what cannot be told apart is not put in order. \
            That a number matters little holds only as far as it was varied, and only one at a time. Rules are not varied.
            """)

    public static func tornadoTitle(_ label: Text) -> Text {
        Text(da: "Hvad hænger resultatet på? \(label.da)", en: "What does the result hang on? \(label.en)")
    }

    public static func tornadoBase(_ value: Text) -> Text {
        Text(da: "Som scenariet er: \(value.da).", en: "As the scenario is: \(value.en).")
    }

    public static func tornadoMost(_ name: Text) -> Text {
        Text(da: "Det hænger mest på: \(name.da).", en: "It hangs most on: \(name.en).")
    }

    public static func tornadoTogether(_ names: [Text]) -> Text {
        Text(
            da: "Det hænger mest på disse, som ikke kan skilles ad med så få gennemspilninger: "
                + "\(names.map(\.da).joined(separator: "; ")).",
            en: "It hangs most on these, which so few replications cannot tell apart: "
                + "\(names.map(\.en).joined(separator: "; ")).")
    }

    public static let tornadoNothing = Text(
        da: "Ingen af de prøvede tal flytter resultatet mere, end tilfældigheder kan.",
        en: "None of the numbers tried moves the result more than chance can.")

    public static let assumptionTitle = Text(da: "Tallet: lavt – højt (nu)", en: "The number: low – high (now)")
    public static let whenLow = Text(da: "lavt", en: "low")
    public static let whenHigh = Text(da: "højt", en: "high")
    public static let placeTitle = Text(da: "plads", en: "place")

    public static func tornadoInterrupted(_ done: Int) -> Text {
        let numbers = plural(done, da: "tal", "tal", en: "number", "numbers")
        return Text(da: "Afbrudt efter \(numbers.da).", en: "Interrupted after \(numbers.en).")
    }

    public static let tornadoBars = Text(
        da: "░ når tallet er lavt, █ når det er højt, ▓ begge; stregen er scenariet, som det er.",
        en: "░ when the number is low, █ when it is high, ▓ both; the line is the scenario as it is.")

    public static func tornadoShare(_ percent: Text) -> Text {
        Text(
            da: "* har intet interval i scenariet og er sat \(percent.da) ned og op, antal til hele tal og ja/nej til "
                + "begge.",
            en: "* has no range in the scenario and was set \(percent.en) down and up, counts to whole numbers and "
                + "yes/no to both.")
    }

    /// - Parameter small: numbers that moved less in few replications.
    public static func tornadoRest(_ uncertain: Int, small: Int, without: Int) -> Text {
        func numbers(_ count: Int) -> Text { plural(count, da: "tal", "tal", en: "number", "numbers") }
        var (da, en): ([String], [String]) = ([], [])
        if uncertain > 0 {
            da.append("\(numbers(uncertain).da), hvis virkning ikke kan skelnes fra tilfældigheder")
            en.append("\(numbers(uncertain).en) whose effect cannot be told from chance")
        }
        if small > 0 {
            da.append("\(numbers(small).da), der flyttede resultatet mindre")
            en.append("\(numbers(small).en) that moved the result less")
        }
        if without > 0 {
            da.append("\(numbers(without).da) uden nogen virkning på resultatet")
            en.append("\(numbers(without).en) with no effect on the result at all")
        }
        return Text(
            da: "Ikke vist: \(joined(da, word: "og")); --all viser dem.",
            en: "Not shown: \(joined(en, word: "and")); --all shows them.")
    }

    public static func tornadoLeftOut(_ count: Int) -> Text {
        let numbers = plural(count, da: "tal", "tal", en: "number", "numbers")
        return Text(
            da: "\(numbers.da) kan ikke ændres så meget (fx over 100 %) og er sprunget over.",
            en: "\(numbers.en) cannot be changed so much (above 100%, say) and were left out.")
    }

    public static func tornadoFirstLook(_ replications: Int) -> Text {
        Text(
            da: "Kun set i \(replications) gennemspilninger: lavt – højt (nu)",
            en: "Seen in \(replications) replications only: low – high (now)")
    }

    public static func tornadoScreened(_ ranked: Int, look: Int, then replications: Int) -> Text {
        Text(
            da:
                "De \(ranked) tal, der flyttede resultatet mest i \(look) gennemspilninger, fik \(replications) nye; pladserne er "
                + "blandt dem.",
            en:
                "The \(ranked) numbers that moved the result most in \(look) replications got \(replications) new ones; the places "
                + "are among them.")
    }

    public static func tornadoMethod(_ replications: Int, level: Double) -> Text {
        let runs = plural(replications, da: "gennemspilning", "gennemspilninger", en: "replication", "replications")
        let sure = NumberFormat.text(level * 100, digits: 0)
        return Text(
            da:
                "Ændringen i resultatet, \(runs.da) hver, alle med de samme tilfældigheder. Pladserne og det, der vises, holder "
                + "tilsammen med \(sure.da) % sikkerhed.",
            en:
                "The change of the result, \(runs.en) each, all with the same luck. The places and what is shown hold together "
                + "with \(sure.en)% confidence.")
    }
}
