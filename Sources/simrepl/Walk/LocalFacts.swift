import Scenarios

/// A municipality's own facts (names of offers, telephone, location number), filled in once and shown at every walk.
///
/// One fact a line, `name: value`; empty lines and lines that begin with `#` are left out.
enum LocalFacts {
    struct Fact: Equatable, Codable {
        var name: String
        var value: String
    }

    /// Why a file cannot be used.
    enum Problem: Error, Equatable {
        /// A line that is no `name: value`, counted from 1.
        case noFact(line: Int)
        case none
        case tooMany
    }

    /// At most so many; more would not fit on a screen.
    static let limit = 20

    static func read(_ text: String) throws(Problem) -> [Fact] {
        var facts: [Fact] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let line = line.trimmed
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            guard let colon = line.firstIndex(of: ":") else { throw .noFact(line: index + 1) }
            let (name, value) = (line[..<colon].trimmed, line[line.index(after: colon)...].trimmed)
            guard !name.isEmpty, !value.isEmpty else { throw .noFact(line: index + 1) }
            facts.append(Fact(name: Escaping.terminalSafe(name), value: Escaping.terminalSafe(value)))
        }
        guard !facts.isEmpty else { throw .none }
        guard facts.count <= limit else { throw .tooMany }
        return facts
    }
}

extension StringProtocol {
    /// Without blanks at both ends.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace ?? false { text.removeFirst() }
        while text.last?.isWhitespace ?? false { text.removeLast() }
        return String(text)
    }
}
