/// Writes JSON values: canonically for hashing and comparing, or laid out for people.
///
/// Numbers are written in the shortest form that reads back as the same number, `-0` as `0`; what is not finite, which
/// JSON cannot say, as `null`. Non-ASCII characters are written as themselves.
public enum JSONWriter {
    /// Without white space, keys sorted by their UTF-8 bytes: equal values give equal bytes.
    ///
    /// - Parameter excluding: leaves out the object members for whose path (keys, and indices as digits) it says true.
    public static func canonical(_ node: JSONNode, excluding: (_ path: [String]) -> Bool = { _ in false }) -> String {
        var output = ""
        var path: [String] = []
        writeCanonical(node, path: &path, excluding: excluding, into: &output)
        return output
    }

    /// On one line with a space after colons and commas, members in their order.
    public static func line(_ node: JSONNode) -> String {
        switch node.value {
        case .null: return "null"
        case .bool(let bool): return bool ? "true" : "false"
        case .number(let number): return self.number(number)
        case .string(let string): return quoted(string)
        case .array(let elements): return "[" + elements.map(line).joined(separator: ", ") + "]"
        case .object(let object):
            return "{" + object.members.map { quoted($0.key) + ": " + line($0.value) }.joined(separator: ", ") + "}"
        }
    }

    /// Indented by two spaces, members in their order, ending with a line break.
    ///
    /// Arrays and objects that hold only plain values stay on one line while they fit in `width` columns.
    public static func pretty(_ node: JSONNode, width: Int = 100) -> String {
        var output = ""
        writePretty(node, indent: 0, column: 0, width: width, into: &output)
        return output + "\n"
    }

    /// A number in JSON notation; `null` when it is not finite.
    public static func number(_ number: Double) -> String {
        number.isFinite ? NumberFormat.shortest(number) : "null"
    }

    /// A string with quotes and escapes.
    public static func quoted(_ string: String) -> String {
        var output = "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": output += "\\\""
            case "\\": output += "\\\\"
            case "\n": output += "\\n"
            case "\r": output += "\\r"
            case "\t": output += "\\t"
            case "\u{0}"..."\u{1F}", "\u{7F}":
                let digits = String(scalar.value, radix: 16)
                output += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: output.unicodeScalars.append(scalar)
            }
        }
        return output + "\""
    }

    private static func writeCanonical(
        _ node: JSONNode, path: inout [String], excluding: ([String]) -> Bool, into output: inout String
    ) {
        switch node.value {
        case .null, .bool, .number, .string:
            output += line(node)
        case .array(let elements):
            output += "["
            for (index, element) in elements.enumerated() {
                if index > 0 { output += "," }
                path.append(String(index))
                writeCanonical(element, path: &path, excluding: excluding, into: &output)
                path.removeLast()
            }
            output += "]"
        case .object(let object):
            output += "{"
            var first = true
            for member in object.members.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
                path.append(member.key)
                defer { path.removeLast() }
                if excluding(path) { continue }
                if !first { output += "," }
                first = false
                output += quoted(member.key) + ":"
                writeCanonical(member.value, path: &path, excluding: excluding, into: &output)
            }
            output += "}"
        }
    }

    private static func writePretty(
        _ node: JSONNode, indent: Int, column: Int, width: Int, into output: inout String
    ) {
        if isFlat(node) {
            let flat = line(node)
            if column + flat.count <= width || !isContainer(node) {
                output += flat
                return
            }
        }
        let inner = String(repeating: " ", count: indent + 2)
        let outer = String(repeating: " ", count: indent)
        switch node.value {
        case .null, .bool, .number, .string:
            output += line(node)
        case .array(let elements):
            output += "["
            for (index, element) in elements.enumerated() {
                output += (index > 0 ? ",\n" : "\n") + inner
                writePretty(element, indent: indent + 2, column: indent + 2, width: width, into: &output)
            }
            output += "\n" + outer + "]"
        case .object(let object):
            output += "{"
            for (index, member) in object.members.enumerated() {
                let key = quoted(member.key) + ": "
                output += (index > 0 ? ",\n" : "\n") + inner + key
                writePretty(
                    member.value, indent: indent + 2, column: indent + 2 + key.count, width: width, into: &output)
            }
            output += "\n" + outer + "}"
        }
    }

    private static func isContainer(_ node: JSONNode) -> Bool { node.kind == .array || node.kind == .object }

    /// Whether a value holds no arrays or objects, except empty ones.
    private static func isFlat(_ node: JSONNode) -> Bool {
        func isPlain(_ node: JSONNode) -> Bool {
            !isContainer(node) || node.array?.isEmpty == true || node.object?.isEmpty == true
        }
        switch node.value {
        case .array(let elements): return elements.allSatisfy(isPlain)
        case .object(let object): return object.members.allSatisfy { isPlain($0.value) }
        default: return true
        }
    }
}
