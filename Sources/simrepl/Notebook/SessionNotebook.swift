import Scenarios

/// A session told as a notebook: each thing that was looked at with the changes before it.
struct SessionNotebook {
    let history: SessionHistory
    let language: Language
    let title: Text

    func text() -> String {
        var text =
            NotebookStarter.frontMatter(language)
            + Texts.sessionNotebookIntroduction(
                Text(da: MarkdownText.escaped(title.da), en: MarkdownText.escaped(title.en)))[language]
        var lines: [String] = []
        var number = 0
        for entry in history.entries {
            lines += [entry.text] + entry.answers
            guard entry.shows else { continue }
            number += 1
            text += section(lines, number)
            lines = []
        }
        if !lines.isEmpty { text += section(lines, number + 1) }
        return text
    }

    private func section(_ lines: [String], _ number: Int) -> String {
        "\n## \(number). \(Texts.sessionNotebookSection[language])\n\n"
            + NotebookStarter.block(lines.joined(separator: "\n"), "id=step\(number)")
    }
}
