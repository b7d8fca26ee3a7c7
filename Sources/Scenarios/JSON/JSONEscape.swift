/// A backslash sequence inside a JSON string.
enum JSONEscape {
    case scalar(Unicode.Scalar)
    /// Half of a pair without the other half.
    case loneSurrogate

    /// Reads the sequence that begins with the backslash at an offset, and its length in bytes; nil when it is none.
    static func read(_ bytes: [UInt8], at offset: Int) -> (escape: JSONEscape, length: Int)? {
        guard offset + 1 < bytes.count else { return nil }
        switch bytes[offset + 1] {
        case UInt8(ascii: "\""): return (.scalar("\""), 2)
        case UInt8(ascii: "\\"): return (.scalar("\\"), 2)
        case UInt8(ascii: "/"): return (.scalar("/"), 2)
        case UInt8(ascii: "b"): return (.scalar("\u{8}"), 2)
        case UInt8(ascii: "f"): return (.scalar("\u{C}"), 2)
        case UInt8(ascii: "n"): return (.scalar("\n"), 2)
        case UInt8(ascii: "r"): return (.scalar("\r"), 2)
        case UInt8(ascii: "t"): return (.scalar("\t"), 2)
        case UInt8(ascii: "u"): return readUnicode(bytes, at: offset)
        default: return nil
        }
    }

    private static func readUnicode(_ bytes: [UInt8], at offset: Int) -> (escape: JSONEscape, length: Int)? {
        guard let first = codeUnit(bytes, at: offset + 2) else { return nil }
        if let scalar = Unicode.Scalar(UInt32(first)) { return (.scalar(scalar), 6) }
        guard UTF16.isLeadSurrogate(first), offset + 7 < bytes.count, bytes[offset + 6] == UInt8(ascii: "\\"),
            bytes[offset + 7] == UInt8(ascii: "u"), let second = codeUnit(bytes, at: offset + 8),
            UTF16.isTrailSurrogate(second)
        else { return (.loneSurrogate, 6) }
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        guard let scalar = Unicode.Scalar(value) else { return (.loneSurrogate, 6) }
        return (.scalar(scalar), 12)
    }

    private static func codeUnit(_ bytes: [UInt8], at offset: Int) -> UInt16? {
        guard offset + 4 <= bytes.count else { return nil }
        var value: UInt16 = 0
        for byte in bytes[offset..<offset + 4] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
            value = value << 4 | UInt16(digit)
        }
        return value
    }
}
