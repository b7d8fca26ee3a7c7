extension ValueForm {
    /// What may be written, as a phrase: "a number from 0 to 1".
    public var allowed: Text {
        switch self {
        case .text: both("a text, or {\"da\": …, \"en\": …}", "en tekst eller {\"da\": …, \"en\": …}")
        case .string: both("a text", "en tekst")
        case .word(let words): Text(same: words.map { "\"\($0.name)\"" }.joined(separator: ", "))
        case .boolean: both("true or false", "true eller false")
        case .number(let limits): Texts.number(limits, whole: false)
        case .integer(let limits): Texts.number(limits, whole: true)
        case .days:
            both(
                "a duration such as \"90m\", \"3d\", \"2w\", or a number of days",
                "en varighed som \"90m\", \"3d\", \"2w\" eller et antal dage")
        case .duration:
            both(
                "a duration such as \"3d\" or \"2wd\", a number of days, or a distribution",
                "en varighed som \"3d\" eller \"2wd\", et antal dage eller en fordeling")
        case .draw: both("a number, a rule, or a distribution", "et tal, en regel eller en fordeling")
        case .condition: both("a rule that is true or false", "en regel, der er sand eller falsk")
        case .probability: both("a number from 0 to 1, or a rule", "et tal fra 0 til 1 eller en regel")
        case .probabilityWeight: both("a number of at least 0, or a rule", "et tal på mindst 0 eller en regel")
        case .formula: both("a number, or a rule", "et tal eller en regel")
        case .expression: both("a rule", "en regel")
        case .attributeValue:
            both(
                "a value of the attribute's type, a rule, or {\"draw\": …}, {\"probability\": …}, {\"values\": …}",
                "en værdi af egenskabens type, en regel eller {\"draw\": …}, {\"probability\": …}, {\"values\": …}")
        case .fixedValue:
            both("a number, true, false or the name of a value", "et tal, true, false eller navnet på en værdi")
        case .date: both("a date such as \"2026-01-05\"", "en dato som \"2026-01-05\"")
        case .instant:
            both(
                "\"2026-01-07T09:00\", \"2026-01-07\", or a duration after the start such as \"60d\"",
                "\"2026-01-07T09:00\", \"2026-01-07\" eller en varighed efter start som \"60d\"")
        case .closedDays:
            both(
                "\"2026-06-05\", \"12-24\" or \"2026-07-13..2026-07-31\"",
                "\"2026-06-05\", \"12-24\" eller \"2026-07-13..2026-07-31\"")
        case .dateRange: both("\"2026-07-13..2026-07-31\" or a date", "\"2026-07-13..2026-07-31\" eller en dato")
        case .timeOfDay: both("a time of day such as \"16:30\"", "et klokkeslæt som \"16:30\"")
        case .hours: both("a time span such as \"08:00-16:00\"", "et tidsrum som \"08:00-16:00\"")
        case .limit:
            both(
                "a limit such as \"3wd\", \"14d\", \"-14d\", \"1mo\" or \"24h\"",
                "en frist som \"3wd\", \"14d\", \"-14d\", \"1mo\" eller \"24h\"")
        case .span: both("a duration such as \"1y\"", "en varighed som \"1y\"")
        case .reference(let reference): reference.text
        case .event:
            both(
                "an event such as \"arrival\", \"close\" or \"STEP.start\"",
                "en hændelse som \"arrival\", \"close\" eller \"TRIN.start\"")
        case .route:
            both("a step, or {\"stepA\": 0.3, \"stepB\": 0.7}", "et trin eller {\"trinA\": 0.3, \"trinB\": 0.7}")
        case .object(let name): both("an object", "et objekt") + Text(same: " (\(name))")
        case .family: both("an object with a \"kind\"", "et objekt med \"kind\"")
        case .map(let keys, let value): keys.text + Text(same: ": ") + value.allowed
        case .list(let value): both("a list of: ", "en liste af: ") + value.allowed
        case .anyOf(let forms):
            forms.dropFirst().reduce(forms.first?.allowed ?? Text(same: "")) { text, form in
                text + both("; or ", "; eller ") + form.allowed
            }
        }
    }
}

extension ValueForm.Keys {
    var text: Text {
        switch self {
        case .ids: both("an object of named things, each", "et objekt med navngivne ting, hver")
        case .references(let reference):
            both("an object whose keys are each ", "et objekt, hvis nøgler hver er ") + reference.text
                + both(", each value", ", hver værdi")
        case .words:
            both("an object with some of the words as keys, each", "et objekt med nogle af ordene som nøgler, hver")
        case .free: both("an object, each value", "et objekt, hver værdi")
        }
    }
}

extension ValueForm.Reference {
    /// What it points to, as a phrase.
    public var text: Text {
        switch self {
        case .step: both("the id of a step", "et trins id")
        case .resource: both("the id of a resource", "en ressources id")
        case .slots: both("the id of a resource of kind \"slots\"", "id'et på en ressource af slagsen \"slots\"")
        case .servers: both("the id of a resource of kind \"servers\"", "id'et på en ressource af slagsen \"servers\"")
        case .attribute: both("the id of an attribute", "en egenskabs id")
        case .outcome: both("the id of an outcome", "et udfalds id")
        case .worldEvent: both("the id of a world event", "en begivenheds id")
        case .join: both("the id of a step of kind \"join\"", "id'et på et trin af slagsen \"join\"")
        case .course: both("the id of a step of kind \"course\"", "id'et på et trin af slagsen \"course\"")
        case .parameter: both("the id of a parameter", "en parameters id")
        case .party: both("the id of a party", "en parts id")
        }
    }
}
