import Scenarios

/// Words that may stand at a place: all are taken in either language, those of the session's are offered.
struct Choices: Equatable, Sendable, ExpressibleByArrayLiteral {
    /// One for each thing that can be chosen.
    let names: [Text]
    /// Other ways of writing them.
    let spellings: [String]

    init(_ names: [Text], spellings: [String] = []) {
        self.names = names
        self.spellings = spellings
    }

    /// Words that are the same in both languages.
    init(arrayLiteral names: String...) { self.init(names.map { Text(same: $0) }) }

    /// Everything that is taken, each once.
    var accepted: [String] {
        var words: [String] = []
        for word in names.flatMap({ [$0.en, $0.da] }) + spellings where !words.contains(word) { words.append(word) }
        return words
    }

    func shown(_ language: Language) -> [String] { names.map { $0[language] } }
}
