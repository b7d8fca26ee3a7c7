import Scenarios

/// Help for the screen, made from the command table.
struct HelpWriter {
    let table: CommandTable
    let language: Language
    let width: Int
    /// Makes a heading stand out where that is possible.
    let heading: (String) -> String

    /// All commands by group, and the topics.
    func overview() -> [String] {
        var lines: [String] = []
        let names = table.commands.map { $0.name(in: language) } + Topic.all.map { $0.name(in: language) }
        let indent = 2 + (names.map(DisplayWidth.of).max() ?? 0) + 2
        for group in Command.Group.allCases {
            lines.append(heading(group.title[language]))
            for command in table.commands where command.group == group {
                lines += entry(command.name(in: language), command.summary[language], indent: indent)
            }
            lines.append("")
        }
        lines.append(heading(Texts.helpTopics[language]))
        for topic in Topic.all { lines += entry(topic.name(in: language), topic.title[language], indent: indent) }
        lines.append("")
        lines += wrapped(Texts.helpMore[language])
        return lines
    }

    /// Everything about one command.
    func page(_ command: Command) -> [String] {
        var lines = wrapped(command.name(in: language) + " – " + command.summary[language])
        lines += wrapped(Texts.helpAlso(language == .da ? command.name : command.alias)[language])
        lines += ["", heading(Texts.helpUsage[language])]
        lines += DisplayWidth.wrapped("  " + command.usage(language), to: width, indent: "      ")
        if !command.options.isEmpty {
            lines += ["", heading(Texts.helpOptions[language])]
            let usages = command.options.map { $0.usage(language) }
            let indent = 2 + (usages.map(DisplayWidth.of).max() ?? 0) + 2
            for (option, usage) in zip(command.options, usages) {
                lines += entry(usage, option.fullHelp(language), indent: indent)
            }
        }
        lines.append("")
        lines += wrapped(command.details[language])
        lines += ["", heading(Texts.helpExamples[language])]
        lines += command.examples.map { "  " + (language == .da ? DanishExample.text($0, table) : $0) }
        return lines
    }

    func page(_ topic: Topic) -> [String] {
        wrapped(topic.name(in: language) + " – " + topic.title[language]).map(heading) + [""]
            + wrapped(topic.text[language])
    }

    /// Commands and topics whose help mentions a word, in either language; empty when none does.
    func search(_ word: String) -> [String] {
        let key = String(Suggestions.folded(word))
        func mentions(_ texts: [Text]) -> Bool {
            texts.contains { text in
                Language.allCases.contains { String(Suggestions.folded(text[$0])).contains(key) }
            }
        }
        let commands = table.commands.filter { command in
            mentions([command.summary, command.details] + command.options.map(\.help))
                || command.options.contains { $0.name.contains(key) }
        }
        let topics = Topic.all.filter { mentions([$0.title, $0.text]) }
        guard !commands.isEmpty || !topics.isEmpty else { return [] }
        let names = commands.map { $0.name(in: language) } + topics.map { $0.name(in: language) }
        let indent = 2 + (names.map(DisplayWidth.of).max() ?? 0) + 2
        var lines = wrapped(Texts.helpMentions(word)[language])
        for command in commands {
            lines += entry(command.name(in: language), command.summary[language], indent: indent)
        }
        for topic in topics { lines += entry(topic.name(in: language), topic.title[language], indent: indent) }
        return lines
    }

    /// A name and what it means beside it, or below it in a narrow window.
    private func entry(_ name: String, _ text: String, indent: Int) -> [String] {
        guard width >= indent + 20 else {
            return DisplayWidth.wrapped("  " + name, to: width, indent: "    ")
                + DisplayWidth.wrapped("    " + text, to: width, indent: "    ")
        }
        let margin = String(repeating: " ", count: indent)
        return DisplayWidth.wrapped(DisplayWidth.padded("  " + name, to: indent) + text, to: width, indent: margin)
    }

    /// Paragraphs broken to the width; lines of a name and what it means keep their columns.
    private func wrapped(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            guard let parts = line.wholeMatch(of: /(  (?<name>\S+(?: \S+)*) {2,})(?<meaning>\S.*)/) else {
                return DisplayWidth.wrapped(String(line), to: width, indent: String(line.prefix { $0 == " " }))
            }
            return entry(
                String(parts.output.name), String(parts.output.meaning), indent: DisplayWidth.of(String(parts.output.1))
            )
        }
    }
}

extension Command {
    func name(in language: Language) -> String { language == .da ? alias : name }
}

extension Command.Group {
    var title: Text {
        switch self {
        case .model: Texts.helpGroupModel
        case .results: Texts.helpGroupResults
        case .session: Texts.helpGroupSession
        }
    }
}

extension Option {
    /// The help and the words that can be chosen from.
    func fullHelp(_ language: Language) -> String {
        guard case .word(let choices) = form else { return help[language] }
        return help[language] + ": " + choices.shown(language).joined(separator: ", ")
    }
}
