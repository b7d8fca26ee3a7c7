public import PathwaySim

/// What `fit` says.
extension Texts {
    public static let placeholderColumn = Text(da: "KOLONNE", en: "COLUMN")
    public static let placeholderTable = Text(da: "FIL.csv", en: "FILE.csv")
    public static let placeholderUnit = Text(da: "ENHED", en: "UNIT")
    public static let optionUnit = Text(
        da: "hvad tallene er: minutter, timer, dage, uger, antal eller tal; ellers efter kolonnens navn",
        en: "what the numbers are: minutes, hours, days, weeks, counts or numbers; the column's name otherwise")
    public static let fitSummary = Text(
        da: "find en fordeling, der passer til en kolonne med jeres egne tal",
        en: "find a distribution that fits a column of your own numbers")
    public static let fitDetails = Text(
        da: """
            Læser en kolonne af en CSV-fil, fx ventetider i dage, prøver de fordelinger, et scenarie kan bruge, og viser, \
            hvilken der passer bedst, hvor godt den passer, og hvad den siger om gennemsnit og 9 ud af 10. Enheden tages fra \
            kolonnens navn (ventedage, tid (min)) eller fra --unit. Hele tal uden enhed tælles som antal.

            Kurverne sammenlignes med det, der hedder AICc: hvor sandsynlige tallene er efter kurven, med fradrag for \
            hvert tal, kurven selv måtte vælge. Forskelle under 2 er for små til at vælge efter; så siges det, at data \
            ikke kan skelne. Tider i hele dage regnes som afrundede: 3 dage er alt fra 2,5 til 3,5.

            Til sidst står det, der skal ind i et scenarie, og hvordan tallene bruges, som de er, uden nogen kurve. Med få \
            tal (under 30) er kurvens form næsten ukendt. Rækker uden tal er ikke med: er det borgere, der stadig venter, er \
            de korte ventetider for meget med.

            Ingen personoplysninger: en kolonne med navne eller CPR-numre afvises.
            """,
        en: """
            Reads a column of a CSV file, waits in days for instance, tries the distributions a scenario can use, and shows \
            which fits best, how well it fits, and what it says about the mean and about nine in ten. The unit is taken from \
            the column's name (waitDays, time (min)) or from --unit. Whole numbers without a unit count as counts.

            The curves are compared by what is called AICc: how likely the numbers are under the curve, less a price for each \
            number the curve itself was free to choose. Differences below 2 are too small to choose by; then it is said \
            that the data cannot tell. Times in whole days count as rounded: 3 days is anything from 2.5 to 3.5.

            At the end stands what goes into a scenario, and how to use the numbers as they are, without any curve. With few \
            numbers (below 30) the curve's shape is hardly known. Rows without a number are left out: if they are citizens \
            who still wait, short waits are over-represented.

            No personal data: a column of names or CPR numbers is refused.
            """)

    public static func columnUnit(_ unit: NumberColumn.Unit) -> Text {
        switch unit {
        case .minutes: Text(da: "minutter", en: "minutes")
        case .hours: Text(da: "timer", en: "hours")
        case .days: Text(da: "dage", en: "days")
        case .weeks: Text(da: "uger", en: "weeks")
        case .counts: Text(da: "antal", en: "counts")
        case .numbers: Text(da: "tal", en: "numbers")
        }
    }

    // MARK: Problems

    static func numberColumn(_ problem: NumberColumnProblem) -> Text {
        func place(_ column: String, _ row: Int) -> Text {
            let column = Escaping.quoted(column)
            return Text(da: "kolonne \(column), række \(row): ", en: "column \(column), row \(row): ")
        }
        switch problem {
        case .whichColumn(let names):
            let known = names.prefix(12).map { Escaping.quoted($0, limit: 30) }.joined(separator: ", ")
            return Text(
                da: "filen har flere kolonner; skriv navnet på en af dem: \(known)",
                en: "the file has several columns; name one of them: \(known)")
        case .notANumber(let column, let row):
            return place(column, row)
                + Text(
                    da: "intet tal; skriv fx 12 eller 12,5, eller lad feltet være tomt",
                    en: "no number; write 12 or 12.5, or leave the cell empty")
        case .thousandOrOne(let column, let row):
            return place(column, row)
                + Text(
                    da:
                        "kan læses både som tusinder og som et tal med decimaler; skriv det uden punktum eller med komma",
                    en:
                        "reads both as thousands and as a number with decimals; write it without the point, or with a comma"
                )
        case .negative(let column, let row):
            return place(column, row)
                + Text(
                    da: "under 0, og det kan en tid eller et antal ikke være", en: "below 0, as no time or count can be"
                )
        case .notWhole(let column, let row):
            return place(column, row) + Text(da: "et antal skal være et helt tal", en: "a count must be a whole number")
        case .tooLarge(let column, let row):
            return place(column, row) + Text(da: "for stort til at være rigtigt", en: "too large to be right")
        case .noNumbers(let column):
            let column = Escaping.quoted(column)
            return Text(da: "kolonnen \(column) har ingen tal", en: "the column \(column) holds no numbers")
        case .more(let count):
            let rows = plural(count, da: "række mere", "rækker mere", en: "more row", "more rows")
            return Text(da: "og \(rows.da) af samme slags", en: "and \(rows.en) like these")
        }
    }

    public static func badUnit(_ found: String) -> Text {
        Text(
            da: "\(Escaping.quoted(found)) er ingen enhed; skriv minutter, timer, dage, uger, antal eller tal",
            en: "\(Escaping.quoted(found)) is no unit; write minutes, hours, days, weeks, counts or numbers")
    }

    // MARK: What was found

    public static func family(_ family: DistributionFit.Family) -> Text {
        switch family {
        case .exponential: Text(da: "eksponentiel", en: "exponential")
        case .gamma: Text(same: "gamma")
        case .weibull: Text(same: "Weibull")
        case .lognormal: Text(same: "lognormal")
        case .normal: Text(same: "normal")
        case .poisson: Text(same: "Poisson")
        case .geometric: Text(da: "geometrisk", en: "geometric")
        case .binomial: Text(da: "binomial", en: "binomial")
        }
    }

    public static func fitTitle(_ column: String, file: String, count: Int) -> Text {
        let numbers = plural(count, da: "tal", "tal", en: "number", "numbers")
        let (column, file) = (Escaping.quoted(column), Escaping.terminalSafe(file))
        return Text(
            da: "Fordelingen af \(column) i \(file): \(numbers.da)",
            en: "The distribution of \(column) in \(file): \(numbers.en)")
    }

    public static func fitData(from: Text, to: Text, mean: Text, half: Text, nine: Text) -> Text {
        Text(
            da:
                "Fra \(from.da) til \(to.da), i gennemsnit \(mean.da); halvdelen højst \(half.da), 9 ud af 10 højst "
                + "\(nine.da).",
            en:
                "From \(from.en) to \(to.en), \(mean.en) on average; half at most \(half.en), nine in ten at most \(nine.en)."
        )
    }

    public static func fitBest(_ best: Text, next: Text) -> Text {
        Text(
            da: "Bedst passer fordelingen \(best.da); den næste, \(next.da), passer dårligere.",
            en: "The \(best.en) distribution fits best; the next, \(next.en), fits worse.")
    }

    public static func fitOnly(_ best: Text) -> Text {
        Text(
            da: "Kun fordelingen \(best.da) kan have givet sådanne tal.",
            en: "Only the \(best.en) distribution can have given such numbers.")
    }

    /// - Parameter nine: what nine in ten do not exceed, from the lowest to the highest of them.
    public static func fitIndistinct(_ names: [Text], from: Text, to: Text) -> Text {
        func list(_ language: Language) -> String {
            let all = names.map { $0[language] }
            let and = language == .da ? " og " : " and "
            return all.dropLast().joined(separator: ", ") + and + (all.last ?? "")
        }
        return Text(
            da:
                "Data kan ikke skelne \(list(.da)): alle passer næsten lige godt. Med dem er 9 ud af 10 højst \(from.da) til "
                + "\(to.da); prøv flere af dem, hvis svaret afhænger af de største tal.",
            en:
                "The data cannot tell \(list(.en)) apart: all fit nearly as well. With them nine in ten are at most \(from.en) "
                + "to \(to.en); try more than one if the answer depends on the largest numbers.")
    }

    /// - Parameter mean, nine: with their intervals, `23.4 (21.2–25.8)`.
    public static func fitEstimates(_ name: Text, mean: Text, nine: Text, level: Double) -> Text {
        let sure = NumberFormat.text(level * 100, digits: 0)
        return Text(
            da:
                "Efter \(name.da): i gennemsnit \(mean.da), 9 ud af 10 højst \(nine.da); i parentes, hvor det sande tal ligger "
                + "med \(sure.da) % sikkerhed, hvis fordelingen er den rigtige.",
            en:
                "By the \(name.en) curve: \(mean.en) on average, nine in ten at most \(nine.en); in brackets where the true "
                + "number lies with \(sure.en)% confidence if the curve is the right one.")
    }

    public static func fitGap(at: Text, data: Text, law: Text) -> Text {
        Text(
            da: "Størst er forskellen her: højst \(at.da) er \(data.da) af tallene, efter kurven \(law.da).",
            en: "They differ most here: \(data.en) of the numbers are at most \(at.en), by the curve \(law.en).")
    }

    public static func fitHolds(_ name: Text, share: Text) -> Text {
        Text(
            da:
                "Data taler ikke imod \(name.da): var den rigtig, ville mindst så stor en afvigelse ses i \(share.da) af "
                + "stikprøverne.",
            en:
                "The data do not speak against the \(name.en) curve: were it right, at least such a difference would be seen in "
                + "\(share.en) of samples.")
    }

    public static func fitFails(_ name: Text, share: Text) -> Text {
        Text(
            da: "Også den bedste kurve passer dårligt: var \(name.da) rigtig, ville så stor en afvigelse kun ses i "
                + "\(share.da) af stikprøverne. Brug hellere tallene, som de er (nederst).",
            en:
                "Even the best curve fits badly: were the \(name.en) curve right, so great a difference would be seen in only "
                + "\(share.en) of samples. Rather use the numbers as they are (at the bottom).")
    }

    public static let fitTooMany = Text(
        da: "Med så mange tal er ingen kurve helt rigtig; se på, om forskellen er stor nok til at betyde noget.",
        en: "With so many numbers no curve is exactly right; see whether the difference is large enough to matter.")

    public static func fitFew(_ count: Int) -> Text {
        let numbers = plural(count, da: "tal", "tal", en: "number", "numbers")
        return Text(
            da:
                "Kun \(numbers.da): kurvens form er næsten ukendt, især de lange tider. Brug den som et groft skøn, og prøv en "
                + "anden ved siden af.",
            en:
                "Only \(numbers.en): the curve's shape is hardly known, least of all the long times. Use it as a rough guess, and "
                + "try another beside it.")
    }

    public static func fitTooFew(_ count: Int, least: Int) -> Text {
        let numbers = plural(count, da: "tal", "tal", en: "number", "numbers")
        return Text(
            da: "\(numbers.da) er for få til at vælge en fordeling efter; der skal mindst \(least) til.",
            en: "\(numbers.en) are too few to choose a distribution by; at least \(least) are needed.")
    }

    public static let fitConstant = Text(
        da: "Alle tallene er ens: så er der ingen fordeling, kun en fast værdi.",
        en: "All numbers are the same: no distribution, only a fixed value.")
    public static let fitNone = Text(
        da: "Ingen af de fordelinger, der prøves, passer til tallene; brug dem, som de er.",
        en: "None of the distributions tried fits the numbers; use them as they are.")

    // MARK: Remarks on the data

    public static func fitGuessed(_ unit: NumberColumn.Unit) -> Text {
        let unit = columnUnit(unit)
        return Text(
            da: "Kolonnens navn siger ikke, hvad tallene er; de er taget som \(unit.da). Skriv ellers fx --unit dage.",
            en:
                "The column's name does not say what the numbers are; they are taken as \(unit.en). Otherwise write --unit days."
        )
    }

    public static func fitBlanks(_ count: Int) -> Text {
        let rows = plural(count, da: "række", "rækker", en: "row", "rows")
        return Text(
            da: "\(rows.da) uden tal er ikke med. Er det borgere, der stadig venter, er kurven for kort.",
            en: "\(rows.en) without a number left out. If they are citizens who still wait, the curve is too short.")
    }

    public static func fitTotals(_ rows: [Int]) -> Text {
        let list = rows.prefix(5).map(String.init).joined(separator: ", ")
        return Text(
            da: "Række \(list) ligner en sum og er ikke med.", en: "Row \(list) looks like a total and is left out.")
    }

    public static func fitHeaps(_ count: Int, of all: Int, step: Text, expected: Text) -> Text {
        let (count, all) = (NumberFormat.text(Double(count), digits: 0), NumberFormat.text(Double(all), digits: 0))
        return Text(
            da:
                "\(count.da) af \(all.da) er et helt antal gange \(step.da), hvor \(expected.da) var at vente: tallene er "
                + "vist rundet af, eller der sker noget på bestemte dage. En kurve glatter det ud.",
            en:
                "\(count.en) of \(all.en) are a multiple of \(step.en), where \(expected.en) were to be expected: the numbers seem "
                + "rounded, or something happens on certain days. A curve smooths that out.")
    }

    public static func fitRounded(_ step: Text) -> Text {
        Text(
            da: "Alle tal er et helt antal gange \(step.da) og regnes som afrundede dertil.",
            en: "All numbers are multiples of \(step.en) and count as rounded to it.")
    }

    public static func fitManyZeros(_ count: Int, of all: Int, expected: Text) -> Text {
        let (count, all) = (NumberFormat.text(Double(count), digits: 0), NumberFormat.text(Double(all), digits: 0))
        return Text(
            da:
                "\(count.da) af \(all.da) er 0, hvor kurven venter \(expected.da). Er det borgere, der slet ikke skal vente, så "
                + "lad dem gå en anden vej i scenariet (en forgrening), og tilpas resten, eller brug tallene, som de er.",
            en:
                "\(count.en) of \(all.en) are 0, where the curve expects \(expected.en). If they are citizens who need not wait "
                + "at all, let them go another way in the scenario (a branch) and fit the rest, or use the numbers as they are."
        )
    }

    public static func fitZerosApart(_ count: Int, of all: Int) -> Text {
        let (count, all) = (NumberFormat.text(Double(count), digits: 0), NumberFormat.text(Double(all), digits: 0))
        return Text(
            da: "\(count.da) af \(all.da) er 0, og det kan ingen kurve give; kurverne beskriver de andre.",
            en: "\(count.en) of \(all.en) are 0, which no curve can give; the curves describe the others.")
    }

    // MARK: The table

    public static let fitLawTitle = Text(da: "Fordeling", en: "Distribution")
    public static let fitMeanTitle = Text(da: "gennemsnit", en: "mean")
    public static let fitHalfTitle = Text(da: "halvdelen højst", en: "half at most")
    public static let fitNineTitle = Text(da: "9 ud af 10 højst", en: "nine in ten at most")
    public static let fitWorseTitle = Text(da: "ringere (AICc)", en: "worse by (AICc)")
    public static let fitGapTitle = Text(da: "største afvigelse", en: "largest difference")
    public static let fitDataRow = Text(da: "tallene selv", en: "the numbers themselves")

    public static func fitChartTitle(_ name: Text) -> Text {
        Text(
            da: "Tallene og kurven (\(name.da)), % af tallene / af kurven",
            en: "The numbers and the \(name.en) curve, % of either")
    }
    public static func fitCurveLegend(_ name: Text) -> Text {
        Text(da: "kurven, \(name.da)", en: "the \(name.en) curve")
    }
    public static func fitBeyond(_ end: Text) -> Text { Text(da: "over \(end.da)", en: "over \(end.en)") }

    // MARK: For the scenario

    public static func fitSnippet(isTime: Bool) -> Text {
        isTime
            ? Text(
                da: "Til scenariet, som varighed (patience, length … skrives på samme måde):",
                en: "For the scenario, as a duration (patience, length … are written alike):")
            : Text(da: "Til scenariet, som et trukket tal:", en: "For the scenario, as a drawn number:")
    }
    public static let fitEmpirical = Text(
        da: "Eller tallene, som de er, uden nogen kurve (læg filen ved siden af scenariet):",
        en: "Or the numbers as they are, without any curve (put the file beside the scenario):")
    public static let fitEmpiricalValues = Text(
        da: "Eller tallene, som de er, uden nogen kurve:", en: "Or the numbers as they are, without any curve:")
    public static func fitEmpiricalUnit(_ unit: NumberColumn.Unit) -> Text {
        let unit = columnUnit(unit)
        return Text(
            da:
                "Eller tallene, som de er: lav en kolonne i dage i filen (her er det \(unit.da)), og skriv den i stedet for "
                + "kurven: {\"empirical\": {\"file\": …, \"column\": …}}",
            en:
                "Or the numbers as they are: make a column in days in the file (here it is \(unit.en)), and write it instead of "
                + "the curve: {\"empirical\": {\"file\": …, \"column\": …}}")
    }

    public static func fitProvenance(_ column: String, file: String, count: Int, _ name: Text?) -> Text {
        let numbers = plural(count, da: "tal", "tal", en: "number", "numbers")
        let law = name.map { Text(da: ", \($0.da) ved største sandsynlighed", en: ", \($0.en) by maximum likelihood") }
        return Text(
            da: "egne data: \(file), kolonne \(column), \(numbers.da)",
            en: "own data: \(file), column \(column), \(numbers.en)") + (law ?? Text(same: ""))
    }

    public static func fitMethod(samples: Int, seed: UInt64) -> Text {
        Text(
            da:
                "Største sandsynlighed, sammenlignet med AICc; hvor godt kurven passer, er prøvet med \(samples) stikprøver "
                + "fra kurven selv (lodtrækningsnummer \(seed)).",
            en:
                "Maximum likelihood, compared by AICc; how well the curve fits was tried with \(samples) samples from the curve "
                + "itself (seed \(seed)).")
    }
    public static let fitPlainMethod = Text(
        da: "Største sandsynlighed, sammenlignet med AICc.", en: "Maximum likelihood, compared by AICc.")
}
