extension ScenarioFormat {
    private static let valueFieldsOfAttribute: [Field] = [
        Field("value", .fixedValue, label: both("{}", "{}"), "The same for everyone.", "Den samme for alle."),
        Field("draw", .draw, label: both("{}", "{}"), "A number drawn (`number`).", "Et trukket tal (`number`)."),
        Field(
            "probability", .probability, unit: Units.share, label: both("share {}", "andel {}"),
            "Probability of true (`boolean`).", "Sandsynlighed for sand (`boolean`)."),
        Field(
            "rule", .expression, label: both("rule", "regel"),
            "A rule over the attributes before it and the parameters, of the attribute's type.",
            "En regel over de foregående egenskaber og parametre, af egenskabens type."),
        Field(
            "choose", .list(.object("attributeBranch")), label: both("choose", "vælg"),
            "The first whose `if` holds; the last has none.", "Den første, hvis `if` gælder; den sidste har ingen."),
    ]

    private static let weights = Field(
        "values", .anyOf([.map(keys: .free, .probabilityWeight), .list(.string)]), unit: Units.weight,
        label: both("{}: share", "{}: andel"),
        "The values of a `category` with their weights (numbers or rules); in an attribute also a plain list of names.",
        "Værdierne for en `category` med vægte (tal eller regler); i en egenskab også en liste af navne.")

    static let attributeForm = ObjectForm(
        "attribute", title: both("Attribute", "Egenskab"),
        "Something that can differ from citizen to citizen, and how it is drawn on arrival.",
        "Noget, der kan være forskelligt fra borger til borger, og hvordan det trækkes ved ankomst.",
        constraints: [.atMostOne(["value", "draw", "probability", "rule", "choose"])],
        fields: [
            labelField, descriptionField,
            Field(
                "type",
                .word([
                    .init("number", "a number; 0 unless drawn", "et tal; 0, når det ikke trækkes"),
                    .init(
                        "boolean", "true or false; false unless drawn", "sand eller falsk; falsk, når det ikke trækkes"),
                    .init("category", "one of the names under `values`", "et af navnene under `values`"),
                ]), required: true, label: both("type", "type"), "What it is.", "Hvad det er.", counts: false),
            Field(
                "unit", .string, label: both("unit", "enhed"), "What a number counts, for the reader.",
                "Hvad et tal tæller, til læseren.", counts: false),
            weights,
        ] + valueFieldsOfAttribute)

    /// The value an attribute gets at an `assign` step or from a source, when it is not a plain value.
    static let attributeDrawForm = ObjectForm(
        "attributeDraw", title: both("Value of an attribute", "Værdi af en egenskab"),
        "How an attribute gets its value.", "Hvordan en egenskab får sin værdi.",
        constraints: [.exactlyOne(["value", "draw", "probability", "values", "rule", "choose"])],
        fields: valueFieldsOfAttribute + [weights])

    static let attributeBranchForm = ObjectForm(
        "attributeBranch", title: both("Branch", "Gren"), "A value under a condition.", "En værdi under en betingelse.",
        constraints: [.exactlyOne(["value", "draw", "probability", "values", "rule", "choose"])],
        fields: [condition("When this holds; left out in the last.", "Når dette gælder; udelades i den sidste.")]
            + valueFieldsOfAttribute + [weights])
}
