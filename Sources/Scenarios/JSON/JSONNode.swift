/// A value read from JSON together with where it was written.
///
/// Two nodes are equal when their values are; where they were written and the order of members do not matter.
public struct JSONNode: Sendable, Equatable {
    public var value: JSONValue
    public var span: SourceSpan

    public init(_ value: JSONValue, span: SourceSpan = .generated) {
        self.value = value
        self.span = span
    }

    public static func == (a: JSONNode, b: JSONNode) -> Bool { a.value == b.value }
}

/// The kinds of JSON values. Numbers are always finite when they come from the reader.
public indirect enum JSONValue: Sendable, Equatable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSONNode])
    case object(JSONObject)

    /// What a value is, without the value: for messages.
    public enum Kind: Hashable, Sendable, CaseIterable {
        case null, bool, number, string, array, object
    }

    public var kind: Kind {
        switch self {
        case .null: .null
        case .bool: .bool
        case .number: .number
        case .string: .string
        case .array: .array
        case .object: .object
        }
    }
}

extension JSONNode {
    public var kind: JSONValue.Kind { value.kind }
    public var isNull: Bool { value.kind == .null }

    /// The truth value, or nil when the node is something else.
    public var bool: Bool? {
        if case .bool(let bool) = value { bool } else { nil }
    }

    /// The number, or nil when the node is something else.
    public var number: Double? {
        if case .number(let number) = value { number } else { nil }
    }

    /// The string, or nil when the node is something else.
    public var string: String? {
        if case .string(let string) = value { string } else { nil }
    }

    /// The elements, or nil when the node is not an array.
    public var array: [JSONNode]? {
        if case .array(let elements) = value { elements } else { nil }
    }

    /// The members, or nil when the node is not an object.
    public var object: JSONObject? {
        if case .object(let object) = value { object } else { nil }
    }

    /// The member with this key, or nil when the node is not an object or has no such member.
    public subscript(_ key: String) -> JSONNode? { object?[key] }
}
