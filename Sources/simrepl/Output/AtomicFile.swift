import Foundation

/// Writes a whole file or nothing: the old one stays until the new one is complete on disk.
enum AtomicFile {
    /// - Returns: the `errno` of what went wrong, or nil.
    static func write(_ text: String, to path: String) -> Int32? {
        write(Array(text.utf8), to: path)
    }

    /// - Returns: the `errno` of what went wrong, or nil.
    static func write(_ bytes: [UInt8], to path: String) -> Int32? {
        let temporary = path + ".\(getpid()).part"
        if let failure = create(temporary, bytes) { return failure }
        guard rename(temporary, path) != 0 else { return nil }
        defer { unlink(temporary) }
        return errno
    }

    /// Writes a file that does not exist yet, whole and to the disk, or leaves none.
    ///
    /// - Returns: the `errno` of what went wrong, or nil.
    static func create(_ path: String, _ bytes: [UInt8], mode: mode_t = 0o644) -> Int32? {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return errno }
        var failure: Int32?
        switch FileDescriptorWriter(descriptor: descriptor).write(bytes) {
        case nil: break
        case .closed: failure = EPIPE
        case .refused(let code): failure = code
        }
        if failure == nil, mode != 0o644, fchmod(descriptor, mode) != 0 { failure = errno }
        if failure == nil, fsync(descriptor) != 0 { failure = errno }
        if close(descriptor) != 0, failure == nil { failure = errno }
        if failure != nil { unlink(path) }
        return failure
    }
}
