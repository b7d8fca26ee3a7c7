/// The lines of a notebook as ranges of its bytes, so that every byte can be kept.
struct NotebookLines {
    struct Line {
        /// The line without its ending.
        var content: Range<Int>
        /// With its ending, `\n` or `\r\n`; the last line may have none.
        var whole: Range<Int>
    }

    let bytes: [UInt8]
    let lines: [Line]

    /// O(bytes).
    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines: [Line] = []
        // A byte order mark belongs to no line.
        var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        while start < bytes.count {
            var index = start
            while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
            let end = min(index + 1, bytes.count)
            let hasReturn = index < bytes.count && index > start && bytes[index - 1] == UInt8(ascii: "\r")
            lines.append(Line(content: start..<(hasReturn ? index - 1 : index), whole: start..<end))
            start = end
        }
        self.lines = lines
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    /// The ending of a line, or that of the first line that has one.
    func ending(of line: Int) -> [UInt8] {
        for candidate in [line, 0] where candidate < lines.count {
            let ending = bytes[lines[candidate].content.upperBound..<lines[candidate].whole.upperBound]
            if !ending.isEmpty { return Array(ending) }
        }
        return [UInt8(ascii: "\n")]
    }

    /// Spaces before the first other byte of a line; nil for a blank line. A tab counts as four.
    func indent(of line: Int) -> Int? {
        var columns = 0
        for byte in bytes[lines[line].content] {
            switch byte {
            case UInt8(ascii: " "): columns += 1
            case UInt8(ascii: "\t"): columns += 4
            default: return columns
            }
        }
        return nil
    }
}
