import Foundation
import Scenarios

extension Command {
    static let resume = Command(
        "resume", "genoptag", .session, options: [Option("forget", help: Texts.optionForget)],
        summary: Texts.resumeSummary, details: Texts.resumeDetails,
        examples: ["resume"]
    ) { invocation, session throws(CommandFailure) in
        guard let file = session.sessionFile, let earlier = file.earlier else {
            session.console.printWrapped(session.say(Texts.nothingToResume))
            return
        }
        if invocation.has("forget") {
            _ = file.forgetEarlier()
            session.console.printWrapped(session.say(Texts.forgotten))
            return
        }
        if let folder = earlier.folder, folder != FileManager.default.currentDirectoryPath {
            guard FileManager.default.changeCurrentDirectoryPath(folder) else {
                throw .failed(.unreadableInput(name: folder, reason: Texts.systemError(errno)), invocation.line.end)
            }
            session.console.printWrapped(session.say(Texts.resumedFolder(folder)))
        }
        for text in earlier.commands {
            let status: ExitStatus
            do {
                status = session.execute(
                    try Tokenizer.commands(in: text), in: CommandLine(text: text, origin: .typed),
                    acceptingPrefixes: true)
            } catch {
                continue
            }
            // What went wrong has been said; the rest would stand on it.
            guard status == .done else { throw .said(status) }
        }
        if let result = earlier.result, case .result(let kept, let scenario) = try session.readAny(result) {
            let isOfLoaded = session.loaded?.hash.hex == kept.scenarioHash
            session.show(kept, of: isOfLoaded ? session.loaded : scenario)
        }
        // Kept again before it is forgotten, so that a second crash loses nothing either.
        if let result = earlier.result, let text = FileManager.default.contents(atPath: result) {
            session.sessionFile?.note(result: String(decoding: text, as: UTF8.self))
        }
        let others = file.forgetEarlier()
        session.console.printWrapped(session.say(Texts.resumed(changes: session.loaded?.changes.count ?? 0)))
        if others > 0 { session.console.printWrapped(session.say(Texts.resumable(others))) }
    }
}
