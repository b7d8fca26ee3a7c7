/// The command `plot`.
extension Texts {
    public static let placeholderPlotted = Text(da: "HVAD", en: "WHAT")
    public static let optionPlotYears = Text(
        da: "hvor forskellige gennemspilningerne er, i stedet for borgernes ventetider",
        en: "how replications differ, instead of the citizens' waits")
    public static let optionCumulative = Text(
        da: "andelen, der er begyndt, dag for dag", en: "the share who have started, day by day")
    public static let optionPlotBy = Text(
        da: "delt efter en egenskab, som der blev kørt med", en: "by an attribute that the run had")
    public static let placeholderAttribute = Text(da: "EGENSKAB", en: "ATTRIBUTE")

    public static let plotSummary = Text(
        da: "tegn resultatet som graf i vinduet eller som SVG", en: "draw the result as a chart in the window or as SVG"
    )
    public static let plotDetails = Text(
        da: """
            Uden ord tegnes det, der sidst blev regnet: hvor mange der venter uge for uge efter kør, forskellene efter \
            sammenlign, kurven eller farvekortet efter varier. graf ventetider viser, hvor længe halvdelen og 9 ud af 10 \
            venter, graf belægning, graf udfald og graf frister det, de siger, graf ugedage hvordan ugen ser ud.

            Med et tal som wait.clarifying.mean tegnes fordelingen af borgernes ventetider, eller for andre tal hvor \
            forskellige gennemspilningerne er; waiting.clarifying er antallet, der venter, over tid. Et filnavn med .svg \
            til sidst skriver grafen i filen.
            """,
        en: """
            Without a word what was computed last is drawn: how many are waiting week by week after run, the differences \
            after compare, the curve or heat map after sweep. plot waits shows how long half and 9 of 10 wait; plot \
            utilisation, plot outcomes and plot deadlines what they say, plot weekdays what the week looks like.

            With a measure such as wait.clarifying.mean the distribution of the citizens' waits is drawn, or for other \
            measures how replications differ; waiting.clarifying is the number waiting over time. A file name ending in \
            .svg writes the chart to the file.
            """)

    public static func weekdayTitle(_ title: Text) -> Text {
        Text(da: "Ugens mønster: \(title.da)", en: "The pattern of the week: \(title.en)")
    }
    public static let weekdayArrivals = Text(da: "kommer", en: "come")
    public static let weekdayMeetings = Text(da: "begynder eller mødes", en: "begin or meet")
    public static let weekdayAxis = Text(
        da: "borgere på sådan en dag, helligdage med", en: "citizens on such a day, holidays included")
    public static func weekdayNote(_ replications: Int) -> Text {
        Text(
            da: "Fra de første gennemspilninger: \(replications).", en: "From the first replications: \(replications).")
    }

    public static let nothingToPlot = Text(
        da: "der er intet resultat at tegne; skriv kør først", en: "there is no result to draw; type run first")
    public static let noComparisonYet = Text(
        da: "der er ingen sammenligning endnu; skriv sammenlign … først",
        en: "there is no comparison yet; type compare … first")
    public static let noSweepYet = Text(
        da: "der er ingen variation endnu; skriv varier … først", en: "there is no sweep yet; type sweep … first")

    public static func unknownPlot(_ word: String, similar: [String]) -> Text {
        let word = Escaping.quoted(word)
        guard !similar.isEmpty else {
            return Text(
                da:
                    "\(word) kan ikke tegnes; graf ventetider er et sted at begynde, og kør --format csv viser alle tals navne",
                en: "\(word) cannot be drawn; plot waits is a place to start, and run --format csv shows all names")
        }
        let names = similar.map { Escaping.terminalSafe($0) }
        return Text(
            da: "\(word) kan ikke tegnes; mente du \(joined(names, word: "eller"))?",
            en: "\(word) cannot be drawn; did you mean \(joined(names, word: "or"))?")
    }

    public static func noGroups(_ attribute: String) -> Text {
        let word = Escaping.quoted(attribute)
        let safe = Escaping.terminalSafe(attribute)
        return Text(
            da: "resultatet er ikke delt efter \(word); skriv kør --by \(safe) først",
            en: "the result is not divided by \(word); type run --by \(safe) first")
    }

    public static func notSVG(_ name: String) -> Text {
        let name = Escaping.quoted(name)
        return Text(da: "\(name) skal ende på .svg", en: "\(name) must end in .svg")
    }

    // MARK: The pathway with its numbers

    public static let nothingForFlow = Text(
        da: "der er ingen antal at tegne; skriv kør først", en: "there are no numbers to draw; type run first")
    public static func noFlowOf(_ id: String) -> Text {
        let safe = Escaping.terminalSafe(id)
        return Text(
            da: "det sidste resultat er ikke fra \(Escaping.quoted(id)); skriv kør \(safe) først",
            en: "the last result is not of \(Escaping.quoted(id)); type run \(safe) first")
    }
    public static let flowWithoutCounts = Text(
        da: "resultatet blev gemt uden antal for vejene; skriv kør for at få dem",
        en: "the result was saved without the numbers of the ways; type run to get them")
    public static func flowMeans(_ replications: Int) -> Text {
        let runs = plural(replications, da: "gennemspilning", "gennemspilninger", en: "replication", "replications")
        return Text(
            da:
                "Tallene er borgere, der gik den vej i perioden, i gennemsnit over \(runs.da), afrundet efter usikkerheden.",
            en:
                "The numbers are citizens who went that way in the period, on average over \(runs.en), rounded by the uncertainty."
        )
    }
}
