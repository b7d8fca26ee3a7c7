import Foundation
import PathwaySim
import Scenarios

extension Command {
    static let save = Command(
        "save", "gem", .model,
        parameters: [
            Parameter("result", Texts.placeholderResult, .keyword(Choices([Text(da: "resultat", en: "result")]))),
            Parameter("session", Texts.placeholderSession, .keyword(["session"])),
            Parameter("as", Texts.placeholderAs, .keyword(Choices([Text(da: "som", en: "as")])), follows: "session"),
            Parameter("file", Texts.placeholderFile, .file, isRequired: true),
        ],
        options: [
            Option("title", Texts.placeholderTitle, .text, help: Texts.optionTitle),
            Option("force", help: Texts.optionForce),
        ],
        summary: Texts.saveSummary, details: Texts.saveDetails,
        examples: [
            "set resources.clarifier.slotsPerWeek 14; save flere-samtaler.json",
            "run --replications 2; save result foer.json; compare foer.json",
            "run --replications 2; save session as mit-hæfte.md; notebook run mit-hæfte.md",
        ]
    ) { invocation, session throws(CommandFailure) in
        guard let word = invocation["file"] else { return }
        // `save result` says what, and not where; a name needs more than its ending.
        let isKeyword =
            !word.isQuoted && ["result", "resultat", "session", "as", "som"].contains(word.text.lowercased())
        let isNameless = [".json", ".md", "", "/", ".", ".."].contains((word.text as NSString).lastPathComponent)
        if isKeyword && !invocation.has("result") && !invocation.has("session") || isNameless {
            throw .notUnderstood(
                .missingArgument(
                    Texts.placeholderFile,
                    usage: Text(da: invocation.command.usage(.da), en: invocation.command.usage(.en))),
                invocation.line.end)
        }
        if invocation.has("session") {
            try session.saveAsNotebook(word, in: invocation)
            return
        }
        if let stray = invocation["as"] {
            throw .notUnderstood(
                .unexpectedArgument(
                    stray.text, usage: Text(da: invocation.command.usage(.da), en: invocation.command.usage(.en))),
                invocation.line.place(of: stray))
        }
        let path = word.text.hasSuffix(".json") ? word.text : word.text + ".json"
        let place = invocation.line.place(of: word)
        if invocation.has("result") {
            try session.saveResult(to: path, at: place, invocation)
            return
        }
        let scenario = try session.scenario()
        let given = invocation["title"].map { Text(same: $0.text) }
        let base = ScenarioLibrary.reference(scenario.baseReference, from: VariantName.folder(ofFile: path))
        let text = scenario.variantJSON(
            id: VariantName.id(ofFile: path), title: given ?? Texts.changedTitle(scenario.title), extends: base)
        try session.write(
            variant: text, extending: base, to: path, at: place, replacing: invocation.has("force"))
        session.console.printWrapped(session.say(Texts.saved(path, changes: scenario.changes.count)))
    }
}

extension Session {
    /// Writes what was done in this session as a notebook.
    fileprivate func saveAsNotebook(_ word: Token, in invocation: Invocation) throws(CommandFailure) {
        let path = word.text.hasSuffix(".md") ? word.text : word.text + ".md"
        let place = invocation.line.place(of: word)
        guard !history.entries.isEmpty else { throw .notUnderstood(.nothingToTell, place) }
        let title = invocation["title"].map { Text(same: $0.text).safe } ?? loaded?.safeTitle
        let notebook = SessionNotebook(
            history: history, language: language, title: title ?? Texts.sessionNotebookTitle)
        try write(notebook.text(), to: path, at: place, replacing: invocation.has("force"))
        console.printWrapped(say(Texts.sessionSaved(path, history.entries.count)))
    }

    /// Writes the last result with each replication's values, so that it can be compared with a later run.
    fileprivate func saveResult(
        to path: String, at place: CommandLine.Place, _ invocation: Invocation
    ) throws(CommandFailure) {
        guard let report = lastReport else { throw .failed(.nothingSimulated, place) }
        var file = ReportJSON.file(report)
        file.label = invocation["title"]?.text
        try write(
            file.written(in: VariantName.folder(ofFile: path)).json(withReplications: true), to: path, at: place,
            replacing: invocation.has("force"))
        console.printWrapped(say(Texts.savedResult(in: path, replications: report.result.replications)))
    }
}

/// How a saved scenario is called and what it builds on.
enum VariantName {
    /// Where a file will lie.
    static func folder(ofFile path: String) -> URL {
        URL(fileURLWithPath: path).standardizedFileURL.deletingLastPathComponent()
    }

    /// An id made from a file's name: `flere-samtaler.json` gives `flereSamtaler`.
    static func id(ofFile path: String) -> String {
        let name = (path as NSString).lastPathComponent.dropLast(".json".count)
        let ascii = String(Suggestions.folded(String(name)))
        let words = ascii.split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
        let joined = words.enumerated().map { $0.offset == 0 ? String($0.element) : $0.element.capitalized }.joined()
        let id = String(joined.drop { $0.isNumber }.prefix(64))
        return ScenarioFormat.isID(id) ? id : "variant"
    }
}
