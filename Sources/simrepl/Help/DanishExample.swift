import Foundation
import Scenarios

/// Examples are kept in English once; a Danish reader sees the Danish names of the same commands and words.
enum DanishExample {
    /// The example with the Danish names of its commands, their actions and the words of a search.
    static func text(_ example: String, _ table: CommandTable) -> String {
        var result: [String] = []
        var rest = example.components(separatedBy: "; ")
        while !rest.isEmpty {
            let part = rest.removeFirst()
            result.append(command(part, table))
            // A note takes the whole line, semicolons included.
            if part.hasPrefix("note ") {
                result += rest
                break
            }
        }
        return result.joined(separator: "; ")
    }

    private static func command(_ text: String, _ table: CommandTable) -> String {
        var words = text.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard let name = words.first, case .found(let command) = table.find(name, acceptingPrefixes: false) else {
            return text
        }
        words[0] = command.alias
        if words.count > 1, let second = second(words[1], of: command.name) { words[1] = second }
        var line = words.joined(separator: " ")
        if command.name == "find" {
            for (english, danish) in [
                (" such that ", " så "), (" at most ", " højst "), (" at least ", " mindst "),
                (" by ", " for "),
                (" minimise ", " minimer "),
                (" and ", " og "),
            ] { line = line.replacing(english, with: danish) }
        }
        if command.name == "save" { line = line.replacing(" session as ", with: " session som ") }
        return line
    }

    private static func second(_ word: String, of command: String) -> String? {
        switch command {
        case "help": Topic.named(word)?.alias
        case "show": ShownView.named(word)?.alias
        case "plot": PlotView.named(word)?.alias
        case "report": ReportKind.named(word)?.alias
        case "notebook": NotebookAction(rawValue: word)?.alias
        default: nil
        }
    }
}
