extension ScenarioFormat {
    /// An offer as a directory of offers describes it; the run knows only its steps.
    static let offerForm = ObjectForm(
        "offer", title: both("Offer", "Tilbud"),
        "An offer as a directory of offers describes it: whom it is for, what it builds on, whether it ends.",
        "Et tilbud, som en tilbudsoversigt beskriver det: hvem det er for, hvad det bygger på, og om det ophører.",
        fields: [
            labelField,
            Field(
                "steps", .list(.reference(.step)), label: both("steps", "trin"), "The steps that are this offer.",
                "De trin, der er dette tilbud.", counts: false),
            Field(
                "operator", .reference(.party), label: both("run by", "drives af"), "Who runs it.",
                "Hvem der driver det.",
                counts: false),
            Field(
                "level",
                .word([
                    .init("information", "information and self-help", "oplysning og hjælp til selvhjælp"),
                    .init("ordinary", "an ordinary offer", "et ordinært tilbud"),
                    .init("special", "a specially arranged offer", "et særligt tilrettelagt tilbud"),
                ]), label: both("level", "niveau"), "How far it is arranged for the single citizen.",
                "Hvor tilrettelagt det er for den enkelte.", counts: false),
            Field(
                "targetGroup", .text, required: true, label: both("target group", "målgruppe"), "Whom it is for.",
                "Hvem det er for.", counts: false),
            Field(
                "evidence", .text, required: true, label: both("basis", "grundlag"),
                "What its effect or form builds on.",
                "Hvad dets virkning eller form bygger på.", counts: false),
            Field(
                "until", .date, label: both("ends", "ophører"), "Last day, when it is limited in time.",
                "Sidste dag, når det er tidsbegrænset.", counts: false),
        ])
}
