/// Identifies what a scenario says, so that a result can tell which model it came from.
///
/// The first 128 bits of SHA-256 over the canonical form of the resolved scenario and the bytes of its data files. The
/// order of members, comments, layout and the members the caller leaves out (texts) do not change it.
public struct ScenarioHash: Hashable, Sendable, CustomStringConvertible {
    /// 32 lower-case hexadecimal digits.
    public let hex: String

    /// - Parameters:
    ///   - scenario: the resolved scenario, every `extends` applied.
    ///   - files: the data files it uses, by the name it gives them.
    ///   - excluding: says true for the paths of members that do not change the model.
    public init(
        _ scenario: JSONNode, files: [String: [UInt8]] = [:], excluding: (_ path: [String]) -> Bool = { _ in false }
    ) {
        var hash = SHA256()
        // Each part is preceded by its length, so that no two different lists of parts look alike.
        func add(_ bytes: [UInt8]) {
            hash.update(Array("\(bytes.count):".utf8))
            hash.update(bytes)
        }
        add(Array(JSONWriter.canonical(scenario, excluding: excluding).utf8))
        for name in files.keys.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
            add(Array(name.utf8))
            add(files[name] ?? [])
        }
        hex = hash.finish().prefix(16).map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    /// The first eight digits, for people.
    public var short: String { String(hex.prefix(8)) }

    public var description: String { hex }
}
