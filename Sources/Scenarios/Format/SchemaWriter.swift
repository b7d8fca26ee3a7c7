extension ScenarioFormat {
    /// The JSON Schema (2020-12) of the format, as `scenarios/scenario.schema.json` holds it.
    ///
    /// A file with `extends` says only what differs, so there everything may be left out, and `null` removes.
    public static func schemaJSON() -> String {
        JSONWriter.pretty(SchemaWriter.document(), width: 118)
    }
}

/// Writes the tables of the format as a JSON Schema.
struct SchemaWriter {
    /// Whether a file with `extends` is described: nothing is required, and `null` takes something away.
    let isPartial: Bool

    static func document() -> JSONNode {
        var definitions: [(String, JSONNode)] = shared
        for writer in [SchemaWriter(isPartial: false), SchemaWriter(isPartial: true)] {
            definitions.append((writer.name("value"), writer.value))
            for name in ScenarioFormat.objects.keys.sorted() where name != "value" {
                guard let object = ScenarioFormat.objects[name] else { continue }
                definitions.append((writer.name(name), writer.object(object)))
            }
            for family in ScenarioFormat.families {
                for kind in family.kinds {
                    definitions.append(
                        (writer.name("\(family.name)-\(kind.name)"), writer.object(kind, kind: kind.name)))
                }
                definitions.append((writer.name(family.name), writer.family(family)))
            }
        }
        return json([
            ("$schema", string("https://json-schema.org/draft/2020-12/schema")),
            ("$id", string("https://pathwaysim.invalid/scenario.schema.json")),
            ("title", string("PathwaySim scenario")),
            (
                "description",
                string("Generated from the format's definition; the reference page says what everything means.")
            ),
            ("type", string("object")),
            ("if", json([("required", list([string("extends")]))])),
            ("then", reference("partial-scenario")),
            ("else", reference("scenario")),
            ("$defs", json(definitions)),
        ])
    }

    /// The schema of case files: their own objects, and the scenario's for a citizen.
    static func caseDocument() -> JSONNode {
        let writer = SchemaWriter(isPartial: false)
        var definitions = shared
        definitions.append((writer.name("value"), writer.value))
        for name in CaseFormat.order + ["case"] {
            guard let object = CaseFormat.objects[name] ?? ScenarioFormat.objects[name] else { continue }
            definitions.append((writer.name(name), writer.object(object)))
        }
        return json([
            ("$schema", string("https://json-schema.org/draft/2020-12/schema")),
            ("$id", string("https://pathwaysim.invalid/case.schema.json")),
            ("title", string("PathwaySim case")),
            (
                "description",
                string("Generated from the format's definition; the reference page says what everything means.")
            ),
            ("$ref", string("#/$defs/" + CaseFormat.root.name)),
            ("$defs", json(definitions)),
        ])
    }

    private static let shared: [(String, JSONNode)] = [
        ("id", json([("type", string("string")), ("pattern", string("^[a-z][A-Za-z0-9]{0,63}$"))])),
        (
            "text",
            json([
                (
                    "anyOf",
                    list([
                        json([("type", string("string"))]),
                        json([
                            ("type", string("object")),
                            (
                                "properties",
                                json([
                                    ("da", json([("type", string("string"))])),
                                    ("en", json([("type", string("string"))])),
                                ])
                            ),
                            ("additionalProperties", JSONNode(.bool(false))), ("minProperties", JSONNode(.number(1))),
                        ]),
                    ])
                )
            ])
        ),
    ]

    /// A text, and in a file with `extends` also `null`.
    private var text: JSONNode {
        isPartial
            ? anyOf([Self.reference("text"), Self.json([("type", Self.string("null"))])]) : Self.reference("text")
    }

    /// A quantity with what is known about it.
    private var value: JSONNode {
        let string = Self.json([
            ("type", isPartial ? Self.list(["string", "null"].map(Self.string)) : Self.string("string"))
        ])
        let range = Self.json([
            ("type", isPartial ? Self.list(["array", "null"].map(Self.string)) : Self.string("array"))
        ])
        let properties: [(String, JSONNode)] = [
            ("value", JSONNode(.bool(true))), ("source", text), ("assumption", text), ("unit", string), ("label", text),
            ("description", text), ("range", range),
        ]
        var schema: [(String, JSONNode)] = [("type", Self.string("object"))]
        if !isPartial { schema.append(("required", Self.list([Self.string("value")]))) }
        schema.append(("properties", Self.json(properties)))
        schema.append(("additionalProperties", JSONNode(.bool(false))))
        return Self.json(schema)
    }

    // MARK: Objects

    private func name(_ name: String) -> String { isPartial ? "partial-\(name)" : name }

    private func object(_ object: ObjectForm, kind: String? = nil) -> JSONNode {
        var properties: [(String, JSONNode)] = []
        if let kind { properties.append(("kind", Self.json([("const", Self.string(kind))]))) }
        for field in object.fields { properties.append((field.name, described(field))) }
        for key in ScenarioFormat.provenanceKeys where object.field(key) == nil {
            properties.append((key, text))
        }
        var schema: [(String, JSONNode)] = [
            ("description", Self.string(object.meaning.en)), ("type", Self.string("object")),
            ("properties", Self.json(properties)),
            ("additionalProperties", JSONNode(.bool(false))),
        ]
        if !isPartial {
            let required = (kind == nil ? [] : ["kind"]) + object.fields.filter(\.required).map(\.name)
            if !required.isEmpty { schema.append(("required", Self.list(required.map(Self.string)))) }
            let constraints = object.constraints.map(constraint)
            if !constraints.isEmpty { schema.append(("allOf", Self.list(constraints))) }
        }
        return Self.json(schema)
    }

    private func described(_ field: Field) -> JSONNode {
        var description = field.meaning.en
        if let unit = field.unit { description += " [\(unit.en)]" }
        var members = [("description", Self.string(description))]
        if let standard = field.standard, let value = JSONReader.value(of: standard) {
            members.append(("default", value))
        }
        for member in self.schema(field.form).object?.members ?? [] { members.append((member.key, member.value)) }
        let schema = Self.json(members)
        return isPartial
            ? Self.json([("anyOf", Self.list([schema, Self.json([("type", Self.string("null"))])]))]) : schema
    }

    private func constraint(_ constraint: ObjectForm.Constraint) -> JSONNode {
        func required(_ names: [String]) -> JSONNode { Self.json([("required", Self.list(names.map(Self.string)))]) }
        switch constraint {
        case .exactlyOne(let names): return Self.json([("oneOf", Self.list(names.map { required([$0]) }))])
        case .atLeastOne(let names): return Self.json([("anyOf", Self.list(names.map { required([$0]) }))])
        case .atMostOne(let names):
            let pairs = names.indices.flatMap { i in names[(i + 1)...].map { required([names[i], $0]) } }
            return Self.json([("not", Self.json([("anyOf", Self.list(pairs))]))])
        }
    }

    private func family(_ family: Family) -> JSONNode {
        let kinds = family.kinds.map(\.name)
        let reach = family.kinds.map { kind in
            Self.json([
                (
                    "if",
                    Self.json([
                        ("required", Self.list([Self.string("kind")])),
                        ("properties", Self.json([("kind", Self.json([("const", Self.string(kind.name))]))])),
                    ])
                ), ("then", Self.reference(name("\(family.name)-\(kind.name)"))),
            ])
        }
        var schema: [(String, JSONNode)] = [("type", Self.string("object"))]
        if !isPartial { schema.append(("required", Self.list([Self.string("kind")]))) }
        schema.append(("properties", Self.json([("kind", Self.json([("enum", Self.list(kinds.map(Self.string)))]))])))
        schema.append(("allOf", Self.list(reach)))
        return Self.json(schema)
    }

    // MARK: Values

    private func schema(_ form: ValueForm) -> JSONNode {
        let plain = plainSchema(form)
        guard form.isQuantity, !form.hasOwnValueField else { return plain }
        return anyOf([plain, Self.reference(name("value"))])
    }

    private func plainSchema(_ form: ValueForm) -> JSONNode {
        let string = Self.json([("type", Self.string("string"))])
        switch form {
        case .text: return text
        case .string, .date, .instant, .closedDays, .dateRange, .timeOfDay, .hours, .limit, .span, .event: return string
        case .word(let words): return Self.json([("enum", Self.list(words.map { Self.string($0.name) }))])
        case .boolean: return Self.json([("type", Self.string("boolean"))])
        case .number(let limits), .days(let limits): return anyOf([number(limits, "number"), string])
        case .integer(let limits): return anyOf([number(limits, "integer"), string])
        case .probability: return anyOf([number(.share, "number"), string])
        case .probabilityWeight: return anyOf([number(.nonNegative, "number"), string])
        case .formula: return anyOf([number(.any, "number"), string])
        case .condition, .expression, .fixedValue:
            return Self.json([("type", Self.list(["number", "string", "boolean"].map(Self.string)))])
        case .duration: return anyOf([number(.nonNegative, "number"), string, Self.reference(name("duration"))])
        case .draw: return anyOf([number(.any, "number"), string, Self.reference(name("draw"))])
        case .attributeValue:
            return anyOf([
                Self.json([("type", Self.list(["number", "string", "boolean"].map(Self.string)))]),
                Self.reference(name("attributeDraw")),
                Self.reference(name("draw")), Self.reference(name("value")),
            ])
        case .reference: return Self.reference("id")
        case .route: return anyOf([Self.reference("id"), map(.references(.step), .number(.nonNegative))])
        case .object(let object): return Self.reference(name(object))
        case .family(let family): return Self.reference(name(family))
        case .map(let keys, let value): return map(keys, value)
        case .list(let value): return Self.json([("type", Self.string("array")), ("items", schema(value))])
        case .anyOf(let forms): return anyOf(forms.map(schema))
        }
    }

    private func map(_ keys: ValueForm.Keys, _ value: ValueForm) -> JSONNode {
        let provenance = Self.json(ScenarioFormat.provenanceKeys.map { ($0, text) })
        var member = schema(value)
        if isPartial { member = anyOf([member, Self.json([("type", Self.string("null"))])]) }
        var schema: [(String, JSONNode)] = [("type", Self.string("object")), ("properties", provenance)]
        switch keys {
        case .ids, .references: schema.append(("propertyNames", Self.reference("id")))
        case .words(let words):
            let names = words.map(\.name) + ScenarioFormat.provenanceKeys
            schema.append(("propertyNames", Self.json([("enum", Self.list(names.map(Self.string)))])))
        case .free: break
        }
        schema.append(("additionalProperties", member))
        return Self.json(schema)
    }

    private func number(_ limits: ValueForm.Limits, _ type: String) -> JSONNode {
        var schema: [(String, JSONNode)] = [("type", Self.string(type))]
        if let minimum = limits.minimum {
            schema.append((limits.exclusive ? "exclusiveMinimum" : "minimum", JSONNode(.number(minimum))))
        }
        if let maximum = limits.maximum { schema.append(("maximum", JSONNode(.number(maximum)))) }
        return Self.json(schema)
    }

    /// One of several, with alternatives inside alternatives laid flat.
    private func anyOf(_ schemas: [JSONNode]) -> JSONNode {
        let flat = schemas.flatMap { schema in
            schema.object?.count == 1 ? schema["anyOf"]?.array ?? [schema] : [schema]
        }
        var seen: [JSONNode] = []
        for schema in flat where !seen.contains(schema) { seen.append(schema) }
        return seen.count == 1 ? seen[0] : Self.json([("anyOf", Self.list(seen))])
    }

    // MARK: JSON

    private static func json(_ members: [(String, JSONNode)]) -> JSONNode {
        JSONNode(.object(JSONObject(members.map { JSONObject.Member(key: $0.0, value: $0.1) })))
    }

    private static func list(_ elements: [JSONNode]) -> JSONNode { JSONNode(.array(elements)) }
    private static func string(_ text: String) -> JSONNode { JSONNode(.string(text)) }
    private static func reference(_ name: String) -> JSONNode { json([("$ref", string("#/$defs/\(name)"))]) }
}

extension JSONReader {
    /// The value of a short JSON text, or nil when it has errors.
    static func value(of text: String) -> JSONNode? {
        var files = SourceFiles()
        let reading = read(name: "", bytes: Array(text.utf8), into: &files)
        return reading.diagnostics.isEmpty ? reading.root : nil
    }
}
