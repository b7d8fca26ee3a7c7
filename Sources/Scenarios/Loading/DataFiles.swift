internal import Foundation

/// The directories data files are looked for in: the one of the scenario file that names them.
struct DataFiles: Sendable {
    /// By source index; a scenario that was typed or generated has none.
    var directories: [Int: URL] = [:]

    /// Largest data file that is read, in bytes.
    static let limit = 64 * 1024 * 1024

    /// The place a file name in a scenario means, or nil when the scenario has no place itself.
    func url(of name: String, writtenIn source: Int) -> URL? {
        if name.hasPrefix("/") { return URL(fileURLWithPath: name) }
        return directories[source].map { $0.appendingPathComponent(name) }
    }
}
