internal import Foundation

/// A small text file that a user names, such as a municipality's own facts.
public enum TextFile {
    /// The whole text; bytes that are no UTF-8 become replacement characters.
    ///
    /// - Parameter limit: bytes; a larger file is refused.
    /// - Throws: that it does not exist, is no plain file, cannot be read or is too large.
    public static func read(_ name: String, limit: Int = 1 << 20) throws(FileProblem) -> String {
        let bytes = try FileReading.bytes(of: URL(fileURLWithPath: name), name: name, limit: limit)
        return String(
            decoding: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
    }
}
