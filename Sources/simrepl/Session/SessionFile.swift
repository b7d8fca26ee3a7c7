import Foundation
import Scenarios

/// What a session at a prompt has done to a scenario, kept on disk so that a crash or a kill loses nothing.
///
/// The commands that made the scenario what it is are a script, which people can read and `-f` can run; the last result lies
/// beside it. A session that ends as it should removes both. One that did not is found by the next, whose process number
/// nobody has any more. Readable by their owner only.
struct SessionFile {
    /// An earlier session's work.
    struct Earlier: Equatable {
        /// Where the relative names in its commands start.
        var folder: String?
        var commands: [String]
        /// Path of the last result; nil when there was none.
        var result: String?
    }

    /// More than this nobody types; a larger file is none of ours.
    private static let limit = 1 << 20
    private static let folderMark = "# folder: "
    /// Commands that change what is loaded; `load` makes a new beginning.
    private static let editing: Set<String> = ["load", "set", "unset", "undo", "redo", "import", "lang"]

    private let folder: String
    private let name: String
    private var commands: [String] = []

    /// Beside the history of commands; nil where no history is kept.
    init?(environment: [String: String], process: Int32 = getpid()) {
        guard let history = HistoryFile(environment: environment) else { return nil }
        folder = (history.path as NSString).deletingLastPathComponent + "/sessions"
        name = String(process)
    }

    private var script: String { "\(folder)/\(name).sim" }
    private var result: String { "\(folder)/\(name).json" }

    // MARK: Keeping

    /// A command has worked.
    mutating func note(_ command: String, _ text: String) {
        guard Self.editing.contains(command), !text.isEmpty, !text.contains("\n") else { return }
        // A folder of own data was read into files, which are loaded by name.
        if command == "import", !text.lowercased().contains(".csv") { return }
        if command == "load" { commands.removeAll { !$0.hasPrefix("lang") && !$0.hasPrefix("sprog") } }
        commands.append(text)
        let lines = [Self.folderMark + FileManager.default.currentDirectoryPath] + commands
        write(lines.joined(separator: "\n") + "\n", to: script)
    }

    /// A result with each replication's values.
    func note(result json: String) {
        // Without a script beside it, it is the result of the scenario one begins with.
        if commands.isEmpty { write(Self.folderMark + FileManager.default.currentDirectoryPath + "\n", to: script) }
        write(json, to: result)
    }

    /// The session ended as it should.
    func remove() {
        unlink(script)
        unlink(result)
    }

    private func write(_ text: String, to path: String) {
        try? FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // A full disk must not stop the work; it only cannot be taken up again.
        if AtomicFile.write(text, to: path) == nil { chmod(path, 0o600) }
    }

    // MARK: Taking up

    /// Names of what was cut off begin so: the process number of a dead session may be given to a living one.
    private static let cutOff = "cut-"
    /// What nobody took up for so long is forgotten, in seconds: 30 days.
    private static let longestKept = 30 * 86_400.0

    /// Puts aside what sessions left that ended without saying so.
    ///
    /// - Returns: how many there are that can be taken up.
    func adopt() -> Int {
        for name in names where name.hasSuffix(".sim") {
            guard let process = Int32(name.dropLast(4)), process > 0, kill(process, 0) != 0, errno == ESRCH else {
                continue
            }
            for ending in [".sim", ".json"] {
                rename("\(folder)/\(process)\(ending)", "\(folder)/\(Self.cutOff)\(process)\(ending)")
            }
        }
        for kept in cutOffs where kept.date.timeIntervalSinceNow < -Self.longestKept { remove(kept.stem) }
        return cutOffs.count
    }

    private var names: [String] { (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] }

    /// Paths without their endings, the latest first.
    private var cutOffs: [(stem: String, date: Date)] {
        names.filter { $0.hasPrefix(Self.cutOff) && $0.hasSuffix(".sim") }.map { name in
            let path = "\(folder)/\(name)"
            let date = try? FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
            return (String(path.dropLast(4)), date ?? .distantPast)
        }.sorted { ($0.date, $0.stem) > ($1.date, $1.stem) }
    }

    private func remove(_ stem: String) {
        unlink(stem + ".sim")
        unlink(stem + ".json")
    }

    /// What can be taken up, the latest of several; nil when there is nothing, or it cannot be read.
    var earlier: Earlier? {
        guard let stem = cutOffs.first?.stem, let data = FileManager.default.contents(atPath: stem + ".sim"),
            data.count <= Self.limit,
            let text = String(data: data, encoding: .utf8)
        else { return nil }
        var earlier = Earlier(commands: [])
        for line in text.split(separator: "\n") {
            if line.hasPrefix(Self.folderMark) {
                earlier.folder = String(line.dropFirst(Self.folderMark.count))
            } else {
                earlier.commands.append(String(line))
            }
        }
        if FileManager.default.fileExists(atPath: stem + ".json") { earlier.result = stem + ".json" }
        return earlier
    }

    /// It has been taken up, and the session that did so keeps it from now on; or it is not wanted.
    ///
    /// - Returns: how many others there are.
    func forgetEarlier() -> Int {
        if let stem = cutOffs.first?.stem { remove(stem) }
        return cutOffs.count
    }
}
