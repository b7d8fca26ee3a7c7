public import Foundation

/// Finds scenarios: those that are shipped, by id, and any other, by file name.
public struct ScenarioLibrary: Sendable {
    /// The directory that holds the shipped scenarios, or nil when there is none.
    public var directory: URL?

    /// A library of the scenarios in a directory.
    public init(directory: URL?) { self.directory = directory }

    /// The shipped scenarios, wherever the program runs from.
    ///
    /// Looks in `PATHWAYSIM_HOME`, then beside the executable (`share/pathwaysim` above it, or a checkout it was built
    /// in), then in the checkout this source file belongs to.
    public static func shipped(
        environment: [String: String] = ProcessInfo.processInfo.environment, executable: String? = nil
    ) -> ScenarioLibrary {
        ScenarioLibrary(directory: places(environment, executable).first(where: isLibrary))
    }

    private static func places(_ environment: [String: String], _ executable: String?) -> [URL] {
        var places: [URL] = []
        if let home = environment["PATHWAYSIM_HOME"], !home.isEmpty {
            let url = URL(fileURLWithPath: home, isDirectory: true)
            places += [url.appendingPathComponent("scenarios"), url]
        }
        let program = executable ?? Bundle.main.executablePath ?? CommandLine.arguments.first ?? ""
        for start in [URL(fileURLWithPath: program).resolvingSymlinksInPath().path, #filePath] where !start.isEmpty {
            var url = URL(fileURLWithPath: start).deletingLastPathComponent()
            while url.pathComponents.count > 1 {
                places.append(url.appendingPathComponent("share/pathwaysim/scenarios"))
                places.append(url.appendingPathComponent("scenarios"))
                url = url.deletingLastPathComponent()
            }
        }
        return places
    }

    private static func isLibrary(_ url: URL) -> Bool {
        FileManager.default.fileExists(atPath: url.appendingPathComponent("scenario.schema.json").path)
    }

    /// A shipped scenario in a list.
    public struct Entry: Sendable, Equatable {
        /// What to load it by.
        public var id: String
        /// Path below the library's directory.
        public var path: String
        /// The title when it could be read.
        public var title: Text?
        public var kind: Scenario.Kind?
        /// What it names as what it builds on; nil when it stands alone.
        public var base: String?
    }

    /// All shipped scenarios by path, with their titles. Reads every file once.
    public func entries() -> [Entry] {
        files().map { path in
            let name = String(path.dropLast(5))
            var entry = Entry(id: name.split(separator: "/").last.map(String.init) ?? name, path: path)
            if let directory,
                let bytes = try? FileReading.bytes(
                    of: directory.appendingPathComponent(path), name: path, limit: JSONLimits.scenario.bytes)
            {
                var sources = SourceFiles()
                let root = JSONReader.read(name: path, bytes: bytes, into: &sources).root
                entry.title = root?["title"]?.localisedText
                entry.kind = root?["kind"]?.string.flatMap(Scenario.Kind.init)
                entry.base = root?["extends"]?.string
            }
            return entry
        }
    }

    /// The shipped scenario that a shipped one builds on; nil when it stands alone.
    public func base(of id: String) -> String? {
        guard let directory,
            let path = files().first(where: { $0 == id + ".json" || $0.hasSuffix("/" + id + ".json") }),
            let bytes = try? FileReading.bytes(
                of: directory.appendingPathComponent(path), name: path, limit: JSONLimits.scenario.bytes)
        else { return nil }
        var sources = SourceFiles()
        let base = JSONReader.read(name: path, bytes: bytes, into: &sources).root?["extends"]?.string
        return base.flatMap { ids.contains($0) ? $0 : nil }
    }

    /// Ids of the shipped scenarios, in alphabetical order.
    public var ids: [String] {
        files().map { path in String(path.split(separator: "/").last?.dropLast(5) ?? "") }.sorted()
    }

    /// Ids of those that prove the program against theory and other programs.
    public var proofIDs: [String] {
        files().filter { path in Self.proofFolders.contains { path.hasPrefix($0) } }
            .map { path in String(path.split(separator: "/").last?.dropLast(5) ?? "") }
    }

    /// Folders below the directory whose scenarios are all of the kind `method`.
    private static let proofFolders = ["theory/", "benchmark/"]
    /// Where the case files lie below the directory.
    static let caseFolder = "cases"
    /// Folders below the directory whose files are no scenarios.
    private static let otherFolders = [caseFolder + "/", experimentFolder + "/"]
    /// Where the designs of experiments lie below the directory.
    static let experimentFolder = "experiments"

    /// Paths of the shipped scenario files below the directory, in alphabetical order.
    private func files() -> [String] {
        guard let directory,
            let walker = FileManager.default.enumerator(
                // A link to a folder is not followed by itself.
                at: directory.resolvingSymlinksInPath(), includingPropertiesForKeys: nil, options: [.skipsHiddenFiles])
        else { return [] }
        let root = directory.resolvingSymlinksInPath().path + "/"
        var found: [String] = []
        for case let url as URL in walker {
            let path = url.resolvingSymlinksInPath().path
            guard path.hasSuffix(".json"), !path.hasSuffix("schema.json"), path.hasPrefix(root) else { continue }
            found.append(String(path.dropFirst(root.count)))
        }
        return found.filter { path in !Self.otherFolders.contains { path.hasPrefix($0) } }.sorted()
    }

    /// Whether an argument is a file rather than a shipped id: it has a `/` or ends in `.json`.
    public static func isFile(_ name: String) -> Bool { name.contains("/") || name.hasSuffix(".json") }

    /// How a file in a folder refers to a base: a shipped id as it is, a file by its way from the folder where that goes up
    /// at most two folders, else by its whole path.
    public static func reference(_ base: String, from folder: URL) -> String {
        guard isFile(base), base.hasPrefix("/") else { return base }
        let from = folder.standardizedFileURL.pathComponents
        let to = URL(fileURLWithPath: base).standardizedFileURL.pathComponents
        let common = zip(from, to).prefix { $0 == $1 }.count
        // Only the root in common is nothing in common.
        guard common > 1, from.count - common <= 2 else { return base }
        return (Array(repeating: "..", count: from.count - common) + to[common...]).joined(separator: "/")
    }

    /// The file a name means.
    ///
    /// - Parameter base: the directory a relative file name starts from; the working directory when nil.
    /// Whether what extends `reference`, as read from a folder, builds on the file at `path`, directly or through others.
    public func builds(on path: String, extending reference: String, from folder: URL) -> Bool {
        func identity(_ url: URL) -> String { url.resolvingSymlinksInPath().standardizedFileURL.path }
        let target = identity(URL(fileURLWithPath: path))
        var (next, folder) = (Optional(reference), folder)
        for _ in 0..<Self.extendsLimit {
            guard let name = next, let url = try? url(of: name, relativeTo: folder) else { return false }
            if identity(url) == target { return true }
            guard let bytes = try? FileReading.bytes(of: url, name: name, limit: JSONLimits.scenario.bytes) else {
                return false
            }
            next = JSONReader.value(of: String(decoding: bytes, as: UTF8.self))?["extends"]?.string
            folder = url.deletingLastPathComponent()
        }
        return false
    }

    func url(of name: String, relativeTo base: URL? = nil) throws(FileProblem) -> URL {
        if Self.isFile(name) {
            guard let base, !name.hasPrefix("/") else { return URL(fileURLWithPath: name) }
            return base.appendingPathComponent(name).standardizedFileURL
        }
        if let directory {
            for path in files() where path == name + ".json" || path.hasSuffix("/" + name + ".json") {
                return directory.appendingPathComponent(path)
            }
        }
        // A directory or file of that name was probably meant as a path.
        if FileManager.default.fileExists(atPath: name) {
            var isDirectory: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: name, isDirectory: &isDirectory)
            if isDirectory.boolValue { throw .directory(name) }
        }
        let known = ids
        throw .unknownScenario(name, suggestion: Suggestions.closest(to: name, among: known).first, allowed: known)
    }
}
