internal import Foundation

/// Reads whole files with a limit, and says plainly why one cannot be read.
enum FileReading {
    static func bytes(of url: URL, name: String, limit: Int) throws(FileProblem) -> [UInt8] {
        let path = url.path
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else { throw .notFound(name) }
        if isDirectory.boolValue { throw .directory(name) }
        let attributes = try? FileManager.default.attributesOfItem(atPath: url.resolvingSymlinksInPath().path)
        // A pipe or a device could block for ever.
        if let type = attributes?[.type] as? FileAttributeType, type != .typeRegular { throw .notRegular(name) }
        if let size = (attributes?[.size] as? NSNumber)?.intValue, size > limit {
            throw .tooLarge(name, bytes: size, limit: limit)
        }
        guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(name) }
        guard data.count <= limit else { throw .tooLarge(name, bytes: data.count, limit: limit) }
        return Array(data)
    }
}
