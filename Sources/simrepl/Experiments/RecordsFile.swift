import Foundation
import PathwaySim
import Scenarios
import Synchronization

/// Replications of an experiment that have been run, one to a line, so that nothing done is ever lost.
///
/// The first line says whose they are: `pathwaysim.records/1 HASH VERSION I/N`. Every other line is the variant's number (0
/// the base), the replication's, and its numbers in base64 with a checksum. A line that was cut off is left out.
struct RecordsFile {
    struct Header: Equatable {
        /// Of everything that decides the numbers.
        var hash: String
        var version: String
        var shard: Shard

        var line: String { "\(RecordsFile.schema) \(hash) \(version) \(shard.text)\n" }
    }

    /// One of several parts of an experiment.
    struct Shard: Equatable {
        var index = 1
        var count = 1

        var text: String { "\(index)/\(count)" }
        var isWhole: Bool { count == 1 }

        init() {}

        /// `2/4`; nil for anything else.
        init?(_ text: String) {
            let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            guard parts.count == 2, let index = Int(parts[0]), let count = Int(parts[1]), count <= 10_000, index >= 1,
                index <= count
            else { return nil }
            (self.index, self.count) = (index, count)
        }

        func holds(_ replication: Int) -> Bool { (replication - 1) % count == index - 1 }
    }

    struct Key: Hashable {
        var variant: Int
        var replication: Int
    }

    static let schema = "pathwaysim.records/1"

    var header: Header
    /// Base64 of each kept replication.
    var records: [Key: Substring] = [:]
    /// Bytes up to the end of the last whole line.
    var validBytes = 0

    /// Nil when the text is no such file at all.
    init?(_ text: String) {
        var lines = text[...]
        func next() -> Substring? {
            guard let end = lines.utf8.firstIndex(of: UInt8(ascii: "\n")) else { return nil }
            defer { lines = lines[lines.utf8.index(after: end)...] }
            return lines[..<end]
        }
        guard let first = next() else { return nil }
        let words = first.split(separator: " ").map(String.init)
        guard words.count == 4, words[0] == Self.schema, let shard = Shard(words[3]) else { return nil }
        header = Header(hash: words[1], version: words[2], shard: shard)
        validBytes = first.utf8.count + 1
        while let line = next() {
            let parts = line.split(separator: " ")
            guard parts.count == 3, let variant = Int(parts[0]), let replication = Int(parts[1]) else { return }
            validBytes += line.utf8.count + 1
            records[Key(variant: variant, replication: replication)] = parts[2]
        }
    }

    /// Whether the file holds nothing, or a first line that was cut off, as when the disk was full: nothing is lost by
    /// beginning anew.
    static func isUnbegun(_ path: String) -> Bool {
        guard let data = FileManager.default.contents(atPath: path) else { return false }
        let text = String(decoding: data, as: UTF8.self)
        guard !text.contains("\n") else { return false }
        return text.hasPrefix(schema + " ") || schema.hasPrefix(text)
    }

    /// The file of that name; nil when it is none.
    static func read(_ path: String) -> RecordsFile? {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        return RecordsFile(String(decoding: data, as: UTF8.self))
    }

    /// The replication of a model that is kept; nil when its numbers are damaged.
    func replication(_ key: Key, of model: CompiledModel) -> KeptReplication? {
        guard let text = records[key], let data = Data(base64Encoded: String(text)) else { return nil }
        return KeptReplication(bytes: Array(data), of: model)
    }
}

/// A records file that is being added to, a line at a time, by one process only.
final class RecordsWriter: Sendable {
    enum Failure: Error {
        case inUse
        case system(Int32)
    }

    private let descriptor: Int32
    private let failure = Mutex<Int32?>(nil)

    /// Opens the file for adding after its last whole line, or makes it anew.
    ///
    /// - Parameter validBytes: what is kept of the file; 0 makes it anew.
    init(_ path: String, header: RecordsFile.Header, validBytes: Int) throws(Failure) {
        let opened = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0o644)
        guard opened >= 0 else { throw .system(errno) }
        guard flock(opened, LOCK_EX | LOCK_NB) == 0 else {
            close(opened)
            throw .inUse
        }
        guard ftruncate(opened, off_t(validBytes)) == 0, lseek(opened, 0, SEEK_END) >= 0 else {
            let code = errno
            close(opened)
            throw .system(code)
        }
        descriptor = opened
        if validBytes == 0 { write(header.line) }
        if let code = failed { throw .system(code) }
    }

    deinit { close(descriptor) }

    /// What went wrong with writing; nil as long as nothing has.
    var failed: Int32? { failure.withLock { $0 } }

    func add(_ key: RecordsFile.Key, _ replication: KeptReplication) {
        write("\(key.variant) \(key.replication) \(Data(replication.bytes).base64EncodedString())\n")
    }

    private func write(_ text: String) {
        failure.withLock { failure in
            guard failure == nil else { return }
            switch FileDescriptorWriter(descriptor: descriptor).write(text) {
            case nil: break
            case .closed: failure = EPIPE
            case .refused(let code): failure = code
            }
        }
    }
}
