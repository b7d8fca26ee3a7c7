import Foundation

/// The file that keeps typed commands from one session to the next.
///
/// One entry a line, a newline inside an entry written as `\n` and a backslash as `\\`. Every entry is appended with one
/// write the moment it is entered, so a kill loses nothing and two sessions at once keep both their entries. The file is
/// readable by its owner only.
struct HistoryFile {
    /// Entries offered for recall; the file is trimmed to this when it has grown to twice as many.
    static let capacity = 1_000
    /// Bytes of the longest entry that is kept: searching backwards through longer ones keeps the editor busy for ever.
    static let longest = 4_096

    let path: String

    /// The file's place: `SIMREPL_HISTORY`, else below `XDG_STATE_HOME` or `~/.local/state`. Nil when there is no home
    /// directory, or when `SIMREPL_HISTORY` is empty: then nothing is kept.
    init?(environment: [String: String]) {
        if let chosen = environment["SIMREPL_HISTORY"] {
            guard !chosen.isEmpty else { return nil }
            path = chosen
            return
        }
        if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") {
            path = state + "/simrepl/history"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            path = home + "/.local/state/simrepl/history"
        } else {
            return nil
        }
    }

    init(path: String) { self.path = path }

    /// The entries, oldest first, at most `capacity`; empty when the file is missing or cannot be read.
    func load() -> [String] {
        guard let data = FileManager.default.contents(atPath: path) else { return [] }
        let lines = data.split(separator: UInt8(ascii: "\n"))
        let entries = lines.suffix(Self.capacity).compactMap { line in
            line.count <= Self.longest ? String(validating: line, as: UTF8.self).map(Self.decode) : nil
        }
        if lines.count > 2 * Self.capacity { rewrite(entries) }
        return entries
    }

    /// Appends an entry. False when it could not be written (no such directory, full disk).
    @discardableResult
    func append(_ entry: String) -> Bool {
        let directory = (path as NSString).deletingLastPathComponent
        if !directory.isEmpty {
            try? FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        }
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        fchmod(descriptor, 0o600)
        let bytes = Array((Self.encode(entry) + "\n").utf8)
        return write(descriptor, bytes, bytes.count) == bytes.count
    }

    /// Replaces the file by these entries in one step; on failure the old file stays.
    private func rewrite(_ entries: [String]) {
        let temporary = path + ".\(getpid())"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return }
        let bytes = Array(entries.map { Self.encode($0) + "\n" }.joined().utf8)
        let complete = write(descriptor, bytes, bytes.count) == bytes.count
        close(descriptor)
        if !complete || rename(temporary, path) != 0 { unlink(temporary) }
    }

    static func encode(_ entry: String) -> String {
        entry.replacingOccurrences(of: "\\", with: "\\\\").replacingOccurrences(of: "\n", with: "\\n")
    }

    static func decode(_ line: String) -> String {
        var result = ""
        var escaped = false
        for character in line {
            if escaped {
                result.append(character == "n" ? "\n" : character)
                escaped = false
            } else if character == "\\" {
                escaped = true
            } else {
                result.append(character)
            }
        }
        return result
    }
}
