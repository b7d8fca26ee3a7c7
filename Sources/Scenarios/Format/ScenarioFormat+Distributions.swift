extension ScenarioFormat {
    /// What selects a distribution, in the order of the reference page.
    public static let distributionNames = [
        "constant", "uniform", "triangular", "pert", "exponential", "erlang", "gamma", "weibull", "lognormal", "normal",
        "beta", "hyperexponential", "poisson", "binomial", "geometric", "discrete", "empirical",
    ]

    static var timeField: Field {
        Field(
            "time",
            .word([
                .init("calendar", "days of 24 hours", "døgn"),
                .init("working", "working days, fractions rounded up", "hverdage, brøkdele rundes op"),
                .init("open", "days of 24 open hours", "døgn af åbningstid"),
            ]), standard: "\"calendar\"", label: both("counted in", "tælles i"),
            "What a drawn number of days counts.", "Hvad et trukket antal dage tæller.")
    }

    /// How the parts of a draw are told apart; a distribution goes by the name of what is drawn.
    private static let drawLabels = [
        "hyperexponential": both("{}: phase", "{}: fase"), "discrete": both("{}: case", "{}: tilfælde"),
        "choose": both("{}: case", "{}: tilfælde"), "expression": both("{}: rule", "{}: regel"),
    ]

    private static let parameterLabels = [
        "low": both("least", "mindst"), "high": both("greatest", "højst"), "mode": both("likeliest", "oftest"),
        "mean": both("mean", "gennemsnit"), "shape": both("shape", "form"), "scale": both("scale", "skala"),
        "sd": both("standard deviation", "standardafvigelse"),
        "cv": both("standard deviation over mean", "standardafvigelse over gennemsnit"),
        "mu": both("mean of the logarithm", "logaritmens gennemsnit"),
        "sigma": both("standard deviation of the logarithm", "logaritmens standardafvigelse"),
        "lower": both("cut off below", "skåret af under"), "upper": both("cut off above", "skåret af over"),
        "weight": both("weight", "vægt"), "value": both("value", "værdi"), "values": both("value", "værdi"),
    ]

    /// A number drawn, or a length of time drawn: the same objects, with parameters in numbers or in durations.
    private static func drawForm(_ name: String, timed: Bool) -> ObjectForm {
        let amount: ValueForm = timed ? .days(.any) : .number(.any)
        func field(_ name: String, _ form: ValueForm, _ en: String, _ da: String) -> Field {
            Field(name, form, label: drawLabels[name] ?? both("{}", "{}"), en, da)
        }
        let parameters = timed ? "Time" : "Number"
        var fields = [
            field("constant", amount, "Always this.", "Altid dette."),
            field(
                "uniform", .object("uniform" + parameters), "Every value from `low` to `high` alike.",
                "Alle værdier fra `low` til `high` lige."),
            field(
                "triangular", .object("triangular" + parameters), "Triangle from `low` over `mode` to `high`.",
                "Trekant fra `low` over `mode` til `high`."),
            field(
                "pert", .object("pert" + parameters), "Smooth triangle (a stretched beta).",
                "Blød trekant (en strakt beta)."),
            field(
                "exponential", .object("exponential" + parameters), "Memoryless, with this mean.",
                "Uden hukommelse, med denne middelværdi."),
            field(
                "erlang", .object("erlang" + parameters), "Sum of `shape` exponential phases.",
                "Sum af `shape` eksponentielle faser."),
            field("gamma", .object("gamma" + parameters), "Gamma.", "Gamma."),
            field(
                "weibull", .object("weibull" + parameters), "Weibull: P(X > x) = exp(−(x/scale)^shape).",
                "Weibull: P(X > x) = exp(−(x/scale)^shape)."),
            field(
                "lognormal", .object("lognormal" + parameters), "Its logarithm is normal.",
                "Logaritmen er normalfordelt."),
            field(
                "normal", .object("normal" + parameters),
                "Normal, truncated to [lower, upper] when given; a length of time is never below 0.",
                "Normal, afskåret til [lower, upper], når de er givet; en tid er aldrig under 0."),
            field(
                "beta", .object("beta" + parameters), "Beta stretched to [low, high].", "Beta strakt til [low, high]."),
            field(
                "hyperexponential", .list(.object("phase" + parameters)), "An exponential whose mean is drawn.",
                "En eksponentiel, hvis middelværdi trækkes."),
            field(
                "poisson", .object("poissonNumber"), "Counts 0, 1, 2 … with this mean (of days, for a time).",
                "Antal 0, 1, 2 … med denne middelværdi (af dage for en tid)."),
            field("binomial", .object("binomialNumber"), "Successes in `n` trials.", "Succeser i `n` forsøg."),
            field(
                "geometric", .object("geometricNumber"), "Failures before the first success: 0, 1, 2 …",
                "Fejl før første succes: 0, 1, 2 …"),
            field(
                "discrete", .list(.object("outcome" + parameters)), "One of the values, with weights.",
                "En af værdierne, med vægte."),
            field(
                "empirical", .object("empirical" + parameters), "One of the observations, each with the same chance.",
                "En af observationerne, alle lige sandsynlige."),
            field(
                "expression", .formula, "A rule over attributes and parameters" + (timed ? ", in days." : "."),
                "En regel over egenskaber og parametre" + (timed ? ", i dage." : ".")),
            field(
                "choose", .list(.object("choose" + parameters)), "The first whose `if` holds; the last has none.",
                "Den første, hvis `if` gælder; den sidste har ingen."),
        ]
        if timed { fields.append(timeField) }
        return ObjectForm(
            name, title: timed ? both("Drawn duration", "Trukket varighed") : both("Drawn number", "Trukket tal"),
            "A distribution, a rule, or the first of several that applies.",
            "En fordeling, en regel eller den første af flere, der gælder.",
            constraints: [.exactlyOne(distributionNames + ["expression", "choose"])], fields: fields)
    }

    private static func parameterForms(timed: Bool) -> [ObjectForm] {
        let suffix = timed ? "Time" : "Number"
        let unit: Text? = timed ? Units.days : nil
        let any: ValueForm = timed ? .days(.any) : .number(.any)
        let nonNegative: ValueForm = timed ? .days(.nonNegative) : .number(.nonNegative)
        func field(
            _ name: String, _ form: ValueForm, _ en: String, _ da: String, required: Bool = true,
            standard: String? = nil
        ) -> Field {
            Field(
                name, form, required: required && standard == nil, standard: standard, unit: unit,
                label: parameterLabels[name] ?? both(name, name), en, da)
        }
        func form(
            _ name: String, _ constraints: [ObjectForm.Constraint] = [], _ fields: [Field]
        ) -> ObjectForm {
            ObjectForm(
                name + suffix, title: both(name, name), "Parameters of `\(name)`.", "Parametre for `\(name)`.",
                constraints: constraints, fields: fields)
        }
        let low = field("low", any, "Least value.", "Mindste værdi.")
        let high = field("high", any, "Greatest value, at least `low`.", "Største værdi, mindst `low`.")
        let mode = field("mode", any, "Most likely value.", "Mest sandsynlige værdi.")
        let mean = field("mean", nonNegative, "Mean.", "Middelværdi.")
        let shape = field("shape", .number(.positive), "Shape.", "Form.")
        let scale = field("scale", nonNegative, "Scale.", "Skala.", required: false)
        func optional(_ field: Field) -> Field {
            var field = field
            field.required = false
            return field
        }
        let sd = field("sd", nonNegative, "Standard deviation.", "Standardafvigelse.", required: false)
        let cv = field(
            "cv", .number(.nonNegative), "Standard deviation divided by the mean.",
            "Standardafvigelse divideret med middelværdien.", required: false)
        return [
            form("uniform", [], [low, high]),
            form("triangular", [], [low, mode, high]),
            form(
                "pert", [],
                [
                    low, mode, high,
                    field(
                        "shape", .number(.init(0, 1e4, exclusive: true)), "Weight of the mode.", "Vægten af mode.",
                        standard: "4"),
                ]),
            form("exponential", [], [mean]),
            form("erlang", [], [field("shape", .integer(.init(1, 1e6)), "Number of phases.", "Antal faser."), mean]),
            form(
                "gamma", [.atMostOne(["shape", "sd", "cv"]), .exactlyOne(["scale", "mean"])],
                [optional(shape), scale, optional(mean), sd, cv]),
            form("weibull", [.exactlyOne(["scale", "mean"])], [shape, scale, optional(mean)]),
            form(
                "lognormal", [.exactlyOne(["mean", "mu"]), .exactlyOne(["sd", "cv", "sigma"])],
                [
                    optional(mean), sd, cv,
                    field(
                        "mu", .number(.any), "Mean of the logarithm (of days, for a time).",
                        "Logaritmens middelværdi (af dage for en tid).", required: false),
                    field(
                        "sigma", .number(.nonNegative), "Standard deviation of the logarithm.",
                        "Logaritmens standardafvigelse.", required: false),
                ]),
            form(
                "normal", [.exactlyOne(["sd", "cv"])],
                [
                    field("mean", any, "Mean before truncation.", "Middelværdi før afskæring."), sd, cv,
                    field("lower", any, "Values below are not drawn.", "Værdier under trækkes ikke.", required: false),
                    field("upper", any, "Values above are not drawn.", "Værdier over trækkes ikke.", required: false),
                ]),
            form(
                "beta", [],
                [
                    field("alpha", .number(.positive), "First shape.", "Første form."),
                    field("beta", .number(.positive), "Second shape.", "Anden form."),
                    field("low", any, "Least value.", "Mindste værdi.", standard: "0"),
                    field("high", any, "Greatest value.", "Største værdi.", standard: "1"),
                ]),
            form("phase", [], [field("weight", .number(.nonNegative), "Weight.", "Vægt."), mean]),
            form(
                "outcome", [],
                [
                    field("value", any, "Value.", "Værdi."),
                    field("weight", .number(.nonNegative), "Weight.", "Vægt.", standard: "1"),
                ]),
            form(
                "empirical", [.exactlyOne(["values", "file"])],
                [
                    field("values", .list(any), "The observations.", "Observationerne.", required: false),
                    Field(
                        "file", .string, label: both("file", "fil"), "A CSV file, relative to the scenario.",
                        "En CSV-fil, relativt til scenariet.", counts: false),
                    Field(
                        "column", .string, label: both("column", "kolonne"), "The column; the first when left out.",
                        "Kolonnen; den første, når den udelades.", counts: false),
                ]),
            form(
                "choose", [],
                [
                    condition("When this holds; left out in the last.", "Når dette gælder; udelades i den sidste."),
                    Field(
                        "draw", timed ? .duration : .draw, required: true, unit: unit, label: both("draw", "trækning"),
                        "What is drawn.", "Hvad der trækkes."),
                ]),
        ]
    }

    static let distributionObjects: [ObjectForm] =
        [drawForm("draw", timed: false), drawForm("duration", timed: true)] + parameterForms(timed: false)
        + parameterForms(timed: true) + [
            ObjectForm(
                "poissonNumber", title: both("poisson", "poisson"), "Parameters of `poisson`.",
                "Parametre for `poisson`.",
                fields: [
                    Field(
                        "mean", .number(.init(0, 1e7)), required: true, label: both("mean", "mean"), "Mean.",
                        "Middelværdi.")
                ]),
            ObjectForm(
                "binomialNumber", title: both("binomial", "binomial"), "Parameters of `binomial`.",
                "Parametre for `binomial`.",
                fields: [
                    Field("n", .integer(.init(0, 1e9)), required: true, label: both("n", "n"), "Trials.", "Forsøg."),
                    Field(
                        "p", .number(.share), required: true, label: both("p", "p"), "Probability of success.",
                        "Sandsynlighed for succes."),
                ]),
            ObjectForm(
                "geometricNumber", title: both("geometric", "geometric"), "Parameters of `geometric`.",
                "Parametre for `geometric`.",
                fields: [
                    Field(
                        "p", .number(.init(1e-9, 1)), required: true, label: both("p", "p"), "Probability of success.",
                        "Sandsynlighed for succes.")
                ]),
        ]
}
