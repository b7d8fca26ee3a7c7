/// The members of a JSON object in the order they were written, with fast lookup by key.
///
/// Keys are unique; the reader reports duplicates and keeps the first. Equal objects have the same keys with equal
/// values, in any order.
public struct JSONObject: Sendable, Equatable {
    public struct Member: Sendable {
        public let key: String
        public var keySpan: SourceSpan
        public var value: JSONNode

        public init(key: String, keySpan: SourceSpan = .generated, value: JSONNode) {
            self.key = key
            self.keySpan = keySpan
            self.value = value
        }
    }

    public private(set) var members: [Member] = []
    private var positions: [String: Int] = [:]

    public init() {}

    /// Later members with a key already present replace the value of the earlier one.
    public init(_ members: [Member]) {
        self.members.reserveCapacity(members.count)
        positions.reserveCapacity(members.count)
        for member in members { set(member) }
    }

    public var count: Int { members.count }
    public var isEmpty: Bool { members.isEmpty }
    public var keys: [String] { members.map(\.key) }

    /// The value of a key, or nil. O(1) on average.
    public subscript(_ key: String) -> JSONNode? {
        positions[key].map { members[$0].value }
    }

    /// The whole member of a key, or nil. O(1) on average.
    public func member(_ key: String) -> Member? {
        positions[key].map { members[$0] }
    }

    /// Replaces the member with the same key in its place, or appends. O(1) on average.
    public mutating func set(_ member: Member) {
        if let position = positions[member.key] {
            members[position] = member
        } else {
            positions[member.key] = members.count
            members.append(member)
        }
    }

    /// Replaces the value of a key in its place (its key keeps its span), or appends a member. O(1) on average.
    public mutating func set(_ key: String, to value: JSONNode) {
        if let position = positions[key] {
            members[position].value = value
        } else {
            set(Member(key: key, value: value))
        }
    }

    /// Removes a member and returns it, or nil when there is none. O(members).
    @discardableResult
    public mutating func remove(_ key: String) -> Member? {
        guard let position = positions.removeValue(forKey: key) else { return nil }
        let removed = members.remove(at: position)
        for index in position..<members.count { positions[members[index].key] = index }
        return removed
    }

    public static func == (a: JSONObject, b: JSONObject) -> Bool {
        a.count == b.count && a.members.allSatisfy { member in b[member.key] == member.value }
    }
}
