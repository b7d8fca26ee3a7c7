extension ScenarioFormat {
    static let otherObjects: [ObjectForm] =
        [
            rootForm, calendarForm, attributeForm, attributeDrawForm, attributeBranchForm, caseForm,
            deadlineForm, outcomeForm, intervalForm, worldEventForm, recurrenceForm, expectedForm, validationForm,
            validationRunForm, labelled("messageKind"), partyForm, offerForm,
        ] + sourceObjects + resourceObjects + stepObjects

    private static func labelled(_ name: String) -> ObjectForm {
        ObjectForm(name, title: both("Label", "Navn"), "A label.", "Et navn.", fields: [labelField, descriptionField])
    }

    private static let partyForm: ObjectForm = {
        var form = labelled("party")
        form.fields.append(
            Field(
                "role",
                .word([.init("generalPractice", "the general practices", "almen praksis")]),
                label: both("role", "rolle"),
                "What a report on practices counts the messages of; without any role it is the party `gp`.",
                "Hvis beskeder en rapport om praksis tæller; uden nogen rolle er det parten `gp`.", counts: false))
        return form
    }()

    /// Objects that occur inside steps.
    static let stepObjects: [ObjectForm] = [
        ObjectForm(
            "rule", title: both("Rule", "Regel"), "A rule and where it leads.", "En regel og hvor den fører hen.",
            fields: [
                {
                    var field = condition("When this holds.", "Når dette gælder.")
                    field.required = true
                    return field
                }(), route(), labelField,
            ]),
        ObjectForm(
            "option", title: both("Option", "Mulighed"), "One way a decision can go.",
            "En måde, en beslutning kan falde ud.",
            fields: [
                labelField, descriptionField,
                Field(
                    "probability", .probability, required: true, unit: Units.share,
                    label: both("probability", "sandsynlighed"), "How often it is taken in a run.",
                    "Hvor ofte den tages i en kørsel."),
                condition(
                    "Open to the citizen only when this holds; the probabilities of the open ones are rescaled.",
                    "Kun åben for borgeren, når dette gælder; de åbnes sandsynligheder skaleres."),
                Field(
                    "assign", .map(keys: .references(.attribute), .attributeValue), label: both("values", "værdier"),
                    "Attributes it sets.", "Egenskaber, den sætter."), route(),
            ]),
        ObjectForm(
            "arm", title: both("Arm", "Arm"), "An arm of a split.", "En arm af en deling.",
            fields: [
                Field(
                    "step", .reference(.step), required: true, label: both("step", "trin"), "Its first step.",
                    "Første trin."),
                condition("Taken only when this holds.", "Bruges kun, når dette gælder."),
            ]),
        ObjectForm(
            "armCondition", title: both("Arm", "Arm"), "An arm of a split, named by its key.",
            "En arm, navngivet af nøglen.",
            fields: [condition("Taken only when this holds.", "Bruges kun, når dette gælder.")]),
        ObjectForm(
            "reEntry", title: both("Coming back", "Genhenvendelse"), "How a citizen may come back.",
            "Hvordan en borger kan vende tilbage.",
            fields: [
                Field(
                    "probability", .probability, required: true, unit: Units.share,
                    label: both("probability", "sandsynlighed"), "Probability of coming back.",
                    "Sandsynlighed for at vende tilbage."),
                Field(
                    "after", .duration, required: true, unit: Units.days, label: both("after", "efter"),
                    "After how long.",
                    "Efter hvor lang tid."),
                route("to", label: both("to", "til"), "Where.", "Hvorhen."),
                Field(
                    "maximum", .integer(.init(1, 1_000)), standard: "1", unit: Units.times,
                    label: both("at most", "højst"), "How many times the same citizen can come back.",
                    "Hvor mange gange samme borger kan vende tilbage."),
            ]),
        ObjectForm(
            "datePattern", title: both("Dates", "Datoer"), "Dates that recur; what is left out is any.",
            "Datoer, der vender tilbage; det udeladte er vilkårligt.",
            fields: [
                Field("weekdays", weekdays, label: both("weekdays", "ugedage"), "Weekdays.", "Ugedage.", counts: false),
                Field(
                    "daysOfMonth", .list(.integer(.init(1, 31))), label: both("days of the month", "dage i måneden"),
                    "1 to 31; 31 is the last day of any month, 29 and 30 pass over a month without them.",
                    "1 til 31; 31 er sidste dag i enhver måned, 29 og 30 springer en måned uden dem over.",
                    counts: false),
                Field(
                    "months", .list(.word(monthWords)), label: both("months", "måneder"), "Months.", "Måneder.",
                    counts: false),
                Field(
                    "at", .timeOfDay, standard: "\"00:00\"", label: both("time", "klokken"), "Time of day.",
                    "Tidspunkt på dagen.", counts: false),
                Field(
                    "nextWorkingDay", .boolean, standard: "false",
                    label: both("moved to a working day", "flyttes til hverdag"),
                    "When the date is not a working day: the next one that is.",
                    "Når datoen ikke er en hverdag: den næste, der er."),
            ]),
        ObjectForm(
            "courseStart", title: both("Start of a course", "Holdstart"), "When groups start.", "Hvornår hold starter.",
            constraints: [.exactlyOne(["dates", "every", "perYear", "whenFull"])],
            fields: [
                Field(
                    "dates", .list(.instant), label: both("dates", "datoer"), "On these dates.", "På disse datoer.",
                    counts: false),
                Field(
                    "every", .days(.positive), unit: Units.days, label: both("a start every", "start hver"),
                    "With this distance, from `from` on.", "Med denne afstand, fra `from`."),
                Field(
                    "perYear", .number(.init(0, 366, exclusive: true)), unit: Units.groups,
                    label: both("starts a year", "starter pr. år"),
                    "So many starts a year, evenly spaced from `from` on.",
                    "Så mange starter om året, jævnt fordelt fra `from`."),
                Field(
                    "whenFull", .object("whenFull"), label: both("when full", "når fuldt"),
                    "When the group is full, or some time after the first joined.",
                    "Når holdet er fuldt, eller en tid efter den første kom til."),
                Field(
                    "from", .instant, label: both("from", "fra"),
                    "First start of `every` and `perYear`; the run's start when left out.",
                    "Første start for `every` og `perYear`; kørslens start, når den udelades.", counts: false),
                Field(
                    "weekday", .word(weekdayWords), label: both("weekday", "ugedag"),
                    "`every`, `perYear`: moved forward to this weekday.",
                    "`every`, `perYear`: flyttes frem til denne ugedag.", counts: false),
                Field(
                    "at", .timeOfDay, label: both("time", "klokken"), "Time of day of the start.",
                    "Klokkeslæt for start.", counts: false),
                Field(
                    "skipClosed", .boolean, standard: "false", label: both("skip closed days", "spring lukkedage over"),
                    "Starts on days that are not working days are left out.",
                    "Starter på dage, der ikke er hverdage, udelades."),
            ]),
        ObjectForm(
            "whenFull", title: both("When full", "Når fuldt"), "Start when full.", "Start, når holdet er fuldt.",
            fields: [
                Field(
                    "orAfter", .duration, unit: Units.days, label: both("or after", "eller efter"),
                    "This long after the first of the group joined; never on time alone when left out.",
                    "Så længe efter den første kom til; aldrig alene på tid, når den udelades.")
            ]),
        ObjectForm(
            "sessions", title: both("Meetings", "Møder"), "The meetings of a course.", "Møderne i et forløb.",
            fields: [
                Field(
                    "count", .integer(.init(1, 10_000)), required: true, unit: Units.sessions,
                    label: both("number of meetings", "antal møder"),
                    "How many.", "Hvor mange."),
                Field(
                    "weekdays", weekdays, label: both("weekdays", "ugedage"),
                    "Days on which they are held, the first on the start date; the start's weekday when left out.",
                    "Dage, hvor de holdes, det første på startdatoen; startens ugedag, når den udelades.", counts: false
                ),
                Field(
                    "at", .timeOfDay, standard: "\"09:00\"", label: both("time", "klokken"), "Time of day.",
                    "Klokkeslæt.", counts: false),
                Field(
                    "length", .days(.nonNegative), standard: "\"2h\"", unit: Units.days,
                    label: both("length", "længde"),
                    "Length of a meeting.", "Længden af et møde."),
                Field(
                    "workingDaysOnly", .boolean, standard: "true", label: both("working days only", "kun hverdage"),
                    "Closed days are skipped: the meeting moves to the next meeting day.",
                    "Lukkedage springes over: mødet flyttes til næste mødedag."),
                Field(
                    "whenCancelled",
                    .word([
                        .init(
                            "postponed", "held at the next meeting time after the last", "holdes efter det sidste møde"),
                        .init(
                            "dropped", "not held, and counts as one of each member's",
                            "holdes ikke og tæller som et af hver deltagers møder"),
                    ]), standard: "\"postponed\"", label: both("when cancelled", "ved aflysning"),
                    "What happens to a meeting for which the staff are absent.",
                    "Hvad der sker med et møde, når underviseren er fraværende."),
            ]),
    ]
}
