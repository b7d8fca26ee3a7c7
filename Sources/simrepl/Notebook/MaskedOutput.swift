/// What stands under a block against what the block now says: masks stay where they still fit.
struct MaskedOutput {
    /// A mask that fits nothing, by the index of its line.
    struct Unmatched: Error {
        var lines: [Int]
    }

    private let masks: [OutputMask]
    private let written: [String]

    init(written: [String]) {
        self.written = written
        masks = written.map(OutputMask.init)
    }

    var hasMasks: Bool { masks.contains(where: \.isMask) }

    /// The lines to write: those said, with the masks of the lines they fit.
    ///
    /// Lines are paired so that as many as possible fit; a mask that is left over is an error, as is a text so long that
    /// pairing would take too long.
    func merged(with said: [String]) throws(Unmatched) -> [String] {
        guard hasMasks else { return said }
        let maskLines = masks.indices.filter { masks[$0].isMask }
        guard written.count * max(1, said.count) <= 4_000_000 else { throw Unmatched(lines: maskLines) }
        let table = scores(said)
        // Walks back along the best pairing.
        var result: [String] = []
        var unmatched: [Int] = []
        var (i, j) = (written.count, said.count)
        while i > 0 || j > 0 {
            if i > 0, j > 0, fits(i - 1, said[j - 1]), let step = step(to: i, j, table) {
                if masks[i - 1].isAnyLines {
                    if step.ends { result.append(written[i - 1]) }
                } else {
                    result.append(masks[i - 1].isMask ? written[i - 1] : said[j - 1])
                }
                i -= step.ends ? 1 : 0
                j -= 1
            } else if j > 0, i == 0 || table[i][j - 1] >= table[i - 1][j] {
                result.append(said[j - 1])
                j -= 1
            } else {
                if masks[i - 1].isMask { unmatched.append(i - 1) }
                i -= 1
            }
        }
        guard unmatched.isEmpty else { throw Unmatched(lines: unmatched.reversed()) }
        return result.reversed()
    }

    private func fits(_ line: Int, _ said: String) -> Bool {
        if masks[line].isAnyLines { return true }
        return masks[line].isMask ? masks[line].matches(said) : written[line] == said
    }

    /// A mask counts for more than a line: that it stays matters most.
    private func worth(_ line: Int) -> Int { masks[line].isMask ? 1_000_000 : 2 }

    /// Best pairing of the first i lines with the first j.
    private func scores(_ said: [String]) -> [[Int]] {
        var table = [[Int]](repeating: [Int](repeating: 0, count: said.count + 1), count: written.count + 1)
        for i in 1...max(1, written.count) where !written.isEmpty {
            for j in 1...max(1, said.count) where !said.isEmpty {
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
                guard fits(i - 1, said[j - 1]) else { continue }
                table[i][j] = max(table[i][j], table[i - 1][j - 1] + worth(i - 1))
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
        if table[i][j] == table[i - 1][j - 1] + worth(i - 1) { return (true, ()) }
        if masks[i - 1].isAnyLines, table[i][j] == table[i][j - 1] + 1, table[i][j - 1] > table[i - 1][j - 1] {
            return (false, ())
        }
        return nil
    }
}
