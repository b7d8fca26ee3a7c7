internal import Foundation

/// The text of a file that a spreadsheet or a record system saved, as UTF-8, whatever it was saved as.
struct SheetText: Sendable, Equatable {
    /// What the bytes were.
    enum Encoding: Hashable, Sendable {
        case utf8
        /// One byte a character, as older Windows programs save; ISO 8859-1 is read the same.
        case windows1252
        case utf16
    }

    /// Why bytes are no text.
    enum Problem: Hashable, Sendable, Error {
        /// A workbook rather than a table of text.
        case workbook
        case notText
        case empty
    }

    var bytes: ArraySlice<UInt8>
    var encoding: Encoding

    /// Tells encodings apart by their marks, or by what the bytes can be.
    init(_ data: [UInt8]) throws(Problem) {
        // A zip archive (xlsx, ods), and the older binary workbook.
        if data.starts(with: [0x50, 0x4B, 0x03, 0x04]) || data.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
            throw .workbook
        }
        if let isBigEndian = Self.utf16Order(data) {
            encoding = .utf16
            bytes = Self.utf8(fromUTF16: data, isBigEndian: isBigEndian)[...]
        } else if data.contains(0) {
            throw .notText
        } else if String(validating: data, as: UTF8.self) != nil {
            encoding = .utf8
            bytes = data.starts(with: [0xEF, 0xBB, 0xBF]) ? data.dropFirst(3) : data[...]
        } else {
            encoding = .windows1252
            bytes = Self.utf8(fromWindows1252: data)[...]
        }
        guard bytes.contains(where: { !Self.isBlank($0) }) else { throw .empty }
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 32 || (9...13).contains(byte) }

    /// Whether the bytes are UTF-16 with the larger half first; nil when they are no UTF-16.
    private static func utf16Order(_ data: [UInt8]) -> Bool? {
        guard data.count >= 2, data.count.isMultiple(of: 2) else { return nil }
        if data[0] == 0xFF, data[1] == 0xFE { return false }
        if data[0] == 0xFE, data[1] == 0xFF { return true }
        // Without a mark: in a table nearly every other byte is 0.
        let sample = data.prefix(400)
        let zeros = sample.enumerated().filter { $0.element == 0 }
        guard zeros.count * 3 > sample.count else { return nil }
        let odd = zeros.count { !$0.offset.isMultiple(of: 2) }
        return odd * 2 < zeros.count
    }

    private static func utf8(fromUTF16 data: [UInt8], isBigEndian: Bool) -> [UInt8] {
        var units: [UInt16] = []
        units.reserveCapacity(data.count / 2)
        for index in stride(from: 0, to: data.count - 1, by: 2) {
            let (a, b) = (UInt16(data[index]), UInt16(data[index + 1]))
            units.append(isBigEndian ? a << 8 | b : b << 8 | a)
        }
        if units.first == 0xFEFF { units.removeFirst() }
        return Array(String(decoding: units, as: UTF16.self).utf8)
    }

    /// Windows-1252 differs from ISO 8859-1 only where the latter has control characters.
    private static func utf8(fromWindows1252 data: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(data.count + data.count / 16)
        for byte in data {
            guard byte >= 0x80 else {
                bytes.append(byte)
                continue
            }
            let value = (0x80...0x9F).contains(byte) ? windows1252[Int(byte) - 0x80] : UInt32(byte)
            bytes += Array(String(Unicode.Scalar(value) ?? " ").utf8)
        }
        return bytes
    }

    private static let windows1252: [UInt32] = [
        0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
        0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x9D, 0x017E, 0x0178,
    ]
}
