extension JSONParser {
    /// Reports what is no UTF-8 text; false when reading on makes no sense.
    mutating func looksLikeText() -> Bool {
        if bytes.count > limits.bytes {
            report(.fileTooLarge(bytes: bytes.count, limit: limits.bytes), span(0, 0))
            return false
        }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            report(.utf16, span(0, 2))
            return false
        }
        if let offset = bytes.prefix(4096).firstIndex(of: 0) {
            report(.binary(byte: 0), span(offset, offset + 1))
            return false
        }
        reportInvalidUTF8()
        return true
    }

    private mutating func reportInvalidUTF8() {
        var first: Int?
        var count = 0
        var offset = 0
        while offset < bytes.count {
            let length = Self.sequenceLength(bytes, at: offset)
            if length == 0 {
                first = first ?? offset
                count += 1
            }
            offset += max(1, length)
        }
        guard let first else { return }
        report(.invalidUTF8(offset: first, byte: bytes[first], further: count - 1), span(first, first + 1))
    }

    /// The length of the well-formed UTF-8 sequence at an offset, or 0 (Unicode standard, table 3-7).
    static func sequenceLength(_ bytes: [UInt8], at offset: Int) -> Int {
        func isTail(_ index: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
            index < bytes.count && range.contains(bytes[index])
        }
        let lead = bytes[offset]
        switch lead {
        case 0x00...0x7F: return 1
        case 0xC2...0xDF: return isTail(offset + 1) ? 2 : 0
        case 0xE0...0xEF:
            let second: ClosedRange<UInt8> = lead == 0xE0 ? 0xA0...0xBF : lead == 0xED ? 0x80...0x9F : 0x80...0xBF
            return isTail(offset + 1, second) && isTail(offset + 2) ? 3 : 0
        case 0xF0...0xF4:
            let second: ClosedRange<UInt8> = lead == 0xF0 ? 0x90...0xBF : lead == 0xF4 ? 0x80...0x8F : 0x80...0xBF
            return isTail(offset + 1, second) && isTail(offset + 2) && isTail(offset + 3) ? 4 : 0
        default: return 0
        }
    }
}
