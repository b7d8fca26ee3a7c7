import Scenarios

/// The reference page of all commands in Markdown, made from the command table (docs/commands.md).
enum CommandReference {
    static func markdown(_ table: CommandTable, language: Language) -> String {
        var text = "# \(Texts.referenceTitle[language])\n\n\(Texts.referenceIntroduction[language])\n"
        for group in Command.Group.allCases {
            text += "\n## \(group.title[language])\n"
            for command in table.commands where command.group == group {
                text += section(command, table, language)
            }
        }
        text += "\n## \(Texts.helpTopics[language])\n"
        for topic in Topic.all {
            text += "\n### \(topic.name(in: language)) – \(topic.title[language])\n\n"
            text += block(topic.text[language])
        }
        return text
    }

    private static func section(_ command: Command, _ table: CommandTable, _ language: Language) -> String {
        var text = "\n### `\(command.name(in: language))` – \(command.summary[language])\n\n"
        text += "\(Texts.helpAlso("`\(language == .da ? command.name : command.alias)`")[language])\n\n"
        text += "```text\n\(command.usage(language))\n```\n\n"
        text += block(command.details[language])
        if !command.options.isEmpty {
            text += "\n"
            for option in command.options {
                text += "- `\(option.usage(language))`: \(option.fullHelp(language))\n"
            }
        }
        let examples = command.examples.map { language == .da ? DanishExample.text($0, table) : $0 }
        text += "\n```sim\n\(examples.joined(separator: "\n"))\n```\n"
        return text
    }

    /// Paragraphs as they are; indented lines as a block, so that they keep their shape.
    private static func block(_ text: String) -> String {
        var lines: [String] = []
        var isIndented = false
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let indented = line.hasPrefix("  ")
            if indented != isIndented { lines.append(indented ? "```text" : "```") }
            isIndented = indented
            lines.append(String(indented ? line.dropFirst(2) : line))
        }
        if isIndented { lines.append("```") }
        return lines.joined(separator: "\n") + "\n"
    }
}
