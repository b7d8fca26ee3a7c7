import Scenarios

/// As much of JSON Schema 2020-12 as the scenario schema uses; an unknown keyword is a failure, so it cannot pass by
/// being overlooked.
struct SchemaEvaluator {
    let root: JSONNode

    private static let annotations: Set<String> = [
        "$schema", "$id", "title", "description", "default", "$defs", "then", "else",
    ]

    /// The first place where a value does not fit, as a path with the keyword; nil when it fits.
    func mismatch(_ value: JSONNode, _ schema: JSONNode, at path: String = "") -> String? {
        if let bool = schema.bool { return bool ? nil : path + ": false" }
        for keyword in schema.object?.members ?? [] where !Self.annotations.contains(keyword.key) {
            if let found = check(keyword.key, keyword.value, value, schema, path) { return found }
        }
        return nil
    }

    private func fits(_ value: JSONNode, _ schema: JSONNode, _ path: String) -> Bool {
        mismatch(value, schema, at: path) == nil
    }

    private func check(
        _ keyword: String, _ wanted: JSONNode, _ value: JSONNode, _ schema: JSONNode, _ path: String
    ) -> String? {
        let failed = "\(path): \(keyword)"
        switch keyword {
        case "$ref":
            guard let name = wanted.string?.split(separator: "/").last, let target = root["$defs"]?[String(name)] else {
                return failed
            }
            return mismatch(value, target, at: path)
        case "if":
            let branch = fits(value, wanted, path) ? schema["then"] : schema["else"]
            return branch.flatMap { mismatch(value, $0, at: path) }
        case "allOf": return wanted.array?.lazy.compactMap { mismatch(value, $0, at: path) }.first
        case "anyOf": return wanted.array?.contains { fits(value, $0, path) } ?? false ? nil : failed
        case "oneOf": return wanted.array?.count { fits(value, $0, path) } == 1 ? nil : failed
        case "not": return fits(value, wanted, path) ? failed : nil
        case "type":
            let types = wanted.array?.compactMap(\.string) ?? [wanted.string ?? ""]
            return types.contains { Self.has(value, $0) } ? nil : failed
        case "enum": return wanted.array?.contains(value) ?? false ? nil : failed
        case "const": return wanted == value ? nil : failed
        default: return checkParts(keyword, wanted, value, schema, path)
        }
    }

    private func checkParts(
        _ keyword: String, _ wanted: JSONNode, _ value: JSONNode, _ schema: JSONNode, _ path: String
    ) -> String? {
        let failed = "\(path): \(keyword)"
        let members = value.object?.members ?? []
        switch keyword {
        case "required":
            guard value.object != nil else { return nil }
            return (wanted.array ?? []).allSatisfy { value[$0.string ?? ""] != nil } ? nil : failed
        case "properties":
            return members.lazy.compactMap { member in
                wanted[member.key].flatMap { mismatch(member.value, $0, at: "\(path)/\(member.key)") }
            }.first
        case "additionalProperties":
            return members.lazy.filter { schema["properties"]?[$0.key] == nil }
                .compactMap { mismatch($0.value, wanted, at: "\(path)/\($0.key)") }.first
        case "propertyNames":
            return members.lazy.compactMap { mismatch(JSONNode(.string($0.key)), wanted, at: "\(path)/\($0.key)") }
                .first
        case "items":
            return (value.array ?? []).enumerated().lazy.compactMap { mismatch($1, wanted, at: "\(path)/\($0)") }.first
        case "pattern":
            guard let text = value.string, let pattern = wanted.string, let regex = try? Regex(pattern) else {
                return nil
            }
            return text.contains(regex) ? nil : failed
        case "minimum": return (value.number ?? .infinity) >= (wanted.number ?? 0) ? nil : failed
        case "maximum": return (value.number ?? -.infinity) <= (wanted.number ?? 0) ? nil : failed
        case "exclusiveMinimum": return (value.number ?? .infinity) > (wanted.number ?? 0) ? nil : failed
        case "minProperties": return members.count >= Int(wanted.number ?? 0) || value.object == nil ? nil : failed
        case "maxItems": return (value.array?.count ?? 0) <= Int(wanted.number ?? 0) ? nil : failed
        default: return failed + " is not understood"
        }
    }

    private static func has(_ value: JSONNode, _ type: String) -> Bool {
        switch (type, value.kind) {
        case ("null", .null), ("boolean", .bool), ("string", .string), ("array", .array), ("object", .object),
            ("number", .number):
            true
        case ("integer", .number): value.number.map { $0 == $0.rounded() } ?? false
        default: false
        }
    }
}
