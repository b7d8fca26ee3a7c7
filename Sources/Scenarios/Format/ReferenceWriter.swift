extension ScenarioFormat {
    /// The reference page `docs/scenario-reference.md`: everything a scenario file can say.
    ///
    /// - Parameter municipality: the example municipality, whose ids the page lists; left out when nil.
    public static func referencePage(municipality: Scenario? = nil) -> String {
        var writer = ReferenceWriter()
        writer.introduction()
        writer.values()
        writer.sections()
        writer.expressions()
        writer.measures()
        if let municipality { writer.ids(of: municipality) }
        writer.findings()
        return writer.text
    }
}

/// Writes the tables of the format as a page for people.
struct ReferenceWriter {
    private(set) var text = ""

    mutating func add(_ paragraph: String) { text += paragraph + "\n\n" }

    mutating func introduction() {
        add("# Scenario files: reference")
        add(
            "<!-- Written by the program from the format's definition: UPDATE_GENERATED=1 swift test --filter ReferenceTests -->"
        )
        add(ReferenceTexts.introduction)
        example(ReferenceTexts.first)
    }

    mutating func caseFiles() {
        add("# Case files: reference")
        add(
            "<!-- Written by the program from the format's definition: UPDATE_GENERATED=1 swift test --filter CaseFormat -->"
        )
        add(CaseReferenceTexts.introduction)
        example(CaseReferenceTexts.example)
        add(CaseReferenceTexts.rules)
        for name in CaseFormat.order {
            guard let form = CaseFormat.objects[name] else { continue }
            add("## \(form.title.en) (`\(name)`)")
            object(form)
        }
        add("## Citizen (`case`)")
        if let form = ScenarioFormat.objects["case"] { object(form) }
        add("## Findings")
        add(CaseReferenceTexts.findings)
    }

    mutating func values() {
        add("## How values are written")
        add(ReferenceTexts.values)
        add("### Where numbers come from")
        add(ReferenceTexts.provenance)
        add("### Building on another scenario")
        add(ReferenceTexts.extends)
    }

    mutating func sections() {
        add("## The file")
        object(ScenarioFormat.rootForm)
        for name in [
            "calendar", "attribute", "attributeBranch", "case", "deadline", "outcome", "interval", "worldEvent",
            "recurrence", "offer",
        ] {
            inner(name, level: "###")
        }
        for (family, inside) in [
            ("source", ["rate", "piece", "surge", "sinusoid", "columns", "waiter", "waiterColumns"]),
            ("resource", ["shift", "capacityChange", "slotChange", "absence"]),
            (
                "step",
                ["need", "sessions", "courseStart", "whenFull", "rule", "option", "arm", "datePattern", "reEntry"]
            ),
        ] {
            guard let family = ScenarioFormat.family(family) else { continue }
            add("## \(family.title.en)")
            add("Named things under `\(family.name)s`, told apart by `kind`.")
            for kind in family.kinds {
                add("### \(family.title.en): `\(kind.name)`")
                object(kind)
                if let text = ReferenceExamples.scenario(family: family.name, kind: kind.name) { example(text) }
            }
            for name in inside { inner(name, level: "###") }
        }
        distributions()
        add("## Checks against known values")
        for name in ["expected", "validation", "validationRun"] { inner(name, level: "###") }
    }

    private mutating func inner(_ name: String, level: String) {
        guard let form = ScenarioFormat.objects[name] else { return }
        add("\(level) \(form.title.en) (`\(name)`)")
        object(form)
    }

    private mutating func distributions() {
        add("## Distributions")
        add(ReferenceTexts.distributions)
        for name in ScenarioFormat.distributionNames {
            guard let field = ScenarioFormat.objects["duration"]?.field(name) else { continue }
            add("### Distribution: `\(name)`")
            add("\(field.meaning.en)  \n*\(field.meaning.da)*")
            switch field.form {
            case .object(let parameters), .list(.object(let parameters)):
                if case .list = field.form { add("A list of objects, each with:") }
                if let form = ScenarioFormat.objects[parameters] { table(form) }
            default: add("Written as one value: \(field.form.short). Invalid input gets \(field.form.refusal).")
            }
            add("Parameters that fit the table and make no distribution (`low` above `high`, no weight) get S112.")
            if let text = ReferenceExamples.scenario(distribution: name) { example(text) }
        }
        if let form = ScenarioFormat.objects["chooseTime"] {
            add("### One of several distributions (`choose`)")
            table(form)
        }
    }

    // MARK: Objects

    private mutating func object(_ form: ObjectForm) {
        add("\(form.meaning.en)  \n*\(form.meaning.da)*")
        table(form)
    }

    private mutating func table(_ form: ObjectForm) {
        text += "| field | value | unit | default | meaning | på dansk | invalid input gets |\n"
        text += "| --- | --- | --- | --- | --- | --- | --- |\n"
        for field in form.fields {
            let standard = field.required ? "**required**" : field.standard.map { "`\($0)`" } ?? "–"
            let cells = [
                "`\(field.name)`", field.form.short, field.unit?.en ?? "", standard, field.meaning.en,
                field.label.da.replacing("{}", with: "…"), field.form.refusal,
            ]
            text += "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
        }
        text += "\n"
        let words = form.fields.compactMap { field in field.form.words.map { (field.name, $0) } }
        for (name, words) in words where words.count < 7 {
            let list = words.map { "`\($0.name)` \($0.meaning.en) (*\($0.meaning.da)*)" }.joined(separator: "; ")
            add("`\(name)`: \(list).")
        }
        for constraint in form.constraints {
            switch constraint {
            case .exactlyOne(let names): add("Exactly one of \(Self.list(names)), otherwise S106.")
            case .atMostOne(let names): add("At most one of \(Self.list(names)), otherwise S106.")
            case .atLeastOne(let names): add("At least one of \(Self.list(names)), otherwise S106.")
            }
        }
    }

    private static func list(_ names: [String]) -> String { names.map { "`\($0)`" }.joined(separator: ", ") }

    private mutating func example(_ json: String) {
        text += "```jsonc\n" + json + (json.hasSuffix("\n") ? "" : "\n") + "```\n\n"
    }

    // MARK: Rules, measures, findings

    mutating func expressions() {
        add("## Rules")
        add(ReferenceTexts.rules)
        text += "| function | meaning | på dansk |\n| --- | --- | --- |\n"
        for function in ExpressionLanguage.functions {
            text += "| `\(function.usage)` | \(function.meaning.en) | \(function.meaning.da) |\n"
        }
        text += "\n"
        add("## Events")
        add(ReferenceTexts.events)
        text += "| step | its events |\n| --- | --- |\n"
        for kind in ScenarioFormat.stepFamily.kinds {
            let events = Declarations.events(of: kind.name).map { "`STEP.\($0)`" }.joined(separator: ", ")
            text += "| `\(kind.name)` | \(events) |\n"
        }
        text += "\n"
    }

    mutating func measures() {
        add("## Names of measures")
        add(ReferenceTexts.measures)
    }

    mutating func ids(of scenario: Scenario) {
        add("## The ids of `\(scenario.id)`")
        add("\(scenario.title.en). Other scenarios build on these ids; they do not change.")
        let sections: [Labels.Section] = [.steps, .resources, .sources, .outcomes, .deadlines, .cases]
        for section in sections {
            let ids = scenario.document[section.rawValue].map(ModelBuilder.named)?.map(\.key) ?? []
            add("- `\(section.rawValue)`: " + ids.map { "`\($0)`" }.joined(separator: " "))
        }
    }

    mutating func findings() {
        add("## Findings")
        add(ReferenceTexts.findings)
        text += "| code | found |\n| --- | --- |\n"
        for (codes, meaning) in ReferenceTexts.codes {
            text += "| \(codes) | \(meaning) |\n"
        }
    }
}

extension ValueForm {
    /// A few words for a column of a table.
    fileprivate var short: String {
        switch self {
        case .text: "text, or texts in `da` and `en`"
        case .string: "text"
        case .word(let words): words.count > 7 ? "word" : words.map { "`\($0.name)`" }.joined(separator: ", ")
        case .boolean: "`true`, `false`"
        case .number(let limits): "number" + limits.short
        case .integer(let limits): "whole number" + limits.short
        case .days(let limits): "duration" + (limits.minimum == nil ? ", may be negative" : "")
        case .duration: "duration, drawn"
        case .draw: "number, drawn"
        case .condition: "rule (true or false)"
        case .probability: "probability: number 0 to 1, or rule"
        case .probabilityWeight: "weight: number ≥ 0, or rule"
        case .formula: "number, or rule"
        case .expression: "rule"
        case .attributeValue: "value of an attribute"
        case .fixedValue: "fixed value of an attribute"
        case .date: "date"
        case .instant: "instant"
        case .closedDays: "date, day of the year, or dates"
        case .dateRange: "date, or dates"
        case .timeOfDay: "time of day"
        case .hours: "hours `08:00-16:00`"
        case .limit: "limit"
        case .span: "duration"
        case .reference(let reference): reference.text.en
        case .event: "event"
        case .route: "route"
        case .object(let name): "object `\(name)`"
        case .family(let name): "\(name) (by `kind`)"
        case .map(let keys, let value): keys.short + value.short
        case .list(let value): "list of: " + value.short
        case .anyOf(let forms): forms.map(\.short).joined(separator: "; or ")
        }
    }

    /// The codes of the findings that other values get.
    fileprivate var refusal: String {
        switch self {
        case .text, .string, .boolean: "S101"
        case .word: "S105"
        case .number, .integer: "S101, S102; rules S050–S057"
        case .days, .span, .limit: "S070, S101, S102"
        case .duration: "S070, S101, S102, S112"
        case .draw: "S101, S112; rules S050–S057"
        case .condition, .expression: "S050–S057; S058, S059 warn"
        case .probability, .probabilityWeight, .formula: "S101, S102; rules S050–S057"
        case .attributeValue, .fixedValue: "S105, S115; rules S050–S057"
        case .date, .instant, .closedDays, .dateRange, .timeOfDay, .hours: "S108"
        case .reference: "S104"
        case .event: "S111"
        case .route: "S104, S109"
        case .object, .family: "S100, S101, S103"
        case .map(let keys, let value):
            switch keys {
            case .ids: "S107; " + value.refusal
            case .references: "S104; " + value.refusal
            case .words: "S105; " + value.refusal
            case .free: value.refusal
            }
        case .list(let value): value.refusal
        case .anyOf(let forms): forms.first?.refusal ?? ""
        }
    }

    /// The words, when it is a choice of words.
    fileprivate var words: [Word]? {
        switch self {
        case .word(let words): words
        case .anyOf(let forms): forms.lazy.compactMap(\.words).first
        default: nil
        }
    }
}

extension ValueForm.Keys {
    fileprivate var short: String {
        switch self {
        case .ids: "named by new ids: "
        case .references(let reference): "object, keys \(reference.text.en): "
        case .words: "object, keys words: "
        case .free: "object, free keys: "
        }
    }
}

extension ValueForm.Limits {
    fileprivate var short: String {
        func plain(_ number: Double) -> String { NumberFormat.text(number).en }
        switch (minimum, maximum) {
        case (let low?, let high?): return (exclusive ? " above " : " ") + "\(plain(low)) to \(plain(high))"
        case (let low?, nil): return exclusive ? " > \(plain(low))" : " ≥ \(plain(low))"
        case (nil, let high?): return " ≤ \(plain(high))"
        case (nil, nil): return ""
        }
    }
}
