import Foundation
import Scenarios

/// A notebook to begin with.
struct NotebookStarter {
    let language: Language

    /// Works as it stands; `notebook run` fills in what is missing.
    func text() -> String {
        let run = language == .da ? "kør" : "run"
        let compare = language == .da ? "sammenlign" : "compare"
        let lever = "resources.clarifier.slotsPerWeek"
        return Self.frontMatter(language)
            + Texts.notebookStarter(
                block: Self.block("\(run) kommune --replications 20", "id=base"),
                comparison: Self.block("\(compare) kommune \(lever)=12 --replications 20", "id=change"),
                now: "sim:base/\(lever)", wait: "sim:base/wait.clarifying.mean", then: "sim:change/variant/\(lever)",
                less: "sim:change/difference/wait.clarifying.mean#less")[language]
    }

    static func frontMatter(_ language: Language) -> String { "---\nlanguage: \(language.rawValue)\nseed: 1\n---\n\n" }

    /// A block of commands; longer marks where the commands hold the mark.
    static func block(_ commands: String, _ attributes: String) -> String {
        var runs = [2]
        for character in commands {
            if character == "`" { runs[runs.count - 1] += 1 } else { runs.append(0) }
        }
        let fence = String(repeating: "`", count: max(3, (runs.dropFirst().max() ?? 0) + 1))
        return fence + "sim" + (attributes.isEmpty ? "" : " " + attributes) + "\n\(commands)\n" + fence + "\n"
    }
}

extension NotebookWork {
    /// Writes a new notebook; an existing file is left alone.
    func begin() throws(Failure) {
        try create(NotebookStarter(language: session.language).text())
        session.console.printWrapped(session.say(Texts.notebookBegun(Escaping.terminalSafe(path))))
    }

    /// Writes a file that does not exist yet.
    func create(_ text: String) throws(Failure) {
        if FileManager.default.fileExists(atPath: path) {
            throw failure(.system(Texts.alreadyThere), isReading: false)
        }
        if let code = AtomicFile.create(path, Array(text.utf8)) {
            throw failure(.system(Texts.systemError(code)), isReading: false)
        }
    }

    /// The name with the ending of Markdown.
    var path: String { name.hasSuffix(".md") ? name : name + ".md" }
}
