/// A value that is sound by itself, and impossible where it is used: reported once, where it was typed.
public struct ImpossibleValue: Sendable, Equatable {
    /// Where the possible values end.
    public struct Bound: Sendable, Equatable {
        public var limit: Double
        /// Whether values below are impossible, rather than those above.
        public var isLeast: Bool
        /// Whether the limit itself is possible.
        public var isIncluded: Bool
    }

    /// What people call the setting.
    public var label: Text
    public var unit: Text?
    /// The impossible value and the one that holds, as written.
    public var value: String
    public var now: String?
    /// Nil where no round limit was found.
    public var bound: Bound?
    /// What the scenario says is plausible.
    public var plausible: ClosedRange<Double>?
    /// The parts of the scenario that cannot use it, each once.
    public var uses: [Text]
    /// What the first of them says.
    public var reason: Text
}

extension Typed {
    /// What to say of a value with which the scenario is no longer sound.
    ///
    /// Findings about the value itself are told as they are. When there are only others, the value is impossible where it
    /// is used: that is one finding, about the value.
    func judged(_ failure: LoadFailure, _ setting: Setting, new: JSONNode, in document: JSONNode) -> LoadFailure {
        var own: [Diagnostic] = []
        let errors = failure.diagnostics.filter { $0.severity == .error }
        for error in errors where error.span?.source == source && !own.contains(error) { own.append(error) }
        guard own.isEmpty, let first = errors.first else {
            return LoadFailure(diagnostics: own.isEmpty ? failure.diagnostics : own, files: failure.files)
        }
        // A word or a rule may be wrong in ways that only its uses explain.
        guard new.number != nil || new.string.flatMap({ try? DurationText(parsing: $0) }) != nil else { return failure }
        var uses: [Text] = []
        for error in errors {
            guard let parts = error.path?.split(separator: ".").map(String.init), parts.count > 1,
                let section = Labels.Section(rawValue: parts[0])
            else { continue }
            let label = scenario.labels.text(section, parts[1])
            if !uses.contains(label) { uses.append(label) }
        }
        let range = scenario.document.node(at: setting.path)?["range"]?.array?.compactMap(\.number) ?? []
        let value = ImpossibleValue(
            label: setting.label.da == setting.path
                ? setting.label : setting.label + Text(same: " (\(setting.path))"),
            unit: setting.unit, value: Self.written(new), now: setting.isStandard ? nil : Self.written(setting.value),
            bound: new.number.flatMap { bound(of: setting, at: $0, in: document) },
            plausible: range.count == 2 && range[0] <= range[1] ? range[0]...range[1] : nil, uses: uses,
            reason: first.text)
        return self.failure(SettingProblem.impossible(value), valueSpan)
    }

    private static func written(_ node: JSONNode) -> String { node.string ?? node.preview }

    /// A round number at which a value begins to be possible; at most six scenarios are tried.
    private func bound(of setting: Setting, at value: Double, in document: JSONNode) -> ImpossibleValue.Bound? {
        guard let now = setting.value.number, now != value else { return nil }
        let isLeast = value < now
        let step = isLeast ? 1e-9 : -1e-9
        for limit in isLeast ? [0.0, 1] : [1, 100]
        where min(value, now) <= limit && limit <= max(value, now) {
            let inside = works(limit + step, setting, document)
            guard inside, !works(limit - step, setting, document) else { continue }
            return .init(limit: limit, isLeast: isLeast, isIncluded: works(limit, setting, document))
        }
        return nil
    }

    private func works(_ number: Double, _ setting: Setting, _ document: JSONNode) -> Bool {
        var document = document
        let path = JSONPath(setting.path.split(separator: ".").map(String.init))
        let number = JSONNode(.number(number), span: valueSpan)
        var node = number
        // A quantity with its provenance keeps it.
        if var object = document.node(at: setting.path)?.object, object["value"] != nil {
            object.set("value", to: number)
            node = JSONNode(.object(object), span: valueSpan)
        }
        guard (try? document.set(node, at: path)) != nil else { return false }
        return (try? checked(document)) != nil
    }
}
