import Scenarios

/// A municipality's own facts (names of offers, telephone, location number), filled in once and shown at every walk.
///
/// One fact a line, `name: value`; empty lines and lines that begin with `#` are left out.
enum LocalFacts {
    struct Fact: Equatable {
        var name: String
        var value: String
    }

    /// At most so many are shown; more would not fit on a screen.
    static let limit = 20

    static func read(_ text: String) -> [Fact] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let line = line.trimmed
            guard !line.hasPrefix("#"), let colon = line.firstIndex(of: ":") else { return nil }
            let value = String(line[line.index(after: colon)...]).trimmed
            guard !value.isEmpty else { return nil }
            return Fact(name: Escaping.terminalSafe(String(line[..<colon])), value: Escaping.terminalSafe(value))
        }.prefix(limit).map { $0 }
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
