/// A dotted path into a document, such as `resources.clarifier.slotsPerWeek` or `sources.gp.pieces.0.perDay`.
///
/// Elements of arrays are named by their index from 0. A key that itself contains a dot cannot be reached.
public struct JSONPath: Hashable, Sendable, CustomStringConvertible {
    public var components: [String]

    public init(_ components: [String]) { self.components = components }

    /// More parts than any document that can be read has levels.
    static let mostComponents = JSONLimits.scenario.depth

    /// Reads the dotted notation; `emptyComponent` when a name between two dots is missing, `tooDeep` beyond 200 names.
    public init(parsing text: String) throws(JSONPathProblem) {
        components = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        if let index = components.firstIndex(where: \.isEmpty) {
            throw .emptyComponent(path: text, component: index)
        }
        if components.count > Self.mostComponents { throw .tooDeep(limit: Self.mostComponents) }
    }

    public var description: String { components.joined(separator: ".") }

    public func appending(_ component: String) -> JSONPath { JSONPath(components + [component]) }

    /// The first components, up to but not including one.
    public func prefix(_ count: Int) -> JSONPath { JSONPath(Array(components.prefix(count))) }

    /// Where a component stands in the dotted notation, as UTF-8 offsets: for a caret under what was typed.
    public func range(ofComponent index: Int) -> Range<Int> {
        let before = components.prefix(index).reduce(0) { $0 + $1.utf8.count + 1 }
        let length = components.indices.contains(index) ? components[index].utf8.count : 0
        return before..<before + length
    }
}

/// Why a path leads nowhere. `component` is the index of the offending part of the path.
public enum JSONPathProblem: DiagnosticFacts {
    case emptyComponent(path: String, component: Int)
    /// The object at `parent` (empty at the root) has no such member; it has `available`.
    case noSuchMember(parent: String, key: String, available: [String], component: Int)
    /// The array at `parent` needs an index below `count`.
    case badIndex(parent: String, found: String, count: Int, component: Int)
    /// What stands at `parent` has no parts.
    case notAContainer(parent: String, kind: JSONValue.Kind, component: Int)
    /// The path has more parts than a document can have levels.
    case tooDeep(limit: Int)

    public var component: Int {
        switch self {
        case .emptyComponent(_, let component), .noSuchMember(_, _, _, let component),
            .badIndex(_, _, _, let component), .notAContainer(_, _, let component):
            component
        case .tooDeep(let limit): limit
        }
    }

    public var code: DiagnosticCode {
        switch self {
        case .emptyComponent, .tooDeep: .badPath
        case .noSuchMember, .badIndex, .notAContainer: .noSuchPath
        }
    }

    public var text: Text { Texts.path(self) }
}
