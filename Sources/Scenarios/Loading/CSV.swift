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
        for (column, name) in header.enumerated() where Self.holdsPersonalNumber(name) {
            throw .personalNumber(column: String(column + 1), row: 1)
        }
        for (index, row) in rows.enumerated() {
            for (column, field) in row.enumerated() where Self.holdsPersonalNumber(field) {
                throw .personalNumber(column: header[column], row: index + 2)
            }
        }
    }

    /// Whether a text holds six digits that are a date (DDMMYY), perhaps a few marks such as a hyphen, a dash, a point or
    /// a space, and four digits. `120101.2345` is a number: personal numbers with one point or comma are only told from
    /// numbers when they begin with 0.
    static func holdsPersonalNumber(_ text: String) -> Bool {
        guard text.utf8.count >= 10 else { return false }
        let scalars = Array(text.unicodeScalars)
        func isDigit(_ index: Int) -> Bool {
            scalars.indices.contains(index) && (48...57).contains(scalars[index].value)
        }
        func two(_ index: Int) -> Int {
            Int(scalars[index].value - 48) * 10 + Int(scalars[index + 1].value - 48)
        }
        guard scalars.count >= 10 else { return false }
        for first in 0...(scalars.count - 10) where isDigit(first) && !isDigit(first - 1) {
            guard (first..<first + 6).allSatisfy(isDigit), (1...31).contains(two(first)),
                (1...12).contains(two(first + 2))
            else { continue }
            var tail = first + 6
            while tail < min(first + 9, scalars.count), !isDigit(tail), isMark(scalars[tail]) { tail += 1 }
            let isDecimal = tail == first + 7 && [".", ","].contains(scalars[tail - 1]) && scalars[first] != "0"
            if !isDecimal, (tail..<tail + 4).allSatisfy(isDigit), !isDigit(tail + 4) { return true }
        }
        return false
    }

    /// Neither letter nor digit, and no end of a line or of a cell.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        !scalar.properties.isAlphabetic && scalar.properties.numericType == nil && scalar != ";"
            && !Character(scalar).isNewline
    }
}

extension String {
    /// Without white space at both ends.
    var trimmed: String { trimmingCharacters(in: .whitespaces) }
}
