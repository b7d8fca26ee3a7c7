import Foundation
import Scenarios

/// A notebook on disk: read once, and written only when nobody has changed it since.
struct NotebookFile {
    /// As the user named it.
    let name: String
    /// Where it is, links followed, so that a link stays a link.
    let path: String
    let bytes: [UInt8]
    private let mode: mode_t

    /// Larger files are not notebooks; taking one apart would take minutes.
    static let limit = 16 << 20

    enum Failure: Error {
        /// The system's reason.
        case system(Text)
        case problem(NotebookProblem)
    }

    init(reading name: String) throws(Failure) {
        guard let resolved = realpath(name, nil) else { throw .system(Texts.systemError(errno)) }
        defer { free(resolved) }
        self.name = name
        path = String(cString: resolved)
        // Without waiting: a pipe without a writer would block for ever.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .system(Texts.systemError(errno)) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .system(Texts.systemError(errno)) }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw .system(status.st_mode & S_IFMT == S_IFDIR ? Texts.systemError(EISDIR) : Texts.notAFile)
        }
        guard status.st_size <= Self.limit else { throw .problem(.tooLarge(limit: Self.limit)) }
        mode = status.st_mode & 0o7777
        bytes = try Self.bytes(of: descriptor)
    }

    private static func bytes(of descriptor: Int32) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &buffer, buffer.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw .system(Texts.systemError(errno)) }
            if count == 0 { return bytes }
            bytes += buffer[..<count]
            guard bytes.count <= limit else { throw .problem(.tooLarge(limit: limit)) }
        }
    }

    /// Puts new bytes in the file's place, all or nothing, with the file's permissions.
    ///
    /// Nothing is written to a file that says it may not be, or that differs from what was read.
    func replace(with new: [UInt8]) throws(Failure) {
        guard mode & 0o222 != 0 else { throw .problem(.readOnly) }
        // Written first and looked at last, so that the time between looking and replacing is as short as can be.
        let temporary = path + ".\(getpid()).part"
        if let code = AtomicFile.create(temporary, new, mode: mode) { throw .system(Texts.systemError(code)) }
        do throws(Failure) {
            guard try NotebookFile(reading: path).bytes == bytes else { throw .problem(.changedMeanwhile) }
            if rename(temporary, path) != 0 { throw .system(Texts.systemError(errno)) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    static func firstInvalidByte(of bytes: [UInt8]) -> Int {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var valid = 0
        while case .scalarValue(let scalar) = decoder.decode(&iterator) { valid += UTF8.width(scalar) }
        return valid
    }
}
