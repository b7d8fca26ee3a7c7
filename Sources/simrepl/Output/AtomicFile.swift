import Foundation

/// Writes a whole file or nothing: the old one stays until the new one is complete on disk.
enum AtomicFile {
    /// - Returns: the `errno` of what went wrong, or nil.
    static func write(_ text: String, to path: String) -> Int32? {
        let temporary = path + ".\(getpid()).part"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return errno }
        var failure: Int32?
        switch FileDescriptorWriter(descriptor: descriptor).write(text) {
        case nil: break
        case .closed: failure = EPIPE
        case .refused(let code): failure = code
        }
        if failure == nil, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == nil { failure = errno }
        if failure == nil, rename(temporary, path) != 0 { failure = errno }
        if failure != nil { unlink(temporary) }
        return failure
    }
}
