public import PathwaySim

/// What `backlog` says.
extension Texts {
    public static let placeholderStep = Text(da: "TRIN", en: "STEP")
    public static let placeholderAmounts = Text(da: "A..B|TAL", en: "A..B|NUMBER")
    public static let placeholderSpan = Text(da: "TID", en: "SPAN")
    public static let placeholderDate = Text(da: "ÅÅÅÅ-MM-DD", en: "YYYY-MM-DD")
    public static let optionExtra = Text(
        da: "ekstra pr. uge, fx 2 eller 0..6; ellers fem forslag",
        en: "extra a week, such as 2 or 0..6; five proposals otherwise")
    public static let optionExtraFor = Text(
        da: "hvor længe det ekstra er der, fx 8w; ellers hele perioden",
        en: "how long the extra lasts, such as 8w; the whole period otherwise")
    public static let optionDownTo = Text(
        da: "hvor mange der må vente i alt, før listen regnes for afviklet",
        en: "how many may wait in all when the list counts as cleared")
    public static let optionClearedBy = Text(
        da: "en dato, listen helst skal være afviklet til", en: "a date by which the list should be cleared")
    public static let optionMonthly = Text(
        da: "vis også måned for måned, hvor mange der venter", en: "also show month by month how many wait")
    public static func monthEndTitle(_ lead: Text?) -> Text {
        let title = Text(da: "Venter ved månedens slutning", en: "Waiting at the end of the month")
        return lead.map { title + Text(same: ". ") + $0 } ?? title
    }
    public static let waitingOnAverage = Text(da: "i gennemsnit", en: "on average")
    public static func atMostShare(_ target: Int) -> Text {
        let number = NumberFormat.text(Double(target), digits: 0)
        return Text(da: "højst \(number.da), % af år", en: "at most \(number.en), % of years")
    }
    public static let optionBacklogReplications = Text(
        da: "hvor mange gange perioden gennemspilles; 100 ellers",
        en: "how many times the period is simulated; 100 otherwise")
    public static let backlogSummary = Text(
        da: "vis, hvornår dagens venteliste er afviklet, og hvad ekstra kapacitet gør",
        en: "show when today's waiting list is cleared, and what extra capacity does")
    public static let backlogDetails = Text(
        da: """
            Følger dem, der venter, når perioden begynder, til de er i gang eller er ude af listen igen uden at være begyndt \
            (har sagt fra, er udeblevet for mange gange). En samtale er først i gang, når den holdes. De, der kommer til \
            imens, er med og venter også; med --to 10 er listen først afviklet, når der højst venter 10 i alt.

            Der vises datoer: den, hvor listen er afviklet i halvdelen af årene, og dem, 8 ud af 10 år ligger imellem. Er \
            listen ikke afviklet, når perioden slutter, siges det, og de år tæller som senere end alle andre. Det ekstra \
            begynder på periodens første dag; --for 8w lader det slutte efter otte uger. Uden SCENARIE \
            bruges det åbne, og uden TRIN den længste liste. --monthly viser desuden, hvor mange der venter ved hver \
            måneds slutning, og mellem hvilke tal 8 ud af 10 år ligger; sammen med --to 10 også, i hvor mange af årene der da højst venter 10.
            """,
        en: """
            Follows those who wait when the period begins until they have begun, or have left the list again without \
            beginning (gave up, stayed away too often). A conversation has begun only when it is held. Those who come \
            meanwhile are there and wait too; with --to 10 the list is cleared only when no more than 10 wait in all.

            Dates are shown: the one by which the list is cleared in half of the years, and those between which 8 of 10 years \
            lie. Where the list is not cleared when the period ends, that is said, and such years count as later than all \
            others. The extra begins on the first day of the period; --for 8w ends it after eight weeks. Without SCENARIO it is \
            the open one, and without STEP the longest list. --monthly also shows how many wait at the end of each month, and between which numbers 8 \
            of 10 years lie; with --to 10 also in how many of the years no more than 10 wait then.
            """)

    // MARK: Problems

    public static let noWaitingList = Text(
        da: "ingen venter, når perioden begynder; scenariet har ingen venteliste (en kilde af slagsen waitingList)",
        en: "nobody waits when the period begins; the scenario has no waiting list (a source of kind waitingList)")

    public static func noListAt(_ step: String, known: [String]) -> Text {
        let names = known.joined(separator: ", ")
        return Text(
            da: "ved \(Escaping.quoted(step)) venter ingen, når perioden begynder; der er lister ved: \(names)",
            en: "nobody waits at \(Escaping.quoted(step)) when the period begins; there are lists at: \(names)")
    }

    public static func noExtraHere(_ step: Text) -> Text {
        Text(
            da: "ved \(step.da) er der ingen tider eller enheder at lægge til (det gælder fx hold); ændr i stedet hold "
                + "eller pladser med --set",
            en:
                "at \(step.en) there are no slots or units to add to (groups, for instance); change groups or seats with "
                + "--set instead")
    }

    public static func badExtra(_ found: String) -> Text {
        Text(
            da: "\(Escaping.quoted(found)) er intet ekstra pr. uge; skriv et tal fra 0 eller et område som 0..6",
            en: "\(Escaping.quoted(found)) is no extra a week; write a number from 0 or a range such as 0..6")
    }

    public static func badExtraTime(_ found: String) -> Text {
        Text(
            da: "\(Escaping.quoted(found)) er ingen længde; skriv fx 8w, 60d eller 3mo",
            en: "\(Escaping.quoted(found)) is no length; write for instance 8w, 60d or 3mo")
    }

    public static func badClearingDate(_ found: String, from: String, to: String) -> Text {
        Text(
            da: "\(Escaping.quoted(found)) er ingen dato i perioden; skriv en dato fra \(from) til \(to)",
            en: "\(Escaping.quoted(found)) is no date within the period; write a date from \(from) to \(to)")
    }

    public static func extraCannotEnd(_ resource: Text) -> Text {
        Text(
            da:
                "\(resource.da) har sit eget antal i hver vagt, så noget ekstra kan ikke slutte undervejs; udelad --for",
            en:
                "\(resource.en) has a number of its own in each shift, so an extra cannot end on the way; leave out --for"
        )
    }

    // MARK: The answer

    public static func backlogTitle(_ step: Text, count: Int, on date: CivilDate) -> Text {
        let citizens = plural(count, da: "borger", "borgere", en: "citizen", "citizens")
        let day = DateFormat.long(date)
        return Text(
            da: "Dagens venteliste ved \(step.da): \(citizens.da) den \(day.da)",
            en: "Today's waiting list at \(step.en): \(citizens.en) on \(day.en)")
    }

    /// `Som nu, 10 om ugen` or `Med 2 ekstra, 12 om ugen`.
    public static func withExtra(_ extra: Text, _ sum: Text?, isSlots: Bool, isNone: Bool) -> Text {
        let unit = isSlots ? Text(da: " om ugen", en: " a week") : Text(same: "")
        let all =
            sum.map { Text(da: ", \($0.da)\(unit.da) i alt", en: ", \($0.en)\(unit.en) in all") } ?? Text(same: "")
        if isNone {
            return Text(da: "Som nu", en: "As it is") + (sum.map { Text(same: ", ") + $0 + unit } ?? Text(same: ""))
        }
        return Text(da: "Med \(extra.da) ekstra\(unit.da)", en: "With \(extra.en) extra\(unit.en)") + all
    }

    public static func extraEnds(_ span: Text) -> Text { Text(da: " i \(span.da)", en: " for \(span.en)") }

    /// What happened: the list of today is cleared, or no more than so many wait.
    public static func clearing(_ target: Int?) -> Text {
        guard let target else {
            return Text(
                da: "alle på listen er i gang eller ude af den", en: "everyone on the list has begun or left it")
        }
        let number = NumberFormat.text(Double(target), digits: 0)
        return Text(
            da: "første gang der venter højst \(number.da) i alt, er",
            en: "the first time that no more than \(number.en) wait in all is")
    }

    /// - Parameter years: between which days 8 of 10 years lie; nil when there are too few to say so.
    public static func clearedBy(
        _ lead: Text, _ what: Text, _ middle: Text, years: (low: Text, high: Text)?
    ) -> Text {
        guard let (low, high) = years else {
            return Text(
                da: "\(lead.da): \(what.da) \(middle.da) i halvdelen af årene.",
                en: "\(lead.en): \(what.en) \(middle.en) in half of the years.")
        }
        return Text(
            da:
                "\(lead.da): \(what.da) \(middle.da) i halvdelen af årene, i 8 ud af 10 år mellem \(low.da) og \(high.da).",
            en:
                "\(lead.en): \(what.en) \(middle.en) in half of the years, in 8 of 10 years between \(low.en) and \(high.en)."
        )
    }

    public static func byDate(_ date: CivilDate) -> Text {
        let day = DateFormat.long(date)
        return Text(da: "senest \(day.da)", en: "by \(day.en)")
    }

    /// Later than a day on which the period ends.
    public static func afterDate(_ date: CivilDate) -> Text {
        let day = DateFormat.long(date)
        return Text(da: "ikke før efter \(day.da)", en: "only after \(day.en)")
    }

    public static func onDate(_ date: CivilDate?, end: CivilDate) -> Text {
        guard let date else {
            let day = DateFormat.long(end)
            return Text(da: "engang efter \(day.da)", en: "some time after \(day.en)")
        }
        return DateFormat.long(date)
    }

    public static func notCleared(_ missing: Int, of total: Int, end: CivilDate) -> Text {
        let day = DateFormat.long(end)
        let count = NumberFormat.text(Double(missing), digits: 0)
        let all = NumberFormat.text(Double(total), digits: 0)
        return Text(
            da: "I \(count.da) af \(all.da) gennemspilninger er den ikke afviklet, når perioden slutter \(day.da).",
            en: "In \(count.en) of \(all.en) replications it is not cleared when the period ends on \(day.en).")
    }

    public static func smallestExtra(_ lead: Text, _ date: CivilDate, level: Double) -> Text {
        let day = DateFormat.long(date)
        let sure = NumberFormat.text(level * 100, digits: 0)
        return Text(
            da: "Det mindste af de prøvede, der når det senest \(day.da) i mindst 9 ud af 10 år (med \(sure.da) % "
                + "sikkerhed): \(lead.da.lowercasedFirst).",
            en:
                "The smallest tried that is in time by \(day.en) in at least 9 of 10 years (with \(sure.en)% confidence): "
                + "\(lead.en.lowercasedFirst).")
    }

    public static func noExtraEnough(_ date: CivilDate) -> Text {
        let day = DateFormat.long(date)
        return Text(
            da: "Intet af det prøvede når det sikkert senest \(day.da) i 9 ud af 10 år.",
            en: "Nothing tried is surely in time by \(day.en) in 9 of 10 years.")
    }

    // MARK: The table

    public static func extraTitle(isSlots: Bool) -> Text {
        isSlots ? Text(da: "Ekstra pr. uge", en: "Extra a week") : Text(da: "Ekstra", en: "Extra")
    }

    public static let nineOfTenBy = Text(da: "9 ud af 10 senest", en: "9 of 10 by")
    public static let allBy = Text(da: "alle senest", en: "all by")
    public static func downToBy(_ target: Int) -> Text {
        let number = NumberFormat.text(Double(target), digits: 0)
        return Text(da: "højst \(number.da) venter senest", en: "at most \(number.en) wait by")
    }
    public static let eightOfTenFrom = Text(da: "8 ud af 10 år: fra", en: "8 of 10 years: from")
    public static let eightOfTenTo = Text(da: "til", en: "to")
    public static let notClearedTitle = Text(da: "ikke afviklet, %", en: "not cleared, %")
    public static func inTimeTitle(_ date: CivilDate, in year: Int) -> Text {
        let day = DateFormat.compact(date, in: year)
        return Text(da: "nået \(day.da), %", en: "by \(day.en), %")
    }
    public static let leftListTitle = Text(da: "ude uden at begynde", en: "left without beginning")
    public static let waitingAtEndTitle = Text(da: "venter til sidst", en: "waiting at the end")
    public static func later(_ date: CivilDate, in year: Int) -> Text {
        let day = DateFormat.compact(date, in: year)
        return Text(da: "efter \(day.da)", en: "after \(day.en)")
    }

    // MARK: Remarks

    public static func backlogMethod(_ replications: Int) -> Text {
        let runs = plural(replications, da: "gennemspilning", "gennemspilninger", en: "replication", "replications")
        return Text(
            da:
                "Datoerne er for halvdelen af \(runs.da), alle med de samme tilfældigheder for hver linje; et år, hvor listen "
                + "ikke er afviklet, tæller som senere end alle andre.",
            en:
                "Dates are those by which half of \(runs.en) had come so far, all with the same luck on every line; a year in "
                + "which the list is not cleared counts as later than all others.")
    }

    public static func dateKnownTo(_ days: Int, level: Double) -> Text {
        let span = plural(days, da: "dag", "dage", en: "day", "days")
        let sure = NumberFormat.text(level * 100, digits: 0)
        return Text(
            da: "Datoen for halvdelen af årene er kendt på \(span.da) nær (\(sure.da) % sikkerhed).",
            en: "The date for half of the years is known to within \(span.en) (\(sure.en)% confidence).")
    }

    public static let dateHardlyKnown = Text(
        da:
            "Datoen for halvdelen af årene er ikke godt kendt: for få gennemspilninger, eller for mange år uden afvikling.",
        en:
            "The date for half of the years is not well known: too few replications, or too many years that do not clear it."
    )
    public static let laterListGrows = Text(
        da:
            "At dagens liste er afviklet, betyder ikke, at ventetiden er kort: de, der kommer imens, står i kø bag den (venter "
            + "til sidst).",
        en: "That today's list is cleared does not mean that waits are short: those who come meanwhile queue behind it "
            + "(waiting at the end).")

    public static func otherLists(_ lists: [(step: Text, count: Int)]) -> Text {
        func names(_ language: Language) -> String {
            lists.map { "\($0.step[language]) (\(NumberFormat.exact(Double($0.count), language: language)))" }
                .joined(separator: ", ")
        }
        return Text(
            da: "Der venter også borgere ved: \(names(.da)).", en: "Citizens also wait at: \(names(.en)).")
    }

    public static func backlogInterrupted(_ rows: Int) -> Text {
        let lines = plural(rows, da: "linje", "linjer", en: "line", "lines")
        return Text(da: "Afbrudt efter \(lines.da).", en: "Interrupted after \(lines.en).")
    }
}

extension String {
    fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
