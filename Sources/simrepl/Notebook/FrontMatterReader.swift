import Scenarios

/// Reads the lines between the first `---` and the next one.
enum FrontMatterReader {
    /// Whole numbers that every program reading the results can hold exactly.
    static let seeds = 0...9_007_199_254_740_991
    private static let keys = ["language", "seed", "units"]

    /// - Parameter next: the first line after the front matter.
    /// - Returns: nil when something in it cannot be understood.
    static func read(
        _ text: NotebookLines, next: inout Int, problems: inout [(NotebookProblem, Range<Int>)]
    ) -> NotebookDocument.FrontMatter? {
        guard let first = text.lines.first, text.text(first.content).trimmed == "---" else {
            problems.append((.noFrontMatter, 0..<0))
            return nil
        }
        next = 1
        var matter: [String: (value: String, range: Range<Int>)] = [:]
        while true {
            guard next < text.lines.count else {
                problems.append((.openFrontMatter, first.content))
                return nil
            }
            let range = text.lines[next].content
            let line = text.text(range).trimmed
            next += 1
            if line == "---" { break }
            if line.isEmpty || line.hasPrefix("#") { continue }
            let parts = line.split(separator: ":", maxSplits: 1).map { String($0).trimmed }
            guard parts.count == 2, keys.contains(parts[0]) else {
                problems.append(
                    (
                        .unknownKey(
                            parts.first ?? "", similar: Suggestions.closest(to: parts.first ?? "", among: keys)), range
                    ))
                continue
            }
            if matter[parts[0]] != nil { problems.append((.repeatedKey(parts[0]), range)) }
            matter[parts[0]] = (parts[1], range)
        }
        return frontMatter(matter, first.content, &problems)
    }

    private static func frontMatter(
        _ matter: [String: (value: String, range: Range<Int>)], _ first: Range<Int>,
        _ problems: inout [(NotebookProblem, Range<Int>)]
    ) -> NotebookDocument.FrontMatter? {
        guard let written = matter["language"] else {
            problems.append((.noLanguage, first))
            return nil
        }
        guard let language = Language(rawValue: written.value) else {
            problems.append((.badLanguage(written.value), written.range))
            return nil
        }
        var result = NotebookDocument.FrontMatter(language: language)
        if let (value, range) = matter["seed"] {
            result.seed = Int(value).flatMap { seeds.contains($0) ? $0 : nil }
            if result.seed == nil { problems.append((.badSeed(value), range)) }
        }
        if let (value, range) = matter["units"] {
            if let units = NumberUnits(rawValue: value) {
                result.units = units
            } else {
                problems.append((.badUnits(value), range))
            }
        }
        return result
    }
}
