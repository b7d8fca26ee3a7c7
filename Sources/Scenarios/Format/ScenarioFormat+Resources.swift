extension ScenarioFormat {
    /// What citizens compete for.
    static let resourceFamily = Family(
        name: "resource", title: both("Resources", "Ressourcer"),
        kinds: [serversResource, slotsResource].map { resource in
            var resource = resource
            resource.fields =
                [labelField, descriptionField, actorField] + resource.fields + [
                    Field(
                        "absences", .map(keys: .ids, .object("absence")), label: both("absences", "fravær"),
                        "Staff away at random; each unit is away on its own.",
                        "Tilfældigt fravær; hver enhed er fraværende for sig.")
                ]
            return resource
        })

    static let serversResource = ObjectForm(
        "servers", title: both("Servers", "Enheder"),
        "Units that are seized when free and released after use: staff on duty, beds, rooms.",
        "Enheder, der optages, når de er ledige, og gives fri efter brug: personale på vagt, senge, lokaler.",
        fields: [
            Field(
                "capacity", .integer(.init(0, 1_000_000)), required: true, unit: Units.units,
                label: both("{}: number", "antal {}"), "Units on duty.", "Enheder på vagt."),
            Field(
                "place", .boolean, standard: "false", label: both("a place", "en plads"),
                "Beds, rooms, seats with a coordinator: use is measured, but no working hours (`hours`).",
                "Senge, lokaler, pladser hos en koordinator: brugen måles, men ingen arbejdstimer (`hours`)."),
            Field(
                "shifts", .list(.object("shift")), label: both("shifts", "vagter"),
                "Weekly windows in which units are on duty; always when left out.",
                "Ugentlige tider, hvor enheder er på vagt; altid, når den udelades."),
            Field(
                "workingDaysOnly", .boolean, standard: "false", label: both("working days only", "kun hverdage"),
                "No units on days that are not working days.", "Ingen enheder på dage, der ikke er hverdage."),
            Field(
                "changes", .list(.object("capacityChange")), label: both("changes", "ændringer"),
                "From each instant on, `capacity` is this instead. Ascending.",
                "Fra hvert tidspunkt er `capacity` i stedet dette. Stigende."),
            Field(
                "discipline",
                .word([
                    .init("fifo", "first come, first served", "først til mølle"),
                    .init("lifo", "last come, first served", "sidst ankommet først"),
                    .init("priority", "highest priority first, then first come", "højeste prioritet først"),
                    .init(
                        "preemptive",
                        "as priority, and no more lower services than needed are interrupted and later resumed; only services "
                            + "of this one resource, and not while the citizen holds anything else",
                        "som prioritet, og ikke flere lavere betjeninger end nødvendigt afbrydes og genoptages; kun betjeninger "
                            + "af denne ene ressource, og ikke mens borgeren holder andet"),
                ]), standard: "\"fifo\"", label: both("discipline", "kødisciplin"), "Who is served first.",
                "Hvem der betjenes først."),
        ])

    static let slotsResource = ObjectForm(
        "slots", title: both("Slots", "Tider"),
        "A weekly plan of slots that are booked ahead: conversations, consultations.",
        "En ugeplan med tider, der aftales på forhånd: samtaler, konsultationer.",
        fields: [
            Field(
                "slotsPerWeek", .number(.init(0, 100_000)), required: true, unit: Units.slotsPerWeek,
                label: both("{} a week", "{} pr. uge"),
                "Slots a week; fractions accumulate (2.5 is 2, 3, 2, 3 …). More than fit in `windows` one after the other lie "
                    + "several at the same time; more than `staff` at once gives a warning (S207).",
                "Tider pr. uge; brøkdele samles (2,5 er 2, 3, 2, 3 …). Er der flere, end der er plads til efter hinanden i "
                    + "`windows`, ligger flere samtidig; flere end `staff` ad gangen giver en advarsel (S207)."),
            Field(
                "windows", .list(.object("shift")),
                standard: "[{\"days\": [\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"], \"hours\": \"08:00-16:00\"}]",
                label: both("windows", "tidsrum"),
                "Where in the week the slots lie; they are spread evenly over these windows in turn.",
                "Hvor i ugen tiderne ligger; de fordeles jævnt over tidsrummene på skift."),
            Field(
                "length", .days(.positive), required: true, unit: Units.days, label: both("length", "længde"),
                "Length of a slot.", "Længden af en tid."),
            Field(
                "workingDaysOnly", .boolean, standard: "true", label: both("working days only", "kun hverdage"),
                "Slots on other days are lost, not moved.", "Tider på andre dage bortfalder; de flyttes ikke."),
            Field(
                "changes", .list(.object("slotChange")), label: both("changes", "ændringer"),
                "From each instant on, this many slots a week. Ascending.",
                "Fra hvert tidspunkt så mange tider pr. uge. Stigende."),
            Field(
                "closures", .list(.dateRange), label: both("closures", "lukket"),
                "Dates or ranges of dates without slots, both ends included.",
                "Datoer eller perioder uden tider, begge dage inkluderet.", counts: false),
            Field(
                "staff", .integer(.init(1, 10_000)), standard: "1", unit: Units.staff,
                label: both("staff", "medarbejdere"), "Number of staff who share the slots (for absences).",
                "Antal medarbejdere, der deler tiderne (ved fravær)."),
        ])

    static let resourceObjects: [ObjectForm] = [
        ObjectForm(
            "shift", title: both("Shift", "Vagt"), "A weekly window of duty.", "Et ugentligt tidsrum.",
            fields: [
                Field(
                    "days", weekdays, standard: "[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]",
                    label: both("days", "dage"), "The weekdays.", "Ugedagene.", counts: false),
                Field(
                    "hours", .hours, standard: "\"00:00-24:00\"", label: both("hours", "tid på dagen"),
                    "From and to, to 24:00 at the latest.", "Fra og til, senest 24:00.", counts: false),
                Field(
                    "capacity", .integer(.init(0, 1_000_000)), unit: Units.units, label: both("number", "antal"),
                    "Units in this window; the resource's `capacity` when left out (servers only).",
                    "Enheder i tidsrummet; ressourcens `capacity`, når den udelades (kun enheder)."),
            ]),
        ObjectForm(
            "capacityChange", title: both("Change", "Ændring"), "A new capacity from an instant on.",
            "En ny kapacitet fra et tidspunkt.",
            fields: [
                Field(
                    "from", .instant, required: true, label: both("from", "fra"), "From when.", "Fra hvornår.",
                    counts: false),
                Field(
                    "capacity", .integer(.init(0, 1_000_000)), required: true, unit: Units.units,
                    label: both("number", "antal"), "Units from then on.", "Enheder fra da af."),
            ]),
        ObjectForm(
            "slotChange", title: both("Change", "Ændring"), "A new number of slots from an instant on.",
            "Et nyt antal tider fra et tidspunkt.",
            fields: [
                Field(
                    "from", .instant, required: true, label: both("from", "fra"), "From when.", "Fra hvornår.",
                    counts: false),
                Field(
                    "slotsPerWeek", .number(.init(0, 100_000)), required: true, unit: Units.slotsPerWeek,
                    label: both("a week", "pr. uge"), "Slots a week from then on.", "Tider pr. uge fra da af."),
            ]),
        ObjectForm(
            "absence", title: both("Absence", "Fravær"), "Spells in which a unit of staff is away.",
            "Perioder, hvor en medarbejder er væk.",
            fields: [
                labelField,
                Field(
                    "spellsPerYear", .number(.init(0, 365)), required: true, unit: Units.perYear,
                    label: both("spells a year", "perioder pr. år"), "Spells a year that a present unit begins.",
                    "Perioder pr. år, en medarbejder begynder."),
                Field(
                    "length", .duration, required: true, unit: Units.days, label: both("length", "længde"),
                    "Length of a spell, calendar days. A rule here can ask the clock (`month`, `weekday` …) when the spell "
                        + "begins, not a citizen.",
                    "Længden af en periode, kalenderdage. En regel her kan spørge kalenderen (`month`, `weekday` …), når "
                        + "perioden begynder, ikke en borger."),
            ]),
        ObjectForm(
            "need", title: both("Need", "Behov"), "Units of a resource, perhaps only for some citizens.",
            "Enheder af en ressource, eventuelt kun for nogle borgere.",
            fields: [
                Field(
                    "resource", .reference(.servers), label: both("resource", "ressource"),
                    "Which; only in a list, otherwise the key says it.",
                    "Hvilken; kun i en liste, ellers siger nøglen det."),
                Field(
                    "units", .integer(.init(1, 1_000_000)), standard: "1", unit: Units.units,
                    label: both("units", "enheder"),
                    "How many.", "Hvor mange."),
                condition(
                    "Needed only by citizens for whom this holds.", "Bruges kun af borgere, for hvem dette gælder."),
            ]),
    ]
}
