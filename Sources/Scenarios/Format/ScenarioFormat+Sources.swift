extension ScenarioFormat {
    /// Where citizens come from.
    static let sourceFamily = Family(
        name: "source", title: both("Sources", "Kilder"),
        kinds: [poissonSource, renewalSource, recordedSource, waitingListSource].map { source in
            var source = source
            source.fields = [labelField, descriptionField] + source.fields
            return source
        })

    static let sourceFields: [Field] = [
        Field(
            "assign", .map(keys: .references(.attribute), .attributeValue), label: both("values", "værdier"),
            "Attributes with the values citizens from this source get, in place of the attribute's own draw.",
            "Egenskaber med de værdier, borgere fra denne kilde får i stedet for egenskabens egen trækning."),
        Field(
            "batch", .draw, standard: "1", unit: Units.citizens, label: both("together", "ad gangen"),
            "How many citizens each arrival brings.", "Hvor mange borgere hver ankomst bringer."),
        route(),
    ]

    static let poissonSource = ObjectForm(
        "poisson", title: both("Poisson", "Poisson"),
        "Citizens arrive independently of each other at a rate that may vary over time. The rate at an instant is the "
            + "base rate (or the piece in force) times the factors of its weekday, month, hour and surges.",
        "Borgere ankommer uafhængigt af hinanden med en rate, der kan variere. Raten er grundraten (eller det gældende "
            + "stykke) gange faktorerne for ugedag, måned, time og kampagner.",
        fields: [
            Field(
                "rate", .object("rate"), required: true, label: both("arrivals", "ankomster"),
                "How many arrive.", "Hvor mange der ankommer."),
            Field(
                "pieces", .list(.object("piece")), label: both("pieces", "stykker"),
                "From each instant on, this rate replaces `rate`. Ascending.",
                "Fra hvert tidspunkt erstatter denne rate `rate`. Stigende."),
            Field(
                "period", .days(.positive), unit: Units.days, label: both("period", "periode"),
                "The pieces repeat with this period.", "Stykkerne gentages med denne periode."),
            Field(
                "weekdays",
                .anyOf([.map(keys: .words(weekdayWords), .number(.nonNegative)), .list(.number(.nonNegative))]),
                unit: Units.factor, label: both("weekday", "ugedag"),
                "Factors by weekday (1 for those left out), or seven from Monday.",
                "Faktorer efter ugedag (1 for udeladte), eller syv fra mandag."
            ).naming(weekdayWords.map(\.meaning)),
            Field(
                "months",
                .anyOf([.map(keys: .words(monthWords), .number(.nonNegative)), .list(.number(.nonNegative))]),
                unit: Units.factor, label: both("month", "måned"),
                "Factors by month (1 for those left out), or twelve from January.",
                "Faktorer efter måned (1 for udeladte), eller tolv fra januar."
            ).naming(monthWords.map(\.meaning)),
            Field(
                "hours", .list(.number(.nonNegative)), unit: Units.factor, label: both("hour", "klokken"),
                "24 factors, from 00-01.", "24 faktorer, fra 00-01."
            ).naming((0..<24).map { both("\($0)-\($0 + 1)", "\($0)-\($0 + 1)") }),
            Field(
                "surges", .anyOf([.list(.object("surge")), .map(keys: .ids, .object("surge"))]),
                label: both("surges", "kampagner"), "Times with more or fewer arrivals (a campaign).",
                "Tider med flere eller færre ankomster (en kampagne)."),
            Field(
                "sinusoid", .object("sinusoid"), label: both("cycle", "svingning"),
                "Factor 1 + amplitude · sin(2π (t + phase)/period).",
                "Faktor 1 + amplitude · sin(2π (t + phase)/period)."),
            Field(
                "workingDaysOnly", .boolean, standard: "false", label: both("working days only", "kun hverdage"),
                "Nobody arrives on days that are not working days; the rate is not raised on the others.",
                "Ingen ankommer på dage, der ikke er hverdage; raten hæves ikke på de andre."),
        ] + sourceFields)

    static let renewalSource = ObjectForm(
        "renewal", title: both("Renewal", "Faste mellemrum"),
        "Independent times between arrivals, the first counted from the start of the run.",
        "Uafhængige tider mellem ankomster, den første fra kørslens start.",
        fields: [
            Field(
                "interval", .duration, required: true, unit: Units.days, label: both("interval", "mellemrum"),
                "Time from one arrival to the next, in calendar time, without rules.",
                "Tid fra en ankomst til den næste, i kalendertid, uden regler.")
        ] + sourceFields)

    static let recordedSource = ObjectForm(
        "recorded", title: both("Recorded", "Registrerede"), "Arrivals at given instants, listed or from a CSV file.",
        "Ankomster på givne tidspunkter, listet eller fra en CSV-fil.",
        constraints: [.exactlyOne(["file", "at"])],
        fields: [
            Field(
                "at", .list(.instant), label: both("instants", "tidspunkter"), "The instants of arrival.",
                "Ankomsttidspunkterne."),
            Field(
                "file", .string, label: both("file", "fil"),
                "A CSV file, relative to the scenario; its first row names the columns. Rows before the start are refused.",
                "En CSV-fil, relativt til scenariet; første række navngiver kolonnerne.", counts: false),
            Field(
                "columns", .object("columns"), standard: "{\"at\": \"at\"}", label: both("columns", "kolonner"),
                "Which column holds what.", "Hvilken kolonne der indeholder hvad.", counts: false),
        ] + sourceFields)

    static let waitingListSource = ObjectForm(
        "waitingList", title: both("Waiting list", "Venteliste"),
        "Citizens who already wait at a step when the run starts, with the time they have already waited.",
        "Borgere, der allerede venter ved et trin, når kørslen starter, med den tid, de har ventet.",
        constraints: [.atMostOne(["waited", "file"])],
        fields: [
            Field(
                "count", .integer(.init(0, 1_000_000)), unit: Units.citizens,
                label: both("{} at the start", "{} ved start"),
                "How many wait; the number of `waited` when that is a list, of rows when there is a `file`.",
                "Hvor mange der venter; antallet i `waited`, når den er en liste, rækkerne, når der er en `file`."),
            Field(
                "waited", .anyOf([.list(.anyOf([.days(.nonNegative), .object("waiter")])), .duration]),
                standard: "\"0d\"", unit: Units.days, label: both("already waited", "allerede ventet"),
                "How long each has waited: a list, perhaps with attributes, or a distribution of which evenly spaced "
                    + "quantiles are taken. Patience and deadlines count from when the wait began.",
                "Hvor længe hver har ventet: en liste, evt. med egenskaber, eller en fordeling, hvoraf der tages jævnt "
                    + "fordelte fraktiler. Tålmodighed og frister regnes fra ventetidens begyndelse."),
            Field(
                "file", .string, label: both("file", "fil"),
                "A CSV file with a row for each, relative to the scenario; its first row names the columns.",
                "En CSV-fil med en række for hver, relativt til scenariet; første række navngiver kolonnerne.",
                counts: false),
            Field(
                "columns", .object("waiterColumns"), standard: "{\"since\": \"since\"}",
                label: both("columns", "kolonner"), "Which column holds what.", "Hvilken kolonne der indeholder hvad.",
                counts: false),
            Field(
                "step", .reference(.step), required: true, label: both("step", "trin"), "Where they wait.",
                "Hvor de venter."),
            sourceFields[0],
        ])

    static let rateFields: [Field] = [
        Field(
            "perDay", .number(.nonNegative), unit: Units.perDay, label: both("{} a day", "{} pr. dag"),
            "Arrivals a day.", "Ankomster pr. dag."),
        Field(
            "perWeek", .number(.nonNegative), unit: Units.perWeek, label: both("{} a week", "{} pr. uge"),
            "Arrivals a week of 7 days.", "Ankomster pr. uge på 7 dage."),
        Field(
            "perMonth", .number(.nonNegative), unit: Units.perMonth, label: both("{} a month", "{} pr. måned"),
            "Arrivals a month of 365/12 days.", "Ankomster pr. måned på 365/12 dage."),
        Field(
            "perYear", .number(.nonNegative), unit: Units.perYear, label: both("{} a year", "{} pr. år"),
            "Arrivals a year of 365 days.", "Ankomster pr. år på 365 dage."),
    ]

    static let sourceObjects: [ObjectForm] = [
        ObjectForm(
            "rate", title: both("Rate", "Rate"),
            "Arrivals in a span of time, or the product of a population, the share with the need and the share of these "
                + "referred a year.",
            "Ankomster i et tidsrum, eller produktet af befolkning, andel med behov og andel af disse, der henvises om året.",
            constraints: [.exactlyOne(["perDay", "perWeek", "perMonth", "perYear", "population"])],
            fields: rateFields + [
                Field(
                    "population", .number(.nonNegative), unit: Units.citizens,
                    label: both("{}: population", "{}: befolkning"),
                    "Citizens in the population.", "Borgere i befolkningen."),
                Field(
                    "share", .number(.share), standard: "1", unit: Units.share,
                    label: both("{}: share with the need", "{}: andel med behov"), "Share with the need.",
                    "Andel med behovet."),
                Field(
                    "referred", .number(.nonNegative), standard: "1", unit: Units.perPersonAndYear,
                    label: both("{}: referrals", "{}: henvisninger"),
                    "Share of those with the need who are referred in a year.",
                    "Andel af dem med behovet, der henvises på et år."),
            ]),
        ObjectForm(
            "piece", title: both("Piece", "Stykke"), "A rate from an instant on.", "En rate fra et tidspunkt.",
            constraints: [.exactlyOne(["perDay", "perWeek", "perMonth", "perYear"])],
            fields: [
                Field(
                    "from", .instant, required: true, label: both("from", "fra"), "From when.", "Fra hvornår.",
                    counts: false)
            ] + rateFields),
        ObjectForm(
            "surge", title: both("Surge", "Kampagne"), "A time in which the rate is multiplied.",
            "En tid, hvor raten ganges.",
            fields: [
                Field(
                    "from", .instant, required: true, label: both("from", "fra"), "From when.", "Fra hvornår.",
                    counts: false),
                Field(
                    "to", .instant, required: true, label: both("to", "til"), "Until when, not included.",
                    "Indtil hvornår, ikke inkluderet.", counts: false),
                Field(
                    "factor", .number(.nonNegative), required: true, unit: Units.factor,
                    label: both("factor", "faktor"), "What the rate is multiplied by.", "Hvad raten ganges med."),
                labelField,
            ]),
        ObjectForm(
            "sinusoid", title: both("Cycle", "Svingning"), "A cyclic rate.", "En svingende rate.",
            fields: [
                Field(
                    "amplitude", .number(.share), required: true, unit: Units.share,
                    label: both("amplitude", "udsving"), "From 0 to 1.", "Fra 0 til 1."),
                Field(
                    "period", .days(.positive), required: true, unit: Units.days, label: both("period", "periode"),
                    "Length of a cycle.", "Længden af en svingning."),
                Field(
                    "phase", .days(.any), standard: "\"0d\"", unit: Units.days, label: both("phase", "fase"),
                    "How far into the cycle the run starts.", "Hvor langt inde i svingningen kørslen starter."),
            ]),
        ObjectForm(
            "waiter", title: both("Waiting citizen", "Ventende borger"), "Someone who already waits.",
            "En, der allerede venter.", constraints: [.exactlyOne(["waited", "since"])],
            fields: [
                Field(
                    "waited", .days(.nonNegative), unit: Units.days, label: both("already waited", "allerede ventet"),
                    "How long already.", "Hvor længe allerede."),
                Field(
                    "since", .instant, label: both("since", "siden"), "Since when: at or before the start of the run.",
                    "Siden hvornår: senest kørslens start.", counts: false),
                Field(
                    "attributes", .map(keys: .references(.attribute), .fixedValue),
                    label: both("attributes", "egenskaber"), "Fixed values; the others are drawn.",
                    "Faste værdier; de øvrige trækkes."),
            ]),
        ObjectForm(
            "waiterColumns", title: both("Columns of a waiting list", "Kolonner i en venteliste"),
            "Columns of a CSV file of those who wait.", "Kolonner i en CSV-fil med ventende.",
            constraints: [.atMostOne(["since", "waited"])],
            fields: [
                Field(
                    "since", .string, standard: "\"since\"", label: both("since", "siden"),
                    "The column with when the wait began: a date, or a date and time, at or before the start.",
                    "Kolonnen med ventetidens begyndelse: dato, eller dato og tid, senest kørslens start."),
                Field(
                    "waited", .string, label: both("already waited", "allerede ventet"),
                    "In place of `since`, the column with the days already waited.",
                    "I stedet for `since` kolonnen med de dage, der allerede er ventet."),
                Field(
                    "attributes", .map(keys: .references(.attribute), .string), label: both("attributes", "egenskaber"),
                    "Attributes with the columns that hold their values.",
                    "Egenskaber med de kolonner, der indeholder deres værdier."),
            ]),
        ObjectForm(
            "columns", title: both("Columns", "Kolonner"), "Columns of a CSV file of arrivals.",
            "Kolonner i en CSV-fil med ankomster.",
            fields: [
                Field(
                    "at", .string, standard: "\"at\"", label: both("instant", "tidspunkt"),
                    "The column with the instant: a date, a date and time, or days after the start.",
                    "Kolonnen med tidspunktet: dato, dato og tid, eller dage efter start."),
                Field(
                    "attributes", .map(keys: .references(.attribute), .string), label: both("attributes", "egenskaber"),
                    "Attributes with the columns that hold their values.",
                    "Egenskaber med de kolonner, der indeholder deres værdier."),
            ]),
    ]
}
