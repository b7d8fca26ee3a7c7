/// Finds what was probably meant.
public enum Suggestions {
    /// The candidates nearest to a word, the nearest first; none when all are too far away to be a slip.
    ///
    /// Nearness is the number of single-character insertions, deletions, substitutions and swaps of neighbours
    /// (Damerau–Levenshtein, optimal string alignment), ignoring case and with æ, ø, å equal to ae, oe, aa. Up to a third
    /// of the word may differ. O(candidates × length²); words longer than 64 characters get no suggestions.
    public static func closest(to word: String, among candidates: some Sequence<String>, limit: Int = 1) -> [String] {
        let wanted = folded(word)
        let typed = Array(word.lowercased())
        guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
        let tolerance = max(1, wanted.count / 3)
        var found: [(candidate: String, distance: Int)] = []
        for candidate in Set(candidates) {
            let other = folded(candidate)
            guard abs(other.count - wanted.count) <= tolerance else { continue }
            // As typed too: spelled out, `krø` for `kør` is two slips and not one swap.
            let distance = min(distance(wanted, other), distance(typed, Array(candidate.lowercased())))
            // Of a one- or two-letter word everything must not be near everything.
            if distance <= tolerance, distance < max(wanted.count, other.count) { found.append((candidate, distance)) }
        }
        found.sort { ($0.distance, $0.candidate) < ($1.distance, $1.candidate) }
        return found.prefix(limit).map(\.candidate)
    }

    /// The edit distance between two words as they are.
    public static func distance(_ a: String, _ b: String) -> Int { distance(Array(a), Array(b)) }

    /// Lower case, with Danish letters spelled out, so that `laege` and `læge` are the same word.
    public static func folded(_ word: String) -> [Character] {
        var result: [Character] = []
        for character in word.lowercased() {
            switch character {
            case "æ": result += ["a", "e"]
            case "ø": result += ["o", "e"]
            case "å": result += ["a", "a"]
            default: result.append(character)
            }
        }
        return result
    }

    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
        var beforeLast = [Int](repeating: 0, count: b.count + 1)
        var last = Array(0...b.count)
        for i in 1...a.count {
            var row = [i] + [Int](repeating: 0, count: b.count)
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                row[j] = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    row[j] = min(row[j], beforeLast[j - 2] + 1)
                }
            }
            beforeLast = last
            last = row
        }
        return last[b.count]
    }
}
