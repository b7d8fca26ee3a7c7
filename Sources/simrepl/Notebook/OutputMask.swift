/// A line of expected output that may hold masks for what varies.
///
/// `[..]` stands for one or more characters, `[TIME]` for a time of day or a measured time, `[PATH]` for a path with a
/// `/`, `[VERSION]` for a version number. A line that is only `...` stands for one or more lines.
struct OutputMask {
    private enum Piece: Equatable {
        case text([Character])
        case anything, time, path, version
    }

    private let pieces: [Piece]
    /// Whether the line stands for any lines.
    let isAnyLines: Bool

    /// Whether the line holds a mask at all.
    var isMask: Bool { isAnyLines || pieces.contains { if case .text = $0 { false } else { true } } }

    private static let words: [(String, Piece)] = [
        ("[..]", .anything), ("[TIME]", .time), ("[PATH]", .path), ("[VERSION]", .version),
    ]

    init(_ line: String) {
        isAnyLines = line.filter { $0 != " " && $0 != "\t" } == "..."
        var pieces: [Piece] = []
        var text: [Character] = []
        var rest = Substring(line)
        while let first = rest.first {
            if first == "[", let (word, piece) = Self.words.first(where: { rest.hasPrefix($0.0) }) {
                if !text.isEmpty { pieces.append(.text(text)) }
                text = []
                pieces.append(piece)
                rest = rest.dropFirst(word.count)
            } else {
                text.append(first)
                rest = rest.dropFirst()
            }
        }
        if !text.isEmpty { pieces.append(.text(text)) }
        self.pieces = pieces
    }

    /// Whether a line is what this one says. O(pieces × characters), however many masks there are.
    func matches(_ line: String) -> Bool {
        let characters = Array(line)
        var reached = [Bool](repeating: false, count: characters.count + 1)
        reached[0] = true
        for piece in pieces {
            var next = [Bool](repeating: false, count: characters.count + 1)
            var isBehindOne = false
            for start in 0...characters.count {
                if piece == .anything {
                    if isBehindOne { next[start] = true }
                    isBehindOne = isBehindOne || reached[start]
                } else if reached[start] {
                    for end in Self.ends(of: piece, characters, from: start) { next[end] = true }
                }
            }
            reached = next
        }
        return reached[characters.count]
    }

    private static func ends(of piece: Piece, _ line: [Character], from start: Int) -> [Int] {
        switch piece {
        case .text(let text):
            return start + text.count <= line.count && line[start..<start + text.count].elementsEqual(text)
                ? [start + text.count] : []
        case .anything: return []
        case .path:
            let word = line[start...].prefix { !$0.isWhitespace }
            return word.contains("/") ? [word.endIndex] + shorter(word) : []
        case .version:
            let word = line[start...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || ".-+".contains($0)) }
            guard word.first?.isNumber == true, word.contains(".") else { return [] }
            return [word.endIndex] + shorter(word)
        case .time: return timeEnds(line, from: start)
        }
    }

    /// Punctuation behind a word belongs to the sentence.
    private static func shorter(_ word: ArraySlice<Character>) -> [Int] {
        var ends: [Int] = []
        var word = word
        while let last = word.last, ".,;:)]'\"".contains(last), word.count > 1 {
            word.removeLast()
            ends.append(word.endIndex)
        }
        return ends
    }

    /// `9:05`, `09.05:30`, `2026-01-05T09:05`, or a number with a unit: `1,2 s`, `350 ms`, `2 min`.
    private static func timeEnds(_ line: [Character], from start: Int) -> [Int] {
        let word = line[start...].prefix { $0.isNumber || ".,:-TZ+".contains($0) }
        guard word.first?.isNumber == true else { return [] }
        var ends: [Int] = []
        if word.contains(":") || word.dropFirst().contains(".") { ends = [word.endIndex] + shorter(word) }
        let rest = line[word.endIndex...].drop { $0 == " " }
        let unit = rest.prefix { $0.isLetter }
        if rest.startIndex - word.endIndex <= 1, ["s", "ms", "min", "h", "timer", "hours"].contains(String(unit)) {
            ends.append(unit.endIndex)
        }
        return ends
    }
}
