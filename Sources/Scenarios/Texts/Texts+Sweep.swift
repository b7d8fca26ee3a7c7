/// What `sweep` says, and what is wrong with what is varied.
extension Texts {
    public static let placeholderLever = Text(da: "STI A..B [TRIN]", en: "PATH A..B [STEP]")
    public static let placeholderMeasure = Text(da: "MÅL", en: "MEASURE")
    public static let optionMeasure = Text(
        da: "hvilket tal der vises; må gentages; scenariets hovedtal ellers",
        en: "which measure is shown; may be repeated; the scenario's headline otherwise")
    public static let optionSweepReplications = Text(
        da: "hvor mange gange perioden gennemspilles for hver værdi; 40 ellers",
        en: "how many times the period is simulated at each value; 40 otherwise")
    public static let optionKeep = Text(
        da: "gem hver udregnet værdi i en fil, og brug igen, hvad der står i den",
        en: "keep each value worked out in a file, and reuse what is in it")
    public static let optionYes = Text(
        da: "gør det, også når det tager lang tid", en: "do it even when it takes long")

    public static let sweepSummary = Text(
        da: "vis, hvad hver værdi af en eller to indstillinger giver",
        en: "show what each value of one or two settings gives")
    public static let sweepDetails = Text(
        da: """
            Efter stien skrives området, for eksempel 8..14, og måske et trin. Uden trin tages hvert hele tal, eller tiendedele \
            af området. Med to stier vises alle kombinationer, de førstes værdier nedad og de andres hen ad. Alle \
            kombinationer har de samme tilfældigheder, så forskelle skyldes indstillingen. Med --by vises hvert tal også for \
            grupper af borgere.
            """,
        en: """
            After the path stands the range, such as 8..14, and perhaps a step. Without a step every whole number is taken, \
            or tenths of the range. With two paths every combination is shown, the first one's values downwards and the \
            second one's across. All have the same luck, so differences are the setting's. With --by each measure is shown \
            for groups of citizens too.
            """)

    public static func sweepTitle(_ title: Text, _ labels: [Text]) -> Text {
        Text(
            da: "\(title.da): \(joined(labels.map(\.da), word: "og")) varieret",
            en: "\(title.en): \(joined(labels.map(\.en), word: "and")) varied")
    }

    public static func rowsAndColumns(_ rows: Text, _ columns: Text) -> Text {
        Text(
            da: "nedad: \(rows.da); hen ad: \(columns.da)", en: "downwards: \(rows.en); across: \(columns.en)")
    }

    public static func sameLuckEverywhere(_ replications: Int) -> Text {
        let runs = plural(replications, da: "gennemspilning", "gennemspilninger", en: "replication", "replications")
        return Text(
            da:
                "\(runs.da) for hver værdi, alle med de samme tilfældigheder. ± gælder hvert tal for sig; hvor sikker en "
                + "forskel er, viser sammenlign.",
            en: "\(runs.en) at each value, all with the same luck. ± is for each number by itself; compare shows how "
                + "certain a difference is.")
    }

    public static let overloadedCells = Text(
        da: "!: noget kan ikke følge med, og køen vokser, så ventetiden afhænger af, hvor længe der gennemspilles.",
        en: "!: something cannot keep up and its queue grows, so the wait depends on how long is simulated.")

    public static func sweepInterrupted(_ cells: Int) -> Text {
        let done = plural(cells, da: "værdi", "værdier", en: "value", "values")
        return Text(da: "Afbrudt efter \(done.da).", en: "Interrupted after \(done.en).")
    }

    // MARK: Problems

    public static func badRange(_ found: String) -> Text {
        let found = Escaping.quoted(found)
        return Text(
            da: "\(found) er ikke et område; skriv fra..til med samme enhed, for eksempel 8..14 eller 5d..20d",
            en: "\(found) is not a range; write from..to in one unit, such as 8..14 or 5d..20d")
    }

    public static func emptyRange(_ found: String) -> Text {
        let found = Escaping.quoted(found)
        return Text(
            da: "området \(found) er tomt; skriv det mindste tal først",
            en: "the range \(found) is empty; write the smaller number first")
    }

    public static func badStep(_ found: String) -> Text {
        let found = Escaping.quoted(found)
        return Text(
            da: "trinnet \(found) skal være et tal over 0 i områdets enhed",
            en: "the step \(found) must be a number above 0 in the range's unit")
    }

    public static func rangeNeeded(_ path: String) -> Text {
        let path = Escaping.quoted(path)
        return Text(
            da: "\(path) mangler et område; skriv det efter stien, for eksempel 8..14",
            en: "\(path) lacks a range; write it after the path, such as 8..14")
    }

    public static func tooManyValues(_ found: String, most: Int) -> Text {
        let (found, most) = (Escaping.quoted(found), NumberFormat.text(Double(most), digits: 0))
        return Text(
            da: "\(found) giver over \(most.da) værdier; skriv et større trin efter området",
            en: "\(found) gives more than \(most.en) values; write a larger step after the range")
    }

    public static func sameLever(_ path: String) -> Text {
        let path = Escaping.terminalSafe(path)
        return Text(da: "\(path) står der to gange; skriv den én gang", en: "\(path) is there twice; write it once")
    }

    public static func frameOfRun(_ path: String) -> Text {
        let path = Escaping.terminalSafe(path)
        return Text(
            da: "\(path) siger, hvilken periode der ses på, og er intet usikkert tal; skriv et andet",
            en: "\(path) says which period is looked at and is no uncertain number; write another")
    }

    public static let tooManyLevers = Text(
        da: "højst to indstillinger kan varieres på én gang", en: "at most two settings can be varied at once")

    public static func tooManyCells(_ count: Int, most: Int, replications: Int, seconds: Double?) -> Text {
        let (count, most) = (NumberFormat.text(Double(count), digits: 0), NumberFormat.text(Double(most), digits: 0))
        guard let seconds else {
            return Text(
                da: "\(count.da) kombinationer er flere end \(most.da); skriv et større trin eller et mindre område",
                en: "\(count.en) combinations are more than \(most.en); write a larger step or a smaller range")
        }
        let time = DurationFormat.text(days: seconds / 86_400)
        return Text(
            da:
                "\(count.da) kombinationer, hver gennemspillet \(replications) gange, tager omtrent \(time.da); skriv et større "
                + "trin, eller --yes for at gøre det alligevel",
            en:
                "\(count.en) combinations of \(replications) replications each take about \(time.en); write a larger step, or "
                + "--yes to do it all the same")
    }

    public static func unknownMeasure(_ name: String, similar: [String]) -> Text {
        let name = Escaping.quoted(name)
        guard !similar.isEmpty else {
            return Text(
                da: "scenariet giver intet tal ved navn \(name); kør --format csv viser alle navne",
                en: "the scenario gives no measure named \(name); run --format csv shows all names")
        }
        let names = similar.map { Escaping.terminalSafe($0) }
        return Text(
            da: "scenariet giver intet tal ved navn \(name); mente du \(joined(names, word: "eller"))?",
            en: "the scenario gives no measure named \(name); did you mean \(joined(names, word: "or"))?")
    }
}
