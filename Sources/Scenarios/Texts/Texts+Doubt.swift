/// What `doubt` says.
extension Texts {
    public static let placeholderDoubt = Text(da: "STI [A..B [LOV]]", en: "PATH [A..B [LAW]]")
    public static let optionDraws = Text(
        da: "hvor mange gange de usikre tal trækkes; 60 ellers",
        en: "how many times the uncertain numbers are drawn; 60 otherwise")
    public static let optionDoubtReplications = Text(
        da: "hvor mange år hvert sæt tal gennemspilles; 5 ellers",
        en: "how many years each set of numbers is simulated; 5 otherwise")
    public static let optionDoubtRange = Text(
        da: "lad også antagelser uden interval variere, så meget ned og op",
        en: "let assumptions without a range vary too, so far down and up")
    public static let doubtSummary = Text(
        da: "vis, hvor meget af usikkerheden der er tilfældigheder, og hvor meget der er tal, vi ikke kender",
        en: "show how much of the uncertainty is chance and how much is numbers nobody knows")
    public static let doubtDetails = Text(
        da: """
            Tallene i et scenarie er bedste bud. tvivl trækker de usikre tal mange gange inden for deres interval, gennemspiller \
            nogle år for hvert sæt, og skiller usikkerheden ad: tilfældigheder fra år til år, som ingen kan fjerne, og det, der \
            kommer af, at tallene ikke kendes, og som bedre tal kan fjerne.

            Usikre er de tal, scenariet giver et interval: {"value": 0.12, "range": [0.05, 0.25]}. Værdien er da den mest \
            sandsynlige (triangular). "uncertain": "uniform" siger, at hele intervallet er lige sandsynligt, "normal", at \
            intervallet er et skøns 95 %-interval. På linjen: tvivl parameters.selfShare 0.002..0.008 uniform. --range 20% tager \
            også antagelser uden interval med.

            Tallene trækkes, så de tilsammen dækker hvert interval jævnt (latinsk hyperkube), og hvor tæt resultatet følger et \
            tal, er deres rangkorrelation. De trækkes hver for sig; hænger to af dem sammen i virkeligheden, ses det ikke. følsomhed viser dem ét ad \
            gangen, tvivl alle på én gang.
            """,
        en: """
            The numbers of a scenario are best guesses. doubt draws the uncertain ones many times within their range, simulates \
            some years of each set, and takes the uncertainty apart: chance from year to year, which nobody can take away, and \
            what comes of not knowing the numbers, which better numbers can.

            Uncertain are the numbers that the scenario gives a range: {"value": 0.12, "range": [0.05, 0.25]}. The value is then \
            the likeliest (triangular). "uncertain": "uniform" says that all of the range is alike, "normal" that the range is \
            the 95% interval of an estimate. On the line: doubt parameters.selfShare 0.002..0.008 uniform. --range 20% takes \
            assumptions without a range too.

            The numbers are drawn to cover each range evenly (a Latin hypercube), and how closely the result follows a number \
            is their rank correlation. They are drawn apart from each other; where two of them go together in reality it is not seen. tornado shows \
            them one at a time, doubt all at once.
            """)

    // MARK: What was found

    public static func doubtTitle(_ scenario: Text) -> Text {
        Text(
            da: "Hvad kommer usikkerheden af? \(scenario.da)",
            en: "Where does the uncertainty come from? \(scenario.en)")
    }

    public static func doubtUnknown(_ label: Text) -> Text {
        Text(
            da: "\(label.da): det kan ikke siges ud fra så lidt.", en: "\(label.en): so little cannot tell.")
    }

    public static func doubtYears(_ label: Text, _ ends: Text) -> Text {
        Text(
            da: "\(label.da): i 8 ud af 10 år \(ends.da), når de usikre tal kan være andre, end scenariet siger.",
            en:
                "\(label.en): in 8 of 10 years \(ends.en), when the uncertain numbers can be other than the scenario says."
        )
    }

    public static func doubtShares(inputs: Text, chance: Text) -> Text {
        Text(
            da:
                "Af usikkerheden kommer \(inputs.da) af, at tallene ikke kendes, og \(chance.da) af tilfældigheder fra år til år.",
            en:
                "Of the uncertainty \(inputs.en) comes of not knowing the numbers and \(chance.en) of chance from year to year."
        )
    }

    public static let doubtInputsNotTold = Text(
        da: "Hvad de usikre tal betyder, kan ikke skelnes fra tilfældigheder.",
        en: "What the uncertain numbers mean cannot be told from chance.")
    public static let doubtInputsNotSized = Text(
        da: "Hvor meget de usikre tal betyder ved siden af tilfældigheder, kan så få gennemspilninger ikke vise.",
        en: "How much the uncertain numbers mean beside chance cannot be told from so few replications.")

    public static func doubtShift(_ mean: Text, now: Text) -> Text {
        Text(
            da: "I gennemsnit bliver det \(mean.da), når de usikre tal varierer, og \(now.da) med scenariets egne tal.",
            en: "On average it is \(mean.en) when the uncertain numbers vary, and \(now.en) with the scenario's own.")
    }

    public static let doubtAway = Text(da: "nu uden for intervallet", en: "now outside the range")
    public static let doubtAwayMeans = Text(
        da:
            "Hvor scenariets eget tal ligger uden for intervallet, er den af intervallets ender, der er nærmest, mest "
            + "sandsynlig.",
        en: "Where the scenario's own number lies outside the range, the nearest end of the range is the likeliest.")
    public static let doubtNone = Text(
        da: "Hverken tallene eller tilfældigheder ændrer det.", en: "Neither the numbers nor chance change it.")

    public static func doubtMost(_ names: [Text]) -> Text {
        Text(
            da:
                "Resultatet afhænger mest af: \(names.map(\.da).joined(separator: "; ")). Dem er det værd at få bedre "
                + "tal for.",
            en: "The result depends most on: \(names.map(\.en).joined(separator: "; ")). They are worth knowing "
                + "better.")
    }

    // MARK: Tables

    public static let doubtMean = Text(da: "i snit", en: "on average")
    public static let doubtShareTitle = Text(da: "del af usikkerheden", en: "part of the uncertainty")
    public static let doubtChanceAlone = Text(
        da: "Tallene som i scenariet: kun tilfældigheder", en: "Numbers as in the scenario: chance alone")
    public static let doubtInputsAlone = Text(
        da: "Tallene varierer, uden tilfældigheder", en: "Numbers vary, without chance")
    public static let doubtTogether = Text(da: "Begge dele", en: "Both together")
    public static let doubtNotTold = Text(da: "ikke til at se", en: "cannot be told")
    public static let doubtFollows = Text(
        da: "Hvor tæt resultatet følger hvert tal (−1 til +1)",
        en: "How closely the result follows each number (−1 to +1)")
    public static let doubtDrawn = Text(da: "De usikre tal", en: "The uncertain numbers")
    public static let doubtNow = Text(da: "nu", en: "now")
    public static let doubtRange = Text(da: "interval", en: "range")

    public static func doubtLaw(_ law: String) -> Text {
        switch law {
        case "uniform": Text(da: "lige sandsynligt", en: "all alike")
        case "normal": Text(da: "skøn, 95 %", en: "estimate, 95%")
        default: Text(da: "nu mest sandsynligt", en: "now likeliest")
        }
    }

    // MARK: Remarks

    public static func doubtInterrupted(_ done: Int, of planned: Int) -> Text {
        Text(
            da: "Afbrudt efter \(done) af \(planned) sæt tal; det hele gælder kun dem.",
            en: "Interrupted after \(done) of \(planned) sets of numbers; everything is of those only.")
    }

    public static func doubtVague(draws: Int) -> Text {
        Text(
            da: "Så få sæt tal deler kun usikkerheden groft; \(draws) gør det bedre: --draws \(draws).",
            en: "So few sets of numbers divide the uncertainty only roughly; \(draws) do better: --draws \(draws).")
    }

    public static let doubtColumns = Text(
        da:
            "I parentes, hvor sikkert delingen er kendt. Delene er andele af variansen og kan lægges sammen; intervallerne kan "
            + "ikke. Det, de få år af hvert sæt selv svinger, er trukket fra.",
        en:
            "In brackets how well the division is known. The parts are shares of the variance and add up; the ranges do not. "
            + "What the few years of each set vary by themselves is taken off.")
    public static let doubtRanks = Text(
        da:
            "+1: jo højere tallet er, jo højere er resultatet, hver gang; −1: jo lavere. Kun det, der ikke kan være tilfældigt, "
            + "er vist.",
        en:
            "+1: the higher the number, the higher the result, every time; −1: the lower. Only what cannot be chance is "
            + "shown.")

    public static func doubtKnown(_ count: Int) -> Text {
        let numbers = plural(count, da: "antagelse", "antagelser", en: "assumption", "assumptions")
        return Text(
            da:
                "\(numbers.da) uden interval regnes for sikre, så usikkerheden er snarere større end vist; --range 20% tager dem "
                + "med.",
            en:
                "\(numbers.en) without a range count as certain, so the uncertainty is larger rather than smaller than shown; "
                + "--range 20% takes them too.")
    }

    public static let doubtWidened = Text(
        da: "* har intet interval i scenariet; det er sat med --range.",
        en: "* has no range in the scenario; it was made by --range.")

    public static func doubtMethod(draws: Int, years: Int, base: Int, level: Double) -> Text {
        let sure = NumberFormat.text(level * 100, digits: 0)
        return Text(
            da:
                "\(draws) sæt tal, trukket så de dækker hvert interval jævnt, hver gennemspillet \(years) år "
                + "med de samme tilfældigheder som scenariet, der er gennemspillet \(base) år. Sikkerhed \(sure.da) %.",
            en:
                "\(draws) sets of numbers, drawn to cover each range evenly, each simulated for \(years) years "
                + "with the same luck as the scenario, which was simulated for \(base). Confidence \(sure.en)%.")
    }

    // MARK: What can be wrong

    public static let nothingUncertain = Text(
        da:
            "scenariet giver intet tal et interval; skriv en sti og et område, for eksempel tvivl parameters.selfShare "
            + "0.002..0.008, eller --range 20%",
        en:
            "the scenario gives no number a range; write a path and a range, such as doubt parameters.selfShare 0.002..0.008, or "
            + "--range 20%")

    public static func noSuchNumber(_ path: String, similar: [String]) -> Text {
        let path = Escaping.quoted(path)
        return Text(
            da: "\(path) er intet tal i scenariet", en: "\(path) is no number of the scenario") + didYouMean(similar)
    }

    public static func rangeRefused(_ path: String, value: String, _ reason: Text) -> Text {
        let path = Escaping.quoted(path)
        return Text(
            da: "\(path) kan ikke være \(value), som ligger i intervallet: \(reason.da); skriv et mindre interval",
            en: "\(path) cannot be \(value), which lies in the range: \(reason.en); write a narrower range")
    }

    public static let refusedByModel = Text(da: "modellen tillader det ikke", en: "the model does not allow it")
}
