import Foundation
import Scenarios

extension Command {
    static let notebook = Command(
        "notebook", "hæfte", .session,
        parameters: [
            Parameter(
                "action", Text(da: "kør|tjek|html|nyt", en: "run|check|html|new"), .word(NotebookAction.choices),
                isRequired: true),
            Parameter("file", Texts.placeholderNotebook, .file, isRequired: true, repeats: true),
        ],
        options: [
            Option("junit", Texts.placeholderFile, .file, help: Texts.optionJUnit),
            Option("out", Texts.placeholderFile, .file, help: Texts.optionOut),
            Option("force", help: Texts.optionForce),
        ],
        summary: Texts.notebookSummary, details: Texts.notebookDetails,
        examples: ["notebook new mit-hæfte.md; notebook run mit-hæfte.md; notebook check mit-hæfte.md"]
    ) { invocation, session throws(CommandFailure) in
        guard !session.isNotebook else {
            throw .failed(.notebookInNotebook, invocation.line.place(0..<invocation.line.text.utf8.count))
        }
        guard let action = invocation["action"].flatMap({ NotebookAction($0.text) }) else { return }
        try NotebookRounds(action: action, invocation: invocation, session: session).run()
    }
}

/// What can be done with notebooks.
enum NotebookAction: String, CaseIterable {
    case run, check, html, new

    static let choices = Choices(
        allCases.map { Text(da: $0.alias, en: $0.rawValue) }, spellings: ["koer", "ny"])

    var alias: String {
        switch self {
        case .run: "kør"
        case .check: "tjek"
        case .html: "html"
        case .new: "nyt"
        }
    }

    init?(_ word: String) {
        switch word {
        case "kør", "koer": self = .run
        case "tjek": self = .check
        case "nyt", "ny": self = .new
        default: self.init(rawValue: word)
        }
    }
}

/// One `notebook` command over all its files: each is done, whatever happens to the others.
private struct NotebookRounds {
    let action: NotebookAction
    let invocation: Invocation
    let session: Session

    func run() throws(CommandFailure) {
        let files = invocation.all("file")
        try checkOptions(files)
        var report = NotebookCheckReport()
        var isFailed = false
        for file in files {
            let work = NotebookWork(session: session, name: file.text)
            var failure = ""
            do throws(NotebookWork.Failure) {
                switch action {
                case .run: try work.update()
                case .check: try work.check()
                case .html: try work.writePage(to: invocation["out"]?.text, isForced: invocation.has("force"))
                case .new: try work.begin()
                }
            } catch {
                guard case .said(let text) = error else { throw .interrupted }
                failure = text
                isFailed = true
            }
            report.cases.append(.init(name: file.text, failure: failure))
        }
        if let word = invocation["junit"], let code = AtomicFile.write(report.xml(), to: word.text) {
            throw .failed(
                .unwritableOutput(name: word.text, reason: Texts.systemError(code)), invocation.line.place(of: word))
        }
        if isFailed { throw .said(.failed) }
    }

    /// Each option belongs to one of the actions.
    private func checkOptions(_ files: [Token]) throws(CommandFailure) {
        let belong: [(String, [NotebookAction])] = [("junit", [.check]), ("out", [.html]), ("force", [.html])]
        for (option, actions) in belong where invocation.has(option) && !actions.contains(action) {
            throw .notUnderstood(
                .unknownOption("--" + option, command: "notebook \(action.rawValue)", known: []), invocation.line.end)
        }
        guard let out = invocation["out"] else { return }
        guard files.count == 1 else { throw .notUnderstood(.oneNotebookNeeded, invocation.line.place(of: files[1])) }
        guard [".html", ".htm"].contains(where: out.text.lowercased().hasSuffix) else {
            throw .notUnderstood(.badPageName(out.text), invocation.line.place(of: out))
        }
    }
}
