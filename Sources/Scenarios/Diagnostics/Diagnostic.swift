/// How bad a finding is.
public enum Severity: Hashable, Sendable, Comparable {
    /// Worth knowing; nothing to do.
    case note
    /// The scenario can be used, and is probably not what was meant.
    case warning
    /// The scenario cannot be used.
    case error
}

/// The facts of one finding, without words.
///
/// Each area has one enum that conforms; its cases carry what was found, what is allowed and so on. Its `text` is
/// written in the catalogue (`Texts/`), in both languages, by an exhaustive switch, so no case can lack a text.
public protocol DiagnosticFacts: Error, Sendable, Equatable {
    var code: DiagnosticCode { get }
    var severity: Severity { get }
    /// One or two sentences: what was found, what is allowed, what to do. No place and no code: those are added.
    var text: Text { get }
    /// Other places that explain the finding, such as the first of two duplicates.
    var related: [RelatedPlace] { get }
}

extension DiagnosticFacts {
    public var severity: Severity { .error }
    public var related: [RelatedPlace] { [] }

    fileprivate func equals(_ other: any DiagnosticFacts) -> Bool {
        guard let other = other as? Self else { return false }
        return self == other
    }
}

/// A second place that belongs to a finding, with a few words about it.
public struct RelatedPlace: Sendable, Equatable {
    public var span: SourceSpan
    public var text: Text

    public init(span: SourceSpan, text: Text) {
        self.span = span
        self.text = text
    }
}

/// A finding about something the user wrote: what, where and how bad.
public struct Diagnostic: Error, Sendable, Equatable {
    public var facts: any DiagnosticFacts
    /// Where, or nil when no file says it.
    public var span: SourceSpan?
    /// The dotted path into the scenario, or nil when there is none (a syntax error).
    public var path: String?

    public init(_ facts: any DiagnosticFacts, span: SourceSpan? = nil, path: String? = nil) {
        self.facts = facts
        self.span = span
        self.path = path
    }

    public var code: DiagnosticCode { facts.code }
    public var severity: Severity { facts.severity }
    public var text: Text { facts.text }

    public static func == (a: Diagnostic, b: Diagnostic) -> Bool {
        a.facts.equals(b.facts) && a.span == b.span && a.path == b.path
    }
}

/// Several findings thrown together, because all errors of a file are reported at once.
public struct Diagnostics: Error, Sendable, Equatable {
    public var all: [Diagnostic]

    public init(_ all: [Diagnostic]) { self.all = all }
}

extension Sequence where Element == Diagnostic {
    /// Whether any finding makes the scenario unusable.
    public var hasErrors: Bool { contains { $0.severity == .error } }

    /// In the order of the files and within a file by place; findings without a place come last.
    public func sortedByPlace() -> [Diagnostic] {
        enumerated().sorted { a, b in
            func key(_ item: (offset: Int, element: Diagnostic)) -> (Int, Int, Int) {
                (item.element.span?.source ?? .max, item.element.span?.start ?? .max, item.offset)
            }
            return key(a) < key(b)
        }.map(\.element)
    }
}
