internal import Foundation

/// A small table read from a CSV file.
///
/// Understands `;`, `,` and tab (whichever the header uses most), quotes with doubled quotes inside, CR LF, a byte order
/// mark, UTF-8 and, failing that, ISO 8859-1. Refuses anything that looks like a Danish personal identification number.
struct CSV: Sendable, Equatable {
    private(set) var header: [String]
    private(set) var rows: [[String]]
    private let separator: UInt8

    static let rowLimit = 1_000_000

    init(bytes: [UInt8]) throws(CSVProblem) {
        if bytes.contains(0) { throw .binary }
        var text = bytes[...]
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
        separator = Self.separator(of: text)
        let isUTF8 = String(validating: text, as: UTF8.self) != nil
        var records = try Self.records(text, separator: separator, isUTF8: isUTF8)
        guard !records.isEmpty else { throw .empty }
        header = records.removeFirst().map { $0.trimmed }
        rows = records
        for (index, row) in rows.enumerated() where row.count != header.count {
            throw .fieldCount(row: index + 2, found: row.count, expected: header.count)
        }
        try refusePersonalNumbers()
    }

    /// The table in a file.
    ///
    /// - Parameter limit: the largest file that is read, in bytes.
    static func read(_ url: URL, named name: String, limit: Int) throws(FileProblem) -> CSV {
        let bytes = try FileReading.bytes(of: url, name: name, limit: limit)
        do throws(CSVProblem) { return try CSV(bytes: bytes) } catch { throw .csv(error) }
    }

    /// Index of a column by name (case does not matter), or the first when no name is given.
    func column(_ name: String?) throws(CSVProblem) -> Int {
        guard let name else {
            if header.isEmpty { throw .noSuchIndex }
            return 0
        }
        let folded = name.trimmed.lowercased()
        if let index = header.firstIndex(where: { $0.lowercased() == folded }) { return index }
        throw .noSuchColumn(name, allowed: header, suggestion: Suggestions.closest(to: name, among: header).first)
    }

    /// The number in a field: `1234.5`, `1234,5`, `1.234,5` (with a decimal comma) or `1,234.5`.
    static func number(_ text: String) -> Double? {
        var plain = text.trimmed
        if plain.isEmpty { return nil }
        let (lastComma, lastPoint) = (plain.lastIndex(of: ","), plain.lastIndex(of: "."))
        switch (lastComma, lastPoint) {
        case (let comma?, let point?):
            let grouping: Character = comma > point ? "." : ","
            plain.removeAll { $0 == grouping }
            plain = plain.replacing(",", with: ".")
        case (_?, nil): plain = plain.replacing(",", with: ".")
        default: break
        }
        guard plain.utf8.allSatisfy({ (48...57).contains($0) || [43, 45, 46, 69, 101].contains($0) }),
            let value = Double(plain),
            value.isFinite
        else { return nil }
        return value
    }

    // MARK: Reading

    private static func separator(of text: ArraySlice<UInt8>) -> UInt8 {
        var counts: [UInt8: Int] = [:]
        var quoted = false
        for byte in text {
            if byte == UInt8(ascii: "\"") { quoted.toggle() }
            if quoted { continue }
            if byte == UInt8(ascii: "\n") { break }
            if [UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\t")].contains(byte) {
                counts[byte, default: 0] += 1
            }
        }
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
        return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? UInt8(ascii: ";")
    }

    private static func records(
        _ text: ArraySlice<UInt8>, separator: UInt8, isUTF8: Bool
    ) throws(CSVProblem) -> [[String]] {
        var records: [[String]] = []
        var record: [String] = []
        var field: [UInt8] = []
        var quoted = false
        var openedInRow = 0
        func string(_ bytes: [UInt8]) -> String {
            // ISO 8859-1 bytes are the first 256 Unicode scalars.
            isUTF8
                ? String(decoding: bytes, as: UTF8.self)
                : String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
        }
        func endRecord() throws(CSVProblem) {
            record.append(string(field))
            field = []
            // A blank line is no record.
            if record.count > 1 || !record[0].trimmed.isEmpty { records.append(record) }
            record = []
            if records.count > rowLimit + 1 { throw .tooManyRows(limit: rowLimit) }
        }
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            let following = index + 1 < text.endIndex ? text[index + 1] : nil
            if quoted {
                if byte == UInt8(ascii: "\""), following == byte {
                    field.append(byte)
                    index += 1
                } else if byte == UInt8(ascii: "\"") {
                    quoted = false
                } else {
                    field.append(byte)
                }
            } else if byte == UInt8(ascii: "\""), field.allSatisfy({ $0 == 32 }) {
                quoted = true
                openedInRow = records.count + 1
                field = []
            } else if byte == separator {
                record.append(string(field))
                field = []
            } else if byte == UInt8(ascii: "\n") {
                try endRecord()
            } else if byte != UInt8(ascii: "\r") || following != UInt8(ascii: "\n") {
                field.append(byte)
            }
            index += 1
        }
        if quoted { throw .unclosedQuote(row: openedInRow) }
        if !field.isEmpty || !record.isEmpty { try endRecord() }
        return records
    }

    // MARK: Personal numbers

    private func refusePersonalNumbers() throws(CSVProblem) {
        for (column, name) in header.enumerated() where PersonalData.holdsPersonalNumber(name) {
            throw .personalNumber(column: String(column + 1), row: 1)
        }
        for (index, row) in rows.enumerated() {
            for (column, field) in row.enumerated() where PersonalData.holdsPersonalNumber(field) {
                throw .personalNumber(column: header[column], row: index + 2)
            }
        }
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
