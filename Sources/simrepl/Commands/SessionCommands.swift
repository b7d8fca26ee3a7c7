import Scenarios

extension Command {
    static let lang = Command(
        "lang", "sprog", .session,
        parameters: [Parameter("language", Text(same: "da|en"), .word(["da", "en"]))],
        summary: Texts.langSummary, details: Texts.langDetails, examples: ["lang da", "lang en"]
    ) { invocation, session in
        if let language = invocation["language"].flatMap({ Language(rawValue: $0.text) }) {
            session.language = language
        }
        session.console.print(session.say(Texts.languageIs(session.language)))
    }

    static let help = Command(
        "help", "hjælp", .session,
        parameters: [Parameter("topic", Texts.placeholderTopic, .topic, repeats: true)],
        options: [
            Option("format", Text(same: "text|markdown"), .word(["text", "markdown"]), help: Texts.optionFormat)
        ],
        summary: Texts.helpSummary, details: Texts.helpDetails, examples: ["help run", "help start", "help seed"]
    ) { invocation, session throws(CommandFailure) in
        let console = session.console
        if invocation["format"]?.text == "markdown" {
            console.write(CommandReference.markdown(session.table, language: session.language))
            return
        }
        let writer = HelpWriter(
            table: session.table, language: session.language, width: console.width, heading: console.heading)
        guard let first = invocation["topic"] else {
            console.print(writer.overview())
            return
        }
        let word = invocation.all("topic").map(\.text).joined(separator: " ")
        if case .found(let command) = session.table.find(word, acceptingPrefixes: false) {
            console.print(writer.page(command))
        } else if let topic = Topic.named(word) {
            console.print(writer.page(topic))
        } else {
            let lines = writer.search(word)
            guard !lines.isEmpty else {
                let known =
                    session.table.commands.flatMap { [$0.name, $0.alias] }
                    + Topic.all.flatMap { [$0.name, $0.alias] }
                throw .failed(
                    .unknownTopic(word, similar: Suggestions.closest(to: word, among: known)),
                    invocation.line.place(of: first))
            }
            console.print(lines)
        }
    }

    static let quit = Command(
        "quit", "afslut", .session, summary: Texts.quitSummary, details: Texts.quitDetails, examples: ["quit"]
    ) { _, session in
        session.isOver = true
    }
}
