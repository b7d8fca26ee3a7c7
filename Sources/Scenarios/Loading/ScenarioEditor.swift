internal import Foundation
internal import PathwaySim

/// Changes a scenario one value at a time, through the same definition and checks as reading does.
///
/// A value: every change gives a new scenario and leaves the old one as it was, so undo is keeping it.
public struct ScenarioEditor: Sendable {
    public private(set) var scenario: Scenario

    public init(_ scenario: Scenario) { self.scenario = scenario }

    /// Sets one value.
    ///
    /// - Parameters:
    ///   - name: a dotted path, or a label in either language (aa, ae, oe for å, æ, ø).
    ///   - value: a number (decimal point or comma), a share as `20%`, a duration, a word, a rule, a JSON value, or a
    ///     change of what is there: `+20%`, `-10%`, `+3`, `-2d`. `=` in front takes it as it is (`=-3`).
    ///   - isAbsolute: a sign belongs to the value and makes no change of what is there.
    ///   - origin: where the value comes from; it is an assumption of the user's when left out.
    /// - Throws: everything wrong with the value, or with the scenario it would make.
    @discardableResult
    public mutating func set(
        _ name: String, _ value: String, isAbsolute: Bool = false, origin: SettingOrigin? = nil
    ) throws(LoadFailure) -> SettingChange {
        let typed = Typed(name: name, value: value, scenario: scenario)
        let setting = try typed.setting()
        let new = try typed.value(for: setting, isAbsolute: isAbsolute)
        var document = scenario.document
        let path = JSONPath(setting.path.split(separator: ".").map(String.init))
        let old = document.node(at: setting.path)
        do {
            try document.set(
                Self.wrapped(new, old: old, setting.form, counts: setting.needsProvenance, origin: origin), at: path)
        } catch {
            throw typed.failure(error, typed.nameSpan)
        }
        let changed: Scenario
        do {
            changed = try typed.checked(document)
        } catch {
            throw typed.judged(error, setting, new: new, in: document)
        }
        var change = SettingChange(
            path: setting.path, label: setting.label, unit: setting.unit, old: setting.value,
            new: changed.settings.first { $0.path == setting.path }?.value ?? new)
        if let range = Self.range(of: old), let amount = new.plainAmount, !range.contains(amount) {
            change.outside = range
        }
        scenario = changed
        return change
    }

    /// Sets several numbers at once, checked together.
    ///
    /// - Throws: everything wrong with the scenario they would make.
    public mutating func set(together numbers: [(setting: Setting, value: JSONNode)]) throws(LoadFailure) {
        let words = numbers.map { "\($0.setting.path)=\($0.value.string ?? $0.value.preview)" }
        let typed = Typed(name: words.joined(separator: " "), value: "", scenario: scenario)
        var document = scenario.document
        for (setting, value) in numbers {
            let old = document.node(at: setting.path)
            let new = Self.wrapped(
                JSONNode(value.value, span: typed.nameSpan), old: old, setting.form, counts: setting.needsProvenance,
                origin: nil)
            do {
                try document.set(new, at: JSONPath(setting.path.split(separator: ".").map(String.init)))
            } catch {
                throw typed.failure(error, typed.nameSpan)
            }
        }
        scenario = try typed.checked(document)
    }

    /// Takes back what was set, so that the scenario's own value holds again.
    @discardableResult
    public mutating func unset(_ name: String) throws(LoadFailure) -> SettingChange {
        let typed = Typed(name: name, value: "", scenario: scenario)
        let setting = try typed.setting()
        let path = JSONPath(setting.path.split(separator: ".").map(String.init))
        let original = scenario.context.original.node(at: setting.path)
        var document = scenario.document
        guard document.node(at: setting.path) != original else {
            throw typed.failure(SettingProblem.notChanged(setting.path), typed.nameSpan)
        }
        do {
            if let original { try document.set(original, at: path) } else { try document.remove(at: path) }
        } catch {
            throw typed.failure(error, typed.nameSpan)
        }
        let changed = try typed.checked(document)
        let now = changed.settings.first { $0.path == setting.path }?.value
        scenario = changed
        return SettingChange(path: setting.path, label: setting.label, unit: setting.unit, old: setting.value, new: now)
    }

    /// What the scenario says a number may lie between.
    private static func range(of quantity: JSONNode?) -> ClosedRange<Double>? {
        guard let ends = quantity?["range"]?.array?.compactMap(\.number), ends.count == 2, ends[0] <= ends[1] else {
            return nil
        }
        return ends[0]...ends[1]
    }

    /// A quantity with its provenance keeps what else is known about it.
    private static func wrapped(
        _ new: JSONNode, old: JSONNode?, _ form: ValueForm, counts: Bool, origin: SettingOrigin?
    ) -> JSONNode {
        // A text that is an attribute's value may be a rule, which stands by itself.
        guard counts, new["value"] == nil, form != .attributeValue || new.kind == .number else { return new }
        var object = old?["value"] == nil ? JSONObject() : old?.object ?? JSONObject()
        object.set("value", to: new)
        for key in ScenarioFormat.provenanceKeys { object.remove(key) }
        let words = origin?.source ?? Texts.setByUser
        let reason = JSONNode(
            .object(
                JSONObject([
                    .init(key: "da", value: JSONNode(.string(words.da), span: new.span)),
                    .init(key: "en", value: JSONNode(.string(words.en), span: new.span)),
                ])), span: new.span)
        object.set(origin == nil ? "assumption" : "source", to: reason)
        if let range = origin?.range, new.kind == .number {
            let ends = [range.lowerBound, range.upperBound].map { JSONNode(.number($0), span: new.span) }
            object.set("range", to: JSONNode(.array(ends), span: new.span))
            // It is the interval of an estimate.
            object.set("uncertain", to: JSONNode(.string(UncertainNumber.Law.normal.rawValue), span: new.span))
        } else if let range = range(of: old), let amount = new.plainAmount, !range.contains(amount) {
            // Who sets a number outside its range knows better than the range.
            object.remove("range")
            object.remove("uncertain")
        }
        return JSONNode(.object(object), span: new.span)
    }
}

extension Scenario {
    /// What has been set since the scenario was loaded.
    public var changes: [SettingChange] {
        let differences = context.original.differences(to: document)
        var seen: Set<String> = []
        return differences.compactMap { difference in
            var components = difference.path.components
            // A change inside a quantity or its provenance is a change of the quantity.
            while let last = components.last, ["value", "source", "assumption", "da", "en"].contains(last) {
                components.removeLast()
            }
            let path = components.joined(separator: ".")
            guard seen.insert(path).inserted else { return nil }
            let setting = settings.first { $0.path == path }
            let (old, new) = (context.original.node(at: path)?.quantity, document.node(at: path)?.quantity)
            // Set to what it was, only its provenance differs.
            if let old, let new, old.preview == new.preview, old.string != nil || old.number != nil { return nil }
            return SettingChange(
                path: path, label: setting?.label ?? Text(same: path), unit: setting?.unit, old: old, new: new)
        }
    }

    /// The scenario without what has been set.
    ///
    /// - Throws: when it can no longer be read, which it could once.
    public func asLoaded() throws(LoadFailure) -> Scenario {
        try Scenario.checked(context.original, files: files, context: context, reference: reference)
    }

    /// What a file that builds on this scenario extends: the shipped id, or the whole path of a file, so that it is found
    /// from wherever that file lies.
    public var baseReference: String {
        guard ScenarioLibrary.isFile(reference) else { return reference }
        return URL(fileURLWithPath: reference).standardizedFileURL.path
    }

    /// A scenario file that builds on this one's origin and says only what has been set.
    ///
    /// - Parameters:
    ///   - id: its id.
    ///   - base: what it builds on, as it will be found from where the file is saved: a shipped id or a path.
    public func variantJSON(id: String, title: Text, extends base: String) -> String {
        let patch = context.original.patch(to: document)
        var members: [JSONObject.Member] = [
            .init(key: "schema", value: JSONNode(.string(ScenarioFormat.version))),
            .init(key: "id", value: JSONNode(.string(id))),
            .init(
                key: "title",
                value: title.da == title.en
                    ? JSONNode(.string(title.en))
                    : JSONNode(
                        .object(
                            JSONObject([
                                .init(key: "da", value: JSONNode(.string(title.da))),
                                .init(key: "en", value: JSONNode(.string(title.en))),
                            ])))),
            .init(key: "extends", value: JSONNode(.string(base))),
        ]
        members += (patch.object?.members ?? []).filter { !["schema", "id", "title", "extends"].contains($0.key) }
        return JSONWriter.pretty(JSONNode(.object(JSONObject(members))))
    }

    /// The setting a person means by a path or a label; nil when there is none or more than one.
    public func setting(named name: String) -> Setting? {
        try? Typed(name: name, value: "", scenario: self).setting()
    }
}

/// A name and a value as somebody typed them, kept as a source text so that messages can point into them.
struct Typed {
    let name: String
    let value: String
    let scenario: Scenario
    let source: Int
    private let files: SourceFiles

    init(name: String, value: String, scenario: Scenario) {
        self.name = name
        self.value = value
        self.scenario = scenario
        var files = scenario.files
        source = files.add(name: "<set>", text: value.isEmpty ? name : "\(name) \(value)")
        self.files = files
    }

    var nameSpan: SourceSpan { SourceSpan(source: source, start: 0, end: name.utf8.count) }

    var valueSpan: SourceSpan {
        SourceSpan(source: source, start: name.utf8.count + 1, end: name.utf8.count + 1 + value.utf8.count)
    }

    func failure(_ problem: any DiagnosticFacts, _ span: SourceSpan) -> LoadFailure {
        LoadFailure(diagnostics: [Diagnostic(problem, span: span)], files: files)
    }

    // MARK: Which setting

    func setting() throws(LoadFailure) -> Setting {
        if let exact = scenario.settings.first(where: { $0.path == name || $0.path + ".value" == name }) {
            return exact
        }
        if let absent = absentSetting() { return absent }
        let folded = Self.folded(name)
        let matches = scenario.settings.filter {
            Self.folded($0.label.da) == folded || Self.folded($0.label.en) == folded
        }
        if let match = matches.first {
            guard matches.count == 1 else {
                throw failure(SettingProblem.ambiguous(name, paths: matches.map(\.path)), nameSpan)
            }
            return match
        }
        if scenario.document.node(at: name) != nil {
            throw failure(SettingProblem.notASetting(name), nameSpan)
        }
        let candidates = scenario.settings.flatMap { [$0.path, $0.label.da, $0.label.en] }
        throw failure(
            SettingProblem.unknownPath(name, suggestions: Suggestions.closest(to: name, among: candidates, limit: 3)),
            nameSpan)
    }

    /// A field that the format knows and the file leaves out.
    private func absentSetting() -> Setting? {
        var (node, form, field) = (scenario.document, ValueForm.object("scenario"), Optional<Field>.none)
        let components = name.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        for (index, component) in components.enumerated() {
            guard let member = FormResolver.member(component, of: node, form, field: field) else { return nil }
            // What the author of a scenario names is there or not: a parameter that no rule asks for would do nothing.
            if case .map(keys: .ids, _) = FormResolver.shape(of: node, form), node[component] == nil { return nil }
            (form, field) = member
            if index == components.count - 1 { break }
            guard let next = try? node.node(at: JSONPath([component])) else { return nil }
            node = next
        }
        guard let field else { return nil }
        switch form {
        case .text, .string, .object, .family, .map, .list: return nil
        default:
            let value = (try? node.node(at: JSONPath([components.last ?? ""])))?.quantity ?? JSONNode(.null)
            return Setting(
                path: name, label: Text(same: name), unit: field.unit, value: value, isStandard: value.isNull,
                form: form)
        }
    }

    /// Without case, Danish letters, punctuation and repeated blanks.
    private static func folded(_ text: String) -> String {
        let letters = Suggestions.folded(text).map { $0.isLetter || $0.isNumber ? $0 : " " }
        return String(letters).split(separator: " ").joined(separator: " ")
    }

    // MARK: Which value

    func value(for setting: Setting, isAbsolute: Bool) throws(LoadFailure) -> JSONNode {
        var text = Self.withoutUnit(value.trimmed, setting.unit)
        if text.isEmpty || text == "=" {
            throw failure(SettingProblem.emptyValue(allowed: setting.allowed), nameSpan)
        }
        if setting.form.takesNumbers, Self.isThousandOrDecimal(text) {
            throw failure(SettingProblem.thousandOrDecimal(text), valueSpan)
        }
        if text.hasPrefix("=") {
            text = String(text.dropFirst()).trimmed
        } else if !isAbsolute, let change = RelativeChange(text, of: setting) {
            guard let new = change.applied(to: setting.value, form: setting.form) else {
                throw failure(SettingProblem.notRelative(setting.path, current: setting.value.preview), valueSpan)
            }
            // Nothing is changed silently into what it was: 1y + 20 % is no whole number of years.
            guard new.preview != setting.value.preview || change.isNothing else {
                throw failure(SettingProblem.smallerThanAStep(setting.path, current: setting.value.preview), valueSpan)
            }
            return new.placed(at: valueSpan)
        }
        // `3d` slots a week is a slip; a parameter may count days and be said so.
        if setting.form.isCount, setting.value.number != nil, !setting.path.hasPrefix("parameters."),
            let span = try? DurationText(parsing: text)
        {
            throw failure(
                SettingProblem.onlyTheNumber(NumberFormat.shortest(span.amount), unit: setting.unit), valueSpan)
        }
        if setting.value.number != nil, let words = text.wholeMatch(of: /([0-9][0-9.,]*) +\p{L}[\p{L} .]*/) {
            throw failure(SettingProblem.onlyTheNumber(String(words.output.1), unit: setting.unit), valueSpan)
        }
        return Self.absolute(Self.withPoint(text), setting.form).placed(at: valueSpan)
    }

    /// `14 days` where days are what is counted.
    private static func withoutUnit(_ text: String, _ unit: Text?) -> String {
        for unit in [unit?.da, unit?.en].compactMap({ $0 }) where text.lowercased().hasSuffix(" " + unit.lowercased()) {
            return String(text.dropLast(unit.count + 1)).trimmed
        }
        return text
    }

    /// `1,5h` as Danes write it.
    private static func withPoint(_ text: String) -> String {
        guard text.wholeMatch(of: /[0-9]+,[0-9]+[a-z]+/) != nil else { return text }
        return text.replacing(",", with: ".")
    }

    private static func absolute(_ text: String, _ form: ValueForm) -> JSONNode {
        if form.takesNumbers, let number = number(text) { return JSONNode(.number(number)) }
        if text.first.map({ "{[\"".contains($0) }) ?? false, let json = JSONReader.value(of: text) { return json }
        switch text.lowercased() {
        case "true", "ja", "sand", "yes": if form.takesTruth { return JSONNode(.bool(true)) }
        case "false", "nej", "falsk", "no": if form.takesTruth { return JSONNode(.bool(false)) }
        default: break
        }
        return JSONNode(.string(text))
    }

    /// One separator before exactly three digits, as in `45.000` and `1,250`: nobody but the writer knows what it is. A
    /// number that begins with 0 groups no thousands.
    private static func isThousandOrDecimal(_ text: String) -> Bool {
        let parts = text.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
        guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }) else {
            return false
        }
        return (1...3).contains(parts[0].count) && !parts[0].hasPrefix("0") && parts[1].count == 3
    }

    /// `12`, `12.5`, `12,5`, `20%`, `20 %`.
    static func number(_ text: String) -> Double? {
        var body = text
        let isPercent = body.hasSuffix("%")
        if isPercent { body = String(body.dropLast()).trimmed }
        guard let first = body.utf8.first, (48...57).contains(first) || [43, 45, 46].contains(first),
            let number = CSV.number(body)
        else { return nil }
        return isPercent ? number / 100 : number
    }

    // MARK: The changed scenario

    func checked(_ document: JSONNode) throws(LoadFailure) -> Scenario {
        var context = scenario.context
        context.depths[source] = (context.depths.values.max() ?? 0) + 1
        return try Scenario.checked(document, files: files, context: context, reference: scenario.reference)
    }
}

extension Setting {
    /// Whether a number set here needs to say where it comes from.
    var needsProvenance: Bool { form.isQuantity && form != .boolean && form != .span }
}

extension ValueForm {
    /// A plain number, a whole one or a share: never a length of time.
    fileprivate var isCount: Bool {
        switch self {
        case .number, .integer, .probability, .probabilityWeight: true
        default: false
        }
    }

    fileprivate var takesNumbers: Bool { scalarKinds.contains(.number) }
    fileprivate var takesTruth: Bool { scalarKinds.contains(.bool) }
}

extension JSONNode {
    /// The same value, every part of it at one place.
    fileprivate func placed(at span: SourceSpan) -> JSONNode {
        switch value {
        case .array(let elements): return JSONNode(.array(elements.map { $0.placed(at: span) }), span: span)
        case .object(let object):
            let members = object.members.map {
                JSONObject.Member(key: $0.key, keySpan: span, value: $0.value.placed(at: span))
            }
            return JSONNode(.object(JSONObject(members)), span: span)
        default: return JSONNode(value, span: span)
        }
    }
}
