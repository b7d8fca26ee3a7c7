/// How a form applies to a particular value: what its members are and what each of them may be.
///
/// The one place that knows the shorthand of the format (a quantity with its provenance, a route with weights, a
/// distribution); checking, provenance, hashing and completion all walk through it.
enum FormResolver {
    indirect enum Shape {
        /// A scalar, to be read by its form.
        case leaf(ValueForm)
        /// An object with fields; `kind` when its `kind` member selects it.
        case object(ObjectForm, kind: Family?)
        case map(keys: ValueForm.Keys, ValueForm)
        case list(ValueForm)
        /// `{"da": …, "en": …}`.
        case texts
        /// A `kind` that is missing or unknown.
        case unknownKind(Family)
        /// No value of this JSON type is allowed here.
        case mismatch
    }

    static func shape(of node: JSONNode, _ form: ValueForm) -> Shape {
        if form.isQuantity, let object = node.object, object["value"] != nil, !form.hasOwnValueField {
            return .object(ScenarioFormat.valueForm(of: form), kind: nil)
        }
        switch form {
        case .anyOf(let forms):
            for candidate in forms {
                let shape = shape(of: node, candidate)
                if case .mismatch = shape { continue }
                return shape
            }
            return .mismatch
        case .object(let name):
            guard node.object != nil, let object = ScenarioFormat.objects[name] ?? CaseFormat.objects[name] else {
                return .mismatch
            }
            return .object(object, kind: nil)
        case .family(let name):
            guard node.object != nil, let family = ScenarioFormat.family(name) else { return .mismatch }
            guard let kind = node["kind"]?.string, let object = family.kind(kind) else { return .unknownKind(family) }
            return .object(object, kind: family)
        case .map(let keys, let value): return node.object == nil ? .mismatch : .map(keys: keys, value)
        case .list(let value): return node.array == nil ? .mismatch : .list(value)
        case .text: return node.object != nil ? .texts : leaf(node, form)
        case .route where node.object != nil:
            return .map(keys: .references(.step), .number(.nonNegative))
        case .duration where node.object != nil: return namedObject("duration")
        case .draw where node.object != nil: return namedObject("draw")
        case .attributeValue where node.object != nil: return namedObject("attributeDraw")
        default: return leaf(node, form)
        }
    }

    private static func namedObject(_ name: String) -> Shape {
        ScenarioFormat.objects[name].map { .object($0, kind: nil) } ?? .mismatch
    }

    private static func leaf(_ node: JSONNode, _ form: ValueForm) -> Shape {
        form.scalarKinds.contains(node.kind) ? .leaf(form) : .mismatch
    }

    /// The field and form of a member of a value, or nil when it has no such member; `kind`, `source` and
    /// `assumption` have none.
    static func member(_ key: String, of node: JSONNode, _ form: ValueForm, field: Field?) -> (ValueForm, Field?)? {
        switch shape(of: node, form) {
        case .object(let object, _):
            guard let found = object.field(key) else { return nil }
            return (found.form, object.name == "value" && key == "value" ? field ?? found : found)
        case .map(_, let value): return (value, field)
        case .list(let value): return Int(key) == nil ? nil : (value, field)
        default: return nil
        }
    }
}

extension ValueForm {
    /// Whether it is a number, a rule or a length of time, which may be written with its provenance.
    var isQuantity: Bool {
        switch self {
        case .number, .integer, .days, .duration, .draw, .condition, .probability, .probabilityWeight, .formula,
            .expression, .attributeValue, .fixedValue, .limit, .span, .boolean:
            true
        default: false
        }
    }

    /// Whether its object form has a `value` of its own.
    var hasOwnValueField: Bool { self == .attributeValue }

    /// The JSON types of a value that is not an object or a list.
    var scalarKinds: Set<JSONValue.Kind> {
        switch self {
        case .boolean: [.bool]
        case .number, .integer, .days, .duration, .draw, .probability, .probabilityWeight, .formula: [.number, .string]
        case .condition, .attributeValue, .fixedValue, .expression: [.number, .string, .bool]
        default: [.string]
        }
    }
}
