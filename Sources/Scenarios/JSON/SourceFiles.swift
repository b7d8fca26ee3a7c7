import Foundation

/// A range of bytes in one of the registered source files.
public struct SourceSpan: Hashable, Sendable {
    /// Index into `SourceFiles`; 0 is the reserved source for values that no file says.
    public var source: Int
    /// Byte offset of the first byte.
    public var start: Int
    /// Byte offset after the last byte, ≥ `start`.
    public var end: Int

    public init(source: Int, start: Int, end: Int) {
        self.source = source
        self.start = start
        self.end = end
    }

    /// The span of values made by the program; diagnostics about them show no place.
    public static let generated = SourceSpan(source: 0, start: 0, end: 0)

    /// From the beginning of this span to the end of another one in the same source.
    public func extended(to other: SourceSpan) -> SourceSpan {
        guard other.source == source else { return self }
        return SourceSpan(source: source, start: min(start, other.start), end: max(end, other.end))
    }
}

/// A place in a source file, as people count: from 1.
public struct SourceLocation: Hashable, Sendable {
    public var line: Int
    /// Counted in characters as displayed (grapheme clusters); a tab counts as one.
    public var column: Int
}

/// The texts that spans point into: scenario files, data files, and what was typed at the prompt.
///
/// A value: whoever reads several files passes it along and keeps it for rendering diagnostics.
public struct SourceFiles: Sendable {
    /// A registered text.
    public struct File: Sendable {
        /// Shown in diagnostics: a path as the user wrote it, or a word such as `<input>`.
        public let name: String
        public let bytes: [UInt8]
        /// Byte offsets at which lines begin, ascending, the first 0.
        let lineStarts: [Int]

        init(name: String, bytes: [UInt8]) {
            self.name = name
            self.bytes = bytes
            self.lineStarts = Self.lineStarts(in: bytes)
        }

        private static func lineStarts(in bytes: [UInt8]) -> [Int] {
            var starts = [0]
            bytes.withUnsafeBytes { buffer in
                guard let base = buffer.baseAddress else { return }
                var offset = 0
                // memchr: a file too large to be read must still be refused quickly, in a debug build too.
                while let found = memchr(base + offset, 0x0A, buffer.count - offset) {
                    offset = UnsafeRawPointer(found) - base + 1
                    starts.append(offset)
                }
            }
            return starts
        }

        /// The 0-based line that holds a byte offset (clamped to the file). O(log lines).
        func lineIndex(at offset: Int) -> Int {
            var low = 0
            var high = lineStarts.count
            while high - low > 1 {
                let middle = (low + high) / 2
                if lineStarts[middle] <= offset { low = middle } else { high = middle }
            }
            return low
        }

        /// The bytes of a 0-based line without its line ending.
        func lineRange(_ line: Int) -> Range<Int> {
            let start = lineStarts[line]
            var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
            if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
            return start..<max(start, end)
        }
    }

    /// All files; index 0 is the reserved empty source.
    public private(set) var files: [File]

    public init() {
        files = [File(name: "", bytes: [])]
    }

    /// Registers a text and returns its index for spans. O(bytes).
    public mutating func add(name: String, bytes: [UInt8]) -> Int {
        files.append(File(name: name, bytes: bytes))
        return files.count - 1
    }

    /// Registers a text and returns its index for spans.
    public mutating func add(name: String, text: String) -> Int {
        add(name: name, bytes: Array(text.utf8))
    }

    /// The file a span points into, or nil for generated values.
    public func file(of span: SourceSpan) -> File? {
        span.source > 0 && span.source < files.count ? files[span.source] : nil
    }

    /// Line and column where a span begins, or nil for generated values.
    public func location(of span: SourceSpan) -> SourceLocation? {
        guard let file = file(of: span) else { return nil }
        let offset = min(max(span.start, 0), file.bytes.count)
        let line = file.lineIndex(at: offset)
        let start = file.lineStarts[line]
        // A byte order mark is not displayed, so it does not count.
        let first = start == 0 && file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? min(3, offset) : start
        return SourceLocation(line: line + 1, column: characters(file.bytes[first..<offset]) + 1)
    }

    private func characters(_ bytes: ArraySlice<UInt8>) -> Int {
        // In a line longer than any a person edits, scalars are near enough and much faster to count.
        if bytes.count > 20_000 { return bytes.reduce(0) { $0 + ($1 & 0xC0 == 0x80 ? 0 : 1) } }
        return String(decoding: bytes, as: UTF8.self).count
    }
}
