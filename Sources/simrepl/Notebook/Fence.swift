/// The line that opens a fenced block, by the rules of CommonMark: at most three spaces, then at least three of one
/// mark, then what the block holds.
struct Fence: Equatable {
    var mark: UInt8
    var length: Int
    var indent: Int
    /// The words behind the marks, as ranges of the notebook's bytes.
    var words: [Range<Int>]

    /// Nil when the line opens no block.
    init?(_ line: Int, in text: NotebookLines) {
        let content = text.lines[line].content
        guard let indent = text.indent(of: line), indent <= 3, let first = text.bytes[content].dropFirst(indent).first,
            first == UInt8(ascii: "`") || first == UInt8(ascii: "~")
        else { return nil }
        let start = content.lowerBound + indent
        let length = text.bytes[start..<content.upperBound].prefix { $0 == first }.count
        let rest = (start + length)..<content.upperBound
        guard length >= 3, first != UInt8(ascii: "`") || !text.bytes[rest].contains(first) else { return nil }
        mark = first
        self.length = length
        self.indent = indent
        words = []
        var wordStart: Int?
        for index in rest.lowerBound...rest.upperBound {
            let isBlank =
                index == rest.upperBound || text.bytes[index] == UInt8(ascii: " ")
                || text.bytes[index] == UInt8(ascii: "\t")
            if isBlank, let begun = wordStart {
                words.append(begun..<index)
                wordStart = nil
            } else if !isBlank, wordStart == nil {
                wordStart = index
            }
        }
    }

    /// Whether a line closes the block that this one opened.
    func isClosed(by line: Int, in text: NotebookLines) -> Bool {
        guard let indent = text.indent(of: line), indent <= 3 else { return false }
        let rest = text.bytes[text.lines[line].content].dropFirst(indent)
        let marks = rest.prefix { $0 == mark }.count
        return marks >= length
            && rest.dropFirst(marks).allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    }
}
