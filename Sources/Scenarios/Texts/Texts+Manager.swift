/// What the manager's table says.
extension Texts {
    public static let optionManager = Text(
        da: "lederens tabel: tider, hold, årsværk, kroner, ventetid, frister, og en prognose måned for måned",
        en:
            "the manager's table: slots, groups, full-time staff, kroner, waits, deadlines, and a forecast month by month"
    )
    public static let optionRate = Text(
        da: "kroner i timen, dit eget tal, til lederens tabel",
        en: "kroner an hour, your own figure, for the manager's table")
    public static let optionFullTime = Text(
        da: "timer på et år for et årsværk; 1640 ellers", en: "hours a year of a full-time employee; 1640 otherwise")
    public static let optionBesides = Text(
        da: "forberedelse, dokumentation og kørsel oven i timerne med borgere, fx 50%",
        en: "preparation, documentation and travel on top of the hours with citizens, such as 50%")
    public static let placeholderAmount = Text(da: "TAL", en: "NUMBER")

    public static func managerTitle(_ title: Text) -> Text {
        Text(da: "Alternativer: \(title.da)", en: "Alternatives: \(title.en)")
    }

    public static func slotsAWeek(_ resource: Text) -> Text {
        Text(da: "\(resource.da): tider om ugen", en: "\(resource.en): slots a week")
    }

    public static let groupsStarted = Text(da: "Hold, der startede", en: "Groups that started")
    public static let groupsCalledOff = Text(da: "Hold, der blev aflyst", en: "Groups called off")
    public static let seatUse = Text(da: "Pladser brugt på hold, %", en: "Seats used in groups, %")

    /// Staff whose party the scenario does not name.
    public static let otherStaff = Text(da: "øvrige", en: "others")

    public static func hoursAYear(_ party: Text) -> Text {
        Text(da: "Timer om året – ", en: "Hours a year – ") + party
    }

    public static func fullTime(_ party: Text) -> Text { Text(da: "Årsværk – ", en: "Full-time staff – ") + party }
    public static func kroner(_ party: Text) -> Text { Text(da: "Kr. om året – ", en: "Kroner a year – ") + party }

    public static let coursesCompleted = Text(da: "Gennemførte holdforløb", en: "Group courses completed")
    public static let citizensFinished = Text(da: "Afsluttede borgere", en: "Citizens whose course closed")

    public static func nineOfTenWait(_ step: Text) -> Text {
        Text(da: "\(step.da): 9 ud af 10 venter højst, dage", en: "\(step.en): 9 of 10 wait at most, days")
    }

    public static func waitingThen(_ step: Text) -> Text {
        Text(da: "\(step.da): venter, når perioden slutter", en: "\(step.en): waiting when the period ends")
    }

    public static func promiseKept(_ deadline: Text) -> Text {
        Text(da: "Frist holdt: \(deadline.da), %", en: "Deadline kept: \(deadline.en), %")
    }

    public static func forecastTitle(_ step: Text) -> Text {
        Text(da: "Venter ved månedens slutning: \(step.da)", en: "Waiting at the end of the month: \(step.en)")
    }

    public static func managerHours(besides: Double, fullTime: Double, rate: Double?, days: Double) -> Text {
        let hours = NumberFormat.text(fullTime, digits: 0)
        let share = Text(
            da: NumberFormat.percent(besides, digits: 0, language: .da),
            en: NumberFormat.percent(besides, digits: 0, language: .en))
        let more =
            besides > 0
            ? Text(
                da:
                    "Timer er alle tider, der er sat af til borgere, også de ubrugte og dem, hvor borgeren udebliver, desuden "
                    + "det, der bruges til hold, andre samtaler og beskeder, og \(share.da) oven i (uden beskeder) til forberedelse, "
                    + "dokumentation og kørsel (dit tal).",
                en:
                    "Hours are all slots set aside for citizens, the unused and the missed ones too, besides what is used for "
                    + "groups, other talks and messages, and \(share.en) on top (messages apart) for preparation, documentation and "
                    + "travel (your figure).")
            : Text(
                da:
                    "Timer er alle tider, der er sat af til borgere, også de ubrugte og dem, hvor borgeren udebliver, desuden "
                    + "det, der bruges til hold, andre samtaler og beskeder (flere medarbejdere koster altså først, når de "
                    + "bruges); forberedelse, dokumentation og kørsel er ikke med, før du "
                    + "angiver dem (--besides 50%).",
                en:
                    "Hours are all slots set aside for citizens, the unused and the missed ones too, besides what is used for "
                    + "groups, other talks and messages (more staff cost nothing here until they are used); preparation, documentation and travel are not counted until you give them "
                    + "(--besides 50%).")
        let year = Text(
            da: " Et årsværk er regnet som \(hours.da) timer (ferie og helligdage trukket fra).",
            en: " A full-time employee is reckoned as \(hours.en) hours a year (holidays taken off).")
        let money =
            rate.map { rate in
                let price = NumberFormat.text(rate)
                return Text(
                    da: " En time koster \(price.da) kr. (dit tal).",
                    en: " An hour costs DKK \(price.en) (your figure).")
            }
            ?? Text(
                da: " Kroner kræver din egen timepris (--rate 450).",
                en: " Kroner need your own price of an hour (--rate 450).")
        return more + year + money
    }

    /// That the period is no year, where hours are.
    public static func managerPeriod(days: Double) -> Text {
        let span = plural(Int(days.rounded()), da: "dag", "dage", en: "day", "days")
        return Text(
            da: "Borgere, hold og frister er tal for hele perioden, \(span.da); timer, årsværk og kroner er regnet om "
                + "til et år.",
            en: "Citizens, groups and deadlines are of the whole period, \(span.en); hours, employees and money are a "
                + "year's.")
    }

    /// Resources whose hours nobody is paid for in the table.
    public static func withoutHours(_ places: [Text]) -> Text {
        let names = Text(
            da: places.map(\.da).joined(separator: ", "), en: places.map(\.en).joined(separator: ", "))
        return Text(
            da: "Ikke med i timer og kroner, fordi de er pladser eller ikke har vagter: \(names.da).",
            en: "Not counted in hours and money, because they are places or have no shifts: \(names.en).")
    }

    public static let managerDiffers = Text(
        da:
            "*: anderledes end A ud over tilfældigheder, bedømt for hele tabellen under ét. ± siger, hvor godt gennemsnittet er "
            + "kendt.",
        en: "*: differs from A beyond chance, judged for the whole table together. ± says how well the mean is known.")
    public static let forecastMeans = Text(
        da:
            "Prognosen begynder med dagens venteliste og viser månedens sidste måling, den dag, der står ved måneden.",
        en:
            "The forecast begins with today's list and shows the last sample of the month, on the day given with it."
    )
    public static let forecastYears = Text(
        da: "Ved siden af, hvor 8 ud af 10 år ligger.", en: "Beside it where 8 of 10 years lie.")
    public static func notAnAmount(_ found: String, example: String) -> Text {
        let quoted = Escaping.quoted(found)
        return Text(
            da: "\(quoted) er intet tal over 0; skriv fx \(example)",
            en: "\(quoted) is no number above 0; write for instance \(example)")
    }
}
