/// Checks a document against the format: keys, types, ranges, references, provenance. Finds everything at once.
///
/// What needs more than one field (rules, ways on that belong together) is checked where the model is built.
struct FormChecker {
    /// A number, rule or length of time in the document.
    struct Quantity: Sendable {
        var path: String
        var node: JSONNode
        var form: ValueForm
        var field: Field
        var label: Text
        var provenance: Provenance?
    }

    /// Where the checker is.
    struct Place {
        var path: String
        var field: Field
        var label: Text
        var chain: ProvenanceChain
        /// Whether the place is the `value` of a quantity with its provenance.
        var isInValue = false

        func member(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }
    }

    private(set) var diagnostics: [Diagnostic] = []
    private(set) var quantities: [Quantity] = []
    private(set) var settings: [Setting] = []
    let declarations: Declarations

    init(declarations: Declarations) { self.declarations = declarations }

    /// Checks a whole document; `depths` says how far each of its files is from the outermost base.
    static func check(_ document: JSONNode, depths: [Int: Int]) -> FormChecker {
        var checker = FormChecker(declarations: Declarations(document: document))
        let root = Field("", .object("scenario"), label: both("", ""), "", "")
        var chain = ProvenanceChain(depths: depths)
        if document.object != nil {
            chain = checker.rootChain(document, chain, depths)
        }
        checker.checkID(document)
        checker.check(
            document, root.form, Place(path: "", field: root, label: both("", ""), chain: chain), isRoot: true)
        return checker
    }

    /// Checks a case file against its own format and against the ids of the scenario it is walked in.
    static func checkCase(_ document: JSONNode, declarations: Declarations) -> FormChecker {
        var checker = FormChecker(declarations: declarations)
        let root = Field("", .object(CaseFormat.root.name), label: both("", ""), "", "")
        let chain = ProvenanceChain(depths: [:])
        checker.check(document, root.form, Place(path: "", field: root, label: both("", ""), chain: chain))
        return checker
    }

    /// At the root a provenance covers everything in a `method`, and elsewhere only what an extending file changes.
    private mutating func rootChain(_ document: JSONNode, _ chain: ProvenanceChain, _ depths: [Int: Int])
        -> ProvenanceChain
    {
        if document["kind"]?.string == "method" { return chain.entering(document) }
        var visible = JSONObject()
        for key in ScenarioFormat.provenanceKeys {
            guard let member = document.object?.member(key) else { continue }
            if (depths[member.value.span.source] ?? 0) > 0 {
                visible.set(member)
            } else {
                report(.rootProvenance, member.keySpan, key)
            }
        }
        return chain.entering(JSONNode(.object(visible)))
    }

    private mutating func report(_ problem: FormatProblem, _ span: SourceSpan, _ path: String) {
        diagnostics.append(Diagnostic(problem, span: span, path: path.isEmpty ? nil : path))
    }

    private mutating func check(_ node: JSONNode, _ form: ValueForm, _ place: Place, isRoot: Bool = false) {
        switch FormResolver.shape(of: node, form) {
        case .mismatch:
            report(.wrongType(found: node.preview, allowed: form.allowed), node.span, place.path)
        case .unknownKind(let family):
            let found = node["kind"]
            let names = family.kinds.map(\.name)
            let hint = found?.string.flatMap { Suggestions.closest(to: $0, among: names).first }
            report(
                .unknownKind(found: found?.string ?? found?.preview, allowed: names, suggestion: hint),
                found?.span ?? node.span, place.path)
        case .object(let object, let family):
            checkObject(node, object, family: family, place, isRoot: isRoot)
        case .map(let keys, let value): checkMap(node, keys, value, place)
        case .list(let value):
            for (index, element) in (node.array ?? []).enumerated() {
                var inner = place
                inner.path = place.member(String(index))
                inner.label = place.label + Text(same: " ") + place.field.name(ofElement: index)
                check(element, value, inner)
            }
        case .texts: checkTexts(node, place)
        case .leaf(let form):
            checkLeaf(node, form, place)
            addSetting(node, form, place, isStandard: false)
            if place.field.counts, form.isQuantity { note(node, form, place) }
        }
    }

    /// The scenario's own id may have hyphens.
    private mutating func checkID(_ document: JSONNode) {
        guard let node = document["id"], let id = node.string else { return }
        let plain = id.replacing("-", with: "")
        if !ScenarioFormat.isID(plain) || id.hasPrefix("-") || id.utf8.count > 64 {
            report(.badScenarioID(id), node.span, "id")
        }
    }

    // MARK: Objects and maps

    private mutating func checkObject(
        _ node: JSONNode, _ object: ObjectForm, family: Family?, _ place: Place, isRoot: Bool
    ) {
        let members = node.object?.members ?? []
        let chain = isRoot ? place.chain : place.chain.entering(node)
        let name =
            isRoot
            ? both("the scenario", "scenariet") : family == nil ? object.title.uncapitalised : Text(same: object.name)
        let thing = node["label"]?.localisedText
        for member in members {
            let path = place.member(member.key)
            if ScenarioFormat.provenanceKeys.contains(member.key) {
                checkProvenance(member, path)
            } else if member.key == "kind", family != nil {
                continue
            } else if let field = object.field(member.key) {
                let isValue = object.name == "value" && member.key == "value"
                var inner = Place(path: path, field: field, label: place.label, chain: chain)
                if isValue {
                    inner.field = place.field
                    inner.label = thing ?? place.label
                    inner.isInValue = true
                } else {
                    inner.label = Self.label(of: field, thing: thing, around: place.label)
                }
                check(member.value, field.form, inner)
            } else {
                let allowed =
                    object.fields.map(\.name) + (family == nil ? [] : ["kind"]) + ScenarioFormat.provenanceKeys
                let hint = Suggestions.closest(to: member.key, among: allowed).first
                report(.unknownKey(member.key, object: name, suggestion: hint, allowed: allowed), member.keySpan, path)
            }
        }
        for field in object.fields where node[field.name] == nil && field.isSimple {
            guard let value = field.standard.flatMap(JSONReader.value) else { continue }
            let label = Self.label(of: field, thing: thing, around: place.label)
            let inner = Place(path: place.member(field.name), field: field, label: label, chain: chain)
            addSetting(value, field.form, inner, isStandard: true)
        }
        for field in object.fields where field.required && node[field.name] == nil {
            report(.missing(field.name, object: name), node.opening, place.path)
        }
        for constraint in object.constraints { check(constraint, node, place) }
        if object.name == "value" { checkRange(node, name, place) }
    }

    /// The range of a quantity: two numbers in order, with the value between them, in the value's unit.
    private mutating func checkRange(_ node: JSONNode, _ name: Text, _ place: Place) {
        guard let range = node["range"] else {
            if let law = node["uncertain"] { report(.missing("range", object: name), law.span, place.path) }
            return
        }
        guard let ends = range.array, ends.count == 2 else {
            if let count = range.array?.count {
                report(.wrongLength(found: count, allowed: 2), range.opening, place.member("range"))
            }
            return
        }
        guard let low = ends[0].number, let high = ends[1].number else { return }
        if low > high {
            report(.reversedEnds(low, high), range.span, place.member("range"))
        } else if let value = node["value"], value.span.source == range.span.source, let value = value.plainAmount,
            value < low || value > high
        {
            // A file that puts another number in a base's place need not keep to the base's range, which is then none of it.
            report(.outsideItsRange(value, low, high), range.span, place.member("range"))
        }
    }

    static func label(of field: Field, thing: Text?, around: Text) -> Text {
        let owner = thing ?? around
        func filled(_ pattern: String, _ owner: String) -> String {
            if pattern.contains("{}") { return pattern.replacing("{}", with: owner) }
            return owner.isEmpty ? pattern : "\(owner): \(pattern)"
        }
        return Text(da: filled(field.label.da, owner.da), en: filled(field.label.en, owner.en))
    }

    private mutating func check(_ constraint: ObjectForm.Constraint, _ node: JSONNode, _ place: Place) {
        func given(_ names: [String]) -> [String] { names.filter { node[$0] != nil } }
        switch constraint {
        case .exactlyOne(let names):
            let found = given(names)
            if found.count != 1 { report(.exactlyOne(names, given: found), node.opening, place.path) }
        case .atMostOne(let names):
            let found = given(names)
            if found.count > 1 { report(.exactlyOne(names, given: found), node.opening, place.path) }
        case .atLeastOne(let names):
            if given(names).isEmpty { report(.atLeastOne(names), node.opening, place.path) }
        }
    }

    private mutating func checkMap(_ node: JSONNode, _ keys: ValueForm.Keys, _ value: ValueForm, _ place: Place) {
        let chain = place.chain.entering(node)
        for member in node.object?.members ?? [] {
            let path = place.member(member.key)
            if ScenarioFormat.provenanceKeys.contains(member.key) {
                checkProvenance(member, path)
                continue
            }
            switch keys {
            case .ids:
                if !ScenarioFormat.isID(member.key) {
                    report(.badID(member.key), member.keySpan, path)
                } else if isTaken(member.key, path) {
                    report(.takenName(member.key), member.keySpan, path)
                }
            case .references(let reference): checkReference(member.key, reference, member.keySpan, path)
            case .words(let words): checkWord(member.key, words, member.keySpan, path)
            case .free: break
            }
            let name = member.value["label"]?.localisedText ?? keys.meaning(of: member.key) ?? Text(same: member.key)
            let label = place.path.contains(".") ? place.label + Text(same: " ") + name : name
            check(member.value, value, Place(path: path, field: place.field, label: label, chain: chain))
        }
    }

    /// Whether rules would take the name of an attribute or parameter for something else.
    private func isTaken(_ name: String, _ path: String) -> Bool {
        if path == "attributes.\(name)" { return ExpressionLanguage.reservedNames.contains(name) }
        guard path == "parameters.\(name)" else { return false }
        return ExpressionLanguage.reservedNames.contains(name) || declarations.contains(name, .attribute)
    }

    private mutating func checkProvenance(_ member: JSONObject.Member, _ path: String) {
        switch member.value.kind {
        case .string, .object:
            if member.value.localisedText == nil { report(.emptyProvenance, member.value.span, path) }
        default:
            report(.wrongType(found: member.value.preview, allowed: ValueForm.text.allowed), member.value.span, path)
        }
    }

    private mutating func checkTexts(_ node: JSONNode, _ place: Place) {
        for member in node.object?.members ?? [] {
            let path = place.member(member.key)
            if Language(rawValue: member.key) == nil {
                let allowed = Language.allCases.map(\.rawValue)
                report(
                    .unknownKey(member.key, object: both("a text", "en tekst"), suggestion: nil, allowed: allowed),
                    member.keySpan, path)
            } else if member.value.string == nil {
                report(
                    .wrongType(found: member.value.preview, allowed: ValueForm.string.allowed), member.value.span, path)
            }
        }
        if node.object?.isEmpty ?? true {
            report(.missing("da", object: both("a text", "en tekst")), node.span, place.path)
        }
    }

    // MARK: Leaves

    private mutating func checkLeaf(_ node: JSONNode, _ form: ValueForm, _ place: Place) {
        switch form {
        case .number(let limits): checkNumber(node, limits, whole: false, place)
        case .integer(let limits): checkNumber(node, limits, whole: true, place)
        case .days(let limits): checkNumber(node, limits, whole: false, place)
        case .duration, .probabilityWeight: checkNumber(node, .nonNegative, whole: false, place)
        case .probability: checkNumber(node, .share, whole: false, place)
        case .word(let words): if let word = node.string { checkWord(word, words, node.span, place.path) }
        case .reference(let reference):
            if let id = node.string { checkReference(id, reference, node.span, place.path) }
        case .route: if let id = node.string { checkReference(id, .step, node.span, place.path) }
        case .event: if let event = node.string { checkEvent(event, node.span, place.path) }
        default: break
        }
    }

    private mutating func checkNumber(_ node: JSONNode, _ limits: ValueForm.Limits, whole: Bool, _ place: Place) {
        guard let number = node.number else { return }
        if !limits.allows(number) {
            report(.outOfRange(number, limits), node.span, place.path)
        } else if whole, number.rounded() != number {
            report(.notWhole(number), node.span, place.path)
        }
    }

    private mutating func checkWord(_ word: String, _ words: [ValueForm.Word], _ span: SourceSpan, _ path: String) {
        let names = words.map(\.name)
        if names.contains(word) { return }
        let hint = Suggestions.closest(to: word, among: names).first
        report(.unknownWord(word, allowed: names, suggestion: hint), span, path)
    }

    private mutating func checkReference(
        _ id: String, _ reference: ValueForm.Reference, _ span: SourceSpan, _ path: String
    ) {
        if declarations.contains(id, reference) { return }
        let otherKind = declarations.existsAsOtherKind(id, reference)
        let hint = Suggestions.closest(to: id, among: declarations.names(reference)).first
        report(.unknownReference(id, reference, suggestion: hint, wrongKind: otherKind), span, path)
    }

    private mutating func checkEvent(_ event: String, _ span: SourceSpan, _ path: String) {
        if declarations.events.contains(event) { return }
        let hint = Suggestions.closest(to: event, among: declarations.events.sorted()).first
        report(.unknownEvent(event, suggestion: hint), span, path)
    }

    /// Keeps what can be set; a quantity with its provenance is set at the path of the whole.
    private mutating func addSetting(_ node: JSONNode, _ form: ValueForm, _ place: Place, isStandard: Bool) {
        switch form {
        case .text, .string: return
        default: break
        }
        guard place.field.name != "schema", place.field.name != "kind" || !place.path.isEmpty else { return }
        let path = place.isInValue ? String(place.path.dropLast(".value".count)) : place.path
        settings.append(
            Setting(
                path: path, label: place.label, unit: place.field.unit, value: node, isStandard: isStandard, form: form)
        )
    }

    /// Keeps a quantity, and asks for its provenance when it holds a number.
    private mutating func note(_ node: JSONNode, _ form: ValueForm, _ place: Place) {
        let provenance = place.chain.provenance(for: node.span.source)
        quantities.append(
            Quantity(
                path: place.path, node: node, form: form, field: place.field, label: place.label, provenance: provenance
            ))
        if provenance == nil, node.holdsNumber {
            report(.noProvenance(node.preview), node.span, place.path)
        }
    }
}

extension JSONNode {
    /// How a value looks, short enough for a message.
    var preview: String {
        switch value {
        case .null: return "null"
        case .bool(let bool): return bool ? "true" : "false"
        case .number(let number): return NumberFormat.shortest(number)
        case .string(let string):
            let short = string.count > 40 ? String(string.prefix(39)) + "…" : string
            return Escaping.quoted(short)
        case .array: return "[…]"
        case .object: return "{…}"
        }
    }

    /// The first character of an object or list, so that a finding about the whole does not underline all of it.
    var opening: SourceSpan {
        guard kind == .object || kind == .array else { return span }
        return SourceSpan(source: span.source, start: span.start, end: min(span.end, span.start + 1))
    }

    /// A number, or that of a duration in its own unit; nil for a rule.
    public var plainAmount: Double? {
        number ?? string.flatMap { try? DurationText(parsing: $0, allowingNegative: true) }?.amount
    }

    /// Whether a quantity is a number or holds one: a number, a duration, a rule with a literal.
    ///
    /// 0 and 1 in a rule ask whether and once (`visits(step) > 0`); they measure nothing and need no provenance.
    var holdsNumber: Bool {
        switch value {
        case .number: true
        case .string(let text):
            text.startsWithNumber
                || ExpressionLexer.tokens(of: text).tokens.contains { token in
                    if case .number(let number) = token.kind { number != 0 && number != 1 } else { false }
                }
        default: false
        }
    }
}

extension Field {
    /// Whether it holds one plain value.
    var isSimple: Bool {
        switch form {
        case .text, .string, .object, .family, .map, .list, .anyOf, .route: false
        default: true
        }
    }
}
