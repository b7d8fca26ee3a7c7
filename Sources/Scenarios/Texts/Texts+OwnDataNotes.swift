internal import PathwaySim

/// What is told about how files of own data were read, and what was made of them.
extension Texts {
    static func ownDataNote(_ note: OwnDataNote) -> Text {
        switch note {
        case .noFile(let file):
            let name = ownDataFileName(file)
            return Text(da: "Ingen \(name.da): eksemplets tal står.", en: "No \(name.en): the example's numbers stand.")
        case .noRows(let file):
            let name = ownDataFileName(file)
            return Text(
                da: "\(name.da) har ingen rækker med tal: eksemplets tal står.",
                en: "\(name.en) has no rows with numbers: the example's numbers stand.")
        case .encoding(let file, let encoding):
            let name = encoding == .utf16 ? "UTF-16" : "Windows-1252 (ISO 8859-1)"
            let file = Escaping.terminalSafe(file)
            return Text(da: "\(file) er læst som \(name).", en: "\(file) was read as \(name).")
        case .tabs(let file):
            let file = Escaping.terminalSafe(file)
            return Text(
                da: "\(file) har tabulator mellem felterne og er læst sådan.",
                en: "\(file) has tabs between the cells and was read so.")
        case .exampleRows(let file, let rows):
            let (file, where_) = (Escaping.terminalSafe(file), self.rows(rows))
            return Text(
                da: "\(file), \(where_.da): eksempel, ikke læst.", en: "\(file), \(where_.en): example, not read.")
        case .totalRows(let file, let rows):
            let (file, where_) = (Escaping.terminalSafe(file), self.rows(rows))
            return Text(da: "\(file), \(where_.da): en sum, ikke læst.", en: "\(file), \(where_.en): a sum, not read.")
        case .filledDown(let file, let heading, let rows):
            let (file, where_) = (Escaping.terminalSafe(file), self.rows(rows))
            return Text(
                da: "\(file), \(where_.da): \"\(heading.da)\" er tom og læst som i rækken over (flettede celler).",
                en: "\(file), \(where_.en): \"\(heading.en)\" is empty and read as in the row above (merged cells).")
        case .farOut(let file, let heading, let rows):
            let (file, where_) = (Escaping.terminalSafe(file), self.rows(rows))
            return Text(
                da:
                    "\(file), \(where_.da), \"\(heading.da)\": over 20 gange så mange som ellers. Se efter, om det er en tastefejl.",
                en:
                    "\(file), \(where_.en), \"\(heading.en)\": more than 20 times as many as otherwise. See whether it is a slip."
            )
        case .quirk(let file, let heading, let quirk, let rows):
            let (file, where_, how) = (Escaping.terminalSafe(file), self.rows(rows), self.quirk(quirk))
            return Text(
                da: "\(file), \(where_.da), \"\(heading.da)\": \(how.da).",
                en: "\(file), \(where_.en), \"\(heading.en)\": \(how.en).")
        case .otherColumn(let file, let letters):
            let file = Escaping.terminalSafe(file)
            return Text(da: "\(file): kolonne \(letters) læses ikke.", en: "\(file): column \(letters) is not read.")
        case .sharedOut, .missingMonths, .earlierMonths, .shortPeriod, .mergedMonths, .fewReferrals, .smoothedMonths:
            return referralNote(note)
        case .fewWaiting, .listOutsidePeriod, .noListThen, .undatedWaiting, .fewFigures:
            return listNote(note)
        case .differentSeats, .differentWeekdays, .differentMeetings, .closedGroups, .repeatedGroups, .noGroupsThen,
            .moreGroupsAtOnce, .smallMinimum:
            return groupNote(note)
        case .incompleteStaff, .minutesWithin, .widenedWindows: return staffNote(note)
        }
    }

    /// `række 3`, `rækkerne 3, 5, 6 og 41 flere`.
    private static func rows(_ rows: OwnDataNote.Rows) -> Text {
        let shown = rows.first.map(String.init).joined(separator: ", ")
        guard rows.count > 1 else { return Text(da: "række \(shown)", en: "row \(shown)") }
        let rest = rows.count - rows.first.count
        guard rest > 0 else { return Text(da: "rækkerne \(shown)", en: "rows \(shown)") }
        let more = NumberFormat.text(Double(rest), digits: 0)
        return Text(da: "rækkerne \(shown) og \(more.da) flere", en: "rows \(shown) and \(more.en) more")
    }

    private static func quirk(_ quirk: CellText.Quirk) -> Text {
        switch quirk {
        case .decimalPoint: Text(da: "punktum er læst som decimalkomma", en: "the point was read as a decimal mark")
        case .percent: Text(da: "tal over 1 er læst som procent", en: "numbers above 1 were read as per cent")
        case .serialDate: Text(da: "Excels dagnumre er læst som datoer", en: "Excel's day numbers were read as dates")
        case .textDate: Text(da: "datoer med måneden i ord er læst", en: "dates with the month in words were read")
        case .isoDate: Text(da: "datoer med året først er læst", en: "dates with the year first were read")
        case .shortYear: Text(da: "årstal med to cifre er læst som 20xx", en: "years of two digits were read as 20xx")
        case .monthFirst:
            Text(
                da: "datoer med måneden før dagen er læst, for andre datoer i filen kan kun være skrevet sådan",
                en: "dates with the month before the day were read, as others in the file can only be written so")
        case .groupedThousands: Text(da: "tal med tusindtegn er læst", en: "numbers with grouped thousands were read")
        }
    }

    // MARK: Referrals

    private static func referralNote(_ note: OwnDataNote) -> Text {
        switch note {
        case .sharedOut(let label, let sources):
            return Text(
                da: "\(label.da) er fordelt som i eksemplet på: \(sources.map(\.da).joined(separator: "; ")).",
                en: "\(label.en) was shared out as in the example among: \(sources.map(\.en).joined(separator: "; ")).")
        case .missingMonths(let source, let months):
            func names(_ language: Language) -> String {
                months.map { "\(DateFormat.month($0.month)[language]) \($0.year)" }.joined(separator: ", ")
            }
            return Text(
                da: "\(source.da): \(names(.da)) mangler og er regnet som de andre måneder i gennemsnit.",
                en: "\(source.en): \(names(.en)) missing, taken as the mean of the other months.")
        case .earlierMonths(let count):
            let months = plural(count, da: "måned", "måneder", en: "month", "months")
            return Text(
                da: "Kun de seneste 12 måneder bruges; \(months.da) før dem er ikke brugt.",
                en: "Only the last 12 months are used; \(months.en) before them are not.")
        case .shortPeriod(let count):
            let months = plural(count, da: "måned", "måneder", en: "month", "months")
            return Text(
                da: "Der er kun \(months.da) med henvisninger: et år er regnet efter dem, og årets rytme kendes ikke.",
                en: "Only \(months.en) have referrals: a year is reckoned from them, and its rhythm is not known.")
        case .mergedMonths(let source):
            return Text(
                da: "\(source.da): måneder med under fem er lagt sammen med nabomånederne, så ingen kan kendes.",
                en:
                    "\(source.en): months with fewer than five were put together with their neighbours, so that nobody is known."
            )
        case .smoothedMonths(let sources):
            func list(_ language: Language) -> String {
                sources.map { source in
                    "\(source.source[language]) \(NumberFormat.percent(source.kept, digits: 0, language: language))"
                }.joined(separator: "; ")
            }
            return Text(
                da:
                    "Små tal svinger fra måned til måned ved tilfældighed. I det kommende år bruges kun den del af månedernes "
                    + "forskelle, som tilfældet ikke forklarer: \(list(.da)). Sidste år bruges tallene, som de blev talt.",
                en:
                    "Small counts differ from month to month by chance. The coming year uses only the part of the months' "
                    + "differences that chance does not explain: \(list(.en)). Last year uses the counts as they are.")
        case .fewReferrals(let source):
            return Text(
                da: "\(source.da): under fem i alt; regnet som 2,5, så det rigtige tal ikke kan ses.",
                en: "\(source.en): fewer than five in all; taken as 2.5, so that the number cannot be seen.")
        default: return Text(same: "")
        }
    }

    // MARK: The list

    private static func listNote(_ note: OwnDataNote) -> Text {
        switch note {
        case .fewWaiting(let step):
            return Text(
                da: "\(step.da): under fem venter; der regnes med tre, uanset hvor mange det er, så ingen kan kendes.",
                en: "\(step.en): fewer than five wait; they are taken as three, however many, so that nobody is known.")
        case .listOutsidePeriod(let date):
            let date = DateFormat.long(date)
            return Text(
                da:
                    "Listen fra \(date.da) er opgjort over halvanden måned efter de sidste henvisninger; tag gerne nyere måneder med.",
                en:
                    "The list of \(date.en) was made up more than six weeks after the last referrals; add later months if you can."
            )
        case .noListThen(let date):
            let date = DateFormat.long(date)
            return Text(
                da:
                    "Listen fra \(date.da) kendes ikke: sidste år begynder med dagens liste. Skriv den gerne i venteliste.csv.",
                en:
                    "The list of \(date.en) is not known: last year begins with today's. Write it in waiting-list.csv if you can."
            )
        case .undatedWaiting(let step, let count):
            let who = plural(count, da: "borger", "borgere", en: "citizen", "citizens")
            return Text(
                da:
                    "\(step.da): \(shownFew(count) ? "under fem borgere" : who.da) uden henvisningsdato er regnet, som om de har ventet som de andre.",
                en:
                    "\(step.en): \(shownFew(count) ? "fewer than five citizens" : who.en) without a date of referral are taken to have waited as the others."
            )
        case .fewFigures(let count):
            let figures = plural(count, da: "tal", "tal", en: "figure", "figures")
            return Text(
                da:
                    "\(figures.da) om under fem borgere, eller som kunne vise dem, er ikke skrevet blandt de observerede tal.",
                en:
                    "Not among the observed figures: \(figures.en) about fewer than five citizens, or that could show them."
            )
        default: return Text(same: "")
        }
    }

    private static func shownFew(_ count: Int) -> Bool { (1...OwnDataPlan.small).contains(count) }

    // MARK: Groups and staff

    private static func groupNote(_ note: OwnDataNote) -> Text {
        switch note {
        case .differentSeats(let offer, let used):
            return Text(
                da:
                    "\(offer.da): holdene har ikke lige mange pladser; regnet med \(used) på alle, som de fleste eller de seneste har.",
                en: "\(offer.en): the groups differ in seats; \(used) is used for all, as most or the latest have.")
        case .differentWeekdays(let offer):
            return Text(
                da:
                    "\(offer.da): holdene mødes på forskellige ugedage; efter første møde er de regnet på de almindeligste.",
                en:
                    "\(offer.en): the groups meet on different weekdays; after the first meeting the commonest are used."
            )
        case .differentMeetings(let offer, let used):
            let meetings = plural(used, da: "møde", "møder", en: "meeting", "meetings")
            return Text(
                da:
                    "\(offer.da): holdene har ikke lige mange møder; regnet med \(meetings.da) på alle, som de fleste eller de seneste har.",
                en:
                    "\(offer.en): the groups differ in meetings; \(meetings.en) are used for all, as most or the latest have."
            )
        case .closedGroups(let file, let offer, let days): return closedGroups(file, offer, days)
        case .repeatedGroups(let offers):
            func list(_ language: Language) -> String {
                offers.map { "\($0.offer[language]) \($0.count)" }.joined(separator: "; ")
            }
            return Text(
                da:
                    "Der er ikke planlagt hold til hele det kommende år. Resten er sidste års, 52 uger senere (en uge mere, hvis der da "
                    + "er lukket): \(list(.da)).",
                en:
                    "Groups are not planned for all of the coming year. The rest are last year's, 52 weeks on (a week more where it is "
                    + "closed then): \(list(.en)).")
        case .noGroupsThen(let offer):
            return Text(
                da: "\(offer.da): ingen hold fra sidste år i filen; sidste år er regnet med de planlagte, 52 uger før.",
                en:
                    "\(offer.en): no groups of last year in the file; last year is reckoned with those planned, 52 weeks before."
            )
        case .moreGroupsAtOnce(let staff, let given, let needed):
            return Text(
                da:
                    "\(staff.da): kalenderen har \(needed) hold på samme tid, og der er \(given); regnet med \(needed), så holdene kan holdes.",
                en:
                    "\(staff.en): the calendar has \(needed) groups at the same time and there are \(given); \(needed) is used, so that they can be held."
            )
        case .smallMinimum(let offer, let seats):
            return Text(
                da: "\(offer.da): eksemplets mindste hold er større end jeres hold; sat til \(seats).",
                en: "\(offer.en): the example's smallest group is larger than yours; set to \(seats).")
        default: return Text(same: "")
        }
    }

    /// Groups that begin on days on which nobody works, each with its row, its date and why.
    private static func closedGroups(_ file: String, _ offer: Text, _ days: [OwnDataNote.ClosedDay]) -> Text {
        let shown = days.prefix(OwnDataNote.Rows.most).map { day -> Text in
            let (date, why) = (DateFormat.long(day.date), reason(day.reason, of: day.date))
            return Text(da: "række \(day.row) (\(date.da), \(why.da))", en: "row \(day.row) (\(date.en), \(why.en))")
        }
        let rest = days.count - shown.count
        let more = rest > 0 ? Text(da: " og \(rest) til", en: " and \(rest) more") : Text(same: "")
        func list(_ language: Language) -> String {
            shown.map { $0[language] }.joined(separator: ", ") + more[language]
        }
        let file = Escaping.terminalSafe(file)
        return Text(
            da:
                "\(file), \(list(.da)): \(offer.da) begynder på en dag, hvor eksemplet holder lukket. Holdet er ikke med i modellen "
                + "og ikke talt med i det observerede. Er der åbent hos jer, så ret lukkedagene (calendar.closed) i scenariets fil.",
            en:
                "\(file), \(list(.en)): \(offer.en) begins on a day on which the example is closed. The group is not in the model "
                + "and not counted in what was observed. If you are open then, correct calendar.closed in the scenario's file."
        )
    }

    private static func reason(_ reason: OwnDataNote.ClosedDay.Reason, of date: CivilDate) -> Text {
        switch reason {
        case .weekend: return DateFormat.weekday(date.weekday)
        case .holiday: return Text(da: "helligdag", en: "public holiday")
        case .closed(let from, let to) where from == to: return Text(da: "lukkedag", en: "a closed day")
        case .closed(let from, let to):
            let (from, to) = (DateFormat.compact(from, in: date.year), DateFormat.compact(to, in: date.year))
            return Text(da: "lukket \(from.da)–\(to.da)", en: "closed \(from.en)–\(to.en)")
        }
    }

    private static func staffNote(_ note: OwnDataNote) -> Text {
        switch note {
        case .incompleteStaff(let function, let missing):
            let (da, en) = (missing.map(\.da), missing.map(\.en))
            return Text(
                da: "\(function.da): \(da.joined(separator: ", ")) mangler, så antallet af samtaler er eksemplets.",
                en:
                    "\(function.en): \(en.joined(separator: ", ")) missing, so the number of conversations is the example's."
            )
        case .minutesWithin(let function):
            return Text(
                da:
                    "\(function.da): forberedelse, dokumentation og transport er tomme og regnes for at ligge uden for andelen til borgere.",
                en:
                    "\(function.en): preparation, documentation and travel are empty and taken to lie outside the share for citizens."
            )
        case .widenedWindows(let function):
            return Text(
                da:
                    "\(function.da): samtalerne kan ikke være i eksemplets tidsrum på ugen; de er lagt mandag til fredag 8-16.",
                en:
                    "\(function.en): the conversations do not fit in the example's hours of the week; they are laid Monday to Friday 8-16."
            )
        default: return Text(same: "")
        }
    }
}
