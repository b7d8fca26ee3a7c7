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

    /// Writes a scenario that builds on another.
    ///
    /// - Throws: when the other builds on the very file that would be replaced: both would be lost.
    func write(
        variant text: String, extending reference: String, to path: String, at place: CommandLine.Place,
        replacing: Bool
    ) throws(CommandFailure) {
        try checkIsFree(path, at: place, replacing: replacing)
        let folder = VariantName.folder(ofFile: path)
        guard !library.builds(on: path, extending: reference, from: folder) else {
            throw .failed(.buildsOnItself(path), place)
        }
        try write(text, to: path, at: place, replacing: replacing)
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
