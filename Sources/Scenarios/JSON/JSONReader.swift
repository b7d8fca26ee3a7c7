/// Bounds on what the reader accepts, so that no file can exhaust memory or the stack.
public struct JSONLimits: Hashable, Sendable {
    public var bytes: Int
    /// Arrays and objects inside each other.
    public var depth: Int
    /// Findings after which reading stops.
    public var errors: Int

    public init(bytes: Int = 64 * 1024 * 1024, depth: Int = 200, errors: Int = 50) {
        self.bytes = bytes
        self.depth = depth
        self.errors = errors
    }

    public static let scenario = JSONLimits()
}

/// What reading a file gave: as much of the document as could be understood, and everything wrong with it.
public struct JSONReading: Sendable {
    /// The document, with what could not be read left out; nil when nothing could. Only to be relied on without errors.
    public var root: JSONNode?
    /// In the order of the file.
    public var diagnostics: [Diagnostic]
}

/// Reads JSON with byte spans: RFC 8259 plus `//` and `/* */` comments, trailing commas and a byte order mark.
///
/// Goes on after an error so that every syntax error is reported at once. Never traps, whatever the bytes; O(bytes).
public enum JSONReader {
    /// Reads a registered source.
    public static func read(
        source: Int, in files: SourceFiles, limits: JSONLimits = .scenario
    ) -> JSONReading {
        guard files.files.indices.contains(source) else { return JSONReading(root: nil, diagnostics: []) }
        let bytes = files.files[source].bytes
        var parser = JSONParser(source: source, bytes: bytes, limits: limits)
        guard parser.looksLikeText() else { return JSONReading(root: nil, diagnostics: parser.diagnostics) }
        let root = parser.parseDocument()
        return JSONReading(root: root, diagnostics: parser.diagnostics.sortedByPlace())
    }

    /// Registers a text and reads it.
    public static func read(
        name: String, bytes: [UInt8], into files: inout SourceFiles, limits: JSONLimits = .scenario
    ) -> JSONReading {
        let source = files.add(name: name, bytes: bytes)
        return read(source: source, in: files, limits: limits)
    }
}
