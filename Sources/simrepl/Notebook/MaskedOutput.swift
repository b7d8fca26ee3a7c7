/// What stands under a block against what the block now says: masks stay where they still fit.
struct MaskedOutput {
    /// A mask that fits nothing, by the index of its line.
    struct Unmatched: Error {
        var lines: [Int]
    }

    private let masks: [OutputMask]
    private let written: [String]
    /// What the block says.
    private let lines: [String]
    private let writtenWords: [String]
    private let saidWords: [String]

    init(written: [String], said lines: [String]) {
        self.written = written
        self.lines = lines
        masks = written.map(OutputMask.init)
        writtenWords = written.map(Self.words)
        saidWords = lines.map(Self.words)
    }

    var hasMasks: Bool { masks.contains(where: \.isMask) }

    /// The lines to write: those said, with the masks of the lines they fit.
    ///
    /// Lines are paired so that as many as possible fit; a mask that is left over is an error, as is a text so long that
    /// pairing would take too long.
    func merged() throws(Unmatched) -> [String] {
        guard hasMasks else { return lines }
        let maskLines = masks.indices.filter { masks[$0].isMask }
        guard written.count * max(1, lines.count) <= 4_000_000 else { throw Unmatched(lines: maskLines) }
        let table = scores()
        // Walks back along the best pairing.
        var result: [String] = []
        var unmatched: [Int] = []
        var (i, j) = (written.count, lines.count)
        while i > 0 || j > 0 {
            if i > 0, j > 0, let step = step(to: i, j, table) {
                if masks[i - 1].isAnyLines {
                    if step.ends { result.append(written[i - 1]) }
                } else {
                    result.append(masks[i - 1].isMask ? written[i - 1] : lines[j - 1])
                }
                i -= step.ends ? 1 : 0
                j -= 1
            } else if j > 0, i == 0 || table[i][j - 1] >= table[i - 1][j] {
                result.append(lines[j - 1])
                j -= 1
            } else {
                if masks[i - 1].isMask { unmatched.append(i - 1) }
                i -= 1
            }
        }
        guard unmatched.isEmpty else { throw Unmatched(lines: unmatched.reversed()) }
        return result.reversed()
    }

    /// What pairing a line with one that is said counts; nil when they do not fit.
    ///
    /// A mask counts most: that it stays matters most. A line whose numbers alone have changed is still the same line, so
    /// that an excerpt between two `...` follows its numbers.
    private func worth(_ line: Int, _ said: Int) -> Int? {
        if masks[line].isAnyLines { return 1_000_000 }
        if masks[line].isMask { return masks[line].matches(lines[said]) ? 1_000_000 : nil }
        if written[line] == lines[said] { return 4 }
        return !writtenWords[line].isEmpty && writtenWords[line] == saidWords[said] ? 3 : nil
    }

    private static func words(_ line: String) -> String { line.filter(\.isLetter) }

    /// Best pairing of the first i lines with the first j.
    private func scores() -> [[Int]] {
        var table = [[Int]](repeating: [Int](repeating: 0, count: lines.count + 1), count: written.count + 1)
        for i in 1...max(1, written.count) where !written.isEmpty {
            for j in 1...max(1, lines.count) where !lines.isEmpty {
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
                guard let worth = worth(i - 1, j - 1) else { continue }
                table[i][j] = max(table[i][j], table[i - 1][j - 1] + worth)
                if masks[i - 1].isAnyLines, table[i][j - 1] > table[i - 1][j - 1] {
                    // One more line under the same `...`, a little less dear than leaving it outside.
                    table[i][j] = max(table[i][j], table[i][j - 1] + 1)
                }
            }
        }
        return table
    }

    /// Whether the best pairing of (i, j) pairs these two lines, and whether a `...` begins there.
    private func step(to i: Int, _ j: Int, _ table: [[Int]]) -> (ends: Bool, Void)? {
        guard let worth = worth(i - 1, j - 1) else { return nil }
        if table[i][j] == table[i - 1][j - 1] + worth { return (true, ()) }
        if masks[i - 1].isAnyLines, table[i][j] == table[i][j - 1] + 1, table[i][j - 1] > table[i - 1][j - 1] {
            return (false, ())
        }
        return nil
    }
}
