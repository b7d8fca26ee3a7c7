import Foundation
import Scenarios

extension Session {
    /// Writes a whole file or nothing.
    ///
    /// - Throws: when it exists and is not to be replaced, or cannot be written.
    func write(
        _ text: String, to path: String, at place: CommandLine.Place?, replacing: Bool
    ) throws(CommandFailure) {
        if FileManager.default.fileExists(atPath: path), !replacing { throw .failed(.fileExists(path), place) }
        if let code = AtomicFile.write(text, to: path) {
            throw .failed(.unwritableOutput(name: path, reason: Texts.writeError(code)), place)
        }
    }
}
