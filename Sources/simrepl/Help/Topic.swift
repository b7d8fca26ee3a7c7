import Scenarios

/// Help on something that is not a command.
struct Topic: Sendable {
    let name: String
    let alias: String
    let title: Text
    let text: Text

    static let all = [
        Topic(name: "start", alias: "begynd", title: Texts.topicStartTitle, text: Texts.topicStart),
        Topic(name: "lines", alias: "linjer", title: Texts.topicLinesTitle, text: Texts.topicLines),
        Topic(name: "keys", alias: "taster", title: Texts.topicKeysTitle, text: Texts.topicKeys),
        Topic(
            name: "uncertainty", alias: "usikkerhed", title: Texts.topicUncertaintyTitle,
            text: Texts.topicUncertainty),
    ]

    /// The topic of this name in either language.
    static func named(_ word: String) -> Topic? {
        let key = Suggestions.folded(word)
        return all.first { Suggestions.folded($0.name) == key || Suggestions.folded($0.alias) == key }
    }

    func name(in language: Language) -> String { language == .da ? alias : name }
}
