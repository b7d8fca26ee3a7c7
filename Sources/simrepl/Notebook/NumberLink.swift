/// A number in the words: `[12,3 dage](sim:base/wait.clarifying.p90)`.
struct NumberLink {
    /// What is said, between the brackets.
    var wordsRange: Range<Int>
    /// What stands behind `sim:`.
    var targetRange: Range<Int>
    var target: NumberTarget
}

/// Finds the numbers in the words of a notebook, outside code.
struct NumberLinkScanner {
    private let text: NotebookLines
    private(set) var links: [NumberLink] = []
    private(set) var problems: [(NotebookProblem, Range<Int>)] = []
    private static let scheme = Array("sim:".utf8)

    init(_ text: NotebookLines) { self.text = text }

    private var bytes: [UInt8] { text.bytes }

    /// O(bytes) but for runs of back quotes without a partner.
    mutating func scan(_ range: Range<Int>) {
        var index = range.lowerBound
        var bracket: Int?
        while index < range.upperBound {
            switch bytes[index] {
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "`"): index = codeEnd(from: index, in: range) - 1
            case UInt8(ascii: "["): bracket = index
            case UInt8(ascii: "]"):
                if let end = link(openedAt: bracket, closedAt: index, in: range) { index = end - 1 }
                bracket = nil
            case UInt8(ascii: "\n"):
                // No link goes on over an empty line.
                if index + 1 < range.upperBound, isBlankLine(at: index + 1, in: range) { bracket = nil }
            default: break
            }
            index += 1
        }
    }

    /// Behind the code that begins here, or behind the back quotes when it has no end.
    private func codeEnd(from start: Int, in range: Range<Int>) -> Int {
        func run(at index: Int) -> Int { bytes[index..<range.upperBound].prefix { $0 == UInt8(ascii: "`") }.count }
        let length = run(at: start)
        var index = start + length
        while index < range.upperBound {
            if bytes[index] == UInt8(ascii: "`") {
                let other = run(at: index)
                if other == length { return index + other }
                index += other
            } else {
                if bytes[index] == UInt8(ascii: "\n"), isBlankLine(at: index + 1, in: range) { break }
                index += 1
            }
        }
        return start + length
    }

    private func isBlankLine(at start: Int, in range: Range<Int>) -> Bool {
        guard start < range.upperBound else { return true }
        let line = bytes[start..<range.upperBound].prefix { $0 != UInt8(ascii: "\n") }
        return line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
    }

    /// Reads what follows a closing bracket; behind it when it is about a number.
    private mutating func link(openedAt bracket: Int?, closedAt close: Int, in range: Range<Int>) -> Int? {
        let mark = close + 1 < range.upperBound ? bytes[close + 1] : 0
        guard mark == UInt8(ascii: "(") || mark == UInt8(ascii: ":") else { return nil }
        let start = close + 2
        let isPlain = mark == UInt8(ascii: "(") && bytes[start..<range.upperBound].starts(with: Self.scheme)
        guard isPlain else {
            // Written in a way that Markdown knows and this program does not check.
            let rest = bytes[start..<range.upperBound].drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "<") }
            guard rest.starts(with: Self.scheme) else { return nil }
            problems.append((.unreadableNumber, close..<(rest.startIndex + Self.scheme.count)))
            return nil
        }
        let targetStart = start + Self.scheme.count
        let target = bytes[targetStart..<range.upperBound].prefix {
            $0 != UInt8(ascii: ")") && $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\r")
        }
        guard let bracket, target.endIndex < range.upperBound, bytes[target.endIndex] == UInt8(ascii: ")") else {
            problems.append((.unreadableNumber, close..<target.endIndex))
            return nil
        }
        let targetRange = targetStart..<target.endIndex
        do throws(NotebookProblem) {
            links.append(
                NumberLink(
                    wordsRange: (bracket + 1)..<close, targetRange: targetRange,
                    target: try NumberTarget(text.text(targetRange))))
        } catch {
            problems.append((error, targetRange))
        }
        return target.endIndex + 1
    }
}
