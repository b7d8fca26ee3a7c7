import Foundation
import Scenarios

extension Session {
    /// The screen is the person's from here: a long answer waits when it has filled one.
    func beginPage() {
        console.pager?.begin(say(Texts.pagerPrompt), shortPrompt: say(Texts.pagerPromptShort))
    }

    /// Sees that a name is free, or may be taken.
    ///
    /// - Throws: when there is such a file and it is not to be replaced.
    func checkIsFree(_ path: String, at place: CommandLine.Place?, replacing: Bool) throws(CommandFailure) {
        guard replacing || !FileManager.default.fileExists(atPath: path) else {
            throw .failed(.fileExists(path), place)
        }
    }

    /// Writes a whole file or nothing.
    ///
    /// - Throws: when it exists and is not to be replaced, or cannot be written.
    func write(
        _ text: String, to path: String, at place: CommandLine.Place?, replacing: Bool
    ) throws(CommandFailure) {
        try checkIsFree(path, at: place, replacing: replacing)
        if let code = AtomicFile.write(text, to: path) {
            throw .failed(.unwritableOutput(name: path, reason: Texts.writeError(code)), place)
        }
    }
}
