import Foundation

/// Writes text to a file descriptor at once, whole, however the system splits it.
struct FileDescriptorWriter {
    enum Failure: Error, Equatable {
        /// The reader has gone (`| head`).
        case closed
        /// The system refused, with this `errno`.
        case refused(Int32)
    }

    let descriptor: Int32

    @discardableResult
    func write(_ text: String) -> Failure? {
        var text = text
        return text.withUTF8 { write(UnsafeRawBufferPointer($0)) }
    }

    @discardableResult
    func write(_ bytes: [UInt8]) -> Failure? { bytes.withUnsafeBytes(write) }

    private func write(_ bytes: UnsafeRawBufferPointer) -> Failure? {
        guard let base = bytes.baseAddress else { return nil }
        var done = 0
        while done < bytes.count {
            let count = Foundation.write(descriptor, base + done, bytes.count - done)
            if count >= 0 {
                done += count
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: waitUntilWritable()
            case EPIPE: return .closed
            case let code: return .refused(code)
            }
        }
        return nil
    }

    private func waitUntilWritable() {
        var poll = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = Foundation.poll(&poll, 1, -1)
    }
}
