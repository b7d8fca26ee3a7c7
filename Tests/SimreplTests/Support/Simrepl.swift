import Foundation
import Testing

/// The built program, run as a user runs it.
enum Simrepl {
    struct Outcome: Equatable {
        var status: Int32
        var output: String
        var errors: String
    }

    struct NotBuilt: Error, CustomStringConvertible {
        let looked: [String]
        var description: String { "simrepl was not found at \(looked.joined(separator: ", ")); set SIMREPL_PROGRAM" }
    }

    /// `SIMREPL_PROGRAM`, else beside the test bundle, else in the package's debug build.
    static func path() throws -> String {
        var candidates: [String] = []
        if let chosen = ProcessInfo.processInfo.environment["SIMREPL_PROGRAM"] { candidates.append(chosen) }
        for bundle in [CommandLine.arguments.first, Bundle.main.executablePath].compactMap({ $0 }) {
            var folder = URL(fileURLWithPath: bundle).deletingLastPathComponent()
            for _ in 0..<4 {
                candidates.append(folder.appendingPathComponent("simrepl").path)
                folder.deleteLastPathComponent()
            }
        }
        candidates.append(packageRoot + "/.build/debug/simrepl")
        var isFolder: ObjCBool = false
        let found = candidates.first {
            FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
                && FileManager.default.isExecutableFile(atPath: $0)
        }
        guard let found else { throw NotBuilt(looked: candidates) }
        return found
    }

    static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    /// A small environment, the same on every machine.
    static func environment(_ extra: [String: String] = [:]) -> [String: String] {
        var environment = ["LANG": "C.UTF-8", "SIMREPL_HISTORY": "", "SIMREPL_PAGER": "off", "PATH": "/usr/bin:/bin"]
        for name in ["HOME", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH"] {
            environment[name] = ProcessInfo.processInfo.environment[name]
        }
        return environment.merging(extra) { $1 }
    }

    /// Runs with arguments and standard input to the end.
    static func run(
        _ arguments: [String], input: Data = Data(), environment extra: [String: String] = [:], folder: String? = nil
    ) throws -> Outcome {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: try path())
        process.arguments = arguments
        process.environment = environment(extra)
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        // Files instead of pipes: nothing can block, however much is written on either side.
        let directory = try TemporaryFolder()
        let inputFile = directory.path("input")
        try input.write(to: URL(fileURLWithPath: inputFile))
        let files = [directory.path("output"), directory.path("errors")]
        for file in files { _ = FileManager.default.createFile(atPath: file, contents: nil) }
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: inputFile))
        process.standardOutput = FileHandle(forWritingAtPath: files[0])
        process.standardError = FileHandle(forWritingAtPath: files[1])
        try process.run()
        process.waitUntilExit()
        func text(_ file: String) -> String {
            String(decoding: FileManager.default.contents(atPath: file) ?? Data(), as: UTF8.self)
        }
        return Outcome(
            status: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus,
            output: text(files[0]), errors: text(files[1]))
    }

    static func run(
        _ arguments: [String], input: String, environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(arguments, input: Data(input.utf8), environment: environment)
    }
}

/// A folder that goes away with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/simrepl-test-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func path(_ name: String) -> String { path + "/" + name }

    /// Writes a file and gives its path.
    func file(_ name: String, _ text: String) throws -> String {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path(name)))
        return path(name)
    }
}
