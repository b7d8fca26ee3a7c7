extension ScenarioFormat {
    static let courseStep = ObjectForm(
        "course", title: both("Course", "Hold"),
        "A group that citizens join, that starts by a rule and runs for a while.",
        "Et hold, som borgere kommer på, som starter efter en regel og varer en tid.",
        constraints: [.exactlyOne(["length", "sessions"])],
        fields: [
            Field(
                "maximum", .integer(.init(1, 1_000_000)), required: true, unit: Units.seats,
                label: both("seats per group", "pladser pr. hold"), "Seats in a group.", "Pladser på et hold."),
            Field(
                "minimum", .integer(.init(1, 1_000_000)), standard: "1", unit: Units.seats,
                label: both("smallest group", "mindste hold"),
                "The smallest group that is started; it goes on with fewer. With `rolling` it counts when nobody takes part.",
                "Det mindste hold, der startes; det fortsætter med færre. Ved `rolling` tæller det, når ingen deltager."
            ),
            Field(
                "start",
                .anyOf([
                    .word([
                        .init(
                            "whenStaffFree", "as soon as staff are free and the minimum waits",
                            "så snart der er en underviser og mindst det mindste antal venter"),
                        .init("whenFull", "when the group is full", "når holdet er fuldt"),
                        .init(
                            "rolling",
                            "always running: start at the next meeting while there are seats, leave after `count` meetings",
                            "løbende optag: start ved næste møde, når der er plads, slut efter `count` møder"),
                    ]), .object("courseStart"),
                ]), required: true, label: both("start", "start"), "When a group starts.", "Hvornår et hold starter."),
            Field(
                "underMinimum",
                .word([
                    .init("postpone", "the date is skipped; those waiting get the next", "datoen springes over"),
                    .init("runAnyway", "run with those who are there", "holdet køres med dem, der er"),
                ]), standard: "\"postpone\"", label: both("too few", "for få"),
                "What happens on a start date when fewer than the minimum wait.",
                "Hvad der sker på en startdato, når der er færre end mindsteantallet."),
            needs(
                "Instructors, rooms: what the group holds. They are the group's, so no `if` about a citizen (`seize` an "
                    + "interpreter before the course).",
                "Undervisere, lokaler: hvad holdet bruger. De er holdets, så intet `if` om borgeren (brug `seize` til en "
                    + "tolk før holdet).",
                required: false),
            Field(
                "staffing",
                .word([
                    .init("wholeCourse", "held from start to end", "optaget fra start til slut"),
                    .init("eachSession", "booked for each meeting", "optaget ved hvert møde"),
                ]), standard: "\"wholeCourse\"", label: both("staffing", "bemanding"),
                "Whether `needs` are held for the whole course or for each meeting. A group starts when all its meetings "
                    + "can be staffed; one with `rolling` (which needs `eachSession`) books the next `count` meetings as long "
                    + "as anybody takes part or waits, and passes over times at which the staff are promised to others.",
                "Om `needs` optages hele forløbet eller ved hvert møde. Et hold starter, når alle dets møder kan besættes; et "
                    + "med `rolling` (som kræver `eachSession`) aftaler de næste `count` møder, så længe nogen deltager "
                    + "eller venter, og springer tider over, hvor personalet er lovet til andre."),
            Field(
                "length", .duration, unit: Units.days, label: both("length", "længde"),
                "How long the course lasts, when it has no meetings listed.",
                "Hvor længe forløbet varer, når det ikke er delt i møder."),
            Field(
                "sessions", .object("sessions"), label: both("meetings", "møder"), "The meetings of the course.",
                "Forløbets møder."),
            Field(
                "joinLead", .days(.nonNegative), standard: "\"0d\"", unit: Units.days,
                label: both("joins at the latest before", "tilmelding senest før"),
                "Only those who joined at least this long before a start date are taken.",
                "Kun de, der er tilmeldt mindst så lang tid før startdatoen, kommer med."),
            Field(
                "seats", .formula, standard: "1", unit: Units.seats, label: both("seats", "pladser"),
                "Seats a citizen takes (2 with a relative along).", "Pladser, en borger bruger (2 med en pårørende)."),
            Field(
                "dropout", .probability, standard: "0", unit: Units.share, label: both("dropout", "frafald"),
                "Probability, before each meeting after the first, that a citizen leaves the course for good.",
                "Sandsynlighed før hvert møde efter det første for, at en borger falder fra."),
            Field(
                "noShow", .probability, standard: "0", unit: Units.share, label: both("no-shows", "udeblivelse"),
                "Probability per meeting that a citizen on the course misses it.",
                "Sandsynlighed pr. møde for, at en borger på holdet udebliver."),
            route(
                "dropped", required: false, label: both("if dropping out", "hvis frafaldet"),
                "Where those who drop out go; required when `dropout` is given.",
                "Hvor de frafaldne går hen; kræves med `dropout`."),
            Field(
                "priority", .formula, label: both("priority", "prioritet"),
                "Higher gets a seat first, equals in order of joining.",
                "Højere får først plads, ellers i den rækkefølge, de kom til."),
        ] + leaving + [
            route()
        ])

    static let messageStep = ObjectForm(
        "message", title: both("Message", "Meddelelse"),
        "A message from one party to another, which may lack something and come back.",
        "En meddelelse fra en part til en anden, som kan mangle noget og komme retur.",
        fields: [
            Field(
                "message", .string, required: true, label: both("kind of message", "meddelelsestype"),
                "What kind of message it is (`REF01`); messages are counted by it (`messages.KIND.count`).",
                "Hvilken slags meddelelse (`REF01`); meddelelser tælles efter den.", counts: false),
            Field(
                "from", .string, required: true, label: both("sender", "afsender"), "Who sends it (a role).",
                "Hvem der sender den (en rolle).", counts: false),
            Field(
                "to", .string, required: true, label: both("receiver", "modtager"), "Who receives it (a role).",
                "Hvem der modtager den (en rolle).", counts: false),
            Field(
                "delay", .duration, standard: "\"0d\"", unit: Units.days, label: both("delay", "forsendelsestid"),
                "Transmission and handling until it counts as received.",
                "Forsendelse og behandling, til den regnes for modtaget."),
            Field(
                "blocking", .boolean, standard: "true", label: both("waits for receipt", "venter på modtagelse"),
                "Whether the citizen's course waits until it is received, complete.",
                "Om borgerens forløb venter, til den er modtaget, fuldstændig."),
            condition(
                "Sent only when this holds (consent); otherwise the citizen goes on without it.",
                "Sendes kun, når dette gælder (samtykke); ellers går borgeren videre uden."),
            Field(
                "contents", .list(.string), label: both("contents", "indhold"), "What it must contain, for the reader.",
                "Hvad den skal indeholde, til læseren.", counts: false),
            Field(
                "missing", .probability, standard: "0", unit: Units.share, label: both("deficient", "mangelfulde"),
                "Probability that something needed is missing, so that it comes back.",
                "Sandsynlighed for, at noget mangler, så den kommer retur."),
            Field(
                "returnKind", .string, label: both("request for more", "forespørgsel"),
                "Kind of the message that asks for what is missing.",
                "Typen af den meddelelse, der beder om det manglende.", counts: false),
            Field(
                "returnDelay", .duration, standard: "\"0d\"", unit: Units.days, label: both("round trip", "returtid"),
                "From receipt of a deficient message until the completed one is sent.",
                "Fra en mangelfuld er modtaget, til den rettede er sendt."),
            Field(
                "maximumReturns", .integer(.init(0, 1_000)), standard: "1", unit: Units.times,
                label: both("returned at most", "højst retur"),
                "How many times it can come back; then it is taken as it is.",
                "Hvor mange gange den kan komme retur; så tages den, som den er."),
            Field(
                "acknowledgement", .string, label: both("acknowledgement", "kvittering"),
                "Kind of an automatic acknowledgement, sent on receipt.",
                "Typen af en automatisk kvittering ved modtagelse.", counts: false),
            Field(
                "accepted", .probability, unit: Units.share, label: both("accepted", "accepteret"),
                "Probability that the receiver accepts the task asked for; no task when left out.",
                "Sandsynlighed for, at modtageren påtager sig opgaven; ingen opgave, når den udelades."),
            route(
                "notAccepted", required: false, label: both("if not accepted", "hvis ikke accepteret"),
                "Where the course goes when the task is not accepted; `next` when left out.",
                "Hvor forløbet går hen, når opgaven ikke påtages; `next`, når den udelades."),
            Field(
                "senderHours", .number(.nonNegative), standard: "0", unit: Units.hours,
                label: both("sender's time", "afsenders tid"), "The sender's working hours per message.",
                "Afsenderens timer pr. meddelelse."),
            Field(
                "receiverHours", .number(.nonNegative), standard: "0", unit: Units.hours,
                label: both("receiver's time", "modtagers tid"), "The receiver's working hours per message.",
                "Modtagerens timer pr. meddelelse."),
            route(),
        ])
}
