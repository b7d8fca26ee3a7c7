/// Where a number comes from.
public struct Provenance: Sendable, Equatable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        /// A text or page that gives it.
        case source
        /// Somebody's judgement, with one line of reasoning.
        case assumption
    }

    public var kind: Kind
    public var text: Text
    /// The file that says so (index into the scenario's `SourceFiles`).
    var file: Int
}

/// A number of a scenario with where it comes from.
public struct ProvenanceEntry: Sendable, Equatable {
    /// Dotted path into the scenario.
    public var path: String
    /// As written: `12`, `3wd`, `age >= 50`.
    public var value: String
    public var unit: Text?
    public var kind: Provenance.Kind
    public var text: Text
    /// What people call it.
    public var label: Text

    /// The value as people read it: a plain number in their way of writing with its unit, a span or rule as it stands.
    public func written(_ language: Language) -> String {
        guard let number = Double(value) else {
            // `60m` has its unit already.
            return (try? DurationText(parsing: value, allowingNegative: true)) == nil
                ? value + (unit.map { " " + $0[language] } ?? "") : value
        }
        return NumberFormat.exact(number, language: language) + (unit.map { " " + $0[language] } ?? "")
    }

    init(path: String, value: String, unit: Text?, provenance: Provenance, label: Text) {
        self.path = path
        self.value = value
        self.unit = unit
        self.kind = provenance.kind
        self.text = provenance.text
        self.label = label
    }
}

extension Sequence where Element == ProvenanceEntry {
    /// The share of the numbers that are assumptions, 0…1; nil when there are none.
    public var assumedShare: Double? {
        var (all, assumed) = (0, 0)
        for entry in self {
            all += 1
            if entry.kind == .assumption { assumed += 1 }
        }
        return all == 0 ? nil : Double(assumed) / Double(all)
    }
}

/// The provenances in force at a place in the document, the nearest last.
struct ProvenanceChain: Sendable {
    private var links: [Provenance] = []
    /// How far each file is from the outermost base: a file that extends another has a greater depth.
    private let depths: [Int: Int]

    init(depths: [Int: Int]) { self.depths = depths }

    /// What an object says about the numbers in it, added to what holds around it.
    func entering(_ node: JSONNode) -> ProvenanceChain {
        var chain = self
        for kind in Provenance.Kind.allCases {
            guard let member = node[kind.rawValue], let text = member.localisedText else { continue }
            chain.links.append(Provenance(kind: kind, text: text, file: member.span.source))
        }
        return chain
    }

    /// The nearest provenance that speaks about a value written in `file`.
    ///
    /// What a base says about its own numbers does not vouch for a number that another file has put in their place: such
    /// a number without a provenance of its own is an assumption that names what it replaces.
    func provenance(for file: Int) -> Provenance? {
        if let own = links.last(where: { $0.file == file }) { return own }
        let depth = depths[file] ?? 0
        if let later = links.last(where: { (depths[$0.file] ?? 0) >= depth }) { return later }
        return links.last.map { replaced in
            Provenance(kind: .assumption, text: Texts.replaces(replaced.text), file: file)
        }
    }
}

extension JSONNode {
    /// A text in both languages: a string is the same in both, an object names them. Nil when neither or when blank.
    var localisedText: Text? {
        func filled(_ node: JSONNode?) -> String? {
            guard let string = node?.string, string.contains(where: { !$0.isWhitespace }) else { return nil }
            return string
        }
        if let plain = filled(self) { return Text(same: plain) }
        guard object != nil else { return nil }
        let (da, en) = (filled(self["da"]), filled(self["en"]))
        guard let any = da ?? en else { return nil }
        return Text(da: da ?? any, en: en ?? any)
    }
}
