internal import PathwaySim

/// What is shown of own data, and what the scenario made of them says of itself.
extension Texts {
    // MARK: Where numbers come from

    /// `egne data, januar–december 2025: 236 henvisninger i 12 måneder`.
    static func ownDataSource(_ what: Text?, period: ClosedRange<CivilDate>?) -> Text {
        var text = Text(da: "egne data", en: "own data")
        if let period { text = text + Text(same: ", ") + self.period(period) }
        return what.map { text + Text(same: ": ") + $0 } ?? text
    }

    /// `januar–december 2025`, `marts 2025–februar 2026`.
    static func period(_ period: ClosedRange<CivilDate>) -> Text {
        let (first, last) = (period.lowerBound, period.upperBound)
        let (from, to) = (DateFormat.month(first.month), DateFormat.month(last.month))
        if first.year == last.year, first.month == last.month {
            return Text(da: "\(from.da) \(first.year)", en: "\(from.en) \(first.year)")
        }
        let year = first.year == last.year ? "" : " \(first.year)"
        return Text(da: "\(from.da)\(year)–\(to.da) \(last.year)", en: "\(from.en)\(year)–\(to.en) \(last.year)")
    }

    static func referralArithmetic(_ total: Double, months: Int) -> Text {
        let count = NumberFormat.text(OwnDataPlan.rounded(total, 1))
        let span = plural(months, da: "måned", "måneder", en: "month", "months")
        return Text(da: "\(count.da) henvisninger på \(span.da)", en: "\(count.en) referrals in \(span.en)")
    }

    static func listArithmetic(_ count: Int, asOf: CivilDate) -> Text {
        let date = DateFormat.long(asOf)
        guard count > 0 else {
            return Text(da: "ingen venter på listen fra \(date.da)", en: "nobody waits on the list of \(date.en)")
        }
        return Text(
            da: "\(count) på listen fra \(date.da), talt efter henvisningsuge",
            en: "\(count) on the list of \(date.en), counted by week of referral")
    }

    static func listTooSmall(_ asOf: CivilDate) -> Text {
        let date = DateFormat.long(asOf)
        return Text(
            da: "under fem på listen fra \(date.da), regnet som tre, uanset hvor mange",
            en: "fewer than five on the list of \(date.en), taken as three, however many")
    }

    static func listLabel(_ step: Text) -> Text {
        Text(da: "Venteliste: \(step.da)", en: "Waiting list: \(step.en)")
    }

    static func seatsArithmetic(_ groups: Int) -> Text {
        let count = plural(groups, da: "hold", "hold", en: "group", "groups")
        return Text(da: "de fleste af \(count.da)", en: "most of \(count.en)")
    }

    static func meetingsArithmetic(_ groups: Int) -> Text {
        let count = plural(groups, da: "hold", "hold", en: "group", "groups")
        return Text(da: "møder på de fleste af \(count.da)", en: "meetings of most of \(count.en)")
    }

    static func leadersArithmetic(given: Int, needed: Int) -> Text {
        Text(
            da: "kalenderen har højst \(needed) hold på samme tid; der er \(given)",
            en: "the calendar has at most \(needed) groups at the same time; there are \(given)")
    }

    static func staffArithmetic(_ people: Int) -> Text {
        plural(people, da: "medarbejder", "medarbejdere", en: "member of staff", "members of staff")
    }

    static let minutesArithmetic = Text(da: "minutter med borgeren", en: "minutes with the citizen")

    static func sicknessArithmetic(days: Double, length: Double) -> Text {
        let (days, length) = (NumberFormat.text(days), NumberFormat.text(OwnDataPlan.rounded(length, 1)))
        return Text(
            da: "\(days.da) sygedage om året er \(days.da) × 7/5 kalenderdage, i perioder på \(length.da) dage",
            en: "\(days.en) sick days a year are \(days.en) × 7/5 calendar days, in spells of \(length.en) days")
    }

    static let sicknessLength = Text(
        da: "En periode med sygdom varer fem dage i gennemsnit, som i eksemplet.",
        en: "A spell of sickness lasts five days on average, as in the example.")

    /// The derivation of conversations a week, one factor after the other.
    static func slotsArithmetic(_ a: SlotsArithmetic) -> Text {
        func words(_ language: Language) -> String {
            func number(_ value: Double) -> String { NumberFormat.exact(value, language: language) }
            let isDanish = language == .da
            let share = NumberFormat.percent(
                a.share, digits: a.share * 100 == (a.share * 100).rounded() ? 0 : 1, language: language)
            let minutes = a.beside > 0 ? "(\(number(a.minutes)) + \(number(a.beside)))" : number(a.minutes)
            var text =
                "\(a.people) × \(number(a.hours)) \(isDanish ? "timer" : "hours") × \(share) × 60 / \(minutes) min = "
                + number(a.weekly) + (isDanish ? " om ugen" : " a week")
            if let holiday = a.holiday, holiday > a.closed {
                text +=
                    isDanish
                    ? "; ferie \(number(holiday)) uger, hvoraf \(number(a.closed)) er lukket alligevel: × "
                    : "; holiday \(number(holiday)) weeks, of which \(number(a.closed)) are closed anyway: × "
                text +=
                    "\(number(OwnDataPlan.rounded(52 - holiday, 1)))/\(number(OwnDataPlan.rounded(52 - a.closed, 1))) = "
                text += number(a.slots)
            }
            return text
        }
        return Text(da: words(.da), en: words(.en))
    }

    // MARK: The scenarios

    static func ownDataTitle(_ name: String) -> Text {
        let name = Escaping.terminalSafe(name)
        return Text(da: "Egne tal (\(name)): det kommende år", en: "Own data (\(name)): the coming year")
    }

    static func lastYearTitle(_ name: String, _ period: ClosedRange<CivilDate>) -> Text {
        let (name, span) = (Escaping.terminalSafe(name), self.period(period))
        return Text(da: "Egne tal (\(name)): \(span.da), som det var", en: "Own data (\(name)): \(span.en) as it was")
    }

    static func ownDataDescription(period: ClosedRange<CivilDate>?, start: CivilDate) -> Text {
        let date = DateFormat.long(start)
        let from = period.map { self.period($0) }
        return Text(
            da: "Begynder \(date.da)" + (from.map { " med henvisninger som i \($0.da)" } ?? "")
                + ". Hvad der ikke er egne data, er eksemplets antagelser; se dem med: vis antagelser.",
            en: "Begins \(date.en)" + (from.map { " with referrals as in \($0.en)" } ?? "")
                + ". What is not own data are the example's assumptions; see them with: show assumptions.")
    }

    static func lastYearDescription(_ period: ClosedRange<CivilDate>) -> Text {
        let span = self.period(period)
        return Text(
            da: "\(span.da) med henvisninger, liste og hold, som de var: til sammenligning med det, der er observeret.",
            en: "\(span.en) with referrals, list and groups as they were: to be compared with what was observed.")
    }

    // MARK: What was understood

    static let underFive = Text(da: "under 5", en: "under 5")
    static func referralsTitle(_ period: ClosedRange<CivilDate>) -> Text {
        let span = self.period(period)
        return Text(da: "Henvisninger \(span.da)", en: "Referrals \(span.en)")
    }
    static let countedTitle = Text(da: "i perioden", en: "in the period")
    static let monthlyTitle = Text(da: "pr. måned", en: "a month")
    static func fromTo(_ low: Text, _ high: Text) -> Text {
        low == high ? low : low + Text(same: "–") + high
    }
    static func listTitle(_ date: CivilDate) -> Text {
        let day = DateFormat.long(date)
        return Text(da: "Venteliste \(day.da)", en: "Waiting list \(day.en)")
    }
    static let waitingTitle = Text(da: "venter", en: "wait")
    static let waitedTitle = Text(da: "har ventet", en: "have waited")
    /// `ca. 2–17 uger`.
    static func waitedFromTo(_ low: Int, _ high: Int) -> Text {
        let weeks = plural(high, da: "uge", "uger", en: "week", "weeks")
        if high == 0 { return Text(da: "under 1 uge", en: "under 1 week") }
        return low == high
            ? Text(da: "ca. \(weeks.da)", en: "about \(weeks.en)")
            : Text(da: "ca. \(low)–\(weeks.da)", en: "about \(low)–\(weeks.en)")
    }
    static let groupsTitle = Text(da: "Hold", en: "Groups")
    static let heldTitle = Text(da: "holdt", en: "held")
    static let plannedTitle = Text(da: "kommende år", en: "coming year")
    static let seatsTitle = Text(da: "pladser", en: "seats")
    static let seatsUsedTitle = Text(da: "deltagere", en: "participants")
    static let staffTitle = Text(da: "Medarbejdere", en: "Staff")
    static let peopleTitle = Text(da: "antal", en: "people")
    static let slotsTitle = Text(da: "samtaler om ugen", en: "conversations a week")

    // MARK: The command

    public static let placeholderTableOrFolder = Text(da: "TABEL.csv|MAPPE", en: "TABLE.csv|FOLDER")
    public static let placeholderFolder = Text(da: "MAPPE", en: "FOLDER")
    public static let optionTemplate = Text(
        da: "lav en mappe med filerne til egne tal, klar til at udfylde",
        en: "make a folder with the files for own data, ready to fill in")
    public static let optionExtends = Text(
        da: "det scenarie, egne tal lægges oven på; ellers egne-data",
        en: "the scenario own data change; egne-data otherwise")
    public static let optionImportCheck = Text(
        da: "vis kun, hvad der er forstået; skriv intet", en: "only show what was understood; write nothing")

    public static func templateMade(_ folder: String, _ names: [String]) -> Text {
        let (folder, list) = (Escaping.terminalSafe(folder), names.map(Escaping.terminalSafe).joined(separator: ", "))
        return Text(
            da:
                "Lavet i \(folder): \(list). Udfyld dem i et regneark, gem dem som CSV, og skriv så: importer \(folder)",
            en:
                "Made in \(folder): \(list). Fill them in with a spreadsheet, save them as CSV, then type: import \(folder)"
        )
    }

    public static func understoodTitle(_ folder: String) -> Text {
        let folder = Escaping.terminalSafe(folder)
        return Text(da: "Forstået af filerne i \(folder)", en: "Understood from the files in \(folder)")
    }

    public static let fromExampleTitle = Text(
        da: "Ikke oplyst, så eksemplets antagelser bruges", en: "Not given, so the example's assumptions are used")
    public static let notesTitle = Text(da: "Bemærk", en: "Note")
    public static let mayImport = Text(
        da: "Er det rigtigt forstået, så det skal skrives? (ja/nej) ",
        en: "Is this right, and should it be written? (yes/no) ")
    public static let notWritten = Text(da: "Intet er skrevet.", en: "Nothing was written.")
    public static let onlyChecked = Text(
        da: "Intet er skrevet; uden --check bliver scenariet skrevet.",
        en: "Nothing was written; without --check the scenario is.")

    public static func importWritten(_ path: String, lastYear: String?, observed: String?) -> Text {
        let (path, last, seen) = (
            Escaping.terminalSafe(path), lastYear.map(Escaping.terminalSafe), observed.map(Escaping.terminalSafe)
        )
        return Text(
            da: "Skrevet: \(path) (det kommende år)" + (last.map { ", \($0) (sidste år, som det var)" } ?? "")
                + (seen.map { ", \($0) (det observerede)" } ?? "") + ".",
            en: "Written: \(path) (the coming year)" + (last.map { ", \($0) (last year as it was)" } ?? "")
                + (seen.map { ", \($0) (what was observed)" } ?? "") + ".")
    }

    public static func importNext(_ path: String) -> Text {
        let path = Escaping.terminalSafe(path)
        return Text(da: "Se det kommende år: simrepl kør \(path)", en: "See the coming year: simrepl run \(path)")
    }

    public static func importLoaded(hasList: Bool) -> Text {
        Text(
            da: "Det kommende år er åbnet. Se det: kør"
                + (hasList ? "      Hvornår er listen nede? venteliste --monthly" : ""),
            en: "The coming year is open. See it: run"
                + (hasList ? "      When is the list down? backlog --monthly" : ""))
    }

    public static func optionForFolders(_ option: String) -> Text {
        let option = Escaping.quoted(option)
        return Text(
            da: "\(option) hører til en mappe med egne tal, ikke til en tabel; udelad den",
            en: "\(option) belongs to a folder of own data, not to a table; leave it out")
    }
}
