import Foundation
import Scenarios

/// Where the commands of a notebook work: a folder of their own that shows the files beside the notebook.
///
/// What they save is gone afterwards, so that carrying out a notebook again finds what it found the first time, and
/// nothing of the author's can be overwritten. Drawings are kept: see `drawings`.
final class NotebookFolder {
    /// The current folder of the process, to go back to.
    private let before: String
    /// Holds the working folder, so that `..` does not lead outside.
    private let root: String
    private let work: String
    /// Drawings at the foot of which this stands are the tool's own and may be replaced.
    static let drawingMark = "<!-- simrepl notebook -->\n"
    private static let mostFiles = 5_000

    /// Makes the folder and goes there.
    ///
    /// - Parameter folder: the one the notebook is in.
    init(besides folder: String) throws(NotebookFile.Failure) {
        before = FileManager.default.currentDirectoryPath
        var template = Array((NSTemporaryDirectory() + "/simrepl-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw .system(Texts.systemError(errno)) }
        root = String(cString: made)
        work = root + "/notebook"
        let manager = FileManager.default
        do {
            try manager.createDirectory(atPath: work, withIntermediateDirectories: true)
            try Self.show(folder, in: work)
        } catch {
            try? manager.removeItem(atPath: root)
            throw .system(Texts.systemError(EACCES))
        }
        guard manager.changeCurrentDirectoryPath(work) else {
            try? manager.removeItem(atPath: root)
            throw .system(Texts.systemError(EACCES))
        }
    }

    /// Goes back and leaves nothing behind.
    func leave() {
        _ = FileManager.default.changeCurrentDirectoryPath(before)
        try? FileManager.default.removeItem(atPath: root)
    }

    /// Links to the files of a folder; folders are made anew, so that nothing can be written through them.
    private static func show(_ folder: String, in work: String) throws {
        let manager = FileManager.default
        guard let names = manager.enumerator(atPath: folder) else { return }
        var count = 0
        for case let name as String in names {
            let isHidden = name.split(separator: "/").contains { $0.hasPrefix(".") }
            let type = names.fileAttributes?[.type] as? FileAttributeType
            if isHidden || names.level > 3 {
                if type == .typeDirectory { names.skipDescendants() }
                continue
            }
            count += 1
            if count > mostFiles { return }
            let place = work + "/" + name
            if type == .typeDirectory {
                try manager.createDirectory(atPath: place, withIntermediateDirectories: true)
            } else if type == .typeRegular, !isOwnDrawing(folder + "/" + name) {
                try manager.createSymbolicLink(atPath: place, withDestinationPath: folder + "/" + name)
            }
        }
    }

    /// Whether a file is a drawing that a notebook made.
    static func isOwnDrawing(_ path: String) -> Bool {
        guard path.hasSuffix(".svg"), let data = FileManager.default.contents(atPath: path) else { return false }
        return data.suffix(drawingMark.utf8.count).elementsEqual(drawingMark.utf8)
    }

    /// The drawings (`.svg`) that the commands wrote, by their names beside the notebook, with the tool's mark.
    func drawings() -> [(name: String, bytes: [UInt8])] {
        guard let names = FileManager.default.enumerator(atPath: work) else { return [] }
        var drawings: [(String, [UInt8])] = []
        for case let name as String in names where name.hasSuffix(".svg") {
            guard names.fileAttributes?[.type] as? FileAttributeType == .typeRegular,
                let data = FileManager.default.contents(atPath: work + "/" + name)
            else { continue }
            drawings.append((name, Array(data) + Array(Self.drawingMark.utf8)))
        }
        return drawings.sorted { $0.0 < $1.0 }
    }
}
