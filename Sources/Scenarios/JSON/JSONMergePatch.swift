extension JSONNode {
    /// This value changed by a merge patch (RFC 7396): objects merge member by member, `null` removes, all else replaces.
    ///
    /// Every value keeps the span of the file it came from. A merged object and the keys that both have take the
    /// patch's span: a message about them should point into the file that changes, not into the one it extends.
    public func applying(_ patch: JSONNode) -> JSONNode {
        guard case .object(let changes) = patch.value else { return patch }
        var result = object ?? JSONObject()
        for change in changes.members {
            if change.value.isNull {
                result.remove(change.key)
                continue
            }
            // An absent member is patched as if it were empty, which takes the nulls out of a new object.
            let before = result[change.key] ?? JSONNode(.null)
            result.set(
                JSONObject.Member(key: change.key, keySpan: change.keySpan, value: before.applying(change.value)))
        }
        return JSONNode(.object(result), span: patch.span)
    }

    /// The smallest merge patch that changes this value into another one; an empty object when they are equal.
    ///
    /// `base.applying(base.patch(to: other)) == other` as long as `other` holds no `null` inside an object, which a
    /// merge patch cannot express.
    public func patch(to other: JSONNode) -> JSONNode {
        guard case .object(let before) = value, case .object(let after) = other.value else {
            return self == other ? JSONNode(.object(JSONObject())) : other
        }
        var changes = JSONObject()
        for member in before.members where after[member.key] == nil {
            changes.set(member.key, to: JSONNode(.null))
        }
        for member in after.members {
            if let old = before[member.key] {
                if old == member.value { continue }
                // A list or a plain value is replaced whole; an object that replaces another kind likewise.
                let isMerge = old.kind == .object && member.value.kind == .object
                changes.set(
                    JSONObject.Member(
                        key: member.key, keySpan: member.keySpan,
                        value: isMerge ? old.patch(to: member.value) : member.value))
            } else {
                changes.set(member)
            }
        }
        return JSONNode(.object(changes), span: other.span)
    }

    /// Where two values differ: the dotted path, what was and what is (nil when absent), in the order of the members.
    public func differences(to other: JSONNode) -> [JSONDifference] {
        var found: [JSONDifference] = []
        Self.compare(self, other, path: JSONPath([]), into: &found)
        return found
    }

    private static func compare(
        _ old: JSONNode?, _ new: JSONNode?, path: JSONPath, into found: inout [JSONDifference]
    ) {
        if old == new { return }
        guard let a = old?.object, let b = new?.object else {
            found.append(JSONDifference(path: path, old: old, new: new))
            return
        }
        for member in a.members {
            compare(member.value, b[member.key], path: path.appending(member.key), into: &found)
        }
        for member in b.members where a[member.key] == nil {
            compare(nil, member.value, path: path.appending(member.key), into: &found)
        }
    }
}

/// One difference between two documents.
public struct JSONDifference: Sendable, Equatable {
    public var path: JSONPath
    /// Nil when the member is new.
    public var old: JSONNode?
    /// Nil when the member is gone.
    public var new: JSONNode?
}
