/// Reads the rows of a table of text one at a time, so that memory does not grow with their number.
///
/// Understands `;`, `,` and tab (whichever the first row has most of), quotes with doubled quotes and line breaks inside,
/// and lines ended by LF, CR LF or CR. Rows are numbered as a spreadsheet numbers them, from 1, empty ones included.
struct SheetScanner {
    /// A row whose quote is never closed.
    struct UnclosedQuote: Error, Equatable {
        let row: Int
    }

    let separator: UInt8
    private let bytes: ArraySlice<UInt8>

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    init(_ text: SheetText) {
        // Excel's own line that names the separator is none of the table's.
        let mark = Array("sep=".utf8)
        if text.bytes.count > 4, text.bytes.starts(with: mark) {
            separator = text.bytes[text.bytes.startIndex + 4]
            bytes = text.bytes.drop { $0 != Self.lineFeed && $0 != Self.carriageReturn }
        } else {
            separator = Self.separator(of: text.bytes)
            bytes = text.bytes
        }
    }

    /// Gives each row that is not blank to `take`, until it says false.
    ///
    /// - Complexity: O(bytes); one row is in memory at a time.
    func forEachRow(_ take: (_ row: Int, _ cells: [String]) -> Bool) throws(UnclosedQuote) {
        var cells: [String] = []
        var field: [UInt8] = []
        var isQuoted = false
        var row = 1
        var openedIn = 1
        var index = bytes.startIndex
        func ended() -> Bool {
            cells.append(String(decoding: field, as: UTF8.self))
            field.removeAll(keepingCapacity: true)
            let goesOn = cells.allSatisfy { $0.utf8.allSatisfy { $0 == 32 || $0 == 9 } } || take(row, cells)
            cells.removeAll(keepingCapacity: true)
            row += 1
            return goesOn
        }
        while index < bytes.endIndex {
            let byte = bytes[index]
            index += 1
            if isQuoted {
                if byte != Self.quote {
                    field.append(byte)
                } else if index < bytes.endIndex, bytes[index] == Self.quote {
                    field.append(byte)
                    index += 1
                } else {
                    isQuoted = false
                }
                continue
            }
            switch byte {
            case Self.quote where field.allSatisfy { $0 == 32 }:
                isQuoted = true
                openedIn = row
                field.removeAll(keepingCapacity: true)
            case separator:
                cells.append(String(decoding: field, as: UTF8.self))
                field.removeAll(keepingCapacity: true)
            case Self.lineFeed:
                if !ended() { return }
            case Self.carriageReturn:
                if index < bytes.endIndex, bytes[index] == Self.lineFeed { index += 1 }
                if !ended() { return }
            default: field.append(byte)
            }
        }
        if isQuoted { throw UnclosedQuote(row: openedIn) }
        if !field.isEmpty || !cells.isEmpty { _ = ended() }
    }

    private static func separator(of text: ArraySlice<UInt8>) -> UInt8 {
        let candidates = [UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: ",")]
        var counts: [UInt8: Int] = [:]
        var isQuoted = false
        var hasBegun = false
        for byte in text {
            if byte == quote { isQuoted.toggle() }
            if isQuoted { continue }
            if byte == lineFeed || byte == carriageReturn {
                if hasBegun { break }
                continue
            }
            if byte != 32 { hasBegun = true }
            if candidates.contains(byte) { counts[byte, default: 0] += 1 }
        }
        return candidates.max { (counts[$0] ?? 0) < (counts[$1] ?? 0) } ?? candidates[0]
    }
}
