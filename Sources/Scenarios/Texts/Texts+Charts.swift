/// Words of charts.
extension Texts {
    public static let chartEmpty = Text(da: "Der er ingen tal at tegne.", en: "There are no numbers to draw.")
    public static let chartCitizensWaiting = Text(da: "borgere, der venter", en: "citizens waiting")
    public static let chartCitizens = Text(da: "borgere", en: "citizens")
    public static let chartDays = Text(da: "dage", en: "days")
    public static let chartShareOfCitizens = Text(da: "andel af borgerne, %", en: "share of the citizens, %")
    public static let chartShareOfYears = Text(da: "andel af gennemspilningerne, %", en: "share of the replications, %")

    public static let chartWaitingTitle = Text(da: "Hvor mange der venter", en: "How many are waiting")
    public static let chartInSystem = Text(da: "Borgere i gang", en: "Citizens on their way")
    public static let chartWaitsTitle = Text(
        da: "Ventetid i dage, for dem der begyndte", en: "Waits in days, of those who started")
    public static let chartUtilisationTitle = Text(da: "Belægning, %", en: "Utilisation, %")
    public static let chartOutcomesTitle = Text(
        da: "Hvordan forløb slutter, % af dem, der sluttede", en: "How courses end, % of those that ended")
    public static let chartDeadlinesTitle = Text(da: "Frister og mål, der nås, %", en: "Deadlines and targets met, %")
    public static let chartHalf = Text(da: "halvdelen venter højst", en: "half wait at most")
    public static let chartNineOfTen = Text(da: "9 ud af 10 venter højst", en: "9 of 10 wait at most")

    /// `Clarifying conversation: how long citizens waited`.
    public static func chartDistributionTitle(_ subject: Text) -> Text {
        Text(da: "\(subject.da): så længe ventede borgerne", en: "\(subject.en): how long citizens waited")
    }

    public static func chartTimesTitle(_ subject: Text) -> Text {
        Text(da: "\(subject.da): så lang tid tog det", en: "\(subject.en): how long it took")
    }

    public static func chartCumulativeTitle(_ subject: Text) -> Text {
        Text(
            da: "\(subject.da): andel, der var begyndt inden for så mange dage",
            en: "\(subject.en): share who had started within so many days")
    }

    public static func chartCumulativeTimesTitle(_ subject: Text) -> Text {
        Text(
            da: "\(subject.da): andel, hvor det var sket inden for så mange dage",
            en: "\(subject.en): share for whom it had happened within so many days")
    }

    public static func chartYearsTitle(_ label: Text) -> Text {
        Text(da: "\(label.da): hvor forskellige gennemspilningerne er", en: "\(label.en): how replications differ")
    }

    public static func chartByTitle(_ label: Text, _ attribute: Text) -> Text {
        Text(da: "\(label.da). Efter: \(attribute.da)", en: "\(label.en). By: \(attribute.en)")
    }

    public static func chartHalfAtMost(_ days: Text) -> Text {
        Text(da: "halvdelen højst \(days.da) dage", en: "half at most \(days.en) days")
    }

    public static func chartNineOfTenAtMost(_ days: Text) -> Text {
        Text(da: "9 ud af 10 højst \(days.da) dage", en: "9 of 10 at most \(days.en) days")
    }

    public static func chartMean(_ value: Text) -> Text {
        Text(da: "gennemsnit \(value.da)", en: "mean \(value.en)")
    }

    /// `8 of 10 years`, with the mean in front: what a line and its band are.
    public static func chartBand(_ years: Text) -> Text {
        Text(da: "\(years.da) ligger her", en: "\(years.en) lie here")
    }

    /// A point of a series in words.
    public static func chartPoint(_ name: Text, date: Text, value: Text, low: Text, high: Text) -> Text {
        Text(
            da: "\(name.da), \(date.da): \(value.da) i gennemsnit; i 8 af 10 gennemspilninger \(low.da)–\(high.da)",
            en: "\(name.en), \(date.en): \(value.en) on average; in 8 of 10 replications \(low.en)–\(high.en)")
    }

    /// A bar of a histogram in words.
    public static func chartBin(from: Text, to: Text, share: Text) -> Text {
        Text(
            da: "over \(from.da) til og med \(to.da) dage: \(share.da)",
            en: "above \(from.en) up to \(to.en) days: \(share.en)")
    }

    public static func chartFirstBin(to: Text, share: Text) -> Text {
        Text(da: "til og med \(to.da) dage: \(share.da)", en: "up to \(to.en) days: \(share.en)")
    }

    /// A series in a sentence.
    public static func chartSeriesInWords(
        _ name: Text, first: Text, most: Text, on date: Text, last: Text
    ) -> Text {
        Text(
            da:
                "\(name.da): \(first.da) til at begynde med, flest \(most.da) (\(date.da)), \(last.da) til sidst; gennemsnit.",
            en: "\(name.en): \(first.en) at first, most \(most.en) (\(date.en)), \(last.en) at the end; means.")
    }

    public static func chartDistributionInWords(half: Text, nine: Text, count: Text) -> Text {
        Text(
            da:
                "Halvdelen højst \(half.da) dage, 9 ud af 10 højst \(nine.da) dage; \(count.da) borgere i alle gennemspilninger.",
            en:
                "Half at most \(half.en) days, 9 of 10 at most \(nine.en) days; \(count.en) citizens in all replications."
        )
    }

    public static func chartHeatInWords(least: Text, most: Text) -> Text {
        Text(da: "Mindst: \(least.da). Størst: \(most.da).", en: "Least: \(least.en). Most: \(most.en).")
    }

    /// Who is not in a distribution of waits.
    public static func chartStillWaiting(_ count: Text) -> Text {
        Text(
            da: "Kun de, der begyndte. De \(count.da), der venter stadig til sidst, og de, der opgav at vente, er ikke "
                + "med.",
            en: "Only those who started. The \(count.en) still waiting at the end and those who left are not in it.")
    }

    public static let chartPairs = Text(
        da: "Spænd, der dækker hinanden, betyder ikke, at der ingen forskel er; hvad der er sikkert, står i tabellen.",
        en: "Ranges that overlap do not mean that there is no difference; what is certain stands in the table.")

    public static let chartFlat = Text(
        da: "Forskellene er ikke større end usikkerheden, så farven er den samme overalt.",
        en: "The differences are no larger than the uncertainty, so the shade is the same everywhere.")

    public static func chartReplications(_ count: Int) -> Text {
        plural(count, da: "gennemspilning", "gennemspilninger", en: "replication", "replications")
    }

    public static func chartBeyond(_ share: Text, _ days: Text) -> Text {
        Text(
            da: "\(share.da) er over \(days.da) dage og ikke tegnet.",
            en: "\(share.en) are above \(days.en) days and not drawn.")
    }
}
